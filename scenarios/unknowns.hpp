// SPDX-License-Identifier: Apache-2.0
// Parameters that nobody knows exactly: { value = 0.45, uncertain = { triangular = [.4, .45, .6] }
// } says what a number could be instead. A draw is one value of each of them: a world that is as
// likely as the next, as far as anybody knows.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "scenarios/provenance.hpp"
#include "scenarios/value_reader.hpp"

namespace coopsim {

// A law that is not bounded is cut off here at either end, so that whoever writes a range knows
// that no draw leaves it.
inline constexpr double cut_off_tail = 1e-4;

// Whether a path or its first part is a setting that somebody chooses: of a policy, of the run, of
// what it records.
bool is_chosen(std::string_view path);

// The law beside the value of `statement`, which has `uncertain`; nothing after a problem: what is
// chosen (levers, settings of the run) is not unknown, and only single numbers can be drawn.
std::optional<Distribution> read_uncertainty(const Node& statement, const Target& target);

struct Unknown {
  std::string path, unit;
  Label label;
  Distribution law;
  std::string usual;   // the value of the scenario, as TOML
  bool whole = false;  // drawn numbers are rounded
  Grade grade = Grade::D;

  std::string_view group() const { return std::string_view(path).substr(0, path.find('.')); }
};
// In order of declaration.
std::vector<Unknown> unknowns_of(const std::vector<Provenance>& provenance);

// Whether there is something to draw, if draws are wanted.
void check_draws(int draws, const std::vector<Provenance>& provenance, const Node& root,
                 Problems& problems);

// The quantile of a law, cut off as above; u at or beyond the ends of (0, 1) is taken as just
// inside.
double quantile_within_tails(const Distribution& law, double u);

// Its value in draw `number`, from 0. Depends on nothing else: more draws or other unknowns leave
// it as it is. All draws are independent.
double drawn(const Unknown& unknown, std::uint64_t seed, std::uint32_t number);

// Every unknown of a draw as overrides, "path=value", in the order given.
std::vector<std::string> settings_of_draw(const std::vector<Unknown>& unknowns, std::uint64_t seed,
                                          std::uint32_t number);

}  // namespace coopsim
