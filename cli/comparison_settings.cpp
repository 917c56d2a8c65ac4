// SPDX-License-Identifier: Apache-2.0
// In what the policies are set differently, for the terminal.
#include <fmt/format.h>

#include <algorithm>

#include "cli/comparison.hpp"
#include "cli/terminal.hpp"
#include "cli/text.hpp"
#include "scenarios/text.hpp"

namespace coopsim::cli {
namespace {

// The first policy above `at` that sets a lever to the same; empty if there is none.
std::string same_as(const ComparisonReport& report, std::size_t at, const SettingDifference& one) {
  for (std::size_t i = 0; i < at; ++i)
    for (const SettingDifference& earlier : report.differences[i].settings)
      if (earlier.lever == one.lever && earlier.value == one.value)
        return report.differences[i].policy;
  return "";
}

// A long setting that a policy above has as well is not written out again.
std::string setting_words(const ComparisonReport& report, std::size_t at,
                          const SettingDifference& one, const std::string& baseline) {
  constexpr std::size_t most_shown = 600, short_enough = 30;
  const std::string lever = escaped(one.lever, most_shown);
  if (one.value.empty()) return "without " + lever;
  if (const std::string same = same_as(report, at, one);
      !same.empty() && one.value.size() > short_enough)
    return fmt::format("{}: as {}", lever, same);
  std::string words = fmt::format("{}: {}", lever, escaped(one.value, most_shown));
  if (!one.was.empty()) words += fmt::format(" ({}: {})", baseline, escaped(one.was, most_shown));
  return words;
}

}  // namespace

std::string settings_text(const ComparisonReport& report, const std::string& baseline,
                          int columns) {
  std::size_t width = 0;
  for (const auto& policy : report.differences) width = std::max(width, policy.policy.size());
  std::string text;
  for (std::size_t i = 0; i < report.differences.size(); ++i) {
    const PolicyDifferences& policy = report.differences[i];
    std::string head = "  " + padded_right(policy.policy, int(width)) + "  ";
    if (policy.settings.empty()) text += head + "nothing\n";
    for (const SettingDifference& one : policy.settings) {
      text += wrapped(setting_words(report, i, one, baseline), columns, head);
      head.assign(head.size(), ' ');
    }
  }
  if (text.empty()) return "";
  return emphasised("Set differently from " + baseline, Emphasis::bold, Stream::out) + "\n" + text +
         "\n";
}

}  // namespace coopsim::cli
