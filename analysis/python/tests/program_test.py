# SPDX-License-Identifier: Apache-2.0
"""run, sweep, ask, schema: the program called, its progress shown, its errors raised."""
import os
import shutil
import signal
import subprocess
import sys

import jsonschema
import numpy as np
import pytest

import coopsim
from coopsim import calling, progress

PACKAGE = os.path.dirname(os.path.dirname(os.path.abspath(coopsim.__file__)))


def test_a_run_with_settings_is_the_scenario_with_them(scenarios, tmp_path, capfd):
    with coopsim.run(scenarios / "sweeping.toml", output=tmp_path / "a.h5", policies=["dankai"], replications=2,
                     seed=7, threads=1, firms__count=40, settings={"advice.interest_loss": .1}) as result:
        assert result.policies.index.tolist() == ["status_quo", "dankai"]
        assert result.attrs["seed"] == 7 and result.attrs["replications"] == 2
        assert (result["yearly"].firms.sel(year=1993) == 40).all()
        assert "interest_loss" in result.scenario and "0.1" in result.scenario
    assert "world" in capfd.readouterr().err  # the bar


def test_without_output_the_file_is_temporary(scenarios):
    script = ("import sys, coopsim\n"
              "result = coopsim.run(sys.argv[1], replications=1, policies=['dankai'], progress=False)\n"
              "print(result.path, float(result['total/staff'].mean()) > 0)")
    said = subprocess.run([sys.executable, "-c", script, scenarios / "sweeping.toml"], capture_output=True, text=True,
                          check=True, env={**os.environ, "PYTHONPATH": PACKAGE}).stdout.split()
    assert said[1] == "True" and not os.path.exists(said[0])


def test_an_existing_file_is_replaced_only_if_asked(scenarios, tmp_path, made):
    few = {"replications": 1, "policies": ["dankai"], "progress": False}
    shutil.copy(made, tmp_path / "a.h5")
    with pytest.raises(coopsim.ProgramError, match="exists already; overwrite=True replaces it") as caught:
        coopsim.run(scenarios / "sweeping.toml", output=tmp_path / "a.h5", **few)
    assert caught.value.code == 73 and "--overwrite" not in str(caught.value)
    with coopsim.run(scenarios / "sweeping.toml", output=tmp_path / "a.h5", overwrite=True, **few) as result:
        assert result.attrs["replications"] == 1


def test_all_mistakes_of_a_scenario_are_told_at_once(scenarios, tmp_path):
    wrong = scenarios / "wrong.toml"
    wrong.write_text('schema = 1\nextends = "kjc_small.toml"\n[firms]\ncuont = 3\n[run]\nreplications = -4\n')
    with pytest.raises(coopsim.ProgramError) as caught:
        coopsim.run(wrong, output=tmp_path / "x.h5")
    assert caught.value.code == 65 and "cuont" in str(caught.value) and "-4" in str(caught.value)
    assert not (tmp_path / "x.h5").exists()
    with pytest.raises(coopsim.ProgramError, match="firms.cuont"):
        coopsim.run(scenarios / "sweeping.toml", firms__cuont=3)
    with pytest.raises(coopsim.ProgramError, match="does not exist"):
        coopsim.run(tmp_path / "none.toml")


def test_worlds_that_fail_are_warned_of(scenarios, tmp_path):
    with pytest.warns(UserWarning, match="failed"):
        result = coopsim.run(scenarios / "sweeping.toml", output=tmp_path / "f.h5", replications=1, run__max_events=500,
                             policies=["dankai"], progress=False)
    with result:
        assert result.attrs["failed_worlds"] > 0 and np.isnan(result["total/staff"]).all()


def test_ask_schema_and_metrics(result, scenarios):
    told = coopsim.ask("compare", result.path, "--metric", "contracts")
    assert told["baseline"] == "status_quo" and told["metrics"][0]["metric"] == "contracts"
    jsonschema.Draft7Validator.check_schema(coopsim.schema())
    metrics = coopsim.metrics()
    assert metrics.loc["contracts", "label_ko"] == "계약 건수" and metrics.index.is_unique
    with pytest.raises(coopsim.ProgramError, match="no such"):
        coopsim.ask("compare", result.path, "--baseline", "nobody")


def test_a_program_that_is_not_there_is_named(monkeypatch, tmp_path):
    with pytest.raises(coopsim.ProgramError, match="no program that can be run"):
        coopsim.program(tmp_path / "coopsim")
    monkeypatch.delenv("COOPSIM")
    monkeypatch.setenv("PATH", os.fspath(tmp_path))
    monkeypatch.setattr(calling, "__file__", os.fspath(tmp_path / "a" / "b" / "c" / "d.py"))
    with pytest.raises(coopsim.ProgramError, match="was not found; build it"):
        coopsim.program()


def test_a_sweep_and_the_same_call_again(scenarios, tmp_path, sweeps):
    first = coopsim.sweep(scenarios / "morris.toml", tmp_path / "s", threads=1, progress=False)
    assert first.attrs["run_fingerprint"] == coopsim.open_result(sweeps["morris"]).attrs["run_fingerprint"]
    again = coopsim.sweep(scenarios / "morris.toml", tmp_path / "s", progress=False)
    assert again["total"].identical(first["total"])


def test_an_interrupt_ends_the_program_too(scenarios, tmp_path):
    """The child writes its process number and waits; a real interrupt comes from there, once more than a pipe holds
    has been read of it, so that the call is known to be under way."""
    fake = tmp_path / "coopsim"
    fake.write_text(f"#!/bin/sh\necho $$ > {tmp_path}/number\ntrap 'echo ended > {tmp_path}/ended; exit 75' INT\n"
                    "head -c 200000 /dev/zero | tr '\\0' x >&2\n"
                    f"kill -INT {os.getpid()}\nwhile :; do read line < {tmp_path}/never || true; done\n")
    fake.chmod(0o755)
    os.mkfifo(tmp_path / "never")
    handler = signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        with pytest.raises(KeyboardInterrupt):
            coopsim.run(scenarios / "sweeping.toml", output=tmp_path / "x.h5", program=fake)
    finally:
        signal.signal(signal.SIGINT, handler)
    assert (tmp_path / "ended").read_text() == "ended\n"
    with pytest.raises(ProcessLookupError):
        os.kill(int((tmp_path / "number").read_text()), 0)


def test_progress_is_told_in_lines_without_tqdm(monkeypatch, capsys):
    monkeypatch.setitem(sys.modules, "tqdm", None)
    with progress.bar("small") as shown:
        for done in range(0, 101, 5):
            shown.show(done, 100, 1 if done > 50 else 0)
    lines = capsys.readouterr().err.splitlines()
    assert len(lines) == 11 and lines[0] == "small: 0 of 100 worlds"
    assert lines[-1] == "small: 100 of 100 worlds, 1 failed"


def test_progress_by_tqdm_and_none_at_all(capsys):
    with progress.bar("small") as shown:
        shown.show(3, 8, 1)
    said = capsys.readouterr().err
    assert "small" in said and "3/8" in said and "failed=1" in said
    with progress.bar("small", wanted=False) as shown:
        shown.show(3, 8, 1)
    assert capsys.readouterr().err == ""
