// SPDX-License-Identifier: Apache-2.0
// When to stop replicating: rules on the values so far, each a pure function. Replications are
// values, so asking in several calls gives what one call gives.
#pragma once
#include <cstddef>
#include <span>
#include <vector>

namespace coopsim {

struct Precision {
  enum class Kind { absolute, relative };
  Kind kind = Kind::absolute;
  // Absolute: the half-width itself. Relative: the share of the true mean by which the estimate
  // may be off, so that half-widths are held against half_width / (1 + half_width) of the estimate
  // (Law 2015, section 9.4.1).
  double half_width = 0;
  double confidence = .95;
};

struct ReplicationLimits {
  std::size_t at_least = 20, at_most = 2000;
};

struct StoppingState {
  bool met = false;
  bool at_limit = false;  // at_most are done, and the precision is not met
  std::size_t more = 0;   // replications to run before asking again; 0 where met or at the limit
  // Times that the interval was looked at, of those that could have stopped. An interval that
  // stops at the first of many looks covers less than it says.
  std::size_t looks = 0;
};

// Whether the interval of the mean is as narrow as asked. Missing values (NaN) are no values.
bool is_precise(std::span<const double> values, const Precision& precision);

// The plain rule: stop where the half-width is met; else as many more as the variance so far asks
// for, at most twice those there are. `looks_before`: how often it was asked before.
StoppingState half_width_rule(std::span<const double> values, const Precision& precision,
                              const ReplicationLimits& limits, std::size_t looks_before = 0);

// The rule of Hoad, Robinson and Davies (2010): stop at the first n whose interval is precise and
// stays so over the next f(n) replications: look_ahead up to n = 100, then n look_ahead / 100.
// Looks at every n from at_least on, so the answer does not depend on how the values came in.
struct HoadRobinsonDavies {
  std::size_t replications = 0;  // n that was found; 0: none yet
  StoppingState state;
};
HoadRobinsonDavies hoad_robinson_davies(std::span<const double> values, const Precision& precision,
                                        const ReplicationLimits& limits,
                                        std::size_t look_ahead = 5);

// One of several means that must be precise, by replication.
struct WatchedMean {
  std::span<const double> values;
  Precision precision;
};

// The same rule for several means at once: the first n from which on all of them are precise, up to
// the last replication there is and for f(n) of them at least. Without means at_least is enough.
// REQUIRES: as many values of each.
HoadRobinsonDavies all_precise(const std::vector<WatchedMean>& means, std::size_t done,
                               const ReplicationLimits& limits, std::size_t look_ahead = 5);

}  // namespace coopsim
