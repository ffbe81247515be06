/** Numbers in the form used by headings of Chinese documents: 一, 十二, 三十. */
const DIGITS = "零一二三四五六七八九";

/** A whole number from 0 to 99 in Chinese; beyond that in digits. */
export function chineseNumber(number: number): string {
  const ones = number % 10 === 0 ? "" : (DIGITS[number % 10] ?? "");
  if (number < 10) return DIGITS[number] ?? "";
  if (number < 20) return `十${ones}`;
  return number < 100 ? `${DIGITS[Math.floor(number / 10)] ?? ""}十${ones}` : String(number);
}
