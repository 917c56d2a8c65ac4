// SPDX-License-Identifier: Apache-2.0
// A sweep: its points, and which factors matter for which response of which policy.
#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <nlohmann/json.hpp>
#include <optional>
#include <stdexcept>

#include "analysis/report/data/parts.hpp"
#include "analysis/study_defaults.hpp"
#include "analysis/sweep_figures.hpp"
#include "analysis/sweep_sensitivity.hpp"
#include "output/sweep_result.hpp"

namespace coopsim::report {
namespace {

// Point means of all responses and policies that a page carries; beyond that it would be slow.
constexpr std::size_t most_point_means = 20'000;
// Values of a list of texts, in place of numbers.
constexpr std::size_t most_texts = 40;

// "advice.interest_loss=0.05" -> "0.05"; of nothing set "".
std::string value_of(const std::string& setting) {
  const std::size_t at = setting.find('=');
  return at == std::string::npos ? "" : setting.substr(at + 1);
}

bool is_number(const std::string& value) {
  double read = 0;
  const char* const end = value.data() + value.size();
  const auto [last, error] = std::from_chars(value.data(), end, read);
  return error == std::errc{} && last == end;
}

// What the numbers of a list of texts or dates stand for, by place; null of a factor of numbers.
Json texts_of(const SweepPoints& points, std::size_t factor) {
  if (!points.factors[factor].statement.starts_with("values ")) return nullptr;
  std::vector<std::string> texts;
  for (std::size_t p = 1; p < points.ids.size(); ++p) {
    const std::size_t cell = p * points.factors.size() + factor;
    const std::string value = value_of(points.settings[cell]);
    const double place = points.values[cell];
    if (is_number(value) || !(place >= 0 && place < double(most_texts)) ||
        place != std::trunc(place))
      return nullptr;
    texts.resize(std::max(texts.size(), std::size_t(place) + 1));
    texts[std::size_t(place)] = value;
  }
  return texts;
}

Json factors(const SweepPoints& points) {
  Json made = Json::array();
  for (std::size_t i = 0; i < points.factors.size(); ++i) {
    const SweepPoints::Factor& one = points.factors[i];
    made.push_back({{"path", one.path},
                    {"label", text(one.label_en, one.label_ko)},
                    {"unit", one.unit},
                    {"could_be", one.statement},
                    {"texts", texts_of(points, i)}});
  }
  return made;
}

// Places of the factors that an axis "a + b" is made of.
Json members(const SweepPoints& points, const std::string& axis) {
  const std::string parted = " + ";
  Json made = Json::array();
  for (std::size_t i = 0; i < points.factors.size(); ++i)
    if ((parted + axis + parted).find(parted + points.factors[i].path + parted) !=
        std::string::npos)
      made.push_back(i);
  return made;
}

Json axes_of(const SweepPoints& points, const SweepFigures& figures) {
  Json made = Json::array();
  for (const std::string& axis : figures.factors)
    made.push_back({{"id", axis}, {"factors", members(points, axis)}});
  return made;
}

// By name: [response][policy][of][axis], or without the last.
void add_figures(const SweepTotals& totals, const SweepFigures& all, Json& sweep) {
  sweep["figures"] = sweep["overall"] = Json::object();
  for (const SweepFigures::Figure& one : all.figures) {
    std::vector<std::size_t> shape = {totals.responses.size(), totals.policies.size(), 2};
    if (one.by_factor) shape.push_back(all.factors.size());
    sweep[one.by_factor ? "figures" : "overall"][one.id] = nested(one.values, shape);
  }
}

Json means(const SweepTotals& totals, const SweepTotals::Response& response, std::size_t policy,
           bool difference) {
  if (difference && policy == totals.baseline)
    return std::vector<Json>(totals.point_count());  // of nothing: null
  Json made = Json::array();
  for (const double mean : point_means(totals, response, policy,
                                       difference ? std::optional(totals.baseline) : std::nullopt))
    made.push_back(number(mean));
  return made;
}

Json scatter(const SweepTotals& totals) {
  const SweepPoints& points = totals.points;
  Json values = Json::array(), responses = Json::array();
  for (std::size_t f = 0; f < points.factors.size(); ++f) {
    Json column = Json::array();
    for (std::size_t p = 0; p < points.ids.size(); ++p)
      column.push_back(number(points.values[p * points.factors.size() + f]));
    values.push_back(std::move(column));
  }
  for (const SweepTotals::Response& response : totals.responses) {
    Json policies = Json::array();
    for (std::size_t p = 0; p < totals.policies.size(); ++p)
      policies.push_back({means(totals, response, p, false), means(totals, response, p, true)});
    responses.push_back(std::move(policies));
  }
  return {{"factors", values}, {"responses", responses}};
}

Json sweep_of(const SweepTotals& totals) {
  const SweepFigures figures = sweep_figures(totals);
  const std::size_t means = totals.point_count() * totals.policies.size() * totals.responses.size();
  Json made = {{"kind", totals.kind},
               {"design", totals.points.design},
               {"points", totals.point_count() - 1},
               {"factors", factors(totals.points)},
               {"axes", axes_of(totals.points, figures)}};
  add_figures(totals, figures, made);
  made["too_many_points"] = means > most_point_means;
  made["scatter"] = means > most_point_means ? Json() : scatter(totals);
  return made;
}

Json policies(const ResultFacts& facts) {
  Json made = Json::array();
  int place = 0;
  for (const ResultPolicy& policy : facts.policies)
    made.push_back({{"id", policy.name},
                    {"label", text(policy.label_en, policy.label_ko)},
                    {"badge", policy.baseline ? "–" : std::to_string(++place)},
                    {"baseline", policy.baseline},
                    {"stress", policy.stress},
                    {"held_against", facts.baseline.value_or(0)},
                    {"settings", Json::array()}});
  return made;
}

Json study_of(const ResultFacts& facts, const std::filesystem::path& file) {
  const ScenarioReading scenario = read_scenario_text(facts.scenario, file.string());
  Json made = study_facts(facts, file, scenario.scenario.parameters);
  made["draws"] = 0;
  made["run_on"] = "";
  made["command"] = "coopsim sweep study.toml -o again";
  return made;
}

}  // namespace

Json sweep_study(const std::filesystem::path& file) try {
  const SweepTotals totals = read_sweep_result(file);
  const ResultFacts facts = ResultReader::facts_of_sweep(file);
  Json metrics = Json::array(), offered = Json::array();
  for (const SweepTotals::Response& response : totals.responses) {
    metrics.push_back(metric(*std::ranges::find(coopsim::metrics(), response.id, &Metric::id)));
    offered.push_back(response.id);
  }
  const bool headline = std::ranges::any_of(
      totals.responses, [](const auto& response) { return response.id == headline_metric; });
  Json data = {{"study", study_of(facts, file)},
               {"policies", policies(facts)},
               {"axes", {{"year", Json::array()}}},
               {"metrics", metrics},
               {"headline", headline ? Json(headline_metric) : offered.front()},
               {"offered", offered}};
  for (const char* none :
       {"yearly", "fans", "totals", "split_yearly", "split_totals", "comparison"})
    data[none] = Json::object();
  data["economics"] = data["assumptions"] = nullptr;
  data["scorecard"] = data["parameters"] = Json::array();
  data["sweep"] = sweep_of(totals);
  return data;
} catch (const std::invalid_argument& error) {
  throw ResultError(ResultFault::bad_data, fmt::format("{}: {}", file.string(), error.what()));
}

}  // namespace coopsim::report
