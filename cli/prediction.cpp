// SPDX-License-Identifier: Apache-2.0
// coopsim predict: what a sweep's response would be at values that were not simulated.
#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <nlohmann/json.hpp>

#include "analysis/stand_in.hpp"
#include "cli/arguments.hpp"
#include "cli/exit_code.hpp"
#include "cli/page.hpp"
#include "cli/result_place.hpp"
#include "cli/sensitivity_report.hpp"
#include "cli/table.hpp"
#include "cli/terminal.hpp"
#include "cli/text.hpp"
#include "scenarios/text.hpp"

namespace coopsim::cli {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::size_t steps_of_range = 11;

// What is asked of the stand-in: a point, and perhaps a factor along whose range it is moved.
struct Place {
  std::vector<double> point;
  std::vector<std::size_t> set;  // factors that --set named
  std::optional<std::size_t> over;
};

std::string number_of(double value) { return fmt::format("{:.4g}", value); }
std::string with_unit(const std::string& number, const std::string& unit) {
  return unit.empty() || unit == "1" ? number : number + " " + unit;
}

std::string value_text(const StandInFactor& factor, double value) {
  for (const StandInChoice& choice : factor.choices)
    if (choice.value == value) return choice.text;
  if (std::isnan(value)) return "n/a";
  return with_unit(number_of(value), factor.unit);
}

std::size_t factor_place(const StandIn& found, const std::string& path) {
  std::vector<std::string> paths;
  for (const StandInFactor& factor : found.factors) paths.push_back(factor.path);
  if (const auto at = std::ranges::find(paths, path); at != paths.end())
    return std::size_t(at - paths.begin());
  for (const StandInFactor& factor : found.factors)
    if ((factor.name + " ").find("+ " + path + " ") != std::string::npos)
      throw Failure(ExitCode::usage,
                    fmt::format("{} moves together with {}: set that one", path, factor.path));
  throw Failure(ExitCode::usage,
                fmt::format("the sweep has no factor {}{} It has: {}", escaped(path),
                            did_you_mean(path, paths), fmt::join(paths, ", ")));
}

double chosen_value(const StandInFactor& factor, const std::string& text) {
  std::vector<std::string> texts;
  for (const StandInChoice& choice : factor.choices) {
    if (choice.text == text) return choice.value;
    texts.push_back(choice.text);
  }
  throw Failure(ExitCode::usage,
                fmt::format("--set {}={}: allowed are {}{}", factor.path, escaped(text),
                            fmt::join(texts, ", "), did_you_mean(text, texts)));
}

double value_of(const StandInFactor& factor, const std::string& text) {
  if (!factor.choices.empty()) return chosen_value(factor, text);
  double value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  std::string_view rest(end, std::size_t(text.data() + text.size() - end));
  while (rest.starts_with(' ')) rest.remove_prefix(1);
  if (error == std::errc{} && std::isfinite(value) && (rest.empty() || rest == factor.unit))
    return value;
  throw Failure(ExitCode::usage,
                fmt::format("--set {}={}: allowed is a number{}; the sweep tried {} to {}",
                            factor.path, escaped(text),
                            factor.unit.empty() || factor.unit == "1" ? "" : " in " + factor.unit,
                            number_of(factor.least), number_of(factor.most)));
}

// Factors that are not set are as in the reference.
Place place_of(const StandIn& found, const PredictArguments& arguments) {
  Place place;
  for (const StandInFactor& factor : found.factors) place.point.push_back(factor.usual);
  for (const std::string& setting : arguments.settings) {
    const std::size_t equals = setting.find('=');
    if (equals == std::string::npos)
      throw Failure(ExitCode::usage,
                    fmt::format("--set {}: write it as FACTOR=VALUE", escaped(setting)));
    const std::size_t factor = factor_place(found, setting.substr(0, equals));
    place.point[factor] = value_of(found.factors[factor], setting.substr(equals + 1));
    if (std::ranges::find(place.set, factor) == place.set.end()) place.set.push_back(factor);
  }
  if (!arguments.over.empty()) place.over = factor_place(found, arguments.over);
  for (std::size_t i = 0; i < place.point.size(); ++i)
    if (std::isnan(place.point[i]) && place.over != i)
      throw Failure(ExitCode::usage,
                    fmt::format("the scenario's own {} is no number: say --set {}=VALUE",
                                found.factors[i].path, found.factors[i].path));
  return place;
}

bool has_usual(const StandIn& found) {
  return std::ranges::none_of(found.factors,
                              [](const StandInFactor& one) { return std::isnan(one.usual); });
}

std::vector<double> usual_point(const StandIn& found) {
  std::vector<double> point;
  for (const StandInFactor& factor : found.factors) point.push_back(factor.usual);
  return point;
}

struct Step {
  double value, predicted;
};

std::vector<Step> steps_of(const StandIn& found, const Place& place) {
  std::vector<Step> steps;
  if (!place.over) return steps;
  auto point = place.point;
  for (const double value : steps_over(found.factors[*place.over], steps_of_range)) {
    point[*place.over] = value;
    steps.push_back({value, found.surrogate.at(point)});
  }
  return steps;
}

std::string settings_text(const StandIn& found, const Place& place) {
  Table table({{"", "factor", Align::left, 0},
               {"", "set to"},
               {"", "scenario"},
               {"", "tried from"},
               {"", "to"}});
  for (const std::size_t i : place.set) {
    const StandInFactor& factor = found.factors[i];
    table.add({factor.name, value_text(factor, place.point[i]), value_text(factor, factor.usual),
               value_text(factor, factor.least), value_text(factor, factor.most)});
  }
  return table.text() + "\n";
}

std::string steps_text(const StandInFactor& factor, const std::vector<Step>& steps,
                       const std::string& unit) {
  Table table(
      {{"", factor.name, Align::left, 0}, {"predicted", unit.empty() || unit == "1" ? "" : unit}});
  for (const Step& step : steps)
    table.add({value_text(factor, step.value), number_of(step.predicted)});
  return table.text() + "\n";
}

std::string beyond(const StandIn& found, const Place& place) {
  std::vector<std::string> names;
  for (const std::size_t i : place.set)
    if (place.point[i] < found.factors[i].least || place.point[i] > found.factors[i].most)
      names.push_back(found.factors[i].name);
  return names.empty() ? ""
                       : paragraph("Beyond",
                                   fmt::format("outside what the sweep tried, so a guess: {}.",
                                               fmt::join(names, ", ")),
                                   text_columns());
}

const char* terms_word(int degree) {
  return degree == 0   ? "the mean of"
         : degree == 1 ? "straight lines through"
                       : "a quadratic through";
}

std::string reference_text(const StandIn& found, const std::string& unit) {
  const std::string simulated = with_unit(number_of(found.simulated), unit);
  if (!has_usual(found)) return simulated + " simulated";
  return fmt::format("{} by the same stand-in, {} simulated",
                     number_of(found.surrogate.at(usual_point(found))), simulated);
}

std::string as_text(const SensitivityQuestion& asked, const StandIn& found, const Place& place,
                    const std::vector<Step>& steps) {
  const int columns = text_columns();
  const std::string& unit = asked.response.unit;
  const Surrogate& fit = found.surrogate;
  std::string text = fmt::format("{}\n{}; {}, {}\n\n", escaped(asked.totals.title_en, 200),
                                 words_of(asked), asked.totals.period, asked.totals.points.design);
  if (!place.set.empty()) text += settings_text(found, place);
  if (place.over)
    text += steps_text(found.factors[*place.over], steps, unit);
  else
    text += paragraph("Predicted", with_unit(number_of(fit.at(place.point)), unit), columns);
  text += paragraph("Off by",
                    fmt::format("{}, typically, at points left out of the fit",
                                with_unit(number_of(fit.left_out_error()), unit)),
                    columns);
  text += paragraph("Scenario", reference_text(found, unit), columns);
  text += paragraph("Stand-in",
                    fmt::format("{} {} points; predicts {:.0f} % of the variance at points left "
                                "out of its fit",
                                terms_word(fit.degree()), fit.points(),
                                100 * std::max(0.0, fit.predictive_r_squared())),
                    columns);
  return text + beyond(found, place) +
         paragraph("Reading",
                   "a forecast of the model's answer, not of the world; before anything rests on "
                   "it, simulate it: coopsim run with the same --set.",
                   columns);
}

Json number(double value) { return std::isfinite(value) ? Json(value) : Json(); }

std::string as_json(const SensitivityQuestion& asked, const StandIn& found, const Place& place,
                    const std::vector<Step>& steps) {
  const Surrogate& fit = found.surrogate;
  Json set = Json::object();
  for (const std::size_t i : place.set) set[found.factors[i].name] = place.point[i];
  Json document = {{"response", asked.response.id},
                   {"unit", asked.response.unit},
                   {"policy", asked.totals.policies[asked.policy]},
                   {"less", asked.less ? Json(asked.totals.policies[*asked.less]) : Json()},
                   {"set", set},
                   {"left_out_error", number(fit.left_out_error())},
                   {"predictive_r_squared", number(fit.predictive_r_squared())},
                   {"degree", fit.degree()},
                   {"terms", fit.terms()},
                   {"points", fit.points()},
                   {"reference",
                    {{"predicted", has_usual(found) ? number(fit.at(usual_point(found))) : Json()},
                     {"simulated", number(found.simulated)}}}};
  if (!place.over) {
    document["predicted"] = number(fit.at(place.point));
    document["within"] = fit.within(place.point);
    return document.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
  }
  const StandInFactor& factor = found.factors[*place.over];
  Json along = Json::array();
  for (const Step& step : steps)
    along.push_back({{"value", factor.choices.empty() ? Json(step.value)
                                                      : Json(value_text(factor, step.value))},
                     {"predicted", number(step.predicted)}});
  document["over"] = {{"factor", factor.name}, {"unit", factor.unit}, {"steps", along}};
  return document.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace

ExitCode execute(const PredictArguments& arguments) {
  const SweepTotals totals = read_sweep_result(result_place(arguments.result));
  const SensitivityQuestion asked = question(totals, arguments);
  const StandIn found = stand_in(totals, asked.response, asked.policy, asked.less);
  if (found.surrogate.points() == 0)
    throw Failure(ExitCode::bad_data, fmt::format("{}: every point has a failed world; coopsim "
                                                  "retry runs them again",
                                                  escaped(arguments.result, 300)));
  const Place place = place_of(found, arguments);
  const auto steps = steps_of(found, place);
  if (arguments.json)
    print(as_json(asked, found, place, steps));
  else if (!arguments.quiet)
    print(as_text(asked, found, place, steps));
  return ExitCode::ok;
}

}  // namespace coopsim::cli
