/**
 * A score sheet as HTML: every rule that had an effect, with its count and effect, its evidence, and what caps and waivers held back;
 * the items of full marks in one line; and the calculation from the sum to the score. Items do not break across pages, and headers repeat.
 * Rules without effect are there, too, and are shown on request (see `options.ts`).
 */
import { bracketed } from "../sheet/bracketed.js";
import { hadNoEffect, isUneventful, linesWithoutEffect, runsOf } from "../sheet/fold.js";
import { limitText } from "../sheet/limit-text.js";
import { sheetMessages } from "../sheet/messages.js";
import type {
  Sheet,
  SheetChange,
  SheetEvidence,
  SheetItem,
  SheetLine,
  SheetPart,
  SheetRead,
  SheetResult,
  SheetSection,
  SheetStep,
} from "../sheet/sheet.js";
import { alignedFigures } from "./aligned-figures.js";
import type { Markup } from "./markup.js";
import { markup } from "./markup.js";
import type { DocumentMessages } from "./messages.js";
import { withWordBreaks } from "./word-breaks.js";
import { ruler } from "./ruler.js";
import { documentMessages } from "./messages.js";

const SIGNS: Readonly<Record<SheetLine["sign"], string>> = { deduct: "−", add: "+", earn: "=", discretion: "◇" };
const QUIET = "○";
const NONE = markup``;

type Figure = ReturnType<typeof alignedFigures>;

/** What all rows of a sheet are rendered with. */
interface Columns {
  readonly messages: DocumentMessages;
  /** The text of a flag that is set. */
  readonly yes: string;
  readonly effect: Figure;
  readonly full: Figure;
  readonly score: Figure;
}

function partsWithin(parts: readonly SheetPart[]): readonly SheetPart[] {
  return parts.flatMap((part) => (part.kind === "item" ? [part] : [part, ...partsWithin(part.parts)]));
}

function columnsOf(sheet: Sheet, messages: DocumentMessages): Columns {
  const parts = partsWithin(sheet.parts);
  const lines = parts.flatMap((part) => (part.kind === "item" ? part.lines : []));
  return {
    messages,
    yes: sheetMessages[sheet.lang].yes,
    effect: alignedFigures(lines.filter((line) => !hadNoEffect(line)).map(({ effect }) => effect)),
    full: alignedFigures(parts.map(({ points }) => points)),
    score: alignedFigures(parts.map(({ score }) => score)),
  };
}

/** The label in a box and its text. */
function note({ label, text }: SheetStep): Markup {
  return text === ""
    ? markup` <span class="no">${label}</span>`
    : markup` <span class="no"><b>${label}</b>${text}</span>`;
}

/** The notes of a rule; who judged is the assessor, who is named beside the item. */
function notesOf({ notes, outcome }: SheetLine): readonly Markup[] {
  return notes.filter(({ kind }) => kind !== "discretion" || outcome !== "fired").map(note);
}

/** Values that were read, besides those that the row states already: the count, a condition that held, a judgement taken as it is. */
function readsOf({ reads, count, sentence, sign, outcome, notes }: SheetLine, yes: string): readonly SheetRead[] {
  const isPlainJudgement = sign === "discretion" && outcome === "fired" && notes.length === 1;
  if (isPlainJudgement) return [];
  return reads.filter(({ name, text }) => text !== count && !(text === yes && sentence.includes(name)));
}

/** The cells of a side row, without those that the rule itself quotes. */
function rowText({ cells }: SheetEvidence, sentence: string): string {
  const texts = cells.flatMap(({ text }) => (text === null || text === "" ? [] : [text]));
  const own = texts.filter((text) => !sentence.includes(`"${text}"`));
  return (own.length === 0 ? texts : own).join("　");
}

/** The limit of a bonus or a penalty: `≤ 3.00`, `≥ −3.00`. */
function limit({ reaches, limit: most }: SheetItem): string {
  return most === null || reaches === null ? "" : limitText(reaches, most);
}

function facts(pieces: readonly (string | null)[], messages: DocumentMessages): string {
  return pieces.filter((piece) => piece !== null && piece !== "").join(messages.comma);
}

function line(of: SheetLine, { messages, yes, effect }: Columns): Markup {
  const isQuiet = hadNoEffect(of);
  const tint = isQuiet ? "" : of.sign === "deduct" || of.sign === "discretion" ? "red" : "blue";
  const reads = readsOf(of, yes).map(({ name, text }) => `${name} ${text ?? "—"}`);
  const read = reads.length === 0 ? NONE : markup` <span class="no">${reads.join(messages.comma)}</span>`;
  const rows = of.evidence.map((row) => {
    const own = row.effect === null ? NONE : markup` <i>${row.effect}</i>`;
    return markup`<span>${rowText(row, of.sentence)}${own}</span>`;
  });
  const evidence = rows.length === 0 ? NONE : markup`<tr class="ev"><td colspan="3"><div>${rows}</div></td></tr>`;
  const shown = isQuiet ? markup`—` : effect(of.effect);
  return markup`<tr class="${isQuiet ? "sl off" : "sl"}"><td><span class="rl"><span class="${`sg2 ${tint}`.trimEnd()}">${isQuiet ? QUIET : SIGNS[of.sign]}</span><span>${of.sentence}${notesOf(of)}${read}</span></span></td><td class="n">${of.count ?? ""}</td><td class="${`n ${tint}`.trimEnd()}">${shown}</td></tr>${evidence}`;
}

/** Notes on the range, the rounding or the applicability of a part, and what it counts in the part above where that differs. */
function ownNotes({ notes, contribution, worth }: SheetPart, columns: number, messages: DocumentMessages): Markup {
  const counted =
    contribution === null ? NONE : markup` <span class="no">${messages.counted(contribution, worth)}</span>`;
  return notes.length === 0 && contribution === null
    ? NONE
    : markup`<tr class="on"><td colspan="${columns}">${notes.map(note)}${counted}</td></tr>`;
}

/** The name, the full marks and the score stand beside all rules of the item. */
function item(of: SheetItem, columns: Columns): Markup {
  const { messages } = columns;
  const form = of.formName === null ? "" : `${of.formName} ${limit(of)}`.trimEnd();
  const remark = facts([form, of.assessor, of.basis], messages);
  const rows = of.lines.length + of.lines.filter(({ evidence }) => evidence.length > 0).length + 2;
  const full = of.form === "item" ? columns.full(of.points) : NONE;
  return markup`<tbody class="${isUneventful(of) ? "item off" : "item"}"><tr class="ih"><th scope="rowgroup" rowspan="${rows}">${of.name}${remark === "" ? NONE : markup`<small>${remark}</small>`}</th><td colspan="3"></td><td class="n" rowspan="${rows}">${full}</td><td class="n fin" rowspan="${rows}">${columns.score(of.score)}</td></tr>${of.lines.map((each) => line(each, columns))}${ownNotes(of, 3, messages)}</tbody>`;
}

/** Items in which no rule had an effect, in one line. */
function uneventful(items: readonly SheetItem[], { messages }: Columns): Markup {
  const names = items.map(({ name, score, contribution }) => `${name} ${contribution ?? score ?? "—"}`);
  if (names.length === 0) return NONE;
  return markup`<tbody class="cut"><tr><td colspan="6">${messages.folded(names.join(messages.list))}</td></tr></tbody>`;
}

function section(of: SheetSection, depth: number, columns: Columns): Markup {
  const { messages, full, score } = columns;
  const remark = facts([of.assessor, of.basis], messages);
  const about = remark === "" ? NONE : markup` <small>${remark}</small>`;
  return markup`<tbody class="sec"><tr class="${depth === 0 ? "sh" : "sh sub"}"><th scope="rowgroup" colspan="4">${of.name}${about}</th><td class="n">${full(of.points)}</td><td class="n fin">${score(of.score)}</td></tr>${ownNotes(of, 6, messages)}</tbody>${rowsOf(of.parts, depth + 1, columns)}`;
}

/** All parts in the order of the rubric. */
function rowsOf(parts: readonly SheetPart[], depth: number, columns: Columns): readonly Markup[] {
  return runsOf(parts).flatMap((run) =>
    "kind" in run
      ? [section(run, depth, columns)]
      : [...run.map((each) => item(each, columns)), uneventful(run.filter(isUneventful), columns)],
  );
}

/** The scores of the sections side by side. */
function sums(sheet: Sheet, messages: DocumentMessages): Markup {
  const cells = sheet.parts.map(
    (part) =>
      markup`<td><small>${withWordBreaks(part.name, sheet.lang)}</small><b>${(part.points === part.worth ? null : part.contribution) ?? part.score ?? "—"}</b><small>${part.kind === "item" && part.form !== "item" ? limit(part) : part.worth}</small></td>`,
  );
  return markup`<table class="sums"><tr><th scope="row"><small>${messages.section}</small><b>${messages.score}</b><small>${messages.full}</small></th>${cells}</tr></table>`;
}

/** The calculation from the sum to the score, and the results that follow from it. */
function chain({ steps, results }: Sheet, messages: DocumentMessages): Markup {
  const value = alignedFigures(steps.map((step) => step.value));
  const rows = steps.map(
    ({ kind, label, text, value: own }) =>
      markup`<tr${kind === "score" ? markup` class="end"` : NONE}><th scope="row">${label}</th><td>${text}</td><td class="n">${own === null ? NONE : value(own)}</td></tr>`,
  );
  const shown = results.filter(({ holds, kind }) => holds !== false || kind === "award");
  const row = (title: string, of: readonly SheetResult[]) =>
    of.length === 0
      ? NONE
      : markup`<tr><th scope="row">${title}</th><td colspan="2">${of.map(({ name, text }) => markup`<span class="res"><b>${name}</b> ${text}</span> `)}</td></tr>`;
  const outcomes = shown.filter(({ kind }) => kind !== "output");
  const title = outcomes.some(({ kind }) => kind === "grade") ? messages.gradeAndOutcome : messages.outcome;
  const outputs = row(
    messages.outputs,
    shown.filter(({ kind }) => kind === "output"),
  );
  return markup`<table class="chain"><tbody>${rows}${row(title, outcomes)}${outputs}</tbody></table>`;
}

/** How many losses, and gains, a sheet opens on. */
const MAX_CHANGES = 5;

/** What was lost and gained, the greatest first. */
function balance({ balance: of }: Sheet, messages: DocumentMessages): Markup {
  if (of === null) return NONE;
  const most = (changes: readonly SheetChange[], sentence: DocumentMessages["mostLost"], tint: string) => {
    if (changes.length === 0) return NONE;
    const shown = changes.slice(0, MAX_CHANGES).map(({ name, amount }) => `${name} ${amount}`);
    return markup` <span class="${tint}">${sentence(shown.join(messages.list), changes.length - shown.length)}</span>`;
  };
  return markup`<p class="why"><b>${of.text}</b>${most(of.losses, messages.mostLost, "red")}${most(of.gains, messages.mostGained, "blue")}</p>`;
}

function head(sheet: Sheet, messages: DocumentMessages): Markup {
  const edition = sheet.edition === null ? "" : bracketed(sheet.edition, sheet.lang);
  const places = sheet.rankings
    .filter(({ name }) => !name.includes("/"))
    .map(({ name, text }) => markup`<div><dt>${name}</dt><dd>${text}</dd></div>`);
  return markup`<header class="th"><div><p class="eyb">${sheet.rubric}${edition}　${sheet.heading}</p><h1>${sheet.key}${sheet.period === null ? NONE : markup` <small>${sheet.period}</small>`}</h1></div><dl> ${places}<div class="sc"><dt>${messages.score}</dt><dd class="big">${sheet.score ?? sheet.statusText}</dd></div></dl></header>`;
}

/** The score sheet as an `<article>` with the identifier `id`; `receipt` is the text at its foot, `isOfAllData` whether it has that of the data. */
export function sheetArticle(sheet: Sheet, id: string, receipt: string, isOfAllData: boolean): Markup {
  const messages = documentMessages[sheet.lang];
  const columns = columnsOf(sheet, messages);
  const cut = linesWithoutEffect(sheet);
  const summary =
    sheet.summary.length === 0
      ? NONE
      : markup`<p class="why">${sheet.summary.join(messages.htmlLang === "en" ? " " : "")}</p>`;
  const hidden = cut === 0 ? NONE : markup`<p class="cut">${messages.notShown(cut)}</p>`;
  return markup`<article class="a4 sheet" id="${id}">${head(sheet, messages)}${balance(sheet, messages)}${summary} ${ruler(sheet)}<div class="sw">${sums(sheet, messages)}</div><div class="stw"><table class="st"><thead><tr><th scope="col">${messages.item}</th><th scope="col">${messages.rule}</th><th scope="col" class="n">${messages.count}</th><th scope="col" class="n">${messages.effect}</th><th scope="col" class="n">${messages.full}</th><th scope="col" class="n">${messages.score}</th></tr></thead>${rowsOf(sheet.parts, 0, columns)}</table></div>${hidden}${chain(sheet, messages)}<div class="sign">${messages.signs.map((sign) => markup`<p>${sign}</p>`)}</div><footer class="pf"><span>${receipt}</span><span>${isOfAllData ? messages.recompute : messages.onlyOwnData}</span></footer></article>`;
}
