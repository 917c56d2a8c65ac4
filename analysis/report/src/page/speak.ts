// SPDX-License-Identifier: Apache-2.0
// One live region: what changed is said to who cannot see it.
import { h } from "./element";

export function speak(text: string): void {
  let region = document.getElementById("spoken");
  if (!region) {
    region = h("div", { id: "spoken", class: "away", role: "status", "aria-live": "polite" });
    document.body.append(region);
  }
  region.textContent = text;
}
