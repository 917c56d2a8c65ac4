// SPDX-License-Identifier: Apache-2.0
// Who hears the facts of an observed run, in the order in which they are emitted. Ordinary runs
// have no listener, and a listener moves nothing.
#pragma once
#include "sim/world/fact.hpp"

namespace coopsim {

class FactListener {
 public:
  virtual ~FactListener() = default;
  virtual void heard(const Fact&) = 0;
};

}  // namespace coopsim
