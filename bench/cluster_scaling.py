# SPDX-License-Identifier: Apache-2.0
"""How a sweep scales over processes on this machine: strong (one study) and weak (a study for each), as ranks of MPI and as
tasks of a Slurm array. Prints the tables of docs/scaling.md.

usage: cluster_scaling.py COOPSIM [FOLDER]
"""
import os
import pathlib
import resource
import subprocess
import sys
import tempfile
import time

PROJECT = pathlib.Path(__file__).resolve().parents[1]
os.environ["COOPSIM"] = str(pathlib.Path(sys.argv[1]).resolve())
sys.path[:0] = [str(PROJECT / "tests" / "sweep"), str(PROJECT / "tests" / "cluster")]

import mpi_here  # noqa: E402
from slurm_here import Slurm  # noqa: E402
from small_sweep import PROGRAM, write_study  # noqa: E402

REPLICATIONS, FIRMS = 8, 2000


def study(folder, times=1):
    return write_study(folder / f"in{times}", size=f"points = {16 * times - 1}", kind="monte_carlo", replications=REPLICATIONS,
                       block_worlds=8, firms=FIRMS)


def timed(words, env):
    """Wall time and the CPU time of all that was waited for."""
    before, start = resource.getrusage(resource.RUSAGE_CHILDREN), time.monotonic()
    subprocess.run([*map(str, words)], env=env, check=True, capture_output=True, stdin=subprocess.DEVNULL)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return time.monotonic() - start, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def row(*cells):
    print("| " + " | ".join(cells) + " |", flush=True)


def ranks(folder):
    row("ranks", "study", "wall s", "CPU s")
    row("---", "---", "---", "---")
    for times in (1, None):
        for count in (1, 2, 3, 4):
            size = times or count
            place = folder / f"ranks{count}_{size}_{times}"
            wall, cpu = timed(mpi_here.command(count, "sweep", study(folder, size), "-o", place, "--mpi", "-j", 1), mpi_here.ENV)
            row(str(count), f"{16 * size} points", f"{wall:.1f}", f"{cpu:.1f}")


def tasks(folder):
    row("tasks", "study", "wall s", "submitted to last block s")
    row("---", "---", "---", "---")
    with Slurm(folder / "slurm") as slurm:
        for count in (1, 2, 4, 8):
            place = folder / f"tasks{count}"
            start = time.monotonic()
            slurm(PROGRAM, "submit", study(folder), "-o", place, "--blocks-per-task", 32 // count)
            slurm.wait(lambda: (place / "result.h5").exists())
            wall = time.monotonic() - start
            journals = [journal.stat() for journal in place.glob("writers/*/*/journal")]
            spans = max(one.st_mtime for one in journals) - os.stat(place / "rounds/1/jobs").st_mtime
            row(str(count), "16 points", f"{wall:.1f}", f"{spans:.1f}")
            slurm.wait_for_all()


def main():
    folder = pathlib.Path(sys.argv[2] if len(sys.argv) > 2 else tempfile.mkdtemp())
    row("threads", "study", "wall s", "CPU s")
    row("---", "---", "---", "---")
    for threads in (1, 2):
        wall, cpu = timed([PROGRAM, "sweep", study(folder), "-o", folder / f"one{threads}", "--quiet", "-j", threads], mpi_here.ENV)
        row(str(threads), "16 points", f"{wall:.1f}", f"{cpu:.1f}")
    ranks(folder)
    tasks(folder)


if __name__ == "__main__":
    main()
