# SPDX-License-Identifier: Apache-2.0
"""Which policies a plot draws, and of which comparisons there is something to draw."""
from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from coopsim import asked
from coopsim.errors import NotInResult, WrongArgument
from coopsim.result import Result


def chosen(result: Result, policies: Sequence[str] | str | None, most: int) -> list[str]:
    """Those named, else the first `most`. Raises NotInResult for one that there is not; WrongArgument for none."""
    known = [str(one) for one in result.policies.index]
    if policies is None:
        return known[:most]
    names = [policies] if isinstance(policies, str) else list(policies)
    if not names:
        raise WrongArgument(f"policies is empty; name some of {', '.join(known)}, or leave it out")
    for name in names:
        asked.require_policy(result.path, known, name)
    return names


def compared(result: Result, metric: str, policies: Sequence[str] | str | None, against: str | None, part: str | None,
             call: str, takes_against: bool = True) -> pd.DataFrame:
    """``result.paired`` by policy alone, of one part where the response is split. Raises NotInResult where no row has
    a difference; WrongArgument for a sweep, for a split response without `part` and for a policy against itself.
    """
    refuse_sweep(result, call)
    values = asked.one_part(result.path, result._values(metric, False), part, call)
    refuse_itself(result, chosen(result, policies, most=0), against, takes_against)
    found = result._paired(values.compute(), policies, against)
    refuse_nothing(result, asked.missing_pairs(values, found, takes_against), found)
    return found


def refuse_itself(result: Result, policies: Sequence[str], against: str | None, takes_against: bool = True) -> None:
    """Raises WrongArgument for a policy that is held against itself, as the baseline is."""
    held = result.policies["held_against"]
    for name in policies:
        if name == (against or held[name]):
            raise WrongArgument(f"'{name}' cannot be compared with itself; leave it out of the policies"
                                + ("" if against or not takes_against else ", or name another one by against="))


def refuse_nothing(result: Result, said: str, found: pd.DataFrame) -> None:
    """Raises NotInResult where no row has a pair of values, or where there is no row."""
    if not len(found):
        raise NotInResult(result.path, "has no policy but the one that others are held against: nothing to compare")
    if (found["pairs"] == 0).all():
        raise NotInResult(result.path, said)


def refuse_sweep(result: Result, call: str) -> None:
    """Raises WrongArgument for a sweep, where a difference has a value at every design point."""
    whole = result.variable(result.responses()[0])
    if "design_point" in whole.dims:
        points = whole.sizes["design_point"]
        raise WrongArgument(f"{result.path}: is a sweep of {points} design points, and {call} draws one result; "
                            "plot.sensitivity draws what factors do, result.paired(...) has the differences point by "
                            "point")
