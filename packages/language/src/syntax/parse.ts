/**
 * Text in; lossless tree, syntax tree and findings out. Never throws, whatever the text: a tree is always there, if need be an empty one.
 */
import type { CstNode } from "chevrotain";
import { diagnostic, type TypedDiagnostic } from "../diagnostics/diagnostic.js";
import type { Rubric } from "./ast.js";
import { inTextOrder, type Parsed } from "./syntax-tree.js";
import { rubricOf } from "./ast-of-rubric.js";
import { Documentation } from "./documentation.js";
import { grammar } from "./grammar.js";
import { keep, reparse } from "./reparse.js";
import { layout } from "./layout.js";
import { scan } from "./scan.js";
import { structureDiagnostics } from "./structure.js";
import { syntaxDiagnostics } from "./syntax-errors.js";
import { keywordBySpelling } from "./tokens.js";

/** Limits of parsing. */
export interface ParseLimits {
  /** Characters of one text; 2,000,000 where not given. */
  readonly sourceSize?: number;
}

const unitDeclaration = /(?:数值|计数|number|count)[ \t\u3000]+([\p{ID_Start}_][\p{ID_Continue}]*)/gu;

/** Parses a text into a syntax tree. Syntax errors are diagnostics; the tree contains what could be read. */
export function parse(source: string, limits: ParseLimits = {}): Parsed {
  const limit = limits.sourceSize ?? 2_000_000;
  if (source.length > limit)
    return unread(source, [diagnostic("source-too-large", [0, 0], { size: source.length, limit })]);
  const units = declaredUnits(source);
  const parsed = reparse(source, units) ?? parseAll(source, units);
  if (parsed.findings.length === 0) keep(parsed, units);
  return parsed;
}

/** Parses all of a text, whatever was parsed before. */
export function parseAll(source: string, units: ReadonlySet<string> = declaredUnits(source)): Parsed {
  const scanned = scan(source, units);
  const { tokens, findings: laidOut, stopped } = layout(scanned.tokens);
  const found = [...scanned.findings, ...laidOut];
  if (stopped) return unread(source, found);
  grammar.input = tokens;
  const root = grammar.rubric();
  const { errors } = grammar;
  const all = syntaxDiagnostics(errors, tokens, source, found);
  if (errors.length === 0) all.push(...structureDiagnostics(root, source, tokens));
  const rubric = rubricOf(root, source.length, new Documentation(source, scanned.comments));
  return { tree: { source, root, tokens, comments: scanned.comments }, rubric, findings: inTextOrder(all) };
}

/** Units that number fields declare beside the closed list; a keyword in that place is not a unit. */
function declaredUnits(source: string): Set<string> {
  const units = new Set<string>();
  for (const match of source.matchAll(unitDeclaration)) {
    const unit = match[1]!;
    if (!keywordBySpelling.has(unit)) units.add(unit);
  }
  return units;
}

function unread(source: string, findings: readonly TypedDiagnostic[]): Parsed {
  const root: CstNode = { name: "rubric", children: {} };
  const rubric: Rubric = { kind: "rubric", span: [0, source.length], declarations: [] };
  return { tree: { source, root, tokens: [], comments: [] }, rubric, findings: inTextOrder(findings) };
}
