/**
 * Text in columns of a terminal, where a Chinese character is two wide.
 */
import stringWidth from "string-width";

export function widthOf(text: string): number {
  return stringWidth(text);
}

export function padEnd(text: string, width: number): string {
  return text + " ".repeat(Math.max(0, width - widthOf(text)));
}

export function padStart(text: string, width: number): string {
  return " ".repeat(Math.max(0, width - widthOf(text))) + text;
}

/** Breaks a text into lines no wider than `width`: at spaces where there are some, else after any character; at least one. */
export function wrapped(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  let line = "";
  // A number stays with the word before it.
  for (const word of text.match(/\s*\S+(?: \d\S*)*/gu) ?? []) {
    if (widthOf(line + word) <= width || (line === "" && widthOf(word.trimStart()) <= width)) {
      line = line === "" ? word.trimStart() : line + word;
      continue;
    }
    const bare = word.trimStart();
    // A long run of Chinese fills the line; a short word goes to the next one whole.
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

/** After any character, but not inside a number or a Latin word, and not before a mark that closes. */
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
