// SPDX-License-Identifier: Apache-2.0
// Numbers and texts as the report's page wants them.
#pragma once
#include <nlohmann/json_fwd.hpp>
#include <span>
#include <string_view>

#include "analysis/estimates.hpp"
#include "output/format.hpp"
#include "output/result_reader.hpp"

namespace coopsim::report {

using Json = nlohmann::ordered_json;

// Seven significant digits; null where there is no number.
Json number(double value);
// {"en": ..., "ko": ...}
Json text(std::string_view english, std::string_view korean);

// Nested arrays of that shape, the first axis outermost. REQUIRES: as many values.
Json nested(std::span<const double> values, std::span<const std::size_t> shape);
// A whole variable.
Json nested(const NumberArray& array);
// One statistic of a variable whose first axis is `statistic`.
Json nested(const NumberArray& summary, Statistic which);
// {"mean", "low", "high"} of such a variable.
Json interval(const NumberArray& summary);

// The axis `name` of the file's group `yearly`: [{"id", "label"}].
Json axis(const ResultReader& result, std::string_view name);

}  // namespace coopsim::report
