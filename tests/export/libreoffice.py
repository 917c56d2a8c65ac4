# SPDX-License-Identifier: Apache-2.0
"""The workbook in LibreOffice: it opens, prints on paper in both languages, computes its sums to the same values, and
takes no name for a formula. For ./campaign.sh workbook, as LibreOffice is large and starts slowly."""
import subprocess

import openpyxl
import pytest
from conftest import Program, set_labels

HOSTILE = {0: "=1+1", 1: "=HYPERLINK(\"http://x\")", 2: "@SUM(A1)", 3: "+1"}


def converted(book, form, folder):
    """The workbook as LibreOffice writes it."""
    subprocess.run(["soffice", "--headless", f"-env:UserInstallation=file://{folder}/profile", "--convert-to", form,
                    "--outdir", folder / "out", book], check=True, capture_output=True, timeout=600)
    return folder / "out" / f"{book.stem}.{form.split(':')[0]}"


@pytest.fixture(scope="module")
def book(results, tmp_path_factory):
    folder = tmp_path_factory.mktemp("office")
    copy = folder / "thirty.h5"
    copy.write_bytes((results / "thirty.h5").read_bytes())
    set_labels(copy, HOSTILE)
    Program(folder)("export", "thirty.h5", "--format", "xlsx")
    return folder / "thirty.xlsx"


def test_it_prints_in_both_languages_on_a4(book):
    pdf = converted(book, "pdf", book.parent)
    told = subprocess.run(["pdfinfo", pdf], text=True, capture_output=True, check=True).stdout
    assert "A4" in told
    text = subprocess.run(["pdftotext", "-layout", pdf, "-"], text=True, capture_output=True, check=True).stdout
    for words in ("Productivity effect", "clear gain", "생산성 효과", "뚜렷", "억 원", "퇴직기술자", *HOSTILE.values()):
        assert words in text, words
    fonts = subprocess.run(["pdffonts", pdf], text=True, capture_output=True, check=True).stdout
    assert "CJK" in fonts  # Korean letters have a font that has them


def test_what_it_computes_is_what_was_written(book):
    again = openpyxl.load_workbook(converted(book, "xlsx:Calc MS Excel 2007 XML", book.parent), data_only=True)
    written = openpyxl.load_workbook(book, data_only=True)
    assert again.sheetnames == written.sheetnames
    for sheet in written:
        for row in sheet.iter_rows():
            for cell in row:
                other = again[sheet.title][cell.coordinate]
                if isinstance(cell.value, float):
                    assert other.value == pytest.approx(cell.value, rel=1e-12, abs=1e-300), (sheet.title, cell.coordinate)
                else:
                    assert other.value == cell.value, (sheet.title, cell.coordinate)
