// SPDX-License-Identifier: Apache-2.0
// What the model itself gave, as a population to draw from: the headline response of sixteen
// policies in 5,000 replications (sixteen_policies.csv, written by record_table).
#pragma once
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "tests/promises/samples.hpp"

namespace coopsim::testing {

struct RecordedTable {
  std::vector<std::string> policies;
  Rows values;  // one row a policy, one value a replication, in bp; more is better

  std::size_t replications() const { return values.front().size(); }
};

// Throws std::runtime_error where the file is no such table.
RecordedTable read_table(const std::filesystem::path& file);

// The table in another order, for study number `study`: its first n replications are n drawn
// without replacement. The same order for all policies, as common random numbers give it ...
Rows drawn_together(const RecordedTable& table, std::uint64_t study);
// ... or an order of its own for each policy, as independent random numbers would.
Rows drawn_apart(const RecordedTable& table, std::uint64_t study);

}  // namespace coopsim::testing
