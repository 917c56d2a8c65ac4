// SPDX-License-Identifier: Apache-2.0
// The process of a rank that simulates: coopsim work, fed through its standard input. That it is
// another process than the one that talks MPI is why a worker that dies takes nobody with it.
#pragma once
#include <sys/types.h>

#include <string>
#include <vector>

namespace coopsim::cluster {

class RankWorker {
 public:
  explicit RankWorker(const std::vector<std::string>& words);
  ~RankWorker();
  RankWorker(const RankWorker&) = delete;
  RankWorker& operator=(const RankWorker&) = delete;

  // Lines that came since, after at most `milliseconds`. Notices its end.
  std::vector<std::string> lines(int milliseconds);
  bool ended() const { return process_ <= 0; }
  int code() const { return code_; }  // as a shell counts; REQUIRES: ended()
  // A batch of lines. That it died meanwhile is seen by `ended` later.
  void give(const std::string& batch);
  void ask_to_stop();
  int close();  // its input, and waits for its end

 private:
  void notice_end();

  pid_t process_ = -1;
  int in_ = -1, out_ = -1;
  int code_ = 127;
  std::string rest_;  // of a line
};

}  // namespace coopsim::cluster
