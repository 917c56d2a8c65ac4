// SPDX-License-Identifier: Apache-2.0
// The event list against a plain sorted set: whatever is put in, it comes out in the total order.
#include "sim/kernel/event_list.hpp"

#include <cstdint>
#include <limits>
#include <set>
#include <string>
#include <vector>

#include "tests/kernel/property.hpp"

using namespace coopsim;

namespace {

struct Item {
  std::int64_t when = 0;
  std::uint64_t order = 0;
  bool dead = false;
  friend bool earlier(const Item& a, const Item& b) {
    return a.when != b.when ? a.when < b.when : a.order < b.order;
  }
};
struct Earlier {
  bool operator()(const Item& a, const Item& b) const { return earlier(a, b); }
};

constexpr std::int64_t forever = std::numeric_limits<std::int64_t>::max() / 2;
constexpr std::int64_t day = 86'400 * 8, year = 365 * day;

// Does the same to an event list and to a set, and compares what they give.
class Pair {
 public:
  void push(std::int64_t when, std::uint64_t tie) {
    const Item item{when, tie << 32 | ++pushed_, false};
    list_.push(item);
    reference_.insert(item);
  }
  void take_before(std::int64_t limit) {
    const EventPlace place = list_.take_before(limit);
    if (reference_.empty() || reference_.begin()->when >= limit) {
      if (place != no_event) wrong_ = "gave an entry that is not there, or not before the limit";
      return;
    }
    const Item expected = *reference_.begin();
    reference_.erase(reference_.begin());
    if (place == no_event)
      wrong_ = "gave nothing";
    else if (list_[place].order != expected.order)
      wrong_ = "gave another entry than the earliest";
    now_ = expected.when;
  }
  void remove_every_third() {
    const auto dead = [](const Item& item) { return item.order % 3 == 0; };
    list_.remove_if(dead);
    std::erase_if(reference_, dead);
  }
  void take_all() {
    while (!reference_.empty() && wrong_.empty()) take_before(forever);
    if (list_.take_before(forever) != no_event) wrong_ = "is not empty";
  }
  std::int64_t now() const { return now_; }
  std::size_t size() const { return reference_.size(); }
  std::string wrong() const {
    return list_.size() != reference_.size() && wrong_.empty() ? "miscounts" : wrong_;
  }

 private:
  EventList<Item> list_;
  std::set<Item, Earlier> reference_;
  std::uint64_t pushed_ = 0;
  std::int64_t now_ = 0;
  std::string wrong_;
};

// What a model may do to time, from nothing to the age of the universe. `u`: 0 to 2^32 - 1.
struct Pattern {
  std::string name;
  std::int64_t (*next)(std::int64_t now, std::uint64_t u);
};
const std::vector<Pattern> patterns = {
    {"all at once", [](std::int64_t now, std::uint64_t) { return now; }},
    {"one second a step", [](std::int64_t now, std::uint64_t u) { return now + 8 * int(u % 2); }},
    {"within a day", [](std::int64_t now, std::uint64_t u) { return now + int(u) % day; }},
    {"whole days",
     [](std::int64_t now, std::uint64_t u) { return now - now % day + int(u % 3 + 1) * day; }},
    {"equal increments", [](std::int64_t now, std::uint64_t) { return now + day; }},
    {"months",
     [](std::int64_t now, std::uint64_t u) { return now + std::int64_t(u % (90 * day)); }},
    {"two scales",
     [](std::int64_t now, std::uint64_t u) {
       return now + std::int64_t(u % 10 == 0 ? u % (10 * year) : u % 28'800);
     }},
    {"bursts at a year's end",
     [](std::int64_t now, std::uint64_t u) {
       return now % year == 0 ? now + std::int64_t(u) % year : now - now % year + year;
     }},
    {"heavy tail",
     [](std::int64_t now, std::uint64_t u) {
       return now + std::int64_t((std::uint64_t(1) << 48) / (u + 1));
     }},
    {"across powers of two",
     [](std::int64_t now, std::uint64_t u) {
       return std::max(now, (std::int64_t(1) << (u % 50)) - std::int64_t(u >> 8) % 3);
     }},
};

std::uint64_t mix(std::uint64_t& state) {  // splitmix64 (Steele, Lea and Flood 2014)
  std::uint64_t z = (state += 0x9E37'79B9'7F4A'7C15);
  z = (z ^ (z >> 30)) * 0xBF58'476D'1CE4'E5B9;
  z = (z ^ (z >> 27)) * 0x94D0'49BB'1331'11EB;
  return z ^ (z >> 31);
}

}  // namespace

TEST_CASE("entries come out in order, in every pattern and at every size") {
  for (const Pattern& pattern : patterns)
    for (const int pending : {1, 5, 24, 25, 64, 65, 200, 3'000, 20'000}) {
      INFO(pattern.name << ", " << pending << " pending");
      Pair pair;
      std::uint64_t state = std::uint64_t(pending);
      const auto push = [&] {
        const std::uint64_t u = mix(state);
        pair.push(pattern.next(pair.now(), u & 0xFFFF'FFFF), u >> 40);
      };
      for (int i = 0; i < pending; ++i) push();
      for (int i = 0; i < 2 * pending + 2'000 && pair.wrong().empty(); ++i) {
        pair.take_before(forever);
        push();
      }
      REQUIRE(pair.wrong() == "");
      pair.take_all();
      REQUIRE(pair.wrong() == "");
    }
}

TEST_CASE("entries come out in order while the list grows, shrinks, is looked at and thinned out") {
  CHECK(holds("any mixture of patterns and steps", [] {
    std::uint64_t state = *rc::gen::arbitrary<std::uint64_t>();
    Pair pair;
    const Pattern* pattern = &patterns[0];
    for (int round = 0; round < 60; ++round) {
      if (mix(state) % 4 == 0) pattern = &patterns[mix(state) % patterns.size()];
      const std::uint64_t act = mix(state) % 8;
      const std::int64_t limit = pattern->next(pair.now(), mix(state) & 0xFFFF'FFFF);
      for (std::uint64_t steps = mix(state) % 300; steps > 0; --steps) {
        const std::uint64_t u = mix(state);
        if (act < 3 || act == 6) pair.push(pattern->next(pair.now(), u & 0xFFFF'FFFF), u >> 40);
        if (act == 3 || act == 6) pair.take_before(forever);
        if (act >= 4 && act <= 5) pair.take_before(limit);
      }
      if (act == 7) pair.remove_every_third();
      RC_ASSERT(pair.wrong() == "");
    }
    pair.take_all();
    RC_ASSERT(pair.wrong() == "");
  }));
}

TEST_CASE("what a limit held back still comes before what is put in later") {
  EventList<Item> list;
  for (int i = 0; i < 1'000; ++i) list.push({10 * year + i * day, std::uint64_t(i)});
  CHECK(list.take_before(year) == no_event);
  for (int i = 0; i < 1'000; ++i) list.push({year + i * 8, std::uint64_t(i)});
  std::int64_t last = 0;
  for (int i = 0; i < 2'000; ++i) {
    const EventPlace place = list.take_before(forever);
    REQUIRE(place != no_event);
    CHECK(list[place].when >= last);
    last = list[place].when;
  }
  CHECK(list.size() == 0);
}

TEST_CASE("a copy of an event list goes on as the original would have") {
  for (const Pattern& pattern : patterns) {
    INFO(pattern.name);
    Pair original;
    std::uint64_t state = 7;
    for (int i = 0; i < 2'000; ++i) original.push(pattern.next(0, mix(state) >> 32), i % 7u);
    for (int i = 0; i < 500; ++i) original.take_before(forever);
    Pair copy = original;
    for (int i = 0; i < 300; ++i) copy.push(pattern.next(copy.now(), mix(state) >> 32), 1);
    copy.take_all();
    original.take_all();
    CHECK(copy.wrong() == "");
    CHECK(original.wrong() == "");
  }
}
