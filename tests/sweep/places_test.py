# SPDX-License-Identifier: Apache-2.0
"""Where a sweep finds its scenario, makes its files and is verified: and what is said of a place that does not do."""
import shutil

import h5py
import pytest

from small_sweep import run, sweep, write_study


@pytest.fixture
def study(tmp_path):
    return write_study(tmp_path / "in")


def test_a_scenario_elsewhere_is_named_by_its_whole_path(study, tmp_path):
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    for file in study.parent.glob("*.toml"):
        if file != study:
            file.rename(elsewhere / file.name)  # small.toml extends kjc_small.toml, and that kjc_2007.toml
    whole = elsewhere / "small.toml"
    assert 'small.toml" is not there' in run("check", study, code=65).stderr
    study.write_text(study.read_text().replace('"small.toml"', f'"{whole}"'))
    folder = tmp_path / "s"
    run("sweep", study, "-o", folder, "--shard", "1/2", "--quiet")
    sweep(write_study(tmp_path / "beside"), tmp_path / "b")
    shutil.rmtree(elsewhere)
    assert "is not there" in run("plan", study, code=65).stderr
    run("resume", folder, "--quiet")  # the folder keeps the scenario as it was in effect
    with h5py.File(folder / "result.h5") as one, h5py.File(tmp_path / "b" / "result.h5") as other:
        assert one.attrs["run_fingerprint"] == other.attrs["run_fingerprint"]
    run("sweep", folder, "--only", "2:dankai:1", "--quiet")


def test_a_folder_of_this_machine_that_cannot_be_made_is_told_before_anything_is_run(study, tmp_path):
    folder, below_a_file = tmp_path / "s", study / "x"
    for words in ((), ("--shard", "1/2")):
        said = sweep(study, folder, *words, "--scratch", below_a_file, code=73).stderr
        assert f"{below_a_file} (--scratch) cannot be made (Not a directory)" in said and "leave --scratch out" in said
    assert not folder.exists()
    lines = run("blocks", study, "-o", folder).stdout
    assert "(--scratch)" in run("work", folder, "--scratch", study, input=lines, code=73).stderr
    assert not list(folder.glob("writers/**/*.h5"))


def test_verify_says_what_holds_a_sweep_against_its_hashes(study, tmp_path):
    folder = tmp_path / "s"
    sweep(study, folder)
    for place in (folder, folder / "result.h5"):
        said = run("verify", place, code=65).stderr
        assert f"{place} is a sweep's" in said and f"coopsim status {folder} --verify" in said
    shutil.copy(folder / "result.h5", tmp_path / "alone.h5")
    assert "coopsim status FOLDER --verify" in run("verify", tmp_path / "alone.h5", code=65).stderr
    shutil.copytree(folder, tmp_path / "copy")
    assert "equal, bit for bit" in run("verify", folder, tmp_path / "copy").stdout
    run("expand", folder, "--replications", 5, "--quiet")
    run("verify", folder, tmp_path / "copy" / "result.h5", code=1)
    (folder / "result.h5").unlink()
    assert "not put together yet" in run("verify", folder, tmp_path / "copy", code=66).stderr
