# SPDX-License-Identifier: Apache-2.0
"""Every C++ file is as clang-format-14 leaves it (mend with: clang-format-14 -i FILE).

usage: formatting.py PROJECT_FOLDER CLANG_FORMAT
"""

import subprocess
import sys
from pathlib import Path

from source_tree import ROOMS, cpp_files, finish


def problems(root, clang_format):
    for file in cpp_files(root, *ROOMS, "tests", "bench", "examples"):
        run = subprocess.run([clang_format, "--style=file", file], capture_output=True, text=True, check=True)
        before, after = file.read_text(encoding="utf-8").splitlines(), run.stdout.splitlines()
        if before != after:
            first = next((n for n, (a, b) in enumerate(zip(before, after), 1) if a != b), min(len(before), len(after)))
            yield f"{file.relative_to(root)}:{first}: clang-format would change it from here"


if __name__ == "__main__":
    finish(list(problems(Path(sys.argv[1]), sys.argv[2])), "the format")
