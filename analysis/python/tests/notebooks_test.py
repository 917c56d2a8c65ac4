# SPDX-License-Identifier: Apache-2.0
"""Notebooks are saved without outputs, in both languages, and their rendered copies are of this text."""
import json

import pytest
from conftest import PROJECT

NOTEBOOKS = sorted((PROJECT / "analysis" / "notebooks").glob("*.ipynb"))
RENDERED = PROJECT / "docs" / "notebooks"


def test_there_are_six():
    assert [one.name[0] for one in NOTEBOOKS] == list("123456")


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_it_is_saved_without_outputs_and_speaks_both_languages(path):
    cells = json.loads(path.read_text(encoding="utf-8"))["cells"]
    for cell in cells:
        text = "".join(cell["source"])
        if cell["cell_type"] == "code":
            assert cell["outputs"] == [] and cell["execution_count"] is None
        else:
            assert any("\uac00" <= letter <= "\ud7a3" for letter in text)
            assert any("a" <= letter <= "z" for letter in text)


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_its_rendered_copy_has_its_text_and_figures(path):
    page = (RENDERED / f"{path.stem}.md").read_text(encoding="utf-8")
    for cell in json.loads(path.read_text(encoding="utf-8"))["cells"]:
        assert "".join(cell["source"]) in page, "render again: analysis/notebooks/render.py --into docs/notebooks"
    figures = sorted(RENDERED.glob(f"{path.stem}_*.png"))
    assert figures and all(f"]({figure.name})" in page and figure.stat().st_size < 200_000 for figure in figures)
    assert "Traceback" not in page and "Error" not in page.replace("ProgramError", "")
