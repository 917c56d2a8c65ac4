# SPDX-License-Identifier: Apache-2.0
"""What plots refuse, each in one sentence of the package's own kinds, and what figures say of themselves."""
import numpy as np
import pytest
from matplotlib.colors import to_hex

import coopsim
from coopsim import plot
from coopsim.plot import style

SPLIT = "is split by sector; name the sector that {call} shall draw, .*part='machinery'.*: machinery, electronics"
DANKAI = "has no policy 'Dankai'; did you mean 'dankai'"


def words(figure):
    return " ".join(one.get_text() for one in figure.findobj(lambda artist: hasattr(artist, "get_text")))


@pytest.mark.parametrize("call", ["fan", "forest", "plane"])
def test_a_split_response_is_drawn_by_one_part_only(result, call):
    draw = getattr(plot, call)
    with pytest.raises(coopsim.WrongArgument, match=SPLIT.format(call=f"plot.{call}")):
        draw(result, "contracts_by_sector")
    with pytest.raises(coopsim.NotInResult, match="has no sector 'machinry'; did you mean 'machinery'"):
        draw(result, "contracts_by_sector", part="machinry")
    with pytest.raises(coopsim.WrongArgument, match="'contracts' has no parts"):
        draw(result, "contracts", part="machinery")
    assert "machinery" in words(draw(result, "contracts_by_sector", part="machinery"))
    assert "기계" in words(draw(result, "contracts_by_sector", part="machinery", lang="ko"))


def test_a_part_has_its_own_numbers(result):
    line = plot.fan(result, "contracts_by_sector", "dankai", part="metals").axes[0].lines[0]
    own = result["yearly/contracts_by_sector"].sel(policy="dankai", sector="metals").median("replication")
    np.testing.assert_allclose(line.get_ydata(), own)
    found = result.paired("contracts_by_sector").xs("metals", level="sector")
    lines = [one for one in plot.forest(result, "contracts_by_sector", part="metals").axes[0].lines
             if len(one.get_xdata()) == 2]
    drawn = [tuple(one.get_xdata()) for one in lines][:len(found)]
    assert drawn == list(zip(found.simultaneous_low, found.simultaneous_high))


@pytest.mark.parametrize("draw", [
    lambda result: plot.fan(result, "contracts", ["Dankai"]),
    lambda result: plot.forest(result, "contracts", ["Dankai"]),
    lambda result: plot.plane(result, policies=["Dankai"]), lambda result: plot.funnel(result, policies=["Dankai"]),
    lambda result: plot.budget_flow(result, ["Dankai"]), lambda result: plot.tiles(result, "contracts", "Dankai"),
    lambda result: plot.tornado(result, policy="Dankai"),
], ids="fan forest plane funnel budget_flow tiles tornado".split())
def test_a_policy_that_there_is_not_is_named_with_the_nearest(result, draw):
    with pytest.raises(coopsim.NotInResult, match=DANKAI):
        draw(result)


def test_a_sweep_is_refused_where_one_result_is_drawn(sweeps):
    with coopsim.open_result(sweeps["latin_hypercube"]) as sweep:
        for call in ("forest", "plane", "acceptability"):
            with pytest.raises(coopsim.WrongArgument, match=f"sweep of 7 design points, and plot.{call} draws one"):
                getattr(plot, call)(sweep, "budget_spent")
        assert "at all 7 design points" in words(plot.fan(sweep, "budget_spent"))
        assert "설계점 7개" in words(plot.fan(sweep, "budget_spent", lang="ko"))


def test_nothing_to_draw_is_an_error(result):
    for call in (plot.forest, plot.plane):
        with pytest.raises(coopsim.NotInResult, match="mean_gain: no difference to 'status_quo' in all rows"):
            call(result, "mean_gain")
    with pytest.raises(coopsim.NotInResult, match="'mean_gain' has no value in any replication under status_quo"):
        plot.acceptability(result, "mean_gain")
    with pytest.raises(coopsim.NotInResult, match="no value in any year under status_quo"):
        plot.fan(result, "mean_gain", ["status_quo"])
    with pytest.raises(coopsim.WrongArgument, match="policies is empty"):
        plot.forest(result, "contracts", [])
    assert "no value" in words(plot.forest(result, "advice_wait"))


def test_a_policy_is_not_compared_with_itself(result):
    with pytest.raises(coopsim.WrongArgument, match="'status_quo' cannot be compared with itself"):
        plot.forest(result, "contracts", ["status_quo", "dankai"])
    with pytest.raises(coopsim.WrongArgument, match="'dankai' cannot be compared with itself"):
        plot.forest(result, "contracts", "dankai", against="dankai")
    with pytest.raises(coopsim.WrongArgument, match="'status_quo' cannot"):
        plot.tiles(result, "contracts", "status_quo")
    assert plot.forest(result, "contracts", "status_quo", against="dankai").axes


def test_parts_of_an_effect_are_not_bought(result):
    with pytest.raises(coopsim.WrongArgument, match="takes the whole response 'contracts'"):
        plot.acceptability(result, "contracts_by_sector")
    with pytest.raises(coopsim.NotInResult, match="no response 'contracts_by_sector'; did you mean 'contracts'"):
        plot.tornado(result, "contracts_by_sector")


def test_a_forest_prints_its_intervals_and_names_the_baseline_in_quotes(result):
    figure = plot.forest(result, "programme_exports")
    row = result.paired("programme_exports").loc["dankai"]
    assert style.interval(row.difference, row.simultaneous_low, row.simultaneous_high, "en") in words(figure)
    assert "difference to “As in 2006: training keeps .45”" in words(figure)
    assert "‘현상 유지(연수 비중 45%)’ 대비" in words(plot.forest(result, "programme_exports", lang="ko"))


@pytest.mark.parametrize("lang", ["en", "ko"])
def test_ticks_of_large_values_stand_apart_with_one_minus_sign(result, lang):
    figure = plot.forest(result, "programme_exports", lang=lang)
    figure.draw_without_rendering()  # outside of `look`, as a reader's savefig
    low, high = figure.axes[0].get_xlim()
    ticks = [one for one in figure.axes[0].get_xticklabels() if low <= one.get_position()[0] <= high]
    boxes = [one.get_window_extent() for one in ticks]
    assert len(ticks) >= 2 and all(one.x1 + 3 < other.x0 for one, other in zip(boxes, boxes[1:]))
    assert any("," in one.get_text() for one in ticks) and "\u2212" not in words(figure)
    assert any(one.get_text().startswith("-") for one in ticks)


def test_values_on_the_zero_line_have_a_halo(result):
    notes = [one for one in plot.forest(result, "programme_exports").axes[0].texts]
    assert len(notes) == 5 and all(one.get_path_effects() for one in notes)


def test_the_past_in_common_is_drawn_once_in_no_policys_colour(result):
    lines = plot.fan(result, "productivity_effect", ["status_quo", "dankai"]).axes[0].lines
    past, *others = [line for line in lines if len(line.get_xdata()) > 2]
    assert past.get_xdata().tolist() == list(range(1993, 2007))
    assert to_hex(past.get_color()) == style.PAST not in style.colours(result).values()
    for line, policy in zip(others, ("status_quo", "dankai")):
        assert line.get_xdata()[0] == 2006 and to_hex(line.get_color()) == style.colours(result)[policy]
        np.testing.assert_array_equal(line.get_ydata(), result["summary"].productivity_effect.sel(
            policy=policy, statistic="q50", year=slice(2006, None)))


def test_a_basis_point_is_explained_once_where_it_is_the_unit(result, sweeps):
    for figure in (plot.forest(result, "productivity_effect"), plot.fan(result, "productivity_effect"),
                   plot.plane(result), plot.tiles(result, "productivity_effect", "dankai", lang="ko")):
        assert words(figure).count("1 bp = 0.01 %") == 1
    assert "1 bp" not in words(plot.fan(result, "contracts"))


def test_budget_bars_leave_room_above(result):
    axis = plot.budget_flow(result).axes[0]
    highest = max(bar.get_y() + bar.get_height() for bar in axis.patches)
    assert axis.get_ylim()[1] > 1.05 * highest


def test_a_funnel_says_that_its_steps_are_not_of_the_same_firms(result):
    assert "not of the same firms" in words(plot.funnel(result, "advice"))
    assert "같은 기업" in words(plot.funnel(result, "advice", lang="ko"))
    assert style._Ticks().format_ticks([0, 2500, 5000]) == ["0", "2,500", "5,000"]
    assert style._Ticks().format_ticks([-.25, 0, .25]) == ["-0.25", "0", "0.25"]
