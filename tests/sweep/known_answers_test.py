# SPDX-License-Identifier: Apache-2.0
"""coopsim sensitivity and discover on results whose answers are known: functions in place of the simulation,
in a file of the sweep's format that h5py writes."""
import json

import h5py
import numpy as np
import pytest
from scipy.stats import qmc

from small_sweep import run

# KA-45: Ishigami's function, a = 7, b = .1.
FIRST, TOTAL = (0.313905191148, 0.442411144790, 0.0), (0.557588855210, 0.442411144790, 0.243683664062)


def ishigami(u):
    x = np.pi * (2 * u - 1)
    return np.sin(x[:, 0]) + 7 * np.sin(x[:, 1]) ** 2 + 0.1 * x[:, 2] ** 4 * np.sin(x[:, 0])


def written(path, kind, coordinates, response, sampling=""):
    """A sweep of two policies, one replication: the response under `b`, nothing under `a`. Its reference is 0."""
    points, factors = coordinates.shape
    with h5py.File(path, "w", track_order=True) as file:
        for name, text in (("kind", "sweep"), ("title", "known"), ("title_ko", "known")):
            file.attrs[name] = np.bytes_(text)
        design, total = file.create_group("design"), file.create_group("total")
        design.attrs["kind"], design.attrs["design"] = np.bytes_(kind), np.bytes_(kind)
        design.attrs["sampling"] = np.bytes_(sampling)
        total.attrs["period"] = np.bytes_("2007-2016")
        text = h5py.string_dtype()

        def scale(group, name, values, dtype):
            group.create_dataset(name, data=np.array(values, dtype=dtype), dtype=dtype).make_scale(name)

        def variable(group, name, axes, values, dtype="f8"):
            made = group.create_dataset(name, data=values, dtype=dtype)
            for place, axis in enumerate(axes):
                made.dims[place].attach_scale(group[axis])

        names = [f"x{i + 1}" for i in range(factors)]
        for group in (design, total):
            scale(group, "design_point", np.arange(points + 1), "i4")
        scale(design, "factor", names, text)
        for name in ("factor_unit", "factor_label_en", "factor_label_ko", "factor_values"):
            variable(design, name, ["factor"], names, text)
        variable(design, "point_id", ["design_point"], [str(i) for i in range(points + 1)], text)
        variable(design, "setting", ["design_point", "factor"], np.full((points + 1, factors), "", dtype=object), text)
        whole = np.vstack([np.full(factors, np.nan), coordinates])
        variable(design, "coordinate", ["design_point", "factor"], whole)
        variable(design, "value", ["design_point", "factor"], np.vstack([np.zeros(factors), coordinates]))
        scale(total, "policy", ["a", "b"], text)
        scale(total, "replication", [0], "i4")
        variable(total, "policy_baseline", ["policy"], [1, 0], "i1")
        values = np.zeros((points + 1, 2, 1))
        values[1:, 1, 0] = response
        variable(total, "productivity_effect", ["design_point", "policy", "replication"], values)
    return path


def saltelli(factors, rows):
    """Rows A, B, AB_1 to AB_k, from points that are not those of the program."""
    ab = qmc.Sobol(2 * factors, scramble=True, seed=7).random(rows)
    a, b = ab[:, :factors], ab[:, factors:]
    mixed = np.repeat(a[:, None, :], factors, axis=1)
    for i in range(factors):
        mixed[:, i, i] = b[:, i]
    return np.concatenate([a[:, None], b[:, None], mixed], axis=1).reshape(-1, factors)


def told(path, command="sensitivity", *words):
    return json.loads(run(command, path, "--json", *words).stdout)


def test_ishigami_at_two_to_the_fourteenth_rows_within_a_hundredth_and_its_own_intervals(tmp_path):
    points = saltelli(3, 2**14)
    found = told(written(tmp_path / "r.h5", "saltelli", points, ishigami(points)))
    by_name = {one["factor"]: one for one in found["factors"]}
    for i in range(3):
        one = by_name[f"x{i + 1}"]
        assert one["first"] == pytest.approx(FIRST[i], abs=0.01)
        assert one["total"] == pytest.approx(TOTAL[i], abs=0.01)
        assert one["first_low"] <= FIRST[i] <= one["first_high"]
        assert one["total_low"] <= TOTAL[i] <= one["total_high"]
    assert [one["factor"] for one in found["factors"]] == ["x1", "x2", "x3"]


def test_a_linear_function_has_the_shares_of_its_slopes(tmp_path):  # KA-47
    points = saltelli(2, 2**12)
    found = told(written(tmp_path / "r.h5", "saltelli", points, points[:, 0] + 2 * points[:, 1]))
    assert [one["factor"] for one in found["factors"]] == ["x2", "x1"]
    for one, share in zip(found["factors"], (0.8, 0.2)):
        assert one["first"] == pytest.approx(share, abs=0.01) and one["total"] == pytest.approx(share, abs=0.01)


def test_the_mean_of_e_to_the_u_is_steadied_by_u_and_by_its_mirror(tmp_path):  # KA-43
    u = (np.arange(2**14) + 0.5) / 2**14  # sums over them are integrals
    held = told(written(tmp_path / "u.h5", "monte_carlo", u[:, None], np.exp(u), "independent points"))["mean"]
    assert held["companion"] == "x1" and held["worth"] == pytest.approx(61.427, abs=5e-4)
    assert held["value"] == pytest.approx(np.e - 1, abs=1e-8)
    pairs = np.stack([u, 1 - u], axis=1).reshape(-1, 1)
    mirrored = told(written(tmp_path / "m.h5", "monte_carlo", pairs, np.exp(pairs[:, 0]), "mirrored pairs of points"))["mean"]
    assert mirrored["count"] == 2**14 and mirrored["worth"] == pytest.approx(30.931, abs=5e-4)
    assert mirrored["value"] == pytest.approx(np.e - 1, abs=1e-8) and mirrored["companion"] is None
    assert told(written(tmp_path / "n.h5", "sobol", u[:, None], np.exp(u)))["mean"] is None


def test_screening_gives_a_linear_functions_slopes_and_no_spread(tmp_path):
    rng = np.random.default_rng(3)
    rows = []
    for _ in range(10):
        point = rng.choice([0.125, 0.375], 3)
        rows.append(point.copy())
        for factor in rng.permutation(3):
            point[factor] += 0.5
            rows.append(point.copy())
    points = np.array(rows)
    found = told(written(tmp_path / "r.h5", "morris", points, 3 * points[:, 0] - points[:, 1]))
    assert [one["factor"] for one in found["factors"]] == ["x1", "x2", "x3"]
    for one, slope in zip(found["factors"], (3, -1, 0)):
        assert one["mu"] == pytest.approx(slope, abs=1e-12) and one["mu_star"] == pytest.approx(abs(slope), abs=1e-12)
        assert one["sigma"] == pytest.approx(0, abs=1e-12)


def test_a_planted_box_is_found_and_chance_is_not(tmp_path):
    rng = np.random.default_rng(5)
    points = rng.random((600, 4))
    inside = (points[:, 0] < 0.4) & (points[:, 2] > 0.5)
    planted = np.where(inside, -1.0, 1.0) + 0.1 * rng.standard_normal(600)
    found = told(written(tmp_path / "p.h5", "monte_carlo", points, planted), "discover", "--below", "0")
    limits = {(one["factor"], "most" if "most" in one else "least"): one for one in found["essential"]["limits"]}
    assert found["found"] and set(limits) == {("x1", "most"), ("x3", "least")}
    assert limits["x1", "most"]["most"] == pytest.approx(0.4, abs=0.03)
    assert limits["x3", "least"]["least"] == pytest.approx(0.5, abs=0.03)
    null = told(written(tmp_path / "n.h5", "monte_carlo", points, rng.standard_normal(600)), "discover")
    assert not null["found"] and null["p_value"] > 0.05
