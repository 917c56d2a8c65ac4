// SPDX-License-Identifier: Apache-2.0
// Numbers as scenarios write them, for the readers of values that hold numbers.
#pragma once
#include <string>
#include <string_view>

#include "scenarios/value_reader.hpp"

namespace coopsim {

// "month" of the unit "month"; empty if the field's unit is not a span of time.
std::string_view time_unit(const FieldInfo& field);

// "allowed: a whole number, 1 to 730 day".
std::string allowed_range(const FieldInfo& field, std::string_view kind);

// A finite number that a double holds exactly as written or rounds without becoming 0, whatever the
// field's range; false after a problem.
bool read_number(const Node& node, double& value, const Target& target);

// Whether `value`, written at `node`, is in the field's range; a problem if not.
bool in_range(const Node& node, double value, const Target& target);

}  // namespace coopsim
