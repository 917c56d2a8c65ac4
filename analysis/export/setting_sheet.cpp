// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "analysis/export/sheets.hpp"
#include "scenarios/policy_settings.hpp"

namespace coopsim::exporting {
namespace {

constexpr double widths[] = {22, 34, 22, 60, 60};

void head(const Page& page) {
  const Texts heads[] = {{"policy", "정책"},
                         {"name", "이름"},
                         {"lever", "정책 수단"},
                         {"is set to", "설정"},
                         {"in the baseline", "기준선의 설정"}};
  for (int i = 0; i < 5; ++i) {
    page.sheet.text({0, i}, page.say(heads[i]), head_style());
    page.sheet.width(i, widths[i]);
  }
}

}  // namespace

void fill_settings(const Page& page, const BookData& data) {
  head(page);
  const ResultFacts& facts = data.facts();
  const auto all = policy_settings(facts.scenario);
  const auto of = [&](const std::string& name) {
    const auto at = std::ranges::find(all, name, &PolicySettings::policy);
    return at == all.end() ? PolicySettings{name, {}} : *at;
  };
  const PolicySettings base =
      facts.baseline ? of(facts.policies[*facts.baseline].name) : PolicySettings{};
  int row = 1;
  for (const ResultPolicy& policy : facts.policies) {
    auto settings = setting_differences(of(policy.name), base);
    if (policy.baseline) {
      settings.clear();
      for (const Setting& one : base.settings)
        settings.push_back({one.lever, one.value, one.value});
    }
    if (settings.empty())
      settings.push_back(
          {policy.baseline ? page.say("(the baseline sets none)", "(기준선은 수단 없음)") : "", "",
           ""});
    for (const SettingDifference& one : settings) {
      page.sheet.text({row, 0}, policy.name, text_style());
      page.sheet.text({row, 1}, page.policy(policy), text_style(true));
      page.sheet.text({row, 2}, one.lever, text_style());
      page.sheet.text({row, 3}, one.value, text_style(true));
      page.sheet.text({row, 4}, one.was, text_style(true));
      fit(page.sheet, row,
          std::max({lines_of(one.value, widths[3]), lines_of(one.was, widths[4]),
                    lines_of(page.policy(policy), widths[1])}));
      ++row;
    }
  }
  page.sheet.filter({0, 0}, {row - 1, 4});
  page.sheet.freeze({1, 1});
  page.sheet.print_setup(0, 0, data.source().file().path().filename().string());
}

}  // namespace coopsim::exporting
