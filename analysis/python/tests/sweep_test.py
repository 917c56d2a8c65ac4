# SPDX-License-Identifier: Apache-2.0
"""A sweep's folder: finished, running, growing, damaged."""
import json
import shutil

import numpy as np
import pytest
import xarray as xr

import coopsim
from coopsim.sweep_folder import BlockSource, finished_blocks


def test_a_finished_folder_is_its_result(sweeps):
    with coopsim.open_result(sweeps["saltelli"]) as result:
        assert result.path.endswith("result.h5") and "sensitivity" in result and "design" in result
        assert result.responses() == ["productivity_effect", "budget_spent"]
        rows = result.to_frame("budget_spent", group="total")
        assert list(rows.columns) == ["design_point", "policy", "replication", "metric", "value", "unit"]
        assert len(rows) == result["total"].budget_spent.size


def test_a_running_sweep_shows_its_finished_blocks(sweeps, running):
    blocks = finished_blocks(str(running))
    assert len(blocks) == 5
    with coopsim.open_result(running) as result, coopsim.open_result(sweeps["morris"]) as whole:
        assert list(result) == ["yearly"] and result.attrs["blocks"] == 5
        own, all_ = result["yearly"], whole["yearly"]
        covered = 0
        for block in blocks:
            at = {"design_point": range(block.first_point, block.first_point + block.points),
                  "replication": range(block.first_replication, block.first_replication + block.replications)}
            part = own.productivity_effect.sel(at)
            np.testing.assert_array_equal(part, all_.productivity_effect.sel(at))
            covered += part.size
        assert own.productivity_effect.notnull().sum() == covered > 0
        assert own.productivity_effect.attrs["long_name_ko"] == "생산성 효과"
        assert result.policies.equals(whole.policies) and result.attrs["title"] == whole.attrs["title"]
        assert result.attrs["policies_start"] == whole.attrs["policies_start"]
        for key in [np.s_[0], np.s_[:, 1, ..., -1], np.s_[[1, 0], :, 0], np.s_[..., ::-6]]:
            np.testing.assert_array_equal(own.budget_spent[key].values, own.budget_spent.values[key])


def test_blocks_of_processes_that_share_the_sweep_show_once(sweeps, running):
    lines = (sweeps["morris"] / "journal").read_text().splitlines(keepends=True)
    alone = finished_blocks(str(running))
    own, shared = running / "journal", running / "writers" / "shard" / "1_of_2.1" / "journal"
    shared.parent.mkdir(parents=True)
    own.write_text("".join(lines[:4]))
    shared.write_text(lines[0] + "".join(lines[3:6]))  # the third block was published by both
    assert finished_blocks(str(running)) == alone
    with coopsim.open_result(running) as result:
        assert result.attrs["blocks"] == 5


def test_more_blocks_show_when_it_is_opened_again(sweeps, running):
    with coopsim.open_result(running) as result:
        first = int(result["yearly"].budget_spent.count())
    shutil.copy(sweeps["morris"] / "journal", running / "journal")
    with coopsim.open_result(running) as result, coopsim.open_result(sweeps["morris"]) as whole:
        assert first < int(result["yearly"].budget_spent.count())
        for name in result.responses():
            np.testing.assert_array_equal(result["yearly"][name], whole["yearly"][name])


def test_a_running_sweep_can_be_compared_plotted_and_put_in_tables(running):
    with coopsim.open_result(running) as result:
        rows = result.paired("productivity_effect", "dankai", years=True)
        assert rows.index.names == ["policy", "design_point", "year"] and rows.difference.notna().any()
        assert result.to_frame("budget_spent").value.notna().any()
        assert coopsim.plot.fan(result, "budget_spent").axes
        with pytest.raises(coopsim.NotInResult, match="the sweep still runs; use years=True"):
            result.paired("productivity_effect", "dankai")
        with pytest.raises(coopsim.NotInResult, match="not finished"):
            result["sensitivity"]
        with pytest.raises(coopsim.NotInResult, match="did you mean 'budget_spent'"):
            result["yearly/budget_spend"]


def test_a_sweep_that_grew_shows_its_blocks_until_its_result_is_new(scenarios, sweeps, tmp_path):
    folder = tmp_path / "grown"
    shutil.copytree(sweeps["latin_hypercube"], folder)
    old = (folder / "result.h5").read_bytes()
    coopsim.ask("expand", folder, "--replications", "3")
    with coopsim.open_result(folder) as result:
        assert result["yearly"].sizes["replication"] == 3 and result.path.endswith("result.h5")
    (folder / "result.h5").write_bytes(old)
    with coopsim.open_result(folder) as result:
        assert isinstance(result._source, BlockSource)
        assert result["yearly"].sizes["replication"] == 3 and result["yearly"].budget_spent.notnull().all()


@pytest.mark.parametrize("spoil, problem, words", [
    (lambda folder: (folder / "journal").unlink(), "foreign", "no sweep's"),
    (lambda folder: (folder / "journal").write_text(""), "unfinished", "no block is finished yet"),
    (lambda folder: (folder / "journal").write_text("1 2 {\n"), "damaged", "coopsim status --verify"),
    (lambda folder: (folder / "journal").write_text("a letter\n"), "damaged", "coopsim status --verify"),
])
def test_folders_that_are_none_are_named(running, spoil, problem, words):
    spoil(running)
    with pytest.raises(coopsim.ResultError, match=words) as caught:
        coopsim.open_result(running)
    assert caught.value.problem == problem


def test_a_journal_that_leads_out_of_the_folder_is_refused(running):
    lines = (running / "journal").read_text().splitlines()[:2]
    head, chain, record = lines[1].split(" ", 2)
    record = json.dumps(json.loads(record) | {"file": "../secret.h5"})
    (running / "journal").write_text(f"{lines[0]}\n{head} {chain} {record}\n")
    with pytest.raises(coopsim.ResultError, match="outside the folder"):
        coopsim.open_result(running)


def test_a_block_that_was_cut_off_is_not_shown(running):
    block = finished_blocks(str(running))[1]
    path = running / block.file
    path.write_bytes(path.read_bytes()[:-1])
    assert block not in finished_blocks(str(running))
    with coopsim.open_result(running) as result:
        assert result.attrs["blocks"] == 4


def test_a_block_changed_since_it_was_opened_is_damaged(running):
    with coopsim.open_result(running) as result:
        (running / finished_blocks(str(running))[1].file).write_bytes(b"\x89HDF\r\n\x1a\n")
        with pytest.raises(coopsim.ResultError):
            result["yearly"].budget_spent.load()


@pytest.mark.parametrize("engine", ["h5netcdf", "netcdf4"])
def test_open_mfdataset_joins_the_blocks(sweeps, engine):
    files = sorted((sweeps["morris"] / "shards").glob("*/*.h5"))
    with xr.open_mfdataset(files, group="block", engine=engine, combine="by_coords") as blocks, \
         xr.open_dataset(sweeps["morris"] / "result.h5", group="yearly", engine=engine) as whole:
        joined = blocks.sel(policy=whole.policy)  # by_coords sorts the names
        assert joined.productivity_effect.attrs["units"] == "bp"
        for name in ("productivity_effect", "budget_spent"):
            np.testing.assert_array_equal(joined[name].transpose(*whole[name].dims), whole[name])


@pytest.mark.parametrize("engine", ["h5netcdf", "netcdf4"])
@pytest.mark.parametrize("kind", ["morris", "saltelli", "latin_hypercube"])
def test_every_group_of_a_sweep_opens_with_both_engines(sweeps, kind, engine):
    with coopsim.open_result(sweeps[kind]) as result:
        for group in result:
            with xr.open_dataset(sweeps[kind] / "result.h5", group=group, engine=engine) as data:
                xr.testing.assert_identical(data, result[group])
                for axis in data.dims:
                    assert axis in data.coords
