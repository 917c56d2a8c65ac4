// SPDX-License-Identifier: Apache-2.0
// Where a value comes from and how sure it is.
#pragma once
#include <array>
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "sim/kernel/distribution.hpp"
#include "sim/kernel/field.hpp"

namespace coopsim {

inline constexpr std::array<std::string_view, 5> confidence_names = {
    "article", "external", "derived", "recalled", "assumption"};
inline constexpr std::array<std::string_view, 4> grade_names = {"A", "B", "C", "D"};
constexpr std::string_view name_of(Confidence confidence) {
  return confidence_names[static_cast<std::size_t>(confidence)];
}
constexpr std::string_view name_of(Grade grade) {
  return grade_names[static_cast<std::size_t>(grade)];
}

// What a scenario says of one of its values.
struct Stated {
  std::string source;  // never empty
  Confidence confidence = Confidence::assumption;
  Grade grade = Grade::D;
  std::string note;
  // What it could be instead, as far as anybody knows; nothing: taken for certain.
  std::optional<Distribution> uncertain{};
};
using StatedByPath = std::map<std::string, Stated, std::less<>>;

// The grade of a value whose scenario gives none: the declared one where the confidence is the
// declared one, else the worst that this confidence allows (an article is A, an assumption D).
constexpr Grade grade_without_judgement(Confidence confidence, const Source& declared) {
  if (confidence == declared.confidence) return declared.grade;
  switch (confidence) {
    case Confidence::article:
      return Grade::A;
    case Confidence::external:
    case Confidence::recalled:
      return Grade::C;
    default:
      return Grade::D;
  }
}

// One parameter of a scenario as it is used.
struct Provenance {
  std::string path;   // "firms.count"
  std::string value;  // as TOML
  std::string unit;
  Label label;
  bool whole;  // only whole numbers
  Stated stated;
};

}  // namespace coopsim
