# SPDX-License-Identifier: Apache-2.0
"""The program, a folder like a user's with the shipped scenarios in it, and one small result."""
import json
import os
import pathlib
import shutil
import signal
import subprocess

import h5py
import pytest

PROGRAM = os.environ["COOPSIM"]
PROJECT = pathlib.Path(__file__).resolve().parents[2]
# Of the user's environment only this: a test must not depend on who runs it.
ENVIRONMENT = {"PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8", "TERM": "xterm"}

# Three policies that differ in nothing.
EQUAL = """schema = 1
[run]
end = 2010-01-01
[firms]
count = 30
[budget.account.A2]
amount = "300 million KRW"
[[policy]]
name = "quo"
baseline = true
[[policy]]
name = "same"
[[policy]]
name = "as_well"
"""


def own_signals():
    """A child of a shell's background job would ignore Ctrl-C; a user's does not."""
    for number in (signal.SIGINT, signal.SIGHUP, signal.SIGTERM):
        signal.signal(number, signal.SIG_DFL)


class Program:
    """coopsim in a folder: call it with its words."""

    def __init__(self, folder):
        self.folder = folder

    def __call__(self, *words, code=0, environment=(), **more):
        more = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "stdin": subprocess.DEVNULL} | more
        done = subprocess.run([PROGRAM, *map(str, words)], cwd=self.folder, text=True,
                              env=ENVIRONMENT | dict(environment), **more)
        assert done.returncode == code, f"{words}: {done.returncode}\n{done.stdout}\n{done.stderr}"
        return done

    def start(self, *words, **more):
        """Started and not waited for; its stderr can be read line by line."""
        more = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE} | more
        return subprocess.Popen([PROGRAM, *map(str, words)], cwd=self.folder, text=True,
                                env=ENVIRONMENT, preexec_fn=own_signals, **more)


def furnish(folder):
    scenarios = folder / "scenarios"
    scenarios.mkdir()
    for ending in ("toml", "csv"):
        for file in (PROJECT / "scenarios").glob(f"*.{ending}"):
            shutil.copy(file, scenarios)
    return folder


@pytest.fixture
def place(tmp_path):
    return furnish(tmp_path)


@pytest.fixture
def coopsim(place):
    return Program(place)


@pytest.fixture(scope="session")
def study(tmp_path_factory):
    """A folder with small.h5: scenarios/kjc_small.toml with two replications. Only to be read."""
    folder = furnish(tmp_path_factory.mktemp("study"))
    Program(folder)("run", "scenarios/kjc_small.toml", "--replications", 2, "-o", "small.h5", "--quiet")
    return folder


@pytest.fixture
def reader(study):
    """The program in the folder of the small result."""
    return Program(study)


EIGHT = ["--set", "firms.count=60", "--replications"]  # a tiny study, with so many of them
HEADLINE = "total/productivity_effect"


@pytest.fixture(scope="module")
def compared(tmp_path_factory):
    """A folder with thirty.h5: enough replications of a tiny study for verdicts."""
    folder = furnish(tmp_path_factory.mktemp("compared"))
    program = Program(folder)
    program("run", "scenarios/kjc_small.toml", *EIGHT, 30, "-o", "thirty.h5", "--quiet")
    return program


def document(program, *words, code=0):
    return json.loads(program("compare", *words, "--json", code=code).stdout)


def change(program, name, variable, edit):
    """A copy of thirty.h5 in which `edit` has changed the values of one variable."""
    path = program.folder / name
    path.write_bytes((program.folder / "thirty.h5").read_bytes())
    with h5py.File(path, "r+") as result:
        values = result[variable][()]
        edit(values)
        result[variable][...] = values
    return name
