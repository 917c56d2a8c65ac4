// SPDX-License-Identifier: Apache-2.0
#include "cli/record_needs.hpp"

#include <algorithm>

#include "output/format.hpp"

namespace coopsim::cli {
namespace {

constexpr std::uint64_t bytes_of_labels = 60'000;  // of either table, its first chunks aside

template <class Table>
std::uint64_t worlds_of(const Table& table, const Scenario& scenario, const Selection& selection) {
  const auto policies = std::ranges::count_if(selection.policies, [&](int number) {
    return table.policies.has(scenario.policies[std::size_t(number)].name);
  });
  const int first = std::max(table.first_replication, selection.first_replication);
  const int last = std::min(table.first_replication + table.replications,
                            selection.first_replication + selection.replications);
  return std::uint64_t(policies) * std::uint64_t(std::max(0, last - first));
}

// Rows of one programme in one year under the planned money of a policy.
class YearOfEvents {
 public:
  YearOfEvents(const Parameters& parameters, const Appropriations& money, int year)
      : p_(parameters),
        money_(money),
        year_(year),
        firms_(double(parameters.firms.count)),
        scale_(parameters.budget.scale) {}

  double rows(RecordedProgramme programme) const {
    switch (programme) {
      case RecordedProgramme::training:
        return training();
      case RecordedProgramme::advice:
        return advice();
      case RecordedProgramme::cooperation:
        return cooperation();
      case RecordedProgramme::study_groups:
        return units(Account::B8, p_.study_groups.firm_year);
      case RecordedProgramme::meetings:
        return places() + consultations();
      case RecordedProgramme::trade:
        return consultations() * p_.trade.contract_chance;
      case RecordedProgramme::outsourcing:
        return is_open(p_.outsourcing.opens) && has(Account::C1)
                   ? scale_ * (p_.outsourcing.candidates_least + p_.outsourcing.candidates_most) / 2
                   : 0;
      case RecordedProgramme::scouting:
        return is_open(p_.scouting.opens) ? units(Account::C7, p_.scouting.hit) : 0;
      case RecordedProgramme::alliances:
        return rows(RecordedProgramme::scouting) * p_.scouting.alliance_chance +
               rows(RecordedProgramme::regions) * p_.regions.live_share;
      case RecordedProgramme::regions:
        return std::min(units(Account::C6, p_.regions.meeting), p_.regions.most_meetings * scale_) *
               p_.regions.proposals;
      case RecordedProgramme::information:
        return is_open(p_.information.opens) && has(Account::C5)
                   ? firms_ * p_.information.question_rate
                   : 0;
    }
    return 0;
  }

 private:
  bool has(Account account) const { return money_.of(account, year_).thousand > 0; }
  bool is_open(Time opens) const { return date(year_, 12, 31) >= opens; }
  double units(Account account, Money price) const {
    return double(money_.of(account, year_).thousand) /
           double(std::max<std::int64_t>(1, price.thousand));
  }
  double training() const {
    const TrainingParameters& t = p_.training;
    const double persons = 1.0 + (t.persons_most - 1) * t.persons_chance;
    const std::array<const CourseParameters*, course_count> courses = {&t.a1, &t.a2, &t.a3,
                                                                       &t.a4, &t.a5, &t.a6};
    double rate = 0;
    for (std::size_t i = 0; i < courses.size(); ++i)
      if (has(Account(i))) rate += courses[i]->application_rate;
    return firms_ * rate * persons;
  }
  double advice() const {
    const AdviceParameters& a = p_.advice;
    if (!has(Account::B7) || date(year_, 1, 1) < a.first_needs) return 0;
    const double needs = firms_ * a.need_rate;
    constexpr double months = 6;  // of a usual engagement
    return needs + std::min(needs, units(Account::B7, a.cost_per_month) / months);
  }
  double cooperation() const {
    double sum = 0;
    for (const Account account : cooperation_accounts)
      sum += units(account,
                   account == Account::B11 ? p_.cooperation.guidance : p_.cooperation.project);
    return sum;
  }
  double places() const {
    const MeetingsParameters& m = p_.meetings;
    return units(Account::C2, m.consultation_place) + units(Account::C3, m.exhibition_booth) +
           units(Account::C4, m.mission) * m.mission_firms;
  }
  double consultations() const {
    return places() * p_.meetings.meetings_a_place * (1.0 + p_.meetings.follow_up);
  }

  const Parameters& p_;
  const Appropriations& money_;
  int year_;
  double firms_, scale_;
};

// The mean over the policies that are chosen.
double events_of(const Scenario& scenario) {
  const RunParameters& run = scenario.parameters.run;
  const EventsParameters& events = scenario.parameters.events;
  const int first = year_of(events.history ? run.start : run.policies_start);
  double sum = 0, policies = 0;
  for (const Policy& policy : scenario.policies) {
    if (!events.policies.has(policy.name)) continue;
    policies += 1;
    for (int year = first; year < year_of(run.end); ++year)
      for (std::size_t i = 0; i < recorded_programme_count; ++i)
        if (const auto programme = static_cast<RecordedProgramme>(i);
            events.programmes.has(programme))
          sum += YearOfEvents(scenario.parameters, policy.money, year).rows(programme);
  }
  return policies > 0 ? sum / policies : 0.0;
}

}  // namespace

std::uint64_t RecordNeeds::disk() const {
  const auto chunks = [](std::uint64_t rows) {
    return (rows + rows_a_chunk - 1) / rows_a_chunk * rows_a_chunk;
  };
  return (event_worlds > 0 ? bytes_of_labels + chunks(events()) * bytes_an_event : 0) +
         (panel_worlds > 0 ? bytes_of_labels + chunks(rows()) * bytes_a_firm_year : 0);
}

std::uint64_t RecordNeeds::memory(std::uint64_t jobs) const {
  const std::uint64_t replications = jobs + 2;  // one is delivered, one kept until it is whole
  const auto most = [&](std::uint64_t worlds, std::uint64_t policies) {
    return std::min(worlds, replications * policies);
  };
  return most(event_worlds, event_policies) * events_a_world * sizeof(EventRow) +
         most(panel_worlds, panel_policies) * rows_a_world * sizeof(FirmYear);
}

RecordNeeds record_needs(const Scenario& scenario, const Selection& selection) {
  const Parameters& p = scenario.parameters;
  RecordNeeds needs;
  needs.event_worlds = worlds_of(p.events, scenario, selection);
  needs.panel_worlds = worlds_of(p.panel, scenario, selection);
  needs.event_policies = p.events.policies.names.size();
  needs.panel_policies = p.panel.policies.names.size();
  if (needs.event_worlds > 0) needs.events_a_world = std::uint64_t(events_of(scenario));
  const int first = year_of(p.panel.history ? p.run.start : p.run.policies_start);
  if (needs.panel_worlds > 0)
    needs.rows_a_world = std::uint64_t(p.firms.count) * std::uint64_t(year_of(p.run.end) - first);
  return needs;
}

}  // namespace coopsim::cli
