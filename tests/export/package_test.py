# SPDX-License-Identifier: Apache-2.0
"""datapackage.json keeps the rules of Frictionless' specifications (data package, tabular data package,
table schema), and the tables are what it says they are."""
import json
import re

import jsonschema
import pytest
from conftest import PROJECT, Program, rows

NAME = {"type": "string", "pattern": "^[-a-z0-9._/]+$"}
FIELD = {
    "type": "object", "required": ["name", "type"],
    "properties": {
        "name": {"type": "string", "minLength": 1},
        "type": {"enum": ["string", "number", "integer", "boolean", "year", "date"]},
        "title": {"type": "string"}, "description": {"type": "string"}, "unit": {"type": "string", "minLength": 1},
        "constraints": {"type": "object", "properties": {"required": {"type": "boolean"}}, "additionalProperties": False},
    },
}
KEY = {"oneOf": [{"type": "string"}, {"type": "array", "items": {"type": "string"}, "minItems": 1}]}
RESOURCE = {
    "type": "object", "required": ["name", "path", "profile", "schema"],
    "properties": {
        "name": NAME, "path": {"type": "string", "pattern": "^(?![./~])(?!.*\\.\\.)[^\\\\]+$"},
        "profile": {"enum": ["tabular-data-resource"]}, "format": {"enum": ["csv"]},
        "mediatype": {"enum": ["text/csv"]}, "encoding": {"enum": ["utf-8"]}, "bytes": {"type": "integer"},
        "schema": {
            "type": "object", "required": ["fields"],
            "properties": {
                "fields": {"type": "array", "minItems": 1, "items": FIELD},
                "missingValues": {"type": "array", "items": {"type": "string"}}, "primaryKey": KEY,
                "foreignKeys": {"type": "array", "minItems": 1, "items": {
                    "type": "object", "required": ["fields", "reference"],
                    "properties": {"fields": KEY, "reference": {
                        "type": "object", "required": ["resource", "fields"],
                        "properties": {"resource": NAME, "fields": KEY}}}}},
            },
        },
    },
}
PACKAGE = {
    "type": "object", "required": ["name", "profile", "resources"],
    "properties": {
        "name": NAME, "profile": {"enum": ["tabular-data-package"]}, "title": {"type": "string"},
        "sources": {"type": "array", "minItems": 1, "items": {"type": "object", "required": ["title"]}},
        "resources": {"type": "array", "minItems": 1, "items": RESOURCE},
    },
}
OF_TYPE = {
    "string": ".*", "integer": r"-?\d+", "year": r"\d{4}", "boolean": "true|false",
    "number": r"-?\d+(\.\d+)?(e[+-]\d+)?|-?INF",
}


@pytest.fixture(scope="module", params=["run", "wide", "sweep"])
def package(request, results, tmp_path_factory):
    """The description and its folder."""
    folder = tmp_path_factory.mktemp("package")
    words = {"run": ["small.h5", "--by", "account", "--labels"], "wide": ["small.h5", "--wide", "--bom"],
             "sweep": ["s"]}[request.param]
    metrics = [] if request.param == "sweep" else ["--metric", "productivity_effect", "--metric", "budget_spent"]
    Program(results)("export", *words, *metrics, "-o", folder / "p")
    return json.loads((folder / "p/datapackage.json").read_text("utf-8")), folder / "p"


def test_the_description_keeps_the_rules(package):
    described, folder = package
    jsonschema.validate(described, PACKAGE)
    names = [one["name"] for one in described["resources"]]
    assert len(set(names)) == len(names)
    assert {one["path"] for one in described["resources"]} | {"datapackage.json"} == {f.name for f in folder.iterdir()}


def test_tables_have_the_columns_types_and_sizes_that_are_described(package):
    described, folder = package
    for resource in described["resources"]:
        path = folder / resource["path"]
        found = rows(path, "utf-8-sig")
        assert path.stat().st_size == resource["bytes"] and len(found) == resource["rows"]
        fields = resource["schema"]["fields"]
        assert not found or list(found[0]) == [field["name"] for field in fields]
        for field in fields:
            form, required = re.compile(OF_TYPE[field["type"]], re.S), field.get("constraints", {}).get("required")
            for row in found:
                value = row[field["name"]]
                assert form.fullmatch(value) if value else not required, (resource["name"], field["name"], value)


def test_keys_tell_rows_apart_and_lead_to_what_they_name(package):
    described, folder = package
    tables = {one["name"]: rows(folder / one["path"], "utf-8-sig") for one in described["resources"]}
    for resource in described["resources"]:
        schema, found = resource["schema"], tables[resource["name"]]
        keys = [tuple(row[name] for name in schema["primaryKey"]) for row in found]
        assert len(set(keys)) == len(keys), resource["name"]
        for foreign in schema.get("foreignKeys", []):
            there = {row[foreign["reference"]["fields"]] for row in tables[foreign["reference"]["resource"]]}
            assert {row[foreign["fields"]] for row in found} <= there, (resource["name"], foreign)


def test_units_stand_in_the_description_of_a_wide_table_and_in_the_dictionary(results, tmp_path):
    program = Program(results)
    program("export", "small.h5", "--wide", "-o", tmp_path / "p", "--metric", "productivity_effect")
    described = json.loads((tmp_path / "p/datapackage.json").read_text("utf-8"))
    yearly = next(one for one in described["resources"] if one["name"] == "yearly")
    field = next(one for one in yearly["schema"]["fields"] if one["name"] == "productivity_effect")
    assert field["unit"] == "bp" and field["title_ko"] == "생산성 효과"
    assert rows(tmp_path / "p/metric.csv")[0]["unit"] == "bp"


def test_the_description_says_when_a_verdict_has_a_reason(results, tmp_path):
    Program(results)("export", "small.h5", "--table", "comparison", "-o", tmp_path / "p")
    described = json.loads((tmp_path / "p/datapackage.json").read_text("utf-8"))
    comparison = next(one for one in described["resources"] if one["name"] == "comparison")
    field = next(one for one in comparison["schema"]["fields"] if one["name"] == "verdict_reason")
    assert field["description"] == "why there is no verdict; missing where there is one; of the baseline: baseline"
    reasons = {row["verdict_reason"] for row in rows(tmp_path / "p/comparison.csv")}
    assert "baseline" in reasons and "fewer than 30 replications" in reasons and "-" not in reasons


def test_the_dictionary_says_what_the_reference_page_says(results, tmp_path):
    Program(results)("export", "small.h5", "--table", "total", "-o", tmp_path / "p")
    page = (PROJECT / "docs/metrics.md").read_text("utf-8").split("\n## ")[0]
    documented = {}
    for name, meaning, unit, total in re.findall(r"^\| `(\w+)` \| (.*?) \| (.*?) \| (.*?) \|", page, re.M):
        text, label = re.fullmatch(r"(.*) \((.*?)\)", meaning).groups()
        documented[name] = (unit, text, label, total)
    found = rows(tmp_path / "p/metric.csv")
    assert [row["metric"] for row in found] == list(documented)
    for row in found:
        unit, text, label, _ = documented[row["metric"]]
        assert (row["unit"], row["meaning"]) == (unit, text) and row["label_ko"].endswith(label.split("(")[-1])


def test_equal_results_give_equal_packages(results, tmp_path):
    for name in ("a", "b"):
        Program(results)("export", "small.h5", "-o", tmp_path / name)
    for file in (tmp_path / "a").iterdir():
        assert file.read_bytes() == (tmp_path / "b" / file.name).read_bytes()
