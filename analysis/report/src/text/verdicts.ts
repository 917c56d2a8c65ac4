// SPDX-License-Identifier: Apache-2.0
// One verdict in words: a whole sentence in plain style, and a few words for a pill.
import type { Compared, Lang, Metric, ReportData, Text } from "../data";
import { amount, isShare, metricInterval, metricOf, metricPhrase } from "./metrics";
import { digitsToRead } from "./numbers";
import { withParticle } from "./particles";
import { shown } from "./standings";
import { filled, obstacles, shortNames, today } from "./words";

const words = {
  no_verdict: { en: "No verdict: {reason}.", ko: "판정하지 않음: {reason}." },
  equal: {
    en: "{policy} and {base} differ by less than {delta}: practically equal.",
    ko: "{policy_gwa} {base}의 차이는 {delta}보다 작다. 사실상 같다.",
  },
  small: {
    en: " (Not zero, but below what matters.)",
    ko: " (차이는 0이 아니지만 의미 있는 크기보다 작다.)",
  },
  no_difference: {
    en: "{policy} and {base} are the same in every replication.",
    ko: "{policy_eun} 모든 반복에서 {base_gwa} 같다.",
  },
  cannot_tell: {
    en: "Whether {policy} differs from {base} cannot be told ({ends}); ",
    ko: "{policy_iga} {base_gwa} 다른지 이번 모의실험으로는 판단할 수 없다({ends}). ",
  },
  would_settle: { en: "about {n} replications would settle it.", ko: "반복을 약 {n}회로 늘리면 가릴 수 있다." },
  would_not: { en: "more runs are unlikely to settle it.", ko: "반복을 늘려도 가리기 어렵다." },
} satisfies Record<string, Text>;

/** Of a clear difference: what the policy does to the metric, then its standing. */
const moved: Record<"raises" | "lowers", Record<"only" | "best" | "best_alone", Text>> = {
  raises: {
    only: {
      en: "{policy} clearly raises {metric} ({difference}, 95% interval {ends}).",
      ko: "{policy_eun} {base}보다 {metric_eul} 뚜렷이 더 높인다({difference}, 95% 신뢰구간 {ends}).",
    },
    best: {
      en: "{policy} clearly raises {metric} ({difference}, 95% interval {ends}) and is among the best.",
      ko: "{policy_eun} {base}보다 {metric_eul} 뚜렷이 더 높이며({difference}, 95% 신뢰구간 {ends}), 최선 그룹에 든다.",
    },
    best_alone: {
      en: "{policy} clearly raises {metric} ({difference}, 95% interval {ends}) and is the best of those compared.",
      ko: "{policy_eun} {base}보다 {metric_eul} 뚜렷이 더 높이며({difference}, 95% 신뢰구간 {ends}), 비교한 정책 가운데 최선이다.",
    },
  },
  lowers: {
    only: {
      en: "{policy} clearly lowers {metric} ({difference}, 95% interval {ends}).",
      ko: "{policy_eun} {base}보다 {metric_eul} 뚜렷이 떨어뜨린다({difference}, 95% 신뢰구간 {ends}).",
    },
    best: {
      en: "{policy} clearly lowers {metric} ({difference}, 95% interval {ends}) and is among the best.",
      ko: "{policy_eun} {base}보다 {metric_eul} 뚜렷이 낮추며({difference}, 95% 신뢰구간 {ends}), 최선 그룹에 든다.",
    },
    best_alone: {
      en: "{policy} clearly lowers {metric} ({difference}, 95% interval {ends}) and is the best of those compared.",
      ko: "{policy_eun} {base}보다 {metric_eul} 뚜렷이 낮추며({difference}, 95% 신뢰구간 {ends}), 비교한 정책 가운데 최선이다.",
    },
  },
};

type Ends = Pick<Compared, "difference" | "low" | "high">;

/** "+12.3bp" with the decimals of its interval. */
export function differenceText(compared: Ends, metric: Metric, lang: Lang): string {
  const digits = digitsOf(compared, metric, lang);
  return amount(compared.difference, metric, lang, { sign: true, digits });
}
/** "9.8~15.1bp". */
export function endsText(compared: Ends, metric: Metric, lang: Lang): string {
  return metricInterval(compared.low, compared.high, metric, lang, { withUnit: true, sign: true, digits: digitsOf(compared, metric, lang) });
}
function digitsOf({ difference, low, high }: Ends, metric: Metric, lang: Lang): number {
  return digitsToRead(difference, low, high, metric.unit, lang, { share: isShare(metric), scale: "auto" });
}

export function reasonOf(compared: Compared, lang: Lang): string {
  return obstacles[compared.obstacle]?.[lang] ?? obstacles.no_values![lang];
}

/** Of a metric and a policy; "" where the file has no comparison. */
export function verdictSentence(data: ReportData, metricId: string, policy: number, lang: Lang): string {
  const metric = metricOf(data, metricId);
  const found = data.comparison[metricId]?.[policy];
  if (!metric || !found || found.state === "baseline") return "";
  const compared = shown(data, found);
  const values = valuesOf(data, metric, compared, policy, lang);
  const fill = (text: Text) => filled(text, lang, values);
  switch (compared.state) {
    case "no_verdict":
      return fill(words.no_verdict);
    case "practically_equal":
      if (compared.no_difference) return fill(words.no_difference);
      return fill(words.equal) + (compared.certain_but_small ? fill(words.small) : "");
    case "cannot_tell":
      return fill(words.cannot_tell) + fill(compared.replications_to_settle ? words.would_settle : words.would_not);
    default:
      return fill(moved[(compared.difference ?? 0) > 0 ? "raises" : "lowers"][standingOf(compared)]);
  }
}

function standingOf(compared: Compared): "only" | "best" | "best_alone" {
  if (compared.state !== "among_the_best") return "only";
  return compared.best_alone ? "best_alone" : "best";
}

/** A stress case is held against the policy that it shakes, all others against today's. */
function valuesOf(data: ReportData, metric: Metric, compared: Compared, policy: number, lang: Lang) {
  const names = shortNames(data.policies, lang);
  const name = quoted(names[policy] ?? "", lang);
  const against = data.policies[data.policies[policy]?.held_against ?? -1];
  const base = !against || against.baseline ? today.name[lang] : quoted(names[data.policies.indexOf(against)] ?? "", lang);
  const phrase = metricPhrase(metric, lang);
  return {
    policy: name,
    policy_eun: withParticle(name, "은/는"),
    policy_iga: withParticle(name, "이/가"),
    policy_gwa: withParticle(name, "과/와"),
    base,
    base_gwa: withParticle(base, "과/와"),
    metric: phrase,
    metric_eul: withParticle(phrase, "을/를"),
    difference: differenceText(compared, metric, lang),
    ends: endsText(compared, metric, lang),
    delta: amount(metric.least_meaningful, metric, lang),
    n: (compared.replications_to_settle ?? 0).toLocaleString("en-US"),
    reason: reasonOf(compared, lang),
  };
}

/** In English a name in a sentence needs marks: it may be a sentence itself. */
const quoted = (name: string, lang: Lang) => (lang === "en" ? `“${name}”` : name);

const briefs = {
  no_difference: { en: "No difference", ko: "차이 없음" },
  practically_equal: { en: "Practically equal", ko: "사실상 같음" },
  best_alone: { en: "The best", ko: "최선" },
  among_the_best: { en: "Among the best", ko: "최선 그룹" },
  clear_gain: { en: "Clear gain", ko: "뚜렷한 개선" },
  clear_loss: { en: "Clear loss", ko: "뚜렷한 악화" },
  clearly_higher: { en: "Clearly higher", ko: "뚜렷이 높음" },
  clearly_lower: { en: "Clearly lower", ko: "뚜렷이 낮음" },
  cannot_tell: { en: "Cannot tell", ko: "판단 불가" },
  stress_case: { en: "Stress case", ko: "충격 사례" },
  no_verdict: { en: "No verdict", ko: "판정 안 함" },
  baseline: { en: "Compared with", ko: "비교 기준" },
} satisfies Record<string, Text>;

/** On paper a pill is narrow. */
const narrow: Partial<Record<keyof typeof briefs, Text>> = {
  practically_equal: { en: "Equal", ko: "사실상 같음" },
  among_the_best: { en: "Best group", ko: "최선 그룹" },
  clearly_higher: { en: "Higher", ko: "뚜렷이 높음" },
  clearly_lower: { en: "Lower", ko: "뚜렷이 낮음" },
};

/** For a pill. Where nobody said which way is better, higher and lower are all that is said. */
export function verdictBrief(compared: Compared, better: Metric["better"], lang: Lang, printing = false): string {
  const brief = briefOf(compared, better);
  return ((printing ? narrow[brief] : undefined) ?? briefs[brief])[lang];
}
function briefOf(compared: Compared, better: Metric["better"]): keyof typeof briefs {
  switch (compared.state) {
    case "no_verdict":
      return compared.obstacle === "stress_case" ? "stress_case" : "no_verdict";
    case "practically_equal":
      return compared.no_difference ? "no_difference" : "practically_equal";
    case "among_the_best":
      return compared.best_alone ? "best_alone" : "among_the_best";
    case "clear_gain":
      return better === "unstated" ? "clearly_higher" : "clear_gain";
    case "clear_loss":
      return better === "unstated" ? "clearly_lower" : "clear_loss";
    default:
      return compared.state;
  }
}
