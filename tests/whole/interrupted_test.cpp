// SPDX-License-Identifier: Apache-2.0
// A writer that dies, is killed or finds the disk full leaves nothing under the result's name.
// Each such end is met by a process of its own.
#include <fcntl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <functional>

#include "output/result_check.hpp"
#include "output/result_reader.hpp"
#include "tests/whole/whole_run.hpp"

using namespace coopsim;
using namespace coopsim::testing;

namespace {

const Scenario& scenario() {
  static const Scenario read = shipped_scenario(2);
  return read;
}
const std::vector<Outcome>& outcomes() {
  static const std::vector<Outcome> all = [] {
    std::vector<Outcome> made;
    run_experiment(scenario(), {.threads = 1}, [&](const Outcome& each) { made.push_back(each); });
    return made;
  }();
  return all;
}

// Writes a result of outcomes computed before; `before_adding` and `before_summary` are called with
// how many times they were called already.
void write(const std::filesystem::path& file, const std::function<void(int)>& before_adding,
           const std::function<void(int)>& before_summary) {
  const ResponseLayout layout = layout_of(scenario());
  ResultOptions options = result_options({});
  int added = 0, summarised = 0;
  options.summarise = [&](std::span<const double> values) {
    before_summary(summarised++);
    return Summariser()(values);
  };
  ResultFile result(file, scenario(), layout, options);
  for (const Outcome& outcome : outcomes()) {
    before_adding(added++);
    result.add(outcome);
  }
  result.finish(std::nullopt);
}
void write(const std::filesystem::path& file) {
  write(
      file, [](int) {}, [](int) {});
}

struct End {
  int signal = 0;     // that killed it, or 0
  int exit_code = 0;  // ResultError's, 0 if all went well
  std::string words;  // the error's, and what else came on stderr
};

// Runs `work` in a process of its own.
End in_a_process(const TemporaryFolder& folder, const std::function<void()>& work) {
  const auto said = folder / "said";
  const pid_t process = ::fork();
  REQUIRE(process >= 0);
  if (process == 0) {
    const int into = ::open(said.c_str(), O_WRONLY | O_CREAT, 0600);
    ::dup2(into, 2);
    ::signal(SIGSEGV, SIG_DFL);
    int code = 0;
    try {
      work();
    } catch (const ResultError& error) {
      ::dprintf(2, "%s", error.what());
      code = error.exit_code();
    } catch (...) {
      code = 70;
    }
    ::exit(code);  // with what HDF5 does at the end of a process
  }
  int status = 0;
  while (::waitpid(process, &status, 0) < 0) continue;
  End end{WIFSIGNALED(status) ? WTERMSIG(status) : 0, WIFEXITED(status) ? WEXITSTATUS(status) : 0,
          bytes_of(said)};
  std::filesystem::remove(said);
  return end;
}

void die_at(int now, int when) {
  if (now == when) ::kill(::getpid(), SIGKILL);
}

}  // namespace

TEST_CASE("a writer killed at any time leaves no result, and does not hinder the next one") {
  outcomes();
  struct Moment {
    int adding, summary;
  };
  for (const Moment when : {Moment{0, -1}, {7, -1}, {15, -1}, {-1, 0}, {-1, 5000}}) {
    const TemporaryFolder folder;
    const End end = in_a_process(folder, [&] {
      write(
          folder / "a.h5", [&](int n) { die_at(n, when.adding); },
          [&](int n) { die_at(n, when.summary); });
    });
    REQUIRE(end.signal == SIGKILL);
    auto names = names_in(folder.path());
    REQUIRE(names.size() == 1);
    CHECK(names[0].starts_with("a.h5.tmp."));
    if (when.summary < 5000) continue;
    write(folder / "a.h5");
    CHECK(verify_checksums(folder / "a.h5").empty());
    CHECK(names_in(folder.path()) == std::vector<std::string>{"a.h5", names[0]});
  }
}

TEST_CASE("a full disk is an error with its reason, at whatever size it is full") {
  outcomes();
  const TemporaryFolder whole;
  write(whole / "a.h5");
  const auto size = std::filesystem::file_size(whole / "a.h5");
  for (const rlim_t room :
       {rlim_t(0), rlim_t(3000), rlim_t(100'000), rlim_t(size / 2), rlim_t(size - 1)}) {
    const TemporaryFolder folder;
    const End end = in_a_process(folder, [&] {
      ::signal(SIGXFSZ, SIG_IGN);
      const rlimit limit{room, room};
      ::setrlimit(RLIMIT_FSIZE, &limit);
      write(folder / "a.h5");
    });
    CAPTURE(room, end.words);
    CHECK(end.signal == 0);
    CHECK(end.exit_code == 74);
    CHECK(names_in(folder.path()).empty());
    if (room > 1000) {  // else its words do not fit either
      CHECK(end.words.starts_with((folder / "a.h5").string() + ": "));
      CHECK(end.words.find("File too large") != end.words.npos);
      CHECK(end.words.find('\n') == end.words.npos);  // HDF5 says nothing of its own
    }
  }
}

TEST_CASE("an exception on the way leaves nothing behind") {
  const TemporaryFolder folder;
  const auto fault = [](int n) {
    if (n == 3) throw std::runtime_error("planted");
  };
  CHECK_THROWS_WITH(write(folder / "a.h5", fault, [](int) {}), "planted");
  CHECK_THROWS_WITH(write(
                        folder / "a.h5", [](int) {}, fault),
                    "planted");
  CHECK(names_in(folder.path()).empty());
}
