# SPDX-License-Identifier: Apache-2.0
"""What the tests of the package look at: results of the real program, made beforehand by ctest or once here."""
import os
import pathlib
import shutil
import warnings

import pytest
from make_results import PROJECT, SIZES, make, scenario_folder  # noqa: F401

with warnings.catch_warnings():
    # Debian's own modules warn of each other when they are first imported; results have no part in it.
    warnings.simplefilter("ignore")
    import h5netcdf  # noqa: F401
    import hypothesis  # noqa: F401
    import netCDF4  # noqa: F401
    import scipy.special  # noqa: F401
    import xarray  # noqa: F401
    import coopsim


@pytest.fixture(scope="session")
def scenarios(tmp_path_factory):
    """A folder of their own, to write into."""
    return scenario_folder(tmp_path_factory.mktemp("scenarios"))


@pytest.fixture(scope="session")
def folder(tmp_path_factory):
    """Where ctest had the results made; else they are made now."""
    if "COOPSIM_PACKAGE_RESULTS" in os.environ:
        return pathlib.Path(os.environ["COOPSIM_PACKAGE_RESULTS"])
    place = tmp_path_factory.mktemp("results")
    make(place)
    return place


@pytest.fixture(scope="session")
def made(folder):
    """A result file with every group a run can have. Not to be changed."""
    return folder / "small.h5"


@pytest.fixture(scope="session")
def sweeps(folder):
    """Folders of finished sweeps, by kind of design. Not to be changed."""
    return {kind: folder / kind for kind in SIZES}


@pytest.fixture
def result(made):
    with coopsim.open_result(made) as opened:
        yield opened


@pytest.fixture
def running(sweeps, tmp_path):
    """As a sweep looks while it runs: five blocks recorded, the sixth being recorded, a seventh without record."""
    folder = tmp_path / "running"
    shutil.copytree(sweeps["morris"], folder)
    (folder / "result.h5").unlink()
    lines = (folder / "journal").read_text().splitlines(keepends=True)
    (folder / "journal").write_text("".join(lines[:6]) + lines[6][:40])
    return folder


@pytest.fixture(scope="session")
def samples():
    """Made-up results of tests/python/write_sample.cpp, with missing values and failed worlds."""
    return pathlib.Path(os.environ["COOPSIM_SAMPLES"])
