// SPDX-License-Identifier: Apache-2.0
// The scorecard's verdicts on results whose numbers are made up for it.
#include "analysis/scorecard.hpp"

#include <cmath>
#include <limits>
#include <map>

#include "tests/output/small_study.hpp"

using namespace coopsim;
using namespace coopsim::testing;

namespace {

constexpr double missing = std::numeric_limits<double>::quiet_NaN();

// A study whose responses are 0 but where they are set; every replication has the same.
class MadeUp {
 public:
  MadeUp(int first_year, int last_year, std::vector<std::string> policies)
      : layout_(first_year, last_year) {
    scenario_ = small_scenario();
    scenario_.parameters.run.start = date(first_year, 1, 1);
    scenario_.parameters.run.end = date(last_year + 1, 1, 1);
    scenario_.policies.clear();
    for (const std::string& name : policies)
      scenario_.policies.push_back(policy(name, "정책", scenario_.policies.empty()));
  }

  void know(Knowledge what) { scenario_.parameters.run.knowledge = what; }

  // `per_replication` is added as often as the replication's number.
  void set(int policy, std::string_view metric, int year, double value,
           double per_replication = 0) {
    values_[{policy, layout_.offset(metric) + std::size_t(year - layout_.first_year())}] = {
        value, per_replication};
  }

  std::vector<Score> scores() {
    const TemporaryFolder folder;
    ResultOptions options = plain_options();
    options.summarise = Summariser();
    options.reference_worlds = false;
    ResultFile file(folder / "a.h5", scenario_, layout_, options);
    for (int r = 0; r < 4; ++r)
      for (int p = 0; p < int(scenario_.policies.size()); ++p) file.add(outcome_of(p, r));
    file.finish(std::nullopt);
    return scorecard(ResultReader(folder / "a.h5"));
  }

 private:
  Outcome outcome_of(int policy, int replication) const {
    Outcome made = outcome(layout_, policy, replication);
    std::fill(made.responses.begin(), made.responses.end(), 0.0);
    for (const auto& [place, value] : values_)
      if (place.first == policy)
        made.responses[place.second] = value.first + replication * value.second;
    return made;
  }

  ResponseLayout layout_;
  Scenario scenario_;
  std::map<std::pair<int, std::size_t>, std::pair<double, double>> values_;
};

const Score& score_of(const std::vector<Score>& scores, std::string_view id,
                      std::string_view what) {
  for (const Score& score : scores)
    if (score.id == id && score.what.find(what) != score.what.npos) return score;
  FAIL("no score " << std::string(id) << " " << std::string(what));
  throw std::logic_error("unreachable");
}

MadeUp whole_period() { return MadeUp(1993, 2016, {"status_quo", "announced_path"}); }

using Verdict = Score::Verdict;

}  // namespace

TEST_CASE("a target is met on its bounds and missed beyond them") {
  struct Shares {
    double in_2005, in_2006, path_2008;
    Verdict verdict;
  };
  for (const Shares& given : {Shares{.70, .43, .28, Verdict::within},
                              {.80, .47, .32, Verdict::within},
                              {.6999, .4299, .2799, Verdict::missed},
                              {.8001, .4701, .3201, Verdict::missed}}) {
    MadeUp study = whole_period();
    study.set(0, "training_share", 2005, given.in_2005);
    study.set(0, "training_share", 2006, given.in_2006);
    study.set(1, "training_share", 2008, given.path_2008);
    const auto scores = study.scores();
    for (const char* year : {"2005", "2006", "2008"})
      CHECK(score_of(scores, "V6", year).verdict == given.verdict);
    CHECK(score_of(scores, "V6", "2006").simulated.mean == given.in_2006);
  }
}

TEST_CASE("trainees of fourteen years are added up for each replication, then judged on the mean") {
  MadeUp study = whole_period();
  for (int year = 1993; year <= 2006; ++year)
    study.set(0, "trainees_returned", year, 270, year == 2000 ? 10 : 0);
  study.set(0, "trainees_returned", 2007, 1e6);  // after the target's years
  study.set(1, "trainees_returned", 2000, 1e6);  // another policy
  const auto scores = study.scores();
  const Score& sum = score_of(scores, "V1", "1993-2006");
  CHECK(sum.simulated.mean == 14 * 270 + 15);  // replications add 0, 10, 20, 30
  CHECK(sum.simulated.standard_error == Approx(std::sqrt(500. / 3) / 2));
  CHECK(sum.simulated.count == 4);
  CHECK(sum.target == 3863);
  CHECK(sum.least == Approx(3863 * .97));
  CHECK(sum.most == Approx(3863 * 1.03));
  CHECK(sum.verdict == Verdict::within);
}

TEST_CASE("V2 shows the poorest year after the first, which must be over 200") {
  for (const double least : {199.0, 201.0}) {
    MadeUp study = whole_period();
    study.set(0, "trainees_returned", 1993, 5);  // the first year may be poor
    for (int year = 1994; year <= 2006; ++year)
      study.set(0, "trainees_returned", year, year == 1999 ? least : 280);
    const auto scores = study.scores();
    const Score& worst = score_of(scores, "V2", "least year");
    CHECK(worst.simulated.mean == least);
    CHECK(worst.verdict == (least < 200 ? Verdict::missed : Verdict::within));
    CHECK(scores[1].id == "V2");
  }
}

TEST_CASE("targets of the announced path are read from that policy, whichever is the baseline") {
  MadeUp study = whole_period();
  study.set(0, "engagements_started", 2009, 1000);
  study.set(1, "engagements_started", 2008, 12);
  study.set(1, "engagements_started", 2009, 25);
  study.set(1, "advisers_available", 2014, 361);
  study.set(1, "advisers_available_august", 2009, 159);
  const auto scores = study.scores();
  CHECK(score_of(scores, "V11", "2008,").verdict == Verdict::within);
  CHECK(score_of(scores, "V11", "2009,").simulated.mean == 25);
  CHECK(score_of(scores, "V11", "2009,").verdict == Verdict::within);
  CHECK(score_of(scores, "V11", "to 2014").simulated.mean == 37);
  CHECK(score_of(scores, "V11", "to 2014").verdict == Verdict::missed);
  CHECK(score_of(scores, "V12", "Dec 2014").verdict == Verdict::within);
  CHECK(score_of(scores, "V12", "Aug 2009").verdict == Verdict::missed);
}

TEST_CASE("all associations hold courses to 2006, fewer on the announced path, and that is exact") {
  for (const int on_the_path : {6, 18}) {
    MadeUp study = whole_period();
    study.set(0, "associations_with_courses", 2006, on_the_path == 6 ? 18 : 17);
    study.set(1, "associations_with_courses", 2008, on_the_path);
    const auto scores = study.scores();
    const Verdict verdict = on_the_path == 6 ? Verdict::within : Verdict::missed;
    CHECK(score_of(scores, "V9", "2006").verdict == verdict);
    CHECK(score_of(scores, "V9", "2008").verdict == verdict);
  }
}

TEST_CASE("the accounts of a result are counted by group, the head office in none") {
  const auto scores = whole_period().scores();
  const std::map<std::string, int> groups = {{"group A", 6}, {"group B", 11}, {"group C", 8}};
  for (const auto& [group, number] : groups) {
    const Score& score = score_of(scores, "V5", group);
    CHECK(score.simulated.mean == number);
    CHECK(score.simulated.count == 4);
    CHECK(score.verdict == Verdict::within);
  }
}

TEST_CASE("an engagement's effect is read from the announced path in 2012") {
  for (const double effect : {.9, 4.5, 17.1}) {
    MadeUp study = whole_period();
    study.set(0, "engagement_effect", 2012, 4);
    study.set(1, "engagement_effect", 2012, effect);
    const auto scores = study.scores();
    const Score& score = score_of(scores, "V14", "");
    CHECK(score.simulated.mean == effect);
    CHECK(score.verdict == (effect == 4.5 ? Verdict::within : Verdict::missed));
  }
}

TEST_CASE("the error of the deficits is judged only where exchange rate and exports were known") {
  for (const double factor : {1.09, 1.11}) {
    MadeUp study = whole_period();
    const double deficits[] = {18.7, 20.9, 20.1, 24.3, 22.7, 22.2, 20.5, 16.3};
    for (int i = 0; i < 8; ++i)  // too high and too low by turns: errors do not cancel
      study.set(0, "deficit", 2007 + i, deficits[i] * (i % 2 ? factor : 2 - factor));
    const auto before = study.scores();
    CHECK(score_of(before, "V13", "").verdict == Verdict::not_in_file);
    study.know(Knowledge::ex_post);
    const auto after = study.scores();
    CHECK(score_of(after, "V13", "").simulated.mean == Approx(factor - 1));
    CHECK(score_of(after, "V13", "").verdict == (factor < 1.1 ? Verdict::within : Verdict::missed));
  }
}

TEST_CASE("every policy shows its largest share of the deficit, and a miss is a miss") {
  MadeUp study = whole_period();
  study.set(0, "programme_share_of_deficit", 2006, 50);  // before the policies
  study.set(0, "programme_share_of_deficit", 2010, 1.9);
  study.set(0, "programme_share_of_deficit", 2016, 1.5);
  study.set(1, "programme_share_of_deficit", 2016, 2.1);
  const auto scores = study.scores();
  const Score& status_quo = score_of(scores, "V16", "status_quo");
  CHECK(status_quo.simulated.mean == 1.9);
  CHECK(status_quo.verdict == Verdict::within);
  const Score& announced = score_of(scores, "V16", "announced_path");
  CHECK(announced.simulated.mean == 2.1);
  CHECK(announced.verdict == Verdict::missed);
}

TEST_CASE("what a result does not hold is neither met nor missed") {
  MadeUp history(1993, 2006, {"history"});
  history.set(0, "trainees_returned", 2000, 3863);
  for (const Score& score : history.scores())
    CHECK((score.verdict == Verdict::not_in_file) ==
          (score.what.find("announced path") != score.what.npos || score.id == "V8" ||
           score.id == "V12" || score.id == "V13" || score.id == "V15" || score.id == "V16"));
  MadeUp later(2000, 2016, {"status_quo", "announced_path"});
  const auto scores = later.scores();
  CHECK(score_of(scores, "V1", "").verdict == Verdict::not_in_file);
  for (const Score& score : scores) CHECK(score.id != "V2");
  CHECK(score_of(scores, "V6", "2006").verdict == Verdict::missed);
}

TEST_CASE("a replication without a value is left out; without any there is nothing to judge") {
  MadeUp study = whole_period();
  study.set(0, "training_share", 2005, .75, missing);  // 0 x NaN: missing in all
  study.set(0, "training_share", 2006, .45);
  const auto scores = study.scores();
  CHECK(score_of(scores, "V6", "2005").verdict == Verdict::not_in_file);
  CHECK(score_of(scores, "V6", "2006").verdict == Verdict::within);
}

TEST_CASE("every target says whether it is an input, fitted or held out") {
  std::map<std::string, Score::Kind> kinds;
  for (const Score& score : whole_period().scores()) {
    CHECK(score.least <= score.most);
    CHECK(score.target >= score.least);
    CHECK(score.target <= score.most);
    kinds.emplace(score.id, score.kind);
    CHECK(kinds.at(score.id) == score.kind);
  }
  CHECK(kinds == std::map<std::string, Score::Kind>{{"V1", Score::Kind::calibrated},
                                                    {"V2", Score::Kind::calibrated},
                                                    {"V3", Score::Kind::calibrated},
                                                    {"V4", Score::Kind::calibrated},
                                                    {"V5", Score::Kind::identity},
                                                    {"V6", Score::Kind::identity},
                                                    {"V7", Score::Kind::calibrated},
                                                    {"V8", Score::Kind::identity},
                                                    {"V9", Score::Kind::identity},
                                                    {"V10", Score::Kind::held_out},
                                                    {"V11", Score::Kind::calibrated},
                                                    {"V12", Score::Kind::calibrated},
                                                    {"V13", Score::Kind::calibrated},
                                                    {"V14", Score::Kind::calibrated},
                                                    {"V15", Score::Kind::held_out},
                                                    {"V16", Score::Kind::bound}});
}
