// SPDX-License-Identifier: Apache-2.0
// When a policy acts: while a published response is inside a band, seen with the delay of the
// yearly cycle. In the budget month of year y the last published value, that of y - 1, decides
// whether the policy acts in the whole of y + 1.
#pragma once
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "sim/kernel/field.hpp"
#include "sim/metrics/metric.hpp"
#include "sim/policy.hpp"
#include "sim/values.hpp"

namespace coopsim {

// A response that a planner can see, as written: "needs_served", "training_wait.A2".
struct WatchedResponse {
  std::string text;
  std::string_view metric;  // of the table
  Split split = Split::whole;
  std::size_t cell = 0;
  friend bool operator==(const WatchedResponse&, const WatchedResponse&) = default;

  // Empty if there is no such response or cell, or nobody can observe it: then `problem` says
  // which.
  static WatchedResponse named(std::string_view text, std::string* problem = nullptr);
};

struct Condition {
  WatchedResponse metric;
  Path<double> at_least, at_most;  // not given: no bound on that side
  double margin = 0;               // of a policy that acts: it rests only beyond the band and this
  int month = 11;                  // on the first day of which it is decided

  // Whether the policy acts in the year after next to `value`'s year. A missing value changes
  // nothing. `decided` is the day of the decision, which the bounds follow; before a bound's first
  // step the policy rests.
  bool acts(double value, bool acts_now, Time decided) const;
};

constexpr auto fields(Of<Condition>) {
  using C = Condition;
  constexpr auto choice = assumption("a planner's choice");
  return FieldList{
      field("metric", &C::metric, "1", {}, {"response", "관찰 지표"},
            "the response that is watched, or one cell of it: consultations, training_wait.A2, "
            "coverage.busan; not one that is measured against another world",
            choice),
      field("at_least", &C::at_least, "1", {-1e15, 1e15}, {"at least", "하한"},
            "the policy acts while the response is not below this, in the response's unit", choice),
      field("at_most", &C::at_most, "1", {-1e15, 1e15}, {"at most", "상한"},
            "the policy acts while the response is not above this, in the response's unit", choice),
      field("margin", &C::margin, "1", {0, 1e15}, {"margin", "이력 폭"},
            "a policy that acts goes on until the response is this far outside the band; 0: no "
            "hysteresis",
            choice),
      field("month", &C::month, "month", {7, 12}, {"budget month", "예산 편성 월"},
            "the decision for the next year falls on the first of this month; the last published "
            "value is that of the year before",
            assumption("[S]: November, as the review of performance"))};
}
static_assert(declares_every_member<Condition>);

// A policy's other life: what holds while its condition does not.
struct Conditional {
  Condition condition;
  Appropriations money;
  std::vector<std::shared_ptr<const Lever>> levers;
};

}  // namespace coopsim
