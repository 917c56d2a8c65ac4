// SPDX-License-Identifier: Apache-2.0
// coopsim discover: in which futures a policy wins or loses.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <filesystem>
#include <nlohmann/json.hpp>

#include "analysis/estimates.hpp"
#include "cli/argument_checks.hpp"
#include "cli/arguments.hpp"
#include "cli/exit_code.hpp"
#include "cli/page.hpp"
#include "cli/result_place.hpp"
#include "cli/sensitivity_report.hpp"
#include "cli/terminal.hpp"
#include "cli/text.hpp"
#include "scenarios/text.hpp"

namespace coopsim::cli {
namespace {

using Json = nlohmann::ordered_json;

std::string number_of(double value) { return fmt::format("{:.4g}", value); }

std::string limit_text(const SweepPoints::Factor& factor, const BoxLimit& limit, double again) {
  return fmt::format(
      "  {} {} {}{}   {:.0f} % of halves of the points say so too\n", padded_right(factor.path, 40),
      limit.lower ? "at least" : "at most ", number_of(limit.value),
      factor.unit == "1" || factor.unit.empty() ? "" : " " + factor.unit, 100 * again);
}

std::string box_text(const SweepPoints& points, const Prim& found, const Box& box,
                     const std::vector<BoxLimit>& limits) {
  std::string text = fmt::format(
      "  {} of its {} points are cases (density {:.0f} %); it holds {:.0f} % of all cases and "
      "{:.0f} % of all "
      "points\n",
      box.cases, box.points, 100 * box.density, 100 * box.coverage, 100 * box.mass);
  for (const BoxLimit& limit : limits)
    text += limit_text(points.factors[limit.factor], limit, found.restricted_again[limit.factor]);
  return text;
}

struct Threshold {
  bool below;
  double value;
};

// Least, median and most of the points.
std::array<double, 3> span_of(std::vector<double> means) {
  std::erase_if(means, [](double value) { return std::isnan(value); });
  std::ranges::sort(means);
  if (means.empty()) return {NAN, NAN, NAN};
  return {means.front(), quantile(means, .5), means.back()};
}

// Why no box was looked for, or found.
std::string no_box(const Prim& found, const std::array<double, 3>& span) {
  if (found.cases > 0 && found.cases < found.points)
    return fmt::format(
        "no part of the factors' space holds them more densely than chance would show (p = "
        "{:.2g}).",
        found.p_value);
  return fmt::format("{} point is such a case: choose a threshold between {} and {}.",
                     found.cases == 0 ? "no" : "every", number_of(span[0]), number_of(span[2]));
}

std::string as_text(const SensitivityQuestion& asked, const Threshold& threshold,
                    const Discovery& discovery) {
  const Prim& found = discovery.box;
  const auto span = span_of(discovery.means);
  const SweepPoints& points = asked.totals.points;
  const std::string unit = asked.response.unit == "1" ? "" : " " + asked.response.unit;
  std::string text = fmt::format(
      "{}\n{} {} {}{}; {} of {} points are such cases{}\npoints lie from {} to {}{}, median "
      "{}\n\n",
      escaped(asked.totals.title_en, 200), words_of(asked), threshold.below ? "below" : "above",
      number_of(threshold.value), unit, found.cases, found.points,
      found.left_out > 0 ? fmt::format(" ({} left out)", found.left_out) : "", number_of(span[0]),
      number_of(span[2]), unit, number_of(span[1]));
  if (!found.found) return text + paragraph("No box", no_box(found, span), text_columns());
  text += "Where every limit has something to say\n" +
          box_text(points, found, found.essential, found.essential_limits);
  if (found.essential_limits.size() != found.limits.size())
    text += "\nThe box as it was found, with limits that may be chance\n" +
            box_text(points, found, found.box, found.limits);
  text +=
      "\n" + paragraph("Chance",
                       fmt::format("p = {:.2g}: so dense a box comes so often where factors decide "
                                   "nothing.",
                                   found.p_value),
                       text_columns());
  return text + paragraph("Reading",
                          "a description of the points that were simulated, not a forecast: how "
                          "likely the box is depends on the ranges that the study gives.",
                          text_columns());
}

Json box_json(const SweepPoints& points, const Prim& found, const Box& box,
              const std::vector<BoxLimit>& limits) {
  Json all = Json::array();
  for (const BoxLimit& limit : limits)
    all.push_back({{"factor", points.factors[limit.factor].path},
                   {limit.lower ? "least" : "most", limit.value},
                   {"quasi_p", limit.quasi_p},
                   {"restricted_again", found.restricted_again[limit.factor]}});
  return {{"points", box.points},   {"cases", box.cases}, {"coverage", box.coverage},
          {"density", box.density}, {"mass", box.mass},   {"limits", all}};
}

std::string as_json(const SensitivityQuestion& asked, const Threshold& threshold,
                    const Discovery& discovery) {
  const SweepPoints& points = asked.totals.points;
  const Prim& found = discovery.box;
  const auto span = span_of(discovery.means);
  Json document = {{"response", asked.response.id},
                   {"policy", asked.totals.policies[asked.policy]},
                   {"less", asked.less ? Json(asked.totals.policies[*asked.less]) : Json()},
                   {threshold.below ? "below" : "above", threshold.value},
                   {"least", span[0]},
                   {"median", span[1]},
                   {"most", span[2]},
                   {"points", found.points},
                   {"cases", found.cases},
                   {"left_out", found.left_out},
                   {"found", found.found},
                   {"p_value", found.p_value}};
  if (found.found) {
    document["essential"] = box_json(points, found, found.essential, found.essential_limits);
    document["box"] = box_json(points, found, found.box, found.limits);
  }
  return document.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace

ExitCode execute(const DiscoverArguments& arguments) {
  const SweepTotals totals = read_sweep_result(result_place(arguments.result));
  const SensitivityQuestion asked = question(totals, arguments);
  const double threshold = arguments.threshold.empty()
                               ? 0
                               : checked_difference(arguments.below ? "--below" : "--above",
                                                    arguments.threshold, asked.response.unit);
  const Discovery found =
      discover(totals, asked.response, asked.policy, asked.less, threshold, arguments.below);
  if (arguments.json)
    print(as_json(asked, {arguments.below, threshold}, found));
  else if (!arguments.quiet)
    print(as_text(asked, {arguments.below, threshold}, found));
  return ExitCode::ok;
}

}  // namespace coopsim::cli
