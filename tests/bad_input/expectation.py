# SPDX-License-Identifier: Apache-2.0
"""What is expected of a malformed input. Each NAME.expect is written by hand:

    exit    the exit code
    at      where: file:line:column, the file as a whole, or the option
    found   the value found there
    allowed what is allowed, or what to do
    count   how many problems there are in all          (where it matters)
    says    a text that the message must have besides   (if any)
    absent  a text that may not occur anywhere          (if any)

`at`, `found` and `allowed` stand together in one line of the message; where there are several, the
lines come in this order. The test matches these, never a pasted output.
"""
import json
import re
from dataclasses import dataclass, field

# What no user should ever see: our own insides.
INSIDES = re.compile(r"terminate called|what\(\)|Assertion|Sanitizer|runtime error|std::|basic_string"
                     r"|core dumped|fault of coopsim|\.[ch]pp|\x1b")


@dataclass
class Expectation:
    exit: int = 0
    problems: list = field(default_factory=list)  # of {"at", "found", "allowed"}
    count: int = 0  # 0: not said
    says: list = field(default_factory=list)
    absent: list = field(default_factory=list)


def read_expectation(path):
    expected = Expectation()
    for line in path.read_text(encoding="utf-8").splitlines():
        key, text = re.fullmatch(r"(\w+) +(.*)", line).groups()
        if key == "at":
            expected.problems.append({"at": text})
        elif key in ("found", "allowed"):
            assert key not in expected.problems[-1], f"{path.name}: {key} twice"
            expected.problems[-1][key] = text
        elif key in ("says", "absent"):
            getattr(expected, key).append(text)
        else:
            assert key in ("exit", "count"), f"{path.name}: {key}?"
            setattr(expected, key, int(text))
    assert expected.exit and expected.problems and all(len(each) == 3 for each in expected.problems)
    return expected


def has(line, text):
    """Whether `text` stands in the line by itself: 0 is not in 10, 1.3 not in 11.30."""
    before = r"(?<!\w)(?<!\d\.)" if re.match(r"\w", text) else ""
    after = r"(?!\w|[.:]\d)" if re.search(r"\w$", text) else ""
    return re.search(before + re.escape(text) + after, line) is not None


def holds(line, problem):
    rest = line.replace(problem["at"], " ", 1)
    return has(line, problem["at"]) and has(rest, problem["found"]) and has(rest, problem["allowed"])


def check_lines(lines, expected):
    """Each expected problem in a line of its own, in order."""
    rest = lines
    for problem in expected.problems:
        which = next((i for i, line in enumerate(rest) if holds(line, problem)), None)
        assert which is not None, "no line (left) with\n{}\nin\n{}".format(problem, "\n".join(lines))
        rest = rest[which + 1:]


def check_message(message, expected):
    """The text for people, on stderr."""
    check_lines(message.splitlines(), expected)
    if expected.count:
        assert has(message, f"{expected.count} problems"), message
    for text in expected.says:
        assert text in message


def check_document(text, expected):
    """The --json form, on stdout: one document that holds the same problems."""
    document = json.loads(text)
    if "error" in document:
        assert document["exit_code"] == expected.exit
        return check_lines(document["error"].splitlines(), expected)
    lines = []
    for each in document["problems"]:
        place = each["file"] + (f":{each['line']}:{each['column']}" if each["line"] else "")
        included = f"(included by {each['included_by']}) " if "included_by" in each else ""
        lines.append(f"{place}  {each['key']}  {included}{each['what']}; {each['remedy']}")
    check_lines(lines, expected)
    if expected.count:
        assert len(lines) == min(50, expected.count)
        assert len(lines) + document["more"] == expected.count


def check_manners(text, expected, folders):
    """Nothing of our insides, of this machine's folders, or of what was to be kept out."""
    found = INSIDES.search(text)
    assert not found, f"{found.group()!r} in:\n{text}"
    for unwanted in [*folders, *expected.absent]:
        assert unwanted not in text, f"{unwanted!r} in:\n{text}"
