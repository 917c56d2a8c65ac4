// SPDX-License-Identifier: Apache-2.0
#include "analysis/gain_ledger.hpp"

#include <utility>

namespace coopsim {
namespace {

constexpr double rounding = 1e-9;  // of settling what fades; a gain is far larger

}  // namespace

GainLedger::GainLedger(std::vector<FirmId> firms, Time until)
    : firms_(std::move(firms)), until_(until), before_(firms_.size()) {}

void GainLedger::begins(const Entry<Event>& entry, const World& world) {
  world_ = &world;
  now_ = entry.at();
  event_ = entry.event.index();
  entered_ = false;
  for (std::size_t i = 0; i < firms_.size(); ++i)
    before_[i] = world.firms.gains(firms_[i].slot, now_);
}

void GainLedger::enters(std::size_t programme) {
  if (entered_) book();
  programme_ = programme;
  entered_ = true;
}

void GainLedger::ends(const Entry<Event>&, const World&) { book(); }

// The firm must be the one meant, not another that lives or lived in its place.
void GainLedger::book() {
  if (now_ > until_) return;
  const Firms& firms = world_->firms;
  for (std::size_t i = 0; i < firms_.size(); ++i) {
    if (!firms.lives(firms_[i])) continue;
    const Gains now = firms.gains(firms_[i].slot, now_);
    const double practice = now.practice - before_[i].practice;
    const double technology = now.skills - before_[i].skills;
    before_[i] = now;
    if (practice > rounding || technology > rounding)
      entries_.push_back({i, now_, programme_, event_, practice, technology});
  }
}

}  // namespace coopsim
