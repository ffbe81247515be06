/**
 * The calculation of the published score from the parts: sum, coefficients, rounding, vetoes.
 */
import { withMinusSign } from "@yardstick/exact";
import type { Explanation, VetoExplanation } from "@yardstick/engine";
import { roundingText } from "./rounding-text.js";
import { isNegative, plain, points, size } from "./figures.js";
import type { SheetContext } from "./read.js";
import { joinedReads } from "./read.js";
import { undecidedText } from "./places.js";
import type { SheetStep } from "./sheet.js";

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
function vetoText(veto: VetoExplanation, { program, messages, ...rest }: SheetContext): string {
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
  const reads = joinedReads(
    veto.reads.filter(({ value }) => value !== null),
    { program, messages, ...rest },
  );
  return messages.vetoFired(veto.name, reads, [...ordered, ...taken].join(messages.comma));
}

function vetoSteps(explanation: Explanation, context: SheetContext): SheetStep[] {
  const { messages } = context;
  const step = (text: string, span: SheetStep["span"]): SheetStep => ({
    kind: "veto",
    label: messages.veto,
    text,
    value: null,
    span,
  });
  const quiet = explanation.vetoes.filter(({ holds }) => holds === false).map(({ name }) => name);
  return [
    ...explanation.vetoes.filter(({ holds }) => holds === true).map((veto) => step(vetoText(veto, context), veto.span)),
    ...explanation.vetoes
      .filter(({ holds }) => holds === null)
      .map((veto) =>
        step(messages.vetoPending(veto.name, undecidedText("veto", veto.name, explanation, context)), veto.span),
      ),
    ...(quiet.length === 0 ? [] : [step(messages.vetoesQuiet(quiet), null)]),
  ];
}

/** The steps of the calculation, in order. */
export function sheetSteps(explanation: Explanation, context: SheetContext): readonly SheetStep[] {
  const { messages } = context;
  const { sum, rounding, score, coefficients } = explanation;
  const sumStep: SheetStep = {
    kind: "sum",
    label: messages.sum,
    text: explanation.parts.length > 1 ? sumText(explanation) : "",
    value: sum === null ? null : points(sum),
    span: null,
  };
  const applied = coefficients.map(({ name, value, target, before, after, span }): SheetStep => {
    const on = target === "total" ? messages.total : target;
    const isKnown = value !== null && before !== null && after !== null;
    return {
      kind: "coefficient",
      label: messages.coefficient,
      text: isKnown
        ? messages.coefficientApplied(name, plain(value), on, points(before), points(after))
        : messages.coefficientPending(name),
      value: after === null ? null : points(after),
      span,
    };
  });
  const isOnTotal = (index: number) => coefficients[index]?.target === "total";
  const rounded: SheetStep[] =
    rounding === null
      ? []
      : [
          {
            kind: "rounding",
            label: messages.rounding,
            text: messages.scoreRounded(
              points(rounding.before),
              withMinusSign(rounding.after),
              roundingText(context.lang, rounding.decimals, rounding.stated),
            ),
            value: withMinusSign(rounding.after),
            span: null,
          },
        ];
  return [
    ...applied.filter((_, index) => !isOnTotal(index)),
    sumStep,
    ...applied.filter((_, index) => isOnTotal(index)),
    ...rounded,
    ...vetoSteps(explanation, context),
    { kind: "score", label: messages.score, text: "", value: score === null ? null : withMinusSign(score), span: null },
  ];
}

function assertNever(value: never): never {
  throw new Error(`unknown effect of a veto: ${JSON.stringify(value)}`);
}
