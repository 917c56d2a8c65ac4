// SPDX-License-Identifier: Apache-2.0
// What a lever of the catalogue is. A lever is a plain struct with
//
//   static constexpr std::string_view name;   its key in a policy table of a scenario
//   static constexpr Label label;
//   static constexpr std::string_view meaning;
//   fields(Of<X>)                             its settings, see sim/kernel/field.hpp
//   void edits(Edits&) const;                 which quantities it sets, from when to when
//   void fund(Funding&) const;                changes planned money            (optional)
//   void announce(Announcements&) const;      puts changes on the calendar     (optional)
//
// and one line in policies/catalogue.hpp. Everything else follows from these.
#pragma once
#include <concepts>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "sim/changes.hpp"
#include "sim/kernel/field.hpp"
#include "sim/policy.hpp"

namespace coopsim {

class Funding;  // policies/funding.hpp: planned money while a policy is read

// A quantity that a lever sets from `from` until before `until`. Two levers of one policy that set
// the same quantity at the same time contradict each other.
struct Edit {
  std::string quantity;  // in words, e.g. "the share of training"
  Time from{};
  Time until = Time::max();
};
using Edits = std::vector<Edit>;

// A lever with its place in the catalogue. Immutable; shared by all replications.
class PolicyLever : public Lever {
 public:
  virtual std::string_view name() const = 0;
  virtual std::size_t order() const = 0;  // levers act on money in this order
  virtual Edits edits() const = 0;
  virtual void fund(Funding& funding) const = 0;
  virtual bool same_as(const PolicyLever& other) const = 0;  // same lever, same settings
};

template <class L>
concept LeverStruct = Declared<L> && std::equality_comparable<L> &&
    requires(const L& lever, Edits& edits) {
  { L::name } -> std::convertible_to<std::string_view>;
  { L::label } -> std::convertible_to<Label>;
  { L::meaning } -> std::convertible_to<std::string_view>;
  lever.edits(edits);
};

template <LeverStruct L, std::size_t Order>
class LeverOf final : public PolicyLever {
 public:
  explicit LeverOf(L settings) : settings_(std::move(settings)) {}
  const L& settings() const { return settings_; }

  std::string_view name() const override { return L::name; }
  std::size_t order() const override { return Order; }
  Edits edits() const override {
    Edits edits;
    settings_.edits(edits);
    return edits;
  }
  void fund(Funding& funding) const override {
    if constexpr (requires { settings_.fund(funding); }) settings_.fund(funding);
  }
  void announce(Announcements& calendar) const override {
    if constexpr (requires { settings_.announce(calendar); }) settings_.announce(calendar);
  }
  bool same_as(const PolicyLever& other) const override {
    const auto* same_kind = dynamic_cast<const LeverOf*>(&other);
    return same_kind && same_kind->settings_ == settings_;
  }

 private:
  L settings_;
};

}  // namespace coopsim
