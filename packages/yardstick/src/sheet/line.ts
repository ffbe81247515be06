/**
 * One rule on the score sheet: its sentence, the values that it read, its count, its effect, and its restrictions.
 */
import type { LineExplanation, RestrictionExplanation } from "@yardstick/engine";
import { publishedUnit, unitWord } from "@yardstick/engine";
import type { Line } from "@yardstick/language/program";
import { isNegative, isZero, plain, signedPoints, size } from "./figures.js";
import type { SheetContext } from "./read.js";
import { joinedReads, sheetRead } from "./read.js";
import { sentenceOf } from "./sentence.js";
import type { SheetLine, SheetNote } from "./sheet.js";

function signOf({ discretion, effect, net }: LineExplanation): SheetLine["sign"] {
  if (discretion) return "discretion";
  if (effect !== "add-or-deduct") return effect;
  return net !== null && isNegative(net) ? "deduct" : "add";
}

/** The count with its unit: steps, days between two dates, or the unit of the only number that was read. */
function countText(line: LineExplanation, program: Line | undefined, { messages, lang }: SheetContext): string | null {
  const { count, reads, outcome } = line;
  if (count === null || outcome === "pending" || (outcome === "not-fired" && isZero(count))) return null;
  if (program?.per?.whole === true) return messages.steps(plain(count));
  if (program?.each !== null && program?.each !== undefined) return plain(count);
  const of = program?.per?.of;
  if (of?.kind === "apply" && of.name === "days") return `${plain(count)} ${publishedUnit(of.type, lang) ?? ""}`.trim();
  const [only, ...others] = reads.flatMap(({ value }) => (value !== null && "unit" in value ? [value] : []));
  const unit = only !== undefined && others.length === 0 && program?.per?.measure.kind === "all" ? only.unit : null;
  return unit === null || unit === "%" ? plain(count) : `${plain(count)} ${unitWord(unit, lang)}`;
}

function notesOf(
  line: LineExplanation,
  program: Line | undefined,
  assessor: string | null,
  context: SheetContext,
): SheetNote[] {
  const { messages } = context;
  const notes: SheetNote[] = [];
  const add = (kind: keyof typeof messages.notes, text: string) =>
    notes.push({ kind, label: messages.notes[kind], text, span: null });

  if (line.outcome === "not-fired") add("not-fired", "");
  if (line.outcome === "pending") {
    const missing = line.reads.filter(({ value }) => value === null).map((read) => sheetRead(read, context));
    const names = missing.map(({ name, assessor: of }) => (of === null ? name : `${name}（${of}）`));
    add("pending", names.length === 0 ? "" : messages.awaits(names.join(messages.list)));
  }
  if (line.discretion && line.outcome === "fired")
    add("discretion", assessor === null ? "" : messages.judgedBy(assessor));
  // The waiver, which is applied last, is listed first.
  for (const restriction of inOrder(line.restrictions)) notes.push(...restrictionNote(restriction, program, context));
  return notes;
}

function inOrder(restrictions: LineExplanation["restrictions"]): LineExplanation["restrictions"] {
  const waivers = restrictions.filter(({ role }) => role === "waiver");
  return [...waivers, ...restrictions.filter(({ role }) => role !== "waiver")];
}

/** The note of a restriction; empty where it made no difference. */
function restrictionNote(
  { role, span, limit, heldBack, reads }: RestrictionExplanation,
  program: Line | undefined,
  context: SheetContext,
): readonly SheetNote[] {
  if (heldBack !== null && isZero(heldBack)) return [];
  const { label, text } = context.messages.restrictions[role];
  const per = program?.suffixes.find((suffix) => suffix.span.join() === span.join())?.per ?? null;
  const did = {
    limit: limit === null ? "" : size(limit),
    per: per === null ? null : sentenceOf(context.source, per.span),
    difference: heldBack === null ? "" : size(heldBack),
    reads: joinedReads(reads, context),
  };
  return [{ kind: role, label, text: text(did), span }];
}

/** A rule of the score sheet. `program` is its entry in the program; `assessor` is that of the item. */
export function sheetLine(
  line: LineExplanation,
  program: Line | undefined,
  assessor: string | null,
  context: SheetContext,
): SheetLine {
  return {
    span: line.span,
    sign: signOf(line),
    outcome: line.outcome,
    sentence: sentenceOf(context.source, line.span),
    basis: line.basis,
    reads: line.reads.map((read) => sheetRead(read, context)),
    count: countText(line, program, context),
    effect: line.net === null ? null : signedPoints(line.net),
    notes: notesOf(line, program, assessor, context),
    evidence: line.evidence.map((row) => ({
      ...row,
      cells: row.cells.map((cell) => ({ ...cell, text: cellText(row.list, cell, context) })),
      effect: row.effect === null ? null : signedPoints(row.effect),
    })),
  };
}

/** A cell of a side row; flags are translated, while a text `no` is unchanged. */
function cellText(
  list: string,
  { name, text }: { name: string; text: string | null },
  { program, messages }: SheetContext,
): string | null {
  const column = program.lists.find((each) => each.name === list)?.columns.find((each) => each.name === name);
  if (column?.type.kind !== "flag" || text === null) return text;
  return text === "yes" ? messages.yes : messages.no;
}
