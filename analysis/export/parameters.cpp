// SPDX-License-Identifier: Apache-2.0
#include "analysis/export/parameters.hpp"

#include <map>

#include "scenarios/reader.hpp"
#include "scenarios/reference.hpp"
#include "scenarios/value_writer.hpp"

namespace coopsim::exporting {
namespace {

using Declared = std::map<std::string, const Description*>;

// The label of the longest declared section above a path.
Texts section_of(const Declared& declared, const std::string& path) {
  for (std::size_t end = path.rfind('.'); end != std::string::npos && end > 0;
       end = path.rfind('.', end - 1))
    if (const auto at = declared.find(path.substr(0, end)); at != declared.end())
      return {at->second->label_en, at->second->label_ko};
  return {"run", "실행"};
}

}  // namespace

std::vector<Parameter> parameters_of(const Source& source) {
  const ScenarioReading reading =
      read_scenario_text(source.facts().scenario, source.file().path().string());
  const std::vector<Description> all = all_descriptions();
  Declared declared;
  for (const Description& one : all) declared.emplace(one.name, &one);
  std::vector<Parameter> made;
  for (const Provenance& one : reading.provenance) {
    const auto at = declared.find(one.path);
    made.push_back({one.path,
                    one.unit,
                    {std::string(one.label.en), std::string(one.label.ko)},
                    section_of(declared, one.path),
                    one.value,
                    at == declared.end() ? std::string() : at->second->usual,
                    one.stated.source,
                    std::string(name_of(one.stated.confidence)),
                    std::string(name_of(one.stated.grade)),
                    one.stated.uncertain ? toml_text(*one.stated.uncertain) : std::string()});
  }
  return made;
}

}  // namespace coopsim::exporting
