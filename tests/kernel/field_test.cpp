// SPDX-License-Identifier: Apache-2.0
#include "sim/kernel/field.hpp"

#include <array>
#include <string>
#include <vector>

#include "sim/kernel/distribution.hpp"
#include "sim/kernel/time.hpp"
#include "sim/values.hpp"

using namespace coopsim;

// Named namespace: fields() is found by argument-dependent lookup.
namespace field_example {

struct Shift {
  int from = 8;
  int to = 17;
};
constexpr auto fields(Of<Shift>) {
  return FieldList{
      field("from", &Shift::from, "hour", {0, 24}, {"opens", "시작"}, "first hour", article("F01")),
      field("to", &Shift::to, "hour", {0, 24}, {"closes", "끝"}, "last hour",
            derived("F01", Grade::B))};
}

struct Shop {
  int machines = 3;
  Distribution work = 2.5;
  Path<double> price = 4.0;
  bool open = true;
  Shift shift;
};
constexpr auto fields(Of<Shop>) {
  return FieldList{
      field("machines", &Shop::machines, "machine", {1, 99}, {"machines", "기계"},
            "machines that work alike", external("E1", Grade::C)),
      field("work", &Shop::work, "hour", {0, 100}, {"work", "작업"}, "of one job",
            assumption("no data")),
      field("price", &Shop::price, "1", {0, 10}, {"price", "가격"}, "of one job", recalled("K1")),
      field("open", &Shop::open, "1", {}, {"open", "영업"}, "whether it works at all",
            assumption("[S]")),
      section("shift", &Shop::shift, {"shift", "교대"})};
}

// The same members with faults in the list.
struct Forgetful {
  int kept = 1, forgotten = 2;
};
constexpr auto fields(Of<Forgetful>) {
  return FieldList{
      field("kept", &Forgetful::kept, "1", {0, 9}, {"k", "가"}, "kept", article("F01"))};
}
struct Repetitive {
  int first = 1, second = 2;
};
constexpr auto fields(Of<Repetitive>) {  // as many fields as members, yet one is missing
  return FieldList{
      field("first", &Repetitive::first, "1", {0, 9}, {"a", "가"}, "first", article("F01")),
      field("second", &Repetitive::first, "1", {0, 9}, {"b", "나"}, "second", article("F01"))};
}
struct Homonymous {
  int first = 1;
  double second = 2;
};
constexpr auto fields(Of<Homonymous>) {
  return FieldList{
      field("same", &Homonymous::first, "1", {0, 9}, {"a", "가"}, "first", article("F01")),
      field("same", &Homonymous::second, "1", {0, 9}, {"b", "나"}, "second", article("F01"))};
}
struct Empty {};
constexpr auto fields(Of<Empty>) { return FieldList{}; }
struct Undeclared {
  int member;
};

static_assert(Declared<Shop> && Declared<const Shop&> && !Declared<Undeclared> && !Declared<int>);
static_assert(declares_every_member<Shop>);
static_assert(declares_every_member<Shift>);
static_assert(declares_every_member<Empty>);
static_assert(!declares_every_member<Forgetful>);
static_assert(!declares_every_member<Repetitive>);
static_assert(!declares_every_member<Homonymous>);

struct Wide {
  int number;
  Shift aggregate;
  std::vector<Shift> many;
  Path<double> path;
  Distribution law = 1.0;
  Label label;
  std::string text;
  std::array<double, 3> three;
  Time at;
  MonthSet months;
};
struct OnlyAggregate {
  Shift shift;
};
static_assert(member_count<Wide> == 10);
static_assert(member_count<OnlyAggregate> == 1);
static_assert(member_count<Empty> == 0);

static_assert(entry_at<0>(fields(Of<Shop>{})).source.confidence == Confidence::external);
static_assert(entry_at<0>(fields(Of<Shop>{})).source.grade == Grade::C);
static_assert(entry_at<0>(fields(Of<Shift>{})).source.grade == Grade::A);

}  // namespace field_example

using field_example::Shop;

TEST_CASE("fields and sections are visited in order of declaration, with their member") {
  const Shop shop;
  std::string names;
  int sections = 0;
  for_each_field(shop, [&](const auto& each, const auto& value) {
    names += std::string(each.name) + " ";
    if constexpr (Declared<decltype(value)>) ++sections;
  });
  CHECK(names == "machines work price open shift ");
  CHECK(sections == 1);
}

TEST_CASE("a visitor can change the members of an object") {
  Shop shop;
  for_each_field(shop, [](const auto& each, auto& value) {
    if constexpr (std::is_same_v<std::decay_t<decltype(value)>, int>)
      value = static_cast<int>(each.range.most);
  });
  CHECK(shop.machines == 99);
  CHECK(shop.shift.to == 17);
}

TEST_CASE("a field carries unit, range, labels, meaning and source") {
  const auto machines = entry_at<0>(fields(Of<Shop>{}));
  CHECK(machines.unit == "machine");
  CHECK(machines.range.least == 1);
  CHECK(machines.range.most == 99);
  CHECK(machines.label.ko == "기계");
  CHECK(machines.meaning == "machines that work alike");
  CHECK(machines.source.text == "E1");
  CHECK(Shop{}.*machines.member == 3);
}
