// SPDX-License-Identifier: Apache-2.0
// For tests of charts drawn in px (charts/canvas.ts): all words of a specification with the boxes that
// they take, and which of them run over each other or out of the picture.
import { widthOf } from "../charts/marks";

export interface Box {
  text: string;
  size: number;
  left: number;
  right: number;
  top: number;
  bottom: number;
}
interface Item {
  text: string;
  x: number;
  y: number;
  size: number;
  align: "left" | "center" | "right";
}
interface Layer {
  mark?: { type?: string };
  data?: { values?: unknown[] };
}
interface Drawn {
  width: number;
  height: number;
  layer: Layer[];
}

export function wordsOf(spec: unknown): Box[] {
  const items = (spec as Drawn).layer
    .filter((layer) => layer.mark?.type === "text")
    .flatMap((layer) => (layer.data?.values ?? []) as Item[]);
  return items.map(({ text, x, y, size, align }) => {
    const wide = widthOf(text, size);
    const left = align === "left" ? x : align === "right" ? x - wide : x - wide / 2;
    return { text, size, left, right: left + wide, top: y - size * 0.55, bottom: y + size * 0.55 };
  });
}

/** Half the size of a letter may stand over: widths are estimates. */
const slack = 3;
const meet = (a: Box, b: Box) => a.left + slack < b.right && b.left + slack < a.right && a.top + 1 < b.bottom && b.top + 1 < a.bottom;

/** "one × other", or "one: outside". */
export function clashes(spec: unknown): string[] {
  const { width, height } = spec as Drawn;
  const boxes = wordsOf(spec);
  const outside = boxes.filter((box) => box.left < -slack || box.right > width + slack || box.top < -slack || box.bottom > height + slack);
  const over = boxes.flatMap((box, at) =>
    boxes
      .slice(at + 1)
      .filter((other) => meet(box, other))
      .map((other) => `${box.text} × ${other.text}`),
  );
  return [...outside.map((box) => `${box.text}: outside`), ...over];
}
