/**
 * A score sheet for the terminal: sections, items and their rules with sign, sentence, count and effect in columns, then the
 * calculation of the score, and its consequences.
 */
import type { Sheet, SheetItem, SheetLine, SheetPart, SheetSection, SheetStep } from "yardstick";
import type { Context } from "./context.js";
import { padEnd, padStart, widthOf, wrapped } from "./display-width.js";

const SIGNS: Readonly<Record<SheetLine["sign"], string>> = { deduct: "−", add: "+", earn: "=", discretion: "◇" };
const QUIET = "○";
const WIDEST_SENTENCE = 60;

/** Column widths, common to all items of a sheet. */
interface Columns {
  readonly sentence: number;
  readonly count: number;
  readonly effect: number;
  readonly all: number;
}

function itemsOf(part: SheetPart): readonly SheetItem[] {
  return part.kind === "item" ? [part] : part.parts.flatMap(itemsOf);
}

function columnsOf(sheet: Sheet, width: number): Columns {
  const lines = sheet.parts.flatMap(itemsOf).flatMap((item) => item.lines);
  const most = (texts: readonly (string | null)[]) => Math.max(0, ...texts.map((text) => widthOf(text ?? "")));
  return {
    sentence: Math.min(WIDEST_SENTENCE, most(lines.map(({ sentence }) => sentence))),
    count: most(lines.map(({ count }) => count)),
    effect: most(lines.map(({ effect }) => effect)),
    all: width,
  };
}

const noteText = ({ label, text }: SheetStep): string => (text === "" ? label : `${label} ${text}`);

class SheetWriter {
  private readonly lines: string[] = [];

  constructor(
    private readonly columns: Columns,
    private readonly context: Context,
  ) {}

  get text(): string {
    return `${this.lines.join("\n")}\n`;
  }

  add(...lines: readonly string[]): void {
    this.lines.push(...lines);
  }

  /** Adds a text, wrapped at the same indent. */
  paragraph(text: string, indent: number): void {
    for (const line of wrapped(text, this.columns.all - indent)) this.add(" ".repeat(indent) + line);
  }

  private head(part: SheetPart): string {
    const { out } = this.context;
    const form = part.kind === "item" && part.formName !== null ? ` ${part.formName}` : "";
    const most = part.kind === "item" && part.form !== "item" ? part.limit : part.points;
    const score = `${part.score ?? "—"}${most === null ? "" : ` / ${most}`}`;
    const contribution = part.contribution === null ? "" : ` → ${part.contribution}`;
    return `${out.bold(part.name)}${form}  ${score}${contribution}`;
  }

  private about(part: SheetPart): string {
    const { messages, out } = this.context;
    const facts = [
      part.assessor,
      part.basis === null ? null : `${messages.basis} ${part.basis}`,
      ...part.notes.map(noteText),
    ];
    const text = facts.filter((fact) => fact !== null && fact !== "").join("  ");
    return text === "" ? "" : `  ${out.dim(text)}`;
  }

  section(section: SheetSection, depth: number): void {
    if (depth === 0) this.add("");
    this.add("  ".repeat(depth) + this.head(section) + this.about(section));
    for (const part of section.parts) this.part(part, depth + 1);
  }

  part(part: SheetPart, depth: number): void {
    if (part.kind === "section") this.section(part, depth);
    else this.item(part, depth);
  }

  private item(item: SheetItem, depth: number): void {
    this.add("  ".repeat(depth) + this.head(item) + this.about(item));
    for (const line of item.lines) this.line(line, depth + 1);
  }

  private line(line: SheetLine, depth: number): void {
    const { out } = this.context;
    const isQuiet = line.outcome === "not-fired";
    const paint = isQuiet ? out.dim : line.sign === "deduct" || line.sign === "discretion" ? out.red : out.cyan;
    const indent = "  ".repeat(depth);
    const sign = isQuiet ? QUIET : SIGNS[line.sign];
    const tail = [
      padStart(line.count ?? "", this.columns.count),
      padStart(isQuiet ? "" : (line.effect ?? "—"), this.columns.effect),
    ].join("  ");
    // Values equal to the count, and judgements that were not made, are omitted.
    const reads = line.reads.filter(({ text }) => text !== line.count && (text !== null || line.outcome === "pending"));
    const facts = [...line.notes.map(noteText), ...reads.map(({ name, text }) => `${name} ${text ?? "—"}`)];
    const notes = facts.length === 0 ? "" : `  ${out.dim(facts.join(this.context.messages.comma))}`;
    const [first = "", ...rest] = wrapped(line.sentence, this.columns.sentence);
    const sentence = padEnd(first, this.columns.sentence);
    this.add(`${indent}${paint(sign)} ${isQuiet ? out.dim(sentence) : sentence}  ${paint(tail)}${notes}`.trimEnd());
    for (const more of rest) this.add(`${indent}  ${more}`);
    for (const { cells, effect } of line.evidence) {
      const row = cells.flatMap(({ text }) => (text === null || text === "" ? [] : [text])).join("  ");
      this.add(out.dim(`${indent}  │ ${row}${effect === null ? "" : `  ${effect}`}`));
    }
  }
}

/** The places. A ranking by section takes one line: `分线：党群工作 12，经济工作 4`. */
function rankingLines({ rankings }: Sheet, { messages }: Context): readonly string[] {
  const bySection = new Map<string, string[]>();
  const lines: string[] = [];
  for (const { name, place, text } of rankings) {
    const slash = name.indexOf("/");
    if (slash < 0) {
      lines.push(`${name}${messages.colon}${text}`);
    } else {
      const places = bySection.get(name.slice(0, slash)) ?? [];
      bySection.set(name.slice(0, slash), [...places, `${name.slice(slash + 1)} ${place ?? "—"}`]);
    }
  }
  return [
    ...lines,
    ...[...bySection].map(([name, places]) => `${name}${messages.colon}${places.join(messages.comma)}`),
  ];
}

/** The score sheet as text. */
export function sheetText(sheet: Sheet, context: Context): string {
  const { out, io } = context;
  const width = io.stdout.columns ?? 100;
  const columns = columnsOf(sheet, width);
  const writer = new SheetWriter(columns, context);
  const edition = sheet.edition === null ? "" : `（${sheet.edition}）`;
  writer.add(out.bold(`${sheet.heading}  ${sheet.key}${sheet.period === null ? "" : `  ${sheet.period}`}`));
  if (sheet.rubric !== null) writer.add(out.dim(`${sheet.rubric}${edition}`));
  writer.add(`${context.messages.score} ${out.bold(sheet.score ?? sheet.statusText)}`);
  for (const line of rankingLines(sheet, context)) writer.paragraph(line, 0);
  for (const sentence of sheet.summary) writer.paragraph(sentence, 0);
  for (const part of sheet.parts) writer.part(part, 0);

  writer.add("");
  const label = Math.max(...sheet.steps.map((step) => widthOf(step.label)));
  const value = Math.max(...sheet.steps.map((step) => widthOf(step.value ?? "")));
  for (const step of sheet.steps) {
    const [first = "", ...rest] = wrapped(step.text, Math.max(20, width - label - value - 4));
    const shownValue = padStart(step.value ?? "", value);
    writer.add(
      `${padEnd(step.label, label)}  ${step.kind === "score" ? out.bold(shownValue) : shownValue}  ${first}`.trimEnd(),
    );
    for (const more of rest) writer.add(" ".repeat(label + value + 4) + more);
  }
  const results = sheet.results.filter(({ holds, kind }) => holds !== false || kind === "award");
  if (results.length > 0) writer.add("");
  const name = Math.max(0, ...results.map((result) => widthOf(result.name)));
  for (const result of results) writer.add(`${padEnd(result.name, name)}  ${result.text}`);
  return writer.text;
}
