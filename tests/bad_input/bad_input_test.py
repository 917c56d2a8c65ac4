# SPDX-License-Identifier: Apache-2.0
"""Malformed scenarios and command lines, given to the program as its users would. A case is
NAME.expect (see expectation.py) beside NAME.toml, NAME.recipe (see recipes.py) or NAME.args: a
command line, one argument a line, in a folder that holds good.toml (a sound scenario), the shipped
scenarios, there.h5 (a text), link.h5 (a link to it), pipe.h5 (a named pipe) and folder/."""
import json
import os
import pathlib
import shutil
import subprocess
import tempfile

import pytest
from expectation import check_document, check_manners, check_message, holds, read_expectation
from recipes import make

HERE = pathlib.Path(__file__).parent
PROJECT = HERE.parent.parent
PROGRAM = pathlib.Path(os.environ["COOPSIM"])
CASES = sorted(path.stem for path in HERE.glob("*.expect"))
NOBODY = 65534  # root may read everything; the user of these tests may not

GOOD = """schema = 1
[run]
replications = 2
[firms]
count = 20
[[policy]]
name = "a"
baseline = true
"""


@pytest.fixture(scope="module")
def program():
    """The program where any user may start it."""
    with tempfile.TemporaryDirectory() as folder:
        os.chmod(folder, 0o755)
        yield shutil.copy(PROGRAM, folder)


@pytest.fixture
def place():
    """A folder to work in, like a user's."""
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        (folder / "good.toml").write_text(GOOD)
        (folder / "there.h5").write_text("something dear")
        (folder / "link.h5").symlink_to("there.h5")
        os.mkfifo(folder / "pipe.h5")
        (folder / "folder").mkdir()
        for shipped in (PROJECT / "scenarios").glob("*.toml"):
            shutil.copy(shipped, folder)
        yield folder


def give_away(folder):
    if os.geteuid() == 0:
        for path in [folder, *folder.rglob("*")]:
            os.chown(path, NOBODY, NOBODY, follow_symlinks=False)


def snapshot(folder):
    """Name, kind, permissions, size and time of last change of everything in the folder."""
    status = {path.name: path.lstat() for path in folder.rglob("*")}
    return {name: (s.st_mode, s.st_size, s.st_mtime_ns) for name, s in status.items()}


def call(program, folder, words, **changes):
    user = {"user": NOBODY, "group": NOBODY, "extra_groups": []} if os.geteuid() == 0 else {}
    done = subprocess.run([program, *words], cwd=folder, env={**os.environ, **changes}, check=False,
                          stdin=subprocess.DEVNULL, capture_output=True, **user)
    return done.returncode, done.stdout.decode("utf-8"), done.stderr.decode("utf-8")


def arguments(path):
    """One a line; in quotes as in JSON."""
    lines = path.read_text(encoding="utf-8").splitlines()
    return [json.loads(line) if line.startswith('"') else line for line in lines]


def commands(case, folder):
    """The command lines of a case: as text, and the same with --json."""
    if (HERE / f"{case}.args").exists():
        words = arguments(HERE / f"{case}.args")
        yield words, [words[0], "--json", *words[1:]]
        return
    name = f"{case}.toml"
    if (HERE / f"{case}.recipe").exists():
        make(HERE / f"{case}.recipe", folder, name)
    else:
        shutil.copy(HERE / name, folder)
    yield ["check", name], ["check", "--json", name]
    yield ["run", name, "-o", "out.h5"], ["run", "--json", name, "-o", "out.h5"]


@pytest.mark.parametrize("case", CASES)
def test_is_refused_with_place_value_and_remedy(case, program, place):
    expected = read_expectation(HERE / f"{case}.expect")
    for plain, json_form in commands(case, place):
        give_away(place)
        before = snapshot(place)
        kept_out = [str(PROJECT), str(PROGRAM.parent), str(place)]

        code, out, message = call(program, place, plain)
        assert code == expected.exit, message
        assert out == ""
        check_message(message, expected)
        check_manners(message, expected, kept_out)

        code, out, _ = call(program, place, json_form)
        assert code == expected.exit
        check_document(out, expected)
        check_manners(out, expected, kept_out)
        assert snapshot(place) == before, "a file was written"


def test_every_input_has_an_expectation_and_there_are_fifty_at_least():
    inputs = [path.stem for ending in ("toml", "recipe", "args") for path in HERE.glob(f"*.{ending}")]
    assert sorted(inputs) == CASES
    assert len(CASES) >= 50


@pytest.mark.parametrize("changes", [
    {"LC_ALL": "de_DE.UTF-8", "LANG": "de_DE.UTF-8"}, {"LC_ALL": "C"}, {"TZ": "Nowhere/Odd+99"},
    {"HOME": ""}, {"COLUMNS": "0"}, {"OMP_NUM_THREADS": "x", "TBB_NUM_THREADS": "-1"}])
def test_the_environment_changes_no_message(changes, program, place):
    shutil.copy(HERE / "many_problems.toml", place)
    give_away(place)
    words = ["check", "many_problems.toml"]
    assert call(program, place, words, **changes) == call(program, place, words)


def test_a_wrong_expectation_is_noticed():
    line = "  mine.toml:9:16  run.replications  0 is out of range; allowed: 1 to 1000000"
    right = {"at": "mine.toml:9:16", "found": "0", "allowed": "1 to 1000000"}
    assert holds(line, right)
    for wrong in ({"at": "mine.toml:9:1"}, {"at": "mine.toml:9"}, {"found": "1000"}, {"found": "9"},
                  {"found": "16"}, {"allowed": "0 to 1000000"}):
        assert not holds(line, {**right, **wrong}), wrong
