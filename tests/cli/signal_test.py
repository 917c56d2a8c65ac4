# SPDX-License-Identifier: Apache-2.0
"""Asked to stop once, a run finishes what it has in hand; asked twice, it ends at once. Neither
leaves anything behind. Nothing here waits for time to pass: a line of progress says when."""
import json
import shlex
import signal
import subprocess

import pytest

from conftest import PROGRAM

# So many replications that no machine is through before the first line of progress has been read.
LONG = ["run", "scenarios/kjc_small.toml", "--replications", 20000, "--yes-i-know", "-o", "a.h5",
        "--progress", "json"]
# One replication that is in hand for longer than two signals take.
HEAVY = ["run", "scenarios/kjc_small.toml", "--replications", 1, "--set", "firms.count=400000", "-o", "a.h5",
         "--progress", "json", "-j", 1]


def states(process):
    """The progress, line by line, as it comes."""
    for line in process.stderr:
        if not line.startswith("{"):
            break
        yield json.loads(line)


def told_after(process):
    out, err = process.communicate()
    assert out == ""
    return err


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_once_finishes_what_is_in_hand_and_says_how_to_start_again(coopsim, place, number):
    process = coopsim.start(*LONG)
    state = next(s for s in states(process) if s["done"] > 0)
    assert not state["stopping"]
    process.send_signal(number)
    lines = process.stderr.read().splitlines()
    assert process.wait() == 75
    last = json.loads(lines[-2])
    assert last["stopping"] and 0 < last["done"] < last["total"]
    assert last["done"] % 8 == 0  # whole replications: six policies, NONE and STOP
    assert lines[-1].startswith("stopped after ") and lines[-1].endswith(shlex.join(["coopsim", *map(str, LONG)]))
    assert sorted(p.name for p in place.iterdir()) == ["scenarios"]
    process.stdout.close(), process.stderr.close()


def test_once_leaves_an_older_result_as_it_is(coopsim, place):
    coopsim("run", "scenarios/kjc_small.toml", "--replications", 1, "-o", "a.h5", "--quiet")
    before = (place / "a.h5").read_bytes()
    process = coopsim.start(*LONG, "--overwrite")
    next(states(process))
    process.send_signal(signal.SIGINT)
    told_after(process)
    assert process.returncode == 75 and (place / "a.h5").read_bytes() == before
    assert sorted(p.name for p in place.iterdir()) == ["a.h5", "scenarios"]


def test_twice_ends_at_once_and_leaves_nothing(coopsim, place):
    process = coopsim.start(*HEAVY)
    progress = states(process)
    assert next(progress)["done"] == 0
    process.send_signal(signal.SIGINT)
    state = next(s for s in progress if s["stopping"])
    assert state["done"] == 0  # asked while the first world is still simulated
    process.send_signal(signal.SIGINT)
    assert "stopped after" not in told_after(process)
    assert process.returncode == 75
    assert sorted(p.name for p in place.iterdir()) == ["scenarios"]


def test_nohup_is_respected(coopsim, place):
    """A terminal that closes does not end what was started to outlive it."""
    process = subprocess.Popen(
        ["nohup", PROGRAM, *map(str, LONG)], cwd=place, text=True, stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    progress = states(process)
    next(progress)
    process.send_signal(signal.SIGHUP)
    done = next(progress)["done"]
    assert not next(s for s in progress if s["done"] > done)["stopping"]
    process.send_signal(signal.SIGTERM)
    told_after(process)
    assert process.returncode == 75
