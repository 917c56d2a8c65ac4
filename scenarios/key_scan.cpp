// SPDX-License-Identifier: Apache-2.0
#include "scenarios/key_scan.hpp"

#include <fmt/format.h>

#include <map>
#include <optional>
#include <string>

#include "scenarios/node.hpp"
#include "scenarios/text.hpp"
#include "scenarios/toml_cursor.hpp"

namespace coopsim {
namespace {

constexpr bool is_bare(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
         c == '-';
}

// What people paste from word processors and Korean keyboards.
std::string_view meant_by(char32_t c) {
  switch (c) {
    case 0x2212:
    case 0x2010:
    case 0x2011:
    case 0x2012:
    case 0x2013:
    case 0x2014:
    case 0xFF0D:
      return "write the minus as '-'";
    case 0x201C:
    case 0x201D:
    case 0x2018:
    case 0x2019:
    case 0xFF02:
      return "write straight quotes '\"'";
    case 0xA0:
    case 0x3000:
      return "write an ordinary space";
    case 0xFF1D:
      return "write '='";
    default:
      return "put it into quotes";
  }
}

class Scanner : private TomlCursor {
 public:
  Scanner(std::string_view text, const std::shared_ptr<const SourceFile>& file, Problems& problems)
      : TomlCursor(text, file), problems_(problems) {}

  KeyScan scan();

 private:
  struct Level {
    bool table;          // an inline table, else an array
    std::string prefix;  // of the keys in an inline table
  };
  struct Key {
    std::vector<std::string> parts;
    Place where;
  };

  void skip_bare_value();

  void statement();
  void header();
  void value_step();
  void open(char bracket);
  void after_key();
  std::optional<Key> key();
  void remember(const std::string& path, const Key& key, std::string_view what);
  std::string resolved(const std::vector<std::string>& parts, std::size_t count) const;
  void stop(const Place& where, std::string what, std::string remedy);
  void stop_outside_quotes(std::string_view where);

  Problems& problems_;
  std::vector<Level> open_;  // empty: between statements or in a value of the top level
  bool in_value_ = false;
  bool stopped_ = false;
  std::string prefix_;                   // of the table of the last header
  std::map<std::string, Place> seen_;    // keys and tables by full path
  std::map<std::string, int> elements_;  // of arrays of tables
  std::size_t inline_tables_ = 0;
  KeyScan result_;
};

void Scanner::stop(const Place& where, std::string what, std::string remedy) {
  problems_.add({where, "", std::move(what), std::move(remedy)});
  stopped_ = true;
}

// At a character that only texts may have.
void Scanner::stop_outside_quotes(std::string_view where) {
  std::size_t next = at_;
  const char32_t c = next_code_point(text_, next);
  stop(here(),
       fmt::format("'{}' ({}) without quotes {}", escaped(text_.substr(at_, next - at_)),
                   code_point_name(c), where),
       std::string(meant_by(c)));
}

// One dotted key; nothing (and the scan goes on after the line) if there is none.
std::optional<Scanner::Key> Scanner::key() {
  Key key{{}, here()};
  for (;;) {
    const std::size_t start = at_;
    if (peek() == '"' || peek() == '\'') {
      const char quote = peek();
      skip_string(quote);
      const std::size_t inside = at_ >= start + 2 ? at_ - start - 2 : 0;
      key.parts.emplace_back(text_.substr(start + 1, inside));
    } else {
      while (is_bare(peek())) advance();
      if (static_cast<unsigned char>(peek()) >= 0x80)
        return stop_outside_quotes("in a key"), std::nullopt;
      if (at_ == start) return {};
      key.parts.emplace_back(text_.substr(start, at_ - start));
    }
    if (key.parts.size() > most_key_parts) {
      stop(key.where, fmt::format("a key of more than {} parts", most_key_parts),
           fmt::format("allowed: up to {} names joined by dots", most_key_parts));
      return {};
    }
    skip_blanks(false);
    if (peek() != '.') return key;
    advance();
    skip_blanks(false);
  }
}

void Scanner::remember(const std::string& path, const Key& key, std::string_view what) {
  const auto [known, is_new] = seen_.emplace(path, key.where);
  if (is_new) return;
  std::string shown;
  for (const std::string& part : key.parts) shown = join(shown, part);
  problems_.add({key.where, shown,
                 fmt::format("{} is given twice, first at {}", what, known->second.text()),
                 "keep one of them"});
}

// The path of a header's first `count` parts, with the number of the latest element of arrays.
std::string Scanner::resolved(const std::vector<std::string>& parts, std::size_t count) const {
  std::string path;
  for (std::size_t i = 0; i < count; ++i) {
    path += '\x1F' + parts[i];
    const auto array = elements_.find(path);
    if (array != elements_.end()) path += '#' + std::to_string(array->second);
  }
  return path;
}

void Scanner::header() {
  advance();
  const bool array = peek() == '[';
  if (array) advance();
  skip_blanks(false);
  const auto found = key();
  if (!found) return skip_line();
  const std::size_t parents = found->parts.size() - 1;
  std::string path = resolved(found->parts, parents) + '\x1F' + found->parts.back();
  if (array) {
    const int number = ++elements_[path];
    prefix_ = path + '#' + std::to_string(number);
  } else {
    if (elements_.contains(path)) return skip_line();  // the parser says what is wrong
    remember(path, *found, "this table");
    prefix_ = path;
  }
  skip_line();
}

// After a key, at what should be '='.
void Scanner::after_key() {
  if (peek() == ':') {
    stop(here(), "':' after a key, as in YAML or JSON", "a scenario is TOML: key = value");
    return;
  }
  if (static_cast<unsigned char>(peek()) >= 0x80) return stop_outside_quotes("after a key");
  if (peek() != '=') return open_.empty() ? skip_line() : advance();
  advance();
  in_value_ = true;
}

void Scanner::statement() {
  skip_blanks(true);
  if (end()) return;
  if (peek() == '[') return header();
  if (peek() == '{' && seen_.empty())
    return stop(here(), "'{' at the start, as in JSON", "a scenario is TOML: key = value");
  const Place start = here();
  const std::string_view rest = text_.substr(at_);
  if (rest.starts_with("---") || rest.starts_with("%YAML"))
    return stop(start, "'---', as in YAML", "a scenario is TOML: key = value");
  const auto found = key();
  if (stopped_) return;
  if (!found) {
    if (end()) return;
    return skip_line();
  }
  std::string path = prefix_;
  for (const std::string& part : found->parts) path += '\x1F' + part;
  if (peek() == '=') remember(path, *found, "this key");
  after_key();
}

void Scanner::open(char bracket) {
  if (open_.size() == most_nested)
    return stop(here(), fmt::format("nested deeper than {} brackets", most_nested),
                fmt::format("allowed: {}", most_nested));
  const bool table = bracket == '{';
  open_.push_back({table, table ? "\x1D" + std::to_string(++inline_tables_) : std::string()});
  advance();
  in_value_ = !table;
}

void Scanner::skip_bare_value() {
  result_.values.push_back(here());
  while (!end() && std::string_view(",]}#\n\r").find(peek()) == std::string_view::npos) {
    if (static_cast<unsigned char>(peek()) >= 0x80) return stop_outside_quotes("in a value");
    if (peek() == '"' || peek() == '\'') return;  // the parser says what is wrong
    advance();
  }
}

// One step inside a value: a bracket, a separator, a single value or a key of an inline table.
void Scanner::value_step() {
  const bool in_array = !open_.empty() && !open_.back().table;
  skip_blanks(in_array || open_.size() > 0);
  if (end()) return;
  const char c = peek();
  if (open_.empty() && (c == '\n' || c == '\r')) return void(in_value_ = false);
  if (c == '[' || c == '{') return open(c);
  if ((c == ']' || c == '}') && !open_.empty()) {
    open_.pop_back();
    advance();
    in_value_ = true;
    return;
  }
  if (c == ',') {
    advance();
    in_value_ = open_.empty() || !open_.back().table;
    return;
  }
  if (c == '"' || c == '\'') {
    result_.values.push_back(here());
    return skip_string(c);
  }
  const std::size_t before = at_;
  skip_bare_value();
  if (at_ == before && !stopped_) advance();
}

KeyScan Scanner::scan() {
  while (!end() && !stopped_) {
    if (in_value_) {
      value_step();
    } else if (open_.empty()) {
      statement();
    } else {  // in an inline table, before a key
      skip_blanks(true);
      if (peek() == '}' || peek() == ']' || end()) {
        in_value_ = true;
        continue;
      }
      const std::size_t before = at_;
      const auto found = key();
      if (stopped_) break;
      if (found) {
        std::string path = open_.back().prefix;
        for (const std::string& part : found->parts) path += '\x1F' + part;
        if (peek() == '=') remember(path, *found, "this key");
      }
      after_key();
      if (at_ == before) advance();
    }
  }
  return std::move(result_);
}

}  // namespace

KeyScan scan_keys(std::string_view text, const std::shared_ptr<const SourceFile>& file,
                  Problems& problems) {
  return Scanner(text, file, problems).scan();
}

}  // namespace coopsim
