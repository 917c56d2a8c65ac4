// SPDX-License-Identifier: Apache-2.0
// `firms.population`: the file that it names, found beside the scenario and read, or the text
// itself where a result keeps it.
#pragma once
#include <filesystem>
#include <vector>

#include "scenarios/load.hpp"
#include "scenarios/node.hpp"
#include "scenarios/problems.hpp"
#include "sim/scenario.hpp"

namespace coopsim {

// Sets the population and the count of firms, if the scenario names a population. It is looked up
// beside the file that names it, beside what that file extends, then in `installed`. A count that
// stands in the same file or in one that extends it must be the population's.
// Returns the exit code for a scenario of which nothing else is wrong: 66 not there, 77 not
// allowed.
int give_population(const Node& root, const Loaded& loaded, const std::filesystem::path& installed,
                    Parameters& parameters, Problems& problems, std::vector<Problem>& notes);

}  // namespace coopsim
