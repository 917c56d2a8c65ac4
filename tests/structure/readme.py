# SPDX-License-Identifier: Apache-2.0
"""What the README tells its reader to type can be typed: commands, options and files exist, its
scenario is accepted by `coopsim check`, and the local links of every page lead somewhere.

usage: readme.py PROJECT_FOLDER COOPSIM
"""

import re
import shlex
import subprocess
import sys
import tempfile
from pathlib import Path

from source_tree import files, finish

FENCE = re.compile(r"^```(\w*)\n(.*?)^```", re.M | re.S)
LINK = re.compile(r"\[[^\]]*\]\((?!https?:|mailto:|#)([^)#\s]+)")


def commands(text):
    """Lines of shell blocks, without prompts and comments."""
    for language, block in FENCE.findall(text):
        if language in {"sh", "bash", "console"}:
            for line in block.splitlines():
                words = shlex.split(line.removeprefix("$ "), comments=True)
                if words:
                    yield words


def command_problem(root, coopsim, words):
    program = words[0]
    if program == "coopsim" or program.endswith("/coopsim"):
        help_page = subprocess.run([coopsim, words[1], "--help"], capture_output=True, text=True)
        if help_page.returncode != 0:
            return f"coopsim has no command '{words[1]}'"
        for option in (w.split("=")[0] for w in words[2:] if w.startswith("-")):
            if not re.search(rf"(?<![\w-]){re.escape(option)}(?![\w-])", help_page.stdout):
                return f"coopsim {words[1]} has no option {option}"
        for name in (w for w in words[2:] if w.startswith("scenarios/") and w.endswith(".toml")):
            if not (root / name).exists() and "mine" not in name:
                return f"{name} does not exist"
    elif program.startswith("./"):
        if not (root / program).is_file() or not (root / program).stat().st_mode & 0o111:
            return f"{program} is not there to run"
    return None


def scenario_problems(coopsim, root, text):
    """The README's own scenarios lie beside those they extend, as the reader's will."""
    for language, block in FENCE.findall(text):
        if language != "toml":
            continue
        with tempfile.TemporaryDirectory() as folder:
            for scenario in files(root, "scenarios", endings={".toml"}):
                Path(folder, scenario.name).write_bytes(scenario.read_bytes())
            mine = Path(folder, "mine.toml")
            mine.write_text(block, encoding="utf-8")
            run = subprocess.run([coopsim, "check", mine], capture_output=True, text=True)
            if run.returncode != 0:
                yield f"README.md: its scenario is refused:\n{run.stdout}{run.stderr}"


def link_problems(root):
    for page in files(root, endings={".md"}):
        for target in LINK.findall(page.read_text(encoding="utf-8")):
            if not (page.parent / target).exists():
                yield f"{page.relative_to(root)}: the link to {target} leads nowhere"


def problems(root, coopsim):
    text = (root / "README.md").read_text(encoding="utf-8")
    asked = list(commands(text))
    for wanted in (["./demo.sh"], ["./check.sh"]):
        if wanted not in asked:
            yield f"README.md: {wanted[0]} is not among its commands"
    for words in asked:
        wrong = command_problem(root, coopsim, words)
        if wrong:
            yield f"README.md: {' '.join(words)}: {wrong}"
    yield from scenario_problems(coopsim, root, text)
    yield from link_problems(root)


if __name__ == "__main__":
    finish(list(problems(Path(sys.argv[1]).resolve(), sys.argv[2])), "the README")
