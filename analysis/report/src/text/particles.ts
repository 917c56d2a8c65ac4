// SPDX-License-Identifier: Apache-2.0
// Korean particles by the last sound of the word before them: Hangul by its final consonant, digits
// and Latin letters as they are read in Korean. What stands in brackets at the end is not read.
export type Particle =
  | "은/는"
  | "이/가"
  | "을/를"
  | "과/와"
  | "으로/로"
  | "이나/나"
  | "이라/라"
  | "이다/다";

type Final = "none" | "rieul" | "other";

/** 영 일 이 삼 사 오 육 칠 팔 구 */
const digits: Final[] = ["other", "rieul", "none", "other", "none", "none", "other", "rieul", "rieul", "none"];

/** 엘, 알: ㄹ; 엠, 엔: another; all other letters end in a vowel, as 에이, 에프, 더블유. */
const letters: Record<string, Final> = { l: "rieul", r: "rieul", m: "other", n: "other" };

const signs: Record<string, Final> = { "%": "none", "℃": "none", "°": "none", "+": "none", "&": "none" };

function ofHangul(code: number): Final {
  const final = (code - 0xac00) % 28;
  if (final === 0) return "none";
  return final === 8 ? "rieul" : "other";
}

/** "10" 십, "300" 백, "2,000" 천, "50000" 만; "2007" 칠; "1.0" 영. */
function ofNumber(text: string): Final {
  const whole = text.replaceAll(",", "");
  const last = whole[whole.length - 1]!;
  if (last !== "0" || whole.includes(".") || /^0+$/.test(whole)) return digits[Number(last)]!;
  const zeros = /0+$/.exec(whole)![0].length;
  return zeros === 12 ? "none" : "other"; // 조 has no final; 십 백 천 만 억 have one
}

/** Words are read as loan words: 플랜, 테이블, 모델, 북, 로직; capitals letter by letter. */
function ofLatin(word: string): Final {
  const last = word[word.length - 1]!.toLowerCase();
  const spelled = word.length === 1 || word === word.toUpperCase() || /[a-z][A-Z]$/.test(word);
  if (spelled) return letters[last] ?? "none";
  const lower = word.toLowerCase();
  if (/(l|le)$/.test(lower)) return "rieul";
  if (/(m|n|ng|me|ne)$/.test(lower)) return "other";
  if (/(c|ck|[aeiou]p|oo[kt]|[^aeiou][aou]k)$/.test(lower)) return "other";
  return "none";
}

/** Without closing quotes, marks of emphasis, and brackets at the end with what is in them. */
function spoken(word: string): string {
  let text = word.trim();
  for (let before = ""; before !== text; ) {
    before = text;
    text = text.replace(/[*"'”’」』〉》\u2069.,;:!?]+$/u, "").trimEnd();
    const bare = text.replace(/\s*[([（][^()[\]（）]*[)\]）]$/u, "");
    if (/[\p{L}\p{N}]/u.test(bare)) text = bare;
    else text = text.replace(/[)\]）]+$/u, "");
  }
  return text;
}

function finalOf(word: string): Final {
  const text = spoken(word);
  const last = text[text.length - 1];
  if (last === undefined) return "none";
  const code = last.charCodeAt(0);
  if (code >= 0xac00 && code <= 0xd7a3) return ofHangul(code);
  const number = /[\d][\d,.]*$/.exec(text);
  if (number) return ofNumber(number[0]);
  const latin = /[A-Za-z]+$/.exec(text);
  if (latin) return ofLatin(latin[0]);
  return signs[last] ?? "none";
}

/** "종합안" "과/와" -> "종합안과"; "F" -> "F와"; "종합안(3)" -> "종합안(3)과". */
export function withParticle(word: string, kind: Particle): string {
  const [afterConsonant, afterVowel] = kind.split("/") as [string, string];
  const final = finalOf(word);
  const asVowel = final === "none" || (kind === "으로/로" && final === "rieul");
  return word + (asVowel ? afterVowel : afterConsonant);
}
