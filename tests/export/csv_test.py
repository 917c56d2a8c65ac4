# SPDX-License-Identifier: Apache-2.0
"""Every table holds what the result file holds, to the bit, and what was asked for of it."""
import itertools
import json
import struct

import h5py
import pytest
from conftest import POLICIES, codes, rows, set_labels, shorten


def bits(text):
    """Of the double that a field stands for; None where it is missing."""
    return struct.pack("<d", float(text)) if text else None


def held(number):
    return None if number != number else struct.pack("<d", float(number))


def cells(result, dataset, axes):
    """Every value of a dataset with the codes of its place."""
    group = dataset.split("/")[0]
    values = result[dataset]
    places = [codes(result, f"{group}/{axis}") for axis in axes]
    assert values.shape == tuple(map(len, places))
    return dict(zip(itertools.product(*places), values[()].ravel()))


def same_values(found, result, group, axes, names):
    """`found`: rows of a tidy table; `names`: what the file calls each response."""
    expected = {}
    for metric, name in names.items():
        for place, value in cells(result, f"{group}/{name}", axes).items():
            expected[(*place, metric)] = held(value)
    got = {(*(row[axis] for axis in axes), row["metric"]): bits(row["value"]) for row in found}
    assert len(got) == len(found) and got == expected


def whole_responses(result, group):
    return {name: name for name, one in result[group].items()
            if one.dtype == "f8" and "_by_" not in name and not name.endswith("_total")}


@pytest.fixture(scope="module")
def exported(results, tmp_path_factory):
    from conftest import Program
    folder = tmp_path_factory.mktemp("exported")
    Program(results)("export", "small.h5", "-o", folder / "t", "--quiet", "--by", "account", "--by", "region",
                     *itertools.chain(*(("--table", one) for one in (
                         "yearly", "total", "worlds", "economics_by_valuation", "comparison"))))
    return folder / "t"


@pytest.mark.parametrize("table, axes", [("yearly", ["policy", "replication", "year"]), ("total", ["policy", "replication"]),
                                         ("worlds", ["world", "replication", "year"])])
def test_every_value_of_the_file_stands_in_the_table_to_the_bit(results, exported, table, axes):
    with h5py.File(results / "small.h5") as result:
        found = rows(exported / f"{table}.csv")
        assert list(found[0]) == [*axes, "metric", "value"]
        same_values(found, result, table, axes, whole_responses(result, table))
        assert all(shorten(row["value"]) for row in found if row["value"])


@pytest.mark.parametrize("split", ["account", "region"])
def test_split_responses_stand_in_tables_of_their_own(results, exported, split):
    with h5py.File(results / "small.h5") as result:
        names = {name.removesuffix(f"_by_{split}"): name for name in result["yearly"] if name.endswith(f"_by_{split}")}
        found = rows(exported / f"yearly_by_{split}.csv")
        same_values(found, result, "yearly", ["policy", "replication", split, "year"], names)
    members = rows(exported / f"{split}.csv")
    assert {row[split] for row in found} == {row[split] for row in members} and all(row["label_ko"] for row in members)


def test_benefits_come_by_valuation(results, exported):
    with h5py.File(results / "small.h5") as result:
        names = {name: name for name in ("benefit", "net_present_value", "benefit_cost_ratio")}
        same_values(rows(exported / "economics_by_valuation.csv"), result, "economics",
                    ["valuation", "policy", "replication"], names)


def test_a_wide_table_has_a_column_a_response(results, program):
    program("export", "small.h5", "-o", "wide.csv", "--wide")
    found = rows(program.folder / "wide.csv")
    with h5py.File(results / "small.h5") as result:
        metrics = list(whole_responses(result, "yearly"))
        assert set(found[0]) == {"policy", "replication", "year", *metrics}
        for metric in metrics:
            expected = cells(result, f"yearly/{metric}", ["policy", "replication", "year"])
            got = {(row["policy"], row["replication"], row["year"]): bits(row[metric]) for row in found}
            assert got == {place: held(value) for place, value in expected.items()}


def test_statistics_are_those_of_the_file(results, program):
    program("export", "small.h5", "-o", "t", "--table", "summary_total_minus_baseline", "--table", "summary",
            "--metric", "contracts", "--metric", "training_wait")
    with h5py.File(results / "small.h5") as result:
        for table, axes, end in (("summary", ["statistic", "policy", "year"], ""),
                                 ("summary_total_minus_baseline", ["statistic", "policy"], "_total_minus_baseline")):
            names = {name: name + end for name in ("contracts", "training_wait")}
            same_values(rows(program.folder / f"t/{table}.csv"), result, "summary", axes, names)


def test_comparisons_are_those_of_coopsim_compare(program):
    program("export", "thirty.h5", "--table", "comparison", "-o", "c.csv")
    said = json.loads(program("compare", "thirty.h5", "--metric", "productivity_effect", "--metric", "training_wait",
                              "--json").stdout)
    found = {(row["policy"], row["metric"]): row for row in rows(program.folder / "c.csv")}
    for metric in said["metrics"]:
        for policy in metric["policies"]:
            row = found[policy["name"], metric["metric"]]
            if policy["baseline"]:
                assert row["difference"] == "" and row["verdict"] == "baseline"
                continue
            assert float(row["difference"]) == policy["difference"]
            assert float(row["simultaneous_low"]) == policy["simultaneous"]["low"]
            assert float(row["simultaneous_high"]) == policy["simultaneous"]["high"]
            assert row["verdict"] == policy["verdict"]["state"] and row["held_against"] == "status_quo"


def test_only_what_was_chosen_is_written(results, program):
    program("export", "small.h5", "-o", "few.csv", "--metric", "contracts", "--metric", "budget_spent", "--policy",
            "dankai", "--policy", "status_quo", "--years", "2007-2009")
    found = rows(program.folder / "few.csv")
    assert {row["metric"] for row in found} == {"contracts", "budget_spent"}
    assert {row["policy"] for row in found} == {"dankai", "status_quo"}
    assert {row["year"] for row in found} == {"2007", "2008", "2009"} and len(found) == 2 * 2 * 2 * 3
    program("export", "small.h5", "-o", "one.csv", "--metric", "budget_spent", "--by", "account", "--years", "2010")
    found = rows(program.folder / "one.csv")
    assert {row["year"] for row in found} == {"2010"} and len({row["account"] for row in found}) == 26


def test_labels_are_in_the_language_asked_for(program):
    for language, spent, head_office, unit in (("en", "Spent by account", "Head office", "KRW thousand"),
                                               ("ko", "집행액 (계정별)", "본부", "KRW thousand")):
        program("export", "small.h5", "-o", "l.csv", "--labels", "--lang", language, "--metric", "budget_spent",
                "--by", "account", "--overwrite")
        found = rows(program.folder / "l.csv")
        assert list(found[0]) == ["policy", "policy_label", "replication", "account", "account_label", "year",
                                  "metric", "metric_label", "unit", "value"]
        assert {row["account_label"] for row in found if row["account"] == "head_office"} == {head_office}
        assert {(row["metric_label"], row["unit"]) for row in found} == {(spent, unit)}


def test_the_byte_order_mark_comes_only_when_asked_for(program):
    program("export", "small.h5", "-o", "t", "--table", "total", "--metric", "contracts")
    assert not any(file.read_bytes().startswith(b"\xef\xbb\xbf") for file in (program.folder / "t").iterdir())
    program("export", "small.h5", "-o", "b", "--table", "total", "--metric", "contracts", "--bom")
    assert all(file.read_bytes().startswith(b"\xef\xbb\xbf") for file in (program.folder / "b").glob("*.csv"))
    assert rows(program.folder / "b/total.csv", "utf-8-sig") == rows(program.folder / "t/total.csv")


HOSTILE = ["=cmd|' /C calc'!A0", "+1+1", "-2+3", "@SUM(A1)", "a, \"b\"\nc", "'quoted'"]


def test_texts_that_look_like_formulas_have_an_apostrophe_and_come_back(program):
    set_labels(program.folder / "small.h5", dict(enumerate(HOSTILE)))
    program("export", "small.h5", "-o", "t", "--labels", "--metric", "contracts")
    for row, label in zip(rows(program.folder / "t/policy.csv"), HOSTILE):
        written = row["label_en"]
        assert written[0] not in "=+-@" and written.removeprefix("'") == label
        assert written == ("'" + label if label[0] in "=+-@'" else label)
    labels = {row["policy_label"].removeprefix("'") for row in rows(program.folder / "t/yearly.csv")}
    assert labels == set(HOSTILE)


def test_numbers_are_never_guarded(program):
    program("export", "small.h5", "-o", "t", "--table", "comparison")
    found = rows(program.folder / "t/comparison.csv")
    assert any(row["difference"].startswith("-") for row in found)
    assert not any(value.startswith("'") for row in found for value in row.values())


def test_a_sweep_is_exported_point_by_point(results, program):
    program("export", results / "s", "-o", "points")
    with h5py.File(results / "s/result.h5") as result:
        names = {name: name for name in ("productivity_effect", "budget_spent")}
        same_values(rows(program.folder / "points/yearly.csv"), result, "yearly",
                    ["design_point", "policy", "replication", "year"], names)
        same_values(rows(program.folder / "points/total.csv"), result, "total",
                    ["design_point", "policy", "replication"], names)
        design = rows(program.folder / "points/design.csv")
        values = result["design/value"][()]
        factors = codes(result, "design/factor")
        assert [bits(row["value"]) for row in design] == [held(value) for value in values.ravel()]
        assert [row["factor"] for row in design] == factors * len(values)
        assert [row["factor"] for row in rows(program.folder / "points/factor.csv")] == factors
    program("export", results / "s", "-o", "wide", "--wide")
    wide = rows(program.folder / "wide/design.csv")
    assert [[bits(row[factor]) for factor in factors] for row in wide] == [[held(v) for v in row] for row in values]


def test_policies_stand_in_the_order_of_the_file(exported):
    assert [row["policy"] for row in rows(exported / "policy.csv")] == POLICIES
