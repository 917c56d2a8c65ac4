// SPDX-License-Identifier: Apache-2.0
#include "cli/terminal.hpp"

#include <fcntl.h>
#include <fmt/core.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <cstring>

#include "cli/exit_code.hpp"

namespace coopsim::cli {
namespace {

std::string_view environment(const char* name) {
  const char* value = std::getenv(name);
  return value == nullptr ? "" : value;
}

// Writes all of `text`; gives the error number of what stopped it, 0 if nothing did.
int write_all(int descriptor, std::string_view text) {
  while (!text.empty()) {
    const ssize_t written = ::write(descriptor, text.data(), text.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) return errno;
    text.remove_prefix(static_cast<std::size_t>(written));
  }
  return 0;
}

}  // namespace

void secure_standard_streams() {
  // open() takes the lowest free number, so this ends above 2 once 0, 1 and 2 are all taken.
  int descriptor = 0;
  do descriptor = ::open("/dev/null", O_RDWR);
  while (descriptor >= 0 && descriptor <= 2);
  if (descriptor > 2) ::close(descriptor);
  std::signal(SIGPIPE, SIG_IGN);
}

void print(std::string_view text) {
  const int error = write_all(static_cast<int>(Stream::out), text);
  if (error != 0 && error != EPIPE)
    throw Failure(ExitCode::io_failed, fmt::format("standard output cannot be written: {}; any "
                                                   "result file named before is complete",
                                                   std::strerror(error)));
}

void complain(std::string_view text) { write_all(static_cast<int>(Stream::error), text); }

bool is_terminal(Stream stream) {
  const std::string_view kind = environment("TERM");
  return ::isatty(static_cast<int>(stream)) == 1 && kind != "dumb" && !kind.empty();
}

int terminal_columns(Stream stream) {
  winsize size{};
  if (::ioctl(static_cast<int>(stream), TIOCGWINSZ, &size) == 0 && size.ws_col > 0)
    return size.ws_col;
  return 80;
}

int text_columns() {
  if (!is_terminal(Stream::out)) return 120;
  return std::clamp(terminal_columns(Stream::out), 40, 120);
}

bool shows_unicode() {
  for (const char* name : {"LC_ALL", "LC_CTYPE", "LANG"}) {
    std::string locale(environment(name));
    if (locale.empty()) continue;
    std::transform(locale.begin(), locale.end(), locale.begin(),
                   [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c; });
    return locale.find("UTF-8") != std::string::npos || locale.find("UTF8") != std::string::npos;
  }
  return false;
}

std::pair<std::string, std::string> emphasis_codes(Emphasis how, Stream stream) {
  if (!is_terminal(stream) || !environment("NO_COLOR").empty()) return {};
  const int codes[] = {1, 2, 32, 31};
  return {fmt::format("\x1b[{}m", codes[static_cast<int>(how)]), "\x1b[0m"};
}

std::string emphasised(std::string_view text, Emphasis how, Stream stream) {
  const auto [on, off] = emphasis_codes(how, stream);
  return on + std::string(text) + off;
}

}  // namespace coopsim::cli
