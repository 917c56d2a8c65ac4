// SPDX-License-Identifier: Apache-2.0
#include "scenarios/text.hpp"

#include <array>
#include <cstdlib>

#include "tests/kernel/property.hpp"

using namespace coopsim;

namespace {

std::string nearest_of(std::string_view typed) {
  constexpr std::array<std::string_view, 6> known = {"capacity", "count",   "seed",
                                                     "dropout",  "ex_post", "A2"};
  return std::string(nearest(typed, known));
}

}  // namespace

TEST_CASE("a mistyped word is known by what lies nearest") {
  CHECK(nearest_of("capcity") == "capacity");
  CHECK(nearest_of("Capacity") == "capacity");
  CHECK(nearest_of("CAPACITY") == "capacity");
  CHECK(nearest_of("seeed") == "seed");
  CHECK(nearest_of("sede") == "seed");
  CHECK(nearest_of("drop_out") == "dropout");
  CHECK(nearest_of("expost") == "ex_post");
  CHECK(nearest_of("se\u200Bed") == "seed");  // a space without width
  CHECK(nearest_of("a2") == "A2");
}

TEST_CASE("a word that is near to nothing gets no suggestion") {
  CHECK(nearest_of("productivity").empty());
  CHECK(nearest_of("x").empty());
  CHECK(nearest_of("").empty());
  CHECK(nearest_of(std::string(10'000, 'a')).empty());
}

TEST_CASE("text that a terminal would obey is shown as its number") {
  CHECK(escaped("a\x1B[31mb") == "a\\u{1b}[31mb");
  CHECK(escaped("a\u202Eb") == "a\\u{202e}b");
  CHECK(escaped(std::string_view("\0", 1)) == "\\u{0}");
  CHECK(escaped("\n") == "\\u{a}");
  CHECK(escaped("\xFFz") == "\\x{ff}z");
  CHECK(escaped("\u200B\uFEFF\u2028") == "\\u{200b}\\u{feff}\\u{2028}");
  CHECK(escaped("한글 é \"x\"") == "한글 é \"x\"");
  CHECK(escaped("가나다라", 2) == "가나...");
}

TEST_CASE("UTF-8 is read by the letter, and what is not UTF-8 is known") {
  const auto first = [](std::string_view text) {
    std::size_t at = 0;
    return next_code_point(text, at);
  };
  CHECK(first("a") == U'a');
  CHECK(first("\u00E9") == U'\u00E9');
  CHECK(first("한") == U'한');
  CHECK(first("\U0001F600") == U'\U0001F600');
  for (const char* bad : {"\x80", "\xC3", "\xC0\xAF", "\xE0\x80\x80", "\xED\xA0\x80",
                          "\xF4\x90\x80\x80", "\xF8\x88\x80\x80\x80", "\xFF"})
    CHECK(first(bad) == bad_utf8);
  CHECK(code_points("한글") == 2);
  CHECK(code_points("a\xFF\xFE") == 3);
}

TEST_CASE("any bytes can be shown: the walk ends, and no byte is obeyed") {
  CHECK(holds("escaped text is harmless", [](const std::string& bytes) {
    const std::string shown = escaped(bytes, 1000);
    for (std::size_t at = 0; at < shown.size();) {
      const char32_t c = next_code_point(shown, at);
      RC_ASSERT(c != bad_utf8);
      RC_ASSERT(!is_control(c) && !is_invisible(c));
    }
  }));
}

TEST_CASE("a number is written by the shortest text that reads back as the same") {
  CHECK(number_text(0.3) == "0.3");
  CHECK(number_text(1e6) == "1000000");
  CHECK(number_text(-0.25) == "-0.25");
  CHECK(holds("numbers read back", [](double number) {
    RC_ASSERT(std::strtod(number_text(number).c_str(), nullptr) == number);
  }));
}
