# SPDX-License-Identifier: Apache-2.0
"""Two policies compared replication by replication, as common random numbers allow."""
from __future__ import annotations

import numpy as np

from coopsim.estimates import (QUANTILES, Moments, Numbers, correlation, moments, multipliers, quantiles, skewness,
                               welch_degrees)

COLUMNS = ("pairs", "left_out", "difference", "se", "low", "high", "simultaneous_low", "simultaneous_high",
           "q05", "q25", "q50", "q75", "q95", "share_above", "correlation", "variance_reduction", "skewness",
           "welch_low", "welch_high")


def compare_pairs(a: Numbers, b: Numbers, comparisons: int = 1, confidence: float = .95) -> dict[str, Numbers]:
    """What may be said of the mean of a - b; `a` and `b` (replication, cells...), NaN is missing.

    Returns arrays (cells...) by name, in the unit of `a` where nothing else is said:
    ``pairs`` and ``left_out`` counts of replications; ``difference``, ``se`` its standard error;
    ``low``, ``high`` the paired t interval of this pair alone; ``simultaneous_low``, ``..._high`` that of
    `comparisons` pairs together (Bonferroni); ``q05`` to ``q95`` quantiles over replications;
    ``share_above`` of replications with a above b, ties counted half; ``correlation``;
    ``variance_reduction`` (var a + var b) / var(a - b); ``skewness``; ``welch_low``, ``welch_high``
    as if the two samples were independent.

    >>> found = compare_pairs(np.array([3.0, 5.0, 4.0]), np.array([1.0, 2.0, 3.0]))
    >>> float(found["difference"]), float(found["share_above"])
    (2.0, 1.0)
    """
    off = a - b
    known = ~np.isnan(off)
    a, b = np.where(known, a, np.nan), np.where(known, b, np.nan)
    of_a, of_b, of = moments(a), moments(b), moments(off)
    found: dict[str, Numbers] = {
        "pairs": np.asarray(of.count, dtype=np.float64),
        "left_out": np.asarray(len(off) - of.count, dtype=np.float64),
        "difference": of.mean,
        "se": of.standard_error,
    }
    for name, shared in (("", 1), ("simultaneous_", comparisons)):
        width = multipliers(of.count - 1, confidence, shared) * of.standard_error
        found[name + "low"], found[name + "high"] = of.mean - width, of.mean + width
    found |= dict(zip([f"q{percent:02}" for percent in QUANTILES], quantiles(off)))
    with np.errstate(all="ignore"):
        above = (np.sum(off > 0, axis=0) + .5 * np.sum(off == 0, axis=0)) / of.count
        apart = of_a.variance + of_b.variance
        found["share_above"] = np.asarray(above)
        found["correlation"] = correlation(a, b, of_a, of_b)
        found["variance_reduction"] = np.where(apart > 0, apart / of.variance, np.nan)
    found["skewness"] = skewness(off, of)
    found["welch_low"], found["welch_high"] = _welch(of_a, of_b, confidence)
    return found


def _welch(of_a: Moments, of_b: Moments, confidence: float) -> tuple[Numbers, Numbers]:
    with np.errstate(all="ignore"):
        error = np.sqrt(of_a.variance / of_a.count + of_b.variance / of_b.count)
    width = np.where(error > 0, multipliers(welch_degrees(of_a, of_b), confidence) * error, error)
    middle = of_a.mean - of_b.mean
    return middle - width, middle + width
