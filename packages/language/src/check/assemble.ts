/**
 * The finished tables of a rubric without errors, as a `Program`: plain JSON, nothing of the checker left in it.
 */
import { type Rational, rationalText, ZERO } from "@yardstick/exact";
import type { Amount, Field, Line, Named, Output, Part, Program } from "../program/index.js";
import type { Checker, FieldDraft, LineDraft, PartDraft, ValueDraft } from "./checker.js";
import { publishedOf } from "./output.js";

/** Version of the language that this checker speaks. */
const languageVersion = "1";

export function assemble(checker: Checker): Program {
  const { draft } = checker;
  return {
    language: languageVersion,
    title: draft.title,
    edition: draft.edition,
    total: draft.total === null ? null : rationalText(draft.total),
    scoreDecimals: draft.scoreDecimals,
    itemDecimals: draft.itemDecimals,
    scoreRounding: draft.scoreRounding,
    itemRounding: draft.itemRounding,
    subject: sure(draft.subject).name,
    key: sure(draft.key),
    period: draft.period,
    fields: draft.fields.map(fieldOf),
    lists: draft.lists.map(({ name, field, columns }) => ({ name, field, columns: columns.map(fieldOf) })),
    constants: draft.constants.map(fieldOf),
    choices: draft.choices,
    parts: draft.parts.map(partOf),
    roots: draft.roots,
    lets: draft.lets.map(namedOf),
    coefficients: draft.coefficients.map(sure),
    vetoes: draft.vetoes.map(sure),
    rankings: draft.rankings.map(sure),
    grades: draft.grades.map(sure),
    awards: draft.awards.map(sure),
    consequences: draft.consequences.map(sure),
    outputs: draft.outputs.map((output, index): Output => {
      const { name, span } = namedOf(output);
      const published =
        draft.outputRounded[index] ?? publishedOf(sure(output.value), output.node, sure(draft.outputDecimals[index]));
      return { name, span, ...published };
    }),
    requirements: draft.requirements,
    policies: draft.policies,
    uses: draft.uses.map(sure),
    scenarios: draft.scenarios,
    tests: draft.tests,
  };
}

/** Without findings of errors nothing is missing; a hole here is a bug of the checker. */
function sure<T>(value: T | null | undefined): T {
  if (value === null || value === undefined)
    throw new Error("a part of the program is missing although nothing was found wrong");
  return value;
}

function fieldOf(field: FieldDraft): Field {
  const { name, span, optional, assessor, documentation, judgement } = field;
  return { name, span, type: sure(field.type), optional, default: field.default, assessor, documentation, judgement };
}

function namedOf({ node, value }: ValueDraft): Named {
  return { name: node.name.text, span: node.span, value: sure(value).node, documentation: null };
}

function text(value: Rational | null): string | null {
  return value === null ? null : rationalText(value);
}

function partOf(part: PartDraft): Part {
  const { node } = part;
  const base = {
    name: part.name,
    path: part.names.join("/"),
    span: node.span,
    nameSpan: node.name.span,
    parent: part.parent,
    points: rationalText(part.points ?? ZERO),
    worth: rationalText(part.worth ?? ZERO),
    weight: text(part.weight),
    within: part.within === null ? null : { min: text(part.within.min), max: text(part.within.max) },
    assessor: part.assessor,
    basis: node.basis?.value ?? null,
    decimals: part.decimals,
    rounding: part.rounding,
    applies: part.applies,
    documentation: node.documentation,
  };
  if (node.kind === "section") return { ...base, kind: "section", parts: part.parts, variants: part.variants };
  return {
    ...base,
    kind: "item",
    form: node.form,
    start: rationalText(sure(part.start)),
    min: text(part.min),
    max: text(part.max),
    lines: part.lines.map(lineOf),
  };
}

function lineOf(line: LineDraft): Line {
  return { ...line, amount: sure<Amount>(line.amount) };
}
