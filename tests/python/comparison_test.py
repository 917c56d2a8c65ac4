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


def test_risk_and_regret_are_those_of_the_replications(samples):
    data, total = both(samples, "ranked.h5")
    with data, total:
        values = total["productivity_effect"]
        found = data.sel(response="productivity_effect")
        for policy in OTHERS:
            off = (values.sel(policy=policy) - values.sel(policy="as_is")).values
            own = found.sel(policy=policy)
            np.testing.assert_allclose(own.difference, off.mean())
            np.testing.assert_allclose([own.difference_q05, own.difference_q50, own.difference_q95],
                                       np.quantile(off, [.05, .5, .95]))
            assert own.target == 2 and np.isclose(own.target_missed, (off < 2).mean())
            missed = scipy.stats.binomtest(int((off < 2).sum()), off.size).proportion_ci(method="exact")
            np.testing.assert_allclose([own.target_missed_low, own.target_missed_high], missed, rtol=1e-9, atol=1e-12)
        assert found.sel(policy="as_is")[["difference_q05", "target_missed", "worst_twentieth"]].to_array().isnull().all()
        regret = values.max("policy") - values
        np.testing.assert_allclose(found.regret_largest, regret.max("replication"))
        np.testing.assert_allclose(found.regret_mean, regret.mean("replication"))
        np.testing.assert_allclose(found.share_best, (regret == 0).mean("replication"))
        unranked = data.sel(response="trainees_returned")
        assert unranked[["target", "target_missed", "regret_largest", "more_cost"]].to_array().isnull().all()
        assert not unranked.difference_q50.sel(policy="more").isnull()


def test_costs_are_those_of_group_economics(samples):
    data, total = both(samples, "ranked.h5")
    with data, total, xr.load_dataset(samples / "ranked.h5", group="economics") as economics:
        found = data.sel(response="productivity_effect")
        cost = economics.public_cost - economics.public_cost.sel(policy="as_is")
        effect = total.productivity_effect - total.productivity_effect.sel(policy="as_is")
        known = ~(cost.isnull() | effect.isnull()).any("policy")
        for policy in OTHERS:
            np.testing.assert_allclose(found.more_cost.sel(policy=policy),
                                       cost.sel(policy=policy)[known].mean(), rtol=1e-9, atol=1e-6)
        standings = set(found.cost_standing.values.tolist())
        assert standings <= {"cheapest", "on_frontier", "dominated", "extendedly_dominated", "equal"}
        on = found.where(found.cost_standing == "on_frontier", drop=True)
        assert not on.cost_ratio.isnull().any() and "cheapest" in standings
        assert set(data.sel(response="trainees_returned").cost_standing.values.tolist()) == {"not_ranked"}
