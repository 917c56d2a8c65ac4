// SPDX-License-Identifier: Apache-2.0
// For tests: targets of the past and what went in.
import type { Num, Parameter, Score, Text } from "../data";

type Target = [id: string, en: string, ko: string, metric: string | null, first: number | null, last: number | null,
  target: number, least: Num, most: Num, mean: Num, kind: Score["kind"]]; // prettier-ignore

// prettier-ignore
const targets: Target[] = [
  ["trainees_1993_2006", "Trainees, 1993 to 2006", "연수생 합계, 1993~2006년", "trainees_returned", 1993, 2006, 3863, 3747, 3979, 3871, "calibrated"],
  ["technicians_1994", "Site technicians, 1994", "현장기술자, 1994년", "site_technicians", 1994, 1994, 204, 163, 245, 203, "held_out"],
  ["technicians_1996", "Site technicians, 1996", "현장기술자, 1996년", "site_technicians", 1996, 1996, 243, 194, 292, 231, "held_out"],
  ["cases_1993_2006", "Trade and investment cases, 1993 to 2006", "무역·투자 협력 건수, 1993~2006년", "contracts", 1993, 2006, 160, 134, 186, 157, "calibrated"],
  ["advisers_2015", "Advisers in the database, 2015", "퇴직기술자 DB 등록자, 2015년", "advisers_available", 2015, 2015, 541, 487, 595, 548, "held_out"],
  ["dispatches_2008", "Dispatches of advisers, 2008", "기술고문 파견 기업, 2008년", "engagements_started", 2008, 2008, 12, 9, 15, 26, "held_out"],
  ["budget_2006", "All appropriations, 2006", "예산 총액, 2006년", "budget_appropriated", 2006, 2006, 9e6, 9e6, 9e6, 9e6, "identity"],
  ["deficit_share", "Programme share of the deficit", "무역적자 대비 사업 효과", "programme_share_of_deficit", 2007, 2016, 2, null, 2, 0.3, "bound"],
  ["alliances_known", "Alliances that are known", "알려진 제휴", null, null, null, 20, 10, 30, null, "bound"],
];

export function madeUpScorecard(): Score[] {
  return targets.map(([id, en, ko, metric, first_year, last_year, target, least, most, mean, kind]) => ({
    id,
    what: { en, ko },
    metric,
    policy: "status_quo",
    first_year,
    last_year,
    target,
    least,
    most,
    mean,
    low: mean === null ? null : mean * (kind === "identity" ? 1 : 0.985),
    high: mean === null ? null : mean * (kind === "identity" ? 1 : 1.015),
    kind,
    verdict: mean === null ? "not_in_file" : mean >= (least ?? -Infinity) && mean <= (most ?? Infinity) ? "within" : "missed",
  }));
}

const advice: Text = { en: "Retired engineers as advisers", ko: "퇴직기술자 지도" };
const learning: Text = { en: "Learning of firms", ko: "기업의 학습" };
const training: Text = { en: "Training in Japan", ko: "일본연수" };

type Row = [path: string, section: Text, en: string, ko: string, unit: string, value: string, usual: string,
  source: string, confidence: string, grade: string, uncertain: string]; // prettier-ignore

// prettier-ignore
const rows: Row[] = [
  ["advice.need_rate", advice, "need rate", "지도 수요율", "1/year", "0.015", "0.015", "[S]", "assumption", "D", "{ triangular = [0.0075, 0.015, 0.03] }"],
  ["advice.tries", advice, "tries", "매칭 시도 횟수", "1", "2", "2", "[S]", "assumption", "", ""],
  ["advice.patience_months", advice, "patience", "대기 한도", "month", "9", "6", "[S]", "assumption", "D", ""],
  ["advice.visit_days", advice, "visit days", "월 지도일수", "day/month", "4", "4", "[S]", "assumption", "", ""],
  ["advice.renewal", advice, "renewal", "재계약 확률", "1", "0.3", "0.3", "[S]", "assumption", "D", "{ triangular = [0.1, 0.3, 0.5] }"],
  ["learning.eta_training", learning, "learning rate: training", "학습률: 연수", "1", "0.1", "0.1", "[S]", "assumption", "D", "{ triangular = [0.03, 0.1, 0.2] }"],
  ["learning.practice_decay", learning, "decay of practice", "현장관리 망각률", "1/year", "0.089", "0.089", "E4", "external", "B", "{ triangular = [0, 0.089, 0.15] }"],
  ["learning.skill_decay", learning, "decay of expertise", "전문성 망각률", "1/year", "0.05", "0.05", "E7", "external", "C", "{ triangular = [0, 0.05, 0.3] }"],
  ["learning.productivity_of_practice", learning, "productivity of practice", "현장관리의 생산성 효과", "1", "0.45", "0.45", "E2", "external", "A", "{ triangular = [0.4, 0.45, 0.6] }"],
  ["training.quit_rate", training, "quitting", "이직률", "1/year", "0.117", "0.1", "E9", "external", "B", "{ triangular = [0.05, 0.117, 0.25] }"],
  ["training.A2.unit_cost", training, "unit cost of a seat, A2", "1인당 단가(A2)", "KRW", "13 000 000 KRW", "13 000 000 KRW", "F12", "article", "A", ""],
];

export function madeUpParameters(): Parameter[] {
  return rows.map(([path, section, en, ko, unit, value, usual, source, confidence, grade, uncertain]) => ({
    path,
    section,
    label: { en, ko },
    unit,
    value,
    default: usual,
    differs: value !== usual,
    source,
    confidence,
    grade,
    uncertain,
  }));
}
