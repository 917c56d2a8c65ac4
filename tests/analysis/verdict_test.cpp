// SPDX-License-Identifier: Apache-2.0
// The rules for what may be said, each by itself and in their order.
#include "analysis/verdict.hpp"

#include <cmath>

#include "tests/kernel/property.hpp"

using namespace coopsim;

namespace {

// An interval around its middle, of a headline for which 2 matters.
VerdictInput input(double low, double high) {
  VerdictInput made;
  made.low = low;
  made.high = high;
  made.mean = (low + high) / 2;
  made.replications = 64;
  made.least_meaningful = 2;
  made.preference = Preference::more;
  return made;
}

VerdictState state(const VerdictInput& made) { return judge(made).state; }

VerdictWords words() {
  return {"dankai", "status_quo", "productivity_effect", "+12.67 bp", "+12.48", "+12.86", "2 bp",
          64};
}

}  // namespace

TEST_CASE("an obstacle comes before everything else") {
  for (const Obstacle obstacle :
       {Obstacle::too_many_failed, Obstacle::few_replications, Obstacle::missing_baseline,
        Obstacle::no_values, Obstacle::stress_case}) {
    VerdictInput clear = input(10, 12);
    clear.not_worse_than_leader = clear.sole_leader = true;
    clear.obstacle = obstacle;
    CHECK(state(clear) == VerdictState::no_verdict);
    CHECK(judge(clear).obstacle == obstacle);
    CHECK_FALSE(reason(obstacle, Language::english).empty());
    CHECK_FALSE(reason(obstacle, Language::korean).empty());
  }
}

TEST_CASE("practically equal comes before gain, loss and best") {
  CHECK(state(input(-1.9, 1.9)) == VerdictState::practically_equal);
  CHECK(state(input(.5, 1.9)) == VerdictState::practically_equal);
  CHECK(judge(input(.5, 1.9)).certain_but_small);
  CHECK_FALSE(judge(input(-.5, 1.9)).certain_but_small);
  VerdictInput leader = input(.5, 1.9);
  leader.not_worse_than_leader = true;
  CHECK(state(leader) == VerdictState::practically_equal);
  CHECK(state(input(.5, 2)) == VerdictState::clear_gain);  // the bound is open
  CHECK(state(input(-2, -.5)) == VerdictState::clear_loss);
}

TEST_CASE("a clear gain is among the best where it is not shown to be worse than the leader") {
  CHECK(state(input(10, 12)) == VerdictState::clear_gain);
  VerdictInput leader = input(10, 12);
  leader.not_worse_than_leader = true;
  CHECK(state(leader) == VerdictState::among_the_best);
  CHECK_FALSE(judge(leader).best_alone);
  leader.sole_leader = true;
  CHECK(judge(leader).best_alone);
}

TEST_CASE("who is not shown to gain is not among the best, though nobody is shown to be better") {
  VerdictInput unsure = input(-1, 30);
  unsure.not_worse_than_leader = unsure.sole_leader = true;
  CHECK(state(unsure) == VerdictState::cannot_tell);
  CHECK_FALSE(judge(unsure).best_alone);
}

TEST_CASE("zero in the interval, ends included, cannot be told from no difference") {
  CHECK(state(input(-3, 3)) == VerdictState::cannot_tell);
  CHECK(state(input(0, 6)) == VerdictState::cannot_tell);
  CHECK(state(input(-6, 0)) == VerdictState::cannot_tell);
  CHECK(state(input(-6, -.1)) == VerdictState::clear_loss);
}

TEST_CASE("where less is better, lower is a gain") {
  VerdictInput wait = input(-12, -10);
  wait.preference = Preference::less;
  CHECK(state(wait) == VerdictState::clear_gain);
  CHECK_FALSE(judge(wait).higher);
  VerdictInput longer = input(10, 12);
  longer.preference = Preference::less;
  CHECK(state(longer) == VerdictState::clear_loss);
  CHECK(sentence(judge(longer), words(), Language::english).find("clearly raises") !=
        std::string::npos);
}

TEST_CASE("where nobody said what is better, nobody is best") {
  VerdictInput money = input(10, 12);
  money.preference = Preference::unstated;
  money.not_worse_than_leader = money.sole_leader = true;
  CHECK(state(money) == VerdictState::clear_gain);
  CHECK(brief(judge(money), Preference::unstated, Language::english) == "clearly higher");
  CHECK(brief(judge(money), Preference::more, Language::english) == "clear gain");
}

TEST_CASE("no difference in any replication is no difference, also where nothing small matters") {
  VerdictInput same = input(0, 0);
  same.least_meaningful = 0;
  CHECK(state(same) == VerdictState::practically_equal);
  CHECK(judge(same).no_difference);
  CHECK(brief(judge(same), Preference::more, Language::english) == "no difference");
}

TEST_CASE("how many replications would settle it, as the half-width shrinks with their root") {
  // Half-width 6 about 3: it leaves zero out at four times as many.
  CHECK(judge(input(-3, 9)).replications_to_settle == 300);  // 256, said in hundreds
  // Half-width 3 about .5: it fits between -2 and 2 at four times as many, far before 36 times.
  CHECK(judge(input(-2.5, 3.5)).replications_to_settle == 300);
  VerdictInput few = input(-1, 5);
  few.least_meaningful = 0;
  few.replications = 30;
  CHECK(judge(few).replications_to_settle == 70);  // 67.5, said in tens
  VerdictInput hopeless = input(-100, 101);
  CHECK_FALSE(judge(hopeless).replications_to_settle);
  CHECK_FALSE(judge(input(10, 12)).replications_to_settle);
}

TEST_CASE("the sentences say what was found, in both languages") {
  VerdictInput leader = input(10, 12);
  leader.not_worse_than_leader = true;
  CHECK(sentence(judge(leader), words(), Language::english) ==
        "dankai clearly raises productivity_effect (+12.67 bp, 95 % interval +12.48 to +12.86) and "
        "is among the best.");
  CHECK(sentence(judge(leader), words(), Language::korean).find("최선 그룹에 든다") !=
        std::string::npos);
  CHECK(sentence(judge(input(.5, 1.9)), words(), Language::english) ==
        "dankai and status_quo differ by less than 2 bp: practically equal. (Not zero, but below "
        "what matters.)");
  CHECK(sentence(judge(input(-3, 9)), words(), Language::english) ==
        "Whether dankai differs from status_quo cannot be told (+12.48 to +12.86); about 300 "
        "replications would settle it.");
  CHECK(sentence(judge(input(-100, 101)), words(), Language::english)
            .ends_with("more runs are unlikely to settle it."));
  VerdictInput few = input(10, 12);
  few.obstacle = Obstacle::few_replications;
  CHECK(sentence(judge(few), words(), Language::english) ==
        "No verdict: fewer than 30 replications.");
}
