// SPDX-License-Identifier: Apache-2.0
// Where the result comes from, how to compute it again, and what sharing random numbers has brought.
import type { Lang, ReportData, Text } from "../data";
import type { Block, Commands, TableBlock } from "../section";
import { decimal, isNumber, nothing } from "../text/numbers";
import { metricOf, metricPhrase } from "../text/metrics";
import { filled, knowledgeWords, shortNames } from "../text/words";

/** Below this sharing random numbers has brought nothing worth naming. */
const little_brought = 1.2;

const words = {
  command: { en: "The command that reproduces this", ko: "이 결과를 다시 만드는 명령" },
  command_note: {
    en: "The same bits come out for any number of threads. `verify` simulates a sample again and compares it; a result of the same scenario has the fingerprint below.",
    ko: "스레드 수가 달라도 같은 비트가 나온다. verify는 일부를 다시 모의실험해 견준다. 같은 시나리오의 결과라면 아래 지문과 같다.",
  },
  provenance: { en: "Provenance", ko: "출처와 판" },
  what: { en: "What", ko: "항목" },
  value: { en: "Value", ko: "값" },
  file: { en: "Result file", ko: "결과 파일" },
  run_on: { en: "Date of the run", ko: "실행일" },
  version: { en: "Version", ko: "판" },
  engine: { en: "Engine, result format", ko: "엔진, 결과 형식" },
  knowledge: { en: "What is known", ko: "정보 기준" },
  replications: { en: "Replications per policy", ko: "정책마다 반복" },
  draws: { en: "Draws of assumptions", ko: "가정 추출" },
  failed: { en: "Failed worlds", ko: "실패한 세계" },
  of: { en: "{failed} of {all}", ko: "{all}개 중 {failed}개" },
  scale: { en: "Scale of the money", ko: "예산 규모" },
  prices: { en: "Prices", ko: "가격 기준" },
  year_prices: { en: "of {year}", ko: "{year}년" },
  not_modelled: { en: "Money whose programme is not modelled", ko: "모형에 없는 사업의 예산 비중" },
  scenario_hash: { en: "Scenario hash", ko: "시나리오 해시" },
  fingerprint: { en: "Fingerprint of the run", ko: "실행 지문" },
  content_hash: { en: "Content hash", ko: "내용 해시" },
  seed_title: { en: "Seed, and what shared chance has brought", ko: "난수 시드와 공통난수의 효과" },
  seed_sub: {
    en: "Seed {seed}. Every policy of a replication meets the same chance (common random numbers). Variance reduction in {metric}: how many times more replications independent runs would take for the same interval",
    ko: "시드 {seed}. 한 반복의 모든 정책은 같은 우연을 겪는다(공통난수). 분산 감소({metric}): 따로 돌렸다면 같은 신뢰구간에 반복이 몇 배 필요했는지",
  },
  policy: { en: "Policy", ko: "정책" },
  correlation: { en: "Correlation", ko: "상관" },
  reduction: { en: "Variance reduction", ko: "분산 감소" },
  times: { en: "{n} times", ko: "{n}배" },
  little: { en: "little brought", ko: "효과 거의 없음" },
  pairs: { en: "Pairs", ko: "짝" },
} satisfies Record<string, Text>;

export function provenance(data: ReportData, lang: Lang): Block[] {
  const seed = seedTable(data, lang);
  return [
    commandOf(data, lang),
    { kind: "columns", blocks: seed ? [[seed], [provenanceTable(data, lang)]] : [[provenanceTable(data, lang)]] },
  ];
}

function commandOf({ study }: ReportData, lang: Lang): Commands {
  const verify = study.command.startsWith("coopsim verify") ? "" : `coopsim verify ${study.file}`;
  const lines = [study.command, verify, `coopsim report ${study.file} -o report.html`];
  return { kind: "commands", title: words.command[lang], lines: lines.filter((line) => line !== ""), note: words.command_note[lang].replaceAll("`", "") };
}

function seedTable(data: ReportData, lang: Lang): TableBlock | null {
  const metric = metricOf(data, data.headline);
  const compared = data.comparison[data.headline] ?? [];
  const places = data.policies.flatMap((policy, place) => (policy.baseline || !compared[place] ? [] : [place]));
  if (!metric || places.length === 0) return null;
  const names = shortNames(data.policies, lang);
  const reductions = places.map((place) => compared[place]?.variance_reduction ?? null);
  const low = (reduction: number | null) => isNumber(reduction) && reduction < little_brought;
  const times = (reduction: number | null) => {
    if (!isNumber(reduction)) return nothing;
    const text = filled(words.times, lang, { n: decimal(reduction, reduction < 10 ? 1 : 0) });
    return low(reduction) ? `${text} · ${words.little[lang]}` : text;
  };
  return {
    kind: "table",
    id: "seed",
    title: words.seed_title[lang],
    subtitle: filled(words.seed_sub, lang, { seed: String(data.study.seed), metric: metricPhrase(metric, lang) }),
    table: {
      columns: [words.policy, words.pairs, words.correlation, words.reduction].map((text, at) => ({ label: text[lang], numeric: at > 0 })),
      rows: places.map((place, at) => [
        names[place] ?? "",
        decimal(compared[place]?.pairs ?? null, 0),
        decimal(compared[place]?.correlation ?? null, 2),
        times(reductions[at] ?? null),
      ]),
    },
    tones: reductions.map((reduction) => (low(reduction) ? "weak" : null)),
  };
}

function provenanceTable(data: ReportData, lang: Lang): TableBlock {
  const { study } = data;
  const worlds = study.replications * data.policies.length;
  const rows: [Text, string][] = [
    [words.file, study.file],
    [words.run_on, study.run_on.slice(0, 10) || nothing],
    [words.version, study.coopsim_version.replace(/^coopsim | \(.*\)$/g, "")],
    [words.engine, `${study.engine_version}, ${study.format_version}`],
    [words.knowledge, knowledgeWords(study.knowledge, lang)],
    [words.replications, decimal(study.replications, 0)],
    [words.draws, decimal(study.draws, 0)],
    [words.failed, filled(words.of, lang, { failed: decimal(study.failed_worlds, 0), all: decimal(worlds, 0) })],
    [words.scale, `${Number((study.budget_scale * 100).toPrecision(4))}%`],
    [words.prices, filled(words.year_prices, lang, { year: study.price_year })],
    [words.not_modelled, `${Number((study.share_not_modelled * 100).toPrecision(2))}%`],
    [words.fingerprint, study.fingerprint],
    [words.scenario_hash, study.scenario_hash],
    [words.content_hash, study.content_hash],
  ];
  return {
    kind: "table",
    id: "provenance",
    title: words.provenance[lang],
    table: {
      columns: [words.what, words.value].map((text) => ({ label: text[lang], numeric: false })),
      rows: rows.map(([what, value]) => [what[lang], value || nothing]),
    },
  };
}
