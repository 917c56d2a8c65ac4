# SPDX-License-Identifier: Apache-2.0
"""run.draws and coopsim compare --assumptions: the study again with its unknowns drawn anew."""
import json
import re
import shlex

import h5py
import numpy
import pytest
import xarray
from conftest import EQUAL, Program, document, furnish

UNCERTAIN = """schema = 1
extends = "kjc_small.toml"
[run]
replications = 3
draws = 24
draw_replications = 2
[learning]
productivity_of_practice = { value = 0.45, uncertain = { triangular = [0.2, 0.45, 0.9] } }
[training]
quit_rate = { value = 0.117, uncertain = { uniform = [0.05, 0.25] } }
"""
HEADLINE = "productivity_effect"

pytestmark = pytest.mark.filterwarnings("ignore:numpy.ndarray size changed:RuntimeWarning")


@pytest.fixture(scope="module")
def drawn(tmp_path_factory):
    folder = furnish(tmp_path_factory.mktemp("drawn"))
    (folder / "scenarios" / "mine.toml").write_text(UNCERTAIN)
    program = Program(folder)
    program("run", "scenarios/mine.toml", "-o", "a.h5", "--quiet", "-j", 1, "--no-execution")
    return program


def test_a_draw_is_the_scenario_with_the_drawn_values(drawn):
    with h5py.File(drawn.folder / "a.h5") as result:
        names = [name.decode() for name in result["assumptions/unknown"][()]]
        values = result["assumptions/drawn_value"][5]
        responses = [name.decode() for name in result["assumptions/response"][()]]
        total = result["assumptions/total"][:, 5]
    sets = [word for name, value in zip(names, values) for word in ("--set", f"{name}={float(value)!r}")]
    drawn("run", "scenarios/mine.toml", "--set", "run.draws=0", *sets, "--replications", 2, "-o", "five.h5", "--quiet")
    with h5py.File(drawn.folder / "five.h5") as result:
        for number, response in enumerate(responses):
            assert numpy.array_equal(result[f"total/{response}"][()], total[number], equal_nan=True), response


def test_draws_leave_the_study_itself_alone_and_threads_change_nothing(drawn):
    drawn("run", "scenarios/mine.toml", "-o", "b.h5", "--quiet", "-j", 3, "--no-execution")
    assert (drawn.folder / "a.h5").read_bytes() == (drawn.folder / "b.h5").read_bytes()
    drawn("run", "scenarios/mine.toml", "--set", "run.draws=0", "-o", "plain.h5", "--quiet")
    with h5py.File(drawn.folder / "a.h5") as result, h5py.File(drawn.folder / "plain.h5") as plain:
        assert "assumptions" in result and "assumptions" not in plain
        assert result.attrs["run_fingerprint"] == plain.attrs["run_fingerprint"]
        for name, variable in plain["total"].items():
            if variable.dtype.kind == "f":
                assert variable[()].tobytes() == result["total"][name][()].tobytes(), name


def test_more_draws_keep_the_first(drawn):
    drawn("run", "scenarios/mine.toml", "--set", "run.draws=26", "-o", "more.h5", "--quiet")
    with h5py.File(drawn.folder / "a.h5") as result, h5py.File(drawn.folder / "more.h5") as more:
        assert numpy.array_equal(result["assumptions/total"][()], more["assumptions/total"][:, :24], equal_nan=True)
        assert list(result["assumptions/draw_fingerprint"]) == list(more["assumptions/draw_fingerprint"][:24])


def test_the_file_tells_what_the_command_tells(drawn):
    found = document(drawn, "a.h5", "--assumptions")["assumptions"]
    assert found["draws"] == 24 and found["replications"] == 2
    (metric,) = found["metrics"]
    data = xarray.open_dataset(drawn.folder / "a.h5", group="assumptions").sel(response=HEADLINE)
    less = data["total"] - data["total"].sel(policy="status_quo")
    means = less.mean("replication")
    for row in metric["policies"]:
        of = data.sel(policy=row["name"])
        if row["baseline"]:
            assert numpy.isnan(of["difference_mean"]) and "mean" not in row
            continue
        own = means.sel(policy=row["name"])
        assert row["mean"] == pytest.approx(float(own.mean())) == float(of["difference_mean"])
        assert row["q95"] == pytest.approx(float(own.quantile(.95))) == float(of["difference_q95"])
        assert row["share_above"] == pytest.approx(float((own > 0).mean() + (own == 0).mean() / 2))
        assert row["regret"]["largest"] == float(of["regret_largest"])
    best = data["total"].mean("replication")
    assert metric["evpi"] == pytest.approx(float(best.max("policy").mean() - best.mean("draw").max()))
    assert metric["evpi"] == float(data["evpi"])
    assert [one["evppi"] for one in metric["unknowns"]] == list(data["evppi"].values)
    for one in metric["unknowns"]:
        assert one["evppi"] is None or 0 <= one["evppi"] <= metric["evpi"] + 1e-12
    assert set(data["unknown_section"].values) == set(data["section"].values)


def test_the_table_fits_and_names_what_matters(drawn):
    for words, environment in (((), {}), (("--verbose",), {"COLUMNS": "80"}), (("--metric", "contracts"), {})):
        said = drawn("compare", "a.h5", "--assumptions", *words, environment=environment).stdout
        assert not re.search(r"\bnan\b", said, re.I) and "uncertain parameter" in said
        assert max(map(len, said.splitlines())) <= 120
    assert "trainees" in drawn("compare", "a.h5", "--assumptions", "--metric", "trainees_returned").stdout.lower()
    assert drawn("compare", "a.h5", "--assumptions", environment={"LC_ALL": "C"}).stdout.isascii()


def test_without_draws_it_says_how_to_have_them(drawn):
    drawn("run", "scenarios/mine.toml", "--set", "run.draws=0", "--policy", "dankai", "-o", "none.h5", "--quiet",
          "--replications", 1)
    told = drawn("compare", "none.h5", "--assumptions", code=2).stderr
    assert "none.h5" in told and "run.draws=40" in told


def test_verify_runs_a_draw_again(drawn):
    assert "and 1 of 24 draws run again" in drawn("verify", "a.h5", "--sample", 1).stdout


def test_plan_counts_the_draws(drawn):
    said = drawn("plan", "scenarios/mine.toml", "--no-probe").stdout
    assert "24 draws" in said and "384 worlds" in said


def test_values_that_contradict_each_other_are_found_before_anything_runs(drawn):
    drawn("run", "scenarios/mine.toml", "--set", 'advice.age_least={value=58, uncertain={uniform=[50, 80]}}',
          "-o", "wrong.h5", code=65)
    assert not (drawn.folder / "wrong.h5").exists()


def no_gaps(said):
    assert not re.search(r"\bnan\b|\binf\b", said, re.I) and "uncertain parameter" in said
    return said


def test_policies_that_are_equal_in_every_draw_are_not_told_apart(drawn):
    law = "[learning]\nskill_decay = { value = 0.05, uncertain = { uniform = [0.01, 0.2] } }\n"
    (drawn.folder / "equal.toml").write_text(EQUAL.replace("[firms]", law + "[firms]"))
    for draws in (1, 2, 12):
        drawn("run", "equal.toml", "--set", f"run.draws={draws}", "--replications", 1, "-o", "equal.h5", "--quiet",
              "--overwrite")
        said = no_gaps(drawn("compare", "equal.h5", "--assumptions").stdout)
        assert "best on average, and in every draw" in said
        (metric,) = document(drawn, "equal.h5", "--assumptions")["assumptions"]["metrics"]
        assert metric["evpi"] == 0 and all(row["regret"]["largest"] == 0 for row in metric["policies"])


def test_worlds_that_fail_in_a_draw_are_named_and_missing(drawn):
    events = json.loads(drawn("run", "scenarios/mine.toml", "--only", "status_quo:0", "--json").stdout)["events"]
    told = drawn("run", "scenarios/mine.toml", "--set", f"run.max_events={events}", "--set", "run.draws=3", "-o",
                 "storm.h5", "--quiet", code=1).stderr
    assert re.search(r"^failed: draw \d, \w+:\d: ", told, re.M)
    command = re.search(r"^failed: draw .*\n  repeat it alone: coopsim (.*)$", told, re.M).group(1)
    drawn(*shlex.split(command), code=1)
    no_gaps(drawn("compare", "storm.h5", "--assumptions", code=1).stdout)
    assert "baseline" in drawn("compare", "a.h5", "--assumptions", "--baseline", "dankai").stdout
    assert "did you mean" in drawn("compare", "a.h5", "--assumptions", "--baseline", "danki", code=2).stderr
