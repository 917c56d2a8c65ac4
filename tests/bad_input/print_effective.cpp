// SPDX-License-Identifier: Apache-2.0
// Prints the effective scenario of a file: what a run would keep in its result.
#include <iostream>

#include "scenarios/reader.hpp"

int main(int, char** words) try {
  std::cout << coopsim::read_scenario(words[1]).effective_toml;
  return 0;
} catch (const std::exception& error) {
  std::cerr << error.what();
  return 1;
}
