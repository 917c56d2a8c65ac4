// SPDX-License-Identifier: Apache-2.0
// Every parameter of the scenario that a result carries, with what it would be by default.
#pragma once
#include <string>
#include <vector>

#include "analysis/export/source.hpp"

namespace coopsim::exporting {

struct Parameter {
  std::string path, unit;
  Texts label, section;
  std::string value, usual;  // as TOML; `usual` empty: there is none
  std::string source, confidence, grade;
  std::string uncertain;  // as TOML; empty: taken for certain

  bool differs() const { return value != usual; }
};

// Throws ScenarioError where the file's scenario cannot be read.
std::vector<Parameter> parameters_of(const Source& source);

}  // namespace coopsim::exporting
