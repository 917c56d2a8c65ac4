// SPDX-License-Identifier: Apache-2.0
#include "sim/replication.hpp"

#include <stdexcept>

#include "sim/context.hpp"

namespace coopsim {
namespace {

// After the end the run goes on for so long, only to finish what has begun.
constexpr Duration aftermath = days(184);

int last_published_year(const RunParameters& run) { return year_of(run.end - Duration(1)); }

class Schedule final : public Announcements {
 public:
  Schedule(Calendar<Event>& calendar, Time start) : calendar_(calendar), start_(start) {}
  void at(Time when, const Change& change) override {
    std::visit(
        [&](const auto& event) {
          calendar_.schedule(std::max(when, start_), Phase::policy, entity_of(Kind::world), event);
        },
        change);
  }
  Time policies_start() const override { return start_; }

 private:
  Calendar<Event>& calendar_;
  Time start_;
};

}  // namespace

Study::Study(const Scenario& from)
    : scenario(from),
      history(from.accounts, from.parameters.budget.scale, year_of(from.parameters.run.start) - 1,
              year_of(from.parameters.run.end)),
      recording(std::make_shared<const RecordingPlan>(ResponseLayout(
          year_of(from.parameters.run.start), last_published_year(from.parameters.run)))) {}

Replication::Replication(const Study& study, int number, const Reference* without)
    : study_(&study),
      plan_(&study.history),
      without_(without),
      random_(std::uint64_t(study.scenario.parameters.run.seed), std::uint32_t(number)),
      calendar_(study.scenario.parameters.run.start, study.scenario.parameters.run.end + aftermath),
      world_{
          Firms(study.scenario.parameters.firms, study.scenario.parameters.trade.value_added_share,
                study.scenario.parameters.learning, random_),
          Budget(study.scenario.parameters.budget, modelled_accounts()),
          Japan(study.scenario.parameters.japan), Macro(study.scenario.parameters.macro)},
      programmes_(make_programmes(study.scenario.parameters)),
      recorder_(study.recording),
      watch_(std::variant_size_v<Event>, event_name,
             std::uint64_t(study.scenario.parameters.run.max_events)) {
  records_.begin(study.scenario.parameters.events, study.scenario.parameters.panel, number,
                 world_.firms.count());
  start();
}

void Replication::start() {
  Context now = context();
  for_each_programme(programmes_, [&](auto& programme) {
    if constexpr (requires { programme.start(now); }) programme.start(now);
  });
}

Context Replication::context() {
  return {study_->scenario.parameters,
          !world_.reviewed.none() ? &world_.reviewed
          : steering_             ? &steering_->money()
                                  : plan_,
          random_,
          calendar_,
          world_,
          recorder_,
          fingerprint_,
          keep_,
          without_,
          keep_baseline_,
          baseline_,
          steering_ ? &*steering_ : nullptr,
          records_,
          nullptr};
}

void Replication::count(const Entry<Event>& entry) {
  ++events_;
  watch_.saw(entry.event.index(), entry.at());
  fingerprint_.add(std::uint64_t(entry.when));
  fingerprint_.add(entry.who.bits ^ entry.event.index());
}

// The whole simulation: take the next event, give it to the programme that it belongs to.
void Replication::run_until(Time when) {
  Context now = context();
  while (const Entry<Event>* entry = calendar_.next(when)) {
    count(*entry);
    std::visit([&](const auto& event) { deliver(event, entry->at(), programmes_, now); },
               entry->event);
  }
}

void Replication::run_observed(Time when, RunObserver& observer) {
  Context now = context();
  now.listener = &observer;
  while (const Entry<Event>* entry = calendar_.next(when)) {
    observer.begins(*entry, world_);
    count(*entry);
    std::visit(
        [&](const auto& event) {
          deliver(event, entry->at(), programmes_, now,
                  [&](std::size_t programme) { observer.enters(programme); });
        },
        entry->event);
    observer.ends(*entry, world_);
  }
}

void Replication::announce(const Policy& policy) {
  const Parameters& parameters = study_->scenario.parameters;
  const RunParameters& run = parameters.run;
  records_.go_on(parameters.events, parameters.panel, policy.name);
  if (policy.when) {
    plan_money(policy.when->money);
    steering_.emplace(policy, study_->scenario.parameters);
    if (run.policies_start < run.end)
      calendar_.schedule(run.policies_start, Phase::policy, entity_of(Kind::world),
                         YearSteered{year_of(run.policies_start)});
    return;
  }
  plan_money(policy.money);
  Schedule schedule(calendar_, run.policies_start);
  for (const auto& lever : policy.levers) lever->announce(schedule);
}

void Replication::stop() {
  records_.stop();
  plan_money(study_->nothing);
}

void Replication::plan_money(const Appropriations& plan) {
  plan_ = &plan;
  world_.reviewed = {};
}

void Replication::run_without_programme(Reference& keep) {
  keep = Reference{year_of(study_->scenario.parameters.run.start), {}};
  keep_ = &keep;
  stop();
  finish();
  keep_ = nullptr;
}

void Replication::finish() {
  run_until(calendar_.horizon());
  log_what_is_open();
  check();
}

void Replication::log_what_is_open() {
  Context now = context();
  for_each_programme(programmes_, [&](const auto& programme) {
    if constexpr (requires { programme.log_open(now); }) programme.log_open(now);
  });
}

void Replication::check() const {
  const auto insist = [](const std::string& problem) {
    if (!problem.empty()) throw std::logic_error("not accounted for: " + problem);
  };
  insist(world_.budget.check());
  for_each_programme(programmes_, [&](const auto& programme) {
    if constexpr (requires { programme.check(world_); }) insist(programme.check(world_));
  });
}

Fingerprint::Value Replication::fingerprint() const {
  Fingerprint whole = fingerprint_;
  whole.add(events_);
  whole.add(random_.draws());
  return whole.value();
}

}  // namespace coopsim
