// SPDX-License-Identifier: Apache-2.0
#include "scenarios/design_checks.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string>

namespace coopsim {
namespace {

class DesignChecks {
 public:
  DesignChecks(bool known_kind, Problems& problems)
      : known_kind_(known_kind), problems_(problems) {}

  void check_kind(const Node& root, const SweepStudy& study) {
    const Node* design = root.find("design");
    if (!design || !design->is(Node::Kind::table)) return;
    const auto at = [&](const char* key) {
      const Node* node = design->find(key);
      return node ? node->where : design->where;
    };
    const auto kind = study.design.kind;
    if (kind == DesignKind::morris && study.design.levels % 2 != 0)
      wrong(at("levels"), "design.levels", fmt::format("{} levels", study.design.levels),
            "allowed: an even number");
    if (study.design.mirrored) check_mirrored(*design, study);
    if (!known_kind_) return;
    check_constraints(root, study);
    const bool lists = kind == DesignKind::full_factorial || kind == DesignKind::one_at_a_time;
    for (const SweepFactor& factor : study.factors) {
      if (lists && !factor.has_levels())
        wrong(
            at("kind"), "design.kind",
            fmt::format("{} has no `values`, and this design takes every one of them", factor.path),
            "give it values = [...], or choose a design that fills the space, e.g. "
            "latin_hypercube");
      if (kind == DesignKind::fraction && factor.has_levels() && factor.values.size() != 2)
        wrong(at("kind"), "design.kind",
              fmt::format("{} has {} values, and a fraction takes two", factor.path,
                          factor.values.size()),
              "give it two values, or a range, whose ends are taken");
    }
  }

  // Pairs must stay pairs.
  void check_mirrored(const Node& design, const SweepStudy& study) {
    const Node* stated = design.find("mirrored");
    const Place& where = stated ? stated->where : design.where;
    if (known_kind_ && study.design.kind != DesignKind::monte_carlo)
      wrong(where, "design.mirrored",
            fmt::format("a {} is not mirrored",
                        names(Of<DesignKind>{})[std::size_t(study.design.kind)]),
            "leave it out, or take kind = \"monte_carlo\"");
    else if (study.design.points % 2 != 0)
      wrong(where, "design.mirrored", fmt::format("{} points are no pairs", study.design.points),
            fmt::format("take an even number of points, e.g. {}", study.design.points + 1));
    if (!study.constraints.empty())
      wrong(where, "design.mirrored", "constraints would leave halves of pairs out",
            "leave `mirrored` out, or the constraints");
  }

  // Designs that are no longer what they promise when points are left out take no constraint.
  void check_constraints(const Node& root, const SweepStudy& study) {
    constexpr std::array bearing = {DesignKind::one_at_a_time, DesignKind::full_factorial,
                                    DesignKind::monte_carlo,   DesignKind::sobol,
                                    DesignKind::halton,        DesignKind::table};
    if (study.constraints.empty() || std::ranges::find(bearing, study.design.kind) != bearing.end())
      return;
    wrong(root.find("constraint")->where, "constraint",
          fmt::format("a {} is none without some of its points",
                      names(Of<DesignKind>{})[std::size_t(study.design.kind)]),
          "take sobol or monte_carlo, or a range that ends at another factor");
  }

  void check_policies_of_factors(const Node& root, const SweepStudy& study) {
    for (const SweepFactor& factor : study.factors) {
      if (!factor.path.starts_with("policy.")) continue;
      const std::string name = factor.path.substr(7, factor.path.find('.', 7) - 7);
      if (std::ranges::find(study.policies, name) == study.policies.end())
        wrong(root.find("policies")->where, "policies",
              fmt::format("{} is a factor, but {} does not run", factor.path, name),
              "add the policy, or leave the factor out");
    }
  }

 private:
  void wrong(const Place& where, std::string key, std::string what, std::string remedy) {
    problems_.add({where, std::move(key), std::move(what), std::move(remedy)});
  }

  const bool known_kind_;
  Problems& problems_;
};

}  // namespace

void check_design(const Node& root, const SweepStudy& study, bool known_kind, Problems& problems) {
  DesignChecks checks(known_kind, problems);
  checks.check_kind(root, study);
  checks.check_policies_of_factors(root, study);
}

}  // namespace coopsim
