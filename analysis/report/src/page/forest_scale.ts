// SPDX-License-Identifier: Apache-2.0
// The axis of one metric of the first chart: zero is always on it, and one far row does not squeeze
// all others to a point.
import type { ForestMark } from "../section";

export interface Scale {
  low: number;
  high: number;
  ticks: number[];
  /** Between neighbouring ticks. */
  step: number;
}

type Ends = [number, number];

/** `most`: how many ticks have room. */
export function forestScale(marks: (ForestMark | null)[], most: number): Scale {
  const bars = marks.flatMap((mark) => (mark ? [ends(mark.low, mark.high, mark.mean)] : []));
  const thin = marks.flatMap((mark) => (mark ? [ends(mark.thin_low, mark.thin_high, mark.mean)] : []));
  const core = withoutFarOne(bars);
  const [low, high] = within(united([...core, ...thin]), stretched(united(core), 1.5));
  const room = (high - low || Math.max(Math.abs(low), 1)) * 0.06;
  const [from, to]: Ends = [low - room, high + room];
  const step = stepFor(from, to, most);
  return { low: from, high: to, ticks: ticksOf(from, to, step), step };
}

const isEnd = (value: number | null): value is number => value !== null && Number.isFinite(value);
const ends = (low: number | null, high: number | null, mean: number): Ends => [
  isEnd(low) ? Math.min(low, mean) : mean,
  isEnd(high) ? Math.max(high, mean) : mean,
];

/** Zero is in it. */
const united = (all: Ends[]): Ends => [Math.min(0, ...all.map(([low]) => low)), Math.max(0, ...all.map(([, high]) => high))];
const width = ([low, high]: Ends) => high - low;
const stretched = ([low, high]: Ends, by: number): Ends => [low - width([low, high]) * by, high + width([low, high]) * by];
const within = ([low, high]: Ends, [least, most]: Ends): Ends => [Math.max(low, least), Math.min(high, most)];

/** Leaves the farthest out where it alone makes the axis more than four times as long. */
function withoutFarOne(bars: Ends[]): Ends[] {
  if (bars.length < 3) return bars;
  const lengths = bars.map((_, at) => width(united(bars.filter((_, other) => other !== at))));
  const least = Math.min(...lengths);
  const at = lengths.indexOf(least);
  return least > 0 && width(united(bars)) > 4 * least ? bars.filter((_, other) => other !== at) : bars;
}

/** 1, 2, 2.5 or 5 times a power of ten: the smallest that leaves no more than `most` ticks, but two. */
function stepFor(low: number, high: number, most: number): number {
  const power = Math.floor(Math.log10((high - low) / Math.max(most, 1))) - 1;
  const steps = [0, 1, 2, 3].flatMap((more) => [1, 2, 2.5, 5].map((times) => times * 10 ** (power + more)));
  const count = (step: number) => ticksOf(low, high, step).length;
  const few = steps.filter((step) => count(step) >= 2);
  return few.find((step) => count(step) <= most) ?? few.at(-1) ?? steps[0]!;
}

function ticksOf(low: number, high: number, step: number): number[] {
  const ticks: number[] = [];
  for (let at = Math.ceil(low / step); at <= Math.floor(high / step); at++) ticks.push(at === 0 ? 0 : at * step);
  return ticks;
}

/** 0 at the left end, 100 at the right one; beyond them outside. */
export const percent = (scale: Scale, value: number) => (100 * (value - scale.low)) / (scale.high - scale.low);

export interface Tick {
  at: number;
  text: string;
}
/** px of a letter of the axis, rather too wide. */
const letter = 6.5;

/** A number at an end does not stick out of `room` px. */
export function anchor({ at, text }: Tick, scale: Scale, room: number): "start" | "middle" | "end" {
  const [x, half] = [(percent(scale, at) / 100) * room, (text.length * letter) / 2];
  return x < half ? "start" : x > room - half ? "end" : "middle";
}

/** Numbers that do not lie on each other in a plot of `room` px: zero first, then from the ends inwards. */
export function ticksApart(ticks: Tick[], scale: Scale, room: number): Tick[] {
  const span = (tick: Tick): Ends => {
    const [x, width] = [(percent(scale, tick.at) / 100) * room, tick.text.length * letter];
    const from = x - width * { start: 0, middle: 0.5, end: 1 }[anchor(tick, scale, room)];
    return [from, from + width];
  };
  const free = (one: Tick, other: Tick) => span(one)[0] >= span(other)[1] || span(one)[1] <= span(other)[0];
  const kept: Tick[] = [];
  const byWorth = [...ticks].sort((a, b) => Number(b.at === 0) - Number(a.at === 0) || Math.abs(b.at) - Math.abs(a.at));
  for (const one of byWorth) if (kept.every((other) => free(one, other))) kept.push(one);
  return ticks.filter((tick) => kept.includes(tick));
}
