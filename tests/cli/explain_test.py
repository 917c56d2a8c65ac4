# SPDX-License-Identifier: Apache-2.0
"""coopsim explain: two policies of a result, told apart in one replication."""
import fcntl
import json
import os
import pty
import re
import shutil
import struct
import termios

import h5py
import pytest

PAIR = ["status_quo", "dankai"]


def document(program, *words, code=0):
    return json.loads(program("explain", *words, "--json", code=code).stdout)


@pytest.fixture(scope="module")
def found(study):
    from conftest import Program
    return document(Program(study), "small.h5", *PAIR)


def test_it_says_where_they_part_what_differs_and_who_gains(reader):
    text = reader("explain", "small.h5", *PAIR).stdout
    assert "Why dankai differs from status_quo, in replication 0" in text.replace("\n", " ")
    assert re.search(r"^They part on 2007-01-01: office$", text, re.M)
    assert re.search(r"^  2007-01-01  share_path: account training", text, re.M)
    assert re.search(r"^  gain most +\d+ ", text, re.M) and re.search(r"^  lose most +\d+ ", text, re.M)
    assert len(re.findall(r"^Firm [\d,]+ ", text, re.M)) == 2
    assert "nan" not in text.lower() and "\x1b" not in text


@pytest.mark.parametrize("words", [[], ["--firms", "8"], ["--replication", "1"]])
def test_lines_fit_into_the_columns_of_a_file(reader, words):
    text = reader("explain", "small.h5", *PAIR, *words).stdout
    assert max(map(len, text.splitlines())) <= 120


def test_lines_fit_a_terminal_of_eighty_columns(reader):
    reading, writing = pty.openpty()
    fcntl.ioctl(writing, termios.TIOCSWINSZ, struct.pack("HHHH", 40, 80, 0, 0))
    process = reader.start("explain", "small.h5", *PAIR, "--firms", 3, stdout=writing)
    os.close(writing)
    shown = b""
    try:
        while piece := os.read(reading, 65536):
            shown += piece
    except OSError:
        pass  # the program has gone
    assert process.wait() == 0
    process.stderr.close()
    os.close(reading)
    lines = re.sub("\x1b\\[[0-9]*m", "", shown.decode()).split("\r\n")
    assert max(map(len, lines)) <= 80 and any(line.startswith("They part on") for line in lines)


def test_the_fingerprints_are_those_of_the_file(found, study):
    with h5py.File(study / "small.h5") as result:
        names = [name.decode() for name in result["yearly/policy"][()]]
        held = result["provenance/fingerprint"][()]
    for world in (found["a"], found["b"]):
        assert held[names.index(world["name"]), 0].decode() == world["fingerprint"]


def test_the_counts_are_those_of_the_responses(found, study):
    firms = found["firms"]
    compared = firms["gain"] + firms["lose"] + firms["differ_less"] + firms["equal"]
    with h5py.File(study / "small.h5") as result:
        names = [name.decode() for name in result["yearly/policy"][()]]
        at = names.index("dankai"), 0, -1
        assert firms["gain"] / compared == pytest.approx(result["yearly/firms_gaining"][at], rel=1e-9)
        assert firms["lose"] / compared == pytest.approx(result["yearly/firms_losing"][at], rel=1e-9)
    assert compared + firms["not_compared"] == 500 and firms["year"] == 2016
    assert firms["threshold_percent"] == pytest.approx(.1)


def test_the_first_to_part_is_the_first_of_all_and_a_lever_acts_by_then(found):
    programmes = found["programmes"]
    assert found["they_part"] and found["first"] == programmes[0]
    assert [one["at"] for one in programmes] == sorted(one["at"] for one in programmes)
    assert len({one["programme"]["id"] for one in programmes}) == len(programmes) > 5
    assert all(one["programme"]["label_en"] and one["programme"]["label_ko"] for one in programmes)
    settings = {one["lever"]: one for one in found["settings"]}
    later = settings.pop("association_courses")
    assert later["acts_from"] == "2008-01-01" and not later["acts_when_they_part"]
    assert set(settings) == {"share_path", "composition", "release_to"}
    assert all(one["acts_from"] == "2007-01-01" and one["acts_when_they_part"] for one in settings.values())
    assert settings["share_path"]["a"] is None and settings["share_path"]["label_ko"]


def test_a_lever_that_acts_later_is_when_they_part(reader):
    first = document(reader, "small.h5", "announced_path", "abrupt_cut")
    [cut] = first["settings"]
    assert cut["lever"] == "abrupt_cut" and cut["acts_from"] == "2007-07-01"
    assert first["first"]["at"] == "2007-07-01" and first["first"]["event"] == "rescinded"
    assert not first["first"]["happens_under_a"] and first["first"]["happens_under_b"]


def test_winners_come_with_stories_that_end_in_their_difference(reader):
    firms = document(reader, "small.h5", *PAIR, "--firms", 3)
    assert len(firms["stories"]) == 6
    most = firms["firms"]["gain_most"] + firms["firms"]["lose_most"]
    for story in firms["stories"]:
        [listed] = [one for one in most if one["firm"] == story["firm"]]
        assert story["difference_percent"] == listed["difference_percent"]
        assert story["years"][-1]["difference_percent"] == story["difference_percent"]
        assert story["events"] and story["gains"]
        for event in story["events"]:
            assert (event["a"] != event["b"]) and event["kind"]["label_ko"] and event["account"]["label_en"]
    assert document(reader, "small.h5", *PAIR, "--firms", 0)["stories"] == []


def test_differences_turn_with_the_order_of_the_names(reader, found):
    turned = document(reader, "small.h5", *reversed(PAIR))
    assert turned["firms"]["gain"] == found["firms"]["lose"]
    assert turned["firms"]["gain_most"][0]["firm"] == found["firms"]["lose_most"][0]["firm"]


def test_reference_worlds_can_be_explained(reader):
    stopped = document(reader, "small.h5", "STOP", "status_quo")
    assert stopped["first"]["at"] == "2007-01-01" and stopped["settings"] == []
    never = document(reader, "small.h5", "NONE", "status_quo")
    assert never["first"]["at"] == "1993-01-01"
    assert "never had a programme" in reader("explain", "small.h5", "NONE", "dankai").stdout


def test_the_same_whatever_the_threads_that_wrote_the_file(coopsim):
    texts = set()
    for threads in (1, 4):
        coopsim("run", "scenarios/kjc_small.toml", "--replications", 2, "-o", "t.h5", "-j", threads, "--overwrite",
                "--quiet")
        texts.add(coopsim("explain", "t.h5", *PAIR, "--replication", 1, "--json").stdout)
    assert len(texts) == 1


def test_two_names_for_one_policy_never_part(coopsim):
    (coopsim.folder / "scenarios" / "twin.toml").write_text(
        'schema = 1\nextends = "kjc_small.toml"\n[[policy]]\nname = "twin"\non = "announced_path"\n'
        'total = { factor = 1 }\n')
    coopsim("run", "scenarios/twin.toml", "--replications", 1, "--set", "firms.count=60", "-o", "same.h5", "--quiet")
    same = document(coopsim, "same.h5", "announced_path", "twin")
    assert not same["they_part"] and same["first"] is None and same["stories"] == []
    assert [one["lever"] for one in same["settings"]] == ["total"]
    text = coopsim("explain", "same.h5", "announced_path", "twin").stdout
    assert "They never part" in text and "total: factor 1" in text


def test_quiet_says_nothing(reader):
    done = reader("explain", "small.h5", *PAIR, "--quiet")
    assert (done.stdout, done.stderr) == ("", "")


@pytest.mark.parametrize("words, told", [
    (["status_quo", "dankay"], "did you mean dankai?"), (["nobody", "dankai"], "It has: status_quo"),
    (["dankai", "dankai"], "dankai does not differ from itself"),
    ([*PAIR, "--replication", 2], "replications 0 to 1"), ([*PAIR, "--replication", -1], "--replication"),
    ([*PAIR, "--firms", 101], "--firms"), (["dankai"], "B is required")])
def test_what_makes_no_sense_is_said(reader, words, told):
    done = reader("explain", "small.h5", *words, code=2)
    assert told in done.stderr and done.stdout == ""


def planted(study, place, change):
    shutil.copy(study / "small.h5", place / "planted.h5")
    with h5py.File(place / "planted.h5", "r+") as result:
        change(result)


def test_another_fingerprint_in_the_file_is_an_error(coopsim, place, study):
    def change(result):
        prints = result["provenance/fingerprint"]
        all_prints = prints[()]
        all_prints[:, 0] = all_prints[:, 1]
        prints[...] = all_prints
    planted(study, place, change)
    told = coopsim("explain", "planted.h5", *PAIR, code=1)
    assert "status_quo:0 run again has fingerprint" in told.stderr and told.stdout == ""
    coopsim("explain", "planted.h5", *PAIR, "--replication", 1)


def test_a_result_of_another_engine_is_an_error(coopsim, place, study):
    planted(study, place, lambda result: result.attrs.modify("engine_version", result.attrs["engine_version"] + 1))
    assert "this is engine" in coopsim("explain", "planted.h5", *PAIR, code=65).stderr


def test_a_world_that_failed_cannot_be_explained(coopsim):
    events = [json.loads(coopsim("run", "scenarios/kjc_small.toml", "--only", f"{policy}:0", "--json").stdout)
              ["events"] for policy in ("status_quo", "abrupt_cut")]
    coopsim("run", "scenarios/kjc_small.toml", "--replications", 1, "--set", f"run.max_events={min(events)}",
            "-o", "storm.h5", "--quiet", code=1)
    told = coopsim("explain", "storm.h5", "status_quo", "abrupt_cut", code=1)
    assert "failed in storm.h5" in told.stderr and told.stdout == ""
