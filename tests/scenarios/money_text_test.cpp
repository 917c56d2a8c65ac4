// SPDX-License-Identifier: Apache-2.0
#include "scenarios/money_text.hpp"

#include <regex>

#include "tests/kernel/property.hpp"

using namespace coopsim;

namespace {

std::int64_t thousand(const std::string& text, const std::string& per = "") {
  const MoneyText read = read_money(text, per);
  INFO(text << ": " << read.problem);
  CHECK(read.problem.empty());
  CHECK(std::regex_search(text, std::regex(money_pattern())));
  return read.money.thousand;
}

std::string problem(const std::string& text) { return read_money(text, "year").problem; }

bool names(const std::string& text, const std::string& part) {
  return problem(text).find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("money is read in every unit that people write") {
  CHECK(thousand("1 900 000 000 KRW") == 1'900'000);
  CHECK(thousand("1900000000 KRW") == 1'900'000);
  CHECK(thousand("1_900_000_000 won") == 1'900'000);
  CHECK(thousand("1 900 million KRW") == 1'900'000);
  CHECK(thousand("1.9 billion KRW") == 1'900'000);
  CHECK(thousand("19 억원") == 1'900'000);
  CHECK(thousand("19억") == 1'900'000);
  CHECK(thousand("190 000 만원") == 1'900'000);
  CHECK(thousand("1900 백만원") == 1'900'000);
  CHECK(thousand("0.0019 조원") == 1'900'000);
  CHECK(thousand("500 천원") == 500);
  CHECK(thousand("2000 원") == 2);
  CHECK(thousand("KRW thousand 500") == 500);
  CHECK(thousand("KRW million -1.5") == -1'500);
  CHECK(thousand("0 KRW") == 0);
  CHECK(thousand("5 000 KRW/year", "year") == 5);
  CHECK(thousand("5 000 KRW / month", "month") == 5);
}

TEST_CASE("money without its unit, or with another's, is refused") {
  CHECK(names("1 900 000 000", "no unit"));
  CHECK(names("KRW", "no number"));
  CHECK(names("", "no number"));
  CHECK(names("5 000 USD", "\"USD\" is not a unit"));
  CHECK(names("5 000 krw", "\"krw\" is not a unit"));
  CHECK(names("KRW 5 000 won", "before and after"));
  CHECK_FALSE(read_money("5 000 KRW/month", "year").problem.empty());
}

TEST_CASE("money whose digits are doubtful is refused") {
  CHECK(names("1,900,000 KRW", "comma"));
  CHECK(names("1 90 000 KRW", "threes"));
  CHECK(names("1900 000 KRW", "threes"));
  CHECK(names("1. KRW", "nothing after it"));
  CHECK(names("1 500 KRW", "whole number of KRW thousand"));
  CHECK(names("0.0000015 billion KRW", "whole number of KRW thousand"));
  CHECK(names("9 223 372 036 854 775 807 billion KRW", "beyond all money"));
  CHECK(names("1000000000000000000000000000000 KRW", "beyond all money"));
}

TEST_CASE("money is written as it is read") {
  CHECK(money_text({1'900'000}) == "1 900 000 000 KRW");
  CHECK(money_text({0}) == "0 KRW");
  CHECK(money_text({-1}) == "-1 000 KRW");
  CHECK(holds("money reads back", [](std::int32_t amount) {
    RC_ASSERT(read_money(money_text({amount}), "").money == Money{amount});
  }));
}
