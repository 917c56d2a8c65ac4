# SPDX-License-Identifier: Apache-2.0
"""Worlds that fail: isolated, named with the command that repeats them alone, exit code 1."""
import json
import re
import shlex

import h5py
import pytest


@pytest.fixture
def storm(coopsim):
    """A study that allows just as many events as the tamest of two policies has: the other fails."""
    events = [json.loads(coopsim("run", "scenarios/kjc_small.toml", "--only", f"{policy}:0", "--json").stdout)
              ["events"] for policy in ("status_quo", "abrupt_cut")]
    assert events[0] != events[1]
    return ["run", "scenarios/kjc_small.toml", "--replications", 2, "--set", f"run.max_events={min(events)}"]


@pytest.fixture
def stormy(coopsim, storm):
    """What the program says of it: some worlds have failed, others have not."""
    document = json.loads(coopsim(*storm, "-o", "a.h5", "--json", "--quiet", code=1).stdout)
    assert 0 < len(document["failed"]) < document["worlds"]
    return document


def test_the_others_go_on_and_are_in_the_file(coopsim, place, stormy):
    with h5py.File(place / "a.h5") as result:
        values = result["yearly/trainees_returned"][()]
        policies = [name.decode() for name in result["yearly/policy"][()]]
    failed = {(failure["world"], failure["replication"]) for failure in stormy["failed"]}
    gone = {(policy, r) for p, policy in enumerate(policies) for r in range(2)
            if (values[p, r] != values[p, r]).all()}
    assert gone == {(world, r) for world, r in failed if world in policies}
    assert 0 < len(gone) < 12


def test_nothing_is_compared_among_survivors(coopsim, stormy):
    assert all(policy["difference_bp"] is None and policy["verdict"] == "" for policy in stormy["policies"])
    text = coopsim("summary", "a.h5", code=1).stdout
    assert f"{len(stormy['failed'])} of {stormy['worlds']} worlds" in text
    assert "accounted for" not in text and "higher" not in text


def test_each_is_named_with_a_command_that_repeats_it(coopsim, storm, stormy):
    told = coopsim(*storm, "-o", "b.h5", "--quiet", code=1).stderr
    commands = re.findall(r"repeat it alone: coopsim (.*)", told)
    assert 0 < len(commands) <= 5
    for command, failure in list(zip(commands, stormy["failed"]))[:2]:
        repeated = coopsim(*shlex.split(command), code=1)
        assert repeated.stdout == ""
        assert repeated.stderr.strip() == (f"{failure['world']}:{failure['replication']} failed: "
                                           f"{failure['error']}")


def test_the_command_survives_a_shell(coopsim, place):
    (place / "my scenario's.toml").write_bytes((place / "scenarios/kjc_small.toml").read_bytes())
    for file in (place / "scenarios").iterdir():
        (place / file.name).write_bytes(file.read_bytes())
    told = coopsim("run", "my scenario's.toml", "--replications", 1, "--set", "run.max_events=100",
                   "-o", "a.h5", "--quiet", code=1).stderr
    command = re.search(r"repeat it alone: coopsim (.*)", told).group(1)
    assert "failed" in coopsim(*shlex.split(command), code=1).stderr


def test_a_failure_of_all_is_told_in_a_few_lines(coopsim):
    told = coopsim("run", "scenarios/kjc_small.toml", "--replications", 4, "--set", "run.max_events=100", "-o", "a.h5", "--quiet", code=1).stderr
    assert told.count("failed: ") == 5 and "and 27 more" in told


def test_verify_repeats_failures_as_well(coopsim, stormy):
    assert "same fingerprints" in coopsim("verify", "a.h5").stdout


def test_plan_says_it_before_a_long_run(coopsim, storm):
    told = coopsim("plan", *storm[1:], code=1).stdout
    assert re.search(r"^PROBLEM .*a world failed in the probe: \w+:0: more events", told, re.M)
