// SPDX-License-Identifier: Apache-2.0
#include "sim/kernel/waiting_line.hpp"

#include <algorithm>
#include <cmath>
#include <stdexcept>
#include <string>
#include <vector>

#include "tests/kernel/property.hpp"

using namespace coopsim;

namespace {

Time after(std::int64_t seconds) { return date(2007, 1, 1) + Duration(seconds); }
EntityId firm(unsigned slot) { return entity(1, slot); }

template <class Line>
std::vector<int> drain(Line line) {  // a copy: the line itself stays
  std::vector<int> items;
  while (!line.empty()) items.push_back(line.pop().item);
  return items;
}

// The same order by brute force: an oracle for any discipline.
class PlainLine {
 public:
  explicit PlainLine(Discipline discipline) : by_score_(discipline != Discipline::first_come) {}
  void join(int item, EntityId who, double score, std::uint8_t priority) {
    all_.push_back({item, who, score, priority});
  }
  int pop() {
    const auto next =
        std::min_element(all_.begin(), all_.end(), [this](const One& a, const One& b) {
          if (a.priority != b.priority) return a.priority < b.priority;
          if (!by_score_) return false;  // the first of equals: who joined first
          if (a.score != b.score) return a.score > b.score;
          return a.who < b.who;
        });
    const int item = next->item;
    all_.erase(next);
    return item;
  }
  bool withdraw(int item) {
    return std::erase_if(all_, [item](const One& one) { return one.item == item; }) > 0;
  }
  std::size_t size() const { return all_.size(); }

 private:
  struct One {
    int item;
    EntityId who;
    double score;
    std::uint8_t priority;
  };
  bool by_score_;
  std::vector<One> all_;
};

}  // namespace

TEST_CASE("first come, first served; what waits keeps who, since when and in which class") {
  WaitingLine<int> line;
  line.join(10, firm(3), after(1));
  line.join(11, firm(1), after(2), 99.0);
  CHECK(line.size() == 2);
  CHECK(line.front().item == 10);
  const Waiting<int> first = line.pop();
  CHECK(first.item == 10);
  CHECK(first.who == firm(3));
  CHECK(first.since == after(1));
  CHECK(line.pop().item == 11);
  CHECK(line.empty());
}

TEST_CASE("the highest score is served first, ties by entity, then by joining") {
  WaitingLine<int> line(Discipline::score);
  line.join(1, firm(9), after(0), 0.5);
  line.join(2, firm(7), after(1), 0.7);
  line.join(3, firm(4), after(2), 0.5);
  line.join(4, firm(4), after(3), 0.5);
  line.join(5, firm(2), after(4), -0.0);
  line.join(6, firm(1), after(5), 0.0);
  CHECK(drain(line) == std::vector<int>{2, 3, 4, 1, 6, 5});
}

TEST_CASE("priority classes go before any score and any time") {
  for (const Discipline discipline :
       {Discipline::first_come, Discipline::score, Discipline::lottery}) {
    WaitingLine<int> line(discipline);
    line.join(1, firm(1), after(0), 0.9, 2);
    line.join(2, firm(2), after(1), 0.8, 0);
    line.join(3, firm(3), after(2), 0.7, 1);
    line.join(4, firm(4), after(3), 0.6, 0);
    CHECK(drain(line) == std::vector<int>{2, 4, 3, 1});
  }
}

TEST_CASE("by score, the order of joining of different entities does not matter") {
  CHECK(holds("any scores, any two orders", [] {
    std::vector<int> scores = *rc::gen::container<std::vector<int>>(rc::gen::inRange(0, 5));
    std::vector<std::size_t> shuffled(scores.size());
    for (std::size_t i = 0; i < shuffled.size(); ++i) shuffled[i] = i;
    for (std::size_t i = shuffled.size(); i > 1; --i)
      std::swap(shuffled[i - 1], shuffled[*rc::gen::inRange<std::size_t>(0, i)]);
    WaitingLine<int> straight(Discipline::lottery), mixed(Discipline::lottery);
    for (std::size_t i = 0; i < scores.size(); ++i) {
      straight.join(int(i), firm(unsigned(i)), after(0), scores[i]);
      mixed.join(int(shuffled[i]), firm(unsigned(shuffled[i])), after(0), scores[shuffled[i]]);
    }
    RC_ASSERT(drain(straight) == drain(mixed));
  }));
}

TEST_CASE("who loses patience leaves from anywhere, once") {
  for (const Discipline discipline : {Discipline::first_come, Discipline::score}) {
    WaitingLine<int> line(discipline);
    std::vector<WaitingHandle> handles;
    for (int i = 0; i < 6; ++i)
      handles.push_back(line.join(i, firm(unsigned(i)), after(i), -double(i)));
    CHECK(line.withdraw(handles[0])->item == 0);  // first
    CHECK(line.withdraw(handles[3])->since == after(3));
    CHECK(line.withdraw(handles[5])->who == firm(5));  // last
    CHECK_FALSE(line.withdraw(handles[3]).has_value());
    CHECK_FALSE(line.withdraw(WaitingHandle{}).has_value());
    CHECK(drain(line) == std::vector<int>{1, 2, 4});
    CHECK(line.pop().item == 1);
    CHECK_FALSE(line.withdraw(handles[1]).has_value());  // already served
    CHECK(line.size() == 2);
  }
}

TEST_CASE("a handle never finds another who came later into the same place") {
  for (const Discipline discipline : {Discipline::first_come, Discipline::score}) {
    WaitingLine<int> line(discipline);
    const WaitingHandle old = line.join(1, firm(1), after(0));
    line.pop();
    const WaitingHandle fresh = line.join(2, firm(1), after(1));
    CHECK_FALSE(old == fresh);
    CHECK(line.find(old) == nullptr);
    CHECK(*line.find(fresh) == 2);
    line.clear();
    CHECK(line.find(fresh) == nullptr);
    CHECK(line.empty());
    line.join(3, firm(1), after(2));
    CHECK(line.find(fresh) == nullptr);
  }
}

TEST_CASE("the item of one who waits can be changed: the ticket of its patience") {
  struct Customer {
    int number = 0;
    std::uint64_t patience = 0;
  };
  WaitingLine<Customer> line;
  const WaitingHandle handle = line.join({7, 0}, firm(7), after(0));
  line.find(handle)->patience = 1234;
  CHECK(line.pop().item.patience == 1234);
}

TEST_CASE("any mixture of joining, serving and withdrawing keeps the stated order") {
  for (const Discipline discipline : {Discipline::first_come, Discipline::score}) {
    CHECK(holds("against a plain list", [discipline] {
      WaitingLine<int> line(discipline);
      PlainLine plain(discipline);
      std::vector<WaitingHandle> handles;
      const auto choices = *rc::gen::resize(
          400, rc::gen::container<std::vector<unsigned>>(rc::gen::inRange(0u, 1000u)));
      for (const unsigned choice : choices) {
        const int next = int(handles.size());
        if (choice % 5 < 3) {
          const auto priority = std::uint8_t(choice / 5 % 2);
          const double score = choice / 10 % 7;
          handles.push_back(line.join(next, firm(choice), after(next), score, priority));
          plain.join(next, firm(choice), score, priority);
        } else if (choice % 5 == 3 && !line.empty()) {
          RC_ASSERT(line.pop().item == plain.pop());
        } else if (next > 0) {
          const std::size_t who = choice % std::size_t(next);
          RC_ASSERT(line.withdraw(handles[who]).has_value() == plain.withdraw(int(who)));
        }
        RC_ASSERT(line.size() == plain.size());
      }
      const WaitingLine<int> copy = line;
      while (!line.empty()) RC_ASSERT(line.pop().item == plain.pop());
      RC_ASSERT(copy.size() == drain(copy).size());
    }));
  }
}

TEST_CASE("a line whose first never leaves does not grow with those who give up") {
  // 100,000 withdraw behind one who stays: found again wherever the gaps were closed up.
  WaitingLine<int> line;
  const WaitingHandle first = line.join(-1, firm(0), after(0));
  std::vector<WaitingHandle> waiting;
  for (int i = 0; i < 100'000; ++i) {
    waiting.push_back(line.join(i, firm(1), after(i)));
    if (waiting.size() > 10) {
      REQUIRE(line.withdraw(waiting[waiting.size() - 7]).has_value());
      waiting.erase(waiting.end() - 7);
    }
  }
  CHECK(line.size() == 11);
  CHECK(line.find(first) != nullptr);
  for (const WaitingHandle each : waiting) CHECK(line.find(each) != nullptr);
}

TEST_CASE("a copied line goes on alike, by itself") {
  WaitingLine<std::string> line(Discipline::score);
  line.join("a", firm(1), after(0), 1);
  const WaitingHandle b = line.join("b", firm(2), after(0), 2);
  WaitingLine<std::string> copy = line;
  CHECK(copy.join("c", firm(3), after(1), 3) == line.join("c", firm(3), after(1), 3));
  CHECK(copy.withdraw(b)->item == "b");
  CHECK(line.size() == 3);
  CHECK(copy.pop().item == "c");
  CHECK(copy.pop().item == "a");
  CHECK(line.pop().item == "c");
  CHECK(line.pop().item == "b");
}

TEST_CASE("a score that is not a number is refused and nobody joins") {
  WaitingLine<int> line(Discipline::lottery);
  CHECK_THROWS_AS(line.join(1, firm(1), after(0), std::nan("")), std::invalid_argument);
  CHECK(line.empty());
}
