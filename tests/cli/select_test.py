# SPDX-License-Identifier: Apache-2.0
"""coopsim select: what it finds, that nothing but the values decides it, and what it refuses."""
import json
import re
import signal

import h5py
import pytest

from conftest import EQUAL

TINY = ["scenarios/kjc_small.toml", "--set", "firms.count=60"]
POLICIES = ["status_quo", "announced_path", "abrupt_cut", "cut_without_reuse", "dankai", "training_restored"]


@pytest.fixture(scope="module")
def tiny(tmp_path_factory):
    from conftest import Program, furnish
    return Program(furnish(tmp_path_factory.mktemp("tiny")))


def document(program, *words, code=0):
    return json.loads(program("select", *TINY, *words, "--json", code=code).stdout)


def rows(found):
    return {row["name"]: row for row in found["policies"]}


def test_the_selected_policy_is_named_and_every_policy_has_its_line(tiny):
    found = document(tiny)
    assert found["metric"] == "productivity_effect" and found["delta"] == 2 and found["unit"] == "bp"
    assert found["selected"] == found["leader"] and list(rows(found)) == POLICIES
    text = tiny("select", *TINY).stdout
    assert re.search(rf"^{found['selected']} .*selected$", text, re.M)
    for name, row in rows(found).items():
        if row["dropped_at"]:
            assert re.search(rf"^{name} +{row['replications']} .* dropped at {row['dropped_at']}$", text, re.M)
    assert re.search(r"^(Best|any of these)", text, re.M) and max(map(len, text.splitlines())) <= 120
    assert "nan" not in text.lower() and "\x1b" not in text


def test_means_are_those_of_a_run_of_as_many_replications(tiny):
    found = rows(document(tiny, "--delta", "3"))
    most = max(row["replications"] for row in found.values())
    tiny("run", *TINY, "--replications", most, "-o", "run.h5", "--quiet")
    with h5py.File(tiny.folder / "run.h5") as result:
        values = result["total/productivity_effect"][()]
        names = [name.decode() for name in result["yearly/policy"][()]]
    for name, row in found.items():
        own = values[names.index(name)][:row["replications"]]
        assert row["mean"] == pytest.approx(own.mean(), rel=1e-12)


def test_dropped_policies_are_no_longer_simulated_and_that_is_counted(tiny):
    found = document(tiny, "--delta", "1 bp")
    counts = [row["replications"] for row in found["policies"]]
    assert min(counts) == 20 and sum(counts) == found["replications_spent"] < len(counts) * max(counts)
    for row in found["policies"]:
        assert row["dropped_at"] in (None, row["replications"])


@pytest.mark.parametrize("words", [["--delta", "1.5"], ["--rule", "ocba", "--at-most", "150"]])
def test_threads_never_change_the_answer(tiny, words):
    assert document(tiny, *words, "-j", 1) == document(tiny, *words, "-j", 3)


def test_another_seed_is_another_sample(tiny):
    assert document(tiny, "--seed", 1)["policies"] != document(tiny, "--seed", 2)["policies"]


def test_where_less_is_better_the_lowest_is_selected(tiny):
    found = document(tiny, "--metric", "needs_given_up", "--delta", "20")
    assert found["better"] == "less"
    best = rows(found)[found["selected"]]
    for row in found["policies"]:
        if not row["within_delta"]:
            assert row["difference_to_leader"] > 0 and row["mean"] > best["mean"]


def test_policies_that_do_not_differ_by_what_matters_are_all_good(tiny):
    found = document(tiny, "--delta", "10000")
    assert all(row["within_delta"] and row["replications"] == 20 for row in found["policies"])
    assert "any of these is within 10000 bp of the best" in tiny("select", *TINY, "--delta", "10000").stdout


def test_policies_that_never_differ_are_equal(tiny):
    (tiny.folder / "equal.toml").write_text(EQUAL)
    found = json.loads(tiny("select", "equal.toml", "--json").stdout)
    assert found["still_in"] == 3 and found["replications_spent"] == 60
    assert all(row["difference_to_leader"] == 0 for row in found["policies"])
    text = tiny("select", "equal.toml").stdout
    assert text.count(" equal\n") == 2 and "any of these is within 2 bp of the best" in text
    assert "nan" not in text.lower() and "inf" not in text.lower()


def test_a_spent_budget_leaves_it_unknown_and_says_what_would_be_enough(tiny):
    words = ["--delta", ".001", "--at-most", "140"]
    found = document(tiny, *words, code=1)
    assert found["selected"] is None and found["leader"] in POLICIES and found["still_in"] > 1
    assert found["replications_spent"] <= 140 < found["budget_surely_enough"]
    text = tiny("select", *TINY, *words, code=1).stdout
    assert re.search(r"^Unknown +which is the best: ", text, re.M) and "still in, leads" in text
    assert "a larger --delta takes far fewer" in text and "selected" not in text.split("Sure?")[0]


def test_the_budget_that_is_surely_enough_is(tiny):
    words = ["--delta", ".3", "--at-most", "126"]
    found = document(tiny, *words, code=1)
    enough = found["budget_surely_enough"]
    assert f"Surely enough to know it: --at-most {enough};" in tiny("select", *TINY, *words, code=1).stdout
    assert document(tiny, *words[:-1], enough)["replications_spent"] <= enough


def test_ocba_spends_the_budget_and_promises_nothing(tiny):
    words = ["--rule", "ocba", "--at-most", "160"]
    found = document(tiny, *words)
    counts = {name: row["replications"] for name, row in rows(found).items()}
    assert sum(counts.values()) == 160 and min(counts.values()) == 20
    assert counts[found["leader"]] > 20 and found["selected"] is None and 0 <= found["guide"] <= 1
    text = tiny("select", *TINY, *words).stdout
    assert "no promise" in text and "selected" not in text and re.search(rf"^{found['leader']} .* leads$", text, re.M)


def test_ocba_seeks_the_best_few(tiny):
    words = ["--rule", "ocba", "--at-most", "160", "--best", "2"]
    found = document(tiny, *words)
    means = {name: row["mean"] for name, row in rows(found).items()}
    assert found["best"] == sorted(means, key=means.get, reverse=True)[:2] and found["best"][0] == found["leader"]
    text = tiny("select", *TINY, *words).stdout
    assert re.search(rf"^{found['best'][1]} .*among the best 2$", text, re.M) and "whether these are the best 2" in text


def test_only_the_policies_asked_for_and_the_baseline_take_part(tiny):
    assert list(rows(document(tiny, "--policy", "dankai"))) == ["status_quo", "dankai"]


def test_stress_cases_are_left_out_and_said(tiny):
    words = ["scenarios/kjc_2007_review.toml", "--set", "firms.count=60", "--set", "budget.scale=0.05"]
    found = json.loads(tiny("select", *words, "--delta", "5", "--json").stdout)
    assert found["stress_cases"] and not set(found["stress_cases"]) & set(rows(found))
    told = tiny("select", *words, "--policy", found["stress_cases"][0], code=2).stderr
    assert "stress case" in told and "never ranked" in told


def test_quiet_says_nothing(tiny):
    done = tiny("select", *TINY, "--quiet")
    assert (done.stdout, done.stderr) == ("", "")


@pytest.mark.parametrize("words, told", [
    (["--metric", "trainees_returned"], "nobody has said whether more of it is better"),
    (["--metric", "productivity_efect"], "did you mean productivity_effect"),
    (["--metric", "contracts"], "--delta is missing"),
    (["--delta", "0"], "a number above 0, in the unit of the response: bp"),
    (["--delta", "nan"], "a number above 0"),
    (["--delta", "2 %"], "in the unit of the response: bp"),
    (["--delta", "1e400"], "a number above 0"),
    (["--confidence", "95"], "did you mean 0.95?"),
    (["--confidence", ".5"], "above 0.5 and below 1"),
    (["--confidence", "sure"], "above 0.5 and below 1"),
    (["--at-most", "119"], "allowed is 120 or more"),
    (["--rule", "ocba"], "with --at-most"),
    (["--best", "2"], "allowed with --rule ocba"),
    (["--rule", "ocba", "--at-most", "200", "--best", "6"], "fewer than the 6 policies"),
    (["--rule", "best"], "allowed are elimination, ocba"),
    (["--policy", "status_quo"], "only one policy to choose from"),
    (["--policy", "dankay"], "did you mean dankai"),
])
def test_what_makes_no_sense_is_refused_before_anything_runs(tiny, words, told):
    done = tiny("select", *TINY, *words, code=2)
    assert told in done.stderr and done.stdout == ""


def test_a_replication_that_fails_is_named_and_nothing_is_selected(tiny):
    events = [json.loads(tiny("run", *TINY, "--only", f"{policy}:3", "--json").stdout)["events"]
              for policy in ("dankai", "abrupt_cut")]
    done = tiny("select", *TINY, "--set", f"run.max_events={min(events)}", code=1)
    assert re.search(r"failed: \w+:\d+: ", done.stderr) and "nothing was selected" in done.stderr
    assert "--only" in done.stderr and done.stdout == ""


def test_a_response_without_a_value_ranks_nothing(tiny):
    done = tiny("select", *TINY, "--metric", "training_wait", "--delta", "1", "--set", "training.A2.application_rate=0",
                "--set", "budget.scale=1e-9", code=1)
    assert re.search(r"training_wait has no value under \w+ in replication 0", done.stderr) and done.stdout == ""


def test_it_stops_on_request(tiny):
    process = tiny.start("select", *TINY, "--delta", ".001", "-j", 1)
    assert "6 policies" in process.stderr.readline()
    process.send_signal(signal.SIGINT)
    _, told = process.communicate()
    assert process.returncode == 75 and "nothing was selected" in told
