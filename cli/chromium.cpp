// SPDX-License-Identifier: Apache-2.0
#include "cli/chromium.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cstdlib>
#include <fstream>
#include <string>
#include <string_view>
#include <vector>

#include "cli/exit_code.hpp"
#include "cli/report_page.hpp"
#include "scenarios/text.hpp"

extern char** environ;

namespace coopsim::cli {
namespace {

// The first of these names that is a program on the PATH; empty if none is.
std::filesystem::path chromium() {
  constexpr std::array names = {"chromium", "chromium-browser", "google-chrome"};
  const char* const path = std::getenv("PATH");
  std::string_view rest = path ? path : "";
  while (!rest.empty()) {
    const std::size_t end = rest.find(':');
    const std::filesystem::path folder(rest.substr(0, end));
    for (const char* const name : names)
      if (::access((folder / name).c_str(), X_OK) == 0) return folder / name;
    rest = end == std::string_view::npos ? "" : rest.substr(end + 1);
  }
  return {};
}

// A folder for what Chromium wants to keep, removed at the end.
class ScratchFolder {
 public:
  ScratchFolder() {
    std::string name = (std::filesystem::temp_directory_path() / "coopsim-XXXXXX").string();
    if (!::mkdtemp(name.data()))
      throw Failure(ExitCode::io_failed, fmt::format("{} cannot be made", name));
    path_ = name;
  }
  ~ScratchFolder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
  }
  ScratchFolder(const ScratchFolder&) = delete;
  ScratchFolder& operator=(const ScratchFolder&) = delete;
  const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

// Runs it without input and output; whether it ended with 0.
bool ran(std::vector<std::string> words) {
  std::vector<char*> given;
  for (std::string& word : words) given.push_back(word.data());
  given.push_back(nullptr);
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  for (const int descriptor : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO})
    posix_spawn_file_actions_addopen(&actions, descriptor, "/dev/null", O_RDWR, 0);
  pid_t process = 0;
  const int error = ::posix_spawn(&process, given[0], &actions, nullptr, given.data(), environ);
  posix_spawn_file_actions_destroy(&actions);
  if (error != 0) return false;
  int status = 0;
  while (::waitpid(process, &status, 0) < 0)
    if (errno != EINTR) return false;
  return WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

bool is_pdf(const std::filesystem::path& file) {
  std::array<char, 5> start{};
  std::ifstream in(file, std::ios::binary);
  return in.read(start.data(), start.size()) && std::string_view(start.data(), 5) == "%PDF-";
}

}  // namespace

void print_to_pdf(const std::string& page, const std::filesystem::path& pdf) {
  const std::filesystem::path program = chromium();
  if (program.empty())
    throw Failure(ExitCode::no_input,
                  "--format pdf: there is no Chromium on the PATH; install it (Debian: apt-get "
                  "install chromium), or write the HTML and print it from any browser");
  const ScratchFolder scratch;
  const std::filesystem::path html = scratch.path() / "report.html";
  write_page(html, page);
  // The page is our own and loads nothing: its sandbox is welcome, but not needed.
  std::vector<std::string> words = {program.string(),
                                    "--headless",
                                    "--disable-gpu",
                                    "--no-first-run",
                                    "--disable-background-networking",
                                    "--disable-extensions",
                                    "--no-pdf-header-footer",
                                    "--user-data-dir=" + scratch.path().string(),
                                    "--virtual-time-budget=20000",
                                    "--print-to-pdf=" + std::filesystem::absolute(pdf).string()};
  words.push_back("file://" + html.string());
  const auto printed = [&] { return ran(words) && is_pdf(pdf); };
  bool done = ::geteuid() != 0 && printed();
  if (!done) {  // neither root nor who is in a container may have the sandbox
    words.insert(words.end() - 1, "--no-sandbox");
    done = printed();
  }
  if (!done)
    throw Failure(ExitCode::io_failed,
                  fmt::format("{} made no PDF of the report; write the HTML and print it from a "
                              "browser",
                              escaped(program.string(), 300)));
}

}  // namespace coopsim::cli
