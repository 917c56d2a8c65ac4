# SPDX-License-Identifier: Apache-2.0
"""What a sweep's response would be along the range of one factor, by ``coopsim predict``."""
from __future__ import annotations

import os
from collections.abc import Mapping

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from coopsim.calling import ask
from coopsim.errors import NotInResult
from coopsim.plot import style
from coopsim.plot.factors import _chosen, _factor_names
from coopsim.plot.words import say
from coopsim.result import Language, Result
from coopsim.sources import _nearest


def what_if(result: Result, factor: str, metric: str = "productivity_effect", policy: str | None = None, *,
            at: Mapping[str, object] | None = None, level: bool = False, lang: Language = "en",
            program: str | os.PathLike[str] | None = None) -> Figure:
    """The response along the range of one factor, all others as in the scenario or as `at` says.

    Line: a surrogate fitted to the sweep's points; band: its typical error at points left out of the fit; dots:
    the points themselves, at which the other factors differ too. `level`: of the policy's own level, instead of
    its difference to the baseline. Raises NotInResult where it is no finished sweep or has no such factor,
    ProgramError where the program `coopsim` is not found or refuses a value.
    """
    _, name = _chosen(result, metric, policy, level)
    factors = [str(one) for one in result["design"]["factor"].values]
    if factor not in factors:
        raise NotInResult(result.path, f"has no factor '{factor}'{_nearest(factor, factors)}; it has "
                                       + ", ".join(factors))
    words = [word for path, value in (at or {}).items() for word in ("--set", f"{path}={value}")]
    told = ask("predict", result.path, "--over", factor, "--metric", metric, "--policy", name,
               "--less", "none" if level else result.baseline, *words, program=program)
    divisor, unit = style.unit(str(told["unit"]), lang)
    steps = told["over"]["steps"]
    texts = isinstance(steps[0]["value"], str)
    where = np.arange(len(steps)) if texts else np.array([step["value"] for step in steps])
    curve = np.array([step["predicted"] for step in steps]) / divisor
    what = say("level" if level else "difference", lang, metric=result.label(metric, lang),
               policy=result.label(name, lang))
    with style.look(lang):
        figure, (axis,) = style.panels(1, width=8, height=4.6)
        _points(axis, result, factor, metric, name, level, divisor, lang)
        off = told["left_out_error"] / divisor
        axis.fill_between(where, curve - off, curve + off, color=style.POLICIES[0], alpha=.18, linewidth=0,
                          label=say("left_out", lang))
        axis.plot(where, curve, color=style.POLICIES[0], linewidth=2, marker="o" if texts else "",
                  label=say("predicted", lang))
        if texts:
            axis.set_xticks(where, [step["value"] for step in steps])
        axis.axhline(0, color=style.INK_2, linewidth=.9)
        axis.grid(axis="y")
        own = style.unit(str(told["over"]["unit"]), lang)[1]
        label = _factor_names(result, np.array([factor]), lang)[0]
        axis.set_xlabel(f"{label} ({own})" if own else label)
        axis.set_ylabel(unit)
        style.number_ticks(axis.yaxis)
        style.legend_below(axis, 3)
        figure.suptitle(say("what_if", lang, what=what), x=.01, ha="left")
        share = f"{100 * max(0, told['predictive_r_squared']):.0f}"
        axis.set_title(style.explained(say("predicts", lang, share=share), unit), fontsize=9, color=style.INK_2)
        return style.finished(figure)


def _points(axis: Axes, result: Result, factor: str, metric: str, policy: str, level: bool, divisor: float,
            lang: Language) -> None:
    values = result["total"][metric]
    own = values.sel(policy=policy)
    means = (own if level else own - values.sel(policy=result.baseline)).mean("replication", skipna=False)
    place = result["design"]["value"].sel(factor=factor)
    axis.scatter(place.values[1:], means.values[1:] / divisor, s=16, color=style.BASELINE, alpha=.6, linewidths=0,
                 label=say("design_points", lang))
