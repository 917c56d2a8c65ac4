# SPDX-License-Identifier: Apache-2.0
"""What more effect costs: the cost-effectiveness plane and the acceptability curve."""
from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pandas as pd
import xarray as xr
from matplotlib.figure import Figure

from coopsim import asked
from coopsim.errors import NotInResult, WrongArgument
from coopsim.estimates import Numbers
from coopsim.plot import style
from coopsim.plot.choosing import chosen, compared, refuse_sweep
from coopsim.plot.words import say
from coopsim.result import Language, Result

KRW_BILLION = 1e6  # in KRW thousand, as money is stored


def plane(result: Result, metric: str = "productivity_effect", policies: Sequence[str] | None = None, *,
          lang: Language = "en", part: str | None = None) -> Figure:
    """Public money against effect, each policy less the one it is held against: replications and means.

    Money is the present value of group `economics`, in KRW billion (ko: 억 원). Right and low is better where more of
    `metric` is. `part`: of a response that is split, the sector or the like. Raises NotInResult, also where
    there is no difference; WrongArgument for a split response without `part`, a policy against itself, a sweep.
    """
    known = result.policies
    names = chosen(result, policies, most=0) if policies is not None else [
        str(name) for name in known.index if name != result.baseline and not known.loc[name, "stress"]]
    rows = compared(result, metric, names, None, part, "plot.plane", takes_against=False)
    names = [name for name in names if rows.loc[name, "pairs"]]
    cost, effect = _costs(result), asked.one_part(result.path, result.variable(metric, "total"), part, "plot.plane")
    shades = style.colours(result)
    divisor, unit = style.unit(str(effect.attrs.get("units", "")), lang)
    won, money = style.unit(style.MONEY, lang)
    with style.look(lang):
        figure, (axis,) = style.panels(1, width=8, height=5)
        for name in names:
            other = str(known.loc[name, "held_against"])
            x, y = ((one.sel(policy=name) - one.sel(policy=other)).values for one in (effect, cost))
            both = ~np.isnan(x + y)
            x, y = x[both] / divisor, y[both] / won
            axis.scatter(x, y, s=12, color=shades[name], alpha=.35, linewidths=0)
            if len(x):
                axis.plot(x.mean(), y.mean(), "o", markersize=11, markerfacecolor="white", markeredgewidth=2.4,
                          markeredgecolor=shades[name], label=result.label(name, lang))
        axis.axhline(0, color=style.INK_2, linewidth=.9)
        axis.axvline(0, color=style.INK_2, linewidth=.9)
        axis.grid()
        style.number_ticks(axis.xaxis, 8)
        style.number_ticks(axis.yaxis)
        of = result.label(metric, lang) + (f", {asked.part_label(effect, lang)}" if part is not None else "")
        axis.set_xlabel(style.labelled(say("more_effect", lang, metric=of), unit))
        axis.set_ylabel(style.labelled(say("more_cost", lang), money))
        style.legend_below(axis, 2)
        figure.suptitle(say("plane", lang, metric=of), x=.01, ha="left")
        axis.set_title(style.explained(say("plane_points", lang), unit), fontsize=9, color=style.INK_2)
        return style.finished(figure)


def acceptability(result: Result, metric: str = "productivity_effect", values: Sequence[float] | None = None, *,
                  lang: Language = "en") -> Figure:
    """In which share of the replications each policy is the best buy, by what a unit of effect is worth.

    `values`: worth of one unit of `metric`, in KRW billion; None: from nothing to where choices settle.
    Thick where the policy's mean net benefit is the highest, which need not be the largest share. Stress
    cases are left out. Raises NotInResult.
    """
    _require_one_value(result, metric, "plot.acceptability")
    known = result.policies
    names = [str(name) for name in known.index if not known.loc[name, "stress"]]
    grid = np.asarray(values, float) if values is not None else _telling_range(result, metric, names)
    shares = acceptability_curves(result, metric, grid)
    shades = style.colours(result)
    effect = result.variable(metric, "total")
    unit = style.unit(str(effect.attrs.get("units", "")), lang)[1] or "1"
    won, money = style.unit(style.MONEY, lang)
    across = grid * KRW_BILLION / won
    with style.look(lang):
        figure, (axis,) = style.panels(1, width=8, height=4.6)
        for name in names:
            rows = shares.xs(name, level="policy")
            axis.plot(across, 100 * rows["share"], color=shades[name], linewidth=1.3, label=result.label(name, lang))
            axis.plot(across, np.where(rows["best"], 100 * rows["share"], np.nan), color=shades[name], linewidth=4)
        axis.set_ylim(-2, 102)
        axis.grid(axis="y")
        axis.set_xlabel(style.labelled(say("worth", lang, unit=unit), money))
        axis.set_ylabel(say("share_best", lang), fontsize=9)
        style.number_ticks(axis.xaxis, 8)
        style.legend_below(axis, 2)
        figure.suptitle(say("acceptability", lang, metric=result.label(metric, lang)), x=.01, ha="left")
        axis.set_title(style.explained(say("bold", lang), unit), fontsize=9, color=style.INK_2)
        return style.finished(figure)


def acceptability_curves(result: Result, metric: str, values: Sequence[float] | Numbers) -> pd.DataFrame:
    """The numbers of :func:`acceptability`, indexed by worth (KRW billion a unit) and policy.

    ``share`` of replications in which worth x effect - public money is the highest, ties split;
    ``net_benefit`` its mean, KRW billion; ``best`` where that is the highest. Replications without a value
    of any policy are left out. Raises NotInResult.
    """
    _require_one_value(result, metric, "plot.acceptability_curves")
    known = result.policies
    names = [str(name) for name in known.index if not known.loc[name, "stress"]]
    cost = _costs(result).sel(policy=names).transpose("policy", "replication").values / KRW_BILLION
    effect = result.variable(metric, "total").sel(policy=names).transpose("policy", "replication").values
    both = ~np.isnan(cost + effect).any(axis=0)
    rows = []
    for value in np.asarray(values, float):
        benefit = value * effect[:, both] - cost[:, both]
        highest = benefit == benefit.max(axis=0, initial=-np.inf)
        share = (highest / highest.sum(axis=0)).mean(axis=1)
        means = benefit.mean(axis=1)
        rows += [{"worth": value, "policy": name, "share": share[at], "net_benefit": means[at],
                  "best": bool(at == np.argmax(means))} for at, name in enumerate(names)]
    return pd.DataFrame(rows).set_index(["worth", "policy"])


def _require_one_value(result: Result, metric: str, call: str) -> None:
    """Raises WrongArgument for a sweep and for a split response: money is not split as effects are. NotInResult
    where some policy has no value in any replication: net benefits are compared within a replication.
    """
    refuse_sweep(result, call)
    axes = asked.split_axes(result.variable(metric, "total"))
    if axes:
        raise WrongArgument(f"'{metric}' is split by {' and '.join(axes)}, which public money is not; {call} takes the "
                            f"whole response '{metric.split('_by_')[0]}'")
    known = result.policies
    names = [str(name) for name in known.index if not known.loc[name, "stress"]]
    values = result.variable(metric, "total").sel(policy=names)
    without = [name for name, some in zip(names, values.notnull().any("replication").values) if not some]
    if without:
        raise NotInResult(result.path, f"'{metric}' has no value in any replication under {', '.join(without)}: there "
                          "is no best buy among all policies")


def _costs(result: Result) -> xr.DataArray:
    """Present value of public money against the stopped programme, KRW thousand (policy, replication)."""
    return result.variable("public_cost", "economics")


def _telling_range(result: Result, metric: str, names: list[str]) -> Numbers:
    """From nothing to three times the worth at which the best on average changes for the last time."""
    cost = _costs(result).sel(policy=names).mean("replication").values / KRW_BILLION
    effect = result.variable(metric, "total").sel(policy=names).mean("replication").values
    best, last = int(np.nanargmin(cost)), 0.0
    while True:  # along the upper edge of net benefit: each step to more effect, the cheapest first
        dearer = [at for at in range(len(names)) if effect[at] > effect[best]]
        if not dearer:
            break
        ratios = [(cost[at] - cost[best]) / (effect[at] - effect[best]) for at in dearer]
        last = max(last, min(ratios))
        best = dearer[int(np.argmin(ratios))]
    return np.linspace(0, 3 * last if last > 0 else float(np.nanmax(np.abs(cost / effect))), 101)
