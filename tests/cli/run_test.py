# SPDX-License-Identifier: Apache-2.0
"""coopsim run: what it writes, what it prints where, and what its options change."""
import json
import re

import h5py
import pytest

SMALL = ["run", "scenarios/kjc_small.toml", "--replications", 2]
POLICIES = ["status_quo", "announced_path", "abrupt_cut", "cut_without_reuse", "dankai", "training_restored"]
ESCAPE = "\x1b"


def test_results_go_to_stdout_and_progress_to_stderr(coopsim, place):
    done = coopsim(*SMALL, "-o", "a.h5", "--progress", "lines")
    assert done.stdout.startswith("KJC 2007 at a twentieth\n")
    for policy in POLICIES:
        assert len(re.findall(rf"^{policy} ", done.stdout, re.M)) == 2  # one line in the table of outcomes, one in that of money
    assert "Next: coopsim compare a.h5" in done.stdout
    assert "6 policies, 2 replications" in done.stderr and "status_quo" not in done.stderr
    assert ESCAPE not in done.stdout + done.stderr
    assert sorted(p.name for p in place.iterdir()) == ["a.h5", "scenarios"]


def test_without_o_the_result_is_named_after_the_scenario(coopsim, place):
    coopsim(*SMALL, "--quiet")
    assert (place / "results" / "kjc_small.h5").is_file()


def test_quiet_says_nothing_and_does_all(coopsim, place, study):
    done = coopsim(*SMALL, "-o", "a.h5", "--quiet")
    assert (done.stdout, done.stderr) == ("", "")
    coopsim("verify", "a.h5", study / "small.h5", "--quiet")


def test_json_is_one_document_with_every_policy(coopsim):
    document = json.loads(coopsim(*SMALL, "-o", "a.h5", "--json", "--progress", "none").stdout)
    assert [policy["name"] for policy in document["policies"]] == POLICIES
    assert document["replications"] == 2 and document["failed"] == [] and document["worlds"] == 16
    assert document["policies"][0]["difference_bp"] is None
    for policy in document["policies"][1:]:
        difference = policy["difference_bp"]
        assert difference["lo95"] <= difference["mean"] <= difference["hi95"]


def test_one_replication_has_no_interval(coopsim):
    document = json.loads(coopsim("run", "scenarios/kjc_small.toml", "--replications", 1, "-o", "a.h5",
                                  "--json", "--quiet").stdout)
    assert all(policy["trainees_returned"]["mean"] >= 0 for policy in document["policies"])
    assert all(policy["trainees_returned"]["lo95"] is None for policy in document["policies"])


def test_progress_as_json_counts_to_the_end(coopsim):
    done = coopsim(*SMALL, "-o", "a.h5", "--progress", "json", "--json")
    lines = [json.loads(line) for line in done.stderr.splitlines()]
    assert [lines[0]["done"], lines[0]["total"]] == [0, 16]
    assert lines[-1]["done"] == lines[-1]["total"] == 16 and lines[-1]["failed"] == 0
    assert [line["done"] for line in lines] == sorted(line["done"] for line in lines)


def test_any_number_of_threads_gives_the_same_bytes(coopsim, place):
    for threads in (1, 2, 8):
        coopsim(*SMALL, "-o", f"{threads}.h5", "-j", threads, "--no-execution", "--quiet")
    assert (place / "1.h5").read_bytes() == (place / "2.h5").read_bytes() == (place / "8.h5").read_bytes()


def test_seed_and_set_are_what_the_scenario_could_say(coopsim):
    coopsim(*SMALL, "-o", "a.h5", "--seed", 7, "--quiet")
    coopsim(*SMALL, "-o", "b.h5", "--set", "run.seed=7", "--quiet")
    coopsim(*SMALL, "-o", "c.h5", "--seed", 8, "--quiet")
    assert "equal" in coopsim("verify", "a.h5", "b.h5").stdout
    assert "run_fingerprint" in coopsim("verify", "a.h5", "c.h5", code=1).stdout


def test_set_changes_what_it_names(coopsim, place):
    coopsim(*SMALL, "-o", "a.h5", "--set", "firms.count=40", "--quiet")
    with h5py.File(place / "a.h5") as result:
        scenario = result["provenance/scenario"][()]
    assert re.search(rb"^count\s*=\s*(40\b|\{ value = 40\b)", scenario, re.M)


def test_a_policy_alone_brings_the_baseline_and_the_same_numbers(coopsim, place, study):
    coopsim(*SMALL, "-o", "a.h5", "--policy", "dankai", "--quiet")
    some = json.loads(coopsim("summary", "a.h5", "--json").stdout)["policies"]
    every = json.loads(coopsim("summary", study / "small.h5", "--json").stdout)["policies"]
    assert [policy["name"] for policy in some] == ["status_quo", "dankai"]
    assert some == [policy for policy in every if policy["name"] in ("status_quo", "dankai")]


def test_an_unknown_policy_is_told_the_nearest(coopsim, place):
    told = coopsim(*SMALL, "--policy", "dankay", code=2).stderr
    assert "did you mean dankai?" in told and not (place / "results").exists()


def test_only_repeats_one_world_with_the_numbers_of_the_file(coopsim, study, place):
    one = json.loads(coopsim(*SMALL, "--only", "dankai:1", "--json").stdout)
    again = json.loads(coopsim(*SMALL, "--only", "dankai:1", "--json").stdout)
    other = json.loads(coopsim(*SMALL, "--only", "dankai:0", "--json").stdout)
    assert one == again and one["fingerprint"] != other["fingerprint"]
    assert one["world"] == "dankai" and one["replication"] == 1 and one["error"] == ""
    with h5py.File(study / "small.h5") as result:
        at = POLICIES.index("dankai")
        for name in ("trainees_returned", "productivity_effect", "budget_spent"):
            assert one["responses_of_last_year"][name] == pytest.approx(result["yearly"][name][at, 1, -1], abs=0)
    assert sorted(p.name for p in place.iterdir()) == ["scenarios"]


@pytest.mark.parametrize("world", ["NONE", "STOP"])
def test_only_takes_the_reference_worlds(coopsim, world):
    text = coopsim(*SMALL, "--only", f"{world}:1").stdout
    assert text.startswith(f"{world}:1  ") and "productivity_effect" in text


@pytest.mark.parametrize("world", ["dankai", "dankai:", ":1", "dankai:-1", "dankai:x", "dankai:1:", "dankai:1e3"])
def test_only_says_how_it_is_written(coopsim, world):
    assert "POLICY:REPLICATION" in coopsim(*SMALL, f"--only={world}", code=2).stderr


def test_a_compressed_result_says_the_same_and_is_smaller(coopsim, place, study):
    coopsim(*SMALL, "-o", "a.h5", "--compress", "--quiet")
    assert (place / "a.h5").stat().st_size < 0.8 * (study / "small.h5").stat().st_size
    assert "equal" in coopsim("verify", "a.h5", study / "small.h5").stdout


def test_a_scenario_with_mistakes_touches_nothing(coopsim, place):
    (place / "mine.toml").write_text('schema = 1\n[run]\nreplicatons = 3\n')
    told = coopsim("run", "mine.toml", code=65).stderr
    assert "mine.toml:3:1" in told and "did you mean run.replications?" in told
    assert not (place / "results").exists()


def test_absurd_sizes_are_refused_with_the_figure(coopsim, place):
    told = coopsim("run", "scenarios/kjc_small.toml", "--replications", 1000000, code=2).stderr
    assert re.search(r"about [\d.]+ [GT]B of disk, and [\d.]+ [KMG]B (are free|is the most)", told)
    assert "--yes-i-know" in told
    told = coopsim("run", "scenarios/kjc_small.toml", "--set", "firms.count=1000000", "-j", 1024,
                   "--replications", 100000, code=2).stderr
    assert re.search(r"about \d+ GB of memory", told)
    assert not (place / "results").exists()


def test_an_input_that_is_missing_is_66(coopsim):
    assert "nowhere.toml" in coopsim("run", "nowhere.toml", code=66).stderr
