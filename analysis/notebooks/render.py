# SPDX-License-Identifier: Apache-2.0
"""Runs the notebooks top to bottom, and writes what they show as pages with figures.

usage: render.py [--into FOLDER] [NOTEBOOK.ipynb ...]     all notebooks beside this file, if none is named

A cell that fails ends it with exit code 1. A warning is a failure too: a letter that no font has, above
all. Without --into nothing is kept. The notebooks themselves stay without outputs.
"""
from __future__ import annotations

import argparse
import base64
import os
import re
import sys
from pathlib import Path
from typing import Any

import nbformat
from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError

HERE = Path(__file__).resolve().parent
PACKAGE = HERE.parent / "python"
# What figures say of themselves in plain text, and where results lie: both differ from run to run.
PLACES = re.compile(r"(/[\w.-]+)*/tmp[\w.-]+(?=/)")
FIGURE = re.compile(r"<Figure size [^>]*>|<matplotlib\.[^>]*>")


def executed(path: Path) -> Any:
    """The notebook with its outputs. Raises CellExecutionError."""
    book = nbformat.read(path, as_version=4)
    before = nbformat.v4.new_code_cell("import warnings\nwarnings.simplefilter('ignore')\nimport h5netcdf, netCDF4, "
                                       "coopsim\nwarnings.simplefilter('error', UserWarning)")
    book.cells.insert(0, before)
    client = NotebookClient(book, timeout=None, kernel_name="python3", resources={"metadata": {"path": str(HERE)}})
    client.execute()
    del book.cells[0]
    return book


def figures(cell: Any) -> list[bytes]:
    """PNG files that a cell shows."""
    return [base64.b64decode(output["data"]["image/png"]) for output in cell.get("outputs", [])
            if "image/png" in output.get("data", {})]


def said(cell: Any) -> str:
    """Text that a cell shows, without the places of temporary files."""
    parts = []
    for output in cell.get("outputs", []):
        text = output.get("text") or output.get("data", {}).get("text/plain", "")
        if "image/png" not in output.get("data", {}):
            parts.append(PLACES.sub("...", text.rstrip("\n")))
    return "\n".join(part for part in parts if part and not FIGURE.fullmatch(part))


def page(name: str, book: Any, folder: Path) -> str:
    """The notebook as Markdown; its figures are written beside it."""
    blocks = [f"<!-- Written by analysis/notebooks/render.py from {name}.ipynb; do not edit. -->"]
    number = 0
    for cell in book.cells:
        if cell.cell_type == "markdown":
            blocks.append(cell.source)
            continue
        blocks.append(f"```python\n{cell.source}\n```")
        if text := said(cell):
            blocks.append(f"```text\n{text}\n```")
        for png in figures(cell):
            number += 1
            (folder / f"{name}_{number}.png").write_bytes(png)
            blocks.append(f"![Figure {number}]({name}_{number}.png)")
    return "\n\n".join(blocks) + "\n"


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--into", type=Path)
    parser.add_argument("notebooks", nargs="*", type=Path)
    asked = parser.parse_args()
    os.environ["PYTHONPATH"] = os.pathsep.join([str(PACKAGE), *filter(None, [os.environ.get("PYTHONPATH")])])
    for path in asked.notebooks or sorted(HERE.glob("*.ipynb")):
        try:
            book = executed(path)
        except CellExecutionError as error:
            print(f"{path.name}: {error}", file=sys.stderr)
            return 1
        shown = sum(len(figures(cell)) for cell in book.cells)
        print(f"{path.name}: {len(book.cells)} cells, {shown} figures")
        if asked.into is not None:
            asked.into.mkdir(parents=True, exist_ok=True)
            for old in asked.into.glob(f"{path.stem}_*.png"):
                old.unlink()
            (asked.into / f"{path.stem}.md").write_text(page(path.stem, book, asked.into), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
