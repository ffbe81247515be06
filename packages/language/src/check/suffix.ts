/**
 * What stands behind a line's amount: `up to P [per F]`, `highest per F`, `unless C`, `basis "…"`; each at most once.
 */
import { diagnostic } from "../diagnostics/diagnostic.js";
import type { Line } from "../program/program.js";
import type { Expression } from "../program/expression.js";
import type * as ast from "../syntax/ast.js";
import { assertNever } from "./assert-never.js";
import type { Checker, Scope } from "./checker.js";
import { checkAs } from "./check-as.js";
import { flagExpected, pointsExpected } from "./value.js";

interface SuffixPlace {
  readonly scope: Scope;
  /** With the row of an `each` line at hand. */
  readonly inner: Scope;
  readonly hasRows: boolean;
}

type Suffixes = Pick<Line, "cap" | "highestPer" | "unless" | "basis">;

export function checkSuffixes(checker: Checker, node: ast.Line, place: SuffixPlace): Suffixes {
  const found: { -readonly [K in keyof Suffixes]: Suffixes[K] } = {
    cap: null,
    highestPer: null,
    unless: null,
    basis: null,
  };
  const seen = new Map<ast.Suffix["kind"], ast.Suffix>();
  for (const suffix of node.suffixes) {
    const before = seen.get(suffix.kind);
    if (before !== undefined) {
      checker.report(
        diagnostic(
          "suffix-twice",
          suffix.span,
          { suffix: checker.source.slice(...suffix.span) },
          {
            related: [{ span: before.span, note: { zh: "前面已有", en: "it was first here" } }],
          },
        ),
      );
      continue;
    }
    seen.set(suffix.kind, suffix);
    switch (suffix.kind) {
      case "up-to": {
        const amount = checkAs(checker, suffix.amount, place.scope, pointsExpected);
        const per = suffix.per === null ? null : grouping(checker, suffix.span, suffix.per, place);
        if (amount !== null) found.cap = { span: suffix.span, amount, per };
        break;
      }
      case "highest-per": {
        const by = grouping(checker, suffix.span, suffix.by, place);
        if (by !== null) found.highestPer = { span: suffix.span, by };
        break;
      }
      case "unless": {
        const condition = checkAs(checker, suffix.condition, place.inner, flagExpected);
        if (condition !== null) found.unless = { span: suffix.span, condition };
        break;
      }
      case "basis":
        found.basis = suffix.text.value;
        break;
      default:
        assertNever(suffix);
    }
  }
  return found;
}

/** `per F`, `highest per F` group the rows of an `each` line. */
function grouping(
  checker: Checker,
  span: ast.Suffix["span"],
  by: ast.Expression,
  place: SuffixPlace,
): Expression | null {
  if (!place.hasRows) {
    checker.report(diagnostic("rows-needed", span, {}));
    return null;
  }
  return checker.check(by, place.inner, null)?.node ?? null;
}
