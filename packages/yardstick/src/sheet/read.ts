/**
 * Values that were read and fields that are awaited, in words.
 */
import { withMinusSign } from "@yardstick/exact";
import { type Awaited, type CellProblem, type Read, unitWord } from "@yardstick/engine";
import type { Lang } from "@yardstick/language";
import type { Program } from "@yardstick/language/program";
import { describeFinding } from "@yardstick/tables/rows";
import { sentenceOf } from "./sentence.js";
import type { SheetAwaited, SheetRead } from "./sheet.js";
import type { SheetMessages } from "./messages.js";
import { sheetMessages } from "./messages.js";

/** What the parts of a sheet are written from. */
export interface Writing {
  readonly program: Program;
  readonly source: string;
  readonly lang: Lang;
  readonly words: SheetMessages;
}

/** A number and its unit: `1180 万元`, `94.4%`. */
export function withUnit(text: string, unit: string | null, lang: Lang): string {
  if (unit === null) return withMinusSign(text);
  return unit === "%" || unit === "‰"
    ? `${withMinusSign(text)}${unit}`
    : `${withMinusSign(text)} ${unitWord(unit, lang)}`;
}

function isTextField(program: Program, read: Read): boolean {
  const kept = read.kind === "field" ? program.fields : read.kind === "constant" ? program.constants : [];
  return kept.some(({ name, type }) => name === read.name && type.kind !== "flag");
}

export function sheetRead(read: Read, { program, source, words, lang }: Writing): SheetRead {
  const { value, span, assessor } = read;
  // Functions have no name of their own in the rubric: their words are what stands there.
  const isFunction = read.kind === "across" || read.kind === "history";
  const isScore = read.kind === "result" && read.name === "score";
  const name = isFunction ? sentenceOf(source, span) : isScore ? words.score : read.name;
  let text: string | null = null;
  if (value !== null) {
    if ("unit" in value) text = withUnit(value.text, value.unit, lang);
    else if (isTextField(program, read)) text = value.text;
    else text = value.text === "yes" ? words.yes : value.text === "no" ? words.no : value.text;
  }
  return { name, text, assessor, span };
}

/** `招商完成 1180 万元，招商任务 1250 万元`; a flag that holds is its name alone. */
export function joinedReads(reads: readonly Read[], writing: Writing): string {
  return reads
    .map((read) => sheetRead(read, writing))
    .map(({ name, text }) => (text === null || text === writing.words.yes ? name : `${name} ${text}`))
    .join(writing.words.comma);
}

/** `招商完成（待填，经发办）`: what is awaited and from whom, or why a value cannot be worked out. */
export function describeAwaited(awaited: Awaited, lang: Lang): string {
  const { field, assessor, reason, problem } = awaited;
  // A problem without a column is one of the whole row: it says itself what is in doubt and why.
  if (problem !== null && problem.column === null) return problemOfRow(problem, lang);
  return sheetMessages[lang].awaited(field, assessor, reason, problem?.found ?? "");
}

/** `这一行有疑问：…`: without its place, which the reader of a sheet need not be given. */
function problemOfRow(problem: CellProblem, lang: Lang): string {
  const why = describeFinding(problem, lang).replace(/[。.]$/u, "");
  return sheetMessages[lang].rowInDoubt(why);
}

/** Why something is pending by itself, as over a gap in the history: it awaits nothing that has another name. Else null. */
export function ownReasons(name: string, awaiting: readonly Awaited[], lang: Lang): readonly string[] | null {
  const isOwn = awaiting.length > 0 && awaiting.every(({ field, reason }) => field === name && reason !== "blank");
  return isOwn ? awaiting.map(({ reason, problem }) => sheetMessages[lang].reason(reason, problem?.found ?? "")) : null;
}

export function sheetAwaited(awaited: Awaited, lang: Lang): SheetAwaited {
  return { field: awaited.field, assessor: awaited.assessor, text: describeAwaited(awaited, lang) };
}
