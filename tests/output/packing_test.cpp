// SPDX-License-Identifier: Apache-2.0
// Compressed results: the same values, whoever packs them, however the blocks fall.
#include "output/packing.hpp"

#include <fstream>
#include <iterator>

#include "output/h5_write.hpp"
#include "output/result_check.hpp"
#include "output/result_reader.hpp"
#include "tests/output/small_study.hpp"

using namespace coopsim;
using namespace coopsim::testing;

namespace {

Published write_packed_study(const std::filesystem::path& file, int replications, int threads) {
  Scenario scenario = small_scenario();
  scenario.parameters.run.replications = replications;
  ResultOptions options = plain_options();
  options.compress = true;
  options.threads = threads;
  return write_study(file, scenario, options, std::nullopt, [](Outcome&) {});
}

}  // namespace

TEST_CASE("a packed chunk is what HDF5's own filters make of the same values") {
  const TemporaryFolder folder;
  const hsize_t shape[] = {7, 300};
  std::vector<double> values(7 * 300);
  for (std::size_t i = 0; i < values.size(); ++i) values[i] = made_up(1, int(i % 7), i);
  h5::prepare_library();
  const h5::Handle file = h5::create_file(folder / "a.h5");
  const h5::Handle dataset =
      h5::create_dataset(file, "x", H5T_NATIVE_DOUBLE, shape, {true, {7, 300}});
  h5::write_all(dataset, H5T_NATIVE_DOUBLE, values.data());
  REQUIRE(H5Dflush(dataset) >= 0);
  hsize_t size = 0;
  const hsize_t origin[] = {0, 0};
  REQUIRE(H5Dget_chunk_storage_size(dataset, origin, &size) >= 0);
  std::vector<std::byte> theirs(size);
  std::uint32_t skipped = 1;
  REQUIRE(H5Dread_chunk(dataset, H5P_DEFAULT, origin, &skipped, theirs.data()) >= 0);
  CHECK(skipped == 0);
  CHECK(h5::packed(values) == theirs);
}

TEST_CASE("a variable is cut along its second axis, and left alone when it is small") {
  CHECK(h5::chunk_for({3, 100, 4}).empty());  // 9,600 bytes
  CHECK(h5::chunk_for({2, 64, 64}).empty());  // 64 KiB
  CHECK(h5::chunk_for({2, 65, 64}) == std::vector<hsize_t>{2, 65, 64});
  CHECK(h5::chunk_for({6, 1000, 26}) == std::vector<hsize_t>{6, 210, 26});  // 262,080 bytes
  CHECK(h5::chunk_for({6, 5, 1'000'000}) == std::vector<hsize_t>{6, 1, 1'000'000});
}

TEST_CASE("packed values stand where they belong, in several blocks and half-filled chunks") {
  const ResponseLayout layout = small_layout();
  for (const int replications : {61, 131}) {  // one block; two blocks and a rest
    const TemporaryFolder folder;
    write_packed_study(folder / "a.h5", replications, 2);
    const ResultReader reader(folder / "a.h5");
    for (int policy = 0; policy < 3; ++policy)
      for (const int r : {0, 1, 31, 32, 59, replications - 2, replications - 1})
        REQUIRE(reader.responses(std::size_t(policy), std::size_t(r)) ==
                outcome(layout, policy, r).responses);
    const auto worlds = reader.read("worlds/budget_spent_by_account");
    for (const int r : {0, replications - 1})
      CHECK(worlds.at(std::array<std::size_t, 4>{1, std::size_t(r), 25, 3}) ==
            made_up(-1, r, layout.offset("budget_spent", Split::account, 25) + 3));
  }
}

TEST_CASE("the bytes of a packed result do not depend on the number of threads") {
  const TemporaryFolder folder;
  write_packed_study(folder / "one.h5", 100, 1);
  write_packed_study(folder / "five.h5", 100, 5);
  CHECK(bytes_of(folder / "one.h5") == bytes_of(folder / "five.h5"));
}
