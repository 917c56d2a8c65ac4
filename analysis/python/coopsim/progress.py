# SPDX-License-Identifier: Apache-2.0
"""How far a run is: tqdm's bar where there is one, else a line now and then on standard error."""
from __future__ import annotations

import contextlib
import sys
from collections.abc import Iterator
from typing import Any, Protocol


class Bar(Protocol):
    """Shows worlds done of all, and how many have failed."""

    def show(self, done: int, total: int, failed: int) -> None: ...


class Silent:
    """Shows nothing."""

    def show(self, done: int, total: int, failed: int) -> None:
        pass


class Lines:
    """A line at every tenth of the way."""

    def __init__(self, title: str) -> None:
        self._title = title
        self._tenth = -1

    def show(self, done: int, total: int, failed: int) -> None:
        tenth = 10 * done // total if total else 0
        if tenth != self._tenth:
            self._tenth = tenth
            more = f", {failed} failed" if failed else ""
            print(f"{self._title}: {done} of {total} worlds{more}", file=sys.stderr, flush=True)


class Tqdm:
    """tqdm's bar, in notebooks its own widget."""

    def __init__(self, title: str, made: Any) -> None:
        self._made = made(total=0, desc=title, unit="world")

    def show(self, done: int, total: int, failed: int) -> None:
        self._made.total = total
        self._made.n = done
        if failed:
            self._made.set_postfix(failed=failed)
        self._made.refresh()

    def close(self) -> None:
        self._made.close()


@contextlib.contextmanager
def bar(title: str, wanted: bool = True) -> Iterator[Bar]:
    """A bar for one run; nothing where it is not `wanted`."""
    if not wanted:
        yield Silent()
        return
    try:
        from tqdm import tqdm
    except ImportError:
        yield Lines(title)
        return
    shown = Tqdm(title, tqdm)
    try:
        yield shown
    finally:
        shown.close()
