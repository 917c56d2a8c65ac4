# SPDX-License-Identifier: Apache-2.0
"""Every plot draws what the file says, in both languages; a letter that no font has is a warning, and fails."""
import io

import numpy as np
import pytest
from matplotlib.figure import Figure

import coopsim
from coopsim import plot
from coopsim.plot import style


def words(figure):
    return " ".join(one.get_text() for one in figure.findobj(lambda artist: hasattr(artist, "get_text")))


def is_drawn(figure, lang):
    assert isinstance(figure, Figure)
    kept = io.BytesIO()
    figure.savefig(kept, format="png", dpi=40)
    korean = any("\uac00" <= letter <= "\ud7a3" for letter in words(figure))
    assert korean == (lang == "ko"), words(figure)
    assert "nan" not in words(figure).lower().replace("finance", "")


DRAWN = {
    "fan": lambda result, lang: plot.fan(result, "productivity_effect", lang=lang),
    "fans": lambda result, lang: plot.fan(result, "training_wait", together=False, lang=lang),
    "forest": lambda result, lang: plot.forest(result, "productivity_effect", lang=lang),
    "plane": lambda result, lang: plot.plane(result, lang=lang),
    "acceptability": lambda result, lang: plot.acceptability(result, lang=lang),
    "tornado": lambda result, lang: plot.tornado(result, policy="dankai", lang=lang),
    "fairs": lambda result, lang: plot.funnel(result, "fairs", lang=lang),
    "training": lambda result, lang: plot.funnel(result, "training", lang=lang),
    "advice": lambda result, lang: plot.funnel(result, "advice", lang=lang),
    "budget": lambda result, lang: plot.budget_flow(result, lang=lang),
    "tiles": lambda result, lang: plot.tiles(result, "productivity_effect", "dankai", lang=lang),
}


@pytest.mark.parametrize("lang", ["en", "ko"])
@pytest.mark.parametrize("name", DRAWN)
def test_it_is_drawn_in_both_languages(result, name, lang):
    is_drawn(DRAWN[name](result, lang), lang)


@pytest.mark.parametrize("lang", ["en", "ko"])
@pytest.mark.parametrize("kind", ["morris", "saltelli", "latin_hypercube"])
def test_sensitivity_is_drawn_by_what_the_design_allows(sweeps, kind, lang):
    with coopsim.open_result(sweeps[kind]) as sweep:
        figure = plot.sensitivity(sweep, lang=lang)
        is_drawn(figure, lang)
        table = plot.sensitivity_table(sweep)
        column = {"morris": "mu_star", "saltelli": "total_order", "latin_hypercube": "main_effect"}[kind]
        drawn = {round(bar.get_width(), 9) for bar in figure.axes[0].patches}
        assert {round(value, 9) for value in table[column]} <= drawn


@pytest.mark.parametrize("lang", ["en", "ko"])
def test_what_if_is_the_programs_prediction_over_the_points(sweeps, lang):
    with coopsim.open_result(sweeps["latin_hypercube"]) as sweep:
        factor = str(sweep["design"].factor.values[0])
        figure = plot.what_if(sweep, factor, lang=lang)
        is_drawn(figure, lang)
        policy = next(str(one) for one in sweep.policies.index if one != sweep.baseline)
        told = coopsim.ask("predict", sweep.path, "--over", factor, "--policy", policy)
        line = figure.axes[0].lines[0]
        np.testing.assert_allclose(line.get_ydata(), [step["predicted"] for step in told["over"]["steps"]])
        assert len(figure.axes[0].collections[0].get_offsets()) == sweep["design"].sizes["design_point"] - 1
        with pytest.raises(coopsim.NotInResult, match="did you mean"):
            plot.what_if(sweep, factor + "s")


def test_a_fan_has_the_quantiles_of_the_file(result):
    figure = plot.fan(result, "productivity_effect", ["dankai"])
    line = figure.axes[0].lines[0]
    summary = result["summary"].productivity_effect.sel(policy="dankai", statistic="q50")
    np.testing.assert_array_equal(line.get_ydata(), summary)
    np.testing.assert_array_equal(line.get_xdata(), summary.year)


def test_a_forest_has_the_simultaneous_intervals(result):
    own = result.paired("contracts")
    lines = [line for line in plot.forest(result, "contracts").axes[0].lines if len(line.get_xdata()) == 2]
    drawn = [tuple(line.get_xdata()) for line in lines][:len(own)]
    assert drawn == list(zip(own.simultaneous_low, own.simultaneous_high))


def test_money_is_shown_in_billions(result):
    figure = plot.budget_flow(result, ["status_quo"])
    paid = result["yearly"].budget_spent.sel(policy="status_quo").mean("replication") / 1e6
    heights = [bar.get_height() for bar in figure.axes[0].patches[:24]]
    np.testing.assert_allclose(heights, paid)
    assert "KRW billion" in words(figure)


def test_a_budget_bar_is_as_high_as_what_the_year_had(result):
    figure = plot.budget_flow(result, ["abrupt_cut"])
    bars = figure.axes[0].patches
    tops = np.max([[bar.get_y() + bar.get_height() for bar in bars[at::24]] for at in range(24)], axis=1)
    data = result["yearly"].sel(policy="abrupt_cut").mean("replication")
    had = data.budget_appropriated + data.budget_carried_over.shift(year=1, fill_value=0)
    np.testing.assert_allclose(tops, had / 1e6, rtol=1e-9)


def test_acceptability_is_as_the_program_has_it(samples):
    with coopsim.open_result(samples / "ranked.h5") as result:
        told = coopsim.ask("compare", result.path, "--costs")["costs"]["acceptability"]
        assert len(told["values"]) > 20 and len(set(told["best_on_average"])) == 2
        own = plot.acceptability_curves(result, "productivity_effect", np.array(told["values"]) / 1e6)
        for row in told["policies"]:
            np.testing.assert_allclose(own.xs(row["name"], level="policy")["share"], row["share"], atol=1e-12)
        best = own[own["best"]].reset_index("policy").policy.tolist()
        assert best == told["best_on_average"]


def test_what_cannot_be_drawn_is_said(result, made, samples):
    with coopsim.open_result(samples / "sample.h5") as other:
        with pytest.raises(coopsim.NotInResult, match="run.draws"):
            plot.tornado(other)
    with pytest.raises(coopsim.NotInResult, match="no sweep"):
        plot.sensitivity(result)
    with pytest.raises(ValueError, match="'fairs', 'training', 'advice'"):
        plot.funnel(result, "moon")
    with pytest.raises(ValueError, match="'en' or 'ko'"):
        plot.fan(result, "contracts", lang="ja")
    with pytest.raises(coopsim.NotInResult, match="did you mean"):
        plot.fan(result, "contract")


def test_without_a_korean_font_it_is_said(result, monkeypatch):
    monkeypatch.setattr(style, "korean_font", lambda: None)
    with pytest.warns(UserWarning, match="fonts-noto-cjk"):
        with style.look("ko"):
            pass
