# SPDX-License-Identifier: Apache-2.0
"""In random result files, `paired` is what the definitions say, by other formulas than its own."""
import math
import warnings
from fractions import Fraction

import numpy as np
import pytest
import scipy.stats
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as some

import coopsim
from made_up import write

NUMBERS = st.one_of(st.floats(-1e6, 1e6, allow_nan=False).map(lambda x: round(x, 6)),
                    st.sampled_from([0.0, 1.0, 1 / 7]), st.just(math.nan))


@st.composite
def studies(draw):
    """Policies x replications x years, some of them stress cases held against the second policy."""
    shape = (draw(st.integers(2, 5)), draw(st.integers(1, 9)), draw(st.integers(1, 3)))
    values = draw(some.arrays(np.float64, shape, elements=NUMBERS))
    stress = [0, 0] + [draw(st.integers(0, 1)) for _ in range(shape[0] - 2)]
    return values, stress


def exact(values):
    """Mean and variance (n - 1) in rational numbers; None where there is none."""
    exactly = [Fraction(one) for one in values]
    mean = sum(exactly) / len(exactly) if exactly else None
    variance = sum((one - mean) ** 2 for one in exactly) / (len(exactly) - 1) if len(exactly) > 1 else None
    return mean, variance


def close(found, expected, scale):
    if expected is None:
        assert math.isnan(found)
    else:
        assert found == pytest.approx(float(expected), rel=1e-12, abs=1e-12 * scale)


def check(row, a, b, comparisons):
    pairs = [(x, y) for x, y in zip(a, b) if not math.isnan(x - y)]
    off = [x - y for x, y in pairs]
    scale = max([1.0, *(abs(one) for pair in pairs for one in pair)])
    mean, variance = exact(off)
    assert row.pairs == len(off) and row.left_out == len(a) - len(off)
    close(row.difference, mean, scale)
    close(row.se, None if variance is None else math.sqrt(variance / len(off)), scale)
    for low, high, shared in (("low", "high", 1), ("simultaneous_low", "simultaneous_high", comparisons)):
        if variance is None:
            assert math.isnan(row[low]) and math.isnan(row[high])
            continue
        width = (row[high] - row[low]) / 2
        assert width == pytest.approx((row.difference - row[low]), rel=1e-9, abs=1e-9 * scale)
        if variance > 0:  # what the interval promises: so much probability outside of it
            outside = 2 * scipy.stats.t.sf(width / row.se, len(off) - 1)
            assert outside == pytest.approx(.05 / shared, rel=1e-6, abs=1e-9 * scale / row.se)
        else:
            assert width == 0
    ordered = sorted(off)
    for percent in (5, 25, 50, 75, 95):
        expected = None
        if ordered:
            place = Fraction(percent, 100) * (len(ordered) - 1)
            below = math.floor(place)
            above = min(below + 1, len(ordered) - 1)
            low, high = Fraction(ordered[below]), Fraction(ordered[above])
            expected = low + (place - below) * (high - low)
        close(row[f"q{percent:02}"], expected, scale)
    if off:
        assert row.share_above == pytest.approx(sum((one > 0) + (one == 0) / 2 for one in off) / len(off))
    else:
        assert math.isnan(row.share_above)


@settings(max_examples=40, deadline=None, derandomize=True, database=None,
          suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(studies())
def test_paired_is_what_the_definitions_say(tmp_path, study):
    values, stress = study
    held = ["p1" if flag else "p0" for flag in stress]
    names = write(tmp_path / "random.h5", values, stress, held)
    comparisons = max(1, sum(1 for i in range(1, len(names)) if not stress[i]))
    with coopsim.open_result(tmp_path / "random.h5") as result:
        with warnings.catch_warnings(record=True) as told:
            warnings.simplefilter("always", UserWarning)
            totals = result.paired("x")
        assert len(told) == (totals.pairs == 0).any()
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", UserWarning)
            years = result.paired("x", years=True)
    assert totals.index.tolist() == names[1:] and totals.held_against.tolist() == held[1:]
    sums = values.sum(axis=2)
    for place, name in list(enumerate(names))[1:]:
        other, shared = names.index(held[place]), 1 if stress[place] else comparisons
        check(totals.loc[name], sums[place], sums[other], shared)
        for year in range(values.shape[2]):
            check(years.loc[(name, 2007 + year)], values[place, :, year], values[other, :, year], shared)


def test_a_planted_error_is_found(tmp_path):
    """The check itself: a difference that is off by one part in 100,000 fails."""
    values = np.array([[[1.0], [2.0], [4.0]], [[2.0], [5.0], [5.0]]])
    write(tmp_path / "x.h5", values, [0, 0])
    with coopsim.open_result(tmp_path / "x.h5") as result:
        row = result.paired("x").loc["p1"]
    check(row, values[1, :, 0], values[0, :, 0], 1)
    for column in ("difference", "se", "simultaneous_high", "q50", "share_above"):
        wrong = row.copy()
        wrong[column] *= 1 + 1e-5
        with pytest.raises(AssertionError):
            check(wrong, values[1, :, 0], values[0, :, 0], 1)
