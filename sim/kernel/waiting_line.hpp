// SPDX-License-Identifier: Apache-2.0
// Those who wait, and who of them is served next.
//
// Order, in full: by priority class (0 first); then, first come: who joined first; by score or
// lottery: highest score, then entity, then who joined first. So a score decides alike in whatever
// order different entities joined. For a lottery the score is an addressed draw of the entity.
//
// Impatience: join returns a handle for the event that ends the patience; there, withdraw(handle)
// takes the one who waits out of the line, and is empty if already served. To cancel that event
// when service begins, keep its ticket in the item: find(handle)->patience = ticket.
//
// A line is a value. Joining, leaving at the front and withdrawing cost O(1) first come (O(log n)
// to find one among gaps), O(log n) by score; nothing is allocated once it was as long before.
// It keeps no statistics: see tally.hpp. `Waiting::since` is what a waiting time needs.
#pragma once
#include <concepts>
#include <cstdint>
#include <optional>
#include <stdexcept>
#include <utility>
#include <vector>

#include "sim/kernel/entity.hpp"
#include "sim/kernel/first_come_line.hpp"
#include "sim/kernel/score_line.hpp"
#include "sim/kernel/time.hpp"

namespace coopsim {

enum class Discipline : std::uint8_t { first_come, score, lottery };

// Names one who waits. It outlives the waiting harmlessly, and fits into an event.
struct WaitingHandle {
  std::uint64_t bits = 0;  // order of joining 40 | class or slot 24; 0: nobody
  friend bool operator==(WaitingHandle, WaitingHandle) = default;
};

template <class Item>
struct Waiting {
  Item item{};
  EntityId who;
  Time since;
  double score = 0.0;
  std::uint8_t priority = 0;
};

template <std::copyable Item>
requires std::default_initializable<Item>
class WaitingLine {
 public:
  explicit WaitingLine(Discipline discipline = Discipline::first_come)
      : by_score_(discipline != Discipline::first_come), classes_(1) {}

  // REQUIRES: a score that is a number (std::invalid_argument if not). First come ignores it.
  WaitingHandle join(const Item& item, EntityId who, Time now, double score = 0.0,
                     std::uint8_t priority = 0) {
    if (by_score_ && score != score) throw std::invalid_argument("a waiting score is not a number");
    if (priority >= classes_.size()) classes_.resize(priority + std::size_t(1));
    const Node node{{item, who, now, score, priority}, joined_ + 1};
    std::uint64_t place = priority;
    if (by_score_)
      place = scored_.push(node);
    else
      classes_[priority].push(node);
    ++size_;
    return {++joined_ << 24 | place};
  }

  std::size_t size() const { return size_; }
  bool empty() const { return size_ == 0; }

  // Who is served next. REQUIRES: not empty.
  const Waiting<Item>& front() const {
    return by_score_ ? scored_.front().waiting : classes_[first_class()].front().waiting;
  }
  Waiting<Item> pop() {
    --size_;
    return by_score_ ? scored_.pop().waiting : classes_[first_class()].pop().waiting;
  }

  // What waits under the handle, to look at or to change; null if it no longer waits.
  Item* find(WaitingHandle handle) {
    Node* node = locate(handle);
    return node == nullptr ? nullptr : &node->waiting.item;
  }

  // Leaves the line without service; empty if it no longer waits.
  std::optional<Waiting<Item>> withdraw(WaitingHandle handle) {
    const Node* node = locate(handle);
    if (node == nullptr) return std::nullopt;
    std::optional<Waiting<Item>> left = node->waiting;
    if (by_score_)
      scored_.remove(place(handle));
    else
      classes_[place(handle)].remove(handle.bits >> 24);
    --size_;
    return left;
  }

  // Everyone leaves; handles stay void.
  void clear() {
    for (auto& each : classes_) each.clear();
    scored_.clear();
    size_ = 0;
  }

 private:
  struct Node {
    Waiting<Item> waiting;
    std::uint64_t order = 0;  // of joining

    friend bool goes_before(const Node& a, const Node& b) {
      if (a.waiting.priority != b.waiting.priority) return a.waiting.priority < b.waiting.priority;
      if (a.waiting.score != b.waiting.score) return a.waiting.score > b.waiting.score;
      if (a.waiting.who != b.waiting.who) return a.waiting.who < b.waiting.who;
      return a.order < b.order;
    }
  };
  using FirstCome = detail::FirstComeLine<Node>;

  static std::uint32_t place(WaitingHandle handle) { return handle.bits & 0xFF'FFFF; }

  std::size_t first_class() const {
    std::size_t first = 0;
    while (classes_[first].size() == 0) ++first;
    return first;
  }

  Node* locate(WaitingHandle handle) {
    const std::uint64_t order = handle.bits >> 24;
    const std::uint32_t at = place(handle);
    if (!by_score_) return at < classes_.size() ? classes_[at].find(order) : nullptr;
    return scored_.has(at) && scored_[at].order == order ? &scored_[at] : nullptr;
  }

  bool by_score_;
  std::size_t size_ = 0;
  std::uint64_t joined_ = 0;
  std::vector<FirstCome> classes_;  // by priority class
  detail::ScoreLine<Node> scored_;
};

}  // namespace coopsim
