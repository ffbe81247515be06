/**
 * Positions by the definition of the protocol, over the whole text each time: what the server's are compared with.
 */
import type { Position } from "vscode-languageserver";
import type { Encoding } from "../src/positioned-text.js";

/** The offsets at which each line starts and ends; the line end is not in it. */
export function linesOf(source: string): readonly (readonly [start: number, end: number])[] {
  const lines: (readonly [number, number])[] = [];
  let start = 0;
  for (const end of source.matchAll(/\r\n|\r|\n/gu)) {
    lines.push([start, end.index]);
    start = end.index + end[0].length;
  }
  return [...lines, [start, source.length]];
}

/** The length of a part of a line. */
const widthOf = (part: string, unit: Encoding): number =>
  unit === "utf-16" ? part.length : new TextEncoder().encode(part).length;

/** The last offset up to this one that has a position: none is between the halves of a pair of surrogates or of a line end. */
export function offsetWithPosition(source: string, offset: number): number {
  const around = source.slice(Math.max(0, offset - 1), offset + 1);
  return /^(?:[\ud800-\udbff][\udc00-\udfff]|\r\n)$/.test(around) ? offset - 1 : offset;
}

/** The position of an offset that has one. */
export function positionOf(source: string, offset: number, unit: Encoding): Position {
  const lines = linesOf(source);
  const line = lines.findLastIndex(([start]) => start <= offset);
  const [start] = lines[line] ?? [0];
  return { line, character: widthOf(source.slice(start, offset), unit) };
}
