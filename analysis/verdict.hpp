// SPDX-License-Identifier: Apache-2.0
// What may be said of one policy against the baseline: one set of rules for terminal, file and
// report, with the sentences in English and Korean as data.
//
// The rules, in this order: no verdict, practically equal, among the best, clear gain, clear loss,
// cannot tell. A difference can be certain and still too small to matter: then it is practically
// equal.
#pragma once
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace coopsim {

enum class VerdictState {
  no_verdict,
  practically_equal,
  among_the_best,
  clear_gain,
  clear_loss,
  cannot_tell
};

// Why there is no verdict.
enum class Obstacle {
  none,
  too_many_failed,   // more than 1 % of the replications
  few_replications,  // fewer than 30
  missing_baseline,
  no_values,
  stress_case,  // a shock that nobody chose: never ranked
};

// Which way the metric is better. Where no one said, "gain" reads "higher" and none is best.
enum class Preference { more, less, unstated };

// Share of failed replications above which the survivors are no sample to judge by.
inline constexpr double most_failed_share = .01;
// "About n replications would settle it" is said up to this n.
inline constexpr std::size_t most_replications_advised = 2000;

struct VerdictInput {
  Obstacle obstacle = Obstacle::none;
  double mean = 0, low = 0, high = 0;  // policy less baseline; simultaneous interval
  std::size_t replications = 0;
  double least_meaningful = 0;  // in the metric's unit; 0: none was stated
  Preference preference = Preference::unstated;
  bool not_worse_than_leader = false;  // by compare_with_best
  bool sole_leader = false;            // and all others are shown to be worse
};

struct Verdict {
  VerdictState state = VerdictState::no_verdict;
  Obstacle obstacle = Obstacle::none;
  bool higher = false;             // than the baseline, on the mean
  bool best_alone = false;         // among the best, and nobody else is
  bool no_difference = false;      // none in any replication
  bool certain_but_small = false;  // practically equal, and the interval leaves zero out
  // Replications that would settle it, as far as the variance so far tells; empty where it is
  // settled, and where more are unlikely to.
  std::optional<std::size_t> replications_to_settle;
};

Verdict judge(const VerdictInput& input);

std::string_view id_of(VerdictState state);     // "clear_gain"
std::string_view id_of(Obstacle obstacle);      // "few_replications"; of none ""
std::string_view id_of(Preference preference);  // "more"
char32_t sign_of(VerdictState state);           // U'▲', and '.' for no verdict

enum class Language { english, korean };

// What the sentences are filled with; numbers as they are shown, with their sign and unit.
struct VerdictWords {
  std::string policy, baseline, metric;
  std::string difference, low, high, least_meaningful;
  std::size_t replications = 0;
};
// The whole sentence, for a report or under a table.
std::string sentence(const Verdict& verdict, const VerdictWords& words, Language language);
// A few words, for a column: "among the best", "clear gain".
std::string brief(const Verdict& verdict, Preference preference, Language language);
std::string_view reason(Obstacle obstacle, Language language);

}  // namespace coopsim
