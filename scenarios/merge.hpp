// SPDX-License-Identifier: Apache-2.0
// One scenario out of several texts: what a file extends, the overlay of what is known, and
// overrides from the command line, each laid over the one before.
#pragma once
#include <span>
#include <string>
#include <vector>

#include "scenarios/node.hpp"
#include "scenarios/problems.hpp"

namespace coopsim {

// `over` wins. Tables of parameters merge by key, [[policy]] by name; single values, paths,
// distributions and levers are replaced whole; `remove = true` deletes.
void merge(Node& base, const Node& over, Problems& problems);

// The files merged, the last first; [[policy]] has only tables with sound, different names.
Node merge_files(const std::vector<Node>& files, Problems& problems);

// A note for each policy that is written as a new one, with a label, where an extended file has one
// of that name already: its keys change that policy.
void note_changed_policies(const std::vector<Node>& files, std::vector<Problem>& notes);

// A --set path=value.
struct Override {
  std::vector<std::string> path;
  Node value;  // its place is the override as a whole
};

// The value is read as TOML; what is not TOML and has no quotes or brackets is a text, so that
// run.knowledge=ex_post needs no quotes. Problems: no '=', no value, the same path twice with
// different values.
std::vector<Override> parse_overrides(std::span<const std::string> texts, Problems& problems);

// Puts the value at its path, making tables on the way; policies are found by name.
void apply(Node& root, const Override& setting, Problems& problems);

}  // namespace coopsim
