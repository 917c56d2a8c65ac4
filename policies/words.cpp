// SPDX-License-Identifier: Apache-2.0
#include "policies/words.hpp"

namespace coopsim {
namespace {

std::string padded(unsigned number) { return (number < 10 ? "0" : "") + std::to_string(number); }

}  // namespace

std::string in_words(Time day) {
  using namespace std::chrono;
  const year_month_day civil(floor<std::chrono::days>(day));
  return std::to_string(int(civil.year())) + "-" + padded(unsigned(civil.month())) + "-" +
         padded(unsigned(civil.day()));
}

std::string in_words(Money amount) {
  const std::int64_t size = amount.thousand < 0 ? -amount.thousand : amount.thousand;
  std::string text = (amount.thousand < 0 ? "-" : "") + std::to_string(size / 1000);
  if (size % 1000 != 0) {
    std::string decimals = std::to_string(1000 + size % 1000).substr(1);
    decimals.erase(decimals.find_last_not_of('0') + 1);
    text += "." + decimals;
  }
  return text + " million KRW";
}

std::string years_in_words(std::span<const int> years) {
  if (years.empty()) return "no year";
  std::string text = std::to_string(years.front());
  if (years.size() == 2) text += " and " + std::to_string(years.back());
  if (years.size() > 2) text += " and " + std::to_string(years.size() - 1) + " more years";
  return text;
}

}  // namespace coopsim
