// SPDX-License-Identifier: Apache-2.0
// The name of a response that a condition watches.
#include <fmt/format.h>

#include <vector>

#include "scenarios/text.hpp"
#include "scenarios/value_reader.hpp"

namespace coopsim {

bool read_value(const Node& node, WatchedResponse& value, const Target& target) {
  constexpr const char* allowed =
      "allowed: a response (docs/metrics.md), or one part of it, e.g. training_wait.A2";
  if (!node.is(Node::Kind::text)) return target.wrong_type(node, "the name of a response");
  std::string problem;
  WatchedResponse found = WatchedResponse::named(node.text, &problem);
  if (!problem.empty()) {
    std::vector<std::string_view> ids;
    for (const Metric& metric : metrics()) ids.push_back(metric.id);
    const auto near = nearest(std::string_view(node.text).substr(0, node.text.find('.')), ids);
    const bool suggest = !near.empty() && near != node.text;
    return target.wrong(node.where, in_words(node) + ": " + problem,
                        suggest ? fmt::format("{}; did you mean {}?", allowed, near) : allowed);
  }
  value = std::move(found);
  return true;
}

}  // namespace coopsim
