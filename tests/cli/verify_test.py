# SPDX-License-Identifier: Apache-2.0
"""coopsim verify: a sample run again, two results compared, a result held against its scenario."""
import json
import re
import shutil

import h5py
import pytest

SMALL = ["run", "scenarios/kjc_small.toml", "--replications", 2, "--quiet"]


def test_a_result_is_repeated_from_the_file_alone(reader):
    said = reader("verify", "small.h5", "--sample", 1).stdout
    assert said.startswith("checksums hold; 1 of 2 replications run again")
    assert "2 of 2 replications" in reader("verify", "small.h5", "--sample", 100).stdout
    assert json.loads(reader("verify", "small.h5", "--json").stdout) == {"good": True, "differences": []}
    assert reader("verify", "small.h5", "--quiet").stdout == ""


def planted(study, place, change):
    """A copy of the small result in which `change` has altered something."""
    shutil.copy(study / "small.h5", place / "planted.h5")
    with h5py.File(place / "planted.h5", "r+") as result:
        change(result)


def add_one(result):
    result["yearly/trainees_returned"][4, 1, 20] += 1


def test_a_changed_number_is_found_by_its_checksum(coopsim, place, study):
    planted(study, place, add_one)
    said = coopsim("verify", "planted.h5", code=1).stdout
    assert "yearly/trainees_returned" in said
    assert "yearly/trainees_returned" in coopsim("verify", "planted.h5", study / "small.h5", code=1).stdout
    document = json.loads(coopsim("verify", "planted.h5", "--json", code=1).stdout)
    assert not document["good"] and len(document["differences"]) >= 1


def test_equal_results_are_equal_and_others_are_not(coopsim, study):
    coopsim(*SMALL, "-o", "a.h5", "-j", 3)
    assert coopsim("verify", "a.h5", study / "small.h5").stdout == "equal, bit for bit, outside group execution\n"
    coopsim(*SMALL, "-o", "b.h5", "--seed", 4)
    assert len(coopsim("verify", "a.h5", "b.h5", code=1).stdout.splitlines()) <= 21
    document = json.loads(coopsim("verify", "a.h5", "b.h5", "--json", code=1).stdout)
    assert {"/ attribute seed", "yearly/trainees_returned"} <= {d["where"] for d in document["differences"]}


def test_against_its_own_scenario(reader):
    said = reader("verify", "small.h5", "--against", "scenarios/kjc_small.toml", "--set", "run.replications=2").stdout
    assert "same fingerprints" in said


@pytest.mark.parametrize("change, why", [
    ([], "computed from"),  # eight replications
    (["--set", "run.replications=2", "--set", "run.seed=5"], "computed from"),
    (["--set", "run.replications=2", "--set", "firms.count=499"], "computed from"),
])
def test_against_another_scenario(reader, change, why):
    told = reader("verify", "small.h5", "--against", "scenarios/kjc_small.toml", *change, code=65)
    assert told.stdout == "" and why in told.stderr and "small.h5" in told.stderr


def test_against_its_scenario_with_a_policy_missing(coopsim):
    coopsim(*SMALL, "-o", "a.h5", "--policy", "dankai")
    told = coopsim("verify", "a.h5", "--against", "scenarios/kjc_small.toml", "--set", "run.replications=2",
                   code=65).stderr
    assert "2 of 6 policies" in told
    assert "same fingerprints" in coopsim("verify", "a.h5").stdout


def test_a_result_of_another_engine_cannot_be_repeated(coopsim, place, study):
    planted(study, place, lambda result: result.attrs.modify("engine_version", result.attrs["engine_version"] + 1))
    told = coopsim("verify", "planted.h5", code=65).stderr
    assert re.search(r"computed by engine (\d+), and this is engine (\d+)", told)


def test_what_makes_no_sense_together(reader):
    assert "--against" in reader("verify", "small.h5", "--set", "run.seed=5", code=2).stderr
    assert "--sample" in reader("verify", "small.h5", "small.h5", "--sample", 2, code=2).stderr


def test_what_is_no_result(coopsim, place):
    (place / "text.h5").write_text("not a result")
    assert "text.h5" in coopsim("verify", "text.h5", code=65).stderr
    assert "nowhere.h5" in coopsim("verify", "nowhere.h5", code=66).stderr
    assert json.loads(coopsim("verify", "nowhere.h5", "--json", code=66).stdout)["exit_code"] == 66
