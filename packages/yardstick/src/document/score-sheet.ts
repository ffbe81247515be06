/**
 * A score sheet as an article ready to print: every line with its count and effect, evidence under a side line, what caps and
 * waivers held back, the way from the sum to the score. Items never break across pages, heads repeat.
 */
import type { Sheet, SheetItem, SheetLine, SheetNote, SheetPart, SheetSection } from "../sheet/sheet.js";
import type { Markup } from "./markup.js";
import { markup } from "./markup.js";
import type { DocumentMessages } from "./messages.js";
import { phrases } from "./phrases.js";
import { ruler } from "./ruler.js";
import { documentMessages } from "./messages.js";

const SIGNS: Readonly<Record<SheetLine["sign"], string>> = { deduct: "−", add: "+", earn: "=", discretion: "◇" };
const QUIET = "○";

function note({ label, text }: SheetNote): Markup {
  return text === "" ? markup`${label} ` : markup`<b>${label}</b>${text} `;
}

/** As far as a bonus or a penalty goes: `≤ 3.00`, `≥ −3.00`. */
function limit({ form, limit: most }: SheetItem): string {
  return most === null ? "" : form === "penalty" ? `≥ −${most}` : `≤ ${most}`;
}

function facts(pieces: readonly (string | null)[], words: DocumentMessages): string {
  return pieces.filter((piece) => piece !== null && piece !== "").join(words.comma);
}

function line(of: SheetLine, words: DocumentMessages): Markup {
  const isQuiet = of.outcome === "not-fired";
  const tint = isQuiet ? "" : of.sign === "deduct" || of.sign === "discretion" ? "red" : "blue";
  const reads = of.reads.filter(({ text }) => text !== of.count).map(({ name, text }) => `${name} ${text ?? "—"}`);
  const effect = isQuiet ? "—" : (of.effect ?? "—");
  const rows = of.evidence.map(({ cells, effect: own }) => {
    const row = cells.flatMap(({ text }) => (text === null || text === "" ? [] : [text])).join("　");
    return markup`<span>${row}${own === null ? markup`` : markup`<i>${own}</i>`}</span>`;
  });
  const evidence = rows.length === 0 ? markup`` : markup`<tr class="ev"><td colspan="5"><div>${rows}</div></td></tr>`;
  return markup`<tr class="${isQuiet ? "sl off" : "sl"}"><td><span class="rl"><span class="${`sg2 ${tint}`}">${isQuiet ? QUIET : SIGNS[of.sign]}</span><span>${of.sentence}</span></span></td><td class="n">${of.count ?? ""}</td><td class="${`n ${tint}`}">${effect}</td><td class="nt" colspan="2">${of.notes.map(note)}${reads.join(words.comma)}</td></tr>${evidence}`;
}

/** Full marks, the score, and what that is in points of the part above: the last of them is what is added up. */
function outcome({ points, score, contribution }: SheetPart, hasFull: boolean, words: DocumentMessages): Markup {
  const full = hasFull ? markup`<small>${words.full} ${points} →</small> ` : markup``;
  const own = contribution === null ? markup`` : markup`<small>${score ?? "—"} →</small> `;
  return markup`<td colspan="3" class="n">${full}${own}<b class="fin">${contribution ?? score ?? "—"}</b></td>`;
}

/** What the range, the rounding or not applying did to the whole part, under its lines. */
function ownNotes({ notes }: SheetPart): Markup {
  return notes.length === 0
    ? markup``
    : markup`<tr class="on"><td colspan="3"></td><td class="nt" colspan="2">${notes.map(note)}</td></tr>`;
}

function item(of: SheetItem, words: DocumentMessages): Markup {
  const form = of.form === "item" ? "" : `${words.forms[of.form]} ${limit(of)}`.trimEnd();
  const said = facts([form, of.assessor, of.basis], words);
  return markup`<tbody class="item"><tr class="ih"><th scope="rowgroup" colspan="2">${of.name} <small>${said}</small></th>${outcome(of, of.form === "item", words)}</tr>${of.lines.map((each) => line(each, words))}${ownNotes(of)}</tbody>`;
}

function section(of: SheetSection, words: DocumentMessages): Markup {
  return markup`<tbody class="sec"><tr class="sh"><th scope="rowgroup" colspan="2">${of.name} <small>${facts([of.assessor, of.basis], words)}</small></th>${outcome(of, true, words)}</tr>${ownNotes(of)}</tbody>${of.parts.map((part) => partOf(part, words))}`;
}

function partOf(part: SheetPart, words: DocumentMessages): Markup {
  return part.kind === "section" ? section(part, words) : item(part, words);
}

/** The sections side by side, as on a ruler. */
function sums(sheet: Sheet, words: DocumentMessages): Markup {
  const cells = sheet.parts.map(
    (part) =>
      markup`<td><small>${phrases(part.name, sheet.lang)}</small><b>${(part.points === part.worth ? null : part.contribution) ?? part.score ?? "—"}</b><small>${part.kind === "item" && part.form !== "item" ? limit(part) : part.worth}</small></td>`,
  );
  return markup`<table class="sums"><tr><th scope="row"><small>${words.section}</small><b>${words.score}</b><small>${words.full}</small></th>${cells}</tr></table>`;
}

/** One `<article>`; `receipt` is the line at its foot. */
export function sheetArticle(sheet: Sheet, receipt: string): Markup {
  const words = documentMessages[sheet.lang];
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
  return markup`<article class="a4 sheet"><header class="th"><div><p class="eyb">${sheet.rubric}${edition}　${sheet.heading}</p><h1>${sheet.key}${sheet.period === null ? markup`` : markup` <small>${sheet.period}</small>`}</h1></div><dl> ${places}<div class="sc"><dt>${words.score}</dt><dd class="big">${sheet.score ?? sheet.statusText}</dd></div></dl></header>${sheet.summary.map((sentence) => markup`<p class="why">${sentence}</p>`)} ${ruler(sheet)}<div class="sw">${sums(sheet, words)}</div><div class="stw"><table class="st"><thead><tr><th scope="col">${words.rule}</th><th scope="col" class="n">${words.count}</th><th scope="col" class="n">${words.effect}</th><th scope="col">${words.remarks}</th><th scope="col" class="n">${words.score}</th></tr></thead>${sheet.parts.map((part) => partOf(part, words))}</table></div><table class="chain"><tbody>${steps}${results}</tbody></table><div class="sign">${words.signs.map((sign) => markup`<p>${sign}</p>`)}</div><footer class="pf"><span>${receipt}</span><span>${words.recompute}</span></footer></article>`;
}
