// SPDX-License-Identifier: Apache-2.0
// Licences of the packages that are built into the page, as those licences ask for.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** `modules`: paths of all files that were built in. */
export function licences(modules: string[]): string {
  const folders = new Set(modules.flatMap((path) => /^.*\/node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/.exec(path)?.[0] ?? []));
  const packages = [...folders].sort().map(read);
  const texts = new Map<string, string[]>();
  for (const { name, text } of packages) if (text) texts.set(text, [...(texts.get(text) ?? []), name]);
  const list = packages.map(({ name, licence }) => `${name}: ${licence}`).join("\n");
  const whole = [...texts].map(([text, names]) => `${names.join(", ")}\n\n${text}`);
  return [`This page holds these packages:\n${list}`, ...whole].join(`\n\n${"-".repeat(72)}\n\n`);
}

function read(folder: string): { name: string; licence: string; text: string } {
  const about = JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as { name: string; version: string; license?: string };
  const file = existsSync(folder) ? readdirSync(folder).find((name) => /^licen[cs]e/i.test(name)) : undefined;
  const text = file ? readFileSync(join(folder, file), "utf8").trim() : "";
  return { name: `${about.name} ${about.version}`, licence: about.license ?? "see below", text };
}
