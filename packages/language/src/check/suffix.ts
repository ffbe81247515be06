/**
 * The suffixes after a line's amount: `up to P [per F]`, `highest per F`, `unless C`, `basis "…"`; each at most once. What is
 * checked of an operand follows from what the vocabulary says that the suffix takes.
 */
import { diagnostic } from "../diagnostics/diagnostic.js";
import type { Line, Suffix } from "../program/program.js";
import type { Expression } from "../program/expression.js";
import type * as ast from "../syntax/ast.js";
import { type SuffixWord, suffixes } from "../vocabulary/vocabulary.js";
import type { Checker, Scope } from "./checker.js";
import { checkAs } from "./check-as.js";
import { flagExpected, pointsExpected } from "./value.js";

interface SuffixPlace {
  readonly scope: Scope;
  /** With the row of an `each` line at hand. */
  readonly inner: Scope;
  readonly hasRows: boolean;
}

type Takes = Exclude<SuffixWord["takes"], "text">;
type Restriction = Extract<ast.Suffix, { readonly operand: ast.Expression }>;

export function checkSuffixes(checker: Checker, node: ast.Line, place: SuffixPlace): Pick<Line, "suffixes" | "basis"> {
  const seen = new Map<ast.Suffix["kind"], ast.Suffix>();
  const found: Suffix[] = [];
  let basis: string | null = null;
  for (const suffix of node.suffixes) {
    const before = seen.get(suffix.kind);
    if (before !== undefined) {
      reportTwice(checker, suffix, before);
      continue;
    }
    seen.set(suffix.kind, suffix);
    if (suffix.kind === "basis") basis = suffix.text.value;
    else found.push(...checkRestriction(checker, suffix, place));
  }
  return { suffixes: found, basis };
}

function checkRestriction(checker: Checker, node: Restriction, place: SuffixPlace): readonly Suffix[] {
  const operand = operands[takes[node.kind]](checker, node, place);
  const per = node.per === null ? null : grouping(checker, node, node.per, place);
  return operand === null ? [] : [{ kind: node.kind, span: node.span, operand, per }];
}

const takes = Object.fromEntries(suffixes.map((suffix) => [suffix.kind, suffix.takes])) as Readonly<
  Record<Restriction["kind"], Takes>
>;

const operands: Readonly<
  Record<Takes, (checker: Checker, node: Restriction, place: SuffixPlace) => Expression | null>
> = {
  points: (checker, { operand }, { scope }) => checkAs(checker, operand, scope, pointsExpected),
  condition: (checker, { operand }, { inner }) => checkAs(checker, operand, inner, flagExpected),
  group: (checker, node, place) => grouping(checker, node, node.operand, place),
};

/** What groups the rows of an `each` line. */
function grouping(
  checker: Checker,
  { span }: Restriction,
  by: ast.Expression,
  { inner, hasRows }: SuffixPlace,
): Expression | null {
  if (!hasRows) {
    checker.report(diagnostic("rows-needed", span, {}));
    return null;
  }
  return checker.check(by, inner, null)?.node ?? null;
}

function reportTwice(checker: Checker, suffix: ast.Suffix, before: ast.Suffix): void {
  checker.report(
    diagnostic(
      "suffix-twice",
      suffix.span,
      { suffix: checker.source.slice(...suffix.span) },
      { related: [{ span: before.span, note: { zh: "前面已有", en: "it was first here" } }] },
    ),
  );
}
