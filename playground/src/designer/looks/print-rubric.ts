/**
 * The rubric on paper, as the table it is: sections and items with their rules in sentences, a sum, notes and lines for signatures.
 * Printed from a frame of its own, made of text nodes alone, so that the screen stays as it is.
 */
import type { Words } from "../../words/catalogue.js";
import type { DocumentView, PartView, SectionView } from "../model/document.js";
import type { ItemView, LineNodeView } from "../model/item-view.js";
import type { Piece } from "../model/piece.js";

const sheet = `
  @page { size: A4; margin: 18mm 15mm; }
  body { font: 10.5pt/1.5 "Noto Sans SC", "Noto Sans CJK SC", "Source Han Sans SC", "Microsoft YaHei", sans-serif; color: #000; margin: 0; font-variant-numeric: tabular-nums; }
  h1 { font-size: 16pt; text-align: center; margin: 0 0 6mm; }
  table { border-collapse: collapse; width: 100%; }
  th, td { border: 0.5pt solid #000; padding: 1.2mm 2mm; vertical-align: top; text-align: left; overflow-wrap: anywhere; }
  thead { display: table-header-group; }
  thead th { text-align: center; background: none; }
  tr { break-inside: avoid; }
  .n { text-align: center; white-space: nowrap; }
  .sec { width: 16%; } .item { width: 17%; } .pts { width: 9%; } .dept { width: 12%; }
  p { margin: 0; }
  h2 { font-size: 11pt; margin: 5mm 0 1mm; }
  .sign { display: flex; justify-content: space-between; margin-top: 12mm; }
`;

export function printRubric(view: DocumentView, name: string, words: Words): void {
  const frame = document.createElement("iframe");
  frame.setAttribute("aria-hidden", "true");
  frame.tabIndex = -1;
  frame.style.cssText = "position:fixed;width:0;height:0;border:0;visibility:hidden";
  document.body.append(frame);
  const page = frame.contentDocument;
  if (page === null) return;
  page.title = name;
  const style = page.createElement("style");
  style.textContent = sheet;
  page.head.append(style);
  page.documentElement.lang = words.lang === "zh" ? "zh-CN" : "en";
  page.body.append(...paperOf(page, view, name, words));
  frame.contentWindow?.addEventListener("afterprint", () => frame.remove());
  frame.contentWindow?.print();
}

/** The body of the printed page. */
function paperOf(page: Document, view: DocumentView, name: string, words: Words): readonly HTMLElement[] {
  const { print, groups } = words.designer;
  const make = maker(page);
  const head = make(
    "tr",
    "",
    ...[print.section, print.item, print.points, print.rules, print.assessor].map((text, at) =>
      make("th", ["sec", "item", "pts", "", "dept"][at] ?? "", text),
    ),
  );
  const rows = view.parts.flatMap((part) => rowsOf(part, make, words));
  const total = view.total?.value ?? view.sum.total;
  const last = make("tr", "", cell(make, 2, print.sum), make("td", "n", total), cell(make, 2, ""));
  const table = make("table", "", make("thead", "", head), make("tbody", "", ...rows, last));
  const notes = view.groups
    .filter(
      ({ name: group, declarations }) =>
        !["head", "data", "tests", "scenarios"].includes(group) && declarations.length > 0,
    )
    .flatMap(({ name: group, declarations }) => [
      make("h2", "", groups[group]),
      ...declarations.map((each) => make("p", "", each.kind === "card" ? each.text : plainOf(each.pieces, words))),
    ]);
  const sign = make(
    "div",
    "sign",
    make("span", "", print.signature),
    make("span", "", print.approved),
    make("span", "", print.date),
  );
  return [make("h1", "", name), table, ...(notes.length > 0 ? [make("h2", "", print.notes), ...notes] : []), sign];
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

function cell(make: Make, columns: number, text: string): HTMLElement {
  const made = make("td", "", text);
  (made as HTMLTableCellElement).colSpan = columns;
  return made;
}

interface Placed {
  readonly item: ItemView;
  readonly above: string;
}

function rowsOf(part: PartView, make: Make, words: Words): readonly HTMLElement[] {
  if (part.kind === "card") return [make("tr", "", cell(make, 5, part.text))];
  const items: readonly Placed[] = part.kind === "item" ? [{ item: part, above: "" }] : itemsIn(part, "");
  const points = part.kind === "section" ? worthOf(part, words) : "";
  return items.map(({ item, above }, at) => {
    const row = make("tr", "");
    if (at === 0) {
      const heading = part.kind === "section" ? `${words.sectionNumber(part.number)}${part.name?.value ?? ""}` : "";
      const first = make("td", "", make("b", "", heading), make("p", "", points));
      (first as HTMLTableCellElement).rowSpan = items.length;
      row.append(first);
    }
    const name = [above, item.name?.value ?? ""].filter((text) => text !== "").join(" · ");
    row.append(
      make("td", "", name, ...(item.basis === null ? [] : [make("p", "", item.basis.value)])),
      make("td", "n", item.points?.value ?? plainOf(item.weight, words)),
      make(
        "td",
        "",
        ...linesIn(item.lines, words).map((line) => make("p", "", line)),
        ...item.attributes.map((each) => make("p", "", plainOf(each, words))),
      ),
      make("td", "n", item.assessor?.value ?? ""),
    );
    return row;
  });
}

function worthOf(section: SectionView, words: Words): string {
  return section.points === null
    ? plainOf(section.weight, words)
    : `${section.points.value} ${words.designer.pointsUnit}`;
}

function itemsIn(section: SectionView, above: string): readonly Placed[] {
  const parts = [...section.parts, ...section.cases.flatMap((each) => each.parts)];
  return parts.flatMap((part): readonly Placed[] => {
    if (part.kind === "item") return [{ item: part, above }];
    return part.kind === "section" ? itemsIn(part, part.name?.value ?? "") : [];
  });
}

function linesIn(lines: readonly LineNodeView[], words: Words): readonly string[] {
  return lines.flatMap((line): readonly string[] => {
    if (line.kind === "card") return [line.text];
    if (line.kind === "line") return [plainOf(line.pieces, words)];
    const otherwise = line.otherwise === null ? [] : [words.designer.otherwise, ...linesIn(line.otherwise, words)];
    return [`${plainOf(line.head, words)}：`, ...linesIn(line.lines, words), ...otherwise];
  });
}

/** A sentence as plain text, with spaces where the script has them. */
function plainOf(pieces: readonly Piece[], words: Words): string {
  const gap = words.lang === "zh" ? "" : " ";
  let text = "";
  for (const piece of pieces) {
    if (piece.kind === "rows") {
      const rows = piece.rows.map((row) =>
        [plainOf(row.key, words), plainOf(row.pieces, words)].filter((each) => each !== "").join("："),
      );
      text += `${gap}${rows.join("；")}`;
    } else if (piece.kind === "word") text += piece.isTight || text === "" ? piece.text : gap + piece.text;
    else {
      const label = piece.options.find(({ written }) => written === piece.value)?.label ?? piece.value;
      text += text === "" || /[（(]$/.test(text) ? label : gap + label;
    }
  }
  return text;
}
