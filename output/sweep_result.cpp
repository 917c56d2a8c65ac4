// SPDX-License-Identifier: Apache-2.0
#include "output/sweep_result.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <numeric>
#include <tuple>

#include "output/content.hpp"
#include "output/format.hpp"
#include "output/labelled_group.hpp"
#include "output/period_total.hpp"
#include "output/provenance_writer.hpp"
#include "output/repeated_worlds.hpp"
#include "output/study_shape.hpp"
#include "output/sweep_design_writer.hpp"
#include "output/sweep_figures_writer.hpp"
#include "output/target_path.hpp"
#include "sim/engine_version.hpp"
#include "sim/metrics/metric.hpp"

namespace coopsim {
namespace {

using Axes = std::vector<std::string_view>;
const Axes of_year = {"design_point", "policy", "replication", "year"};
const Axes of_period = {"design_point", "policy", "replication"};

const Metric& metric_of(const std::string& id) {
  return *std::ranges::find(metrics(), id, &Metric::id);
}

VariableText text_of(const Metric& metric) {
  return {std::string(metric.unit), std::string(metric.label.en), std::string(metric.label.ko),
          std::string(metric.meaning)};
}

class Writer {
 public:
  Writer(const SweepFolder& folder, const SweepExtent& extent, const SweepPoints& points,
         const Scenario& base)
      : folder_(folder),
        extent_(extent),
        points_(points),
        base_(base),
        layout_(folder.basis().content.first_year,
                folder.basis().content.first_year + int(folder.basis().content.years) - 1) {
    std::vector<int> policies;
    for (const std::string& name : extent.policies)
      policies.push_back(
          int(std::ranges::find(base.policies, name, &Policy::name) - base.policies.begin()));
    shape_ = shape_of(base, layout_, policies, 0, int(extent.replications), false);
    prints_.resize(extent.points);
    begin_totals();
  }

  SweepPublished write(const AnalyseSweep& analyse, const std::string& version) {
    TargetPath target(folder_.result(), true, {});
    h5::prepare_library();
    target.create();
    h5::Handle file = h5::create_file(target.temporary());
    write_root(file, base_, shape_, version);
    h5::put_attribute(file, "kind", "sweep");
    h5::put_attribute(file, "study_hash", folder_.basis().study);
    write_sweep_design(file, points_, index_);
    write_responses(file);
    write_sweep_figures(file, analyse(totals_), {totals_, shape_, base_}, index_);
    SweepPublished done{folder_.result(), 0, "", combine(prints_).hex(), failures()};
    done.content_hash = finish(file, done);
    file.close();
    if (const std::string failure = h5::closing_failure(); !failure.empty())
      throw ResultError(ResultFault::io,
                        fmt::format("{}: HDF5 failed: {}", done.file.string(), failure));
    target.publish();
    done.bytes = std::filesystem::file_size(done.file);
    return done;
  }

 private:
  void begin_totals() {
    totals_.kind = points_.kind;
    totals_.points = points_;
    totals_.policies = extent_.policies;
    totals_.replications = extent_.replications;
    for (std::size_t i = 0; i < extent_.policies.size(); ++i)
      if (std::ranges::find(base_.policies, extent_.policies[i], &Policy::name)->baseline)
        totals_.baseline = i;
    const std::size_t cells = extent_.points * extent_.policies.size() * extent_.replications;
    for (const std::string& id : folder_.basis().content.responses) {
      const Metric& metric = metric_of(id);
      totals_.responses.push_back({id, std::string(metric.unit), std::string(metric.label.en),
                                   std::string(metric.label.ko),
                                   std::vector<double>(cells, std::nan(""))});
    }
  }

  void write_responses(hid_t file) {
    LabelledGroup yearly(file, group::yearly, "responses by year", index_);
    add_point_axis(yearly, extent_.points);
    add_policy_axis(yearly, shape_, base_);
    add_replication_axis(yearly, shape_);
    add_year_axis(yearly, shape_);
    yearly.close_axes();
    LabelledGroup total(file, group::total, "responses over the policy period", index_);
    add_point_axis(total, extent_.points);
    add_policy_axis(total, shape_, base_);
    add_replication_axis(total, shape_);
    total.close_axes();
    h5::put_attribute(total.id(), "period",
                      fmt::format("{}-{}", shape_.period_first_year(), shape_.last_year()));
    std::vector<h5::Handle> by_year, by_period;
    for (const std::string& id : folder_.basis().content.responses) {
      by_year.push_back(yearly.numbers(id, of_year, text_of(metric_of(id))));
      by_period.push_back(total.numbers(id, of_period, text_of(metric_of(id))));
    }
    RepeatedWorlds repeated(folder_.blocks(), extent_);
    for (const PublishedBlock& block : folder_.blocks()) {
      const BlockValues values = folder_.read(block);
      const std::vector<bool> counting = repeated.counting(block.block, values);
      for (std::size_t policy = 0; policy < block.block.policies.size(); ++policy)
        write_policy(block.block, policy, values, counting, by_year, by_period);
      note_worlds(block.block, values, counting);
    }
  }

  // Blocks may reach beyond the extent, or have policies that it lacks, or worlds that an earlier
  // one has.
  void write_policy(const SweepBlock& block, std::size_t policy, const BlockValues& values,
                    const std::vector<bool>& counting, const std::vector<h5::Handle>& by_year,
                    const std::vector<h5::Handle>& by_period) {
    const std::size_t points = within(block.first_point, block.points, extent_.points);
    const std::size_t replications =
        within(block.first_replication, block.replications, extent_.replications);
    bool all = points > 0 && replications > 0;
    const auto counts = [&](std::size_t p, std::size_t r) -> bool {
      return counting[BlockValues::place(block, p, policy, r)];
    };
    for (std::size_t p = 0; p < points; ++p)
      for (std::size_t r = 0; r < replications; ++r) all = all && counts(p, r);
    if (all)
      return write_worlds({block, policy, 0, points, 0, replications}, values, by_year, by_period);
    for (std::size_t p = 0; p < points; ++p)
      for (std::size_t r = 0; r < replications; ++r)
        if (counts(p, r)) write_worlds({block, policy, p, 1, r, 1}, values, by_year, by_period);
  }

  // A rectangle of one policy's worlds in a block.
  struct Worlds {
    const SweepBlock& block;
    std::size_t policy, first_point, points, first_replication, replications;
  };
  void write_worlds(const Worlds& part, const BlockValues& values,
                    const std::vector<h5::Handle>& by_year,
                    const std::vector<h5::Handle>& by_period) {
    const SweepBlock& block = part.block;
    const std::size_t place =
        std::size_t(std::ranges::find(extent_.policies, block.policies[part.policy]) -
                    extent_.policies.begin());
    const std::array<hsize_t, 4> start = {block.first_point + part.first_point, place,
                                          block.first_replication + part.first_replication, 0};
    const std::array<hsize_t, 4> count = {part.points, 1, part.replications, shape_.years};
    for (std::size_t i = 0; i < by_year.size(); ++i) {
      const Metric& metric = metric_of(folder_.basis().content.responses[i]);
      std::vector<double> years, totals;
      for (std::size_t p = part.first_point; p < part.first_point + part.points; ++p)
        for (std::size_t r = part.first_replication; r < part.first_replication + part.replications;
             ++r) {
          const std::span<const double> world(
              values.responses[i].data() +
                  BlockValues::place(block, p, part.policy, r) * shape_.years,
              shape_.years);
          years.insert(years.end(), world.begin(), world.end());
          totals.push_back(total_over(world, shape_.period_first, metric.total));
          totals_.responses[i].values[((block.first_point + p) * extent_.policies.size() + place) *
                                          extent_.replications +
                                      block.first_replication + r] = totals.back();
        }
      h5::write_box(by_year[i], start, count, years.data());
      h5::write_box(by_period[i], std::span(start).first(3), std::span(count).first(3),
                    totals.data());
    }
  }

  static std::size_t within(std::size_t first, std::size_t count, std::size_t end) {
    return first >= end ? 0 : std::min(count, end - first);
  }

  // Fingerprints of a point's worlds come in any order, so they are added up, each with its
  // address.
  void note_worlds(const SweepBlock& block, const BlockValues& values,
                   const std::vector<bool>& counting) {
    for (std::size_t p = 0; p < block.points; ++p)
      for (std::size_t i = 0; i < block.policies.size(); ++i)
        for (std::size_t r = 0; r < block.replications; ++r) {
          const std::size_t replication = block.first_replication + r;
          const std::size_t world = BlockValues::place(block, p, i, r);
          if (!counting[world]) continue;
          const std::tuple address(block.first_point + p, block.policies[i], replication);
          failures_.erase(address);  // it may have been done again since
          if (!values.errors[world].empty()) {
            failures_.emplace(address, values.errors[world]);
            continue;
          }
          Fingerprint addressed;
          addressed.add(std::string_view(block.policies[i]));
          addressed.add(replication);
          addressed.add(values.fingerprints[world]);
          prints_[block.first_point + p].high ^= addressed.value().high;
          prints_[block.first_point + p].low ^= addressed.value().low;
        }
  }

  std::vector<SweepFailure> failures() const {
    std::vector<SweepFailure> all;
    for (const auto& [address, error] : failures_)
      all.push_back({std::get<0>(address), std::get<2>(address), std::get<1>(address), error});
    return all;
  }

  std::string finish(hid_t file, const SweepPublished& done) {
    h5::put_attribute(file, "run_fingerprint", done.fingerprint);
    h5::put_attribute(file, "failed_worlds", std::int32_t(done.failures.size()));
    LabelledGroup group(file, group::provenance, "where the result comes from", index_);
    add_point_axis(group, extent_.points);
    if (!done.failures.empty()) add_failure_axis(group, done.failures.size());
    group.close_axes();
    group.texts("scenario", Axes{},
                {"", "effective scenario", "적용 시나리오", "at the reference point, TOML"},
                std::vector{folder_.texts().scenario});
    group.texts("study", Axes{}, {"", "study of the sweep", "스윕 설정", "the study's file, TOML"},
                std::vector{folder_.texts().study});
    std::vector<std::string> prints;
    for (const Fingerprint::Value& one : prints_) prints.push_back(one.hex());
    group.texts("fingerprint", Axes{"design_point"},
                {"", "fingerprint of the point", "설계점 지문", "over all its worlds"}, prints);
    if (!done.failures.empty()) write_failures(group, done.failures);
    write_dictionary(file, index_);
    std::string hash = write_checksums(file, group);
    index_.links.close(file);
    return hash;
  }

  static void add_failure_axis(LabelledGroup& group, std::size_t count) {
    std::vector<std::int32_t> numbers(count);
    std::iota(numbers.begin(), numbers.end(), 0);
    group.number_axis("failed_world", numbers, "1", {"failed world", "실패한 세계"});
  }

  static void write_failures(LabelledGroup& group, const std::vector<SweepFailure>& failures) {
    std::vector<std::int64_t> points, replications;
    std::vector<std::string> policies, errors;
    for (const SweepFailure& one : failures) {
      points.push_back(std::int64_t(one.point));
      replications.push_back(std::int64_t(one.replication));
      policies.push_back(one.policy);
      errors.push_back(one.error);
    }
    const Axes axes = {"failed_world"};
    group.integers("failed_point", axes, {"1", "design point that failed", "실패한 설계점", ""},
                   points);
    group.integers("failed_replication", axes, {"1", "replication that failed", "실패한 반복", ""},
                   replications);
    group.texts("failed_policy", axes, {"", "policy that failed", "실패한 정책", ""}, policies);
    group.texts("failed_error", axes, {"", "what went wrong", "실패 원인", ""}, errors);
  }

  const SweepFolder& folder_;
  const SweepExtent& extent_;
  const SweepPoints& points_;
  const Scenario& base_;
  const ResponseLayout layout_;
  StudyShape shape_;
  FileIndex index_;
  SweepTotals totals_;
  std::vector<Fingerprint::Value> prints_;  // of each point
  std::map<std::tuple<std::size_t, std::string, std::size_t>, std::string> failures_;
};

}  // namespace

SweepPublished write_sweep_result(const SweepFolder& folder, const SweepExtent& extent,
                                  const SweepPoints& points, const Scenario& base,
                                  const AnalyseSweep& analyse, const std::string& coopsim_version) {
  return Writer(folder, extent, points, base).write(analyse, coopsim_version);
}

}  // namespace coopsim
