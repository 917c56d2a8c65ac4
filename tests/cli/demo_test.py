# SPDX-License-Identifier: Apache-2.0
"""demo.sh, with building and installing left out and the small study in place of the large one."""
import os
import shutil
import subprocess

import h5py
import pytest

from conftest import ENVIRONMENT, PROGRAM, PROJECT, furnish


@pytest.fixture
def demo(tmp_path):
    """A project folder; gives a function that runs its demo.sh from elsewhere."""
    furnish(tmp_path)
    scenarios = tmp_path / "scenarios"
    small = (scenarios / "kjc_small.toml").read_text().replace("kjc_2007.toml", "whole.toml")
    (scenarios / "kjc_2007.toml").rename(scenarios / "whole.toml")
    (scenarios / "kjc_2007.toml").write_text(small)
    shutil.copy(PROJECT / "demo.sh", tmp_path)
    (tmp_path / "scripts").mkdir()
    for name in ("install_packages.sh", "build.sh", "build_report.sh"):
        script = tmp_path / "scripts" / name
        script.write_text('#!/bin/sh\necho "$0 $*" >>called\n')
        script.chmod(0o755)
    program = tmp_path / "build/release/cli"
    program.mkdir(parents=True)
    os.symlink(PROGRAM, program / "coopsim")

    def run(code=0):
        done = subprocess.run([tmp_path / "demo.sh"], cwd="/", env=ENVIRONMENT, capture_output=True, text=True)
        assert done.returncode == code, done.stdout + done.stderr
        return done
    run.folder, run.result = tmp_path, tmp_path / "results/kjc_2007.h5"
    return run


def identity(file):
    status = file.stat()
    return status.st_ino, status.st_mtime_ns


def test_the_first_time_it_runs_and_the_second_it_verifies(demo):
    first = demo().stdout
    assert "KJC 2007 at a twentieth" in first and "status_quo" in first
    made = identity(demo.result)
    second = demo().stdout
    assert "same fingerprints" in second and "status_quo" in second
    assert identity(demo.result) == made
    assert (demo.folder / "called").read_text().splitlines()[:2] == [
        "scripts/install_packages.sh core", "scripts/build.sh release coopsim"]


def test_a_changed_scenario_is_run_again_and_nothing_else_is_touched(demo):
    demo()
    other = demo.result.with_name("mine.h5")
    shutil.copy(demo.result, other)
    before, made = identity(other), identity(demo.result)
    scenario = demo.folder / "scenarios/kjc_2007.toml"
    scenario.write_text(scenario.read_text().replace("value = 8,", "value = 2,"))
    said = demo()
    assert "2 replications" in said.stdout and "kjc_2007.h5 alone is replaced" in said.stderr
    assert identity(other) == before and identity(demo.result) != made
    assert sorted(p.name for p in demo.result.parent.iterdir()) == ["kjc_2007.h5", "kjc_2007.html", "mine.h5"]


def test_a_damaged_result_is_computed_again(demo):
    demo()
    whole = demo.result.read_bytes()
    demo.result.write_bytes(whole[:len(whole) // 2])
    assert "alone is replaced" in demo().stderr
    assert "same fingerprints" in demo().stdout


def test_a_result_with_other_numbers_stops_it(demo):
    demo()
    with h5py.File(demo.result, "r+") as result:
        result["yearly/trainees_returned"][0, 0, 0] += 1
    before = demo.result.read_bytes()
    assert "Move it away" in demo(code=1).stderr
    assert demo.result.read_bytes() == before


def test_what_is_no_result_is_left_alone(demo):
    demo.result.parent.mkdir()
    demo.result.write_text("my thesis")
    demo(code=73)
    assert demo.result.read_text() == "my thesis"
