// SPDX-License-Identifier: Apache-2.0
// What of a result goes into CSV tables, and in which form.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "analysis/verdict.hpp"

namespace coopsim::exporting {

struct Years {
  int first = 0, last = 0;
};

struct Choice {
  // Names of tables, responses and policies; empty: the usual tables, else all.
  std::vector<std::string> tables, metrics, policies;
  std::vector<std::string> splits;  // axes by which tables are written as well: "account"
  std::optional<Years> years;       // empty: all
  bool wide = false;                // one column a response instead of one row
  bool labels = false;              // names for people beside the codes, in `language`
  bool byte_order_mark = false;
  Language language = Language::english;
};

}  // namespace coopsim::exporting
