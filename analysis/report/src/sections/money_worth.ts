// SPDX-License-Identifier: Apache-2.0
// Is it worth the money: costs and benefits of every policy less today's, in two valuations, with one
// dot a replication of the chosen policy. Present values; money of the file is in KRW thousand.
import { tickText } from "../charts/canvas";
import { boundsOf, plane, type PlanePanel, type PlanePoint } from "../charts/plane";
import { policyNumber } from "../charts/theme";
import type { Economics, Interval, Num, Text } from "../data";
import type { Block, Table, View } from "../section";
import { decimal, interval, isNumber, quantity, unitDivisor, unitLabel } from "../text/numbers";
import { filled } from "../text/words";
import { baselinePlace, capital, directionOf, side, titled, runAgain, withheldBecause } from "./beside";

const words = {
  heading: { en: "Do benefits grow with the money spent?", ko: "돈을 더 들인 만큼 편익이 늘어나나?" },
  both_more: {
    en: "{Name}: net benefit above that of {base}, also when benefits are valued cautiously ({cautious})",
    ko: "{name}의 순편익은 편익을 낮게 잡아도 {base}보다 크다({cautious})",
  },
  both_less: {
    en: "{Name}: net benefit below that of {base}, also when benefits are valued in full ({full})",
    ko: "{name}의 순편익은 편익을 모두 인정해도 {base}보다 작다({full})",
  },
  unclear: {
    en: "Whether the net benefit of {name} is above that of {base} cannot be told",
    ko: "{name}의 순편익이 {base}보다 큰지 판단할 수 없다",
  },
  depends: {
    en: "Net benefit of {name} against {base}: with benefits in full {first}; valued cautiously {second}",
    ko: "{name}의 순편익은 편익을 모두 인정하면 {base}보다 {first}, 낮게 잡으면 {second}",
  },
  first_more: { en: "higher ({money})", ko: "크지만({money})" },
  first_less: { en: "lower ({money})", ko: "작지만({money})" },
  first_unclear: { en: "it cannot be told", ko: "큰지 판단할 수 없고" },
  second_more: { en: "higher ({money})", ko: "크다({money})" },
  second_less: { en: "lower ({money})", ko: "작다({money})" },
  second_unclear: { en: "it cannot be told", ko: "판단할 수 없다" },
  subtitle: {
    en: "Differences from {base}, present values ({unit}, {rate}% a year, prices of {price}). Dots: replications of {name}. Badges: means.",
    ko: "{base} 대비 차이, 현재가치({unit}, 할인율 {rate}%, {price}년 가격). 점: {name}의 반복 하나하나, 네모: 정책별 평균",
  },
  subtitle_alone: {
    en: "Differences from {base}, present values ({unit}, {rate}% a year, prices of {price}). Badges: means.",
    ko: "{base} 대비 차이, 현재가치({unit}, 할인율 {rate}%, {price}년 가격). 네모: 정책별 평균",
  },
  cost_all: { en: "cost (public and firms) →", ko: "비용 차이(공공+기업) →" },
  cost_public: { en: "public cost →", ko: "공공 비용 차이 →" },
  benefit: { en: "↑ benefit", ko: "↑ 편익 차이" },
  caption: {
    en: "In the shaded part, above the dashed line, more is gained than paid. The two pictures have scales of their own upwards: the cautious one counts a part of the value added only. Without trade. Net benefit: benefit less public cost and costs of firms.",
    ko: "점선은 편익과 비용이 같은 곳이고, 그 위 색칠한 쪽에서는 더 낸 것보다 더 얻는다. 두 그림의 세로 눈금은 서로 다르다. ‘{cautious}’에서는 부가가치의 일부만 편익으로 센다. 무역 효과는 넣지 않았다. 순편익은 편익에서 공공 비용과 기업 부담을 뺀 값이다.",
  },
  firms_left_out: {
    en: "Costs of firms are not in this picture; net benefits in the title and the table include them.",
    ko: "기업이 부담하는 비용은 그림에 없다. 제목과 표의 순편익에는 들어 있다.",
  },
  thinned: { en: "{shown} of {all} replications are drawn.", ko: "반복 {all}회 가운데 {shown}회만 그렸다." },
  label: {
    en: "{title}. Costs to the right and benefits upwards, less {base}. {means}.",
    ko: "{title}. 가로는 비용, 세로는 편익의 {base} 대비 차이. {means}.",
  },
  mean_of: { en: "{name}: cost {cost}, benefit {benefit}", ko: "{name}: 비용 {cost}, 편익 {benefit}" },
  empty: {
    en: "The result file holds no costs and benefits that can be compared with today’s policy.",
    ko: "결과 파일에 현행 유지와 견줄 비용·편익이 없다.",
  },
  policy: { en: "Policy", ko: "정책" },
  public: { en: "Public cost", ko: "공공 비용" },
  firms: { en: "Costs of firms", ko: "기업 부담" },
  benefit_of: { en: "Benefit, {valuation}", ko: "편익, {valuation}" },
  net_of: { en: "Net benefit, {valuation}", ko: "순편익, {valuation}" },
} satisfies Record<string, Text>;

const wanted = ["full_value", "cautious"];
const most_dots = 600;

export function moneyWorth(view: View): Block {
  const { data, lang } = view;
  const economics = data.economics;
  const base = baselinePlace(data);
  const shown = economics ? valuationsOf(economics) : [];
  const panels = economics ? shown.map((at) => panelOf(view, economics, at)) : [];
  if (!economics || base < 0 || panels.every((panel) => panel.means.length === 0))
    return { kind: "empty", title: words.heading[lang], why: words.empty[lang], command: runAgain(data) };
  const unit = unitLabel("KRW thousand", lang, { scale: "standard" });
  const title = titleOf(view, economics);
  const name = side(view, view.policy);
  const values = {
    unit,
    rate: decimal(economics.discount_rate * 100, 1),
    price: data.study.price_year,
    base: side(view, base).inText,
    name: name.short,
  };
  const format = (value: number) => tickText(value, true);
  return {
    kind: "figure",
    id: "money-plane",
    title,
    subtitle: filled(name.baseline ? words.subtitle_alone : words.subtitle, lang, values),
    spec: plane(
      panels.map((panel, i) => ({ panel, bounds: boundsOf(everything(view, economics, shown[i]!)) })),
      { cost: words[economics.points.firm_cost ? "cost_all" : "cost_public"][lang], benefit: words.benefit[lang] },
      format,
      view,
    ),
    label: filled(words.label, lang, {
      title,
      base: values.base,
      means: panels[0]!.means.map((mean) => mean.tip.replaceAll("\n", ", ")).join("; "),
    }),
    table: tableOf(view, economics, shown),
    caption: captionOf(view, economics, panels[0]!),
  };
}

/** Places of the two valuations without trade; of another file its first two. */
function valuationsOf(economics: Economics): number[] {
  const known = wanted.map((id) => economics.valuations.findIndex((one) => one.id === id)).filter((at) => at >= 0);
  return known.length ? known : economics.valuations.slice(0, 2).map((_, at) => at);
}

/** Firms' costs are added where the page has them by replication; else public money alone. */
function costOf(economics: Economics, policy: number): Num {
  const paid = economics.public_cost.difference.mean[policy] ?? null;
  if (!economics.points.firm_cost) return paid;
  const firms = economics.firm_cost.difference.mean[policy] ?? null;
  return paid === null || firms === null ? null : paid + firms;
}

function cloudOf(view: View, economics: Economics, valuation: number, policy: number): PlanePoint[] {
  const unit = unitDivisor("KRW thousand", view.lang);
  const benefits = economics.points.benefit[valuation]?.[policy] ?? [];
  return (economics.points.cost[policy] ?? []).flatMap((paid, at) => {
    const firms = economics.points.firm_cost ? (economics.points.firm_cost[policy]?.[at] ?? null) : 0;
    const benefit = benefits[at] ?? null;
    if (paid === null || firms === null || benefit === null) return [];
    return [{ cost: (paid + firms) / unit, benefit: benefit / unit }];
  });
}

function meansOf(view: View, economics: Economics, valuation: number): PlanePanel["means"] {
  const { data, lang } = view;
  const unit = unitDivisor("KRW thousand", lang);
  const order = [...data.policies.keys()].filter((place) => place !== view.policy);
  return [view.policy, ...order].flatMap((place) => {
    const cost = costOf(economics, place);
    const benefit = economics.benefit[valuation]?.difference.mean[place] ?? null;
    const number = policyNumber(data, place);
    if (number === null || cost === null || benefit === null) return [];
    const one = side(view, place);
    const money = (value: number) => quantity(value, "KRW thousand", lang, { sign: true });
    const tip = filled(words.mean_of, lang, { name: titled(one), cost: money(cost), benefit: money(benefit) });
    return [{ cost: cost / unit, benefit: benefit / unit, badge: one.badge, colour: one.colour, on: `var:on-policy-${number}`, tip }];
  });
}

function panelOf(view: View, economics: Economics, valuation: number): PlanePanel {
  const policy = side(view, view.policy);
  const cloud = policy.baseline ? [] : cloudOf(view, economics, valuation, view.policy);
  const every = Math.max(1, Math.ceil(cloud.length / most_dots));
  return {
    title: capital(economics.valuations[valuation]!.label[view.lang]),
    means: meansOf(view, economics, valuation),
    cloud: cloud.filter((_, at) => at % every === 0),
    cloudColour: policy.colour,
  };
}

/** Means and the middle 98 % of the clouds of all policies: what the axes must hold. */
function everything(view: View, economics: Economics, valuation: number): PlanePoint[] {
  const clouds = view.data.policies.flatMap((policy, place) => {
    const cloud = policy.baseline ? [] : cloudOf(view, economics, valuation, place);
    const [costs, benefits] = [cloud.map((point) => point.cost), cloud.map((point) => point.benefit)].map(inner);
    return costs && benefits
      ? [
          { cost: costs[0], benefit: benefits[0] },
          { cost: costs[1], benefit: benefits[1] },
        ]
      : [];
  });
  return [...clouds, ...meansOf(view, economics, valuation)];
}

function inner(values: number[]): [number, number] | null {
  if (values.length === 0) return null;
  const sorted = [...values].sort((a, b) => a - b);
  const cut = Math.floor(sorted.length * 0.01);
  return [sorted[cut]!, sorted[sorted.length - 1 - cut]!];
}

/** By the 95 % intervals of the net benefit, costs of firms included. */
function titleOf(view: View, economics: Economics): string {
  const { data, lang } = view;
  const policy = side(view, view.policy);
  const net = wanted.map((id) => economics.net_present_value[economics.valuations.findIndex((one) => one.id === id)]?.difference);
  const [full, cautious] = net;
  if (
    policy.baseline ||
    !full ||
    !cautious ||
    !isNumber(full.mean[view.policy]) ||
    data.study.share_not_modelled > 0 ||
    withheldBecause(view)
  )
    return words.heading[lang];
  const [first, second] = [full, cautious].map((one) => directionOf(one.low[view.policy] ?? null, one.high[view.policy] ?? null));
  const money = (one: Interval) => quantity(one.mean[view.policy] ?? null, "KRW thousand", lang, { sign: true });
  const base = side(view, baselinePlace(data)).inText;
  const values = { full: money(full), cautious: money(cautious), name: policy.short, Name: capital(policy.short), base };
  const same = { more: words.both_more, less: words.both_less, unclear: words.unclear };
  if (first === second && first) return filled(same[first], lang, values);
  const clause = (at: "first" | "second", way: "more" | "less" | "unclear", of: Interval) =>
    filled(words[`${at}_${way}`], lang, { money: money(of) });
  return filled(words.depends, lang, { ...values, first: clause("first", first!, full), second: clause("second", second!, cautious) });
}

function captionOf(view: View, economics: Economics, panel: PlanePanel): string {
  const { lang } = view;
  const cautious = economics.valuations.find((one) => one.id === "cautious")?.label[lang] ?? "";
  const said = [filled(words.caption, lang, { cautious })];
  if (!economics.points.firm_cost) said.push(words.firms_left_out[lang]);
  const all = economics.points.cost[view.policy]?.length ?? 0;
  if (panel.cloud.length > 0 && all > most_dots) said.push(filled(words.thinned, lang, { shown: panel.cloud.length, all }));
  return said.join(" ");
}

function tableOf(view: View, economics: Economics, shown: number[]): Table {
  const { data, lang } = view;
  const unit = unitLabel("KRW thousand", lang);
  const cell = (of: Interval | undefined, place: number): string => {
    const mean = of?.mean[place] ?? null;
    if (!of || mean === null) return "–";
    const digits = 2;
    return `${quantity(mean, "KRW thousand", lang, { bare: true, sign: true, digits })} (${interval(of.low[place] ?? null, of.high[place] ?? null, "KRW thousand", lang, { digits })})`;
  };
  const columns = [
    { label: words.public[lang], of: economics.public_cost.difference },
    { label: words.firms[lang], of: economics.firm_cost.difference },
    ...shown.flatMap((at) => {
      const valuation = economics.valuations[at]!.label[lang];
      return [
        { label: filled(words.benefit_of, lang, { valuation }), of: economics.benefit[at]?.difference },
        { label: filled(words.net_of, lang, { valuation }), of: economics.net_present_value[at]?.difference },
      ];
    }),
  ];
  return {
    columns: [
      { label: words.policy[lang], numeric: false },
      ...columns.map((one) => ({ label: `${one.label} (${unit}, 95%)`, numeric: true })),
    ],
    rows: data.policies.flatMap((policy, place) =>
      policy.baseline ? [] : [[titled(side(view, place)), ...columns.map((one) => cell(one.of, place))]],
    ),
  };
}
