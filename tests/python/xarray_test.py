# SPDX-License-Identifier: Apache-2.0
"""xarray opens every group with labelled axes, units and names: no option, no warning."""
import h5py
import numpy as np
import pytest
import xarray as xr
from conftest import GROUPS, POLICIES, made_up

ENGINES = ["h5netcdf", "netcdf4"]
T_975 = {1: 12.706204736, 2: 4.302652730, 3: 3.182446305}  # by degrees of freedom, from tables
UNITS_OF_TIME = {"days", "hours", "minutes", "seconds", "months", "years"}


@pytest.mark.parametrize("group", GROUPS)
@pytest.mark.parametrize("file", ["sample.h5", "compressed.h5", "failed.h5"])
def test_opens_with_no_option_and_no_warning(samples, file, group):
    if group == "execution" and file != "sample.h5":
        return  # left out on request
    xr.open_dataset(samples / file, group=group).load().close()


@pytest.fixture(scope="module")
def opened(samples):
    """A group of the sample, opened with an engine: once, as h5netcdf 1.1 takes many seconds for groups of 300 variables
    and more (docs/reading_results.md)."""
    kept = {}

    def get(group, engine):
        if (group, engine) not in kept:
            kept[group, engine] = xr.open_dataset(samples / "sample.h5", group=group, engine=engine)
        return kept[group, engine]

    yield get
    for data in kept.values():
        data.close()


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize("group", [g for g in GROUPS if g != "execution"])
def test_every_value_is_what_h5py_reads(opened, sample, group, engine):
    data = opened(group, engine)
    with h5py.File(sample) as raw:
        names = set(data.variables)
        assert names == set(raw[group])
        for name in names:
            found, stored = data[name].values, raw[group][name]
            if h5py.check_string_dtype(stored.dtype):
                stored = np.asarray(stored.asstr()[()], dtype=object)
                assert found.tolist() == stored.tolist(), name
            else:
                assert found.dtype == stored.dtype, name
                np.testing.assert_array_equal(found, stored[()], err_msg=name)


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize("group", ["yearly", "worlds", "total", "summary"])
def test_every_axis_has_its_coordinate_and_every_variable_its_unit_and_names(opened, group, engine):
    data = opened(group, engine)
    assert len(data.data_vars) > 40
    for dim in data.dims:
        assert dim in data.coords
        assert data[dim].attrs["long_name"] and data[dim].attrs["long_name_ko"]
    for name, variable in data.data_vars.items():
        assert variable.dtype == np.float64, name
        assert variable.attrs["units"], name
        assert variable.attrs["units"] not in UNITS_OF_TIME, name
        assert variable.attrs["long_name"], name
        assert any("\uac00" <= c <= "\ud7a3" for c in variable.attrs["long_name_ko"]), name
        assert variable.attrs["description"], name


@pytest.mark.parametrize("engine", ENGINES)
def test_axes_carry_labels_in_both_languages(opened, engine):
    data = opened("yearly", engine)
    assert data.policy.values.tolist() == POLICIES
    assert data.policy_label_ko.values.tolist() == ["확대", "현행", "축소"]
    assert data.policy_baseline.values.tolist() == [0, 1, 0]
    assert data.replication.values.tolist() == [0, 1, 2, 3]
    assert data.year.values.tolist() == [1993, 1994, 1995, 1996]
    assert data.account.values.tolist()[-2:] == ["C8", "head_office"]
    assert len(data.account) == 26
    assert data.size_class.values.tolist() == ["5-9", "10-49", "50-99", "100-299"]
    assert data.region_name_ko.sel(region="capital").item() == "수도권"
    for name in ["policy_label_en", "account_name_en", "sector_name_ko", "policy_baseline"]:
        assert name in data.coords and name not in data.data_vars


def test_values_are_selected_by_their_labels(sample):
    with xr.open_dataset(sample, group="yearly") as data:
        first = data.trainees_returned  # the first response, so it begins the layout
        assert list(data.data_vars)[0] == "trainees_returned"
        assert first.sel(policy="less", replication=3, year=1995).item() == made_up(2, 3, 2)
        assert first.dims == ("policy", "replication", "year")
        assert data.budget_spent_by_account.dims == ("policy", "replication", "account", "year")
    with xr.open_dataset(sample, group="worlds") as data:
        assert data.trainees_returned.sel(world="NONE", replication=2, year=1993) == made_up(-2, 2, 0)
        assert data.world_name_en.sel(world="NONE").item() == "no programme ever"


def test_what_was_not_observed_is_missing(sample):
    with xr.open_dataset(sample, group="yearly") as data:
        wait = data.training_wait.sel(policy="less")
        assert np.isnan(wait.sel(replication=2, year=1993))
        assert wait.isnull().sum() == 1
        assert data.training_wait.attrs["missing"].startswith("missing")
        assert data.trainees_returned.attrs["missing"].startswith("0")


def test_summary_holds_mean_interval_and_quantiles_as_tables_and_numpy_find_them(sample):
    with xr.open_dataset(sample, group="yearly") as data, \
         xr.open_dataset(sample, group="summary") as summary:
        for name in ["trainees_returned", "training_wait", "budget_spent_by_account"]:
            values = data[name].sel(policy="less")
            difference = values - data[name].sel(policy="as_is")
            for of, found in [(values, summary[name]),
                              (difference, summary[name + "_minus_baseline"])]:
                found = found.sel(policy="less")
                n = of.count("replication")
                mean, se = of.mean("replication"), of.std("replication", ddof=1) / np.sqrt(n)
                half = se * xr.apply_ufunc(np.vectorize(T_975.get), n - 1)
                expected = {"mean": mean, "se": se, "lo95": mean - half, "hi95": mean + half}
                for q in [5, 25, 50, 75, 95]:
                    expected[f"q{q:02}"] = of.quantile(q / 100, "replication").drop_vars("quantile")
                for statistic, value in expected.items():
                    np.testing.assert_allclose(found.sel(statistic=statistic).values, value.values,
                                               rtol=1e-8, atol=1e-8, err_msg=f"{name} {statistic}")


def test_totals_follow_from_the_years_of_the_policy_period(sample):
    with xr.open_dataset(sample, group="yearly") as data, \
         xr.open_dataset(sample, group="total") as total:
        assert total.attrs["period"] == "1995-1996"
        forms = set()
        for name, variable in total.data_vars.items():
            years = data[name].sel(year=slice(1995, 1996))
            form = variable.attrs["total"].split()[0]
            assert variable.attrs["total"] == f"{form} of 1995-1996"
            assert data[name].attrs["total"] == form
            expected = {"sum": years.sum("year"), "mean": years.mean("year"),
                        "last": years.isel(year=-1)}[form]
            forms.add(form)
            np.testing.assert_allclose(variable.values, expected.values, rtol=1e-12)
        assert forms == {"sum", "mean", "last"}


def test_a_failed_world_is_missing_listed_and_said(samples):
    with xr.open_dataset(samples / "failed.h5", group="provenance") as data:
        assert data.failed_error.values.tolist() == ["한 건의 오류"]
        assert data.failed_name.values.tolist() == ["more"]
        assert data.failed_replication.values.tolist() == [3]
    with xr.open_dataset(samples / "failed.h5", group="yearly") as data:
        assert data.trainees_returned.sel(policy="more", replication=3).isnull().all()
        assert data.trainees_returned.isnull().sum() == 4
    with xr.open_dataset(samples / "failed.h5") as root:
        assert root.attrs["failed_worlds"] == 1
        assert "1 worlds failed" in root.attrs["warning"]
