// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace coopsim {

// Raised in the commit that changes any result of an unchanged scenario (a golden fingerprint).
inline constexpr int engine_version = 10;

}  // namespace coopsim
