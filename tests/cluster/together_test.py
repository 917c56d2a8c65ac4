# SPDX-License-Identifier: Apache-2.0
"""One sweep in a job array, under MPI and on the laptop, in turn and at the same time: the bits of one process."""
import subprocess

import pytest

import mpi_here
import slurm_here
from conftest import ALL_WORLDS, worlds_published
from small_sweep import PROGRAM, result, run

missing = slurm_here.what_is_missing() or mpi_here.what_is_missing()
pytestmark = pytest.mark.skipif(missing is not None, reason=str(missing))


@pytest.fixture(scope="module")
def slurm(tmp_path_factory):
    with slurm_here.Slurm(tmp_path_factory.mktemp("slurm") / "s") as here:
        yield here


def test_half_in_an_array_a_quarter_on_ranks_the_rest_here(slurm, study, expected, tmp_path):
    folder = tmp_path / "s"
    slurm(PROGRAM, "submit", study, "-o", folder, "--shard", "1/2", "--blocks-per-task", 2)
    slurm.wait_for_all()
    assert worlds_published(folder) == ALL_WORLDS // 2
    mpi_here.mpirun(2, "sweep", study, "-o", folder, "--mpi", "--shard", "3/4", "-j", 1)
    there = worlds_published(folder)
    assert ALL_WORLDS // 2 < there < ALL_WORLDS
    run("resume", folder, "--quiet")
    assert result(folder) == expected and worlds_published(folder) == ALL_WORLDS


def test_all_three_at_the_same_time(slurm, study, expected, tmp_path):
    folder = tmp_path / "s"
    slurm(PROGRAM, "submit", study, "-o", folder, "--shard", "1/2", "--blocks-per-task", 2)
    ranks = subprocess.Popen(mpi_here.command(2, "sweep", study, "-o", folder, "--mpi", "--shard", "3/4", "-j", 1),
                             env=mpi_here.ENV, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
    run("sweep", study, "-o", folder, "--shard", "4/4", "--quiet", "-j", 1)
    _, err = ranks.communicate()
    assert ranks.returncode == 0, err
    slurm.wait_for_all()
    run("assemble", folder, "--quiet", code=None)
    assert result(folder) == expected and worlds_published(folder) == ALL_WORLDS


def test_an_mpi_job_in_a_batch_script(slurm, study, expected, tmp_path):
    """The recipe of docs/cluster.md, with mpirun in place of several nodes' srun."""
    folder = tmp_path / "s"
    script = tmp_path / "mpi.sh"
    exports = "".join(f"export {name}={value}\n" for name, value in mpi_here.ENV.items() if name.startswith("OMPI"))
    script.write_text(f"#!/bin/bash\n#SBATCH --ntasks=2\n#SBATCH --output={tmp_path}/log\n{exports}"
                      f"mpirun --oversubscribe -n 2 {PROGRAM} sweep {study} -o {folder} --mpi -j 1\n")
    slurm("sbatch", script)
    slurm.wait_for_all()
    assert result(folder) == expected, (tmp_path / "log").read_text()
