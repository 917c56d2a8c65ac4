// SPDX-License-Identifier: Apache-2.0
// datapackage.json: what every table and column of a package is, in the words of Frictionless'
// specification (profile tabular-data-package).
#pragma once
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/export/column.hpp"

namespace coopsim::exporting {

std::string package_description(const Source& source, std::span<const Written> tables);

// Files that a description lists; nothing where it is none that coopsim wrote.
std::optional<std::vector<std::string>> tables_in(std::string_view description);

}  // namespace coopsim::exporting
