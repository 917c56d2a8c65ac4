# SPDX-License-Identifier: Apache-2.0
"""Event table and panel: xarray and pandas read dates, flags and numbers, with no option and no warning."""
import pathlib
import re
import subprocess

import numpy as np
import pandas as pd
import pytest
import xarray as xr

# Of missing dates, by Debian's xarray with its numpy, whatever the file: they are read as NaT all the same.
pytestmark = pytest.mark.filterwarnings("ignore:invalid value encountered in cast:RuntimeWarning")
ENGINES = ["h5netcdf", "netcdf4"]
FILES = ["records.h5", "records_compressed.h5"]
ROWS = 3000  # a world; worlds: policies 0 and 2 in replications 0 to 3
DOCS = pathlib.Path(__file__).parents[2] / "docs"


def of_world(table, policy, replication):
    return table[(table.policy == policy) & (table.replication == replication)].reset_index()


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize("file", FILES)
def test_rows_stand_by_replication_and_policy(samples, file, engine):
    for group in ["events", "panel"]:
        with xr.open_dataset(samples / file, group=group, engine=engine) as data:
            assert len(data.dims) == 1 and set(data.sizes.values()) == {8 * ROWS}
            worlds = list(zip(data.replication.values[::ROWS], data.policy.values[::ROWS]))
            assert worlds == [(r, p) for r in range(4) for p in (0, 2)]
            assert data[list(data.dims)[0]].values.tolist() == list(range(8 * ROWS))


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize("file", FILES)
def test_dates_are_dates_and_missing_ones_are_missing(samples, file, engine):
    with xr.open_dataset(samples / file, group="events", engine=engine) as data:
        table = data.to_dataframe()
    for column in ["asked", "started", "ended"]:
        assert str(table[column].dtype).startswith("datetime64")
    one = of_world(table, 2, 3)
    row = np.arange(ROWS)
    assert (one.firm == row).all() and (one.generation == 3).all() and (one.person == row % 3 - 1).all()
    asked = pd.Timestamp("1995-03-01") + pd.to_timedelta(row % 300, "D")
    assert (one.asked == asked).all()
    refused, still_open = row % 5 == 0, (row % 7 == 0) & (row % 5 != 0)
    assert (one.started.isna() == refused).all() and (one.ended.isna() == still_open).all()
    assert ((one.started - one.asked).dt.days == row % 4)[~refused].all()
    assert ((one.ended - one.asked).dt.days == 10)[refused].all()
    assert one.waited.dtype == np.float64
    assert (one.waited == np.where(refused, 10.0, row % 4 + .5)).all()


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize("file", FILES)
def test_flags_say_what_their_numbers_mean(samples, file, engine):
    with xr.open_dataset(samples / file, group="events", engine=engine) as data:
        for name in ["policy", "kind", "account", "sector", "region", "result", "cause"]:
            flags = data[name].attrs
            meanings = flags["flag_meanings"].split()
            assert np.asarray(flags["flag_values"]).tolist() == list(range(len(meanings))), name
            assert np.asarray(flags["flag_values"]).dtype == data[name].dtype, name
            for language in ["en", "ko"]:
                assert len(flags[f"flag_labels_{language}"].split("; ")) == len(meanings), name
            assert data[name].max() < len(meanings)
        assert data.policy.attrs["flag_meanings"] == "more as_is less"
        said = np.array(data.result.attrs["flag_meanings"].split())[data.result.values]
        row = np.arange(8 * ROWS) % ROWS
        expected = np.where(row % 5 == 0, "not_served", np.where(row % 7 == 0, "open", "full"))
        assert (said == expected).all()


@pytest.mark.parametrize("engine", ENGINES)
def test_the_panel_has_its_numbers(samples, engine):
    with xr.open_dataset(samples / "records.h5", group="panel", engine=engine) as data:
        assert data.productivity_effect.attrs["units"] == "bp"
        table = data.to_dataframe()
    one = of_world(table, 0, 1)
    row = np.arange(ROWS)
    assert (one.year == 1995 + row % 2).all() and (one.staff == row + .5).all()
    assert (one.ties == 200).all() and (one.served == row % 2).all() and (one.services == row % 4).all()
    assert (one.productivity_effect.isna() == (row % 3 == 0)).all()
    np.testing.assert_allclose(one.productivity_effect[row % 3 != 0], row[row % 3 != 0], rtol=1e-12)


@pytest.mark.parametrize("engine", ENGINES)
def test_every_column_has_a_unit_and_names_in_both_languages(samples, engine):
    for group in ["events", "panel"]:
        with xr.open_dataset(samples / "records.h5", group=group, engine=engine, decode_times=False) as data:
            for name, variable in data.variables.items():
                assert variable.attrs["units"], name
                assert variable.attrs["long_name"], name
                assert any("\uac00" <= c <= "\ud7a3" for c in variable.attrs["long_name_ko"]), name


@pytest.mark.parametrize("file", FILES + ["no_rows.h5"])
def test_ncdump_reads_the_header_without_a_word(samples, file):
    said = subprocess.run(["ncdump", "-h", samples / file], capture_output=True, text=True)
    assert said.returncode == 0 and said.stderr == ""
    rows = 0 if file == "no_rows.h5" else 8 * ROWS
    assert re.search(rf"\bevent = UNLIMITED ; // \({rows} currently\)", said.stdout)
    assert re.search(rf"\brow = UNLIMITED ; // \({rows} currently\)", said.stdout)
    assert 'asked:units = "days since 1970-01-01"' in said.stdout


@pytest.mark.parametrize("engine", ENGINES)
def test_tables_without_rows_open_as_well(samples, engine):
    for group in ["events", "panel"]:
        with xr.open_dataset(samples / "no_rows.h5", group=group, engine=engine) as data:
            assert len(data.to_dataframe()) == 0


def test_what_the_page_shows_runs(samples, tmp_path, monkeypatch):
    page = (DOCS / "records.md").read_text(encoding="utf-8")
    snippets = re.findall(r"```python\n(.*?)```", page, re.S)
    assert snippets
    (tmp_path / "mine.h5").symlink_to(samples / "records.h5")
    monkeypatch.chdir(tmp_path)
    known = {}
    for snippet in snippets:
        exec(snippet, known)
    assert known["refused"].sum() > 0 and len(known["panel"]) == 8 * ROWS
