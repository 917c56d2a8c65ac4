// SPDX-License-Identifier: Apache-2.0
// Best first: a binary heap whose places are known, so that one may leave from anywhere.
// Part of WaitingLine (waiting_line.hpp).
#pragma once
#include <cstdint>
#include <stdexcept>
#include <utility>
#include <vector>

namespace coopsim::detail {

// Node: default-constructible, with `goes_before(const Node&, const Node&)`, a strict total order.
template <class Node>
class ScoreLine {
 public:
  std::size_t size() const { return heap_.size(); }

  // Returns the slot by which the node is found, below 2^24, until it leaves.
  std::uint32_t push(const Node& node) {
    const std::uint32_t slot = new_slot();
    nodes_[slot] = node;
    heap_.push_back(slot);
    rise(heap_.size() - 1);
    return slot;
  }

  // REQUIRES: size() > 0.
  const Node& front() const { return nodes_[heap_.front()]; }
  Node pop() {
    Node best = nodes_[heap_.front()];
    remove(heap_.front());
    return best;
  }

  // REQUIRES where used: the slot was given by push and its node has not left.
  Node& operator[](std::uint32_t slot) { return nodes_[slot]; }
  bool has(std::uint32_t slot) const { return slot < place_.size() && place_[slot] != nowhere; }

  void remove(std::uint32_t slot) {
    const std::size_t at = place_[slot];
    place_[slot] = nowhere;
    free_.push_back(slot);
    const std::uint32_t last = heap_.back();
    heap_.pop_back();
    if (last == slot) return;
    put(at, last);
    rise(at);
    sink(place_[last]);
  }

  void clear() {
    while (!heap_.empty()) remove(heap_.back());
  }

 private:
  static constexpr std::size_t nowhere = ~std::size_t(0);

  bool before(std::uint32_t a, std::uint32_t b) const { return goes_before(nodes_[a], nodes_[b]); }
  void put(std::size_t at, std::uint32_t slot) {
    heap_[at] = slot;
    place_[slot] = at;
  }
  void rise(std::size_t at) {
    const std::uint32_t slot = heap_[at];
    while (at > 0 && before(slot, heap_[(at - 1) / 2])) {
      put(at, heap_[(at - 1) / 2]);
      at = (at - 1) / 2;
    }
    put(at, slot);
  }
  void sink(std::size_t at) {
    const std::uint32_t slot = heap_[at];
    for (std::size_t child; (child = 2 * at + 1) < heap_.size(); at = child) {
      if (child + 1 < heap_.size() && before(heap_[child + 1], heap_[child])) ++child;
      if (!before(heap_[child], slot)) break;
      put(at, heap_[child]);
    }
    put(at, slot);
  }

  std::uint32_t new_slot() {
    if (free_.empty()) {
      if (nodes_.size() == std::size_t(1) << 24) throw std::length_error("a line is too long");
      nodes_.emplace_back();
      place_.push_back(nowhere);
      return static_cast<std::uint32_t>(nodes_.size() - 1);
    }
    const std::uint32_t slot = free_.back();
    free_.pop_back();
    return slot;
  }

  std::vector<Node> nodes_;          // by slot
  std::vector<std::size_t> place_;   // by slot: where in the heap
  std::vector<std::uint32_t> heap_;  // slots
  std::vector<std::uint32_t> free_;  // slots to use again
};

}  // namespace coopsim::detail
