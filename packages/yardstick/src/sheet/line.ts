/**
 * One rule on the score sheet: its sentence, the values that it read, its count, its effect, and its restrictions.
 */
import type { LineExplanation, Read, RestrictionExplanation } from "@yardstick/engine";
import { publishedUnit, unitWord, writtenUnit } from "@yardstick/engine";
import type { Line } from "@yardstick/language/program";
import { bracketed } from "./bracketed.js";
import { isNegative, isZero, plain, signedPoints } from "./figures.js";
import type { SheetContext } from "./read.js";
import { sheetRead } from "./read.js";
import type { SheetLine, SheetStep } from "./sheet.js";
import { sheetNote, sheetStep } from "./step.js";

function signOf({ discretion, effect, net }: LineExplanation): SheetLine["sign"] {
  if (discretion) return "discretion";
  if (effect !== "add-or-deduct") return effect;
  return net !== null && isNegative(net) ? "deduct" : "add";
}

/** The count with its unit: steps, days between two dates, or the unit of the only number that was read, where that is counted. */
function countText(line: LineExplanation, program: Line | undefined, context: SheetContext): string | null {
  const { messages, lang } = context;
  const { count, reads, outcome } = line;
  if (count === null || outcome === "pending" || (outcome === "not-fired" && isZero(count))) return null;
  if (program?.per?.whole === true) return messages.steps(plain(count));
  if (program?.each !== null && program?.each !== undefined) return plain(count);
  const of = program?.per?.of;
  if (of?.kind === "apply" && (of.name === "days" || of.name === "months" || of.name === "one-read"))
    return `${plain(count)} ${publishedUnit(of.type, lang) ?? ""}`.trim();
  const [only, ...others] = reads.flatMap(({ span, value }) =>
    value !== null && "value" in value ? [{ span, unit: value.unit }] : [],
  );
  if (of === undefined || only === undefined || others.length > 0 || program?.per?.measure.kind !== "all")
    return plain(count);
  const { unit } = only;
  // A quotient or a table of what was read has not its unit: 3 times ten minutes are no 3 minutes.
  const isOfUnit = of.span.join() === only.span.join() || writtenUnit(context.program, of)?.name === unit;
  return unit === null || unit === "%" || !isOfUnit ? plain(count) : `${plain(count)} ${unitWord(unit, lang)}`;
}

/** Whether a function over rows or of dates is what the rule counts, once each: its value is shown as the count. */
function isCount(read: Read, { count, outcome }: LineExplanation, program: Line | undefined): boolean {
  const per = program?.per ?? null;
  if (count === null || per?.whole !== false || per.of.span.join() !== read.span.join()) return false;
  return read.kind === "rows" || (per.of.kind === "apply" && outcome !== "not-fired");
}

function notesOf(
  line: LineExplanation,
  program: Line | undefined,
  assessor: string | null,
  context: SheetContext,
): SheetStep[] {
  const { messages } = context;
  const notes: SheetStep[] = [];
  if (line.outcome === "not-fired") notes.push(sheetNote("not-fired", "", context));
  if (line.outcome === "pending") {
    const missing = line.reads.filter(({ value }) => value === null).map((read) => sheetRead(read, context));
    const names = missing.map(({ name, assessor: of }) =>
      of === null ? name : `${name}${bracketed(of, context.lang)}`,
    );
    notes.push(sheetNote("pending", names.length === 0 ? "" : messages.awaits(names.join(messages.list)), context));
  }
  if (line.discretion && line.outcome === "fired")
    notes.push(sheetNote("discretion", assessor === null ? "" : messages.judgedBy(assessor), context));
  // The waiver, which is applied last, is listed first. A suffix that made no difference is left out.
  for (const restriction of inOrder(line.restrictions))
    if (restriction.heldBack === null || !isZero(restriction.heldBack))
      notes.push(sheetStep(restriction, context, { per: perOf(restriction, program, context) }));
  return notes;
}

/** What the rows of a suffix are grouped by, as written. */
function perOf({ span }: RestrictionExplanation, program: Line | undefined, { sentence }: SheetContext): string | null {
  const per = program?.suffixes.find((suffix) => suffix.span.join() === span.join())?.per ?? null;
  return per === null ? null : sentence(per.span);
}

function inOrder(restrictions: LineExplanation["restrictions"]): LineExplanation["restrictions"] {
  const waivers = restrictions.filter(({ role }) => role === "waiver");
  return [...waivers, ...restrictions.filter(({ role }) => role !== "waiver")];
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
    sentence: context.sentence(line.span),
    basis: line.basis,
    reads: line.reads.filter((read) => !isCount(read, line, program)).map((read) => sheetRead(read, context)),
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
