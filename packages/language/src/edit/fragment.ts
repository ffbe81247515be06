/**
 * Reads a text that is to become one element of a rubric: a part, a line, a field, a declaration. Null where it is not exactly one.
 */
import type * as ast from "../syntax/ast.js";
import { parse } from "../syntax/parse.js";
import type { Parsed } from "../syntax/syntax-tree.js";
import { unitWords } from "../vocabulary/vocabulary.js";

export type Part = ast.Section | ast.Item | ast.Data;

export function declarationIn(parsed: Parsed, text: string): ast.Declaration | null {
  return only(declarationsIn(parsed, text));
}

export function partIn(parsed: Parsed, text: string): Part | null {
  const declaration = declarationIn(parsed, text);
  return declaration !== null && isPart(declaration) ? declaration : null;
}

export function isPart(node: ast.Declaration): node is Part {
  return node.kind === "section" || node.kind === "item" || node.kind === "data";
}

export function lineIn(parsed: Parsed, text: string): ast.LineNode | null {
  const item = only(declarationsIn(parsed, `条目 x {\n${text}\n}`));
  return item?.kind === "item" && item.applies === null ? only(item.lines) : null;
}

export function fieldIn(parsed: Parsed, text: string): ast.FieldDeclaration | null {
  const data = only(declarationsIn(parsed, `数据 x {\n${text}\n}`));
  return data?.kind === "data" ? only(data.fields) : null;
}

function only<T>(found: readonly T[]): T | null {
  return found.length === 1 ? (found[0] as T) : null;
}

/** Reads it where the units are known that the rubric declares; empty where it has errors. */
function declarationsIn({ rubric }: Parsed, text: string): readonly ast.Declaration[] {
  const fields = [...unitsIn(rubric)].map((unit, i) => `f${i}: 数值 ${unit}`);
  const before = fields.length === 0 ? "" : `数据 x {\n${fields.join("\n")}\n}\n`;
  const { rubric: read, findings } = parse(before + text);
  if (findings.length > 0) return [];
  return before === "" ? read.declarations : read.declarations.slice(1);
}

const closedUnits: ReadonlySet<string> = new Set(unitWords);
/** A unit between quotes is not allowed after a number. */
const unitWord = /^[\p{ID_Start}_][\p{ID_Continue}]*$/u;

function unitsIn(rubric: ast.Rubric): Set<string> {
  const units = new Set<string>();
  const visit = (node: unknown): void => {
    if (typeof node !== "object" || node === null) return;
    const { kind, unit } = node as { kind?: string; unit?: ast.Name | null };
    if (kind === "number-type" && unit && !closedUnits.has(unit.text) && unitWord.test(unit.text)) units.add(unit.text);
    Object.values(node).forEach(visit);
  };
  visit(rubric);
  return units;
}
