// SPDX-License-Identifier: Apache-2.0
#include "sim/programmes/regions.hpp"

#include <algorithm>
#include <vector>

#include "sim/context.hpp"
#include "sim/kernel/distribution.hpp"
#include "sim/programmes/alliances.hpp"
#include "sim/world/deals.hpp"
#include "sim/world/draws.hpp"
#include "sim/world/lot.hpp"

namespace coopsim {
namespace {

// In the order in which regions begin to meet: Kyushu's partner first (1993), then Hokuriku's
// (2000), then Tokai, Kansai, Kanto.
constexpr std::array meeting_order = {Region::busan, Region::other, Region::daejeon, Region::daegu,
                                      Region::capital};

// The regions that may meet, first those that are meant; the others if they are not shut out.
std::vector<Region> meeting(const Context& context) {
  const TargetFirms& target = context.world.guidelines.target(Account::C6);
  std::vector<Region> regions;
  for (const Region region : meeting_order)
    if (target.has_region(region)) regions.push_back(region);
  for (const Region region : meeting_order)
    if (!target.has_region(region) && target.others > 0) regions.push_back(region);
  return regions;
}

}  // namespace

Regions::Regions(const Parameters& all) : parameters_(all.regions) {}

void Regions::on(const YearPlanned& plan, Time now, Context& context) {
  const RegionParameters& p = parameters_;
  const Money money = context.plan->of(Account::C6, plan.year);
  if (money.thousand <= 0) return;
  const EntityId who = entity_of(Kind::period, std::uint32_t(plan.year));
  context.calendar.schedule(std::max(now, date(plan.year, unsigned(p.conference_month), 12)),
                            Phase::dispatch, who, ConferenceHeld{plan.year});
  const double unit = double(p.meeting.thousand) * context.parameters.budget.scale;
  const std::vector<Region> regions = meeting(context);
  const int meetings =
      std::min({p.most_meetings, int(regions.size()), int(double(money.thousand) / unit + 1e-9)});
  for (int k = 0; k < meetings; ++k) {
    const auto month = std::min(12u, unsigned(p.meeting_month + k));
    context.calendar.schedule(std::max(now, date(plan.year, month, 15)), Phase::dispatch, who,
                              RegionsMet{regions[std::size_t(k)], plan.year});
  }
}

// Proposals come from the region's firms, some from anywhere; a few become projects.
void Regions::on(const RegionsMet& event, Time now, Context& context) {
  World& world = context.world;
  const RegionParameters& p = parameters_;
  const double scale = context.parameters.budget.scale;
  const Money cost{std::int64_t(double(p.meeting.thousand) * scale)};
  const CommitmentId paid = world.budget.commit(Account::C6, cost);
  if (paid == no_commitment) return;
  world.budget.pay(paid, cost);
  const auto occasion = std::uint32_t(event.year) << 8 | std::uint32_t(index(event.region));
  const TargetFirms& target = world.guidelines.target(Account::C6);
  const auto weight = [&](std::uint32_t slot) {
    return world.firms[slot].region == event.region ? target.weight(world.firms, slot) : 0.0;
  };
  const auto anywhere = [&](std::uint32_t slot) { return target.weight(world.firms, slot); };
  const EntityId meeting =
      entity_of(Kind::period, std::uint32_t(event.year), 0, std::uint32_t(index(event.region)));
  const int proposals = int(scale * p.proposals + .5);
  const int wider = int(p.wider_share * proposals + .5);
  std::vector<std::uint32_t> firms =
      chosen_by_lot({context.random, meeting, draw::proposal}, world.firms.slots(),
                    std::size_t(proposals - wider), 1.0, weight);
  for (const std::uint32_t slot :
       chosen_by_lot({context.random, meeting, draw::wider_proposal}, world.firms.slots(),
                     std::size_t(wider), 1.0, anywhere))
    if (std::find(firms.begin(), firms.end(), slot) == firms.end()) firms.push_back(slot);
  int lived = 0;
  for (const std::uint32_t slot : firms) {
    const FirmId firm = world.firms.id(slot);
    const bool lives = bernoulli(
        context.random.uniform(firm.entity(), draw::proposal_lives, occasion), p.live_share);
    context.tell({.kind = EventKind::proposal,
                  .account = Account::C6,
                  .firm = firm,
                  .asked = now,
                  .started = now,
                  .ended = now,
                  .result = lives ? EventResult::alliance : EventResult::no_result});
    if (!lives) continue;
    ++lived;
    begin_alliance(firm, Account::C6,
                   deal_occasion(event.year, Account::C6, std::uint32_t(index(event.region))), now,
                   context);
  }
  if (p.cluster_effect != 0)
    for (const std::uint32_t slot : world.firms.slots())
      if (world.firms[slot].region == event.region)
        world.firms.gain_practice(slot, p.cluster_effect, now);
  context.emit(RegionalMeeting{event.year, int(firms.size()), lived});
}

void Regions::on(const ConferenceHeld& event, Time, Context& context) {
  World& world = context.world;
  const auto year = std::uint32_t(event.year);
  const auto places = std::size_t(parameters_.conference_places * context.parameters.budget.scale);
  const PointSource source{context.random, entity_of(Kind::period, year), draw::conference};
  const auto anyone = [](std::uint32_t) { return 1.0; };
  for (const std::uint32_t slot : chosen_by_lot(source, world.firms.slots(), places, 1.0, anyone)) {
    const EntityId firm = world.firms.id(slot).entity();
    if (bernoulli(context.random.uniform(firm, draw::conference_tie, year),
                  parameters_.conference_tie))
      world.firms.add_tie(slot);
  }
}

}  // namespace coopsim
