// SPDX-License-Identifier: Apache-2.0
#include "analysis/scorecard.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <iterator>
#include <optional>
#include <utility>

namespace coopsim {
namespace {

using Kind = Score::Kind;

// What a target says: the sum of one response over years, for one policy (empty: the baseline).
struct Target {
  const char* id;
  const char* what;
  const char* metric;
  const char* policy;
  int first, last;
  double value, least, most;
  Kind kind;
};

constexpr Target relative(const char* id, const char* what, const char* metric, const char* policy,
                          int first, int last, double value, double tolerance, Kind kind) {
  return {id,
          what,
          metric,
          policy,
          first,
          last,
          value,
          value * (1 - tolerance),
          value * (1 + tolerance),
          kind};
}

constexpr const char* path = "announced_path";
constexpr Target targets[] = {
    relative("V1", "trainees 1993-2006 (F05)", "trainees_returned", "", 1993, 2006, 3863, .03,
             Kind::calibrated),
    relative("V3", "cooperation cases 1993-2006 (F07)", "cooperation_cases", "", 1993, 2006, 204,
             .14, Kind::calibrated),
    relative("V4", "contracts of fairs 1993-2006 (F08)", "contracts", "", 1993, 2006, 160, .16,
             Kind::calibrated),
    {"V6", "training share 2005 (F21)", "training_share", "", 2005, 2005, .75, .70, .80,
     Kind::identity},
    {"V6", "training share 2006 (F21)", "training_share", "", 2006, 2006, .45, .43, .47,
     Kind::identity},
    {"V6", "training share 2008, announced path (F21)", "training_share", path, 2008, 2008, .30,
     .28, .32, Kind::identity},
    relative("V7", "deficit 2005, USD bn (F11)", "deficit", "", 2005, 2005, 16.1, .10,
             Kind::calibrated),
    relative("V7", "deficit 2006, USD bn (F11)", "deficit", "", 2006, 2006, 15.6, .10,
             Kind::calibrated),
    {"V8", "outsourcing candidates 2008 (F28)", "outsourcing_candidates", "", 2008, 2008, 35, 30,
     40, Kind::identity},
    {"V9", "associations with courses 2006 (F29)", "associations_with_courses", "", 2006, 2006, 18,
     18, 18, Kind::identity},
    {"V9", "associations 2008, announced path: fewer (F29, F30)", "associations_with_courses", path,
     2008, 2008, 17, 1, 17, Kind::identity},
    relative("V10", "site technicians 1994 (E9)", "site_technicians", "", 1994, 1994, 204, .20,
             Kind::held_out),
    relative("V10", "site technicians 1995 (E9)", "site_technicians", "", 1995, 1995, 223, .20,
             Kind::held_out),
    relative("V10", "site technicians 1996 (E9)", "site_technicians", "", 1996, 1996, 243, .20,
             Kind::held_out),
    relative("V11", "dispatches 2008, announced path (E12)", "engagements_started", path, 2008,
             2008, 12, .25, Kind::calibrated),
    relative("V11", "dispatches 2009, announced path (E12)", "engagements_started", path, 2009,
             2009, 25, .25, Kind::calibrated),
    relative("V11", "dispatches 2015, announced path (E12)", "engagements_started", path, 2015,
             2015, 66, .25, Kind::calibrated),
    relative("V11", "dispatches to 2014, announced path (E12)", "engagements_started", path, 2008,
             2014, 284, .25, Kind::calibrated),
    relative("V12", "advisers in the database, Aug 2009 (E12)", "advisers_available_august", path,
             2009, 2009, 200, .20, Kind::calibrated),
    relative("V12", "advisers in the database, Dec 2014 (E12)", "advisers_available", path, 2014,
             2014, 450, .20, Kind::calibrated),
    relative("V12", "advisers in the database, Dec 2015 (E12)", "advisers_available", path, 2015,
             2015, 541, .20, Kind::calibrated),
    {"V14", "effect of an engagement, percent, announced path 2012 (E14)", "engagement_effect",
     path, 2012, 2012, 4.9, 1, 17, Kind::calibrated},
    {"V15", "fair firms with a contract, 2008 (E25)", "firms_with_contract", "", 2008, 2008, .25,
     .15, .36, Kind::held_out},
};

// V13: deficits of 2007 to 2014 (E3, E4), USD bn.
constexpr int first_deficit = 2007;
constexpr double deficits[] = {18.7, 20.9, 20.1, 24.3, 22.7, 22.2, 20.5, 16.3};
constexpr double deficit_tolerance = .10;  // of the mean absolute error, relative

// V16: years and bound of the programme's share of the deficit, percent.
constexpr int first_policy_year = 2007, last_policy_year = 2016;
constexpr double most_of_deficit = 2;

// Sums over the years, by replication; empty if the file lacks a year.
std::vector<double> sums(const ResultReader& result, const NumberArray& values, std::size_t policy,
                         int first, int last) {
  std::vector<double> all(std::size_t(result.facts().replications));
  for (int year = first; year <= last; ++year) {
    const auto place = result.year(year);
    if (!place) return {};
    for (std::size_t r = 0; r < all.size(); ++r)
      all[r] += values.at(std::array<std::size_t, 3>{policy, r, *place});
  }
  return all;
}

Score judge(Score score, std::span<const double> values) {
  score.simulated = estimate(values);
  if (score.simulated.count == 0) return score;  // every replication failed or had no value
  const bool within = score.simulated.mean >= score.least && score.simulated.mean <= score.most;
  score.verdict = within ? Score::Verdict::within : Score::Verdict::missed;
  return score;
}

// V5: accounts of the groups A, B and C, as the result names them.
std::vector<Score> accounts_of_groups(const ResultReader& result) {
  constexpr std::pair<char, int> groups[] = {{'A', 6}, {'B', 11}, {'C', 8}};
  const auto accounts = result.read_texts("yearly/account");
  std::vector<Score> scores;
  for (const auto& [group, number] : groups) {
    const auto found = std::count_if(accounts.begin(), accounts.end(), [&](const std::string& id) {
      return id.size() > 1 && id[0] == group && id[1] >= '0' && id[1] <= '9';
    });
    const Score blank{"V5",           std::string("accounts of group ") + group + " (F04)",
                      double(number), double(number),
                      double(number), {},
                      Kind::identity, Score::Verdict::not_in_file};
    const std::vector<double> values(std::size_t(result.facts().replications), double(found));
    scores.push_back(judge(blank, values));
  }
  return scores;
}

// V2: every year from the second on brought more than 200 trainees back, on the mean.
std::optional<Score> least_year(const ResultReader& result) {
  const NumberArray values = result.read("yearly/trainees_returned");
  std::optional<Score> worst;
  for (int year = 1994; year <= 2006; ++year) {
    const auto one = sums(result, values, result.facts().baseline.value_or(0), year, year);
    if (one.empty()) return std::nullopt;
    Score score{"V2",
                "least year of trainees 1994-2006 (F06)",
                200,
                200,
                INFINITY,
                {},
                Kind::calibrated,
                Score::Verdict::not_in_file};
    score = judge(score, one);
    if (!worst || score.simulated.mean < worst->simulated.mean) worst = score;
  }
  return worst;
}

// V13: equation 12 with exchange rate and exports as they were, so only of a result that knew them.
Score deficit_error(const ResultReader& result) {
  Score score{"V13",
              "mean error of the deficits 2007-2014, as it went (E3, E4)",
              0,
              0,
              deficit_tolerance,
              {},
              Kind::calibrated,
              Score::Verdict::not_in_file};
  if (result.facts().knowledge != "ex_post" || !result.facts().baseline) return score;
  const NumberArray values = result.read("yearly/deficit");
  std::vector<double> errors(std::size_t(result.facts().replications));
  for (std::size_t i = 0; i < std::size(deficits); ++i) {
    const int year = first_deficit + int(i);
    const auto one = sums(result, values, *result.facts().baseline, year, year);
    if (one.empty()) return score;
    for (std::size_t r = 0; r < errors.size(); ++r)
      errors[r] += std::abs(one[r] - deficits[i]) / deficits[i] / double(std::size(deficits));
  }
  return judge(score, errors);
}

// V16, of each policy: the year in which the programme is most of the deficit.
std::vector<Score> shares_of_deficit(const ResultReader& result) {
  const NumberArray values = result.read("yearly/programme_share_of_deficit");
  std::vector<Score> scores;
  for (std::size_t policy = 0; policy < result.facts().policies.size(); ++policy) {
    const Score blank{
        "V16",
        "largest share of a deficit, percent: " + result.facts().policies[policy].name,
        0,
        0,
        most_of_deficit,
        {},
        Kind::bound,
        Score::Verdict::not_in_file};
    Score largest = blank;
    for (int year = first_policy_year; year <= last_policy_year; ++year) {
      const Score one = judge(blank, sums(result, values, policy, year, year));
      if (one.verdict == Score::Verdict::not_in_file) continue;
      const bool none_yet = largest.verdict == Score::Verdict::not_in_file;
      if (none_yet || one.simulated.mean > largest.simulated.mean) largest = one;
    }
    scores.push_back(largest);
  }
  return scores;
}

}  // namespace

std::vector<Score> scorecard(const ResultReader& result) {
  std::vector<Score> scores;
  for (const Target& target : targets) {
    Score score{target.id,   target.what, target.value, target.least,
                target.most, {},          target.kind,  Score::Verdict::not_in_file};
    const auto policy = *target.policy ? result.policy(target.policy) : result.facts().baseline;
    if (policy) {
      const auto values = sums(result, result.read("yearly/" + std::string(target.metric)), *policy,
                               target.first, target.last);
      if (!values.empty()) score = judge(score, values);
    }
    scores.push_back(score);
  }
  scores.push_back(deficit_error(result));
  for (Score& score : shares_of_deficit(result)) scores.push_back(std::move(score));
  for (Score& score : accounts_of_groups(result)) scores.push_back(std::move(score));
  if (const auto least = least_year(result)) scores.insert(scores.begin() + 1, *least);
  return scores;
}

}  // namespace coopsim
