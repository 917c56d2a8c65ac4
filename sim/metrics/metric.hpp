// SPDX-License-Identifier: Apache-2.0
// What a published response is. The table of all of them is in metrics.cpp.
#pragma once
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "sim/kernel/field.hpp"
#include "sim/world/fact_effect.hpp"
#include "sim/world/places.hpp"

namespace coopsim {

// How yearly values make the value of a whole period.
enum class PeriodTotal : std::uint8_t { sum, mean, last };

// Splits of a response beside its whole; never crossed.
// `course`, `field` and `channel` hold only the accounts that a subject has: training in Japan,
// cooperation, trade. `service` and `effect_class` hold firms.
enum class Split : std::uint8_t {
  whole,
  account,
  sector,
  region,
  size_class,
  course,
  field,
  channel,
  service,
  effect_class
};
inline constexpr std::size_t split_count = 10;
constexpr std::size_t split_size(Split split) {
  constexpr std::size_t sizes[] = {1,
                                   account_count,
                                   sector_count,
                                   region_count,
                                   size_class_count,
                                   course_count,
                                   cooperation_accounts.size(),
                                   trade_accounts.size(),
                                   served_count,
                                   effect_class_count};
  return sizes[static_cast<std::size_t>(split)];
}
constexpr std::string_view split_suffix(Split split) {
  constexpr std::string_view names[] = {
      "",           "_by_account", "_by_sector",  "_by_region",  "_by_size_class",
      "_by_course", "_by_field",   "_by_channel", "_by_service", "_by_effect_class"};
  return names[static_cast<std::size_t>(split)];
}
namespace detail {
template <std::size_t N>
constexpr std::array<Named, N> names_of(const std::array<Account, N>& which) {
  std::array<Named, N> names{};
  for (std::size_t i = 0; i < N; ++i) names[i] = accounts[index(which[i])];
  return names;
}
inline constexpr auto field_names = names_of(cooperation_accounts);
inline constexpr auto channel_names = names_of(trade_accounts);
template <std::size_t N>
constexpr std::size_t place_in(const std::array<Account, N>& which, Account account) {
  for (std::size_t i = 0; i < N; ++i)
    if (which[i] == account) return i;
  return 0;
}
}  // namespace detail
constexpr std::span<const Named> split_names(Split split) {
  switch (split) {
    case Split::account:
      return accounts;
    case Split::sector:
      return sectors;
    case Split::region:
      return regions;
    case Split::size_class:
      return size_classes;
    case Split::course:
      return std::span(accounts).first(course_count);
    case Split::field:
      return detail::field_names;
    case Split::channel:
      return detail::channel_names;
    case Split::service:
      return served_or_not;
    case Split::effect_class:
      return effect_classes;
    case Split::whole:
      break;
  }
  return {};
}

// What stands where nothing was observed: zero for counts and sums, missing (NaN) for means,
// shares and quantiles.
enum class Missing : std::uint8_t { zero, nan };

struct Metric {
  std::string_view id;    // snake_case: the name of the variable
  std::string_view unit;  // singular: "day", "person", "KRW thousand", "1"
  Label label;
  std::string_view meaning;  // one sentence
  PeriodTotal total;
  Missing missing;
  std::span<const Split> splits;  // starts with Split::whole
};

// All published responses, in the order of the result file.
std::span<const Metric> metrics();

// Where a value stands in a world's responses: metrics in order, then splits, cells, years.
struct Series {
  std::size_t metric = 0;
  Split split = Split::whole;
  std::size_t offset = 0;  // of the first value
};

class ResponseLayout {
 public:
  ResponseLayout(int first_year, int last_year);
  int first_year() const { return first_; }
  int last_year() const { return last_; }
  std::size_t years() const { return std::size_t(last_ - first_ + 1); }
  std::size_t size() const { return size_; }                  // doubles of one world's responses
  std::span<const Series> series() const { return series_; }  // one a variable of the file
  // Offset of a cell's first year. REQUIRES: the metric has this split.
  std::size_t offset(std::string_view metric, Split split = Split::whole,
                     std::size_t cell = 0) const;

 private:
  int first_, last_;
  std::size_t size_ = 0;
  std::vector<Series> series_;
};

}  // namespace coopsim
