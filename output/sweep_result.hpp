// SPDX-License-Identifier: Apache-2.0
// All blocks of a sweep in one file: netCDF-4 conformant, with the axes (design_point, policy,
// replication, year) and the values of every factor beside them. The same bits however the sweep
// was cut, interrupted and grown.
#pragma once
#include <filesystem>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "output/sweep_folder.hpp"
#include "output/variable_text.hpp"
#include "sim/scenario.hpp"

namespace coopsim {

// What a design's points are a sample of, if one: the words of SweepPoints::sampling.
inline constexpr std::string_view independent_sampling = "independent points",
                                  mirrored_sampling = "mirrored pairs of points";

struct SweepPoints {
  struct Factor {
    std::string path, unit, label_en, label_ko, statement;
  };
  std::vector<Factor> factors;
  std::vector<std::string> ids;       // of each point: follows from its values
  std::vector<double> values;         // (point, factor)
  std::vector<double> coordinates;    // (point, factor) of the unit cube; NaN of the reference
  std::vector<std::string> settings;  // (point, factor), as --set takes them; "" of the reference
  std::string design;                 // "morris, 10 trajectories, ..."
  std::string kind;                   // "morris"
  std::string sampling;  // one of the above; "" of points that are no random sample of the space
};

struct SweepFailure {
  std::size_t point = 0, replication = 0;
  std::string policy, error;
};

struct SweepPublished {
  std::filesystem::path file;
  std::uint64_t bytes = 0;
  std::string content_hash, fingerprint;
  std::vector<SweepFailure> failures;
};

// What analyses of a sweep need.
struct SweepTotals {
  std::string title_en, title_ko, kind, period;
  SweepPoints points;
  std::vector<std::string> policies;
  std::size_t baseline = 0;
  std::size_t replications = 0;
  struct Response {
    std::string id, unit, label_en, label_ko;
    std::vector<double> values;  // (point, policy, replication) over the policy period
  };
  std::vector<Response> responses;
  std::size_t failed_worlds = 0;

  std::size_t point_count() const { return points.ids.size(); }
  double value(const Response& response, std::size_t point, std::size_t policy,
               std::size_t replication) const {
    return response.values[(point * policies.size() + policy) * replications + replication];
  }
};
// What analyses make of it: group `sensitivity`. Each figure over (response, policy, of[, factor]),
// `of` being the policy's own level, then its difference from the baseline.
struct SweepFigures {
  struct Figure {
    std::string id;
    bool by_factor;
    VariableText text;  // unit "": that of the response
    std::vector<double> values;
  };
  std::vector<std::string> factors;  // those that move together are one
  std::vector<Figure> figures;
};
using AnalyseSweep = std::function<SweepFigures(const SweepTotals&)>;

// REQUIRES: the folder has every block of `extent`. Replaces an earlier result of the same folder.
// Throws ResultError (bad_data where a block is not what was noted; io).
SweepPublished write_sweep_result(const SweepFolder& folder, const SweepExtent& extent,
                                  const SweepPoints& points, const Scenario& base,
                                  const AnalyseSweep& analyse, const std::string& coopsim_version);

// Throws ResultError (missing, bad_data).
SweepTotals read_sweep_result(const std::filesystem::path& file);

}  // namespace coopsim
