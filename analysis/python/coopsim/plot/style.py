# SPDX-License-Identifier: Apache-2.0
"""What all plots share: colours of the report, fonts with Korean letters, numbers, the figure itself."""
from __future__ import annotations

import contextlib
import functools
import warnings
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Literal, cast

import matplotlib
import numpy as np
from matplotlib import font_manager, patheffects
from matplotlib.axes import Axes
from matplotlib.axis import Axis
from matplotlib.figure import Figure
from matplotlib.ticker import Formatter, MaxNLocator

from coopsim.asked import require_language
from coopsim.result import Language, Result

# As analysis/report/src/style/colours.css; policies have the same colour in every plot.
POLICIES = ("#2f6cc0", "#c4702e", "#109ccd", "#54470f", "#bd1a5e", "#1b2f86")
BASELINE, INK, INK_2, LINE, GAIN, LOSS, UNSURE = ("#7d8592", "#161b26", "#434b5c", "#dfe3e9", "#01665e", "#8c510a",
                                                  "#eceef2")
PAST = "#4a4a4a"  # what is alike under all policies: no policy's colour
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
    require_language(lang)
    return _SHOWN[stored][lang] if stored in _SHOWN else (1.0, stored)


def explained(text: str, unit_name: str) -> str:
    """A caption that also tells what few readers know of the unit.

    >>> explained("line: median", "bp"), explained("line: median", "firms")
    ('line: median; 1 bp = 0.01 %', 'line: median')
    """
    return f"{text}; 1 bp = 0.01 %" if unit_name == "bp" else text


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
    require_language(lang)
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
        return f"{value:,.0f}"
    return f"{value:.{_places(size, digits)}f}"


def _places(size: float, digits: int) -> int:
    """Places behind the point that show `digits` of a number of this size; six at most."""
    return min(6, max(0, digits - 1 - int(np.floor(np.log10(size)))))


def interval(middle: float, low: float, high: float, lang: Language) -> str:
    """A value with its interval, to as many places as tell both apart; the value alone where there is no interval.

    >>> interval(1234.5, 1200, 1269, "en"), interval(5.12341, 5.1212, 5.1257, "ko")
    ('1,234 (1,200 to 1,269)', '5.1234 (5.1212~5.1257)')
    """
    if not np.isfinite([middle, low, high]).all():
        return number(middle, 3)
    half = (high - low) / 2
    wanted = [(half, 2), (abs(low), 1), (abs(high), 1)] if half > 0 else [(abs(middle), 3)]
    places = max(_places(size, digits) if size > 0 else 0 for size, digits in wanted)  # no end is rounded to zero
    first, second, third = (f"{one + 0:,.{places}f}" for one in (middle, low, high))
    return f"{first} ({second} to {third})" if lang == "en" else f"{first} ({second}~{third})"


class _Ticks(Formatter):  # type: ignore[misc]
    """Thousands by commas, as many places as the steps need, and the minus sign of :func:`number`."""

    def format_ticks(self, values: Sequence[float]) -> list[str]:
        places = next((many for many in range(7) if np.allclose(values, np.round(values, many), rtol=0,
                                                                atol=1e-3 * _step(values))), 6)
        return [f"{value + 0:,.{places}f}" if round(value, places) else "0" for value in values]

    def __call__(self, value: float, pos: int | None = None) -> str:
        return number(value, 4)


def _step(values: Sequence[float]) -> float:
    steps = np.diff(np.sort(values))
    return float(steps.min()) if len(steps) and steps.min() > 0 else 1.0


def number_ticks(axis: Axis, most: int = 6) -> None:
    """Few round numbers along an axis, which do not run into each other however large they are."""
    axis.set_major_locator(MaxNLocator(most - 1, steps=[1, 2, 2.5, 5, 10]))
    axis.set_major_formatter(_Ticks())


def halo() -> list[Any]:
    """Effects of a text that lines behind it do not run through."""
    return [patheffects.withStroke(linewidth=3, foreground="white")]
