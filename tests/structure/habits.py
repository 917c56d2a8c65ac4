# SPDX-License-Identifier: Apache-2.0
"""Habits of the house that a reader should be able to rely on in every file.

usage: habits.py PROJECT_FOLDER
"""

import re
import sys
from pathlib import Path

from source_tree import ROOMS, code_only, cpp_files, files, finish

LICENCE = "SPDX-License-Identifier: Apache-2.0"
# Names that say nothing of what is inside.
EMPTY_NAMES = {"util", "utils", "utility", "common", "manager", "core", "helper", "helpers", "misc"}
CODE = {".cpp", ".hpp", ".py", ".sh", ".cmake"}
LONGEST = 400  # lines; the aim is 80-300, beyond this a file is surely two


def wants_licence(file):
    return file.suffix in CODE or file.name in {"CMakeLists.txt", "run"}


def file_problems(path, lines):
    """Licence line, name and length of one file of code."""
    words = set(re.split(r"[_.\-]", Path(path).stem.lower()))
    folders = {part.lower() for part in Path(path).parent.parts}
    empty = (words | folders) & EMPTY_NAMES
    if empty:
        yield f"{path}: '{empty.pop()}' says nothing of what is inside; name the thing"
    if not any(LICENCE in line for line in lines[:2]):
        yield f"{path}:1: the licence line is missing ({LICENCE})"
    if len(lines) > LONGEST:
        yield f"{path}: {len(lines)} lines; more than {LONGEST} is more than one idea"


def cpp_problems(path, lines, code):
    """What a header or source of ours never does."""
    promise = any(line.startswith("//") for line in lines[1:20])
    if path.endswith(".hpp"):
        if "#pragma once" not in lines:
            yield f"{path}: #pragma once is missing"
        if not promise and not path.startswith("tests/"):
            yield f"{path}: a header opens with what it promises"
    for number, line in enumerate(code.splitlines(), 1):
        if path.endswith(".hpp") and re.search(r"\busing\s+namespace\b", line) and not line.startswith(" "):
            yield f"{path}:{number}: using namespace in a header reaches everyone who includes it"
        if re.match(r"(static|inline)\s+(?!const|void|auto\b)[\w:<>,\s]+\s\w+(\{|\s=|;)", line):
            yield f"{path}:{number}: a global that can change; pass it instead"
        if "\t" in line:
            yield f"{path}:{number}: a tab"


def test_name_problems(path, text):
    """A bracket in a test's name: CMake takes it and all names after it for one test, which runs none of them."""
    for match in re.finditer(r'TEST_CASE\(\s*"((?:[^"\\]|\\.)*)"', text):
        if set(match[1]) & set("[]"):
            number = text.count("\n", 0, match.start()) + 1
            yield f"{path}:{number}: a test's name with a bracket; CMake would not run it nor those after it"


def problems(root):
    for file in files(root):
        path = file.relative_to(root).as_posix()
        if not wants_licence(file):
            continue
        text = file.read_text(encoding="utf-8")
        lines = text.splitlines()
        yield from file_problems(path, lines)
        if file.suffix in {".cpp", ".hpp"}:
            yield from cpp_problems(path, lines, code_only(text))
            yield from test_name_problems(path, text)
    for folder in ROOMS:
        if not cpp_files(root, folder):
            yield f"{folder}/: a room without a source"


if __name__ == "__main__":
    finish(list(problems(Path(sys.argv[1]))), "the habits of the house")
