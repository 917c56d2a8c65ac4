# SPDX-License-Identifier: Apache-2.0
"""`paired` equals the program's own comparison to 1e-12, in files of the program and made-up ones."""
import warnings

import numpy as np
import pytest

import coopsim
from coopsim.estimates import t_multiplier

COMPARISON = ["difference", "simultaneous_low", "simultaneous_high", "correlation", "variance_reduction", "share_above",
              "skewness", "welch_low", "welch_high", "pairs", "q05", "q50", "q95"]
IN_FILE = {"q05": "difference_q05", "q50": "difference_q50", "q95": "difference_q95"}
SUMMARY = {"difference": "mean", "se": "se", "low": "lo95", "high": "hi95", "q05": "q05", "q25": "q25", "q50": "q50",
           "q75": "q75", "q95": "q95"}
RATIOS = {"correlation", "variance_reduction", "share_above", "skewness", "pairs"}  # their size is not the response's


def agree(found, expected, scale, what):
    found, expected = np.asarray(found, float), np.asarray(expected, float)
    np.testing.assert_array_equal(np.isnan(found), np.isnan(expected), err_msg=str(what))
    with np.errstate(invalid="ignore"):
        off = np.abs(found - expected)
    off = np.where(found == expected, 0, off)  # infinite ones too
    bound = 1e-12 * np.maximum(np.abs(expected), scale)
    assert not (off > bound).any(), (what, found[off > bound], expected[off > bound])


def check_comparison(result, first=0, step=1):
    """Every `step`-th response; returns how many."""
    group = result["comparison"].load()
    responses = [str(one) for one in group.response.values][first::step]
    for name in responses:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", UserWarning)  # some have no value at all; told of below
            own = result.paired(name)
        kept = group.sel(response=name, policy=list(own.index))
        values = np.abs(result.variable(name, "total").values)
        scale = 0.0 if np.isnan(values).all() else float(np.nanmax(values))
        assert own.held_against.tolist() == kept.held_against.values.tolist()
        for column in COMPARISON:
            bound = condition(own, column, scale)
            if column == "pairs":
                np.testing.assert_array_equal(own.pairs.values, kept.pairs.values)
            else:
                agree(own[column], kept[IN_FILE.get(column, column)], bound, (name, column))
    return len(responses)


def condition(own, column, scale):
    """Of ratios of second and third moments: rounding of values of this size over the size of the spread."""
    if column not in RATIOS or column in ("share_above", "pairs"):
        return scale
    spread = own.se.values * np.sqrt(own.pairs.values)
    with np.errstate(all="ignore"):
        return np.nan_to_num(1 + np.abs(own[column].values) + scale / np.where(spread > 0, spread, np.inf), posinf=0)


def test_a_result_of_the_program(result):
    assert check_comparison(result, step=2) > 50


@pytest.mark.parametrize("place, file", enumerate(["sample.h5", "noisy.h5", "ranked.h5", "failed.h5", "single.h5"]))
def test_made_up_results_with_missing_values(samples, place, file):
    with coopsim.open_result(samples / file) as result:
        assert check_comparison(result, place, 5) > 20


@pytest.mark.parametrize("years", [False, True])
def test_differences_are_summarised_as_in_the_file(result, years):
    summary = result["summary"]
    metrics = [*result.responses()[::20], "contracts_by_sector", "productivity_effect_by_region"]
    for name in metrics:
        own = result.paired(name, years=years)
        kept = summary[f"{name}_minus_baseline" if years else f"{name}_total_minus_baseline"]
        axes = [axis for axis in kept.dims if axis not in ("statistic", "policy")]
        order = [axis for axis in own.index.names if axis != "policy"]
        assert set(axes) == set(order)
        values = np.abs(result.variable(name, "yearly" if years else "total").values)
        scale = 0.0 if np.isnan(values).all() else float(np.nanmax(values))
        for column, statistic in SUMMARY.items():
            expected = kept.sel(statistic=statistic, policy=own.index.unique("policy")).transpose("policy", *order)
            enough = own.pairs.values > (1 if column[0] == "q" else 0)  # of one value the file has only its mean
            agree(own[column][enough], np.ravel(expected.values)[enough], scale, (name, column))


def test_another_baseline_as_the_command_compares(result):
    told = coopsim.ask("compare", result.path, "--baseline", "announced_path", "--metric", "contracts")
    own = result.paired("contracts", against="announced_path")
    rows = {row["name"]: row for row in told["metrics"][0]["policies"] if not row["baseline"]}
    assert set(rows) == set(own.index) and (own.held_against == "announced_path").all()
    for name, row in rows.items():
        agree(own.difference[name], row["difference"], 1, name)
        agree(own.low[name], row["alone"]["low"], 1, name)
        agree(own.simultaneous_high[name], row["simultaneous"]["high"], 1, name)


def test_one_policy_has_the_interval_that_holds_for_all(result):
    alone, among = result.paired("contracts", "dankai"), result.paired("contracts")
    assert alone.loc["dankai"].equals(among.loc["dankai"])
    assert alone.attrs == {"metric": "contracts", "unit": "1", "confidence": .95}


def test_what_the_baseline_has_no_value_of_is_told(result):
    words = "mean_gain: no difference to 'status_quo' in all rows.*of 'status_quo'; against="
    with pytest.warns(UserWarning, match=words) as told:
        assert result.paired("mean_gain").difference.isna().all()
    assert len(told) == 1 and told[0].filename == __file__
    assert result.paired("mean_gain", "dankai", against="announced_path").difference.notna().all()
    with pytest.warns(UserWarning, match="mean_loss_by_region: no difference to 'status_quo' in all rows"):
        result.paired("mean_loss_by_region")


def test_what_another_policy_has_no_value_of_is_told_and_empty_years_are_not(result):
    with pytest.warns(UserWarning, match="advice_wait: .* in 1 of 5 rows.* of 'training_restored'$"):
        assert result.paired("advice_wait").difference.isna().tolist() == [False] * 4 + [True]
    own = result.paired("staff_by_sector", "dankai")  # of the sector that no firm of this small world is in
    assert own.difference.isna().any() and own.difference.notna().any()


def test_differences_by_replication(result):
    off = result.differences("contracts", "dankai")
    total = result["total"].contracts
    np.testing.assert_array_equal(off, total.sel(policy="dankai") - total.sel(policy="status_quo"))
    assert off.attrs["units"] == "1"
    assert result.differences("contracts", "dankai", years=True).dims == ("replication", "year")


def test_a_sweep_is_compared_point_by_point(sweeps):
    with coopsim.open_result(sweeps["latin_hypercube"]) as sweep:
        own = sweep.paired("productivity_effect", "dankai")
        assert own.index.names == ["policy", "design_point"] and len(own) == 7
        total = sweep["total"].productivity_effect
        mean = (total.sel(policy="dankai") - total.sel(policy="status_quo")).mean("replication")
        np.testing.assert_allclose(own.difference, mean, rtol=1e-12)


@pytest.mark.parametrize("degrees, value", [(1, 12.7062047361747), (2, 4.30265272974946), (7, 2.36462425159278),
                                            (30, 2.04227245630124), (120, 1.97993040508226)])
def test_students_quantiles_are_those_of_tables(degrees, value):
    assert t_multiplier(degrees) == pytest.approx(value, rel=1e-11)
