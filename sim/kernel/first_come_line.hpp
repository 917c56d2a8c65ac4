// SPDX-License-Identifier: Apache-2.0
// First come, first served: a ring buffer. Part of WaitingLine (waiting_line.hpp).
//
// Who withdraws leaves a gap that is skipped later; the ring is closed up when most of it is gaps,
// so memory follows the longest line and not the number of those who left.
#pragma once
#include <algorithm>
#include <cstdint>
#include <utility>
#include <vector>

namespace coopsim::detail {

// Node: default-constructible, with `std::uint64_t order`.
template <class Node>
class FirstComeLine {
 public:
  std::size_t size() const { return size_ - gaps_; }

  // REQUIRES: an order above all before.
  void push(const Node& node) {
    if (size_ == ring_.size()) grow();
    ring_[place(size_++)] = {node, true};
  }

  // REQUIRES: size() > 0. The first of the ring is never a gap.
  const Node& front() const { return ring_[head_].node; }
  Node pop() {
    Node node = std::move(ring_[head_].node);
    drop_first();
    skip_gaps();
    return node;
  }

  // Null if not there.
  Node* find(std::uint64_t order) {
    Link* link = locate(order);
    return link != nullptr && link->waits ? &link->node : nullptr;
  }

  // REQUIRES: find(order) is not null.
  void remove(std::uint64_t order) {
    locate(order)->waits = false;
    ++gaps_;
    skip_gaps();
    if (gaps_ > 16 && gaps_ > size_ / 2) close_up();
  }

  void clear() { head_ = size_ = gaps_ = 0; }

 private:
  struct Link {
    Node node{};
    bool waits = false;
  };

  std::size_t place(std::size_t nth) const { return (head_ + nth) & (ring_.size() - 1); }
  Link& link(std::size_t nth) { return ring_[place(nth)]; }

  void drop_first() {
    head_ = place(1);
    --size_;
  }
  void skip_gaps() {
    while (gaps_ > 0 && size_ > 0 && !ring_[head_].waits) {
      drop_first();
      --gaps_;
    }
  }

  // At once if nobody between was closed up or joined another line; else by halving.
  Link* locate(std::uint64_t order) {
    if (size_ == 0 || order < front().order) return nullptr;
    std::size_t high = std::min<std::uint64_t>(order - front().order, size_ - 1);
    if (link(high).node.order == order) return &link(high);
    std::size_t low = 0;
    while (low < high) {
      const std::size_t middle = low + (high - low) / 2;
      if (link(middle).node.order < order)
        low = middle + 1;
      else
        high = middle;
    }
    return link(low).node.order == order ? &link(low) : nullptr;
  }

  void close_up() {
    std::size_t kept = 0;
    for (std::size_t nth = 0; nth < size_; ++nth)
      if (link(nth).waits) {
        if (kept != nth) link(kept) = std::move(link(nth));
        ++kept;
      }
    size_ = kept;
    gaps_ = 0;
  }

  void grow() {
    std::vector<Link> larger(ring_.empty() ? 16 : 2 * ring_.size());
    for (std::size_t nth = 0; nth < size_; ++nth) larger[nth] = std::move(link(nth));
    ring_ = std::move(larger);
    head_ = 0;
  }

  std::vector<Link> ring_;  // its size is a power of two
  std::size_t head_ = 0;
  std::size_t size_ = 0;  // gaps included
  std::size_t gaps_ = 0;
};

}  // namespace coopsim::detail
