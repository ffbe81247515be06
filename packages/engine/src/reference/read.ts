/**
 * One value read, as an explanation lists it: what kind of thing, its name, and the value as its author would write it.
 */
import type { Field, CoreProgram } from "@yardstick/language/core";
import type { Read } from "../data/explanation.js";
import { assertNever, at } from "../values/internal-error.js";
import type { ResultOf } from "./scope.js";
import type { ReadOf } from "./trace.js";
import { displayOfField, displayOfType } from "../values/display-value.js";
import { isPending } from "../values/value.js";
import { writtenUnit } from "../values/written-unit.js";

/** The value of a node as explanations list it. */
export const readOf: ReadOf = (program, node, value) => {
  const { span } = node;
  const shown = isPending(value) ? null : displayOfType(program, node.type, value, writtenUnit(program, node));
  switch (node.kind) {
    case "field":
      return fieldRead("field", at(program.fields, node.field));
    case "constant":
      return fieldRead("constant", at(program.constants, node.constant));
    case "reference":
      return {
        kind: kindOf(node.to),
        name: resultName(program, node.to),
        span,
        value: shown,
        assessor: assessorOf(program, node.to),
      };
    case "aggregate":
      return { kind: "rows", name: node.name, span, value: shown, assessor: null };
    case "cohort":
    case "apply":
      return { kind: "across", name: node.name, span, value: shown, assessor: null };
    case "previous":
    case "running":
      return { kind: "history", name: node.kind, span, value: shown, assessor: null };
    default:
      return assertNever(node);
  }

  function fieldRead(kind: "field" | "constant", field: Field): Read {
    const own = isPending(value) ? null : displayOfField(program, field, value);
    return { kind, name: field.name, span, value: own, assessor: field.assessor };
  }
};

function kindOf(of: ResultOf): Read["kind"] {
  if (of.kind === "let" || of.kind === "used") return of.kind;
  return of.kind === "part-score" || of.kind === "part-points" ? "part" : "result";
}

function assessorOf(program: CoreProgram, of: ResultOf): string | null {
  return of.kind === "part-score" ? at(program.parts, of.part).assessor : null;
}

/** The author's name of a result: a part's path, `NAME/SECTION` of a ranking by each section; `score` for the score itself. */
export function resultName(program: CoreProgram, of: ResultOf): string {
  switch (of.kind) {
    case "let":
      return at(program.lets, of.index).name;
    case "output":
      return at(program.outputs, of.index).name;
    case "award":
      return at(program.awards, of.index).name;
    case "grade":
      return at(program.grades, of.grades).name;
    case "part-score":
    case "part-points":
      return at(program.parts, of.part).path;
    case "score":
      return "score";
    case "place": {
      const { name } = at(program.rankings, of.ranking);
      return of.section === null ? name : `${name}/${at(program.parts, of.section).name}`;
    }
    case "last":
      return at(program.rankings, of.ranking).name;
    case "vetoed":
      return of.veto === null ? "vetoed" : at(program.vetoes, of.veto).name;
    case "used":
      return `${at(program.uses, of.use).alias}.${of.result}`;
    default:
      return assertNever(of);
  }
}
