// SPDX-License-Identifier: Apache-2.0
#include "cluster/rank_worker.hpp"

#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <csignal>
#include <string_view>

#include "cluster/process.hpp"

extern char** environ;

namespace coopsim::cluster {

RankWorker::RankWorker(const std::vector<std::string>& words) {
  std::array<int, 2> to{-1, -1}, from{-1, -1};
  if (::pipe2(to.data(), O_CLOEXEC) != 0) return;
  if (::pipe2(from.data(), O_CLOEXEC) != 0) {
    ::close(to[0]);
    ::close(to[1]);
    return;
  }
  std::vector<std::string> copy = words;
  std::vector<char*> given;
  for (std::string& word : copy) given.push_back(word.data());
  given.push_back(nullptr);
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_adddup2(&actions, to[0], STDIN_FILENO);
  posix_spawn_file_actions_adddup2(&actions, from[1], STDOUT_FILENO);
  if (::posix_spawn(&process_, given[0], &actions, nullptr, given.data(), environ) != 0)
    process_ = -1;
  posix_spawn_file_actions_destroy(&actions);
  ::close(to[0]);
  ::close(from[1]);
  in_ = to[1];
  out_ = from[0];
}

RankWorker::~RankWorker() {
  if (in_ >= 0) ::close(in_);
  if (out_ >= 0) ::close(out_);
}

void RankWorker::notice_end() {
  int status = 0;
  while (::waitpid(process_, &status, 0) < 0 && errno == EINTR) continue;
  code_ = code_of_status(status);
  process_ = -1;
}

std::vector<std::string> RankWorker::lines(int milliseconds) {
  std::vector<std::string> all;
  pollfd waiting{ended() ? -1 : out_, POLLIN, 0};
  if (::poll(&waiting, 1, milliseconds) <= 0 || waiting.revents == 0) return all;
  std::array<char, 65536> bytes;
  const auto count = ::read(out_, bytes.data(), bytes.size());
  if (count == 0) notice_end();
  if (count <= 0) return all;
  rest_.append(bytes.data(), std::size_t(count));
  for (std::size_t end; (end = rest_.find('\n')) != std::string::npos;) {
    all.push_back(rest_.substr(0, end));
    rest_.erase(0, end + 1);
  }
  return all;
}

void RankWorker::give(const std::string& batch) {
  std::string_view rest = batch;
  while (!rest.empty() && in_ >= 0) {
    const auto count = ::write(in_, rest.data(), rest.size());
    if (count < 0 && errno != EINTR) return;
    if (count > 0) rest.remove_prefix(std::size_t(count));
  }
}

void RankWorker::ask_to_stop() {
  if (!ended()) ::kill(process_, SIGTERM);
}

int RankWorker::close() {
  if (in_ >= 0) ::close(in_);
  in_ = -1;
  while (!ended()) lines(-1);
  return code_;
}

}  // namespace coopsim::cluster
