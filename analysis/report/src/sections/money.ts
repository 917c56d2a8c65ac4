// SPDX-License-Identifier: Apache-2.0
// Section "Money": where it goes, what it buys, and which policy is the best buy.
import type { Num, Text } from "../data";
import type { Block, Section, View } from "../section";
import { amount, metricOf } from "../text/metrics";
import { interval, isNumber, quantity, years } from "../text/numbers";
import { withParticle } from "../text/particles";
import { filled } from "../text/words";
import { capital, direction, directionOf, heldPlace, isAlone, side, withheldBecause } from "./beside";
import { moneyFlow } from "./money_flow";
import { bestBuy, costStandings, standingSentence } from "./money_price";
import { outcomeCosts, trainingShare } from "./money_shares";
import { moneyWorth } from "./money_worth";

const words = {
  title: { en: "Where does the money go, and what does it buy?", ko: "예산은 어디로 가고, 무엇을 얻나?" },
  more: {
    en: "Over {period} {name} costs {money} more public money than {held} (present value).",
    ko: "{period} {name_eun} {held}보다 공공 비용이 현재가치로 {money} 더 든다.",
  },
  less: {
    en: "Over {period} {name} costs {money} less public money than {held} (present value).",
    ko: "{period} {name_eun} {held}보다 공공 비용이 현재가치로 {money} 덜 든다.",
  },
  unclear: {
    en: "Whether {name} costs more or less public money than {held} over {period} cannot be told (present value, {interval}).",
    ko: "{period} {name_iga} {held}보다 공공 비용이 더 드는지 덜 드는지 판단할 수 없다(현재가치, {interval}).",
  },
  withheld: { en: "No verdict: {reason}. {sentence}", ko: "판정하지 않는다: {reason}. {sentence}" },
  spends: {
    en: "Over {period} {name} pays out {to}; {held} pays out {from}.",
    ko: "{period} {name_eun} {to}, {held_eun} {from}을 집행한다.",
  },
  alone: { en: "Over {period} {to} are paid out under {name}.", ko: "{period} {name}에서는 {to}을 집행한다." },
  execution: {
    en: "{to} of what is appropriated is paid in the same year on average, under {held} {from}.",
    ko: "한 해 편성액 대비 그해 지급액은 평균 {to}이다({held} {from}).",
  },
} satisfies Record<string, Text>;

/** Of public cost where the file has economics, else of money paid. */
function leadOf(view: View): string {
  return [costSentence(view), executionSentence(view), standingSentence(view)].filter((one) => one !== null).join(" ");
}

function costSentence(view: View): string {
  const { data, lang } = view;
  const held = heldPlace(view);
  const name = side(view, view.policy).inText;
  const money = (value: Num) => quantity(value, "KRW thousand", lang);
  const values = {
    period: years(data.study.period, lang),
    name,
    name_eun: withParticle(name, "은/는"),
    name_iga: withParticle(name, "이/가"),
  };
  const spent = data.totals["budget_spent"]?.mean;
  if (isAlone(view)) return filled(words.alone, lang, { ...values, to: money(spent?.[view.policy] ?? null) });
  const base = side(view, held);
  const against = { held: base.inText, held_eun: withParticle(base.inText, "은/는") };
  const cost = data.economics?.public_cost.difference;
  const mean = cost?.mean[view.policy] ?? null;
  const reason = withheldBecause(view);
  if (!cost || !base.baseline || !isNumber(mean) || reason) {
    const sentence = capital(
      filled(words.spends, lang, { ...values, ...against, from: money(spent?.[held] ?? null), to: money(spent?.[view.policy] ?? null) }),
    );
    return reason ? filled(words.withheld, lang, { reason, sentence }) : sentence;
  }
  const ends = [cost.low[view.policy] ?? null, cost.high[view.policy] ?? null] as const;
  const way = directionOf(...ends);
  return filled(words[way], lang, {
    ...values,
    ...against,
    money: money(Math.abs(mean)),
    interval: interval(...ends, "KRW thousand", lang, { withUnit: true, sign: true }),
  });
}

function executionSentence(view: View): string | null {
  const { data, lang } = view;
  const metric = metricOf(data, "budget_execution");
  const mean = data.totals["budget_execution"]?.mean;
  if (!metric || !mean || direction(view, "budget_execution") === "alone") return null;
  const held = heldPlace(view);
  const [from, to] = [mean[held] ?? null, mean[view.policy] ?? null].map((value) => amount(value, metric, lang, { digits: 0 }));
  return capital(filled(words.execution, lang, { from: from!, to: to!, held: side(view, held).inText }));
}

function blocksOf(view: View): Block[] {
  const standings = costStandings(view);
  return [
    moneyFlow(view),
    moneyWorth(view),
    { kind: "columns", blocks: [[trainingShare(view)], [bestBuy(view, [1, 1], 1)]] },
    ...(standings ? [standings] : []),
    outcomeCosts(view),
  ];
}

export const money: Section = {
  id: "money",
  title: words.title,
  build: (view) => ({ lead: leadOf(view), blocks: blocksOf(view) }),
};
