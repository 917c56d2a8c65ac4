// SPDX-License-Identifier: Apache-2.0
#include "policies/lever_values.hpp"

#include <algorithm>
#include <cmath>

namespace coopsim {

AccountChoice AccountChoice::named(std::string_view text) {
  const auto found = accounts_named(text);
  return {{found.begin(), found.end()}, std::string(text)};
}

std::string Weights::problem() const {
  std::int64_t sum = 0;
  for (auto part = parts.begin(); part != parts.end(); ++part) {
    const std::string id(id_of(part->first));
    if (part->first == Account::head_office) return "the head office is not a unit programme";
    if (!(part->second >= 0 && part->second <= 1e6)) return id + " is not within 0 to 1000000";
    const auto again = std::find_if(std::next(part), parts.end(),
                                    [&](const auto& other) { return other.first == part->first; });
    if (again != parts.end()) return id + " occurs twice";
    sum += of(part->first);
  }
  return sum > 0 ? "" : "the weights sum to zero";
}

std::int64_t Weights::of(Account account) const {
  for (const auto& [member, weight] : parts)
    if (member == account) return static_cast<std::int64_t>(std::round(weight * 1e9));
  return 0;
}

}  // namespace coopsim
