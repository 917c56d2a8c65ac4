# SPDX-License-Identifier: Apache-2.0
"""A sweep that takes a second, and what its tests ask of the program."""
import json
import os
import pathlib
import shutil
import subprocess

PROGRAM = os.environ["COOPSIM"]
PROJECT = pathlib.Path(__file__).resolve().parents[2]
ENVIRONMENT = {"PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8", "HOME": "/nonexistent"}

STUDY = """schema = 1
scenario = "small.toml"
policies = ["status_quo", "dankai"]
replications = {replications}
responses = ["productivity_effect", "budget_spent"]
block_worlds = {block_worlds}

[design]
kind = "{kind}"
{size}

[[factor]]
path = "advice.interest_loss"
range = [0.02, 0.12]

[[factor]]
path = "learning.practice_advice"
law = "uncertain"
"""


def write_study(folder, kind="latin_hypercube", size="points = 4", replications=4, block_worlds=8, firms=60):
    folder.mkdir(parents=True, exist_ok=True)
    for name in ("kjc_small.toml", "kjc_2007.toml", "kjc_history.toml"):
        if not (folder / name).exists():
            shutil.copy(PROJECT / "scenarios" / name, folder / name)
    (folder / "small.toml").write_text(f'schema = 1\nextends = "kjc_small.toml"\n[firms]\ncount = {firms}\n')
    study = folder / "study.toml"
    study.write_text(STUDY.format(kind=kind, size=size, replications=replications, block_worlds=block_worlds))
    return study


def run(*words, code=0, before=(), **options):
    done = subprocess.run([*map(str, before), PROGRAM, *map(str, words)], text=True, capture_output=True,
                          env=ENVIRONMENT, **options)
    assert code is None or done.returncode == code, f"{done.returncode}: {done.stdout}{done.stderr}"
    return done


def sweep(study, folder, *words, **options):
    return run("sweep", study, "-o", folder, "--quiet", *words, **options)


def status(folder):
    return json.loads(run("status", folder, "--json", code=None).stdout)


def result(folder):
    return (pathlib.Path(folder) / "result.h5").read_bytes()


def blocks(folder):
    """Published blocks by name, with what would change if one were written again."""
    return {file.name: (file.stat().st_ino, file.stat().st_mtime_ns)
            for file in sorted(pathlib.Path(folder).glob("shards/*/*.h5"))}
