// SPDX-License-Identifier: Apache-2.0
// A study of a sweep: one scenario at many points of its factors' space, each with the same
// policies and replications. Files in studies/; docs/sweeps.md has what may stand in them.
#pragma once
#include <cstddef>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "scenarios/reader.hpp"
#include "scenarios/sweep_factor.hpp"
#include "sim/sweep_design.hpp"

namespace coopsim {

// A bound on a factor's number at every design point: a number, or another factor's, times `times`.
struct SweepConstraint {
  std::size_t factor = 0;  // places among the study's
  bool at_most = true;     // else at least
  std::optional<std::size_t> other;
  double bound = 0, times = 1;

  bool holds(const double* numbers) const;  // of all factors at a point
  std::string text(const std::vector<SweepFactor>& factors) const;
};

struct SweepStudy {
  std::string name;           // the file's, as the user named it
  std::string text;           // the file's content
  std::string scenario_name;  // of the scenario's file
  std::string table;          // content of the file that the design `table` names; else empty
  ScenarioReading base;       // the scenario at the reference point
  SweepDesign design;
  std::vector<SweepFactor> factors;
  std::vector<SweepConstraint> constraints;
  std::vector<int> table_levels;       // of the design `table`: row by row, places among values
  std::vector<std::string> policies;   // in the scenario's order; the baseline is among them
  std::vector<std::string> responses;  // ids, in the order of the metrics
  int replications = 0;
  int block_worlds = 0;  // worlds of a block, about; 0: some 20 s of work on one core

  // The scenario at a point: every factor at its coordinate. Throws ScenarioError.
  Scenario at(const std::vector<std::string>& settings) const;
  // Whether no factor can touch what happens before the policies part: each is a setting of a
  // policy that is not the baseline. Points then go on from one history a replication.
  bool shares_history() const;
  // What every block of the study rests on: scenario, factors, kind of design, responses; not how
  // many points, replications and policies, which may grow. One fact a line.
  std::string foundation() const;
};

// The scenario is looked up beside the study, in ../scenarios of it and among the installed ones,
// unless its whole path is given.
// Throws ScenarioError with all problems of the study at once, or those of the scenario.
SweepStudy read_sweep(const std::filesystem::path& path,
                      const std::filesystem::path& installed_scenarios);

// A study from its text, the text of the scenario that it had and that of its table of points
// (empty without one), as a sweep's folder keeps them.
SweepStudy read_sweep_text(std::string_view study, std::string_view name, std::string_view scenario,
                           std::string_view table = {});

// Whether a file is meant as a study: it has factors. False for what cannot be read.
bool looks_like_sweep(const std::filesystem::path& path);

}  // namespace coopsim
