// SPDX-License-Identifier: Apache-2.0
// For tests: categories of the axes, and the parameters that nobody knows.
import type { Axes, Named, Text, Unknown } from "../data";

const named = (id: string, en: string, ko: string): Named => ({ id, label: { en, ko } });
const groupOf = (id: string) => (id === "head_office" ? "" : id.charAt(0));
const partners: Record<string, Text> = {
  capital: { en: "Kanto", ko: "간토" },
  daegu: { en: "Chubu", ko: "주부" },
  busan: { en: "Kyushu", ko: "규슈" },
  daejeon: { en: "Tohoku", ko: "도호쿠" },
  other: { en: "Kinki and others", ko: "긴키 등" },
};

// prettier-ignore
const accounts = [
  named("A1", "Engineers' specialist course", "기술자 전문연수"),
  named("A2", "Site technicians' training", "현장기술자 연수"),
  named("A3", "Middle managers' training", "중견간부 연수"),
  named("A4", "Executives' training", "경영자 연수"),
  named("A5", "Association courses", "업종별 연수"),
  named("A6", "Long technical training", "장기 기술연수"),
  named("B1", "Machine parts cooperation", "기계부품협력"),
  named("B2", "Automobile parts cooperation", "자동차부품협력"),
  named("B3", "Mould cooperation", "금형협력"),
  named("B4", "Optics cooperation", "광학협력"),
  named("B5", "Dyeing cooperation", "염색협력"),
  named("B6", "Metrology cooperation", "계량·측정협력"),
  named("B7", "Retired engineers as advisers", "퇴직기술자 지도"),
  named("B8", "Monozukuri study groups", "모노쓰쿠리 연구회 교류"),
  named("B9", "Electronic parts cooperation", "전자부품협력"),
  named("B10", "Metals and chemicals cooperation", "금속·화학소재 협력"),
  named("B11", "Productivity guidance", "생산성향상 지도"),
  named("C1", "Outsourcing centre", "일본아웃소싱센터"),
  named("C2", "Consultation meetings", "상담회"),
  named("C3", "Exhibitions", "전시회"),
  named("C4", "Trade and investment missions", "무역·투자협력"),
  named("C5", "Enterprise research centre and site", "일본기업연구센터·JABIS"),
  named("C6", "Regional meetings and clusters", "지역경제교류회의·클러스터"),
  named("C7", "Only-One discovery and alliances", "온리원 발굴·전략적 제휴"),
  named("C8", "Overseas base", "해외거점"),
  named("head_office", "Head office", "본부"),
];
// prettier-ignore
const regions = [
  named("capital", "Capital area", "수도권"),
  named("daegu", "Daegu and Gyeongbuk", "대구·경북"),
  named("busan", "Busan, Ulsan and Gyeongnam", "부산·울산·경남"),
  named("daejeon", "Daejeon and Chungnam", "대전·충남"),
  named("other", "Other regions", "그 밖"),
];

// prettier-ignore
export const axes: Axes = {
  year: Array.from({ length: 24 }, (_, at) => 1993 + at),
  account: accounts.map((account) => ({ ...account, group: groupOf(account.id) })),
  region: regions.map((region) => ({ ...region, partner: partners[region.id]! })),
  sector: [
    named("machinery", "machinery", "기계"),
    named("electronics", "electronics", "전자"),
    named("metals", "metals", "금속"),
    named("automobile", "automobile", "자동차"),
    named("chemicals", "chemicals", "화학"),
    named("moulds", "moulds and dies", "금형"),
    named("dyeing", "dyeing", "염색"),
    named("optics", "optics", "광학"),
    named("metrology", "metrology", "계량·측정"),
  ],
  size_class: [
    named("5-9", "5 to 9 staff", "5-9인"),
    named("10-49", "10 to 49 staff", "10-49인"),
    named("50-99", "50 to 99 staff", "50-99인"),
    named("100-299", "100 to 299 staff", "100-299인"),
  ],
  service: [
    named("served", "served firms", "수혜기업"),
    named("unserved", "firms never served", "비수혜기업"),
  ],
  course: [
    named("A1", "Engineers' specialist course", "기술자 전문연수"),
    named("A2", "Site technicians' training", "현장기술자 연수"),
    named("A3", "Middle managers' training", "중견간부 연수"),
    named("A4", "Executives' training", "경영자 연수"),
    named("A5", "Association courses", "업종별 연수"),
    named("A6", "Long technical training", "장기 기술연수"),
  ],
  field: [
    named("B1", "Machine parts cooperation", "기계부품협력"),
    named("B2", "Automobile parts cooperation", "자동차부품협력"),
    named("B3", "Mould cooperation", "금형협력"),
    named("B4", "Optics cooperation", "광학협력"),
    named("B5", "Dyeing cooperation", "염색협력"),
    named("B6", "Metrology cooperation", "계량·측정협력"),
    named("B9", "Electronic parts cooperation", "전자부품협력"),
    named("B10", "Metals and chemicals cooperation", "금속·화학소재 협력"),
    named("B11", "Productivity guidance", "생산성향상 지도"),
  ],
  channel: [
    named("C1", "Outsourcing centre", "일본아웃소싱센터"),
    named("C2", "Consultation meetings", "상담회"),
    named("C3", "Exhibitions", "전시회"),
    named("C4", "Trade and investment missions", "무역·투자협력"),
    named("C7", "Only-One discovery and alliances", "온리원 발굴·전략적 제휴"),
  ],
  effect_class: [
    named("below_0", "below 0", "0 미만"),
    named("0", "exactly 0", "0"),
    named("0-1", "above 0, up to 1 %", "0 초과 1% 이하"),
    named("1-3", "1 to 3 %", "1-3%"),
    named("3-6", "3 to 6 %", "3-6%"),
    named("6-10", "6 to 10 %", "6-10%"),
    named("over_10", "over 10 %", "10% 초과"),
  ],
};

type Row = [id: string, en: string, ko: string, unit: string, section: string, law: string, usual: string, grade: string];

// prettier-ignore
const unknownRows: Row[] = [
  ["firms.frontier_growth", "frontier growth", "일본 기술 선도 증가율", "1/year", "firms", "{ triangular = [0, 0.01, 0.02] }", "0.01", "D"],
  ["firms.catch_up_later", "autonomous catch-up from 2007", "자율 추격률(2007년부터)", "1/year", "firms", "{ triangular = [0, 0.02, 0.1] }", "0.02", "D"],
  ["learning.eta_training", "learning rate: training", "학습률: 연수", "1", "learning", "{ triangular = [0.03, 0.1, 0.2] }", "0.1", "D"],
  ["learning.eta_advice", "learning rate: advice", "학습률: 기술지도", "1", "learning", "{ triangular = [0.045, 0.15, 0.3] }", "0.15", "D"],
  ["learning.dose_training_days", "training dose", "연수 학습량 척도", "day", "learning", "{ triangular = [15, 30, 60] }", "30", "D"],
  ["learning.dose_advice_days", "advice dose", "지도 학습량 척도", "day", "learning", "{ triangular = [7.5, 15, 30] }", "15", "D"],
  ["learning.core_access", "access to core technology", "핵심기술 접근 확률", "1", "learning", "{ triangular = [0.03, 0.09, 0.25] }", "0.09", "C"],
  ["learning.conventional_level", "conventional technology", "일반기술 수준", "1", "learning", "{ triangular = [0.8, 0.9, 0.97] }", "0.9", "D"],
  ["learning.practice_training", "practice from training", "연수의 현장관리 효과", "1", "learning", "{ triangular = [0.005, 0.02, 0.03] }", "0.02", "B"],
  ["learning.practice_advice", "practice from advice", "기술지도의 현장관리 효과", "1", "learning", "{ triangular = [0.04, 0.1, 0.15] }", "0.1", "B"],
  ["learning.embedded_share", "embedded share", "조직 내재화 비율", "1", "learning", "{ triangular = [0.2, 0.5, 0.8] }", "0.5", "D"],
  ["learning.practice_decay", "decay of practice", "현장관리 망각률", "1/year", "learning", "{ triangular = [0, 0.089, 0.15] }", "0.089", "B"],
  ["learning.skill_decay", "decay of expertise", "전문성 망각률", "1/year", "learning", "{ triangular = [0, 0.05, 0.3] }", "0.05", "C"],
  ["learning.socialisation_rate", "socialisation", "사내 전수율", "1/year", "learning", "{ triangular = [0.2, 0.7, 1.5] }", "0.7", "D"],
  ["learning.productivity_of_practice", "productivity of practice", "현장관리의 생산성 효과", "1", "learning", "{ triangular = [0.4, 0.45, 0.6] }", "0.45", "A"],
  ["learning.productivity_of_technology", "productivity of technology", "기술수준의 생산성 효과", "1", "learning", "{ triangular = [0.2, 0.5, 1] }", "0.5", "D"],
  ["training.quit_rate", "quitting", "이직률", "1/year", "training", "{ triangular = [0.05, 0.117, 0.25] }", "0.117", "B"],
  ["advice.interest_loss", "loss of interest", "관심 상실률", "1/year", "advice", "{ triangular = [0.02, 0.05, 0.12] }", "0.05", "D"],
  ["advice.need_rate", "need rate", "지도 수요율", "1/year", "advice", "{ triangular = [0.0075, 0.015, 0.03] }", "0.015", "D"],
  ["advice.renewal", "renewal", "재계약 확률", "1", "advice", "{ triangular = [0.1, 0.3, 0.5] }", "0.3", "D"],
  ["trade.contract_chance", "contract per consultation", "상담 건당 성사율", "1", "trade", "{ triangular = [0.02, 0.049, 0.1] }", "0.049", "B"],
  ["trade.value_median", "value of a deal", "거래 금액", "thousand USD/year", "trade", "{ triangular = [50, 150, 400] }", "150", "B"],
  ["trade.end_hazard", "end of deals", "거래 종료율", "1/year", "trade", "{ triangular = [0.1, 0.13, 0.2] }", "0.13", "B"],
  ["trade.substitution", "import substitution", "수입대체 계수", "1", "trade", "{ triangular = [0, 0.05, 0.3] }", "0.05", "D"],
  ["study_groups.practice", "practice from groups", "연구회의 현장관리 효과", "1", "study_groups", "{ triangular = [0.04, 0.08, 0.1] }", "0.08", "B"],
  ["alliances.eta", "learning rate: alliances", "학습률: 제휴", "1", "alliances", "{ triangular = [0.036, 0.12, 0.24] }", "0.12", "D"],
];

export const unknowns: Unknown[] = unknownRows.map(([id, en, ko, unit, section, law, usual, grade]) => ({
  id,
  label: { en, ko },
  unit,
  section,
  law,
  usual,
  grade,
}));
export const sections: string[] = [...new Set(unknowns.map((unknown) => unknown.section))];
