// SPDX-License-Identifier: Apache-2.0
#include "scenarios/parameter_tree.hpp"

#include <algorithm>

#include "scenarios/text.hpp"

namespace coopsim {
namespace {

struct Paths {
  std::vector<std::string> fields;
  std::vector<std::string> sections = {"", "budget.account", "knowledge"};

  template <class Value>
  void field(const std::string& path, const FieldInfo&, const Value&) {
    fields.push_back(path);
  }
  void section(const std::string& path, const Label&) { sections.push_back(path); }
};

Paths all_paths() {
  const Parameters parameters;
  const std::array<AccountPlan, account_count> plans;
  Paths paths;
  walk_scenario(parameters, plans, paths);
  for (const std::string_view knowledge : names(Of<Knowledge>{})) {
    const std::string overlay = "knowledge." + std::string(knowledge);
    const std::size_t count = paths.sections.size();
    for (std::size_t i = 0; i < count; ++i)
      if (!paths.sections[i].starts_with("knowledge"))
        paths.sections.push_back(paths.sections[i].empty() ? overlay
                                                           : overlay + '.' + paths.sections[i]);
  }
  return paths;
}

}  // namespace

std::vector<std::string> parameter_paths() { return all_paths().fields; }

bool is_section_path(std::string_view path) {
  static const std::vector<std::string> sections = all_paths().sections;
  return std::find(sections.begin(), sections.end(), path) != sections.end();
}

std::string range_in_words(const FieldInfo& field) {
  if (field.range.least == 0 && field.range.most == 0) return {};
  std::string text = number_text(field.range.least) + " to " + number_text(field.range.most);
  if (field.unit != "1") text += ' ' + std::string(field.unit);
  return text;
}

}  // namespace coopsim
