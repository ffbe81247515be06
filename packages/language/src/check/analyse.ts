/**
 * The complete analysis of one text, in one call: tree, syntax tree, program, diagnostics and the facts that editors need.
 */
import { check } from "./check.js";
import type { Facts } from "./checker.js";
import { severityOf, type TypedDiagnostic } from "../diagnostics/diagnostic.js";
import type { Program } from "../program/index.js";
import type { Span } from "../source/span.js";
import type { Rubric } from "../syntax/ast.js";
import { Bounds } from "../syntax/bounds.js";
import { parse, type ParseLimits } from "../syntax/parse.js";
import type { SyntaxTree } from "../syntax/syntax-tree.js";

/** A text with everything that is known about it: tokens, syntax tree, checked program, diagnostics and names. */
export interface Analysis {
  readonly tree: SyntaxTree;
  readonly rubric: Rubric;
  /** Null where any diagnostic is an error. */
  readonly program: Program | null;
  /** Of the lexer, the parser and the checker, in the order of the text. */
  readonly findings: readonly TypedDiagnostic[];
  /** Those of the lexer and the parser alone. */
  readonly syntaxFindings: readonly TypedDiagnostic[];
  readonly facts: Facts;
}

/** Options of `analyse`. */
export interface AnalyseOptions {
  readonly limits?: ParseLimits;
  /** Programs of the rubrics that this one may `use`, by path as written. */
  readonly uses?: ReadonlyMap<string, Program>;
}

/** Parses and checks a text. Diagnostics of the checker inside lines that cannot be parsed are suppressed. */
export function analyse(source: string, options: AnalyseOptions = {}): Analysis {
  const { tree, rubric, findings: syntaxFindings } = parse(source, options.limits);
  const broken = syntaxFindings.map((f) => f.span);
  const checked = check(rubric, { source, broken, ...(options.uses === undefined ? {} : { uses: options.uses }) });
  const damaged = tree.tokens.length === 0 ? [] : damagedLines(tree, broken);
  const sound = checked.findings.filter((f) => !damaged.some(([from, to]) => f.span[0] < to && f.span[1] > from));
  const findings = [...syntaxFindings, ...sound].sort((a, b) => a.span[0] - b.span[0] || a.span[1] - b.span[1]);
  const program = findings.some((f) => severityOf(f) === "error") ? null : checked.program;
  return { tree, rubric, program, findings, syntaxFindings, facts: checked.facts };
}

/** Each is held against all that the checker found; a text that is broken all over gets no more care. */
const mostDamaged = 100;

/** What is said of a line that could not be read is said by the parser alone. */
function damagedLines({ tokens, source }: SyntaxTree, broken: readonly Span[]): readonly Span[] {
  if (broken.length === 0) return [];
  const bounds = new Bounds(tokens, source.length);
  return broken.slice(0, mostDamaged).map((span) => bounds.linesOf(span));
}
