/**
 * Prints the rubric as a table: sections and items with their rules in sentences, a sum, notes and lines for
 * signatures. Printed from a frame that consists of text nodes only, so that the page on the screen does not change.
 */
import { itemWordOf } from "@yardstick/language";
import type { DesignerMessages } from "../messages/zh.js";
import type { DocumentView, PartView, SectionView } from "../model/document.js";
import type { LineNodeView } from "../model/item-view.js";
import { slotsOf, type Piece, type Row } from "../model/piece.js";

const printStyles = `
  @page { size: A4; margin: 18mm 15mm; @bottom-center { content: counter(page) " / " counter(pages); font-size: 9pt; } }
  body { font: 10.5pt/1.5 "Noto Sans SC", "Noto Sans CJK SC", "Source Han Sans SC", "Microsoft YaHei", sans-serif; color: #000; margin: 0; font-variant-numeric: tabular-nums; }
  h1 { font-size: 16pt; text-align: center; margin: 0 0 2mm; text-wrap: balance; }
  .under { text-align: center; margin: 0 0 5mm; }
  table { border-collapse: separate; border-spacing: 0; width: calc(100% - 1px); table-layout: fixed; }
  th, td { border: 0 solid #000; border-width: 0 0.5pt 0.5pt 0; padding: 1.2mm 2mm; vertical-align: top; text-align: left; overflow-wrap: anywhere; }
  thead { display: table-header-group; }
  thead th, tfoot td { font-weight: 700; }
  thead th { text-align: center; }
  tfoot { display: table-row-group; }
  tr { break-inside: avoid; }
  tr > :first-child { border-left-width: 0.5pt; }
  thead th { border-top-width: 0.5pt; }
  td.goes-on { border-bottom-width: 0; }
  .n { text-align: center; white-space: nowrap; }
  .sec { width: 15%; } .item { width: 19%; } .pts { width: 9%; } .dept { width: 13%; }
  .sub { font-weight: 700; background: #f2f2f2; print-color-adjust: exact; }
  .sub span { font-weight: 400; }
  small { font-size: 9pt; }
  .in { padding-left: 4mm; }
  p { margin: 0; }
  h2 { font-size: 12pt; margin: 6mm 0 1mm; break-after: avoid; }
  h3 { font-size: 10.5pt; margin: 2mm 0 0.5mm; break-after: avoid; }
  .note { padding-left: 1.5em; break-inside: avoid; }
  .sign { display: grid; grid-template-columns: 1fr 1fr 1fr; gap: 8mm; margin-top: 14mm; break-inside: avoid; }
  .sign span { border-bottom: 0.5pt solid #000; padding-bottom: 1mm; }
`;

/** Opens the print dialog of the browser for the rubric. `name` becomes the title of the page. */
export function printRubric(view: DocumentView, name: string, messages: DesignerMessages): void {
  const frame = document.createElement("iframe");
  frame.setAttribute("aria-hidden", "true");
  frame.tabIndex = -1;
  Object.assign(frame.style, { position: "fixed", width: "0", height: "0", border: "0", visibility: "hidden" });
  document.body.append(frame);
  const { contentDocument: page, contentWindow } = frame;
  if (page === null || contentWindow === null) return;
  page.title = name;
  const sheet = new (contentWindow as Window & typeof globalThis).CSSStyleSheet();
  sheet.replaceSync(printStyles);
  page.adoptedStyleSheets = [sheet];
  page.documentElement.lang = messages.lang === "zh" ? "zh-CN" : "en";
  page.body.append(...pageContent(page, view, name, messages));
  contentWindow.addEventListener("afterprint", () => frame.remove());
  contentWindow.print();
}

/** The body of the printed page. */
function pageContent(
  page: Document,
  view: DocumentView,
  name: string,
  messages: DesignerMessages,
): readonly HTMLElement[] {
  const { print } = messages;
  const make = maker(page);
  const titles = [print.section, print.item, print.points, print.rules, print.assessor];
  const names = ["sec", "item", "pts", "", "dept"];
  const head = make("tr", "", ...titles.map((text, at) => make("th", names[at] ?? "", text)));
  const rows = view.parts.flatMap((part) => rowsOfTop(part, make, messages));
  return [
    make("h1", "", headOf(view, "title") ?? name),
    ...underTitle(view, make, messages),
    make(
      "table",
      "",
      make("thead", "", head),
      make("tbody", "", ...rows),
      make("tfoot", "", totalRow(view, make, messages)),
    ),
    ...notesOf(view, make, messages),
    make("div", "sign", ...[print.signature, print.approved, print.date].map((text) => make("span", "", text))),
  ];
}

/** The text of a declaration in the head. */
function headOf({ groups }: DocumentView, construct: "title"): string | null {
  const found = groups
    .flatMap(({ declarations }) => declarations)
    .find((each) => each.kind === "declaration" && each.construct === construct);
  if (found?.kind !== "declaration") return null;
  return slotsOf(found.pieces)[0]?.value ?? null;
}

/** Edition and period, under the title. */
function underTitle({ groups }: DocumentView, make: Make, messages: DesignerMessages): readonly HTMLElement[] {
  const lines = groups
    .flatMap(({ declarations }) => declarations)
    .filter((each) => each.kind === "declaration" && each.construct === "edition")
    .map((each) => (each.kind === "declaration" ? plainOf(each.pieces, messages) : ""));
  return lines.length === 0 ? [] : [make("p", "under", lines.join(messages.clauseComma))];
}

function totalRow(view: DocumentView, make: Make, messages: DesignerMessages): HTMLElement {
  const { print, missing, over } = messages;
  const { sum } = view;
  const off =
    sum.state === "missing" ? missing(sum.by, sum.isWeight) : sum.state === "over" ? over(sum.by, sum.isWeight) : "";
  const total =
    view.total !== null && view.total.value !== sum.total && !sum.isWeight ? `${print.outOf(view.total.value)}` : "";
  return make(
    "tr",
    "",
    cell(make, 2, print.sum),
    make("td", "n", sum.total),
    cell(make, 2, [total, off].filter((text) => text !== "").join(messages.clauseComma)),
  );
}

/**
 * Everything besides the table: rounding, vetoes, coefficients, rankings and their consequences, each under its
 * heading.
 */
function notesOf({ groups }: DocumentView, make: Make, messages: DesignerMessages): readonly HTMLElement[] {
  const { print, groups: titles } = messages;
  const shown = groups
    .filter(({ name }) => !["data", "tests", "scenarios"].includes(name))
    .map(({ name, declarations }) => ({
      title: name === "head" ? print.rounding : titles[name],
      declarations: declarations.filter(
        (each) => each.kind === "card" || !["title", "edition", "total", "use"].includes(each.construct),
      ),
    }))
    .filter(({ declarations }) => declarations.length > 0);
  if (shown.length === 0) return [];
  return [
    make("h2", "", print.notes),
    ...shown.flatMap(({ title, declarations }) => [
      make("h3", "", title),
      ...declarations.flatMap((each, at) =>
        each.kind === "card"
          ? [make("p", "note", each.text)]
          : sentenceLines(each.pieces, messages).map((line, index) =>
              make("p", index === 0 ? "note" : "note in", index === 0 ? `${at + 1}. ${line}` : line),
            ),
      ),
    ]),
  ];
}

type Make = (tag: string, name: string, ...children: (HTMLElement | string)[]) => HTMLElement;

function maker(page: Document): Make {
  return (tag, name, ...children) => {
    const element = page.createElement(tag);
    if (name !== "") element.className = name;
    element.append(...children);
    return element;
  };
}

function cell(make: Make, columns: number, ...children: (HTMLElement | string)[]): HTMLElement {
  const made = make("td", "", ...children);
  (made as HTMLTableCellElement).colSpan = columns;
  return made;
}

/**
 * A top-level section has its heading in the first column of its first row; below it, the column has no horizontal
 * lines. One cell with a row span is not used, because browsers do not break it across pages.
 */
function rowsOfTop(part: PartView, make: Make, messages: DesignerMessages): readonly HTMLElement[] {
  if (part.kind !== "section") return rowsOf(part, make, messages).map((row) => within(row, make("td", "", "")));
  const rows = rowsIn(part, make, messages);
  const all = rows.length > 0 ? rows : [make("tr", "", cell(make, 4, ""))];
  const heading = make(
    "td",
    "",
    make("b", "", `${messages.sectionNumber(part.number)}${part.name?.value ?? ""}`),
    make("p", "", pointsText(part, messages)),
    ...part.attributes.map((each) => make("small", "", plainOf(each, messages))),
  );
  return all.map((row, at) => {
    const first = at === 0 ? heading : make("td", "", "");
    if (at < all.length - 1) first.className = "goes-on";
    return within(row, first);
  });
}

function within(row: HTMLElement, first: HTMLElement): HTMLElement {
  row.prepend(first);
  return row;
}

function rowsIn(section: SectionView, make: Make, messages: DesignerMessages): readonly HTMLElement[] {
  const { when } = messages;
  const gap = messages.lang === "zh" ? "" : " ";
  return [
    ...section.parts.flatMap((part) => rowsOf(part, make, messages)),
    ...section.cases.flatMap((each) => [
      make("tr", "", subHead(make, `${when}${gap}${plainOf(section.by, messages)} = ${each.label}`, "")),
      ...each.parts.flatMap((part) => rowsOf(part, make, messages)),
    ]),
  ];
}

function subHead(make: Make, name: string, points: string): HTMLElement {
  const made = cell(make, 4, name, make("span", "", points === "" ? "" : `　${points}`));
  made.className = "sub";
  return made;
}

/** A section within another has a row of its own above its items. */
function rowsOf(part: PartView, make: Make, messages: DesignerMessages): readonly HTMLElement[] {
  if (part.kind === "card") return [make("tr", "", cell(make, 4, part.text))];
  if (part.kind === "section")
    return [
      make("tr", "", subHead(make, part.name?.value ?? "", pointsText(part, messages))),
      ...rowsIn(part, make, messages),
    ];
  const form = part.form === "item" ? "" : itemWordOf(part.form).name[messages.lang];
  const points = part.points?.value ?? plainOf(part.weight, messages);
  const gap = messages.lang === "zh" ? "" : " ";
  return [
    make(
      "tr",
      "",
      make(
        "td",
        "",
        part.name?.value ?? "",
        ...(form === "" ? [] : [make("small", "", messages.lang === "zh" ? `（${form}）` : ` (${form})`)]),
        ...(part.basis === null ? [] : [make("p", "", make("small", "", part.basis.value))]),
      ),
      make("td", "n", part.form === "item" ? points : `${messages.limit}${gap}${points}`),
      make(
        "td",
        "",
        ...part.attributes.map((each) => make("p", "", plainOf(each, messages))),
        ...linesIn(part.lines, messages, make, false),
      ),
      make("td", "n", part.assessor?.value ?? ""),
    ),
  ];
}

function pointsText(section: SectionView, messages: DesignerMessages): string {
  const gap = messages.lang === "zh" ? "" : " ";
  return section.points === null
    ? plainOf(section.weight, messages)
    : `${section.points.value}${gap}${messages.pointsUnit}`;
}

function linesIn(
  lines: readonly LineNodeView[],
  messages: DesignerMessages,
  make: Make,
  isInner: boolean,
): readonly HTMLElement[] {
  const paragraph = (text: string, isSet = isInner): HTMLElement => make("p", isSet ? "in" : "", text);
  return lines.flatMap((line): readonly HTMLElement[] => {
    if (line.kind === "card") return [paragraph(line.text)];
    if (line.kind === "line")
      return sentenceLines(line.pieces, messages).map((text, at) => paragraph(text, isInner || at > 0));
    const otherwise =
      line.otherwise === null
        ? []
        : [paragraph(`${messages.otherwise}${messages.colon}`), ...linesIn(line.otherwise, messages, make, true)];
    return [
      paragraph(plainOf(line.head, messages) + messages.colon),
      ...linesIn(line.lines, messages, make, true),
      ...otherwise,
    ];
  });
}

/** A sentence, followed by one line for each row of its table. */
function sentenceLines(pieces: readonly Piece[], messages: DesignerMessages): readonly string[] {
  const lines: string[] = [];
  let now: Piece[] = [];
  for (const piece of pieces) {
    if (piece.kind !== "rows" || piece.rows.length < 2) {
      now.push(piece);
      continue;
    }
    lines.push(plainOf(now, messages) + messages.colon, ...piece.rows.map((row) => rowText(row, messages)));
    now = [];
  }
  if (now.length > 0) lines.push(plainOf(now, messages));
  return lines;
}

function rowText({ key, pieces }: Row, messages: DesignerMessages): string {
  return [plainOf(key, messages), plainOf(pieces, messages)].filter((each) => each !== "").join(messages.colon);
}

/** A sentence as plain text, with spaces where the script uses them; a declared name is separated in both scripts. */
function plainOf(pieces: readonly Piece[], messages: DesignerMessages): string {
  const gap = messages.lang === "zh" ? "" : " ";
  let text = "";
  let isApart = false;
  for (const [at, piece] of pieces.entries()) {
    const before = pieces[at - 1];
    const isName = piece.kind === "slot" && piece.type === "declared";
    const isNext =
      piece.kind === "slot" && before?.kind === "slot" && piece.type !== "choice" && before.type !== "choice";
    const isTight = (piece.kind === "word" && piece.isTight) || /[（(]$/.test(text);
    const between = text === "" || isTight ? "" : isApart || isName || isNext || piece.kind === "rows" ? " " : gap;
    text += between + textOf(piece, messages);
    isApart = isName;
  }
  return text;
}

function textOf(piece: Piece, messages: DesignerMessages): string {
  if (piece.kind === "rows")
    return piece.rows.map((row) => rowText(row, messages)).join(messages.lang === "zh" ? "；" : "; ");
  if (piece.kind === "word") return piece.text;
  return piece.options.find(({ written }) => written === piece.value)?.label ?? piece.value;
}
