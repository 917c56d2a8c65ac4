# SPDX-License-Identifier: Apache-2.0
"""The structure checks are no good unless they can fail: each fault planted here must be found, and
each innocent neighbour of a fault must not be."""

import unittest

import habits
import layering
import readme
import targets
from source_tree import code_only


def include(path, line):
    bracket, target = layering.INCLUDE.match(line).groups()
    return layering.include_problem(path, bracket, target)


def calls(path, code):
    return list(layering.call_problems(path, code_only(code)))


class Arrows(unittest.TestCase):
    def test_faults(self):
        for path, line in [
            ("sim/kernel/calendar.hpp", '#include "sim/world/firms.hpp"'),
            ("sim/world/firms.cpp", '#include "sim/programmes/training.hpp"'),
            ("sim/programmes/training.cpp", '#include "sim/metrics/metric.hpp"'),
            ("sim/programmes/training.cpp", '#include "sim/replication.hpp"'),
            ("sim/experiment.cpp", '#include "policies/catalogue.hpp"'),
            ("policies/catalogue.cpp", '#include "scenarios/reader.hpp"'),
            ("scenarios/reader.cpp", '#include "output/result_file.hpp"'),
            ("output/result_file.cpp", '#include "policies/catalogue.hpp"'),
            ("analysis/estimate.cpp", '#include "scenarios/reader.hpp"'),
            ("sim/world/firms.cpp", '#include "firms.hpp"'),
            ("cli/run.cpp", "#include <toml++/toml.h>"),
            ("analysis/estimate.cpp", "#include <hdf5.h>"),
            ("sim/experiment.cpp", "#include <tbb/parallel_for.h>"),
            ("analysis/export/summary_sheet.cpp", "#include <xlsxwriter.h>"),
            ("analysis/export/source.hpp", '#include "cli/text.hpp"'),
            ("sim/world/firms.cpp", "#include <sleef.h>"),
            ("sim/world/firms.cpp", "#include <fmt/core.h>"),
            ("sim/world/firms.cpp", "#include <unordered_map>"),
            ("policies/catalogue.cpp", "#include <random>"),
            ("sim/kernel/calendar.hpp", "#include <unistd.h>"),
        ]:
            self.assertTrue(include(path, line), f"not found: {path} {line}")

    def test_innocent(self):
        for path, line in [
            ("sim/world/firms.cpp", '#include "sim/kernel/math.hpp"'),
            ("sim/world/firms.cpp", '#include "sim/values.hpp"'),
            ("sim/kernel/math.cpp", "#include <sleef.h>"),
            ("sim/executor.cpp", "#include <tbb/parallel_for.h>"),
            ("scenarios/toml.cpp", "#include <toml++/toml.h>"),
            ("output/h5_write.cpp", "#include <hdf5.h>"),
            ("analysis/export/chart.cpp", "#include <xlsxwriter.h>"),
            ("policies/catalogue.cpp", '#include "sim/world/places.hpp"'),
            ("cli/run.cpp", '#include "output/result_file.hpp"'),
            ("sim/world/firms.cpp", "#include <cmath>"),
        ]:
            self.assertIsNone(include(path, line), f"{path} {line}")


class Calls(unittest.TestCase):
    def test_faults(self):
        for code in ["double y = std::exp(x);", "double y = exp(x);", "return ::pow(a, b);", "std::logf(x)",
                     "auto now = std::chrono::system_clock::now();", "std::random_device seed;"]:
            self.assertTrue(calls("sim/world/firms.cpp", code), f"not found: {code}")

    def test_innocent(self):
        for code in ["math::exp(x)", "std::sqrt(x)", "// std::exp(x)", '"std::exp(x)"', "catalogue.log(x)",
                     "exponential(x)", "opening_time(x)"]:
            self.assertEqual(calls("sim/world/firms.cpp", code), [], code)
        self.assertEqual(calls("analysis/estimate.cpp", "std::exp(x)"), [])


class Habits(unittest.TestCase):
    licence = "// " + habits.LICENCE

    def test_faults(self):
        self.assertTrue(list(habits.file_problems("sim/budget_utils.cpp", [self.licence])))
        self.assertTrue(list(habits.file_problems("sim/common/budget.cpp", [self.licence])))
        self.assertTrue(list(habits.file_problems("sim/budget.cpp", ["#include <vector>"])))
        self.assertTrue(list(habits.file_problems("sim/budget.cpp", [self.licence] * (habits.LONGEST + 1))))
        for code in ["using namespace std;", "static int counter = 0;", "inline std::vector<int> all{};"]:
            text = [self.licence, "// What it is.", "#pragma once", code]
            self.assertTrue(list(habits.cpp_problems("sim/budget.hpp", text, code)), f"not found: {code}")

    def test_innocent(self):
        self.assertEqual(list(habits.file_problems("sim/budget.cpp", [self.licence])), [])
        for code in ["inline constexpr int most = 3;", "static double share(double x) {", "  using namespace std::chrono;"]:
            text = [self.licence, "// What it is.", "#pragma once", code]
            self.assertEqual(list(habits.cpp_problems("sim/budget.hpp", text, code)), [], code)


class Targets(unittest.TestCase):
    def found(self, text):
        return list(targets.text_problems("x", text))

    def test_faults(self):
        for text in ["int trainees = 3863;", "int trainees = 3'863;", "int dispatches = 284;", "x = {12, 25, 66}",
                     "x = [12, 25, 36, 46, 66]", "x = [200,400,450,541]",
                     "deficit = [16.1, 15.6]", "d = {18.7, 20.9, 20.1, 24.3}",
                     "cap = [{ from = 2008, value = 12 }, { from = 2009, value = 25 }, { from = 2015, value = 66 }]",
                     "Path<int> cap = {{date(2008, 1, 1), 12}, {date(2009, 1, 1), 25}, {date(2015, 1, 1), 66}};",
                     targets.toml_code('seats = "3 863 KRW"')]:
            self.assertTrue(self.found(text), f"not found: {text}")

    def test_innocent(self):
        for text in ["double rate = 284.4;", "double share = .541;", "int seats = 13863;", "x = [66, 25, 12]",
                     targets.toml_code('a = 1  # 3863 in all\nsource = "F05: 3,863 persons, 284 firms"')]:
            self.assertEqual(self.found(text), [], text)


class Readme(unittest.TestCase):
    def test_commands_are_found(self):
        text = "```sh\n$ ./demo.sh\ncoopsim run a.toml -o b.h5  # why\n```\n```text\nnot this\n```\n"
        self.assertEqual(list(readme.commands(text)), [["./demo.sh"], ["coopsim", "run", "a.toml", "-o", "b.h5"]])


if __name__ == "__main__":
    unittest.main()
