// SPDX-License-Identifier: Apache-2.0
// Fields of CSV: quotes, guards and numbers that come back.
#include "analysis/export/csv_file.hpp"

#include <catch2/catch.hpp>
#include <charconv>
#include <cmath>
#include <cstring>
#include <limits>

#include "analysis/export/clean_text.hpp"
#include "analysis/export/page.hpp"
#include "rapidcheck.h"

using namespace coopsim;
using namespace coopsim::exporting;

namespace {

// As a reader of RFC 4180 takes a field apart.
std::string unquoted(const std::string& field) {
  if (field.empty() || field.front() != '"') return field;
  std::string text;
  for (std::size_t at = 1; at + 1 < field.size(); ++at) {
    text += field[at];
    if (field[at] == '"') ++at;
  }
  return text;
}

std::string read_back(const std::string& field) {
  const std::string text = unquoted(field);
  return !text.empty() && text.front() == '\'' ? text.substr(1) : text;
}

}  // namespace

TEST_CASE("a text is quoted only where it must be") {
  CHECK(csv_text("dankai") == "dankai");
  CHECK(csv_text("a,b") == "\"a,b\"");
  CHECK(csv_text("say \"no\"") == "\"say \"\"no\"\"\"");
  CHECK(csv_text("two\nlines") == "\"two\nlines\"");
  CHECK(csv_text("") == "");
}

TEST_CASE("a text that a spreadsheet might compute has an apostrophe, a number has none") {
  for (const char* const text :
       {"=1+1", "+a", "-a", "@a", "\ta", "'a", "＝1", "－1", "-", "--1", "-inf"})
    CHECK(csv_text(text) == std::string("'") + text);
  for (const char* const text : {"-1", "-0.5", "1e-3", "a=b", " =1", "한국"})
    CHECK(csv_text(text) == text);
}

TEST_CASE("any printable text comes back from its field") {
  rc::check([] {
    const auto letters = *rc::gen::container<std::string>(
        rc::gen::element('=', '+', '-', '@', '\'', '"', ',', '\n', 'a', '1', ' ', '\t'));
    // A number keeps its sign; every other text loses one apostrophe at most.
    RC_ASSERT(read_back(csv_text(letters)) == letters);
  });
}

TEST_CASE("any number comes back bit by bit, and missing is empty") {
  rc::check([] {
    const auto bits = *rc::gen::arbitrary<std::uint64_t>();
    double number, read = 0;
    std::memcpy(&number, &bits, sizeof number);
    const std::string text = csv_number(number);
    if (std::isnan(number)) {
      RC_ASSERT(text.empty());
      return;
    }
    if (std::isinf(number)) {
      RC_ASSERT(text == (number > 0 ? "INF" : "-INF"));
      return;
    }
    std::from_chars(text.data(), text.data() + text.size(), read);
    RC_ASSERT(std::memcmp(&read, &number, sizeof read) == 0);
  });
  CHECK(csv_number(-0.) == "-0");
  CHECK(csv_number(.1) == "0.1");
  CHECK(csv_number(2007) == "2007");
  CHECK(csv_number(std::numeric_limits<double>::quiet_NaN()).empty());
}

TEST_CASE("broken letters and controls are replaced, all others stay") {
  CHECK(clean_text("한국\n") == "한국\n");
  CHECK(clean_text(std::string("a\x01") + "b") ==
        "a\xef\xbf\xbd"
        "b");
  CHECK(clean_text("a\xff") == "a\xef\xbf\xbd");
  CHECK(clean_text("\xed\xa0\x80").find('\xed') == std::string::npos);  // half of a surrogate pair
}

TEST_CASE("money is shown in 100 million won or billion won, all else as it is") {
  CHECK(shown("KRW thousand", Language::korean).unit == "억 원");
  CHECK(shown("KRW thousand", Language::korean).factor == 1e-5);
  CHECK(shown("KRW thousand", Language::english).factor == 1e-6);
  CHECK(shown("bp", Language::korean).factor == 1);
  CHECK(shown("1", Language::english).unit.empty());
}

TEST_CASE("digits follow the size of the numbers, and differences show their sign") {
  CHECK(number_format(digits_of({123456})) == "#,##0");
  CHECK(number_format(digits_of({12})) == "#,##0.00");
  CHECK(number_format(digits_of({.05})) == "#,##0.0000");
  CHECK(number_format(2, true) == "+#,##0.00;-#,##0.00;#,##0.00");
  CHECK(format_of(-3e-18, 2, true) == "#,##0.00;#,##0.00");
}

TEST_CASE("lines are counted as a column of that width breaks them") {
  CHECK(lines_of("short", 10) == 1);
  CHECK(lines_of("하나둘셋넷다섯", 10) == 2);
  CHECK(lines_of("a\nb\nc", 10) == 3);
}
