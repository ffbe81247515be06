/**
 * Values that were read and fields that are missing, as text.
 */
import { withMinusSign } from "@yardstick/exact";
import { type Awaited, type CellProblem, type Read, unitWord } from "@yardstick/engine";
import { type Lang, ownEntry } from "@yardstick/language";
import type { Program, Span } from "@yardstick/language/program";
import { describeFinding } from "@yardstick/tables/rows";
import type { SheetAwaited, SheetRead } from "./sheet.js";
import type { SheetMessages } from "./messages.js";
import { bracketed } from "./bracketed.js";
import { sheetMessages } from "./messages.js";

/** The inputs common to all parts of a sheet. */
export interface SheetContext {
  readonly program: Program;
  /** The text of a span of the rubric on one line, with the keywords of `lang`. */
  readonly sentence: (span: Span) => string;
  readonly lang: Lang;
  readonly messages: SheetMessages;
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

/** A value that was read, as text. */
export function sheetRead(read: Read, { program, sentence, messages, lang }: SheetContext): SheetRead {
  const { value, span, assessor } = read;
  // A function is named by its text in the rubric.
  const isFunction = read.kind === "rows" || read.kind === "across" || read.kind === "history";
  const isScore = read.kind === "result" && read.name === "score";
  const name = isFunction
    ? sentence(span)
    : isScore
      ? messages.score
      : read.kind === "used"
        ? resultNameIn(lang, read.name)
        : read.name;
  let text: string | null = null;
  if (value !== null) {
    if (value.unit !== undefined) text = withUnit(value.text, value.unit, lang);
    else if (isTextField(program, read)) text = value.text;
    else text = value.text === "yes" ? messages.yes : value.text === "no" ? messages.no : value.text;
  }
  return { name, text, assessor, span };
}

/** Names and values: `招商完成 1180 万元，招商任务 1250 万元`; a true flag is shown as its name only. */
export function joinedReads(reads: readonly Read[], context: SheetContext): string {
  return reads
    .map((read) => sheetRead(read, context))
    .map(({ name, text }) => (text === null || text === context.messages.yes ? name : `${name} ${text}`))
    .join(context.messages.comma);
}

/** The words for what every rubric publishes, as results are stored by them. */
const storedWords: Readonly<Record<string, string>> = { 总分: "score", 满分: "full", 奖励: "awards" };

/** The name of an earlier or a used rubric's result in a language: `month.总分` is `month.score` in English. */
function resultNameIn(lang: Lang, name: string): string {
  if (lang === "zh") return name;
  const at = name.lastIndexOf(".") + 1;
  return `${name.slice(0, at)}${ownEntry(storedWords, name.slice(at)) ?? name.slice(at)}`;
}

/** Reasons that concern a result, not a cell of the data. */
const ofResults: ReadonlySet<Awaited["reason"]> = new Set([
  "no-result",
  "no-used-row",
  "used-pending",
  "history-gap",
  "no-history",
]);

/** A missing or unusable value with its reason and assessor: `招商完成（待填，经发办）`. */
export function describeAwaited(awaited: Awaited, lang: Lang): string {
  const { field, assessor, reason, problem, used } = awaited;
  // A problem without a column concerns the whole row.
  if (problem !== null && problem.column === null) return problemOfRow(problem, lang);
  const name = ofResults.has(reason) ? resultNameIn(lang, field) : field;
  if (used !== undefined && used.awaiting.length > 0) {
    const { usedAwaits, list } = sheetMessages[lang];
    const inside = used.awaiting.map((one) => describeAwaited(one, lang)).join(list);
    return `${name}${bracketed(usedAwaits(used.period, inside), lang)}`;
  }
  return sheetMessages[lang].awaited(name, assessor, reason, problem?.found ?? "");
}

/** The problem of a whole row, without its location. */
function problemOfRow(problem: CellProblem, lang: Lang): string {
  const why = describeFinding(problem, lang).replace(/[。.]$/u, "");
  return sheetMessages[lang].rowInDoubt(why);
}

/** The reasons where a result is pending because of itself, such as a gap in the history, and not of another field; otherwise null. */
export function ownReasons(name: string, awaiting: readonly Awaited[], lang: Lang): readonly string[] | null {
  const isOwn = awaiting.length > 0 && awaiting.every(({ field, reason }) => field === name && reason !== "blank");
  return isOwn ? awaiting.map(({ reason, problem }) => sheetMessages[lang].reason(reason, problem?.found ?? "")) : null;
}

/** A missing value on the score sheet. */
export function sheetAwaited(awaited: Awaited, lang: Lang): SheetAwaited {
  return { field: awaited.field, assessor: awaited.assessor, text: describeAwaited(awaited, lang) };
}
