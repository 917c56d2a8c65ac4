# SPDX-License-Identifier: Apache-2.0
"""Words that plots say, in both languages."""
from __future__ import annotations

from collections.abc import Mapping

from coopsim.result import Language

_WORDS: Mapping[str, tuple[str, str]] = {
    "fan_bands": ("line: median; bands: half and nine tenths of the replications",
                  "선: 중앙값, 띠: 반복의 50 %와 90 %"),
    "fan_bands_points": ("line: median; bands: half and nine tenths of all replications at all {points} design points",
                         "선: 중앙값, 띠: 설계점 {points}개의 모든 반복 중 50 %와 90 %"),
    "past": ("alike under all policies", "모든 정책에서 동일"),
    "no_value": ("no value", "값 없음"),
    "start": ("policies start", "정책 시작"),
    "forest": ("{metric}: difference to {against}", "{metric}: {against} 대비 차이"),
    "forest_bars": ("mean of {pairs} paired replications; bars: 95 % for all policies together",
                    "짝지은 반복 {pairs}회의 평균, 막대: 모든 정책에 대한 동시 95 % 신뢰구간"),
    "quoted": ("“{policy}”", "‘{policy}’"),
    "each_against": ("the policy it is held against", "비교 대상 정책"),
    "year": ("year", "연도"),
    "plane": ("What more effect costs: {metric}", "효과를 더 얻는 비용: {metric}"),
    "more_effect": ("more {metric}", "{metric} 증가"),
    "more_cost": ("more public money", "추가 공공 비용"),
    "plane_points": ("points: replications, ring: mean; differences to the baseline",
                     "점: 반복, 고리: 평균. 기준선과의 차이"),
    "acceptability": ("Best buy, by what a unit of effect is worth: {metric}", "효과 단위당 가치에 따른 최선 정책: {metric}"),
    "worth": ("worth of one unit ({unit})", "효과 1단위({unit})의 가치"),
    "share_best": ("best buy in % of replications", "최선인 반복의 비율, %"),
    "bold": ("thick: highest mean net benefit", "굵은 선: 평균 순편익이 가장 큼"),
    "tornado": ("What moves {metric} of {policy} most", "{policy}의 {metric} 차이를 가장 크게 움직이는 가정"),
    "tornado_bars": ("mean difference over the third of {draws} draws with the lowest and the highest values",
                     "추출 {draws}회 가운데 값이 가장 낮은 3분의 1과 가장 높은 3분의 1의 평균 차이"),
    "where_low": ("where low", "값이 낮을 때"),
    "where_high": ("where high", "값이 높을 때"),
    "all_draws": ("mean over all draws", "모든 추출의 평균"),
    "level": ("{metric} of {policy}", "{policy}의 {metric}"),
    "difference": ("difference of {policy} in {metric}", "{policy}의 {metric} 차이"),
    "sobol": ("Shares of the variance: {what}", "분산에서 차지하는 비중: {what}"),
    "morris": ("Screening: {what}", "선별: {what}"),
    "effects": ("Main effects: {what}", "주효과: {what}"),
    "first_order": ("alone (first order)", "단독(1차)"),
    "total_order": ("with others (total)", "상호작용 포함(총)"),
    "mu_star": ("mean size of an elementary effect over the whole range (mu*)", "전체 범위 기본효과 크기의 평균(mu*)"),
    "main_effect": ("mean in the upper half of the range less that in the lower", "범위 위쪽 절반의 평균 - 아래쪽 절반의 평균"),
    "index": ("share of the variance", "분산 비중"),
    "what_if": ("What if: {what}", "만약에: {what}"),
    "predicted": ("predicted, other factors as in the scenario", "예측(다른 요인은 시나리오 값)"),
    "left_out": ("typical error at points left out", "적합에서 뺀 점의 평균적 오차"),
    "design_points": ("points of the sweep", "스윕의 설계점"),
    "predicts": ("the stand-in predicts {share} % of the variance at points left out of its fit",
                 "적합에서 뺀 점의 분산 가운데 {share} %를 예측"),
    "interval": ("line: 95 % interval", "선: 95 % 신뢰구간"),
    "funnel_fairs": ("From a place at a fair to a deal", "상담·전시 참가에서 거래까지"),
    "funnel_training": ("From an application to a return", "연수 신청에서 귀국까지"),
    "funnel_advice": ("From a need to a full result", "지도 수요에서 완전 성과까지"),
    "full_results": ("Engagements with full result", "완전 성과 지도"),
    "of_before": ("{share} of the step before", "앞 단계의 {share}"),
    "each": ("{share} each", "1회당 {share}"),
    "mean_total": ("mean over replications, total of {period}", "반복 평균, {period} 합계"),
    "steps": ("steps are counted in the years when they happen: shares are not of the same firms",
              "단계마다 발생한 해에 집계하므로 비율은 같은 기업을 따라간 것이 아님"),
    "budget": ("Where the money of each year goes", "해마다 예산이 어디로 가나"),
    "spent": ("paid", "지급"),
    "carried": ("left on 31 December", "연말 잔액(이월)"),
    "lapsed": ("lapsed", "불용"),
    "cut": ("cut within the year", "연중 삭감"),
    "appropriated": ("appropriated", "편성"),
    "committed": ("committed", "지출원인행위"),
    "tiles": ("{metric}: {policy} less {against}, by region", "{metric}: {policy}, {against} 대비 지역별 차이"),
    "tiles_shades": ("deeper: larger; dashed: the 95 % interval holds zero", "짙을수록 큼, 점선: 95 % 신뢰구간에 0 포함"),
}


def say(name: str, lang: Language, **parts: object) -> str:
    """A phrase with its parts.

    >>> say("start", "en"), say("start", "ko")
    ('policies start', '정책 시작')
    """
    return _WORDS[name][0 if lang == "en" else 1].format(**parts)
