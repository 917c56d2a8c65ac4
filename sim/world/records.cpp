// SPDX-License-Identifier: Apache-2.0
#include "sim/world/records.hpp"

#include "sim/world/firms.hpp"

namespace coopsim {
namespace {

std::uint16_t bit_of(std::size_t kind) { return std::uint16_t(1u << kind); }

std::uint16_t kinds_of(ProgrammeChoice programmes) {
  std::uint16_t bits = 0;
  for (std::size_t i = 0; i < event_kinds.size(); ++i)
    if (programmes.has(event_kinds[i].programme)) bits = std::uint16_t(bits | bit_of(i));
  return bits;
}

constexpr std::uint16_t services = [] {
  unsigned bits = 0;
  for (std::size_t i = 0; i < event_kinds.size(); ++i)
    if (event_kinds[i].service) bits |= 1u << i;
  return std::uint16_t(bits);
}();

}  // namespace

void RecordKeeper::hear() { heard_ = std::uint16_t(written_ | (panel_ ? services : 0)); }

void RecordKeeper::begin(const EventsParameters& events, const PanelParameters& panel,
                         int replication, std::size_t firms) {
  written_ = records_replication(events, replication) ? kinds_of(events.programmes) : 0;
  panel_ = records_replication(panel, replication);
  services_.resize(panel_ ? firms : 0);
  hear();
}

void RecordKeeper::go_on(const EventsParameters& events, const PanelParameters& panel,
                         std::string_view policy) {
  if (!events.policies.has(policy)) written_ = 0;
  if (written_ == 0 || !events.history) records_.events = {};
  panel_ = panel_ && panel.policies.has(policy);
  if (!panel_ || !panel.history) records_.panel = {};
  if (!panel_) services_ = {};
  hear();
}

void RecordKeeper::add(EventRow row, const Firms& firms) {
  const auto kind = std::size_t(row.kind);
  if (panel_ && event_kinds[kind].service && row.started != no_day &&
      row.result != EventResult::open && firms.lives(row.firm)) {
    Services& received = services_[row.firm.slot];
    if (received.generation != row.firm.generation)
      received = {std::uint16_t(row.firm.generation), 0};
    ++received.count;
  }
  if (!(written_ & bit_of(kind))) return;
  row.sector = firms[row.firm.slot].sector;
  row.region = firms[row.firm.slot].region;
  records_.events.push_back(row);
}

std::uint16_t RecordKeeper::take_services(FirmId firm) {
  Services& received = services_[firm.slot];
  const std::uint16_t count = received.generation == firm.generation ? received.count : 0;
  received.count = 0;
  return count;
}

}  // namespace coopsim
