/** The rules of a draft as pieces, by clause, with the figures of the clause that their numbers come from. */
import { leavesOf, ownEntry, parse, tokenText, type Leaf } from "@yardstick/language";
import { numberOrZero } from "@yardstick/exact";
import { clauseFigures, type Draft, type ReadClause } from "@yardstick/documents";
import type { RulePiece, RuleSheet, RuleSign } from "../protocol/reading-sheet.js";

/** The rules of each clause by its number; open clauses have none. */
export function ruleSheets(draft: Draft, clauses: readonly ReadClause[]): ReadonlyMap<number, readonly RuleSheet[]> {
  const leaves = leavesOf(parse(draft.text).tree);
  const sheets = new Map<number, readonly RuleSheet[]>();
  let first = 0;
  for (const { from, to, clause } of draft.from) {
    while (first < leaves.length && leaves[first]!.span[0] < from) first++;
    let end = first;
    while (end < leaves.length && leaves[end]!.span[0] < to) end++;
    const own = withoutBasis(leaves.slice(first, end));
    first = end;
    if (own.length === 0 || own[0]!.role === "OpenClause") continue;
    const read = clauses[clause - 1];
    const rule = { sign: signOf(own), pieces: piecesOf(own, read === undefined ? [] : figureValues(read)) };
    sheets.set(clause, [...(sheets.get(clause) ?? []), rule]);
  }
  return sheets;
}

function withoutBasis(leaves: readonly Leaf[]): readonly Leaf[] {
  const basis = leaves.findIndex(({ role }) => role === "Basis");
  return basis < 0 ? leaves : leaves.slice(0, basis);
}

function signOf(leaves: readonly Leaf[]): RuleSign {
  const has = (role: Leaf["role"]) => leaves.some((leaf) => leaf.role === role);
  if (has("Veto")) return "veto";
  const isJudged = has("AtDiscretion");
  if (has("Deduct")) return isJudged ? "judged-minus" : "minus";
  if (has("Add") || has("Earn")) return isJudged ? "judged-plus" : has("Add") ? "plus" : "equal";
  return "result";
}

/** The figures of a clause as numbers, as their texts say; a text that is no number has its own words. */
function figureValues(clause: ReadClause): readonly string[] {
  return clauseFigures(clause).map(({ from, to }) => digitsOf(clause.text.slice(from, to)));
}

const NUMERALS: Readonly<Record<string, string>> = {
  零: "0",
  半: "0.5",
  一: "1",
  二: "2",
  两: "2",
  三: "3",
  四: "4",
  五: "5",
  六: "6",
  七: "7",
  八: "8",
  九: "9",
  十: "10",
};

const digitsOf = (text: string): string =>
  /\d+(?:\.\d+)?/u.exec(text)?.[0] ?? ownEntry(NUMERALS, text[0] ?? "") ?? text;

/** Signs between braces and rows, which are shown as rows. */
const BREAKS: ReadonlySet<string> = new Set(["LCurly", "Sep"]);

const NAMES: ReadonlySet<string> = new Set(["Identifier", "QuotedName", "Text"]);

function piecesOf(leaves: readonly Leaf[], figures: readonly string[]): readonly RulePiece[] {
  const free = new Set(figures.keys());
  const figureOf = (digits: string): number | null => {
    const same = (at: number): boolean => numberOrZero(figures[at]).equals(numberOrZero(digits));
    const at = [...free].find(same) ?? [...figures.keys()].find(same);
    if (at === undefined) return null;
    free.delete(at);
    return at;
  };
  const pieces: RulePiece[] = [];
  for (const { token, role } of leaves) {
    const kind = token?.tokenType.name ?? "";
    const text = token?.image ?? "";
    if (kind === "RCurly" || text === "") continue;
    if (BREAKS.has(kind)) pieces.push({ kind: "row", text: "", figure: null });
    else if (kind === "Number") pieces.push(...numberPieces(text, figureOf));
    else if (role === null && NAMES.has(kind)) pieces.push({ kind: "name", text: tokenText(token), figure: null });
    else pieces.push({ kind: "word", text: text === ".." ? "–" : text, figure: null });
  }
  return pieces;
}

/** A number with its unit, which is a word of its own. */
function numberPieces(text: string, figureOf: (digits: string) => number | null): readonly RulePiece[] {
  const [, digits = text, unit = ""] = /^([\d.]+%?)\s*(.*)$/su.exec(text) ?? [];
  const number: RulePiece = { kind: "number", text: digits, figure: figureOf(digits.replace("%", "")) };
  return unit === "" ? [number] : [number, { kind: "word", text: unit, figure: null }];
}
