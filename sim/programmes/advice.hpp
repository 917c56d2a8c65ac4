// SPDX-License-Identifier: Apache-2.0
// Retired Japanese engineers as advisers (account B7): who registers and how long they stay, what
// firms need, matching days, engagements and their visits, results, renewal and follow-up.
#pragma once
#include <array>
#include <cstdint>
#include <string>
#include <variant>
#include <vector>

#include "sim/changes.hpp"
#include "sim/kernel/calendar.hpp"
#include "sim/kernel/server_pool.hpp"
#include "sim/kernel/tally.hpp"
#include "sim/kernel/waiting_line.hpp"
#include "sim/programmes/advice_parameters.hpp"
#include "sim/programmes/shared_events.hpp"
#include "sim/world/budget.hpp"
#include "sim/world/fact_service.hpp"
#include "sim/world/identity.hpp"
#include "sim/world/learning.hpp"
#include "sim/world/records.hpp"

namespace coopsim {

struct Context;
struct Parameters;
struct World;

// --- supply ---
struct RecruitmentMonth {
  std::int32_t month;
};  // months since January 1970
struct AdviserVetted {
  std::uint32_t adviser;
};  // joins the database
struct AdviserBirthday {
  std::uint32_t adviser;
};  // a year in the database more
struct AdviserGone {
  std::uint32_t adviser;
};  // health, age, loss of interest: for good
struct AdviserAway {
  std::uint32_t adviser;
};  // family, other work
struct AdviserBack {
  std::uint32_t adviser;
};
struct AdvisersCountedInAugust {
  std::int32_t year;
};
// --- demand ---
struct NeedArose {
  std::uint32_t need;
};
struct NeedScreened {
  std::uint32_t need;
};
struct PatienceEnded {
  std::uint32_t need;
};
struct MatchingDay {
  std::int32_t year;
  std::int32_t nth;
};
struct UpkeepPaid {
  std::int32_t year;
};
// --- engagements ---
struct VisitDue {
  std::uint32_t engagement;
};  // an interpreter is needed
struct VisitEnded {
  std::uint32_t engagement;
};
struct EngagementClosed {
  std::uint32_t engagement;
};
struct FollowedUp {
  std::uint32_t engagement;
};
struct AdviceYearEnded {
  std::int32_t year;
};

class Advice {
 public:
  static constexpr std::array accounts = {Account::B7};
  using Events =
      std::variant<RecruitmentMonth, AdviserVetted, AdviserBirthday, AdviserGone, AdviserAway,
                   AdviserBack, AdvisersCountedInAugust, YearPlanned, NeedArose, NeedScreened,
                   PatienceEnded, MatchingDay, UpkeepPaid, VisitDue, VisitEnded, EngagementClosed,
                   FollowedUp, AdviceYearEnded, RecruitmentChanged, LongShareChanged,
                   SubsidyChanged, MatchingDaysChanged, SafeguardsChanged>;

  explicit Advice(const Parameters&);

  void start(Context&);
  void on(const RecruitmentMonth&, Time, Context&);
  void on(const AdviserVetted&, Time, Context&);
  void on(const AdviserBirthday&, Time, Context&);
  void on(const AdviserGone&, Time, Context&);
  void on(const AdviserAway&, Time, Context&);
  void on(const AdviserBack&, Time, Context&);
  void on(const AdvisersCountedInAugust&, Time, Context&);
  void on(const YearPlanned&, Time, Context&);
  void on(const NeedArose&, Time, Context&);
  void on(const NeedScreened&, Time, Context&);
  void on(const PatienceEnded&, Time, Context&);
  void on(const MatchingDay&, Time, Context&);
  void on(const UpkeepPaid&, Time, Context&);
  void on(const VisitDue&, Time, Context&);
  void on(const VisitEnded&, Time, Context&);
  void on(const EngagementClosed&, Time, Context&);
  void on(const FollowedUp&, Time, Context&);
  void on(const AdviceYearEnded&, Time, Context&);
  void on(const RecruitmentChanged& change, Time, Context&) { effort_ = change.effort; }
  void on(const LongShareChanged& change, Time, Context&) { long_share_ = change.share; }
  void on(const SubsidyChanged& change, Time, Context&) { public_share_ = change.share; }
  void on(const SafeguardsChanged& change, Time, Context&) {
    safeguards_cost_ = Money{change.cost_thousand};
  }
  void on(const MatchingDaysChanged& change, Time, Context&) {
    matching_days_ = change.days_a_year;
  }

  void log_open(Context&) const;
  // Empty if every adviser, need and engagement is where it must be, else what is not.
  std::string check(const World&) const;

 private:
  enum class Standing : std::uint8_t { vetting, listed, left };
  struct Adviser {
    EntityId who;  // month of arrival and ordinal within it
    Sector specialisation;
    double age;      // years, at registration
    double quality;  // 1 on average
    Time registered;
    Standing standing = Standing::vetting;
    bool away = false;
    bool long_engaged = false;
    std::uint8_t short_engaged = 0;
    std::uint16_t spells = 0, birthdays = 0;
    bool engaged() const { return long_engaged || short_engaged > 0; }
  };
  enum class NeedState : std::uint8_t { posted, waiting, served, given_up, unmatched, withdrawn };
  struct Need {
    FirmId firm;
    int year;  // of posting: the occasion of its draws
    Time posted;
    double urgency;
    NeedState state = NeedState::posted;
    std::uint8_t tries = 0;
    Obstacle last = Obstacle::none;  // on the last matching day
    Ticket patience;
  };
  struct Engagement {
    FirmId firm;
    std::uint32_t adviser;
    std::uint32_t occasion;  // of its draws: year of the need x 16 + nth engagement of it
    bool is_long;
    int months, visits_done = 0;
    CommitmentId commitment;
    Money each_visit, firm_part;  // public money a visit; what the firm pays in all
    double outcome;
    bool core;
    std::array<std::uint8_t, 3> fields;
    int field_count;
    double absorptive_capacity;
    double gain = 0;  // in ln productivity, so far
    Time signed_on;
    Time first_visit = no_day;
    bool closed = false;
  };

  EventRow row_of(const Need&) const;
  EventRow row_of(const Engagement&) const;
  void log_end(const Need&, EventCause, Time, Context&);
  bool open(int year, const Context&) const;  // whether the account has money in the year
  double public_share(Time) const;
  double need_factor(std::uint32_t slot, const Context&) const;
  double need_factor_bound(const Context&) const;
  double price_factor(Time) const;
  int yearly_limit(int year, Time, const Context&) const;
  void plan_needs(int year, Time, Context&);
  void register_adviser(std::uint32_t month, std::uint32_t ordinal, Time, Context&);
  void schedule_spell(std::uint32_t adviser, Time, Context&);
  void screen_needs(Time, Context&);
  bool ready(const Adviser&, bool for_long) const;
  std::size_t best_adviser(const Need&, std::uint32_t occasion, bool for_long,
                           const Context&) const;
  void match(std::uint32_t need, int& places, Time, Context&);
  bool engage(FirmId, std::uint32_t adviser, std::uint32_t occasion, bool is_long, Time, Context&);
  int months_of(FirmId, std::uint32_t occasion, bool is_long, const Context&) const;
  void choose_lessons(Engagement&, Time, Context&);
  void teach(Engagement&, double dose_before, double dose_after, Time, Context&);
  void start_visits(Time, Context&);
  void renew(const Engagement&, Time, Context&);
  void leave_for_good(std::uint32_t adviser, Time, Context&);
  void count_engaged(std::uint32_t adviser, int change, bool is_long, Time, Context&);
  void set_listed(int change, Sector, Time);

  AdviceParameters parameters_;
  double effort_, long_share_;
  double public_share_ = -1;  // set by a policy; below zero: the parameters' path
  Money safeguards_cost_{};   // of each engagement
  int matching_days_;
  double months_split_;  // probability of an engagement that is not long
  double mean_months_;   // of an engagement
  int started_this_year_ = 0;
  std::vector<Adviser> advisers_;
  std::vector<Need> needs_;
  std::vector<std::uint32_t> waiting_;  // needs that are screened and not yet served
  std::vector<Engagement> engagements_;
  std::array<int, sector_count> listed_{};  // advisers of each specialisation in the database
  TimeWeighted engaged_, in_database_;      // persons
  WaitingLine<std::uint32_t> files_;        // needs to be screened
  ServerPool screeners_;
  WaitingLine<std::uint32_t> visits_;  // engagements that wait for an interpreter
  ServerPool interpreters_;
};

}  // namespace coopsim
