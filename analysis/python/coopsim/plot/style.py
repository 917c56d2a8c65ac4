# SPDX-License-Identifier: Apache-2.0
"""What all plots share: colours of the report, fonts with Korean letters, numbers, the figure itself."""
from __future__ import annotations

import contextlib
import functools
import warnings
from collections.abc import Iterator, Mapping
from typing import Any, Literal, cast

import matplotlib
import numpy as np
from matplotlib import font_manager
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from coopsim.result import Language, Result

# As analysis/report/src/style/colours.css; policies have the same colour in every plot.
POLICIES = ("#2f6cc0", "#c4702e", "#109ccd", "#54470f", "#bd1a5e", "#1b2f86")
BASELINE, INK, INK_2, LINE, GAIN, LOSS, UNSURE = ("#7d8592", "#161b26", "#434b5c", "#dfe3e9", "#01665e", "#8c510a",
                                                  "#eceef2")
KOREAN_FONTS = ("NanumGothic", "Noto Sans CJK KR", "Noto Sans CJK JP", "Noto Sans KR", "Malgun Gothic",
                "AppleGothic", "UnDotum", "Baekmuk Gulim")

MONEY = "KRW thousand"  # as it is stored
# Units that are shown otherwise than stored, in both languages: divisor and name.
_SHOWN: Mapping[str, Mapping[str, tuple[float, str]]] = {
    MONEY: {"en": (1e6, "KRW billion"), "ko": (1e5, "억 원")},
    "1": {"en": (1, ""), "ko": (1, "")},
    "percent": {"en": (1, "%"), "ko": (1, "%")},
    "person": {"en": (1, "persons"), "ko": (1, "명")},
    "firm": {"en": (1, "firms"), "ko": (1, "개사")},
    "day": {"en": (1, "days"), "ko": (1, "일")},
    "month": {"en": (1, "months"), "ko": (1, "개월")},
    "thousand USD": {"en": (1, "USD thousand"), "ko": (1, "천 달러")},
    "USD bn": {"en": (1, "USD billion"), "ko": (1, "10억 달러")},
}


def unit(stored: str, lang: Language) -> tuple[float, str]:
    """What to divide by, and the unit's name.

    >>> unit("KRW thousand", "en"), unit("KRW thousand", "ko")
    ((1000000.0, 'KRW billion'), (100000.0, '억 원'))
    """
    _check_language(lang)
    return _SHOWN[stored][lang] if stored in _SHOWN else (1.0, stored)


def _check_language(lang: str) -> None:
    if lang not in ("en", "ko"):
        raise ValueError(f"lang is {lang!r}; it may be 'en' or 'ko'")


def labelled(name: str, unit_name: str) -> str:
    """ "Contracts", or "Spent, KRW billion"."""
    return f"{name}, {unit_name}" if unit_name else name


def colours(result: Result) -> dict[str, str]:
    """A colour for each policy; the baseline is grey."""
    policies = result.policies
    baseline = result.baseline
    others = [str(name) for name in policies.index if name != baseline]
    return {baseline: BASELINE} | {name: POLICIES[at % len(POLICIES)] for at, name in enumerate(others)}


@functools.cache
def korean_font() -> str | None:
    """A font of this machine that has Korean letters."""
    known = {font.name for font in font_manager.fontManager.ttflist}
    return next((name for name in KOREAN_FONTS if name in known), None)


@contextlib.contextmanager
def look(lang: Language) -> Iterator[None]:
    """Fonts and lines for what is drawn within. Warns where no font has Korean letters."""
    _check_language(lang)
    korean = korean_font()
    if korean is None and lang == "ko":
        warnings.warn("no font with Korean letters was found; install fonts-nanum or fonts-noto-cjk, and delete "
                      f"matplotlib's list of fonts in {matplotlib.get_cachedir()}", stacklevel=3)
    settings: dict[str, Any] = {
        "font.family": [korean, "DejaVu Sans"] if korean and lang == "ko" else ["DejaVu Sans", *filter(None, [korean])],
        "axes.unicode_minus": False, "axes.spines.top": False, "axes.spines.right": False,
        "axes.edgecolor": LINE, "axes.labelcolor": INK_2, "axes.titlelocation": "left", "axes.titlesize": 12,
        "axes.titlecolor": INK, "xtick.color": INK_2, "ytick.color": INK_2, "grid.color": LINE,
        "axes.axisbelow": True, "legend.frameon": False, "font.size": 10, "figure.facecolor": "white",
    }
    with matplotlib.rc_context(settings):
        yield


def panels(count: int, width: float = 7.5, height: float = 4.2, across: int = 1,
           share: Literal["all", "none"] = "none") -> tuple[Figure, list[Axes]]:
    """A figure with `count` axes, `across` beside each other. Not one of pyplot's: nothing to be closed."""
    rows = -(-count // across)
    figure = Figure(figsize=(width, height * rows), layout="constrained")
    found = figure.subplots(rows, across, squeeze=False, sharex=share == "all", sharey=share == "all").ravel()
    for spare in found[count:]:
        spare.set_axis_off()
    return figure, [cast(Axes, one) for one in found[:count]]


def legend_below(axis: Axes, columns: int = 2) -> None:
    """Under the axis and its title, where it can hide nothing."""
    below = -.12 - .35 / (axis.figure.get_figheight() - 1) if axis.get_xlabel() else -.12
    axis.legend(loc="upper left", bbox_to_anchor=(0, below), ncols=columns, fontsize=9, borderaxespad=0)


def finished(figure: Figure) -> Figure:
    """Laid out with the fonts it was made with, so that it can be drawn outside of `look` too."""
    figure.draw_without_rendering()
    figure._repr_png_ = functools.partial(_as_png, figure)
    return figure


def _as_png(figure: Figure) -> bytes:
    import io
    kept = io.BytesIO()
    figure.savefig(kept, format="png", dpi=110)
    return kept.getvalue()


def number(value: float, digits: int = 2) -> str:
    """As many places as tell.

    >>> number(1234.5), number(-0.0123), number(0)
    ('1,234', '-0.012', '0')
    """
    if not np.isfinite(value):
        return "-"
    if value == 0:
        return "0"
    size = abs(value)
    if size >= 1000:
        return f"{int(value):,}"
    places = max(0, digits - 1 - int(np.floor(np.log10(size))))
    return f"{value:.{min(places, 6)}f}"
