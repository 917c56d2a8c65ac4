// SPDX-License-Identifier: Apache-2.0
// What the study rests on: known facts beside the simulated, and every parameter with its source.
#include <fmt/format.h>

#include <map>
#include <nlohmann/json.hpp>

#include "analysis/report/data/parts.hpp"
#include "analysis/scorecard.hpp"
#include "scenarios/reference.hpp"
#include "scenarios/value_writer.hpp"

namespace coopsim::report {
namespace {

std::string_view name_of(Score::Kind kind) {
  switch (kind) {
    case Score::Kind::identity:
      return "identity";
    case Score::Kind::calibrated:
      return "calibrated";
    case Score::Kind::held_out:
      return "held_out";
    case Score::Kind::bound:
      return "bound";
  }
  return "";
}
std::string_view name_of(Score::Verdict verdict) {
  return verdict == Score::Verdict::within   ? "within"
         : verdict == Score::Verdict::missed ? "missed"
                                             : "not_in_file";
}

Json score(const Score& one) {
  const bool known = one.verdict != Score::Verdict::not_in_file;
  const auto simulated = [&](double value) { return known ? number(value) : Json(); };
  const auto stated = [](const auto& value) { return value ? Json(*value) : Json(); };
  return {{"id", one.id},
          {"what", text(one.what, one.what_ko)},
          {"metric", one.metric.empty() ? Json() : Json(one.metric)},
          {"policy", one.policy},
          {"first_year", stated(one.first_year)},
          {"last_year", stated(one.last_year)},
          {"target", number(one.target)},
          {"least", number(one.least)},
          {"most", number(one.most)},
          {"mean", simulated(one.simulated.mean)},
          {"low", simulated(one.simulated.low())},
          {"high", simulated(one.simulated.high())},
          {"kind", name_of(one.kind)},
          {"verdict", name_of(one.verdict)}};
}

}  // namespace

Json scorecard(const ResultReader& result) {
  Json made = Json::array();
  for (const Score& one : coopsim::scorecard(result)) made.push_back(score(one));
  return made;
}

Json parameters(const Source& source) {
  std::map<std::string, const Description*> declared;
  const std::vector<Description> all = all_descriptions();
  for (const Description& one : all) declared.emplace(one.name, &one);
  const auto section_of = [&](const std::string& path) {
    for (std::size_t end = path.rfind('.'); end != std::string::npos;
         end = path.rfind('.', end - 1))
      if (const auto at = declared.find(path.substr(0, end)); at != declared.end())
        return text(at->second->label_en, at->second->label_ko);
    return text("run", "실행");
  };
  Json made = Json::array();
  for (const Provenance& one : source.scenario.provenance) {
    const auto at = declared.find(one.path);
    const std::string usual = at == declared.end() ? "" : at->second->usual;
    made.push_back(
        {{"path", one.path},
         {"section", section_of(one.path)},
         {"label", text(one.label.en, one.label.ko)},
         {"unit", one.unit},
         {"value", one.value},
         {"default", usual},
         {"differs", one.value != usual},
         {"source", one.stated.source},
         {"confidence", coopsim::name_of(one.stated.confidence)},
         {"grade", coopsim::name_of(one.stated.grade)},
         {"uncertain", one.stated.uncertain ? toml_text(*one.stated.uncertain) : std::string()}});
  }
  return made;
}

}  // namespace coopsim::report
