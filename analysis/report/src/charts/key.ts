// SPDX-License-Identifier: Apache-2.0
// The key above a chart drawn in px: swatches with their words in lines as wide as the chart.
import { rects, rules, spots, words, type Rect, type Rule, type Spot, type Words } from "./canvas";
import { widthOf } from "./marks";

export type KeyMark = "fill" | "outline" | "dashed-outline" | "tick" | "ring" | "line" | "dashed" | "diamond" | "dot";
export interface KeyItem {
  text: string;
  mark: KeyMark;
  colour: string;
  opacity?: number;
}
export interface Key {
  layers: (Record<string, unknown> | null)[];
  /** px that the lines take. */
  height: number;
}

const swatch = 18;
const gap = 18;

/** Items from `left`, `top` on, broken into lines at `width`. */
export function key(items: KeyItem[], left: number, top: number, width: number, size: number): Key {
  const step = Math.round(size * 1.7);
  let x = left;
  let line = 0;
  const placed = items.map((item) => {
    const wide = swatch + 6 + widthOf(item.text, size);
    if (x > left && x + wide > left + width) {
      x = left;
      ++line;
    }
    const at = { item, x, y: top + line * step + step / 2 };
    x += wide + gap;
    return at;
  });
  return { layers: placed.length ? drawn(placed, size) : [], height: placed.length ? (line + 1) * step : 0 };
}

type Placed = { item: KeyItem; x: number; y: number };

function drawn(placed: Placed[], size: number): Key["layers"] {
  const of = (...kinds: KeyMark[]) => placed.filter(({ item }) => kinds.includes(item.mark));
  const box =
    (inner: boolean) =>
    ({ item, x, y }: Placed): Rect => ({
      x: x + 1,
      x2: x + swatch - 1,
      y: y - 6,
      y2: y + 6,
      fill: inner ? item.colour : "var:paper",
      stroke: inner ? "transparent" : item.colour,
      opacity: item.opacity ?? 1,
    });
  const stroke = ({ item, x, y }: Placed): Rule => ({ x, x2: x + swatch, y, y2: y, colour: item.colour });
  const spot =
    (inner: string | null) =>
    ({ item, x, y }: Placed): Spot => ({
      x: x + swatch / 2,
      y,
      fill: inner ?? item.colour,
      stroke: item.colour,
    });
  const text = ({ item, x, y }: Placed): Words => ({ x: x + swatch + 6, y, text: item.text, size, colour: "var:ink-2" });
  return [
    rects(of("fill").map(box(true))),
    rects(of("outline").map(box(false)), { strokeWidth: 1.2 }),
    rects(of("dashed-outline").map(box(false)), { strokeWidth: 1.2, strokeDash: [3, 2] }),
    rules(of("tick", "line").map(stroke), { strokeWidth: 2.4 }),
    rules(of("dashed").map(stroke), { strokeWidth: 1.8, strokeDash: [5, 3] }),
    spots(of("ring").map(spot("var:paper")), { strokeWidth: 1.4, size: 40 }),
    spots(of("diamond").map(spot(null)), { shape: "diamond", size: 90 }),
    spots(of("dot").map(spot(null)), { size: 50 }),
    words(placed.map(text)),
  ];
}
