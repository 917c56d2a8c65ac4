// SPDX-License-Identifier: Apache-2.0
#include "scenarios/problems.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <tuple>

#include "scenarios/text.hpp"

namespace coopsim {
namespace {

std::tuple<std::size_t, unsigned, unsigned> order_of(const Place& place) {
  return {place.file ? place.file->order : 0, place.line, place.column};
}

std::string sentence(const Problem& problem) {
  std::string text;
  if (problem.where.file && !problem.where.file->included_by.empty())
    text = "(included by " + problem.where.file->included_by + ") ";
  text += problem.what;
  if (!problem.remedy.empty()) text += "; " + problem.remedy;
  return text;
}

std::string padded(const std::string& text, std::size_t width) {
  const std::size_t columns = code_points(text);
  return text + std::string(columns < width ? width - columns : 0, ' ');
}

std::string message(const std::string& subject, const Problems& problems) {
  const std::size_t count = problems.count();
  std::string text =
      fmt::format("{} has {} problem{}, nothing was run.\n\n{}", escaped(subject, 200), count,
                  count == 1 ? "" : "s", as_lines(problems.in_order()));
  if (problems.more() > 0)
    text += fmt::format("  and {} more; mend these first\n", problems.more());
  return text;
}

}  // namespace

std::string Place::text() const {
  if (!file) return {};
  const std::string name = escaped(file->name, 200);
  return line == 0 ? name : fmt::format("{}:{}:{}", name, line, column);
}

void Problems::add(Problem problem) {
  const bool known = std::any_of(all_.begin(), all_.end(), [&](const Problem& other) {
    return order_of(other.where) == order_of(problem.where) && other.key == problem.key &&
           other.what == problem.what;
  });
  if (known) return;
  if (all_.size() < most)
    all_.push_back(std::move(problem));
  else
    ++more_;
}

std::vector<Problem> Problems::in_order() const {
  std::vector<Problem> sorted = all_;
  std::stable_sort(sorted.begin(), sorted.end(), [](const Problem& a, const Problem& b) {
    return order_of(a.where) < order_of(b.where);
  });
  return sorted;
}

bool Problems::all_in_overrides() const {
  return std::all_of(all_.begin(), all_.end(), [](const Problem& problem) {
    return problem.where.file && problem.where.file->is_override;
  });
}

std::string as_lines(const std::vector<Problem>& problems) {
  constexpr std::size_t widest = 40;  // a longer place or key pushes its own line only
  std::size_t where = 0, key = 0;
  for (const Problem& problem : problems) {
    where = std::max(where, std::min(widest, code_points(problem.where.text())));
    key = std::max(key, std::min(widest, code_points(problem.key)));
  }
  std::string text;
  for (const Problem& problem : problems) {
    text += "  " + padded(problem.where.text(), where) + "  ";
    if (key > 0) text += padded(problem.key, key) + "  ";
    text += sentence(problem) + "\n";
  }
  return text;
}

ScenarioError::ScenarioError(std::string subject, Problems problems, int exit_code)
    : std::runtime_error(message(subject, problems)),
      subject_(std::move(subject)),
      problems_(std::move(problems)),
      exit_code_(exit_code) {}

std::string ScenarioError::json() const {
  nlohmann::ordered_json document;
  document["scenario"] = escaped(subject_, 200);
  document["problems"] = nlohmann::ordered_json::array();
  for (const Problem& problem : problems_.in_order()) {
    nlohmann::ordered_json entry;
    entry["file"] = problem.where.file ? escaped(problem.where.file->name, 200) : "";
    entry["line"] = problem.where.line;
    entry["column"] = problem.where.column;
    entry["key"] = problem.key;
    entry["what"] = problem.what;
    entry["remedy"] = problem.remedy;
    if (problem.where.file && !problem.where.file->included_by.empty())
      entry["included_by"] = problem.where.file->included_by;
    document["problems"].push_back(std::move(entry));
  }
  document["more"] = problems_.more();
  return document.dump(2, ' ', false, nlohmann::ordered_json::error_handler_t::replace);
}

}  // namespace coopsim
