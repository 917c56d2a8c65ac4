// SPDX-License-Identifier: Apache-2.0
// Declare a parameter once, next to its default. Everything else that must know it (the scenario
// reader, the JSON Schema, the reference page, result attributes, sweep factors) visits this list.
//
//   struct Course { int length = 10; };
//   constexpr auto fields(Of<Course>) {
//     return FieldList{field("length", &Course::length, "day", {1, 730},
//                             {"course length", "연수 기간"}, "first to last course day",
//                             external("E9", Grade::B))};
//   }
//   static_assert(declares_every_member<Course>);
//
// The default is the member's initialiser. Parameter structs are aggregates without bases and
// built-in arrays, so that their members can be counted. What is wrong with a declaration does not
// compile: a label, unit or source left out, a number without range, a member forgotten.
#pragma once
#include <cstddef>
#include <string_view>
#include <type_traits>
#include <utility>

namespace coopsim {

struct Label {
  std::string_view en, ko;
};

// Closed range of allowed numbers, in the field's unit. {0, 0} for types without an order.
struct Range {
  double least = 0, most = 0;
};

enum class Confidence { article, external, derived, recalled, assumption };
enum class Grade { A, B, C, D };  // of the evidence: A the article ... D an assumption

struct Source {
  std::string_view text;  // e.g. "E9", "F05", "K6"; see docs/model.md
  Confidence confidence;
  Grade grade;
};
constexpr Source article(std::string_view fact) { return {fact, Confidence::article, Grade::A}; }
constexpr Source external(std::string_view text, Grade grade) {
  return {text, Confidence::external, grade};
}
constexpr Source derived(std::string_view text, Grade worst) {
  return {text, Confidence::derived, worst};
}
constexpr Source recalled(std::string_view text) { return {text, Confidence::recalled, Grade::C}; }
constexpr Source assumption(std::string_view why) {
  return {why, Confidence::assumption, Grade::D};
}

template <class T>
struct Of {};

template <class Owner, class Value>
struct Field {
  std::string_view name;
  Value Owner::*member;
  std::string_view unit;
  Range range;
  Label label;
  std::string_view meaning;
  Source source;
};

// A parameter struct inside another one.
template <class Owner, class Value>
struct Section {
  std::string_view name;
  Value Owner::*member;
  Label label;
};

namespace detail {
// Letters, digits and underscores, a letter first: a key that needs no quotes anywhere.
constexpr bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
constexpr bool is_key(std::string_view name) {
  for (const char c : name)
    if (!is_letter(c) && !(c >= '0' && c <= '9') && c != '_') return false;
  return !name.empty() && is_letter(name.front());
}
template <class T>
constexpr bool is_number = std::is_arithmetic_v<T> && !std::is_same_v<T, bool>;
}  // namespace detail

// A number without a unit has unit "1".
template <class Owner, class Value>
consteval Field<Owner, Value> field(std::string_view name, Value Owner::*member,
                                    std::string_view unit, Range range, Label label,
                                    std::string_view meaning, Source source) {
  if (!detail::is_key(name)) throw "a field is named by letters, digits and underscores";
  if (label.en.empty() || label.ko.empty()) throw "a field needs a label in both languages";
  if (meaning.empty() || unit.empty() || source.text.empty()) throw "a field is incomplete";
  if (!(range.least <= range.most)) throw "a range has its least above its most";
  if (detail::is_number<Value> && range.least == range.most) throw "a number needs a range";
  return {name, member, unit, range, label, meaning, source};
}

template <class Owner, class Value>
consteval Section<Owner, Value> section(std::string_view name, Value Owner::*member, Label label) {
  if (!detail::is_key(name)) throw "a section is named by letters, digits and underscores";
  if (label.en.empty() || label.ko.empty()) throw "a section needs a label in both languages";
  return {name, member, label};
}

// What `fields` returns. Not std::tuple, whose constructors cost seconds of compile time for a long
// list in every file that sees it.
template <std::size_t Place, class Entry>
struct ListedEntry {
  Entry entry;
};
template <class Places, class... Entries>
struct EntriesAt;
template <std::size_t... Place, class... Entries>
struct EntriesAt<std::index_sequence<Place...>, Entries...> : ListedEntry<Place, Entries>... {
  static constexpr std::size_t size = sizeof...(Entries);
  template <class Use>
  constexpr decltype(auto) apply(Use&& use) const {
    return use(static_cast<const ListedEntry<Place, Entries>&>(*this).entry...);
  }
};
template <class... Entries>
struct FieldList : EntriesAt<std::index_sequence_for<Entries...>, Entries...> {};
template <class... Entries>
FieldList(Entries...) -> FieldList<Entries...>;
// The entry at a place of the list.
template <std::size_t Place, class Entry>
constexpr const Entry& entry_at(const ListedEntry<Place, Entry>& listed) {
  return listed.entry;
}

template <class T>
concept Declared = requires {
  fields(Of<std::remove_cvref_t<T>>{});
};

// Calls visit(field or section, member) for each entry, in order of declaration.
template <Declared T, class Visit>
constexpr void for_each_field(T& object, Visit&& visit) {
  fields(Of<std::remove_const_t<T>>{}).apply([&](const auto&... each) {
    (visit(each, object.*(each.member)), ...);
  });
}

namespace detail {
struct Anything {
  template <class T>
  constexpr operator T() const;
};
template <class T, std::size_t... I>
constexpr bool takes(std::index_sequence<I...>) {
  return requires { T{(static_cast<void>(I), Anything{})...}; };
}
template <class T, std::size_t N = 0>
constexpr std::size_t count_members() {
  if constexpr (takes<T>(std::make_index_sequence<N + 1>{}))
    return count_members<T, N + 1>();
  else
    return N;
}
}  // namespace detail

// How many members an aggregate has.
template <class T>
constexpr std::size_t member_count = detail::count_members<T>();

namespace detail {
template <class A, class B>
constexpr bool clash(const A& a, const B& b) {
  if constexpr (std::is_same_v<decltype(a.member), decltype(b.member)>)
    if (a.member == b.member) return true;
  return a.name == b.name;
}
template <class First, class... Rest>
constexpr bool all_differ(const First& first, const Rest&... rest) {
  if ((clash(first, rest) || ...)) return false;
  if constexpr (sizeof...(rest) > 0)
    return all_differ(rest...);
  else
    return true;
}
template <class T>
constexpr bool is_complete() {
  constexpr auto list = fields(Of<T>{});
  constexpr std::size_t count = list.size;
  if constexpr (count == 0 || count != member_count<T>)
    return count == member_count<T>;
  else
    return list.apply([](const auto&... each) { return all_differ(each...); });
}
}  // namespace detail

// Whether each member has its field or section, once, and no name stands twice: put it in a
// static_assert below the list.
template <Declared T>
constexpr bool declares_every_member = detail::is_complete<T>();

}  // namespace coopsim
