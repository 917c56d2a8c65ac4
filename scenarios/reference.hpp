// SPDX-License-Identifier: Apache-2.0
// What every parameter, lever, account and response means, from their declarations: for
// `coopsim describe`, the reference pages in docs/ and the JSON Schema.
#pragma once
#include <string>
#include <string_view>
#include <vector>

namespace coopsim {

struct Description {
  std::string name, kind;  // "firms.count", "parameter"
  std::string label_en, label_ko, meaning, unit, allowed, usual, source;

  std::string text() const;  // for a terminal
};

// Parameters in order of declaration, accounts, levers with their settings, responses.
std::vector<Description> all_descriptions();

// The pages docs/parameters.md and docs/metrics.md.
std::string parameters_page();
std::string metrics_page();

// The file docs/all_parameters.toml: a sound scenario; in template.cpp.
std::string scenario_template();

// JSON Schema (draft 4) of a scenario file, for editors; in schema.cpp.
std::string json_schema();

}  // namespace coopsim
