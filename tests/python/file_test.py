# SPDX-License-Identifier: Apache-2.0
"""The file below xarray: provenance, dictionary, storage, and what ncdump shows."""
import subprocess

import h5py
import xarray as xr
from conftest import GROUPS


def test_the_root_says_what_the_file_is(sample):
    with xr.open_dataset(sample) as root:
        about = root.attrs
    assert about["format_version"] == 1
    assert about["engine_version"] >= 1
    assert about["title"] == "Small study" and about["title_ko"] == "작은 연구"
    assert about["policies_start"] == "1995-01-01"
    assert about["seed"] == 20070412
    for name in ["scenario_hash", "run_fingerprint", "content_hash"]:
        assert len(about[name]) == 32 and int(about[name], 16) >= 0
    assert "Conventions" not in about  # the file follows netCDF-4, but not all of CF


def test_provenance_holds_scenario_fingerprints_and_money(sample):
    with xr.open_dataset(sample, group="provenance") as data:
        assert data.scenario.item() == 'schema = 1\ntitle = "작은 연구"\n'
        assert data.fingerprint.sel(policy="less", replication=3).item() == f"{12:016x}{3:016x}"
        assert data.world_fingerprint.sel(world="NONE", replication=1).item() == f"{8:016x}{1:016x}"
        # 1,000 million won a year for A1, half of it Korea's.
        planned = data.planned.sel(policy="less", account="A1")
        assert planned.sel(authority="korea").values.tolist() == [500_000] * 4
        assert planned.sum("authority").values.tolist() == [1_000_000] * 4
        assert data.planned.sel(account="A2").sum() == 0


def test_the_dictionary_has_one_row_for_every_variable(sample):
    with xr.open_dataset(sample, group="dictionary") as rows, h5py.File(sample) as raw:
        table = rows.to_dataframe().to_dict("index")
        for group in ["yearly", "worlds", "total", "summary", "comparison", "economics", "provenance"]:
            for name, variable in raw[group].items():
                if h5py.h5ds.is_scale(variable.id):
                    continue
                row = table.pop(f"{group}/{name}")
                assert row["group"] == group and row["id"] == name
                axes = [h5py.h5ds.get_scale_name(axis[0].id).decode() for axis in variable.dims]
                assert row["dimensions"] == ", ".join(axes)
                assert row["unit"] == variable.attrs.get("units", b"").decode()
                assert row["label_ko"] == variable.attrs["long_name_ko"].decode()
        assert table == {}


def test_nothing_in_the_file_bites_older_readers(sample):
    seen = []

    def look(name, thing):
        seen.append(name)
        for value in thing.attrs.values():
            assert not isinstance(value, h5py.Empty), name
        if isinstance(thing, h5py.Dataset):
            assert thing.dtype.kind in "fiO", name  # no compounds, no booleans, no fixed strings
            assert thing.compression is None and thing.chunks is None, name
            assert h5py.h5ds.is_scale(thing.id) or all(len(axis) == 1 for axis in thing.dims), name
        order = thing.id.get_create_plist().get_attr_creation_order()
        assert order == h5py.h5p.CRT_ORDER_TRACKED | h5py.h5p.CRT_ORDER_INDEXED, name

    with h5py.File(sample) as raw:
        raw.visititems(look)
        assert set(raw) == set(GROUPS)
    assert len(seen) > 300


def test_axes_and_variables_know_each_other(sample):
    checked = 0
    with h5py.File(sample) as raw:
        for group in (thing for thing in raw.values() if isinstance(thing, h5py.Group)):
            variables = [one for one in group.values() if not h5py.h5ds.is_scale(one.id)]
            for variable in variables:
                for place, axis in enumerate(variable.dims):
                    assert h5py.h5ds.is_attached(variable.id, axis[0].id, place), variable.name
                    checked += 1
            uses = sum(one.attrs["REFERENCE_LIST"].size for one in group.values() if "REFERENCE_LIST" in one.attrs)
            assert uses == sum(len(one.dims) for one in variables)
    assert checked > 300


def test_only_execution_says_how_it_was_computed(sample, samples):
    with xr.open_dataset(sample, group="execution") as data:
        assert data.attrs["threads"] == 2 and data.attrs["host"] == "a host"
        assert data.attrs["events"] == 5 * 4 * 100  # worlds x replications x events
    with h5py.File(samples / "compressed.h5") as raw:
        assert "execution" not in raw


def test_compressed_variables_use_filters_that_every_reader_has(samples):
    with h5py.File(samples / "compressed.h5") as raw:
        large = raw["yearly/budget_spent_by_account"]
        assert large.compression == "gzip" and large.compression_opts == 1 and large.shuffle
        assert raw["yearly/trainees_returned"].compression is None  # under 64 KiB


def test_ncdump_shows_labelled_axes_units_and_names(sample):
    shown = subprocess.run(["ncdump", "-h", sample], capture_output=True, text=True)
    assert shown.returncode == 0 and shown.stderr == ""
    for line in ["double training_wait(policy, replication, year) ;",
                 'training_wait:units = "day" ;',
                 'training_wait:long_name = "Wait for training" ;',
                 'training_wait:long_name_ko = "연수 대기일수" ;',
                 "double trainees_returned_minus_baseline(statistic, policy, year) ;",
                 "string policy(policy) ;", "int year(year) ;", "string scenario ;"]:
        assert line in shown.stdout, line
    assert "phony" not in shown.stdout and "This is a netCDF" not in shown.stdout
    whole = subprocess.run(["ncdump", sample], capture_output=True, text=True)
    assert whole.returncode == 0 and "현행" in whole.stdout
