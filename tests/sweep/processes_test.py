# SPDX-License-Identifier: Apache-2.0
"""What a process that is one of several may do and says, as those who start it see it."""
import json
import subprocess

import pytest

from small_sweep import ENVIRONMENT, PROGRAM, run, write_study


@pytest.fixture
def study(tmp_path):
    return write_study(tmp_path / "in", size="points = 11", replications=8)


@pytest.mark.parametrize("environment, is_one_of_several", [
    ({"OMPI_COMM_WORLD_SIZE": "4"}, True), ({"PMI_SIZE": "2"}, True), ({"SLURM_STEP_NUM_TASKS": "3", "SLURM_PROCID": "0"}, True),
    ({"OMPI_COMM_WORLD_SIZE": "1", "SLURM_STEP_NUM_TASKS": "3"}, False),  # mpirun's own srun, on three nodes
    ({"SLURM_NTASKS": "4", "SLURM_PROCID": "0"}, False),  # a batch script
    ({"PMI_SIZE": "many"}, False)])
def test_one_of_several_ranks_does_not_take_all_of_it(study, tmp_path, environment, is_one_of_several):
    folder = tmp_path / "s"

    def said(*words, code):
        done = subprocess.run([PROGRAM, *words], env={**ENVIRONMENT, **environment}, capture_output=True, text=True)
        assert done.returncode == code, done.stderr
        return done.stderr

    plain = said("sweep", study, "-o", folder, "--quiet", code=2 if is_one_of_several else 0)
    assert ("the same command with --mpi" in plain and "--shard I/" in plain) == is_one_of_several
    assert folder.exists() != is_one_of_several
    said("sweep", study, "-o", folder, "--shard", "1/4", "--quiet", code=0)
    plain = said("resume", folder, "--quiet", code=2 if is_one_of_several else 0)
    assert (f"coopsim sweep {folder} --mpi" in plain) == is_one_of_several


def test_a_share_of_a_list_is_told_in_words_in_json_or_not_at_all(study, tmp_path):
    folder = tmp_path / "s"
    lines = run("blocks", study, "-o", folder).stdout.splitlines()
    width = max(map(len, lines))
    (tmp_path / "list").write_text("".join(f"{line:{width}}\n" for line in lines))

    def work(task, *words):
        return run("work", folder, "--list", tmp_path / "list", "--task", task, "--each", 2, "--name", f"t/{task}", *words).stdout

    assert work(0, "--quiet") == ""
    assert work(1) == "task 1: 2 blocks done\n" and work(1) == "task 1: nothing is missing\n"
    assert json.loads(work(2, "--json")) == {"folder": str(folder), "task": 2, "blocks": 2, "failed_worlds": 0}
