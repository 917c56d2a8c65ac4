// SPDX-License-Identifier: Apache-2.0
// Event table and panel in a result file: their order, checksums, and that they are there only
// where a scenario asks for them. What readers of Python see is in tests/python.
#include <catch2/catch.hpp>

#include <algorithm>

#include "output/format.hpp"
#include "output/inspection.hpp"
#include "output/result_check.hpp"
#include "tests/output/small_study.hpp"

using namespace coopsim;
using namespace coopsim::testing;

namespace {

Published write_records(const std::filesystem::path& file, int rows) {
  return write_study(file, recorded_scenario(), plain_options(), std::nullopt,
                     [=](Outcome& made) { add_records(made, rows); });
}

std::vector<h5::Object> objects_of(const std::filesystem::path& file) {
  const h5::Opened opened = h5::open_to_read(file);
  return h5::inspect(opened.file, opened.bytes);
}

const h5::Object* find(const std::vector<h5::Object>& objects, std::string_view path) {
  const auto found = std::ranges::find(objects, path, &h5::Object::path);
  return found == objects.end() ? nullptr : &*found;
}

}  // namespace

TEST_CASE("a table holds the rows of all chosen worlds, and every column is guarded") {
  const TemporaryFolder folder;
  const int rows = int(rows_a_chunk) / 3;  // eight worlds: some chunks are full, the last is not
  write_records(folder / "a.h5", rows);
  const auto objects = objects_of(folder / "a.h5");
  for (const char* path :
       {"events/event", "events/asked", "events/cause", "panel/row", "panel/productivity_effect"}) {
    CAPTURE(path);
    const h5::Object* column = find(objects, path);
    REQUIRE(column);
    CHECK(column->shape == std::vector<hsize_t>{hsize_t(8 * rows)});
  }
  CHECK(find(objects, "events/asked")->axes == std::vector<std::string>{"event"});
  CHECK(verify_checksums(folder / "a.h5").empty());
}

TEST_CASE("rows do not depend on the order in which the worlds of a replication come") {
  const TemporaryFolder folder;
  const Scenario scenario = recorded_scenario();
  const Published expected = write_records(folder / "a.h5", 100);
  const ResponseLayout layout = small_layout();
  ResultFile result(folder / "b.h5", scenario, layout, plain_options());
  for (int r = 0; r < 4; ++r)
    for (int world = 2; world >= -2; --world) {
      Outcome made = outcome(layout, world, r);
      add_records(made, 100);
      result.add(made);
    }
  CHECK(result.finish(std::nullopt).content_hash == expected.content_hash);
  CHECK(compare_results(folder / "a.h5", folder / "b.h5").empty());
}

TEST_CASE("one row that differs is found") {
  const TemporaryFolder folder;
  write_records(folder / "a.h5", 100);
  write_study(folder / "b.h5", recorded_scenario(), plain_options(), std::nullopt,
              [](Outcome& made) {
                add_records(made, 100);
                if (made.policy == 2 && made.replication == 3) made.records.events[7].firm.slot = 0;
              });
  const auto faults = compare_results(folder / "a.h5", folder / "b.h5");
  REQUIRE(faults.size() == 1);
  CHECK(faults[0].path == "events/firm");
}

TEST_CASE(
    "without a wish for records a result has neither group; a wish without rows is no fault") {
  const TemporaryFolder folder;
  write_study(folder / "a.h5");
  for (const h5::Object& object : objects_of(folder / "a.h5")) {
    CHECK(!object.path.starts_with("events"));
    CHECK(!object.path.starts_with("panel"));
  }
  write_records(folder / "b.h5", 0);
  CHECK(find(objects_of(folder / "b.h5"), "panel/staff")->shape == std::vector<hsize_t>{0});
  CHECK(verify_checksums(folder / "b.h5").empty());
}
