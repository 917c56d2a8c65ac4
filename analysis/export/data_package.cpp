// SPDX-License-Identifier: Apache-2.0
#include "analysis/export/data_package.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <set>

#include "analysis/export/long_table.hpp"
#include "analysis/export/package_description.hpp"
#include "analysis/export/small_table.hpp"
#include "output/durable.hpp"
#include "output/result_error.hpp"

namespace coopsim::exporting {
namespace {

constexpr std::string_view comparison = "comparison";

std::filesystem::path csv(const std::filesystem::path& folder, const std::string& name) {
  return folder / (name + ".csv");
}

const Kind& kind_of(const std::string& name) {
  return *std::ranges::find(kinds(), name, &Kind::name);
}

// What the tables of a package need beside them.
struct Needed {
  std::vector<Documented> metrics;
  std::vector<Axis> axes;

  void add(const LongTable& table) {
    for (const Variable& one : table.variables)
      if (std::ranges::find(metrics, one.metric, &Documented::metric) == metrics.end())
        metrics.push_back({one.metric, one.dataset});
    for (const Axis& axis : table.axes)
      if (!axis.numbers && axis.name != "policy" &&
          std::ranges::find(axes, axis.name, &Axis::name) == axes.end())
        axes.push_back(axis);
  }
};

class PackageWriter {
 public:
  PackageWriter(const Source& source, const Choice& choice, const std::filesystem::path& folder)
      : source_(source), choice_(choice), folder_(folder) {}

  void add(const Wanted& wanted) {
    if (wanted.table == comparison) {
      add(comparison_table(source_, choice_));
      needed_.add(long_table(source_, kind_of("total"), "", choice_));
      return;
    }
    const LongTable table = long_table(source_, kind_of(wanted.table), wanted.split, choice_);
    written_.push_back(write(source_, table, choice_, csv(folder_, table.name)));
    needed_.add(table);
  }

  std::vector<Written> finish() {
    add(dictionary_table(source_, needed_.metrics));
    add(policy_table(source_));
    for (const Axis& axis : needed_.axes) add(axis_table(axis));
    if (source_.is_sweep()) {
      add(factor_table(source_));
      add(design_table(source_, choice_.wide));
    }
    add(parameter_table(source_));
    write_durably(folder_ / package_file, package_description(source_, written_));
    return std::move(written_);
  }

 private:
  void add(const SmallTable& table) {
    written_.push_back(write(table, choice_, csv(folder_, table.name)));
  }

  const Source& source_;
  const Choice& choice_;
  const std::filesystem::path& folder_;
  Needed needed_;
  std::vector<Written> written_;
};

}  // namespace

std::vector<std::string> tables_offered(const Source& source) {
  std::vector<std::string> names;
  for (const Kind& kind : kinds())
    if (!long_table(source, kind, "", {}).variables.empty()) names.emplace_back(kind.name);
  if (!source.is_sweep() && source.facts().baseline) names.emplace_back(comparison);
  return names;
}

std::vector<std::string> usual_tables(const Source& source) {
  std::vector<std::string> usual;
  for (const std::string& name : tables_offered(source))
    if (name == "yearly" || name == "total" || name == comparison) usual.push_back(name);
  return usual;
}

std::size_t rows_of(const Source& source, const Wanted& wanted, const Choice& choice) {
  if (wanted.table != comparison)
    return long_table(source, kind_of(wanted.table), wanted.split, choice).rows(choice.wide);
  if (!wanted.split.empty()) return 0;
  return long_table(source, kind_of("total"), "", choice).variables.size() *
         (choice.policies.empty() ? source.facts().policies.size() : choice.policies.size());
}

Written write_table(const Source& source, const Wanted& wanted, const Choice& choice,
                    const std::filesystem::path& file) {
  if (wanted.table == comparison) return write(comparison_table(source, choice), choice, file);
  return write(source, long_table(source, kind_of(wanted.table), wanted.split, choice), choice,
               file);
}

std::vector<Written> write_package(const Source& source, const std::vector<Wanted>& wanted,
                                   const Choice& choice, const std::filesystem::path& folder) {
  PackageWriter writer(source, choice, folder);
  for (const Wanted& one : wanted) writer.add(one);
  return writer.finish();
}

std::string not_a_package(const std::filesystem::path& folder) {
  std::error_code error;
  if (!std::filesystem::is_regular_file(folder / package_file, error))
    return "holds no export of coopsim";
  const auto listed = tables_in(read_whole(folder / package_file));
  if (!listed) return fmt::format("holds a {} that coopsim did not write", package_file);
  for (const auto& entry : std::filesystem::directory_iterator(folder, error)) {
    const std::string name = entry.path().filename().string();
    if (name != package_file && std::ranges::find(*listed, name) == listed->end())
      return fmt::format("holds {} beside an export of coopsim", name);
  }
  return {};
}

}  // namespace coopsim::exporting
