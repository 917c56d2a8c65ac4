# SPDX-License-Identifier: Apache-2.0
"""coopsim report: where it writes, what it refuses, and that names stay names."""
import os
import pathlib
import re
import shutil
import subprocess
import sys

import h5py
import pytest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "sweep"))
from small_sweep import sweep, write_study  # noqa: E402

PROGRAM = os.environ["COOPSIM"]
REPORTS = pathlib.Path(os.environ["COOPSIM_REPORTS"])
ENVIRONMENT = {"PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8", "HOME": "/nonexistent"}


def report(folder, *words, code=0, **environment):
    done = subprocess.run([PROGRAM, "report", *map(str, words)], cwd=folder, text=True, capture_output=True,
                          env=ENVIRONMENT | environment)
    assert done.returncode == code, done.stdout + done.stderr
    return done


@pytest.fixture
def folder(tmp_path):
    shutil.copy(REPORTS / "later.h5", tmp_path / "small.h5")
    return tmp_path


def names(folder):
    return sorted(file.name for file in folder.iterdir())


def test_it_is_written_beside_the_result_and_replaced_only_when_told(folder):
    assert "small.html (" in report(folder, "small.h5").stdout
    first = (folder / "small.html").read_bytes()
    assert "--overwrite" in report(folder, "small.h5", code=73).stderr
    report(folder, "small.h5", "--overwrite", "--lang", "ko")
    assert (folder / "small.html").read_bytes() != first
    report(folder, "small.h5", "--overwrite")
    assert (folder / "small.html").read_bytes() == first
    assert names(folder) == ["small.h5", "small.html"]


def test_what_is_no_report_is_never_replaced(folder):
    (folder / "letter.html").write_text("<!doctype html><title>a letter</title>")
    said = report(folder, "small.h5", "-o", "letter.html", "--overwrite", code=73).stderr
    assert "letter.html" in said and "not a report" in said
    result = (folder / "small.h5").read_bytes()
    report(folder, "small.h5", "-o", "small.h5", "--overwrite", code=73)
    assert (folder / "small.h5").read_bytes() == result
    assert (folder / "letter.html").read_text().endswith("letter</title>")


def test_bad_words_and_bad_files_write_nothing(folder):
    (folder / "empty.h5").write_bytes(b"")
    (folder / "cut.h5").write_bytes((folder / "small.h5").read_bytes()[:100_000])
    before = names(folder)
    assert "missing.h5" in report(folder, "missing.h5", code=66).stderr
    assert "empty.h5" in report(folder, "empty.h5", code=65).stderr
    assert "cut.h5" in report(folder, "cut.h5", code=65).stderr
    assert "no_folder" in report(folder, "small.h5", "-o", "no_folder/a.html", code=73).stderr
    assert "--lang" in report(folder, "small.h5", "--lang", "jp", code=2).stderr
    assert "--format" in report(folder, "small.h5", "--format", "docx", code=2).stderr
    assert report(folder, code=2).stderr
    report(folder, "small.h5", "small.h5", "small.h5", code=2)
    assert "Chromium" in report(folder, "small.h5", "--format", "pdf", code=66, PATH=str(folder)).stderr
    assert names(folder) == before


@pytest.fixture(scope="module")
def swept(tmp_path_factory):
    folder = tmp_path_factory.mktemp("sweep")
    sweep(write_study(folder), folder / "s")
    return folder / "s"


def test_a_sweep_is_given_as_its_folder_or_its_result(folder, swept):
    shutil.copytree(swept, folder / "s")
    assert "result.html (" in report(folder, "s").stdout
    report(folder, "s/result.h5", "-o", "page.html", "--lang", "ko")
    of_folder, of_file = (folder / "s/result.html").read_text(), (folder / "page.html").read_text()
    assert of_file == of_folder.replace('"lang":"en"', '"lang":"ko"', 1)
    assert "--overwrite" in report(folder, "s", code=73).stderr


def test_a_sweep_stands_alone(folder, swept):
    shutil.copytree(swept, folder / "s")
    before = names(folder)
    for words in (("small.h5", "s"), ("s/result.h5", "small.h5"), ("s", "s/result.h5")):
        said = report(folder, *words, "-o", "both.html", code=65).stderr
        assert "s/result.h5" in said and "sweep" in said
        assert "small.h5" in said or words[1] == "s/result.h5"
    (folder / "s/result.h5").unlink()
    assert "coopsim status s" in report(folder, "s", code=66).stderr
    (folder / "s/result.h5").write_bytes((swept / "result.h5").read_bytes()[:20_000])
    report(folder, "s", code=65)
    assert names(folder) == before and not (folder / "s/result.html").exists()


def test_a_name_cannot_end_the_script_that_holds_the_data(folder):
    hostile = "</script><script>alert(1)</script><!--"
    with h5py.File(folder / "small.h5", "r+") as file:
        for group in ("provenance", "yearly"):
            labels = file[group]["policy_label_en"]
            labels[1] = hostile
    report(folder, "small.h5")
    page = (folder / "small.html").read_text()
    assert hostile not in page and "<script>alert" not in page
    assert len(re.findall(r'id="data"', page)) == 1


def test_pdf_has_a4_pages_and_korean_text(folder):
    report(folder, "small.h5", "--format", "pdf", "--lang", "ko")
    told = subprocess.run(["pdfinfo", folder / "small.pdf"], text=True, capture_output=True, check=True).stdout
    assert "A4" in told
    text = subprocess.run(["pdftotext", "-l", "1", folder / "small.pdf", "-"], text=True,
                          capture_output=True, check=True).stdout
    assert "현행 유지" in text
    assert names(folder) == ["small.h5", "small.pdf"]
