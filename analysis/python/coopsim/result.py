# SPDX-License-Identifier: Apache-2.0
"""A result, opened: groups as lazy xarray datasets, tables and paired comparisons as pandas."""
from __future__ import annotations

import os
import warnings
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Literal

import numpy as np
import pandas as pd
import xarray as xr

from coopsim import asked, frames, pairing
from coopsim.asked import AXES as _AXES
from coopsim.errors import NotInResult, ResultError, WrongArgument
from coopsim.estimates import Numbers
from coopsim.sources import FileSource, Source

Language = Literal["en", "ko"]
TABLES = ("events", "panel")


class Result(Mapping[str, xr.Dataset]):
    """A result by group: ``result["yearly"]``, ``result.yearly``, ``result["yearly/contracts"]``.

    Groups are xarray datasets whose values are read when they are used; nothing is loaded before.
    Made by :func:`coopsim.open_result`, :func:`coopsim.run` and :func:`coopsim.sweep`; to be closed
    (``with``, or :meth:`close`), though the end of the program does that as well.
    """

    def __init__(self, source: Source) -> None:
        self._source = source
        self._groups: dict[str, xr.Dataset] = {}
        self._variables: dict[tuple[str, str], xr.DataArray] = {}
        self._policies: pd.DataFrame | None = None

    # As a mapping.

    @property
    def path(self) -> str:
        """The file, or the folder of a sweep."""
        return self._source.path

    @property
    def groups(self) -> tuple[str, ...]:
        """Names of the groups, in the file's order."""
        return self._source.groups()

    @property
    def attrs(self) -> dict[str, Any]:
        """What the file says of itself: title, seed, versions, fingerprint and others."""
        return self._source.attributes()

    def __getitem__(self, name: str) -> Any:
        """A group, a Dataset; or "group/variable", a DataArray. Raises NotInResult (a KeyError)."""
        group, _, variable = name.strip("/").partition("/")
        if variable:
            return self.variable(variable, group)
        if group not in self._groups:
            self._groups[group] = self._source.dataset(group)
        return self._groups[group]

    def __iter__(self) -> Iterator[str]:
        return iter(self.groups)

    def __len__(self) -> int:
        return len(self.groups)

    def __getattr__(self, name: str) -> xr.Dataset:
        if name.startswith("_"):  # also asked by pickle, before there is a source
            raise AttributeError(name)
        if name in self._source.groups():
            return self[name]  # type: ignore[no-any-return]
        raise AttributeError(f"a result has no '{name}'; groups of {self.path}: {', '.join(self.groups)}")

    def __dir__(self) -> list[str]:
        return [*super().__dir__(), *self.groups]

    def close(self) -> None:
        """Closes the file; values that were not read before cannot be read any more."""
        self._source.close()

    def __enter__(self) -> Result:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def __repr__(self) -> str:
        about = self.attrs
        lines = [f"<coopsim.Result {self.path}>", f"{about.get('title', '')}"]
        for group in self.groups:
            data = self._groups.get(group)
            sizes = "" if data is None else ", ".join(f"{axis} {size}" for axis, size in data.sizes.items())
            lines.append(f"  {group:<12} {len(self._source.names(group)):>5} variables  {sizes}".rstrip())
        return "\n".join(lines)

    # What it holds.

    def variable(self, name: str, group: str = "yearly") -> xr.DataArray:
        """One variable with its axes and labels, lazily; quicker than its whole group.

        Raises NotInResult (a KeyError), which names the nearest.
        """
        if group in self._groups and name in self._groups[group]:
            return self._groups[group][name]
        if (group, name) not in self._variables:
            self._variables[group, name] = self._source.dataset(group, [name])[name]
        return self._variables[group, name]

    def responses(self, group: str = "yearly") -> list[str]:
        """Names of the responses that are not split by sector, course and the like, in the file's order."""
        if "dictionary" not in self.groups:
            return [str(name) for name in self[group].data_vars if set(self[group][name].dims) <= set(_AXES)]
        rows = self["dictionary"]
        return [str(name) for name, place, axes in zip(rows["id"].values, rows["group"].values,
                                                       rows["dimensions"].values)
                if place == group and {"policy", "replication"} <= set(axes.split(", ")) <= set(_AXES)]

    def metrics(self) -> pd.DataFrame:
        """The responses of this result, one a row: ``label_en``, ``label_ko``, ``unit``, ``meaning``, ``total``
        (how years make a total: sum, mean or last), ``missing``, ``splits`` (the variables of its parts).

        Other than :func:`coopsim.metrics`, which asks the program.
        """
        whole = self.responses()
        names = self._source.names("yearly")
        rows = []
        for name in whole:
            attrs = self.variable(name).attrs
            rows.append({"metric": name, "label_en": attrs.get("long_name", name),
                         "label_ko": attrs.get("long_name_ko", name), "unit": attrs.get("units", ""),
                         "meaning": attrs.get("description", ""), "total": attrs.get("total", ""),
                         "missing": attrs.get("missing", ""),
                         "splits": [one for one in names if one.startswith(name + "_by_")]})
        return pd.DataFrame(rows).set_index("metric") if rows else pd.DataFrame()

    @property
    def policies(self) -> pd.DataFrame:
        """One row a policy: ``label_en``, ``label_ko``, ``baseline``, ``stress``, ``held_against``.

        ``held_against`` is the policy that it is compared with: the baseline, of stress cases the policy
        that is put under stress.
        """
        if self._policies is None:
            self._policies = self._told_policies()
        return self._policies.copy()

    def _told_policies(self) -> pd.DataFrame:
        axis = self._source.dataset("yearly", ["policy"])
        names = [str(one) for one in axis["policy"].values]
        rows = pd.DataFrame(index=pd.Index(names, name="policy"))
        for column in ("label_en", "label_ko"):
            rows[column] = axis[f"policy_{column}"].values if f"policy_{column}" in axis else names
        for column in ("baseline", "stress"):
            rows[column] = axis[f"policy_{column}"].values.astype(bool) if f"policy_{column}" in axis else False
        rows["held_against"] = self.baseline_of(rows)
        if "comparison" in self.groups:
            rows["held_against"] = self._source.dataset("comparison", ["held_against"])["held_against"].values
        return rows

    @staticmethod
    def baseline_of(policies: pd.DataFrame) -> str:
        """The baseline's name; the first policy where none is marked."""
        marked = policies.index[policies["baseline"]]
        return str(marked[0] if len(marked) else policies.index[0])

    @property
    def baseline(self) -> str:
        """Name of the policy that all others are compared with."""
        return self.baseline_of(self.policies)

    @property
    def scenario(self) -> str:
        """The whole effective scenario, as TOML."""
        return str(self.variable("scenario", "provenance").item())

    def label(self, name: str, lang: Language = "en") -> str:
        """What people call a policy or a response, else the name itself. Raises WrongArgument for another `lang`."""
        asked.require_language(lang)
        policies = self.policies
        if name in policies.index:
            return str(policies.loc[name, f"label_{lang}"])
        if name in self._source.names("yearly"):
            attrs = self.variable(name).attrs
            return str(attrs.get("long_name" if lang == "en" else "long_name_ko", name))
        return name

    # Tables.

    def to_frame(self, *metrics: str, group: str = "yearly", wide: bool = False,
                 lang: Language | None = None) -> pd.DataFrame:
        """A tidy table: one row a policy, replication, year and metric, with ``value`` and ``unit``.

        `metrics`: names of variables of `group` (all responses that are not split, if none is named; of
        other groups all variables of numbers). Variables that are split have further columns. `wide`: one
        column a metric instead, indexed by the axes. `lang`: further columns with labels, ``policy_label``
        and ``metric_label``. Groups ``events`` and ``panel`` are tables as they are; flags become
        their names, or their labels where `lang` is given.

        Values are in the unit of the row, NaN where nothing was observed. Raises NotInResult; WrongArgument
        where `wide` is asked of variables with different axes, and for another `lang`.
        """
        if lang is not None:
            asked.require_language(lang)
        if group in TABLES:
            found = frames.table(self[group], lang)
            return found[list(metrics)] if metrics else found
        names = list(metrics) or self._numbers(group)
        data = self[group] if group in self._groups else self._source.dataset(group, names)
        if wide:
            if len({data[name].dims for name in names}) != 1:
                raise WrongArgument("wide=True needs variables with the same axes; "
                                    + ", ".join(f"{name} {data[name].dims}" for name in names))
            return frames.wide(data, names)
        rows = frames.tidy(data, names)
        return rows if lang is None else self._with_labels(rows, lang)

    def _numbers(self, group: str) -> list[str]:
        if group in ("yearly", "total"):
            return self.responses(group)
        return [str(name) for name, one in self[group].data_vars.items() if one.dtype.kind in "fi"]

    def _with_labels(self, rows: pd.DataFrame, lang: Language) -> pd.DataFrame:
        for column in ("policy", "metric"):
            if column in rows:
                names = {name: self.label(name, lang) for name in rows[column].unique()}
                rows[f"{column}_label"] = rows[column].map(names)
        return rows

    # Comparisons.

    def differences(self, metric: str, policy: str, *, against: str | None = None,
                    years: bool = False) -> xr.DataArray:
        """Policy less the one it is held against, replication by replication, in the metric's unit.

        Over the policy period (replication), or, with `years`, (replication, year); split variables and
        sweeps have their further axes. `against`: another policy than ``policies.held_against``.
        Raises NotInResult.
        """
        values = self._values(metric, years)
        self._require_policy(policy)
        other = against or str(self.policies.loc[policy, "held_against"])
        self._require_policy(other)
        made: xr.DataArray = values.sel(policy=policy, drop=True) - values.sel(policy=other, drop=True)
        named: xr.DataArray = made.assign_attrs(values.attrs).rename(f"{metric}_{policy}_minus_{other}")
        return named

    def paired(self, metric: str, policy: str | Sequence[str] | None = None, *, against: str | None = None,
               years: bool = False, confidence: float = .95) -> pd.DataFrame:
        """Policies against the one each is held against, paired by replication: as ``coopsim compare``.

        One row a policy (all but the baseline, if none is named), and a further level of the index for
        years (with `years`), sectors and the like. Columns: ``held_against``, then those of
        :func:`coopsim.pairing.compare_pairs`, in the metric's unit (``attrs["unit"]``). Simultaneous
        intervals hold for all policies of the study together, stress cases left out, whichever are named.

        Raises NotInResult for an unknown metric or policy. Warns where rows are NaN because a policy has no value
        in any replication, as a gain over the baseline has none of the baseline itself.
        """
        values = self._values(metric, years).compute()
        found = self._paired(values, policy, against, confidence)
        if said := asked.missing_pairs(values, found):
            warnings.warn(said, stacklevel=2)
        return found

    def _paired(self, values: xr.DataArray, policy: str | Sequence[str] | None, against: str | None,
                confidence: float = .95) -> pd.DataFrame:
        known = self.policies
        base = against or self.baseline_of(known)
        names = [policy] if isinstance(policy, str) else list(policy) if policy is not None else [
            str(name) for name in known.index if name != base]
        for name in [*names, *([against] if against else [])]:
            self._require_policy(name)
        comparisons = int((~known["stress"] & (known.index != base)).sum())
        held, parts = [], []
        for name in names:
            held.append(against or str(known.loc[name, "held_against"]))
            shared = 1 if known.loc[name, "stress"] else max(comparisons, 1)
            parts.append(_compared(values, name, held[-1], shared, confidence))
        found = _as_rows(values, names, held, parts)
        found.attrs = {"metric": str(values.name), "unit": str(values.attrs.get("units", "")), "confidence": confidence}
        return found

    def _values(self, metric: str, years: bool) -> xr.DataArray:
        group = "yearly" if years else "total"
        if group not in self.groups:
            raise NotInResult(self.path, f"has no group '{group}' yet: the sweep still runs; use years=True")
        values = self.variable(metric, group)
        if not {"policy", "replication"} <= set(values.dims):
            raise NotInResult(self.path, f"'{metric}' is no response: it has the axes {values.dims}")
        return values

    def _require_policy(self, name: str) -> None:
        asked.require_policy(self.path, [str(one) for one in self.policies.index], name)


def _compared(values: xr.DataArray, name: str, other: str, comparisons: int,
              confidence: float) -> dict[str, Numbers]:
    places = values.indexes["policy"]
    ordered = values.variable.transpose("policy", "replication", ...)
    a, b = (np.asarray(ordered[places.get_loc(one)].values, float) for one in (name, other))
    return pairing.compare_pairs(a, b, comparisons, confidence)


def _as_rows(values: xr.DataArray, names: list[str], held: list[str], parts: list[dict[str, Numbers]]) -> pd.DataFrame:
    """A row a policy and cell; nothing but columns where no policy is named."""
    axes = [str(axis) for axis in values.dims if axis not in ("policy", "replication")]
    labels = [values.indexes[axis] for axis in axes]
    index = pd.MultiIndex.from_product([names, *labels], names=["policy", *axes]) if axes else pd.Index(
        names, name="policy", dtype=object)
    cells = len(index) // max(len(names), 1)
    columns: dict[str, Any] = {"held_against": np.repeat(np.array(held, dtype=object), cells)}
    for column in pairing.COLUMNS:
        flat = np.concatenate([np.ravel(part[column]) for part in parts]) if parts else np.empty(0)
        columns[column] = flat.astype(np.int64) if column in ("pairs", "left_out") else flat
    return pd.DataFrame(columns, index=index)


def open_result(path: str | os.PathLike[str]) -> Result:
    """Opens a result file, or the folder of a sweep, also one that still runs.

    A sweep that is not finished shows what is: group ``yearly`` of the finished blocks, NaN where a block
    is still to come; open it again to see more. Nothing is loaded before it is used.

    Raises :class:`coopsim.ResultError` for a file that is missing, empty, cut off, of something else,
    of an older or a newer format, still being written or damaged; its message says what to do.
    """
    if os.path.isdir(path):
        from coopsim.sweep_folder import sweep_source
        return Result(sweep_source(path))
    return Result(FileSource(path))


__all__ = ["Language", "Result", "ResultError", "open_result"]
