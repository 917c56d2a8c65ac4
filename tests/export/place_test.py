# SPDX-License-Identifier: Apache-2.0
"""Where an export goes, what it never replaces, and what it says of words and files that will not do."""
import json
import os
import resource
import shutil
import signal

import h5py
import pytest


def test_places_beside_the_result_by_default(program):
    program("export", "small.h5", "--metric", "contracts")
    program("export", "small.h5", "--format", "xlsx")
    assert program.names() == ["small.h5", "small.xlsx", "small_csv", "thirty.h5"]
    assert "datapackage.json" in os.listdir(program.folder / "small_csv")


def test_the_ending_says_the_form(program):
    program("export", "small.h5", "-o", "a.csv")
    program("export", "small.h5", "-o", "b.xlsx")
    program("export", "small.h5", "-o", "c", "--metric", "contracts")
    program("export", "small.h5", "-o", "d/", "--metric", "contracts")
    assert (program.folder / "b.xlsx").read_bytes().startswith(b"PK\x03\x04")
    assert sorted(os.listdir(program.folder / "c")) == sorted(os.listdir(program.folder / "d"))
    assert "xlsx" in program("export", "small.h5", "-o", "e.xlsx", "--format", "csv", code=2).stderr
    assert "xlsx" in program("export", "small.h5", "-o", "e.csv", "--format", "xlsx", code=2).stderr


@pytest.mark.parametrize("place", ["small.xls", "a.ods", "a.ODS", "b.xlsm", "b.xlsb", "c.csv.gz", "d.tsv", "e.json", "f.zip"])
def test_an_ending_that_is_none_of_ours_is_refused(program, place):
    before = program.names()
    for words in ([], ["--format", "csv"]):
        said = program("export", "small.h5", "-o", place, *words, code=2).stderr
        assert place in said and ".xlsx" in said and ".csv" in said and "folder" in said and said.count("\n") == 1
    assert program.names() == before


def test_a_folder_may_have_a_point_in_its_name_and_endings_may_be_capitals(program):
    program("export", "small.h5", "-o", "kjc_2007.v2", "--metric", "contracts")
    assert (program.folder / "kjc_2007.v2/datapackage.json").is_file()
    program("export", "small.h5", "-o", "A.CSV", "--metric", "contracts")
    program("export", "small.h5", "-o", "B.XLSX", "--metric", "contracts")
    assert (program.folder / "A.CSV").read_text().startswith("policy,") and (program.folder / "B.XLSX").is_file()


@pytest.mark.parametrize("place", ["t", "t.csv", "t.xlsx"])
def test_an_export_is_replaced_only_when_told(program, place):
    program("export", "small.h5", "-o", place, "--metric", "contracts")
    before = program.names()
    said = program("export", "small.h5", "-o", place, "--metric", "trainees_returned", code=73).stderr
    assert place in said and "--overwrite" in said
    program("export", "small.h5", "-o", place, "--metric", "trainees_returned", "--overwrite")
    assert program.names() == before
    if place == "t":
        assert (program.folder / "t/yearly.csv").read_text().splitlines()[1].split(",")[3] == "trainees_returned"


def test_an_empty_folder_is_taken_and_tables_that_are_gone_go(program):
    (program.folder / "t").mkdir()
    program("export", "small.h5", "-o", "t", "--metric", "contracts")
    assert "total.csv" in os.listdir(program.folder / "t")
    program("export", "small.h5", "-o", "t", "--table", "yearly", "--metric", "contracts", "--overwrite")
    assert "total.csv" not in os.listdir(program.folder / "t")


def test_what_is_no_export_is_never_replaced(program):
    folder = program.folder
    (folder / "notes.csv").write_text("name,age\nKim,40\n")
    (folder / "book.xlsx").write_text("not a workbook")
    (folder / "work").mkdir()
    (folder / "work/thesis.txt").write_text("years of work")
    (folder / "other").mkdir()
    (folder / "other/datapackage.json").write_text('{"name": "other", "resources": [{"path": "a.csv"}]}')
    program("export", "small.h5", "-o", "mixed", "--metric", "contracts")
    (folder / "mixed/notes.txt").write_text("mine")
    (folder / "link").symlink_to("work")
    before = program.names()
    for place in ("notes.csv", "book.xlsx", "work", "other", "mixed", "link", "small.h5"):
        code = 2 if place == "small.h5" else 73
        said = program("export", "small.h5", "-o", place, "--overwrite", code=code).stderr
        assert place in said and said.count("\n") == 1
    assert program.names() == before and (folder / "work/thesis.txt").read_text() == "years of work"
    assert "notes.txt" in program("export", "small.h5", "-o", "mixed", "--overwrite", code=73).stderr


def test_bad_files_give_one_error_and_write_nothing(program):
    folder = program.folder
    whole = (folder / "small.h5").read_bytes()
    (folder / "empty.h5").write_bytes(b"")
    (folder / "cut.h5").write_bytes(whole[:100_000])
    (folder / "text.h5").write_text("policy,year\n")
    with h5py.File(folder / "foreign.h5", "w") as other:
        other["a"] = [1.0, 2.0]
    shutil.copy(folder / "small.h5", folder / "newer.h5")
    with h5py.File(folder / "newer.h5", "r+") as newer:
        newer.attrs.modify("format_version", newer.attrs["format_version"].dtype.type(99))
    shutil.copy(folder / "small.h5", folder / "shape.h5")
    with h5py.File(folder / "shape.h5", "r+") as shape:
        del shape["provenance/scenario"]
    before = program.names()
    for form in ("csv", "xlsx"):
        for name, code in (("missing.h5", 66), ("empty.h5", 65), ("cut.h5", 65), ("text.h5", 65), ("foreign.h5", 65),
                           ("newer.h5", 65), ("shape.h5", 65)):
            said = program("export", name, "--format", form, code=code).stderr
            assert name in said and said.count("\n") == 1, said
    assert "newer coopsim" in program("export", "newer.h5", code=65).stderr
    assert "copy the file again, or run the study again" in program("export", "cut.h5", code=65).stderr
    assert program.names() == before


def test_a_sweep_is_no_workbook(results, program):
    before = program.names()
    said = program("export", results / "s", "-o", "s.xlsx", code=65).stderr
    assert "sweep" in said and "--format csv" in said and program.names() == before


@pytest.mark.parametrize("words, said", [
    (["--metric", "contract"], "did you mean contracts"),
    (["--metric", "contracts_by_channel"], "take --metric contracts --by channel"),
    (["--policy", "dankay"], "dankai"),
    (["--table", "yearl"], "did you mean yearly"),
    (["--by", "acount"], "did you mean account"),
    (["--by", "account", "--metric", "coverage"], "--by account"),
    (["--years", "2016-2007"], "2007-2016"),
    (["--years", "1980"], "1993 to 2016"),
    (["--years", "2007-"], "--years"),
    (["-o", "one.csv", "--table", "yearly", "--table", "total"], "--table"),
    (["--table", "worlds", "--policy", "dankai"], "the table worlds is of the worlds NONE and STOP"),
    (["--table", "yearly", "--table", "worlds", "--policy", "dankai"], "leave --policy out"),
    (["--table", "total", "--years", "2010"], "stands for the whole policy period"),
    (["-o", "b.xlsx", "--wide"], "--wide is for CSV"),
    (["-o", "b.xlsx", "--metric", "nothing"], "--metric nothing"),
    (["--format", "ods"], "--format"),
    (["--lang", "jp"], "--lang"),
    (["-o", ""], "-o"),
])
def test_words_that_will_not_do_are_told_what_would(program, words, said):
    before = program.names()
    told = program("export", "small.h5", *words, code=2)
    assert said in told.stderr and told.stdout == "" and program.names() == before


def test_a_folder_that_is_missing_is_named(program):
    for place in ("no/t", "no/t.csv", "no/t.xlsx"):
        assert "no" in program("export", "small.h5", "-o", place, code=73).stderr


def full_disk():
    """Files of at most 100 KB: beyond, writing fails."""
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, 100_000))


@pytest.mark.parametrize("place", ["t", "t.csv", "t.xlsx"])
def test_a_disk_that_fills_up_leaves_nothing(program, place):
    before = program.names()
    said = program("export", "thirty.h5", "-o", place, code=74, preexec_fn=full_disk).stderr
    assert place in said and program.names() == before


def test_json_says_what_was_written(program):
    told = json.loads(program("export", "small.h5", "-o", "t", "--metric", "contracts", "--json").stdout)
    assert told["export"] == "t" and [one["name"] for one in told["tables"]][:3] == ["yearly", "total", "comparison"]
    for one in told["tables"]:
        assert (program.folder / one["file"]).stat().st_size == one["bytes"]
    assert json.loads(program("export", "small.h5", "-o", "b.xlsx", "--json").stdout)["export"] == "b.xlsx"
    done = program("export", "small.h5", "-o", "q", "--metric", "contracts", "--quiet")
    assert (done.stdout, done.stderr) == ("", "")
