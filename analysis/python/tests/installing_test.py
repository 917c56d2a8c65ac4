# SPDX-License-Identifier: Apache-2.0
"""The package installs without network beside Debian's packages; its types and style are sound."""
import os
import shutil
import subprocess

import pytest
from conftest import PROJECT

PACKAGE = PROJECT / "analysis" / "python"
ALONE = {"PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8", "HOME": "/nonexistent", "PIP_DISABLE_PIP_VERSION_CHECK": "1"}


def run(*words, **options):
    done = subprocess.run(words, capture_output=True, text=True, check=False, env=ALONE, **options)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def test_it_installs_in_a_venv_and_opens_a_result_there(made, tmp_path):
    copy = shutil.copytree(PACKAGE, tmp_path / "package", ignore=shutil.ignore_patterns("build", "*.egg-info"))
    run("/usr/bin/python3", "-m", "venv", "--system-site-packages", tmp_path / "venv")
    run(tmp_path / "venv/bin/pip", "install", "--no-build-isolation", "--no-index", copy)
    script = ("import sys, coopsim, xarray\n"
              "print(coopsim.__file__, len(coopsim.open_result(sys.argv[1]).paired('contracts')),\n"
              "      xarray.open_dataset(sys.argv[1], group='total', engine='coopsim').contracts.dims[0])")
    said = run(tmp_path / "venv/bin/python", "-c", script, made, cwd=tmp_path).split()
    assert said[0].startswith(os.fspath(tmp_path / "venv")) and said[1:] == ["5", "policy"]
    assert (tmp_path / "venv/lib/python3.11/site-packages/coopsim/py.typed").exists()


@pytest.fixture(scope="module")
def mypy(tmp_path_factory):
    """Called with what to look at; what it knows of NumPy and xarray is kept in the build folder."""
    cache = os.environ.get("COOPSIM_MYPY_CACHE") or tmp_path_factory.mktemp("mypy")
    words = ["mypy", "--strict", "--config-file", PACKAGE / "pyproject.toml", "--cache-dir", cache]
    return lambda what: subprocess.run([*words, what], capture_output=True, text=True, check=False, cwd=PACKAGE,
                                       env=ALONE)


def test_its_types_hold_and_a_wrong_one_is_found(mypy, tmp_path):
    done = mypy("coopsim")
    assert done.returncode == 0 and "no issues" in done.stdout, done.stdout
    wrong = tmp_path / "wrong.py"
    wrong.write_text("import coopsim\nresult: int = coopsim.open_result('x')\n")
    done = mypy(wrong)
    assert done.returncode == 1 and "Incompatible types in assignment" in done.stdout


def test_its_style_holds():
    assert run("flake8", ".", cwd=PACKAGE) == ""


def test_examples_in_docstrings_hold():
    assert "passed" in run("/usr/bin/python3", "-m", "pytest", "-q", "-p", "no:cacheprovider", "--doctest-modules",
                           "coopsim", cwd=PACKAGE)
