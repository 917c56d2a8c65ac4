// SPDX-License-Identifier: Apache-2.0
// Reading a foreign file where it can do no harm: a child process with a bounded address space,
// bounded time and no core dump. What it has to say comes back through a pipe.
#include <fmt/core.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <cstdint>
#include <cstdlib>
#include <new>

#include "output/content.hpp"
#include "output/inspection.hpp"
#include "output/result_check.hpp"
#include "output/result_error.hpp"

namespace coopsim {
namespace {

constexpr rlim_t memory_bytes = rlim_t(2) << 30;
constexpr rlim_t seconds_at_least = 10, bytes_a_second = 20 << 20;

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr bool bound_memory = false;  // sanitizers reserve terabytes of addresses
#elif defined(__has_feature)
#if __has_feature(address_sanitizer) || __has_feature(thread_sanitizer)
constexpr bool bound_memory = false;
#else
constexpr bool bound_memory = true;
#endif
#else
constexpr bool bound_memory = true;
#endif

void bound_process(std::uint64_t file_bytes) {
  const rlim_t seconds = seconds_at_least + file_bytes / bytes_a_second;
  const rlimit none{0, 0}, time{seconds, seconds}, memory{memory_bytes, memory_bytes};
  ::setrlimit(RLIMIT_CORE, &none);
  ::setrlimit(RLIMIT_CPU, &time);
  if (bound_memory) ::setrlimit(RLIMIT_AS, &memory);
}

void say(int into, const std::string& text) {
  std::size_t said = 0;
  while (said < text.size()) {
    const auto count = ::write(into, text.data() + said, text.size() - said);
    if (count < 0 && errno != EINTR) return;
    if (count > 0) said += std::size_t(count);
  }
}

// Never returns. First byte of what it says: the exit code of the fault; nothing if all is well.
[[noreturn]] void child(const std::filesystem::path& file, int into) {
  int outcome = 1;
  try {
    h5::Opened opened = h5::open_to_read(file);
    bound_process(opened.bytes);
    checksums(opened.file, h5::inspect(opened.file, opened.bytes));
    outcome = 0;
  } catch (const ResultError& error) {
    say(into, char(error.exit_code()) + std::string(error.what()));
  } catch (const std::exception& error) {
    say(into, char(ResultFault::bad_data) +
                  fmt::format("{}: cannot be read ({})", file.string(), error.what()));
  }
  ::_exit(outcome);
}

std::string hear(int from) {
  std::string text;
  char part[4096];
  for (;;) {
    const auto count = ::read(from, part, sizeof part);
    if (count < 0 && errno == EINTR) continue;
    if (count <= 0) return text;
    text.append(part, std::size_t(count));
  }
}

}  // namespace

void read_in_isolation(const std::filesystem::path& file) {
  int ends[2];
  if (::pipe(ends) != 0) throw ResultError(ResultFault::io, "no pipe could be made");
  const pid_t process = ::fork();
  if (process < 0) throw ResultError(ResultFault::io, "no process could be started");
  if (process == 0) {
    ::close(ends[0]);
    child(file, ends[1]);
  }
  ::close(ends[1]);
  const std::string heard = hear(ends[0]);
  ::close(ends[0]);
  int status = 0;
  while (::waitpid(process, &status, 0) < 0 && errno == EINTR) continue;
  if (!heard.empty()) throw ResultError(static_cast<ResultFault>(heard.front()), heard.substr(1));
  if (!WIFEXITED(status) || WEXITSTATUS(status) != 0)
    throw ResultError(ResultFault::bad_data,
                      fmt::format("{}: is damaged in a way that stops HDF5 itself (signal {})",
                                  file.string(), WIFSIGNALED(status) ? WTERMSIG(status) : 0));
}

}  // namespace coopsim
