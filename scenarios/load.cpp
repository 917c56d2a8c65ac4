// SPDX-License-Identifier: Apache-2.0
#include "scenarios/load.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <optional>
#include <string>

#include "scenarios/encoding.hpp"
#include "scenarios/parse.hpp"
#include "scenarios/text.hpp"

namespace coopsim {
namespace {

namespace fs = std::filesystem;

using Identity = std::pair<dev_t, ino_t>;  // one file, whatever its name

struct Bytes {
  std::string content;
  Identity identity{};
  std::string problem, remedy;  // empty: all is well
  int exit_code = 65;
};

std::string_view kind_of(mode_t mode) {
  if (S_ISDIR(mode)) return "a folder";
  if (S_ISFIFO(mode)) return "a named pipe";
  if (S_ISCHR(mode) || S_ISBLK(mode)) return "a device";
  if (S_ISSOCK(mode)) return "a socket";
  return "not a regular file";
}

class Descriptor {
 public:
  // Does not wait for the other end of a pipe.
  explicit Descriptor(const fs::path& path)
      : number_(::open(path.c_str(), O_RDONLY | O_NONBLOCK | O_CLOEXEC | O_NOCTTY)) {}
  ~Descriptor() {
    if (number_ >= 0) ::close(number_);
  }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  int number() const { return number_; }

 private:
  int number_;
};

Bytes unreadable(int error) {
  const bool forbidden = error == EACCES || error == EPERM;
  const bool missing = error == ENOENT || error == ENOTDIR;
  Bytes bytes;
  bytes.problem = forbidden ? "may not be read" : missing ? "does not exist" : "cannot be read";
  bytes.remedy = forbidden ? "ask for permission to read it" : "check the path";
  bytes.exit_code = forbidden ? 77 : 66;
  return bytes;
}

// What the file is decides before anything is read.
Bytes read_file(const fs::path& path) {
  const Descriptor file(path);
  struct stat status {};
  if (file.number() < 0 || ::fstat(file.number(), &status) != 0) return unreadable(errno);
  Bytes bytes;
  bytes.identity = {status.st_dev, status.st_ino};
  if (!S_ISREG(status.st_mode)) {
    bytes.problem = fmt::format("is {}", kind_of(status.st_mode));
    bytes.remedy = "allowed: a regular file";
    bytes.exit_code = 66;
    return bytes;
  }
  if (status.st_size > static_cast<off_t>(most_bytes)) {
    bytes.problem = fmt::format("has {} bytes", static_cast<long long>(status.st_size));
    bytes.remedy = fmt::format("allowed: {} bytes; split it with `extends`", most_bytes);
    return bytes;
  }
  bytes.content.resize(most_bytes + 1);
  std::size_t size = 0;
  while (size < bytes.content.size()) {
    const ssize_t got =
        ::read(file.number(), bytes.content.data() + size, bytes.content.size() - size);
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) return unreadable(errno);
    if (got == 0) break;
    size += static_cast<std::size_t>(got);
  }
  bytes.content.resize(size);
  return bytes;
}

// What is wrong with the text of an `extends`; empty if nothing is.
std::string problem_with_name(const std::string& name) {
  const fs::path path(name);
  if (name.empty()) return "is empty";
  if (path.is_absolute()) return "is an absolute path";
  if (std::find(path.begin(), path.end(), "..") != path.end()) return "leads out of its folder";
  const auto odd = [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == '\\'; };
  if (std::any_of(name.begin(), name.end(), odd)) return "has a character that may not be there";
  return {};
}

// Whether `path`, links followed, lies in `folder`.
bool lies_in(const fs::path& path, const fs::path& folder) {
  std::error_code failed;
  const fs::path inside = fs::canonical(path, failed);
  if (failed) return false;
  const fs::path root = fs::canonical(folder, failed);
  if (failed) return false;
  return std::mismatch(root.begin(), root.end(), inside.begin(), inside.end()).first == root.end();
}

class Loader {
 public:
  Loader(const fs::path& installed, Problems& problems, std::vector<Problem>& notes)
      : installed_(installed), problems_(problems), notes_(notes) {}

  Loaded from_path(const fs::path& path) {
    file_ = std::make_shared<SourceFile>(SourceFile{path.filename().string(), "", 0});
    if (file_->name.empty()) file_ = std::make_shared<SourceFile>(SourceFile{path.string(), "", 0});
    const Bytes bytes = read_file(path);
    if (!bytes.problem.empty()) {
      problems_.add({{file_}, "", bytes.problem, bytes.remedy});
      loaded_.exit_code = bytes.exit_code;
      return std::move(loaded_);
    }
    remember(bytes.identity);
    folder_ = path.has_parent_path() ? path.parent_path() : fs::path(".");
    add(bytes.content);
    return std::move(loaded_);
  }

  Loaded from_text(std::string_view text, std::string_view name) {
    file_ = std::make_shared<SourceFile>(SourceFile{std::string(name), "", 0});
    add(text);
    return std::move(loaded_);
  }

 private:
  void remember(Identity identity) {
    visited_.push_back(identity);
    names_.push_back(file_->name);
  }

  // Parses the text of `file_`, then what it extends, and so on.
  void add(std::string_view content) {
    auto root = parse_toml(content, file_, problems_, notes_);
    if (!root) return;
    const Member* extends = root->member("extends");
    if (!extends) return loaded_.files.push_back(std::move(*root));
    const Node name = extends->value;
    loaded_.files.push_back(std::move(*root));
    if (const auto next = open(name)) add(*next);
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
    Bytes bytes = read_file(folder / name.text);
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
    std::error_code ignored;
    for (const fs::path& folder : {folder_, installed_})
      if (!folder.empty() && fs::exists(fs::symlink_status(folder / name, ignored))) return folder;
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
