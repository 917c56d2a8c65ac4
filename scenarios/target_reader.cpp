// SPDX-License-Identifier: Apache-2.0
// Whom a lever aims at: { sector = ["moulds"], region = ["busan"], exporter = true, others = 0.2 }.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <vector>

#include "scenarios/text.hpp"
#include "scenarios/value_reader.hpp"

namespace coopsim {
namespace {

constexpr std::array<std::string_view, 6> keys = {"sector",   "region", "size_class",
                                                  "exporter", "former", "others"};

// A list of names as bits by their order; zero after a problem.
template <std::size_t N>
unsigned read_names(const Node& list, const std::array<Named, N>& names, const Target& target) {
  std::vector<std::string_view> allowed;
  for (const Named& each : names) allowed.push_back(each.id);
  if (!list.is(Node::Kind::array) || list.items.empty()) {
    target.wrong(list.where, with_type(list) + " where a list of names is needed",
                 fmt::format("allowed: some of {}", fmt::join(allowed, ", ")));
    return 0;
  }
  unsigned bits = 0;
  for (const Node& item : list.items) {
    const int number = read_name(item, allowed, target);
    if (number < 0) return 0;
    bits |= 1u << number;
  }
  return bits;
}

// Either after a problem.
Asked read_asked(const Node& node, const Target& target) {
  bool truth = false;
  if (!read_value(node, truth, target)) return Asked::either;
  return truth ? Asked::yes : Asked::no;
}

// To four decimals.
bool read_others(const Node& node, TargetFirms& firms, const Target& target) {
  const FieldInfo unit = {"others", "1", {0, 1}, {}, "", target.field.source};
  double weight = 0;
  if (!read_value(node, weight, Target{unit, target.path + ".others", target.problems}))
    return false;
  firms.others = static_cast<std::uint16_t>(std::lround(weight * 10'000));
  return true;
}

bool read_line(const Member& line, TargetFirms& firms, const Target& target) {
  const Node& node = line.value;
  if (line.key == "exporter") return (firms.exporter = read_asked(node, target)) != Asked::either;
  if (line.key == "former") return (firms.served = read_asked(node, target)) != Asked::either;
  if (line.key == "others") return read_others(node, firms, target);
  if (line.key == "sector")
    return (firms.sectors = static_cast<std::uint16_t>(read_names(node, sectors, target))) != 0;
  if (line.key == "region")
    return (firms.regions = static_cast<std::uint8_t>(read_names(node, regions, target))) != 0;
  if (line.key == "size_class")
    return (firms.size_classes = read_names(node, size_classes, target) & 15u) != 0;
  const auto near = nearest(line.key, keys);
  return target.wrong(line.where, "a target has no line " + shown_key(line.key),
                      near.empty() ? fmt::format("allowed: {}", fmt::join(keys, ", "))
                                   : fmt::format("did you mean {}?", near));
}

}  // namespace

bool read_value(const Node& node, TargetFirms& value, const Target& target) {
  if (!node.is(Node::Kind::table))
    return target.wrong_type(node, "a target such as { sector = [\"moulds\"], others = 0.2 }");
  TargetFirms firms;
  bool sound = true;
  for (const Member& line : node.members) sound = read_line(line, firms, target) && sound;
  if (sound && firms.is_everyone())
    return target.wrong(node.where, "a target that leaves out nobody",
                        "give sector, region, size_class, exporter or former");
  if (sound) value = firms;
  return sound;
}

}  // namespace coopsim
