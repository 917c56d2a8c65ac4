// SPDX-License-Identifier: Apache-2.0
// Which points of the factors' space a sweep simulates: plain data, filled by scenarios/, turned
// into points by analysis/.
#pragma once
#include <array>
#include <cstdint>
#include <string_view>

#include "sim/kernel/field.hpp"

namespace coopsim {

enum class DesignKind : std::uint8_t {
  one_at_a_time,
  full_factorial,
  fraction,
  monte_carlo,
  latin_hypercube,
  sobol,
  halton,
  morris,
  saltelli,
  table
};
constexpr auto names(Of<DesignKind>) {
  return std::array<std::string_view, 10>{
      "one_at_a_time", "full_factorial", "fraction", "monte_carlo", "latin_hypercube",
      "sobol",         "halton",         "morris",   "saltelli",    "table"};
}

struct SweepDesign {
  DesignKind kind = DesignKind::full_factorial;
  int points = 64;        // of monte_carlo, latin_hypercube, sobol, halton
  int trajectories = 10;  // of morris
  int levels = 4;         // of morris
  int rows = 256;         // of saltelli
  int resolution = 4;     // of fraction
  bool maximin = false;   // of latin_hypercube
  bool scrambled = true;  // of sobol, halton
  bool mirrored = false;  // of monte_carlo
  std::int64_t seed = 1;
};

constexpr auto fields(Of<SweepDesign>) {
  using D = SweepDesign;
  return FieldList{
      field("kind", &D::kind, "1", {}, {"kind of design", "실험설계 종류"},
            "which points of the factors' space are simulated; docs/sweeps.md says which for what",
            assumption("a choice")),
      field("points", &D::points, "1", {1, 1e6}, {"design points", "설계점 수"},
            "of monte_carlo, latin_hypercube, sobol and halton; the reference point comes on top",
            assumption("a choice")),
      field("trajectories", &D::trajectories, "1", {2, 1e5}, {"trajectories", "궤적 수"},
            "of morris: each is one point more than there are factors",
            assumption("10 to 50 are usual (Campolongo and others 2007)")),
      field("levels", &D::levels, "1", {2, 64}, {"levels of a factor", "요인 수준 수"},
            "of morris, an even number", assumption("4 is usual (Morris 1991)")),
      field("rows", &D::rows, "1", {2, 1e6}, {"rows", "행 수"},
            "of saltelli: each is two points more than there are factors; a power of two fills the "
            "space evenly",
            assumption("a choice")),
      field(
          "resolution", &D::resolution, "1", {3, 5}, {"resolution", "해상도"},
          "of fraction: 3 tells main effects from each other, 4 also from two-way interactions, 5 "
          "these from each other",
          assumption("a choice")),
      field("maximin", &D::maximin, "1", {}, {"maximin", "최소거리 최대화"},
            "of latin_hypercube: the best spread of several candidates",
            assumption("costs time, not runs")),
      field("scrambled", &D::scrambled, "1", {}, {"scrambled", "뒤섞기"},
            "of sobol and halton: random, but as even as before (Owen 1995)",
            assumption("unscrambled ones are for tests")),
      field("mirrored", &D::mirrored, "1", {}, {"mirrored", "대칭 표본"},
            "of monte_carlo: every second point has 1 - u where the one before has u, so that what "
            "rises and falls with the factors cancels in the mean (antithetic pairs)",
            assumption("helps means, costs the estimates of bends")),
      field("seed", &D::seed, "1", {0, 9e18}, {"seed of the design", "설계 시드"},
            "random points follow from it; the simulations' random numbers from run.seed",
            assumption("any number will do"))};
}
static_assert(declares_every_member<SweepDesign>);

}  // namespace coopsim
