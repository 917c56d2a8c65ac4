# SPDX-License-Identifier: Apache-2.0
"""The JSON Schema that editors check scenarios with: it takes the shipped scenarios, as written and as
they are used, and refuses what the program refuses, as far as a schema can say it."""
import datetime
import json
import os
import pathlib
import subprocess
import tomllib

import pytest
from jsonschema import Draft4Validator

HERE = pathlib.Path(__file__).parent
PROJECT = HERE.parent.parent
SHIPPED = [*sorted((PROJECT / "scenarios").glob("*.toml")), PROJECT / "docs/all_parameters.toml"]

# Malformed scenarios of this folder that are wrong in a way of their own, which no schema can say:
# texts and comparisons between values, or numbers that only TOML can write.
BEYOND_A_SCHEMA = {
    "draws_of_nothing", "uncertain_beyond_its_range", "p20_policy_twice", "p22_nan", "p22_nan_in_a_law",
    "p24_small_number_that_becomes_zero",
    "p26_negative_money", "p27_shares_that_sum_to_zero", "p28_least_above_most",
    "p28_mode_outside", "p28_negative_deviation", "records_of_no_policy", "records_of_unknown_worlds",
    "p30_money_below_a_thousand", "p30_money_beyond_all", "p31_no_time_at_all",
    "p31_policies_after_the_end", "p31_step_twice", "p31_steps_out_of_order", "p31_within_a_year",
    "p32_policy_without_effect", "p34_on_an_unknown_policy", "p36_file_that_extends_itself",
    "p39_absolute_path", "p39_file_above", "p40_extends_what_is_not_there",
    "p42_ages_that_leave_nobody", "p42_call_shorter_than_its_steps",
    "p42_known_to_a_year_before_the_start", "p42_results_above_one", "p44_points_out_of_order",
    "policy_cut_on_the_day_a_year_opens", "policy_no_baseline", "policy_none",
    "policy_on_and_stack", "policy_on_itself", "policy_release_of_nothing",
    "policy_removed_that_is_not_there", "policy_stress_as_baseline", "policy_two_baselines",
    "policy_two_levers_set_the_same", "policy_unfunded_recruitment", "policy_unfunded_training",
    "policy_weights_of_zero", "replications_rule_ends_before_it_begins",
    "replications_rule_in_another_unit", "replications_rule_of_no_response",
    "replications_rule_of_no_width", "replications_rule_with_mixed_units", "title_with_a_control_character",
}


def output_of(*words):
    return subprocess.run(words, capture_output=True, check=True, text=True).stdout


def as_json(value):
    """Dates as texts, as editors see them."""
    if isinstance(value, dict):
        return {key: as_json(each) for key, each in value.items()}
    if isinstance(value, list):
        return [as_json(each) for each in value]
    if isinstance(value, (datetime.date, datetime.time)):
        return value.isoformat()
    return value


def malformed():
    """Those of this folder that are TOML at all."""
    for path in sorted(HERE.glob("*.toml")):
        try:
            yield path.stem, as_json(tomllib.loads(path.read_bytes().decode("utf-8")))
        except (tomllib.TOMLDecodeError, UnicodeDecodeError):
            continue


MALFORMED = dict(malformed())


@pytest.fixture(scope="module")
def schema():
    return json.loads(output_of(os.environ["COOPSIM"], "describe", "--schema"))


@pytest.fixture(scope="module")
def validator(schema):
    Draft4Validator.check_schema(schema)
    return Draft4Validator(schema)


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.stem)
def test_shipped_scenarios_are_valid_as_written(path, validator):
    validator.validate(as_json(tomllib.loads(path.read_text(encoding="utf-8"))))


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.stem)
def test_shipped_scenarios_are_valid_as_used(path, validator):
    effective = tomllib.loads(output_of(os.environ["COOPSIM_PRINT_EFFECTIVE"], path))
    assert effective["policy"] and effective["firms"]["count"]["value"] > 0
    validator.validate(as_json(effective))


@pytest.mark.parametrize("case", MALFORMED)
def test_a_malformed_scenario_is_refused_if_a_schema_can_say_why(case, validator):
    taken = validator.is_valid(MALFORMED[case])
    assert taken == (case in BEYOND_A_SCHEMA)


def test_the_schema_names_each_wrong_place(validator):
    # Of an unknown key it names the table.
    wrong = {".".join(map(str, error.absolute_path))
             for error in validator.iter_errors(MALFORMED["many_problems"])}
    assert wrong == {"", "run", "run.end", "run.replications", "firms.count", "firms.trend",
                     "training.dropout", "training", "budget.account.A1.amount", "budget.account"}


def fields(table, path=""):
    for name, each in table["properties"].items():
        if "anyOf" in each:
            yield f"{path}.{name}", each
        elif "properties" in each:
            yield from fields(each, f"{path}.{name}")


def test_every_parameter_and_setting_is_explained_in_both_languages(schema):
    described = {each["name"]: each
                 for each in json.loads(output_of(os.environ["COOPSIM"], "describe", "--json"))}
    tables = [(name, schema["definitions"][name]) for name in schema["definitions"]
              if "properties" in schema["definitions"][name] and name != "law"]  # a kind of value
    levers = schema["properties"]["policy"]["items"]["properties"]
    tables += [(name, lever) for name, lever in levers.items() if "properties" in lever]
    seen = set()
    for path, field in (pair for name, table in tables for pair in fields(table, name)):
        about = described[path]
        assert field["title"] == f"{about['label_en']} · {about['label_ko']}"
        assert field["description"].startswith(about["meaning"])
        assert ("default" in field) == (about["default"] != "")
        if "default" in field:
            assert field["default"] == as_json(tomllib.loads("value = " + about["default"]))["value"]
        seen.add(path)
    kinds = {"parameter", "setting of a lever", "setting of a condition"}
    assert seen == {name for name, each in described.items() if each["kind"] in kinds}
