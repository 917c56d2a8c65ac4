// SPDX-License-Identifier: Apache-2.0
// Designs of a sweep in words.
import type { Lang, Text } from "../data";
import type { Sweep } from "../sweep_data";

const kinds: Record<string, Text> = {
  one_at_a_time: { en: "one at a time", ko: "한 번에 하나씩" },
  full_factorial: { en: "full factorial", ko: "완전요인설계" },
  fraction: { en: "two-level fraction", ko: "2수준 일부실시법" },
  monte_carlo: { en: "Monte Carlo", ko: "몬테카를로 표본" },
  latin_hypercube: { en: "Latin hypercube", ko: "라틴 하이퍼큐브" },
  sobol: { en: "Sobol’ sequence", ko: "소볼 수열" },
  halton: { en: "Halton sequence", ko: "할톤 수열" },
  morris: { en: "Morris’s trajectories", ko: "모리스 궤적" },
  saltelli: { en: "Saltelli’s rows", ko: "살텔리 설계" },
  table: { en: "points of a table", ko: "지정한 설계점 표" },
};

const sizes = {
  points: { en: "{n} points", ko: "설계점 {n}개" },
  trajectories: { en: "{n} trajectories", ko: "궤적 {n}개" },
  rows: { en: "{n} rows", ko: "{n}행" },
} satisfies Record<string, Text>;

/** "Morris’s trajectories, 10 trajectories"; a kind without a name as it stands. */
export function designWords(sweep: Sweep, lang: Lang): string {
  const [count, unit] = unitsOf(sweep);
  const size = sizes[unit][lang].replace("{n}", count.toLocaleString("en-US"));
  return `${kinds[sweep.kind]?.[lang] ?? sweep.kind}, ${size}`;
}

/** What the design is made of, and how many of it: its bootstrap takes these. */
export function unitsOf({ kind, points, axes }: Sweep): [count: number, unit: keyof typeof sizes] {
  if (kind === "morris") return [Math.floor(points / (axes.length + 1)), "trajectories"];
  if (kind === "saltelli") return [Math.floor(points / (axes.length + 2)), "rows"];
  return [points, "points"];
}
