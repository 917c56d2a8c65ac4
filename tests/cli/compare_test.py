# SPDX-License-Identifier: Apache-2.0
"""coopsim compare: what it says of sound results, of small ones, and of those that fall short."""
import fcntl
import json
import os
import pty
import re
import struct
import termios

import h5py
import numpy
import pytest
from conftest import EIGHT, HEADLINE, change, document

POLICIES = ["announced_path", "abrupt_cut", "cut_without_reuse", "dankai", "training_restored"]


def rows(found, metric=0):
    return {row["name"]: row for row in found["metrics"][metric]["policies"]}


def test_every_policy_has_a_line_in_every_table(compared):
    text = compared("compare", "thirty.h5").stdout
    for policy in POLICIES:
        assert len(re.findall(rf"^{policy} +[-+0-9]", text, re.M)) == 5
    assert text.startswith("KJC 2007 at a twentieth\n") and "every policy less status_quo" in text
    assert "nan" not in text.lower() and "\x1b" not in text


@pytest.mark.parametrize("words", [[], ["--verbose"], ["--bootstrap"], ["--baseline", "dankai"]])
def test_lines_fit_into_the_columns_of_a_file(compared, words):
    text = compared("compare", "thirty.h5", *words).stdout
    assert max(map(len, text.splitlines())) <= 120


def test_the_difference_is_that_of_the_file_paired_by_replication(compared):
    with h5py.File(compared.folder / "thirty.h5") as result:
        values = result["total/productivity_effect"][()]
        names = [name.decode() for name in result["yearly/policy"][()]]
    base = names.index("status_quo")
    for name, row in rows(document(compared, "thirty.h5")).items():
        if name == "status_quo":
            assert "difference" not in row and row["baseline"]
            continue
        off = values[names.index(name)] - values[base]
        assert row["difference"] == pytest.approx(off.mean(), rel=1e-12)
        assert row["standard_error"] == pytest.approx(off.std(ddof=1) / 30 ** .5, rel=1e-9)
        assert row["correlation"] == pytest.approx(numpy.corrcoef(values[names.index(name)], values[base])[0, 1])
        # Five policies share 5 %: t of 29 degrees at 1 - .005 is 2.75638590.
        assert row["simultaneous"]["high"] - row["difference"] == pytest.approx(
            2.75638590 * row["standard_error"], rel=1e-7)
        assert row["alone"]["high"] - row["difference"] == pytest.approx(2.04522964 * row["standard_error"], rel=1e-7)


def test_any_policy_may_be_the_baseline(compared):
    usual, other = (document(compared, "thirty.h5", *words) for words in ([], ["--baseline", "dankai"]))
    assert other["baseline"] == "dankai"
    assert rows(other)["status_quo"]["difference"] == pytest.approx(-rows(usual)["dankai"]["difference"])
    assert {s["policy"] for s in other["settings"]} == set(POLICIES) - {"dankai"} | {"status_quo"}


def test_what_the_policies_set_differently_is_said(compared):
    text = compared("compare", "thirty.h5").stdout
    settings = text.split("Set differently from status_quo\n")[1].split("\n\n")[0]
    for policy in POLICIES:
        assert re.search(rf"^  {policy} ", settings, re.M)
    assert "path 0.375 from 2007-01-01, 0.3 from 2008-01-01" in settings and "assumption" not in settings
    assert re.search(r"^  dankai +share_path: as announced_path$", settings, re.M)


def test_chosen_metrics_come_in_their_order_and_once(compared):
    found = document(compared, "thirty.h5", "--metric", "training_wait", "--metric", "contracts",
                     "--metric", "training_wait")
    assert [metric["metric"] for metric in found["metrics"]] == ["training_wait", "contracts"]
    assert found["metrics"][0]["better"] == "less" and found["metrics"][1]["better"] == "more"


def test_the_best_is_never_one_while_more_than_one_may_be(compared):
    for metric in document(compared, "thirty.h5")["metrics"]:
        best = metric["among_the_best"]
        says_the_best = [row for row in metric["policies"]
                         if "is the best" in row.get("verdict", {}).get("sentence_en", "")]
        assert len(says_the_best) == 0 or len(best) == 1
        assert metric["ranked"] == (metric["better"] != "unstated") == bool(best)


def test_verbose_and_bootstrap_say_more(compared):
    text = compared("compare", "thirty.h5", "--verbose", "--bootstrap", "--metric", "productivity_effect").stdout
    assert "reduction" in text and "bootstrap-t" in text
    for policy in POLICIES:
        assert len(re.findall(rf"^{policy} ", text, re.M)) == 3
        assert re.search(rf"^  .*{policy}.*\n?.*\.$", text, re.M)
    again = document(compared, "thirty.h5", "--bootstrap")
    assert again == document(compared, "thirty.h5", "--bootstrap")
    for row in rows(again).values():
        if not row["baseline"]:
            assert row["bootstrap_t"]["low"] <= row["difference"] <= row["bootstrap_t"]["high"]


@pytest.mark.parametrize("words, seen", [(["--verbose", "--bootstrap"], "bootstrap-t"), (["--regret"], "behind"),
                                         (["--costs", "--verbose"], "Net benefit")])
def test_the_widest_tables_fit_a_terminal_of_eighty_columns(compared, words, seen):
    reading, writing = pty.openpty()
    fcntl.ioctl(writing, termios.TIOCSWINSZ, struct.pack("HHHH", 40, 80, 0, 0))
    process = compared.start("compare", "thirty.h5", *words, stdout=writing)
    os.close(writing)
    shown = b""
    while piece := read_some(reading):
        shown += piece
    assert process.wait() == 0
    process.stderr.close()
    os.close(reading)
    lines = re.sub("\x1b\\[[0-9]*m", "", shown.decode()).split("\r\n")
    assert max(map(len, lines)) <= 80 and any(seen in line for line in lines)


def read_some(descriptor):
    """What a terminal shows next; nothing when its program has gone."""
    try:
        return os.read(descriptor, 65536)
    except OSError:
        return b""


def test_quiet_says_nothing(compared):
    done = compared("compare", "thirty.h5", "--quiet")
    assert (done.stdout, done.stderr) == ("", "")


def test_no_colour_and_no_letters_beyond_ascii_where_the_terminal_shows_none(compared):
    text = compared("compare", "thirty.h5", environment={"LC_ALL": "C"}).stdout
    assert text.isascii() and "|" in text


@pytest.mark.parametrize("words, meant", [(["--baseline", "dankay"], "dankai"),
                                          (["--metric", "productivity_efect"], "productivity_effect"),
                                          (["--metric", "training_wait_by_course"], "take training_wait")])
def test_a_name_that_is_not_in_the_file_is_told_the_nearest(compared, words, meant):
    told = compared("compare", "thirty.h5", *words, code=2)
    assert meant in told.stderr and told.stdout == ""


def test_few_replications_give_intervals_and_no_verdict(reader):
    found = document(reader, "small.h5")
    for metric in found["metrics"]:
        assert not metric["ranked"] and metric["among_the_best"] == []
        for row in metric["policies"]:
            if not row["baseline"]:
                assert row["verdict"]["state"] == "no_verdict"
                assert row["verdict"]["reason"] == "fewer than 30 replications"
    text = reader("compare", "small.h5").stdout
    assert "not ranked: fewer than 30 replications" in text and "clear" not in text


def test_one_replication_has_differences_and_no_interval(coopsim):
    coopsim("run", "scenarios/kjc_small.toml", *EIGHT, 1, "-o", "one.h5", "--quiet")
    for row in rows(document(coopsim, "one.h5")).values():
        if not row["baseline"]:
            assert row["simultaneous"] is None and row["alone"] is None and row["difference"] is not None
            assert row["cautions"] == ["one_replication"]
    text = coopsim("compare", "one.h5", "--verbose", "--bootstrap").stdout
    assert "nan" not in text.lower() and "[" not in text.split("Set differently")[0]


def test_the_baseline_alone_has_nothing_to_be_compared_with(coopsim):
    coopsim("run", "scenarios/kjc_small.toml", *EIGHT, 2, "-o", "alone.h5", "--policy", "status_quo", "--quiet")
    text = coopsim("compare", "alone.h5", "--verbose").stdout
    assert "There is no policy to compare" in text and "nan" not in text.lower()


def test_equal_policies_do_not_differ(compared):
    name = change(compared, "equal.h5", HEADLINE, lambda values: values.__setitem__(slice(None), values[0]))
    found = document(compared, name)
    assert len(found["metrics"][0]["among_the_best"]) == 6
    for row in rows(found).values():
        if not row["baseline"]:
            assert row["verdict"]["state"] == "practically_equal" and row["difference"] == 0
            assert row["variance_reduction"] is None and "no_variation" in row["cautions"]
    text = compared("compare", name, "--verbose", "--metric", "productivity_effect").stdout
    assert text.count("the same in every run") == 5 and text.count("no difference") == 5
    assert "nan" not in text.lower() and "inf" not in text.lower()


def test_a_difference_that_never_varies_is_no_interval_of_luck(compared):
    def edit(values):
        values[1] = values[0] + 5
    row = rows(document(compared, change(compared, "constant.h5", HEADLINE, edit)))["announced_path"]
    assert row["simultaneous"] == {"low": pytest.approx(5), "high": pytest.approx(5)}
    assert row["verdict"]["state"] in ("clear_gain", "among_the_best")


def test_missing_values_are_left_out_and_counted(compared):
    def edit(values):
        values[1, :3] = numpy.nan
    name = change(compared, "missing.h5", HEADLINE, edit)
    row = rows(document(compared, name))["announced_path"]
    assert row["replications"] == 27 and row["left_out"] == 3 and "missing_values" in row["cautions"]
    assert row["verdict"]["reason"] == "fewer than 30 replications"
    text = compared("compare", name).stdout
    assert re.search(r"Mind +announced_path: some replications have no value", text)


def test_a_policy_without_any_value_says_so(compared):
    def edit(values):
        values[1] = numpy.nan
    name = change(compared, "none.h5", HEADLINE, edit)
    assert rows(document(compared, name))["announced_path"]["verdict"]["reason"].startswith("no replication")
    text = compared("compare", name, "--verbose").stdout
    assert re.search(r"^announced_path +n/a", text, re.M) and "nan" not in text.lower()


def test_failed_worlds_are_counted_told_and_make_the_exit_code_one(coopsim):
    events = [json.loads(coopsim("run", "scenarios/kjc_small.toml", "--only", f"{policy}:0", "--json").stdout)
              ["events"] for policy in ("status_quo", "abrupt_cut")]
    coopsim("run", "scenarios/kjc_small.toml", "--replications", 2, "--set", f"run.max_events={min(events)}",
            "-o", "storm.h5", "--quiet", code=1)
    done = coopsim("compare", "storm.h5", code=1)
    assert "FAILED" in done.stdout and "failed:" in done.stderr and "nan" not in done.stdout.lower()
    for row in rows(document(coopsim, "storm.h5", code=1)).values():
        if not row["baseline"]:
            assert row["verdict"]["state"] == "no_verdict"
            assert (row["failed"] > 0) == ("failed" in row["verdict"]["reason"])


def test_a_stress_case_is_compared_and_never_ranked(coopsim):
    coopsim("run", "scenarios/kjc_2007_review.toml", *EIGHT, 2, "--set", "budget.scale=0.05", "-o", "r.h5", "--quiet")
    found = document(coopsim, "r.h5")["metrics"][0]
    stress = [row for row in found["policies"] if row["stress"]]
    assert stress and found["comparisons"] == len(found["policies"]) - 1 - len(stress)
    for row in stress:
        assert row["verdict"]["reason"] == "a stress case, which is never ranked"
        assert row["simultaneous"] == row["alone"] and not row["among_the_best"]


def test_a_stress_case_is_held_against_the_policy_that_it_shakes(coopsim):
    coopsim("run", "scenarios/kjc_2007_review.toml", *EIGHT, 2, "--set", "budget.scale=0.05", "-o", "r.h5", "--quiet")
    with h5py.File(coopsim.folder / "r.h5") as result:
        names = [name.decode() for name in result["yearly/policy"][()]]
        means = dict(zip(names, result[HEADLINE][()].mean(axis=1)))
        told = dict(zip(names, (name.decode() for name in result["comparison/held_against"][()])))
    for words, other in ([], "announced_path"), (["--baseline", "status_quo"], "status_quo"):
        for name, row in rows(document(coopsim, "r.h5", *words)).items():
            if row["baseline"]:
                continue
            held = other if row["stress"] else "status_quo"
            assert row["held_against"] == held and (words or told[name] == held)
            assert row["difference"] == pytest.approx(means[name] - means[held])
    assert "held against announced_path" in coopsim("compare", "r.h5").stdout
    assert "held against" not in coopsim("compare", "r.h5", "--baseline", "status_quo").stdout


def test_risk_is_that_of_the_differences_in_the_file(compared):
    with h5py.File(compared.folder / "thirty.h5") as result:
        values = result["total/productivity_effect"][()]
    found = document(compared, "thirty.h5", "--risk", "--target", "1 bp", "--metric", "productivity_effect")
    risk = found["metrics"][0]["risk"]
    assert risk["target"] == 1 and [row["name"] for row in risk["policies"]] == POLICIES
    for row, off in zip(risk["policies"], values[1:] - values[0]):
        assert [q["value"] for q in row["quantiles"]] == pytest.approx(list(numpy.quantile(off, [.05, .5, .95])))
        assert row["quantiles"][0]["interval"] is None and row["quantiles"][1]["interval"] is not None
        assert row["missed"]["replications"] == (off < 1).sum()
        low, next_low = numpy.sort(off)[:2]
        assert row["worst_twentieth"] == pytest.approx((low + .5 * next_low) / 1.5)
    text = compared("compare", "thirty.h5", "--risk").stdout
    assert "fewer than 72 replications" in text and "nan" not in text.lower()


@pytest.mark.parametrize("words, told", [(["--risk", "--target", "5"], "choose one with --metric"),
                                         (["--risk", "--target", "5", "--metric", "budget_spent"], "no target"),
                                         (["--risk", "--target", "x", "--metric", "contracts"], "allowed is a number"),
                                         (["--target", "5"], "--risk")])
def test_a_target_that_says_nothing_is_refused(compared, words, told):
    assert told in compared("compare", "thirty.h5", *words, code=2).stderr


def test_regret_over_worlds(compared):
    with h5py.File(compared.folder / "thirty.h5") as result:
        values = result["total/productivity_effect"][()]
        names = [name.decode() for name in result["yearly/policy"][()]]
    found = document(compared, "thirty.h5", "--regret", "--metric", "productivity_effect")["metrics"][0]["regret"]
    regret = values.max(axis=0) - values
    assert [row["name"] for row in found["policies"]] == names and found["worlds"] == 30
    assert [row["largest"] for row in found["policies"]] == pytest.approx(list(regret.max(axis=1)))
    assert [row["mean"] for row in found["policies"]] == pytest.approx(list(regret.mean(axis=1)))
    assert [row["share_within"] for row in found["policies"]] == pytest.approx(list((regret <= 2).mean(axis=1)))
    assert found["minimax_regret"] == [names[int(regret.max(axis=1).argmin())]]
    text = compared("compare", "thirty.h5", "--regret").stdout
    assert "smallest largest regret" in text and max(map(len, text.splitlines())) <= 120
