# SPDX-License-Identifier: Apache-2.0
"""Responses over the years: fans, and where each year's money goes."""
from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pandas as pd
import xarray as xr
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from coopsim import asked
from coopsim.errors import NotInResult
from coopsim.estimates import quantiles
from coopsim.plot import style
from coopsim.plot.choosing import chosen
from coopsim.plot.words import say
from coopsim.result import Language, Result


def fan(result: Result, metric: str, policies: Sequence[str] | None = None, *, lang: Language = "en",
        together: bool = True, part: str | None = None) -> Figure:
    """A response over the years: median, half and nine tenths of the replications (of a sweep: and points).

    `policies`: these, in this order; the first three if none is named. `together`: in one panel, else one
    each. `part`: of a response that is split, the sector, course or the like to draw. The vertical line is
    where policies start to differ; years before in which all of them are alike are grey.
    Raises NotInResult; WrongArgument for a split response without `part`.
    """
    names = chosen(result, policies, most=3)
    shades = style.colours(result)
    variable = asked.one_part(result.path, result.variable(metric), part, "plot.fan")
    years = variable["year"].values
    found = {name: _bands(result, variable, name) for name in names}
    if all(np.isnan(one).all() for one in found.values()):
        raise NotInResult(result.path, f"'{metric}' has no value in any year under {', '.join(names)}")
    past = _shared_past(result, list(found.values()), years)
    divisor, unit = style.unit(str(variable.attrs.get("units", "")), lang)
    with style.look(lang):
        figure, axes = style.panels(1 if together else len(names), across=1 if together else min(2, len(names)),
                                    width=8 if together else 10, share="none" if together else "all")
        for at, name in enumerate(names):
            axis = axes[0 if together else at]
            bands = found[name] / divisor
            if past > 0 and (at == 0 or not together):
                _draw(axis, years[:past], bands[:, :past], style.PAST, say("past", lang))
            since = max(past - 1, 0)  # from the last year in common on, so that nothing is left out between
            _draw(axis, years[since:], bands[:, since:], shades[name], result.label(name, lang))
            if not together:
                axis.set_title(result.label(name, lang), fontsize=10)
        for axis in axes:
            axis.grid(axis="y")
            style.number_ticks(axis.yaxis, 8)
            _mark_start(result, axis, int(variable["year"].max()), lang)
        if together:
            axes[0].legend(loc="upper left")
        of_part = asked.part_label(variable, lang) if part is not None else ""
        title = f"{result.label(metric, lang)}: {of_part}" if of_part else result.label(metric, lang)
        figure.suptitle(style.labelled(title, unit), x=.01, ha="left")
        points = variable.sizes.get("design_point", 0)
        caption = say("fan_bands_points", lang, points=points) if points else say("fan_bands", lang)
        figure.supxlabel(style.explained(caption, unit), x=.01, ha="left", fontsize=9, color=style.INK_2)
        return style.finished(figure)


def _draw(axis: Axes, years: np.ndarray, bands: np.ndarray, colour: str, label: str) -> None:  # type: ignore[type-arg]
    low, quarter, middle, upper, high = bands
    axis.fill_between(years, low, high, color=colour, alpha=.13, linewidth=0)
    axis.fill_between(years, quarter, upper, color=colour, alpha=.25, linewidth=0)
    axis.plot(years, middle, color=colour, linewidth=2, label=label)


def _shared_past(result: Result, bands: list[np.ndarray], years: np.ndarray) -> int:  # type: ignore[type-arg]
    """How many of the first years lie before policies start and are alike under several policies."""
    start = pd.to_datetime(result.attrs.get("policies_start", ""), errors="coerce")
    if start is pd.NaT or len(bands) < 2:
        return 0
    before = int((years < start.year).sum())
    return before if all(np.array_equal(one[:, :before], bands[0][:, :before], equal_nan=True) for one in bands) else 0


def _bands(result: Result, variable: xr.DataArray, policy: str) -> np.ndarray:  # type: ignore[type-arg]
    """5, 25, 50, 75 and 95 % by year: those of the file, or of the replications where it has none."""
    wanted = ["q05", "q25", "q50", "q75", "q95"]
    if "summary" in result.groups:
        try:
            kept = result.variable(str(variable.name), "summary")
            if set(kept.dims) == {"statistic", "policy", "year"}:
                return np.asarray(kept.sel(policy=policy, statistic=wanted).values)
        except NotInResult:
            pass
    values = variable.sel(policy=policy).transpose(..., "year")
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
    names = chosen(result, policies, most=2)
    parts = {"spent": "budget_spent", "carried": "budget_carried_over", "lapsed": "budget_lapsed", "cut": "budget_cut"}
    shades = {"spent": style.INK_2, "carried": "#a7afbc", "lapsed": style.UNSURE, "cut": style.LOSS}
    divisor, unit = style.unit(str(result.variable("budget_spent").attrs.get("units", "")), lang)
    with style.look(lang):
        figure, axes = style.panels(len(names), across=min(2, len(names)), width=10, height=4.4, share="all")
        highest = 0.0
        for axis, name in zip(axes, names):
            years = result.variable("budget_spent")["year"].values
            below = np.zeros(len(years))
            had = _mean(result, "budget_appropriated", name) / divisor
            committed = _mean(result, "budget_committed", name) / divisor
            for part, metric in parts.items():
                values = _mean(result, metric, name) / divisor
                axis.bar(years, values, bottom=below, color=shades[part], label=say(part, lang), width=.8,
                         edgecolor=style.INK_2, linewidth=.4)
                below = below + values
            axis.scatter(years, had, marker="_", s=60, zorder=3,
                         color=style.LOSS, label=say("appropriated", lang))
            axis.scatter(years, committed, marker="o", s=14, zorder=3,
                         facecolors="none", edgecolors=style.POLICIES[0], label=say("committed", lang))
            axis.set_title(result.label(name, lang), fontsize=10)
            axis.grid(axis="y")
            highest = max(highest, *(float(np.nanmax(one, initial=0)) for one in (below, had, committed)))
        axes[0].set_ylim(0, 1.1 * highest or 1)  # room above the highest bar, ring and tick
        style.number_ticks(axes[0].yaxis)
        style.legend_below(axes[0], 3)
        figure.suptitle(style.labelled(say("budget", lang), unit), x=.01, ha="left")
        return style.finished(figure)


def _mean(result: Result, metric: str, policy: str) -> np.ndarray:  # type: ignore[type-arg]
    values = result.variable(metric).sel(policy=policy)
    return np.asarray(values.mean([axis for axis in values.dims if axis != "year"]).values)
