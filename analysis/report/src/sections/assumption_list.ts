// SPDX-License-Identifier: Apache-2.0
// Section 8, "assumptions": what went in, with where it comes from and how good that evidence is;
// and how to compute the same result again.
import type { Lang, ReportData, Text } from "../data";
import type { Block, Section, SectionContent, View } from "../section";
import { filled, isWeak } from "../text/words";
import { leverTable } from "./lever_table";
import { differingTables, isDiffering, restTables } from "./parameter_tables";
import { provenance } from "./provenance";

const words = {
  weak: {
    en: "{weak} of {all} assumptions have evidence of grade C or D: weak, mixed, or none.",
    ko: "가정 {all}개 가운데 {weak}개는 근거등급이 C나 D다. 근거가 약하거나 엇갈리거나 없다는 뜻이다.",
  },
  no_weak: { en: "All {all} assumptions have evidence of grade A or B.", ko: "가정 {all}개 모두 근거등급이 A나 B다." },
  none: { en: "This result does not say what went in.", ko: "이 결과에는 무엇을 넣었는지가 없다." },
  order: {
    en: "What the policies set comes first, then the {differs} values that differ from the model’s default; the other {rest} are folded below.",
    ko: "정책마다 다른 수단을 먼저, 모형의 기본값과 다른 값 {differs}개를 그다음에 싣는다. 나머지 {rest}개는 아래에 부문별로 접혀 있다.",
  },
  none_title: { en: "No parameters in this file", ko: "이 파일에는 매개변수가 없다" },
  none_why: {
    en: "The result was written without its scenario; the scenario file says what went in.",
    ko: "시나리오 없이 쓴 결과 파일이다. 무엇을 넣었는지는 시나리오 파일에 있다.",
  },
} satisfies Record<string, Text>;

export const assumptionList: Section = {
  id: "assumption_list",
  title: { en: "What was assumed?", ko: "무엇을 가정했나?" },
  build,
};

function build(view: View): SectionContent {
  const { data, lang } = view;
  const levers = leverTable(view);
  const parameters: Block[] =
    data.parameters.length > 0
      ? [...differingTables(data, lang), ...restTables(data, lang)]
      : [{ kind: "empty", title: words.none_title[lang], why: words.none_why[lang], command: "coopsim check SCENARIO" }];
  return { lead: leadOf(data, lang), blocks: [...(levers ? [levers] : []), ...parameters, ...provenance(data, lang)] };
}

function leadOf(data: ReportData, lang: Lang): string {
  const all = data.parameters.length;
  if (all === 0) return words.none[lang];
  const weak = data.parameters.filter((parameter) => isWeak(parameter.grade)).length;
  const differs = data.parameters.filter(isDiffering).length;
  return [weak > 0 ? words.weak : words.no_weak, words.order]
    .map((text) => filled(text, lang, { weak, all, differs, rest: all - differs }))
    .join(" ");
}
