// SPDX-License-Identifier: Apache-2.0
// Where the money of each year goes: account groups by years, what is compared with above the chosen
// policy. Money of the file is in KRW thousand, shown in 억 원 or KRW bn.
import { budgetFlow, stacked, type FlowRow, type FlowYear } from "../charts/budget_flow";
import { tickText } from "../charts/canvas";
import type { Num, ReportData, Text } from "../data";
import type { Block, Empty, Figure, Table, View } from "../section";
import { quantity, unitDivisor, unitLabel, years as periodWords } from "../text/numbers";
import { withParticle } from "../text/particles";
import { filled, listed } from "../text/words";
import { policyYears, sides, titled, type Side, runAgain } from "./beside";
import type { YearlySplit } from "./splits";

const words = {
  A: { en: "Competitiveness (training)", ko: "기술경쟁력강화(연수)" },
  B: { en: "Base technology (advice)", ko: "기반기술강화(기술지도)" },
  C: { en: "Cooperation (meetings, deals)", ko: "산업협력강화(상담·거래)" },
  short_A: { en: "training", ko: "연수" },
  short_B: { en: "base technology", ko: "기반기술" },
  short_C: { en: "industrial cooperation", ko: "산업협력" },
  title_moves: {
    en: "Appropriations of {period} against {held}: {parts}",
    ko: "{period} 편성액은 {held}보다 {parts}",
  },
  title_same: {
    en: "Appropriations of {period} are the same as under {held} in every group",
    ko: "{period} 편성액은 세 사업군 모두 {held_gwa} 같다",
  },
  title_alone: { en: "Where the money of each year goes", ko: "해마다 예산이 어디로 가나" },
  subtitle: {
    en: "{unit} a year, mean over replications, prices of {price}",
    ko: "연간 {unit}, 반복 평균, {price}년 가격",
  },
  paid: { en: "paid", ko: "지급" },
  carried: { en: "left on 31 December, carried over", ko: "연말 잔액(이월)" },
  lapsed: { en: "lapsed unused", ko: "불용" },
  cut: { en: "cut within the year", ko: "연중 삭감" },
  appropriated: { en: "appropriated", ko: "편성" },
  committed: { en: "committed", ko: "약정(지출원인행위)" },
  whole: {
    en: "A bar is as high as the year’s appropriation and what the year before left over, together. On 31 December Japan’s fiscal year, which ends in March, is still open: its money counts as left over until then.",
    ko: "막대 전체의 높이는 그해 편성액에 전년도 잔액을 더한 것과 같다. 일본의 회계연도는 이듬해 3월에 끝나므로 12월 31일에 남은 일본 예산도 연말 잔액에 들어간다.",
  },
  off: {
    en: "Parts and money available differ by up to {gap} in one group and year.",
    ko: "한 사업군의 한 해에 쓸 수 있는 돈과 쓰인 곳의 합이 많게는 {gap} 어긋난다.",
  },
  gap: {
    en: "Bars need not end at the tick: a year also pays from money carried over and from commitments of years before, and Japan’s fiscal year runs from April to March.",
    ko: "막대의 끝이 편성 눈금과 꼭 맞지는 않는다. 전년도 이월금과 전년도 약정에서도 지급하고, 일본의 회계연도는 4월부터 이듬해 3월까지이기 때문이다.",
  },
  lacking: {
    en: "The result file does not hold {parts} by account; they are not drawn.",
    ko: "결과 파일에 계정별 {parts} 기록이 없어 그리지 않았다.",
  },
  head_office: {
    en: "Head office is not drawn: {from} a year under {held}, {to} under {name}, appropriated over the period on average.",
    ko: "본부 예산은 그리지 않았다. 기간 평균 편성액은 연 {from}({held}), {to}({name})이다.",
  },
  head_office_alone: { en: "Head office is not drawn: {to} a year on average.", ko: "본부 예산(기간 평균 연 {to})은 그리지 않았다." },
  not_modelled: {
    en: "{share}% of the money belongs to programmes that are not modelled; it lapses and is not in the bars.",
    ko: "돈의 {share}%는 아직 모형에 없는 사업의 몫이며, 막대에 들어 있지 않고 모두 불용 처리된다.",
  },
  label: {
    en: "Stacked bars of money paid, carried over and lapsed by year, for three groups of accounts. {title}. The most appropriated in one group and year is {most}.",
    ko: "세 사업군의 연도별 지급·이월·불용 금액을 쌓은 막대. {title}. 한 사업군의 한 해 편성액은 많아야 {most}이다.",
  },
  empty_title: { en: "Where the money of each year goes", ko: "해마다 예산이 어디로 가나" },
  empty: {
    en: "The result file does not hold appropriations and payments by account.",
    ko: "결과 파일에 계정별 편성액과 집행액이 없다.",
  },
  policy: { en: "Policy", ko: "정책" },
  group: { en: "Group", ko: "사업군" },
  year: { en: "Year", ko: "연도" },
} satisfies Record<string, Text>;

const groupIds = ["A", "B", "C"] as const;

/** Sum over the accounts of a group; null where the file lacks the response or a value. */
function ofGroup(data: ReportData, key: YearlySplit, policy: number, group: string, year: number): Num {
  const rows = data.split_yearly[key]?.[policy];
  if (!rows) return null;
  let sum = 0;
  for (const [at, account] of data.axes.account.entries()) {
    if (account.group !== group) continue;
    const value = rows[at]?.[year];
    if (typeof value !== "number") return null;
    sum += value;
  }
  return sum;
}

function flowYears(view: View, policy: number, group: string): FlowYear[] {
  const { data, lang } = view;
  const divide = unitDivisor("KRW thousand", lang);
  const of = (key: YearlySplit, year: number): Num => {
    const value = ofGroup(data, key, policy, group, year);
    return value === null ? null : value / divide;
  };
  return policyYears(data).map((at) => {
    const one = {
      year: data.axes.year[at]!,
      appropriated: of("budget_appropriated_by_account", at) ?? 0,
      committed: of("budget_committed_by_account", at),
      paid: of("budget_spent_by_account", at) ?? 0,
      carried: of("budget_carried_over_by_account", at),
      lapsed: of("budget_lapsed_by_account", at) ?? 0,
      cut: of("budget_cut_by_account", at) ?? 0,
    };
    return { ...one, tip: tipOf(view, one) };
  });
}

const parts = ["appropriated", "committed", "paid", "carried", "lapsed", "cut"] as const;

function tipOf(view: View, one: Omit<FlowYear, "tip">): string {
  const { lang } = view;
  const unit = unitDivisor("KRW thousand", lang);
  const lines = parts.flatMap((part) => {
    const value = one[part];
    return value === null ? [] : [`${words[part][lang]}: ${quantity(value * unit, "KRW thousand", lang)}`];
  });
  return [`${one.year}`, ...lines].join("\n");
}

/** The largest of any policy, group and year: one scale for all. */
function mostOf(view: View): number {
  const all = view.data.policies.flatMap((_, policy) => groupIds.flatMap((group) => flowYears(view, policy, group)));
  return Math.max(0, ...all.flatMap((one) => [one.appropriated, stacked(one), one.committed ?? 0]));
}

export function moneyFlow(view: View): Block {
  const { data, lang } = view;
  const drawable = data.split_yearly["budget_appropriated_by_account"] && data.split_yearly["budget_spent_by_account"];
  const most = drawable ? mostOf(view) : 0;
  if (most <= 0) return nothing(view);
  const shown = sides(view);
  const rows: FlowRow[] = shown.map((one) => ({
    name: titled(one),
    colour: one.colour,
    groups: groupIds.map((group) => flowYears(view, one.place, group)),
  }));
  const said = Object.fromEntries(parts.map((part) => [part, words[part][lang]])) as Record<(typeof parts)[number], string>;
  const title = titleOf(view, shown);
  return {
    kind: "figure",
    id: "money-flow",
    title,
    subtitle: filled(words.subtitle, lang, { unit: unitLabel("KRW thousand", lang), price: data.study.price_year }),
    spec: budgetFlow(
      groupIds.map((group) => words[group][lang]),
      rows,
      most * 1.04,
      said,
      tickText,
      view,
    ),
    label: filled(words.label, lang, { title, most: quantity(most * unitDivisor("KRW thousand", lang), "KRW thousand", lang) }),
    table: tableOf(view, shown, rows),
    caption: captionOf(view, shown),
    ...warningsOf(view, shown),
  };
}

const nothing = (view: View): Empty => ({
  kind: "empty",
  title: words.empty_title[view.lang],
  why: words.empty[view.lang],
  command: runAgain(view.data),
});

/** "연수 −120억 원, 기반기술 +70억 원": sums over the policy period, chosen less held. */
function titleOf(view: View, shown: Side[]): string {
  const { data, lang } = view;
  const [held, chosen] = shown;
  if (!held || !chosen) return words.title_alone[lang];
  const values = { period: periodWords(data.study.period, lang), held: held.inText, held_gwa: withParticle(held.inText, "과/와") };
  const sum = (policy: number, group: string) =>
    policyYears(data).reduce((all, year) => all + (ofGroup(data, "budget_appropriated_by_account", policy, group, year) ?? 0), 0);
  const moved = groupIds.flatMap((group) => {
    const before = sum(held.place, group);
    const difference = sum(chosen.place, group) - before;
    if (Math.abs(difference) <= 0.001 * Math.max(before, 1)) return [];
    return [`${words[`short_${group}`][lang]} ${quantity(difference, "KRW thousand", lang, { sign: true })}`];
  });
  if (moved.length === 0) return filled(words.title_same, lang, values);
  return filled(words.title_moves, lang, { ...values, parts: moved.join(", ") });
}

function captionOf(view: View, shown: Side[]): string {
  const { data, lang } = view;
  const lacking = (
    [
      ["committed", "budget_committed_by_account"],
      ["carried", "budget_carried_over_by_account"],
    ] as const
  )
    .filter(([, key]) => !data.split_yearly[key])
    .map(([word]) => words[word][lang]);
  const said = [words[data.split_yearly["budget_carried_over_by_account"] ? "whole" : "gap"][lang]];
  if (lacking.length) said.push(filled(words.lacking, lang, { parts: listed(lacking, lang) }));
  return [...said, ...headOffice(view, shown)].join(" ");
}

function headOffice(view: View, shown: Side[]): string[] {
  const { data, lang } = view;
  if (!data.axes.account.some((account) => account.group === "")) return [];
  const years = policyYears(data);
  const mean = (policy: number) =>
    quantity(
      years.reduce((all, year) => all + (ofGroup(data, "budget_appropriated_by_account", policy, "", year) ?? 0), 0) /
        Math.max(1, years.length),
      "KRW thousand",
      lang,
    );
  const [held, chosen] = shown;
  if (!held) return [];
  if (!chosen || mean(held.place) === mean(chosen.place)) return [filled(words.head_office_alone, lang, { to: mean(held.place) })];
  return [filled(words.head_office, lang, { held: held.inText, name: chosen.inText, from: mean(held.place), to: mean(chosen.place) })];
}

function warningsOf(view: View, shown: Side[]): Pick<Figure, "warnings"> {
  const { data, lang } = view;
  const share = data.study.share_not_modelled;
  const gap = share > 0 ? 0 : largestGap(view, shown);
  const warnings = [
    ...(share > 0 ? [filled(words.not_modelled, lang, { share: (share * 100).toFixed(share < 0.1 ? 1 : 0) })] : []),
    ...(gap > 0 ? [filled(words.off, lang, { gap: quantity(gap, "KRW thousand", lang) })] : []),
  ];
  return warnings.length ? { warnings } : {};
}

/** Money that neither left a group nor is in it, KRW thousand; 0 where all adds up but for rounding. */
function largestGap(view: View, shown: Side[]): number {
  const { data } = view;
  const of = (part: string, policy: number, group: string, year: number) =>
    ofGroup(data, `budget_${part}_by_account` as YearlySplit, policy, group, year);
  const gaps = shown.flatMap(({ place }) =>
    groupIds.flatMap((group) =>
      policyYears(data).flatMap((year) => {
        const before = of("carried_over", place, group, year - 1);
        const [given, ...used] = ["appropriated", "spent", "carried_over", "lapsed", "cut"].map((part) => of(part, place, group, year));
        if (before === null || given === null || given === undefined || used.some((value) => value === null)) return [];
        const gap = Math.abs(before + given - used.reduce<number>((all, value) => all + (value ?? 0), 0));
        return gap > 0.002 * (before + given) ? [gap] : [];
      }),
    ),
  );
  return Math.max(0, ...gaps);
}

function tableOf(view: View, shown: Side[], rows: FlowRow[]): Table {
  const { lang } = view;
  const unit = unitLabel("KRW thousand", lang);
  const kept = parts.filter((part) => rows.some((row) => row.groups.flat().some((one) => one[part] !== null)));
  return {
    columns: [
      { label: words.policy[lang], numeric: false },
      { label: words.group[lang], numeric: false },
      { label: words.year[lang], numeric: true },
      ...kept.map((part) => ({ label: `${words[part][lang]} (${unit})`, numeric: true })),
    ],
    rows: rows.flatMap((row, r) =>
      row.groups.flatMap((years, g) =>
        years.map((one) => [
          titled(shown[r]!),
          words[groupIds[g]!][lang],
          String(one.year),
          ...kept.map((part) => (one[part] === null ? null : quantity(one[part], "1", lang, { digits: 2 }))),
        ]),
      ),
    ),
  };
}
