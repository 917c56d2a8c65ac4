// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from "vitest";
import { madeUp } from "../testing/made_up";
import { choices, readState, writeState } from "./state";

const data = madeUp();
const other = data.offered.find((id) => id !== data.headline)!;

describe("the address", () => {
  it("comes back as it was written", () => {
    for (const policy of choices(data)) {
      const state = { lang: "en", theme: "dark", policy, metric: other, level: false, at: "money" } as const;
      expect(readState(writeState(state, data), data, "ko")).toEqual(state);
    }
  });
  it("opens with the headline and the best policy that somebody could choose", () => {
    const state = readState("", data, "ko");
    const differences = data.comparison[data.headline]!.map((compared) => compared.difference);
    const able = choices(data).filter((place) => !data.policies[place]!.stress);
    expect(state.metric).toBe(data.headline);
    expect(differences[state.policy]).toBe(Math.max(...able.map((place) => differences[place]!)));
    expect(state.lang).toBe("ko");
  });
  it("leaves out what this study does not know", () => {
    const plain = readState("", data, "en");
    expect(readState("#lang=xx&policy=nobody&metric=none&theme=pink", data, "en")).toEqual(plain);
    const baseline = data.policies.find((policy) => policy.baseline)!;
    expect(readState(`#policy=${baseline.id}`, data, "en")).toEqual(plain);
  });
  it("stands where there is only today’s policy", () => {
    const alone = { ...data, policies: data.policies.filter((policy) => policy.baseline), comparison: {}, offered: [] };
    expect(readState("", alone, "ko").policy).toBe(0);
    expect(writeState(readState("", alone, "ko"), alone)).not.toContain("policy");
  });
});
