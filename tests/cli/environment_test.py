# SPDX-License-Identifier: Apache-2.0
"""The same whatever surrounds it: locale, time zone, terminal, streams that are closed or full."""
import fcntl
import os
import pty
import re
import struct
import subprocess
import termios

import pytest

from conftest import ENVIRONMENT, PROGRAM, Program, furnish

SMALL = ["run", "scenarios/kjc_small.toml", "--replications", 1]
ODD = [{"LC_ALL": "de_DE.UTF-8", "LANG": "de_DE.UTF-8", "TZ": "Asia/Kathmandu", "HOME": "/nowhere"},
       {"LC_ALL": "ko_KR.EUC-KR", "TZ": ":/etc/passwd", "TERM": "dumb"},
       {"COLUMNS": "0", "LINES": "0", "OMP_NUM_THREADS": "x", "TBB_NUM_THREADS": "-1", "HDF5_PLUGIN_PATH": "/tmp"}]


@pytest.fixture(scope="module")
def usual(tmp_path_factory):
    """Folder and output of a run in an environment without surprises."""
    folder = furnish(tmp_path_factory.mktemp("usual"))
    return folder, Program(folder)(*SMALL, "-o", "a.h5", "--no-execution")


@pytest.mark.parametrize("environment", ODD, ids=lambda e: " ".join(f"{k}={v}" for k, v in e.items()))
def test_no_environment_changes_a_byte_or_a_word(coopsim, place, usual, environment):
    folder, expected = usual
    odd = coopsim(*SMALL, "-o", "a.h5", "--no-execution", environment=environment)
    assert (place / "a.h5").read_bytes() == (folder / "a.h5").read_bytes()
    assert (odd.stdout, odd.stderr) == (expected.stdout, expected.stderr)
    assert "\x1b" not in odd.stdout + odd.stderr


def test_no_environment_at_all(coopsim, place):
    done = subprocess.run([PROGRAM, *map(str, SMALL), "-o", "a.h5"], cwd=place, env={}, capture_output=True)
    assert done.returncode == 0 and b"KJC 2007" in done.stdout


def closed_pipe():
    """The writing end of a pipe that nobody reads."""
    reading, writing = os.pipe()
    os.close(reading)
    return writing


@pytest.mark.parametrize("words", [[*SMALL, "-o", "a.h5"], ["describe"], ["describe", "--schema"], ["--help"],
                                   ["plan", "scenarios/kjc_small.toml"], ["check", "scenarios/kjc_small.toml"]])
def test_a_reader_that_went_away_is_no_error(coopsim, place, words):
    writing = closed_pipe()
    done = coopsim(*words, "--progress", "none", stdout=writing) if words[0] == "run" else \
        coopsim(*words, stdout=writing)
    os.close(writing)
    assert done.stderr == ""
    if words[0] == "run":
        coopsim("verify", "a.h5", "--quiet")


def test_nobody_reads_the_progress(coopsim, place):
    writing = closed_pipe()
    done = coopsim(*SMALL, "-o", "a.h5", "--progress", "json", stderr=writing)
    os.close(writing)
    assert "KJC 2007" in done.stdout


@pytest.mark.parametrize("closed", ["<&-", ">&-", "2>&-", "<&- >&- 2>&-"])
def test_closed_streams_never_get_into_the_result(coopsim, place, closed):
    shell = f'"$0" run scenarios/kjc_small.toml --replications 1 -o a.h5 {closed}'
    done = subprocess.run(["sh", "-c", shell, PROGRAM], cwd=place, env=ENVIRONMENT, capture_output=True)
    assert done.returncode == 0
    coopsim("verify", "a.h5", "--quiet")


def test_a_full_disk_under_stdout_is_an_error_and_the_result_is_kept(coopsim):
    with open("/dev/full", "w") as full:
        done = coopsim(*SMALL, "-o", "a.h5", code=74, stdout=full)
    assert "standard output cannot be written" in done.stderr
    coopsim("verify", "a.h5", "--quiet")


def on_terminal(place, words, environment=(), columns=80):
    """What the program writes to a terminal of so many columns."""
    ours, its = pty.openpty()
    fcntl.ioctl(its, termios.TIOCSWINSZ, struct.pack("HHHH", 24, columns, 0, 0))
    process = subprocess.Popen([PROGRAM, *map(str, words)], cwd=place, env=ENVIRONMENT | dict(environment),
                               stdin=its, stdout=its, stderr=its)
    os.close(its)
    text = b""
    while True:
        try:
            more = os.read(ours, 65536)
        except OSError:  # the other end is closed
            break
        if not more:
            break
        text += more
    os.close(ours)
    assert process.wait() == 0
    return text.decode()


def test_a_terminal_gets_emphasis_and_no_color_takes_it_away(place, study):
    words = ["summary", study / "small.h5"]
    assert "\x1b[1m" in on_terminal(place, words)
    assert "\x1b" not in on_terminal(place, words, {"NO_COLOR": "1"})
    assert "\x1b" not in on_terminal(place, words, {"TERM": "dumb"})


@pytest.mark.parametrize("columns", [0, 1, 80, 120, 1000])
def test_a_terminal_of_any_width(place, study, columns):
    text = on_terminal(place, ["summary", study / "small.h5"], {"NO_COLOR": "1"}, columns)
    widest = max(len(line) for line in text.splitlines())
    assert widest <= max(80 if columns == 0 else min(columns, 120), 69)
    assert len(re.findall(r"^policy ", text, re.M)) == (2 if columns >= 120 else 4)


def test_the_bars_are_gone_when_the_table_stands(place):
    text = on_terminal(place, [*SMALL, "-o", "a.h5", "--progress", "bar"])
    last_erased = text.rfind("\x1b[J")
    assert "KJC 2007 at a twentieth" in text[last_erased + 1:] and "/6" not in text[last_erased + 1:].split("KJC")[0]
