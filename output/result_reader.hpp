// SPDX-License-Identifier: Apache-2.0
// Reads a result file. The file is held against the format before anything of it is believed: see
// inspection.hpp. Everything throws ResultError (missing, no_permission, bad_data) with a message
// that names the file and the place in it.
#pragma once
#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "output/format.hpp"
#include "output/result_error.hpp"
#include "sim/kernel/fingerprint.hpp"
#include "sim/metrics/metric.hpp"

namespace coopsim {

// A variable of doubles with its axes, last axis fastest.
struct NumberArray {
  std::vector<std::string> axes;
  std::vector<std::size_t> shape;
  std::vector<double> values;
  std::string unit, label_en, label_ko;

  // REQUIRES: one index an axis, each within it.
  double at(std::span<const std::size_t> index) const;
};

struct ResultPolicy {
  std::string name, label_en, label_ko;
  bool baseline = false, stress = false;
};

struct ResultFacts {
  std::string title, title_ko, coopsim_version;
  int format_version = 0, engine_version = 0;
  std::string start, policies_start, end, knowledge;
  std::int64_t seed = 0;
  double budget_scale = 1;
  std::string scenario;  // the whole effective scenario, TOML
  std::string scenario_hash, run_fingerprint, content_hash;
  std::vector<ResultPolicy> policies;
  std::optional<std::size_t> baseline;
  int first_replication = 0, replications = 0;
  int first_year = 0, last_year = 0;
  std::string period;  // that totals stand for: "2007-2016"
  bool reference_worlds = false;
  int failed_worlds = 0;
};

class CheckedFile;

class ResultReader {
 public:
  explicit ResultReader(const std::filesystem::path& file);
  explicit ResultReader(const CheckedFile& file);  // as it was opened there
  ~ResultReader();
  ResultReader(ResultReader&&) noexcept;

  // Whether the file is the result of a sweep, which this class does not read but for its facts:
  // `scenario` is that of the reference point, fingerprints are over all design points.
  static bool is_sweep(const std::filesystem::path& file);
  static ResultFacts facts_of_sweep(const std::filesystem::path& file);
  static ResultFacts facts_of_sweep(const CheckedFile& file);

  const ResultFacts& facts() const;
  const std::filesystem::path& file() const;
  std::uint64_t bytes() const;

  bool has(std::string_view path) const;  // "summary/training_wait"
  NumberArray read(std::string_view path) const;
  std::vector<std::int64_t> read_integers(std::string_view path) const;
  std::vector<std::string> read_texts(std::string_view path) const;

  // An attribute of a group; empty where the file does not have it.
  std::optional<std::string> text_attribute(std::string_view group, std::string_view name) const;
  std::optional<double> number_attribute(std::string_view group, std::string_view name) const;

  // The place of a policy or year on its axis; empty if the file does not have it.
  std::optional<std::size_t> policy(std::string_view name) const;
  std::optional<std::size_t> year(int year) const;

  // `policy`, `replication` are places on their axes.
  Fingerprint::Value fingerprint(std::size_t policy, std::size_t replication) const;
  Fingerprint::Value world_fingerprint(std::size_t world, std::size_t replication) const;
  // By ResponseLayout of this program. Throws bad_data if the file lacks one of its variables.
  std::vector<double> responses(std::size_t policy, std::size_t replication) const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace coopsim
