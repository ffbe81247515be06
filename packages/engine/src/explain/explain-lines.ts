/**
 * Scoring lines as explanations show them: numbers as exact text, side rows with their cells, what held an effect back.
 */
import type { Rational } from "@yardstick/exact";
import type { Item, Line } from "@yardstick/language/program";
import type { Evidence, LineExplanation, RestrictionExplanation } from "../data/explanation.js";
import { exactOrNull, explainSteps } from "./explain-steps.js";
import { at, InternalError } from "../values/internal-error.js";
import type { LineDetail, LineOutcome } from "../reference/line.js";
import { displayOfField } from "../values/display-value.js";
import type { Subject } from "../reference/subject.js";
import type { Trace } from "../reference/trace.js";
import { isPending, known } from "../values/value.js";

export function explainLines(
  item: Item,
  outcomes: readonly LineOutcome[],
  subject: Subject,
): readonly LineExplanation[] {
  return outcomes.map((outcome, index) => explainLine(at(item.lines, index), outcome, subject));
}

function explainLine(line: Line, { trace, net, detail }: LineOutcome, subject: Subject): LineExplanation {
  if (detail === null) throw new InternalError("a line was computed without its detail");
  const restrictions = explainSteps(detail.steps, subject) as readonly RestrictionExplanation[];
  return {
    span: line.span,
    effect: line.effect,
    outcome: detail.outcome,
    discretion: line.amount.kind === "judgement",
    basis: line.basis,
    reads: trace.reads,
    count: exactOrNull(detail.count),
    evidence: evidenceOf(line, trace, detail, subject),
    amount: exactOrNull(detail.amount),
    gross: exactOrNull(detail.gross),
    restrictions,
    ...namedRestrictions(restrictions),
    net: exactOrNull(known(net)),
  };
}

/** The properties that a line of an explanation has for three of the roles, beside the list of all. */
function namedRestrictions(
  restrictions: readonly RestrictionExplanation[],
): Pick<LineExplanation, "cap" | "highestPer" | "waiver"> {
  const [cap, highest, waiver] = (["cap", "highest", "waiver"] as const).map((role) =>
    restrictions.find((each) => each.role === role),
  );
  return {
    cap:
      cap === undefined
        ? null
        : { span: cap.span, limit: cap.limit ?? "0", per: cap.per, heldBack: cap.heldBack ?? "0" },
    highestPer: highest === undefined ? null : { span: highest.span, heldBack: highest.heldBack ?? "0" },
    waiver: waiver === undefined ? null : { span: waiver.span, heldBack: waiver.heldBack, reads: waiver.reads },
  };
}

/** Rows that acted; where the line does not go through rows, those that the functions it reads have counted. */
function evidenceOf({ each }: Line, trace: Trace, { rows }: LineDetail, subject: Subject): readonly Evidence[] {
  if (each === null) return trace.rows.map(({ list, row }) => evidence(list, row, null, subject));
  return rows.map(({ row, effect }) => evidence(each.list, row, effect, subject));
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
