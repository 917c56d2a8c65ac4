// SPDX-License-Identifier: Apache-2.0
// What the program has allocated so far, where counted_allocations.cpp is linked into it.
#pragma once
#include <cstddef>

namespace coopsim::testing {

std::size_t allocations();

}  // namespace coopsim::testing
