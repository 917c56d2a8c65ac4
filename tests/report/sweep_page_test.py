# SPDX-License-Identifier: Apache-2.0
"""The page of a sweep: every number is one of the result file, read here by other means (h5py)."""
import json
import pathlib
import re
import sys
import warnings

import h5py
import numpy as np
import pytest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "sweep"))
from small_sweep import run, sweep, write_study  # noqa: E402

KINDS = {"latin_hypercube": "points = 12", "morris": "trajectories = 4", "saltelli": "rows = 8"}
OVERALL = {"at_reference", "mean", "mean_half_width", "chance_share", "predictive_r_squared", "points_left_out"}


def data_of(page):
    found = re.search(r'<script[^>]*id="data"[^>]*>(.*?)</script>', page.read_text(), re.S)
    return json.loads(found.group(1))


def swept(folder, kind, size, **more):
    """A sweep's folder, and what the program puts into its page."""
    sweep(write_study(folder, kind=kind, size=size, **more), folder / "s")
    run("report", folder / "s", "-o", folder / "page.html", "--quiet")
    page = data_of(folder / "page.html")
    assert page["contract"] == 1 and page["lang"] == "en" and len(page["studies"]) == 1
    return folder / "s" / "result.h5", page["studies"][0]


@pytest.fixture(scope="module", params=KINDS)
def page(request, tmp_path_factory):
    file, data = swept(tmp_path_factory.mktemp(request.param), request.param, KINDS[request.param])
    with h5py.File(file) as result:
        yield data, result


def same(shown, held):
    """Seven significant digits; null where the file has no number."""
    shown = np.array(shown, dtype=float)
    held = np.where(np.isfinite(held), held, np.nan)
    assert shown.shape == held.shape
    np.testing.assert_allclose(shown, held, rtol=6e-7, atol=0, equal_nan=True)


def in_file_order(data, result):
    """The page has responses in the order of the group `sensitivity`."""
    ids = [metric["id"] for metric in data["metrics"]]
    assert ids == list(result["sensitivity/response"].asstr()[:]) == data["offered"]
    return ids


def test_figures_are_those_of_the_file(page):
    data, result = page
    in_file_order(data, result)
    group, shown = result["sensitivity"], data["sweep"]
    axes = ("response", "policy", "of", "factor")
    held = {name for name, variable in group.items()
            if variable.dtype == np.float64 and variable.ndim in (3, 4) and name not in axes}
    assert set(shown["overall"]) == OVERALL
    assert set(shown["figures"]) | OVERALL == held and shown["figures"]
    for part in ("figures", "overall"):
        for name, values in shown[part].items():
            same(values, group[name][:])
    assert [axis["id"] for axis in shown["axes"]] == list(group["factor"].asstr()[:])


def test_points_are_those_of_the_file(page):
    data, result = page
    shown = data["sweep"]["scatter"]
    same(shown["factors"], result["design/value"][:].T)
    baseline = [policy["baseline"] for policy in data["policies"]].index(True)
    for i, response in enumerate(in_file_order(data, result)):
        total = result["total"][response][:]
        same([of[0] for of in shown["responses"][i]], total.mean(axis=2).T)
        difference = (total - total[:, [baseline]]).mean(axis=2).T
        difference[baseline] = np.nan
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            np.testing.assert_allclose(np.array([of[1] for of in shown["responses"][i]], dtype=float), difference,
                                       rtol=6e-7, atol=1e-9 * np.nanmax(np.abs(total)), equal_nan=True)


def test_factors_and_provenance_are_those_of_the_file(page):
    data, result = page
    design = result["design"]
    shown = data["sweep"]
    for key, column in (("path", "factor"), ("unit", "factor_unit"), ("could_be", "factor_values")):
        assert [factor[key] for factor in shown["factors"]] == list(design[column].asstr()[:])
    for lang in ("en", "ko"):
        assert [factor["label"][lang] for factor in shown["factors"]] == list(design[f"factor_label_{lang}"].asstr()[:])
    assert [axis["factors"] for axis in shown["axes"]] == [[0], [1]]
    assert shown["kind"] == design.attrs["kind"].decode() and shown["design"] == design.attrs["design"].decode()
    assert shown["points"] == design["design_point"].size - 1
    study = data["study"]
    for key, attribute in (("fingerprint", "run_fingerprint"), ("content_hash", "content_hash"),
                           ("scenario_hash", "scenario_hash"), ("coopsim_version", "coopsim_version")):
        assert study[key] == result.attrs[attribute].decode()
    assert study["seed"] == result.attrs["seed"] and study["firms"] == 60 and study["replications"] == 4
    assert [policy["id"] for policy in data["policies"]] == list(result["total/policy"].asstr()[:])


def test_points_of_a_large_sweep_stay_in_the_file(tmp_path):
    file, data = swept(tmp_path, "latin_hypercube", "points = 24")
    assert data["sweep"]["scatter"] and not data["sweep"]["too_many_points"]
    again = tmp_path / "large.h5"
    points = 20_000 // 4 + 1
    with h5py.File(file) as small, h5py.File(again, "w") as large:
        copy_with_points(small, large, points)
    run("report", again, "-o", tmp_path / "large.html", "--quiet")
    shown = data_of(tmp_path / "large.html")["studies"][0]["sweep"]
    assert shown["scatter"] is None and shown["too_many_points"] and shown["points"] == points - 1


def copy_with_points(small, large, points):
    """The file with its design points over and over, but for the reference."""
    for name, value in small.attrs.items():
        large.attrs[name] = value
    count = small["design/design_point"].size
    rows = np.r_[0, 1 + np.arange(points - 1) % (count - 1)]
    for group in small:
        target = large.create_group(group)
        for name, value in small[group].attrs.items():
            target.attrs[name] = value
        for name, variable in small[group].items():
            values = variable[()]
            if variable.ndim and variable.shape[0] == count and group in ("design", "total", "yearly"):
                values = values[rows]
            made = target.create_dataset(name, data=values, dtype=variable.dtype)
            for key, value in variable.attrs.items():
                if not key.isupper():
                    made.attrs[key] = value


def test_a_factor_of_texts_has_its_texts(tmp_path):
    study = write_study(tmp_path, kind="full_factorial", size="", replications=2)
    text = study.read_text()
    study.write_text(text[:text.index("[[factor]]")] + '[[factor]]\npath = "training.selection"\n'
                     'values = ["score", "lottery"]\n')
    sweep(study, tmp_path / "s", code=None)
    run("report", tmp_path / "s", "-o", tmp_path / "page.html", "--quiet")
    factor = data_of(tmp_path / "page.html")["studies"][0]["sweep"]["factors"][0]
    assert [word.strip('"') for word in factor["texts"]] == ["score", "lottery"]


def test_a_name_cannot_end_the_script_that_holds_the_data(tmp_path):
    file, _ = swept(tmp_path, "latin_hypercube", "points = 4")
    hostile = "</script><script>alert(1)</script><!--"
    with h5py.File(file, "r+") as result:
        result["design/factor_label_en"][0] = hostile
        result["total/policy_label_en"][1] = hostile
        result["yearly/policy_label_en"][1] = hostile
    run("report", file, "-o", tmp_path / "hostile.html", "--quiet")
    page = (tmp_path / "hostile.html").read_text()
    assert hostile not in page and "<script>alert" not in page
    assert data_of(tmp_path / "hostile.html")["studies"][0]["sweep"]["factors"][0]["label"]["en"] == hostile
