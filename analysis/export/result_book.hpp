// SPDX-License-Identifier: Apache-2.0
// A result as a workbook: summary, differences, years, money, policies, assumptions and dictionary,
// each in English and in Korean.
#pragma once
#include <filesystem>
#include <string>
#include <vector>

#include "analysis/export/source.hpp"
#include "analysis/verdict.hpp"

namespace coopsim::exporting {

// Responses that may be asked for.
std::vector<std::string> metrics_of_book(const Source& source);

// `first`: the language whose sheets come first. `metrics`: see BookData. Takes the place of a
// file. REQUIRES: a run's result. Throws ResultError (bad_data, io).
void write_book(const Source& source, const std::vector<std::string>& metrics, Language first,
                const std::filesystem::path& file);

}  // namespace coopsim::exporting
