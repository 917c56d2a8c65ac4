# SPDX-License-Identifier: Apache-2.0
"""coopsim run with a rule for its replications: when it stops, and that nothing else differs from a plain run."""
import json
import re

import h5py
import numpy
import pytest

from conftest import EQUAL

TINY = ["scenarios/kjc_small.toml", "--set", "firms.count=60"]
T_19 = 2.093024054  # 95 %, two-sided


def rule(width, at_least=20, at_most=120, of='"productivity_effect"'):
    return ["--set", f'run.replications={{ at_least = {at_least}, at_most = {at_most}, half_width = "{width}", '
                     f"of = {of} }}"]


def differences(path, metric="productivity_effect"):
    """Policy less baseline, (policy, replication), without the baseline."""
    with h5py.File(path) as result:
        values = result[f"total/{metric}"][()]
        base = [name.decode() for name in result["yearly/policy"][()]].index("status_quo")
    return numpy.delete(values - values[base], base, axis=0)


@pytest.fixture(scope="module")
def precise(tmp_path_factory):
    """A folder with twenty.h5, a plain run of 20, and precise.h5, which wants three quarters of its widest interval."""
    from conftest import Program, furnish
    program = Program(furnish(tmp_path_factory.mktemp("precise")))
    program("run", *TINY, "--replications", 20, "-o", "twenty.h5", "--quiet")
    off = differences(program.folder / "twenty.h5")
    program.width = round(.75 * T_19 * max(off.std(axis=1, ddof=1)) / 20 ** .5, 2)
    program("run", *TINY, *rule(f"{program.width} bp"), "-o", "precise.h5", "--quiet", "--no-execution")
    return program


def content(path):
    """Every variable and attribute of the file."""
    found = {}

    def keep(name, thing):
        if isinstance(thing, h5py.Dataset) and not thing.attrs.get("CLASS", b"").startswith(b"DIMENSION_SCALE"):
            found[name] = thing[()]
        found.update({f"{name}@{key}": value for key, value in thing.attrs.items()
                      if key not in ("DIMENSION_LIST", "REFERENCE_LIST")})
    with h5py.File(path) as result:
        result.visititems(keep)
        found.update({f"@{key}": value for key, value in result.attrs.items()})
    return found


def same(a, b):
    a, b = numpy.asarray(a), numpy.asarray(b)
    return numpy.array_equal(a, b, equal_nan=a.dtype.kind == "f" and b.dtype.kind == "f")


def test_every_interval_is_as_narrow_as_asked_from_the_number_it_says_on(precise):
    off = differences(precise.folder / "precise.h5")
    with h5py.File(precise.folder / "precise.h5") as result:
        first = int(result["provenance/stopping_precise_from"][()])
        assert result["provenance/stopping_met"][()] == 1 and result["provenance/stopping_looks"][()] == len(off[0]) - 19
    t = {20: 2.0930, 30: 2.0452, 40: 2.0227, 60: 2.0010, 120: 1.9801}
    for n in range(first, off.shape[1] + 1):
        least = min(value for count, value in t.items() if count <= n)
        widest = least * max(off[:, :n].std(axis=1, ddof=1)) / n ** .5
        assert widest <= precise.width * 1.05
    assert 20 < first <= off.shape[1] - 5 and off.shape[1] < 120


def test_the_result_is_that_of_a_plain_run_but_for_how_it_was_stopped(precise):
    with h5py.File(precise.folder / "precise.h5") as result:
        count = int(result.attrs["replications"])
    precise("run", *TINY, "--replications", count, "-o", "plain.h5", "--quiet", "--no-execution", "-j", 1)
    ruled, plain = content(precise.folder / "precise.h5"), content(precise.folder / "plain.h5")
    differing = {name for name in ruled.keys() | plain.keys()
                 if name not in ruled or name not in plain or not same(ruled[name], plain[name])}
    assert "provenance/scenario" in differing and "provenance/stopping" in differing
    for name in differing:
        assert re.match(r"provenance/(scenario|stopping|checksum)|dictionary/|@(scenario|content)_hash", name), name
    assert {"yearly/productivity_effect", "summary/contracts_minus_baseline"} <= ruled.keys()


def test_threads_never_change_when_it_stops(precise):
    precise("run", *TINY, *rule(f"{precise.width} bp"), "-o", "one.h5", "--quiet", "--no-execution", "-j", 1)
    assert (precise.folder / "one.h5").read_bytes() == (precise.folder / "precise.h5").read_bytes()


def test_the_summary_says_how_it_was_stopped(precise):
    text = precise("summary", "precise.h5").stdout
    assert re.search(r"^Stopped +\d+ replications were enough: from \d+ on every", text, re.M)
    assert "bp or less" in re.sub(r"\s+", " ", text) and max(map(len, text.splitlines())) <= 120
    assert "were enough" in json.loads(precise("summary", "precise.h5", "--json").stdout)["stopping"]
    assert "Stopped" not in precise("summary", "twenty.h5").stdout


def test_a_sample_of_it_can_be_verified_alone_and_against_its_scenario(precise):
    assert "checksums hold" in precise("verify", "precise.h5", "--sample", 1).stdout
    said = precise("verify", "precise.h5", "--sample", 1, "--against", *TINY, *rule(f"{precise.width} bp")).stdout
    assert "same fingerprints" in said


def test_at_most_ends_it_and_says_what_is_too_wide(precise):
    done = precise("run", *TINY, *rule("0.0001 bp", at_most=24), "-o", "most.h5", "--progress", "none")
    told = re.sub(r"\s+", " ", done.stdout)
    assert "at at_most, 24 replications, before every half-width was 0.0001 bp or less" in told
    assert "Too wide: announced_path in productivity_effect" in told and "nan" not in told.lower()
    assert differences(precise.folder / "most.h5").shape[1] == 24


def test_never_fewer_than_at_least_however_precise(precise):
    precise("run", *TINY, *rule("10000 bp", at_least=23), "-o", "least.h5", "--quiet")
    with h5py.File(precise.folder / "least.h5") as result:
        assert result["provenance/stopping_precise_from"][()] == 23
        assert result.attrs["replications"] == 28  # and it must stay so for five more


def test_several_responses_must_all_be_precise(precise):
    one = rule("30 %", of='"contracts"')
    both = rule("30 %", of='["contracts", "trainees_returned"]')
    counts = []
    for words in (one, both):
        precise("run", *TINY, *words, "-o", "several.h5", "--overwrite", "--quiet")
        with h5py.File(precise.folder / "several.h5") as result:
            counts.append(int(result.attrs["replications"]))
    assert 20 <= counts[0] <= counts[1] <= 120


def test_without_a_policy_to_compare_at_least_is_enough(precise):
    precise("run", *TINY, *rule("1 bp"), "--policy", "status_quo", "-o", "alone.h5", "--quiet")
    with h5py.File(precise.folder / "alone.h5") as result:
        assert result.attrs["replications"] == 20
    assert "no policy to compare" in re.sub(r"\s+", " ", precise("summary", "alone.h5").stdout)


def test_policies_that_never_differ_are_precise_at_once(precise):
    (precise.folder / "equal.toml").write_text(EQUAL)
    precise("run", "equal.toml", *rule("1 %"), "-o", "equal.h5", "--quiet")
    with h5py.File(precise.folder / "equal.h5") as result:
        assert result.attrs["replications"] == 25


def test_a_number_on_the_command_line_replaces_the_rule(precise):
    scenario = precise.folder / "scenarios" / "ruled.toml"
    scenario.write_text('schema = 1\nextends = "kjc_small.toml"\n[run]\nreplications = { at_least = 64, at_most = 2000, '
                        'half_width = "0.5 bp", of = "productivity_effect" }\n[firms]\ncount = 60\n')
    precise("run", scenario, "--replications", 2, "-o", "two.h5", "--quiet")
    with h5py.File(precise.folder / "two.h5") as result:
        assert result.attrs["replications"] == 2 and "stopping" not in result["provenance"]
    checked = precise("check", scenario).stdout
    assert "64 to 2,000 replications, until every half-width in productivity_effect is 0.5 bp" in checked
    planned = precise("plan", scenario).stdout
    assert re.search(r"^worlds +512 to 16,000 = replications x \(6 policies \+ NONE and STOP\)$", planned, re.M)
    assert re.search(r"^time +about .* to .* with", planned, re.M)
    document = json.loads(precise("plan", scenario, "--json", "--no-probe").stdout)
    assert document["replications"] == 64 and document["replications_at_most"] == 2000
    fewer = json.loads(precise("plan", scenario, "--replications", 64, "--json", "--no-probe").stdout)
    assert document["disk_bytes"] > 40 * fewer["disk_bytes"]  # and room for what waits beside the result
