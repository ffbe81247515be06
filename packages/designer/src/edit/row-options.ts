/**
 * The optional clauses of a row between braces: for a field its unit, range and department, for a band another kind of
 * limit.
 */
import {
  keywordIn,
  type ast,
  type Lang,
  type Parsed,
  type RoleName,
  type Span,
  type TextEdit,
} from "@yardstick/language";
import type { Row, Rows } from "../model/piece.js";
import { slotsOf } from "../model/piece.js";
import { clauseOf, without, wordsOf } from "./clauses.js";
import { nodeAt } from "./node-at.js";
import { ifValid } from "./valid-edits.js";

/** The optional clauses of rows. */
export type RowOptionName =
  | "unit"
  | "range"
  | "default"
  | "optional"
  | "assessor"
  | "description"
  | "quota"
  | "condition"
  | "rounds-up"
  | "rounds-half-up"
  | "below"
  | "between"
  | "at-least";

/** An optional clause with the edits that add or remove it. */
export interface RowOption {
  readonly name: RowOptionName;
  readonly edits: readonly TextEdit[];
  readonly isRemoval: boolean;
}

/** The optional clauses of a row that can be added or removed. */
export function rowOptions(parsed: Parsed, rows: Rows, row: Row, lang: Lang): readonly RowOption[] {
  const found: RowOption[] = [];
  const take = (name: RowOptionName, edits: readonly TextEdit[] | null, isRemoval: boolean): void => {
    if (edits !== null) found.push({ name, edits, isRemoval });
  };
  const put: Put = (name, at, text) => take(name, ifValid(parsed, [{ span: [at, at], text: ` ${text}` }]), false);
  const drop: Drop = (name, span) => take(name, span === null ? null : without(parsed, span), true);
  switch (rows.block) {
    case "fields":
      ofField(parsed, row, lang, put, drop);
      break;
    case "levels":
      ofLevel(parsed, row, put, drop);
      break;
    case "grades":
      ofGrade(parsed, row, lang, put, drop);
      break;
    case "byTable":
      for (const { name, text } of limitsOf(parsed, row))
        take(name, ifValid(parsed, [{ span: keySpan(row), text }]), false);
      break;
    default:
      break;
  }
  return found;
}

type Put = (name: RowOptionName, at: number, text: string) => void;
type Drop = (name: RowOptionName, span: Span | null) => void;

function ofField(parsed: Parsed, { span }: Row, lang: Lang, put: Put, drop: Drop): void {
  const field = nodeAt<ast.FieldDeclaration>(parsed.rubric, "field-declaration", span[0]);
  if (field === null) return;
  const { type } = field;
  const word = (role: RoleName): string => keywordIn(lang, role);
  if (type.kind === "number-type") {
    if (type.unit !== null) drop("unit", type.unit.span);
    else if (type.type !== "percent" && type.range === null) put("unit", type.span[1], lang === "zh" ? "次" : "times");
    if (type.range === null) put("range", type.span[1], type.type === "percent" ? "0% .. 100%" : "0 .. 100");
    else drop("range", type.range.span);
  }
  if (field.default !== null)
    drop("default", [parsed.tree.source.lastIndexOf("=", field.default.span[0]), field.default.span[1]]);
  else if (!field.key && type.kind !== "list-type") put("default", type.span[1], `= ${defaultOf(type, lang)}`);
  if (field.optional) drop("optional", wordsOf(parsed, "Optional", span));
  else if (!field.key && field.default === null && type.kind !== "list-type")
    put("optional", span[1], word("Optional"));
  if (field.assessor !== null) drop("assessor", clauseOf(parsed, "Assessor", field.assessor.span, span));
  else if (!field.key) put("assessor", span[1], `${word("Assessor")} ""`);
}

function defaultOf(type: ast.TypeNode, lang: Lang): string {
  if (type.kind === "choice-type") return type.levels[0]?.name.text ?? "0";
  if (type.kind === "number-type") return type.type === "percent" ? "0%" : "0";
  if (type.kind !== "plain-type") return "0";
  return type.type === "flag" ? keywordIn(lang, "No") : type.type === "text" ? '""' : "2026-01-01";
}

function ofLevel(parsed: Parsed, { span }: Row, put: Put, drop: Drop): void {
  const text = parsed.tree.source.slice(...span);
  const [quoted] = /["“][\s\S]*$/.exec(text) ?? [];
  if (quoted === undefined) put("description", span[1], '""');
  else drop("description", [span[1] - quoted.length, span[1]]);
}

function ofGrade(parsed: Parsed, { span }: Row, lang: Lang, put: Put, drop: Drop): void {
  const grades = parsed.rubric.declarations.find(
    (each): each is ast.Grades => each.kind === "grades" && each.span[0] <= span[0] && span[1] <= each.span[1],
  );
  const row = grades?.rows.find((each) => each.span[0] === span[0]);
  if (row === undefined) return;
  const score = `${lang === "zh" ? "总分" : "score"} >= 60`;
  if (row.quota === null) {
    if (row.condition !== null)
      put("quota", row.condition.span[0], `${keywordIn(lang, "Quota")} 20% ${keywordIn(lang, "And")} `);
    return;
  }
  if (row.condition === null) put("condition", span[1], `${keywordIn(lang, "And")} ${score}`);
  else {
    drop("condition", clauseOf(parsed, "And", row.condition.span, span));
    const quota = clauseOf(parsed, "Quota", row.quota.span, span);
    drop("quota", quota === null ? null : [quota[0], row.condition.span[0]]);
  }
  if (row.rounding === "up") drop("rounds-up", wordsOf(parsed, "RoundsUp", span));
  else if (row.rounding === null) put("rounds-up", row.quota.span[1], keywordIn(lang, "RoundsUp"));
  if (row.rounding === "half-up") drop("rounds-half-up", wordsOf(parsed, "RoundsHalfUp", span));
  else if (row.rounding === null) put("rounds-half-up", row.quota.span[1], keywordIn(lang, "RoundsHalfUp"));
}

/** The other kinds of limits for a band of numbers, with its current numbers. */
function limitsOf({ tree }: Parsed, row: Row): readonly { readonly name: RowOptionName; readonly text: string }[] {
  const numbers = slotsOf(row.key)
    .filter(({ type }) => type === "number")
    .map(({ span }) => tree.source.slice(...span));
  const [first, second = first] = numbers;
  if (first === undefined || second === undefined) return [];
  const now = tree.source.slice(...keySpan(row)).trim();
  return (
    [
      { name: "below", text: `< ${second}` },
      { name: "between", text: `${first} .. ${second}` },
      { name: "at-least", text: `>= ${first}` },
    ] as const
  ).filter(({ text }) => text.replaceAll(" ", "") !== now.replaceAll(" ", ""));
}

function keySpan(row: Row): Span {
  const slots = row.key.filter((piece) => piece.kind === "slot");
  return [row.span[0], slots.at(-1)?.span[1] ?? row.span[0]];
}
