// SPDX-License-Identifier: Apache-2.0
// What each policy sets otherwise than today's: the only cause of every difference in the report.
import { medium } from "../charts/theme";
import type { Lang, Policy, Text } from "../data";
import type { TableBlock, View } from "../section";
import { shortNames, today } from "../text/words";
import { leverName } from "./lever_names";
import { valueText } from "./parameter_tables";

const words = {
  title: { en: "In what the policies differ", ko: "정책마다 다른 것" },
  subtitle: {
    en: "Only these levers differ between the policies; firms, money before the policies and chance are the same in all",
    ko: "정책 사이에 다른 것은 이 수단뿐이다. 기업, 정책 이전의 예산, 우연은 모든 정책이 같다",
  },
  stress: { en: " (stress case)", ko: " (충격 사례)" },
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
  const all = data.policies.flatMap((policy, place) => (policy.baseline ? [] : rowsOf(policy, names[place] ?? policy.id, said, lang)));
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

/** The policy stands in its first row only, so that its rows read as one. */
function rowsOf(policy: Policy, name: string, withBaseline: boolean, lang: Lang): (string | null)[][] {
  const title = name + (policy.stress ? words.stress[lang] : "");
  if (policy.settings.length === 0) return [[title, words.none[lang], null, ...(withBaseline ? [null] : []), policy.id]];
  return policy.settings.map((setting, at) => [
    at === 0 ? title : null,
    leverName(setting.lever, lang),
    setting.value === null ? null : valueText(setting.value),
    ...(withBaseline ? [setting.baseline === null ? null : valueText(setting.baseline)] : []),
    `${policy.id}.${setting.lever}`,
  ]);
}
