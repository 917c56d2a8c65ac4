# SPDX-License-Identifier: Apache-2.0
"""Results of the real program for the tests of the package: made once, 60 firms, in seconds."""
import os
import pathlib
import shutil
import sys
import warnings

import pytest

PROJECT = pathlib.Path(__file__).resolve().parents[3]
sys.path.insert(0, str(PROJECT / "analysis" / "python"))

with warnings.catch_warnings():
    # Debian's own modules warn of each other when they are first imported; results have no part in it.
    warnings.simplefilter("ignore")
    import h5netcdf  # noqa: F401
    import hypothesis  # noqa: F401
    import netCDF4  # noqa: F401
    import scipy.special  # noqa: F401
    import xarray  # noqa: F401
    import coopsim

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


@pytest.fixture(scope="session")
def scenarios(tmp_path_factory):
    return scenario_folder(tmp_path_factory.mktemp("scenarios"))


@pytest.fixture(scope="session")
def made(scenarios, tmp_path_factory):
    """A result file with every group a run can have."""
    path = tmp_path_factory.mktemp("results") / "small.h5"
    coopsim.run(scenarios / "small.toml", output=path, progress=False).close()
    return path


@pytest.fixture(scope="session")
def sweeps(scenarios, tmp_path_factory):
    """Folders of finished sweeps, by kind of design."""
    folder = tmp_path_factory.mktemp("sweeps")
    for kind in SIZES:
        coopsim.sweep(scenarios / f"{kind}.toml", folder / kind, progress=False).close()
    return {kind: folder / kind for kind in SIZES}


@pytest.fixture
def result(made):
    with coopsim.open_result(made) as opened:
        yield opened


@pytest.fixture(scope="session")
def samples():
    """Made-up results of tests/python/write_sample.cpp, with missing values and failed worlds."""
    return pathlib.Path(os.environ["COOPSIM_SAMPLES"])
