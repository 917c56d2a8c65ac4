# SPDX-License-Identifier: Apache-2.0
"""What assumptions do: the tornado of a result with draws, the bars of a sweep's sensitivity."""
from __future__ import annotations

import numpy as np
import pandas as pd
import xarray as xr
from matplotlib.figure import Figure

from coopsim.errors import NotInResult
from coopsim.plot import style
from coopsim.plot.words import say
from coopsim.result import Language, Result
from coopsim.sources import _nearest


def tornado(result: Result, metric: str = "productivity_effect", policy: str | None = None, *, shown: int = 8,
            lang: Language = "en") -> Figure:
    """Which unknowns move a policy's difference most: its mean where each is low and where it is high.

    Needs a result with draws of the unknowns (``run(..., run__draws=100)``): thirds of the draws, all other
    unknowns varying. `policy`: the first that is no baseline, if none is named. Raises NotInResult.
    """
    if "assumptions" not in result.groups:
        raise NotInResult(result.path, "has no draws of the unknowns; run it again with run.draws = 100 or so")
    name = policy or next(str(one) for one in result.policies.index if one != result.baseline)
    _require_in(result, "assumptions", metric, name)
    group = result["assumptions"].sel(response=metric, policy=name)
    low, high = group["difference_where_low"], group["difference_where_high"]
    reach = np.abs(np.nan_to_num((high - low).values))
    order = np.argsort(-reach, kind="stable")[:shown]
    divisor, unit = style.unit(str(group["response_unit"].item()), lang)
    middle = float(group["difference_mean"]) / divisor
    with style.look(lang):
        figure, (axis,) = style.panels(1, width=8.5, height=1.4 + .42 * len(order))
        for at, place in enumerate(order):
            for values, colour, key in ((low, style.POLICIES[2], "where_low"), (high, style.POLICIES[5], "where_high")):
                end = float(values[place]) / divisor
                axis.barh(at, end - middle, left=middle, color=colour, height=.6,
                          label=say(key, lang) if at == 0 else None)
        axis.axvline(middle, color=style.INK, linewidth=1, label=say("all_draws", lang))
        axis.axvline(0, color=style.INK_2, linewidth=.9, linestyle=":")
        names = group[f"unknown_label_{lang}"].values[order]
        grades = group["unknown_grade"].values[order]
        axis.set_yticks(range(len(order)), [f"{one} ({grade})" for one, grade in zip(names, grades)])
        axis.set_ylim(len(order) - .4, -.6)
        axis.tick_params(axis="y", length=0)
        axis.grid(axis="x")
        axis.set_xlabel(unit)
        style.number_ticks(axis.xaxis)
        style.legend_below(axis, 3)
        figure.suptitle(say("tornado", lang, metric=result.label(metric, lang), policy=result.label(name, lang)),
                        x=.01, ha="left")
        draws = result["assumptions"].sizes["draw"]
        axis.set_title(style.explained(say("tornado_bars", lang, draws=draws), unit), fontsize=9, color=style.INK_2)
        return style.finished(figure)


# By what the design allows: kind of figure, its variables with their intervals.
_KINDS = {
    "sobol": (("first_order", "first_order_low", "first_order_high"), ("total_order", "total_order_low",
                                                                       "total_order_high")),
    "morris": (("mu_star", "mu_star_low", "mu_star_high"),),
    "effects": (("main_effect", "", ""),),
}


def sensitivity_table(result: Result, metric: str = "productivity_effect", policy: str | None = None, *,
                      level: bool = False) -> pd.DataFrame:
    """The sweep's figures for one response and policy: a row a factor, the variables of group `sensitivity`.

    `level`: of the policy's own level, instead of its difference to the baseline. In the unit of the
    metric, indices and correlations without one. Raises NotInResult where it is no finished sweep.
    """
    return _chosen(result, metric, policy, level)[0].to_dataframe()[
        [str(name) for name, one in _chosen(result, metric, policy, level)[0].data_vars.items()
         if one.dims == ("factor",)]]


def sensitivity(result: Result, metric: str = "productivity_effect", policy: str | None = None, *,
                level: bool = False, shown: int = 15, lang: Language = "en") -> Figure:
    """A sweep's factors as bars, the most influential first, by what its design allows.

    Saltelli's rows: first-order and total Sobol indices; Morris's trajectories: mu*; else main effects.
    Lines are 95 % intervals. `level`: of the policy's own level, instead of its difference to the baseline.
    Raises NotInResult where it is no finished sweep.
    """
    group, name = _chosen(result, metric, policy, level)
    kind = next((one for one, parts in _KINDS.items() if parts[0][0] in group), None)
    if kind is None:
        raise NotInResult(result.path, "this design gives no figures of sensitivity")
    parts = _KINDS[kind]
    divisor, unit = (1.0, "") if kind == "sobol" else style.unit(str(group["response_unit"].item()), lang)
    size = np.abs(np.nan_to_num(group[parts[-1][0]].values))
    order = np.argsort(-size, kind="stable")[:shown]
    what = say("level" if level else "difference", lang, metric=result.label(metric, lang),
               policy=result.label(name, lang))
    with style.look(lang):
        figure, (axis,) = style.panels(1, width=8.5, height=1.5 + .5 * len(order))
        high = .7 / len(parts)
        for number, (value, low, upper) in enumerate(parts):
            at = np.arange(len(order)) + (number - (len(parts) - 1) / 2) * high
            middle = group[value].values[order] / divisor
            axis.barh(at, middle, height=high * .92, color=style.POLICIES[0 if number == 0 else 5],
                      alpha=.85, label=say(value, lang))
            lines = _interval(group, value, low, upper, order, divisor)
            axis.hlines(at, *lines, color=style.INK, linewidth=1.2)
        axis.axvline(0, color=style.INK_2, linewidth=.9)
        axis.set_yticks(range(len(order)), _factor_names(result, group["factor"].values[order], lang))
        axis.set_ylim(len(order) - .4, -.6)
        axis.tick_params(axis="y", length=0)
        axis.grid(axis="x")
        axis.set_xlabel(say("index", lang) if kind == "sobol" else unit)
        style.number_ticks(axis.xaxis)
        style.legend_below(axis, 2)
        figure.suptitle(say(kind, lang, what=what), x=.01, ha="left")
        axis.set_title(style.explained(say("interval", lang), unit), fontsize=9, color=style.INK_2)
        return style.finished(figure)


def _chosen(result: Result, metric: str, policy: str | None, level: bool) -> tuple[xr.Dataset, str]:
    if "sensitivity" not in result.groups:
        raise NotInResult(result.path, "has no group 'sensitivity': it is no sweep, or one that is not finished")
    name = policy or next(str(one) for one in result.policies.index if one != result.baseline)
    _require_in(result, "sensitivity", metric, name)
    return result["sensitivity"].sel(response=metric, policy=name, of="level" if level else "minus_baseline"), name


def _require_in(result: Result, group: str, metric: str, policy: str) -> None:
    """Raises NotInResult where the group has no such response or policy; many responses are not listed."""
    for axis, value in (("response", metric), ("policy", policy)):
        known = [str(one) for one in result[group][axis].values]
        if value not in known:
            listed = f"; it has {', '.join(known)}" if len(known) <= 20 else ""
            raise NotInResult(result.path, f"group {group} has no {axis} '{value}'{_nearest(value, known)}{listed}")


def _interval(group: xr.Dataset, value: str, low: str, high: str, order: np.ndarray,  # type: ignore[type-arg]
              divisor: float) -> tuple[np.ndarray, np.ndarray]:  # type: ignore[type-arg]
    if low:
        return group[low].values[order] / divisor, group[high].values[order] / divisor
    middle, half = group[value].values[order] / divisor, group[f"{value}_half_width"].values[order] / divisor
    return middle - half, middle + half


def _factor_names(result: Result, factors: np.ndarray, lang: Language) -> list[str]:  # type: ignore[type-arg]
    labels = result.variable("value", "design")[f"factor_label_{lang}"].to_series()
    return [str(labels.get(factor, "")) or str(factor) for factor in factors]
