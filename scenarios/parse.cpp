// SPDX-License-Identifier: Apache-2.0
#include "scenarios/parse.hpp"

#include <fmt/format.h>
#include <toml++/toml.h>

#include <algorithm>
#include <array>

#include "scenarios/encoding.hpp"
#include "scenarios/key_scan.hpp"
#include "scenarios/text.hpp"

namespace coopsim {
namespace {

class Converter {
 public:
  Converter(std::string_view text, const std::shared_ptr<const SourceFile>& file)
      : text_(text), file_(file) {
    lines_.push_back(0);
    for (std::size_t i = 0; i < text.size(); ++i)
      if (text[i] == '\n') lines_.push_back(i + 1);
  }

  Node convert(const toml::node& node) const;
  Place place(const toml::source_position& at) const { return {file_, at.line, at.column}; }
  // The text of one line from a column on.
  std::string_view rest_of_line(unsigned line, unsigned column) const;

 private:
  Node table(const toml::table& table) const;
  std::string written(const toml::source_region& region) const;

  std::string_view text_;
  const std::shared_ptr<const SourceFile>& file_;
  std::vector<std::size_t> lines_;  // offsets of their first bytes
};

std::string_view Converter::rest_of_line(unsigned line, unsigned column) const {
  if (line == 0 || line > lines_.size()) return {};
  std::size_t at = lines_[line - 1];
  for (unsigned i = 1; i < column && at < text_.size(); ++i) next_code_point(text_, at);
  const std::size_t end = std::min(text_.find('\n', at), text_.size());
  return text_.substr(at, end - at);
}

std::string Converter::written(const toml::source_region& region) const {
  std::string_view rest = rest_of_line(region.begin.line, region.begin.column);
  std::size_t end = 0;
  for (unsigned i = region.begin.column; i < region.end.column && end < rest.size(); ++i)
    next_code_point(rest, end);
  return std::string(rest.substr(0, end));
}

Node Converter::table(const toml::table& table) const {
  Node result;
  for (const auto& [key, value] : table)
    result.members.push_back({std::string(key.str()), place(key.source().begin), convert(value)});
  std::sort(result.members.begin(), result.members.end(), [](const Member& a, const Member& b) {
    return std::pair(a.where.line, a.where.column) < std::pair(b.where.line, b.where.column);
  });
  return result;
}

Node Converter::convert(const toml::node& node) const {
  Node result;
  if (const auto* members = node.as_table()) {
    result = table(*members);
  } else if (const auto* items = node.as_array()) {
    result.kind = Node::Kind::array;
    for (const auto& item : *items) result.items.push_back(convert(item));
  } else if (const auto* text = node.as_string()) {
    result.kind = Node::Kind::text;
    result.text = text->get();
  } else {
    result.text = written(node.source());
    result.kind = Node::Kind::other;
    if (const auto* number = node.as_integer()) {
      result.kind = Node::Kind::integer;
      result.integer = number->get();
    } else if (const auto* real = node.as_floating_point()) {
      result.kind = Node::Kind::real;
      result.real = real->get();
    } else if (const auto* truth = node.as_boolean()) {
      result.kind = Node::Kind::boolean;
      result.boolean = truth->get();
    } else if (const auto* day = node.as_date()) {
      result.kind = Node::Kind::date;
      result.date = date(day->get().year, day->get().month, day->get().day);
    }
  }
  result.where = place(node.source().begin);
  return result;
}

// The parser's own words, and what they mean here.
struct Explanation {
  std::string_view part, what, remedy;
};
constexpr std::array<Explanation, 9> explanations = {{
    {"not representable in 64 bits", "a whole number beyond 64 bits",
     "allowed: up to 9223372036854775807"},
    {"expected day between", "a day that does not exist", "allowed: a day of that month"},
    {"expected month between", "a month that does not exist", "allowed: 01 to 12"},
    {"leading zeroes", "a number with leading zeroes", "remove them; dates are 2007-01-31"},
    {"parsing date", "a date that cannot be read", "allowed: 2007-01-31"},
    {"parsing floating-point", "not a number, or beyond floating-point numbers",
     "allowed: below 1.8e308"},
    {"expected value", "not TOML: a value is missing", "allowed: key = a TOML value"},
    {"table header", "not TOML: the name of a table is not closed or not a name",
     "allowed: [table], [[policy]]"},
    {"parsing key", "", "allowed: key = value, or a [table]"},
}};

Problem explained(const Place& where, std::string_view words) {
  const auto known =
      std::find_if(explanations.begin(), explanations.end(),
                   [&](const Explanation& each) { return words.find(each.part) != words.npos; });
  constexpr std::string_view opening = "Error while ";
  if (words.starts_with(opening)) words.remove_prefix(opening.size());
  Problem problem{where, "", "not TOML: " + escaped(words, 200), "allowed: a TOML value"};
  if (known == explanations.end()) return problem;
  if (!known->what.empty()) problem.what = known->what;
  problem.remedy = known->remedy;
  return problem;
}

// Something behind a value in its line: "0,03", "5 6".
Problem not_alone(const Place& where, const Place* value, const Converter& converter) {
  const auto word = [&](const Place& from) {
    const auto rest = converter.rest_of_line(from.line, from.column);
    return rest.substr(0, rest.find_first_of(" \t#\r"));
  };
  const bool joined = value && where.column < value->column + code_points(word(*value));
  const Place& from = joined ? *value : where;
  return {from, "", escaped(word(from)) + (joined ? " is not one value" : " follows a value"),
          "allowed: one value; decimals with a point, texts in quotes"};
}

Problem syntax_problem(const toml::parse_error& error, const KeyScan& scan,
                       const Converter& converter) {
  const Place where = converter.place(error.source().begin);
  const std::string_view words = error.description();
  // The parser points behind a value that it cannot read; its beginning helps more.
  const auto before = std::find_if(
      scan.values.rbegin(), scan.values.rend(),
      [&](const Place& value) { return value.line == where.line && value.column <= where.column; });
  const Place* value = before == scan.values.rend() ? nullptr : &*before;
  if (words.find("expected a comment or whitespace") != words.npos)
    return not_alone(where, value, converter);
  Problem problem = explained(where, words);
  if (!value) return problem;
  auto found = converter.rest_of_line(value->line, value->column);
  found = found.substr(0, found.find_first_of(" \t,]}#\r"));
  if (found.empty() || found[0] == '"' || found[0] == '\'' ||
      where.column > value->column + code_points(found))
    return problem;
  problem.where = *value;
  problem.what = escaped(found) + " is " + problem.what;
  return problem;
}

}  // namespace

std::optional<Node> parse_toml(std::string_view bytes,
                               const std::shared_ptr<const SourceFile>& file, Problems& problems,
                               std::vector<Problem>& notes, const TextKind& kind) {
  const std::size_t before = problems.count();
  const std::string_view text = check_encoding(bytes, file, problems, notes, kind);
  if (problems.count() > before) return {};
  const KeyScan scan = scan_keys(text, file, problems);
  if (problems.count() > before) return {};
  const Converter converter(text, file);
  try {
    Node root = converter.convert(toml::parse(text));
    root.where = {file};
    return root;
  } catch (const toml::parse_error& error) {
    problems.add(syntax_problem(error, scan, converter));
    return {};
  }
}

}  // namespace coopsim
