# SPDX-License-Identifier: Apache-2.0
"""Groups, attributes, laziness and tables of an opened result."""
import copy
import pickle

import h5py
import numpy as np
import pytest
import xarray as xr

import coopsim
from coopsim import backend, stored

GROUPS = ["yearly", "total", "summary", "comparison", "assumptions", "worlds", "events", "panel", "economics",
          "dictionary", "provenance", "execution"]
# Of missing dates, by Debian's xarray with its numpy, whatever the file: they are read as NaT all the same.
NAT = pytest.mark.filterwarnings("ignore:invalid value encountered in cast:RuntimeWarning")


def test_a_result_is_a_mapping_of_its_groups(result):
    assert list(result) == GROUPS and len(result) == len(GROUPS)
    assert "yearly" in result and "nothing" not in result and result.get("nothing") is None
    assert result.yearly is result["yearly"] and set(GROUPS) <= set(dir(result))
    assert result["yearly/contracts"].identical(result["yearly"]["contracts"])
    with pytest.raises(AttributeError, match="groups of .*yearly, total"):
        result.nothing


@NAT
@pytest.mark.parametrize("group", GROUPS)
def test_every_group_is_what_xarray_reads(made, group):
    with coopsim.open_result(made) as result, xr.open_dataset(made, group=group, engine="netcdf4") as other:
        assert list(result[group].data_vars) == list(other.data_vars)
        some = list(other.data_vars)[::max(1, len(other.data_vars) // 40)]  # summary has 1,000
        xr.testing.assert_identical(result[group][some], other[some])


@NAT
@pytest.mark.parametrize("group", ["assumptions", "economics", "events", "panel", "provenance", "execution"])
def test_h5netcdf_reads_the_same(made, group):
    """Groups of 300 variables take it 40 s each; tests/python/xarray_test.py opens them once."""
    with coopsim.open_result(made) as result, xr.open_dataset(made, group=group, engine="h5netcdf") as other:
        xr.testing.assert_identical(result[group], other)


def test_the_engine_opens_root_and_groups(made):
    engine = backend.CoopsimBackend
    assert xr.open_dataset(made, engine=engine).attrs["title"] == "KJC 2007 at a twentieth"
    with xr.open_dataset(made, engine=engine, group="total", drop_variables="contracts") as data:
        assert "contracts" not in data and data.staff.dims == ("policy", "replication")
    with pytest.raises(coopsim.NotInResult, match="no group 'totals'"):
        xr.open_dataset(made, engine=engine, group="totals")
    with pytest.raises(TypeError, match="decode_times"):
        xr.open_dataset(made, engine=engine, group="total", decode_times=False)


def test_nothing_is_read_before_it_is_used(made, monkeypatch):
    read = []
    real = stored.StoredArray._read
    monkeypatch.setattr(stored.StoredArray, "_read", lambda self, key: read.append(self._name) or real(self, key))
    with coopsim.open_result(made) as result:
        variable = result["yearly/contracts"]
        assert all("contracts" not in name for name in read)
        group = result["yearly"]
        assert not {name.split("/")[1] for name in read} & set(group.data_vars)
        read.clear()
        part = variable.sel(policy="dankai", year=slice(2007, 2010)).mean()
        assert np.isfinite(part) and set(read) == {"yearly/contracts"}


def test_parts_are_read_by_any_index(result):
    with h5py.File(result.path) as raw:
        whole = raw["yearly/contracts"][()]
    lazy = result["yearly/contracts"]
    for key in [np.s_[:, ::-1], np.s_[[3, 0, 0], :, -1], np.s_[1, [2, 1]], np.s_[..., 5:2:-1]]:
        np.testing.assert_array_equal(lazy[key].values, xr.DataArray(whole, dims=lazy.dims)[key].values)


def test_lazy_values_can_be_copied_and_sent_to_other_processes(result):
    lazy = result["yearly/contracts"]
    again = pickle.loads(pickle.dumps(result["yearly"][["contracts"]]))
    xr.testing.assert_identical(again["contracts"], lazy)
    xr.testing.assert_identical(copy.deepcopy(lazy), lazy)
    whole = pickle.loads(pickle.dumps(result))
    assert whole.path == result.path and whole["total/contracts"].identical(result["total/contracts"])


def test_a_group_is_named_with_the_nearest_or_with_how_to_ask_for_it(result, samples, running):
    for name in ("Yearly", "YEARLY", "yearli"):
        with pytest.raises(coopsim.NotInResult, match=f"no group '{name}'; did you mean 'yearly'"):
            result[name]
    with pytest.raises(coopsim.NotInResult, match="did you mean 'yearly'.*not finished"), \
            coopsim.open_result(running) as sweep:
        sweep["Yearly"]
    with coopsim.open_result(samples / "sample.h5") as other:
        assert "events" not in other and "panel" not in other
        for group in ("events", "panel"):
            with pytest.raises(coopsim.NotInResult, match=rf"a scenario must ask for it, by a table \[{group}\]"):
                other.to_frame(group=group)


@pytest.mark.parametrize("group", ["yearly", "events"])
def test_another_language_is_refused(result, group):
    with pytest.raises(coopsim.WrongArgument, match="lang is 'kr'; it may be 'en' or 'ko'") as caught:
        result.to_frame(*(["contracts"] if group == "yearly" else []), group=group, lang="kr")
    assert isinstance(caught.value, coopsim.CoopsimError) and isinstance(caught.value, ValueError)
    with pytest.raises(coopsim.WrongArgument):
        result.label("dankai", "kr")


def test_what_is_not_there_is_named_with_the_nearest(result):
    with pytest.raises(coopsim.NotInResult, match="did you mean 'contracts'"):
        result["yearly/contract"]
    with pytest.raises(coopsim.NotInResult, match="has no group 'years'"):
        result["years"]
    with pytest.raises(KeyError):
        result["years"]
    with pytest.raises(coopsim.NotInResult, match="did you mean 'dankai'"):
        result.paired("contracts", "dankia")


def test_policies_labels_and_scenario(result):
    policies = result.policies
    assert policies.index[0] == result.baseline == "status_quo" and policies.baseline.sum() == 1
    assert (policies.held_against == "status_quo").all() and not policies.stress.any()
    assert result.label("dankai", "ko").startswith("단카이")
    assert result.label("contracts") == "Contracts signed" or result.label("contracts")
    assert result.label("what_is_this") == "what_is_this"
    assert 'name = "dankai"' in result.scenario.replace("'", '"')


def test_metrics_are_those_of_the_program(result):
    own, told = result.metrics(), coopsim.metrics()
    assert set(own.index) <= set(told.index) and len(own) > 100
    for name in own.index:
        assert own.label_ko[name] == told.label_ko[name] and own.unit[name] == told.unit[name]
    assert own.splits["contracts"] == [f"contracts_by_{axis}" for axis in ("channel", "sector", "region", "size_class")]
    assert set(own.total) == {"sum", "mean", "last"}


def test_a_tidy_table_has_one_row_a_value(result):
    rows = result.to_frame("contracts", "training_wait")
    data = result["yearly"]
    assert list(rows.columns) == ["policy", "replication", "year", "metric", "value", "unit"]
    assert len(rows) == 2 * data.contracts.size
    found = rows.query("metric == 'contracts' and policy == 'dankai' and replication == 3 and year == 2010")
    assert found.value.item() == data.contracts.sel(policy="dankai", replication=3, year=2010)
    assert rows[rows.metric == "training_wait"].unit.unique().tolist() == ["day"]
    back = rows[rows.metric == "contracts"].set_index(["policy", "replication", "year"]).value.to_xarray()
    np.testing.assert_array_equal(back.sel(policy=data.policy), data.contracts)


def test_without_names_a_table_has_all_whole_responses(result):
    rows = result.to_frame(group="total")
    assert rows.metric.nunique() == len(result.metrics()) and list(rows.columns)[:2] == ["policy", "replication"]


def test_splits_wide_tables_and_labels(result):
    split = result.to_frame("contracts_by_sector", "contracts", group="total", lang="ko")
    assert split[split.metric == "contracts"].sector.isna().all()
    assert set(split.sector.dropna()) == set(result["total"].sector.values)
    assert split.policy_label[split.policy == "dankai"].str.startswith("단카이").all()
    assert (split.metric_label[split.metric == "contracts"] == "계약 건수").all()
    wide = result.to_frame("contracts", "staff", wide=True)
    assert wide.index.names == ["policy", "replication", "year"] and list(wide) == ["contracts", "staff"]
    staff = result["yearly"].staff.sel(policy="dankai", replication=3, year=2010)
    assert wide.loc[("dankai", 3, 2010), "staff"] == staff
    with pytest.raises(ValueError, match="same axes"):
        result.to_frame("contracts", "contracts_by_sector", wide=True)


def test_events_are_a_table_with_names_and_dates(result):
    events = result.to_frame(group="events")
    assert set(events.policy.unique()) == {"status_quo", "dankai"}
    trained = events[(events.kind == "training_place") & (events.policy == "dankai") & (events.started.dt.year >= 2007)]
    started = events[events.started.notna()]
    assert events.asked.dtype == "datetime64[ns]" and (started.started >= started.asked).all()
    assert len(trained) > 0
    kinds = np.array(result["events"].kind.attrs["flag_meanings"].split())
    assert events.kind.tolist() == kinds[result["events"].kind.values].tolist()
    assert "연수 자리" in set(result.to_frame(group="events", lang="ko").kind)
    panel = result.to_frame("year", "productivity_effect", group="panel")
    last = panel[panel.year == 2016].productivity_effect.mean()
    whole = result["yearly"].productivity_effect.sel(policy="dankai", year=2016, replication=0)
    assert last == pytest.approx(whole.item())


def test_rows_of_a_grouped_table_are_those_asked_for(result):
    """Not so with categories in pandas 1.5."""
    events = result.to_frame(group="events")
    counts = events[events.asked >= "2007-01-01"].groupby(["kind", "policy"]).size().unstack(fill_value=0)
    both = events[events.asked >= "2007-01-01"].groupby(["kind", "cause", "policy"]).size().unstack(fill_value=0)
    some = both.loc[["training_place", "adviser_need"]]
    assert set(some.index.get_level_values("kind")) == {"training_place", "adviser_need"}
    assert some.loc["training_place"].sum().tolist() == counts.loc["training_place"].tolist()


def test_the_repr_tells_what_is_inside(result):
    assert "yearly" in repr(result) and "306 variables" in repr(result)
