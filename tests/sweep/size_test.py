# SPDX-License-Identifier: Apache-2.0
"""What is said of sweeps that are larger than can be, than is usual, or than the study asks."""
import json
import re

import pytest

from small_sweep import run, write_study


@pytest.mark.parametrize("kind, size, of", [("saltelli", "rows = 1000000", 1_000_000), ("morris", "trajectories = 100000", 100_000)])
def test_a_design_of_too_many_points_is_refused_with_its_size_at_once(tmp_path, kind, size, of):
    study = write_study(tmp_path / "in", kind=kind, size=size)
    head = study.read_text().split("[[factor]]")[0]
    study.write_text(head.replace("schema = 1", 'schema = 1\nfactor = "uncertain"'))  # more than ten
    said = run("plan", study, code=65, before=["prlimit", "--as=500000000"]).stderr  # memory for them is not asked for
    points = int(re.search(r"(\d+) design points; allowed: up to 1000000", said)[1])
    assert points > 1_000_000 and points % of == 0


def test_the_plan_of_a_billion_runs_answers(tmp_path):
    study = write_study(tmp_path / "in", kind="sobol", size="points = 62500", replications=8000)
    told = json.loads(run("plan", study, "--nodes", 313, "--cores", 32, "--json").stdout)
    assert told["runs"] == 62501 * 2 * 8000
    cluster = told["cluster"]
    assert cluster["seconds"] > cluster["seconds_simulating"] > 0 and cluster["limits"]
    assert cluster["seconds_a_block"] * cluster["published_blocks"] == pytest.approx(cluster["seconds_simulating"] * 313, rel=1e-6)
    text = run("plan", study, "--nodes", 313, "--cores", 32).stdout
    each = -(-cluster["published_blocks"] // 1000)
    assert text.endswith(f"Next: coopsim submit {study} --cpus-per-task 32 --blocks-per-task {each}\n")


@pytest.mark.parametrize("replications", [4, 8, 24])  # 1, 2, 6 blocks a point
@pytest.mark.parametrize("cores", [1, 2, 4, 5])
def test_the_plan_counts_the_blocks_that_nodes_will_publish(tmp_path, replications, cores):
    study = write_study(tmp_path / "in", size="points = 11", replications=replications)
    told = json.loads(run("plan", study, "--nodes", 1, "--cores", cores, "--json").stdout)["cluster"]
    assert told["published_blocks"] == len(run("blocks", study, "-o", tmp_path / "s", "--cores", cores).stdout.splitlines())


def test_blocks_of_a_folder_that_is_larger_than_the_study_come_with_a_note(tmp_path):
    folder = tmp_path / "s"
    run("blocks", write_study(tmp_path / "in", replications=6), "-o", folder)
    smaller = write_study(tmp_path / "in", replications=4)
    for words in (("blocks", smaller, "-o", folder), ("sweep", smaller, "-o", folder, "--shard", "1/9", "--progress", "none")):
        assert "says 4, 4 and 2. All that the folder has stays" in run(*words).stderr
        assert run(*words, "--quiet").stderr == ""
