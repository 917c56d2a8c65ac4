# SPDX-License-Identifier: Apache-2.0
"""The lines of docs/reading_results.md, run: every reader finds the same number."""
import contextlib
import io
import re
import subprocess

import h5py
import pytest
from conftest import PROJECT

PAGE = (PROJECT / "docs" / "reading_results.md").read_text(encoding="utf-8")
NAMED = "results/kjc_2007.h5"


def lines_of(language, made):
    found = re.findall(rf"^```{language}\n(.*?)^```", PAGE, re.S | re.M)
    assert found and all(NAMED in block and len(block.splitlines()) == 3 for block in found)
    return [block.replace(NAMED, str(made)) for block in found]


@pytest.fixture(scope="module")
def expected(made):
    with h5py.File(made) as file:
        policy = list(file["yearly/policy"].asstr()[()]).index("dankai")
        year = list(file["yearly/year"][()]).index(2016)
        return file["yearly/productivity_effect"][policy, :, year].mean()


def number(said):
    return pytest.approx(float(said.split()[-1]), rel=1e-14)


@pytest.mark.parametrize("place", [0, 1])
def test_python(made, expected, place):
    said = io.StringIO()
    with contextlib.redirect_stdout(said):
        exec(lines_of("python", made)[place], {})
    assert expected == number(said.getvalue())


@pytest.mark.parametrize("language, command", [
    ("r", ["Rscript", "--vanilla"]), ("octave", ["octave-cli", "--norc", "--no-history"])])
def test_other_languages(made, expected, tmp_path, language, command):
    (block,) = lines_of(language, made)
    script = tmp_path / "script"
    script.write_text(block)
    done = subprocess.run([*command, script], capture_output=True, text=True, check=False)
    assert done.stdout, done.stderr
    assert expected == number(done.stdout)


def test_r_reads_axes_units_and_korean_names(made, tmp_path):
    script = tmp_path / "script"
    script.write_text(f"""library(ncdf4)
file <- nc_open("{made}")
one <- file$var[["yearly/training_wait"]]
cat(sapply(one$dim, function(axis) axis$name), one$units, ncatt_get(file, "yearly/training_wait", "long_name_ko")$value,
    ncvar_get(file, "yearly/policy_label_ko")[1], sum(is.na(ncvar_get(file, "yearly/training_wait"))), sep = "|")
""")
    said = subprocess.run(["Rscript", "--vanilla", script], capture_output=True, text=True, check=True,
                          env={"PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8"}).stdout.split("|")
    with h5py.File(made) as file:
        wait = file["yearly/training_wait"][()]
    assert said == ["yearly/year", "yearly/replication", "yearly/policy", "day", "연수 대기일수",
                    "현상 유지(연수 비중 45%)", str(int((wait != wait).sum()))]


def test_ncdump_shows_every_group_without_a_word_of_complaint(made):
    shown = subprocess.run(["ncdump", "-h", made], capture_output=True, text=True, check=True)
    assert shown.stderr == "" and "phony" not in shown.stdout and "This is a netCDF" not in shown.stdout
    with h5py.File(made) as file:
        for group in file:
            assert f"group: {group} {{" in shown.stdout
        assert shown.stdout.count("long_name_ko") > sum(len(file[group]) for group in file) - 5
