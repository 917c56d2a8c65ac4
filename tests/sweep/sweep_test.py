# SPDX-License-Identifier: Apache-2.0
"""coopsim sweep, resume, expand, retry, status: the same bits however a sweep was cut and grown."""
import json
import shutil

import h5py
import numpy as np
import pytest
import xarray

from small_sweep import blocks, result, run, status, sweep, write_study


pytestmark = pytest.mark.filterwarnings("ignore:numpy.ndarray size changed:RuntimeWarning")


@pytest.fixture
def study(tmp_path):
    return write_study(tmp_path / "in")


def test_the_result_has_its_axes_and_a_point_equals_a_plain_run(study, tmp_path):
    folder = tmp_path / "s"
    sweep(study, folder)
    with xarray.open_dataset(folder / "result.h5", group="yearly") as yearly:
        assert yearly["productivity_effect"].dims == ("design_point", "policy", "replication", "year")
        assert yearly.sizes["design_point"] == 5 and yearly.sizes["year"] == 24
    with h5py.File(folder / "result.h5") as file:
        settings = file["design/setting"].asstr()[:]
        values = file["yearly/productivity_effect"][:]
        assert list(settings[0]) == ["", ""] and np.isfinite(values).all()
    words = [word for setting in settings[3] for word in ("--set", setting)]
    run("run", study.parent / "small.toml", *words, "--replications", 4, "--policy", "dankai", "--quiet",
        "-o", tmp_path / "plain.h5")
    with h5py.File(tmp_path / "plain.h5") as file:
        names = list(file["yearly/policy"].asstr()[:])
        for place, name in enumerate(("status_quo", "dankai")):
            assert np.array_equal(values[3, place], file["yearly/productivity_effect"][names.index(name)])


@pytest.mark.parametrize("threads, block_worlds", [(1, 4), (2, 8), (3, 1000), (8, 16)])
def test_threads_and_blocks_change_no_bit(tmp_path, threads, block_worlds):
    sweep(write_study(tmp_path / "in"), tmp_path / "a", "-j", 1)
    sweep(write_study(tmp_path / "other", block_worlds=block_worlds), tmp_path / "b", "-j", threads)
    # The study's text says how large blocks are; everything else is equal.
    with h5py.File(tmp_path / "a" / "result.h5") as one, h5py.File(tmp_path / "b" / "result.h5") as other:
        assert one.attrs["run_fingerprint"] == other.attrs["run_fingerprint"]
        for name in ("yearly/productivity_effect", "total/budget_spent", "design/value"):
            assert np.array_equal(one[name][:], other[name][:])


POLICY_FACTORS = """
[[factor]]
path = "policy.dankai.release_to.share"
values = [0.3, 0.5, 0.8]
together = "share"

[[factor]]
path = "policy.abrupt_cut.abrupt_cut.share"
values = [0.1, 0.3]
"""
TOUCHES_HISTORY = """
[[factor]]
path = "run.max_events"
values = [2000000000, 1900000000, 1800000000]
together = "share"
"""


def policy_study(folder, more="", block_worlds=30):
    study = write_study(folder, kind="full_factorial", size="", block_worlds=block_worlds)
    head = study.read_text().split("[[factor]]")[0].replace('"dankai"]', '"abrupt_cut", "dankai"]')
    study.write_text(head + POLICY_FACTORS + more)
    return study


def test_points_that_share_a_history_are_as_if_each_had_its_own(tmp_path):
    shared, apart = policy_study(tmp_path / "in"), policy_study(tmp_path / "apart", TOUCHES_HISTORY)
    assert "once a replication for up to 8 points" in run("plan", shared, "--no-probe").stdout
    assert "anew at every point" in run("plan", apart, "--no-probe").stdout
    sweep(shared, tmp_path / "s", "-j", 2)
    sweep(apart, tmp_path / "a", "-j", 2)
    with h5py.File(tmp_path / "s" / "result.h5") as one, h5py.File(tmp_path / "a" / "result.h5") as other:
        values = one["yearly/productivity_effect"][:]
        assert values.shape[:3] == (7, 3, 4) and np.isfinite(values).all()
        assert np.array_equal(values, other["yearly/productivity_effect"][:])
        assert (values[:, 0] == values[0, 0]).all()  # no factor touches the baseline
        money = one["yearly/budget_spent"][1:]
        assert np.array_equal(money, other["yearly/budget_spent"][1:])
        assert np.ptp(money[:, 1], axis=0).max() > 0 and np.ptp(money[:, 2], axis=0).max() > 0


@pytest.mark.parametrize("threads, block_worlds", [(1, 3), (3, 12), (8, 1000)])
def test_a_shared_history_and_how_it_is_cut_change_no_bit(tmp_path, threads, block_worlds):
    sweep(policy_study(tmp_path / "in"), tmp_path / "a", "-j", 1)
    sweep(policy_study(tmp_path / "other", block_worlds=block_worlds), tmp_path / "b", "-j", threads)
    with h5py.File(tmp_path / "a" / "result.h5") as one, h5py.File(tmp_path / "b" / "result.h5") as other:
        assert one.attrs["run_fingerprint"] == other.attrs["run_fingerprint"]


def test_points_keep_their_constraints_also_when_there_are_more(tmp_path):
    study = write_study(tmp_path / "in", kind="sobol", size="points = 8", replications=2)
    study.write_text(study.read_text() + """
[[constraint]]
factor = "learning.practice_advice"
at_least = "advice.interest_loss"
times = 2
""")
    folder = tmp_path / "s"
    sweep(study, folder)
    run("expand", folder, "--design-points", 16, "--quiet")
    larger = tmp_path / "in" / "larger.toml"
    larger.write_text(study.read_text().replace("points = 8", "points = 16"))
    sweep(larger, tmp_path / "l")
    with h5py.File(folder / "result.h5") as one, h5py.File(tmp_path / "l" / "result.h5") as other:
        values = one["design/value"][1:]
        assert len(values) == 16 and (values[:, 1] >= 2 * values[:, 0]).all()
        assert one.attrs["run_fingerprint"] == other.attrs["run_fingerprint"]


def test_a_table_of_points_goes_with_its_folder(tmp_path):
    study = write_study(tmp_path / "in", replications=2)
    head = study.read_text().split("[design]")[0]
    study.write_text(head.replace("schema = 1", 'schema = 1\ntable = "points.csv"') + '[design]\nkind = "table"\n')
    (study.parent / "points.csv").write_text("advice.tries,advice.interest_loss\n2,0.05\n3,0.05\n2,0.1\n")
    folder = tmp_path / "s"
    sweep(study, folder)
    shutil.rmtree(study.parent)
    whole = result(folder)
    (folder / "result.h5").unlink()
    run("resume", folder, "--quiet")
    assert result(folder) == whole
    with h5py.File(folder / "result.h5") as file:
        assert file["design/value"][1:].tolist() == [[2, .05], [3, .05], [2, .1]]
    (folder / "points.csv").write_text("advice.tries\n2\n")
    assert "points.csv was changed" in run("resume", folder, code=65).stderr


def test_the_result_says_which_factors_matter_as_the_command_does(tmp_path):
    sweep(write_study(tmp_path / "in", kind="morris", size="trajectories = 4", replications=2), tmp_path / "s")
    told = json.loads(run("sensitivity", tmp_path / "s", "--policy", "dankai", "--json").stdout)
    level = json.loads(run("sensitivity", tmp_path / "s", "--policy", "dankai", "--less", "none", "--json").stdout)
    with xarray.open_dataset(tmp_path / "s" / "result.h5", group="sensitivity") as group:
        assert group["mu_star"].dims == ("response", "policy", "of", "factor")
        mine = group.sel(response="productivity_effect", policy="dankai")
        for of, answer in (("minus_baseline", told), ("level", level)):
            for factor in answer["factors"]:
                for name in ("mu_star", "mu", "sigma"):
                    assert float(mine[name].sel(of=of, factor=factor["factor"])) == factor[name]
        baseline = group["mu_star"].sel(policy="status_quo")
        assert np.isnan(baseline.sel(of="minus_baseline")).all() and np.isfinite(baseline.sel(of="level")).all()


def test_a_sweep_grows_into_the_larger_one_and_runs_only_what_is_new(tmp_path):
    small = write_study(tmp_path / "in", size="points = 4", replications=3)
    folder = tmp_path / "grown"
    sweep(small, folder)
    before = blocks(folder)
    run("expand", folder, "--design-points", 8, "--quiet")
    run("expand", folder, "--replications", 5, "--quiet", "-j", 1)
    assert all(blocks(folder)[name] == kept for name, kept in before.items())
    worlds = status(folder)
    assert worlds["design_points"] == 9 and worlds["worlds_missing"] == 0 and worlds["worlds"] == 9 * 5 * 2
    whole = result(folder)
    note = run("sweep", small, "-o", folder, "--progress", "none").stderr  # the smaller study again: the folder has it and more
    assert "holds this study with 8 design points, 5 replications and 2 policies; study.toml says 4, 3 and 2" in note
    assert note.startswith("note: ") and "stays" in note and result(folder) == whole
    assert sweep(small, folder).stderr == ""
    at_once = tmp_path / "at_once"
    sweep(write_study(tmp_path / "larger", size="points = 8", replications=5), at_once)
    with h5py.File(folder / "result.h5") as one, h5py.File(at_once / "result.h5") as other:
        assert one.attrs["run_fingerprint"] == other.attrs["run_fingerprint"]
        for group in ("yearly", "total", "design"):
            for name, variable in one[group].items():
                assert np.array_equal(variable[:], other[group][name][:]) or variable.dtype.kind == "f"
                if variable.dtype.kind == "f":
                    np.testing.assert_array_equal(variable[:], other[group][name][:])


def test_a_policy_that_comes_later_is_as_if_it_had_been_there(tmp_path, study):
    sweep(study, tmp_path / "s")
    run("expand", tmp_path / "s", "--policy", "announced_path", "--quiet")
    whole = write_study(tmp_path / "all")
    whole.write_text(whole.read_text().replace('["status_quo", "dankai"]', '["status_quo", "announced_path", "dankai"]'))
    sweep(whole, tmp_path / "w")
    with h5py.File(tmp_path / "s" / "result.h5") as one, h5py.File(tmp_path / "w" / "result.h5") as other:
        assert one.attrs["run_fingerprint"] == other.attrs["run_fingerprint"]
        assert list(one["total/policy"].asstr()[:]) == ["status_quo", "announced_path", "dankai"]


def test_the_same_command_again_and_a_moved_folder_change_nothing(study, tmp_path):
    sweep(study, tmp_path / "a")
    first, files = result(tmp_path / "a"), blocks(tmp_path / "a")
    sweep(study, tmp_path / "a", "-j", 3)
    assert result(tmp_path / "a") == first and blocks(tmp_path / "a") == files
    shutil.move(tmp_path / "a", tmp_path / "elsewhere")
    (tmp_path / "elsewhere" / "result.h5").unlink()
    run("resume", tmp_path / "elsewhere", "--quiet")
    assert result(tmp_path / "elsewhere") == first


def test_another_study_scenario_or_size_is_refused_and_shown(study, tmp_path):
    sweep(study, tmp_path / "a")
    text = study.read_text()
    study.write_text(text.replace("0.12", "0.13"))
    said = sweep(study, tmp_path / "a", code=73).stderr
    assert "holds another sweep" in said and "- factor: advice.interest_loss range [0.02, 0.12]" in said
    assert "+ factor: advice.interest_loss range [0.02, 0.13]" in said
    study.write_text(text)
    (study.parent / "small.toml").write_text('schema = 1\nextends = "kjc_small.toml"\n[firms]\ncount = 61\n')
    assert "count = { value = 61" in sweep(study, tmp_path / "a", code=73).stderr
    (study.parent / "small.toml").write_text('schema = 1\nextends = "kjc_small.toml"\n[firms]\ncount = 60\n')
    study.write_text(text.replace("replications = 4", "replications = 6"))
    assert "coopsim expand" in sweep(study, tmp_path / "a", code=73).stderr
    (tmp_path / "a" / "scenario.toml").write_text("schema = 1\n")
    assert "scenario.toml was changed" in run("resume", tmp_path / "a", code=65).stderr


def test_what_is_for_sweeps_is_told_where_it_is_not(study, tmp_path):
    assert "is sound: latin_hypercube, 4 points, 2 factors" in run("check", study).stdout
    assert "5 design points x 2 policies x 4 replications = 40 runs" in run("plan", study, "--no-probe").stdout
    assert "coopsim sweep" in run("run", study, "-o", tmp_path / "x.h5", code=65).stderr
    sweep(study, tmp_path / "a")
    assert "coopsim sensitivity" in run("compare", tmp_path / "a" / "result.h5", code=65).stderr
    assert "there is no `scenario`" in run("sweep", study.parent / "small.toml", code=65).stderr
    assert not (tmp_path / "x.h5").exists()


def test_a_factor_of_a_policy_that_does_not_run_is_told(study, tmp_path):
    study.write_text(study.read_text() + '[[factor]]\npath = "policy.training_restored.subsidy.share"\nvalues = [0.4, 0.5]\n')
    said = sweep(study, tmp_path / "a", code=65).stderr
    assert "but training_restored does not run" in said and "study.toml:3:12" in said


def test_a_sweep_only_grows(study, tmp_path):
    sweep(study, tmp_path / "a")
    assert "only grows" in run("expand", tmp_path / "a", "--replications", 2, code=2).stderr
    assert "doubling" in run("expand", tmp_path / "a", "--design-points", 7, code=2).stderr
    assert "status_quo" in run("expand", tmp_path / "a", "--policy", "status_qou", code=2).stderr


def test_a_point_that_fails_is_recorded_and_the_others_go_on(tmp_path):
    study = write_study(tmp_path / "in")
    study.write_text(study.read_text() + '\n[set]\n"run.max_events" = 4850\n')
    done = sweep(study, tmp_path / "a", code=1)
    assert "repeat it alone: coopsim sweep" in done.stderr
    told = status(tmp_path / "a")
    assert told["worlds_missing"] == 0 and told["failed"]
    one = told["failed"][0]
    word = f'{one["design_point"]}:{one["policy"]}:{one["replication"]}'
    assert "failed" in run("sweep", tmp_path / "a", "--only", word, code=1).stderr
    with h5py.File(tmp_path / "a" / "result.h5") as file:
        assert file.attrs["failed_worlds"] == len(told["failed"]) == len(file["provenance/failed_point"])
        assert np.isnan(file["total/budget_spent"][one["design_point"]]).any()
    run("retry", tmp_path / "a", "--quiet", code=1)
    assert status(tmp_path / "a")["failed"] == told["failed"]


def test_status_tells_what_there_is_in_words_and_json(study, tmp_path):
    sweep(study, tmp_path / "a")
    said = run("status", tmp_path / "a", "--verify").stdout
    assert "40 of 40 worlds done" in said and "all verified" in said and "whole:" in said
    shard = next((tmp_path / "a" / "shards").rglob("*.h5"))
    data = bytearray(shard.read_bytes())
    data[len(data) // 2] ^= 1  # any byte, be it one that holds nothing
    shard.write_bytes(data)
    assert str(shard.name) in run("status", tmp_path / "a", "--verify", code=65).stderr


@pytest.mark.parametrize("kind, size, points", [
    ("monte_carlo", "points = 5", 6), ("monte_carlo", "points = 4\nmirrored = true", 5), ("sobol", "points = 8", 9), ("halton", "points = 3", 4),
    ("morris", "trajectories = 2", 7), ("saltelli", "rows = 2", 9), ("fraction", "resolution = 3", 5)])
def test_designs_make_their_points_and_say_what_matters(tmp_path, kind, size, points):
    sweep(write_study(tmp_path / "in", kind=kind, size=size, replications=2), tmp_path / "s")
    told = status(tmp_path / "s")
    assert told["design_points"] == points and told["worlds_missing"] == 0
    found = json.loads(run("sensitivity", tmp_path / "s", "--json").stdout)
    assert found["policy"] == "dankai" and found["less"] == "status_quo"
    assert sorted(one["factor"] for one in found["factors"]) == ["advice.interest_loss", "learning.practice_advice"]
    run("sensitivity", tmp_path / "s", "--less", "none", "--metric", "budget_spent")


def test_a_sweep_that_is_not_put_together_says_what_to_do(study, tmp_path):
    run("sweep", study, "-o", tmp_path / "s", "--shard", "1/2", "--quiet")
    for command in ("sensitivity", "discover", "report", "export"):
        said = run(command, tmp_path / "s", code=66).stderr
        assert "not put together yet" in said and "coopsim status" in said
    assert "coopsim resume" in run("status", tmp_path / "s").stdout
    run("sweep", study, "-o", tmp_path / "s", "--shard", "2/2", "--quiet")
    assert "coopsim assemble" in run("status", tmp_path / "s").stdout
