# SPDX-License-Identifier: Apache-2.0
"""Every number of groups `summary` and `total` against NumPy, SciPy and Python's own sums."""
import math

import h5py
import numpy as np
import pytest
from scipy import special

STATISTICS = ["mean", "se", "lo95", "hi95", "q05", "q25", "q50", "q75", "q95"]


@pytest.fixture(scope="module")
def noisy(samples):
    with h5py.File(samples / "noisy.h5") as file:
        yield file


def t_975(degrees):
    """By the incomplete beta function: scipy.stats.t.ppf errs in the eleventh digit."""
    x = special.betaincinv(degrees / 2, .5, .05)
    return math.sqrt(degrees * (1 - x) / x)


def nine_statistics(values):
    """Of one sample, by formulas that share nothing with the program's: exact sums, two passes."""
    values = values[~np.isnan(values)]
    n = len(values)
    found = dict.fromkeys(STATISTICS, math.nan)
    if n == 0:
        return found
    found["mean"] = mean = math.fsum(values) / n
    if n == 1:
        return found
    found["se"] = math.sqrt(math.fsum((values - mean) ** 2) / (n - 1) / n)
    found["lo95"] = mean - t_975(n - 1) * found["se"]
    found["hi95"] = mean + t_975(n - 1) * found["se"]
    for q in [5, 25, 50, 75, 95]:
        found[f"q{q:02}"] = np.quantile(values, q / 100, method="linear")  # type 7
    return found


def assert_summarised(stored, samples, name):
    """`stored` (statistic, cells...) against `samples` (replication, cells...)."""
    for cell in np.ndindex(samples.shape[1:]):
        sample = samples[(slice(None), *cell)]
        scale = np.nanmax(np.abs(sample), initial=0)
        for statistic, expected in nine_statistics(sample).items():
            found = stored[(STATISTICS.index(statistic), *cell)]
            assert found == pytest.approx(expected, rel=1e-12, abs=1e-12 * scale, nan_ok=True), \
                (name, cell, statistic)


def some_variables(group):
    """Every fifth variable: all metrics and splits turn up, in a second or two."""
    return [name for name in group if group[name].dtype == np.float64][::5]


def test_the_axis_names_the_statistics_tested_here(noisy):
    assert noisy["summary/statistic"].asstr()[()].tolist() == STATISTICS


def test_yearly_values_are_summarised_as_the_references_say(noisy):
    for name in some_variables(noisy["yearly"]):
        values = noisy["yearly"][name][()]
        less = values - values[1]  # the second policy is the baseline
        assert np.isnan(values).any() and not np.isnan(values).all()
        for policy in range(3):
            summary = noisy["summary"]
            assert_summarised(summary[name][:, policy], values[policy], name)
            assert_summarised(summary[name + "_minus_baseline"][:, policy], less[policy], name)
        assert np.all(summary[name + "_minus_baseline"][:, 1] == 0)


def test_totals_are_summarised_as_the_references_say(noisy):
    for name in some_variables(noisy["total"]):
        values = noisy["total"][name][()]
        less = values - values[1]
        for policy in range(3):
            summary = noisy["summary"]
            assert_summarised(summary[name + "_total"][:, policy], values[policy], name)
            assert_summarised(summary[name + "_total_minus_baseline"][:, policy], less[policy], name)


def test_a_total_is_the_sum_mean_or_last_value_of_its_years(noisy):
    first = int(noisy["total"].attrs["period"].decode()[:4]) - noisy["yearly/year"][0]
    for name in some_variables(noisy["total"]):
        years = noisy["yearly"][name][..., first:]
        form = noisy["total"][name].attrs["total"].decode().split()[0]
        with np.errstate(all="ignore"):
            known = np.sum(~np.isnan(years), axis=-1)
            expected = {"sum": np.where(known > 0, np.nansum(years, axis=-1), np.nan),
                        "mean": np.nansum(years, axis=-1) / np.where(known > 0, known, np.nan),
                        "last": years[..., -1]}[form]
        np.testing.assert_allclose(noisy["total"][name][()], expected, rtol=1e-12, err_msg=name)


def test_equal_values_have_an_interval_of_no_width(noisy):
    equal = noisy["summary/staff"][:, 2]  # (statistic, year); the third policy never varies
    assert np.all(equal[1] == 0)
    for statistic in [0, 2, 3, 4, 5, 6, 7, 8]:
        assert np.all(equal[statistic] == equal[0])


def test_a_single_replication_has_a_mean_and_no_interval(samples):
    with h5py.File(samples / "single.h5") as file:
        for name in some_variables(file["summary"]):
            values = file["summary"][name][()]
            assert not np.isnan(values[0]).any(), name
            assert np.isnan(values[1:]).all(), name
