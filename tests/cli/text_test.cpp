// SPDX-License-Identifier: Apache-2.0
#include "cli/text.hpp"

#include <catch2/catch.hpp>
#include <cmath>

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

TEST_CASE("one firm, two firms") {
  CHECK(counted(1, "firm") == "1 firm");
  CHECK(counted(0, "firm") == "0 firms");
  CHECK(counted(1200, "policy", "policies") == "1,200 policies");
}

TEST_CASE("a difference shows its sign, zero has none") {
  CHECK(signed_text(1.504, 2) == "+1.50");
  CHECK(signed_text(-0.8, 2) == "-0.80");
  CHECK(signed_text(-0.004, 2) == "0.00");
  CHECK(signed_text(0.004, 2, " bp") == "0.00 bp");
  CHECK(signed_text(std::nan(""), 2, " bp") == "n/a");
}

TEST_CASE("text is wrapped at blanks, by columns and not by bytes") {
  CHECK(wrapped("one two three", 7) == "one two\nthree\n");
  CHECK(wrapped("one two", 3, "a: ") == "a: one\n   two\n");
  CHECK(wrapped("unbreakable", 4) == "unbreakable\n");
  CHECK(wrapped("단카이 단카이", 13) == "단카이 단카이\n");
  CHECK(wrapped("단카이 단카이", 12) == "단카이\n단카이\n");
  CHECK(wrapped("", 10, "nothing") == "nothing\n");
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
  CHECK(did_you_mean("rnu", names) == "; did you mean run?");
  CHECK(did_you_mean("descibe", names) == "; did you mean describe?");
  CHECK(did_you_mean("--replicatons", names) == "; did you mean --replications?");
  CHECK(did_you_mean("zzzzzzzz", names) == ".");
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
  CHECK(table.width() == 19);
  CHECK(table.text() ==
        "policy      trained\n"
        "단카이          842\n"
        "status_quo    1,214\n");
}

TEST_CASE("a heading within a table widens no column") {
  Table table({{"", "id", Align::left, 0}, {"", "value"}});
  table.add_heading("A heading wider than the table");
  table.add({"V1", "3"});
  CHECK(table.width() == 9);
  CHECK(table.text() ==
        "id  value\n"
        "\n"
        "A heading wider than the table\n"
        "V1      3\n");
}
