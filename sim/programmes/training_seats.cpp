// SPDX-License-Identifier: Apache-2.0
// Training: from the year's plan to places and calls.
#include <algorithm>
#include <numeric>

#include "sim/context.hpp"
#include "sim/programmes/association_sector.hpp"
#include "sim/world/draws.hpp"

namespace coopsim {
namespace {

constexpr int associations_most = 100;       // what a lever may ask for
constexpr std::uint32_t calls_a_year = 128;  // numbers kept free for one course and year
static_assert(associations_most <= int(calls_a_year));
constexpr Duration latest_call_to_selection = days(2);

// Weights need not sum to one.
double sector_share(Sector sector, const FirmParameters& firms) {
  const auto weights = firms.sector_share.values();
  return weights[index(sector)] / std::accumulate(weights.begin(), weights.end(), 0.0);
}

// REQUIRES: nth < calls_a_year. Below 2^24 until the year 21844.
constexpr std::uint32_t call_number(int year, Account course, std::uint32_t nth) {
  return (std::uint32_t(year) * std::uint32_t(course_count) + std::uint32_t(index(course))) *
             calls_a_year +
         nth;
}

}  // namespace

Money japan_training_money(const Appropriations& plan, int year) {
  Money sum{};
  for (const Account account : Training::accounts) sum += plan.of(account, Authority::japan, year);
  return sum;
}

Training::Training(const Parameters& all)
    : parameters_(all.training),
      selection_(parameters_.selection),
      associations_(parameters_.associations),
      association_interval_(parameters_.association_interval),
      screeners_(std::uint32_t(parameters_.screening_staff)) {}

void Training::start(Context& context) {
  host_reference_ =
      japan_training_money(*context.plan, context.parameters.japan.host_reference_year);
}

const CourseParameters& Training::course(Account account) const {
  switch (account) {
    case Account::A1:
      return parameters_.a1;
    case Account::A2:
      return parameters_.a2;
    case Account::A3:
      return parameters_.a3;
    case Account::A4:
      return parameters_.a4;
    case Account::A5:
      return parameters_.a5;
    default:
      return parameters_.a6;
  }
}

Money Training::seat_cost(Account account) const {
  return course(account).unit_cost + extra_seat_cost_ + host_fee_;
}

void Training::on(const AssociationsChanged& change, Time, Context&) {
  associations_ = std::clamp<int>(change.associations, 0, associations_most);
  association_interval_ = change.interval_years;
}

void Training::on(const YearPlanned& plan, Time now, Context& context) {
  plan_host_places(plan.year, now, context);
  for (const Account account : Training::accounts) plan_course(account, plan.year, now, context);
}

// Seats that the year's money pays for (equation 18; the unit cost is the public cost already).
int Training::planned_seats(Account account, int year, const Context& context) const {
  return int(context.plan->of(account, year).thousand / seat_cost(account).thousand);
}

void Training::plan_host_places(int year, Time now, Context& context) {
  const Guidelines& guidelines = context.world.guidelines;
  host_fee_ = guidelines.host_fee;
  host_places_ =
      context.world.japan.host_places(japan_training_money(*context.plan, year), host_reference_,
                                      context.parameters.budget.scale, guidelines.hosts_assured);
  host_places_used_ = 0;
  const double chance = context.world.japan.withdrawal_chance(guidelines.hosts_assured);
  for (int place = 0; place < host_places_; ++place) {
    const EntityId host = entity_of(Kind::host, std::uint32_t(place));
    const auto u = context.random.uniforms(host, draw::host_withdraw, std::uint32_t(year));
    if (u[0] >= chance) continue;
    context.calendar.schedule(now + days(1 + std::int64_t(u[1] * 364)), Phase::completion, host,
                              HostWithdrew{year});
  }
}

// Cohorts of a course: one a start month, or for A5 one an association whose turn it is.
void Training::plan_course(Account account, int year, Time now, Context& context) {
  std::vector<unsigned> months;
  for (unsigned month = 1; month <= 12; ++month)
    if (course(account).start_months.has(month)) months.push_back(month);
  std::vector<int> holders = {-1};  // associations; -1: the foundation itself
  if (account == Account::A5) {
    holders.clear();
    for (int nth = 0; nth < std::min(associations_, context.world.fields.kept); ++nth) {
      const int k = context.world.fields.association(nth);
      if ((year + k) % association_interval_ == 0) holders.push_back(k);
    }
  }
  const std::size_t cohorts = account == Account::A5 ? holders.size() : months.size();
  if (months.empty() || cohorts == 0) return;
  const int seats = planned_seats(account, year, context);
  if (account == Account::A5)
    context.emit(AssociationsAgreed{
        year, seats > 0 ? std::min(associations_, context.world.fields.kept) : 0});
  const double rate = course(account).application_rate / double(cohorts);
  for (std::size_t nth = 0; nth < cohorts; ++nth) {
    Cohort cohort{.course = account,
                  .call = call_number(year, account, std::uint32_t(nth)),
                  .year = year,
                  .departs = {},
                  .seats = 0,
                  .rate = rate,
                  .applied = 0,
                  .files = {},
                  .trainees = {},
                  .waiting = {}};
    const int even = seats / int(cohorts), extra = seats % int(cohorts);
    cohort.seats = even + (int(nth) < extra ? 1 : 0);
    cohort.departs = date(year, months[nth % months.size()], unsigned(parameters_.start_day));
    if (account == Account::A5) {
      cohort.association = holders[nth];
      const Sector sector = sector_of(cohort.association);
      const double share = sector_share(sector, context.parameters.firms);
      cohort.rate = share > 0 ? rate / share : 0.0;
    }
    if (cohort.seats > 0) add_cohort(cohort, now, context);
  }
}

// A cohort that starts early in the year has a shorter call, but always one.
void Training::add_cohort(Cohort cohort, Time now, Context& context) {
  const EntityId who = entity_of(Kind::cohort, cohort.call);
  const auto number = std::uint32_t(cohorts_.size());
  const Time call = std::max(now, cohort.departs - days(parameters_.call_days));
  const Time selection = std::max(
      call + latest_call_to_selection,
      cohort.departs -
          days(parameters_.call_days - parameters_.window_days - parameters_.selection_days));
  const Time camp = std::max(selection, cohort.departs - days(course(cohort.course).camp_days));
  cohort.departs = std::max(cohort.departs, selection + days(1));
  context.calendar.schedule(call, Phase::arrival, who, CallOpened{number});
  context.calendar.schedule(selection, Phase::dispatch, who, CohortSelected{number});
  if (course(cohort.course).camp_days > 0)
    context.calendar.schedule(camp, Phase::dispatch, who, CampStarted{number});
  context.calendar.schedule(cohort.departs, Phase::dispatch, who, Departed{number});
  cohorts_.push_back(std::move(cohort));
}

}  // namespace coopsim
