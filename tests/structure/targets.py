# SPDX-License-Identifier: Apache-2.0
"""What the validation compares with must come out of the model, never go in: no target value stands
in sim/ or scenarios/ as a number or a path. Identities (amounts and shares of the budget, seats)
are inputs and are not looked for.

usage: targets.py PROJECT_FOLDER
"""

import re
import sys
from pathlib import Path

from source_tree import code_only, cpp_files, files, finish

# Totals so particular that they may not occur at all.
TOTALS = {"V1": 3863, "V11": 284, "V12": 541}
# Series that may not occur as values of one list, in this order.
SERIES = {"V7": (16.1, 15.6), "V10": (204, 223, 243), "V11": (12, 25, 66), "V12": (200, 450, 541),
          "V13": (18.7, 20.9, 20.1)}

NUMBER = re.compile(r"(?<![\w.])(\d{1,3}(?:['_ ]\d{3})+|\d+(?:\.\d+)?)(?![\w.]|'\d)")
LIST = re.compile(r"[\[{(]([^\[\](){}]*(?:\{[^{}]*\}[^\[\](){}]*)*)[\])}]")
TOML_TEXT = re.compile(r'"""(?:.|\n)*?"""|"(?:\\.|[^"\\\n])*"|\'[^\'\n]*\'|#[^\n]*')


def toml_code(text):
    """TOML without comments, and of its texts only amounts such as "1 900 000 000 KRW"."""
    def keep(match):
        amount = re.fullmatch(r'["\']\s*([\d _.]+)\s*[\w ]{1,12}["\']', match.group())
        kept = amount.group(1) if amount else ""
        return kept.ljust(len(match.group())) if "\n" not in match.group() else "\n" * match.group().count("\n")
    return TOML_TEXT.sub(keep, text)


def numbers(text):
    return [float(re.sub(r"['_ ]", "", m.group(1))) for m in NUMBER.finditer(text)]


def list_values(inside):
    """Values of a list: of { from = .., value = .. } steps the values, else all numbers."""
    steps = re.findall(r"value\s*=\s*([\d '_.]+)", inside)
    if not steps:  # {date(2008, 1, 1), 12} in C++
        steps = re.findall(r"\{[^{}]*,\s*([\d'.]+)\s*\}", inside)
    return numbers(", ".join(steps) if steps else inside)


def holds(values, series):
    rest = iter(values)
    return all(wanted in rest for wanted in series)


def text_problems(path, text):
    for number, line in enumerate(text.splitlines(), 1):
        found = numbers(line)
        for target, value in TOTALS.items():
            if value in found:
                yield f"{path}:{number}: {value} is the target {target}; it must come out, not go in"
    for match in LIST.finditer(text):
        values = list_values(match.group(1))
        for target, series in SERIES.items():
            if holds(values, series):
                line = text.count("\n", 0, match.start()) + 1
                yield f"{path}:{line}: a list holds {series}, the target {target}"


def problems(root):
    for file in cpp_files(root, "sim"):
        yield from text_problems(file.relative_to(root).as_posix(), code_only(file.read_text(encoding="utf-8")))
    for file in files(root, "scenarios", endings={".toml"}):
        yield from text_problems(file.relative_to(root).as_posix(), toml_code(file.read_text(encoding="utf-8")))


if __name__ == "__main__":
    finish(list(problems(Path(sys.argv[1]))), "what goes into the model")
