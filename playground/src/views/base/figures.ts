/** How figures are written on the screen: a true minus, a sign where it matters, clock times. */

/** Decimal text with U+2212 for its minus. */
export function figure(text: string): string {
  return text.replace(/^-/, "−");
}

/** With its sign in front, also where it is positive: `+0.30`, `−0.10`. */
export function signed(text: string): string {
  return /^[-+]/.test(text) ? figure(text) : `+${text}`;
}

export function isZero(text: string): boolean {
  return !/[1-9]/.test(text);
}

/** `14:03`, in the time of this machine. */
export function clock(milliseconds: number): string {
  if (!isTime(milliseconds)) return UNKNOWN_TIME;
  const time = new Date(milliseconds);
  return `${time.getHours()}:${String(time.getMinutes()).padStart(2, "0")}`;
}

/** `11-20 14:03`, with the year where it is another: sortable, the same in both languages. */
export function moment(milliseconds: number, now: number = Date.now()): string {
  if (!isTime(milliseconds)) return UNKNOWN_TIME;
  const time = new Date(milliseconds);
  const two = (part: number) => String(part).padStart(2, "0");
  const day = `${two(time.getMonth() + 1)}-${two(time.getDate())}`;
  const year = time.getFullYear() === new Date(now).getFullYear() ? "" : `${time.getFullYear()}-`;
  return `${year}${day} ${clock(milliseconds)}`;
}

const UNKNOWN_TIME = "—";

/** A damaged record says 0 where its time cannot be read. */
function isTime(milliseconds: number): boolean {
  return milliseconds > 0 && milliseconds <= 8_640_000_000_000_000;
}
