/** Formatting of figures on the screen: minus sign, explicit plus sign, times. */

import { withMinusSign } from "@yardstick/exact";

/** With an explicit sign, also when positive: `+0.30`, `−0.10`. */
export function signed(text: string): string {
  return /^[-+]/.test(text) ? withMinusSign(text) : `+${text}`;
}

/** Whether decimal text denotes zero. */
export function isZero(text: string): boolean {
  return !/[1-9]/.test(text);
}

/** `14:03`, in local time. */
export function clock(milliseconds: number): string {
  if (!isTime(milliseconds)) return UNKNOWN_TIME;
  const time = new Date(milliseconds);
  return `${time.getHours()}:${String(time.getMinutes()).padStart(2, "0")}`;
}

/** `11-20 14:03`, preceded by the year when it is not the current one; the same in both languages. */
export function moment(milliseconds: number, now: number = Date.now()): string {
  if (!isTime(milliseconds)) return UNKNOWN_TIME;
  const time = new Date(milliseconds);
  const two = (part: number) => String(part).padStart(2, "0");
  const day = `${two(time.getMonth() + 1)}-${two(time.getDate())}`;
  const year = time.getFullYear() === new Date(now).getFullYear() ? "" : `${time.getFullYear()}-`;
  return `${year}${day} ${clock(milliseconds)}`;
}

const UNKNOWN_TIME = "—";

/** A repaired record has 0 when its time could not be read. */
function isTime(milliseconds: number): boolean {
  return milliseconds > 0 && milliseconds <= 8_640_000_000_000_000;
}
