// SPDX-License-Identifier: Apache-2.0
// Theory and simulation agree, on a sample large enough to tell.
#pragma once
#include <catch2/catch.hpp>

#include "tests/known_answers/known_answer.hpp"

namespace coopsim::queueing {

inline void holds(const KnownAnswers& answers, Size size) {
  CHECK(large_enough(answers, size));
  CHECK(all_agree(answers));
}

// A sabotage twin: the same answers on a sample as large, with a planted fault.
inline void finds_the_fault(const KnownAnswers& answers) { CHECK_FALSE(all_agree(answers)); }

}  // namespace coopsim::queueing
