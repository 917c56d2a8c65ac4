# SPDX-License-Identifier: Apache-2.0
"""The same sweep as a job array of a real Slurm on this machine: the bits of a single process, whatever happens to
tasks, node and queue; nothing that was published is lost or done twice."""
import fcntl
import json
import os
import pathlib
import re
import signal
import subprocess

import pytest

from conftest import ALL_WORLDS, published, worlds_published
from slurm_here import Slurm, what_is_missing
from small_sweep import PROGRAM, result, run, status, write_study

pytestmark = pytest.mark.skipif(what_is_missing() is not None, reason=str(what_is_missing()))
FOUR = ("--blocks-per-task", 4)  # 34 blocks: 9 tasks


@pytest.fixture(scope="module")
def slurm(tmp_path_factory):
    with Slurm(tmp_path_factory.mktemp("slurm") / "s") as here:
        yield here


def submit(slurm, study, folder, *words, code=0):
    done = slurm(PROGRAM, "submit", study, "-o", folder, "--json", *words, code=code)
    return json.loads(done.stdout) if code == 0 else done


def complete(folder, expected, there=None):
    """Ends whole, with everything that was published before, and every world done once."""
    assert result(folder) == expected, logs(folder)
    assert status(folder)["worlds_missing"] == 0
    assert worlds_published(folder) == ALL_WORLDS
    if there is not None:
        assert there.items() <= published(folder).items()


def logs(folder):
    return "".join(f"\n== {log}\n{log.read_text()}" for log in sorted(pathlib.Path(folder).glob("rounds/*/logs/*")))


def rounds(folder):
    return sorted(int(place.name) for place in (folder / "rounds").iterdir())


def worker_of(slurm, folder, task):
    """Process of a task's coopsim, once it has published a block. It has three more to do."""
    def found():
        if not list(folder.glob(f"writers/round_*/task_{task}.*/000/*.h5")):
            return None
        for place in pathlib.Path("/proc").glob("[0-9]*"):
            try:
                words = (place / "cmdline").read_bytes().split(b"\0")
            except OSError:
                continue
            if str(folder).encode() in words and f"round_1/task_{task}".encode() in words:
                return int(place.name)
        return None
    held = []
    slurm.wait(lambda: held.append(found()) or held[-1])
    return held[-1]


def script_of(worker):
    """The batch script that started it."""
    return int(re.search(r"PPid:\t(\d+)", pathlib.Path(f"/proc/{worker}/status").read_text())[1])


def test_an_array_of_nine_tasks_makes_the_bits_of_one_process(slurm, study, expected, tmp_path):
    folder = tmp_path / "s"
    told = submit(slurm, study, folder, *FOUR)
    assert told["tasks"] == 9 and told["missing_worlds"] == ALL_WORLDS and told["blocks_for_later_rounds"] == 0
    seen = json.loads(slurm(PROGRAM, "status", folder, "--json").stdout)["cluster"]
    assert seen["round"] == 1 and seen["array_job"] == told["array_job"] and seen["queue_known"]
    assert seen["running"] + seen["pending"] + seen["other"] > 0
    assert "in the queue: " in slurm(PROGRAM, "status", folder).stdout
    slurm.wait_for_all()
    complete(folder, expected)
    assert rounds(folder) == [1]
    assert sorted(place.name for place in folder.glob("writers/round_1/*")) == [f"task_{task}.1" for task in range(9)]
    assert "nothing is in the queue" in slurm(PROGRAM, "status", folder).stdout
    # Once more: nothing is missing, so the result is put together here.
    (folder / "result.h5").unlink()
    slurm(PROGRAM, "submit", folder)
    complete(folder, expected)


def test_a_worker_that_is_killed_runs_again_where_slurm_requeues(slurm, study, expected, tmp_path):
    folder = tmp_path / "s"
    submit(slurm, study, folder, *FOUR)
    os.kill(worker_of(slurm, folder, 1), signal.SIGKILL)
    there = published(folder)
    slurm.wait_for_all()
    complete(folder, expected, there)
    log = (folder / "rounds/1/logs/task_1.log").read_text()
    assert rounds(folder) == [1], logs(folder) + slurm.logs()  # the same task did the rest
    assert "task 1, start 1\n" in log and "task 1, start 2\n" in log
    assert len(list(folder.glob("writers/round_1/task_1.*"))) == 2


def test_a_batch_script_that_is_killed_is_submitted_again(slurm, study, expected, tmp_path):
    folder = tmp_path / "s"
    told = submit(slurm, study, folder, *FOUR)
    worker = worker_of(slurm, folder, 2)
    script = script_of(worker)
    os.kill(script, signal.SIGKILL)  # Slurm takes that for a failure, and does not requeue it
    os.kill(worker, signal.SIGKILL)
    there = published(folder)
    slurm.wait_for_all()
    complete(folder, expected, there)
    assert rounds(folder) == [1, 2]
    assert slurm.state(f'{told["array_job"]}_2')["JobState"] in ("FAILED", "NODE_FAIL")


def test_one_task_that_is_cancelled_is_submitted_again(slurm, study, expected, tmp_path):
    folder = tmp_path / "s"
    told = submit(slurm, study, folder, *FOUR)
    worker_of(slurm, folder, 0)
    slurm("scancel", f'{told["array_job"]}_8')  # waits still
    slurm("scancel", f'{told["array_job"]}_0')  # runs: it is asked to end, and publishes what it has
    slurm.wait_for_all()
    complete(folder, expected)
    assert rounds(folder) == [1, 2]


def test_a_warning_before_the_time_limit_stops_a_task_which_goes_on_later(slurm, study, expected, tmp_path):
    folder = tmp_path / "s"
    submit(slurm, study, folder, *FOUR)
    os.kill(script_of(worker_of(slurm, folder, 3)), signal.SIGUSR1)  # as --signal=B:USR1@120 does
    slurm.wait_for_all()
    complete(folder, expected)
    assert "stopped after" in (folder / "rounds/1/logs/task_3.log").read_text()


def test_a_task_that_is_requeued_goes_on(slurm, study, expected, tmp_path):
    folder = tmp_path / "s"
    told = submit(slurm, study, folder, *FOUR)
    worker_of(slurm, folder, 2)
    there = published(folder)
    slurm("scontrol", "requeue", f'{told["array_job"]}_2')
    slurm.wait_for_all()
    complete(folder, expected, there)


def test_a_node_that_goes_down_and_comes_back(slurm, study, expected, tmp_path):
    folder = tmp_path / "s"
    submit(slurm, study, folder, *FOUR)
    worker_of(slurm, folder, 1)
    there = published(folder)
    slurm("scontrol", "update", f"NodeName={slurm.node}", "State=DOWN", "Reason=test")
    slurm.wait(lambda: all(state == "PENDING" for _, state, _ in slurm.queue()))

    def back():  # Slurm refuses that for a moment, and may have done it by itself
        slurm("scontrol", "update", f"NodeName={slurm.node}", "State=RESUME", code=None)
        return slurm("sinfo", "-h", "-o", "%T").stdout.strip() in ("idle", "mixed", "allocated")
    slurm.wait(back)
    slurm.wait_for_all()
    complete(folder, expected, there)


def test_more_tasks_than_an_array_may_have_follow_in_later_rounds(slurm, study, expected, tmp_path):
    folder = tmp_path / "s"
    told = submit(slurm, study, folder, "--blocks-per-task", 5, "--array-limit", 3, "--at-once", 2)
    assert told["tasks"] == 3 and told["blocks_for_later_rounds"] == 34 - 15
    assert "#SBATCH --array=0-2%2\n" in (folder / "rounds/1/task.sh").read_text()
    slurm.wait_for_all()
    complete(folder, expected)
    assert rounds(folder) == [1, 2, 3]  # 15, 15, 4


def test_two_arrays_of_the_same_blocks_are_refused(slurm, study, tmp_path):
    folder = tmp_path / "s"
    told = submit(slurm, study, folder, *FOUR, "--", "--hold")
    said = submit(slurm, study, folder, code=73).stderr
    assert "in the queue still" in said and f'scancel {told["array_job"]}' in said
    half = submit(slurm, study, tmp_path / "h", "--shard", "1/2", "--", "--hold")
    other = submit(slurm, study, tmp_path / "h", "--shard", "2/2", "--", "--hold")
    assert half["missing_worlds"] == other["missing_worlds"] == ALL_WORLDS // 2
    cancel_all(slurm)


def test_nothing_is_submitted_while_another_process_works_in_all_of_it(slurm, study, tmp_path):
    folder = tmp_path / "s"
    submit(slurm, study, folder, *FOUR, "--", "--hold")
    cancel_all(slurm)
    with open(folder / "lock", "a+") as lock:
        fcntl.lockf(lock, fcntl.LOCK_EX)
        assert "works in all of it" in submit(slurm, study, folder, code=73).stderr
    assert not slurm.queue()


def cancel_all(slurm):
    for job, _, _ in slurm.queue():
        slurm("scancel", job, code=None)
    slurm.wait(lambda: not slurm.queue())


def test_rounds_that_bring_nothing_come_to_an_end(slurm, study, tmp_path):
    folder = tmp_path / "s"
    submit(slurm, study, folder, "--tries", 2, "--", "--hold")
    cancel_all(slurm)  # before anything ran
    slurm(PROGRAM, "submit", folder, "--again", "--tries", 2, "--", "--hold")
    cancel_all(slurm)
    said = slurm(PROGRAM, "submit", folder, "--again", "--tries", 2, code=75).stderr
    assert "272 worlds are missing after 2 rounds that brought nothing" in said
    assert rounds(folder) == [1, 2]
    submit(slurm, study, folder, "--", "--hold")  # whoever asks by hand may try again
    cancel_all(slurm)


def test_a_batch_script_is_one_process_and_srun_starts_several(slurm, tmp_path):
    study = write_study(tmp_path / "in")
    script = tmp_path / "job.sh"
    script.write_text(f"""#!/bin/bash
#SBATCH --ntasks=2 --output={tmp_path}/log
srun {PROGRAM} sweep {study} -o {tmp_path}/several --quiet
{PROGRAM} sweep {study} -o {tmp_path}/one --quiet
""")
    slurm("sbatch", script)
    slurm.wait_for_all()
    log = (tmp_path / "log").read_text()
    assert log.count("this is one of 2 processes of mpirun or srun (SLURM_STEP_NUM_TASKS=2)") in (1, 2), log
    assert not (tmp_path / "several").exists() and (tmp_path / "one/result.h5").exists()


def test_a_dry_run_shows_scripts_that_are_sound_and_makes_nothing(study, tmp_path):
    folder = tmp_path / "s"
    shown = run("submit", study, "-o", folder, *FOUR, "--cpus-per-task", 2, "--partition", "short", "--dry-run", "--",
                "--nice=100", "--comment=two words").stdout
    assert not folder.exists()
    task, finish = shown.split("== ")[1:]
    for script in (task, finish):
        text = script.split("\n", 1)[1]
        assert subprocess.run(["bash", "-n"], input=text, text=True).returncode == 0
        assert "#SBATCH --partition=short\n" in text and '#SBATCH --comment="two words"\n' in text
    for line in ("#SBATCH --array=0-4\n", "#SBATCH --cpus-per-task=2\n", "#SBATCH --signal=B:USR1@120\n", "#SBATCH --requeue\n",
                 "#SBATCH --nice=100\n", "#SBATCH --open-mode=append\n"):
        assert line in task  # 17 pairs of blocks for two cores
    assert f"assemble {folder}" in finish


def test_a_dry_run_as_json_has_the_scripts_and_how_much_there_is(study, tmp_path):
    folder = tmp_path / "s"
    words = ("submit", study, "-o", folder, *FOUR, "--array-limit", 2, "--dry-run")
    told = json.loads(run(*words, "--json").stdout)
    shown = run(*words).stdout
    assert told.pop("task_script") in shown and told.pop("finish_script") in shown
    assert told == {"folder": str(folder), "round": 1, "tasks": 2, "lines": 34, "rounds": 5, "missing_worlds": ALL_WORLDS,
                    "blocks_for_later_rounds": 26}
    assert not folder.exists()
    run("sweep", study, "-o", folder, "--shard", "1/2", "--quiet")
    told = json.loads(run(*words, "--json").stdout)
    assert told["lines"] == 17 and told["rounds"] == 3 and told["missing_worlds"] == ALL_WORLDS // 2
    assert json.loads(run(*words, "--shard", "1/2", "--json").stdout) == {"folder": str(folder), "tasks": 0, "missing_worlds": 0}
    run("sweep", study, "-o", folder, "--shard", "2/2", "--quiet")
    assert "nothing is missing" in run(*words).stdout and not (folder / "result.h5").exists()
    assert not (folder / "rounds").exists()


@pytest.mark.parametrize("words, said", [
    (["--", "--array=0-3"], "sets that option itself"), (["--", "nice=1"], "--name=value"),
    (["--blocks-per-task", "0"], "whole number from 1"), (["--", "-x", "node"], "--name=value")])
def test_options_that_cannot_be_are_told(study, tmp_path, words, said):
    assert said in run("submit", study, "-o", tmp_path / "s", *words, code=2).stderr
    assert not (tmp_path / "s").exists()


def test_a_folder_that_slurm_cannot_take_is_told(study, tmp_path):
    assert "choose another with -o" in run("submit", study, "-o", tmp_path / "a b", code=2).stderr


def test_without_slurm_it_is_said_and_the_scripts_are_there(study, tmp_path):
    done = subprocess.run([PROGRAM, "submit", study, "-o", tmp_path / "s"], env={"PATH": "/nowhere"}, capture_output=True, text=True)
    assert done.returncode == 66 and "there is no sbatch here" in done.stderr and "--shard" in done.stderr
    assert (tmp_path / "s/rounds/1/task.sh").exists()
