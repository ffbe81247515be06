/**
 * The way from the parts to the published score: sum, coefficients, the one rounding, vetoes, the score.
 */
import { withMinusSign } from "@yardstick/exact";
import type { Explanation, VetoExplanation } from "@yardstick/engine";
import { isNegative, plain, points, size } from "./figures.js";
import type { Writing } from "./read.js";
import { joinedReads } from "./read.js";
import { undecidedText } from "./standing.js";
import type { SheetStep } from "./sheet.js";

/** `16.06 + 19.172 − 0.50`; null while a part is pending. */
function sumText({ parts }: Explanation): string {
  const terms = parts.map(({ contribution }) => contribution);
  if (terms.some((term) => term === null)) return "";
  return terms
    .flatMap((term) => (term === null ? [] : [term]))
    .map((term, index) => (index === 0 ? points(term) : `${isNegative(term) ? "−" : "+"} ${size(term)}`))
    .join(" ");
}

/** What a veto orders, and what that took away from this subject. */
function vetoText(veto: VetoExplanation, { program, words, ...rest }: Writing): string {
  const effects = program.vetoes.find(({ name }) => name === veto.name)?.effects ?? [];
  const ordered = effects.map((effect) => words.vetoEffects(effect.kind, "grade" in effect ? effect.grade : ""));
  const taken = veto.overrode.map((loss) => {
    switch (loss.kind) {
      case "score":
        return words.tookScore(withMinusSign(loss.was));
      case "place":
        return words.tookPlace(loss.ranking, loss.was);
      case "award":
        return words.tookAward(loss.name);
      case "grade":
        return words.tookGrade(loss.name, loss.was);
      default:
        return assertNever(loss);
    }
  });
  const reads = joinedReads(
    veto.reads.filter(({ value }) => value !== null),
    { program, words, ...rest },
  );
  return words.vetoFired(veto.name, reads, [...ordered, ...taken].join(words.comma));
}

function vetoSteps(explanation: Explanation, writing: Writing): SheetStep[] {
  const { words } = writing;
  const step = (text: string, span: SheetStep["span"]): SheetStep => ({
    kind: "veto",
    label: words.veto,
    text,
    value: null,
    span,
  });
  const quiet = explanation.vetoes.filter(({ holds }) => holds === false).map(({ name }) => name);
  return [
    ...explanation.vetoes.filter(({ holds }) => holds === true).map((veto) => step(vetoText(veto, writing), veto.span)),
    ...explanation.vetoes
      .filter(({ holds }) => holds === null)
      .map((veto) =>
        step(words.vetoPending(veto.name, undecidedText("veto", veto.name, explanation, writing)), veto.span),
      ),
    ...(quiet.length === 0 ? [] : [step(words.vetoesQuiet(quiet), null)]),
  ];
}

export function sheetSteps(explanation: Explanation, writing: Writing): readonly SheetStep[] {
  const { words } = writing;
  const { sum, rounding, score, coefficients } = explanation;
  const sumStep: SheetStep = {
    kind: "sum",
    label: words.sum,
    text: explanation.parts.length > 1 ? sumText(explanation) : "",
    value: sum === null ? null : points(sum),
    span: null,
  };
  const applied = coefficients.map(({ name, value, target, before, after, span }): SheetStep => {
    const on = target === "total" ? words.total : target;
    const isKnown = value !== null && before !== null && after !== null;
    return {
      kind: "coefficient",
      label: words.coefficient,
      text: isKnown
        ? words.coefficientApplied(name, plain(value), on, points(before), points(after))
        : words.coefficientPending(name),
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
            label: words.rounding,
            text: words.scoreRounded(points(rounding.before), withMinusSign(rounding.after), rounding.decimals),
            value: withMinusSign(rounding.after),
            span: null,
          },
        ];
  return [
    ...applied.filter((_, index) => !isOnTotal(index)),
    sumStep,
    ...applied.filter((_, index) => isOnTotal(index)),
    ...rounded,
    ...vetoSteps(explanation, writing),
    { kind: "score", label: words.score, text: "", value: score === null ? null : withMinusSign(score), span: null },
  ];
}

function assertNever(value: never): never {
  throw new Error(`unknown effect of a veto: ${JSON.stringify(value)}`);
}
