// SPDX-License-Identifier: Apache-2.0
// Builds the page into one file without any address in it: dist/report.html. The program puts its
// data where the placeholder of index.html stands.
import { createHash } from "node:crypto";
import { defineConfig, type Plugin } from "vitest/config";
import { licences } from "./licences";

/** Puts script and style into the page, allows that script alone, and names the page report.html. */
function oneFile(): Plugin {
  return {
    name: "one-file",
    enforce: "post",
    generateBundle(_options, bundle) {
      const page = bundle["index.html"];
      if (page?.type !== "asset") throw new Error("no index.html was built");
      let html = String(page.source);
      for (const [name, part] of Object.entries(bundle)) {
        if (part.type === "chunk") html = withScript(withLicences(html, part.moduleIds), part.code);
        else if (name.endsWith(".css")) html = withStyle(html, String(part.source));
        else continue;
        delete bundle[name];
      }
      page.source = html;
      page.fileName = "report.html";
    },
  };
}

function withScript(html: string, code: string): string {
  if (/<\/script|<!--/i.test(code)) throw new Error("the script would end its own element");
  if (code.includes("/*coopsim-data*/")) throw new Error("the placeholder stands in the script too");
  const hash = createHash("sha256").update(code).digest("base64");
  return html
    .replace(/<script type="module"[^>]*><\/script>\s*/, "")
    .replace("script-src 'none'", `script-src 'sha256-${hash}'`)
    .replace("</body>", () => `<script>${code}</script>\n</body>`);
}

/** As text that no browser shows: to be read in the file itself. */
function withLicences(html: string, modules: string[]): string {
  const text = licences(modules).replaceAll("<", "\u2039").replaceAll(">", "\u203a");
  return html.replace("</body>", () => `<script type="text/plain" id="licences">\n${text}\n</script>\n</body>`);
}

function withStyle(html: string, style: string): string {
  return html.replace(/<link rel="stylesheet"[^>]*>\s*/, () => `<style>${style}</style>\n`);
}

export default defineConfig({
  plugins: [oneFile()],
  // No test is bound to the clock.
  test: { testTimeout: 3_600_000, hookTimeout: 3_600_000 },
  build: {
    target: "es2022",
    modulePreload: false,
    cssCodeSplit: false,
    assetsInlineLimit: 1 << 20,
    chunkSizeWarningLimit: 4096,
    rollupOptions: { output: { format: "iife", inlineDynamicImports: true } },
  },
});
