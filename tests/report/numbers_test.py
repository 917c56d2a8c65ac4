# SPDX-License-Identifier: Apache-2.0
"""Every number of the report is one of the result file, read here by other means (h5py)."""
import json
import os
import pathlib
import re

import h5py
import numpy as np
import pytest

REPORTS = pathlib.Path(os.environ["COOPSIM_REPORTS"])
PROJECT = pathlib.Path(__file__).resolve().parents[2]
STATISTICS = {"mean": 0, "low": 2, "high": 3, "q05": 4, "q25": 5, "q50": 6, "q75": 7, "q95": 8}


def page_of(file):
    """What the program put into a page."""
    found = re.search(r'<script[^>]*id="data"[^>]*>(.*?)</script>', (REPORTS / file).read_text(), re.S)
    return json.loads(found.group(1))


@pytest.fixture(scope="module")
def data():
    return page_of("drawn.html")["studies"][0]


@pytest.fixture(scope="module")
def result():
    with h5py.File(REPORTS / "drawn.h5") as file:
        yield file


def same(shown, held):
    """Seven significant digits; null where the file has no number."""
    shown = np.array(shown, dtype=float)
    held = np.where(np.isfinite(held), held, np.nan)
    assert shown.shape == held.shape
    np.testing.assert_allclose(shown, held, rtol=6e-7, atol=0, equal_nan=True)
    return shown.size


def test_means_by_year_and_totals(data, result):
    compared = 0
    assert len(data["metrics"]) > 120
    for metric in data["metrics"]:
        compared += same(data["yearly"][metric["id"]], result["summary"][metric["id"]][0])
        for name in ("mean", "low", "high"):
            compared += same(data["totals"][metric["id"]][name],
                             result["summary"][metric["id"] + "_total"][STATISTICS[name]])
    assert compared > 10_000


def test_fans(data, result):
    assert data["offered"][0] == "productivity_effect"
    for metric in data["offered"]:
        for part, ending in (("level", ""), ("difference", "_minus_baseline")):
            for name, place in STATISTICS.items():
                same(data["fans"][metric][part][name], result["summary"][metric + ending][place])


def test_bands_of_the_past(data, result):
    named = {score["metric"] for score in data["scorecard"] if score["metric"] in data["yearly"]}
    assert set(data["past_fans"]) == named - set(data["fans"]) != set()
    for metric, fan in data["past_fans"].items():
        for name, place in STATISTICS.items():
            same(fan[name], result["summary"][metric][place])


def test_splits(data, result):
    listed = (PROJECT / "analysis/report/src/sections/splits.ts").read_text()
    yearly, totals = (re.findall(r'"(\w+_by_\w+)"', part) for part in listed.split("totalSplits", 1))
    assert sorted(yearly) == sorted(data["split_yearly"]) and sorted(totals) == sorted(data["split_totals"])
    for name, values in data["split_yearly"].items():
        same(values, result["summary"][name][0])
    for name, parts in data["split_totals"].items():
        for part, ending in (("level", "_total"), ("difference", "_total_minus_baseline")):
            for statistic in ("mean", "low", "high"):
                same(parts[part][statistic], result["summary"][name + ending][STATISTICS[statistic]])


def test_comparison(data, result):
    group = result["comparison"]
    responses = list(group["response"].asstr()[:])
    names = {"difference": "difference", "low": "simultaneous_low", "high": "simultaneous_high",
             "correlation": "correlation", "share_above": "share_above", "pairs": "pairs",
             "variance_reduction": "variance_reduction", "q05": "difference_q05", "q95": "difference_q95",
             "more_cost": "more_cost", "regret_largest": "regret_largest", "target_missed": "target_missed",
             "worst_twentieth": "worst_twentieth", "cost_ratio": "cost_ratio"}
    baseline = [policy["baseline"] for policy in data["policies"]].index(True)
    for i, response in enumerate(responses):
        rows = data["comparison"][response]
        for shown, held in names.items():
            values = group[held][i].copy()
            if shown in ("correlation", "variance_reduction", "share_above", "pairs"):
                values[baseline] = np.nan  # of the baseline with itself: nothing that a page would show
            same([row[shown] for row in rows], values)
        assert [row["state"] for row in rows] == list(group["verdict"].asstr()[i])


def test_economics(data, result):
    group = result["economics"]
    for name in ("public_cost", "firm_cost"):
        for part, ending in (("level", "_summary"), ("difference", "_minus_baseline")):
            for statistic in ("mean", "low", "high"):
                same(data["economics"][name][part][statistic], group[name + ending][STATISTICS[statistic]])
    for name in ("benefit", "net_present_value", "benefit_cost_ratio"):
        for v, parts in enumerate(data["economics"][name]):
            for part, ending in (("level", "_summary"), ("difference", "_minus_baseline")):
                for statistic in ("mean", "low", "high"):
                    same(parts[part][statistic], group[name + ending][STATISTICS[statistic], v])
    baseline = [policy["baseline"] for policy in data["policies"]].index(True)
    for shown, held in (("cost", "public_cost"), ("firm_cost", "firm_cost")):
        cost = group[held][:]
        same(data["economics"]["points"][shown], cost - cost[baseline])


def test_assumptions(data, result):
    group = result["assumptions"]
    responses = list(group["response"].asstr()[:])
    names = {"mean": "difference_mean", "q05": "difference_q05", "q95": "difference_q95",
             "share_above": "share_above", "where_low": "difference_where_low",
             "where_high": "difference_where_high", "evpi": "evpi", "evppi": "evppi",
             "evppi_left_out": "evppi_left_out"}
    for i, response in enumerate(responses):
        for shown, held in names.items():
            same(data["assumptions"]["metrics"][response][shown], group[held][i])
    baseline = [policy["baseline"] for policy in data["policies"]].index(True)
    draws = group["total"][responses.index("productivity_effect")].mean(axis=2)
    same(data["assumptions"]["headline_draws"], (draws - draws[:, [baseline]]).T)


def test_provenance(data, result):
    assert data["study"]["fingerprint"] == result.attrs["run_fingerprint"].decode()
    assert data["study"]["content_hash"] == result.attrs["content_hash"].decode()
    assert data["study"]["replications"] == 30 and data["study"]["draws"] == 12


def test_every_parameter_has_its_source_and_grade(data):
    assert len(data["parameters"]) > 300
    for parameter in data["parameters"]:
        assert parameter["label"]["ko"] and parameter["section"]["ko"]
        assert parameter["source"] and parameter["grade"] in "ABCD"


def test_two_studies_stand_in_one_page():
    both = page_of("two.html")["studies"]
    assert [study["study"]["knowledge"] for study in both] == ["ex_ante_2007", "ex_post"]
    assert both[1]["assumptions"] is None
