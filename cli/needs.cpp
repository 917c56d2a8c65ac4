// SPDX-License-Identifier: Apache-2.0
#include "cli/needs.hpp"

#include <fmt/core.h>
#include <unistd.h>

#include <algorithm>
#include <cmath>

#include "cli/execution_facts.hpp"
#include "cli/text.hpp"
#include "output/format.hpp"
#include "sim/experiment.hpp"
#include "sim/world/firms.hpp"

namespace coopsim::cli {
namespace {

// A firm of a world: its state, its next birthday on the calendar, its share of the programmes'.
constexpr std::uint64_t bytes_a_firm = sizeof(Firm) + 64 + 120;
// Of the world without programme, 14; of the baseline 16, for the few firms that differ from it.
constexpr std::uint64_t bytes_a_firm_year_kept = 16;
constexpr std::uint64_t bytes_of_program = 40'000'000, bytes_of_labels_a_series = 31'000;
constexpr std::uint64_t most_bytes_buffered = 64 << 20;  // by the writer of a result

// Beyond this many firms a probe takes two smaller numbers and draws a line through them.
constexpr std::int64_t most_firms_probed = 20'000;

std::uint64_t physical_memory() {
  const long pages = ::sysconf(_SC_PHYS_PAGES), size = ::sysconf(_SC_PAGESIZE);
  return pages > 0 && size > 0 ? std::uint64_t(pages) * std::uint64_t(size) : UINT64_MAX;
}

std::uint64_t free_disk(const std::filesystem::path& folder) {
  std::error_code error;
  std::filesystem::path there = std::filesystem::absolute(folder, error);
  while (there.has_relative_path() && !std::filesystem::exists(there, error))
    there = there.parent_path();
  const auto space = std::filesystem::space(there, error);
  const bool unknown = error || space.capacity == 0;  // such as /proc
  return unknown ? UINT64_MAX : std::uint64_t(space.available);
}

// One replication of the selection, on one thread.
Probe one_replication(Scenario scenario, const Selection& selection, std::int64_t firms) {
  scenario.parameters.firms.count = static_cast<decltype(FirmParameters::count)>(firms);
  ExperimentOptions options;
  options.threads = 1;
  options.first_replication = selection.first_replication;
  options.replications = 1;
  options.policies = selection.policies;
  Probe one;
  const Stopwatch stopwatch;
  run_experiment(scenario, options, [&](const Outcome& outcome) {
    one.events += outcome.work.events;
    if (one.failure.empty() && !outcome.error.empty())
      one.failure = fmt::format("{}:{}: {}", world_name(outcome, scenario), outcome.replication,
                                outcome.error);
  });
  one.seconds = stopwatch.seconds();
  return one;
}

// The value at `firms` on the line through (few, a) and (2 few, b).
double on_line(double few, double a, double b, double firms) {
  return std::max(b, a + (b - a) * (firms - few) / few);
}

Probe larger(const Scenario& scenario, const Selection& selection, std::int64_t firms) {
  const std::int64_t few = most_firms_probed / 4;
  const Probe a = one_replication(scenario, selection, few);
  Probe b = one_replication(scenario, selection, 2 * few);
  b.seconds = on_line(double(few), a.seconds, b.seconds, double(firms));
  b.events = std::uint64_t(
      std::llround(on_line(double(few), double(a.events), double(b.events), double(firms))));
  return b;
}

// Of group `assumptions`.
std::uint64_t drawn_bytes(const Scenario& scenario, const ResponseLayout& layout,
                          std::uint64_t policies) {
  const RunParameters& run = scenario.parameters.run;
  const auto whole = std::uint64_t(std::ranges::count_if(
      layout.series(), [](const Series& series) { return series.split == Split::whole; }));
  return std::uint64_t(run.draws) * std::uint64_t(run.draw_replications) * policies * whole *
         sizeof(double);
}

}  // namespace

Needs needs_of(const Scenario& scenario, const Selection& selection, int threads) {
  const ResponseLayout layout = layout_of(scenario);
  const std::uint64_t world = layout.size() * sizeof(double);
  const std::uint64_t policies = selection.policies.size(), worlds = policies + 2;
  const auto replications = std::uint64_t(std::max(selection.replications, selection.at_most));
  const auto firms = std::uint64_t(scenario.parameters.firms.count);
  const std::uint64_t jobs = std::min(std::uint64_t(threads), replications);
  const std::uint64_t years = worlds * replications * world;
  Needs needs;
  needs.disk = years + years / layout.years() + 2 * statistic_count * policies * world +
               layout.series().size() * bytes_of_labels_a_series;
  needs.memory = bytes_of_program + std::min(most_bytes_buffered, years) +
                 jobs * firms * (2 * bytes_a_firm + layout.years() * bytes_a_firm_year_kept) +
                 (jobs + 1) * worlds * world;
  // Until it is known how many they are, replications wait beside the result.
  if (selection.at_most > selection.replications) needs.disk += years;
  needs.disk += drawn_bytes(scenario, layout, policies);
  needs.records = record_needs(scenario, selection);
  needs.disk += needs.records.disk();
  needs.memory += needs.records.memory(jobs);
  return needs;
}

std::vector<std::string> objections(const Needs& needs, const std::filesystem::path& folder) {
  std::vector<std::string> found;
  if (needs.memory > physical_memory())
    found.push_back(fmt::format("about {} of memory, and the machine has {}",
                                readable_size(needs.memory), readable_size(physical_memory())));
  if (const auto room = std::min(free_disk(folder), reasonable_disk); needs.disk > room)
    found.push_back(fmt::format(
        "about {} of disk, and {} {}", readable_size(needs.disk), readable_size(room),
        room == reasonable_disk ? "is the most that passes for reasonable" : "are free"));
  return found;
}

Probe probe(const Scenario& scenario, const Selection& selection, int threads) {
  const auto firms = std::int64_t(scenario.parameters.firms.count);
  Probe all = firms > most_firms_probed ? larger(scenario, selection, firms)
                                        : one_replication(scenario, selection, firms);
  const int workers = std::min(threads, machine_cores());
  const RunParameters& run = scenario.parameters.run;
  const std::int64_t replications =
      selection.replications + std::int64_t(run.draws) * run.draw_replications;
  all.seconds *= std::ceil(double(replications) / workers);
  all.events *= std::uint64_t(replications);
  return all;
}

}  // namespace coopsim::cli
