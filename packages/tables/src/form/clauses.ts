/**
 * The rules that read a field, in the words of the rubric: what the person who fills in a column wants to know about it.
 */
import type { Field, Program } from "@yardstick/language/program";
import { visitReads } from "./assessors.js";

/** The texts of the rules that read each field, columns of lists included, in the order of the rubric. `source` is the rubric's text. */
export function clausesOf(program: Program, source: string): ReadonlyMap<Field, readonly string[]> {
  const found = new Map<Field, string[]>();
  const note = (field: Field | undefined, text: string) => {
    if (field === undefined) return;
    const texts = found.get(field) ?? [];
    if (!texts.includes(text)) texts.push(text);
    found.set(field, texts);
  };
  for (const part of program.parts) {
    if (part.kind !== "item") continue;
    for (const line of part.lines) {
      const text = `${part.name}：${source.slice(line.span[0], line.span[1]).replace(/\s+/gu, " ").trim()}`;
      visitReads(line, ({ kind, field = -1, list = -1, column = -1 }) =>
        note(kind === "field" ? program.fields[field] : program.lists[list]?.columns[column], text),
      );
      if (line.amount.kind === "judgement") note(program.fields[line.amount.field], text);
    }
  }
  return found;
}
