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
  const char* what_ko;
  const char* metric;
  const char* policy;
  int first, last;
  double value, least, most;
  Kind kind;
};

constexpr Target relative(const char* id, const char* what, const char* what_ko, const char* metric,
                          const char* policy, int first, int last, double value, double tolerance,
                          Kind kind) {
  return {id,
          what,
          what_ko,
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
    relative("V1", "trainees 1993-2006 (F05)", "1993-2006년 연수생 (F05)", "trainees_returned", "",
             1993, 2006, 3863, .03, Kind::calibrated),
    relative("V3", "cooperation cases 1993-2006 (F07)", "1993-2006년 부품소재 협력 건수 (F07)",
             "cooperation_cases", "", 1993, 2006, 204, .14, Kind::calibrated),
    relative("V4", "contracts of fairs 1993-2006 (F08)", "1993-2006년 상담·전시 계약 건수 (F08)",
             "contracts", "", 1993, 2006, 160, .16, Kind::calibrated),
    {"V6", "training share 2005 (F21)", "2005년 연수 비중 (F21)", "training_share", "", 2005, 2005,
     .75, .70, .80, Kind::identity},
    {"V6", "training share 2006 (F21)", "2006년 연수 비중 (F21)", "training_share", "", 2006, 2006,
     .45, .43, .47, Kind::identity},
    {"V6", "training share 2008, announced path (F21)", "2008년 연수 비중, 예고된 축소 경로 (F21)",
     "training_share", path, 2008, 2008, .30, .28, .32, Kind::identity},
    relative("V7", "deficit 2005, USD bn (F11)", "2005년 무역적자, 십억 달러 (F11)", "deficit", "",
             2005, 2005, 16.1, .10, Kind::calibrated),
    relative("V7", "deficit 2006, USD bn (F11)", "2006년 무역적자, 십억 달러 (F11)", "deficit", "",
             2006, 2006, 15.6, .10, Kind::calibrated),
    {"V8", "outsourcing candidates 2008 (F28)", "2008년 아웃소싱 후보기업 (F28)",
     "outsourcing_candidates", "", 2008, 2008, 35, 30, 40, Kind::identity},
    {"V9", "associations with courses 2006 (F29)", "2006년 업종별 연수 협회 (F29)",
     "associations_with_courses", "", 2006, 2006, 18, 18, 18, Kind::identity},
    {"V9", "associations 2008, announced path: fewer (F29, F30)",
     "2008년 업종별 연수 협회, 예고된 축소 경로: 감소 (F29, F30)", "associations_with_courses",
     path, 2008, 2008, 17, 1, 17, Kind::identity},
    relative("V10", "site technicians 1994 (E9)", "1994년 현장기술자 연수 (E9)", "site_technicians",
             "", 1994, 1994, 204, .20, Kind::held_out),
    relative("V10", "site technicians 1995 (E9)", "1995년 현장기술자 연수 (E9)", "site_technicians",
             "", 1995, 1995, 223, .20, Kind::held_out),
    relative("V10", "site technicians 1996 (E9)", "1996년 현장기술자 연수 (E9)", "site_technicians",
             "", 1996, 1996, 243, .20, Kind::held_out),
    relative("V11", "dispatches 2008, announced path (E12)",
             "2008년 퇴직기술자 파견, 예고된 축소 경로 (E12)", "engagements_started", path, 2008,
             2008, 12, .25, Kind::calibrated),
    relative("V11", "dispatches 2009, announced path (E12)",
             "2009년 퇴직기술자 파견, 예고된 축소 경로 (E12)", "engagements_started", path, 2009,
             2009, 25, .25, Kind::calibrated),
    relative("V11", "dispatches 2015, announced path (E12)",
             "2015년 퇴직기술자 파견, 예고된 축소 경로 (E12)", "engagements_started", path, 2015,
             2015, 66, .25, Kind::calibrated),
    relative("V11", "dispatches to 2014, announced path (E12)",
             "2014년까지 퇴직기술자 파견 누계, 예고된 축소 경로 (E12)", "engagements_started", path,
             2008, 2014, 284, .25, Kind::calibrated),
    relative("V12", "advisers in the database, Aug 2009 (E12)", "2009년 8월 DB 등록자 (E12)",
             "advisers_available_august", path, 2009, 2009, 200, .20, Kind::calibrated),
    relative("V12", "advisers in the database, Dec 2014 (E12)", "2014년 12월 DB 등록자 (E12)",
             "advisers_available", path, 2014, 2014, 450, .20, Kind::calibrated),
    relative("V12", "advisers in the database, Dec 2015 (E12)", "2015년 12월 DB 등록자 (E12)",
             "advisers_available", path, 2015, 2015, 541, .20, Kind::calibrated),
    {"V14", "effect of an engagement, percent, announced path 2012 (E14)",
     "2012년 지도 1건의 효과, %, 예고된 축소 경로 (E14)", "engagement_effect", path, 2012, 2012,
     4.9, 1, 17, Kind::calibrated},
    {"V15", "fair firms with a contract, 2008 (E25)", "2008년 참가기업 계약 비율 (E25)",
     "firms_with_contract", "", 2008, 2008, .25, .15, .36, Kind::held_out},
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

Score score_of(const Target& target) {
  Score score;
  score.id = target.id;
  score.what = target.what;
  score.what_ko = target.what_ko;
  score.target = target.value;
  score.least = target.least;
  score.most = target.most;
  score.kind = target.kind;
  score.metric = target.metric;
  score.policy = target.policy;
  score.first_year = target.first;
  score.last_year = target.last;
  return score;
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
    Score blank;
    blank.id = "V5";
    blank.what = std::string("accounts of group ") + group + " (F04)";
    blank.what_ko = std::string(1, group) + "군 단위사업 수 (F04)";
    blank.target = blank.least = blank.most = double(number);
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
    Score score;
    score.id = "V2";
    score.what = "least year of trainees 1994-2006 (F06)";
    score.what_ko = "1994-2006년 중 연수생이 가장 적은 해 (F06)";
    score.target = score.least = 200;
    score.most = INFINITY;
    score.kind = Kind::calibrated;
    score.metric = "trainees_returned";
    score.first_year = score.last_year = year;
    score = judge(score, one);
    if (!worst || score.simulated.mean < worst->simulated.mean) worst = score;
  }
  return worst;
}

// V13: equation 12 with exchange rate and exports as they were, so only of a result that knew them.
Score deficit_error(const ResultReader& result) {
  Score score;
  score.id = "V13";
  score.what = "mean error of the deficits 2007-2014, as it went (E3, E4)";
  score.what_ko = "2007-2014년 무역적자의 평균 오차, 실제 경로 (E3, E4)";
  score.most = deficit_tolerance;
  score.kind = Kind::calibrated;
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
    const ResultPolicy& of = result.facts().policies[policy];
    Score blank;
    blank.id = "V16";
    blank.what = "largest share of a deficit, percent: " + of.name;
    blank.what_ko =
        "무역적자 대비 사업 효과의 최대값, %: " + (of.label_ko.empty() ? of.name : of.label_ko);
    blank.most = most_of_deficit;
    blank.kind = Kind::bound;
    blank.policy = of.name;
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
    Score score = score_of(target);
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
