// SPDX-License-Identifier: Apache-2.0
// The result format in constants: what writer, reader and every later version must agree on.
// Additions keep the number; a change of meaning or a removal raises it. Readers take N-2 to N.
#pragma once
#include <array>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>
#include <string_view>

namespace coopsim {

inline constexpr int format_version = 1;
inline constexpr int oldest_readable_format = 1;

// Groups, in the order of the file. Only `execution` may differ between equal runs.
namespace group {
inline constexpr std::string_view yearly = "yearly", total = "total", summary = "summary",
                                  comparison = "comparison", assumptions = "assumptions",
                                  worlds = "worlds", events = "events", panel = "panel",
                                  economics = "economics", sensitivity = "sensitivity",
                                  dictionary = "dictionary", provenance = "provenance",
                                  execution = "execution";
}  // namespace group

// Groups `events` and `panel`, where a scenario asks for them: bytes of a row, unpacked, and rows
// that are written together.
inline constexpr std::uint64_t bytes_an_event = 47, bytes_a_firm_year = 67, rows_a_chunk = 8192;

// The axis `statistic` of group `summary`. Append, never reorder.
enum class Statistic : std::uint8_t { mean, se, lo95, hi95, q05, q25, q50, q75, q95 };
inline constexpr std::size_t statistic_count = 9;
struct StatisticText {
  std::string_view id, en, ko;
};
inline constexpr std::array<StatisticText, statistic_count> statistics = {{
    {"mean", "mean over replications", "평균"},
    {"se", "standard error of the mean", "표준오차"},
    {"lo95", "lower end of the 95 % t interval of the mean", "평균의 95 % 신뢰구간 하한"},
    {"hi95", "upper end of the 95 % t interval of the mean", "평균의 95 % 신뢰구간 상한"},
    {"q05", "5 % quantile (type 7)", "5 % 분위수"},
    {"q25", "25 % quantile (type 7)", "25 % 분위수"},
    {"q50", "median (type 7)", "중앙값"},
    {"q75", "75 % quantile (type 7)", "75 % 분위수"},
    {"q95", "95 % quantile (type 7)", "95 % 분위수"},
}};

// The nine statistics of one value over the replications, missing ones already left out. The
// statistics themselves live in analysis/; the writer is handed them.
using Summary = std::array<double, statistic_count>;
using Summarise = std::function<Summary(std::span<const double>)>;

inline constexpr std::string_view minus_baseline = "_minus_baseline", over_period = "_total",
                                  over_replications = "_summary";
inline constexpr std::array<std::string_view, 2> reference_worlds = {"NONE", "STOP"};

}  // namespace coopsim
