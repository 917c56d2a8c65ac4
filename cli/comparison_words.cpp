// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <array>

#include "cli/comparison.hpp"

namespace coopsim::cli {
namespace {

struct CautionWords {
  std::string_view id, words;
};
// In the order of Caution.
constexpr std::array<CautionWords, 7> all = {{
    {"no_values", ""},
    {"one_replication", ""},
    {"few_replications", ""},
    {"no_variation", ""},
    {"missing_values", "some replications have no value and were left out of the comparison."},
    {"pairing_did_not_help",
     "not positively correlated with the baseline, so common random numbers save no replications "
     "here; the paired interval holds all the same."},
    {"skewed",
     "the differences are skewed for this number of replications, and a 95 % t interval covers "
     "less than 95 %; --bootstrap shows one that follows the skew."},
}};

}  // namespace

std::string_view id_of(Caution caution) { return all[std::size_t(caution)].id; }
std::string_view words_of(Caution caution) { return all[std::size_t(caution)].words; }

std::string period_words(const ResultFacts& facts, PeriodTotal form) {
  switch (form) {
    case PeriodTotal::last:
      return fmt::format("value of {}", facts.last_year);
    case PeriodTotal::mean:
      return fmt::format("mean of {}", facts.period);
    case PeriodTotal::sum:
      break;
  }
  return fmt::format("sum of {}", facts.period);
}

std::string stress_words(const ResultReader& result, const MetricComparison& comparison) {
  std::vector<std::string> names;
  std::string other;
  for (const ComparedPolicy& row : comparison.rows) {
    if (row.held_against == comparison.baseline) continue;
    names.push_back(result.facts().policies[row.policy].name);
    other = result.facts().policies[row.held_against].name;
  }
  if (names.empty()) return "";
  return fmt::format("{} {}, held against {}", fmt::join(names, ", "),
                     names.size() == 1 ? "is a stress case" : "are stress cases", other);
}

VerdictWords words_of(const ResultReader& result, const MetricComparison& comparison,
                      const ComparedPolicy& row, const Figures& figures, Language language) {
  const bool korean = language == Language::korean;
  const auto label = [&](std::size_t policy) {
    const ResultPolicy& named = result.facts().policies[policy];
    return korean ? named.label_ko : named.name;
  };
  VerdictWords words;
  words.policy = label(row.policy);
  words.baseline = label(row.held_against);
  words.metric = korean ? comparison.label_ko : comparison.metric;
  words.difference = figures.with_unit(row.against.difference.mean);
  words.low = figures.difference(row.low);
  words.high = figures.difference(row.high);
  words.least_meaningful =
      fmt::format("{} {}", comparison.least_meaningful * figures.scale, figures.unit);
  words.replications = row.against.difference.count;
  return words;
}

}  // namespace coopsim::cli
