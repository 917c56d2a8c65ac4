# SPDX-License-Identifier: Apache-2.0
"""coopsim predict: the response at values that were not simulated, how far it is off, and what is refused."""
import json

import h5py
import numpy as np
import pytest

from known_answers_test import written
from small_sweep import result, run, sweep, write_study

LISTS = """
[[factor]]
path = "policy.dankai.release_to.share"
values = [0.4, 0.6, 0.8]
[[factor]]
path = "training.selection"
values = ["lottery", "score"]
"""


def quadratic(x):
    return 3 - x[:, 0] + 0.5 * x[:, 0] * x[:, 1] + 0.7 * x[:, 1] ** 2


@pytest.fixture(scope="module")
def known(tmp_path_factory):
    points = np.random.default_rng(5).random((30, 2))
    return written(tmp_path_factory.mktemp("known") / "r.h5", "monte_carlo", points, quadratic(points))


def told(path, *words):
    return json.loads(run("predict", path, "--json", *words).stdout)


def test_a_quadratic_is_met_at_points_that_were_not_simulated(known):
    found = told(known, "--set", "x1=0.3", "--set", "x2=0.9")
    assert found["predicted"] == pytest.approx(quadratic(np.array([[0.3, 0.9]]))[0], abs=1e-9)
    assert found["within"] and found["degree"] == 2 and found["terms"] == 6 and found["points"] == 30
    assert found["left_out_error"] < 1e-9 and found["predictive_r_squared"] == pytest.approx(1)
    assert found["reference"] == {"predicted": pytest.approx(3), "simulated": 0}
    assert (found["policy"], found["less"], found["set"]) == ("b", "a", {"x1": 0.3, "x2": 0.9})


def test_a_factor_is_followed_along_its_range(known):
    found = told(known, "--over", "x2", "--set", "x1=0.5")
    steps = found["over"]["steps"]
    assert len(steps) == 11 and "predicted" not in found
    for step in steps:
        assert step["predicted"] == pytest.approx(quadratic(np.array([[0.5, step["value"]]]))[0], abs=1e-9)


def test_beyond_what_was_tried_it_says_that_it_guesses(known):
    assert not told(known, "--set", "x1=1.5")["within"]
    assert "Beyond" in run("predict", known, "--set", "x1=1.5").stdout
    assert "Beyond" not in run("predict", known, "--set", "x1=0.5").stdout


@pytest.mark.parametrize("words, said", [
    (["--set", "x3=1"], "no factor x3; did you mean x1?"), (["--set", "x1"], "FACTOR=VALUE"),
    (["--set", "x1=much"], "allowed is a number"), (["--set", "x1=nan"], "allowed is a number"),
    (["--set", "x1=0.5 won"], "allowed is a number"), (["--over", "y"], "no factor y")])
def test_what_is_refused_names_the_remedy(known, words, said):
    done = run("predict", known, *words, code=2)
    assert said in done.stderr and not done.stdout


@pytest.fixture(scope="module")
def swept(tmp_path_factory):
    folder = tmp_path_factory.mktemp("swept")
    study = write_study(folder / "in", size="points = 24", block_worlds=100)
    study.write_text(study.read_text() + LISTS)
    sweep(study, folder / "s")
    return study, folder / "s"


def test_it_is_as_near_to_a_simulation_as_it_says(swept, tmp_path):
    _, folder = swept
    settings = ["learning.practice_advice=0.08", "advice.interest_loss=0.05", "policy.dankai.release_to.share=0.6"]
    words = [word for one in settings for word in ("--set", one)]
    found = told(folder, *words, "--set", "training.selection=lottery")
    assert found["set"]["training.selection"] == 0
    run("run", folder.parent / "in" / "small.toml", "-o", tmp_path / "r.h5", "--quiet", "--replications", 4,
        *words, "--set", "training.selection=lottery")
    with h5py.File(tmp_path / "r.h5") as file:
        of = [name.decode() if isinstance(name, bytes) else name for name in file["total/policy"][:]]
        values = file["total/productivity_effect"][:].mean(axis=1)
    simulated = values[of.index("dankai")] - values[of.index("status_quo")]
    assert 0 < found["left_out_error"] and abs(found["predicted"] - simulated) < 3 * found["left_out_error"]


def test_a_setting_of_a_policy_and_a_list_of_texts_start_from_the_scenario(swept):
    _, folder = swept
    with h5py.File(folder / "result.h5") as file:
        names = [name.decode() if isinstance(name, bytes) else name for name in file["design/factor"][:]]
        usual = dict(zip(names, file["design/value"][0]))
    assert usual["policy.dankai.release_to.share"] == 0.6
    steps = told(folder, "--over", "training.selection")["over"]["steps"]
    assert [step["value"] for step in steps] == ["lottery", "score"]
    assert "allowed are lottery, score" in run("predict", folder, "--set", "training.selection=lotery", code=2).stderr


def test_what_moves_together_is_set_by_the_first(tmp_path):
    study = write_study(tmp_path / "in", size="points = 8", replications=2)
    study.write_text(study.read_text().replace("range =", 'together = "both"\nrange =').replace(
        'law =', 'together = "both"\nlaw ='))
    sweep(study, tmp_path / "s")
    found = told(tmp_path / "s", "--set", "advice.interest_loss=0.05")
    assert found["set"] == {"advice.interest_loss + learning.practice_advice": 0.05}
    done = run("predict", tmp_path / "s", "--set", "learning.practice_advice=0.1", code=2)
    assert "moves together with advice.interest_loss" in done.stderr


def test_one_at_a_time_starts_from_the_policys_own_setting(tmp_path):
    study = write_study(tmp_path / "in", kind="one_at_a_time", size="", replications=2)
    study.write_text(study.read_text().split("[[factor]]")[0] + LISTS)
    sweep(study, tmp_path / "s")
    with h5py.File(tmp_path / "s" / "result.h5") as file:
        shares = file["design/value"][:, 0]
    assert sorted(shares) == pytest.approx([0.4, 0.6, 0.6, 0.6, 0.8])
    assert result(tmp_path / "s")
