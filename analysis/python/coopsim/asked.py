# SPDX-License-Identifier: Apache-2.0
"""What a caller asks for, held against what there is; said in one sentence where the two do not meet."""
from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

import numpy as np
import pandas as pd
import xarray as xr

from coopsim.errors import NotInResult, WrongArgument
from coopsim.sources import _nearest

AXES = ("design_point", "policy", "replication", "year")  # of a response that is not split


def require_language(lang: str) -> None:
    """Raises WrongArgument for a language that nothing is told in."""
    if lang not in ("en", "ko"):
        raise WrongArgument(f"lang is {lang!r}; it may be 'en' or 'ko'")


def require_policy(path: str, known: Sequence[str], name: str) -> None:
    """Raises NotInResult, which names the nearest."""
    if name not in known:
        raise NotInResult(path, f"has no policy '{name}'{_nearest(name, known)}; it has {', '.join(known)}")


def split_axes(variable: xr.DataArray) -> list[str]:
    """Axes by which a response is split: sector, course and the like."""
    return [str(axis) for axis in variable.dims if axis not in AXES]


def one_part(path: str, variable: xr.DataArray, part: str | None, call: str) -> xr.DataArray:
    """`variable` without its split axis: the part that is asked for, or itself where it is not split.

    `call`: how the reader is told to call, as ``plot.fan``. Raises WrongArgument where a part is wanted and none is
    named or the other way round, NotInResult for a part that there is not.
    """
    axes, name = split_axes(variable), str(variable.name)
    if not axes:
        if part is not None:
            raise WrongArgument(f"part is {part!r}, but '{name}' has no parts; leave it out, or name one of "
                                "result.metrics().splits")
        return variable
    if len(axes) > 1:
        raise WrongArgument(f"'{name}' is split by {' and '.join(axes)}; {call} draws what is split by one at most")
    known = [str(one) for one in variable[axes[0]].values]
    if part is None:
        raise WrongArgument(f"'{name}' is split by {axes[0]}; name the {axes[0]} that {call} shall draw, as "
                            f"{call}(result, '{name}', part='{known[0]}'): {', '.join(known)}")
    if part not in known:
        raise NotInResult(path, f"'{name}' has no {axes[0]} '{part}'{_nearest(part, known)}; it has "
                          f"{', '.join(known)}")
    return variable.isel({axes[0]: known.index(part)})


def part_label(variable: xr.DataArray, lang: str) -> str:
    """What people call the part that :func:`one_part` chose; nothing where there are none."""
    names = [str(name) for name, one in variable.coords.items() if one.ndim == 0 and name not in AXES]
    for name in names:
        if name.endswith((f"_name_{lang}", f"_label_{lang}")):
            return str(variable[name].item())
    own = [name for name in names if not name.endswith(("_en", "_ko"))]
    return str(variable[own[0]].item()) if own else ""


def missing_pairs(values: xr.DataArray, found: pd.DataFrame, takes_against: bool = True) -> str:
    """One sentence on rows of a comparison that have no pair of values, for want of them; else nothing.

    Told are policies without any pair, and parts or years of which one of the two policies has values and the
    other has not. What neither has in some years is no news. `takes_against`: of the call that is made.
    """
    empty = np.asarray(found["pairs"] == 0)
    if not empty.any():
        return ""
    held, names = found["held_against"].tolist(), found.index.get_level_values("policy").tolist()
    own, other = _has_values(values, names), _has_values(values, held)
    whole = pd.Series(empty).groupby(names).transform("all").to_numpy()
    told = empty & (whole | (own != other))
    if not told.any():
        return ""
    lacking = _listed(held, told & ~other)
    if other[told].any():
        lacking = ", ".join(filter(None, (lacking, _listed(names, told & ~own))))
    reason = f"no replication has a value of {lacking}" if lacking else "no replication has values of both"
    rows = "all rows" if told.all() else f"{told.sum()} of {len(told)} rows"
    helps = takes_against and not other[told].any() and own[told].any()
    remedy = "; against= names another policy to compare with" if helps else ""
    return f"{values.name}: no difference to {_listed(held, told)} in {rows}, they are NaN: {reason}{remedy}"


def _listed(names: list[Any], chosen: Any) -> str:
    return ", ".join(f"'{name}'" for name in dict.fromkeys(one for one, at in zip(names, chosen) if at))


def _has_values(values: xr.DataArray, policies: Iterable[Any]) -> Any:
    """Whether any replication has one, row by row: policies one after the other, each with all its cells."""
    axes = [axis for axis in values.dims if axis not in ("policy", "replication")]
    some = values.notnull().any("replication").transpose("policy", *axes)
    cells = some.sizes
    size = int(np.prod([cells[axis] for axis in axes])) if axes else 1
    places = values.indexes["policy"]
    return np.concatenate([np.ravel(some.values[places.get_loc(name)]) for name in list(policies)[::size]])
