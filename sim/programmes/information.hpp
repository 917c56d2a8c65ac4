// SPDX-License-Identifier: Apache-2.0
// The enterprise research centre and its two-way site (C5): answers to firms' questions, and a
// level of service that makes consultations end in contracts more often (equation 9).
#pragma once
#include <array>
#include <cstdint>
#include <variant>

#include "sim/programmes/information_parameters.hpp"
#include "sim/programmes/shared_events.hpp"

namespace coopsim {

struct Context;
struct Parameters;

struct InformationPaid {
  std::int32_t year;
};  // a month's cost
struct QuestionPosted {
  std::uint32_t slot;
  std::int32_t year;
};
struct InformationYearEnded {
  std::int32_t year;
};

class Information {
 public:
  static constexpr std::array accounts = {Account::C5};
  using Events = std::variant<YearPlanned, InformationPaid, QuestionPosted, InformationYearEnded>;

  explicit Information(const Parameters&);

  void on(const YearPlanned&, Time, Context&);
  void on(const InformationPaid&, Time, Context&);
  void on(const QuestionPosted&, Time, Context&);
  void on(const InformationYearEnded&, Time, Context&);

 private:
  InformationParameters parameters_;
};

}  // namespace coopsim
