/**
 * One scoring line on the sheet: its sentence, what it read, how often it counted, what it did, and what held it back.
 */
import type { LineExplanation, RestrictionExplanation } from "@yardstick/engine";
import { unitWord } from "@yardstick/engine";
import type { Line } from "@yardstick/language/program";
import { isNegative, isZero, plain, signedPoints, size } from "./figures.js";
import type { Writing } from "./read.js";
import { joinedReads, sheetRead } from "./read.js";
import { sentenceOf } from "./sentence.js";
import type { SheetLine, SheetNote } from "./sheet.js";

function signOf({ discretion, effect, net }: LineExplanation): SheetLine["sign"] {
  if (discretion) return "discretion";
  if (effect !== "add-or-deduct") return effect;
  return net !== null && isNegative(net) ? "deduct" : "add";
}

/** With the word of what was counted: whole steps, or the unit of the only number that was read. */
function countText(line: LineExplanation, program: Line | undefined, { words, lang }: Writing): string | null {
  const { count, reads, outcome } = line;
  if (count === null || outcome === "pending" || (outcome === "not-fired" && isZero(count))) return null;
  if (program?.per?.whole === true) return words.steps(plain(count));
  if (program?.each !== null && program?.each !== undefined) return plain(count);
  const [only, ...others] = reads.flatMap(({ value }) => (value !== null && "unit" in value ? [value] : []));
  const unit = only !== undefined && others.length === 0 && program?.per?.measure.kind === "all" ? only.unit : null;
  return unit === null || unit === "%" ? plain(count) : `${plain(count)} ${unitWord(unit, lang)}`;
}

function notesOf(
  line: LineExplanation,
  program: Line | undefined,
  assessor: string | null,
  writing: Writing,
): SheetNote[] {
  const { words } = writing;
  const notes: SheetNote[] = [];
  const add = (kind: keyof typeof words.notes, text: string) =>
    notes.push({ kind, label: words.notes[kind], text, span: null });

  if (line.outcome === "not-fired") add("not-fired", "");
  if (line.outcome === "pending") {
    const missing = line.reads.filter(({ value }) => value === null).map((read) => sheetRead(read, writing));
    const names = missing.map(({ name, assessor: of }) => (of === null ? name : `${name}（${of}）`));
    add("pending", names.length === 0 ? "" : words.awaits(names.join(words.list)));
  }
  if (line.discretion && line.outcome === "fired") add("discretion", assessor === null ? "" : words.judgedBy(assessor));
  // What leaves the least is said first: a waiver acts last.
  for (const restriction of inOrder(line.restrictions)) notes.push(...restrictionNote(restriction, program, writing));
  return notes;
}

function inOrder(restrictions: LineExplanation["restrictions"]): LineExplanation["restrictions"] {
  const waivers = restrictions.filter(({ role }) => role === "waiver");
  return [...waivers, ...restrictions.filter(({ role }) => role !== "waiver")];
}

/** Nothing where it made no difference. */
function restrictionNote(
  { role, span, limit, heldBack, reads }: RestrictionExplanation,
  program: Line | undefined,
  writing: Writing,
): readonly SheetNote[] {
  if (heldBack !== null && isZero(heldBack)) return [];
  const { label, text } = writing.words.restrictions[role];
  const per = program?.suffixes.find((suffix) => suffix.span.join() === span.join())?.per ?? null;
  const did = {
    limit: limit === null ? "" : size(limit),
    per: per === null ? null : sentenceOf(writing.source, per.span),
    difference: heldBack === null ? "" : size(heldBack),
    reads: joinedReads(reads, writing),
  };
  return [{ kind: role, label, text: text(did), span }];
}

/** `program` is the line's own entry in the program; `assessor` is the item's. */
export function sheetLine(
  line: LineExplanation,
  program: Line | undefined,
  assessor: string | null,
  writing: Writing,
): SheetLine {
  return {
    span: line.span,
    sign: signOf(line),
    outcome: line.outcome,
    sentence: sentenceOf(writing.source, line.span),
    basis: line.basis,
    reads: line.reads.map((read) => sheetRead(read, writing)),
    count: countText(line, program, writing),
    effect: line.net === null ? null : signedPoints(line.net),
    notes: notesOf(line, program, assessor, writing),
    evidence: line.evidence.map((row) => ({
      ...row,
      cells: row.cells.map((cell) => ({ ...cell, text: cellText(row.list, cell, writing) })),
      effect: row.effect === null ? null : signedPoints(row.effect),
    })),
  };
}

/** A cell of a side row; a flag in the words of the language, a text that happens to read `no` as it is. */
function cellText(
  list: string,
  { name, text }: { name: string; text: string | null },
  { program, words }: Writing,
): string | null {
  const column = program.lists.find((each) => each.name === list)?.columns.find((each) => each.name === name);
  if (column?.type.kind !== "flag" || text === null) return text;
  return text === "yes" ? words.yes : words.no;
}
