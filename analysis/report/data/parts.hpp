// SPDX-License-Identifier: Apache-2.0
// The parts of a study's data, one file each; names are those of ../src/data.ts.
#pragma once
#include <filesystem>

#include "analysis/report/data/json_values.hpp"
#include "output/study_totals.hpp"
#include "scenarios/reader.hpp"

namespace coopsim::report {

// A result with what is read from it once.
struct Source {
  const ResultReader& result;
  StudyTotals totals;
  ScenarioReading scenario;  // the effective one that the file carries
};

// study.cpp
Json study_facts(const ResultFacts& facts, const std::filesystem::path& file,
                 const Parameters& parameters);  // what studies and sweeps share
Json study(const Source& source);
Json policies(const Source& source);
Json axes(const ResultReader& result);

// values.cpp
Json metric(const Metric& metric);
Json metrics(const ResultReader& result);
Json offered(const ResultReader& result);
void add_values(const ResultReader& result, Json& data);  // yearly, fans, totals, splits
// `past_fans`: of the responses that `data.scorecard` names and `data.fans` lacks
void add_past_fans(const ResultReader& result, Json& data);

// comparison.cpp
Json comparison(const Source& source);

// economics.cpp; null where the file has no costs
Json economics(const Source& source);

// assumptions.cpp; null where nothing was drawn
Json assumptions(const ResultReader& result);

// sweep.cpp: a whole study of which only the sweep is there. Throws ResultError (bad_data).
Json sweep_study(const std::filesystem::path& file);

// evidence.cpp
Json scorecard(const ResultReader& result);
Json parameters(const Source& source);

}  // namespace coopsim::report
