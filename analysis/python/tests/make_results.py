# SPDX-License-Identifier: Apache-2.0
"""Results of the real program for the tests of the package: 60 firms, in seconds.

usage: make_results.py FOLDER     scenarios, small.h5 with every group a run can have, and three sweeps
"""
import os
import pathlib
import shutil
import sys

PROJECT = pathlib.Path(__file__).resolve().parents[3]
sys.path.insert(0, os.fspath(PROJECT / "analysis" / "python"))

SMALL = """schema = 1
extends = "kjc_small.toml"
[firms]
count = 60
[run]
replications = 6
draws = 12
draw_replications = 2
[events]
policies = ["status_quo", "dankai"]
[panel]
policies = ["dankai"]
"""
STUDY = """schema = 1
scenario = "sweeping.toml"
policies = ["status_quo", "dankai"]
replications = 2
responses = ["productivity_effect", "budget_spent"]
block_worlds = {block_worlds}
[design]
kind = "{kind}"
{size}
[[factor]]
path = "advice.interest_loss"
range = [0.02, 0.12]
[[factor]]
path = "learning.practice_advice"
law = "uncertain"
"""
SIZES = {"morris": "trajectories = 3", "saltelli": "rows = 4", "latin_hypercube": "points = 6"}


def scenario_folder(folder: pathlib.Path) -> pathlib.Path:
    """With the project's scenarios, small.toml with every table, sweeping.toml without, and three studies."""
    folder.mkdir(parents=True, exist_ok=True)
    for name in ("kjc_small.toml", "kjc_2007.toml", "kjc_history.toml"):
        shutil.copy(PROJECT / "scenarios" / name, folder / name)
    (folder / "small.toml").write_text(SMALL)
    (folder / "sweeping.toml").write_text('schema = 1\nextends = "kjc_small.toml"\n[firms]\ncount = 60\n')
    for kind, size in SIZES.items():
        (folder / f"{kind}.toml").write_text(STUDY.format(kind=kind, size=size, block_worlds=8))
    return folder


def make(folder: pathlib.Path) -> None:
    """REQUIRES: `folder` is empty or not there."""
    import coopsim
    scenarios = scenario_folder(folder / "scenarios")
    coopsim.run(scenarios / "small.toml", output=folder / "small.h5", overwrite=True, progress=False).close()
    for kind in SIZES:
        coopsim.sweep(scenarios / f"{kind}.toml", folder / kind, progress=False).close()


if __name__ == "__main__":
    shutil.rmtree(sys.argv[1], ignore_errors=True)
    make(pathlib.Path(sys.argv[1]))
