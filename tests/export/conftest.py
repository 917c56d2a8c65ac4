# SPDX-License-Identifier: Apache-2.0
"""The program, and results of a small study and of a small sweep."""
import csv
import os
import pathlib
import shutil
import subprocess
import sys

import h5py
import pytest

PROJECT = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(PROJECT / "tests/sweep"))
from small_sweep import sweep, write_study  # noqa: E402

PROGRAM = os.environ["COOPSIM"]
ENVIRONMENT = {"PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8", "HOME": "/nonexistent"}
POLICIES = ["status_quo", "announced_path", "abrupt_cut", "cut_without_reuse", "dankai", "training_restored"]


class Program:
    """coopsim in a folder: call it with its words."""

    def __init__(self, folder):
        self.folder = folder

    def __call__(self, *words, code=0, **more):
        done = subprocess.run([PROGRAM, *map(str, words)], cwd=self.folder, text=True, capture_output=True,
                              env=ENVIRONMENT, **more)
        assert done.returncode == code, f"{words}: {done.returncode}\n{done.stdout}\n{done.stderr}"
        return done

    def names(self):
        return sorted(file.name for file in self.folder.iterdir())


@pytest.fixture(scope="session")
def results(tmp_path_factory):
    """A folder with small.h5, with thirty.h5 that has enough replications for verdicts, and the sweep
    `s`. Only to be read."""
    folder = tmp_path_factory.mktemp("results")
    for name, replications in (("small.h5", 2), ("thirty.h5", 30)):
        Program(folder)("run", PROJECT / "scenarios/kjc_small.toml", "--set", "firms.count=60", "--replications",
                        replications, "-o", name, "--quiet")
    sweep(write_study(folder / "study"), folder / "s")
    return folder


@pytest.fixture
def program(results, tmp_path):
    """The program in a folder of its own, with small.h5 and thirty.h5."""
    for name in ("small.h5", "thirty.h5"):
        shutil.copy(results / name, tmp_path)
    return Program(tmp_path)


def rows(path, encoding="utf-8"):
    with open(path, newline="", encoding=encoding) as file:
        return list(csv.DictReader(file))


def codes(result, axis):
    return [one.decode() if isinstance(one, bytes) else str(one) for one in result[axis][()]]


def set_labels(path, labels):
    """English labels of the policies, wherever the file has them."""
    with h5py.File(path, "r+") as result:
        for group in result.values():
            if "policy_label_en" in group:
                for place, label in labels.items():
                    group["policy_label_en"][place] = label


def shorten(text):
    """Whether no shorter text reads back as the same double."""
    return len(text.replace("+", "")) <= len(repr(float(text)).replace("+", ""))
