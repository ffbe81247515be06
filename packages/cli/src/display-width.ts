/**
 * The width of text on a terminal, where a Chinese character takes two columns.
 */
import stringWidth from "fast-string-width";

/** The number of columns that a text takes. */
export function widthOf(text: string): number {
  return stringWidth(text);
}

/** Appends spaces up to a width in columns. */
export function padEnd(text: string, width: number): string {
  return text + " ".repeat(Math.max(0, width - widthOf(text)));
}

/** Prepends spaces up to a width in columns. */
export function padStart(text: string, width: number): string {
  return " ".repeat(Math.max(0, width - widthOf(text))) + text;
}

/** Breaks a text into lines of at most `width` columns: at spaces, else after any character. Returns at least one line. */
export function wrapped(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  let line = "";
  // A number is kept with the word before it.
  for (const word of text.match(/\s*\S+(?: \d\S*)*/gu) ?? []) {
    if (widthOf(line + word) <= width || (line === "" && widthOf(word.trimStart()) <= width)) {
      line = line === "" ? word.trimStart() : line + word;
      continue;
    }
    const bare = word.trimStart();
    // A long run of Chinese characters fills the line; a short word moves to the next line.
    if (line !== "" && widthOf(bare) * 2 <= width) {
      lines.push(line);
      line = bare;
      continue;
    }
    const pieces = brokenUp(line === "" ? bare : line + word, width);
    lines.push(...pieces.slice(0, -1));
    line = pieces.at(-1) ?? "";
  }
  return line === "" && lines.length > 0 ? lines : [...lines, line];
}

/** Units that are not broken: a number or a Latin word, or one character, each with the closing punctuation after it. */
const UNITS = /[A-Za-z0-9_.%/-]+[，。；、：）”」]*|.[，。；、：）”」]*/gu;

function brokenUp(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  let line = "";
  for (const unit of text.match(UNITS) ?? []) {
    if (line !== "" && widthOf(line + unit) > width) {
      lines.push(line.trimEnd());
      line = unit.trimStart();
    } else {
      line += unit;
    }
  }
  return [...lines, line];
}
