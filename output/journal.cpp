// SPDX-License-Identifier: Apache-2.0
#include "output/journal.hpp"

#include <fcntl.h>
#include <fmt/core.h>
#include <unistd.h>

#include <boost/crc.hpp>
#include <cerrno>

#include "output/durable.hpp"
#include "output/result_error.hpp"
#include "output/text_hash.hpp"

namespace coopsim {
namespace {

constexpr std::size_t crc_digits = 8, chain_digits = 32;
constexpr std::size_t head = crc_digits + 1 + chain_digits + 1;  // "CRC CHAIN "

// CRC32C (Castagnoli), as iSCSI and file systems use it.
std::string crc_of(std::string_view text) {
  boost::crc_optimal<32, 0x1EDC6F41, 0xFFFFFFFF, 0xFFFFFFFF, true, true> crc;
  crc.process_bytes(text.data(), text.size());
  return fmt::format("{:08x}", crc.checksum());
}

std::string chained(std::string_view chain, std::string_view record) {
  return text_hash(std::string(chain) + std::string(record));
}

std::string line_of(std::string_view chain, std::string_view record) {
  const std::string guarded = fmt::format("{} {}", chained(chain, record), record);
  return fmt::format("{} {}\n", crc_of(guarded), guarded);
}

struct Contents {
  std::vector<std::string> records;
  std::string chain;
  std::uint64_t end = 0;  // bytes of whole records
};

bool is_whole(std::string_view line) {
  return line.size() > head && line[crc_digits] == ' ' &&
         line.substr(0, crc_digits) == crc_of(line.substr(crc_digits + 1));
}

Contents contents_of(const std::filesystem::path& file) {
  const std::string text = read_whole(file);
  Contents found;
  std::string_view rest = text;
  while (!rest.empty()) {
    const std::size_t length = rest.find('\n');
    const std::string_view line = rest.substr(0, length);
    if (length == rest.npos) break;  // cut off in the midst of writing it
    if (!is_whole(line))
      throw ResultError(
          ResultFault::bad_data,
          fmt::format("{}: record {} is damaged, which no kill does: restore the file from a copy",
                      file.string(), found.records.size() + 1));
    const std::string_view record = line.substr(head);
    const std::string chain = chained(found.chain, record);
    if (line.substr(crc_digits + 1, chain_digits) != chain)
      throw ResultError(ResultFault::bad_data,
                        fmt::format("{}: record {} does not follow the one before it; records were "
                                    "removed or exchanged: restore the file from a copy",
                                    file.string(), found.records.size() + 1));
    found.chain = chain;
    found.records.emplace_back(record);
    found.end += length + 1;
    rest.remove_prefix(length + 1);
  }
  return found;
}

}  // namespace

std::vector<std::string> read_journal(const std::filesystem::path& file) {
  return contents_of(file).records;
}

void Journal::create(const std::filesystem::path& file, std::string_view first) {
  write_durably_once(file, line_of("", first));
}

Journal::Journal(const std::filesystem::path& file) : file_(file) {
  Contents found = contents_of(file);
  descriptor_ = ::open(file.c_str(), O_WRONLY | O_NOFOLLOW | O_CLOEXEC);
  if (descriptor_ < 0) fail_on(file, "cannot be opened to be continued", errno);
  end_ = found.end;
  chain_ = std::move(found.chain);
  records_ = std::move(found.records);
  if (::ftruncate(descriptor_, off_t(end_)) != 0 ||
      ::lseek(descriptor_, off_t(end_), SEEK_SET) < 0) {
    const int error = errno;
    ::close(descriptor_);
    fail_on(file, "cannot be continued", error);
  }
}

Journal::~Journal() {
  if (descriptor_ >= 0) ::close(descriptor_);
}

void Journal::append(std::string_view record) {
  const std::string line = line_of(chain_, record);
  int error = write_fully(descriptor_, line);
  if (error == 0) {
    int outcome = 0;
    do outcome = ::fdatasync(descriptor_);
    while (outcome != 0 && errno == EINTR);
    if (outcome != 0 && errno != EINVAL) error = errno;
  }
  if (error !=
      0) {  // what stands there is removed; if that fails too, the next reader leaves it out
    [[maybe_unused]] const int removed = ::ftruncate(descriptor_, off_t(end_));
    ::lseek(descriptor_, off_t(end_), SEEK_SET);
    fail_on(file_, "a record cannot be written", error);
  }
  chain_ = chained(chain_, record);
  end_ += line.size();
  records_.emplace_back(record);
}

}  // namespace coopsim
