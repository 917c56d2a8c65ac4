# SPDX-License-Identifier: Apache-2.0
"""Where the result files lie that write_sample made, and what numbers it put there."""
import os
import pathlib
import warnings

import pytest

with warnings.catch_warnings():
    # Debian's own modules warn of each other when they are first imported; files have no part in it.
    warnings.simplefilter("ignore")
    import h5netcdf  # noqa: F401
    import netCDF4  # noqa: F401
    import xarray  # noqa: F401

POLICIES = ["more", "as_is", "less"]
GROUPS = ["yearly", "worlds", "total", "summary", "comparison", "economics", "dictionary", "provenance", "execution"]


def made_up(world, replication, at):
    """The value at place `at` of the layout; worlds: NONE -2, STOP -1, policies from 0."""
    return 1000.0 * world + replication * replication + at / 1024.0


@pytest.fixture(scope="session")
def samples():
    return pathlib.Path(os.environ["COOPSIM_SAMPLES"])


@pytest.fixture
def sample(samples):
    return samples / "sample.h5"
