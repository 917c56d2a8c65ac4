# SPDX-License-Identifier: Apache-2.0
"""A sweep that is killed at any system call that writes goes on, does nothing twice that was published,
and ends in the same bits; a disk that fails says so and loses nothing. All calls, also those that read, with
kills during the resume as well: KILLS=all (campaign.sh, part `kills`)."""
import concurrent.futures
import os
import re
import shutil
import subprocess

import pytest

from small_sweep import PROGRAM, blocks, result, run, status, sweep, write_study

CALLS = ("write", "pwrite64", "fsync", "fdatasync", "rename", "renameat", "renameat2", "openat", "ftruncate", "mkdir", "unlink")
READING = ("read", "pread64", "flock", "fcntl")
SAMPLE = None if os.environ.get("KILLS") == "all" else 50
pytestmark = pytest.mark.skipif(shutil.which("strace") is None, reason="needs strace")


@pytest.fixture(scope="module")
def whole(tmp_path_factory):
    """The study, the bits of its result, and how often each call is made on the way."""
    folder = tmp_path_factory.mktemp("whole")
    study = write_study(folder / "in", size="points = 3", replications=2 if SAMPLE else 3, block_worlds=4)
    sweep(study, folder / "s", "-j", 1)
    log = folder / "log"
    calls = CALLS if SAMPLE else CALLS + READING
    sweep(study, folder / "traced", "-j", 1, before=["strace", "-f", "-qq", "-o", log, "-e", "trace=" + ",".join(calls)])
    counts = {call: len(re.findall(rf"^\d+ +{call}\(", log.read_text(), re.M)) for call in calls}
    assert result(folder / "traced") == result(folder / "s")
    assert counts["renameat"] >= 4 and counts["fsync"] >= 10
    opens = re.findall(r"^(\d+) +openat\((.*)", log.read_text(), re.M)
    own = [call for process, call in opens if process == opens[0][0]]  # strace counts by thread
    in_folder = [number for number, call in enumerate(own, 1) if str(folder / "traced") in call]
    return study, result(folder / "s"), counts, in_folder


def inject(call, number, what):
    return ["strace", "-f", "-qq", "-o", "/dev/null", "-e", f"inject={call}:{what}:when={number}"]


def places(counts, sample):
    return some([(call, number) for call, count in counts.items() for number in range(1, count + 1)], sample)


def some(every, sample):
    return every if sample is None or len(every) <= sample else [every[i * len(every) // sample] for i in range(sample)]


def go_on(study, folder, before=()):
    """As a user would: the same command again, whatever was left."""
    return sweep(study, folder, "-j", 1, code=None, before=before)


def kills_at(study, expected, folder, call, number):
    """Killed at the call, in the campaign a second time half as far, then run to the end: how many kills were met."""
    killed, there = 0, {}
    for when in [number] if SAMPLE else [number, (number + 1) // 2]:
        killed += go_on(study, folder, inject(call, when, "signal=SIGKILL")).returncode != 0
        assert there.items() <= blocks(folder).items(), (call, number)
        there = blocks(folder)
    last = go_on(study, folder)
    assert last.returncode == 0, (call, number, last.stderr)
    assert there.items() <= blocks(folder).items(), (call, number)
    assert result(folder) == expected, (call, number)
    assert status(folder)["worlds_missing"] == 0
    shutil.rmtree(folder)
    return killed


def test_a_kill_at_any_call_loses_nothing(whole, tmp_path):
    study, expected, counts, _ = whole
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        killed = sum(pool.map(lambda place: kills_at(study, expected, tmp_path / "{}_{}".format(*place), *place),
                              places(counts, SAMPLE)))
    print(f"killed {killed} times")
    assert killed >= (40 if SAMPLE else 2000)


@pytest.mark.parametrize("error, codes", [("ENOSPC", (74, 73)), ("EIO", (74, 73)), ("EMFILE", (74, 73, 66, 65, 70))])
def test_a_failing_disk_is_told_and_loses_nothing(whole, tmp_path, error, codes):
    study, expected, counts, in_folder = whole
    sample = None if SAMPLE is None else 12
    if error == "EMFILE":  # of files that are the sweep's own: others may be missing
        failing = some([("openat", number) for number in in_folder], sample)
    else:
        failing = places({call: counts[call] for call in ("write", "pwrite64", "fsync", "fdatasync", "ftruncate")}, sample)
    told = 0
    for call, number in failing:
        folder = tmp_path / f"{call}_{number}"
        first = go_on(study, folder, inject(call, number, f"error={error}"))
        assert first.returncode >= 0, (call, number, first.returncode)
        if first.returncode != 0:
            told += 1
            assert first.stderr.strip(), (call, number)
        there = blocks(folder) if folder.exists() else {}
        last = go_on(study, folder)
        assert last.returncode == 0, (call, number, first.stderr, last.stderr)
        assert there.items() <= blocks(folder).items(), (call, number)
        assert result(folder) == expected, (call, number)
        shutil.rmtree(folder)
    assert told > 0


def begun(folder, threads):
    """A sweep of 2,080 worlds that has begun, and the study of it."""
    study = write_study(folder / "in", size="points = 64", replications=16, block_worlds=64)
    process = subprocess.Popen([PROGRAM, "sweep", study, "-o", folder / "s", "--progress", "json", "-j", threads],
                               stderr=subprocess.PIPE, text=True)
    process.stderr.readline()
    return study, process


def test_a_signal_stops_within_the_worlds_in_hand_and_tells_how_to_go_on(tmp_path):
    study, process = begun(tmp_path, "2")
    with process:
        process.terminate()
        said = process.stderr.read()
    assert process.returncode == 75 and "coopsim resume" in said
    run("resume", tmp_path / "s", "--quiet")
    sweep(study, tmp_path / "straight")
    assert result(tmp_path / "s") == result(tmp_path / "straight")


def test_two_at_once_are_refused_and_a_dead_one_is_none(tmp_path):
    _, process = begun(tmp_path, "1")
    with process:
        try:
            said = run("resume", tmp_path / "s", code=73).stderr
            assert "another process works in it" in said and str(process.pid) in said
            assert status(tmp_path / "s")["running"]
        finally:
            process.kill()
    assert not status(tmp_path / "s")["running"]


def test_a_folder_that_may_not_be_written_is_told(whole, tmp_path):
    study, _, _, _ = whole
    if os.geteuid() == 0:
        # Root may write anywhere; a file in the way cannot be made a folder by anybody.
        (tmp_path / "file").write_text("")
        assert sweep(study, tmp_path / "file" / "s", code=None).returncode in (73, 74)
    else:
        (tmp_path / "closed").mkdir(mode=0o500)
        assert sweep(study, tmp_path / "closed" / "s", code=None).returncode in (73, 77)
