/** The difference of two texts as one edit. */
import type { TextEdit } from "@yardstick/language";

/** Replaces what lies between the common beginning and the common end. */
export function textChange(before: string, after: string): TextEdit {
  const most = Math.min(before.length, after.length);
  let start = 0;
  while (start < most && before[start] === after[start]) start++;
  let end = 0;
  while (end < most - start && before[before.length - 1 - end] === after[after.length - 1 - end]) end++;
  return { span: [start, before.length - end], text: after.slice(start, after.length - end) };
}
