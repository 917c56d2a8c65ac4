// SPDX-License-Identifier: Apache-2.0
#include "cluster/process.hpp"

#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>

extern char** environ;

namespace coopsim::cluster {
namespace {

// Both ends of a pipe; what is left open is closed.
struct Pipe {
  std::array<int, 2> ends{-1, -1};
  Pipe() {
    if (::pipe2(ends.data(), O_CLOEXEC) != 0) ends = {-1, -1};
  }
  ~Pipe() {
    close_end(0);
    close_end(1);
  }
  Pipe(const Pipe&) = delete;
  Pipe& operator=(const Pipe&) = delete;
  void close_end(std::size_t which) {
    if (ends[which] >= 0) ::close(ends[which]);
    ends[which] = -1;
  }
};

// What comes out of both, until both are closed.
void read_both(Pipe& out, Pipe& errors, Answer& answer) {
  std::array<pollfd, 2> open{pollfd{out.ends[0], POLLIN, 0}, pollfd{errors.ends[0], POLLIN, 0}};
  const std::array<std::string*, 2> into{&answer.output, &answer.errors};
  std::array<char, 4096> bytes;
  while (open[0].fd >= 0 || open[1].fd >= 0) {
    if (::poll(open.data(), open.size(), -1) < 0 && errno != EINTR) return;
    for (std::size_t i = 0; i < open.size(); ++i) {
      if (open[i].fd < 0 || open[i].revents == 0) continue;
      const auto count = ::read(open[i].fd, bytes.data(), bytes.size());
      if (count > 0) into[i]->append(bytes.data(), std::size_t(count));
      if (count == 0 || (count < 0 && errno != EINTR)) open[i].fd = -1;
    }
  }
}

}  // namespace

int code_of_status(int status) {
  return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

Answer ask(const std::vector<std::string>& words) {
  Answer answer;
  std::vector<std::string> copy = words;
  std::vector<char*> given;
  for (std::string& word : copy) given.push_back(word.data());
  given.push_back(nullptr);
  Pipe out, errors;
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
  posix_spawn_file_actions_adddup2(&actions, out.ends[1], STDOUT_FILENO);
  posix_spawn_file_actions_adddup2(&actions, errors.ends[1], STDERR_FILENO);
  pid_t process = 0;
  answer.started =
      ::posix_spawnp(&process, given[0], &actions, nullptr, given.data(), environ) == 0;
  posix_spawn_file_actions_destroy(&actions);
  out.close_end(1);
  errors.close_end(1);
  if (!answer.started) return answer;
  read_both(out, errors, answer);
  int status = 0;
  while (::waitpid(process, &status, 0) < 0 && errno == EINTR) continue;
  answer.code = code_of_status(status);
  return answer;
}

}  // namespace coopsim::cluster
