# SPDX-License-Identifier: Apache-2.0
"""select against equal allocation: a sample of the studies keeps the promise (the program's exit code)
and gives the figures of docs/statistics.md, as nearly as a sample can."""
import os
import subprocess
from pathlib import Path

import pytest

PAGE = Path(__file__).parents[2] / "docs" / "statistics.md"
STUDIES = 200


def tables(text):
    """Rows of all Markdown tables, by the names of their columns."""
    found, columns = [], None
    for line in text.splitlines():
        cells = [cell.strip() for cell in line.strip("|").split("|")] if line.startswith("|") else None
        if cells and columns and len(cells) == len(columns) and not set(cells[0]) <= {"-"}:
            found.append(dict(zip(columns, cells)))
        elif cells and not columns:
            columns = cells
        elif not cells:
            columns = None
    return found


def rows(text, column):
    """Rows of the table that has this column, by what their first cells say."""
    return {(row["lead, confidence"], row.get("right is")): row
            for row in tables(text) if column in row and "lead, confidence" in row}


@pytest.fixture(scope="module")
def sample():
    return subprocess.run([os.environ["EQUAL_ALLOCATION"], str(STUDIES)], capture_output=True, text=True,
                          check=True).stdout


@pytest.fixture(scope="module")
def page():
    return PAGE.read_text(encoding="utf-8")


def test_the_page_has_every_row_of_the_program(sample, page):
    for column in ["share right", "Rinott"]:
        assert list(rows(sample, column)) == list(rows(page, column)) != []


def test_what_select_takes_and_what_the_same_promise_takes(sample, page):
    """Means of hundreds: within a few percent."""
    told = rows(page, "Rinott")
    for key, row in rows(sample, "Rinott").items():
        noise = 4 * float(told[key]["standard deviation"]) / STUDIES ** .5
        assert float(row["select"]) == pytest.approx(float(told[key]["select"]), abs=noise + 1), key
        for column in ["Clark and Yang", "Rinott"]:
            assert float(row[column]) == pytest.approx(float(told[key][column]), rel=.1), (key, column)


def test_how_often_the_choice_is_right(sample, page):
    told = rows(page, "share right")
    for key, row in rows(sample, "share right").items():
        share = float(told[key]["share right"])
        noise = 4 * (max(share * (1 - share), .002) / STUDIES) ** .5
        assert float(row["share right"]) == pytest.approx(share, abs=noise), key


def test_what_equal_allocation_takes_for_the_same_share(sample, page):
    """Where all studies are right, the last one to be so decides, and a sample says nothing."""
    told = rows(page, "share right")
    compared = 0
    for key, row in rows(sample, "share right").items():
        if float(told[key]["share right"]) > .9995:
            continue
        for column in ["equal, shared numbers", "equal, independent"]:
            assert float(row[column]) == pytest.approx(float(told[key][column]), rel=.3), (key, column)
            compared += 1
    assert compared >= 8
