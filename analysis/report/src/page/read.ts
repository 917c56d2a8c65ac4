// SPDX-License-Identifier: Apache-2.0
// The data that the program put into the page, checked as far as the page depends on it.
import type { Page } from "../data";

export type Read = { page: Page } | { problem: "empty" | "broken" | "other_contract" };

/** `text`: of the element `data`. */
export function readPage(text: string): Read {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    return { problem: text.trim().startsWith("{") ? "broken" : "empty" };
  }
  const page = parsed as Partial<Page> | null;
  if (page?.contract !== 1) return { problem: "other_contract" };
  if (!Array.isArray(page.studies) || page.studies.length === 0) return { problem: "broken" };
  return { page: cleaned(page as Page) };
}

// C0 and C1 controls, marks and overrides of writing direction: a name may not reorder its sentence.
const controls = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g;

function cleaned<T>(value: T): T {
  if (typeof value === "string") return value.replace(controls, "") as T;
  if (Array.isArray(value)) return value.map(cleaned) as T;
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(Object.entries(value).map(([key, of]) => [key, cleaned(of)])) as T;
}
