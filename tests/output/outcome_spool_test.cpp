// SPDX-License-Identifier: Apache-2.0
#include "output/outcome_spool.hpp"

#include <algorithm>
#include <bit>
#include <catch2/catch.hpp>
#include <cstdint>

#include "tests/output/small_study.hpp"

using namespace coopsim;
using namespace coopsim::testing;

namespace {

std::uint64_t bits(double value) { return std::bit_cast<std::uint64_t>(value); }

}  // namespace

TEST_CASE("outcomes come back as they went, in their order, and the folder holds nothing") {
  const TemporaryFolder folder;
  const ResponseLayout layout = small_layout();
  std::vector<Outcome> put;
  for (int replication = 0; replication < 3; ++replication)
    for (int world = -2; world < 2; ++world) put.push_back(outcome(layout, world, replication));
  put[1].error = "planted fault";
  put[1].responses.clear();
  put[2].responses[5] = std::numeric_limits<double>::quiet_NaN();
  put[3].records.events.resize(2);
  put[3].records.events[1].person = 17;
  put[3].records.panel.resize(1);
  put[3].records.panel[0].effect = .25;
  OutcomeSpool spool(folder.path() / "result.h5");
  for (const Outcome& each : put) spool.add(each);
  CHECK(std::filesystem::is_empty(folder.path()));
  std::size_t at = 0;
  spool.replay([&](const Outcome& back) {
    REQUIRE(at < put.size());
    const Outcome& was = put[at++];
    CHECK(back.replication == was.replication);
    CHECK(back.world == was.world);
    CHECK(back.policy == was.policy);
    CHECK(back.fingerprint == was.fingerprint);
    CHECK(back.work.events == was.work.events);
    CHECK(back.work.draws == was.work.draws);
    CHECK(back.error == was.error);
    CHECK(std::ranges::equal(back.responses, was.responses, {}, bits, bits));
    REQUIRE(back.records.events.size() == was.records.events.size());
    if (!was.records.events.empty()) CHECK(back.records.events[1].person == 17);
    REQUIRE(back.records.panel.size() == was.records.panel.size());
    if (!was.records.panel.empty()) CHECK(back.records.panel[0].effect == .25);
  });
  CHECK(at == put.size());
}

TEST_CASE("a folder that is not there is told") {
  CHECK_THROWS_AS(OutcomeSpool("/no/such/folder/result.h5"), ResultError);
}
