// SPDX-License-Identifier: Apache-2.0
// The first page: which policy, how much, at what cost, how sure; all policies at once.
import type { Text } from "../data";
import type { Block, Section } from "../section";
import { answer } from "../text/answer";
import { standings } from "../text/standings";
import { decidesBlock, howSureBlocks } from "./one_page_decides";
import { factsBlock } from "./one_page_facts";
import { forestBlock } from "./one_page_forest";
import { levelsBlock } from "./one_page_levels";
import { thirds } from "./one_page_layout";
import { notesBlock } from "./one_page_notes";

const title: Text = { en: "Which policy does better than today’s?", ko: "어느 정책이 현행 유지보다 나은가?" };

export const onePage: Section = {
  id: "one_page",
  title,
  build(view) {
    const { data, lang } = view;
    const standing = standings(data);
    const forest = forestBlock(view, standing);
    const facts = factsBlock(data, standing, lang);
    const last: Block[][] = [decidesBlock(view, standing), howSureBlocks(view, standing), [notesBlock(data, standing, lang)]];
    const filled = last.filter((column) => column.length > 0);
    const weights = thirds.filter((_, at) => last[at]!.length > 0);
    return {
      lead: "",
      blocks: [
        { kind: "answer", sentences: answer(data, lang) },
        ...(facts ? [facts] : []),
        forest ?? levelsBlock(view),
        { kind: "columns", weights, blocks: filled },
      ],
    };
  },
};
