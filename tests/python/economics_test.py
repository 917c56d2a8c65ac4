# SPDX-License-Identifier: Apache-2.0
"""Group `economics` as a notebook sees it, worked out again from the yearly responses by NumPy."""
import numpy as np
import xarray as xr
from conftest import POLICIES

FACTOR, DEADWEIGHT, IMPORT_VALUE = .3, .25, 95.5


def test_axes_are_labelled_and_valuations_named(sample):
    with xr.open_dataset(sample, group="economics") as data:
        assert data.valuation.values.tolist() == ["full_value", "cautious", "full_value_and_trade",
                                                  "cautious_and_trade"]
        assert data.policy.values.tolist() == POLICIES
        assert data.benefit.dims == ("valuation", "policy", "replication")
        assert data.benefit_summary.dims == ("statistic", "valuation", "policy")
        assert data.public_cost.dims == ("policy", "replication")
        assert data.attrs["period"] == "1995-1996"
        assert "deadweight" in data.valuation_counts.sel(valuation="cautious").item()
        for name, variable in data.data_vars.items():
            assert variable.attrs["units"] in {"KRW thousand", "1"}, name
            assert variable.attrs["long_name"] and variable.attrs["long_name_ko"], name


def test_every_figure_follows_from_the_yearly_responses(sample):
    with xr.open_dataset(sample, group="yearly") as policies, \
         xr.open_dataset(sample, group="worlds") as worlds, \
         xr.open_dataset(sample, group="economics") as data:
        years = slice(1995, 1996)
        rate = data.attrs["discount_rate"]
        middle = xr.DataArray((1 + rate) ** -(np.arange(2) + .5), dims="year",
                              coords={"year": [1995, 1996]})
        end = (1 + rate) ** -2.0

        def above(name):
            return (policies[name] - worlds[name].sel(world="STOP", drop=True)).sel(year=years)

        def today(flows):
            return (flows * middle).sum("year")

        gains = above("value_added_gain")
        within = (gains + gains.shift(year=1, fill_value=0)) / 2
        gained = today(within) + gains.isel(year=-1) * data.attrs["gain_years"] * end
        trade = above("export_gain") + IMPORT_VALUE * above("import_substitution")
        traded = today(trade) + trade.isel(year=-1) * data.attrs["trade_years"] * end
        cost = today(above("budget_spent")) + today(above("firm_cost"))
        keep = 1 - DEADWEIGHT
        expected = {"full_value": gained, "cautious": keep * FACTOR * gained,
                    "full_value_and_trade": gained + traded,
                    "cautious_and_trade": keep * (FACTOR * gained + traded)}
        np.testing.assert_allclose(data.public_cost, today(above("budget_spent")), rtol=1e-12)
        np.testing.assert_allclose(data.firm_cost, today(above("firm_cost")), rtol=1e-12)
        for name, benefit in expected.items():
            found = data.sel(valuation=name)
            np.testing.assert_allclose(found.benefit, benefit, rtol=1e-12, err_msg=name)
            np.testing.assert_allclose(found.net_present_value, benefit - cost, rtol=1e-9)
            np.testing.assert_allclose(found.benefit_cost_ratio, benefit / cost, rtol=1e-12)
            summary = data.benefit_minus_baseline.sel(valuation=name, policy="less")
            difference = benefit.sel(policy="less") - benefit.sel(policy="as_is")
            np.testing.assert_allclose(summary.sel(statistic="mean"), difference.mean(), rtol=1e-9)


def test_the_years_after_the_end_fade_as_gains_do(sample):
    """Defaults: half of a gain stays, half decays at .089; firms close at .05, the trend is .03."""
    with xr.open_dataset(sample, group="economics") as data:
        def annuity(rate):
            return (1 - np.exp(-5 * rate)) / rate
        gone = np.log(1.055) + .05 - .03
        assert np.isclose(data.attrs["gain_years"], (annuity(gone) + annuity(gone + .089)) / 2)
        assert np.isclose(data.attrs["trade_years"],
                          annuity(np.log(1.055) + .05 + .13 - np.log(1.05)))
