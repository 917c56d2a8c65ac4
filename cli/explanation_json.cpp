// SPDX-License-Identifier: Apache-2.0
#include <cmath>
#include <nlohmann/json.hpp>

#include "cli/explanation_report.hpp"
#include "cli/explanation_words.hpp"

namespace coopsim::cli {
namespace {

using Json = nlohmann::ordered_json;

Json number(double value) { return std::isfinite(value) ? Json(value) : Json(); }
Json date_or_null(Time day) { return day == no_day ? Json() : Json(moment_text(day)); }

Json named(const Named& one) {
  return {{"id", one.id}, {"label_en", one.label.en}, {"label_ko", one.label.ko}};
}

Json world_json(const ExplanationReport::World& world, const Fingerprint::Value& fingerprint) {
  return {{"name", world.name},
          {"label_en", world.label_en},
          {"label_ko", world.label_ko},
          {"fingerprint", fingerprint.hex()}};
}

Json lever_json(const LeverDifference& one, const Explanation& found) {
  const auto words = [](const std::string& text) { return text.empty() ? Json() : Json(text); };
  const bool known = one.acts && !found.partings.empty();
  return {{"lever", one.lever},
          {"label_en", one.label.en},
          {"label_ko", one.label.ko},
          {"a", words(one.a)},
          {"b", words(one.b)},
          {"acts_from", one.acts ? Json(moment_text(*one.acts)) : Json()},
          {"acts_when_they_part", known ? Json(*one.acts <= found.partings.front().at()) : Json()}};
}

Json programme_json(std::size_t programme) {
  const ProgrammeWords words = programme_words(programme);
  return {{"id", words.id}, {"label_en", words.label_en}, {"label_ko", words.label_ko}};
}

Json firm_json(FirmId firm) { return {{"firm", firm.slot}, {"generation", firm.generation}}; }

Json fact_json(const FactDifference& one) {
  return {{"metric", one.metric->id},
          {"label_en", one.metric->label.en},
          {"label_ko", one.metric->label.ko},
          {"unit", one.metric->unit},
          {"account", one.account ? named(accounts[index(*one.account)]) : Json()},
          {"a", number(one.a)},
          {"b", number(one.b)}};
}

Json parting_json(const Parting& parting) {
  const Happening& event = parting.either();
  const auto firm = firm_of(event.who);
  Json money = Json::array(), facts = Json::array();
  const bool both = parting.a && parting.b;
  for (const MoneyDifference& one : money_differences(parting))
    money.push_back({{"account", named(accounts[index(one.account)])},
                     {"unit", "KRW thousand"},
                     {both ? "a" : "before", one.a.thousand},
                     {both ? "b" : "after", one.b.thousand}});
  for (const FactDifference& one : fact_differences(parting)) facts.push_back(fact_json(one));
  return {{"programme", programme_json(parting.programme)},
          {"at", moment_text(parting.at())},
          {"event", spelled_out(event_name(event.event), '_')},
          {"firm", firm ? firm_json(*firm) : Json()},
          {"happens_under_a", parting.a.has_value()},
          {"happens_under_b", parting.b.has_value()},
          {"money", money},
          {"responses", facts}};
}

Json standing_json(const FirmStanding& one) {
  return {{"log_productivity", one.log_productivity},
          {"practice", one.practice},
          {"technology", one.technology},
          {"staff", one.staff}};
}

Json difference_json(const FirmDifference& one) {
  Json made = firm_json(one.firm);
  made["sector"] = named(sectors[index(one.b.sector)]);
  made["region"] = named(regions[index(one.b.region)]);
  made["size_class"] = named(size_classes[size_class_of(double(one.b.staff))]);
  made["difference_percent"] = productivity_percent(one.difference());
  made["a"] = standing_json(one.a);
  made["b"] = standing_json(one.b);
  return made;
}

Json row_json(const std::optional<EventRow>& row) {
  if (!row) return Json();
  return {{"asked", date_or_null(row->asked)},
          {"started", date_or_null(row->started)},
          {"ended", date_or_null(row->ended)},
          {"result", named(event_results[index(row->result)])},
          {"cause", named(event_causes[index(row->cause)])}};
}

Json event_json(const EventPair& pair) {
  const EventRow& row = pair.either();
  const EventKindText& kind = event_kinds[index(row.kind)];
  return {{"kind", named({kind.id, kind.label})},
          {"account", named(accounts[index(row.account)])},
          {"person", row.person < 0 ? Json() : Json(row.person)},
          {"a", row_json(pair.a)},
          {"b", row_json(pair.b)}};
}

Json gain_json(const GainSum& one) {
  const auto side = [](const GainSum::Side& of) {
    return Json{{"times", of.times}, {"practice", of.practice}, {"technology", of.technology}};
  };
  return {{"programme", programme_json(one.programme)},
          {"event", spelled_out(event_name(one.event), '_')},
          {"a", side(one.a)},
          {"b", side(one.b)}};
}

Json story_json(const FirmStory& story) {
  Json events = Json::array(), gains = Json::array(), years = Json::array();
  for (const EventPair& pair : story.events) events.push_back(event_json(pair));
  for (const GainSum& one : story.gains) gains.push_back(gain_json(one));
  for (const FirmStory::Year& one : story.years)
    years.push_back({{"year", one.year},
                     {"difference_percent",
                      productivity_percent(one.b.log_productivity - one.a.log_productivity)},
                     {"a", standing_json(one.a)},
                     {"b", standing_json(one.b)}});
  Json made = difference_json(story.firm);
  made["events"] = events;
  made["gains"] = gains;
  made["years"] = years;
  return made;
}

Json firms_json(const Explanation& found) {
  if (found.year == 0) return Json();
  const FirmCounts& counts = found.firms.counts;
  Json gained = Json::array(), lost = Json::array();
  for (const FirmDifference& one : found.firms.gained) gained.push_back(difference_json(one));
  for (const FirmDifference& one : found.firms.lost) lost.push_back(difference_json(one));
  return {{"year", found.year},
          {"threshold_percent", 100 * found.moved_from},
          {"gain", counts.gaining},
          {"lose", counts.losing},
          {"differ_less", counts.less},
          {"equal", counts.equal},
          {"not_compared", counts.apart},
          {"gain_most", gained},
          {"lose_most", lost}};
}

}  // namespace

std::string explanation_json(const ResultReader& result, const ExplanationReport& report) {
  const Explanation& found = report.found;
  Json levers = Json::array(), programmes = Json::array(), stories = Json::array();
  for (const LeverDifference& one : report.levers) levers.push_back(lever_json(one, found));
  for (const Parting& one : found.partings) programmes.push_back(parting_json(one));
  for (const FirmStory& story : found.stories) stories.push_back(story_json(story));
  const Json document = {{"file", result.file().string()},
                         {"title_en", result.facts().title},
                         {"title_ko", result.facts().title_ko},
                         {"replication", report.replication},
                         {"a", world_json(report.a, found.fingerprint_a)},
                         {"b", world_json(report.b, found.fingerprint_b)},
                         {"settings", levers},
                         {"they_part", !found.partings.empty()},
                         {"first", programmes.empty() ? Json() : programmes.front()},
                         {"programmes", programmes},
                         {"firms", firms_json(found)},
                         {"stories", stories}};
  return document.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace coopsim::cli
