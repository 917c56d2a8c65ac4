// SPDX-License-Identifier: Apache-2.0
#include "cli/completion.hpp"

#include <fmt/core.h>
#include <fmt/format.h>

namespace coopsim::cli {
namespace {

std::string all_names(const std::vector<CommandWords>& commands) {
  std::string names;
  for (const CommandWords& command : commands) names += (names.empty() ? "" : " ") + command.name;
  return names;
}

// For zsh's _arguments and _describe: what has a meaning there is escaped.
std::string escaped(std::string_view text) {
  std::string safe;
  for (const char c : text) {
    if (c == '\'')
      safe += "'\\''";
    else if (c == ':' || c == '[' || c == ']' || c == '\\')
      safe += std::string("\\") + c;
    else
      safe += c;
  }
  return safe;
}

}  // namespace

std::string bash_completion(const std::vector<CommandWords>& commands) {
  std::string script =
      "# bash completion for coopsim. Use it with: eval \"$(coopsim completion bash)\"\n"
      "_coopsim() {\n"
      "  local word=\"${COMP_WORDS[COMP_CWORD]}\" before=\"${COMP_WORDS[COMP_CWORD-1]}\" "
      "words=\"\"\n"
      "  if [ \"$COMP_CWORD\" -eq 1 ]; then\n";
  script += fmt::format("    COMPREPLY=($(compgen -W \"{} --help --version\" -- \"$word\"))\n",
                        all_names(commands));
  script += "    return\n  fi\n  case \"${COMP_WORDS[1]} $before\" in\n";
  for (const CommandWords& command : commands) {
    for (const OptionWords& option : command.options) {
      if (option.choices.empty()) continue;
      std::string patterns;
      for (const std::string& name : option.names)
        patterns += fmt::format("{}\"{} {}\"", patterns.empty() ? "" : "|", command.name, name);
      if (option.names.empty()) patterns = fmt::format("\"{0} {0}\"", command.name);
      script += fmt::format("    {}) COMPREPLY=($(compgen -W \"{}\" -- \"$word\")); return ;;\n",
                            patterns, fmt::join(option.choices, " "));
    }
  }
  script += "  esac\n  case \"${COMP_WORDS[1]}\" in\n";
  for (const CommandWords& command : commands) {
    std::string words;
    for (const OptionWords& option : command.options)
      for (const std::string& name : option.names) words += (words.empty() ? "" : " ") + name;
    script += fmt::format("    {}) words=\"{}\" ;;\n", command.name, words);
  }
  return script +
         "  esac\n"
         "  case \"$word\" in\n"
         "    -*) COMPREPLY=($(compgen -W \"$words\" -- \"$word\")) ;;\n"
         "    *) compopt -o filenames 2>/dev/null; COMPREPLY=($(compgen -f -- \"$word\")) ;;\n"
         "  esac\n"
         "}\n"
         "complete -F _coopsim coopsim\n";
}

std::string zsh_completion(const std::vector<CommandWords>& commands) {
  std::string script =
      "#compdef coopsim\n"
      "# zsh completion for coopsim. Use it with: eval \"$(coopsim completion zsh)\"\n"
      "_coopsim() {\n"
      "  local -a commands\n"
      "  commands=(\n";
  for (const CommandWords& command : commands)
    script += fmt::format("    '{}:{}'\n", command.name, escaped(command.description));
  script +=
      "  )\n"
      "  if (( CURRENT == 2 )); then _describe command commands; return; fi\n"
      "  local command=${words[2]}\n"
      "  shift words; (( CURRENT-- ))\n"
      "  case $command in\n";
  for (const CommandWords& command : commands) {
    script += fmt::format("    {}) _arguments \\\n", command.name);
    for (const OptionWords& option : command.options) {
      const std::string value = option.choices.empty()
                                    ? ":value:_files"
                                    : fmt::format(":value:({})", fmt::join(option.choices, " "));
      if (option.names.empty()) script += fmt::format("        '*{}' \\\n", value);
      for (const std::string& name : option.names)
        script += fmt::format("        '*{}[{}]{}' \\\n", name, escaped(option.description),
                              option.takes_value ? value : "");
    }
    script += "      ;;\n";
  }
  return script +
         "  esac\n"
         "}\n"
         "if [ \"$funcstack[1]\" = \"_coopsim\" ]; then _coopsim \"$@\"; else compdef _coopsim "
         "coopsim; fi\n";
}

}  // namespace coopsim::cli
