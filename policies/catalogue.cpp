// SPDX-License-Identifier: Apache-2.0
#include "policies/catalogue.hpp"

#include <algorithm>
#include <numeric>

#include "policies/words.hpp"

namespace coopsim {
namespace {

bool repeats_an_earlier_one(std::span<const PolicyLeverPtr> levers, std::size_t i) {
  return std::any_of(levers.begin(), levers.begin() + std::ptrdiff_t(i),
                     [&](const auto& earlier) { return earlier->same_as(*levers[i]); });
}

// The first quantity that both set at the same time, as a sentence; empty if there is none.
std::string contradiction(const Edits& first, const Edits& second, Time policies_start) {
  for (const Edit& a : first)
    for (const Edit& b : second) {
      const Time from = std::max({a.from, b.from, policies_start});
      if (a.quantity == b.quantity && from < std::min(a.until, b.until))
        return a.quantity + " from " + in_words(from);
    }
  return {};
}

}  // namespace

Appropriations plan_money(const Appropriations& status_quo, const Parameters& parameters,
                          std::span<const PolicyLeverPtr> levers,
                          std::vector<LeverProblem>& problems) {
  std::vector<std::size_t> order(levers.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    return levers[a]->order() < levers[b]->order();
  });
  Funding funding(status_quo, parameters);
  for (const std::size_t i : order) {
    if (repeats_an_earlier_one(levers, i)) continue;
    levers[i]->fund(funding);
    for (auto& [what, remedy] : funding.take_problems())
      problems.push_back({i, i, std::move(what), std::move(remedy)});
  }
  return funding.money();
}

std::vector<LeverProblem> conflicts(std::span<const PolicyLeverPtr> levers,
                                    const Parameters& parameters) {
  std::vector<LeverProblem> problems;
  for (std::size_t i = 0; i < levers.size(); ++i) {
    const std::string name(levers[i]->name());
    const Edits edits = levers[i]->edits();
    const auto in_time = [&](const Edit& edit) { return edit.from < parameters.run.end; };
    if (edits.empty())
      problems.push_back({i, i, name + " sets nothing", "give its values or remove it"});
    else if (std::none_of(edits.begin(), edits.end(), in_time))
      problems.push_back(
          {i, i, name + " starts on " + in_words(edits[0].from) + ", when the scenario has ended",
           "allowed: before " + in_words(parameters.run.end)});
    for (std::size_t j = 0; j < i; ++j) {
      if (levers[j]->same_as(*levers[i])) continue;
      const auto what = contradiction(levers[j]->edits(), edits, parameters.run.policies_start);
      if (!what.empty())
        problems.push_back({i, j,
                            std::string(levers[j]->name()) + " and " + name + " both set " + what,
                            "keep one of them, or let one end before the other starts"});
    }
  }
  return problems;
}

}  // namespace coopsim
