// SPDX-License-Identifier: Apache-2.0
#include "analysis/box_peeling.hpp"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <limits>

namespace coopsim {
namespace {

constexpr double everything = std::numeric_limits<double>::infinity();

}  // namespace

bool Box::restricts(std::size_t factor) const {
  return low[factor] > -everything || high[factor] < everything;
}

bool Box::holds(std::span<const double> point) const {
  for (std::size_t i = 0; i < point.size(); ++i)
    if (point[i] < low[i] || point[i] > high[i]) return false;
  return true;
}

// One peel: what it takes off, and the box's new limit. None is possible where `removed` is 0.
struct Peeling::Step {
  std::size_t factor = 0;
  bool lower = true;
  double limit = 0;
  std::size_t removed = 0, cases = 0;
  double gain = 0;  // density won per point taken off
};

Peeling::Peeling(const FactorTable& table, const std::vector<std::size_t>& members,
                 const PeelingOptions& options)
    : table_(&table),
      sorted_(table.factors),
      members_(members.size()),
      least_(std::max(std::size_t{1},
                      std::size_t(std::ceil(options.least_mass * double(members.size()))))),
      peel_(options.peel) {
  assert(peel_ > 0 && peel_ < 1);
  for (std::size_t factor = 0; factor < table.factors; ++factor) {
    sorted_[factor] = members;
    std::ranges::stable_sort(sorted_[factor], {},
                             [&](std::size_t point) { return value(point, factor); });
  }
}

std::size_t Peeling::quantum(std::size_t points) const {
  return std::max(std::size_t{1}, std::size_t(peel_ * double(points)));
}

void Peeling::rate(Box& box, std::size_t all_cases) const {
  const auto all = double(members_), cases = double(all_cases);
  const auto inside = double(box.points), hits = double(box.cases);
  box.coverage = all_cases == 0 ? 0 : hits / cases;
  box.density = box.points == 0 ? 0 : hits / inside;
  box.mass = members_ == 0 ? 0 : inside / all;
  const double spread = inside * (all - inside) * cases * (all - cases);
  box.fit = spread > 0 ? (hits * all - inside * cases) / std::sqrt(spread) : 0;
}

Peeling::Step Peeling::step(const Orders& inside, std::size_t factor, bool lower, const Box& box,
                            const CaseFlags& is_case) const {
  const auto& order = inside[factor];
  const std::size_t points = order.size();
  Step made{factor, lower, 0, 0, 0, 0};
  if (points < 2) return made;
  const auto nth = [&](std::size_t i) { return order[lower ? i : points - 1 - i]; };
  const auto at = [&](std::size_t i) { return value(nth(i), factor); };
  std::size_t first_kept = quantum(points);
  if (at(first_kept) == at(0))
    while (first_kept < points && at(first_kept) == at(0)) ++first_kept;
  else
    while (at(first_kept - 1) == at(first_kept)) --first_kept;
  if (first_kept == points || points - first_kept < least_) return made;
  made.removed = first_kept;
  made.limit = at(first_kept);
  for (std::size_t i = 0; i < first_kept; ++i) made.cases += is_case[nth(i)];
  const double density = double(box.cases - made.cases) / double(points - made.removed);
  made.gain = (density - double(box.cases) / double(points)) / double(made.removed);
  return made;
}

Peeling::Step Peeling::best_step(const Orders& inside, const Box& box,
                                 const CaseFlags& is_case) const {
  Step best;
  for (std::size_t factor = 0; factor < inside.size(); ++factor)
    for (const bool lower : {true, false}) {
      const Step other = step(inside, factor, lower, box, is_case);
      if (other.removed > 0 && (best.removed == 0 || other.gain > best.gain)) best = other;
    }
  return best;
}

void Peeling::take(const Step& step, Orders& inside, Box& box) const {
  (step.lower ? box.low : box.high)[step.factor] = step.limit;
  box.points -= step.removed;
  box.cases -= step.cases;
  for (auto& order : inside)
    std::erase_if(order, [&](std::size_t point) {
      const double x = value(point, step.factor);
      return step.lower ? x < step.limit : x > step.limit;
    });
}

std::vector<Box> Peeling::peeled(const CaseFlags& is_case) const {
  Box box{std::vector<double>(sorted_.size(), -everything),
          std::vector<double>(sorted_.size(), everything)};
  box = measured(std::move(box), is_case);
  const std::size_t all_cases = box.cases;
  std::vector<Box> boxes{box};
  Orders inside = sorted_;
  while (box.cases > 0 && box.cases < box.points) {
    const Step best = best_step(inside, box, is_case);
    if (best.removed == 0) break;
    take(best, inside, box);
    rate(box, all_cases);
    boxes.push_back(box);
  }
  return boxes;
}

Box Peeling::measured(Box box, const CaseFlags& is_case) const {
  std::size_t all_cases = 0;
  box.points = box.cases = 0;
  if (!sorted_.empty())
    for (const std::size_t point : sorted_.front()) {
      all_cases += is_case[point];
      if (!box.holds(table_->point(point))) continue;
      ++box.points;
      box.cases += is_case[point];
    }
  rate(box, all_cases);
  return box;
}

// The box with one limit moved outwards by so many points that only this limit keeps out, and by
// those equal to the last of them; without the limit where no more are left.
Box Peeling::widened(const Box& box, std::size_t factor, bool lower, std::size_t by) const {
  Box wider = box;
  double& limit = (lower ? wider.low : wider.high)[factor];
  const double before = limit;
  limit = lower ? -everything : everything;
  std::vector<double> outside;  // the nearest first
  for (const std::size_t point : sorted_[factor]) {
    const double x = value(point, factor);
    if ((lower ? x < before : x > before) && wider.holds(table_->point(point)))
      outside.push_back(x);
  }
  if (lower) std::ranges::reverse(outside);
  if (by < outside.size() && outside[by - 1] != outside.back()) limit = outside[by - 1];
  return wider;
}

Box Peeling::pasted(Box box, const CaseFlags& is_case) const {
  while (true) {
    Box best = box;
    for (std::size_t factor = 0; factor < sorted_.size(); ++factor)
      for (const bool lower : {true, false}) {
        if (std::isinf(lower ? box.low[factor] : box.high[factor])) continue;
        for (const std::size_t by : {quantum(box.points), std::size_t{1}}) {
          Box wider = measured(widened(box, factor, lower, by), is_case);
          if (wider.fit > best.fit) best = std::move(wider);
        }
      }
    if (!(best.fit > box.fit)) return box;
    box = std::move(best);
  }
}

std::size_t best_fit(const std::vector<Box>& boxes) {
  assert(!boxes.empty());
  return std::size_t(std::ranges::max_element(boxes, {}, &Box::fit) - boxes.begin());
}

}  // namespace coopsim
