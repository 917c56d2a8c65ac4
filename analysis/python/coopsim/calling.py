# SPDX-License-Identifier: Apache-2.0
"""Calls the program: runs, sweeps, and whatever it answers in JSON."""
from __future__ import annotations

import atexit
import contextlib
import datetime
import json
import os
import shutil
import signal
import subprocess
import tempfile
import warnings
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import pandas as pd

from coopsim.errors import ProgramError
from coopsim.progress import Bar, bar
from coopsim.result import Result, open_result

_FINISHED = (0, 1)  # 1: finished, and a check failed, such as worlds that failed


def program(given: str | os.PathLike[str] | None = None) -> str:
    """The program that is called: `given`, else $COOPSIM, `coopsim` on the PATH, or this checkout's build.

    Raises ProgramError where there is none.
    """
    built = Path(__file__).resolve().parents[3] / "build" / "release" / "cli" / "coopsim"
    for place in (given, os.environ.get("COOPSIM"), shutil.which("coopsim"), built):
        if place and os.access(place, os.X_OK) and os.path.isfile(place):
            return os.fspath(place)
        if place and place in (given, os.environ.get("COOPSIM")):
            raise ProgramError(f"{place}: no program that can be run; check the path, or leave it out")
    raise ProgramError("the program coopsim was not found; build it (./demo.sh) and set COOPSIM to its path, or put "
                       "its folder on the PATH")


def ask(*words: str | os.PathLike[str], program: str | os.PathLike[str] | None = None) -> Any:
    """What a command answers in JSON: ``ask("explain", result.path, "status_quo", "dankai")``.

    Works for compare, explain, packages, sensitivity, discover, predict, validate, status, describe and others
    (``coopsim COMMAND --help``); ``--json`` is added. Raises ProgramError with the program's own words
    where it ends with an error.
    """
    command = [_program(program), *(os.fspath(word) for word in words), "--json"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode not in _FINISHED or not done.stdout.strip():
        raise _failed(command, done.returncode, done.stderr)
    return json.loads(done.stdout)


def schema(program: str | os.PathLike[str] | None = None) -> dict[str, Any]:
    """JSON Schema of scenario files. Raises ProgramError."""
    command = [_program(program), "describe", "--schema"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        raise _failed(command, done.returncode, done.stderr)
    made: dict[str, Any] = json.loads(done.stdout)
    return made


def metrics(program: str | os.PathLike[str] | None = None) -> pd.DataFrame:
    """All responses that the program publishes, by name: ``label_en``, ``label_ko``, ``meaning``, ``unit``.

    Raises ProgramError.
    """
    rows = pd.DataFrame(ask("describe", program=program))
    rows = rows[rows["kind"] == "response"].rename(columns={"name": "metric", "default": "total", "source": "splits"})
    return rows.set_index("metric")[["label_en", "label_ko", "unit", "meaning", "total", "splits"]]


def run(scenario: str | os.PathLike[str], *, output: str | os.PathLike[str] | None = None, overwrite: bool = False,
        replications: int | None = None, seed: int | None = None, policies: Sequence[str] = (),
        threads: int | None = None, compress: bool = False, progress: bool = True,
        program: str | os.PathLike[str] | None = None, settings: Mapping[str, Any] | None = None,
        **overrides: Any) -> Result:
    """Simulates a scenario file and opens the result.

    `output`: the result file; None: a temporary one, gone when Python ends. An existing file is replaced
    with `overwrite` only. `policies`: these and the baseline; all if empty. `threads` never changes a
    result. Anything else is set as if the scenario said so, by its path with two underscores for a dot:
    ``run("kjc_small.toml", firms__count=200)``, or ``settings={"firms.count": 200}``. `progress`: a bar,
    by tqdm where there is one.

    Raises ProgramError with the program's own words: all mistakes of a scenario at once, each with its
    place. Warns where worlds have failed. Ctrl-C ends the program as well; nothing is left behind.
    """
    place = os.fspath(output) if output is not None else os.path.join(_temporary_folder(), Path(scenario).stem + ".h5")
    words = ["run", os.fspath(scenario), "-o", place]
    words += ["--overwrite"] if overwrite else []
    words += ["--compress"] if compress else []
    for name, value in (("--replications", replications), ("--seed", seed), ("-j", threads)):
        words += [name, str(value)] if value is not None else []
    for policy in policies:
        words += ["--policy", policy]
    named = {name.replace("__", "."): value for name, value in overrides.items()}
    for path, value in (dict(settings or {}) | named).items():
        words += ["--set", f"{path}={as_toml(value)}"]
    _watched(program, words, progress, Path(scenario).stem)
    return open_result(place)


def sweep(study: str | os.PathLike[str], output: str | os.PathLike[str] | None = None, *, threads: int | None = None,
          on_error: str = "continue", progress: bool = True,
          program: str | os.PathLike[str] | None = None) -> Result:
    """Simulates a study at all its design points and opens the result.

    `output`: the sweep's folder; None: a temporary one, gone when Python ends. A folder of the same study
    is gone on with: after Ctrl-C the same call goes on where it stopped. While it runs, ``open_result``
    of the folder shows what is finished. `on_error`: "continue" or "stop".

    Raises ProgramError; warns where worlds have failed.
    """
    place = os.fspath(output) if output is not None else os.path.join(_temporary_folder(), Path(study).stem)
    words = ["sweep", os.fspath(study), "-o", place, "--on-error", on_error]
    words += ["-j", str(threads)] if threads is not None else []
    _watched(program, words, progress, Path(study).stem)
    return open_result(place)


def as_toml(value: Any) -> str:
    """A value as ``--set`` takes it; texts as they are.

    >>> as_toml(True), as_toml(.5), as_toml([1, "a"]), as_toml({"value": 2}), as_toml("2 billion KRW")
    ('true', '0.5', '[1, "a"]', '{ value = 2 }', '2 billion KRW')
    """
    return value if isinstance(value, str) else _toml(value)


def _toml(value: Any) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        return json.dumps(value, ensure_ascii=False)
    if isinstance(value, (datetime.date, datetime.datetime)):
        return value.isoformat()
    if isinstance(value, Mapping):
        return "{ " + ", ".join(f"{name} = {_toml(one)}" for name, one in value.items()) + " }"
    if isinstance(value, (list, tuple)):
        return "[" + ", ".join(map(_toml, value)) + "]"
    if hasattr(value, "item"):
        return repr(value.item())  # a NumPy number
    return repr(value)


_program = program  # by another name where an argument is called so


@contextlib.contextmanager
def _stopped_with_us(child: subprocess.Popen[str]) -> Iterator[None]:
    """Whatever ends this call, the child ends too, and in order: it removes what it had begun."""
    try:
        yield
    except BaseException:
        if child.poll() is None:
            child.send_signal(signal.SIGINT)
            try:
                child.wait(timeout=60)
            except subprocess.TimeoutExpired:
                child.kill()
        raise


def _watched(given: str | os.PathLike[str] | None, words: list[str], progress: bool, title: str) -> None:
    command = [_program(given), *words, "--progress=json" if progress else "--progress=none", "--quiet"]
    if progress:
        command.remove("--quiet")
    said = []
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True, encoding="utf-8",
                          errors="replace", start_new_session=True) as child, _stopped_with_us(child):
        assert child.stderr is not None
        with bar(title, progress) as shown:
            for line in child.stderr:
                if not _progressed(line, shown):
                    said.append(line)
        code = child.wait()
    if code not in _FINISHED:
        raise _failed(command, code, "".join(said))
    if code == 1:
        warnings.warn("worlds of the result have failed: " + "".join(said).strip(), stacklevel=3)


def _progressed(line: str, shown: Bar) -> bool:
    """Whether the line tells how far it is."""
    if not line.startswith("{"):
        return False
    try:
        told = json.loads(line)
        shown.show(int(told["done"]), int(told["total"]), int(told["failed"]))
    except (ValueError, KeyError, TypeError):
        return False
    return True


def _failed(command: list[str], code: int, said: str) -> ProgramError:
    words = said.strip() or f"ended with exit code {code} and said nothing"
    if command[1] == "run":  # what the program calls an option is an argument here
        words = words.replace("--overwrite", "overwrite=True")
    return ProgramError(f"coopsim {command[1]} (exit code {code}): {words}", code, command, said)


def _temporary_folder() -> str:
    folder = tempfile.mkdtemp(prefix="coopsim_")
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return folder
