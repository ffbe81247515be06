/**
 * A score sheet as an article ready to print: every line with its count and effect, evidence under a side line, what caps and
 * waivers held back, the way from the sum to the score. Items never break across pages, heads repeat.
 */
import type { Sheet, SheetItem, SheetLine, SheetNote, SheetPart, SheetSection } from "../sheet/sheet.js";
import type { Markup } from "./markup.js";
import { markup } from "./markup.js";
import type { DocumentWords } from "./words.js";
import { documentWords } from "./words.js";

const SIGNS: Readonly<Record<SheetLine["sign"], string>> = { deduct: "−", add: "+", earn: "=", discretion: "◇" };
const QUIET = "○";

function note({ label, text }: SheetNote): Markup {
  return text === "" ? markup`${label} ` : markup`<b>${label}</b>${text} `;
}

function facts(pieces: readonly (string | null)[], words: DocumentWords): string {
  return pieces.filter((piece) => piece !== null && piece !== "").join(words.comma);
}

function line(of: SheetLine, words: DocumentWords): Markup {
  const isQuiet = of.outcome === "not-fired";
  const tint = isQuiet ? "" : of.sign === "deduct" || of.sign === "discretion" ? "red" : "blue";
  const reads = of.reads.filter(({ text }) => text !== of.count).map(({ name, text }) => `${name} ${text ?? "—"}`);
  const effect = isQuiet ? "—" : (of.effect ?? "—");
  const evidence = of.evidence.map(({ cells, effect: own }) => {
    const row = cells.flatMap(({ text }) => (text === null || text === "" ? [] : [text])).join("　");
    return markup`<tr class="ev"><td colspan="5"><span>${row}${own === null ? markup`` : markup`<i>${own}</i>`}</span></td></tr>`;
  });
  return markup`<tr class="${isQuiet ? "sl off" : "sl"}"><td><span class="rl"><span class="${`sg2 ${tint}`}">${isQuiet ? QUIET : SIGNS[of.sign]}</span><span>${of.sentence}</span></span></td><td class="n">${of.count ?? ""}</td><td class="${`n ${tint}`}">${effect}</td><td class="nt">${of.notes.map(note)}${reads.join(words.comma)}</td><td></td></tr> ${evidence}`;
}

function item(of: SheetItem, words: DocumentWords): Markup {
  const form = of.form === "item" ? "" : `${words.forms[of.form]}${of.limit === null ? "" : ` ≤ ${of.limit}`}`;
  const said = facts([form, of.assessor, of.basis], words);
  const full = of.form === "item" ? markup`<small>${words.full}</small> ${of.points} →` : markup``;
  return markup`<tbody class="item"><tr class="ih"><th scope="rowgroup" colspan="2">${of.name} <small>${said}</small></th><td colspan="2" class="n">${of.notes.map(note)}${full}</td><td class="n fin">${of.score ?? "—"}</td></tr> ${of.lines.map((each) => line(each, words))}</tbody>`;
}

function section(of: SheetSection, words: DocumentWords): Markup {
  const contribution = of.contribution === null ? "" : ` → ${of.contribution}`;
  return markup`<tbody><tr class="sh"><th scope="rowgroup" colspan="2">${of.name} <small>${facts([of.assessor, of.basis], words)}</small></th><td colspan="2" class="n">${of.notes.map(note)}<small>${words.full}</small> ${of.points} →</td><td class="n">${of.score ?? "—"}${contribution}</td></tr></tbody> ${of.parts.map((part) => partOf(part, words))}`;
}

function partOf(part: SheetPart, words: DocumentWords): Markup {
  return part.kind === "section" ? section(part, words) : item(part, words);
}

/** The sections side by side, as on a ruler. */
function sums({ parts }: Sheet, words: DocumentWords): Markup {
  const cells = parts.map(
    (part) =>
      markup`<td><small>${part.name}</small><b>${part.score ?? "—"}</b><small>${part.kind === "item" && part.form !== "item" ? `≤ ${part.limit ?? "—"}` : part.points}</small></td>`,
  );
  return markup`<table class="sums"><tr><th scope="row"><small>${words.section}</small><b>${words.score}</b><small>${words.full}</small></th>${cells}</tr></table>`;
}

/** One `<article>`; `receipt` is the line at its foot. */
export function sheetArticle(sheet: Sheet, receipt: string): Markup {
  const words = documentWords[sheet.lang];
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
  return markup`<article class="a4 sheet"><header class="th"><div><p class="eyb">${sheet.rubric}${edition}　${sheet.heading}</p><h1>${sheet.key}${sheet.period === null ? "" : `　${sheet.period}`}</h1></div><dl> ${places}<div><dt>${words.score}</dt><dd class="big">${sheet.score ?? sheet.statusText}</dd></div></dl></header>${sheet.summary.map((sentence) => markup`<p class="why">${sentence}</p>`)} ${sums(sheet, words)}<div class="stw"><table class="st"><thead><tr><th scope="col">${words.rule}</th><th scope="col" class="n">${words.count}</th><th scope="col" class="n">${words.effect}</th><th scope="col">${words.remarks}</th><th scope="col" class="n">${words.score}</th></tr></thead>${sheet.parts.map((part) => partOf(part, words))}</table></div><table class="chain"><tbody>${steps}${results}</tbody></table><div class="sign">${words.signs.map((sign) => markup`<p>${sign}</p>`)}</div><footer class="pf"><span>${receipt}</span><span>${words.recompute}</span></footer></article>`;
}
