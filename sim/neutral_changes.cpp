// SPDX-License-Identifier: Apache-2.0
#include "sim/neutral_changes.hpp"

#include <cmath>

namespace coopsim {

bool is_setting(const Change& change) {
  return !std::holds_alternative<Rescinded>(change) &&
         !std::holds_alternative<ReluctanceShocked>(change);
}

std::vector<Change> neutral_changes(const Parameters& p) {
  constexpr double as_parameters = -1;  // follow the path that the parameters give
  const OutsourcingParameters& centre = p.outsourcing;
  const ReviewParameters& review = p.review;
  const auto hundredths = [](double weight) { return std::uint8_t(std::lround(100 * weight)); };
  std::vector<Change> changes = {
      SelectionChanged{p.training.selection},
      AssociationsChanged{std::int16_t(p.training.associations),
                          std::int16_t(p.training.association_interval)},
      RetentionChanged{0, 0},
      SeatCostChanged{0},
      RecruitmentChanged{p.advice.recruitment_effort},
      LongShareChanged{p.advice.long_share},
      SubsidyChanged{as_parameters},
      MatchingDaysChanged{p.advice.matching_days},
      ConcentrationChanged{0, int(association_count)},
      IndicatorsChanged{hundredths(review.weight_delivered), hundredths(review.weight_gain),
                        hundredths(review.weight_applications), hundredths(review.weight_execution),
                        float(review.noise)},
      CandidatesChanged{(centre.candidates_least + centre.candidates_most) / 2.0},
      CaseManagersChanged{0, std::int16_t(centre.case_managers), Prescreening::as_funded},
      ScoutingChanged{1, 1},
      GroupSizeChanged{p.study_groups.size},
      HostsAssured{0, 0},
      WinWinChanged{as_parameters},
      SafeguardsChanged{0, 0},
      EconomyShocked{1'000'000, 1'000'000},
      AdviserWaveChanged{1},
  };
  for (std::size_t i = 0; i < account_count; ++i)
    changes.push_back(TargetChanged{Account(i), TargetFirms{}});
  return changes;
}

}  // namespace coopsim
