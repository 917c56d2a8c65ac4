// SPDX-License-Identifier: Apache-2.0
// A study of a sweep: one scenario at many points of its factors' space, each with the same
// policies and replications. Files in studies/; docs/sweeps.md has what may stand in them.
#pragma once
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "scenarios/reader.hpp"
#include "scenarios/sweep_factor.hpp"
#include "sim/sweep_design.hpp"

namespace coopsim {

struct SweepStudy {
  std::string name;           // the file's, as the user named it
  std::string text;           // the file's content
  std::string scenario_name;  // of the scenario's file
  ScenarioReading base;       // the scenario at the reference point
  SweepDesign design;
  std::vector<SweepFactor> factors;
  std::vector<std::string> policies;   // in the scenario's order; the baseline is among them
  std::vector<std::string> responses;  // ids, in the order of the metrics
  int replications = 0;
  int block_worlds = 0;  // worlds of a block, about; 0: some 20 s of work on one core

  // The scenario at a point: every factor at its coordinate. Throws ScenarioError.
  Scenario at(const std::vector<std::string>& settings) const;
  // What every block of the study rests on: scenario, factors, kind of design, responses; not how
  // many points, replications and policies, which may grow. One fact a line.
  std::string foundation() const;
};

// The scenario is looked up beside the study, in ../scenarios of it and among the installed ones.
// Throws ScenarioError with all problems of the study at once, or those of the scenario.
SweepStudy read_sweep(const std::filesystem::path& path,
                      const std::filesystem::path& installed_scenarios);

// A study from its text and the text of the scenario that it had, as a sweep's folder keeps both.
SweepStudy read_sweep_text(std::string_view study, std::string_view name,
                           std::string_view scenario);

// Whether a file is meant as a study: it has factors. False for what cannot be read.
bool looks_like_sweep(const std::filesystem::path& path);

}  // namespace coopsim
