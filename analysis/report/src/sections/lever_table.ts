// SPDX-License-Identifier: Apache-2.0
// What each policy sets otherwise than today's: the only cause of every difference in the report.
import { medium } from "../charts/theme";
import type { Lang, Policy, ReportData, Text } from "../data";
import type { TableBlock, View } from "../section";
import { withParticle } from "../text/particles";
import { filled, shortNames, today } from "../text/words";
import { leverName } from "./lever_names";
import { settingText } from "./parameter_values";

const words = {
  title: { en: "In what the policies differ", ko: "정책마다 다른 것" },
  subtitle: {
    en: "Only these levers differ between the policies; firms, money before the policies and chance are the same in all",
    ko: "정책 사이에 다른 것은 이 수단뿐이다. 기업, 정책 이전의 예산, 우연은 모든 정책이 같다",
  },
  stress: { en: " (stress case)", ko: " (충격 사례)" },
  same: { en: "as {policy}", ko: "{policy_gwa} 같음" },
  policy: { en: "Policy", ko: "정책" },
  lever: { en: "Lever", ko: "수단" },
  value: { en: "Set to", ko: "이 정책의 값" },
  none: { en: "nothing: as today", ko: "없음: 현행과 같음" },
  name: { en: "Name in the scenario", ko: "시나리오의 이름" },
} satisfies Record<string, Text>;

/** On a phone without the names of the scenario, for which there is no room. */
export function leverTable({ data, lang, width, printing }: View): TableBlock | null {
  const others = data.policies.filter((policy) => !policy.baseline);
  if (others.length === 0) return null;
  const names = shortNames(data.policies, lang);
  const said = data.policies.some((policy) => policy.settings.some((setting) => setting.baseline !== null));
  const all = data.policies.flatMap((policy, place) => (policy.baseline ? [] : rowsOf(data, place, names, said, lang)));
  const heads = [words.policy[lang], words.lever[lang], words.value[lang], ...(said ? [today.title[lang]] : []), words.name[lang]];
  const shown = medium({ width, printing }) === "phone" ? heads.length - 1 : heads.length;
  const rows = all.map((row) => row.slice(0, shown));
  const columns = heads.slice(0, shown);
  return {
    kind: "table",
    id: "levers",
    title: words.title[lang],
    subtitle: words.subtitle[lang],
    table: { columns: columns.map((label) => ({ label, numeric: false })), rows },
  };
}

/** The policy stands in each of its rows: a row without its name says nothing to who hears it. */
function rowsOf(data: ReportData, place: number, names: string[], withBaseline: boolean, lang: Lang): (string | null)[][] {
  const policy = data.policies[place] as Policy;
  const title = (names[place] ?? policy.id) + (policy.stress ? words.stress[lang] : "");
  if (policy.settings.length === 0) return [[title, words.none[lang], null, ...(withBaseline ? [null] : []), policy.id]];
  const blank = withBaseline ? [null] : [];
  const shared = sharedWith(data, place);
  const same = [...shared].map(([other, levers]) => [
    levers.map((lever) => leverName(lever, lang)).join(", "),
    filled(words.same, lang, { policy: names[other] ?? "", policy_gwa: withParticle(names[other] ?? "", "과/와") }),
    ...blank,
    policy.id,
  ]);
  const said = [...shared.values()].flat();
  const own = policy.settings
    .filter(({ lever }) => !said.includes(lever))
    .map(({ lever, value, baseline }) => [
      leverName(lever, lang),
      value === null ? null : settingText(value, lang),
      ...(withBaseline ? [baseline === null ? null : settingText(baseline, lang)] : []),
      `${policy.id}.${lever}`,
    ]);
  return [...same, ...own].map((row) => [title, ...row]);
}

/** Levers that an earlier policy sets alike, by its place: they are said once. */
function sharedWith(data: ReportData, place: number): Map<number, string[]> {
  const found = new Map<number, string[]>();
  for (const { lever, value } of data.policies[place]?.settings ?? []) {
    const first = data.policies
      .slice(0, place)
      .findIndex((policy) => !policy.baseline && policy.settings.some((one) => one.lever === lever && one.value === value));
    if (value !== null && first >= 0) found.set(first, [...(found.get(first) ?? []), lever]);
  }
  return found;
}
