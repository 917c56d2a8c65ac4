// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <cmath>

#include "analysis/export/sheets.hpp"
#include "policies/account_group.hpp"

namespace coopsim::exporting {
namespace {

constexpr std::string_view money = "KRW thousand";

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
    number_.format = "#,##0.0";
  }

  void fill() {
    page_.sheet.text(
        {0, 0},
        fmt::format("{}, {}, {}", unit_.unit, data_.facts().period,
                    page_.say("2006 prices, means over replications", "2006년 가격, 반복 평균")),
        note_style());
    int row = flows(2);
    if (data_.result().has("summary/budget_spent_by_account_total")) accounts(row + 1);
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

  // What became of the money, as the file has it.
  int flows(int row) {
    head(row++, page_.say("all accounts", "전체 계정"));
    for (const char* const id : {"budget_appropriated", "budget_committed", "budget_spent",
                                 "budget_carried_over", "budget_lapsed", "budget_cut"}) {
      const std::string dataset = fmt::format("summary/{}_total", id);
      if (!data_.result().has(dataset)) continue;
      page_.sheet.text({row, 0}, page_.say(data_.source().told(dataset).label), text_style());
      for (std::size_t p = 0; p < policies().size(); ++p)
        page_.sheet.number({row, int(p) + 2},
                           unit_.factor * data_.statistic(dataset, Statistic::mean, {p}), number_);
      ++row;
    }
    return row;
  }

  double spent(std::size_t policy, std::size_t account) const {
    return unit_.factor * data_.statistic("summary/budget_spent_by_account_total", Statistic::mean,
                                          {policy, account});
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
    chart.format = "#,##0";
    chart.description = chart.title;
    chart.width = 620;
    chart.height = 420;
    page_.sheet.insert({2, int(policies().size()) + 3}, chart);
  }

  void sums(int row, const AccountsOfKind& kind, const std::string& words) {
    Style bold = number_, name = text_style();
    bold.bold = name.bold = true;
    bold.fill = name.fill = 0xEEF2F7;
    page_.sheet.text({row, 0}, words, name);
    page_.sheet.blank({row, 1}, name);
    for (std::size_t p = 0; p < policies().size(); ++p) {
      const int column = int(p) + 2;
      double sum = 0;
      for (const std::size_t account : kind.places) sum += spent(p, account);
      page_.sheet.formula({row, column},
                          fmt::format("=SUM({}:{})", cell_name({row + 1, column}),
                                      cell_name({row + int(kind.places.size()), column})),
                          sum, bold);
    }
  }

  void one_account(int row, const Axis& axis, std::size_t account) {
    page_.sheet.text({row, 0}, axis.codes[account], text_style());
    if (account < axis.names.size())
      page_.sheet.text({row, 1}, page_.say(axis.names[account]), text_style());
    for (std::size_t p = 0; p < policies().size(); ++p)
      page_.sheet.number({row, int(p) + 2}, spent(p, account), number_);
  }

  const Page& page_;
  const BookData& data_;
  Shown unit_;
  Style number_;
};

}  // namespace

void fill_money(const Page& page, const BookData& data) { MoneySheet(page, data).fill(); }

}  // namespace coopsim::exporting
