# SPDX-License-Identifier: Apache-2.0
"""`xr.open_dataset(path, group=..., engine="coopsim")`: as the other engines read it, in a fraction of the time."""
from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import xarray as xr
from xarray.backends import BackendEntrypoint

from coopsim import stored
from coopsim.errors import NotInResult
from coopsim.opening import open_result_file


class CoopsimBackend(BackendEntrypoint):
    """xarray's engine `coopsim`, there when the package is installed."""

    description = "Result files of coopsim"
    open_dataset_parameters = ("filename_or_obj", "drop_variables", "group")

    def open_dataset(self, filename_or_obj: Any, drop_variables: str | Iterable[str] | None = None,
                     group: str | None = None, **others: Any) -> xr.Dataset:
        """A group of a result file; None: the root, which holds attributes only.

        Raises ResultError as `open_result`, NotInResult where there is no such group.
        """
        if others:
            raise TypeError(f"engine coopsim decodes as netCDF says and takes no {', '.join(others)}")
        file = stored.OpenFile(filename_or_obj, open_result_file(filename_or_obj))
        name = (group or "/").strip("/") or "/"
        if name != "/" and name not in file.handle:
            groups = ", ".join(file.handle)
            file.close()
            raise NotInResult(filename_or_obj, f"has no group '{name}'; it has {groups}")
        data = stored.group_dataset(file, name)
        dropped = [drop_variables] if isinstance(drop_variables, str) else list(drop_variables or ())
        data = data.drop_vars([one for one in dropped if one in data.variables])
        data.set_close(file.close)
        return data

    def guess_can_open(self, filename_or_obj: Any) -> bool:
        return False  # never in place of the engines that a user expects
