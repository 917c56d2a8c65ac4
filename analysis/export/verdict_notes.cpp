// SPDX-License-Identifier: Apache-2.0
#include "analysis/export/verdict_notes.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace coopsim::exporting {
namespace {

// "productivity_effect 2 bp, ..."; empty where nothing has a least meaningful difference.
std::string least_meaningful(const Page& page, std::span<const MetricComparison> shown_metrics) {
  std::vector<std::string> all;
  for (const MetricComparison& metric : shown_metrics) {
    if (!(metric.least_meaningful > 0)) continue;
    const Shown unit = shown(metric.unit, page.language);
    all.push_back(fmt::format("{} {:.6g}{}{}", metric.metric, metric.least_meaningful * unit.factor,
                              unit.unit.empty() ? "" : " ", unit.unit));
  }
  return fmt::format("{}", fmt::join(all, ", "));
}

// Each once, in the order of the rows.
std::vector<Obstacle> obstacles_in(std::span<const MetricComparison> metrics) {
  std::vector<Obstacle> found;
  for (const MetricComparison& metric : metrics)
    for (const ComparedPolicy& row : metric.rows) {
      const Obstacle one = row.verdict.obstacle;
      if (row.baseline || one == Obstacle::none || std::ranges::count(found, one)) continue;
      found.push_back(one);
    }
  return found;
}

// A result with enough replications lacks values in some: more of them may or may not help.
std::string about_few(const Page& page, int replications) {
  if (std::size_t(replications) >= least_replications_for_verdict)
    return page.say(" with a value of both policies; the rows say which, with their pairs.",
                    " (두 정책의 값이 모두 있는 반복). 어느 행인지와 비교 쌍의 수는 표에 있다.");
  return page.say(
      fmt::format("; this result has {}. Run the study again with --replications 30 or more.",
                  replications),
      fmt::format(" (이 결과는 {}회). --replications 30 이상으로 다시 실행하면 판정한다.",
                  replications));
}

std::string why_none(const Page& page, Obstacle obstacle, int replications) {
  const std::string words =
      fmt::format("{}: {}", page.say("No verdict", "판정 없음"), reason(obstacle, page.language));
  return obstacle == Obstacle::few_replications ? words + about_few(page, replications)
                                                : words + ".";
}

}  // namespace

std::vector<std::string> verdict_notes(const Page& page, std::span<const MetricComparison> shown,
                                       int replications) {
  std::vector<std::string> notes = {page.say(
      "Differences are paired by replication. The intervals of a response hold for all its "
      "policies together, with 95 %; that of a stress case holds for it alone.",
      "차이는 같은 반복끼리 견준 것이다. 한 지표의 구간은 모든 정책에서 함께 95 %로 성립하며, 충격 "
      "사례의 구간은 그 사례만의 것이다.")};
  if (const std::string least = least_meaningful(page, shown); !least.empty())
    notes.push_back(page.say(
        "Practically equal: the whole interval is smaller than the least difference that matters "
        "(" +
            least + "), whether zero lies in it or not.",
        "사실상 같음: 구간 전체가 의미 있는 최소 차이(" + least +
            ")보다 작다. 0이 구간에 들든 아니든 그렇다."));
  for (const Obstacle obstacle : obstacles_in(shown))
    notes.push_back(why_none(page, obstacle, replications));
  return notes;
}

int verdict_legend(const Page& page, int row) {
  constexpr VerdictState states[] = {VerdictState::clear_gain, VerdictState::clear_loss,
                                     VerdictState::practically_equal, VerdictState::cannot_tell};
  const Texts words[] = {{"better than the baseline", "기준선보다 나음"},
                         {"worse", "나쁨"},
                         {"practically equal", "사실상 같음"},
                         {"cannot tell", "판단할 수 없음"}};
  Style style = note_style();
  style.wrap = true;
  for (int i = 0; i < 4; ++i) {
    style.fill = fill_of_verdict(states[i], Preference::more);
    page.sheet.text({row, 1 + i}, page.say(words[i]), style);
  }
  style.fill = fill_of_verdict(VerdictState::clear_gain, Preference::unstated);
  page.sheet.text({row, 5}, page.say("differs; no side is better", "다름(방향 미정)"), style);
  fit(page.sheet, row, 2);
  return row + 1;
}

}  // namespace coopsim::exporting
