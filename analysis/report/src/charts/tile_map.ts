// SPDX-License-Identifier: Apache-2.0
// Korea's regions as tiles of one size, with a line of words under its value. Shades have three
// steps, the same over all policies; dashed and empty: the interval holds zero; grey: below what matters.
import type { TopLevelSpec } from "vega-lite";
import { canvas, fitted, rects, words, type Rect, type Words } from "./canvas";
import { bodyText, smallText, widthOf, type ChartSize } from "./marks";

export interface Tile {
  id: string;
  name: string;
  /** Small, under the value. */
  below: string;
  value: number | null;
  /** "unclear": the interval holds zero, or there is none. "equal": below what matters. */
  way: "more" | "less" | "equal" | "unclear";
  text: string;
  tip: string;
}
export interface TileWords {
  gain: string;
  loss: string;
  unclear: string;
  /** "" where no tile is. */
  equal: string;
}

/** Column and row of the regions that scenarios have; others follow in lines of two. */
const places: Record<string, [number, number]> = {
  capital: [0, 0],
  daejeon: [0, 1],
  daegu: [1, 1],
  other: [0, 2],
  busan: [1, 2],
};
const columns = 2;

function placed(tiles: Tile[]): { tile: Tile; column: number; row: number }[] {
  const known = tiles.every((tile) => places[tile.id]);
  return tiles.map((tile, at) => {
    const [column, row] = known ? places[tile.id]! : [at % columns, Math.floor(at / columns)];
    return { tile, column, row };
  });
}

const fills = { more: "var:gain", less: "var:loss", equal: "var:unsure-soft", unclear: "var:paper" } as const;
/** Without a shade of its own. */
const isFlat = (tile: Tile): boolean => tile.way === "unclear" || tile.way === "equal";
const steps = [0.18, 0.45, 1];
/** 0 to 2: how far a value goes to the limit. */
const stepOf = (value: number, limit: number): number =>
  Math.min(steps.length - 1, Math.floor((Math.abs(value) / (limit || 1)) * steps.length));

/** `limit`: the largest difference of any region and policy. */
export function tileMap(tiles: Tile[], limit: number, said: TileWords, size: ChartSize): TopLevelSpec {
  const all = placed(tiles);
  const rows = Math.max(...all.map((one) => one.row)) + 1;
  const gap = 5;
  const wide = Math.min(210, (size.width - gap) / columns);
  const high = size.printing ? 58 : 76;
  const body = bodyText(size);
  const boxes = all.map(({ tile, column, row }) => ({ tile, x: column * (wide + gap) + 1, y: row * (high + gap) + 1 }));
  const box = ({ tile, x, y }: (typeof boxes)[number]): Rect => ({
    x,
    x2: x + wide,
    y,
    y2: y + high,
    tip: tile.tip,
    stroke: tile.way === "unclear" ? "var:ink-3" : "transparent",
    fill: fills[tile.way],
    opacity: isFlat(tile) ? 1 : steps[stepOf(tile.value ?? 0, limit)]!,
  });
  const lines = boxes.flatMap(({ tile, x, y }): Words[] => {
    const strong = !isFlat(tile) && stepOf(tile.value ?? 0, limit) === 2;
    const colour = strong ? "var:paper" : "var:ink";
    const middle = { x: x + wide / 2, align: "center" as const, tip: tile.tip };
    return [
      { ...middle, text: fitted(tile.name, body, wide - 10), y: y + high * 0.24, size: body, bold: true, colour },
      { ...middle, text: tile.text, y: y + high * 0.52, size: body + 1, bold: tile.way !== "unclear", colour },
      {
        ...middle,
        text: fitted(tile.below, smallText(size), wide - 10),
        y: y + high * 0.79,
        size: smallText(size),
        colour: strong ? "var:paper" : "var:ink-2",
      },
    ];
  });
  const at = keyPlace(
    wide + gap,
    columns * wide + gap,
    70 + Math.max(...Object.values(said).map((word: string) => widthOf(word, smallText(size)))),
    size,
  );
  return canvas(size.width, rows * (high + gap) + at.extra, [
    rects(boxes.filter(({ tile }) => tile.way !== "unclear").map(box), { cornerRadius: 6 }),
    rects(boxes.filter(({ tile }) => tile.way === "unclear").map(box), { cornerRadius: 6, strokeWidth: 1.2, strokeDash: [4, 3] }),
    words(lines),
    ...keyLayers(at.x, at.extra ? rows * (high + gap) + 4 : 4, said, size),
  ]);
}

/** Beside the map where there is room, in the empty corner above the second column, else under it. */
function keyPlace(corner: number, beside: number, needed: number, size: ChartSize): { x: number; extra: number } {
  if (size.width - beside - 24 > needed) return { x: beside + 24, extra: 0 };
  return size.width - corner - 4 > needed ? { x: corner + 4, extra: 0 } : { x: 0, extra: size.printing ? 62 : 80 };
}

function keyLayers(x: number, y: number, said: TileWords, size: ChartSize) {
  const text = smallText(size);
  const step = size.printing ? 14 : 18;
  const swatch = (row: number, fill: string, opacity: number, at: number): Rect => ({
    x: x + at * 19,
    x2: x + at * 19 + 17,
    y: y + row * step,
    y2: y + row * step + 13,
    fill,
    opacity,
  });
  const line = (row: number, word: string): Words => ({ text: word, x: x + 64, y: y + row * step + 7, size: text, colour: "var:ink-2" });
  return [
    rects(
      [
        ...steps.map((opacity, at) => swatch(0, "var:gain", opacity, at)),
        ...steps.map((opacity, at) => swatch(1, "var:loss", opacity, at)),
      ],
      { cornerRadius: 3 },
    ),
    rects([{ ...swatch(2, "var:paper", 1, 0), x2: x + 55, stroke: "var:ink-3" }], {
      cornerRadius: 3,
      strokeDash: [4, 3],
      strokeWidth: 1.2,
    }),
    said.equal === "" ? null : rects([{ ...swatch(3, fills.equal, 1, 0), x2: x + 55 }], { cornerRadius: 3 }),
    words([line(0, said.gain), line(1, said.loss), line(2, said.unclear), line(3, said.equal)]),
  ];
}
