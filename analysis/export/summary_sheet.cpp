// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <optional>

#include "analysis/export/sheets.hpp"
#include "analysis/export/verdict_notes.hpp"
#include "analysis/figure_digits.hpp"
#include "analysis/study_defaults.hpp"
#include "output/format.hpp"

namespace coopsim::exporting {
namespace {

constexpr int head_row = 4, first_row = 5, columns_of_policy = 2;
constexpr double name_width = 38;
constexpr int difference_column = 6, low_column = 7, high_column = 8, verdict_column = 9;

// A column of numbers: what it says, and from which variable.
struct NumberColumn {
  Texts head;
  std::string dataset, unit;
  std::string_view valuation = {};
};

class SummarySheet {
 public:
  SummarySheet(const Page& page, const BookData& data) : page_(page), data_(data) {}

  void fill() {
    heading();
    policy_names();
    levels();
    differences();
    economics();
    int row = first_row + int(policies().size()) + 1;
    row = notes(row);
    chart(row);
    study(row + 20);
    setup();
  }

 private:
  const std::vector<ResultPolicy>& policies() const { return data_.facts().policies; }
  std::string say(std::string_view en, std::string_view ko) const { return page_.say(en, ko); }
  Sheet& sheet() { return page_.sheet; }

  void heading() {
    const ResultFacts& facts = data_.facts();
    sheet().text({0, 0}, say(facts.title, facts.title_ko.empty() ? facts.title : facts.title_ko),
                 title_style());
    sheet().text({1, 0},
                 fmt::format("{} {} · {} {} · {} {}", say("policy period", "정책 기간"),
                             facts.period, policies().size(), say("policies", "개 정책"),
                             facts.replications, say("replications each", "회 반복")),
                 note_style());
    if (facts.failed_worlds > 0) {
      Style warning = text_style();
      warning.bold = true;
      warning.colour = 0xB00020;
      sheet().text({2, 0},
                   fmt::format("{} {}", facts.failed_worlds,
                               say("worlds failed: the figures stand for the others only",
                                   "개 세계가 실패했다: 수치는 나머지 세계만의 것이다")),
                   warning);
    }
  }

  void policy_names() {
    sheet().text({head_row, 0}, say("policy", "정책"), head_style());
    sheet().text({head_row, 1}, say("name", "이름"), head_style());
    for (std::size_t i = 0; i < policies().size(); ++i) {
      sheet().text({first_row + int(i), 0}, policies()[i].name, text_style());
      sheet().text({first_row + int(i), 1}, page_.policy(policies()[i]), text_style(true));
      fit(sheet(), first_row + int(i), lines_of(page_.policy(policies()[i]), name_width));
    }
  }

  // Numbers of all policies in the unit of the file, shown in another; with their sign where
  // `digits` are those of differences.
  void numbers(int column, const NumberColumn& of, std::vector<double> values,
               std::optional<int> digits = {}) {
    const Shown unit = shown(of.unit, page_.language);
    std::string head = page_.say(of.head);
    if (!unit.unit.empty()) head += ", " + unit.unit;
    sheet().text({head_row, column}, head, number_head_style());
    for (double& value : values) value *= unit.factor;
    const int shown_digits = digits.value_or(digits_of(values));
    for (std::size_t i = 0; i < values.size(); ++i) {
      Style style;
      style.format = format_of(values[i], shown_digits, digits.has_value());
      sheet().number({first_row + int(i), column}, values[i], style);
    }
  }

  void level(int column, const NumberColumn& of) {
    std::vector<double> means;
    const auto valuation =
        of.valuation.empty() ? std::optional<std::size_t>() : data_.valuation(of.valuation);
    for (std::size_t i = 0; i < policies().size(); ++i)
      means.push_back(
          !of.valuation.empty() && !valuation
              ? std::nan("")
              : data_.statistic(of.dataset, Statistic::mean,
                                valuation ? std::vector{*valuation, i} : std::vector{i}));
    numbers(column, of, std::move(means));
  }

  void levels() {
    const std::vector<NumberColumn> columns = {
        {{"engineers trained", "연수 수료 기술자"}, "summary/trainees_returned_total", "person"},
        {{"adviser engagements", "기술고문 지도"}, "summary/engagements_started_total", "firm"},
        {{"productivity of all firms", "전체 기업 생산성"},
         "summary/productivity_effect_total",
         "bp"},
        {{"of firms served", "수혜기업 생산성"},
         "summary/productivity_effect_served_total",
         "percent"}};
    for (std::size_t i = 0; i < columns.size(); ++i) level(columns_of_policy + int(i), columns[i]);
  }

  void differences() {
    const MetricComparison* const found = data_.comparison(headline_metric);
    if (!found) return;
    const double factor = shown(found->unit, page_.language).factor;
    const int digits = digits_for(spreads_of(*found), factor, largest_level(*found));
    const auto column = [&](int at, Texts head, auto value_of) {
      std::vector<double> values;
      for (const ComparedPolicy& row : found->rows)
        values.push_back(row.baseline ? std::nan("") : value_of(row));
      numbers(at, {std::move(head), "", found->unit, {}}, std::move(values), digits);
    };
    column(difference_column, {"difference", "기준선 대비 차이"},
           [](const ComparedPolicy& row) { return row.against.difference.mean; });
    column(low_column, {"low, 95 %", "하한 95 %"},
           [](const ComparedPolicy& row) { return row.low; });
    column(high_column, {"high, 95 %", "상한 95 %"},
           [](const ComparedPolicy& row) { return row.high; });
    Style head = head_style();
    head.indented = true;
    sheet().text({head_row, verdict_column}, say("verdict", "판정"), head);
    for (const ComparedPolicy& row : found->rows) {
      Style style = text_style(true);
      style.fill = fill_of(*found, row);
      style.indented = true;
      sheet().text({first_row + int(row.policy), verdict_column},
                   row.baseline ? say("baseline", "기준선")
                                : brief(row.verdict, found->preference, page_.language),
                   style);
    }
  }

  void economics() {
    const std::vector<NumberColumn> columns = {
        {{"public money", "공공 비용"}, "economics/public_cost_summary", "KRW thousand"},
        {{"firms' money", "기업 부담"}, "economics/firm_cost_summary", "KRW thousand"},
        {{"benefit, full", "편익(전액)"},
         "economics/benefit_summary",
         "KRW thousand",
         "full_value"},
        {{"benefit, cautious", "편익(신중)"},
         "economics/benefit_summary",
         "KRW thousand",
         "cautious"},
        {{"benefit / cost, cautious", "편익/비용(신중)"},
         "economics/benefit_cost_ratio_summary",
         "1",
         "cautious"},
        {{"benefit / cost, full", "편익/비용(전액)"},
         "economics/benefit_cost_ratio_summary",
         "1",
         "full_value"}};
    if (!data_.result().has("economics/benefit_summary")) return;
    for (std::size_t i = 0; i < columns.size(); ++i) level(verdict_column + 1 + int(i), columns[i]);
  }

  int notes(int row) {
    const auto note = [&](std::string_view en, std::string_view ko) {
      sheet().text({row++, 0}, say(en, ko), note_style());
    };
    note(
        "Engineers and engagements are totals of the policy period. Productivity: labour "
        "productivity at its end against the same firms had there never been a programme; 1 bp = "
        "0.01 %.",
        "연수와 지도는 정책 기간 합계이다. 생산성은 기간 말의 노동생산성을 사업이 전혀 없었을 때의 "
        "같은 기업과 "
        "견준 것이다. 1bp = 0.01 %.");
    if (const MetricComparison* const found = data_.comparison(headline_metric))
      for (const std::string& one : verdict_notes(page_, {found, 1}, data_.facts().replications))
        note(one, one);
    note(
        "Intervals say how far chance in the runs may have moved a figure, not whether the "
        "assumptions hold.",
        "구간은 모의실험의 우연이 수치를 얼마나 움직였을지를 말할 뿐, 가정이 옳은지는 말하지 "
        "않는다.");
    note(
        "Money: present values over the policy period, against the programme stopped at its start. "
        "Cautious: part of the value added gained, less deadweight; see the assumptions.",
        "금액은 정책 기간의 현재가치이며, 기간 초에 사업을 멈춘 경우와 견준 것이다. 신중 평가는 "
        "부가가치 증가의 일부에서 "
        "자중손실을 뺀 것이다(가정 시트 참조).");
    return verdict_legend(page_, row) + 1;
  }

  // The headline's differences; the baseline has none.
  void chart(int row) {
    const MetricComparison* const found = data_.comparison(headline_metric);
    if (!found || found->rows.size() < 2) return;
    const int last = first_row + int(policies().size()) - 1;
    Chart chart;
    chart.kind = Chart::Kind::intervals;
    chart.title = say("Productivity of all firms: difference to the baseline, with 95 % intervals",
                      "전체 기업 생산성: 기준선 대비 차이와 95 % 구간");
    chart.y_title = found->unit;
    chart.format = number_format(
        std::min(2, digits_for(spreads_of(*found), shown(found->unit, page_.language).factor,
                               largest_level(*found))));
    chart.description = chart.title;
    for (const int column : {low_column, difference_column, high_column})
      chart.series.push_back({{&sheet(), {head_row, column}, {head_row, column}},
                              {&sheet(), {first_row, 0}, {last, 0}},
                              {&sheet(), {first_row, column}, {last, column}},
                              series_colour(0, false),
                              false});
    chart.width = 900;
    chart.height = 360;
    sheet().insert({row, 0}, chart);
  }

  void study(int row) {
    const ResultFacts& facts = data_.facts();
    const auto name = [&](std::string_view en, std::string_view ko) {
      Style style = text_style();
      style.bold = true;
      sheet().text({row, 0}, say(en, ko), style);
    };
    const auto date = [&](std::string_view en, std::string_view ko, const std::string& value) {
      name(en, ko);
      Style style;
      style.right = true;
      sheet().date({row++, 1}, value, style);
    };
    const auto whole = [&](std::string_view en, std::string_view ko, double value) {
      name(en, ko);
      Style style;
      style.format = "0";
      sheet().number({row++, 1}, value, style);
    };
    const auto words = [&](std::string_view en, std::string_view ko, const std::string& value) {
      name(en, ko);
      Style style;
      style.right = true;
      sheet().text({row++, 1}, value, style);
    };
    date("begins", "시작", facts.start);
    date("policies begin", "정책 시작", facts.policies_start);
    date("ends before", "종료(이날 전까지)", facts.end);
    const auto started = data_.result().text_attribute("execution", "started");
    if (started) date("computed on", "계산한 날", started->substr(0, 10));
    whole("replications", "반복 수", facts.replications);
    whole("failed worlds", "실패한 세계", facts.failed_worlds);
    whole("seed", "난수 씨앗", double(facts.seed));
    words("file", "파일", data_.source().file().path().filename().string());
    words("program", "프로그램", facts.coopsim_version);
    words("scenario", "시나리오 해시", facts.scenario_hash);
    words("fingerprint", "실행 지문", facts.run_fingerprint);
    words("content", "내용 해시", facts.content_hash);
  }

  void setup() {
    sheet().width(0, 22);
    sheet().width(1, name_width);
    for (int column = 2; column < 16; ++column) sheet().width(column, 12);
    sheet().width(verdict_column, 18);
    sheet().height(0, 24);
    sheet().height(head_row, 44);
    sheet().freeze({first_row, 2});
    sheet().print_setup(-1, -1, data_.source().file().path().filename().string());
  }

  const Page& page_;
  const BookData& data_;
};

}  // namespace

void fill_summary(const Page& page, const BookData& data) { SummarySheet(page, data).fill(); }

}  // namespace coopsim::exporting
