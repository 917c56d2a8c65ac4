// SPDX-License-Identifier: Apache-2.0
// coopsim describe: what any name means.
#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "cli/arguments.hpp"
#include "cli/exit_code.hpp"
#include "cli/terminal.hpp"
#include "cli/text.hpp"
#include "scenarios/reference.hpp"

namespace coopsim::cli {
namespace {

nlohmann::json as_json(const Description& each) {
  return {{"name", each.name},         {"kind", each.kind},       {"label_en", each.label_en},
          {"label_ko", each.label_ko}, {"meaning", each.meaning}, {"unit", each.unit},
          {"allowed", each.allowed},   {"default", each.usual},   {"source", each.source}};
}

std::string list(const std::vector<Description>& all) {
  std::string text;
  for (const Description& each : all)
    text += padded_right(each.name, 40) + " " + padded_right(each.kind, 20) + each.label_en + "\n";
  return text;
}

}  // namespace

ExitCode execute(const DescribeArguments& arguments) {
  if (arguments.schema) return print(json_schema()), ExitCode::ok;
  if (!arguments.reference.empty())
    return print(arguments.reference == "metrics" ? metrics_page() : parameters_page()),
           ExitCode::ok;
  const auto all = all_descriptions();
  if (arguments.name.empty()) {
    nlohmann::json rows = nlohmann::json::array();
    for (const Description& each : all) rows.push_back(as_json(each));
    return print(arguments.json ? rows.dump(2) + "\n" : list(all)), ExitCode::ok;
  }
  std::vector<std::string> names;
  for (const Description& each : all) {
    if (each.name == arguments.name)
      return print(arguments.json ? as_json(each).dump(2) + "\n" : each.text()), ExitCode::ok;
    names.push_back(each.name);
  }
  const std::string near = nearest(arguments.name, names);
  throw Failure(ExitCode::usage, fmt::format("nothing is called {}; {}see coopsim describe --list",
                                             printable(arguments.name),
                                             near.empty() ? "" : "did you mean " + near + "? "));
}

}  // namespace coopsim::cli
