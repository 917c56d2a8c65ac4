// SPDX-License-Identifier: Apache-2.0
// What of a result coopsim export was asked for, held against what the file has.
#pragma once
#include <vector>

#include "analysis/export/choice.hpp"
#include "analysis/export/data_package.hpp"
#include "cli/arguments.hpp"

namespace coopsim::cli {

// All throw a Failure(usage) that names the word, the nearest name and what is there.
exporting::Choice choice_of(const exporting::Source& source, const ExportArguments& arguments);
// Every table that has rows. `one`: a single file, so that there must be exactly one.
std::vector<exporting::Wanted> wanted_tables(const exporting::Source& source,
                                             const ExportArguments& arguments,
                                             const exporting::Choice& choice, bool one);
// Those asked for, each once.
std::vector<std::string> metrics_of_book(const exporting::Source& source,
                                         const ExportArguments& arguments);
void refuse_csv_options(const ExportArguments& arguments);

}  // namespace coopsim::cli
