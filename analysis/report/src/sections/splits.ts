// SPDX-License-Identifier: Apache-2.0
// The responses by a further axis that sections of the page read: what the program must put into
// `split_yearly` (means by year) and `split_totals` (over the policy period, with intervals). A key
// that the result file lacks is left out of the page's data, and the section says so.

/** [policy][category][year]. */
export const yearlySplits = [
  "budget_appropriated_by_account",
  "budget_committed_by_account",
  "budget_spent_by_account",
  "budget_carried_over_by_account",
  "budget_lapsed_by_account",
  "budget_cut_by_account",
] as const;

/** [policy][category], level and difference. */
export const totalSplits = [
  "productivity_effect_by_region",
  "productivity_effect_by_sector",
  "productivity_effect_by_size_class",
  "coverage_by_region",
  "firms_gaining_by_region",
  "firms_gaining_by_sector",
  "firms_gaining_by_size_class",
  "firms_gaining_by_service",
  "firms_losing_by_region",
  "firms_losing_by_sector",
  "firms_losing_by_size_class",
  "firms_losing_by_service",
  "mean_gain_by_size_class",
  "mean_gain_by_service",
  "mean_loss_by_size_class",
  "mean_loss_by_service",
  "deals_started_by_channel",
] as const;

export type YearlySplit = (typeof yearlySplits)[number];
export type TotalSplit = (typeof totalSplits)[number];
