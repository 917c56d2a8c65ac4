// SPDX-License-Identifier: Apache-2.0
// Designs that spread points over the unit cube: for means over uncertain parameters, for studies
// of sensitivity, and for fitting a response surface.
//
// Every design is a function of its arguments, the same to the bit on every machine and with any
// number of threads. Of Sobol, Halton and Monte Carlo points a longer design begins with the
// shorter one; a Latin hypercube does when its size is doubled. Drawn coordinates are never 0, so
// that quantile functions stay finite. Not scrambled, the first point is the origin.
//
// All throw std::invalid_argument: for 0 factors, more factors than said, over 2^32 points.
#pragma once
#include <cstddef>
#include <cstdint>

#include "analysis/unit_design.hpp"

namespace coopsim {

inline constexpr std::size_t most_sobol_factors = 3667;   // those of Boost's table
inline constexpr std::size_t most_halton_factors = 1000;  // long before, they are a poor choice
inline constexpr std::size_t most_maximin_points = 4096;

// Sobol's sequence (Sobol 1967) with directions of Joe and Kuo (2008), in the order of Gray's code
// (Antonov and Saleev 1979): of n = 2^m points from a multiple of n on, each of the n strata of an
// axis holds one, and the first two factors fill all boxes of volume 1/n. Scrambled by nested
// uniform digits (Owen 1995), all that stays true, each point is uniform, and the error of the mean
// of a smooth response falls nearly like n^-1.5 (Owen 1997). Take a power of two of points, the
// first included (Owen 2020).
UnitDesign sobol_points(std::size_t factors, std::size_t points, std::uint64_t seed,
                        bool scrambled);

// Halton's sequence (Halton 1960): factor j counts in the j-th prime. Scrambled by a random
// permutation for each base and digit (Owen 2017), which breaks the stripes of large
// bases. Needs no power of two of points; from some 10 factors on Sobol points are better.
UnitDesign halton_points(std::size_t factors, std::size_t points, std::uint64_t seed,
                         bool scrambled);

// One point in each of the n strata of every axis, at random within (McKay, Beckman and Conover
// 1979). n = b 2^m with b odd: begun with b points and doubled m times, so that the design of 2n
// points begins with that of n (Sallaberry, Helton and Hora 2008). `maximin`: of 100 candidates for
// each doubling, the one whose points keep farthest from each other and from those before
// (Morris and Mitchell 1995); at most `most_maximin_points`, as its time grows with n squared.
UnitDesign latin_hypercube(std::size_t factors, std::size_t points, std::uint64_t seed,
                           bool maximin);

// Independent uniform points: what the others are measured against.
UnitDesign monte_carlo(std::size_t factors, std::size_t points, std::uint64_t seed);

// Pairs: points 0, 2, 4, ... are those of `monte_carlo`, and each is followed by its mirror image,
// 1 - u in every coordinate. REQUIRES: an even number of points.
UnitDesign mirrored_monte_carlo(std::size_t factors, std::size_t points, std::uint64_t seed);

}  // namespace coopsim
