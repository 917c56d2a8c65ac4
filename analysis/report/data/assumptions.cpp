// SPDX-License-Identifier: Apache-2.0
// The study over draws of its unknowns: group `assumptions`.
#include <array>
#include <cmath>
#include <nlohmann/json.hpp>

#include "analysis/report/data/parts.hpp"
#include "analysis/study_defaults.hpp"

namespace coopsim::report {
namespace {

// The page's name and the file's variable by (response, policy) or (response, policy, unknown).
constexpr std::pair<const char*, const char*> taken[] = {{"mean", "difference_mean"},
                                                         {"low", "difference_low"},
                                                         {"high", "difference_high"},
                                                         {"q05", "difference_q05"},
                                                         {"q50", "difference_q50"},
                                                         {"q95", "difference_q95"},
                                                         {"share_above", "share_above"},
                                                         {"share_best", "share_best"},
                                                         {"sd_of_unknowns", "sd_of_unknowns"},
                                                         {"sd_of_chance", "sd_of_chance"},
                                                         {"regret_largest", "regret_largest"},
                                                         {"regret_mean", "regret_mean"},
                                                         {"where_low", "difference_where_low"},
                                                         {"where_high", "difference_where_high"},
                                                         {"evpi", "evpi"},
                                                         {"evppi", "evppi"},
                                                         {"evppi_left_out", "evppi_left_out"},
                                                         {"evppi_by_section", "evppi_by_section"}};

// Of one response: the rest of the axes.
Json row(const NumberArray& array, std::size_t response) {
  const std::span<const double> values = array.values;
  const std::size_t each = values.size() / array.shape.front();
  return nested(values.subspan(response * each, each),
                std::span<const std::size_t>(array.shape).subspan(1));
}

Json by_response(const ResultReader& result, const std::vector<std::string>& responses) {
  Json made = Json::object();
  for (const auto& [name, variable] : taken) {
    const NumberArray array = result.read(std::string("assumptions/") + variable);
    for (std::size_t i = 0; i < responses.size(); ++i) made[responses[i]][name] = row(array, i);
  }
  return made;
}

Json unknowns(const ResultReader& result) {
  const auto column = [&](const char* name) {
    return result.read_texts(std::string("assumptions/unknown") + name);
  };
  const auto paths = column(""), english = column("_label_en"), korean = column("_label_ko"),
             units = column("_unit"), sections = column("_section"), laws = column("_law"),
             usual = column("_usual"), grades = column("_grade");
  Json made = Json::array();
  for (std::size_t i = 0; i < paths.size(); ++i)
    made.push_back({{"id", paths[i]},
                    {"label", text(english[i], korean[i])},
                    {"unit", units[i]},
                    {"section", sections[i]},
                    {"law", laws[i]},
                    {"usual", usual[i]},
                    {"grade", grades[i]}});
  return made;
}

// [policy][draw]: each draw's mean over its replications, less the baseline's.
Json headline_draws(const ResultReader& result, const std::vector<std::string>& responses) {
  const auto at = std::ranges::find(responses, headline_metric);
  if (at == responses.end() || !result.facts().baseline) return Json::array();
  const NumberArray total = result.read("assumptions/total");
  const std::size_t response = std::size_t(at - responses.begin());
  const auto mean = [&](std::size_t draw, std::size_t policy) {
    double sum = 0;
    for (std::size_t r = 0; r < total.shape[3]; ++r)
      sum += total.at(std::array{response, draw, policy, r});
    return sum / double(total.shape[3]);
  };
  Json made = Json::array();
  for (std::size_t p = 0; p < total.shape[2]; ++p) {
    Json differences = Json::array();
    for (std::size_t d = 0; d < total.shape[1]; ++d)
      differences.push_back(number(mean(d, p) - mean(d, *result.facts().baseline)));
    made.push_back(std::move(differences));
  }
  return made;
}

}  // namespace

Json assumptions(const ResultReader& result) {
  if (!result.has("assumptions/draw")) return nullptr;
  const auto responses = result.read_texts("assumptions/response");
  const NumberArray total = result.read("assumptions/total");
  return {{"draws", total.shape[1]},
          {"replications", total.shape[3]},
          {"unknowns", unknowns(result)},
          {"sections", result.read_texts("assumptions/section")},
          {"metrics", by_response(result, responses)},
          {"headline_draws", headline_draws(result, responses)}};
}

}  // namespace coopsim::report
