// SPDX-License-Identifier: Apache-2.0
// The event list beside what a model would else be built on: same entries, same total order, same
// draws (docs/decisions.md, 37).
#include <boost/heap/d_ary_heap.hpp>
#include <boost/heap/pairing_heap.hpp>
#include <limits>
#include <queue>
#include <vector>

#include "bench/hold_benchmark.hpp"
#include "sim/kernel/event_list.hpp"

namespace coopsim::bench {
namespace {

struct Later {
  bool operator()(const Held& a, const Held& b) const { return earlier(b, a); }
};

struct Own {
  EventList<Held> list;
  void push(const Held& entry) { list.push(entry); }
  Held pop() { return list[list.take_before(std::numeric_limits<std::int64_t>::max() / 2)]; }
};

template <class Queue>
struct Adapted {
  Queue queue;
  void push(const Held& entry) { queue.push(entry); }
  Held pop() {
    const Held entry = queue.top();
    queue.pop();
    return entry;
  }
};
using Standard = Adapted<std::priority_queue<Held, std::vector<Held>, Later>>;
using DAry =
    Adapted<boost::heap::d_ary_heap<Held, boost::heap::arity<4>, boost::heap::compare<Later>>>;
using Pairing = Adapted<boost::heap::pairing_heap<Held, boost::heap::compare<Later>>>;

// No order at all, first in, first out: what the model itself costs.
struct Unordered {
  std::vector<Held> ring;
  std::size_t next = 0;
  bool full = false;
  void push(const Held& entry) {
    if (!full) {
      ring.push_back(entry);
    } else {
      ring[next] = entry;
      next = next + 1 == ring.size() ? 0 : next + 1;
    }
  }
  Held pop() {
    full = true;
    return ring[next];
  }
};

const bool registered = [] {
  register_every_size<Own>("coopsim");
  register_every_size<Standard>("std::priority_queue");
  register_every_size<DAry>("Boost.Heap d-ary 4");
  register_every_size<Pairing>("Boost.Heap pairing");
  register_every_size<Unordered>("no order");
  register_worst_cases<Own>("coopsim");
  register_worst_cases<Standard>("std::priority_queue");
  return true;
}();

}  // namespace
}  // namespace coopsim::bench
