// SPDX-License-Identifier: Apache-2.0
// A factor of a sweep: a parameter or a setting of a lever, and what it may be. Designs live in the
// unit cube; a factor says what a coordinate of it means.
#pragma once
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "sim/kernel/distribution.hpp"

namespace coopsim {

struct SweepFactor {
  // values: a list, whose number is the coordinate's stratum. range: evenly between two numbers.
  // law: by its quantiles. scale: every number of a dated path times what lies between two numbers.
  // shift: a date, or every date of a path but the first, by whole months between two numbers.
  enum class Form { values, range, law, scale, shift };

  std::string path, unit, label_en, label_ko;
  Form form = Form::values;
  std::vector<std::string> values;  // TOML
  double low = 0, high = 0;         // of range, scale and shift
  // Factors before this one whose number is that end of the range; low or high then is its utmost.
  std::optional<std::size_t> low_of, high_of;
  Distribution law{0};
  bool whole = false;     // drawn numbers are rounded
  std::string usual;      // the value of the scenario, TOML; empty: the scenario does not set it
  std::string together;   // factors of the same word move together; empty: alone
  std::string statement;  // how the study writes it, for the study's identity

  bool has_levels() const { return form == Form::values; }
  // With the ends that it has where the factors before it have these numbers.
  SweepFactor where(const std::vector<double>& numbers) const;
  // What `--set` would be given at coordinate u: "advice.patience=12". REQUIRES: 0 <= u <= 1.
  std::string setting(double u) const;
  // What stands for it in results: the number itself, of a scale the factor, of a shift the months;
  // of a list without numbers the place in it, from 0.
  double number(double u) const;
  // At the reference point, where nothing is set: the scenario's own value, 1 for a scale, 0 for a
  // shift; NaN where that is no number.
  double usual_number() const;
};

// `text` of a number or a dated path of numbers with every number times `by`; empty if it is
// neither.
std::string scaled_text(const std::string& text, double by);
// `text` of a date, or of a dated path of numbers, with every date but a path's first moved by so
// many months, to the month's last day where it is shorter; empty if it is neither.
std::string shifted_text(const std::string& text, int months);

}  // namespace coopsim
