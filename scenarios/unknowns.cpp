// SPDX-License-Identifier: Apache-2.0
#include "scenarios/unknowns.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

#include "scenarios/checks.hpp"
#include "scenarios/number_reader.hpp"
#include "scenarios/text.hpp"
#include "scenarios/value_writer.hpp"
#include "sim/kernel/fingerprint.hpp"
#include "sim/kernel/random.hpp"
#include "sim/world/draws.hpp"

namespace coopsim {
namespace {

bool is_number(const Node& node) {
  return node.is(Node::Kind::integer) || node.is(Node::Kind::real);
}

// An unbounded law has only its middle checked by the reader of laws.
bool ends_in_range(const Node& node, const Distribution& law, const Target& target) {
  if (is_bounded(law.law())) return true;
  return in_range(node, law.quantile(cut_off_tail), target) &&
         in_range(node, law.quantile(1 - cut_off_tail), target);
}

}  // namespace

bool is_chosen(std::string_view path) {
  constexpr std::array<std::string_view, 4> sections = {"policy", "run", "events", "panel"};
  return std::ranges::find(sections, path.substr(0, path.find('.'))) != sections.end();
}

std::optional<Distribution> read_uncertainty(const Node& statement, const Target& target) {
  const Node& node = *statement.find("uncertain");
  const auto wrong = [&](std::string what, std::string remedy) {
    target.wrong(node.where, std::move(what), std::move(remedy));
    return std::nullopt;
  };
  if (is_chosen(target.path))
    return wrong("what is chosen is not unknown", "`uncertain` belongs to parameters");
  if (!is_number(*statement.find("value")))
    return wrong(with_type(*statement.find("value")) + " cannot be uncertain",
                 "allowed: beside a value that is one number");
  if (!node.is(Node::Kind::table))
    return wrong(with_type(node) + " where a law is needed",
                 "allowed: what the value could be, e.g. { triangular = [2, 6, 12] }");
  Distribution law(0);
  if (!read_value(node, law, target) || !ends_in_range(node, law, target)) return std::nullopt;
  return law;
}

double quantile_within_tails(const Distribution& law, double u) {
  constexpr double inside = 1e-12;
  u = std::clamp(u, inside, 1 - inside);
  if (is_bounded(law.law())) return law.quantile(u);
  return law.quantile(cut_off_tail + u * (1 - 2 * cut_off_tail));
}

std::vector<Unknown> unknowns_of(const std::vector<Provenance>& provenance) {
  std::vector<Unknown> unknowns;
  for (const Provenance& one : provenance)
    if (const auto& law = one.stated.uncertain)
      unknowns.push_back(
          {one.path, one.unit, one.label, *law, one.value, one.whole, one.stated.grade});
  return unknowns;
}

void check_draws(int draws, const std::vector<Provenance>& provenance, const Node& root,
                 Problems& problems) {
  if (draws == 0 || !unknowns_of(provenance).empty()) return;
  problems.add({place_of(root, "run.draws"), "run.draws",
                fmt::format("{}, but no parameter is uncertain", draws),
                "allowed: 0, or give a number `uncertain`, e.g. { value = 2, uncertain = { "
                "triangular = [1, 2, 4] } }"});
}

double drawn(const Unknown& unknown, std::uint64_t seed, std::uint32_t number) {
  Fingerprint name;
  name.add(unknown.path);
  const double u = Random(seed, number).uniform({name.value().low}, draw::unknown);
  const double value = quantile_within_tails(unknown.law, u);
  return unknown.whole ? std::round(value) : value;
}

std::vector<std::string> settings_of_draw(const std::vector<Unknown>& unknowns, std::uint64_t seed,
                                          std::uint32_t number) {
  std::vector<std::string> settings;
  for (const Unknown& unknown : unknowns) {
    const double value = drawn(unknown, seed, number);
    settings.push_back(unknown.path + '=' +
                       (unknown.whole ? fmt::format("{:.0f}", value) : toml_text(value)));
  }
  return settings;
}

}  // namespace coopsim
