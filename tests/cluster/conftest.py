# SPDX-License-Identifier: Apache-2.0
"""A sweep that takes some ten seconds of one core, and its bits from a single process."""
import math
import pathlib
import sys

import h5py
import pytest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "sweep"))

from small_sweep import result, sweep, write_study  # noqa: E402


@pytest.fixture(scope="session")
def study(tmp_path_factory):
    """17 points of 8 replications and two policies: 34 blocks of 8 worlds."""
    return write_study(tmp_path_factory.mktemp("in"), size="points = 16", replications=8, block_worlds=8, firms=2000)


@pytest.fixture(scope="session")
def expected(study, tmp_path_factory):
    folder = tmp_path_factory.mktemp("single") / "s"
    sweep(study, folder)
    return result(folder)


def published(folder):
    """Blocks of all writers by path, with what would change if one were written again."""
    return {str(file): (file.stat().st_ino, file.stat().st_mtime_ns)
            for place in ("shards", "writers") for file in pathlib.Path(folder).glob(f"{place}/**/*.h5")}


def worlds_published(folder):
    """How many worlds all published files hold together: one that was simulated twice counts twice. By the files: a
    process that is killed between publishing one and noting it leaves one that its journal does not tell of."""
    total = 0
    for file in published(folder):
        with h5py.File(file) as opened:
            total += math.prod(len(opened["block"][axis]) for axis in ("design_point", "policy", "replication"))
    return total


ALL_WORLDS = 17 * 8 * 2
