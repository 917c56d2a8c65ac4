# SPDX-License-Identifier: Apache-2.0
"""Variables of a result file as lazy xarray variables.

xarray's own engines look at every variable of a file (netcdf4: a second) or search the whole file for
the name of every axis (Debian's h5netcdf: 40 s for a group of 300 variables). These look at what is asked for.
"""
from __future__ import annotations

import os
from collections.abc import Iterable
from typing import Any

import h5py
import numpy as np
import xarray as xr
from xarray.backends import BackendArray
from xarray.core import indexing

from coopsim.errors import ResultError
from coopsim.opening import damaged, open_hdf5, text

# Attributes by which HDF5 and netCDF keep house.
_HOUSEKEEPING = {"CLASS", "NAME", "DIMENSION_LIST", "REFERENCE_LIST", "_Netcdf4Dimid", "_Netcdf4Coordinates",
                 "_NCProperties", "_nc3_strict"}
_DAYS = "days since "


class OpenFile:
    """An HDF5 file that lazy variables share; opened again where they are unpickled."""

    def __init__(self, path: str | os.PathLike[str], handle: h5py.File | None = None) -> None:
        self.path = os.fspath(path)
        self._handle = open_hdf5(self.path) if handle is None else handle

    @property
    def handle(self) -> h5py.File:
        """Raises ResultError (``closed``) after :meth:`close`."""
        if not self._handle:
            raise ResultError(self.path, "closed", "was closed; open it again, or load what you need before closing")
        return self._handle

    def close(self) -> None:
        self._handle.close()

    def __reduce__(self) -> tuple[type[OpenFile], tuple[str]]:
        return OpenFile, (self.path,)


def attributes(thing: Any) -> dict[str, Any]:
    """Those of a variable or group, texts as ``str``, without HDF5's housekeeping."""
    found = {}
    ordered = thing.id.get_create_plist().get_attr_creation_order() & h5py.h5p.CRT_ORDER_INDEXED
    order = h5py.h5.INDEX_CRT_ORDER if ordered else h5py.h5.INDEX_NAME
    for place in range(h5py.h5a.get_num_attrs(thing.id)):
        attribute = h5py.h5a.open(thing.id, index=place, index_type=order)
        name = text(attribute.name)
        if name not in _HOUSEKEEPING:
            found[name] = _short_text(attribute) if _is_short_text(attribute) else _other(thing.attrs[name])
    return found


def _is_short_text(attribute: Any) -> bool:
    """A single text of fixed length, as nearly all are: read without h5py's detours."""
    kind = attribute.get_type()
    return kind.get_class() == h5py.h5t.STRING and not kind.is_variable_str() and attribute.shape == ()


def _short_text(attribute: Any) -> str:
    value = np.empty((), dtype=attribute.dtype)
    attribute.read(value)
    return text(bytes(value[()]))


def _other(value: Any) -> Any:
    return text(value) if isinstance(value, (bytes, str)) else value


def dimensions(dataset: h5py.Dataset) -> tuple[str, ...]:
    """Names of the axes. Not by ``dim[0].name``, for which HDF5 searches the whole file."""
    if h5py.h5ds.is_scale(dataset.id):
        return (dataset.name.rsplit("/", 1)[-1],)
    return tuple(text(h5py.h5ds.iterate(dataset.id, axis, h5py.h5ds.get_scale_name, 0))
                 for axis in range(dataset.id.rank))


class StoredArray(BackendArray):
    """Values of one HDF5 dataset, read when they are asked for."""

    def __init__(self, file: OpenFile, name: str, dataset: h5py.Dataset, days_since: str | None) -> None:
        self._file, self._name = file, name
        self._text = h5py.check_string_dtype(dataset.dtype) is not None
        self._days_since = days_since
        self._missing_day = dataset.attrs.get("_FillValue") if days_since is not None else None
        self.shape = dataset.shape
        if days_since is not None:
            self.dtype = np.dtype("datetime64[ns]")
        else:
            self.dtype = np.dtype(object) if self._text else dataset.dtype

    def __getitem__(self, key: indexing.ExplicitIndexer) -> Any:
        return indexing.explicit_indexing_adapter(key, self.shape, indexing.IndexingSupport.OUTER_1VECTOR, self._read)

    def __deepcopy__(self, memo: dict[int, Any]) -> StoredArray:
        return self  # nothing in it changes

    def _read(self, key: tuple[Any, ...]) -> Any:
        handle = self._file.handle
        try:
            dataset = handle[self._name]
            values = dataset.asstr()[key] if self._text else dataset[key]
        except (OSError, ValueError, KeyError, RuntimeError, UnicodeDecodeError) as error:
            raise damaged(self._file.path, error) from error
        return values if self._days_since is None else self._dates(np.asarray(values))

    def _dates(self, days: np.ndarray[Any, np.dtype[Any]]) -> np.ndarray[Any, np.dtype[Any]]:
        dates = np.datetime64(self._days_since, "D") + days.astype("timedelta64[D]")
        dates = np.where(days == self._missing_day, np.datetime64("NaT", "D"), dates)
        return dates.astype("datetime64[ns]")


def variable(file: OpenFile, group: str, name: str) -> xr.Variable:
    """One variable, lazy. Raises ResultError (``damaged``) for what no result file holds."""
    path = f"{group}/{name}"
    try:
        dataset = file.handle[path]
        _refuse_foreign_storage(dataset)
        attrs = attributes(dataset)
        encoding: dict[str, Any] = {}
        days_since = None
        if str(attrs.get("units", "")).startswith(_DAYS):
            encoding = {"units": attrs.pop("units"), "calendar": attrs.pop("calendar", "proleptic_gregorian")}
            days_since = encoding["units"].removeprefix(_DAYS)
        if "_FillValue" in attrs:
            encoding["_FillValue"] = attrs.pop("_FillValue")
        array = StoredArray(file, path, dataset, days_since)
        lazy = indexing.LazilyIndexedArray(array)  # type: ignore[no-untyped-call]
        return xr.Variable(dimensions(dataset), lazy, attrs, encoding)  # type: ignore[no-untyped-call]
    except ResultError:
        raise
    except Exception as error:  # h5py raises nearly anything on a damaged file
        raise damaged(file.path, error) from error


Axes = dict[str, xr.Variable]  # axes and labels of a group, by name, already read


def group_dataset(file: OpenFile, group: str, only: Iterable[str] | None = None,
                  axes: Axes | None = None) -> xr.Dataset:
    """A group as a dataset of lazy variables; `only`: these, with the axes and labels that belong to them.

    `axes`: those of this group, if :func:`axes_of` has been asked before. Raises ResultError (``damaged``).
    """
    inside = file.handle[group]
    attrs = attributes(inside)
    labels = str(attrs.pop("coordinates", "")).split()
    if only is None:
        variables = {name: variable(file, group, name) for name in inside if _is_variable(inside, name)}
        labels = [name for name in labels if name in variables]
    else:
        known = axes_of(file, group) if axes is None else axes
        variables = {name: known[name] if name in known else variable(file, group, name) for name in only}
        used = {str(axis) for one in variables.values() for axis in one.dims}
        variables |= {name: one for name, one in known.items() if set(one.dims) <= used}
        labels = [name for name in labels if name in variables]
    coordinates = set(labels) | {axis for one in variables.values() for axis in one.dims}
    made = xr.Dataset({name: value for name, value in variables.items() if name not in coordinates},
                      {name: value for name, value in variables.items() if name in coordinates}, attrs)
    # What has been read stays in memory, as with xarray's own engines; copies share it until one changes.
    for name, one in made.variables.items():
        if name not in made.indexes and not isinstance(one._data, np.ndarray):
            shared = indexing.CopyOnWriteArray(one._data)  # type: ignore[no-untyped-call]
            one.data = indexing.MemoryCachedArray(shared)  # type: ignore[no-untyped-call]
    return made


def _is_variable(group: h5py.Group, name: str) -> bool:
    """A dataset of this file; links to elsewhere are none of ours."""
    link = group.id.links.get_info(name.encode())
    return bool(link.type == h5py.h5l.TYPE_HARD
                and h5py.h5o.get_info(group.id, name.encode()).type == h5py.h5o.TYPE_DATASET)


def axes_of(file: OpenFile, group: str) -> Axes:
    """Axes and labels of a group, read. Raises ResultError (``damaged``)."""
    inside = file.handle[group]
    names = set(attributes(inside).get("coordinates", "").split())
    names |= {name for name in inside if _is_variable(inside, name) and h5py.h5ds.is_scale(inside[name].id)}
    found = {name: variable(file, group, name) for name in inside if name in names}
    return {name: one.load() for name, one in found.items()}  # type: ignore[no-untyped-call]


def _refuse_foreign_storage(dataset: h5py.Dataset) -> None:
    """A result keeps its numbers in itself; one that points to other files is none of ours."""
    made = dataset.id.get_create_plist()
    if made.get_layout() == h5py.h5d.VIRTUAL or made.get_external_count() > 0:
        raise ValueError(f"{dataset.name} keeps its values in another file")
