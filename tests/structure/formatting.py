# SPDX-License-Identifier: Apache-2.0
"""Every C++ file is as clang-format-14 leaves it (mend with: clang-format-14 -i FILE).

usage: formatting.py PROJECT_FOLDER CLANG_FORMAT
"""

import re
import subprocess
import sys
from pathlib import Path

from source_tree import ROOMS, cpp_files, finish


def problems(root, clang_format):
    """All files in one call: starting the program costs twenty times what a file does."""
    files = list(cpp_files(root, *ROOMS, "tests", "bench", "examples"))
    command = [clang_format, "--style=file", "--dry-run", "-Werror", *files]
    run = subprocess.run(command, capture_output=True, text=True)
    first = {}
    for found in re.finditer(r"^(.+?):(\d+):\d+: error: ", run.stderr, re.MULTILINE):
        first.setdefault(found[1], found[2])
    for name, line in first.items():
        yield f"{Path(name).relative_to(root)}:{line}: clang-format would change it from here"
    if run.returncode and not first:
        yield f"{clang_format} failed: {run.stderr.strip()}"


if __name__ == "__main__":
    finish(list(problems(Path(sys.argv[1]), sys.argv[2])), "the format")
