/**
 * Scoring lines as explanations show them: numbers as exact text, side rows with their cells, what held an effect back.
 */
import type { Expression, Item, Line, Program } from "@yardstick/language/program";
import type { Evidence, LineExplanation } from "../explanation.js";
import { at } from "./internal-error.js";
import type { LineOutcome } from "./line.js";
import type { Rational } from "./rational.js";
import { exactText } from "./rational.js";
import { displayOfField } from "./display-value.js";
import type { Subject } from "./subject.js";
import { isPending, known } from "./value.js";

export function exactOrNull(value: Rational | null): string | null {
  return value === null ? null : exactText(value);
}

export function explainLines(
  item: Item,
  outcomes: readonly LineOutcome[],
  subject: Subject,
): readonly LineExplanation[] {
  return outcomes.map((outcome, index) => explainLine(at(item.lines, index), outcome, subject));
}

function explainLine(line: Line, outcome: LineOutcome, subject: Subject): LineExplanation {
  const { program } = subject;
  const { cap, highestHeldBack, waiver } = outcome;
  return {
    span: line.span,
    effect: line.effect,
    outcome: outcome.outcome,
    discretion: line.amount.kind === "judgement",
    basis: line.basis,
    reads: outcome.trace.reads,
    count: exactOrNull(outcome.count),
    evidence: evidenceOf(line, outcome, subject),
    amount: exactOrNull(outcome.amount),
    gross: exactOrNull(outcome.gross),
    cap:
      cap === null || line.cap === null
        ? null
        : {
            span: line.cap.span,
            limit: exactText(cap.limit),
            per: line.cap.per === null ? null : groupingText(program, line.cap.per),
            heldBack: exactText(cap.heldBack),
          },
    highestPer:
      highestHeldBack === null || line.highestPer === null
        ? null
        : { span: line.highestPer.span, heldBack: exactText(highestHeldBack) },
    waiver:
      waiver === null || line.unless === null
        ? null
        : { span: line.unless.span, heldBack: exactOrNull(waiver.heldBack), reads: waiver.trace.reads },
    net: exactOrNull(known(outcome.net)),
  };
}

/** Rows that acted; where the line does not go through rows, those that the functions it reads have counted. */
function evidenceOf(line: Line, outcome: LineOutcome, subject: Subject): readonly Evidence[] {
  const { each } = line;
  if (each === null) return outcome.trace.rows.map(({ list, row }) => evidence(list, row, null, subject));
  return outcome.rows.map(({ row, effect }) => evidence(each.list, row, effect, subject));
}

function evidence(list: number, row: number, effect: Rational | null, subject: Subject): Evidence {
  const { name, columns } = at(subject.program.lists, list);
  const cells = columns.map((column, index) => {
    const value = subject.cell(list, row, index);
    return { name: column.name, text: isPending(value) ? null : shownWithSign(subject.program, column, value) };
  });
  return { list: name, row, cells, effect: exactOrNull(effect) };
}

function shownWithSign(...[program, column, value]: Parameters<typeof displayOfField>): string {
  const shown = displayOfField(program, column, value);
  return "unit" in shown && shown.unit === "%" ? `${shown.text}%` : shown.text;
}

/** What a cap is per, in the author's names: a column, `month(日期)`. */
function groupingText(program: Program, by: Expression): string | null {
  if (by.kind === "row-field") return at(at(program.lists, by.list).columns, by.column).name;
  if (by.kind === "field") return at(program.fields, by.field).name;
  if (by.kind !== "apply") return null;
  return `${by.name}(${by.args.map((argument) => groupingText(program, argument) ?? "…").join(", ")})`;
}
