// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <cmath>

#include "analysis/export/sheets.hpp"
#include "analysis/export/verdict_notes.hpp"
#include "analysis/figure_digits.hpp"

namespace coopsim::exporting {
namespace {

constexpr std::size_t column_count = 15;
constexpr double widths[column_count] = {34, 10, 20, 44, 16, 12, 12, 12, 12, 11, 18, 11, 9, 30, 34};
constexpr std::size_t first_number = 5, last_number = 9;

std::array<Texts, column_count> heads() {
  return {{{"response", "결과 지표"},
           {"unit", "단위"},
           {"policy", "정책"},
           {"name", "이름"},
           {"compared with", "비교 대상"},
           {"mean", "평균"},
           {"difference", "차이"},
           {"low, 95 %", "하한 95 %"},
           {"high, 95 %", "상한 95 %"},
           {"share above", "웃도는 비율"},
           {"verdict", "판정"},
           {"among the best", "최선 그룹"},
           {"pairs", "비교 쌍"},
           {"variable", "변수"},
           {"why no verdict", "판정 없는 이유"}}};
}

// Digits behind the point of a response's levels and differences.
struct Digits {
  int level = 0, difference = 0;
};

Digits digits_for_rows(const MetricComparison& metric, const Shown& unit) {
  std::vector<double> levels;
  for (const ComparedPolicy& row : metric.rows) levels.push_back(row.level.mean * unit.factor);
  const int difference = digits_for(spreads_of(metric), unit.factor, largest_level(metric));
  return {std::max(digits_of(levels), difference), difference};
}

class Rows {
 public:
  Rows(const Page& page, const BookData& data) : page_(page), data_(data) {}

  int add(const MetricComparison& metric, int row) {
    const Shown unit = shown(metric.unit, page_.language);
    const Digits digits = digits_for_rows(metric, unit);
    for (const ComparedPolicy& one : metric.rows) {
      const bool last = &one == &metric.rows.back();
      names(metric, one, unit, row, last);
      figures(metric, one, unit, digits, row, last);
      ++row;
    }
    return row;
  }

 private:
  Style style(bool last, std::string format = "", Colour fill = no_colour) const {
    Style made;
    made.format = std::move(format);
    made.fill = fill;
    made.line_below = last;
    return made;
  }

  static Style beside_a_number(Style style) {
    style.indented = true;
    return style;
  }

  void names(const MetricComparison& metric, const ComparedPolicy& one, const Shown& unit, int row,
             bool last) {
    const auto& policies = data_.facts().policies;
    Sheet& sheet = page_.sheet;
    sheet.text({row, 0}, page_.say(metric.label_en, metric.label_ko), style(last));
    sheet.text({row, 1}, unit.unit, style(last));
    sheet.text({row, 2}, policies[one.policy].name, style(last));
    sheet.text({row, 3}, page_.policy(policies[one.policy]), style(last));
    sheet.text({row, 4}, one.baseline ? "" : policies[one.held_against].name, style(last));
    sheet.text({row, 13}, metric.metric, beside_a_number(style(last)));
    sheet.text({row, 14}, one.baseline ? "" : reason(one.verdict.obstacle, page_.language),
               style(last));
  }

  void figures(const MetricComparison& metric, const ComparedPolicy& one, const Shown& unit,
               const Digits& digits, int row, bool last) {
    Sheet& sheet = page_.sheet;
    const Colour fill = fill_of(metric, one);
    const auto of_pair = [&](int column, double value, const std::string& format) {
      sheet.number({row, column}, one.baseline ? std::nan("") : value, style(last, format, fill));
    };
    const auto difference = [&](int column, double value) {
      value *= unit.factor;
      of_pair(column, value, format_of(value, digits.difference, true));
    };
    const double level = one.level.mean * unit.factor;
    sheet.number({row, 5}, level, style(last, format_of(level, digits.level)));
    difference(6, one.against.difference.mean);
    difference(7, one.low);
    difference(8, one.high);
    of_pair(9, one.against.share_above, "0 %");
    sheet.text({row, 10},
               one.baseline ? page_.say("baseline", "기준선")
                            : brief(one.verdict, metric.preference, page_.language),
               beside_a_number(style(last, "", fill)));
    sheet.text({row, 11},
               !metric.ranked || one.stress ? ""
               : one.not_worse_than_leader  ? page_.say("yes", "예")
                                            : page_.say("no", "아니오"),
               style(last));
    of_pair(12, double(one.against.difference.count), "0");
  }

  const Page& page_;
  const BookData& data_;
};

}  // namespace

void fill_differences(const Page& page, const BookData& data) {
  Sheet& sheet = page.sheet;
  int row = 0;
  for (const std::string& note : verdict_notes(page, data.comparisons(), data.facts().replications))
    sheet.text({row++, 0}, note, note_style());
  const int head_row = row++;
  const auto names = heads();
  for (std::size_t i = 0; i < column_count; ++i) {
    const bool number = (i >= first_number && i <= last_number) || i == 12;
    Style style = number ? number_head_style() : head_style();
    style.indented = i == 10 || i == 13;
    sheet.text({head_row, int(i)}, page.say(names[i]), style);
    sheet.width(int(i), widths[i]);
  }
  Rows rows(page, data);
  for (const MetricComparison& metric : data.comparisons()) row = rows.add(metric, row);
  sheet.filter({head_row, 0}, {std::max(row - 1, head_row + 1), int(column_count) - 1});
  sheet.height(head_row, 30);
  sheet.freeze({head_row + 1, 3});
  sheet.print_setup(head_row, head_row, data.source().file().path().filename().string());
}

}  // namespace coopsim::exporting
