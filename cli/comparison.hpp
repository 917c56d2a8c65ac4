// SPDX-License-Identifier: Apache-2.0
// What `coopsim compare` found, as the terminal shows it and as JSON.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "analysis/cost_comparison.hpp"
#include "analysis/policy_comparison.hpp"
#include "analysis/policy_risk.hpp"
#include "analysis/world_regret.hpp"
#include "cli/assumptions.hpp"
#include "cli/compare_figures.hpp"
#include "output/result_reader.hpp"
#include "scenarios/policy_settings.hpp"

namespace coopsim::cli {

struct PolicyDifferences {
  std::string policy;
  std::vector<SettingDifference> settings;
};

struct ComparisonReport {
  std::size_t baseline = 0;
  double not_modelled_share = 0;
  std::vector<MetricComparison> metrics;        // empty where only costs were asked for
  std::vector<PolicyDifferences> differences;   // of every policy but the baseline
  std::size_t failed = 0;                       // worlds
  bool bootstrap = false;                       // intervals by resampling were asked for
  std::vector<WorldRegret> regret;              // of each metric; empty unless asked for
  std::vector<MetricRisk> risk;                 // of each metric; empty unless asked for
  std::optional<CostComparison> costs;          // were asked for
  std::optional<AssumptionReport> assumptions;  // were asked for
};

// Lines of at most `columns`, if names are not very long.
std::string comparison_text(const ResultReader& result, const ComparisonReport& report, int columns,
                            bool verbose);
std::string comparison_json(const ResultReader& result, const ComparisonReport& report);

// Its paragraph on settings; empty where nothing is known of them.
std::string settings_text(const ComparisonReport& report, const std::string& baseline, int columns);

// "weak_yen, recession_2009 are stress cases, held against announced_path"; empty where all
// policies are held against the baseline.
std::string stress_words(const ResultReader& result, const MetricComparison& comparison);

// Its tables on how each policy was compared.
std::string pairing_text(const ResultReader& result, const MetricComparison& comparison,
                         const Figures& figures);
std::string bootstrap_text(const ResultReader& result, const MetricComparison& comparison,
                           const Figures& figures);

// Its table on regret over worlds, and whose is the smallest; empty where nothing is ranked.
std::string regret_text(const ResultReader& result, const MetricComparison& comparison,
                        const WorldRegret& regret, const Figures& figures, int columns);

// Its tables on what one future may bring, and a sentence; empty where nothing is compared.
std::string risk_text(const ResultReader& result, const MetricComparison& comparison,
                      const MetricRisk& risk, int columns);

// What the sentences on one policy are filled with.
VerdictWords words_of(const ResultReader& result, const MetricComparison& comparison,
                      const ComparedPolicy& row, const Figures& figures, Language language);

// "value of 2016", "sum of 2007-2016".
std::string period_words(const ResultFacts& facts, PeriodTotal form);

// The cautions in words for a reader of the terminal; "" for those that the verdict tells already.
std::string_view words_of(Caution caution);
std::string_view id_of(Caution caution);

}  // namespace coopsim::cli
