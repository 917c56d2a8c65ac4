# SPDX-License-Identifier: Apache-2.0
"""Help fits a terminal and leaves nothing out; a mistyped word finds what was meant."""
import re
import subprocess

import pytest

COMMANDS = ["run", "check", "plan", "describe", "validate", "verify", "summary", "report", "export", "compare",
            "packages", "explain", "select", "sweep", "resume", "blocks", "work", "assemble", "submit", "expand", "retry", "status",
            "sensitivity", "discover", "predict", "completion"]
EXIT_CODES = ["0", "1", "2", "65", "66", "70", "73", "74", "75", "77"]


def options_in(text):
    return set(re.findall(r"(?<![\w-])--?[a-z][\w-]*", text))


@pytest.mark.parametrize("words", [[], *([c] for c in COMMANDS)])
def test_help_fits_a_hundred_columns_and_ends_well(coopsim, words):
    text = coopsim(*words, "--help").stdout
    assert max(map(len, text.splitlines())) <= 100
    assert text == coopsim("help", *words).stdout == coopsim(*words, "-h").stdout
    assert "\n\n\n" not in text and "{false}" not in text


def test_the_first_page_names_every_command_and_every_exit_code(coopsim):
    text = coopsim("--help").stdout
    assert [line.split()[0] for line in text.split("Commands:\n")[1].split("\n\n")[0].splitlines()] == COMMANDS
    codes = text.split("Exit codes:")[1].split("More on")[0]
    assert re.findall(r"(\d+) [a-z]", codes) == EXIT_CODES


@pytest.mark.parametrize("command", COMMANDS)
def test_every_option_is_in_the_help_and_in_both_completions(coopsim, command):
    page = coopsim(command, "--help").stdout
    listed = options_in(page.split("Options:")[1].split("Examples:")[0]) - {"-o", "-j", "-h"}
    bash = coopsim("completion", "bash").stdout
    zsh = coopsim("completion", "zsh").stdout
    of_bash = re.search(rf'^    {command}\) words="(.*)"', bash, re.M).group(1)
    of_zsh = zsh.split(f"    {command}) _arguments")[1].split(";;")[0]
    assert listed <= options_in(of_bash) and listed <= options_in(of_zsh)
    assert options_in(of_bash) - {"-o", "-j", "-h"} == listed


@pytest.mark.parametrize("command", [c for c in COMMANDS if c != "completion"])
def test_the_examples_of_the_help_name_options_that_exist(coopsim, command):
    page = coopsim(command, "--help").stdout
    examples = [line for line in page.split("Examples:")[1].splitlines() if line.startswith("  coopsim ")]
    assert len(examples) >= 1
    for example in examples:
        assert example.split()[1] == command
        assert options_in(example) <= options_in(page.split("Examples:")[0])


@pytest.mark.parametrize("words, meant", [
    (["rnu", "x.toml"], "run"), (["descibe"], "describe"), (["RUN"], "run"),
    (["run", "x.toml", "--replicatons", "3"], "--replications"),
    (["run", "x.toml", "--overwite"], "--overwrite"),
    (["run", "x.toml", "--progress", "jsn"], "json"),
    (["verify", "x.h5", "--agianst", "y"], "--against"),
    (["plan", "x.toml", "--no-prob"], "--no-probe"),
    (["describe", "firms.cuont"], "firms.count"),
    (["completion", "zhs"], "zsh"),
])
def test_a_near_miss_is_told_what_was_meant(coopsim, words, meant):
    told = coopsim(*words, code=2)
    assert f"did you mean {meant}?" in told.stderr and told.stdout == ""


def test_nonsense_is_refused_without_a_guess(coopsim):
    assert "did you mean" not in coopsim("qqqqqqqq", code=2).stderr
    assert "did you mean" not in coopsim("run", "x.toml", "--qqqqqqqq", code=2).stderr


def test_no_word_at_all_shows_the_first_page(coopsim):
    told = coopsim(code=2)
    assert "Commands:" in told.stderr and told.stdout == ""


def test_the_version_names_engine_and_format(coopsim):
    assert re.fullmatch(r"coopsim \d+\.\d+\.\d+ \(engine \d+, result format \d+\)\n",
                        coopsim("--version").stdout)


def test_completion_scripts_are_sound(coopsim, place):
    script = place / "completion.bash"
    script.write_text(coopsim("completion", "bash").stdout)
    ask = (f". {script}; COMP_WORDS=(coopsim run --over); COMP_CWORD=2; _coopsim; "
           'echo "${COMPREPLY[@]}"; COMP_WORDS=(coopsim ve); COMP_CWORD=1; _coopsim; echo "${COMPREPLY[@]}"; '
           'COMP_WORDS=(coopsim run --progress j); COMP_CWORD=3; _coopsim; echo "${COMPREPLY[@]}"')
    done = subprocess.run(["bash", "--norc", "-ec", ask], capture_output=True, text=True)
    assert done.stdout.split() == ["--overwrite", "verify", "json"], done.stderr
