// SPDX-License-Identifier: Apache-2.0
// Thousands of damaged copies of the shipped scenarios: each either loads, and then its effective
// text loads too, or is refused with a place, a finding and a remedy. Same seed, same copies.
#include <catch2/catch.hpp>
#include <random>
#include <sstream>

#include "scenarios/text.hpp"
#include "tests/scenarios/reading.hpp"

using namespace coopsim;
using namespace coopsim::test;

namespace {

const std::filesystem::path shipped = COOPSIM_SOURCE_DIR "/scenarios";

std::string text_of(const std::string& name) {
  std::ostringstream text;
  text << std::ifstream(shipped / (name + ".toml")).rdbuf();
  REQUIRE(text.str().size() > 100);
  return text.str();
}

std::vector<std::string> lines_in(const std::string& text) {
  std::vector<std::string> lines;
  std::istringstream stream(text);
  for (std::string line; std::getline(stream, line);) lines.push_back(line);
  return lines;
}

std::string joined(const std::vector<std::string>& lines) {
  std::string text;
  for (const std::string& line : lines) text += line + '\n';
  return text;
}

// What people and programs put where it does not belong.
const std::vector<std::string> odd_values = {"0",
                                             "-1",
                                             "1e400",
                                             "1e-400",
                                             "nan",
                                             "-inf",
                                             "9223372036854775807",
                                             "9223372036854775808",
                                             "007",
                                             "1,5",
                                             "\u22125",
                                             "true",
                                             "\"\"",
                                             "\"x\"",
                                             "[]",
                                             "{}",
                                             "[[[[]]]]",
                                             "{ value = 1 }",
                                             "{ from = 1993, value = 1 }",
                                             "[{ from = 1993, value = 1 }]",
                                             "{ normal = [1, 2] }",
                                             "\"1 KRW\"",
                                             "\"5 000 KRW\"",
                                             "0000-01-01",
                                             "2007-02-30",
                                             "1999-12-31T23:59:60Z",
                                             "'''",
                                             "\"\"\"",
                                             "\"\\uD800\"",
                                             "\"\\u202E\"",
                                             "\"..\"",
                                             "0x7fffffffffffffff",
                                             "1_0",
                                             "+0.0",
                                             "# nothing"};
const std::vector<std::string> odd_bytes = {"\0", "\xFF", "\xC0\xAF", "\r", "\n", "\"", "'",
                                            "[",  "]",    "{",        "}",  "=",  ".",  ",",
                                            "#",  "\\",   "\u202E",   "한", " "};

class Damage {
 public:
  explicit Damage(std::uint64_t seed) : random_(seed) {}

  // One to three faults.
  std::string to(std::string text) {
    for (std::size_t n = 1 + any(3); n > 0 && !text.empty(); --n) text = one(std::move(text));
    return text;
  }

 private:
  std::size_t any(std::size_t count) { return static_cast<std::size_t>(random_() % count); }

  std::string one(std::string text) {
    const std::size_t at = any(text.size());
    switch (any(5)) {
      case 0:
        text[at] = static_cast<char>(text[at] ^ (1 << any(8)));
        return text;
      case 1:
        return text.erase(at, 1 + any(8));
      case 2:
        return text.insert(at, odd_bytes[any(odd_bytes.size())]);
      case 3:
        return text.insert(at, text.substr(any(text.size()), 1 + any(40)));
      default:
        return of_lines(text);
    }
  }

  std::string of_lines(const std::string& text) {
    std::vector<std::string> lines = lines_in(text);
    if (lines.empty()) return text;
    const std::size_t a = any(lines.size()), b = any(lines.size());
    const std::size_t value_a = lines[a].find('='), value_b = lines[b].find('=');
    switch (any(5)) {
      case 0:
        lines.erase(lines.begin() + std::ptrdiff_t(a));
        break;
      case 1:
        lines.insert(lines.begin() + std::ptrdiff_t(b), lines[a]);
        break;
      case 2:
        std::swap(lines[a], lines[b]);
        break;
      case 3:
        if (value_a == std::string::npos || value_b == std::string::npos) break;
        lines[a] = lines[a].substr(0, value_a) + lines[b].substr(value_b);
        break;
      default:
        if (value_a == std::string::npos) break;
        lines[a] = lines[a].substr(0, value_a) + "= " + odd_values[any(odd_values.size())];
    }
    return joined(lines);
  }

  std::mt19937_64 random_;
};

bool is_clean(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = next_code_point(text, at);
    if (c == bad_utf8 || (is_control(c) && c != '\n') || is_invisible(c)) return false;
  }
  return true;
}

struct Tally {
  std::size_t loaded = 0, refused = 0;
};

// Any exception but a ScenarioError fails the test, as does a problem without its parts.
void load(const std::string& text, Tally& tally) {
  const ReadOptions options{{}, shipped};
  try {
    const Scenario scenario = read_scenario_text(text, "mine.toml", options).scenario;
    ++tally.loaded;
    const std::string& effective = scenario.effective_toml;
    if (read_scenario_text(effective, "effective", {}).scenario.effective_toml != effective)
      FAIL_CHECK("the effective text reads back as another one:\n" << text);
  } catch (const ScenarioError& error) {
    ++tally.refused;
    bool sound = error.problems().count() > 0 && is_clean(error.what()) && is_clean(error.json());
    for (const Problem& problem : error.problems().in_order())
      sound = sound && problem.where.file && !problem.what.empty() && !problem.remedy.empty();
    if (!sound) FAIL_CHECK(error.what() << "\nof\n" << text);
  }
}

Tally damaged_copies(std::size_t count, std::uint64_t seed) {
  Tally tally;
  for (const char* name : {"kjc_history", "kjc_2007", "kjc_small"}) {
    const std::string text = text_of(name);
    Damage damage(seed);
    for (std::size_t i = 0; i < count; ++i) load(damage.to(text), tally);
  }
  UNSCOPED_INFO(tally.loaded << " loaded, " << tally.refused << " refused");
  return tally;
}

}  // namespace

TEST_CASE("a scenario cut off after any line loads or is refused with a place") {
  Tally tally;
  for (const char* name : {"kjc_history", "kjc_2007", "kjc_small"}) {
    const std::vector<std::string> lines = lines_in(text_of(name));
    std::string text;
    for (const std::string& line : lines) {
      load(text + line.substr(0, line.size() / 2), tally);
      text += line + '\n';
      load(text, tally);
    }
  }
  CHECK(tally.loaded > 100);
  CHECK(tally.refused > 100);
}

TEST_CASE("damaged scenarios load or are refused with a place") {
  const Tally tally = damaged_copies(1'000, 20070412);
  CHECK(tally.loaded > 300);
  CHECK(tally.refused > 300);
}

TEST_CASE("damaged scenarios load or are refused with a place, in great number", "[.campaign]") {
  const Tally tally = damaged_copies(100'000, 19930101);
  CHECK(tally.loaded > 30'000);
  CHECK(tally.refused > 30'000);
}
