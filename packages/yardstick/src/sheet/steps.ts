/**
 * The calculation of the published score from the parts: sum, coefficients, rounding, vetoes.
 */
import { withMinusSign } from "@yardstick/exact";
import type { Explanation, StepExplanation, VetoExplanation } from "@yardstick/engine";
import { roundingText } from "./rounding-text.js";
import { isNegative, points, size } from "./figures.js";
import type { SheetContext } from "./read.js";
import { undecidedText } from "./places.js";
import type { SheetStep } from "./sheet.js";
import { sheetStep } from "./step.js";

/** The sum as text: `16.06 + 19.172 − 0.50`; empty while a part is pending. */
function sumText({ parts }: Explanation): string {
  const terms = parts.map(({ contribution }) => contribution);
  if (terms.some((term) => term === null)) return "";
  return terms
    .flatMap((term) => (term === null ? [] : [term]))
    .map((term, index) => (index === 0 ? points(term) : `${isNegative(term) ? "−" : "+"} ${size(term)}`))
    .join(" ");
}

/** The effects of a veto, and the results that the subject lost by it. */
function overridden(veto: VetoExplanation, { program, messages }: SheetContext): string {
  const effects = program.vetoes.find(({ name }) => name === veto.name)?.effects ?? [];
  const ordered = effects.map((effect) => messages.vetoEffects(effect.kind, "grade" in effect ? effect.grade : ""));
  const taken = veto.overrode.map((loss) => {
    switch (loss.kind) {
      case "score":
        return messages.tookScore(withMinusSign(loss.was));
      case "place":
        return messages.tookPlace(loss.ranking, loss.was);
      case "award":
        return messages.tookAward(loss.name);
      case "grade":
        return messages.tookGrade(loss.name, loss.was);
      default:
        return assertNever(loss);
    }
  });
  return [...ordered, ...taken].join(messages.comma);
}

/** A step of an explanation that acts on a number which is not given here. */
function stepOf(step: Pick<StepExplanation, "role" | "span"> & Partial<StepExplanation>): StepExplanation {
  return { name: null, limit: null, per: null, before: null, after: null, heldBack: null, reads: [], ...step };
}

/** Vetoes that fired, also those that leave the score as it is; then those that are pending, and those that did not fire. */
function vetoSteps(explanation: Explanation, context: SheetContext): readonly SheetStep[] {
  const { messages } = context;
  const { vetoes } = explanation;
  const label = messages.step.veto.label;
  const note = (text: string, span: SheetStep["span"]): SheetStep => ({ kind: "veto", label, text, value: null, span });
  const quiet = vetoes.filter(({ holds }) => holds === false).map(({ name }) => name);
  return [
    ...vetoes
      .filter(({ holds }) => holds === true)
      .map((veto) => {
        const reads = veto.reads.filter(({ value }) => value !== null);
        const step = stepOf({ role: "veto", name: veto.name, span: veto.span, reads });
        return sheetStep(step, context, { how: overridden(veto, context) });
      }),
    ...vetoes
      .filter(({ holds }) => holds === null)
      .map(({ name, span }) =>
        note(messages.vetoPending(name, undecidedText("veto", name, explanation, context)), span),
      ),
    ...(quiet.length === 0 ? [] : [note(messages.vetoesQuiet(quiet), null)]),
  ];
}

/** The steps of the calculation, in order: coefficients on parts, the sum, coefficients on it, the rounding, vetoes, the score. */
export function sheetSteps(explanation: Explanation, context: SheetContext): readonly SheetStep[] {
  const { messages, lang } = context;
  const { sum, rounding, score, coefficients, parts } = explanation;
  const start: SheetStep = {
    kind: "sum",
    label: messages.sum,
    text: parts.length > 1 ? sumText(explanation) : "",
    value: sum === null ? null : points(sum),
    span: null,
  };
  const applied = (onTotal: boolean) =>
    coefficients
      .filter(({ target }) => (target === "total") === onTotal)
      .map(({ value, target, ...step }) =>
        sheetStep(stepOf({ ...step, role: "coefficient", limit: value }), context, {
          target: onTotal ? messages.total : target,
        }),
      );
  const rounded =
    rounding === null
      ? []
      : [
          sheetStep(stepOf({ role: "rounding", span: null, before: rounding.before }), context, {
            target: messages.total,
            after: withMinusSign(rounding.after),
            how: roundingText(lang, rounding.decimals, rounding.stated),
          }),
        ];
  const steps = [...applied(false), start, ...applied(true), ...rounded, ...vetoSteps(explanation, context)];
  const end: SheetStep = {
    kind: "score",
    label: messages.score,
    text: "",
    value: score === null ? null : withMinusSign(score),
    span: null,
  };
  return [...steps, end].map((step) => ({ ...step, label: capitalised(step.label) }));
}

/** Labels are words inside a line elsewhere; here they stand at the head of one. */
function capitalised(label: string): string {
  return label.slice(0, 1).toUpperCase() + label.slice(1);
}

function assertNever(value: never): never {
  throw new Error(`unknown effect of a veto: ${JSON.stringify(value)}`);
}
