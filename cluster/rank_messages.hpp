// SPDX-License-Identifier: Apache-2.0
// Short texts between the ranks of an MPI job. The only place that knows MPI.
#pragma once
#include <optional>
#include <string>
#include <vector>

namespace coopsim::cluster {

enum class Subject : int { ready, lost, closed, batch, close, end };

struct Message {
  int from = 0;
  Subject subject = Subject::ready;
  std::string text;
};

class RankMessages {
 public:
  RankMessages(int* words, char*** given);  // begins MPI
  ~RankMessages();                          // ends it, together with all others
  RankMessages(const RankMessages&) = delete;
  RankMessages& operator=(const RankMessages&) = delete;

  int rank() const { return rank_; }
  int ranks() const { return ranks_; }

  // To itself as well. Does not wait for its receiver.
  void send(int to, Subject subject, const std::string& text);
  std::optional<Message> next();  // does not wait

  // What every rank says, in their order, on all of them.
  std::vector<std::string> everybodys(const std::string& own) const;

 private:
  struct Sent;
  int rank_ = 0, ranks_ = 1;
  std::vector<Message> to_itself_;
  std::vector<Sent*> on_the_way_;
};

}  // namespace coopsim::cluster
