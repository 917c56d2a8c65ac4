// SPDX-License-Identifier: Apache-2.0
// The scorecard as tables: held out, calibrated, identities, bounds, in the order of what an
// agreement is worth. A miss is as visible as a hit.
import type { Lang, Metric, ReportData, Score, Text } from "../data";
import type { TableBlock } from "../section";
import { metricOf } from "../text/metrics";
import { isNumber, nothing } from "../text/numbers";
import { allowedText, isObserved, rangeText, scoreText } from "./past_panels";

export const kindsInOrder = ["held_out", "calibrated", "identity", "bound"] as const;

const titles: Record<Score["kind"], Text> = {
  held_out: { en: "Held out: nothing was fitted to these", ko: "검증: 맞추는 데 쓰지 않은 목표" },
  calibrated: { en: "Calibrated: the model was fitted to these", ko: "보정: 모형을 여기에 맞춘 목표" },
  identity: { en: "Identities: inputs that must come out as they went in", ko: "항등: 넣은 값이 그대로 나와야 하는 목표" },
  bound: { en: "Bounds: what sound results keep within, under every policy", ko: "한계: 어떤 정책에서도 넘지 말아야 하는 선" },
};
const subtitles: Record<Score["kind"], Text> = {
  held_out: {
    en: "Only agreement here says that the model knows more than it was told",
    ko: "이 목표와 맞아야 모형이 배운 것 이상을 안다고 할 수 있다",
  },
  calibrated: {
    en: "Agreement says that fitting worked, not that the model is right",
    ko: "맞는 것은 보정이 되었다는 뜻이지 모형이 옳다는 뜻은 아니다",
  },
  identity: { en: "Agreement says that the program does what the scenario says", ko: "프로그램이 시나리오대로 움직였는지 본다" },
  bound: { en: "A result beyond a bound would be an error", ko: "한계를 넘으면 잘못된 결과다" },
};
const words = {
  target: { en: "Target", ko: "목표" },
  observed: { en: "Observed", ko: "관측" },
  allowed: { en: "Allowed", ko: "허용" },
  simulated: { en: "Simulated", ko: "모의" },
  interval: { en: "95% interval", ko: "95% 신뢰구간" },
  result: { en: "Result", ko: "판정" },
  within: { en: "✓ within", ko: "✓ 범위 안" },
  missed: { en: "✗ missed", ko: "✗ 벗어남" },
  not_in_file: { en: "– not in this file", ko: "– 파일에 없음" },
} satisfies Record<string, Text>;

const columns = ["target", "observed", "allowed", "simulated", "interval", "result"] as const;
const numeric = new Set<string>(["observed", "allowed", "simulated", "interval"]);

/** One table a kind that the study has; identities and bounds folded where all are met. */
export function scorecardTables(data: ReportData, lang: Lang): TableBlock[] {
  return kindsInOrder.flatMap((kind) => {
    const scores = data.scorecard.filter((score) => score.kind === kind);
    if (scores.length === 0) return [];
    const missed = scores.some((score) => score.verdict === "missed");
    const table: TableBlock = {
      kind: "table",
      id: `scorecard_${kind}`,
      title: titles[kind][lang],
      subtitle: subtitles[kind][lang],
      table: {
        columns: columns.map((id) => ({ label: words[id][lang], numeric: numeric.has(id) })),
        rows: scores.map((score) => rowOf(score, score.metric === null ? null : metricOf(data, score.metric), lang)),
      },
      tones: scores.map(toneOf),
    };
    const foldable = (kind === "identity" || kind === "bound") && !missed;
    return [foldable ? { ...table, folded: true } : table];
  });
}

function toneOf(score: Score): string | null {
  if (score.verdict === "missed") return "missed";
  return score.kind === "held_out" ? "held-out" : null;
}

function rowOf(score: Score, metric: Metric | null, lang: Lang): string[] {
  const there = score.verdict !== "not_in_file";
  return [
    score.what[lang],
    isObserved(score) ? scoreText(score.target, metric, lang) : nothing,
    allowedText(score, metric, lang),
    there ? scoreText(score.mean, metric, lang) : nothing,
    there ? intervalText(score, metric, lang) : nothing,
    words[score.verdict][lang],
  ];
}

function intervalText({ low, high }: Score, metric: Metric | null, lang: Lang): string {
  if (!isNumber(low) || !isNumber(high) || low === high) return nothing;
  return rangeText(low, high, metric, lang);
}
