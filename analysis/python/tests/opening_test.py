# SPDX-License-Identifier: Apache-2.0
"""Whatever is wrong with a file gives one error that says what to do, and nothing else."""
import os
import shutil
import subprocess
import sys

import h5py
import pytest

import coopsim
from coopsim.opening import FORMAT_VERSION


def refused(path):
    """The error of opening and of reading; None where all is well."""
    try:
        with coopsim.open_result(path) as result:
            result["provenance"].load()
            result["yearly/contracts"].load()
            len(result["total"].coords["policy"])
    except coopsim.ResultError as error:
        assert str(error).startswith(os.fspath(path)) and "\n" not in str(error)
        return error
    return None


def test_a_whole_file_is_not_refused(made):
    assert refused(made) is None


@pytest.mark.parametrize("name, bytes_, problem, remedy", [
    ("empty.h5", b"", "empty", "run the scenario again"),
    ("five_bytes.h5", b"\x89HDF\r", "truncated", "run the scenario again"),
    ("signature_only.h5", b"\x89HDF\r\n\x1a\n", "truncated", "run the scenario again"),
    ("letter.h5", b"Dear reader, this is a letter.", "foreign", "coopsim.run() makes one"),
    ("table.csv", b"policy,year,value\n", "foreign", "coopsim.run() makes one"),
    ("classic.nc", b"CDF\x01\0\0\0\0", "foreign", "coopsim.run() makes one"),
    ("small.h5.tmp.4711", b"", "unfinished", "wait for it to end"),
])
def test_what_is_no_result_is_named(tmp_path, name, bytes_, problem, remedy):
    (tmp_path / name).write_bytes(bytes_)
    error = refused(tmp_path / name)
    assert error.problem == problem and remedy in str(error)


def test_a_missing_file_and_a_folder_are_named(tmp_path):
    assert refused(tmp_path / "none.h5").problem == "missing"
    error = refused(tmp_path)
    assert error.problem == "foreign" and "folder" in str(error)


def test_a_file_that_may_not_be_read_is_named(made, tmp_path):
    copy = shutil.copy(made, tmp_path / "secret.h5")
    os.chmod(copy, 0)
    user = os.geteuid()
    try:
        if user == 0:  # who may read everything
            os.seteuid(65534)
        error = refused(copy)
    finally:
        os.seteuid(user)
    assert error.problem == "no_permission" and "ask its owner" in str(error)


def test_a_file_cut_anywhere_is_cut_off_or_damaged(made, tmp_path):
    whole = made.read_bytes()
    copy = tmp_path / "cut.h5"
    told = set()
    for part in [1, 7, 8, 40, 100, 500, 2048, 9999, *range(len(whole) // 20, len(whole), len(whole) // 20),
                 len(whole) - 1]:
        copy.write_bytes(whole[:part])
        error = refused(copy)
        assert error is not None, f"{part} of {len(whole)} bytes were taken for a result"
        told.add(error.problem)
        assert "again" in str(error)
    assert told == {"truncated"}


def changed(made, tmp_path, change):
    copy = tmp_path / "changed.h5"
    shutil.copy(made, copy)
    with h5py.File(copy, "r+") as file:
        change(file)
    return copy


def test_other_formats_are_told_by_their_number(made, tmp_path):
    def of(version):
        return changed(made, tmp_path, lambda file: file.attrs.modify("format_version", version))
    newer = refused(of(FORMAT_VERSION + 1))
    assert newer.problem == "newer_format" and f"format {FORMAT_VERSION + 1}" in str(newer)
    assert "coopsim 0." in str(newer)  # which program wrote it
    older = refused(of(0))
    assert older.problem == "older_format" and "run its scenario again" in str(older)


def test_hdf5_of_others_is_foreign(tmp_path):
    with h5py.File(tmp_path / "other.h5", "w") as file:
        file["measured"] = [1, 2, 3]
    error = refused(tmp_path / "other.h5")
    assert error.problem == "foreign" and "no result of coopsim" in str(error)


def test_a_result_without_its_last_attribute_is_unfinished(made, tmp_path):
    error = refused(changed(made, tmp_path, lambda file: file.attrs.pop("content_hash")))
    assert error.problem == "unfinished" and "wait for it to end" in str(error)


def test_a_file_that_another_process_writes_is_unfinished(tmp_path):
    path = tmp_path / "writing.h5"
    script = ("import h5py, sys\nfile = h5py.File(sys.argv[1], 'w')\nfile.attrs['format_version'] = 1\nfile.flush()\n"
              "print('open', flush=True)\nsys.stdin.read()")
    with subprocess.Popen([sys.executable, "-c", script, path], stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                          text=True) as writer:
        assert writer.stdout.readline() == "open\n"
        error = refused(path)
        writer.stdin.close()
    assert error.problem == "unfinished" and "wait for it to end" in str(error)


def test_a_block_of_a_sweep_sends_to_its_folder(sweeps):
    block = next((sweeps["morris"] / "shards").glob("*/*.h5"))
    error = refused(block)
    assert error.problem == "foreign" and "open the sweep's folder" in str(error)


@pytest.mark.parametrize("change", [
    lambda file: file["yearly"].__delitem__("year"),
    lambda file: file["total"].__setitem__("elsewhere", h5py.ExternalLink("/etc/passwd", "/x")),
], ids=["an axis is gone", "a link to another file"])
def test_changed_files_are_damaged_or_read_without_what_is_foreign(made, tmp_path, change):
    error = refused(changed(made, tmp_path, change))
    assert error is None or error.problem == "damaged"


def test_values_kept_in_another_file_are_refused(made, tmp_path):
    secret = tmp_path / "secret.bin"
    secret.write_bytes(bytes(80))

    def change(file):
        file["total"].create_dataset("stolen", shape=(10,), dtype="f8", external=[(str(secret), 0, 80)])
    error = refused(changed(made, tmp_path, change))
    assert error.problem == "damaged" and "another file" in str(error)


def test_a_closed_result_says_so(made):
    result = coopsim.open_result(made)
    variable = result["yearly/contracts"]
    result.close()
    with pytest.raises(coopsim.ResultError, match="was closed"):
        variable.load()
