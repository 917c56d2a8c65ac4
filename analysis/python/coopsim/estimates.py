# SPDX-License-Identifier: Apache-2.0
"""Statistics over replications, by the formulas of docs/statistics.md, as the program computes them.

Every function works along the first axis (replications) of an array of any shape and leaves missing
values (NaN) out, cell by cell.
"""
from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
from scipy import special

Numbers = npt.NDArray[np.float64]
QUANTILES = (5, 25, 50, 75, 95)


@dataclass(frozen=True)
class Moments:
    """Count, mean and variance (n - 1) of every cell; NaN below one and two values."""

    count: npt.NDArray[np.int64]
    mean: Numbers
    variance: Numbers

    @property
    def standard_error(self) -> Numbers:
        with np.errstate(all="ignore"):
            return np.asarray(np.sqrt(self.variance / self.count))


def moments(values: Numbers) -> Moments:
    """By Welford's recurrence, as the program does: equal values have a variance of exactly 0.

    >>> found = moments(np.array([1.0, 2.0, np.nan, 6.0]))
    >>> int(found.count), float(found.mean), float(found.variance)
    (3, 3.0, 7.0)
    """
    count = np.zeros(values.shape[1:], dtype=np.int64)
    mean = np.zeros(values.shape[1:])
    squares = np.zeros(values.shape[1:])
    for row in values:
        known = ~np.isnan(row)
        count = count + known
        delta = np.where(known, row - mean, 0.0)
        mean = mean + delta / np.maximum(count, 1)
        squares = squares + np.where(known, delta * (row - mean), 0.0)
    with np.errstate(all="ignore"):
        return Moments(count, np.where(count > 0, mean, np.nan), np.where(count > 1, squares / (count - 1), np.nan))


def t_multiplier(degrees: float, confidence: float = .95, comparisons: int = 1) -> float:
    """Student's two-sided quantile, shared among `comparisons` (Bonferroni); to 12 significant digits.

    By the incomplete beta function: SciPy's ``t.ppf`` errs in the eleventh digit.

    >>> t_multiplier(7)
    2.36462425159
    """
    if not degrees > 0:
        return float("nan")
    tail = (1 - confidence) / comparisons  # both sides together
    x = special.betaincinv(degrees / 2, .5, tail)
    return float(f"{np.sqrt(degrees * (1 - x) / x):.11e}")


def multipliers(degrees: npt.NDArray[Any], confidence: float = .95, comparisons: int = 1) -> Numbers:
    """:func:`t_multiplier` of every cell."""
    flat = [t_multiplier(float(one), confidence, comparisons) for one in np.ravel(degrees)]
    return np.array(flat, dtype=np.float64).reshape(np.shape(degrees))


def quantiles(values: Numbers, percents: tuple[int, ...] = QUANTILES) -> Numbers:
    """Type 7, (percent, cells...); NaN where no value is.

    >>> quantiles(np.array([1.0, 2.0, 3.0, 4.0]), (50,)).tolist()
    [2.5]
    """
    empty = np.isnan(values).all(axis=0)
    filled = np.where(empty, 0.0, values)
    found = np.nanquantile(filled, [one / 100 for one in percents], axis=0, method="linear")
    return np.where(empty, np.nan, found)


def correlation(a: Numbers, b: Numbers, of_a: Moments, of_b: Moments) -> Numbers:
    """Pearson's, of pairs; NaN where one of them does not vary. `a` and `b` are missing together."""
    products = np.nansum((a - of_a.mean) * (b - of_b.mean), axis=0)
    with np.errstate(all="ignore"):
        spread = np.sqrt(of_a.variance * of_b.variance)
        found = np.where(spread > 0, products / (of_a.count - 1) / spread, np.nan)
    return np.clip(found, -1, 1)


def skewness(values: Numbers, of: Moments) -> Numbers:
    """Third moment over the second to the power of 3/2; NaN below three values or without variation."""
    off = values - of.mean
    squares, cubes = np.nansum(off * off, axis=0), np.nansum(off * off * off, axis=0)
    with np.errstate(all="ignore"):
        found = cubes / of.count / (squares / of.count) ** 1.5
    return np.where((of.count >= 3) & (squares > 0), found, np.nan)


def welch_degrees(a: Moments, b: Moments) -> Numbers:
    """Degrees of freedom of two independent samples (Welch and Satterthwaite)."""
    with np.errstate(all="ignore"):
        x, y = a.variance / a.count, b.variance / b.count
        return np.asarray((x + y) ** 2 / (x * x / (a.count - 1) + y * y / (b.count - 1)))
