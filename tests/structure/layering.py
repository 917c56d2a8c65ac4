# SPDX-License-Identifier: Apache-2.0
"""Who may include whom: the arrows of docs/how_it_works.md, held against every #include.

usage: layering.py PROJECT_FOLDER
"""

import re
import sys
from pathlib import Path

from source_tree import ROOMS, code_only, cpp_files, finish

# Room -> what its files may include: folders with all below them, or single headers. The longest
# room above a file counts. Headers that lie in sim/ itself stand above its rooms, but for the few
# named here.
ARROWS = {
    "sim/kernel": ["sim/kernel/"],
    "sim/world": ["sim/kernel/", "sim/world/", "sim/values.hpp"],
    "sim/programmes": ["sim/kernel/", "sim/world/", "sim/programmes/", "sim/values.hpp", "sim/changes.hpp",
                       "sim/context.hpp"],
    "sim/metrics": ["sim/kernel/", "sim/world/", "sim/programmes/", "sim/metrics/", "sim/values.hpp",
                    "sim/outcome.hpp"],
    "sim": ["sim/"],
    "policies": ["sim/", "policies/"],
    "scenarios": ["sim/", "policies/", "scenarios/"],
    "output": ["sim/", "output/"],
    "analysis": ["sim/", "output/", "analysis/"],
    "analysis/report": ["sim/", "policies/", "scenarios/", "output/", "analysis/"],
    "analysis/export": ["sim/", "policies/", "scenarios/", "output/", "analysis/"],
    "cluster": ["cluster/"],
    "cli": ["sim/", "policies/", "scenarios/", "output/", "analysis/", "cluster/", "cli/"],
}

# Third-party headers: what a folder or file may include beside the standard library.
LIBRARIES = {
    "toml++/": ("toml++", ["scenarios/"]),
    "toml.hpp": ("toml++", ["scenarios/"]),
    "hdf5": ("HDF5", ["output/"]),
    "H5": ("HDF5", ["output/"]),
    "tbb/": ("TBB", ["sim/executor.cpp"]),
    "oneapi/": ("TBB", ["sim/executor.cpp"]),
    "sleef": ("SLEEF", ["sim/kernel/math.cpp"]),
    "xxhash": ("xxHash", ["sim/kernel/", "scenarios/", "output/"]),
    "Random123/": ("Random123", ["sim/kernel/"]),
    "fmt/": ("fmt", ["scenarios/", "output/", "analysis/", "cluster/", "cli/"]),
    "mpi.h": ("MPI", ["cluster/rank_messages.cpp"]),
    "nlohmann/": ("nlohmann-json", ["scenarios/", "output/", "analysis/report/", "analysis/export/", "cli/"]),
    "boost/": ("Boost", ["analysis/", "output/journal.cpp"]),
    "xlsxwriter": ("libxlsxwriter", ["analysis/export/workbook.cpp", "analysis/export/chart.cpp"]),
    "CLI/": ("CLI11", ["cli/"]),
}
# Headers of the standard library that would make results depend on the machine or the thread.
UNWANTED_IN_SIM = {
    "execution": "parallelism belongs to sim/executor.cpp",
    "random": "draws come from sim/kernel/random.hpp",
    "iostream": "sim/ talks to nobody",
    "fstream": "sim/ knows no files",
    "filesystem": "sim/ knows no files",
    "unordered_map": "hash order must not reach a result",
    "unordered_set": "hash order must not reach a result",
    "thread": "threads belong to sim/executor.cpp",
    "mutex": "threads belong to sim/executor.cpp and sim/experiment.cpp",
    "atomic": "threads belong to sim/executor.cpp and sim/experiment.cpp",
}
THREADS_ALLOWED = {"sim/executor.cpp", "sim/executor.hpp", "sim/experiment.cpp"}

INCLUDE = re.compile(r'^\s*#\s*include\s*([<"])([^>"]+)[>"]', re.M)
LIBM = ("exp|exp2|exp10|expm1|log|log2|log10|log1p|pow|sin|cos|tan|asin|acos|atan|atan2|sinh|cosh|"
        "tanh|asinh|acosh|atanh|erf|erfc|tgamma|lgamma|cbrt|hypot")
LIBM_CALL = re.compile(r"(\bmath::|\bstd::|::|\.|->)?\b(" + LIBM + r")[fl]?\s*\(")
WORLD_OUTSIDE = re.compile(r"\b(?:system_clock|steady_clock|high_resolution_clock|random_device|getenv|"
                           r"std::rand|srand|time\s*\(\s*(?:NULL|nullptr|0)\s*\))")


def room_of(path):
    """The longest room above a file; None outside of all."""
    return max((room for room in ARROWS if path.startswith(room + "/")), key=len, default=None)


def include_problem(path, bracket, target):
    """What is wrong with this include of this file, or None."""
    if bracket == '"':
        if room_of(target) is None:
            return f'"{target}" is not written from the project\'s root, or belongs to no room'
        room = room_of(path)
        if not target.startswith(tuple(ARROWS[room])):
            return f'{room} may not include "{target}"'
        return None
    for prefix, (name, homes) in LIBRARIES.items():
        if target.startswith(prefix) and not any(path.startswith(home) for home in homes):
            return f"<{target}>: only {', '.join(homes)} may include {name}"
    if path.startswith(("sim/", "policies/")):
        why = UNWANTED_IN_SIM.get(target)
        if why and path not in THREADS_ALLOWED:
            return f"<{target}>: {why}"
        known = any(target.startswith(prefix) for prefix in LIBRARIES)
        if not known and ("/" in target or target.endswith((".h", ".hpp"))):
            return f"<{target}>: not of the standard library"
    return None


def call_problems(path, code):
    """libm calls and looks at the machine in sim/ and policies/, as (line, text)."""
    if not path.startswith(("sim/", "policies/")) or path.startswith("sim/kernel/math."):
        return
    for number, line in enumerate(code.splitlines(), 1):
        for match in LIBM_CALL.finditer(line):
            if match.group(1) in ("math::", ".", "->"):
                continue
            yield number, f"{match.group(2)}() of libm differs between processors; use math::{match.group(2)}"
        outside = WORLD_OUTSIDE.search(line)
        if outside:
            yield number, f"{outside.group()}: the model must not look at the machine"


def problems(root):
    for file in cpp_files(root, *ROOMS):
        path = file.relative_to(root).as_posix()
        text = file.read_text(encoding="utf-8")
        code = code_only(text)
        for match in INCLUDE.finditer(text):
            line = text.count("\n", 0, match.start(2)) + 1
            wrong = include_problem(path, *match.groups())
            if wrong:
                yield f"{path}:{line}: {wrong}"
        for line, wrong in call_problems(path, code):
            yield f"{path}:{line}: {wrong}"


if __name__ == "__main__":
    finish(list(problems(Path(sys.argv[1]))), "the arrows between the rooms")
