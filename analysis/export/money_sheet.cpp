// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>
#include <numeric>

#include "analysis/export/sheets.hpp"
#include "policies/account_group.hpp"

namespace coopsim::exporting {
namespace {

constexpr std::string_view money = "KRW thousand";
constexpr const char* by_account = "summary/budget_spent_by_account_total";

// Accounts that the file has of one kind, A1 to A6 and so on; the head office alone.
struct AccountsOfKind {
  Texts name;
  std::vector<std::size_t> places;
};

std::vector<AccountsOfKind> kinds_of(const Axis& accounts) {
  const auto label = [](std::string_view id) {
    for (const AccountGroup& group : account_groups)
      if (group.id == id) return Texts{std::string(group.label.en), std::string(group.label.ko)};
    return Texts{};
  };
  std::vector<AccountsOfKind> kinds = {{label("training"), {}},
                                       {label("foundation"), {}},
                                       {label("market"), {}},
                                       {{"Others", "그 밖"}, {}}};
  for (std::size_t i = 0; i < accounts.codes.size(); ++i) {
    const std::string& code = accounts.codes[i];
    const bool letter = code.size() > 1 && code[1] >= '0' && code[1] <= '9';
    const std::size_t kind =
        letter && code[0] >= 'A' && code[0] <= 'C' ? std::size_t(code[0] - 'A') : 3;
    kinds[kind].places.push_back(i);
  }
  return kinds;
}

class MoneySheet {
 public:
  MoneySheet(const Page& page, const BookData& data)
      : page_(page), data_(data), unit_(shown(money, page.language)) {
    std::vector<double> numbers;
    for (const FlowRow& row : flow_rows())
      numbers.insert(numbers.end(), row.money.begin(), row.money.end());
    for (const std::size_t account : accounts_spent())
      for (std::size_t p = 0; p < policies().size(); ++p) numbers.push_back(spent(p, account));
    digits_ = std::max(1, digits_of(numbers));
    number_.format = number_format(digits_);
  }

  void fill() {
    page_.sheet.text(
        {0, 0},
        fmt::format("{}, {}, {}", unit_.unit, data_.facts().period,
                    page_.say("2006 prices, means over replications; what is carried is a "
                              "stock on 31 December, all else sums over the period",
                              "2006년 가격, 반복 평균. 이월은 12월 31일의 잔액이고, 나머지는 기간 "
                              "합계이다")),
        note_style());
    int row = flows(2);
    if (data_.result().has(by_account)) accounts(row + 1);
    page_.sheet.width(0, 13);
    page_.sheet.width(1, 34);
    for (std::size_t p = 0; p < policies().size(); ++p) page_.sheet.width(int(p) + 2, 17);
    page_.sheet.print_setup(-1, -1, data_.source().file().path().filename().string());
  }

 private:
  const std::vector<ResultPolicy>& policies() const { return data_.facts().policies; }

  void head(int row, const std::string& what) {
    page_.sheet.text({row, 0}, what, head_style());
    page_.sheet.blank({row, 1}, head_style());
    for (std::size_t p = 0; p < policies().size(); ++p)
      page_.sheet.text({row, int(p) + 2}, policies()[p].name, number_head_style());
  }

  // Money of each policy, as it is shown.
  struct FlowRow {
    std::string name;
    std::vector<double> money;
  };

  int first_year() const { return std::stoi(data_.facts().period); }

  FlowRow total_row(const std::string& id, std::string words = "") const {
    const std::string dataset = fmt::format("summary/{}_total", id);
    FlowRow row{std::move(words), {}};
    if (row.name.empty() && data_.result().has(dataset))
      row.name = page_.say(data_.source().told(dataset).label);
    for (std::size_t p = 0; p < policies().size(); ++p)
      row.money.push_back(unit_.factor * data_.statistic(dataset, Statistic::mean, {p}));
    return row;
  }

  // What was carried into the first year of the period; nothing where the study begins with it.
  FlowRow opening_row() const {
    const int before = first_year() - 1 - data_.facts().first_year;
    FlowRow row{page_.say(fmt::format("Carried in, at the end of {}", first_year() - 1),
                          fmt::format("기초 이월 잔액 ({}년 말)", first_year() - 1)),
                {}};
    for (std::size_t p = 0; p < policies().size(); ++p)
      row.money.push_back(before < 0 ? 0
                                     : unit_.factor * data_.statistic("summary/budget_carried_over",
                                                                      Statistic::mean,
                                                                      {p, std::size_t(before)}));
    return row;
  }

  FlowRow closing_row() const {
    const int last = data_.facts().last_year;
    return total_row("budget_carried_over",
                     page_.say(fmt::format("Carried over, at the end of {}", last),
                               fmt::format("이월 잔액 ({}년 말)", last)));
  }

  // What there was, what became of it, and what was committed in between.
  std::vector<FlowRow> sources() const { return {opening_row(), total_row("budget_appropriated")}; }
  std::vector<FlowRow> uses() const {
    return {total_row("budget_spent"), total_row("budget_lapsed"), total_row("budget_not_modelled"),
            total_row("budget_cut"), closing_row()};
  }
  std::vector<FlowRow> flow_rows() const {
    std::vector<FlowRow> all = sources();
    for (FlowRow& row : uses()) all.push_back(std::move(row));
    all.push_back(total_row("budget_committed"));
    return all;
  }

  void money_row(int row, const FlowRow& of) {
    page_.sheet.text({row, 0}, of.name, text_style());
    for (std::size_t p = 0; p < policies().size(); ++p) number({row, int(p) + 2}, of.money[p]);
  }

  void number(Place at, double money) {
    Style style = number_;
    style.format = format_of(money, digits_);
    page_.sheet.number(at, money, style);
  }

  // Rows and their sum beneath, which is a formula.
  int with_sum(int row, const std::vector<FlowRow>& rows, const std::string& words) {
    const int first = row;
    std::vector<double> sum(policies().size(), 0);
    for (const FlowRow& one : rows) {
      if (one.name.empty()) continue;
      money_row(row++, one);
      for (std::size_t p = 0; p < sum.size(); ++p) sum[p] += one.money[p];
    }
    sum_row(row, words, first, row - 1, sum);
    return row + 1;
  }

  // What became of the money, as the file has it: both sums are the same.
  int flows(int row) {
    head(row++, page_.say("all accounts", "전체 계정"));
    row = with_sum(row, sources(), page_.say("Sum: money there was", "합계: 쓸 수 있던 돈"));
    row = with_sum(row, uses(), page_.say("Sum: what became of it", "합계: 쓰인 내역"));
    if (const FlowRow committed = total_row("budget_committed"); !committed.name.empty())
      money_row(row++, committed);
    return row;
  }

  double spent(std::size_t policy, std::size_t account) const {
    return unit_.factor * data_.statistic(by_account, Statistic::mean, {policy, account});
  }

  // Places of the accounts; none where the file does not split what was spent.
  std::vector<std::size_t> accounts_spent() const {
    std::vector<std::size_t> places;
    if (data_.result().has(by_account))
      places.resize(data_.source().axis("summary", "account").codes.size());
    std::iota(places.begin(), places.end(), std::size_t{0});
    return places;
  }

  // Each kind with its sum, which is a formula, and its accounts beneath.
  void accounts(int row) {
    const Axis axis = data_.source().axis("summary", "account");
    const int head_row = row++;
    head(head_row, page_.say("spent, by account", "계정별 집행액"));
    Chart chart;
    chart.kind = Chart::Kind::stacked_columns;
    for (const AccountsOfKind& kind : kinds_of(axis)) {
      if (kind.places.empty()) continue;
      const bool alone = kind.places.size() == 1 && kind.places.front() < axis.names.size();
      sums(row, kind, page_.say(alone ? axis.names[kind.places.front()] : kind.name));
      const int last = int(policies().size()) + 1;
      chart.series.push_back({{&page_.sheet, {row, 0}, {row, 0}},
                              {&page_.sheet, {head_row, 2}, {head_row, last}},
                              {&page_.sheet, {row, 2}, {row, last}},
                              series_colour(chart.series.size(), false),
                              false});
      ++row;
      for (const std::size_t account : kind.places) one_account(row++, axis, account);
    }
    chart.title = page_.say("Money spent, by kind of account", "계정 유형별 집행액");
    chart.y_title = unit_.unit;
    chart.format = number_format(digits_ > 1 ? digits_ - 1 : 0);
    chart.description = chart.title;
    chart.width = 620;
    chart.height = 420;
    page_.sheet.insert({2, int(policies().size()) + 3}, chart);
  }

  void sums(int row, const AccountsOfKind& kind, const std::string& words) {
    std::vector<double> sum(policies().size(), 0);
    for (std::size_t p = 0; p < sum.size(); ++p)
      for (const std::size_t account : kind.places) sum[p] += spent(p, account);
    sum_row(row, words, row + 1, row + int(kind.places.size()), sum);
  }

  // The sum of rows `first` to `last` by formula; `sum`: what it gives.
  void sum_row(int row, const std::string& words, int first, int last,
               const std::vector<double>& sum) {
    Style bold = number_, name = text_style();
    bold.bold = name.bold = true;
    bold.fill = name.fill = 0xEEF2F7;
    page_.sheet.text({row, 0}, words, name);
    page_.sheet.blank({row, 1}, name);
    for (std::size_t p = 0; p < policies().size(); ++p) {
      const int column = int(p) + 2;
      page_.sheet.formula(
          {row, column},
          fmt::format("=SUM({}:{})", cell_name({first, column}), cell_name({last, column})), sum[p],
          bold);
    }
  }

  void one_account(int row, const Axis& axis, std::size_t account) {
    page_.sheet.text({row, 0}, axis.codes[account], text_style());
    if (account < axis.names.size())
      page_.sheet.text({row, 1}, page_.say(axis.names[account]), text_style());
    for (std::size_t p = 0; p < policies().size(); ++p)
      number({row, int(p) + 2}, spent(p, account));
  }

  const Page& page_;
  const BookData& data_;
  Shown unit_;
  Style number_;
  int digits_ = 1;
};

}  // namespace

void fill_money(const Page& page, const BookData& data) { MoneySheet(page, data).fill(); }

}  // namespace coopsim::exporting
