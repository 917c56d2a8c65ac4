// SPDX-License-Identifier: Apache-2.0
#include "cli/sweep_points.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <limits>
#include <numeric>

#include "analysis/screening.hpp"
#include "analysis/space_filling.hpp"
#include "cli/exit_code.hpp"
#include "cli/scenario_input.hpp"
#include "output/text_hash.hpp"
#include "sim/engine_version.hpp"

namespace coopsim::cli {
namespace {

constexpr std::size_t most_points = 1'000'000;
constexpr std::size_t most_tries = 64;  // points looked at for each that keeps the constraints

// Factors that move together share an axis of the design.
struct AxesOfFactors {
  std::vector<std::size_t> axis;   // of each factor
  std::vector<std::size_t> first;  // factor of each axis
};

AxesOfFactors axes_of(const std::vector<SweepFactor>& factors) {
  AxesOfFactors axes;
  for (std::size_t i = 0; i < factors.size(); ++i) {
    const auto same = std::ranges::find_if(
        factors.begin(), factors.begin() + std::ptrdiff_t(i), [&](const SweepFactor& other) {
          return !factors[i].together.empty() && other.together == factors[i].together;
        });
    const std::size_t before = std::size_t(same - factors.begin());
    axes.axis.push_back(before < i ? axes.axis[before] : axes.first.size());
    if (before == i) axes.first.push_back(i);
  }
  return axes;
}

// The middle of a level's stratum; of two levels of a range its ends.
UnitDesign from_levels(const LevelDesign& design, const std::vector<int>& counts, bool ends) {
  UnitDesign unit{design.factors, {}};
  for (std::size_t i = 0; i < design.levels.size(); ++i) {
    const int level = design.levels[i];
    unit.values.push_back(ends ? double(level) : (level + .5) / counts[i % design.factors]);
  }
  return unit;
}

int place_of_usual(const SweepFactor& factor) {
  const auto found = std::ranges::find(factor.values, factor.usual);
  return found == factor.values.end() ? 0 : int(found - factor.values.begin());
}

UnitDesign unit_design(const SweepStudy& study, const AxesOfFactors& axes) {
  const SweepDesign& design = study.design;
  const std::size_t count = axes.first.size();
  const auto seed = std::uint64_t(design.seed);
  std::vector<int> levels, base;
  for (const std::size_t factor : axes.first) {
    levels.push_back(std::max(2, int(study.factors[factor].values.size())));
    base.push_back(place_of_usual(study.factors[factor]));
  }
  switch (design.kind) {
    case DesignKind::one_at_a_time:
      return from_levels(one_at_a_time(levels, base), levels, false);
    case DesignKind::full_factorial:
      return from_levels(full_factorial(levels), levels, false);
    case DesignKind::fraction:
      return from_levels(two_level_fraction(count, design.resolution), levels, true);
    case DesignKind::monte_carlo:
      return (design.mirrored ? mirrored_monte_carlo : monte_carlo)(
          count, std::size_t(design.points), seed);
    case DesignKind::latin_hypercube:
      return latin_hypercube(count, std::size_t(design.points), seed, design.maximin);
    case DesignKind::sobol:
      return sobol_points(count, std::size_t(design.points), seed, design.scrambled);
    case DesignKind::halton:
      return halton_points(count, std::size_t(design.points), seed, design.scrambled);
    case DesignKind::morris:
      return morris_trajectories(count, std::size_t(design.trajectories),
                                 std::size_t(design.levels), seed)
          .points;
    case DesignKind::saltelli:
      return saltelli_rows(count, std::size_t(design.rows), seed);
    case DesignKind::table:
      return from_levels({count, study.table_levels}, levels, false);
  }
  return {};
}

void refuse_too_many(const SweepStudy& study, std::size_t points) {
  if (points > most_points)
    throw Failure(ExitCode::bad_data,
                  fmt::format("{}: {} design points; allowed: up to {}. Take fewer rows, levels or "
                              "factors",
                              study.name, points, most_points));
}

// What is wrong with the size is told with the study's name.
UnitDesign checked_design(const SweepStudy& study, const AxesOfFactors& axes) {
  const std::size_t count = axes.first.size();
  if (study.design.kind == DesignKind::saltelli)  // before memory for them is asked for
    refuse_too_many(study, std::size_t(study.design.rows) * (count + 2));
  if (study.design.kind == DesignKind::morris)
    refuse_too_many(study, std::size_t(study.design.trajectories) * (count + 1));
  UnitDesign unit;
  try {
    unit = unit_design(study, axes);
  } catch (const std::invalid_argument& error) {
    throw Failure(ExitCode::bad_data, fmt::format("{}: {}", study.name, error.what()));
  }
  refuse_too_many(study, unit.points());
  return unit;
}

void add_reference(const SweepStudy& study, SweepPoints& points) {
  for (const SweepFactor& factor : study.factors) {
    points.values.push_back(factor.usual_number());
    points.coordinates.push_back(std::numeric_limits<double>::quiet_NaN());
    points.settings.emplace_back();
  }
}

// Those of a design that keep the study's constraints, `most` at most.
void add_points(const SweepStudy& study, const UnitDesign& unit, const AxesOfFactors& axes,
                std::size_t most, SweepPoints& points) {
  const std::size_t count = study.factors.size();
  std::size_t kept = 0;
  for (std::size_t p = 0; p < unit.points() && kept < most; ++p) {
    std::vector<double> numbers;
    std::vector<std::string> settings;
    for (std::size_t f = 0; f < count; ++f) {
      const SweepFactor factor = study.factors[f].where(numbers);
      const double u = unit.point(p)[axes.axis[f]];
      numbers.push_back(factor.number(u));
      settings.push_back(factor.setting(u));
    }
    if (!std::ranges::all_of(study.constraints,
                             [&](const auto& one) { return one.holds(numbers.data()); }))
      continue;
    ++kept;
    for (std::size_t f = 0; f < count; ++f) {
      points.values.push_back(numbers[f]);
      points.coordinates.push_back(unit.point(p)[axes.axis[f]]);
      points.settings.push_back(std::move(settings[f]));
    }
  }
}

std::size_t points_in(const SweepPoints& points) {  // the reference among them
  return points.values.size() / points.factors.size();
}

// Sequences of points, each of which begins with every shorter one.
bool is_sequence(DesignKind kind) {
  return kind == DesignKind::monte_carlo || kind == DesignKind::sobol || kind == DesignKind::halton;
}

// 16 hexadecimal digits that follow from what the point sets.
std::string id_of(const SweepPoints& points, std::size_t point) {
  std::string all;
  for (const std::string& setting : settings_at(points, point)) all += setting + "\n";
  return text_hash(all).substr(0, 16);
}

std::string_view name_of(DesignKind kind) { return names(Of<DesignKind>{})[std::size_t(kind)]; }

}  // namespace

std::string design_words(const SweepDesign& design) {
  const std::string kind(name_of(design.kind));
  switch (design.kind) {
    case DesignKind::morris:
      return fmt::format("{}, {} trajectories of {} levels", kind, design.trajectories,
                         design.levels);
    case DesignKind::saltelli:
      return fmt::format("{}, {} rows", kind, design.rows);
    case DesignKind::fraction:
      return fmt::format("{} of resolution {}", kind, design.resolution);
    case DesignKind::one_at_a_time:
    case DesignKind::full_factorial:
    case DesignKind::table:
      return kind;
    default:
      return fmt::format("{}, {} points{}", kind, design.points,
                         design.mirrored ? " in mirrored pairs" : "");
  }
}

// Whether a design's points are a random sample of the whole space, and of what kind.
std::string sampling_of(const SweepStudy& study) {
  if (study.design.kind != DesignKind::monte_carlo || !study.constraints.empty()) return "";
  return study.design.mirrored ? std::string(mirrored_sampling) : std::string(independent_sampling);
}

SweepPoints points_of(const SweepStudy& study) {
  SweepPoints points;
  points.kind = std::string(name_of(study.design.kind));
  points.design = design_words(study.design);
  points.sampling = sampling_of(study);
  for (const SweepFactor& one : study.factors)
    points.factors.push_back({one.path, one.unit, one.label_en, one.label_ko, one.statement});
  const AxesOfFactors axes = axes_of(study.factors);
  add_reference(study, points);
  if (study.constraints.empty() || !is_sequence(study.design.kind)) {
    add_points(study, checked_design(study, axes), axes, most_points, points);
  } else {  // a sequence goes on until so many points keep the constraints
    const std::size_t wanted = std::size_t(study.design.points);
    SweepStudy longer = study;
    while (points_in(points) < wanted + 1) {
      if (std::size_t(longer.design.points) > std::min(most_tries * wanted, most_points))
        throw Failure(ExitCode::bad_data,
                      fmt::format("{}: only {} of {} points keep its constraints; widen them",
                                  study.name, points_in(points) - 1, longer.design.points / 2));
      for (auto* kept : {&points.values, &points.coordinates}) kept->resize(study.factors.size());
      points.settings.resize(study.factors.size());
      add_points(study, checked_design(longer, axes), axes, wanted, points);
      longer.design.points *= 2;
    }
  }
  if (points_in(points) == 1)
    throw Failure(ExitCode::bad_data,
                  fmt::format("{}: no point keeps its constraints; widen them", study.name));
  points.ids.resize(points_in(points));
  for (std::size_t p = 0; p < points.ids.size(); ++p) points.ids[p] = id_of(points, p);
  return points;
}

std::vector<std::string> settings_at(const SweepPoints& points, std::size_t point) {
  std::vector<std::string> settings;
  for (std::size_t f = 0; f < points.factors.size(); ++f) {
    const std::string& one = points.settings[point * points.factors.size() + f];
    if (!one.empty()) settings.push_back(one);
  }
  return settings;
}

bool can_grow(DesignKind kind) {
  return is_sequence(kind) || kind == DesignKind::latin_hypercube || kind == DesignKind::morris ||
         kind == DesignKind::saltelli;
}

SweepDesign resized(const SweepStudy& study, std::size_t wanted) {
  SweepDesign design = study.design;
  const std::size_t count = axes_of(study.factors).first.size();
  const auto refuse = [&](const std::string& allowed) {
    throw Failure(ExitCode::usage, fmt::format("{} design points: {}", wanted, allowed));
  };
  const auto in_steps = [&](int& number, std::size_t step, const char* of) {
    if (wanted % step != 0)
      refuse(fmt::format("a multiple of {} is needed, {} of {}; next is {}", step, of, step,
                         (wanted / step + 1) * step));
    number = int(wanted / step);
  };
  switch (design.kind) {
    case DesignKind::morris:
      in_steps(design.trajectories, count + 1, "trajectories");
      break;
    case DesignKind::saltelli:
      in_steps(design.rows, count + 2, "rows");
      break;
    case DesignKind::latin_hypercube: {
      std::size_t doubled = std::size_t(design.points);
      while (doubled < wanted) doubled *= 2;
      if (doubled != wanted)
        refuse(fmt::format("a Latin hypercube of {} grows by doubling, next to {}", design.points,
                           2 * design.points));
      design.points = int(wanted);
      break;
    }
    case DesignKind::monte_carlo:
      if (design.mirrored && wanted % 2 != 0)
        refuse(fmt::format("mirrored pairs need an even number; next is {}", wanted + 1));
      [[fallthrough]];
    case DesignKind::sobol:
    case DesignKind::halton:
      design.points = int(wanted);
      break;
    default:
      refuse("this design has exactly the points that its factors' values make");
  }
  return design;
}

SweepBasis basis_of(const SweepStudy& study) {
  const ResponseLayout layout = layout_of(study.base.scenario);
  return {engine_version,
          text_hash(study.foundation()),
          {study.responses, layout.first_year(), layout.years()}};
}

SweepExtent extent_of(const SweepStudy& study, const SweepPoints& points) {
  return {points.ids.size(), std::size_t(study.replications), study.policies};
}

}  // namespace coopsim::cli
