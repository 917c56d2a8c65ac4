// SPDX-License-Identifier: Apache-2.0
#include "analysis/report/data/report_data.hpp"

#include <nlohmann/json.hpp>

#include "analysis/report/data/parts.hpp"
#include "analysis/study_defaults.hpp"
#include "analysis/study_totals.hpp"

namespace coopsim::report {
namespace {

Json study_data(const ResultReader& result) {
  const Source source{result, study_totals(result),
                      read_scenario_text(result.facts().scenario, result.file().string())};
  Json data = {{"study", study(source)},      {"policies", policies(source)},
               {"axes", axes(result)},        {"metrics", metrics(result)},
               {"headline", headline_metric}, {"offered", offered(result)}};
  add_values(result, data);
  data["comparison"] = comparison(source);
  data["economics"] = economics(source);
  data["assumptions"] = assumptions(result);
  data["scorecard"] = scorecard(result);
  add_past_fans(result, data);
  data["parameters"] = parameters(source);
  return data;
}

std::string page_of(Json studies, Language language) {
  const Json page = {{"contract", contract},
                     {"lang", language == Language::korean ? "ko" : "en"},
                     {"studies", std::move(studies)}};
  // Names come from files that anybody may have written.
  return page.dump(-1, ' ', false, Json::error_handler_t::replace);
}

}  // namespace

std::string page_data(std::span<const ResultReader> results, Language language) {
  Json studies = Json::array();
  for (const ResultReader& result : results) studies.push_back(study_data(result));
  return page_of(std::move(studies), language);
}

std::string sweep_page_data(const std::filesystem::path& file, Language language) {
  return page_of(Json::array({sweep_study(file)}), language);
}

}  // namespace coopsim::report
