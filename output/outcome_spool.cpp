// SPDX-License-Identifier: Apache-2.0
#include "output/outcome_spool.hpp"

#include <fcntl.h>
#include <fmt/core.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <string>
#include <type_traits>

namespace coopsim {
namespace {

// What of an outcome has a fixed size.
struct Head {
  int replication;
  Outcome::World world;
  int policy;
  Fingerprint::Value fingerprint;
  Work work;
};
static_assert(std::is_trivially_copyable_v<Head>);

// A file without a name; where the file system knows none, one that loses it at once.
int open_nameless(const std::filesystem::path& folder) {
  const int descriptor = ::open(folder.c_str(), O_TMPFILE | O_RDWR | O_CLOEXEC, 0600);
  if (descriptor >= 0 || (errno != EOPNOTSUPP && errno != EISDIR && errno != EINVAL))
    return descriptor;
  std::string name = (folder / ".coopsim.XXXXXX").string();
  const int named = ::mkostemp(name.data(), O_CLOEXEC);
  if (named >= 0) ::unlink(name.c_str());
  return named;
}

}  // namespace

OutcomeSpool::OutcomeSpool(const std::filesystem::path& result)
    : folder_(result.has_parent_path() ? result.parent_path() : ".") {
  const int descriptor = open_nameless(folder_);
  if (descriptor < 0) fail("no file can be made there", errno);
  file_.reset(::fdopen(descriptor, "w+b"));
  if (!file_) fail("no file can be made there", errno);
}

void OutcomeSpool::fail(const char* doing, int error) const {
  const bool denied = error == EACCES || error == EPERM || error == EROFS;
  throw ResultError(denied ? ResultFault::no_permission : ResultFault::io,
                    fmt::format("{}: {} while replications wait there for the result ({})",
                                folder_.string(), doing, std::strerror(error)));
}

void OutcomeSpool::put(const void* bytes, std::size_t size) {
  if (std::fwrite(bytes, 1, size, file_.get()) != size) fail("writing failed", errno);
}

void OutcomeSpool::get(void* bytes, std::size_t size) {
  if (std::fread(bytes, 1, size, file_.get()) == size) return;
  fail("reading failed", std::ferror(file_.get()) ? errno : EIO);
}

template <class T>
void OutcomeSpool::put_all(const T& values) {
  static_assert(std::is_trivially_copyable_v<typename T::value_type>);
  const std::uint64_t size = values.size();
  put(&size, sizeof size);
  if (size > 0) put(values.data(), size * sizeof(typename T::value_type));
}

template <class T>
void OutcomeSpool::get_all(T& values) {
  std::uint64_t size = 0;
  get(&size, sizeof size);
  values.resize(size);
  if (size > 0) get(values.data(), size * sizeof(typename T::value_type));
}

void OutcomeSpool::add(const Outcome& outcome) {
  const Head head{outcome.replication, outcome.world, outcome.policy, outcome.fingerprint,
                  outcome.work};
  put(&head, sizeof head);
  put_all(outcome.responses);
  put_all(outcome.records.events);
  put_all(outcome.records.panel);
  put_all(outcome.error);
  ++count_;
}

void OutcomeSpool::replay(const std::function<void(const Outcome&)>& use) {
  if (std::fflush(file_.get()) != 0) fail("writing failed", errno);
  std::rewind(file_.get());
  for (; count_ > 0; --count_) {
    Outcome outcome{};
    Head head{};
    get(&head, sizeof head);
    outcome.replication = head.replication;
    outcome.world = head.world;
    outcome.policy = head.policy;
    outcome.fingerprint = head.fingerprint;
    outcome.work = head.work;
    get_all(outcome.responses);
    get_all(outcome.records.events);
    get_all(outcome.records.panel);
    get_all(outcome.error);
    use(outcome);
  }
}

}  // namespace coopsim
