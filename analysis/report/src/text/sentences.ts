// SPDX-License-Identifier: Apache-2.0
// What may be said of a policy, as sentences. The state of a verdict comes from the program
// (`Compared.state`); only its words are made here, for every state, in both languages.
export { answer } from "./answer";
export { verdictBrief, verdictSentence } from "./verdicts";
