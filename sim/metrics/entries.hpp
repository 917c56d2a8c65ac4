// SPDX-License-Identifier: Apache-2.0
// How an entry of the table of metrics is written, and the parts of the table, one file a subject.
#pragma once
#include <vector>

#include "sim/metrics/table.hpp"

namespace coopsim::entry {

inline constexpr Split only_whole[] = {Split::whole};
inline constexpr Split by_account[] = {Split::whole, Split::account};
inline constexpr Split by_firm[] = {Split::whole, Split::sector, Split::region, Split::size_class};
// For facts of courses only.
inline constexpr Split by_course[] = {Split::whole, Split::course};
inline constexpr Split by_course_and_firm[] = {Split::whole, Split::course, Split::sector,
                                               Split::region, Split::size_class};
// For facts of cooperation accounts only, and of trade accounts only.
inline constexpr Split by_field[] = {Split::whole, Split::field};
inline constexpr Split by_field_and_firm[] = {Split::whole, Split::field, Split::sector,
                                              Split::region, Split::size_class};
inline constexpr Split by_channel[] = {Split::whole, Split::channel};
inline constexpr Split by_channel_and_firm[] = {Split::whole, Split::channel, Split::sector,
                                                Split::region, Split::size_class};

// For facts of firms compared, and of classes of effect, only.
inline constexpr Split by_firm_and_service[] = {Split::whole, Split::sector, Split::region,
                                                Split::size_class, Split::service};
inline constexpr Split by_effect_class[] = {Split::whole, Split::effect_class};

inline constexpr auto one = [](const auto&) { return 1.0; };

using Splits = std::span<const Split>;

inline TableEntry sum(std::string_view id, std::string_view unit, Label label,
                      std::string_view meaning, Splits splits, std::vector<Term> terms) {
  return {{id, unit, label, meaning, PeriodTotal::sum, Missing::zero, splits}, Form::sum, terms};
}
inline TableEntry level(std::string_view id, std::string_view unit, Label label,
                        std::string_view meaning, Splits splits, std::vector<Term> terms) {
  return {{id, unit, label, meaning, PeriodTotal::last, Missing::zero, splits}, Form::sum, terms};
}
inline TableEntry ratio(std::string_view id, std::string_view unit, Label label,
                        std::string_view meaning, Splits splits, std::vector<Term> terms,
                        PeriodTotal total = PeriodTotal::mean, Missing missing = Missing::nan) {
  return {{id, unit, label, meaning, total, missing, splits}, Form::ratio, terms};
}
inline TableEntry median(std::string_view id, std::string_view unit, Label label,
                         std::string_view meaning, Splits splits, std::vector<Term> terms) {
  return {{id, unit, label, meaning, PeriodTotal::mean, Missing::nan, splits}, Form::median, terms};
}

// Each appends its part, in the order of the result file.
void add_training(std::vector<TableEntry>& table);
void add_advice(std::vector<TableEntry>& table);
void add_trade(std::vector<TableEntry>& table);
void add_cooperation(std::vector<TableEntry>& table);
void add_alliances(std::vector<TableEntry>& table);
void add_firms(std::vector<TableEntry>& table);
void add_distribution(std::vector<TableEntry>& table);
void add_services(std::vector<TableEntry>& table);
void add_money(std::vector<TableEntry>& table);
void add_value(std::vector<TableEntry>& table);
void add_surroundings(std::vector<TableEntry>& table);

}  // namespace coopsim::entry
