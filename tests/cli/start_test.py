# SPDX-License-Identifier: Apache-2.0
"""The scenarios to start from."""
import json


def test_first_steps_run(coopsim):
    table = coopsim("run", "scenarios/first_steps.toml", "-o", "first.h5", "--progress", "none").stdout
    for policy in ("status_quo", "announced_path", "dankai"):
        assert policy in table
    assert "abrupt_cut" not in table


def test_the_template_is_a_scenario(coopsim, place):
    (place / "all.toml").write_text(coopsim("describe", "--template").stdout)
    document = json.loads(coopsim("check", "--json", "all.toml").stdout)
    assert document["problems"] == []
