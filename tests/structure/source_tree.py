# SPDX-License-Identifier: Apache-2.0
"""The project's files, and C++ text without its comments and strings. For the structure tests."""

import os
import re
import sys
from pathlib import Path

ROOMS = ("sim", "policies", "scenarios", "output", "analysis", "cluster", "cli")
NOT_OURS = {".git", "build", "results", "__pycache__", ".pytest_cache", ".venv", "node_modules"}


def files(root, *folders, endings=None):
    """Files under root (or its `folders`), by path, without build products."""
    found = []
    for start in folders or (".",):
        for folder, names, entries in os.walk(Path(root) / start):
            names[:] = [n for n in names if n not in NOT_OURS]
            found += [Path(folder) / e for e in entries]
    wanted = [f for f in found if endings is None or f.suffix in endings]
    return sorted(wanted)


def cpp_files(root, *folders):
    return files(root, *folders, endings={".cpp", ".hpp"})


_TOKEN = re.compile(r'//[^\n]*|/\*.*?\*/|R"([^()\\ ]*)\(.*?\)\1"|"(?:\\.|[^"\\\n])*"|(?<![0-9A-Za-z])\'(?:\\.|[^\'\\\n])+\'', re.S)


def code_only(text):
    """The text with comments and literals blanked, line by line where it was."""
    return _TOKEN.sub(lambda m: re.sub(r"[^\n]", " ", m.group()), text)


def comments_out(text):
    """The text without comments; string literals stay."""
    return _TOKEN.sub(lambda m: re.sub(r"[^\n]", " ", m.group()) if m.group()[0] == "/" else m.group(), text)


def finish(problems, what):
    """Prints the problems, one a line, and ends the program with the matching exit code."""
    for problem in problems:
        print(problem)
    print(f"{len(problems)} problem(s) in {what}")
    sys.exit(1 if problems else 0)
