# SPDX-License-Identifier: Apache-2.0
"""Several processes work on one sweep, each with a journal of its own: at once, in turn, killed, missing. The result
has the bits of a single process, and nothing that was published is done twice."""
import contextlib
import json
import pathlib
import signal
import subprocess

import h5py
import pytest

from small_sweep import ENVIRONMENT, PROGRAM, blocks, result, run, status, sweep, write_study


@pytest.fixture(scope="module")
def study(tmp_path_factory):
    return write_study(tmp_path_factory.mktemp("in"), size="points = 11", replications=8, block_worlds=8)


@pytest.fixture(scope="module")
def expected(study, tmp_path_factory):
    folder = tmp_path_factory.mktemp("single") / "s"
    sweep(study, folder)
    return result(folder)


def part(study, folder, number, of, *words, **options):
    return sweep(study, folder, "--shard", f"{number}/{of}", *words, **options)


def published(folder):
    """Blocks of all writers by their whole path, with what would change if one were written again."""
    return {str(file): (file.stat().st_ino, file.stat().st_mtime_ns)
            for place in ("shards", "writers") for file in pathlib.Path(folder).glob(f"{place}/**/*.h5")}


def assemble(folder, **options):
    return run("assemble", folder, "--quiet", **options)


def started(*words, **options):
    return subprocess.Popen([PROGRAM, *map(str, words)], env=ENVIRONMENT, text=True,
                            stdout=subprocess.PIPE, stderr=subprocess.PIPE, **options)


@pytest.mark.parametrize("of", [1, 3, 7, 30])  # of 24 blocks: some parts are empty
def test_parts_in_turn_make_the_bits_of_one_process(study, expected, tmp_path, of):
    folder = tmp_path / "s"
    for number in reversed(range(1, of + 1)):
        part(study, folder, number, of, "-j", 1 + number % 2)
    assemble(folder)
    assert result(folder) == expected
    assert not blocks(folder)  # nobody worked on all of it
    told = status(folder)
    assert told["worlds_missing"] == 0 and told["result"] and not told["running"]
    if of in (3, 7):
        assert len(list((folder / "writers" / "shard").iterdir())) == of


def test_parts_at_once_also_make_the_folder(study, expected, tmp_path):
    folder = tmp_path / "s"
    at_once = [started("sweep", study, "-o", folder, "--shard", f"{number}/4", "-j", 1, "--json") for number in (1, 2, 3, 4)]
    told = []
    for process in at_once:
        out, err = process.communicate()
        assert process.returncode == 0, err
        told.append(json.loads(out))
    assert sum(one["worlds"] for one in told) == 12 * 8 * 2  # each world once
    assert {one["worlds"] for one in told} == {48}  # as many in each part
    assemble(folder)
    assert result(folder) == expected


def test_one_that_is_missing_is_filled_by_resume(study, expected, tmp_path):
    folder = tmp_path / "s"
    part(study, folder, 1, 3)
    part(study, folder, 3, 3)
    assert "64 worlds are missing" in assemble(folder, code=75).stderr
    there = published(folder)
    run("resume", folder, "--quiet")
    assert there.items() <= published(folder).items()
    assert len(blocks(folder)) == 8  # what was missing, and nothing else
    assert result(folder) == expected


def test_other_parts_than_before_do_nothing_twice(study, expected, tmp_path):
    folder = tmp_path / "s"
    part(study, folder, 1, 2)
    there = published(folder)
    for number in (1, 2, 3):
        part(study, folder, number, 3)
    assert there.items() <= published(folder).items()
    worlds = status(folder)
    assert worlds["worlds"] == 192 and worlds["worlds_missing"] == 0
    assemble(folder)
    assert result(folder) == expected


def test_one_that_is_killed_again_and_again_goes_on_where_it_was(study, expected, tmp_path):
    folder = tmp_path / "s"
    part(study, folder, 2, 2)
    kills = 0
    for number in range(1, 60):
        for call in ("renameat", "fdatasync"):
            before = ["strace", "-f", "-qq", "-o", "/dev/null", "-e", f"inject={call}:signal=SIGKILL:when={number}"]
            there = published(folder)
            done = part(study, folder, 1, 2, "-j", 1, code=None, before=before)
            assert there.items() <= published(folder).items()
            kills += done.returncode != 0
        if done.returncode == 0:
            break
    assert kills >= 4
    assemble(folder)
    assert result(folder) == expected
    assert not list(folder.glob("writers/**/*.tmp.*"))


def test_a_whole_block_that_was_not_noted_any_more_counts(study, expected, tmp_path):
    folder = tmp_path / "s"
    # The first record of a writer's journal is made durable by a rename, so that this is the first block's.
    before = ["strace", "-f", "-qq", "-o", "/dev/null", "-e", "inject=fdatasync:signal=SIGKILL:when=1"]
    part(study, folder, 1, 1, "-j", 1, code=None, before=before)
    journal = (folder / "writers/shard/1_of_1.1/journal").read_bytes()
    there = published(folder)
    assert len(there) == 1
    lines = journal.splitlines(keepends=True)
    (folder / "writers/shard/1_of_1.1/journal").write_bytes(b"".join(lines[:1]) + b"".join(lines[1:])[:20])  # cut off
    part(study, folder, 1, 1, "-j", 1)
    assert there.items() <= published(folder).items()
    assert status(folder)["worlds_missing"] == 0 and len(published(folder)) == 24
    run("status", folder, "--verify")
    assemble(folder)
    assert result(folder) == expected


@contextlib.contextmanager
def held(*words):
    """A process that has begun to work and then stands still, its locks in hand. Killed at the end, unless it ended."""
    process = started(*words, "-j", 1, "--progress", "json")
    try:
        process.stderr.readline()
        process.send_signal(signal.SIGSTOP)
        yield process
    finally:
        process.kill()
        process.communicate()


def test_who_works_in_all_and_who_works_in_a_part_do_not_meet(tmp_path):
    long = write_study(tmp_path / "in", size="points = 12", replications=8, firms=500)
    folder = tmp_path / "s"
    with held("sweep", long, "-o", folder, "--shard", "1/2") as process:
        said = run("resume", folder, code=73).stderr
        assert "is being worked in (writers/shard/1_of_2.1)" in said and "--shard" in said
        told = status(folder)
        assert told["running"] and told["parts_running"] == ["writers/shard/1_of_2.1"]
        process.send_signal(signal.SIGCONT)
        process.terminate()
        said = process.stderr.read()
        assert process.wait() == 75 and "--shard 1/2" in said
    assert not status(folder)["running"]
    with held("resume", folder):
        assert "works in all of it" in part(long, folder, 2, 2, code=73).stderr
    part(long, folder, 2, 2)  # a dead one is none
    run("resume", folder, "--quiet")
    sweep(long, tmp_path / "straight")
    assert result(folder) == result(tmp_path / "straight")


def test_two_that_did_the_same_count_once(study, expected, tmp_path):
    folder = tmp_path / "s"
    lines = run("blocks", study, "-o", folder).stdout
    run("work", folder, "--quiet", input=lines)  # what comes in is run, whoever else had it
    run("work", folder, "--quiet", input="".join(lines.splitlines(keepends=True)[5:]))
    run("work", folder, "--quiet", input="2-7 3-6 dankai\n")
    assert len(published(folder)) == 24 + 19 + 1
    assert status(folder)["worlds_missing"] == 0
    assemble(folder)
    assert result(folder) == expected


def test_worlds_that_fail_are_told_by_whoever_ran_them(tmp_path):
    study = write_study(tmp_path / "in")
    study.write_text(study.read_text() + '\n[set]\n"run.max_events" = 4850\n')
    folder = tmp_path / "s"
    codes = {part(study, folder, number, 3, code=None).returncode for number in (1, 2, 3)}
    assert codes <= {0, 1} and 1 in codes
    assemble(folder, code=1)
    sweep(study, tmp_path / "one", code=1)
    assert result(folder) == result(tmp_path / "one")
    assert status(folder)["failed"] == status(tmp_path / "one")["failed"]
    run("retry", folder, "--quiet", code=1)
    assert result(folder) == result(tmp_path / "one")


def test_blocks_are_dealt_out_and_worked_on_as_lines(study, expected, tmp_path):
    folder = tmp_path / "s"
    lines = run("blocks", study, "-o", folder).stdout.splitlines()
    assert len(lines) == 24 and lines[0] == "0-0 0-3 status_quo,dankai"
    assert len(run("blocks", folder, "--cores", 2).stdout.splitlines()) == 12
    half = "\n".join(lines[:12]) + "\n\n" + "\n".join(lines[12:18]) + "\n"
    answered = run("work", folder, "--quiet", input=half).stdout.splitlines()  # an answer is no talk
    assert answered == lines[:18]
    assert run("blocks", folder).stdout.splitlines() == lines[18:]
    for line in lines[18:]:
        run("work", folder, "--quiet", input=line + "\n")
    assert run("blocks", folder).stdout == ""
    assemble(folder)
    assert result(folder) == expected


@pytest.mark.parametrize("line, said", [("0-40 0-3 status_quo", "design points are 0-11"), ("3-1 0-3 dankai", "design points"),
                                        ("0-0 0-9 dankai", "replications are 0-7"), ("0-0 0-3 x", "policies are status_quo,dankai"),
                                        ("0-0 0-3 dankai,dankai", "policies are"), ("0-0 0-3", "policies are"), ("-", "design points")])
def test_a_line_that_is_no_block_is_told(study, tmp_path, line, said):
    folder = tmp_path / "s"
    run("blocks", study, "-o", folder)
    assert said in run("work", folder, input=line + "\n", code=65).stderr
    assert not list(folder.glob("writers/*/*"))


@pytest.mark.parametrize("word", ["0/3", "4/3", "1", "a/b", "1/0", "-1/3"])
def test_a_part_that_makes_no_sense_is_told(study, tmp_path, word):
    assert "--shard" in sweep(study, tmp_path / "s", "--shard", word, code=2).stderr
    assert not (tmp_path / "s").exists()


def test_blocks_come_whole_from_a_folder_of_this_machine(study, expected, tmp_path):
    folder, scratch = tmp_path / "s", tmp_path / "scratch"
    scratch.mkdir()
    part(study, folder, 1, 2, "--scratch", scratch)
    assert not list(scratch.iterdir())
    part(study, folder, 2, 2, "--scratch", tmp_path / "is_not_there" / "yet")  # it is made
    assemble(folder)
    assert result(folder) == expected
    sweep(study, tmp_path / "alone", "--scratch", scratch)
    assert result(tmp_path / "alone") == expected and not list(scratch.iterdir())


def test_another_study_in_the_folder_is_refused_by_a_part_too(study, tmp_path):
    folder = tmp_path / "s"
    part(study, folder, 1, 3)
    other = write_study(tmp_path / "in", size="points = 11", replications=8, block_worlds=8, firms=61)
    assert "holds another sweep" in part(other, folder, 2, 3, code=73).stderr
    with h5py.File(next(folder.glob("writers/**/*.h5"))) as file:
        assert "block" in file


def test_cores_that_the_batch_system_gives_are_used(study, tmp_path):
    folder = tmp_path / "s"
    env = {**ENVIRONMENT, "SLURM_CPUS_PER_TASK": "3"}
    done = subprocess.run([PROGRAM, "sweep", study, "-o", folder, "--shard", "1/1", "--progress", "json"], env=env,
                          capture_output=True, text=True)
    assert done.returncode == 0
    assert len(published(folder)) == 12  # pairs of neighbours: a point has two blocks of replications
