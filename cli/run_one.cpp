// SPDX-License-Identifier: Apache-2.0
#include "cli/run_one.hpp"

#include <fmt/format.h>

#include <cmath>
#include <nlohmann/json.hpp>

#include "cli/scenario_input.hpp"
#include "cli/terminal.hpp"
#include "cli/text.hpp"
#include "sim/experiment.hpp"

namespace coopsim::cli {
namespace {

struct Response {
  std::string_view id, unit;
  double value;
};

std::vector<Response> responses_of_last_year(const Outcome& outcome, const ResponseLayout& layout) {
  std::vector<Response> found;
  for (const Metric& metric : metrics()) {
    const double value = outcome.responses[layout.offset(metric.id) + layout.years() - 1];
    found.push_back({metric.id, metric.unit, value});
  }
  return found;
}

std::string as_json(const std::string& name, const Outcome& outcome,
                    const std::vector<Response>& responses) {
  nlohmann::ordered_json values;
  for (const Response& each : responses)
    values[std::string(each.id)] =
        std::isnan(each.value) ? nlohmann::ordered_json() : nlohmann::ordered_json(each.value);
  const nlohmann::ordered_json document = {
      {"world", name},
      {"replication", outcome.replication},
      {"error", outcome.error},
      {"events", outcome.work.events},
      {"fingerprint", outcome.error.empty() ? outcome.fingerprint.hex() : ""},
      {"responses_of_last_year", values}};
  return document.dump(2) + "\n";
}

std::string as_text(const std::string& name, const Outcome& outcome,
                    const std::vector<Response>& responses, int year) {
  std::string text = fmt::format(
      "{}:{}  {} events, fingerprint {}\nIn {}:\n", name, outcome.replication,
      grouped(static_cast<std::int64_t>(outcome.work.events)), outcome.fingerprint.hex(), year);
  for (const Response& each : responses)
    text += fmt::format("  {} {:>12}{}\n", padded_right(each.id, 32),
                        std::isnan(each.value) ? "n/a" : fmt::format("{:.6g}", each.value),
                        each.unit == "1" ? "" : fmt::format(" {}", each.unit));
  return text;
}

}  // namespace

ExitCode run_one(const RunArguments& arguments, const Scenario& scenario) {
  const OnlyWorld& only = *arguments.only;
  const bool reference = only.policy == "NONE" || only.policy == "STOP";
  ExperimentOptions options;
  options.threads = 1;
  options.first_replication = only.replication;
  options.replications = 1;
  options.policies = {reference ? 0 : policy_number(scenario, only.policy)};
  const ResponseLayout layout = layout_of(scenario);
  ExitCode code = ExitCode::ok;
  run_experiment(scenario, options, [&](const Outcome& outcome) {
    if (world_name(outcome, scenario) != only.policy) return;
    const bool failed = !outcome.error.empty();
    if (failed) {
      complain(fmt::format("{}:{} failed: {}\n", only.policy, only.replication, outcome.error));
      code = ExitCode::check_failed;
    }
    const auto responses =
        failed ? std::vector<Response>() : responses_of_last_year(outcome, layout);
    if (arguments.json)
      print(as_json(only.policy, outcome, responses));
    else if (!failed && !arguments.quiet)
      print(as_text(only.policy, outcome, responses, layout.last_year()));
  });
  return code;
}

}  // namespace coopsim::cli
