// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <catch2/catch.hpp>
#include <sstream>
#include <vector>

#include "cli/progress_text.hpp"
#include "cli/text.hpp"

using namespace coopsim::cli;

namespace {

const Workload study{.head = "KJC 2007: which way out of the training cut?   10,000 firms",
                     .history = "history 1993-2006",
                     .policies = "policies 2007-2016",
                     .replications = 64,
                     .policy_count = 6,
                     .threads = 2};
const ProgressState halfway{.histories = 32,
                            .policies = 192,
                            .others = 64,
                            .failed = 0,
                            .events = 70'000'000,
                            .seconds = 10,
                            .stopping = false};

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  std::istringstream stream(text);
  for (std::string line; std::getline(stream, line);) lines.push_back(line);
  return lines;
}

}  // namespace

TEST_CASE("both bars of a run are equally long and stand one below the other") {
  for (const int columns : {60, 80, 120, 200}) {
    const auto lines = lines_of(progress_bars(study, halfway, columns, false));
    REQUIRE(lines.size() == 3);
    CHECK(lines[1].find('#') == lines[2].find('#'));
    CHECK(lines[1].rfind('.', 60) == lines[2].rfind('.', lines[2].find("  192")));
    CHECK(std::count(lines[1].begin(), lines[1].end(), '#') ==
          std::count(lines[2].begin(), lines[2].end(), '#'));
  }
}

TEST_CASE("no line of the bars reaches the last column") {
  for (int columns = 1; columns <= 200; ++columns)
    for (const std::string& line : lines_of(progress_bars(study, halfway, columns, true)))
      CHECK(display_width(line) < std::max(columns, 20));
}

TEST_CASE("what has no room beside the bars is left out, the time left last") {
  const auto last = [](int columns) {
    return lines_of(progress_bars(study, halfway, columns, true)).back();
  };
  CHECK(last(120).ends_with("192/384   7.0 M events/s   2 threads   about 10 s left"));
  CHECK(last(80).ends_with("192/384   7.0 M events/s   about 10 s left"));
  CHECK(last(70).ends_with("192/384   about 10 s left"));
}

TEST_CASE("a study without history has one bar; failed worlds are told as they happen") {
  Workload without = study;
  without.history.clear();
  CHECK(lines_of(progress_bars(without, halfway, 80, true)).size() == 2);
  ProgressState bad = halfway;
  bad.failed = 1;
  CHECK(lines_of(progress_bars(study, bad, 80, true)).back() == "1 world failed");
}

TEST_CASE("a line of progress says how far, and how long it may take") {
  CHECK(progress_line(study, halfway) == "256 of 512 worlds simulated, about 10 s left\n");
  CHECK(progress_line(study, {}) == "0 of 512 worlds simulated, just started\n");
  ProgressState done = halfway;
  done.policies = 384, done.others = 128;
  CHECK(progress_line(study, done) == "512 of 512 worlds simulated, writing the result\n");
  done.stopping = true;
  CHECK(progress_line(study, done) == "512 of 512 worlds simulated, stopping\n");
}

TEST_CASE("progress for programs is one JSON object a line") {
  CHECK(progress_json(study, halfway) ==
        R"({"done":256,"total":512,"failed":0,"events":70000000,"elapsed_s":10.0,"eta_s":10.0,)"
        "\"stopping\":false}\n");
  CHECK(progress_json(study, {}) ==
        R"({"done":0,"total":512,"failed":0,"events":0,"elapsed_s":0.0,"eta_s":null,)"
        "\"stopping\":false}\n");
}
