// SPDX-License-Identifier: Apache-2.0
// In what a number is shown: what it is divided by, what stands before and after it, and how many
// decimals it has where nobody says. Money of the file is in KRW thousand, trade in thousand USD.
import type { Lang } from "../data";

/** No-break space: a number and its unit never part. */
export const nb = "\u00a0";

export interface Scale {
  divide: number;
  before: string;
  after: string;
  /** Decimals of a value, already divided, without sign. */
  decimals(value: number): number;
}

/** "auto" follows the size, "standard" is one for all of a table or chart, "million" is for unit costs. */
export type ScaleChoice = "auto" | "standard" | "million";

export interface ScaleOptions {
  /** Of unit "1": shown in percent. */
  share?: boolean;
  /** A difference: of shares and percents in percentage points. */
  sign?: boolean;
  scale?: ScaleChoice;
}

const always = (n: number) => () => n;
const whole = (value: number) => (value >= 10 || Number.isInteger(value) ? 0 : 1);
const oneBelow = (bound: number) => (value: number) => (value < bound ? 1 : 0);
const points = (value: number) => (value >= 100 || Number.isInteger(value) ? 0 : 1);
const ratio = (value: number) => {
  if (value >= 100 || Number.isInteger(value)) return 0;
  return value >= 10 ? 1 : 2;
};

type Row = [least: number, scale: Scale];
const row = (least: number, before: string, after: string, decimals: Scale["decimals"]): Row => [
  least,
  { divide: least, before, after, decimals },
];

const won: Record<Lang, Row[]> = {
  ko: [
    row(1e9, "", `조${nb}원`, always(1)),
    row(1e5, "", `억${nb}원`, oneBelow(10)),
    row(10, "", `만${nb}원`, always(0)),
    row(1, "", `천${nb}원`, always(0)),
  ],
  en: [
    row(1e9, `KRW${nb}`, `${nb}tn`, always(1)),
    row(1e6, `KRW${nb}`, `${nb}bn`, always(1)),
    row(1e3, `KRW${nb}`, `${nb}m`, oneBelow(100)),
    row(1, `KRW${nb}`, `${nb}thousand`, always(0)),
  ],
};
const dollars: Record<Lang, Row[]> = {
  ko: [
    row(1e5, "", `억${nb}달러`, oneBelow(10)),
    row(1e3, "", `백만${nb}달러`, oneBelow(10)),
    row(10, "", `만${nb}달러`, always(0)),
    row(1, "", `천${nb}달러`, always(0)),
  ],
  en: [
    row(1e6, `USD${nb}`, `${nb}bn`, always(1)),
    row(1e3, `USD${nb}`, `${nb}m`, oneBelow(10)),
    row(1, `USD${nb}`, `${nb}thousand`, always(0)),
  ],
};
/** Billions of dollars as the file has them, of trade balances. */
const billions: Record<Lang, Scale> = {
  ko: { divide: 0.1, before: "", after: `억${nb}달러`, decimals: oneBelow(10) },
  en: { divide: 1, before: `USD${nb}`, after: `${nb}bn`, decimals: always(1) },
};
const million: Record<Lang, Scale> = {
  ko: { divide: 1e3, before: "", after: `백만${nb}원`, decimals: always(1) },
  en: { divide: 1e3, before: `KRW${nb}`, after: `${nb}m`, decimals: always(1) },
};
const yen: Record<Lang, Scale> = {
  ko: { divide: 1, before: "", after: "원/100엔", decimals: always(0) },
  en: { divide: 1, before: `KRW${nb}`, after: `/100${nb}JPY`, decimals: always(0) },
};

const plain: Record<string, [ko: string, en: string, decimals: Scale["decimals"]]> = {
  person: ["명", `${nb}persons`, whole],
  firm: ["곳", `${nb}firms`, whole],
  day: ["일", `${nb}days`, whole],
  month: ["개월", `${nb}months`, whole],
  year: ["년", `${nb}years`, whole],
  bp: ["bp", `${nb}bp`, points],
  "1": ["", "", ratio],
};

/** The row that the size asks for; of nothing that of the usual size. */
function bySize(rows: Row[], size: number, usual: number): Scale {
  const wanted = size > 0 ? size : usual;
  const found = rows.find(([least]) => wanted >= least) ?? rows[rows.length - 1];
  return found![1];
}

function ofMoney(lang: Lang, size: number, choice: ScaleChoice): Scale {
  if (choice === "million") return million[lang];
  const usual = lang === "ko" ? 1e5 : 1e6;
  return bySize(won[lang], choice === "standard" ? usual : size, usual);
}

/** `size`: the largest of the values that are shown together, in the unit of the file. */
export function scaleOf(unit: string, lang: Lang, size: number, options: ScaleOptions = {}): Scale {
  const choice = options.scale ?? "auto";
  const points = lang === "ko" ? "%p" : `${nb}pp`;
  if (unit === "KRW thousand") return ofMoney(lang, size, choice);
  if (unit === "thousand USD") return bySize(dollars[lang], choice === "standard" ? 1e3 : size, 1e3);
  if (unit === "USD bn") return billions[lang];
  if (unit === "KRW/100 JPY") return yen[lang];
  if (unit === "percent")
    return { divide: 1, before: "", after: options.sign ? points : "%", decimals: always(1) };
  if (unit === "1" && options.share)
    return { divide: 0.01, before: "", after: options.sign ? points : "%", decimals: oneBelow(10) };
  const known = plain[unit];
  if (known) return { divide: 1, before: "", after: lang === "ko" ? known[0] : known[1], decimals: known[2] };
  return { divide: 1, before: "", after: nb + unit, decimals: ratio };
}
