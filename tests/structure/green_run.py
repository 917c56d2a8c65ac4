# SPDX-License-Identifier: Apache-2.0
"""./check.sh runs all tests again whenever something could have changed their verdict, and only
then: on a small made-up project whose build and tests are fakes that note when they ran.

usage: green_run.py PROJECT_FOLDER
"""

import os
import shutil
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

ROOT = Path(sys.argv.pop(1)).resolve()
COUNTS = "7 passed, 0 failed, 0 skipped"
TESTS = """
echo ran >>"$(dirname "$0")/../../runs"
[ ! -e ../during ] || sh ../during
mkdir -p build/release && echo "{counts}" | tee build/release/test_counts
exit {status}"""


class Project:
    """A tree with check.sh and green_run.sh, and beside it a `bin` that comes first on the PATH."""

    def __init__(self, with_git):
        self.folder = tempfile.TemporaryDirectory()
        self.outside = Path(self.folder.name)
        self.tree = self.outside / "project"
        (self.tree / "scripts").mkdir(parents=True)
        (self.outside / "bin").mkdir()
        shutil.copy(ROOT / "check.sh", self.tree)
        shutil.copy(ROOT / "scripts/green_run.sh", self.tree / "scripts")
        self.program("project/scripts/install_packages.sh", "")
        self.program("project/scripts/build.sh", "mkdir -p build/release\necho COOPSIM_TESTS:BOOL=ON >build/release/CMakeCache.txt")
        self.program("project/scripts/build_report.sh", "")
        self.tests_end(0)
        self.program("bin/c++", "echo compiler 1")
        self.program("bin/dpkg-query", "echo library 1")
        (self.tree / ".gitignore").write_text("/build/\n/results/\n__pycache__/\n")
        (self.tree / "model.cpp").write_text("int main() {}\n")
        (self.tree / "letter.txt").write_text("old\n")
        if with_git:
            for words in (["init", "-q"], ["add", "."]):
                subprocess.run(["git", *words], cwd=self.tree, check=True)

    def program(self, path, body):
        (self.outside / path).write_text(f"#!/usr/bin/env bash\n{body}\n")
        (self.outside / path).chmod(0o755)

    def tests_end(self, status, counts=COUNTS):
        self.program("project/scripts/run_tests.sh", TESTS.format(status=status, counts=counts))

    def check(self, *arguments, **environment):
        """Exit code, and how many times the tests have run so far."""
        kept = {k: v for k, v in os.environ.items() if not k.startswith(("CI", "COOPSIM_", "CXX", "GIT_"))}
        done = subprocess.run([self.tree / "check.sh", *arguments], cwd="/", capture_output=True, text=True,
                              env={**kept, "PATH": f"{self.outside}/bin:{kept['PATH']}", **environment})
        self.said, self.error = done.stdout, done.stderr
        runs = self.outside / "runs"
        return done.returncode, len(runs.read_text().splitlines()) if runs.exists() else 0


class GreenRun(unittest.TestCase):
    def both(self):
        """A project under git and one without."""
        for with_git in (True, False):
            with self.subTest(git=with_git):
                project = Project(with_git)
                self.addCleanup(project.folder.cleanup)
                yield project

    def test_a_green_run_holds_until_something_changes(self):
        for project in self.both():
            self.assertEqual(project.check(), (0, 1), project.error)
            self.assertEqual(project.check(), (0, 1), project.error)
            self.assertEqual(project.said.splitlines()[-1], COUNTS)
            self.assertIn("./check.sh --again", project.said)
            self.assertEqual(project.check("--again"), (0, 2))
            self.assertEqual(project.check(), (0, 2))

    def test_what_changes_a_verdict_makes_it_run(self):
        def edit(project): (project.tree / "model.cpp").write_text("int main() { return 1; }\n")
        def add(project): (project.tree / "new.toml").write_text("schema = 1\n")
        def rename(project): (project.tree / "new.toml").rename(project.tree / "newer.toml")
        def remove(project): (project.tree / "letter.txt").unlink()
        def forbid(project): (project.tree / "model.cpp").chmod(0o755)
        def compiler(project): project.program("bin/c++", "echo compiler 2")
        def package(project): project.program("bin/dpkg-query", "echo library 2")
        def option(project): (project.tree / "build/release/CMakeCache.txt").write_text("CMAKE_CXX_FLAGS:STRING=-O0\n")
        for project in self.both():
            runs = project.check()[1]
            for change in (edit, add, rename, remove, forbid, compiler, package, option):
                change(project)
                runs += 1
                self.assertEqual(project.check(), (0, runs), change.__name__)
                self.assertEqual(project.check(), (0, runs), change.__name__)

    def test_what_changes_no_verdict_does_not(self):
        for project in self.both():
            project.check()
            for path in ("build/log", "results/kjc.h5", "__pycache__/x.pyc"):
                (project.tree / path).parent.mkdir(exist_ok=True)
                (project.tree / path).write_text("x")
            self.assertEqual(project.check(), (0, 1))

    def test_continuous_integration_and_other_environments_run(self):
        for project in self.both():
            project.check()
            self.assertEqual(project.check(CI="true"), (0, 2))
            self.assertEqual(project.check(CXXFLAGS="-O0"), (0, 3))

    def test_a_failed_run_is_not_kept_and_forgets_the_green_one(self):
        for project in self.both():
            project.check()
            source = (project.tree / "scripts/run_tests.sh").read_text()
            project.tests_end(1, "6 passed, 1 failed, 0 skipped")
            self.assertEqual(project.check(), (1, 2))
            self.assertEqual(project.check(), (1, 3))
            (project.tree / "scripts/run_tests.sh").write_text(source)
            self.assertEqual(project.check(), (0, 4))

    def test_a_change_while_tests_run_is_not_kept(self):
        for project in self.both():
            (project.outside / "during").write_text("echo >>model.cpp")
            self.assertEqual(project.check(), (0, 1))
            self.assertIn("changed while the tests ran", project.said)
            (project.outside / "during").unlink()
            self.assertEqual(project.check(), (0, 2))

    def test_wrong_use(self):
        for project in self.both():
            for words in (["--agian"], ["--again", "x"], [""]):
                self.assertEqual(project.check(*words), (2, 0), words)
                self.assertIn("./check.sh --again", project.error)


if __name__ == "__main__":
    unittest.main()
