// SPDX-License-Identifier: Apache-2.0
// What a sheet with verdicts says of them beneath its title: how to read the intervals, what
// "practically equal" means, and why some have no verdict.
#pragma once
#include <span>
#include <string>
#include <vector>

#include "analysis/export/page.hpp"

namespace coopsim::exporting {

// In the page's language, a line each. `replications`: those of the result.
std::vector<std::string> verdict_notes(const Page& page, std::span<const MetricComparison> shown,
                                       int replications);

// What the colours mean, in one row; the row after it.
int verdict_legend(const Page& page, int row);

}  // namespace coopsim::exporting
