// SPDX-License-Identifier: Apache-2.0
// Tables that fit into memory: what the codes of the others mean, and what policies, parameters and
// comparisons say.
#pragma once
#include <cstdint>
#include <filesystem>
#include <span>
#include <string>
#include <variant>
#include <vector>

#include "analysis/export/choice.hpp"
#include "analysis/export/column.hpp"
#include "analysis/export/source.hpp"

namespace coopsim::exporting {

// Nothing is missing; so is an empty text, and NaN.
using Field = std::variant<std::monostate, std::string, double, std::int64_t, bool>;

struct SmallTable {
  std::string name, description;
  Texts title;
  std::vector<Column> columns;
  std::vector<std::string> key;
  std::vector<std::vector<Field>> rows;
};

Written write(const SmallTable& table, const Choice& choice, const std::filesystem::path& file);

// The data dictionary: one row a response, from what the datasets say of themselves. `of`: each
// response with a dataset that holds it.
struct Documented {
  std::string metric, dataset;
};
SmallTable dictionary_table(const Source& source, std::span<const Documented> of);

SmallTable policy_table(const Source& source);
// The codes of an axis.
SmallTable axis_table(const Axis& axis);
// Every parameter of the scenario with its source.
SmallTable parameter_table(const Source& source);
// Policy less the one it is held against, as `coopsim compare` says it. REQUIRES: a run's result.
SmallTable comparison_table(const Source& source, const Choice& choice);
// What was varied, and the points. REQUIRES: a sweep's result.
SmallTable factor_table(const Source& source);
SmallTable design_table(const Source& source, bool wide);

}  // namespace coopsim::exporting
