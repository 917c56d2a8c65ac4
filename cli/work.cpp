// SPDX-License-Identifier: Apache-2.0
// coopsim work: runs blocks that somebody else deals out: a share of a list, or what comes in on
// standard input.
#include <fcntl.h>
#include <fmt/format.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <csignal>
#include <iostream>
#include <nlohmann/json.hpp>

#include "cli/block_text.hpp"
#include "cli/exit_code.hpp"
#include "cli/output_place.hpp"
#include "cli/program_hash.hpp"
#include "cli/sweep_runner.hpp"
#include "cli/terminal.hpp"
#include "cli/text.hpp"
#include "output/durable.hpp"
#include "scenarios/text.hpp"

namespace coopsim::cli {
namespace {

// A list whose lines are equally long, as `coopsim submit` writes them, so that each of thousands
// of tasks reads its own lines and nothing else.
class EvenList {
 public:
  explicit EvenList(const std::string& path) : path_(path) {
    descriptor_ = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (descriptor_ < 0) fail_on(path, "cannot be opened", errno);
    struct stat status {};
    if (::fstat(descriptor_, &status) != 0) fail_on(path, "cannot be looked at", errno);
    const std::size_t size = std::size_t(status.st_size);
    std::string head = part(0, std::min<std::size_t>(size, longest));
    width_ = head.find('\n') + 1;
    if (width_ == 0 || size % width_ != 0) damaged();
    lines_ = size / width_;
  }
  ~EvenList() { ::close(descriptor_); }
  EvenList(const EvenList&) = delete;
  EvenList& operator=(const EvenList&) = delete;

  // Lines [first, first + count), as far as there are any.
  std::vector<std::string> lines(std::size_t first, std::size_t count) const {
    std::vector<std::string> all;
    for (std::size_t i = first; i < std::min(first + count, lines_); ++i) {
      std::string line = part(i * width_, width_);
      if (line.find('\n') + 1 != width_) damaged();
      line.pop_back();
      all.push_back(std::move(line));
    }
    return all;
  }

 private:
  static constexpr std::size_t longest = 65536;

  std::string part(std::size_t from, std::size_t size) const {
    std::string bytes(size, '\0');
    const auto count = ::pread(descriptor_, bytes.data(), size, off_t(from));
    if (count < 0) fail_on(path_, "cannot be read", errno);
    bytes.resize(std::size_t(count));
    return bytes;
  }
  [[noreturn]] void damaged() const {
    throw Failure(ExitCode::bad_data,
                  fmt::format("{}: its lines are not equally long, so it is no list of coopsim "
                              "submit; give another kind of list on standard input",
                              path_));
  }

  std::string path_;
  int descriptor_ = -1;
  std::size_t width_ = 0, lines_ = 0;
};

std::string own_name() {
  std::string host(256, '\0');
  if (::gethostname(host.data(), host.size() - 1) != 0) host = "host";
  return fmt::format("work/{}_{}", host.c_str(), ::getpid());
}

std::string to_go_on(const WorkArguments& arguments) {
  return fmt::format("the same command again, or coopsim resume {}", shell_word(arguments.folder));
}

// What of these blocks nobody published yet, as far as the folder was looked at.
std::vector<SweepBlock> missing_of(const OpenSweep& sweep, const std::vector<std::string>& lines) {
  std::vector<SweepBlock> blocks;
  for (const std::string& line : lines)
    for (SweepBlock& part : remaining(block_from(line, sweep.extent), sweep.folder.blocks()))
      blocks.push_back(std::move(part));
  return blocks;
}

void tell_share(const WorkArguments& arguments, std::size_t blocks, std::size_t failed) {
  if (arguments.json)
    return print(nlohmann::ordered_json{{"folder", arguments.folder},
                                        {"task", arguments.task},
                                        {"blocks", blocks},
                                        {"failed_worlds", failed}}
                     .dump(2) +
                 "\n");
  if (arguments.quiet) return;
  print(fmt::format(
      "task {}: {}\n", arguments.task,
      blocks == 0 ? "nothing is missing" : counted(std::int64_t(blocks), "block") + " done"));
}

ExitCode work_on_share(OpenSweep& sweep, const WorkArguments& arguments) {
  const EvenList list(arguments.list);
  sweep.folder.take_attempts(arguments.name);
  const auto blocks =
      missing_of(sweep, list.lines(arguments.task * arguments.each, arguments.each));
  std::size_t failed = 0;
  if (!blocks.empty()) {
    sweep.folder.join(arguments.name);
    failed = simulate(sweep, blocks, arguments, to_go_on(arguments)).failed_worlds;
  }
  tell_share(arguments, blocks.size(), failed);
  return failed == 0 ? ExitCode::ok : ExitCode::check_failed;
}

// Lines up to an empty one or the end.
std::vector<std::string> next_batch(std::istream& in) {
  std::vector<std::string> lines;
  for (std::string line; std::getline(in, line) && !line.empty();) lines.push_back(line);
  return lines;
}

// Each batch is run, and its lines are given back when all of it is published.
ExitCode work_on_input(OpenSweep& sweep, const WorkArguments& arguments) {
  std::size_t failed = 0;
  bool joined = false;
  while (std::cin) {
    const auto lines = next_batch(std::cin);
    if (lines.empty()) continue;
    std::vector<SweepBlock> blocks;
    for (const std::string& line : lines) blocks.push_back(block_from(line, sweep.extent));
    if (!joined) sweep.folder.join(arguments.name.empty() ? own_name() : arguments.name);
    joined = true;
    failed += simulate(sweep, blocks, arguments, to_go_on(arguments)).failed_worlds;
    std::string answer;
    for (const std::string& line : lines) answer += line + "\n";
    print(answer);
  }
  return failed == 0 ? ExitCode::ok : ExitCode::check_failed;
}

}  // namespace

ExitCode execute(const WorkArguments& arguments) {
  if (!arguments.list.empty() && arguments.name.empty())
    throw Failure(ExitCode::usage, "--list needs --name, such as round_1/task_7");
  OpenSweep sweep(arguments.folder, SweepFolder::Use::part);
  make_scratch(arguments.scratch);
  sweep.folder.make_blocks_in(arguments.scratch);
  if (!arguments.list.empty()) return work_on_share(sweep, arguments);
  if (arguments.announce) {
    ::prctl(PR_SET_PDEATHSIG, SIGTERM);  // who started it is gone: finish what is in hand
    print(fmt::format("program {} engine {} study {}\n", program_hash(),
                      sweep.folder.basis().engine_version, sweep.folder.basis().study));
  }
  return work_on_input(sweep, arguments);
}

}  // namespace coopsim::cli
