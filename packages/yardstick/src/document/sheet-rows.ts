/**
 * A score sheet as rows of a worksheet, with sentence, count, effect, score and remarks in columns and one row for each rule.
 */
import type { Lang } from "@yardstick/language";
import { bracketed } from "../sheet/bracketed.js";
import type { Sheet, SheetItem, SheetLine, SheetPart, SheetStep } from "../sheet/sheet.js";
import type { DocumentMessages } from "./messages.js";
import { documentMessages } from "./messages.js";

/** One row of a score sheet in a worksheet. */
export interface SheetRow {
  readonly style: "title" | "subtitle" | "head" | "section" | "item" | "line" | "quiet" | "faint" | "sum";
  /** A number is decimal text with an ASCII minus. */
  readonly cells: readonly ({ readonly text: string } | { readonly number: string } | null)[];
}

/** Widths of the five columns, in characters. */
export const SHEET_ROW_WIDTHS: readonly number[] = [52, 12, 12, 12, 48];

type Cell = SheetRow["cells"][number];

const text = (remark: string | null): Cell => (remark === null || remark === "" ? null : { text: remark });

/** A number cell; a truncated number (`≈`) is a text cell. */
function figure(shown: string | null): Cell {
  if (shown === null) return null;
  const plain = shown.replace(/^−/u, "-").replace(/^\+/u, "");
  return /^-?\d+(?:\.\d+)?$/u.test(plain) ? { number: plain } : { text: shown };
}

const noteText = ({ label, text: remark }: SheetStep): string => (remark === "" ? label : `${label} ${remark}`);

function remarks(notes: readonly SheetStep[], more: readonly (string | null)[], messages: DocumentMessages): Cell {
  return text(
    [...more.filter((each) => each !== null && each !== ""), ...notes.map(noteText)].join(messages.semicolon),
  );
}

/** What a weight or a coefficient makes of the score. */
function counted({ contribution, worth }: SheetPart, messages: DocumentMessages): string | null {
  return contribution === null ? null : messages.counted(contribution, worth);
}

function lineRows(line: SheetLine, messages: DocumentMessages): readonly SheetRow[] {
  const style = line.outcome === "not-fired" ? "quiet" : "line";
  const reads = line.reads.filter(({ text: value }) => value !== line.count);
  const remark = reads.map(({ name, text: value }) => `${name} ${value ?? "—"}`).join(messages.comma);
  const effect = line.outcome === "not-fired" ? text("—") : line.effect === null ? text("—") : figure(line.effect);
  return [
    {
      style,
      cells: [text(`　　${line.sentence}`), text(line.count), effect, null, remarks(line.notes, [remark], messages)],
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

function itemRows(item: SheetItem, messages: DocumentMessages, lang: Lang): readonly SheetRow[] {
  const limit = item.limit === null ? "" : ` ${item.limit}`;
  const form = item.formName === null ? "" : bracketed(`${item.formName}${limit}`, lang);
  return [
    {
      style: "item",
      cells: [
        text(`　${item.name}${form}`),
        null,
        item.form === "item" ? figure(item.points) : null,
        item.score === null ? text("—") : figure(item.score),
        remarks(item.notes, [counted(item, messages), item.assessor, item.basis], messages),
      ],
    },
    ...item.lines.flatMap((line) => lineRows(line, messages)),
  ];
}

function partRows(part: SheetPart, messages: DocumentMessages, lang: Lang): readonly SheetRow[] {
  if (part.kind === "item") return itemRows(part, messages, lang);
  return [
    {
      style: "section",
      cells: [
        text(part.name),
        null,
        figure(part.points),
        part.score === null ? text("—") : figure(part.score),
        remarks(part.notes, [counted(part, messages), part.assessor, part.basis], messages),
      ],
    },
    ...part.parts.flatMap((inner) => partRows(inner, messages, lang)),
  ];
}

/** The rows of a score sheet. */
export function sheetRows(sheet: Sheet): readonly SheetRow[] {
  const messages = documentMessages[sheet.lang];
  const edition = sheet.edition === null ? "" : bracketed(sheet.edition, sheet.lang);
  const name = sheet.period === null ? sheet.key : `${sheet.key}　${sheet.period}`;
  const results = sheet.results.filter(({ holds, kind }) => holds !== false || kind === "award");
  return [
    { style: "title", cells: [text(`${name}　${sheet.heading}`)] },
    { style: "subtitle", cells: [text(`${sheet.rubric ?? ""}${edition}`)] },
    {
      style: "sum",
      cells: [text(messages.score), null, null, sheet.score === null ? text(sheet.statusText) : figure(sheet.score)],
    },
    ...sheet.rankings.map(({ name: ranking, text: remark }): SheetRow => ({
      style: "line",
      cells: [text(ranking), null, null, null, text(remark)],
    })),
    ...sheet.summary.map((sentence): SheetRow => ({ style: "faint", cells: [text(sentence)] })),
    {
      style: "head",
      cells: [messages.rule, messages.count, messages.pointsOrEffect, messages.score, messages.remarks].map(text),
    },
    ...sheet.parts.flatMap((part) => partRows(part, messages, sheet.lang)),
    ...sheet.steps.map(({ kind, label, text: remark, value }): SheetRow => ({
      style: kind === "score" || kind === "sum" ? "sum" : "line",
      cells: [text(label), null, null, figure(value), text(remark)],
    })),
    ...results.map(({ name: result, text: remark }): SheetRow => ({
      style: "line",
      cells: [text(result), null, null, null, text(remark)],
    })),
  ];
}
