// SPDX-License-Identifier: Apache-2.0
// What a column of a table holds, as datapackage.json says it.
#pragma once
#include <string>
#include <vector>

#include "analysis/export/source.hpp"

namespace coopsim::exporting {

// The names are those of Frictionless' table schema.
enum class Type { string, integer, number, year, boolean };
std::string_view name_of(Type type);

struct Column {
  std::string name;
  Type type = Type::string;
  Texts title;
  std::string description, unit;
  std::string refers_to;  // the table whose first column has its codes; empty: none
  bool may_be_missing = false;
};

// Of a table that was written.
struct Written {
  std::string name, description;
  Texts title;
  std::vector<Column> columns;
  std::vector<std::string> key;  // columns that tell its rows apart
  std::uint64_t rows = 0, bytes = 0;
};

}  // namespace coopsim::exporting
