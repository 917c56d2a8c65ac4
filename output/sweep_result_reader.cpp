// SPDX-License-Identifier: Apache-2.0
#include <fmt/core.h>

#include <algorithm>

#include "output/checked_file.hpp"
#include "output/format.hpp"
#include "output/sweep_result.hpp"
#include "sim/metrics/metric.hpp"

namespace coopsim {
namespace {

std::string in(std::string_view group, std::string_view name) {
  return fmt::format("{}/{}", group, name);
}

SweepPoints points_of(const CheckedFile& file) {
  SweepPoints points;
  const auto column = [&](const char* name) { return file.texts(in("design", name)); };
  const auto paths = column("factor"), units = column("factor_unit"),
             english = column("factor_label_en"), korean = column("factor_label_ko"),
             statements = column("factor_values");
  for (std::size_t i = 0; i < paths.size(); ++i)
    points.factors.push_back(
        {paths[i], units.at(i), english.at(i), korean.at(i), statements.at(i)});
  points.ids = column("point_id");
  points.settings = column("setting");
  points.values = file.doubles(in("design", "value"));
  points.coordinates = file.doubles(in("design", "coordinate"));
  points.kind = file.group_text("design", "kind");
  points.design = file.group_text("design", "design");
  points.sampling = file.group_text("design", "sampling");
  const std::size_t cells = points.ids.size() * points.factors.size();
  if (points.values.size() != cells || points.coordinates.size() != cells)
    file.damaged("its design has another shape");
  return points;
}

}  // namespace

SweepTotals read_sweep_result(const std::filesystem::path& path) {
  const CheckedFile file(path);
  if (file.root_text("kind") != "sweep")
    file.damaged("is not the result of a sweep; coopsim sweep makes one");
  SweepTotals totals;
  totals.title_en = file.root_text("title");
  totals.title_ko = file.root_text("title_ko");
  totals.points = points_of(file);
  totals.kind = totals.points.kind;
  totals.period = file.group_text("total", "period");
  totals.policies = file.texts(in("total", "policy"));
  const auto flags = file.bytes(in("total", "policy_baseline"));
  totals.baseline = std::size_t(std::ranges::find(flags, std::int8_t{1}) - flags.begin());
  totals.replications = file.integers(in("total", "replication")).size();
  for (const Metric& metric : metrics()) {
    const std::string name = in("total", metric.id);
    if (!file.has(name)) continue;
    totals.responses.push_back({std::string(metric.id), std::string(metric.unit),
                                std::string(metric.label.en), std::string(metric.label.ko),
                                file.doubles(name)});
    if (totals.responses.back().values.size() !=
        totals.point_count() * totals.policies.size() * totals.replications)
      file.damaged(fmt::format("{} has another shape", name));
  }
  if (totals.policies.empty() || totals.baseline >= totals.policies.size() ||
      totals.responses.empty())
    file.damaged("lacks its policies or responses");
  if (file.has("provenance/failed_point"))
    totals.failed_worlds = file.shape("provenance/failed_point").at(0);
  return totals;
}

}  // namespace coopsim
