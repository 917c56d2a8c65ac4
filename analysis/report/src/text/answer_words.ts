// SPDX-License-Identifier: Apache-2.0
// The sentences of the answer, in 합니다-style. {names}: policies; {metric}; {d}: differences; {times}:
// how often in a hundred, "100번 중 94번"; endings of English verbs as {s}.
import type { Text } from "../data";

export const sentences = {
  no_metric: {
    en: "The result holds no comparison of the headline metric, so no policy can be judged.",
    ko: "결과 파일에 대표 지표의 비교가 없어 정책을 판정할 수 없습니다.",
  },
  no_baseline: {
    en: "The result holds no today’s policy to compare with, so differences cannot be judged. Only levels are shown.",
    ko: "비교 기준인 현행 유지가 결과에 없어 차이를 판정할 수 없습니다. 수준만 보여 드립니다.",
  },
  nothing_to_compare: {
    en: "There is no policy to compare with today’s. Under today’s policy {metric} is {level} in {year}.",
    ko: "현행 유지와 비교할 정책이 없습니다. {year}년 현행 유지의 {metric_eun} {level}입니다.",
  },
  no_verdict: { en: "No verdict can be given: {reason}.", ko: "판정할 수 없습니다. {reason}." },
  few_replications: {
    en: "The study has {n} replications; with 30 or more a verdict is given.",
    ko: "이번 결과의 반복은 {n}회이며, 30회 이상이면 판정합니다.",
  },
  too_many_failed: {
    en: "{n} of {all} simulated worlds failed; those left are not a fair sample.",
    ko: "모의 세계 {all}개 중 {n}개가 실패해, 남은 것만으로는 공정한 표본이 되지 못합니다.",
  },
  many: {
    en: "In this model {n} policies do better than today’s, and none of them can be told to be the best: {names}.",
    ko: "이 모형에서 대안 {n}개가 비슷하게 현행 유지보다 낫습니다. {names}입니다.",
  },
  nobody: { en: "No policy clearly does better than today’s.", ko: "현행 유지보다 뚜렷이 나은 대안은 없습니다." },
  nobody_differs: { en: "No policy clearly differs from today’s.", ko: "현행 유지와 뚜렷이 다른 대안은 없습니다." },
  highest_unsure: {
    en: "Even {name}, which comes out {end}, has an interval that covers zero ({ends}); {settle}",
    ko: "가장 {end} 나온 {name_do} 구간이 0을 포함합니다({ends}). {settle}",
  },
  highest_equal: {
    en: "Even {name}, which comes out {end}, is practically equal to it (less than {delta} apart).",
    ko: "가장 {end} 나온 {name_do} 현행 유지와 사실상 같습니다(차이 {delta} 미만).",
  },
  highest_same: {
    en: "Even {name}, which comes out {end}, is the same as today’s policy in every replication.",
    ko: "가장 {end} 나온 {name_do} 모든 반복에서 현행 유지와 같습니다.",
  },
  highest_loses: {
    en: "Even {name}, which comes out {end}, does clearly worse ({d}).",
    ko: "가장 {end} 나온 {name_do} 현행 유지보다 뚜렷이 못합니다({d}).",
  },
  alone_unsure: {
    en: "Whether {name} does better than today’s policy cannot be told ({ends}); {settle}",
    ko: "{name_iga} 현행 유지보다 나은지 이번 모의실험으로는 판단할 수 없습니다({ends}). {settle}",
  },
  would_settle: { en: "about {n} replications would settle it.", ko: "반복을 약 {n}회로 늘리면 가릴 수 있습니다." },
  would_not: { en: "more runs are unlikely to settle it.", ko: "반복을 늘려도 가리기 어렵습니다." },
  all_equal: {
    en: "{all} practically equal to today’s policy: {metric} differs by less than {delta}.",
    ko: "{all} 현행 유지와 사실상 같습니다. {metric}의 차이가 {delta}보다 작습니다.",
  },
  all_same: {
    en: "{all} the same as today’s policy in every replication.",
    ko: "{all} 모든 반복에서 현행 유지와 같습니다.",
  },
  certain_but_small: {
    en: "The difference of {names} is not zero, but below what matters.",
    ko: "{names}의 차이는 0이 아니지만 의미 있는 크기보다 작습니다.",
  },
  all_worse: { en: "Every policy does worse than today’s.", ko: "모든 대안이 현행 유지보다 못합니다." },
  least_loss: { en: "{name} loses least ({d}).", ko: "손해가 가장 작은 안은 {name}입니다({d})." },
  alone_worse: {
    en: "In this model {name} does clearly worse than today’s policy in {metric} ({d}).",
    ko: "이 모형에서 {name_eun} 현행 유지보다 {metric}에서 뚜렷이 못합니다({d}).",
  },
  moved_up: { en: "clearly higher than under today’s policy with {names}", ko: "현행 유지보다 뚜렷이 높은 안은 {names}" },
  moved_down: { en: "clearly lower with {names}", ko: "뚜렷이 낮은 안은 {names}" },
  moved: { en: "In this model “{metric}” is {parts}.", ko: "이 모형에서 ‘{metric}’ 값이 {parts}입니다." },
  not_ranked: {
    en: "The study does not say which way is better, so nothing is ranked.",
    ko: "어느 쪽이 나은지 연구에서 정하지 않아 순위를 매기지 않습니다.",
  },
  no_draws: {
    en: "Uncertainty of the assumptions was not computed.",
    ko: "가정의 불확실성은 계산하지 않았습니다.",
  },
} satisfies Record<string, Text>;

/** One to three policies lead; whether that holds when assumptions change. */
export type Robust = "firm" | "firm_all" | "shaky" | "shaky_all" | "unknown";

const raises: Record<Robust, Text> = {
  firm: {
    en: "In this model {names} clearly raise{s} {metric} above today’s policy ({d}), and does better than it in {times} sets of assumptions.",
    ko: "이 모형에서 {names_eun} 현행 유지보다 {metric_eul} 뚜렷이 더 높이며({d}), 가정을 바꾸어도 {times_eun} 현행보다 높습니다.",
  },
  firm_all: {
    en: "In this model {names} clearly raise{s} {metric} above today’s policy ({d}), and each does better than it in at least {times} sets of assumptions.",
    ko: "이 모형에서 {names_eun} 현행 유지보다 {metric_eul} 뚜렷이 더 높이며({d}), 가정을 바꾸어도 저마다 {times} 이상은 현행보다 높습니다.",
  },
  shaky: {
    en: "In this model {names} clearly raise{s} {metric} above today’s policy ({d}), but when assumptions change it does better in only {times} sets.",
    ko: "이 모형에서 {names_eun} 현행 유지보다 {metric_eul} 뚜렷이 더 높이지만({d}), 가정을 바꾸면 현행보다 높은 경우는 {times}에 그칩니다.",
  },
  shaky_all: {
    en: "In this model {names} clearly raise{s} {metric} above today’s policy ({d}), but when assumptions change the weakest of them does better in only {times} sets.",
    ko: "이 모형에서 {names_eun} 현행 유지보다 {metric_eul} 뚜렷이 더 높이지만({d}), 가정을 바꾸면 현행보다 높은 경우가 적게는 {times}에 그칩니다.",
  },
  unknown: {
    en: "In this model {names} clearly raise{s} {metric} above today’s policy ({d}).",
    ko: "이 모형에서 {names_eun} 현행 유지보다 {metric_eul} 뚜렷이 더 높입니다({d}).",
  },
};
/** Of metrics of which less is better. */
const lowers: Record<Robust, Text> = {
  firm: {
    en: "In this model {names} clearly lower{s} {metric} below today’s policy ({d}), and does better than it in {times} sets of assumptions.",
    ko: "이 모형에서 {names_eun} 현행 유지보다 {metric_eul} 뚜렷이 더 낮추며({d}), 가정을 바꾸어도 {times_eun} 현행보다 낮습니다.",
  },
  firm_all: {
    en: "In this model {names} clearly lower{s} {metric} below today’s policy ({d}), and each does better than it in at least {times} sets of assumptions.",
    ko: "이 모형에서 {names_eun} 현행 유지보다 {metric_eul} 뚜렷이 더 낮추며({d}), 가정을 바꾸어도 저마다 {times} 이상은 현행보다 낮습니다.",
  },
  shaky: {
    en: "In this model {names} clearly lower{s} {metric} below today’s policy ({d}), but when assumptions change it does better in only {times} sets.",
    ko: "이 모형에서 {names_eun} 현행 유지보다 {metric_eul} 뚜렷이 더 낮추지만({d}), 가정을 바꾸면 현행보다 낮은 경우는 {times}에 그칩니다.",
  },
  shaky_all: {
    en: "In this model {names} clearly lower{s} {metric} below today’s policy ({d}), but when assumptions change the weakest of them does better in only {times} sets.",
    ko: "이 모형에서 {names_eun} 현행 유지보다 {metric_eul} 뚜렷이 더 낮추지만({d}), 가정을 바꾸면 현행보다 낮은 경우가 적게는 {times}에 그칩니다.",
  },
  unknown: {
    en: "In this model {names} clearly lower{s} {metric} below today’s policy ({d}).",
    ko: "이 모형에서 {names_eun} 현행 유지보다 {metric_eul} 뚜렷이 더 낮춥니다({d}).",
  },
};
export const leads = { raises, lowers };

/** Public money, of one policy and of several; and what is lost or gained elsewhere. */
export const clauses = {
  tie: {
    en: "Which of the {n} is better this study cannot tell.",
    ko: "{n} 중 어느 안이 더 나은지는 이번 모의실험으로 가릴 수 없습니다.",
  },
  tie_and: {
    en: "Which of the {n} is better this study cannot tell; {rest}",
    ko: "{n} 중 어느 안이 더 나은지는 이번 모의실험으로 가릴 수 없고, {rest}",
  },
  one_more: { en: "Over {years} it takes {m} more public money.", ko: "{years}간 공공비용은 {m} 더 듭니다." },
  one_less: { en: "Over {years} it takes {m} less public money.", ko: "{years}간 공공비용은 {m} 덜 듭니다." },
  one_unsure: {
    en: "Whether it takes more public money over {years} cannot be told ({ends}).",
    ko: "{years}간 공공비용이 더 드는지는 판단할 수 없습니다({ends}).",
  },
  one_same: {
    en: "Over {years} it takes as much public money as today’s policy.",
    ko: "{years}간 공공비용은 현행 유지와 같습니다.",
  },
  costs: { en: "Over {years} public money is {costs}.", ko: "{years}간 공공비용은 {costs} 듭니다." },
  costs_unsure: {
    en: "Over {years} neither clearly takes more nor less public money.",
    ko: "{years}간 공공비용의 차이는 뚜렷하지 않습니다.",
  },
  cost_more: { en: "{m} more with {name}", ko: "{name_iga} {m} 더" },
  cost_less: { en: "{m} less with {name}", ko: "{name_iga} {m} 덜" },
  rest_unsure: {
    en: "With {names} the difference in public money is not clear.",
    ko: "{names_eun} 공공비용의 차이가 뚜렷하지 않습니다.",
  },
  cheapest: {
    en: "Over {years} {name} takes the least public money ({cost}).",
    ko: "{years}간 공공비용이 가장 적은 안은 {name_ida}({cost}).",
  },
  but_lowers: { en: "In turn {name} clearly lowers {metric} ({d}).", ko: "대신 {name_eun} {metric_eul} 뚜렷이 떨어뜨립니다({d})." },
  but_raises: { en: "In turn {name} clearly raises {metric} ({d}).", ko: "대신 {name_eun} {metric_eul} 뚜렷이 높입니다({d})." },
  yet_raises: { en: "However, {name} clearly raises {metric} ({d}).", ko: "다만 {name_eun} {metric_eul} 뚜렷이 높입니다({d})." },
  yet_lowers: { en: "However, {name} clearly lowers {metric} ({d}).", ko: "다만 {name_eun} {metric_eul} 뚜렷이 낮춥니다({d})." },
} satisfies Record<string, Text>;
