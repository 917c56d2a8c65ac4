// SPDX-License-Identifier: Apache-2.0
// Completion scripts for bash and zsh, written from the commands as they are declared, so that
// they never lag behind.
#pragma once
#include <string>
#include <vector>

namespace coopsim::cli {

struct OptionWords {
  std::vector<std::string> names;  // "--json", "-j"; empty for a positional argument
  std::string description;
  bool takes_value = false;
  std::vector<std::string> choices;  // of the value; empty: a file name or free text
};

struct CommandWords {
  std::string name, description;
  std::vector<OptionWords> options;
};

std::string bash_completion(const std::vector<CommandWords>& commands);
std::string zsh_completion(const std::vector<CommandWords>& commands);

}  // namespace coopsim::cli
