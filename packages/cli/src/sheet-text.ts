/**
 * A score sheet for the terminal: what was lost and gained, then sections, items and their rules with sign, sentence, count and effect in
 * columns, then the calculation of the score, and its consequences. Rules without effect are counted, and listed on request.
 */
import {
  bracketed,
  isUneventful,
  linesWithoutEffect,
  runsOf,
  type Sheet,
  type SheetBalance,
  type SheetItem,
  type SheetLine,
  type SheetPart,
  type SheetSection,
  type SheetStep,
} from "yardstick";
import type { Context } from "./context.js";
import { padEnd, padStart, widthOf, wrapped } from "./display-width.js";
import { onPoint } from "./table-layout.js";

const SIGNS: Readonly<Record<SheetLine["sign"], string>> = { deduct: "−", add: "+", earn: "=", discretion: "◇" };
const QUIET = "○";
const WIDEST_SENTENCE = 60;
/** How many losses, and gains, a sheet opens on. */
const MAX_CHANGES = 10;

/** What a sheet contains. */
export interface SheetTextOptions {
  /** Whether rules without effect are listed. */
  readonly showsAllRules: boolean;
}

/** Column widths, common to all items of a sheet. */
interface Columns {
  readonly sentence: number;
  readonly count: number;
  /** Effects aligned on the point, by their text. */
  readonly effects: ReadonlyMap<string, string>;
  readonly all: number;
}

const isListed = ({ outcome }: SheetLine, { showsAllRules }: SheetTextOptions): boolean =>
  showsAllRules || outcome !== "not-fired";

function itemsOf(part: SheetPart): readonly SheetItem[] {
  return part.kind === "item" ? [part] : part.parts.flatMap(itemsOf);
}

function columnsOf(sheet: Sheet, width: number, options: SheetTextOptions): Columns {
  const lines = sheet.parts.flatMap(itemsOf).flatMap((item) => item.lines.filter((line) => isListed(line, options)));
  const most = (texts: readonly (string | null)[]) => Math.max(0, ...texts.map((text) => widthOf(text ?? "")));
  const effects = ["", ...lines.map((line) => shownEffect(line))];
  return {
    sentence: Math.min(WIDEST_SENTENCE, most(lines.map(({ sentence }) => sentence))),
    count: most(lines.map(({ count }) => count)),
    effects: new Map(rightAligned(effects).map((padded, index) => [effects[index] ?? "", padded])),
    all: width,
  };
}

const shownEffect = ({ outcome, effect }: SheetLine): string => (outcome === "not-fired" ? "" : (effect ?? "—"));

/** Texts of one width, with the points of numbers below each other. */
function rightAligned(figures: readonly string[]): readonly string[] {
  const padded = onPoint(figures);
  const width = Math.max(0, ...padded.map(widthOf));
  return padded.map((figure) => padStart(figure, width));
}

const noteText = ({ label, text }: SheetStep): string => (text === "" ? label : `${label} ${text}`);

class SheetWriter {
  private readonly lines: string[] = [];

  constructor(
    private readonly columns: Columns,
    private readonly options: SheetTextOptions,
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
    this.parts(section.parts, depth + 1);
  }

  /** Parts in their order; items in which no rule had an effect are named behind the others. */
  parts(parts: readonly SheetPart[], depth: number): void {
    const { showsAllRules } = this.options;
    for (const run of runsOf(parts)) {
      if ("kind" in run) {
        this.section(run, depth);
        continue;
      }
      const folded = showsAllRules ? [] : run.filter(isUneventful);
      for (const item of run) if (!folded.includes(item)) this.item(item, depth);
      if (folded.length === 0) continue;
      const names = folded.map(({ name, score, contribution }) => `${name} ${contribution ?? score ?? "—"}`);
      this.paragraph(this.context.messages.foldedItems(names.join(this.context.messages.list)), 2 * depth);
    }
  }

  /** What was lost, then what was gained, the greatest first, and the number of others. */
  balance({ text, losses, gains }: SheetBalance): void {
    const { messages, out } = this.context;
    this.add("");
    this.paragraph(text, 0);
    const groups = [losses, gains].map((all) => ({ shown: all.slice(0, MAX_CHANGES), more: all.length - MAX_CHANGES }));
    const amounts = rightAligned(groups.flatMap(({ shown }) => shown.map(({ amount }) => amount)));
    let next = 0;
    for (const { shown, more } of groups) {
      for (const { name, assessor, amount } of shown) {
        const paint = amount.includes("−") ? out.red : out.cyan;
        const by = assessor === null ? "" : `  ${out.dim(assessor)}`;
        this.add(`  ${paint(amounts[next] ?? "")}  ${name}${by}`);
        next++;
      }
      if (more > 0) this.add(`  ${out.dim(messages.moreChanges(more))}`);
    }
  }

  private item(item: SheetItem, depth: number): void {
    this.add("  ".repeat(depth) + this.head(item) + this.about(item));
    for (const line of item.lines) if (isListed(line, this.options)) this.line(line, depth + 1);
  }

  private line(line: SheetLine, depth: number): void {
    const { out } = this.context;
    const isQuiet = line.outcome === "not-fired";
    const paint = isQuiet ? out.dim : line.sign === "deduct" || line.sign === "discretion" ? out.red : out.cyan;
    const indent = "  ".repeat(depth);
    const sign = isQuiet ? QUIET : SIGNS[line.sign];
    const tail = [
      padStart(line.count ?? "", this.columns.count),
      this.columns.effects.get(shownEffect(line)) ?? "",
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
export function sheetText(sheet: Sheet, options: SheetTextOptions, context: Context): string {
  const { out, io } = context;
  const width = io.stdout.columns ?? 100;
  const columns = columnsOf(sheet, width, options);
  const writer = new SheetWriter(columns, options, context);
  const edition = sheet.edition === null ? "" : bracketed(sheet.edition, sheet.lang);
  writer.add(out.bold(`${sheet.heading}  ${sheet.key}${sheet.period === null ? "" : `  ${sheet.period}`}`));
  if (sheet.rubric !== null) writer.add(out.dim(`${sheet.rubric}${edition}`));
  writer.add(`${context.messages.score} ${out.bold(sheet.score ?? sheet.statusText)}`);
  for (const line of rankingLines(sheet, context)) writer.paragraph(line, 0);
  for (const sentence of sheet.summary) writer.paragraph(sentence, 0);
  if (sheet.balance !== null) writer.balance(sheet.balance);
  writer.parts(sheet.parts, 0);
  const left = options.showsAllRules ? 0 : linesWithoutEffect(sheet);
  if (left > 0) {
    writer.add("");
    writer.paragraph(out.dim(context.messages.rulesLeftOut(left)), 0);
  }

  writer.add("");
  const label = Math.max(...sheet.steps.map((step) => widthOf(step.label)));
  const values = rightAligned(sheet.steps.map((step) => step.value ?? ""));
  const value = Math.max(...values.map(widthOf));
  for (const [index, step] of sheet.steps.entries()) {
    const [first = "", ...rest] = wrapped(step.text, Math.max(20, width - label - value - 4));
    const shownValue = values[index] ?? "";
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
