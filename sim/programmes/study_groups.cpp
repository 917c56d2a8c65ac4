// SPDX-License-Identifier: Apache-2.0
#include "sim/programmes/study_groups.hpp"

#include <algorithm>

#include "sim/context.hpp"
#include "sim/kernel/distribution.hpp"
#include "sim/kernel/math.hpp"
#include "sim/programmes/firm_costs.hpp"
#include "sim/programmes/teaching.hpp"
#include "sim/world/draws.hpp"
#include "sim/world/lot.hpp"

namespace coopsim {
namespace {

constexpr unsigned formed_in = 4, session_day = 20;  // April: Japan's half of the money is there
constexpr std::size_t months_a_year = 12;

}  // namespace

StudyGroups::StudyGroups(const Parameters& all) : parameters_(all.study_groups) {}

void StudyGroups::start(Context& context) {
  adopters_.resize(context.world.firms.count());
  members_.resize(context.world.firms.count());
}

// A leader's year costs the same whatever the number that listens: what firms of a usual group pay.
Money StudyGroups::group_year() const {
  return Money{parameters_.firm_year.thousand * parameters_.size};
}

bool StudyGroups::adopted(const Firms& firms, std::uint32_t slot) const {
  return adopters_[slot] == firms[slot].generation + 1;
}

void StudyGroups::on(const YearPlanned& plan, Time now, Context& context) {
  const EntityId who = entity_of(Kind::group, std::uint32_t(plan.year));
  if (context.plan->of(Account::B8, plan.year).thousand > 0)
    context.calendar.schedule(std::max(now, date(plan.year, formed_in, 10)), Phase::dispatch, who,
                              GroupsFormed{plan.year});
  if (!groups_.empty())
    context.calendar.schedule(date(plan.year, 12, 30), Phase::review, who,
                              MonozukuriSpread{plan.year});
}

// Whole groups only. Firms with the lowest numbers are members; neighbours in that order share a
// group.
void StudyGroups::on(const GroupsFormed& event, Time now, Context& context) {
  World& world = context.world;
  const StudyGroupParameters& p = parameters_;
  const Money each = group_year();
  const int size = world.guidelines.group_size.value_or(p.size);
  const auto paid = context.plan->of(Account::B8, event.year).thousand / each.thousand;
  const auto led = std::int64_t(double(p.most_firms) * context.parameters.budget.scale) / size;
  const auto groups = std::size_t(std::min(paid, led));
  const TargetFirms& target = world.guidelines.target(Account::B8);
  const auto members = chosen_by_lot(
      {context.random, entity_of(Kind::period, std::uint32_t(event.year)), draw::member},
      world.firms.slots(), groups * std::size_t(size), 1.0,
      [&](std::uint32_t slot) { return target.weight(world.firms, slot); });
  for (std::size_t first = 0; first + std::size_t(size) <= members.size();
       first += std::size_t(size)) {
    const CommitmentId commitment = world.budget.commit(Account::B8, each);
    if (commitment == no_commitment) break;
    const auto number = std::uint32_t(groups_.size());
    Group& group = groups_.emplace_back();
    group.year = event.year;
    group.commitment = commitment;
    group.formed = now;
    for (std::size_t i = 0; i < std::size_t(size); ++i)
      group.members.push_back(world.firms.id(members[first + i]));
    const double u =
        context.random.uniform(group.members[0].entity(), draw::leader, std::uint32_t(event.year));
    group.quality = log_normal_quantile(u, 1.0, p.leader_log_sd);
    context.emit(GroupFormed{event.year, size});
    for (const FirmId firm : group.members)
      context.emit(GroupJoined{event.year, world.firms.where(firm.slot)});
    context.calendar.schedule(std::max(now, date(event.year, formed_in, session_day)),
                              Phase::completion, group.members[0].entity(), GroupMet{number});
  }
}

void StudyGroups::on(const CommitmentCancelled& event, Time now, Context& context) {
  if (!spends<StudyGroups>(event.account)) return;
  for (auto group = groups_.rbegin(); group != groups_.rend(); ++group)
    if (group->commitment == event.commitment && !group->dissolved) {
      group->dissolved = true;
      context.emit(GroupDissolved{group->year});
      log_members(*group, EventResult::not_served, EventCause::cut, now, context);
      return;
    }
}

// Each session pays its part of the year and teaches its part of the rise.
void StudyGroups::on(const GroupMet& event, Time now, Context& context) {
  Group& group = groups_[event.group];
  if (group.dissolved) return;
  World& world = context.world;
  const StudyGroupParameters& p = parameters_;
  const bool last = ++group.held == p.sessions;
  if (group.first_session == no_day) group.first_session = now;
  const Money open = world.budget.open_amount(group.commitment);
  const Money part{group_year().thousand / p.sessions};
  world.budget.protect(group.commitment);
  world.budget.pay(group.commitment, last ? open : std::min(part, open));
  for (const FirmId firm : group.members) {
    if (!world.firms.lives(firm)) continue;
    world.firms.mark_served(firm.slot);
    members_[firm.slot] = std::uint16_t(firm.generation + 1);
    charge(Account::B8, instalment(context.parameters.economics.group_year, group.held, p.sessions),
           now, context);
    const double gained =
        world.firms.gain_practice(firm.slot, p.practice * group.quality / p.sessions, now);
    credit(Account::B8, firm.slot, gained, 0, now, context);
  }
  context.emit(GroupSession{year_of(now)});
  if (last) return log_members(group, EventResult::served, EventCause::completed, now, context);
  const auto month =
      unsigned(formed_in - 1 + months_a_year * std::size_t(group.held) / std::size_t(p.sessions));
  context.calendar.schedule(date(group.year + int(month / 12), month % 12 + 1, session_day),
                            Phase::completion, group.members[0].entity(), event);
}

// Members adopt of themselves; firms with a Japanese tie follow the adopters of their sector among
// such firms. An adoption raises practice once.
void StudyGroups::on(const MonozukuriSpread& event, Time now, Context& context) {
  Firms& firms = context.world.firms;
  std::array<double, sector_count> tied{}, adopters{};
  for (const std::uint32_t slot : firms.slots()) {
    if (firms[slot].ties == 0) continue;
    tied[index(firms[slot].sector)] += 1;
    adopters[index(firms[slot].sector)] += adopted(firms, slot);
  }
  int adoptions = 0;
  for (const std::uint32_t slot : firms.slots()) {
    if (adopted(firms, slot)) continue;
    const std::size_t sector = index(firms[slot].sector);
    const bool member = members_[slot] == firms[slot].generation + 1;
    const double known =
        firms[slot].ties > 0 && tied[sector] > 0 ? adopters[sector] / tied[sector] : 0.0;
    const double hazard = (member ? parameters_.innovation : 0.0) + parameters_.imitation * known;
    if (hazard == 0) continue;
    const double u =
        context.random.uniform(firms.id(slot).entity(), draw::adopt, std::uint32_t(event.year));
    if (!bernoulli(u, 1.0 - math::exp(-hazard))) continue;
    adopters_[slot] = std::uint16_t(firms[slot].generation + 1);
    credit(Account::B8, slot, firms.gain_practice(slot, parameters_.adoption, now), 0, now,
           context);
    ++adoptions;
  }
  context.emit(MonozukuriAdopted{event.year, adoptions});
}

// A row a member. Who closed on the way is in it with the day on which the group ended.
void StudyGroups::log_members(const Group& group, EventResult result, EventCause why, Time now,
                              Context& context) {
  for (const FirmId firm : group.members) {
    const bool left = why == EventCause::completed && !context.world.firms.lives(firm);
    context.tell({.kind = EventKind::study_group_place,
                  .account = Account::B8,
                  .firm = firm,
                  .asked = group.formed,
                  .started = group.first_session,
                  .ended = now,
                  .result = result,
                  .cause = left ? EventCause::firm_closed : why});
  }
}

void StudyGroups::log_open(Context& context) const {
  for (const Group& group : groups_)
    if (!group.dissolved && group.held < parameters_.sessions)
      log_members(group, EventResult::open, EventCause::running, no_day, context);
}

std::string StudyGroups::check(const World& world) const {
  for (const Group& group : groups_) {
    if (!group.dissolved && group.held != parameters_.sessions)
      return "study groups: a group has not held all its sessions";
    if (world.budget.open_amount(group.commitment) != Money{})
      return "study groups: a group that is over still holds money";
  }
  return {};
}

}  // namespace coopsim
