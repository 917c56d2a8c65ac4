// SPDX-License-Identifier: Apache-2.0
// What was varied, and where the result comes from.
import type { Lang, ReportData, Text } from "../data";
import type { Sweep } from "../sweep_data";
import type { Block, Section, SectionContent, TableBlock, View } from "../section";
import { designWords } from "../text/designs";
import { decimal, nothing } from "../text/numbers";
import { filled, knowledgeWords } from "../text/words";
import { couldBe, parameterUnit } from "./parameter_text";
import { capital } from "./wrong_parts";

const words = {
  lead: {
    en: "{n} assumptions were varied over {points} design points. At the reference point nothing is changed.",
    ko: "가정 {n}개를 설계점 {points}개에서 바꾸었다. 기준점에서는 아무것도 바꾸지 않는다.",
  },
  one: { en: "One assumption was varied over {points} design points. At the reference point nothing is changed.", ko: "가정 하나를 설계점 {points}개에서 바꾸었다. 기준점에서는 아무것도 바꾸지 않는다." },
  together: {
    en: "Some move together and count as one: {which}.",
    ko: "함께 움직여 하나로 친 가정: {which}.",
  },
  factors: { en: "What was varied", ko: "바꾼 가정" },
  factors_sub: { en: "Parameters of the scenario and settings of policies’ levers, with what each could be", ko: "시나리오의 매개변수와 정책 수단의 설정, 그리고 각각의 가능한 값" },
  label: { en: "Assumption", ko: "가정" },
  could_be: { en: "What it could be", ko: "가능한 값" },
  unit: { en: "Unit", ko: "단위" },
  path: { en: "Name in the scenario", ko: "시나리오의 이름" },
  command: { en: "The commands that make this again", ko: "이 결과를 다시 만드는 명령" },
  command_note: {
    en: "The sweep’s folder and the result itself hold the study (study.toml) and the scenario as it was in effect. The same study, scenario and engine give the same fingerprint, for any number of threads.",
    ko: "스윕 폴더와 결과 파일에 스윕 설정(study.toml)과 적용 시나리오가 들어 있다. 설정, 시나리오, 엔진이 같으면 스레드 수와 상관없이 지문이 같다.",
  },
  provenance: { en: "Provenance", ko: "출처와 판" },
  what: { en: "What", ko: "항목" },
  value: { en: "Value", ko: "값" },
  file: { en: "Result file", ko: "결과 파일" },
  design: { en: "Design", ko: "실험설계" },
  points: { en: "Design points, and the reference", ko: "설계점, 기준점 별도" },
  replications: { en: "Replications per policy and point", ko: "설계점·정책마다 반복" },
  failed: { en: "Failed worlds", ko: "실패한 세계" },
  of: { en: "{failed} of {all}", ko: "{all}개 중 {failed}개" },
  version: { en: "Version", ko: "판" },
  engine: { en: "Engine, result format", ko: "엔진, 결과 형식" },
  knowledge: { en: "What is known", ko: "정보 기준" },
  seed: { en: "Seed", ko: "난수 시드" },
  fingerprint: { en: "Fingerprint over all points", ko: "전체 설계점 지문" },
  scenario_hash: { en: "Scenario hash", ko: "시나리오 해시" },
  content_hash: { en: "Content hash", ko: "내용 해시" },
} satisfies Record<string, Text>;

export const sweepList: Section = {
  id: "sweep_list",
  title: { en: "What was varied?", ko: "무엇을 바꾸었나?" },
  build,
};

function build(view: View): SectionContent {
  const { data, lang } = view;
  if (!data.sweep) return { lead: "", blocks: [] };
  const blocks: Block[] = [
    factorTable(data.sweep, lang),
    { kind: "commands", title: words.command[lang], lines: [data.study.command, "coopsim report again -o page.html"], note: words.command_note[lang] },
    provenanceTable(data, data.sweep, lang),
  ];
  return { lead: leadOf(data.sweep, lang), blocks };
}

function leadOf(sweep: Sweep, lang: Lang): string {
  const n = sweep.factors.length;
  const said = [filled(n === 1 ? words.one : words.lead, lang, { n, points: decimal(sweep.points, 0) })];
  const together = sweep.axes.filter((axis) => axis.factors.length > 1).map((axis) => axis.id);
  if (together.length > 0) said.push(filled(words.together, lang, { which: together.join("; ") }));
  return said.join(" ");
}

function factorTable(sweep: Sweep, lang: Lang): TableBlock {
  return {
    kind: "table",
    id: "sweep_factor_table",
    title: words.factors[lang],
    subtitle: words.factors_sub[lang],
    table: {
      columns: [words.label, words.could_be, words.unit, words.path].map((text) => ({ label: text[lang], numeric: false })),
      rows: sweep.factors.map((factor) => [
        labelOf(factor.label[lang], factor.path),
        couldBe(factor.could_be, lang) || nothing,
        parameterUnit(factor.unit, lang) || null,
        factor.path,
      ]),
    },
  };
}

const labelOf = (label: string, path: string) => (label.trim() === "" || label === path ? path : capital(label));

function provenanceTable(data: ReportData, sweep: Sweep, lang: Lang): TableBlock {
  const { study } = data;
  const worlds = (sweep.points + 1) * data.policies.length * study.replications;
  const rows: [Text, string][] = [
    [words.file, study.file],
    [words.design, capital(designWords(sweep, lang))],
    [words.points, decimal(sweep.points, 0)],
    [words.replications, decimal(study.replications, 0)],
    [words.failed, filled(words.of, lang, { failed: decimal(study.failed_worlds, 0), all: decimal(worlds, 0) })],
    [words.knowledge, knowledgeWords(study.knowledge, lang)],
    [words.version, study.coopsim_version.replace(/^coopsim | \(.*\)$/g, "")],
    [words.engine, `${study.engine_version}, ${study.format_version}`],
    [words.seed, String(study.seed)],
    [words.fingerprint, study.fingerprint],
    [words.scenario_hash, study.scenario_hash],
    [words.content_hash, study.content_hash],
  ];
  return {
    kind: "table",
    id: "sweep_provenance",
    title: words.provenance[lang],
    table: {
      columns: [words.what, words.value].map((text) => ({ label: text[lang], numeric: false })),
      rows: rows.map(([what, value]) => [what[lang], value || nothing]),
    },
  };
}
