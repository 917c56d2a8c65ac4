# SPDX-License-Identifier: Apache-2.0
"""coopsim packages: what each lever of a policy brings."""
import json

import h5py
import pytest

SMALL = ["--set", "firms.count=60", "--replications"]
SCENARIO = "scenarios/kjc_small.toml"


def document(program, *words):
    return json.loads(program("packages", *words, "--json", "--quiet").stdout)


@pytest.fixture(scope="module")
def taken_apart(tmp_path_factory):
    """A program, and dankai's levers by productivity_effect over four replications."""
    from conftest import Program, furnish
    program = Program(furnish(tmp_path_factory.mktemp("packages")))
    return program, document(program, SCENARIO, "dankai", *SMALL, 4)


def test_shares_sum_to_what_the_policy_brings_over_the_baseline(taken_apart):
    program, found = taken_apart
    program("run", SCENARIO, *SMALL, 4, "-o", "run.h5", "--policy", "dankai", "--quiet")
    with h5py.File(program.folder / "run.h5") as result:
        values = result["total/productivity_effect"][()]
    assert found["whole"]["mean"] == pytest.approx((values[1] - values[0]).mean(), abs=1e-9)
    assert sum(lever["share"]["mean"] for lever in found["levers"]) == pytest.approx(found["whole"]["mean"], abs=1e-9)
    assert [lever["lever"] for lever in found["levers"]] == ["share_path", "composition", "release_to",
                                                             "association_courses"]
    assert len(found["interactions"]) == 6 and found["replications"] == 4


def test_a_lever_with_nothing_to_act_on_is_told_and_changes_nothing(taken_apart):
    _, found = taken_apart
    assert found["idle"] == [{"lever": "release_to", "without": ["share_path"]}]
    assert found["combinations"] == 12
    alone = {lever["lever"]: lever["alone"]["mean"] for lever in found["levers"]}
    assert alone["release_to"] == 0


def test_a_lever_left_out_leaves_the_policy_without_it(taken_apart):
    program, _ = taken_apart
    # abrupt_cut is announced_path and one lever more.
    found = document(program, SCENARIO, "abrupt_cut", *SMALL, 4, "--lever", "abrupt_cut")
    program("run", SCENARIO, *SMALL, 4, "-o", "two.h5", "--quiet")
    with h5py.File(program.folder / "two.h5") as result:
        names = [name.decode() for name in result["yearly/policy"][()]]
        values = result["total/productivity_effect"][()]
    cut, path = (values[names.index(name)] for name in ("abrupt_cut", "announced_path"))
    lever, = found["levers"]
    assert lever["lost_if_left_out"]["mean"] == pytest.approx((cut - path).mean(), abs=1e-9)
    assert found["whole"]["mean"] == lever["share"]["mean"] == lever["alone"]["mean"]


def test_threads_change_nothing(taken_apart):
    program, found = taken_apart
    for threads in (1, 3):
        assert document(program, SCENARIO, "dankai", *SMALL, 4, "-j", threads) == found


def test_the_table_fits_and_has_a_line_for_every_lever(taken_apart):
    program, found = taken_apart
    text = program("packages", SCENARIO, "dankai", *SMALL, 4).stdout
    assert max(map(len, text.splitlines())) <= 120 and "nan" not in text.lower()
    for lever in found["levers"]:
        assert "\n" + lever["lever"] + " " in text
    assert "all together" in text and "release_to does nothing without share_path" in text


def test_one_replication_has_shares_and_no_interval(taken_apart):
    program, _ = taken_apart
    text = program("packages", SCENARIO, "abrupt_cut", *SMALL, 1, "--lever", "abrupt_cut").stdout
    assert "[" not in text and "nan" not in text.lower()


@pytest.mark.parametrize("words, meant", [(["dankay"], "dankai"), (["dankai", "--metric", "contract"], "contracts"),
                                          (["dankai", "--lever", "release"], "release_to"),
                                          (["status_quo"], "nothing to take apart"),
                                          (["dankai", "--lever", "total"], "does not differ from the baseline by it")])
def test_what_cannot_be_taken_apart_is_told(taken_apart, words, meant):
    program, _ = taken_apart
    told = program("packages", SCENARIO, *words, code=2)
    assert meant in told.stderr and told.stdout == ""
