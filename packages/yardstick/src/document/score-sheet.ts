/**
 * A score sheet as HTML: every rule with count and effect, its evidence, the effect of caps and waivers, and the calculation from the sum
 * to the score. Items do not break across pages, and headers repeat.
 */
import type { Sheet, SheetItem, SheetLine, SheetPart, SheetSection, SheetStep } from "../sheet/sheet.js";
import type { Markup } from "./markup.js";
import { markup } from "./markup.js";
import type { DocumentMessages } from "./messages.js";
import { withWordBreaks } from "./word-breaks.js";
import { ruler } from "./ruler.js";
import { documentMessages } from "./messages.js";

const SIGNS: Readonly<Record<SheetLine["sign"], string>> = { deduct: "−", add: "+", earn: "=", discretion: "◇" };
const QUIET = "○";

function note({ label, text }: SheetStep): Markup {
  return text === "" ? markup`${label} ` : markup`<b>${label}</b>${text} `;
}

/** The limit of a bonus or a penalty: `≤ 3.00`, `≥ −3.00`. */
function limit({ form, limit: most }: SheetItem): string {
  return most === null ? "" : form === "penalty" ? `≥ −${most}` : `≤ ${most}`;
}

function facts(pieces: readonly (string | null)[], messages: DocumentMessages): string {
  return pieces.filter((piece) => piece !== null && piece !== "").join(messages.comma);
}

function line(of: SheetLine, messages: DocumentMessages): Markup {
  const isQuiet = of.outcome === "not-fired";
  const tint = isQuiet ? "" : of.sign === "deduct" || of.sign === "discretion" ? "red" : "blue";
  const reads = of.reads.filter(({ text }) => text !== of.count).map(({ name, text }) => `${name} ${text ?? "—"}`);
  const effect = isQuiet ? "—" : (of.effect ?? "—");
  const rows = of.evidence.map(({ cells, effect: own }) => {
    const row = cells.flatMap(({ text }) => (text === null || text === "" ? [] : [text])).join("　");
    return markup`<span>${row}${own === null ? markup`` : markup`<i>${own}</i>`}</span>`;
  });
  const evidence = rows.length === 0 ? markup`` : markup`<tr class="ev"><td colspan="5"><div>${rows}</div></td></tr>`;
  return markup`<tr class="${isQuiet ? "sl off" : "sl"}"><td><span class="rl"><span class="${`sg2 ${tint}`}">${isQuiet ? QUIET : SIGNS[of.sign]}</span><span>${of.sentence}</span></span></td><td class="n">${of.count ?? ""}</td><td class="${`n ${tint}`}">${effect}</td><td class="nt" colspan="2">${of.notes.map(note)}${reads.join(messages.comma)}</td></tr>${evidence}`;
}

/** Full marks, the score, and its contribution to the parent; the last one shown is the one that is added up. */
function outcome({ points, score, contribution }: SheetPart, hasFull: boolean, messages: DocumentMessages): Markup {
  const full = hasFull ? markup`<small>${messages.full} ${points} →</small> ` : markup``;
  const own = contribution === null ? markup`` : markup`<small>${score ?? "—"} →</small> `;
  return markup`<td colspan="3" class="n">${full}${own}<b class="fin">${contribution ?? score ?? "—"}</b></td>`;
}

/** Notes on the range, the rounding or the applicability of the whole part, below its rules. */
function ownNotes({ notes }: SheetPart): Markup {
  return notes.length === 0
    ? markup``
    : markup`<tr class="on"><td colspan="3"></td><td class="nt" colspan="2">${notes.map(note)}</td></tr>`;
}

function item(of: SheetItem, messages: DocumentMessages): Markup {
  const form = of.form === "item" ? "" : `${messages.forms[of.form]} ${limit(of)}`.trimEnd();
  const remark = facts([form, of.assessor, of.basis], messages);
  return markup`<tbody class="item"><tr class="ih"><th scope="rowgroup" colspan="2">${of.name} <small>${remark}</small></th>${outcome(of, of.form === "item", messages)}</tr>${of.lines.map((each) => line(each, messages))}${ownNotes(of)}</tbody>`;
}

function section(of: SheetSection, messages: DocumentMessages): Markup {
  return markup`<tbody class="sec"><tr class="sh"><th scope="rowgroup" colspan="2">${of.name} <small>${facts([of.assessor, of.basis], messages)}</small></th>${outcome(of, true, messages)}</tr>${ownNotes(of)}</tbody>${of.parts.map((part) => partOf(part, messages))}`;
}

function partOf(part: SheetPart, messages: DocumentMessages): Markup {
  return part.kind === "section" ? section(part, messages) : item(part, messages);
}

/** The scores of the sections side by side. */
function sums(sheet: Sheet, messages: DocumentMessages): Markup {
  const cells = sheet.parts.map(
    (part) =>
      markup`<td><small>${withWordBreaks(part.name, sheet.lang)}</small><b>${(part.points === part.worth ? null : part.contribution) ?? part.score ?? "—"}</b><small>${part.kind === "item" && part.form !== "item" ? limit(part) : part.worth}</small></td>`,
  );
  return markup`<table class="sums"><tr><th scope="row"><small>${messages.section}</small><b>${messages.score}</b><small>${messages.full}</small></th>${cells}</tr></table>`;
}

/** The score sheet as an `<article>`; `receipt` is the text at its foot. */
export function sheetArticle(sheet: Sheet, receipt: string): Markup {
  const messages = documentMessages[sheet.lang];
  const edition = sheet.edition === null ? "" : `（${sheet.edition}）`;
  const places = sheet.rankings
    .filter(({ name }) => !name.includes("/"))
    .map(({ name, text }) => markup`<div><dt>${name}</dt><dd>${text}</dd></div>`);
  const steps = sheet.steps.map(
    ({ kind, label, text, value }) =>
      markup`<tr${kind === "score" ? markup` class="end"` : markup``}><th scope="row">${label}</th><td>${text}</td><td class="n">${value ?? ""}</td></tr>`,
  );
  const results = sheet.results
    .filter(({ holds, kind }) => holds !== false || kind === "award")
    .map(({ name, text }) => markup`<tr><th scope="row">${name}</th><td colspan="2">${text}</td></tr>`);
  return markup`<article class="a4 sheet"><header class="th"><div><p class="eyb">${sheet.rubric}${edition}　${sheet.heading}</p><h1>${sheet.key}${sheet.period === null ? markup`` : markup` <small>${sheet.period}</small>`}</h1></div><dl> ${places}<div class="sc"><dt>${messages.score}</dt><dd class="big">${sheet.score ?? sheet.statusText}</dd></div></dl></header>${sheet.summary.map((sentence) => markup`<p class="why">${sentence}</p>`)} ${ruler(sheet)}<div class="sw">${sums(sheet, messages)}</div><div class="stw"><table class="st"><thead><tr><th scope="col">${messages.rule}</th><th scope="col" class="n">${messages.count}</th><th scope="col" class="n">${messages.effect}</th><th scope="col">${messages.remarks}</th><th scope="col" class="n">${messages.score}</th></tr></thead>${sheet.parts.map((part) => partOf(part, messages))}</table></div><table class="chain"><tbody>${steps}${results}</tbody></table><div class="sign">${messages.signs.map((sign) => markup`<p>${sign}</p>`)}</div><footer class="pf"><span>${receipt}</span><span>${messages.recompute}</span></footer></article>`;
}
