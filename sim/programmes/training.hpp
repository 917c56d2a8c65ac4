// SPDX-License-Identifier: Apache-2.0
// Training in Japan, courses A1 to A6: calls, applications, screening, selection, waiting lists,
// language camp, departure, return, and what trainees pass on to their firms.
#pragma once
#include <array>
#include <cstdint>
#include <variant>
#include <vector>

#include "sim/changes.hpp"
#include "sim/kernel/server_pool.hpp"
#include "sim/kernel/waiting_line.hpp"
#include "sim/programmes/shared_events.hpp"
#include "sim/programmes/training_parameters.hpp"
#include "sim/world/budget.hpp"
#include "sim/world/identity.hpp"
#include "sim/world/records.hpp"

namespace coopsim {

struct Context;
struct Parameters;
struct World;

struct CallOpened {
  std::uint32_t cohort;
};  // firms decide whether to apply
struct Applied {
  std::uint32_t application;
};
struct FileScreened {
  std::uint32_t application;
};
struct CohortSelected {
  std::uint32_t cohort;
};
struct CampStarted {
  std::uint32_t cohort;
};
struct DroppedOut {
  std::uint32_t trainee;
};
struct Departed {
  std::uint32_t cohort;
};
struct Returned {
  std::uint32_t cohort;
};
struct Socialised {
  std::uint32_t trainee;
  std::int32_t milestone;
};
struct TraineeLeft {
  std::uint32_t trainee;
};  // quits the firm
struct HostWithdrew {
  std::int32_t year;
};

// What Japan plans for courses A1 to A6 in a fiscal year.
Money japan_training_money(const Appropriations& plan, int year);

class Training {
 public:
  static constexpr std::array accounts = {Account::A1, Account::A2, Account::A3,
                                          Account::A4, Account::A5, Account::A6};
  using Events = std::variant<YearPlanned, CallOpened, Applied, FileScreened, CohortSelected,
                              CampStarted, DroppedOut, Departed, Returned, Socialised, TraineeLeft,
                              HostWithdrew, CommitmentCancelled, SelectionChanged,
                              AssociationsChanged, RetentionChanged, SeatCostChanged>;

  explicit Training(const Parameters&);

  void start(Context&);
  void on(const YearPlanned&, Time, Context&);
  void on(const CallOpened&, Time, Context&);
  void on(const Applied&, Time, Context&);
  void on(const FileScreened&, Time, Context&);
  void on(const CohortSelected&, Time, Context&);
  void on(const CampStarted&, Time, Context&);
  void on(const DroppedOut&, Time, Context&);
  void on(const Departed&, Time, Context&);
  void on(const Returned&, Time, Context&);
  void on(const Socialised&, Time, Context&);
  void on(const TraineeLeft&, Time, Context&);
  void on(const HostWithdrew&, Time, Context&);
  void on(const CommitmentCancelled&, Time, Context&);
  void on(const SelectionChanged& change, Time, Context&) { selection_ = change.rule; }
  void on(const AssociationsChanged&, Time, Context&);
  void on(const RetentionChanged& change, Time, Context&) { retention_ = change; }
  void on(const SeatCostChanged& change, Time, Context&) {
    extra_seat_cost_ = Money{change.extra_thousand};
  }

  void log_open(Context&) const;
  // Empty if every seat, person and application is where it must be, else what is not.
  std::string check(const World&) const;

 private:
  struct Cohort {
    Account course;
    std::uint32_t call;  // exogenous number of the call: year, course and place in the year
    int year;            // of the seats
    Time departs;
    int seats;
    int association = -1;                 // A5: whose course
    double rate;                          // of application, a firm, before modifiers
    int applied = 0;                      // persons
    std::vector<std::uint32_t> files;     // screened applications
    std::vector<std::uint32_t> trainees;  // selected, in order of selection
    std::vector<std::uint32_t> waiting;   // trainees-to-be, best first
    std::size_t refilled = 0;             // of `waiting`, from the front
    bool selected = false, departed = false;
  };
  struct Application {
    FirmId firm;
    std::uint32_t cohort;
    Time applied;
    int persons;
    double rank = 0;      // by the selection rule, higher first
    bool closed = false;  // its persons were ranked, or it was too late for that
  };
  enum class Status : std::uint8_t { waiting, selected, dropped_out, cancelled, abroad, returned };
  struct Trainee {
    FirmId firm;
    std::uint32_t cohort;
    std::uint8_t ordinal;  // of the person within the application
    Status status = Status::waiting;
    Time applied;
    EventCause refusal = EventCause::no_seat;  // why it waits
    CommitmentId commitment = no_commitment;
    Time returned{};
    double practice = 0;  // what the person could pass on: M
    double skill = 0;     // and E, in one field
    std::uint8_t field = 0;
    double passed_to = 0;  // years after return up to which it was passed on
    bool gone = false;     // left the firm
    EntityId entity() const {
      return entity_of(Kind::trainee, firm.slot, firm.generation, ordinal);
    }
  };

  const CourseParameters& course(Account) const;
  Money seat_cost(Account) const;
  int planned_seats(Account, int year, const Context&) const;
  void plan_host_places(int year, Time, Context&);
  void plan_course(Account, int year, Time, Context&);
  void add_cohort(Cohort, Time, Context&);
  void add_application(std::uint32_t slot, std::uint32_t cohort, double u_day, Time, Context&);
  double modifiers(std::uint32_t slot, int year, Time, const Context&) const;
  double modifier_bound(const Context&) const;
  void screen_files(Time, Context&);
  double rank(const Application&, Time, const Context&) const;
  void drop_files(Cohort&, Time, Context&);
  bool select(std::uint32_t trainee, Time, Context&);
  void give_up_seat(std::uint32_t trainee, EventCause why, Time, Context&);
  void say_why_they_wait(const Cohort&, int seats, int unfunded);
  void turn_away(const Cohort&, Time, Context&);
  void close(Application&, EventCause, Time, Context&);
  EventRow row_of(const Trainee&) const;
  void come_back(std::uint32_t trainee, std::int64_t days_abroad, int colleagues, Time, Context&);
  double learn(Trainee&, std::int64_t days_abroad, int colleagues, Time, Context&);
  double socialisation_rate(const Context&) const;
  double still_with_person(double years, const Context&) const;
  void pass_on(const Trainee&, std::uint32_t slot, double share, bool skill, Time, Context&);

  // Persons, ever: each selected one departs, drops out or is cancelled.
  struct Counts {
    std::int64_t selected = 0, dropped_out = 0, cancelled = 0, departed = 0, returned = 0;
  };

  TrainingParameters parameters_;
  Money host_reference_;  // Japan's training money of the year when hosts offered all places
  SelectionRule selection_;
  int associations_, association_interval_;
  RetentionChanged retention_{};
  Money extra_seat_cost_{}, host_fee_{};
  int host_places_ = 0, host_places_used_ = 0;  // this year
  std::vector<Cohort> cohorts_;
  std::vector<Application> applications_;
  std::vector<Trainee> trainees_;
  WaitingLine<std::uint32_t> files_;  // applications to be screened
  ServerPool screeners_;
  Counts counts_;
};

}  // namespace coopsim
