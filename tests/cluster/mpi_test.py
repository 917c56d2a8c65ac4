# SPDX-License-Identifier: Apache-2.0
"""The same sweep on the ranks of an MPI job: the bits of a single process, and a rank that dies costs its blocks."""
import os
import pathlib
import random
import shutil
import signal
import subprocess
import time

import pytest

import mpi_here
from conftest import ALL_WORLDS, published, worlds_published
from mpi_here import ENV, command, mpirun
from small_sweep import PROGRAM, result, run, status, write_study

pytestmark = pytest.mark.skipif(mpi_here.what_is_missing() is not None, reason=str(mpi_here.what_is_missing()))


def complete(folder, expected, there=None):
    assert result(folder) == expected
    assert status(folder)["worlds_missing"] == 0
    if there is not None:
        assert there.items() <= published(folder).items()


@pytest.mark.parametrize("ranks, threads", [(1, 2), (2, 1), (3, 2), (4, 1)])
def test_ranks_make_the_bits_of_one_process(study, expected, tmp_path, ranks, threads):
    folder = tmp_path / "s"
    done = mpirun(ranks, "sweep", study, "-o", folder, "--mpi", "-j", threads)
    assert "fingerprint" in done.stdout and "34 blocks" in done.stderr if threads == 1 else "17 blocks" in done.stderr
    complete(folder, expected)
    assert worlds_published(folder) == ALL_WORLDS
    busy = [place for place in folder.glob("writers/mpi/rank_*.1") if list(place.glob("*/*.h5"))]
    assert len(busy) == ranks
    mpirun(ranks, "sweep", study, "-o", folder, "--mpi")  # nothing is missing any more
    assert worlds_published(folder) == ALL_WORLDS


def wait_for(what):
    while not what():
        time.sleep(0.01)


@pytest.fixture(scope="module")
def short(tmp_path_factory):
    """A study of a second or two in 36 blocks, to be killed often, and its bits."""
    folder = tmp_path_factory.mktemp("short")
    study = write_study(folder / "in", size="points = 8", replications=4, block_worlds=2, firms=150)
    run("sweep", study, "-o", folder / "s", "--quiet")
    return study, result(folder / "s")


def kill_one(process, folder, victim, blocks, program_word):
    """SIGKILL to one rank's process once so many blocks are published; whether it was there."""
    wait_for(lambda: len(published(folder)) >= blocks or process.poll() is not None)
    for number in mpi_here.processes(folder, program_word):
        words = pathlib.Path(f"/proc/{number}/cmdline")
        try:
            if program_word == "work" and f"mpi/rank_{victim}".encode() not in words.read_bytes().split(b"\0"):
                continue
            os.kill(number, signal.SIGKILL)
            return True
        except OSError:  # it ended by itself just now
            return False
    return False


@pytest.mark.parametrize("ranks", [2, 3, 4])
def test_a_worker_killed_at_random_moments_costs_its_blocks_and_the_job_ends_with_75(short, tmp_path, ranks):
    study, expected = short
    chance = random.Random(ranks)
    killed = 0
    for attempt in range(7):  # times three: some 20 kills
        folder = tmp_path / f"s{attempt}"
        blocks, victim = chance.randrange(0, 30), chance.randrange(ranks)
        with subprocess.Popen(command(ranks, "sweep", study, "-o", folder, "--mpi", "-j", 1), env=ENV, text=True,
                              stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
            wait_for(lambda: process.poll() is not None or mpi_here.processes(folder, f"mpi/rank_{victim}"))
            hit = kill_one(process, folder, victim, blocks, "work")
            _, err = process.communicate()
        assert process.returncode in ((75, 0) if hit else (0,)), err
        killed += process.returncode == 75
        if process.returncode == 75:
            assert "coopsim resume" in err
        there = published(folder)
        if attempt % 3 == 0:
            run("resume", folder, "--quiet")
        elif attempt % 3 == 1:
            mpirun(2, "sweep", study, "-o", folder, "--mpi", "-j", 1)
        else:
            run("sweep", folder, "--shard", "1/1", "--quiet")
            run("assemble", folder, "--quiet")
        complete(folder, expected, there)
        shutil.rmtree(folder)
    assert killed >= 4


def test_a_rank_that_is_killed_itself_ends_the_job_and_loses_nothing_else(short, tmp_path):
    study, expected = short
    chance = random.Random(7)
    for attempt in range(3):
        folder = tmp_path / f"s{attempt}"
        with subprocess.Popen(command(3, "sweep", study, "-o", folder, "--mpi", "-j", 1), env=ENV, text=True,
                              stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
            blocks = chance.randrange(1, 25)
            wait_for(lambda: len(published(folder)) >= blocks or process.poll() is not None)
            ranks = mpi_here.processes(folder, "text")
            if ranks:
                os.kill(chance.choice(ranks), signal.SIGKILL)
            process.communicate()
        assert process.returncode in (137, 0)  # mpirun's own code for a rank that was killed
        wait_for(lambda: not mpi_here.processes(folder, "work"))  # no worker outlives its rank
        there = published(folder)
        run("resume", folder, "--quiet")
        complete(folder, expected, there)


def test_asked_to_stop_it_publishes_what_is_in_hand(short, tmp_path):
    study, expected = short
    folder = tmp_path / "s"
    with subprocess.Popen(command(2, "sweep", study, "-o", folder, "--mpi", "-j", 1), env=ENV, text=True,
                          stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        wait_for(lambda: len(published(folder)) >= 4)
        for number in mpi_here.processes(folder, "text"):  # as mpirun hands on SIGUSR1
            os.kill(number, signal.SIGUSR1)
        _, err = process.communicate()
    assert process.returncode == 75, err
    assert "stopped after" in err
    there = published(folder)
    mpirun(3, "sweep", study, "-o", folder, "--mpi", "-j", 1)
    complete(folder, expected, there)


def test_ranks_of_another_program_are_refused(short, tmp_path):
    study, _ = short
    other = tmp_path / "other"
    other.mkdir()
    for name in ("coopsim", "coopsim-ranks"):
        shutil.copy(pathlib.Path(PROGRAM).parent / name, other / name)
    with open(other / "coopsim", "ab") as program:
        program.write(b"\0")  # runs, but is not the same
    words = ["sweep", str(study), "-o", str(tmp_path / "s"), "--mpi", "-j", "1"]
    done = subprocess.run(["mpirun", "--oversubscribe", "-n", "1", PROGRAM, *words, ":", "-n", "1", str(other / "coopsim"), *words],
                          env=ENV, text=True, capture_output=True, stdin=subprocess.DEVNULL)
    assert done.returncode == 65, done.stderr
    assert "rank 1 is not as rank 0" in done.stderr
    assert not published(tmp_path / "s")


def test_what_is_wrong_with_a_study_is_told_once(short, tmp_path):
    done = mpirun(2, "sweep", tmp_path / "none.toml", "-o", tmp_path / "s", "--mpi", code=66)
    assert done.stderr.count("has 1 problem") == 1
    folder = tmp_path / "s"
    mpirun(2, "sweep", short[0], "-o", folder, "--mpi", "--shard", "1/2", "-j", 1)
    assert status(folder)["worlds_missing"] == 9 * 4 * 2 // 2


def test_ranks_that_were_not_told_so_each_refuse(short, tmp_path):
    study, _ = short
    said = mpirun(3, "sweep", study, "-o", tmp_path / "s", code=2).stderr
    assert "this is one of 3 processes of mpirun or srun" in said and "with --mpi" in said
    assert not (tmp_path / "s").exists()


def test_without_the_ranks_program_it_is_said(short, tmp_path):
    alone = tmp_path / "coopsim"
    shutil.copy(PROGRAM, alone)
    done = subprocess.run([alone, "sweep", short[0], "-o", tmp_path / "s", "--mpi"], env=ENV, text=True, capture_output=True)
    assert done.returncode == 66 and "built where MPI is found" in done.stderr


def test_the_plain_program_does_not_know_mpi():
    assert "libmpi" not in subprocess.run(["ldd", PROGRAM], text=True, capture_output=True, check=True).stdout
