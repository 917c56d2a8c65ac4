// SPDX-License-Identifier: Apache-2.0
#include "output/sweep_folder.hpp"

#include <catch2/catch.hpp>
#include <fstream>

#include "output/durable.hpp"
#include "output/journal.hpp"
#include "output/result_error.hpp"
#include "output/sweep_shard.hpp"
#include "tests/output/temporary_folder.hpp"

using namespace coopsim;
using namespace coopsim::testing;
namespace fs = std::filesystem;

namespace {

SweepBasis basis() {
  return {10, "0123456789abcdef", {{"productivity_effect", "contracts"}, 2005, 3}};
}

const SweepBlock block{2, 2, 4, 3, {"status_quo", "dankai"}};

BlockValues values_of(const SweepBlock& block) {
  BlockValues values(block, basis().content);
  for (std::size_t r = 0; r < 2; ++r)
    for (std::size_t i = 0; i < values.responses[r].size(); ++i)
      values.responses[r][i] = double(r) * 1000 + double(i) / 3;
  for (std::size_t w = 0; w < block.worlds(); ++w) values.fingerprints[w] = {w, w * w + 1};
  values.errors[3] = "a world that failed";
  return values;
}

fs::path made(const TemporaryFolder& folder) {
  const fs::path path = folder.path() / "sweep";
  SweepFolder::create(path, basis(), {"schema = 1\n", "schema = 1\n# scenario\n", "a\n1\n"});
  return path;
}

bool equal(const BlockValues& a, const BlockValues& b) {
  return a.responses == b.responses && a.fingerprints == b.fingerprints && a.errors == b.errors;
}

}  // namespace

TEST_CASE("a sweep's folder gives back what was put into it") {
  const TemporaryFolder folder;
  const fs::path path = made(folder);
  {
    SweepFolder sweep(path, SweepFolder::Use::work);
    CHECK_FALSE(sweep.extent());
    sweep.publish(block, values_of(block));
    sweep.extend({8, 16, {"status_quo"}});
  }
  const SweepFolder again(path, SweepFolder::Use::look);
  CHECK(again.basis().study == basis().study);
  CHECK(again.texts().scenario == "schema = 1\n# scenario\n");
  CHECK(again.texts().table == "a\n1\n");
  REQUIRE(again.blocks().size() == 1);
  CHECK(again.blocks().front().block == block);
  CHECK(again.blocks().front().failed == 1);
  CHECK(equal(again.read(again.blocks().front()), values_of(block)));
  REQUIRE(again.extent());
  CHECK(again.extent()->replications == 16);
  CHECK_FALSE(again.worked_in());
}

TEST_CASE("only one works in a folder, and whoever looks sees that") {
  const TemporaryFolder folder;
  const fs::path path = made(folder);
  const SweepFolder first(path, SweepFolder::Use::work);
  CHECK_THROWS_AS(SweepFolder(path, SweepFolder::Use::work), ResultError);
  CHECK(SweepFolder(path, SweepFolder::Use::look).worked_in());
}

TEST_CASE("a block that was published but not noted is noted, not done again") {
  const TemporaryFolder folder;
  const fs::path path = made(folder);
  fs::create_directories(path / "shards" / "000");
  write_shard(path / "shards" / "000" / "000001.h5", basis().study, block, basis().content,
              values_of(block));
  std::ofstream(path / "shards" / "000" / "000002.h5.tmp.77") << "half";
  const SweepFolder sweep(path, SweepFolder::Use::work);
  REQUIRE(sweep.blocks().size() == 1);
  CHECK(sweep.blocks().front().block == block);
  CHECK(read_journal(path / "journal").size() == 2);
  CHECK_FALSE(fs::exists(path / "shards" / "000" / "000002.h5.tmp.77"));
}

TEST_CASE("a block of another sweep, or a damaged one, that lies there unnoted is removed") {
  const TemporaryFolder folder;
  const fs::path path = made(folder);
  const fs::path file = path / "shards" / "000" / "000001.h5";
  fs::create_directories(file.parent_path());
  write_shard(file, "another", block, basis().content, values_of(block));
  CHECK(SweepFolder(path, SweepFolder::Use::work).blocks().empty());
  CHECK_FALSE(fs::exists(file));
}

TEST_CASE("a noted block whose content changed is refused") {
  const TemporaryFolder folder;
  const fs::path path = made(folder);
  {
    SweepFolder sweep(path, SweepFolder::Use::work);
    sweep.publish(block, values_of(block));
  }
  BlockValues others = values_of(block);
  others.responses[0][5] += 1e-9;
  write_shard(path / "shards" / "000" / "000001.h5", basis().study, block, basis().content, others);
  const SweepFolder sweep(path, SweepFolder::Use::look);
  CHECK_THROWS_AS(sweep.read(sweep.blocks().front()), ResultError);
}

TEST_CASE("a study or scenario that was changed behind a sweep's back is refused") {
  const TemporaryFolder folder;
  const fs::path path = made(folder);
  write_durably(path / "scenario.toml", "schema = 1\n# another\n");
  CHECK_THROWS_WITH(SweepFolder(path, SweepFolder::Use::look),
                    Catch::Contains("scenario.toml was changed"));
}

TEST_CASE("a folder with something else in it is left alone") {
  const TemporaryFolder folder;
  const fs::path path = folder.path() / "mine";
  fs::create_directories(path);
  std::ofstream(path / "letter.txt") << "dear";
  CHECK_THROWS_AS(SweepFolder::create(path, basis(), {"", "", ""}), ResultError);
  CHECK(fs::exists(path / "letter.txt"));
  CHECK_FALSE(SweepFolder::is_one(path));
}

TEST_CASE("what somebody else keeps in a sweep's folder stays there") {
  const TemporaryFolder folder;
  const fs::path path = made(folder);
  fs::create_directories(path / "mine");
  for (const char* name : {"plain.h5", "notes.tmp.txt", "mine/other.h5"})
    std::ofstream(path / name) << "mine";
  std::ofstream(path / "result.h5.tmp.77") << "half";
  { const SweepFolder sweep(path, SweepFolder::Use::work); }
  CHECK(fs::exists(path / "plain.h5"));
  CHECK(fs::exists(path / "notes.tmp.txt"));
  CHECK(fs::exists(path / "mine" / "other.h5"));
  CHECK_FALSE(fs::exists(path / "result.h5.tmp.77"));
}

TEST_CASE("a block that is gone is told before anything is computed") {
  const TemporaryFolder folder;
  const fs::path path = made(folder);
  {
    SweepFolder sweep(path, SweepFolder::Use::work);
    sweep.publish(block, values_of(block));
  }
  fs::remove(path / "shards" / "000" / "000001.h5");
  CHECK_THROWS_WITH(SweepFolder(path, SweepFolder::Use::work),
                    Catch::Contains("000001.h5 is gone"));
}
