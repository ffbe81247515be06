/**
 * The names expected at a position: their kinds, their owner, and the preferred kind of value. Derived from the open grammar rules and
 * the preceding words of the rule.
 */
import type { Expected, Referent, Role, RoleName } from "@yardstick/language";
import { itemWords, suffixes, vocabulary } from "@yardstick/language";
import type { Declarations, DeclaredField, DeclaredLevel, ValueKind } from "./declarations.js";

/** The names expected at a position. */
export type ExpectedName =
  /** A new name is being declared. */
  | { readonly kind: "new" }
  | { readonly kind: "columns"; readonly of: DeclaredField; readonly isPath: boolean }
  | { readonly kind: "levels"; readonly levels: readonly DeclaredLevel[] }
  | { readonly kind: "units" }
  | { readonly kind: "choices" }
  | { readonly kind: "lists" }
  | { readonly kind: "used"; readonly alias: string }
  | { readonly kind: "parts-of"; readonly part: string }
  | { readonly kind: "declared"; readonly kinds: readonly Referent["kind"][]; readonly holds: readonly ValueKind[] }
  /** Any name with a value, and functions. `row`: the list whose row is in scope. */
  | { readonly kind: "value"; readonly best: ValueKind | null; readonly row: DeclaredField | null };

const declared = (kinds: readonly Referent["kind"][], holds: readonly ValueKind[] = []): ExpectedName => ({
  kind: "declared",
  kinds,
  holds,
});

const isWord = (image: string | undefined, ...roles: readonly RoleName[]): boolean =>
  roles.some((name) => {
    const { en, zh }: Role = vocabulary[name];
    return image !== undefined && (en.includes(image) || zh.includes(image));
  });

/** Grammar rules in which the first name after the keyword is a new one. */
const declaring: ReadonlySet<string> = new Set(
  "section item allowance veto coefficient ranking grades award consequence let output constant choiceDeclaration".split(
    " ",
  ),
);

/** The names expected after `before`, the preceding words, inside the open `rules`. */
export function expectedNames({ rules, before }: Expected, { fields, grades, uses }: Declarations): ExpectedName {
  const inner = rules.at(-1) ?? "";
  const last = before.at(-1);
  const fieldNamed = (name: string | undefined) => fields.find((field) => field.name === bare(name));
  if (last === ".") {
    const owner = before.at(-2);
    const list = fieldNamed(owner);
    if (list?.holds === "list") return { kind: "columns", of: list, isPath: true };
    return uses.has(bare(owner)) ? { kind: "used", alias: bare(owner) } : { kind: "parts-of", part: bare(owner) };
  }
  if (inner === "level" || (inner === "fields" && !before.includes(":") && !before.includes("：")))
    return { kind: "new" };
  if (inner === "fields") return { kind: "units" };
  if (inner === "fieldType") return { kind: "choices" };
  if (inner === "data") return declared(["subject"]);
  if (isWord(last, "HeadToHead", "Against")) return { kind: "lists" };
  if (isWord(last, "GradeAtMost", "RaiseTo"))
    return { kind: "levels", levels: grades.map((name) => ({ name, description: null })) };
  if (before.length === 1 && (declaring.has(inner) || isWord(last, "Item", ...itemWords.map(({ word }) => word))))
    return { kind: "new" };
  if (isWord(last, "As") && rules.includes("use")) return { kind: "new" };
  if (isWord(last, "Deduct", "Add") && before.some((word) => isWord(word, "AtDiscretion"))) return { kind: "new" };
  switch (inner) {
    case "each":
      return { kind: "lists" };
    case "award":
      return before.length === 2 ? declared(["ranking"]) : { kind: "value", best: "number", row: null };
    case "grades":
      return isWord(last, "By") ? declared(["ranking"]) : { kind: "new" };
    case "tieBreak":
      return { kind: "value", best: "number", row: null };
    case "ranking":
      return isWord(last, "WithinGroup", "Within")
        ? declared(["field"], ["text", "level"])
        : { kind: "value", best: "number", row: null };
    case "use":
      return declared(["field"], ["text"]);
    case "names":
    case "coefficient":
      return declared(["part"]);
    case "scenario":
      return declared(["part", "constant"]);
    case "variants":
      return { kind: "levels", levels: fields.flatMap(({ levels }) => levels) };
    case "given":
      return declared(["field", "constant", "part"]);
    case "expect":
      return declared(["part", "ranking", "grades", "award", "veto", "consequence", "coefficient", "output"]);
  }
  return valueExpected(rules, before, fieldNamed);
}

function valueExpected(
  rules: readonly string[],
  before: readonly string[],
  fieldNamed: (name: string | undefined) => DeclaredField | undefined,
): ExpectedName {
  const row = rowInScope(before, fieldNamed);
  const last = before.at(-1);
  if (last !== undefined && /^[=≠<>≤≥]|^!=|^[:：]$/u.test(last)) {
    const name = bare(before.at(-2));
    const compared = row?.columns.find((column) => column.name === name) ?? fieldNamed(name);
    if (compared?.holds === "level") return { kind: "levels", levels: compared.levels };
    return { kind: "value", best: compared?.holds ?? "number", row };
  }
  const isCondition =
    isWord(last, ...conditionSuffixes, "If", "AppliesIf", "Not", "And", "Or", "Where", "Require", "Policy") ||
    (rules.at(-1) === "value" && isWord(last, "Veto"));
  return { kind: "value", best: isCondition ? "flag" : "number", row };
}

const conditionSuffixes = suffixes.filter(({ takes }) => takes === "condition").map(({ word }) => word);

/** The list of the nearest `where` or `each`: `逐条 台账 其中 …`, `求和(台账.数量 其中 …`. */
function rowInScope(
  before: readonly string[],
  fieldNamed: (name: string | undefined) => DeclaredField | undefined,
): DeclaredField | null {
  const where = lastIndexOfRole(before, "Where");
  for (let at = where - 1; at >= 0; at -= 1) {
    const field = fieldNamed(before[at]);
    if (field?.holds === "list") return field;
  }
  const each = lastIndexOfRole(before, "Each");
  const field = each < 0 ? undefined : fieldNamed(before[each + 1]);
  return field?.holds === "list" ? field : null;
}

function lastIndexOfRole(words: readonly string[], role: RoleName): number {
  return words.reduce((found, word, at) => (isWord(word, role) ? at : found), -1);
}

/** A name without its quotes. */
function bare(name: string | undefined): string {
  return (name ?? "").replace(/^[「`]|[」`]$/gu, "").normalize("NFC");
}
