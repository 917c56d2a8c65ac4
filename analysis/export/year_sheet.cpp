// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "analysis/export/sheets.hpp"
#include "analysis/figure_digits.hpp"

namespace coopsim::exporting {
namespace {

constexpr int rows_of_a_chart = 20, blocks_a_page = 2;

// One response: its name, a table of means by year and policy, and a chart beside it.
class Block {
 public:
  Block(const Page& page, const BookData& data, const std::string& metric, int row)
      : page_(page),
        data_(data),
        metric_(metric),
        dataset_("summary/" + metric),
        told_(data.source().told(dataset_)),
        unit_(shown(told_.unit, page.language)),
        row_(row) {}

  // The row after it.
  int fill() {
    Style name = title_style();
    name.size = 12;
    std::string words = page_.say(told_.label);
    if (!unit_.unit.empty()) words += ", " + unit_.unit;
    page_.sheet.text({row_, 0}, words, name);
    page_.sheet.height(row_, 20);
    head();
    values();
    page_.sheet.insert({row_, int(policies().size()) + 2}, chart(words));
    return row_ + std::max(years() + 2, rows_of_a_chart) + 1;
  }

 private:
  const std::vector<ResultPolicy>& policies() const { return data_.facts().policies; }
  int years() const { return data_.facts().last_year - data_.facts().first_year + 1; }
  int head_row() const { return row_ + 1; }
  int first_row() const { return row_ + 2; }

  void head() {
    page_.sheet.text({head_row(), 0}, page_.say("year", "연도"), head_style());
    for (std::size_t p = 0; p < policies().size(); ++p)
      page_.sheet.text({head_row(), int(p) + 1}, policies()[p].name, number_head_style());
  }

  // Differences of the policy period have their digits in the means by year too.
  int digits(const std::vector<double>& means) const {
    const MetricComparison* const found = data_.comparison(metric_);
    return std::max(
        digits_of(means),
        found ? digits_for(spreads_of(*found), unit_.factor, largest_level(*found)) : 0);
  }

  void values() {
    std::vector<double> means;
    for (int y = 0; y < years(); ++y)
      for (std::size_t p = 0; p < policies().size(); ++p)
        means.push_back(unit_.factor *
                        data_.statistic(dataset_, Statistic::mean, {p, std::size_t(y)}));
    const int shown_digits = digits(means);
    Style year, number;
    year.format = "0";
    for (int y = 0; y < years(); ++y) {
      page_.sheet.number({first_row() + y, 0}, data_.facts().first_year + y, year);
      for (std::size_t p = 0; p < policies().size(); ++p) {
        const double mean = means[std::size_t(y) * policies().size() + p];
        number.format = format_of(mean, shown_digits);
        page_.sheet.number({first_row() + y, int(p) + 1}, mean, number);
      }
    }
  }

  Chart chart(const std::string& title) const {
    Chart chart;
    chart.title = title;
    chart.y_title = unit_.unit;
    chart.description =
        page_.say("means by year, one line a policy", "연도별 평균, 정책마다 한 선");
    const int last = first_row() + years() - 1;
    for (std::size_t p = 0; p < policies().size(); ++p) {
      const int column = int(p) + 1;
      const bool baseline = policies()[p].baseline;
      chart.series.push_back({{&page_.sheet, {head_row(), column}, {head_row(), column}},
                              {&page_.sheet, {first_row(), 0}, {last, 0}},
                              {&page_.sheet, {first_row(), column}, {last, column}},
                              series_colour(p, baseline),
                              baseline});
    }
    chart.width = 760;
    chart.height = 380;
    return chart;
  }

  const Page& page_;
  const BookData& data_;
  std::string metric_, dataset_;
  Told told_;
  Shown unit_;
  int row_;
};

}  // namespace

void fill_years(const Page& page, const BookData& data) {
  Sheet& sheet = page.sheet;
  sheet.text({0, 0},
             page.say("Means over replications, by year. Years before the policies begin are the "
                      "same history under every policy.",
                      "반복 평균(연도별). 정책 시작 전의 연도는 모든 정책에서 같은 역사이다."),
             note_style());
  int row = 2;
  std::vector<int> breaks;
  int blocks = 0;
  for (const std::string& metric : data.charted()) {
    if (!data.result().has("summary/" + metric)) continue;
    if (blocks > 0 && blocks % blocks_a_page == 0) breaks.push_back(row);
    ++blocks;
    row = Block(page, data, metric, row).fill();
  }
  sheet.width(0, 9);
  for (std::size_t p = 0; p < data.facts().policies.size(); ++p) sheet.width(int(p) + 1, 17);
  if (!breaks.empty()) sheet.page_break_before(breaks);
  sheet.print_setup(-1, -1, data.source().file().path().filename().string());
}

}  // namespace coopsim::exporting
