// SPDX-License-Identifier: Apache-2.0
// What the choice would gain if something were known before it is made: bars in groups, held
// against the line of knowing everything.
import type { TopLevelSpec } from "vega-lite";
import * as marks from "./marks";

export interface InformationBar {
  name: string;
  value: number;
  text: string;
  tip: string;
}
export interface InformationGroup {
  heading: string;
  bars: InformationBar[];
}

/** All bars on one scale from zero to `everything`, the value of knowing all at once. */
export function informationBars(
  groups: InformationGroup[],
  everything: number,
  everythingText: string,
  size: marks.ChartSize,
): TopLevelSpec {
  const left = Math.min(170, Math.round(size.width * 0.42));
  const right = 58;
  const step = size.printing ? 23 : 31;
  let place = 0;
  const headings: { text: string; y: number }[] = [];
  const bars = groups.flatMap((group) => {
    headings.push({ text: group.heading, y: (place++ + 0.62) * step });
    return group.bars.map((bar) => ({ ...bar, y: (place++ + 0.5) * step }));
  });
  const height = place * step;
  const frame = marks.frame(height + 30, { left, right, top: 24, bottom: 6 });
  const most = Math.max(everything, ...bars.map((bar) => bar.value));
  const y = (more = {}) => marks.number("y", { scale: { domain: [0, height], range: [0, height], nice: false, zero: false }, axis: null, ...more });
  const x = marks.number("value", { scale: { domain: [0, most], nice: false }, axis: null });
  const small = marks.smallText(size);
  return marks.layered({ ...frame, data: { values: bars } }, [
    {
      mark: { type: "bar", orient: "horizontal", height: size.printing ? 9 : 13, color: "var:ink-2", cornerRadiusEnd: 2 },
      encoding: { x, y: y(), tooltip: { field: "tip" } },
    },
    marks.line("x", everything, { color: "var:ink", strokeWidth: 1.4, strokeDash: [4, 3] }),
    marks.words(everythingText, { datum: everything, type: "quantitative" }, marks.pixel(-12), {
      align: "right", dx: right - 2, fontSize: small, color: "var:ink", fontWeight: 700,
    }),
    {
      mark: { type: "text", align: "left", baseline: "middle", dx: 6, fontWeight: 700, fontSize: small },
      encoding: { x: marks.number("value"), y: y(), text: { field: "text" } },
    },
    {
      mark: { type: "text", align: "left", baseline: "middle", fontSize: marks.bodyText(size), limit: left - 8 },
      encoding: { x: marks.pixel(-left), y: y(), text: { field: "name" } },
    },
    {
      data: { values: headings },
      mark: { type: "text", align: "left", baseline: "middle", fontSize: small, fontWeight: 700, color: "var:ink-3" },
      encoding: { x: marks.pixel(-left), y: y(), text: { field: "text" } },
    },
  ]);
}
