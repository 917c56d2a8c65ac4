// SPDX-License-Identifier: Apache-2.0
// What is wrong with a scenario: every problem at once, each with its place, what was found there
// and what is allowed.
#pragma once
#include <cstddef>
#include <memory>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace coopsim {

// Where text came from: a file, an `extends` or a --set. `name` is what the user wrote; never an
// absolute path that the user did not give.
struct SourceFile {
  std::string name;
  std::string included_by;   // "mine.toml:2"; empty for what the user named
  std::size_t order = 0;     // the user's file first, then what it extends, then overrides
  bool is_override = false;  // a --set of the command line
};

struct Place {
  std::shared_ptr<const SourceFile> file;
  unsigned line = 0, column = 0;  // from 1; columns count code points. 0: the file as a whole

  std::string text() const;  // "mine.toml:9:1"
};

struct Problem {
  Place where;
  std::string key;     // "run.replications"; may be empty
  std::string what;    // what was found
  std::string remedy;  // what is allowed, or what to do; may be empty
};

class Problems {
 public:
  static constexpr std::size_t most = 50;

  void add(Problem problem);
  bool none() const { return all_.empty(); }
  std::size_t count() const { return all_.size() + more_; }
  std::size_t more() const { return more_; }  // found but not kept: beyond `most`
  std::vector<Problem> in_order() const;      // of file and line
  bool all_in_overrides() const;              // then the command line is wrong, not a file

 private:
  std::vector<Problem> all_;
  std::size_t more_ = 0;
};

// Aligned lines "  mine.toml:9:1  run.replicatons  no such parameter; did you mean ...".
std::string as_lines(const std::vector<Problem>& problems);

// A scenario that cannot be used. what() is the whole message, ready to print.
class ScenarioError : public std::runtime_error {
 public:
  // As in sysexits.h: 2 an override that makes no sense, 65 bad data, 66 not there, 77 not allowed.
  ScenarioError(std::string subject, Problems problems, int exit_code);

  const std::string& subject() const { return subject_; }  // the file, as the user named it
  const Problems& problems() const { return problems_; }
  int exit_code() const { return exit_code_; }
  // {"scenario": ..., "problems": [{"file", "line", "column", "key", "what", "remedy"}], "more": 0}
  std::string json() const;

 private:
  std::string subject_;
  Problems problems_;
  int exit_code_;
};

}  // namespace coopsim
