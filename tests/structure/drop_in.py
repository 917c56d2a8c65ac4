# SPDX-License-Identifier: Apache-2.0
"""A new lever, programme, response and parameter need only the places that docs/how_it_works.md
names. A copy of the source tree gets one file pair and one list entry (with the include that brings
it) for lever and programme, one entry for the response, one member and one field for the
parameter; then the program is built there and used. docs, schema, checks and result must follow.

usage: drop_in.py PROJECT_FOLDER [KEPT_FOLDER]      KEPT_FOLDER: build there and keep it
"""

import difflib
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

import h5py

from source_tree import files

ROOT = Path(sys.argv.pop(1)).resolve()
KEPT = Path(sys.argv.pop(1)).resolve() if len(sys.argv) > 1 else None
DROPPED = Path(__file__).resolve().parent / "drop_in"
PAIRS = {"policies": "advice_factor", "sim/programmes": "help_line"}

METRIC = """  table.push_back(sum("help_line_calls", "1", {"Calls of the help line", "전화상담 건수"},
                      "questions put to the help line", only_whole, {of<QuestionAsked, one>()}));
"""
MEMBER = "  int help_line_calls = 3;  // a year\n"
FIELD = """      field("help_line_calls", &I::help_line_calls, "1/year", {0, 1000},
            {"calls of the help line", "전화상담 건수"}, "questions in a year",
            assumption("made up for a test")),
"""


def with_type(text, which, include, new):
    """The text of a header with a type more in its list `which`, last, and the include it needs."""
    includes = list(re.finditer(r'^#include ".*"\n', text, re.M))
    text = text[:includes[-1].end()] + f'#include "{include}"\n' + text[includes[-1].end():]
    return re.sub(rf"(using {which} =\s*std::tuple<[^;]*?)>;", rf"\1, {new}>;", text)


def with_metric(text):
    end = text.rindex("}\n\n}  // namespace")
    return text[:end] + METRIC + text[end:]


def with_parameter(text):
    text = text.replace("struct InformationParameters {\n", "struct InformationParameters {\n" + MEMBER)
    return text.replace("  return FieldList{\n", "  return FieldList{\n" + FIELD)


# Where something is written, and how many lines may be new and old there.
EDITS = {
    "policies/catalogue.hpp": (lambda t: with_type(t, "Levers", "policies/advice_factor.hpp", "AdviceFactor"), 2, 1),
    "sim/programmes/programmes.hpp":
        (lambda t: with_type(t, "Programmes", "sim/programmes/help_line.hpp", "HelpLine"), 2, 1),
    "sim/metrics/metrics_cooperation.cpp": (with_metric, METRIC.count("\n"), 0),
    "sim/programmes/information_parameters.hpp": (with_parameter, (MEMBER + FIELD).count("\n"), 0),
}

SCENARIO = """schema  = 1
extends = "kjc_small.toml"
title   = {{ en = "Dropped in", ko = "시험" }}
run.replications = 1
firms.count      = 100
information.help_line_calls = {calls}
information.opens = 2016-12-31

[[policy]]
name  = "fewer_advisers"
label = {{ en = "Fewer advisers", ko = "기술고문 축소" }}
advice_factor = {{ factor = 0.5, from = 2009 }}
"""


def copy_tree(to):
    for file in files(ROOT):
        target = to / file.relative_to(ROOT)
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy2(file, target)


def drop_in(tree):
    for folder, name in PAIRS.items():
        for ending in (".hpp", ".cpp"):
            shutil.copy(DROPPED / (name + ending), tree / folder)
    for path, (edit, _, _) in EDITS.items():
        (tree / path).write_text(edit((tree / path).read_text(encoding="utf-8")), encoding="utf-8")


def build(tree):
    environment = {**os.environ, "CCACHE_DISABLE": "1"}  # precompiled headers would fill the cache
    for words in (["cmake", "--preset", "release", "-DCOOPSIM_TESTS=OFF",
                   "-DCMAKE_CXX_FLAGS_RELEASE=-O0",
                   f"-DCMAKE_PROJECT_coopsim_INCLUDE={DROPPED}/quick_build.cmake"],
                  ["cmake", "--build", "build/release", "--target", "coopsim"]):
        done = subprocess.run(words, cwd=tree, env=environment, capture_output=True, text=True)
        if done.returncode != 0:
            raise AssertionError(f"{' '.join(words)}:\n{done.stdout[-8000:]}{done.stderr[-2000:]}")


class DropIn(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        folder = tempfile.TemporaryDirectory()
        cls.addClassCleanup(folder.cleanup)
        cls.tree = KEPT or Path(folder.name, "project")
        cls.scratch = Path(folder.name)
        copy_tree(cls.tree)
        drop_in(cls.tree)
        build(cls.tree)

    def coopsim(self, *words, code=0):
        done = subprocess.run([self.tree / "build/release/cli/coopsim", *words], capture_output=True, text=True)
        self.assertEqual(done.returncode, code, f"{words}: {done.stdout}{done.stderr}")
        return done.stdout + done.stderr

    def scenario(self, calls):
        path = self.tree / "scenarios/dropped_in.toml"
        path.write_text(SCENARIO.format(calls=calls), encoding="utf-8")
        self.addCleanup(path.unlink)
        return path

    def test_no_other_line_was_touched(self):
        expected = set(EDITS) | {f"{folder}/{name}{ending}" for folder, name in PAIRS.items() for ending in (".hpp", ".cpp")}
        touched = set()
        for file in files(self.tree):
            path = file.relative_to(self.tree).as_posix()
            if not (ROOT / path).exists() or file.read_bytes() != (ROOT / path).read_bytes():
                touched.add(path)
        self.assertEqual(touched, expected)
        for path, (_, new, old) in EDITS.items():
            lines = [(tree / path).read_text(encoding="utf-8").splitlines() for tree in (ROOT, self.tree)]
            difference = list(difflib.unified_diff(*lines, n=0, lineterm=""))[2:]
            gone = [line[1:] for line in difference if line.startswith("-")]
            came = [line[1:] for line in difference if line.startswith("+")]
            self.assertEqual((len(came), len(gone)), (new, old), path)
            for line in gone:  # a line of a list was only made longer
                self.assertTrue(any(longer.startswith(line.removesuffix(">;")) for longer in came), line)

    def test_the_schema_knows_lever_and_parameter(self):
        schema = self.coopsim("describe", "--schema")
        json.loads(schema)
        for name in ("advice_factor", "help_line_calls"):
            self.assertIn(f'"{name}"', schema)

    def test_the_reference_pages_explain_them(self):
        parameters = self.coopsim("describe", "--reference", "parameters")
        row = next(r for r in parameters.splitlines() if "`information.help_line_calls`" in r)
        for words in ("전화상담 건수", "| 0 to 1000", "| 3 |", "made up for a test"):
            self.assertIn(words, row)
        self.assertIn("`advice_factor.factor`", parameters)
        metrics = self.coopsim("describe", "--reference", "metrics")
        self.assertIn("| `help_line_calls` | questions put to the help line (전화상담 건수) | 1 |", metrics)
        self.assertIn("default   3", self.coopsim("describe", "information.help_line_calls"))

    def test_a_mistake_is_told_with_place_value_and_range(self):
        path = self.scenario(calls=5000)
        said = self.coopsim("check", path, code=65)
        self.assertIn(f"{path.name}:6:", said)
        for words in ("information.help_line_calls", "5000", "0 to 1000"):
            self.assertIn(words, said)

    def test_event_fact_response_and_lever_stand_in_the_result(self):
        result = self.scratch / "result.h5"
        self.coopsim("run", self.scenario(calls=7), "-o", result, "--policy", "fewer_advisers", "--quiet")
        with h5py.File(result) as file:
            calls = file["yearly/help_line_calls"]
            self.assertEqual(calls.attrs["units"], b"1")
            self.assertEqual(calls.attrs["long_name"].decode(), "Calls of the help line")
            self.assertTrue((calls[...] == 7).all())  # each year, in both policies
            money = file["yearly/budget_appropriated_by_account"][:, 0, 12, :]  # of B7: policy, year
            first = int(file["yearly/year"][0])
            self.assertTrue((money[0, :2009 - first] == money[1, :2009 - first]).all())
            self.assertTrue((money[0, 2009 - first:] == 2 * money[1, 2009 - first:]).all())
            self.assertGreater(money[1, -1], 0)


if __name__ == "__main__":
    result = unittest.main(exit=False).result
    failed, skipped = len(result.failures) + len(result.errors), len(result.skipped)
    print(f"{max(0, result.testsRun - failed - skipped)} passed, {failed} failed, {skipped} skipped")
    sys.exit(failed > 0)
