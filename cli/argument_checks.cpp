// SPDX-License-Identifier: Apache-2.0
#include "cli/argument_checks.hpp"

#include <fmt/core.h>
#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <limits>
#include <utility>

#include "cli/exit_code.hpp"
#include "cli/text.hpp"
#include "scenarios/text.hpp"

namespace coopsim::cli {
namespace {

[[noreturn]] void refuse(const std::string& message) { throw Failure(ExitCode::usage, message); }

std::string shown(const std::string& text) { return text.empty() ? "(empty)" : escaped(text); }

const CommandWords& known_command(const std::string& word,
                                  const std::vector<CommandWords>& commands) {
  std::vector<std::string> names;
  for (const CommandWords& command : commands) {
    if (command.name == word) return command;
    names.push_back(command.name);
  }
  if (word.ends_with(".toml"))
    refuse(fmt::format("{} is not a command; to simulate it: coopsim run {}", escaped(word),
                       escaped(shell_word(word))));
  refuse(fmt::format("{}: no such command{} Commands: {}", shown(word), did_you_mean(word, names),
                     fmt::join(names, ", ")));
}

// The option that `word` names: --name, --name=value, -n or -nvalue.
const OptionWords& known_option(const std::string& word, const CommandWords& command) {
  const bool is_long = word.starts_with("--");
  const std::string name = is_long ? word.substr(0, word.find('=')) : word.substr(0, 2);
  std::vector<std::string> names;
  for (const OptionWords& option : command.options) {
    if (std::find(option.names.begin(), option.names.end(), name) != option.names.end())
      return option;
    names.insert(names.end(), option.names.begin(), option.names.end());
  }
  refuse(fmt::format("coopsim {}: no option {}{} See coopsim {} --help", command.name,
                     escaped(is_long ? name : word), did_you_mean(is_long ? name : word, names),
                     command.name));
}

// The finite number that `text` begins with, and where it ends; NaN and 0 where there is none.
std::pair<double, std::size_t> leading_number(const std::string& text) {
  double value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || !std::isfinite(value))
    return {std::numeric_limits<double>::quiet_NaN(), 0};
  return {value, std::size_t(end - text.data())};
}

}  // namespace

void refuse_unknown_words(const std::vector<std::string>& words,
                          const std::vector<CommandWords>& commands) {
  if (words.empty() || words[0] == "--help" || words[0] == "-h" || words[0] == "--version") return;
  if (words[0].starts_with("-"))
    refuse(fmt::format("{} stands before the command; write coopsim COMMAND {}", escaped(words[0]),
                       escaped(words[0])));
  const CommandWords& command = known_command(words[0], commands);
  for (std::size_t i = 1; i < words.size() && words[i] != "--"; ++i) {
    const std::string& word = words[i];
    if (word.size() < 2 || word[0] != '-') continue;
    const OptionWords& option = known_option(word, command);
    const std::size_t equals = word.starts_with("--") ? word.find('=') : std::string::npos;
    if (equals != std::string::npos && equals + 1 == word.size())
      refuse(fmt::format("coopsim {}: {} is followed by nothing", command.name, word));
    if (equals != std::string::npos && !option.takes_value)
      refuse(fmt::format("coopsim {}: {} has a value, and {} takes no value", command.name,
                         escaped(word), word.substr(0, equals)));
    const bool value_follows =
        word.starts_with("--") ? equals == std::string::npos : word.size() == 2;
    if (option.takes_value && value_follows) ++i;
  }
}

std::int64_t checked_number(const std::string& option, const std::string& text, std::int64_t least,
                            std::int64_t most) {
  if (const auto value = whole_number(text, least, most)) return *value;
  refuse(fmt::format("{} {}: allowed is a whole number from {} to {}", option, shown(text), least,
                     most));
}

std::size_t checked_choice(const std::string& option, const std::string& text,
                           const std::vector<std::string>& choices) {
  const auto found = std::find(choices.begin(), choices.end(), text);
  if (found != choices.end()) return static_cast<std::size_t>(found - choices.begin());
  refuse(fmt::format("{} {}: allowed are {}{}", option, shown(text), fmt::join(choices, ", "),
                     did_you_mean(text, choices)));
}

double checked_confidence(const std::string& text) {
  const auto [value, end] = leading_number(text);
  if (end == text.size() && value > .5 && value < 1) return value;
  const bool percent = end == text.size() && value > 50 && value < 100;
  refuse(fmt::format("--confidence {}: allowed is a number above 0.5 and below 1{}", shown(text),
                     percent ? fmt::format("; did you mean {}?", value / 100) : ""));
}

namespace {

// Empty where there is none, or in another unit.
std::optional<double> amount_in(const std::string& text, std::string_view unit) {
  const auto [value, end] = leading_number(text);
  std::string_view rest = std::string_view(text).substr(end);
  while (rest.starts_with(' ')) rest.remove_prefix(1);
  if (end == 0 || !std::isfinite(value) || !(rest.empty() || rest == unit)) return std::nullopt;
  return value;
}

[[noreturn]] void refuse_amount(const std::string& option, const std::string& text,
                                const char* allowed, std::string_view unit) {
  refuse(fmt::format("{} {}: allowed is {}, in the unit of the response: {}", option, shown(text),
                     allowed, unit == "1" ? "none" : unit));
}

}  // namespace

double checked_amount(const std::string& option, const std::string& text, std::string_view unit) {
  const auto amount = amount_in(text, unit);
  if (amount && *amount > 0) return *amount;
  refuse_amount(option, text, "a number above 0", unit);
}

double checked_difference(const std::string& option, const std::string& text,
                          std::string_view unit) {
  if (const auto amount = amount_in(text, unit)) return *amount;
  refuse_amount(option, text, "a number", unit);
}

PartChoice checked_part(const std::string& text) {
  constexpr std::int64_t most_parts = 1'000'000;
  const std::size_t slash = text.find('/');
  const auto of = slash == std::string::npos ? std::nullopt
                                             : whole_number(text.substr(slash + 1), 1, most_parts);
  const auto number = of ? whole_number(text.substr(0, slash), 1, *of) : std::nullopt;
  if (!number)
    refuse(fmt::format("--shard {}: write it as I/N, such as --shard 2/8; I counts from 1 to N",
                       shown(text)));
  return {std::size_t(*number), std::size_t(*of)};
}

OnlyWorld checked_world(const std::string& text) {
  const std::size_t colon = text.rfind(':');
  const auto replication = colon == std::string::npos || colon == 0
                               ? std::nullopt
                               : whole_number(text.substr(colon + 1), 0, most_replications - 1);
  if (!replication)
    refuse(
        fmt::format("--only {}: write it as POLICY:REPLICATION, such as --only dankai:4; "
                    "replications count from 0",
                    shown(text)));
  return {text.substr(0, colon), static_cast<int>(*replication)};
}

}  // namespace coopsim::cli
