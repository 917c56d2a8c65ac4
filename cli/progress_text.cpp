// SPDX-License-Identifier: Apache-2.0
#include "cli/progress_text.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <vector>

#include "cli/text.hpp"

namespace coopsim::cli {
namespace {

constexpr int narrowest_bar = 12, widest_bar = 32;
constexpr double too_early = 0.5;  // seconds before which no speed is told

double share_of(int done, int total) { return total > 0 ? double(done) / double(total) : 1; }

std::string blocks(double share, int width, bool unicode) {
  const int full = static_cast<int>(std::clamp(share, 0.0, 1.0) * width);
  std::string bar;
  for (int i = 0; i < width; ++i) bar += i < full ? (unicode ? "█" : "#") : (unicode ? "░" : ".");
  return bar;
}

double seconds_left(const Workload& workload, const ProgressState& state) {
  const double share = share_of(state.worlds(), workload.worlds());
  return state.seconds / share * (1 - share);
}

std::string remaining(const Workload& workload, const ProgressState& state) {
  if (state.stopping) return "stopping";
  if (state.worlds() == 0) return "just started";
  if (state.worlds() >= workload.worlds()) return "writing the result";
  return fmt::format("about {} left", readable_duration(seconds_left(workload, state)));
}

std::string count_of(int done, int total) {
  const std::string all = grouped(total);
  return padded_left(grouped(done), static_cast<int>(all.size())) + "/" + all;
}

// The longest of what may stand behind a bar that fits into `room`.
std::string beside_bar(const Workload& workload, const ProgressState& state, int room) {
  const std::string left = "   " + remaining(workload, state);
  if (state.seconds < too_early) return left;
  const std::string speed =
      fmt::format("   {:.1f} M events/s", double(state.events) / 1e6 / state.seconds);
  const std::string threads = "   " + counted(workload.threads, "thread");
  for (const std::string& text : {speed + threads + left, speed + left})
    if (display_width(text) <= room) return text;
  return left;
}

}  // namespace

std::string progress_bars(const Workload& workload, const ProgressState& state, int columns,
                          bool unicode) {
  const int room = std::max(columns, 20) - 1;
  const int titles = std::max(display_width(workload.history), display_width(workload.policies));
  const std::string policies = count_of(state.policies, workload.policy_worlds());
  const int fixed = titles + 2 + 2 + display_width(policies);
  const std::string after = beside_bar(workload, state, room - fixed - narrowest_bar);
  const int width = std::clamp(room - fixed - display_width(after), narrowest_bar, widest_bar);
  const auto bar = [&](const std::string& title, int done, int total, const std::string& text) {
    return padded_right(title, titles) + "  " + blocks(share_of(done, total), width, unicode) +
           "  " + text;
  };
  std::vector<std::string> lines = {workload.head};
  if (!workload.history.empty())
    lines.push_back(bar(
        workload.history, state.histories, workload.replications,
        padded_left(count_of(state.histories, workload.replications), display_width(policies))));
  lines.push_back(
      bar(workload.policies, state.policies, workload.policy_worlds(), policies + after));
  if (state.failed > 0) lines.push_back(counted(state.failed, "world") + " failed");
  std::string text;
  for (const std::string& line : lines)
    text += (display_width(line) > room ? padded_right(line, room) : line) + "\n";
  return text;
}

std::string progress_line(const Workload& workload, const ProgressState& state) {
  return fmt::format(
      "{} of {} worlds simulated, {}{}\n", grouped(state.worlds()), grouped(workload.worlds()),
      state.failed > 0 ? fmt::format("{} failed, ", state.failed) : "", remaining(workload, state));
}

std::string progress_json(const Workload& workload, const ProgressState& state) {
  const std::string left =
      state.worlds() > 0 ? fmt::format("{:.1f}", seconds_left(workload, state)) : "null";
  return fmt::format(
      R"({{"done":{},"total":{},"failed":{},"events":{},"elapsed_s":{:.1f},"eta_s":{},"stopping":{}}})"
      "\n",
      state.worlds(), workload.worlds(), state.failed, state.events, state.seconds, left,
      state.stopping);
}

}  // namespace coopsim::cli
