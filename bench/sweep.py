# SPDX-License-Identifier: Apache-2.0
"""What a sweep costs beside its simulations, as Markdown for docs/benchmarks.md.

usage: sweep.py COOPSIM [--quick]

Three figures: the share of output in a sweep's time; memory at 100 and at 10,000 design points; how soon a
sweep of 100,000 published blocks goes on. --quick: a hundredth of points and blocks, to try the script.
"""
import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import time

PROGRAM = sys.argv[1]
PART = 100 if "--quick" in sys.argv else 1
SCENARIOS = pathlib.Path(__file__).resolve().parents[1] / "scenarios"

STUDY = """schema = 1
scenario = "{scenario}.toml"
policies = ["status_quo", "dankai"]
replications = {replications}
block_worlds = {block_worlds}
[set]
"firms.count" = {firms}
[design]
kind = "monte_carlo"
points = {points}
[[factor]]
path = "advice.interest_loss"
range = [0.02, 0.12]
[[factor]]
path = "learning.practice_advice"
range = [0.04, 0.15]
"""


def run(*words):
    """What the command tells as JSON, its wall time and the most memory it had, in MiB."""
    begin = time.monotonic()
    process = subprocess.Popen([PROGRAM, *map(str, words), "--json", "--progress", "none"], stdout=subprocess.PIPE)
    told = process.stdout.read()
    _, code, usage = os.wait4(process.pid, 0)
    assert code == 0, f"{words}: ended with {code}"
    return json.loads(told), time.monotonic() - begin, usage.ru_maxrss / 1024


def study(folder, **values):
    folder.mkdir(parents=True)
    for name in ("first_steps.toml", "kjc_small.toml", "kjc_2007.toml", "kjc_history.toml"):
        shutil.copy(SCENARIOS / name, folder)
    values = {"scenario": "kjc_small", "firms": 500, "replications": 4, "block_worlds": 0, "points": 100} | values
    (folder / "study.toml").write_text(STUDY.format(**values).replace("block_worlds = 0\n", ""))
    return folder / "study.toml"


def sweeps(at):
    print("**Sweeps: two policies, four replications a point**\n")
    print("| design points | firms | blocks | seconds | publishing | assembling | output's share | most memory, MiB |")
    print("|---|---|---|---|---|---|---|---|")
    for points, firms in ((100, 500), (1000, 500), (10_000, 50)):  # the last for its memory
        told, seconds, memory = run("sweep", study(at / f"p{points}", points=max(4, points // PART), firms=firms),
                                    "-o", at / f"s{points}")
        output = told["seconds_publishing"] + told["seconds_assembling"]
        print(f"| {told['design_points'] - 1:,} | {firms} | {told['blocks']:,} | {seconds:.1f} | {told['seconds_publishing']:.2f} | "
              f"{told['seconds_assembling']:.2f} | {100 * output / told['seconds']:.1f} % | {memory:.0f} |")


def going_on(at):
    blocks = 100_000 // PART
    folder = at / "many"
    short = study(at / "blocks", scenario="first_steps", points=blocks, replications=1, firms=5, block_worlds=1)
    told, seconds, _ = run("sweep", short, "-o", folder)
    published = told["blocks"]
    begin = time.monotonic()
    process = subprocess.Popen([PROGRAM, "expand", str(folder), "--replications", "2", "--progress", "none"],
                               stdout=subprocess.DEVNULL)
    journal, size = folder / "journal", (folder / "journal").stat().st_size
    records = 0
    while process.poll() is None:  # the record of the larger extent, then that of the first new block
        with journal.open("rb") as file:
            file.seek(size)
            records = file.read().count(b'"block"')
        if records:
            break
        time.sleep(0.005)
    print(f"\n{published:,} published blocks (made in {seconds:.0f} s): a further replication has its first new block "
          f"published after {time.monotonic() - begin:.1f} s.")
    process.kill()
    process.wait()


with tempfile.TemporaryDirectory() as scratch:
    sweeps(pathlib.Path(scratch))
    going_on(pathlib.Path(scratch))
