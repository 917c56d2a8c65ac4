// SPDX-License-Identifier: Apache-2.0
#include "scenarios/load.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <string>

#include "scenarios/encoding.hpp"
#include "scenarios/files.hpp"
#include "scenarios/parse.hpp"
#include "scenarios/text.hpp"

namespace coopsim {
namespace {

namespace fs = std::filesystem;

class Loader {
 public:
  Loader(const fs::path& installed, Problems& problems, std::vector<Problem>& notes)
      : installed_(installed), problems_(problems), notes_(notes) {}

  Loaded from_path(const fs::path& path) {
    file_ = std::make_shared<SourceFile>(SourceFile{path.filename().string(), "", 0});
    if (file_->name.empty()) file_ = std::make_shared<SourceFile>(SourceFile{path.string(), "", 0});
    const Bytes bytes = read_file(path, scenario_text);
    if (!bytes.problem.empty()) {
      problems_.add({{file_}, "", bytes.problem, bytes.remedy});
      loaded_.exit_code = bytes.exit_code;
      return std::move(loaded_);
    }
    remember(bytes.identity);
    folder_ = path.has_parent_path() ? path.parent_path() : fs::path(".");
    add(bytes.content, scenario_text);
    return std::move(loaded_);
  }

  Loaded from_text(std::string_view text, std::string_view name) {
    file_ = std::make_shared<SourceFile>(SourceFile{std::string(name), "", 0});
    add(text, stored_text);
    return std::move(loaded_);
  }

 private:
  void remember(Identity identity) {
    visited_.push_back(identity);
    names_.push_back(file_->name);
  }

  // Parses the text of `file_`, then what it extends, and so on.
  void add(std::string_view content, const TextKind& kind) {
    auto root = parse_toml(content, file_, problems_, notes_, kind);
    if (!root) return;
    loaded_.folders.push_back(folder_);
    const Member* extends = root->member("extends");
    if (!extends) return loaded_.files.push_back(std::move(*root));
    const Node name = extends->value;
    loaded_.files.push_back(std::move(*root));
    if (const auto next = open(name)) add(*next, scenario_text);
  }

  // The content of the file that `name` names, which becomes `file_`; nothing after a problem.
  std::optional<std::string> open(const Node& name) {
    const auto found = [&](std::string what, std::string remedy) {
      problems_.add({name.where, "extends", std::move(what), std::move(remedy)});
      return std::nullopt;
    };
    constexpr const char* allowed =
        "allowed: the name of a file beside this one or among the installed scenarios";
    if (!name.is(Node::Kind::text)) return found(with_type(name) + " is not a file name", allowed);
    const std::string wrong = problem_with_name(name.text);
    if (!wrong.empty()) return found(in_words(name) + ' ' + wrong, allowed);
    if (loaded_.files.size() > most_extends)
      return found(fmt::format("more than {} files extend each other", most_extends),
                   "put some of them together");
    const fs::path folder = folder_with(name.text);
    if (folder.empty()) {
      if (problems_.none()) loaded_.exit_code = 66;
      return found(in_words(name) + " is not there", allowed);
    }
    if (!lies_in(folder / name.text, folder))
      return found(in_words(name) + " leads out of its folder through a link", allowed);
    Bytes bytes = read_file(folder / name.text, scenario_text);
    if (!bytes.problem.empty()) {
      if (problems_.none() && bytes.exit_code == 77) loaded_.exit_code = 77;
      return found(in_words(name) + ' ' + bytes.problem, bytes.remedy);
    }
    const auto again = std::find(visited_.begin(), visited_.end(), bytes.identity);
    if (again != visited_.end())
      return found(cycle(std::size_t(again - visited_.begin()), name.text),
                   "remove one of these `extends`");
    file_ = std::make_shared<SourceFile>(
        SourceFile{name.text, fmt::format("{}:{}", escaped(name.where.file->name), name.where.line),
                   loaded_.files.size()});
    remember(bytes.identity);
    folder_ = (folder / name.text).parent_path();
    return std::move(bytes.content);
  }

  fs::path folder_with(const std::string& name) const {
    for (const fs::path& folder : {folder_, installed_})
      if (is_in(folder, name)) return folder;
    return {};
  }

  std::string cycle(std::size_t first, const std::string& again) const {
    std::string text = "the files extend each other in a circle: ";
    for (std::size_t i = first; i < names_.size(); ++i) text += escaped(names_[i]) + " -> ";
    return text + escaped(again);
  }

  const fs::path& installed_;
  Problems& problems_;
  std::vector<Problem>& notes_;
  Loaded loaded_;
  std::shared_ptr<const SourceFile> file_;
  fs::path folder_;  // of `file_`; empty if it is only text
  std::vector<Identity> visited_;
  std::vector<std::string> names_;
};

}  // namespace

Loaded load_files(const fs::path& path, const fs::path& installed, Problems& problems,
                  std::vector<Problem>& notes) {
  return Loader(installed, problems, notes).from_path(path);
}

Loaded load_text(std::string_view text, std::string_view name, const fs::path& installed,
                 Problems& problems, std::vector<Problem>& notes) {
  return Loader(installed, problems, notes).from_text(text, name);
}

}  // namespace coopsim
