// SPDX-License-Identifier: Apache-2.0
#include "analysis/study_draws.hpp"

#include <algorithm>
#include <string>

namespace coopsim {
namespace {

using Texts = std::vector<std::string>;

Texts texts(const ResultReader& result, const std::string& name) {
  return result.read_texts("assumptions/" + name);
}

[[noreturn]] void refuse(const ResultReader& result, const std::string& what) {
  throw ResultError(ResultFault::bad_data, result.file().string() + ": assumptions/" + what);
}

std::vector<StudyDraws::Unknown> read_unknowns(const ResultReader& result) {
  using U = StudyDraws::Unknown;
  std::vector<U> unknowns(texts(result, "unknown").size());
  const auto fill = [&](const std::string& name, std::string U::*part) {
    const Texts all = texts(result, name);
    if (all.size() != unknowns.size()) refuse(result, name + " has another length than unknown");
    for (std::size_t i = 0; i < all.size(); ++i) unknowns[i].*part = all[i];
  };
  fill("unknown", &U::path);
  fill("unknown_section", &U::group);
  fill("unknown_unit", &U::unit);
  fill("unknown_label_en", &U::label_en);
  fill("unknown_label_ko", &U::label_ko);
  fill("unknown_law", &U::law);
  fill("unknown_usual", &U::usual);
  fill("unknown_grade", &U::grade);
  return unknowns;
}

// (response, draw, policy, replication), cut by response.
void read_responses(const ResultReader& result, StudyDraws& draws) {
  const NumberArray total = result.read("assumptions/total");
  const Texts ids = texts(result, "response"), units = texts(result, "response_unit"),
              english = texts(result, "response_label_en"),
              korean = texts(result, "response_label_ko");
  const bool four = total.shape.size() == 4;
  if (!four || total.shape[0] != ids.size() || total.shape[2] != draws.policies.size() ||
      units.size() != ids.size() || english.size() != ids.size() || korean.size() != ids.size())
    refuse(result, "total is not by response, draw, policy and replication");
  draws.draws = total.shape[1];
  draws.replications = total.shape[3];
  const std::size_t cells = draws.draws * draws.policies.size() * draws.replications;
  for (std::size_t i = 0; i < ids.size(); ++i) {
    const auto first = total.values.begin() + std::ptrdiff_t(i * cells);
    draws.responses.push_back(
        {ids[i], units[i], english[i], korean[i], {first, first + std::ptrdiff_t(cells)}});
  }
}

}  // namespace

std::optional<StudyDraws> study_draws(const ResultReader& result) {
  if (!result.has("assumptions/total")) return std::nullopt;
  StudyDraws draws;
  for (const ResultPolicy& policy : result.facts().policies)
    draws.policies.push_back({policy.name, policy.stress});
  draws.baseline = result.facts().baseline;
  draws.unknowns = read_unknowns(result);
  read_responses(result, draws);
  draws.values = result.read("assumptions/drawn_value").values;
  if (draws.values.size() != draws.draws * draws.unknowns.size())
    refuse(result, "drawn_value does not have one value for every draw and unknown");
  draws.fingerprints = texts(result, "draw_fingerprint");
  return draws;
}

}  // namespace coopsim
