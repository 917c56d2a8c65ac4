// SPDX-License-Identifier: Apache-2.0
// coopsim sensitivity: which factors of a sweep matter.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <filesystem>

#include "analysis/study_defaults.hpp"
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

std::size_t policy_place(const SweepTotals& totals, const std::string& name) {
  const auto found = std::ranges::find(totals.policies, name);
  if (found == totals.policies.end())
    throw Failure(ExitCode::usage, fmt::format("the sweep has no policy {}{} It has: {}",
                                               escaped(name), did_you_mean(name, totals.policies),
                                               fmt::join(totals.policies, ", ")));
  return std::size_t(found - totals.policies.begin());
}

const SweepTotals::Response& response_of(const SweepTotals& totals, const std::string& name) {
  std::vector<std::string> ids;
  for (const auto& one : totals.responses) {
    if (one.id == name) return one;
    ids.push_back(one.id);
  }
  const auto headline = std::ranges::find(ids, headline_metric);
  if (name.empty())
    return totals.responses[headline == ids.end() ? 0 : std::size_t(headline - ids.begin())];
  throw Failure(ExitCode::usage,
                fmt::format("the sweep has no response {}{} It has: {}", escaped(name),
                            did_you_mean(name, ids), fmt::join(ids, ", ")));
}

std::string figure(double value, int digits = 3) {
  if (std::isnan(value)) return "n/a";
  return fmt::format("{:.{}g}", value, digits);
}
std::string share(double value) { return std::isnan(value) ? "n/a" : fmt::format("{:.3f}", value); }
std::string between(double low, double high, bool shares) {
  return shares ? fmt::format("[{}, {}]", share(low), share(high))
                : fmt::format("[{}, {}]", figure(low), figure(high));
}

// The index on the first half of the design.
std::string half(const SweepSensitivity& found, std::size_t factor, bool shares) {
  if (found.steps.size() < 2) return "n/a";
  const double value = found.steps[found.steps.size() - 2].values[factor];
  return shares ? share(value) : figure(value);
}

Table screening_table(const SweepSensitivity& found, const std::string& unit) {
  Table table({{"", "factor", Align::left, 0},
               {"mu*", unit},
               {"", "[95 %]"},
               {"mu", unit},
               {"sigma", unit},
               {"mu* of", "the half"}});
  for (const std::size_t i : ranked(found)) {
    const FactorScreening& one = found.screening->factors[i];
    table.add({found.factors[i], figure(one.mu_star),
               between(one.mu_star_low, one.mu_star_high, false), figure(one.mu), figure(one.sigma),
               half(found, i, false)});
  }
  return table;
}

Table indices_table(const SweepSensitivity& found) {
  Table table({{"", "factor", Align::left, 0},
               {"", "first"},
               {"", "[95 %]"},
               {"", "total"},
               {"", "[95 %]"},
               {"total of", "the half"}});
  for (const std::size_t i : ranked(found)) {
    const SobolIndex& one = found.indices->factors[i];
    table.add({found.factors[i], share(one.first), between(one.first_low, one.first_high, true),
               share(one.total), between(one.total_low, one.total_high, true),
               half(found, i, true)});
  }
  return table;
}

Table regression_table(const SweepSensitivity& found, const std::string& unit) {
  Table table({{"", "factor", Align::left, 0},
               {"rank corr.,", "partial"},
               {"", "p"},
               {"standardised", "slope"},
               {"upper less lower", "half, " + unit},
               {"", "[95 %]"}});
  for (const std::size_t i : ranked(found)) {
    const RegressionEffect& one = found.regression->factors[i];
    const Estimate& effect = found.main_effects[i];
    table.add({found.factors[i], one.separable ? share(one.prcc) : "n/a",
               one.separable ? figure(one.p_value, 2) : "n/a",
               one.separable ? share(one.src) : "n/a", figure(effect.mean),
               between(effect.low(), effect.high(), false)});
  }
  return table;
}

std::string reading(const SweepSensitivity& found) {
  if (found.screening)
    return "mu* is how much the response moves, on average, when the factor alone crosses its "
           "whole "
           "range; mu has the sign; sigma beside it says that it depends on the other factors, or "
           "is no "
           "straight line. The last column is mu* from the first half of the trajectories: where "
           "it is "
           "far off, take more.";
  if (found.indices)
    return "first: share of the variance between points that the factor brings alone; total: with "
           "all "
           "its interactions. A total near 0 means that the factor may be fixed. The last column "
           "is the "
           "total from the first half of the rows.";
  return "partial rank correlation: how surely the response rises with the factor, the others "
         "held; p: of "
         "so strong a one by chance. Standardised slope: standard deviations of the response a "
         "standard "
         "deviation of the factor.";
}

std::string worth_words(const SweepSensitivity& found) {
  const SampleMean& mean = *found.mean;
  if (mean.companion)
    return fmt::format(" Held to the known mean of {}, each point is worth {} without it.",
                       found.factors[*mean.companion], figure(mean.worth));
  if (mean.of_pairs && std::isfinite(mean.worth))
    return fmt::format(" From {} mirrored pairs, each worth {} pairs of independent points.",
                       mean.mean.count, figure(mean.worth));
  return "";
}

std::string cautions(const SweepSensitivity& found, const std::string& unit, int columns) {
  std::string text;
  if (found.mean)
    text += paragraph("Mean",
                      fmt::format("over all that the factors may be: {}{}, 95 % {}.{}",
                                  figure(found.mean->mean.mean, 4), unit.empty() ? "" : ' ' + unit,
                                  between(found.mean->mean.low(), found.mean->mean.high(), false),
                                  worth_words(found)),
                      columns);
  if (!std::isnan(found.chance_share))
    text += paragraph("Chance",
                      fmt::format("{:.1f} % of the variance between points is chance that is "
                                  "left in the means of their replications.",
                                  100 * found.chance_share),
                      columns);
  if (found.regression)
    text += paragraph(
        "Lines",
        fmt::format("straight lines explain {:.0f} % of the variance, ranks {:.0f} %; "
                    "below 70 % do not trust the slopes.",
                    100 * found.regression->r_squared, 100 * found.regression->rank_r_squared),
        columns);
  text += paragraph("Stand-in",
                    fmt::format("a quadratic in the factors predicts {:.0f} % of the variance at "
                                "points left out of its fit.",
                                100 * std::max(0.0, found.predictive_r_squared)),
                    columns);
  if (found.left_out > 0)
    text += paragraph("Missing",
                      fmt::format("{} of {} points have failed worlds and are left out.",
                                  found.left_out, found.response.size()),
                      columns);
  return text;
}

std::string interactions_text(const SweepSensitivity& found) {
  constexpr std::size_t most = 5;
  auto all = found.interactions;
  std::ranges::sort(all, std::greater{},
                    [](const Interaction& one) { return std::abs(one.effect); });
  std::string text;
  for (std::size_t i = 0; i < std::min(most, all.size()); ++i)
    text +=
        fmt::format("  {} x {}: {}{}\n", found.factors[all[i].first], found.factors[all[i].second],
                    figure(all[i].effect), all[i].aliased ? " (confused with others)" : "");
  return text.empty() ? "" : "\nStrongest interactions of two\n" + text;
}

std::string as_text(const SensitivityQuestion& asked, const SweepSensitivity& found) {
  const int columns = text_columns();
  const std::string unit = asked.response.unit == "1" ? "" : asked.response.unit;
  std::string text = fmt::format("{}\n{}; {}, {}, {}\n\n", escaped(asked.totals.title_en, 200),
                                 words_of(asked), asked.totals.period, asked.totals.points.design,
                                 counted(std::int64_t(asked.totals.replications), "replication"));
  const Table table = found.screening ? screening_table(found, unit)
                      : found.indices ? indices_table(found)
                                      : regression_table(found, unit);
  text += table.text() + interactions_text(found) + "\n";
  text += paragraph("Reading", reading(found), columns) + cautions(found, unit, columns);
  return text;
}

}  // namespace

SensitivityQuestion question(const SweepTotals& totals, const SweepQuestion& arguments) {
  std::size_t policy = totals.baseline;
  if (!arguments.policy.empty())
    policy = policy_place(totals, arguments.policy);
  else if (totals.policies.size() > 1)
    policy = totals.baseline == 0 ? 1 : 0;
  std::optional<std::size_t> less;
  if (arguments.less.empty()) {
    if (policy != totals.baseline) less = totals.baseline;
  } else if (arguments.less != "none") {
    less = policy_place(totals, arguments.less);
    if (*less == policy)
      throw Failure(ExitCode::usage,
                    "--less names the policy itself: the difference is 0; name another, "
                    "or none");
  }
  return {totals, response_of(totals, arguments.response), policy, less};
}

std::string words_of(const SensitivityQuestion& asked) {
  return fmt::format("{}, {}{}", asked.response.id, asked.totals.policies[asked.policy],
                     asked.less ? " less " + asked.totals.policies[*asked.less] : " alone");
}

ExitCode execute(const SensitivityArguments& arguments) {
  const std::filesystem::path file = result_place(arguments.result);
  const SweepTotals totals = read_sweep_result(file);
  const SensitivityQuestion asked = question(totals, arguments);
  SweepSensitivity found;
  try {
    found = sweep_sensitivity(totals, asked.response, asked.policy, asked.less);
  } catch (const std::invalid_argument& error) {
    throw Failure(ExitCode::bad_data,
                  fmt::format("{}: {}", escaped(file.string(), 300), error.what()));
  }
  if (arguments.json)
    print(sensitivity_json(asked, found));
  else if (!arguments.quiet)
    print(as_text(asked, found));
  return ExitCode::ok;
}

}  // namespace coopsim::cli
