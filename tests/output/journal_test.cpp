// SPDX-License-Identifier: Apache-2.0
#include "output/journal.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <fstream>

#include "output/durable.hpp"
#include "output/result_error.hpp"
#include "tests/output/temporary_folder.hpp"

using namespace coopsim;
using namespace coopsim::testing;

namespace {

void put(const std::filesystem::path& file, const std::string& bytes) {
  std::ofstream(file, std::ios::binary | std::ios::trunc) << bytes;
}

std::filesystem::path three_records(const TemporaryFolder& folder) {
  const auto file = folder.path() / "journal";
  Journal::create(file, R"({"n":1})");
  Journal journal(file);
  journal.append(R"({"n":2})");
  journal.append(R"({"n":3})");
  return file;
}

}  // namespace

TEST_CASE("a journal gives back its records, and goes on after them") {
  const TemporaryFolder folder;
  const auto file = three_records(folder);
  const std::vector<std::string> expected = {R"({"n":1})", R"({"n":2})", R"({"n":3})"};
  CHECK(read_journal(file) == expected);
  Journal again(file);
  CHECK(again.records() == expected);
  again.append("four");
  CHECK(read_journal(file).back() == "four");
}

TEST_CASE("a journal that was cut at any byte has the records before the cut, and takes new ones") {
  const TemporaryFolder folder;
  const auto file = three_records(folder);
  const std::string whole = bytes_of(file);
  const std::size_t first = whole.find('\n') + 1;
  for (std::size_t cut = first; cut < whole.size(); ++cut) {
    put(file, whole.substr(0, cut));
    const std::size_t expected =
        std::size_t(std::count(whole.begin(), whole.begin() + std::ptrdiff_t(cut), '\n'));
    CHECK(read_journal(file).size() == expected);
    Journal journal(file);
    journal.append("next");
    const auto records = read_journal(file);
    REQUIRE(records.size() == expected + 1);
    CHECK(records.back() == "next");
  }
}

TEST_CASE("a flipped bit in the middle of a journal is an error, not a shorter journal") {
  const TemporaryFolder folder;
  const auto file = three_records(folder);
  const std::string whole = bytes_of(file);
  const std::size_t last = whole.rfind('\n', whole.size() - 2) + 1;
  for (std::size_t at = 0; at < last; ++at) {
    std::string damaged = whole;
    damaged[at] = char(damaged[at] ^ 0x10);
    put(file, damaged);
    CHECK_THROWS_AS(read_journal(file), ResultError);
  }
}

TEST_CASE("records that were exchanged or removed are noticed") {
  const TemporaryFolder folder;
  const auto file = three_records(folder);
  const std::string whole = bytes_of(file);
  const std::size_t a = whole.find('\n') + 1, b = whole.find('\n', a) + 1;
  put(file, whole.substr(0, a) + whole.substr(b) + whole.substr(a, b - a));
  CHECK_THROWS_AS(read_journal(file), ResultError);
  put(file, whole.substr(0, a) + whole.substr(b));
  CHECK_THROWS_AS(read_journal(file), ResultError);
}

TEST_CASE("CRC32C of a record is the published one") {
  // "123456789" has CRC32C e3069283 (RFC 3720, appendix B.4); here of what the first line guards.
  const TemporaryFolder folder;
  const auto file = folder.path() / "journal";
  Journal::create(file, "123456789");
  const std::string line = bytes_of(file);
  CHECK(line.size() == 8 + 1 + 32 + 1 + 9 + 1);
  CHECK(line.substr(42, 9) == "123456789");
}
