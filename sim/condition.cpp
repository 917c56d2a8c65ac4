// SPDX-License-Identifier: Apache-2.0
#include "sim/condition.hpp"

#include <cmath>

namespace coopsim {
namespace {

const Metric* metric_named(std::string_view id) {
  for (const Metric& metric : metrics())
    if (metric.id == id) return &metric;
  return nullptr;
}

// Effects are differences to a world that nobody lives in, and so is what they are part of.
bool observable(const Metric& metric) {
  for (const char* hidden :
       {"_effect", "without_programme", "import_substitution", "programme_share"})
    if (metric.id.find(hidden) != metric.id.npos) return false;
  return true;
}

bool find_cell(const Metric& metric, std::string_view id, WatchedResponse& found) {
  for (const Split split : metric.splits) {
    const auto cells = split_names(split);
    for (std::size_t i = 0; i < cells.size(); ++i)
      if (cells[i].id == id) {
        found.split = split;
        found.cell = i;
        return true;
      }
  }
  return false;
}

}  // namespace

WatchedResponse WatchedResponse::named(std::string_view text, std::string* problem) {
  const auto fail = [&](std::string what) {
    if (problem) *problem = std::move(what);
    return WatchedResponse{};
  };
  const std::size_t dot = text.find('.');
  const Metric* metric = metric_named(text.substr(0, dot));
  if (!metric) return fail("no such response");
  if (!observable(*metric))
    return fail("is measured against the world without programme, which nobody can observe");
  WatchedResponse found{std::string(text), metric->id, Split::whole, 0};
  if (dot != text.npos && !find_cell(*metric, text.substr(dot + 1), found))
    return fail("has no part of that name");
  return found;
}

bool Condition::acts(double value, bool acts_now, Time decided) const {
  if (std::isnan(value)) return acts_now;
  const double slack = acts_now ? margin : 0.0;
  const auto holds = [&](const Path<double>& bound, double sign) {
    if (bound.steps.empty()) return true;
    return decided >= bound.steps.front().from && sign * (value - bound.at(decided)) >= -slack;
  };
  return holds(at_least, 1) && holds(at_most, -1);
}

}  // namespace coopsim
