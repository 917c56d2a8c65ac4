# SPDX-License-Identifier: Apache-2.0
"""Responses over the years: fans, and where each year's money goes."""
from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from coopsim.errors import NotInResult
from coopsim.estimates import quantiles
from coopsim.plot import style
from coopsim.plot.words import say
from coopsim.result import Language, Result


def fan(result: Result, metric: str, policies: Sequence[str] | None = None, *, lang: Language = "en",
        together: bool = True) -> Figure:
    """A response over the years: median, half and nine tenths of the replications (of a sweep: and points).

    `policies`: these, in this order; the first three if none is named. `together`: in one panel, else one
    each. The vertical line is where policies start to differ. Raises NotInResult.
    """
    names = list(policies) if policies is not None else [str(one) for one in result.policies.index[:3]]
    shades = style.colours(result)
    variable = result.variable(metric)
    divisor, unit = style.unit(str(variable.attrs.get("units", "")), lang)
    with style.look(lang):
        figure, axes = style.panels(1 if together else len(names), across=1 if together else min(2, len(names)),
                                    width=8 if together else 10, share="none" if together else "all")
        for at, name in enumerate(names):
            axis = axes[0 if together else at]
            low, quarter, middle, upper, high = _bands(result, metric, name) / divisor
            years = variable["year"].values
            axis.fill_between(years, low, high, color=shades[name], alpha=.13, linewidth=0)
            axis.fill_between(years, quarter, upper, color=shades[name], alpha=.25, linewidth=0)
            axis.plot(years, middle, color=shades[name], linewidth=2, label=result.label(name, lang))
            if not together:
                axis.set_title(result.label(name, lang), fontsize=10)
        for axis in axes:
            axis.grid(axis="y")
            _mark_start(result, axis, int(variable["year"].max()), lang)
        if together:
            axes[0].legend(loc="upper left")
        figure.suptitle(style.labelled(result.label(metric, lang), unit), x=.01, ha="left")
        figure.supxlabel(say("fan_bands", lang), x=.01, ha="left", fontsize=9, color=style.INK_2)
        return style.finished(figure)


def _bands(result: Result, metric: str, policy: str) -> np.ndarray:  # type: ignore[type-arg]
    """5, 25, 50, 75 and 95 % by year: those of the file, or of the replications where it has none."""
    wanted = ["q05", "q25", "q50", "q75", "q95"]
    if "summary" in result.groups:
        try:
            kept = result.variable(metric, "summary")
            if set(kept.dims) == {"statistic", "policy", "year"}:
                return np.asarray(kept.sel(policy=policy, statistic=wanted).values)
        except NotInResult:
            pass
    values = result.variable(metric).sel(policy=policy).transpose(..., "year")
    return quantiles(np.asarray(values.values, float).reshape(-1, values.sizes["year"]))


def _mark_start(result: Result, axis: Axes, last: int, lang: Language) -> None:
    start = pd.to_datetime(result.attrs.get("policies_start", ""), errors="coerce")
    if start is pd.NaT or start.year > last:
        return
    at = start.year - .5  # responses of a year stand at its number
    axis.axvline(at, color=style.INK_2, linewidth=.8, linestyle=":")
    axis.annotate(say("start", lang), (at, 1), xycoords=("data", "axes fraction"), xytext=(4, -2),
                  textcoords="offset points", va="top", fontsize=8, color=style.INK_2)


def budget_flow(result: Result, policies: Sequence[str] | None = None, *, lang: Language = "en") -> Figure:
    """What became of each year's money: paid, left over, lapsed and cut, stacked; appropriations as a tick,
    commitments as a ring. Means over replications; a panel a policy (the first two if none is named).

    A bar is as high as what the year had: its appropriations and what the year before left. Raises NotInResult.
    """
    names = list(policies) if policies is not None else [str(one) for one in result.policies.index[:2]]
    parts = {"spent": "budget_spent", "carried": "budget_carried_over", "lapsed": "budget_lapsed", "cut": "budget_cut"}
    shades = {"spent": style.INK_2, "carried": "#a7afbc", "lapsed": style.UNSURE, "cut": style.LOSS}
    divisor, unit = style.unit(str(result.variable("budget_spent").attrs.get("units", "")), lang)
    with style.look(lang):
        figure, axes = style.panels(len(names), across=min(2, len(names)), width=10, height=4.4, share="all")
        for axis, name in zip(axes, names):
            years = result.variable("budget_spent")["year"].values
            below = np.zeros(len(years))
            for part, metric in parts.items():
                values = _mean(result, metric, name) / divisor
                axis.bar(years, values, bottom=below, color=shades[part], label=say(part, lang), width=.8,
                         edgecolor=style.INK_2, linewidth=.4)
                below = below + values
            axis.scatter(years, _mean(result, "budget_appropriated", name) / divisor, marker="_", s=60, zorder=3,
                         color=style.LOSS, label=say("appropriated", lang))
            axis.scatter(years, _mean(result, "budget_committed", name) / divisor, marker="o", s=14, zorder=3,
                         facecolors="none", edgecolors=style.POLICIES[0], label=say("committed", lang))
            axis.set_title(result.label(name, lang), fontsize=10)
            axis.grid(axis="y")
        style.legend_below(axes[0], 3)
        figure.suptitle(style.labelled(say("budget", lang), unit), x=.01, ha="left")
        return style.finished(figure)


def _mean(result: Result, metric: str, policy: str) -> np.ndarray:  # type: ignore[type-arg]
    values = result.variable(metric).sel(policy=policy)
    return np.asarray(values.mean([axis for axis in values.dims if axis != "year"]).values)
