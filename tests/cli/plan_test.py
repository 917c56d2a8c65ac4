# SPDX-License-Identifier: Apache-2.0
"""coopsim plan, check, describe and validate: what they say, and that they write nothing."""
import json
import re

import pytest


def plan(coopsim, *words, code=0):
    return json.loads(coopsim("plan", "scenarios/kjc_small.toml", "--json", *words, code=code).stdout)


def test_plan_counts_what_would_run(coopsim, place):
    said = coopsim("plan", "scenarios/kjc_small.toml").stdout
    assert re.search(r"^worlds +64 = 8 replications x \(6 policies \+ NONE and STOP\)$", said, re.M)
    assert re.search(r"^time +(about .* s|about under a second) with \d+ threads?, for [\d,]+ events$", said, re.M)
    assert re.search(r"^memory +about [\d.]+ MB with", said, re.M)
    assert re.search(r"^disk +about [\d.]+ MB$", said, re.M)
    assert said.endswith("Next: coopsim run scenarios/kjc_small.toml\n")
    assert [p.name for p in place.iterdir()] == ["scenarios"]


def test_plan_follows_what_is_asked(coopsim):
    document = plan(coopsim, "--policy", "dankai", "--replications", 3, "-j", 2)
    assert document["policies"] == ["status_quo (baseline)", "dankai"]
    assert document["worlds"] == 12 and document["threads"] == 2 and document["seconds"] > 0


@pytest.mark.parametrize("replications", [2, 40])
def test_the_disk_that_plan_expects_is_what_a_run_takes(coopsim, place, replications):
    expected = plan(coopsim, "--replications", replications, "--no-probe")["disk_bytes"]
    coopsim("run", "scenarios/kjc_small.toml", "--replications", replications, "-o", "a.h5", "--quiet")
    assert abs((place / "a.h5").stat().st_size / expected - 1) < 0.1


def test_the_events_that_plan_expects_come_from_a_world_that_ran(coopsim):
    one = plan(coopsim, "--replications", 1)["events"]
    assert plan(coopsim, "--replications", 5)["events"] == 5 * one
    worlds = ["status_quo", "announced_path", "abrupt_cut", "cut_without_reuse", "dankai", "training_restored",
              "NONE", "STOP"]
    counted = sum(json.loads(coopsim("run", "scenarios/kjc_small.toml", "--only", f"{world}:0", "--json").stdout)
                  ["events"] for world in worlds)
    assert one == counted


def test_a_probe_of_very_many_firms_is_short_and_grows_with_them(coopsim):
    """Extrapolated from a few thousand firms, so the number of events is a straight line."""
    at = {firms: plan(coopsim, "--set", f"firms.count={firms}", "--replications", 1)["events"]
          for firms in (40000, 70000, 100000)}
    assert at[100000] - at[70000] == pytest.approx(at[70000] - at[40000], abs=2)
    assert at[40000] > 1000000


def test_without_a_probe_nothing_is_timed(coopsim):
    assert "seconds" not in plan(coopsim, "--no-probe")
    assert "time" not in coopsim("plan", "scenarios/kjc_small.toml", "--no-probe").stdout.split()


def test_plan_says_what_run_would_refuse(coopsim):
    document = plan(coopsim, "--replications", 1000000, "--no-probe", code=1)
    assert len(document["too_large"]) == 1 and "disk" in document["too_large"][0]
    said = coopsim("plan", "scenarios/kjc_small.toml", "--replications", 1000000, "--no-probe", code=1).stdout
    assert "TOO LARGE" in said and "--yes-i-know" in said


def test_check_is_content_or_names_every_mistake(coopsim, place):
    assert "is sound" in coopsim("check", "scenarios/kjc_2007.toml").stdout
    (place / "bad.toml").write_text('schema = 1\n[run]\nreplicatons = 3\n[firms]\ncount = -1\n')
    told = coopsim("check", "bad.toml", code=65)
    assert told.stdout == "" and "bad.toml:3:1" in told.stderr and "bad.toml:5:" in told.stderr
    document = json.loads(coopsim("check", "bad.toml", "--json", code=65).stdout)
    assert {problem["line"] for problem in document["problems"]} >= {3, 5}


def test_check_tells_what_is_odd_but_accepted(coopsim, place):
    text = (place / "scenarios/kjc_small.toml").read_text()
    (place / "scenarios/mine.toml").write_text("\ufeff" + text)
    said = coopsim("check", "scenarios/mine.toml").stdout
    assert "is sound" in said and "byte order mark" in said
    assert len(json.loads(coopsim("check", "scenarios/mine.toml", "--json").stdout)["notes"]) == 1


def test_every_name_that_is_listed_is_explained(coopsim):
    names = coopsim("describe", "--list").stdout.split("\n")[:-1]
    assert len(names) > 300 and len(set(names)) == len(names)
    rows = json.loads(coopsim("describe", "--json").stdout)
    assert list(dict.fromkeys(row["name"] for row in rows)) == names
    assert all(row["label_en"] and row["label_ko"] for row in rows)
    for name in names[::25]:
        said = coopsim("describe", name).stdout
        assert said.startswith(f"{name}   ")
        assert max(map(len, said.splitlines())) <= 120


def test_describe_shows_what_a_name_contains(coopsim):
    assert "share_path.account" in coopsim("describe", "share_path").stdout
    assert "firms.count" in coopsim("describe", "firms").stdout
    assert "response" in coopsim("describe", "firms").stdout and "section" in coopsim("describe", "firms").stdout
    assert coopsim("describe", "A2").stdout == coopsim("describe", "budget.account.A2").stdout


def test_describe_can_write_pages_and_a_schema(coopsim):
    assert json.loads(coopsim("describe", "--schema").stdout)["type"] == "object"
    assert coopsim("describe", "--reference", "parameters").stdout.startswith("# Parameters")


def test_validate_says_what_each_target_is_worth(reader):
    done = reader("validate", "small.h5", code=1)
    assert re.search(r"^id +target +", done.stdout, re.M) and "held out" in done.stdout.lower()
    rows = json.loads(reader("validate", "small.h5", "--json", code=1).stdout)
    assert {"within", "MISSED"} & {row["verdict"] for row in rows}
    assert {row["kind"] for row in rows} == {"identity (an input)", "calibrated", "held out", "bound", "start-up"}
    start = {row["target"]: row for row in rows if row["kind"] == "start-up"}
    assert set(start) == {"seat_fill", "training_wait", "budget_execution"} and "Start-up" in done.stdout
    assert all(row["verdict"] in ("settled", "still moves") and row["simulated"] <= 7 for row in start.values())
    bounds = [row["target"] for row in rows if row["kind"] == "bound"]
    assert len(bounds) == 6 and any("announced_path" in target for target in bounds)
    assert reader("validate", "small.h5", "--quiet", code=1).stdout == ""


def test_summary_of_a_file_is_that_of_the_run(coopsim):
    ran = coopsim("run", "scenarios/kjc_small.toml", "--replications", 2, "-o", "a.h5", "--progress", "none").stdout
    assert ran.startswith(coopsim("summary", "a.h5").stdout)
    assert coopsim("summary", "a.h5", "--quiet").stdout == ""


def test_summary_says_what_money_is_not_modelled_and_ranks_nothing(reader):
    document = json.loads(reader("summary", "small.h5", "--json").stdout)
    said = reader("summary", "small.h5").stdout
    assert ("policies are not ranked" in said) == (document["not_modelled_share"] > 0)
    assert not any(word in said for word in ("best", "better", "worse", "rank 1"))


def test_summary_shows_costs_and_benefits_and_says_what_they_rest_on(reader):
    policies = json.loads(reader("summary", "small.h5", "--json").stdout)["policies"]
    said = reader("summary", "small.h5").stdout
    assert re.search(r"^policy +money +money +full +cautious +cost", said, re.M)
    assert "Both rest on effects measured elsewhere and on assumed costs" in re.sub(r"\s+", " ", said)
    for policy in policies:
        costs = policy["economics"]
        cost = costs["public_cost"]["mean"] + costs["firm_cost"]["mean"]
        assert cost > 0 and costs["cost_per_trainee"]["mean"] > 0
        values = {each["valuation"]: each for each in costs["valuations"]}
        assert list(values) == ["full_value", "cautious", "full_value_and_trade", "cautious_and_trade"]
        full, cautious = values["full_value"], values["cautious"]
        assert cautious["benefit"]["mean"] == pytest.approx(.3 * .75 * full["benefit"]["mean"])
        assert full["net_present_value"]["mean"] == pytest.approx(full["benefit"]["mean"] - cost)
        assert f"{full['benefit']['mean'] / 1e6:.1f}" in said
