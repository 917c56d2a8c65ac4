# SPDX-License-Identifier: Apache-2.0
"""The example of docs/workshop.md is the program that is built, prints what the page says, and
agrees with theory.

usage: workshop.py PROJECT_FOLDER PROGRAM
"""

import re
import subprocess
import sys
from fractions import Fraction
from pathlib import Path

MOST_LINES = 60
MOST_Z = 5


def erlang_c(servers, load):
    """Chance to wait for one of `servers`."""
    lost = Fraction(1)
    for k in range(1, servers + 1):
        lost = load * lost / (k + load * lost)
    return lost / (1 - load / servers * (1 - lost))


def stay(servers, load, service):
    """Hours at a station M/M/c: waiting, then `service`."""
    return erlang_c(servers, load) * service / (servers - load) + service


def theory():
    parts = 2  # an hour
    stations = {"lathe": (1, Fraction(20, 60)), "mills": (2, Fraction(45, 60)), "inspection": (1, Fraction(12, 60))}
    answers = {f"{name} busy": parts * service / servers for name, (servers, service) in stations.items()}
    answers["hours of stay"] = sum(stay(servers, parts * service, service) for servers, service in stations.values())
    return answers


def blocks(page, language):
    return re.findall(rf"^```{language}\n(.*?)^```", page, re.M | re.S)


def page_problems(page, listing, printed):
    if blocks(page, "cpp") != [listing]:
        yield "docs/workshop.md: the listing is not examples/workshop/main.cpp"
    if blocks(page, "text") != [printed]:
        yield f"docs/workshop.md: the output is not what the program prints:\n{printed}"
    code = [line for line in listing.splitlines() if line.strip() and not line.strip().startswith("//")]
    if len(code) > MOST_LINES:
        yield f"examples/workshop/main.cpp: {len(code)} lines of code; the page promises {MOST_LINES}"


def answer_problems(printed, exact):
    """What is printed against what is known; each with its standard error."""
    found = {name.strip(): (float(mean), float(error))
             for name, mean, error in re.findall(r"^(.+?) +([\d.]+) \(([\d.]+)\)$", printed, re.M)}
    if found.keys() != exact.keys():
        yield f"the program answers {sorted(found)}, wanted are {sorted(exact)}"
        return
    for name, (mean, error) in found.items():
        z = (mean - float(exact[name])) / error
        print(f"{name}: exact {float(exact[name]):.4f}, simulated {mean:.4f}, z {z:+.2f}")
        if abs(z) >= MOST_Z:
            yield f"{name} is {mean}, {abs(z):.1f} standard errors from {float(exact[name]):.4f}"


def sabotage_problems(printed, exact):
    """The same check must see a theory that is wrong by a fiftieth."""
    wrong = {name: value * Fraction(51, 50) for name, value in exact.items()}
    if len(list(answer_problems(printed, wrong))) != len(exact):
        yield "a bias of 2 % would not be seen"


def problems(root, program):
    listing = (root / "examples/workshop/main.cpp").read_text(encoding="utf-8")
    page = (root / "docs/workshop.md").read_text(encoding="utf-8")
    printed = subprocess.run([program], capture_output=True, text=True, check=True).stdout
    yield from page_problems(page, listing, printed)
    yield from answer_problems(printed, theory())
    yield from sabotage_problems(printed, theory())


if __name__ == "__main__":
    found = list(problems(Path(sys.argv[1]), sys.argv[2]))
    print("\n".join(found))
    sys.exit(1 if found else 0)
