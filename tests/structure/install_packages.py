# SPDX-License-Identifier: Apache-2.0
"""scripts/install_packages.sh on machines made up of a few fake programs: what it asks apt for, and
what it says where it cannot.

usage: install_packages.py PROJECT_FOLDER
"""

import os
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

ROOT = Path(sys.argv.pop(1)).resolve()
SCRIPT = ROOT / "scripts/install_packages.sh"
NEEDED = ["bash", "cat", "dirname", "sed", "grep", "awk", "mktemp", "rm", "tail", "env", "head"]


def packages(group):
    lines = (ROOT / "scripts/packages.txt").read_text().splitlines()
    return [line.split()[1] for line in lines if line.startswith(group + " ")]


class Machine:
    """A PATH of its own: the plain tools, and fakes that note how they were called."""

    def __init__(self, installed, user=0, **programs):
        self.folder = tempfile.TemporaryDirectory()
        self.bin = Path(self.folder.name)
        for tool in NEEDED:
            (self.bin / tool).symlink_to(f"/usr/bin/{tool}")
        listing = "".join(f"installed {name}\\n" for name in installed)
        self.add("dpkg-query", f"printf '{listing}'")
        self.add("id", f"echo {user}")
        for name, body in programs.items():
            self.add(name.replace("_", "-"), body)

    def add(self, name, body):
        program = self.bin / name
        program.write_text(f'#!/usr/bin/bash\necho "{name} $*" >>"{self.bin}/calls"\n{body}\n')
        program.chmod(0o755)

    def run(self, *groups, **environment):
        done = subprocess.run([SCRIPT, *groups], capture_output=True, text=True, cwd="/", stdin=subprocess.DEVNULL,
                              env={"PATH": str(self.bin), **environment})
        self.out, self.error = done.stdout, done.stderr
        log = self.bin / "calls"
        self.calls = [c for c in log.read_text().splitlines() if c.split()[0] in {"apt-get", "sudo"}] if log.exists() else []
        return done.returncode


class InstallPackages(unittest.TestCase):
    def machine(self, *arguments, **programs):
        made = Machine(*arguments, **programs)
        self.addCleanup(made.folder.cleanup)
        return made

    def test_nothing_missing_is_silent(self):
        machine = self.machine(packages("core"), apt_get="exit 1")
        self.assertEqual(machine.run("core"), 0, machine.error)
        self.assertEqual((machine.out, machine.error, machine.calls), ("", "", []))

    def test_only_what_is_missing_is_installed_and_explained(self):
        machine = self.machine([p for p in packages("core") if p not in {"mold", "libtbb-dev"}], apt_get="exit 0")
        self.assertEqual(machine.run("core"), 0, machine.error)
        self.assertIn("Installing 2 Debian package(s)", machine.out)
        self.assertIn("libtbb-dev             all cores at once", machine.out)
        install = machine.calls[-1].split()
        self.assertEqual(install[-2:], ["mold", "libtbb-dev"])
        for option in ["-y", "--no-install-recommends", "--no-remove", "DPkg::Lock::Timeout=300"]:
            self.assertIn(option, install)

    def test_a_removed_package_with_its_settings_left_is_missing(self):
        machine = self.machine(packages("core")[1:], apt_get="exit 0")
        machine.add("dpkg-query", "printf 'config-files build-essential\\n'; printf '"
                    + "".join(f"installed {p}\\n" for p in packages("core")[1:]) + "'")
        self.assertEqual(machine.run("core"), 0, machine.error)
        self.assertTrue(machine.calls[-1].endswith(" build-essential"), machine.calls)

    def test_a_user_goes_through_sudo(self):
        machine = self.machine([], user=1000, apt_get="exit 0", sudo='case $1 in -n) exit 0 ;; esac; "$@"')
        self.assertEqual(machine.run("ci"), 0, machine.error)
        self.assertTrue(any(c.startswith("sudo env DEBIAN_FRONTEND=noninteractive apt-get") for c in machine.calls))

    def test_what_cannot_be_installed_is_said(self):
        for words, machine in [
            ("there is no sudo", self.machine([], user=1000, apt_get="exit 0")),
            ("sudo asks for a password", self.machine([], user=1000, apt_get="exit 0", sudo="exit 1")),
            ("not Debian", self.machine([])),
            ("no network", self.machine([], apt_get='echo "E: unreachable"; exit 100')),
        ]:
            self.assertEqual(machine.run("ci"), 1, words)
            self.assertIn(words, machine.error)
        for words in ("clang-16", "libclang-rt-16-dev"):
            self.assertIn(words, machine.error)

    def test_wrong_use(self):
        self.assertEqual(self.machine([]).run(), 2)
        machine = self.machine([], apt_get="exit 0")
        self.assertEqual(machine.run("no_such_group"), 2)
        self.assertIn("no_such_group", machine.error)

    def test_installation_can_be_left_out(self):
        machine = self.machine([])
        self.assertEqual(machine.run("core", COOPSIM_SKIP_PACKAGES="1"), 0, machine.error)
        self.assertEqual(machine.calls, [])


if __name__ == "__main__":
    unittest.main()
