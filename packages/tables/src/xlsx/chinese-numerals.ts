/**
 * Numbers in Chinese numerals, as the formats `[DBNum1]` and `[DBNum2]` show them.
 */

const DIGITS = { 1: [..."〇一二三四五六七八九"], 2: [..."零壹贰叁肆伍陆柒捌玖"] } as const;
const PLACES = { 1: ["", "十", "百", "千"], 2: ["", "拾", "佰", "仟"] } as const;
const GROUPS = ["", "万", "亿", "万亿"];

/** Each digit as a Chinese numeral, as in years: 二〇二四. */
export function digitwise(digits: string, set: 1 | 2): string {
  return digits.replace(/\d/gu, (digit) => DIGITS[set][Number(digit)] ?? digit);
}

function ofGroup(digits: string, set: 1 | 2): string {
  let text = "";
  let isGap = false;
  for (const [at, digit] of [...digits].entries()) {
    if (digit === "0") {
      isGap = text !== "";
      continue;
    }
    text += (isGap ? "零" : "") + (DIGITS[set][Number(digit)] ?? "") + (PLACES[set][digits.length - 1 - at] ?? "");
    isGap = false;
  }
  return text;
}

/** Decimal text without a sign as a Chinese number: 一百零五, 十二, 三点五. */
export function inChinese(decimal: string, set: 1 | 2): string {
  const [whole = "0", fraction = ""] = decimal.split(".");
  const behind = fraction === "" ? "" : `点${digitwise(fraction, set).replaceAll("〇", "零")}`;
  if (!/[1-9]/u.test(whole) || whole.length > 16) {
    return (/[1-9]/u.test(whole) ? digitwise(whole, set) : (DIGITS[set][0] ?? "")) + behind;
  }
  const padded = whole.padStart(Math.ceil(whole.length / 4) * 4, "0");
  let text = "";
  for (let at = 0; at < padded.length; at += 4) {
    const group = padded.slice(at, at + 4);
    const spoken = ofGroup(group, set);
    if (spoken === "") continue;
    const isGap = text !== "" && group.startsWith("0") && !spoken.startsWith("零");
    text += (isGap ? "零" : "") + spoken + (GROUPS[(padded.length - at) / 4 - 1] ?? "");
  }
  // 12 is 十二 and not 一十二.
  return (set === 1 ? text.replace(/^一十/u, "十") : text) + behind;
}
