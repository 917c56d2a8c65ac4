// SPDX-License-Identifier: Apache-2.0
// Starts the page from the data that the program put into it.
import "./style/colours.css";
import "./style/type.css";
import "./style/shell.css";
import "./style/blocks.css";
import "./style/forest.css";
import "./style/phone.css";
import "./style/print.css";
import { App } from "./page/app";
import { h } from "./page/element";
import { readPage } from "./page/read";
import { problems } from "./page/words";
import { sectionsOf } from "./sections";

const read = readPage(document.getElementById("data")?.textContent ?? "");
if ("page" in read) {
  new App(read.page, sectionsOf(read.page.studies[0]!)).start();
} else {
  const text = problems[read.problem];
  const both = [h("p", { lang: "ko" }, text.ko), h("p", { lang: "en" }, text.en)];
  document.body.prepend(h("main", { class: "page" }, h("h1", {}, "coopsim"), h("div", { class: "empty" }, both)));
}
