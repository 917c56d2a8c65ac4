# SPDX-License-Identifier: Apache-2.0
"""Group `comparison` as a notebook sees it, worked out again from the totals by NumPy and SciPy."""
import numpy as np
import scipy.stats
import xarray as xr
from conftest import POLICIES

OTHERS = ["more", "less"]  # than the baseline, "as_is"


def both(samples, file):
    return xr.load_dataset(samples / file, group="comparison"), xr.load_dataset(samples / file, group="total")


def test_every_response_and_policy_has_its_place_and_unit(sample):
    with xr.open_dataset(sample, group="comparison") as data, xr.open_dataset(sample, group="total") as total:
        assert data.policy.values.tolist() == POLICIES
        whole = [name for name in total.data_vars if total[name].dims == ("policy", "replication")]
        assert data.response.values.tolist() == whole
        for name in whole:
            assert data.response_unit.sel(response=name).item() == total[name].attrs["units"]
            assert data.response_label_ko.sel(response=name).item() == total[name].attrs["long_name_ko"]
        for name, variable in data.data_vars.items():
            assert variable.dims == ("response", "policy"), name
            assert variable.attrs["long_name"] and variable.attrs["long_name_ko"], name
        assert data.attrs["period"] == "1995-1996"


def test_intervals_hold_for_both_policies_together(samples):
    data, total = both(samples, "noisy.h5")
    with data, total:
        for name in data.response.values.tolist():
            base = total[name].sel(policy="as_is").values
            for policy in OTHERS:
                off = total[name].sel(policy=policy).values - base
                off = off[~np.isnan(off)]
                found = data.sel(response=name, policy=policy)
                assert found.pairs == off.size
                width = scipy.stats.t.ppf(1 - .05 / 2 / 2, off.size - 1) * off.std(ddof=1) / off.size ** .5
                np.testing.assert_allclose([found.simultaneous_low, found.simultaneous_high],
                                           [off.mean() - width, off.mean() + width], rtol=1e-6, atol=1e-9)
                np.testing.assert_allclose(found.skewness, scipy.stats.skew(off), rtol=1e-5, atol=1e-6)
                assert np.isclose(found.share_above, ((off > 0) + .5 * (off == 0)).mean())


def test_pairing_is_told_by_correlation_and_variances(samples):
    data, total = both(samples, "noisy.h5")
    with data, total:
        for name in data.response.values.tolist():
            a, b = total[name].sel(policy="more").values, total[name].sel(policy="as_is").values
            kept = ~np.isnan(a - b)
            a, b = a[kept], b[kept]
            found = data.sel(response=name, policy="more")
            np.testing.assert_allclose(found.correlation, np.corrcoef(a, b)[0, 1], rtol=1e-6)
            np.testing.assert_allclose(found.variance_reduction,
                                       (a.var(ddof=1) + b.var(ddof=1)) / (a - b).var(ddof=1), rtol=1e-6)
            welch = scipy.stats.ttest_ind(a, b, equal_var=False)
            half = (found.welch_high - found.welch_low) / 2
            error = abs(a.mean() - b.mean()) / abs(welch.statistic)
            freedom = (a.var(ddof=1) + b.var(ddof=1)) ** 2 * (a.size - 1) / (a.var(ddof=1) ** 2 + b.var(ddof=1) ** 2)
            np.testing.assert_allclose(half, scipy.stats.t.ppf(.975, freedom) * error, rtol=1e-6)


def test_the_baseline_is_compared_with_nothing_and_few_replications_get_no_verdict(sample):
    with xr.load_dataset(sample, group="comparison") as data:
        base = data.sel(policy="as_is")
        assert set(base.verdict.values.tolist()) == {"baseline"}
        assert base.simultaneous_low.isnull().all() and base.pairs.isnull().all()
        assert set(data.sel(policy=OTHERS).verdict.values.ravel().tolist()) == {"no_verdict"}
        assert (data.sel(policy=OTHERS).verdict_reason == "fewer than 30 replications").all()
        assert data.best_low.isnull().all() and data.among_the_best.isnull().all()  # nothing is ranked


def test_with_enough_replications_there_are_verdicts_and_the_best_are_named(samples):
    data, _ = both(samples, "ranked.h5")
    with data:
        found = data.sel(response="productivity_effect")
        # Values grow by 1,000 from policy to policy, in every replication; more is better.
        assert found.among_the_best.values.tolist() == [0, 0, 1]
        assert found.verdict.values.tolist() == ["clear_loss", "baseline", "among_the_best"]
        assert found.best_high.values.tolist() == [0, 0, 1000]
