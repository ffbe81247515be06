/**
 * A score sheet as rows of a worksheet: sentence, count, effect, score and remarks in columns, one line of the rubric a row. Plain
 * data, for whoever writes workbooks.
 */
import type { Sheet, SheetItem, SheetLine, SheetNote, SheetPart } from "../sheet/sheet.js";
import type { DocumentMessages } from "./messages.js";
import { documentMessages } from "./messages.js";

export interface SheetRow {
  readonly style: "title" | "subtitle" | "head" | "section" | "item" | "line" | "quiet" | "faint" | "sum";
  /** A number is decimal text with an ASCII minus. */
  readonly cells: readonly ({ readonly text: string } | { readonly number: string } | null)[];
}

/** Widths of the five columns, in characters. */
export const SHEET_ROW_WIDTHS: readonly number[] = [52, 12, 12, 12, 48];

type Cell = SheetRow["cells"][number];

const text = (said: string | null): Cell => (said === null || said === "" ? null : { text: said });

/** What is shown as a number is one; what was cut off (`≈`) stays as it is shown. */
function figure(shown: string | null): Cell {
  if (shown === null) return null;
  const plain = shown.replace(/^−/u, "-").replace(/^\+/u, "");
  return /^-?\d+(?:\.\d+)?$/u.test(plain) ? { number: plain } : { text: shown };
}

const noteText = ({ label, text: said }: SheetNote): string => (said === "" ? label : `${label} ${said}`);

function remarks(notes: readonly SheetNote[], more: readonly (string | null)[], words: DocumentMessages): Cell {
  return text([...more.filter((each) => each !== null && each !== ""), ...notes.map(noteText)].join(words.semicolon));
}

function lineRows(line: SheetLine, words: DocumentMessages): readonly SheetRow[] {
  const style = line.outcome === "not-fired" ? "quiet" : "line";
  const reads = line.reads.filter(({ text: value }) => value !== line.count);
  const said = reads.map(({ name, text: value }) => `${name} ${value ?? "—"}`).join(words.comma);
  const effect = line.outcome === "not-fired" ? text("—") : line.effect === null ? text("—") : figure(line.effect);
  return [
    {
      style,
      cells: [text(`　　${line.sentence}`), text(line.count), effect, null, remarks(line.notes, [said], words)],
    },
    ...line.evidence.map(({ cells, effect: own }): SheetRow => ({
      style: "faint",
      cells: [
        text(
          `　　　${cells.flatMap((cell) => (cell.text === null || cell.text === "" ? [] : [cell.text])).join("　")}`,
        ),
        null,
        figure(own),
        null,
        null,
      ],
    })),
  ];
}

function itemRows(item: SheetItem, words: DocumentMessages): readonly SheetRow[] {
  const form =
    item.form === "item" ? "" : `（${words.forms[item.form]}${item.limit === null ? "" : ` ${item.limit}`}）`;
  return [
    {
      style: "item",
      cells: [
        text(`　${item.name}${form}`),
        null,
        item.form === "item" ? figure(item.points) : null,
        item.score === null ? text("—") : figure(item.score),
        remarks(item.notes, [item.assessor, item.basis], words),
      ],
    },
    ...item.lines.flatMap((line) => lineRows(line, words)),
  ];
}

function partRows(part: SheetPart, words: DocumentMessages): readonly SheetRow[] {
  if (part.kind === "item") return itemRows(part, words);
  return [
    {
      style: "section",
      cells: [
        text(part.name),
        null,
        figure(part.points),
        part.score === null ? text("—") : figure(part.score),
        remarks(part.notes, [part.assessor, part.basis], words),
      ],
    },
    ...part.parts.flatMap((inner) => partRows(inner, words)),
  ];
}

export function sheetRows(sheet: Sheet): readonly SheetRow[] {
  const words = documentMessages[sheet.lang];
  const edition = sheet.edition === null ? "" : `（${sheet.edition}）`;
  const name = sheet.period === null ? sheet.key : `${sheet.key}　${sheet.period}`;
  const results = sheet.results.filter(({ holds, kind }) => holds !== false || kind === "award");
  return [
    { style: "title", cells: [text(`${name}　${sheet.heading}`)] },
    { style: "subtitle", cells: [text(`${sheet.rubric ?? ""}${edition}`)] },
    {
      style: "sum",
      cells: [text(words.score), null, null, sheet.score === null ? text(sheet.statusText) : figure(sheet.score)],
    },
    ...sheet.rankings.map(({ name: ranking, text: said }): SheetRow => ({
      style: "line",
      cells: [text(ranking), null, null, null, text(said)],
    })),
    ...sheet.summary.map((sentence): SheetRow => ({ style: "faint", cells: [text(sentence)] })),
    { style: "head", cells: [words.rule, words.count, words.pointsOrEffect, words.score, words.remarks].map(text) },
    ...sheet.parts.flatMap((part) => partRows(part, words)),
    ...sheet.steps.map(({ kind, label, text: said, value }): SheetRow => ({
      style: kind === "score" || kind === "sum" ? "sum" : "line",
      cells: [text(label), null, null, figure(value), text(said)],
    })),
    ...results.map(({ name: result, text: said }): SheetRow => ({
      style: "line",
      cells: [text(result), null, null, null, text(said)],
    })),
  ];
}
