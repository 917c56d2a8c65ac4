# SPDX-License-Identifier: Apache-2.0
"""Where a result may go; what is in the way is said before anything is computed."""
import os

import pytest

SMALL = ["run", "scenarios/kjc_small.toml", "--replications", 1, "--quiet"]


def refused(coopsim, *words, code=73):
    told = coopsim(*SMALL, *words, code=code)
    assert told.stdout == "" and "\x1b" not in told.stderr
    return told.stderr


def nothing_new(place, *expected):
    assert sorted(p.name for p in place.iterdir()) == sorted(["scenarios", *expected])


def test_an_existing_result_is_replaced_only_when_told(coopsim, place):
    coopsim(*SMALL, "-o", "a.h5")
    before = (place / "a.h5").read_bytes()
    assert "--overwrite" in refused(coopsim, "-o", "a.h5", "--seed", 5)
    assert (place / "a.h5").read_bytes() == before
    coopsim(*SMALL, "-o", "a.h5", "--seed", 5, "--overwrite")
    assert (place / "a.h5").read_bytes() != before
    nothing_new(place, "a.h5")


def test_what_is_no_result_is_never_replaced(coopsim, place):
    (place / "thesis.doc").write_text("three years of work")
    assert "thesis.doc" in refused(coopsim, "-o", "thesis.doc", "--overwrite")
    assert (place / "thesis.doc").read_text() == "three years of work"


def test_the_scenario_is_never_the_result(coopsim, place):
    before = (place / "scenarios/kjc_small.toml").read_bytes()
    refused(coopsim, "-o", "scenarios/kjc_small.toml", "--overwrite")
    (place / "same").hardlink_to(place / "scenarios/kjc_small.toml")
    refused(coopsim, "-o", "same", "--overwrite")
    assert (place / "scenarios/kjc_small.toml").read_bytes() == before


@pytest.mark.parametrize("target", ["folder", "dangling.h5", "link.h5", "/dev/null", "pipe"])
def test_folders_links_devices_and_pipes_are_refused(coopsim, place, target):
    coopsim(*SMALL, "-o", "real.h5")
    before = (place / "real.h5").read_bytes()
    (place / "folder").mkdir()
    (place / "link.h5").symlink_to("real.h5")
    (place / "dangling.h5").symlink_to("nowhere.h5")
    os.mkfifo(place / "pipe")
    assert target in refused(coopsim, "-o", target, "--overwrite")
    assert (place / "real.h5").read_bytes() == before and not (place / "nowhere.h5").exists()
    nothing_new(place, "real.h5", "folder", "link.h5", "dangling.h5", "pipe")


def test_a_missing_folder_is_named_with_the_command_that_makes_it(coopsim, place):
    assert "mkdir -p no/such" in refused(coopsim, "-o", "no/such/a.h5")
    nothing_new(place)


def test_a_file_where_a_folder_should_be(coopsim, place):
    (place / "results").write_text("a file")
    assert "results" in refused(coopsim)
    assert "results" in refused(coopsim, "-o", "results/a.h5")
    assert (place / "results").read_text() == "a file"
    nothing_new(place, "results")


@pytest.mark.parametrize("folder", ["/proc", "/sys"])
def test_a_file_system_that_takes_no_files(coopsim, place, folder):
    """These refuse new files to everyone, root included."""
    process = coopsim.start(*SMALL, "-o", f"{folder}/a.h5")
    error = process.communicate()[1]
    assert process.returncode in (73, 77) and folder in error and "fault of coopsim" not in error
    nothing_new(place)


def test_names_that_are_none(coopsim, place):
    assert "empty" in refused(coopsim, "-o", "", code=2)
    refused(coopsim, "-o", "folder/")
    assert "255 bytes" in refused(coopsim, "-o", "한" * 90 + ".h5")
    nothing_new(place)


def test_names_of_any_language_and_shape(coopsim, place):
    for name in ("결과 2007.h5", "it's.h5", "a\nb.h5"):
        coopsim(*SMALL, "-o", name)
        assert (place / name).is_file()
    said = coopsim("run", "scenarios/kjc_small.toml", "--replications", 1, "-o", "it's mine.h5").stdout
    assert "Next: coopsim compare 'it'\\''s mine.h5'" in said
