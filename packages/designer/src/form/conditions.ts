/** Completes a name that is picked as a whole condition: a number is compared with zero, a text with a text. */
import { setSlot, type ast, type Parsed, type TextEdit } from "@yardstick/language";
import { fieldsOf } from "../model/candidates.js";
import type { Slot } from "../model/piece.js";

/** Null when the slot is not a condition, or the field is a condition by itself. */
export function asCondition(parsed: Parsed, slot: Slot, name: string): readonly TextEdit[] | null {
  if (slot.type !== "reference" || !isWholeCondition(parsed, slot)) return null;
  const type = fieldsOf(parsed.rubric).find(({ field }) => field.name.text === name)?.field.type;
  const comparison = type === undefined ? null : comparisonFor(parsed, type);
  if (comparison === null) return null;
  const filled = setSlot(parsed, slot, `${name} ${comparison}`);
  return filled.kind === "edits" ? filled.edits : null;
}

function comparisonFor({ rubric, tree }: Parsed, type: ast.TypeNode): string | null {
  if (type.kind === "number-type") return beginning(type.type);
  if (type.kind === "plain-type") return type.type === "flag" ? null : beginning(type.type);
  const named = type.kind === "named-type" ? type.name.text : "";
  const choice =
    type.kind === "choice-type"
      ? type
      : rubric.declarations.find(
          (each): each is ast.ChoiceDeclaration => each.kind === "choice-declaration" && each.name.text === named,
        )?.type;
  const level = choice?.levels[0];
  return level === undefined ? null : `= ${tree.source.slice(...level.name.span)}`;
}

/** Whether the slot is a condition by itself, alone or as an operand of `and` or `or`. */
export function isWholeCondition({ rubric }: Parsed, { span }: Slot): boolean {
  let isWhole = false;
  const visit = (node: unknown): void => {
    if (typeof node !== "object" || node === null) return;
    const { condition, where } = node as {
      readonly condition?: ast.Expression | null;
      readonly where?: ast.Expression | null;
    };
    for (const found of [condition, where])
      for (const each of found === null || found === undefined ? [] : operandsOf(found))
        isWhole ||= each.kind === "reference" && each.span[0] === span[0];
    Object.values(node).forEach(visit);
  };
  visit(rubric);
  return isWhole;
}

/** The operands of `and` and `or`. */
function operandsOf(condition: ast.Expression): readonly ast.Expression[] {
  if (condition.kind === "binary" && (condition.op === "and" || condition.op === "or"))
    return [...operandsOf(condition.left), ...operandsOf(condition.right)];
  return [condition];
}

/** The comparison with which a condition on a field of this type starts. */
export function beginning(type: string): string {
  return type === "text" || type === "period"
    ? '= ""'
    : type === "date"
      ? "≥ 2026-01-01"
      : type === "percent"
        ? "< 100%"
        : "> 0";
}
