// SPDX-License-Identifier: Apache-2.0
#include "output/sweep_shard.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <limits>
#include <numeric>

#include "output/checked_file.hpp"
#include "output/content.hpp"
#include "output/inspection.hpp"
#include "output/labelled_group.hpp"
#include "output/study_shape.hpp"
#include "output/target_path.hpp"
#include "sim/metrics/metric.hpp"

namespace coopsim {
namespace {

constexpr std::string_view group_name = "block";
constexpr std::array<std::string_view, 4> by_year = {"design_point", "policy", "replication",
                                                     "year"};
constexpr std::array<std::string_view, 3> by_world = {"design_point", "policy", "replication"};

std::vector<std::int32_t> numbers(std::size_t first, std::size_t count) {
  std::vector<std::int32_t> all(count);
  std::iota(all.begin(), all.end(), std::int32_t(first));
  return all;
}

const Metric& metric_of(const std::string& id) {
  const auto found = std::ranges::find(metrics(), id, &Metric::id);
  if (found == metrics().end())
    throw ResultError(ResultFault::bad_data, fmt::format("there is no response {}", id));
  return *found;
}

void write_axes(LabelledGroup& group, const SweepBlock& block, const SweepContent& content) {
  group.number_axis("design_point", numbers(block.first_point, block.points), "1",
                    {"design point", "설계점"});
  group.name_axis("policy", block.policies, {"policy", "정책"});
  group.number_axis("replication", numbers(block.first_replication, block.replications), "1",
                    {"replication", "반복"});
  group.number_axis("year", numbers(std::size_t(content.first_year), content.years), "1",
                    {"calendar year", "연도"});
  group.close_axes();
}

void write_values(LabelledGroup& group, const SweepContent& content, const BlockValues& values) {
  for (std::size_t i = 0; i < content.responses.size(); ++i) {
    const Metric& metric = metric_of(content.responses[i]);
    const VariableText text{std::string(metric.unit), std::string(metric.label.en),
                            std::string(metric.label.ko), std::string(metric.meaning)};
    h5::write_all(group.numbers(metric.id, by_year, text), H5T_NATIVE_DOUBLE,
                  values.responses[i].data());
  }
  std::vector<std::string> prints;
  for (const Fingerprint::Value& one : values.fingerprints) prints.push_back(one.hex());
  group.texts("fingerprint", by_world, {"", "fingerprint of the run", "실행 지문", ""}, prints);
  group.texts("error", by_world, {"", "why the world failed; empty: it did not", "실패 원인", ""},
              values.errors);
}

std::string hash_of(hid_t file) {
  hsize_t bytes = 0;
  h5::check(H5Fflush(file, H5F_SCOPE_GLOBAL), "writing what is left");
  h5::check(H5Fget_filesize(file, &bytes), "asking for the file's size");
  return content_hash(checksums(file, h5::inspect(file, bytes)));
}

void write_once(const std::filesystem::path& path, std::string_view study, const SweepBlock& block,
                const SweepContent& content, const BlockValues& values) {
  TargetPath target(path, true, {});
  h5::prepare_library();
  target.create();
  h5::Handle file = h5::create_file(target.temporary(), h5::few_variables);
  h5::put_attribute(file, "coopsim_sweep", study);
  FileIndex index;
  {
    LabelledGroup group(file, group_name, "one block of a sweep", index);
    write_axes(group, block, content);
    write_values(group, content, values);
  }
  index.links.close(file);
  h5::put_attribute(file, content_hash_attribute, hash_of(file));
  file.close();
  if (const std::string failure = h5::closing_failure(); !failure.empty())
    throw ResultError(ResultFault::io, fmt::format("{}: HDF5 failed: {}", path.string(), failure));
  target.publish();
}

Fingerprint::Value from_hex(const std::string& hex) {
  Fingerprint::Value value;
  const char* const text = hex.data();
  if (hex.size() == 32) {
    std::from_chars(text, text + 16, value.high, 16);
    std::from_chars(text + 16, text + 32, value.low, 16);
  }
  return value;
}

}  // namespace

BlockValues::BlockValues(const SweepBlock& block, const SweepContent& content)
    : responses(content.responses.size(),
                std::vector<double>(block.worlds() * content.years,
                                    std::numeric_limits<double>::quiet_NaN())),
      fingerprints(block.worlds()),
      errors(block.worlds()) {}

std::size_t BlockValues::failed() const {
  return std::size_t(
      std::ranges::count_if(errors, [](const std::string& error) { return !error.empty(); }));
}

void write_shard(const std::filesystem::path& file, std::string_view study, const SweepBlock& block,
                 const SweepContent& content, const BlockValues& values) {
  try {
    write_once(file, study, block, content, values);
  } catch (const ResultError& error) {
    if (error.fault != ResultFault::io || !h5::closing_failure().empty()) throw;
    write_once(file, study, block, content, values);  // from memory, where it is whole
  }
}

Shard read_shard(const std::filesystem::path& path, const SweepContent& content) {
  const CheckedFile file(path);
  const auto in_group = [](std::string_view name) {
    return fmt::format("{}/{}", group_name, name);
  };
  Shard shard{file.root_text("coopsim_sweep"), {}, {}};
  if (shard.study.empty()) file.damaged("is no block of a sweep");
  if (file.root_text(content_hash_attribute) != file.hash())
    file.damaged("is damaged: its content does not have its hash");
  const auto points = file.integers(in_group("design_point"));
  const auto replications = file.integers(in_group("replication"));
  if (points.empty() || replications.empty()) file.damaged("is empty");
  shard.block = {std::size_t(points.front()), points.size(), std::size_t(replications.front()),
                 replications.size(), file.texts(in_group("policy"))};
  for (const std::string& id : content.responses) {
    shard.values.responses.push_back(file.doubles(in_group(id)));
    if (shard.values.responses.back().size() != shard.block.worlds() * content.years)
      file.damaged(fmt::format("{} has another shape", id));
  }
  for (const std::string& hex : file.texts(in_group("fingerprint")))
    shard.values.fingerprints.push_back(from_hex(hex));
  shard.values.errors = file.texts(in_group("error"));
  return shard;
}

}  // namespace coopsim
