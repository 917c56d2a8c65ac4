// SPDX-License-Identifier: Apache-2.0
#include "sim/kernel/fingerprint.hpp"

#define XXH_INLINE_ALL
#include <xxhash.h>

#include <cmath>
#include <set>
#include <vector>

using namespace coopsim;

namespace {

Fingerprint of(const std::vector<std::uint64_t>& words) {
  Fingerprint print;
  for (const std::uint64_t word : words) print.add(word);
  return print;
}

std::vector<std::uint64_t> squares(std::size_t count) {
  std::vector<std::uint64_t> words;
  for (std::size_t i = 0; i < count; ++i) words.push_back(i * i);
  return words;
}

}  // namespace

TEST_CASE("a short fingerprint is XXH3-128 of its words after an empty link") {
  const std::vector<std::uint64_t> block = {0, 0, 7, 11};
  const XXH128_hash_t expected = XXH3_128bits(block.data(), 32);
  const Fingerprint::Value value = of({7, 11}).value();
  CHECK(value.high == expected.high64);
  CHECK(value.low == expected.low64);
}

TEST_CASE("a full block is chained: the next one starts with its hash") {
  std::vector<std::uint64_t> first = {0, 0};
  for (const std::uint64_t word : squares(510)) first.push_back(word);
  const XXH128_hash_t before = XXH3_128bits(first.data(), 4096);
  const std::vector<std::uint64_t> second = {before.high64, before.low64, 510 * 510};
  const XXH128_hash_t expected = XXH3_128bits(second.data(), 24);
  CHECK(of(squares(511)).value() == Fingerprint::Value{expected.high64, expected.low64});
}

TEST_CASE("every word, its place and the number of words count") {
  std::set<Fingerprint::Value> seen;
  const auto words = squares(1200);
  for (const std::size_t changed : {0u, 1u, 509u, 510u, 511u, 1199u}) {
    auto other = words;
    other[changed] ^= 1;
    seen.insert(of(other).value());
  }
  auto swapped = words;
  std::swap(swapped[600], swapped[601]);
  seen.insert(of(swapped).value());
  for (const std::size_t count : {0u, 1u, 509u, 510u, 511u, 1020u, 1021u, 1199u, 1200u})
    seen.insert(of(squares(count)).value());
  seen.insert(of({0}).value());
  seen.insert(of({0, 0}).value());
  CHECK(seen.size() == 6 + 1 + 9 + 1);  // squares(1) is {0}
}

TEST_CASE("a fingerprint is a value: its copy goes on alike, and asking does not change it") {
  Fingerprint original = of(squares(700));
  Fingerprint copy = original;
  const auto before = original.value();
  CHECK(original.value() == before);
  CHECK(copy == original);
  for (std::uint64_t i = 0; i < 2000; ++i) original.add(i), copy.add(i);
  CHECK(copy == original);
  CHECK(original.value() != before);
  copy.add(1);
  CHECK_FALSE(copy == original);
}

TEST_CASE("equal numbers of any width count alike, and the two zeros are one") {
  Fingerprint narrow, wide, positive, negative, nan, other_nan;
  narrow.add(std::int16_t(-3)), wide.add(std::int64_t(-3));
  CHECK(narrow == wide);
  positive.add(0.0), negative.add(-0.0);
  CHECK(positive == negative);
  nan.add(std::nan("")), other_nan.add(-std::nan("2"));
  CHECK(nan == other_nan);
  Fingerprint least;
  least.add(0x0.0000000000001p-1022);  // the least positive double is not zero
  CHECK_FALSE(least == positive);
}

TEST_CASE("times, entities and texts have their own words") {
  Fingerprint a, b;
  a.add(date(2007, 1, 1)), a.add(entity(1, 7)), a.add(days(1));
  b.add(date(2007, 1, 1).time_since_epoch().count()), b.add(entity(1, 7).bits), b.add(86'400);
  CHECK(a == b);
  Fingerprint joined, apart;
  joined.add("abcdefghi"), joined.add("");
  apart.add("abcdefgh"), apart.add("i");
  CHECK_FALSE(joined == apart);
  Fingerprint words;
  words.add(9), words.add(std::uint64_t(0x6867666564636261)), words.add('i'), words.add(0);
  CHECK(words == joined);
}

TEST_CASE("hex shows 32 digits, the high half first") {
  CHECK(Fingerprint::Value{0x0123456789abcdef, 0xfedcba9876543210}.hex() ==
        "0123456789abcdeffedcba9876543210");
  CHECK(Fingerprint::Value{}.hex() == std::string(32, '0'));
}

TEST_CASE("combining hashes the values in the order given") {
  const std::vector<Fingerprint::Value> values = {{1, 2}, {3, 4}}, turned = {{3, 4}, {1, 2}};
  CHECK(combine(values) == of({2, 1, 2, 3, 4}).value());
  CHECK(combine(values) != combine(turned));
  CHECK(combine({}) != Fingerprint{}.value());
}
