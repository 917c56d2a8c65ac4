// SPDX-License-Identifier: Apache-2.0
// Writes a study's result: netCDF-4 conformant HDF5 that opens with labelled axes in xarray,
// ncdump, R and the like. docs/ has the format; format.hpp its constants.
//
// The file is written under a temporary name and appears under its own only when it is whole; a
// writer that is destroyed before `finish` leaves nothing behind. Use from one thread at a time,
// and not beside other users of HDF5 in other threads.
#pragma once
#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "output/format.hpp"
#include "output/result_error.hpp"
#include "output/study_draws.hpp"
#include "output/study_totals.hpp"
#include "sim/metrics/metric.hpp"
#include "sim/outcome.hpp"
#include "sim/scenario.hpp"

namespace coopsim {

// How a run with a rule for its replications came to its end.
struct StoppingFacts {
  std::string words;  // one sentence
  bool met = false;   // else at_most were done
  std::int64_t looks = 0;
  std::int64_t precise_from = 0;  // replications from which on it was precise for good; 0: never
};

struct ResultOptions {
  bool overwrite = false;
  bool compress = false;                      // shuffle and deflate 1 for variables over 64 KiB,
  int threads = 0;                            // on so many threads; 0: as the machine has
  std::vector<std::filesystem::path> inputs;  // never overwritten
  // What will be delivered, as in ExperimentOptions.
  int first_replication = 0;
  int replications = 0;       // 0: as the scenario says
  std::vector<int> policies;  // empty: all
  bool reference_worlds = true;
  std::string coopsim_version;
  Summarise summarise;  // e.g. analysis' Summariser
  Compare compare;      // e.g. analysis' comparison_table; none: no group `comparison`
  Assess assess;        // e.g. analysis' assumption_table, of what `give_draws` brings
  std::optional<StoppingFacts> stopping;  // of a run whose replications were a rule
};

// How and where it was computed: the only part of a result that may differ between equal runs.
struct ExecutionFacts {
  std::string host, processor, started, environment;  // `started`: ISO 8601 with its offset
  int cores = 0, threads = 0, workers_seen = 0;
  double seconds = 0;
};

struct Published {
  std::filesystem::path file;
  std::uint64_t bytes = 0;
  std::string run_fingerprint;  // over all worlds, in order of delivery
  std::string content_hash;     // over all that must agree between equal runs
  int failed_worlds = 0;
};

class ResultFile {
 public:
  // Throws ResultError (cannot_create, no_permission, io). `scenario` and `layout` must outlive
  // the writer.
  ResultFile(const std::filesystem::path& file, const Scenario& scenario,
             const ResponseLayout& layout, ResultOptions options);
  ~ResultFile();

  // What is written until `finish`; for who must remove it when the process ends at once.
  const std::filesystem::path& temporary() const;

  // REQUIRES: replication by replication, ascending; within one any order, each world once. A world
  // with an `error` is stored as missing and listed. Throws ResultError (io), std::logic_error.
  void add(const Outcome& outcome);

  // Draws of the unknowns, for group `assumptions`; before `finish`, at most once.
  void give_draws(StudyDraws draws);

  // Totals, summary, provenance, dictionary, checksums; then publishes. Without `execution` equal
  // runs give files that are equal byte by byte. Throws std::logic_error if worlds are missing.
  Published finish(const std::optional<ExecutionFacts>& execution);

 private:
  struct State;
  // All that follows from the outcomes; the temporary file is whole and closed then.
  Published write_rest(const std::optional<ExecutionFacts>& execution);

  std::unique_ptr<State> state_;
};

}  // namespace coopsim
