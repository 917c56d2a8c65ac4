# SPDX-License-Identifier: Apache-2.0
"""Where a result's groups come from: one file, or the finished blocks of a sweep that still runs."""
from __future__ import annotations

import os
from collections.abc import Iterable
from typing import Any, Protocol

import xarray as xr

from coopsim import stored
from coopsim.errors import NotInResult
from coopsim.opening import open_result_file

# As the file's maker orders them; others follow.
ORDER = ("design", "yearly", "total", "summary", "comparison", "assumptions", "worlds", "events", "panel",
         "economics", "sensitivity", "dictionary", "provenance", "execution")
# Groups that a result has only if its scenario asks for them, and how it does.
ON_REQUEST = {
    "events": "a scenario must ask for it, by a table [events] with policies = [\"...\"]",
    "panel": "a scenario must ask for it, by a table [panel] with policies = [\"...\"]",
    "assumptions": "a scenario must ask for it, by draws = 100 or so in its table [run]",
}


class Source(Protocol):
    """What a Result needs of the place it reads from."""

    path: str

    def groups(self) -> tuple[str, ...]: ...

    def attributes(self) -> dict[str, Any]: ...

    def names(self, group: str) -> tuple[str, ...]: ...

    def dataset(self, group: str, only: Iterable[str] | None = None) -> xr.Dataset: ...

    def close(self) -> None: ...


class FileSource:
    """A result file. Raises ResultError as :func:`coopsim.opening.open_result_file`."""

    def __init__(self, path: str | os.PathLike[str]) -> None:
        self._file = stored.OpenFile(path, open_result_file(path))
        self.path = self._file.path
        self._axes: dict[str, stored.Axes] = {}

    def groups(self) -> tuple[str, ...]:
        inside = set(self._file.handle)
        return tuple(name for name in ORDER if name in inside) + tuple(sorted(inside - set(ORDER)))

    def attributes(self) -> dict[str, Any]:
        return stored.attributes(self._file.handle["/"])

    def names(self, group: str) -> tuple[str, ...]:
        """Variables of a group, axes and labels among them. Raises NotInResult."""
        self._require(group)
        return tuple(self._file.handle[group])

    def dataset(self, group: str, only: Iterable[str] | None = None) -> xr.Dataset:
        """Raises NotInResult."""
        self._require(group)
        wanted = None if only is None else list(only)
        for name in wanted or ():
            if name not in self._file.handle[group]:
                raise NotInResult(self.path, f"group {group} has no '{name}'{_nearest(name, self.names(group))}")
        if wanted is not None and group not in self._axes:
            self._axes[group] = stored.axes_of(self._file, group)
        return stored.group_dataset(self._file, group, wanted, self._axes.get(group))

    def close(self) -> None:
        self._file.close()

    def _require(self, group: str) -> None:
        if group not in self._file.handle:
            groups = self.groups()
            hint = f": {ON_REQUEST[group]}" if group in ON_REQUEST else _nearest(group, groups)
            raise NotInResult(self.path, f"has no group '{group}'{hint}; it has {', '.join(groups)}")


def _nearest(name: str, known: Iterable[str]) -> str:
    """ "; did you mean ...?", or nothing; capitals do not matter.

    >>> _nearest("contract", ["contracts", "staff"])
    "; did you mean 'contracts'?"
    >>> _nearest("DANKAI", ["dankai"])
    "; did you mean 'dankai'?"
    """
    import difflib
    by_letters = {one.lower(): one for one in known}
    near = difflib.get_close_matches(name.lower(), list(by_letters), n=1)
    return f"; did you mean '{by_letters[near[0]]}'?" if near else ""
