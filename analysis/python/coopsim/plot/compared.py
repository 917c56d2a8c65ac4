# SPDX-License-Identifier: Apache-2.0
"""Policies against each other: differences as a forest, regions as tiles, steps as a funnel."""
from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Literal

import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import FancyBboxPatch

from coopsim import asked
from coopsim.errors import WrongArgument
from coopsim.plot import style
from coopsim.plot.choosing import chosen, compared, refuse_itself, refuse_nothing, refuse_sweep
from coopsim.plot.words import say
from coopsim.result import Language, Result

# Column and row of the regions that scenarios have; others follow in lines of two.
_PLACES = {"capital": (0, 0), "daejeon": (0, 1), "daegu": (1, 1), "other": (0, 2), "busan": (1, 2)}


def forest(result: Result, metric: str, policies: Sequence[str] | None = None, *, against: str | None = None,
           lang: Language = "en", part: str | None = None) -> Figure:
    """Each policy's difference with the interval that holds for all of them together.

    Filled: the interval leaves zero out; hollow: it holds zero. `policies`: all but the baseline, if none
    is named. `against`: another policy than the one each is held against. `part`: of a response that is
    split, the sector, course or the like to draw. Raises NotInResult, also where no policy has a difference;
    WrongArgument for a split response without `part`, for a sweep and for a policy against itself.
    """
    found = compared(result, metric, policies, against, part, "plot.forest")
    divisor, unit = style.unit(found.attrs["unit"], lang)
    held = set(found["held_against"])
    other = _quoted(result, held.pop(), lang) if len(held) == 1 else say("each_against", lang)
    shades = style.colours(result)
    with style.look(lang):
        figure, (axis,) = style.panels(1, width=8, height=1.6 + .48 * len(found))
        for at, (name, row) in enumerate(found.iterrows()):
            if not row["pairs"]:
                axis.annotate(say("no_value", lang), (0, at), xytext=(0, 8), textcoords="offset points", ha="center",
                              fontsize=9, color=style.INK_2, path_effects=style.halo())
                continue
            low, high, middle = (row[column] / divisor for column in ("simultaneous_low", "simultaneous_high",
                                                                      "difference"))
            sure = low > 0 or high < 0
            axis.plot([low, high], [at, at], color=shades[str(name)], linewidth=2.4, solid_capstyle="butt")
            axis.plot(middle, at, "o", color=shades[str(name)], markersize=8,
                      markerfacecolor=shades[str(name)] if sure else "white", markeredgewidth=1.8)
            axis.annotate(style.interval(middle, low, high, lang), (middle, at), xytext=(0, 8), ha="center",
                          textcoords="offset points", fontsize=9, color=style.INK_2, path_effects=style.halo())
        axis.axvline(0, color=style.INK_2, linewidth=.9, zorder=1)
        axis.set_yticks(range(len(found)), [result.label(str(name), lang) for name in found.index])
        axis.set_ylim(len(found) - .4, -.7)
        axis.tick_params(axis="y", length=0)
        axis.grid(axis="x")
        axis.set_xlabel(unit)
        axis.margins(x=.18)
        style.number_ticks(axis.xaxis)
        title = say("forest", lang, metric=_with_part(result, metric, part, lang), against=other)
        figure.suptitle(title, x=.01, ha="left")
        caption = say("forest_bars", lang, pairs=_span(found["pairs"]))
        figure.supxlabel(style.explained(caption, unit), x=.01, ha="left", fontsize=9,
                         color=style.INK_2)
        return style.finished(figure)


def _quoted(result: Result, policy: str, lang: Language) -> str:
    return say("quoted", lang, policy=result.label(policy, lang))


def _with_part(result: Result, metric: str, part: str | None, lang: Language) -> str:
    if part is None:
        return result.label(metric, lang)
    chosen_part = asked.one_part(result.path, result.variable(metric, "total"), part, "plot.forest")
    return f"{result.label(metric, lang)}, {asked.part_label(chosen_part, lang)}"


def _span(counts: pd.Series) -> str:
    least, most = int(counts.min()), int(counts.max())
    return str(least) if least == most else f"{least}-{most}"


def tiles(result: Result, metric: str, policy: str, *, against: str | None = None, lang: Language = "en") -> Figure:
    """A response's difference by region, each a tile of one size; deeper shades are larger.

    Dashed and empty: the 95 % interval of that region alone holds zero. `metric` is one that has a split
    by region (``result.metrics()``). Raises NotInResult.
    """
    refuse_sweep(result, "plot.tiles")
    values = result._values(f"{metric}_by_region", False).compute()
    found = result._paired(values, policy, against)
    refuse_nothing(result, asked.missing_pairs(values, found), found)
    refuse_itself(result, [policy], against)
    found = found.droplevel("policy")
    variable = result.variable(f"{metric}_by_region", "total")
    names = variable[f"region_name_{lang}"].to_series() if f"region_name_{lang}" in variable.coords else {}
    divisor, unit = style.unit(found.attrs.get("unit", "") or str(variable.attrs.get("units", "")), lang)
    most = float(found["difference"].abs().max()) or 1.0
    with style.look(lang):
        figure, (axis,) = style.panels(1, width=6, height=4.4)
        for place, (region, row) in enumerate(found.iterrows()):
            column, line = _PLACES.get(str(region), (place % 2, place // 2)) if set(found.index) <= set(
                _PLACES) else (place % 2, place // 2)
            _tile(axis, column, line, str(names.get(region, region)), row, most, divisor)
        axis.set_xlim(-.05, 2.05)
        axis.set_ylim(3.05 if set(found.index) <= set(_PLACES) else -(-len(found) // 2) + .05, -.05)
        axis.set_axis_off()
        title = say("tiles", lang, metric=result.label(metric, lang), policy=_quoted(result, policy, lang),
                    against=_quoted(result, str(found["held_against"].iloc[0]), lang))
        figure.suptitle(_wrapped(style.labelled(title, unit), 60 if lang == "en" else 42), x=.02, ha="left",
                        fontsize=11)
        caption = style.explained(say("tiles_shades", lang), unit)
        figure.supxlabel(caption, x=.02, ha="left", fontsize=9, color=style.INK_2)
        return style.finished(figure)


def _tile(axis: Axes, column: int, line: int, name: str, row: pd.Series, most: float, divisor: float) -> None:
    value = float(row["difference"])
    sure = row["low"] > 0 or row["high"] < 0
    shade = .18 + .6 * min(1.0, abs(value) / most)
    axis.add_patch(FancyBboxPatch(
        (column + .03, line + .05), .94, .9, boxstyle="round,pad=0,rounding_size=.04",
        facecolor=(style.GAIN if value > 0 else style.LOSS) if sure else "white", alpha=shade if sure else 1,
        edgecolor=style.INK_2, linestyle="-" if sure else "--", linewidth=.8 if not sure else 0))
    ink = "white" if sure and shade > .5 else style.INK
    axis.text(column + .5, line + .38, name, ha="center", va="center", fontsize=9.5, color=ink)
    axis.text(column + .5, line + .66, style.number(value / divisor, 3), ha="center", va="center", fontsize=13,
              color=ink, fontweight="bold")


def _wrapped(text: str, width: int) -> str:
    import textwrap
    return "\n".join(textwrap.wrap(text, width))


Chain = Literal["fairs", "training", "advice"]
# Responses whose totals are counted one after the other. Two names are multiplied: a count and a share of it.
_CHAINS: Mapping[str, tuple[tuple[str, ...], ...]] = {
    "fairs": (("fair_places",), ("consultations",), ("contracts",), ("deals_started",)),
    "training": (("applications",), ("seats_offered",), ("trainees_returned",)),
    "advice": (("needs_posted",), ("engagements_started",), ("engagements_started", "engagements_full_result")),
}
_FAIRS = ("C2", "C3", "C4")


def funnel(result: Result, chain: Chain = "fairs", policies: Sequence[str] | None = None, *,
           lang: Language = "en") -> Figure:
    """How many get from step to step: from places at fairs to deals, from applications to returns, from needs
    to full results. Means over replications of totals over the policy period; a panel a policy (the first
    two, if none is named).

    Steps are counted in the years when they happen, so a share between two is not one of the same firms.
    Fairs are the channels C2 to C4. Raises NotInResult; WrongArgument for another chain.
    """
    if chain not in _CHAINS:
        raise WrongArgument(f"chain is {chain!r}; it may be {', '.join(map(repr, _CHAINS))}")
    names = chosen(result, policies, most=2)
    shades = style.colours(result)
    with style.look(lang):
        figure, axes = style.panels(len(names), across=min(2, len(names)), width=10, height=3.4, share="all")
        for axis, name in zip(axes, names):
            counts = [_counted(result, step, name) for step in _CHAINS[chain]]
            places = range(len(counts))
            axis.barh(places, counts, color=shades[name], height=.62, alpha=.85)
            for at, count in enumerate(counts):
                share = f"  ({_share(count, counts[at - 1], lang)})" if at and counts[at - 1] else ""
                axis.annotate(f"{style.number(count, 3)}{share}", (count, at), xytext=(5, 0),
                              textcoords="offset points", va="center", fontsize=9, color=style.INK_2)
            axis.set_yticks(places, [_step_name(result, step, lang) for step in _CHAINS[chain]])
            axis.set_ylim(len(counts) - .5, -.5)
            axis.set_title(result.label(name, lang), fontsize=10)
            axis.margins(x=.45)
            style.number_ticks(axis.xaxis, 5)
            axis.tick_params(axis="y", length=0)
        figure.suptitle(say(f"funnel_{chain}", lang), x=.01, ha="left")
        period = str(result["total"].attrs.get("period", ""))
        caption = f"{say('mean_total', lang, period=period)}\n{say('steps', lang)}"
        figure.supxlabel(caption, x=.01, ha="left", fontsize=9, color=style.INK_2)
        return style.finished(figure)


def _share(count: float, before: float, lang: Language) -> str:
    if count > before:  # several of one, as meetings of a place at a fair
        return say("each", lang, share=style.number(count / before))
    return say("of_before", lang, share=f"{style.number(100 * count / before)} %")


def _counted(result: Result, step: tuple[str, ...], policy: str) -> float:
    split = f"{step[0]}_by_channel"
    if split in result._source.names("total"):
        values = result.variable(split, "total").sel(policy=policy)
        known = [name for name in _FAIRS if name in values["channel"].values]
        values = values.sel(channel=known).sum("channel")
    else:
        values = result.variable(step[0], "total").sel(policy=policy)
    for share in step[1:]:
        values = values * result.variable(share, "total").sel(policy=policy)
    return float(np.nan_to_num(values.mean().item()))


def _step_name(result: Result, step: tuple[str, ...], lang: Language) -> str:
    return say("full_results", lang) if len(step) > 1 else result.label(step[0], lang)
