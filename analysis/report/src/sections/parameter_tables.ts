// SPDX-License-Identifier: Apache-2.0
// Parameters as tables: those that this study sets otherwise than the model's default first, the
// rest folded by part of the model. Rows that rest on grade C or D are tinted.
import type { Lang, Parameter, ReportData, Text } from "../data";
import type { Table, TableBlock } from "../section";
import { confidenceWords, filled, isWeak } from "../text/words";
import { lawText } from "./parameter_text";
import { unitBeside, valueText } from "./parameter_values";
import { capital } from "./wrong_parts";

/** Tables of more rows are folded from here on. */
const most_open = 40;
/** Letters of a value; longer ones, as paths over years, are set as text. */
const most_numeric = 16;

const words = {
  differs: { en: "Set otherwise than the model’s default", ko: "모형의 기본값과 다르게 둔 값" },
  differs_sub: {
    en: "{n} parameters, {weak} of them with evidence of grade C or D (tinted). Sources: F article, E external text, K correction, [S] no source found; all in docs/model.md",
    ko: "매개변수 {n}개, 그중 근거등급 C·D {weak}개(옅은 바탕). 출처: F 기사, E 외부 자료, K 수정한 값, [S] 근거를 찾지 못한 가정. 자세한 목록은 docs/model.md",
  },
  accounts: { en: "Money of the accounts: {n} values that the study states", ko: "계정별 예산: 이 연구가 정한 값 {n}개" },
  more: { en: "Further values that differ from the default", ko: "기본값과 다른 나머지 값" },
  rest: { en: "{section}: {n} at their default, {weak} of grade C or D", ko: "{section}: 기본값 그대로 {n}개, C·D등급 {weak}개" },
  label: { en: "Assumption", ko: "가정" },
  value: { en: "Value here", ko: "이 연구의 값" },
  usual: { en: "Default", ko: "기본값" },
  unit: { en: "Unit", ko: "단위" },
  source: { en: "Source", ko: "출처" },
  confidence: { en: "Kind of source", ko: "출처 종류" },
  grade: { en: "Evidence", ko: "근거등급" },
  uncertain: { en: "Thought possible", ko: "생각할 수 있는 범위" },
  name: { en: "Name in the scenario", ko: "시나리오의 이름" },
} satisfies Record<string, Text>;

export function differingTables(data: ReportData, lang: Lang): TableBlock[] {
  const all = data.parameters.filter(isDiffering);
  if (all.length === 0) return [];
  const accounts = all.filter(isAccount);
  const judged = all.filter((parameter) => !isAccount(parameter));
  const subtitle = filled(words.differs_sub, lang, { n: judged.length, weak: weakOf(judged) });
  const folded = (id: string, title: string, parameters: Parameter[]): TableBlock[] =>
    parameters.length > 0 ? [{ ...block(id, title, parameters, true, lang), folded: true }] : [];
  return [
    ...(judged.length > 0 ? [{ ...block("differs", words.differs[lang], judged.slice(0, most_open), true, lang), subtitle }] : []),
    ...folded("differs_more", words.more[lang], judged.slice(most_open)),
    ...folded("accounts", filled(words.accounts, lang, { n: accounts.length }), accounts),
  ];
}

/** An account's own name where its parameters are all called alike. */
function nameOf(parameter: Parameter, lang: Lang): string {
  const label = parameter.label[lang] || parameter.path;
  return isAccount(parameter) ? `${parameter.section[lang]}: ${label}` : label;
}

/** An empty list is what no value at all is. */
export const isDiffering = (parameter: Parameter) =>
  parameter.differs && !(parameter.value === "[]" && parameter.default === "");

/** Money of accounts is long and plain: it is folded, behind what somebody had to judge. */
const isAccount = (parameter: Parameter) => parameter.path.startsWith("budget.account.");

export function restTables(data: ReportData, lang: Lang): TableBlock[] {
  const groups = new Map<string, Parameter[]>();
  for (const parameter of data.parameters.filter((one) => !isDiffering(one))) {
    const key = parameter.path.split(".")[0] ?? "";
    groups.set(key, [...(groups.get(key) ?? []), parameter]);
  }
  return [...groups].map(([key, parameters]) => {
    const section = sectionOf(key, parameters, lang);
    const title = filled(words.rest, lang, { section, n: parameters.length, weak: weakOf(parameters) });
    return { ...block(`rest_${key}`, title, parameters, false, lang), folded: true };
  });
}

/** Of the parameter that lies nearest to the table itself: "training", not "training.A2". */
function sectionOf(key: string, parameters: Parameter[], lang: Lang): string {
  const depth = (parameter: Parameter) => parameter.path.split(".").length;
  const nearest = parameters.reduce((best, one) => (depth(one) < depth(best) ? one : best));
  return capital(nearest.section[lang] || key);
}

const weakOf = (parameters: Parameter[]) => parameters.filter((parameter) => isWeak(parameter.grade)).length;

function block(id: string, title: string, parameters: Parameter[], withDefault: boolean, lang: Lang): TableBlock {
  return {
    kind: "table",
    id: `parameters_${id}`,
    title,
    table: tableOf(parameters, withDefault, lang),
    tones: parameters.map((parameter) => (isWeak(parameter.grade) ? "weak" : null)),
  };
}

function tableOf(parameters: Parameter[], withDefault: boolean, lang: Lang): Table {
  const numeric = parameters.every(({ value, default: usual }) => [value, usual].every((text) => valueText(text, lang).length <= most_numeric));
  const drawn = parameters.some((parameter) => parameter.uncertain !== "");
  const columns = ["label", "value", ...(withDefault ? ["usual"] : []), "unit", ...(drawn ? ["uncertain"] : []), "grade", "confidence", "source", "name"] as const;
  return {
    columns: columns.map((id) => ({ label: words[id as keyof typeof words][lang], numeric: numeric && (id === "value" || id === "usual") })),
    rows: parameters.map((parameter) => {
      const cells: Record<string, string | null> = {
        label: nameOf(parameter, lang),
        value: valueText(parameter.value, lang),
        usual: valueText(parameter.default, lang),
        unit: unitBeside(parameter.value, parameter.unit, lang) || null,
        uncertain: parameter.uncertain ? lawText(parameter.uncertain, lang) : null,
        grade: parameter.grade || null,
        confidence: confidenceWords(parameter.confidence, lang) || null,
        source: parameter.source || null,
        name: parameter.path,
      };
      return columns.map((id) => cells[id] ?? null);
    }),
  };
}
