/**
 * The texts of quotients of whole numbers that doubles hold exactly, written without an object for each: a long result has millions.
 */
import { decimalsOfDenominator } from "./decimal-text.js";

/**
 * A function that writes `number / denominator` as `fixedText` does with `decimals`, or, where these are null, as `decimalText` does; it
 * returns null for a number whose digits a double does not hold. Null where the denominator is too large, or where the shortest text is
 * asked for and numbers repeat for ever.
 */
export function quotientTexts(
  denominator: bigint,
  decimals: number | null,
): ((number: number) => string | null) | null {
  const places = decimals ?? decimalsOfDenominator(denominator);
  if (places === null || places > MAX_DECIMALS || denominator > MAX_DENOMINATOR) return null;
  const [scale, divisor] = [10 ** places, Number(denominator)];
  const most = Number.MAX_SAFE_INTEGER / scale;
  const isShortest = decimals === null;
  return (number) => {
    const size = Math.abs(number);
    if (!Number.isInteger(number) || size >= most) return null;
    const scaled = size * scale;
    const rest = scaled % divisor;
    let units = (scaled - rest) / divisor;
    if (rest * 2 >= divisor && rest > 0) units += 1;
    let shown = places;
    if (isShortest)
      while (shown > 0 && units % 10 === 0) {
        units /= 10;
        shown -= 1;
      }
    const digits = String(units).padStart(shown + 1, "0");
    const cut = digits.length - shown;
    const text = shown === 0 ? digits : `${digits.slice(0, cut)}.${digits.slice(cut)}`;
    return number < 0 && units > 0 ? `-${text}` : text;
  };
}

/** Up to here ten to this power times a denominator stays far below what a double holds exactly. */
const MAX_DECIMALS = 9;
const MAX_DENOMINATOR = 1_000_000n;
