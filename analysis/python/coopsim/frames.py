# SPDX-License-Identifier: Apache-2.0
"""Variables as tidy pandas tables: one row an observation.

Names are plain texts, not pandas categories: pandas 1.5 (Debian 12) selects wrong rows, without a word, by
``.loc[[...]]`` from an index of several levels made of categories of which some do not occur.
"""
from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np
import pandas as pd
import xarray as xr

Label = Callable[[str], str]


def tidy(data: xr.Dataset, names: Sequence[str]) -> pd.DataFrame:
    """One row a value: the axes, then ``metric``, ``value`` and ``unit``.

    >>> data = xr.Dataset({"x": ("policy", [1.0, 2.0], {"units": "bp"})}, {"policy": ["a", "b"]})
    >>> tidy(data, ["x"]).values.tolist()
    [['a', 'x', 1.0, 'bp'], ['b', 'x', 2.0, 'bp']]
    """
    axes: list[str] = []
    for name in names:
        axes += [str(axis) for axis in data[name].dims if axis not in axes]
    units = [str(data[name].attrs.get("units", "")) for name in names]
    sizes = [data[name].size for name in names]
    columns = {axis: _joined_axis(data, names, sizes, axis) for axis in axes}
    columns["metric"] = _repeated(list(names), sizes)
    columns["value"] = np.concatenate([data[name].values.ravel() for name in names]) if names else np.empty(0)
    columns["unit"] = _repeated(units, sizes)
    return pd.DataFrame(columns)


def wide(data: xr.Dataset, names: Sequence[str]) -> pd.DataFrame:
    """One column a variable, indexed by the axes. REQUIRES: all have the same axes."""
    axes = [str(axis) for axis in data[names[0]].dims]
    index = pd.MultiIndex.from_product([data[axis].values for axis in axes], names=axes)
    return pd.DataFrame({name: data[name].values.ravel() for name in names}, index=index)


def table(data: xr.Dataset, lang: str | None = None) -> pd.DataFrame:
    """A group that is a table already (events, panel): flags by their names, or their labels in `lang`."""
    columns = {}
    for name, column in data.variables.items():
        if "flag_meanings" not in column.attrs:
            columns[str(name)] = column.values
            continue
        if lang is None:
            names = column.attrs["flag_meanings"].split()
        else:
            names = column.attrs[f"flag_labels_{lang}"].split("; ")
        columns[str(name)] = _flags(column.values, np.atleast_1d(column.attrs["flag_values"]), names)
    axis = str(next(iter(data.dims)))
    return pd.DataFrame(columns).set_index(axis)


def _flags(values: np.ndarray, known: np.ndarray, names: list[str]) -> np.ndarray:  # type: ignore[type-arg]
    """The name of each value; None of a value that has none."""
    by_value = np.array([None] * (int(known.max(initial=0)) + 2), dtype=object)  # the last: no name
    by_value[known] = names
    within = (values >= 0) & (values < len(by_value) - 1)
    return np.asarray(by_value[np.where(within, values, -1)])


def _joined_axis(data: xr.Dataset, names: Sequence[str], sizes: list[int], axis: str) -> pd.Series:
    """Labels of one axis, row by row; missing in the rows of variables without it."""
    labels = data[axis].values
    places = []
    for name, size in zip(names, sizes):
        dims = list(data[name].dims)
        if axis not in dims:
            places.append(np.full(size, -1))
            continue
        shape = data[name].shape
        at = dims.index(axis)
        own = np.arange(len(labels)).reshape([-1 if i == at else 1 for i in range(len(dims))])
        places.append(np.broadcast_to(own, shape).ravel())
    codes = np.concatenate(places) if places else np.empty(0, dtype=int)
    if labels.dtype == object:
        return pd.Series(np.array([*labels, None], dtype=object)[codes], dtype=object)  # -1: the last
    column = pd.Series(labels[codes])
    return column if (codes >= 0).all() else column.where(codes >= 0).astype("Int64")


def _repeated(names: list[str], sizes: list[int]) -> np.ndarray:  # type: ignore[type-arg]
    return np.repeat(np.array(names, dtype=object), sizes)
