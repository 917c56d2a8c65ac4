// SPDX-License-Identifier: Apache-2.0
// Builds the page into one file without any address in it: dist/report.html. The program puts its
// data where the placeholder of index.html stands.
import { defineConfig, type Plugin } from "vite";

/** `</script` inside a script would end it; inside a string or a regular expression `<\/` is the same. */
const asScript = (code: string) => code.replace(/<\/(script)/gi, "<\\/$1").replace(/<!--/g, "<\\!--");

/** Puts script and style into the page, and names the page report.html. */
function oneFile(): Plugin {
  return {
    name: "one-file",
    enforce: "post",
    generateBundle(_options, bundle) {
      const page = bundle["index.html"];
      if (page?.type !== "asset") throw new Error("no index.html was built");
      let html = String(page.source);
      for (const [name, part] of Object.entries(bundle)) {
        if (part.type === "chunk") {
          html = html.replace(/<script type="module"[^>]*><\/script>\s*/, "");
          html = html.replace("</body>", () => `<script>${asScript(part.code)}</script>\n</body>`);
        } else if (name.endsWith(".css")) {
          html = html.replace(/<link rel="stylesheet"[^>]*>\s*/, () => `<style>${String(part.source)}</style>\n`);
        } else continue;
        delete bundle[name];
      }
      page.source = html;
      page.fileName = "report.html";
    },
  };
}


export default defineConfig({
  plugins: [oneFile()],
  build: {
    target: "es2022",
    modulePreload: false,
    cssCodeSplit: false,
    assetsInlineLimit: 1 << 20,
    chunkSizeWarningLimit: 4096,
    rollupOptions: { output: { format: "iife", inlineDynamicImports: true } },
  },
});
