// SPDX-License-Identifier: Apache-2.0
#include "cli/plan_sweep.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <bit>
#include <cmath>
#include <nlohmann/json.hpp>
#include <optional>

#include "analysis/sweep_blocks.hpp"
#include "cli/execution_facts.hpp"
#include "cli/needs.hpp"
#include "cli/open_sweep.hpp"
#include "cli/plan_cluster.hpp"
#include "cli/scenario_input.hpp"
#include "cli/terminal.hpp"
#include "cli/text.hpp"
#include "scenarios/text.hpp"

namespace coopsim::cli {
namespace {

struct SweepPlan {
  const PlanArguments& arguments;
  SweepStudy study;
  SweepPoints points;
  int threads;
  BlockGrid grid;
  Needs needs;
  std::optional<Probe> probe;
  std::vector<std::string> objections;
  ClusterShape shape;
  std::optional<ClusterForecast> cluster;

  std::int64_t cells() const { return std::int64_t(points.ids.size()) * study.replications; }
  std::int64_t runs() const { return cells() * std::int64_t(study.policies.size()); }
};

constexpr std::int64_t most_probed = 2'000'000'000;

// As if all points were replications of the reference: what a world takes hardly depends on where.
Selection as_selection(const SweepPlan& plan) {
  Selection selection;
  for (const std::string& name : plan.study.policies)
    selection.policies.push_back(policy_number(plan.study.base.scenario, name));
  selection.replications = selection.at_most = int(std::min(plan.cells(), most_probed));
  return selection;
}

// Twice, in the blocks and in the result; the responses by year, and fingerprints.
std::uint64_t disk_of(const SweepPlan& plan) {
  const std::uint64_t years = layout_of(plan.study.base.scenario).years();
  return 2 * std::uint64_t(plan.runs()) * (plan.study.responses.size() * (years + 1) * 8 + 64);
}

void ask_about_cluster(SweepPlan& plan) {
  const PlanArguments& arguments = plan.arguments;
  if (!plan.probe)
    throw Failure(ExitCode::usage,
                  "--nodes needs the probe: leave out --no-probe, as all time follows from it");
  plan.shape = {arguments.nodes, arguments.cores > 0 ? arguments.cores : machine_cores()};
  const double cells = double(plan.cells());
  const double cells_a_worker = std::ceil(cells / std::min(plan.threads, machine_cores()));
  SweepLoad load;
  load.core_seconds = plan.probe->seconds / cells_a_worker * cells;
  load.blocks = plan.grid.blocks;
  load.columns = plan.grid.columns;
  load.worlds = std::size_t(plan.runs());
  load.responses = plan.study.responses.size();
  load.years = layout_of(plan.study.base.scenario).years();
  load.shared_history = plan.study.shares_history();
  plan.cluster = forecast(load, plan.shape);
}

SweepPlan made(const PlanArguments& arguments) {
  SweepPlan plan{arguments, load_sweep(arguments.scenario.path), {}, 0, {}, {}, {}, {}, {}, {}};
  plan.points = points_of(plan.study);
  plan.threads = arguments.threads > 0 ? arguments.threads : machine_cores();
  plan.grid = block_grid(plan.points.ids.size(), std::size_t(plan.study.replications),
                         size_of_blocks(plan.study));
  Selection one = as_selection(plan);
  one.replications = one.at_most = 1;
  plan.needs.memory = needs_of(plan.study.base.scenario, one, plan.threads).memory;
  plan.needs.disk = disk_of(plan);
  if (arguments.probe) {
    plan.probe = probe(plan.study.base.scenario, as_selection(plan), plan.threads);
    plan.probe->seconds *= double(plan.cells()) / double(std::min(plan.cells(), most_probed));
  }
  if (arguments.nodes > 0)
    ask_about_cluster(plan);
  else
    plan.objections = objections(plan.needs, ".");
  return plan;
}

// What differs from the point before.
std::string point_text(const SweepPlan& plan, std::size_t point) {
  auto settings = settings_at(plan.points, point);
  if (settings.empty()) return fmt::format("  {}  the reference: nothing set", point);
  if (point > 1)
    for (const std::string& before : settings_at(plan.points, point - 1))
      std::erase(settings, before);
  if (settings.empty()) return fmt::format("  {}  as the point before", point);
  constexpr std::size_t most = 3;
  std::string text = fmt::format("  {}  ", point);
  for (std::size_t i = 0; i < std::min(most, settings.size()); ++i)
    text += (i > 0 ? ", " : "") + escaped(settings[i], 80);
  if (settings.size() > most) text += fmt::format(", and {} more", settings.size() - most);
  return text;
}

// Sequences by Sobol fill the space evenly at powers of two only.
std::string note_on_size(const SweepDesign& design) {
  const bool of_sobol = design.kind == DesignKind::sobol;
  if (!of_sobol && design.kind != DesignKind::saltelli) return {};
  const unsigned size = unsigned(of_sobol ? design.points : design.rows);
  if (std::has_single_bit(size)) return {};
  return fmt::format("{} {} fill the space less evenly than a power of two; near are {} and {}",
                     size, of_sobol ? "points" : "rows", std::bit_floor(size), std::bit_ceil(size));
}

std::string cluster_text(const SweepPlan& plan) {
  const ClusterForecast& found = *plan.cluster;
  const auto line = [](std::string_view label, const std::string& text) {
    return wrapped(text, text_columns(), padded_right(label, 11));
  };
  std::string text = fmt::format("\nOn {} of {}\n", counted(plan.shape.nodes, "node"),
                                 counted(plan.shape.cores, "core"));
  text += line("wall time",
               fmt::format("about {}: {} to simulate, {} to begin, publish and wait for the last, "
                           "{} to put the result together",
                           readable_duration(found.seconds()), readable_duration(found.simulating),
                           readable_duration(found.starting + found.publishing + found.waiting),
                           readable_duration(found.assembling)));
  text += line("efficiency", fmt::format("{:.0f} %", 100 * found.efficiency()));
  text += line("blocks", fmt::format("{} for a node at a time, about {} each",
                                     grouped(std::int64_t(found.published_blocks)),
                                     readable_duration(found.block_seconds)));
  text += line("files", fmt::format("about {}, {} together", grouped(std::int64_t(found.files)),
                                    readable_size(found.bytes)));
  text +=
      line("operations", fmt::format("about {} of the shared file system, up to {:.0f} a second",
                                     grouped(std::int64_t(found.operations)),
                                     std::ceil(found.operations_a_second)));
  for (const std::string& limit : found.limits) text += line("LIMIT", limit);
  return text;
}

nlohmann::ordered_json cluster_json(const SweepPlan& plan) {
  const ClusterForecast& found = *plan.cluster;
  return {{"nodes", plan.shape.nodes},
          {"cores", plan.shape.cores},
          {"seconds", found.seconds()},
          {"seconds_simulating", found.simulating},
          {"seconds_starting", found.starting},
          {"seconds_publishing", found.publishing},
          {"seconds_waiting", found.waiting},
          {"seconds_assembling", found.assembling},
          {"efficiency", found.efficiency()},
          {"published_blocks", found.published_blocks},
          {"seconds_a_block", found.block_seconds},
          {"files", found.files},
          {"bytes", found.bytes},
          {"operations", found.operations},
          {"operations_a_second", found.operations_a_second},
          {"files_a_minute_a_node", found.files_a_minute},
          {"assembly_memory_bytes", found.assembly_memory},
          {"limits", found.limits}};
}

// A cluster is asked for as many cores a task as were planned with, and for no more tasks than one
// array has as a rule.
std::string next_command(const SweepPlan& plan) {
  const std::string study = shell_word(plan.arguments.scenario.path);
  if (!plan.cluster) return "sweep " + study;
  constexpr std::size_t tasks = 1000;
  std::string command = fmt::format("submit {} --cpus-per-task {}", study, plan.shape.cores);
  if (const std::size_t lines = plan.cluster->published_blocks; lines > tasks)
    command += fmt::format(" --blocks-per-task {}", (lines + tasks - 1) / tasks);
  return command;
}

std::string as_text(const SweepPlan& plan) {
  const auto line = [](std::string_view label, const std::string& text) {
    return wrapped(text, text_columns(), padded_right(label, 11));
  };
  std::string text =
      fmt::format("{}: {} x {} x {} = {} runs\n", escaped(plan.study.name, 200),
                  counted(std::int64_t(plan.points.ids.size()), "design point"),
                  counted(std::int64_t(plan.study.policies.size()), "policy", "policies"),
                  counted(plan.study.replications, "replication"), grouped(plan.runs()));
  text += line("scenario", escaped(plan.study.scenario_name, 200));
  text += line("design", plan.points.design + ", and the reference");
  if (const std::string note = note_on_size(plan.study.design); !note.empty())
    text += line("note", note);
  for (const SweepConstraint& one : plan.study.constraints)
    text += line("constraint", one.text(plan.study.factors));
  text += line("policies", fmt::format("{}", fmt::join(plan.study.policies, ", ")));
  text += line("responses", fmt::format("{}", fmt::join(plan.study.responses, ", ")));
  text +=
      line("history", plan.study.shares_history()
                          ? "simulated once a replication for up to " +
                                counted(std::int64_t(size_of_blocks(plan.study).points), "point") +
                                ": every factor is a setting of a policy"
                          : "simulated anew at every point: a factor can touch it");
  if (plan.probe)
    text += line("time", fmt::format("about {} with {}", readable_duration(plan.probe->seconds),
                                     counted(plan.threads, "thread")));
  text += line("memory", "about " + readable_size(plan.needs.memory));
  text += line("disk", fmt::format("about {}, in {}", readable_size(plan.needs.disk),
                                   counted(std::int64_t(plan.grid.blocks), "block")));
  for (const std::string& objection : plan.objections) text += line("TOO LARGE", objection);
  if (plan.cluster) text += cluster_text(plan);
  text += fmt::format("\n{}\n", counted(std::int64_t(plan.points.factors.size()), "factor"));
  for (const SweepPoints::Factor& one : plan.points.factors)
    text += fmt::format("  {}  {}{}\n", padded_right(one.path, 40), one.statement,
                        one.unit == "1" || one.unit.empty() ? "" : " " + one.unit);
  text += "\nFirst points, with what is not as at the one before\n";
  for (std::size_t p = 0; p < std::min<std::size_t>(4, plan.points.ids.size()); ++p)
    text += point_text(plan, p) + "\n";
  return text + fmt::format("\nNext: coopsim {}\n", next_command(plan));
}

std::string as_json(const SweepPlan& plan) {
  nlohmann::ordered_json factors = nlohmann::ordered_json::array();
  for (const SweepPoints::Factor& one : plan.points.factors)
    factors.push_back({{"path", one.path}, {"unit", one.unit}, {"values", one.statement}});
  nlohmann::ordered_json constraints = nlohmann::ordered_json::array();
  for (const SweepConstraint& one : plan.study.constraints)
    constraints.push_back(one.text(plan.study.factors));
  nlohmann::ordered_json document = {{"study", plan.study.name},
                                     {"design", plan.points.design},
                                     {"design_points", plan.points.ids.size()},
                                     {"constraints", constraints},
                                     {"policies", plan.study.policies},
                                     {"replications", plan.study.replications},
                                     {"responses", plan.study.responses},
                                     {"runs", plan.runs()},
                                     {"blocks", plan.grid.blocks},
                                     {"history_shared", plan.study.shares_history()},
                                     {"threads", plan.threads},
                                     {"memory_bytes", plan.needs.memory},
                                     {"disk_bytes", plan.needs.disk},
                                     {"too_large", plan.objections},
                                     {"factors", factors}};
  if (plan.probe) document["seconds"] = plan.probe->seconds;
  if (plan.cluster) document["cluster"] = cluster_json(plan);
  return document.dump(2) + "\n";
}

}  // namespace

ExitCode plan_sweep(const PlanArguments& arguments) {
  if (!arguments.scenario.overrides.empty() || !arguments.policies.empty())
    throw Failure(ExitCode::usage,
                  "a study says itself what it sets and which policies it has: leave "
                  "out --set, --seed, --replications and --policy");
  const SweepPlan plan = made(arguments);
  if (arguments.json)
    print(as_json(plan));
  else if (!arguments.quiet)
    print(as_text(plan));
  return plan.objections.empty() ? ExitCode::ok : ExitCode::check_failed;
}

}  // namespace coopsim::cli
