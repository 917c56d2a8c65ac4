// SPDX-License-Identifier: Apache-2.0
// Responses of a result as one table: a row for every place on their axes, one after the other, so
// that a table never has to fit into memory.
#pragma once
#include <cstddef>
#include <filesystem>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/export/choice.hpp"
#include "analysis/export/column.hpp"
#include "analysis/export/source.hpp"

namespace coopsim::exporting {

// Which variables of a group make a table: those over its axes, with this end of their names.
struct Kind {
  std::string_view name, group, suffix;
  std::vector<std::string_view> axes;  // of a sweep after `design_point`
  Texts title;
  std::string_view description;
};
const std::vector<Kind>& kinds();

struct Variable {
  std::string dataset;  // "yearly/contracts_by_channel"
  std::string metric;   // "contracts"
};

struct LongTable {
  std::string name;  // "yearly_by_channel"
  const Kind* kind = nullptr;
  std::vector<Axis> axes;                      // in the order of the file
  std::vector<std::vector<std::size_t>> kept;  // places that were chosen, of each axis
  std::vector<Variable> variables;             // in the order of the responses

  std::size_t rows(bool wide) const;
};

// The table of a kind, split by an axis (empty: not split), as far as it was chosen; without
// variables where the file has none.
LongTable long_table(const Source& source, const Kind& kind, const std::string& split,
                     const Choice& choice);

// Axes by which some variable of the file is split.
std::vector<std::string> splits_of(const Source& source);
// Every response that stands in some table.
std::vector<std::string> metrics_of(const Source& source);

Written write(const Source& source, const LongTable& table, const Choice& choice,
              const std::filesystem::path& file);

}  // namespace coopsim::exporting
