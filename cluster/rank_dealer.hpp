// SPDX-License-Identifier: Apache-2.0
// Rank 0's list: deals blocks out to whoever is ready. Large batches first, so that a rank's cores
// never wait between blocks, then smaller ones, so that all end at about the same time.
#pragma once
#include <algorithm>
#include <cstddef>
#include <string>
#include <vector>

namespace coopsim::cluster {

class RankDealer {
 public:
  RankDealer(std::vector<std::string> blocks, int ranks)
      : blocks_(std::move(blocks)), states_(std::size_t(ranks)) {}

  // The lines that a rank which is ready gets next; none: it may close.
  std::vector<std::string> next(int rank) {
    State& state = states_[std::size_t(rank)];
    done_ += state.in_hand;
    const std::size_t left = blocks_.size() - dealt_;
    state.in_hand = std::min({left, most, std::max<std::size_t>(1, left / (2 * alive()))});
    const auto from = blocks_.begin() + std::ptrdiff_t(dealt_);
    dealt_ += state.in_hand;
    return {from, from + std::ptrdiff_t(state.in_hand)};
  }
  // Its worker died: what it had in hand is nobody's, as some of it may be published.
  void lose(int rank, int code) {
    State& state = states_[std::size_t(rank)];
    const bool by_itself = code > 1 && code <= 128 && code != stopped;
    if (!state.lost && code_ != stopped) code_ = by_itself && code_ == 0 ? code : stopped;
    state = {0, true, true};
  }
  void close(int rank) { states_[std::size_t(rank)].closed = true; }

  std::size_t blocks() const { return blocks_.size(); }
  std::size_t done() const { return done_; }
  int code() const { return code_; }  // 0: nobody was lost
  bool all_closed() const { return std::ranges::all_of(states_, &State::closed); }

 private:
  struct State {
    std::size_t in_hand = 0;
    bool closed = false, lost = false;
  };
  static constexpr std::size_t most = 64;
  static constexpr int stopped = 75;

  std::size_t alive() const {
    return std::max<std::size_t>(1, std::size_t(std::ranges::count(states_, false, &State::lost)));
  }

  const std::vector<std::string> blocks_;
  std::vector<State> states_;
  std::size_t dealt_ = 0, done_ = 0;
  int code_ = 0;
};

}  // namespace coopsim::cluster
