# SPDX-License-Identifier: Apache-2.0
"""coopsim compare --costs: what more effect costs, worked out again from the file by NumPy."""
import re

import h5py
import numpy
import pytest
from conftest import HEADLINE, change, document

POLICIES = ["announced_path", "abrupt_cut", "cut_without_reuse", "dankai", "training_restored"]


def costs(program, *words):
    found = document(program, *words, "--costs")
    return found["costs"]


def test_costs_are_those_of_the_file_and_the_frontier_follows_from_them(compared):
    with h5py.File(compared.folder / "thirty.h5") as result:
        names = [name.decode() for name in result["yearly/policy"][()]]
        cost, effect = result["economics/public_cost"][()], result["total/productivity_effect"][()]
    found = costs(compared, "thirty.h5")
    assert found["ranked"] and found["replications"] == 30
    for row in found["policies"]:
        at = names.index(row["name"])
        assert row["cost"]["mean"] == pytest.approx(cost[at].mean())
        assert row["effect"]["mean"] == pytest.approx(effect[at].mean())
        if not row["baseline"]:
            assert numpy.allclose(row["points"], numpy.transpose([cost[at] - cost[0], effect[at] - effect[0]]))
            assert sum(row["plane"].values()) == pytest.approx(1)
    frontier = [row for row in found["frontier"] if row["state"] in ("cheapest", "on_frontier")]
    ratios = [row["ratio"] for row in frontier[1:]]
    assert ratios == sorted(ratios) and len(found["frontier"]) == 6
    for value in found["acceptability"]["values"]:
        net = value * effect - cost
        best = names[int(numpy.argmax(net.mean(axis=1)))]
        at = found["acceptability"]["values"].index(value)
        assert found["acceptability"]["best_on_average"][at] == best and best in [row["name"] for row in frontier]
        shares = [policy["share"][at] for policy in found["acceptability"]["policies"]]
        winners = net == net.max(axis=0)
        assert shares == pytest.approx(list((winners / winners.sum(axis=0)).mean(axis=1)))


def test_costs_are_shown_alone_and_fit(compared):
    text = compared("compare", "thirty.h5", "--costs").stdout
    assert "where it stands" in text and "cheapest" in text and "Best buy" in text
    assert "difference" not in text and max(map(len, text.splitlines())) <= 120
    for policy in POLICIES:
        assert len(re.findall(rf"^{policy} ", text, re.M)) == 2
    more = compared("compare", "thirty.h5", "--costs", "--verbose", "--metric", "contracts").stdout
    assert "Net benefit" in more and "Contracts" in more and "nan" not in more.lower()
    assert compared("compare", "thirty.h5", "--costs", environment={"LC_ALL": "C"}).stdout.isascii()


def test_what_effect_is_worth_may_be_said_in_money(compared):
    found = costs(compared, "thirty.h5", "--worth", "2 million KRW", "--worth", "1 500 000 KRW", "--worth", "2백만원")
    assert found["values"] == [1500, 2000]
    told = compared("compare", "thirty.h5", "--costs", "--worth", "much", code=2).stderr
    assert "--worth much" in told and "KRW" in told
    assert "less than nothing" in compared("compare", "thirty.h5", "--costs", "--worth=-5 000 KRW", code=2).stderr
    assert "--costs" in compared("compare", "thirty.h5", "--worth", "5 KRW", code=2).stderr


def test_another_effect_may_be_bought_and_less_of_it_where_less_is_better(compared):
    assert costs(compared, "thirty.h5", "--effect", "contracts")["effect"]["metric"] == "contracts"
    wait = costs(compared, "thirty.h5", "--effect", "training_wait")
    assert wait["effect"]["better"] == "less"
    told = compared("compare", "thirty.h5", "--costs", "--effect", "contract", code=2).stderr
    assert "--effect contract" in told and "contracts" in told


def test_equal_costs_and_effects_are_no_division_by_zero(compared):
    name = change(compared, "same.h5", HEADLINE, lambda values: values.__setitem__(slice(None), values[0]))
    with h5py.File(compared.folder / name, "r+") as result:
        values = result["economics/public_cost"][()]
        result["economics/public_cost"][...] = numpy.broadcast_to(values[0], values.shape)
    states = [row["state"] for row in costs(compared, name)["frontier"]]
    assert states == ["cheapest"] + ["equal"] * 5
    text = compared("compare", name, "--costs", "--verbose").stdout
    assert "nan" not in text.lower() and "inf" not in text.lower()
    cheaper = change(compared, "dearer.h5", HEADLINE, lambda values: values.__setitem__(slice(None), values[0]))
    states = [row["state"] for row in costs(compared, cheaper)["frontier"]]
    assert states == ["cheapest"] + ["dominated"] * 5


def test_no_cost_few_worlds_or_no_stop_rank_nobody(compared, reader):
    def edit(values):
        values[2, :4] = numpy.nan
    name = change(compared, "unpaid.h5", "economics/public_cost", edit)
    found = costs(compared, name)
    assert not found["ranked"] and found["left_out"] == 4 and found["frontier"] == []
    text = compared("compare", name, "--costs", "--verbose").stdout
    assert "lack a figure" in text and "nan" not in text.lower()
    assert "fewer than 30 replications" in reader("compare", "small.h5", "--costs").stdout
    path = compared.folder / "old.h5"
    path.write_bytes((compared.folder / "thirty.h5").read_bytes())
    with h5py.File(path, "r+") as result:
        del result["economics/public_cost"]
    assert "holds no costs" in compared("compare", "old.h5", "--costs", code=65).stderr
