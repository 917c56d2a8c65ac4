// SPDX-License-Identifier: Apache-2.0
#include "cli/text.hpp"

#include <catch2/catch.hpp>

#include "cli/table.hpp"

using namespace coopsim::cli;

TEST_CASE("a Korean letter takes two columns, a combining mark none") {
  CHECK(display_width("dankai") == 6);
  CHECK(display_width("단카이") == 6);
  CHECK(display_width("e\u0301") == 1);
  CHECK(display_width("부산·울산") == 9);
}

TEST_CASE("padding never splits a wide letter") {
  CHECK(padded_right("단카이", 8) == "단카이  ");
  CHECK(padded_right("단카이", 5) == "단카 ");
  CHECK(padded_left("12", 5) == "   12");
}

TEST_CASE("control, direction and broken bytes are shown, not obeyed") {
  CHECK(printable("a\nb") == "a\\u000ab");
  CHECK(printable("\x1b[31m") == "\\u001b[31m");
  CHECK(printable("\u202Eabc") == "\\u202eabc");
  CHECK(printable("\xff!") == "\\xff!");
  CHECK(printable("\xc0\xaf") == "\\xc0\\xaf");  // overlong "/"
  CHECK(printable("연수") == "연수");
}

TEST_CASE("numbers, sizes and durations read well") {
  CHECK(grouped(0) == "0");
  CHECK(grouped(999) == "999");
  CHECK(grouped(1234567) == "1,234,567");
  CHECK(grouped(-1234) == "-1,234");
  CHECK(grouped(-123) == "-123");
  CHECK(readable_size(96) == "96 bytes");
  CHECK(readable_size(3'100'000) == "3.1 MB");
  CHECK(readable_size(999'700) == "1.0 MB");
  CHECK(readable_duration(0.2) == "under a second");
  CHECK(readable_duration(100) == "1 min 40 s");
  CHECK(readable_duration(7500) == "2 h 5 min");
}

TEST_CASE("only a plain whole number in range is one") {
  CHECK(whole_number("0", 0, 10) == 0);
  CHECK(whole_number("-3", -5, 5) == -3);
  CHECK(whole_number("9223372036854775807", 0, INT64_MAX) == INT64_MAX);
  for (const char* bad : {"", " 1", "1 ", "+1", "0x10", "1.0", "1e3", "9223372036854775808", "11"})
    CHECK_FALSE(whole_number(bad, 0, std::string_view(bad) == "11" ? 10 : INT64_MAX));
}

TEST_CASE("a near miss finds what was meant, nonsense finds nothing") {
  const std::vector<std::string> names{"run", "check", "describe", "--replications"};
  CHECK(nearest("rnu", names) == "run");
  CHECK(nearest("descibe", names) == "describe");
  CHECK(nearest("--replicatons", names) == "--replications");
  CHECK(nearest("zzzzzzzz", names).empty());
}

TEST_CASE("a shell word survives the shell") {
  CHECK(shell_word("a/b.toml") == "a/b.toml");
  CHECK(shell_word("my file") == "'my file'");
  CHECK(shell_word("it's") == "'it'\\''s'");
  CHECK(shell_word("") == "''");
}

TEST_CASE("columns stay aligned with Korean names") {
  Table table({{"", "policy", Align::left}, {"", "trained"}});
  table.add({"단카이", "842"});
  table.add({"status_quo", "1,214"});
  CHECK(table.text() ==
        "policy      trained\n"
        "단카이          842\n"
        "status_quo    1,214\n");
}
