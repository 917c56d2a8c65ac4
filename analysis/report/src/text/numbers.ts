// SPDX-License-Identifier: Apache-2.0
// Numbers as they are shown: true minus, a sign on every difference, decimals by the interval, a
// unit that never parts from its number. What is missing is "–"; nothing is ever NaN.
import type { Lang, Num } from "../data";
import { nb, scaleOf, type Scale, type ScaleOptions } from "./scales";

export interface NumberOptions extends ScaleOptions {
  /** Decimals; else by the size of the value. */
  digits?: number;
  /** Decimals beyond those, as tables have one more. */
  more?: number;
  /** Without the unit, and then always in that of `unitLabel`. */
  bare?: boolean;
}

export const nothing = "–";
const mostDecimals = 3;

export const isNumber = (value: Num | undefined): value is number =>
  typeof value === "number" && Number.isFinite(value);

/** One for each number of decimals: making them anew for every number takes longer than all charts. */
const writers = Array.from(
  { length: mostDecimals + 1 },
  (_, digits) => new Intl.NumberFormat("en-US", { minimumFractionDigits: digits, maximumFractionDigits: digits }),
);

/** With true minus and thousands comma. A value that is not zero is not shown as zero. */
export function decimal(value: Num, digits: number, sign = false): string {
  if (!isNumber(value)) return nothing;
  if (value === 0) return (0).toFixed(digits);
  let shown = Math.min(Math.max(digits, 0), mostDecimals);
  while (shown < mostDecimals && Number(value.toFixed(shown)) === 0) shown++;
  const size = Math.abs(value);
  if (Number(size.toFixed(shown)) === 0) return "≈0";
  const text = writers[shown]!.format(size);
  return (value < 0 ? "−" : sign ? "+" : "") + text;
}

const withDefault = (options: NumberOptions): NumberOptions =>
  options.bare && !options.scale ? { ...options, scale: "standard" } : options;

function inScale(value: number, scale: Scale, options: NumberOptions): string {
  const divided = value / scale.divide;
  const digits = (options.digits ?? scale.decimals(Math.abs(divided))) + (options.more ?? 0);
  return decimal(divided, digits, options.sign);
}

const singular = (text: string, after: string) => (text.replace("+", "") === "1" ? after.replace(/s$/, "") : after);

export function quantity(value: Num, unit: string, lang: Lang, options: NumberOptions = {}): string {
  if (!isNumber(value)) return nothing;
  const chosen = withDefault(options);
  const scale = scaleOf(unit, lang, Math.abs(value), chosen);
  const text = inScale(value, scale, chosen);
  if (options.bare) return text;
  return scale.before + text + (lang === "en" ? singular(text, scale.after) : scale.after);
}

/** Decimals that leave half the interval one or two significant digits, in the unit of `unitLabel`. */
export function digitsFor(low: Num, high: Num, unit = "", lang: Lang = "en", options: ScaleOptions = {}): number {
  if (!isNumber(low) || !isNumber(high)) return 1;
  const size = Math.max(Math.abs(low), Math.abs(high));
  const scale = scaleOf(unit, lang, size, { scale: "standard", ...options });
  return digitsOfWidth(Math.abs(high - low) / 2 / scale.divide);
}
function digitsOfWidth(half: number): number {
  if (!(half > 0)) return 1;
  const power = Math.floor(Math.log10(half));
  const leading = half / 10 ** power;
  const digits = leading < 3 ? 1 - power : -power;
  return Math.min(Math.max(digits, 0), mostDecimals);
}

/** The same for sentences: three significant digits of the value at most, as it is read, not checked. */
export function digitsToRead(value: Num, low: Num, high: Num, unit: string, lang: Lang, options: ScaleOptions = {}): number {
  const digits = digitsFor(low, high, unit, lang, options);
  const size = Math.abs(value ?? 0);
  const whole = Math.floor(size / scaleOf(unit, lang, size, { scale: "standard", ...options }).divide);
  return Math.min(digits, Math.max(0, 3 - (whole === 0 ? 0 : String(whole).length)));
}

export interface IntervalOptions extends NumberOptions {
  /** The unit once, round both ends; else bare. */
  withUnit?: boolean;
}

/** "0.9~1.7", "0.9 to 1.7"; bare unless `withUnit`. Decimals by the width. */
export function interval(low: Num, high: Num, unit: string, lang: Lang, options: IntervalOptions = {}): string {
  if (!isNumber(low) || !isNumber(high)) return nothing;
  const { withUnit, ...rest } = options;
  const chosen: NumberOptions = withUnit || rest.scale ? rest : { ...rest, scale: "standard" };
  const scale = scaleOf(unit, lang, Math.max(Math.abs(low), Math.abs(high)), chosen);
  const digits = chosen.digits ?? digitsOfWidth(Math.abs(high - low) / 2 / scale.divide);
  const sign = options.sign === true && low < 0 && high > 0; // a plus is needed where a minus stands beside it
  const [from, to] = [low, high].map((end) => inScale(end, scale, { ...chosen, digits, sign }));
  const text = lang === "ko" ? `${from}~${to}` : `${from} to ${to}`;
  return withUnit ? scale.before + text + scale.after : text;
}

/** Of bare numbers: "억 원", "KRW bn", "bp", "%p"; "" of a plain number. */
export function unitLabel(unit: string, lang: Lang, options: ScaleOptions = {}): string {
  const scale = scaleOf(unit, lang, 0, { scale: "standard", ...options });
  return (scale.before + scale.after).replaceAll(nb + nb, nb).trim();
}

/** The divisor between the file's unit and that of `unitLabel`, for axes. */
export function unitDivisor(unit: string, lang: Lang, options: ScaleOptions = {}): number {
  return scaleOf(unit, lang, 0, { scale: "standard", ...options }).divide;
}

/** "2007-2016" -> "2007~2016년", "2007–2016"; one year stays one. */
export function years(period: string, lang: Lang): string {
  const [first, last = first] = period.split(/[-–~]/).map((year) => year.trim());
  const ends = first === last ? [first] : [first, last];
  return lang === "ko" ? `${ends.join("~")}년` : ends.join("–");
}

/** How often in a hundred; never 100 where it is not all, never 0 where it is not none. */
export const inHundred = (share: Num): number | null => timesIn(100, share);

/** The same of another number. */
export function timesIn(all: number, share: Num): number | null {
  if (!isNumber(share)) return null;
  const rounded = Math.round(share * all);
  if (rounded === all && share < 1) return all - 1;
  if (rounded === 0 && share > 0) return 1;
  return rounded;
}
