# SPDX-License-Identifier: Apache-2.0
"""Where the result files lie that write_sample made, and what numbers it put there."""
import os
import pathlib

import pytest

POLICIES = ["more", "as_is", "less"]
GROUPS = ["yearly", "worlds", "total", "summary", "dictionary", "provenance", "execution"]


def made_up(world, replication, at):
    """The value at place `at` of the layout; worlds: NONE -2, STOP -1, policies from 0."""
    return 1000.0 * world + replication * replication + at / 1024.0


@pytest.fixture
def samples():
    return pathlib.Path(os.environ["COOPSIM_SAMPLES"])


@pytest.fixture
def sample(samples):
    return samples / "sample.h5"
