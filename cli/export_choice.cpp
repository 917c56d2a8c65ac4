// SPDX-License-Identifier: Apache-2.0
#include "cli/export_choice.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "analysis/export/long_table.hpp"
#include "analysis/export/result_book.hpp"
#include "cli/exit_code.hpp"
#include "cli/text.hpp"
#include "scenarios/text.hpp"

namespace coopsim::cli {
namespace {

using exporting::Choice;
using exporting::Source;
using exporting::Wanted;

using Names = std::vector<std::string>;

[[noreturn]] void refuse(const std::string& why) { throw Failure(ExitCode::usage, why); }

bool has(const Names& names, const std::string& name) {
  return std::ranges::find(names, name) != names.end();
}

std::string file_of(const Source& source) { return escaped(source.file().path().string(), 300); }

// Each of `asked` is among `there`; doubles are dropped.
Names checked(const Source& source, const char* option, const char* what, const Names& asked,
              const Names& there, const char* all) {
  Names kept;
  for (const std::string& name : asked) {
    if (!has(there, name))
      refuse(fmt::format("{} {}: no such {} in {}{} {}", option, escaped(name), what,
                         file_of(source), did_you_mean(name, there),
                         *all ? all : "It has: " + fmt::format("{}", fmt::join(there, ", "))));
    if (!has(kept, name)) kept.push_back(name);
  }
  return kept;
}

Names policies_of(const Source& source) {
  Names names;
  for (const ResultPolicy& policy : source.facts().policies) names.push_back(policy.name);
  return names;
}

// A response that is split has a name of its own in the file.
void refuse_split_names(const Names& metrics, const Names& there, const Names& splits) {
  for (const std::string& name : metrics)
    for (const std::string& split : splits)
      if (const std::string end = "_by_" + split;
          name.ends_with(end) && has(there, name.substr(0, name.size() - end.size())))
        refuse(fmt::format(
            "--metric {}: split responses stand in tables of their own; take "
            "--metric {} --by {}",
            escaped(name), escaped(name.substr(0, name.size() - end.size())), escaped(split)));
}

std::optional<exporting::Years> years_of(const Source& source, const std::string& text) {
  if (text.empty()) return std::nullopt;
  const std::size_t dash = text.find('-');
  const auto year = [](std::string_view part) { return whole_number(part, 1, 9999); };
  const auto first = year(std::string_view(text).substr(0, dash));
  const auto last =
      dash == std::string::npos ? first : year(std::string_view(text).substr(dash + 1));
  if (!first || !last || *first > *last)
    refuse(
        fmt::format("--years {}: not a year, nor two with the earlier first; allowed: 2010 or "
                    "2007-2016",
                    escaped(text)));
  const ResultFacts& facts = source.facts();
  if (*first < facts.first_year || *last > facts.last_year)
    refuse(fmt::format("--years {}: {} has {} to {}", escaped(text), file_of(source),
                       facts.first_year, facts.last_year));
  return exporting::Years{int(*first), int(*last)};
}

// Which of the chosen tables are asked for split, and which whole.
std::vector<Wanted> pairs_of(const Names& tables, const Names& splits, bool split_alone) {
  std::vector<Wanted> made;
  for (const std::string& table : tables) {
    if (!split_alone) made.push_back({table, ""});
    for (const std::string& split : splits) made.push_back({table, split});
  }
  return made;
}

bool has_axis(const std::string& table, std::string_view axis) {
  for (const exporting::Kind& kind : exporting::kinds())
    if (kind.name == table) return std::ranges::find(kind.axes, axis) != kind.axes.end();
  return axis == "policy";  // of `comparison`
}

// A choice that a table asked for by name cannot follow is refused, not passed over.
void refuse_idle_choices(const ExportArguments& arguments) {
  const auto lacks = [](std::string_view axis) {
    return [axis](const std::string& table) { return !has_axis(table, axis); };
  };
  const Names& tables = arguments.tables;
  if (const auto at = std::ranges::find_if(tables, lacks("policy"));
      at != tables.end() && !arguments.policies.empty())
    refuse(
        fmt::format("--policy {}: the table {} is of the worlds NONE and STOP and has no policies; "
                    "leave --policy out, or export that table apart",
                    escaped(arguments.policies.front()), escaped(*at)));
  if (!arguments.years.empty() && !tables.empty() && std::ranges::all_of(tables, lacks("year")))
    refuse(
        fmt::format("--years {}: the table {} stands for the whole policy period; leave --years "
                    "out, or take --table yearly",
                    escaped(arguments.years), escaped(tables.front())));
}

}  // namespace

Choice choice_of(const Source& source, const ExportArguments& arguments) {
  const Names metrics = exporting::metrics_of(source), splits = exporting::splits_of(source);
  refuse_split_names(arguments.metrics, metrics, splits);
  Choice choice;
  choice.tables =
      checked(source, "--table", "table", arguments.tables, exporting::tables_offered(source), "");
  choice.metrics = checked(source, "--metric", "response", arguments.metrics, metrics,
                           "All: coopsim describe --list");
  choice.policies =
      checked(source, "--policy", "policy", arguments.policies, policies_of(source), "");
  refuse_idle_choices(arguments);
  if (splits.empty() && !arguments.splits.empty())
    refuse(fmt::format("--by {}: {} holds no response that is split",
                       escaped(arguments.splits.front()), file_of(source)));
  choice.splits = checked(source, "--by", "split", arguments.splits, splits, "");
  choice.years = years_of(source, arguments.years);
  choice.wide = arguments.wide;
  choice.labels = arguments.labels;
  choice.byte_order_mark = arguments.byte_order_mark;
  choice.language = arguments.korean ? Language::korean : Language::english;
  return choice;
}

std::vector<Wanted> wanted_tables(const Source& source, const ExportArguments& arguments,
                                  const Choice& choice, bool one) {
  Names tables = choice.tables.empty() ? exporting::usual_tables(source) : choice.tables;
  if (one && choice.tables.empty() && !tables.empty()) tables.resize(1);
  const bool split_alone = one && !choice.splits.empty();
  std::vector<Wanted> kept;
  for (const Wanted& wanted : pairs_of(tables, choice.splits, split_alone))
    if (exporting::rows_of(source, wanted, choice) > 0) kept.push_back(wanted);
  for (const std::string& split : choice.splits)
    if (std::ranges::none_of(kept, [&](const Wanted& w) { return w.split == split; }))
      refuse(
          fmt::format("--by {}: none of the chosen responses is split by it in the chosen "
                      "tables; docs/metrics.md says which are",
                      escaped(split)));
  if (kept.empty())
    refuse(fmt::format("nothing of {} is left to write: no table has the chosen responses",
                       file_of(source)));
  if (one && kept.size() > 1)
    refuse(
        fmt::format("-o {}: {} tables do not fit into one file; choose one with --table, or "
                    "name a folder",
                    escaped(arguments.output, 300), kept.size()));
  return kept;
}

Names metrics_of_book(const Source& source, const ExportArguments& arguments) {
  return checked(source, "--metric", "response", arguments.metrics,
                 exporting::metrics_of_book(source), "All: coopsim describe --list");
}

void refuse_csv_options(const ExportArguments& arguments) {
  const char* const option = arguments.wide                ? "--wide"
                             : arguments.labels            ? "--labels"
                             : arguments.byte_order_mark   ? "--bom"
                             : !arguments.tables.empty()   ? "--table"
                             : !arguments.policies.empty() ? "--policy"
                             : !arguments.splits.empty()   ? "--by"
                             : !arguments.years.empty()    ? "--years"
                                                           : nullptr;
  if (option)
    refuse(
        fmt::format("{} is for CSV; a workbook has every policy and year, and the responses of "
                    "--metric",
                    option));
}

}  // namespace coopsim::cli
