// SPDX-License-Identifier: Apache-2.0
// coopsim describe: what any name means.
#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <set>

#include "cli/arguments.hpp"
#include "cli/exit_code.hpp"
#include "cli/terminal.hpp"
#include "cli/text.hpp"
#include "scenarios/reference.hpp"
#include "scenarios/text.hpp"

namespace coopsim::cli {
namespace {

using Descriptions = std::vector<Description>;

nlohmann::ordered_json as_json(const Description& each) {
  return {{"name", each.name},         {"kind", each.kind},       {"label_en", each.label_en},
          {"label_ko", each.label_ko}, {"meaning", each.meaning}, {"unit", each.unit},
          {"allowed", each.allowed},   {"default", each.usual},   {"source", each.source}};
}

// What stands directly below `name`: the parameters of a section, the settings of a lever.
Descriptions members_of(const std::string& name, const Descriptions& all) {
  Descriptions found;
  std::copy_if(all.begin(), all.end(), std::back_inserter(found), [&](const Description& each) {
    return each.name.starts_with(name + ".") &&
           each.name.find('.', name.size() + 1) == std::string::npos;
  });
  return found;
}

std::string lower_case(std::string text) {  // of its ASCII letters
  std::ranges::transform(text, text.begin(),
                         [](char c) { return c >= 'A' && c <= 'Z' ? char(c - 'A' + 'a') : c; });
  return text;
}

int widest_name(const Descriptions& all) {
  int widest = 0;
  for (const Description& each : all) widest = std::max(widest, display_width(each.name));
  return widest;
}

std::string list(const Descriptions& all) {
  const int names = widest_name(all);
  std::string text;
  for (const Description& each : all)
    text += padded_right(each.name, names + 2) + padded_right(each.kind, 20) + each.label_en + "\n";
  return text;
}

std::string in_words(const Description& each, const Descriptions& all) {
  const int columns = text_columns();
  std::string text =
      fmt::format("{}   {}\n{} · {}\n\n", emphasised(each.name, Emphasis::bold, Stream::out),
                  each.kind, each.label_en, each.label_ko);
  const auto add = [&](std::string_view label, std::string_view value) {
    if (!value.empty()) text += wrapped(value, columns, padded_right(label, 10));
  };
  const bool response = each.kind == "response";
  add("meaning", each.meaning);
  add("unit", each.unit == "1" ? "none: a count, a share or an index" : each.unit);
  add("allowed", each.allowed);
  add(response ? "period" : "default", each.usual);
  add(response ? "split" : "source", each.source);
  const Descriptions members = response ? Descriptions{} : members_of(each.name, all);
  const int names = widest_name(members);
  for (std::size_t i = 0; i < members.size(); ++i)
    add(i == 0 ? "contains" : "", padded_right(members[i].name, names + 2) + members[i].label_en);
  return text;
}

// Those whose label, in either language, has the text in it.
Descriptions labelled(const std::string& text, const Descriptions& all) {
  const std::string sought = lower_case(text);
  Descriptions found;
  for (const Description& each : all)
    if (lower_case(each.label_en).find(sought) != std::string::npos ||
        each.label_ko.find(text) != std::string::npos)
      found.push_back(each);
  return found;
}

// By name; else by what their labels say. More than one where a section and a response share a
// name.
Descriptions named(const std::string& name, const Descriptions& all) {
  Descriptions found;
  std::vector<std::string> names;
  for (const Description& each : all) {
    // An account goes by its letter and number as well.
    if (each.name == name || each.name == "budget.account." + name) found.push_back(each);
    names.push_back(each.name);
  }
  if (found.empty() && !name.empty()) found = labelled(name, all);
  if (!found.empty()) return found;
  throw Failure(ExitCode::usage,
                fmt::format("nothing is called {}{} All names: coopsim describe --list",
                            escaped(name), did_you_mean(name, names)));
}

std::string each_once(const Descriptions& all) {
  std::set<std::string> told;
  std::string names;
  for (const Description& each : all)
    if (told.insert(each.name).second) names += each.name + "\n";
  return names;
}

std::string in_json(const Descriptions& all) {
  nlohmann::ordered_json rows = nlohmann::json::array();
  for (const Description& each : all) rows.push_back(as_json(each));
  return rows.dump(2) + "\n";
}

std::string what_was_asked(const DescribeArguments& arguments) {
  if (arguments.schema) return json_schema();
  if (arguments.whole_scenario) return scenario_template();
  if (!arguments.reference.empty())
    return arguments.reference == "metrics" ? metrics_page() : parameters_page();
  const auto all = all_descriptions();
  const auto found = arguments.name.empty() ? all : named(arguments.name, all);
  if (arguments.json) return in_json(found);
  if (arguments.list) return each_once(found);
  if (arguments.name.empty()) return list(all);
  constexpr std::size_t most_in_full = 3;
  if (found.size() > most_in_full) return list(found);
  std::string text;
  for (const Description& each : found) text += (text.empty() ? "" : "\n") + in_words(each, all);
  return text;
}

}  // namespace

ExitCode execute(const DescribeArguments& arguments) {
  const std::string text = what_was_asked(arguments);
  if (!arguments.quiet) print(text);
  return ExitCode::ok;
}

}  // namespace coopsim::cli
