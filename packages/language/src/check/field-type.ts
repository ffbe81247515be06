/**
 * Type of a field or constant: the tree's type node in, the program's field type out, units and ranges in base units.
 */
import { decimalOrQuotient, percentText, rational, type Rational, rationalText, ZERO } from "@yardstick/exact";
import { diagnostic } from "../diagnostics/diagnostic.js";
import { declaredUnit } from "../library/units.js";
import { pure } from "../library/dimension.js";
import type { Expression, FieldType, Unit, ValueType } from "../program/index.js";
import type * as ast from "../syntax/ast.js";
import { choiceOf } from "./choice.js";
import { type Checker, constantScope, type FieldDraft } from "./checker.js";
import { constantOf } from "./constant-value.js";
import { checkAs } from "./check-as.js";
import { kindOfField } from "./number-kind.js";
import { checkRange } from "./range.js";
import { reportUnknown } from "./unknown-name.js";
import { dateType, flagType, numberType, textType, expectationOf } from "./value.js";

type NumberField = Extract<FieldType, { kind: "number" }>;

/** Null where the type is in error. Lists are set up when they are declared, not here. */
export function checkFieldType(checker: Checker, node: ast.TypeNode): FieldType | null {
  switch (node.kind) {
    case "plain-type":
      return { kind: node.type };
    case "number-type":
      return numberField(checker, node);
    case "choice-type":
      return { kind: "level", choice: choiceOf(checker, null, node) };
    case "named-type": {
      const choice = checker.names.find(node.name.text, "choice");
      if (choice === null) return reportUnknown(checker, node.name, "choice", () => checker.names.of(["choice"]));
      checker.references.set(node.name, choice);
      checker.read.add(choice);
      return { kind: "level", choice: choice.index };
    }
    case "list-type":
      checker.report(diagnostic("list-misplaced", node.span, {}));
      return null;
  }
}

function numberField(checker: Checker, node: Extract<ast.TypeNode, { kind: "number-type" }>): NumberField {
  const declared = node.unit === null ? null : declaredUnit(node.unit.text);
  const unit: Unit | null =
    declared === null ? null : { name: declared.name, scale: declared.scale, dimension: declared.dimension };
  const type: NumberField = { kind: "number", form: node.type, unit, min: null, max: null };
  const range =
    node.range === null
      ? null
      : checkRange(checker, node.range, expectationOf(numberTypeOf(type), unit, kindOfField(type)));
  return { ...type, min: text(range?.min ?? null), max: text(range?.max ?? null) };
}

function text(value: Rational | null): string | null {
  return value === null ? null : rationalText(value);
}

function numberTypeOf({ form, unit }: NumberField): ValueType {
  const percent = form === "percent" || (unit !== null && declaredUnit(unit.name).percent);
  return numberType(unit?.dimension ?? pure, percent);
}

/** What an expression that reads the field has as its type; null for lists and for fields in error. */
export function valueTypeOf(type: FieldType | null): ValueType | null {
  switch (type?.kind) {
    case undefined:
    case "list":
      return null;
    case "text":
    case "period":
      return textType;
    case "flag":
      return flagType;
    case "date":
      return dateType;
    case "level":
      return { kind: "level", choice: type.choice };
    case "number":
      return numberTypeOf(type);
  }
}

/** The unit bare numbers beside the field take over. */
export function unitOfField(type: FieldType | null): Unit | null {
  return type?.kind === "number" ? type.unit : null;
}

/** A constant expression for the field: of its type and within its range. `null` after a diagnostic. */
export function constantFor(checker: Checker, field: FieldDraft, node: ast.Expression): Expression | null {
  const type = valueTypeOf(field.type);
  if (type === null) return null;
  const value = checkAs(
    checker,
    node,
    constantScope,
    expectationOf(type, unitOfField(field.type), kindOfField(field.type)),
  );
  if (value === null || !isInRange(checker, field, node, value)) return null;
  return value;
}

function isInRange(checker: Checker, field: FieldDraft, node: ast.Expression, value: Expression): boolean {
  if (field.type?.kind !== "number") return true;
  const number = constantOf(value, null);
  if (number === null) return true;
  const { form, unit } = field.type;
  const min = field.type.min === null ? null : rational(field.type.min);
  const max = field.type.max === null ? null : rational(field.type.max);
  if (form === "count" && !number.isWhole()) {
    checker.report(diagnostic("count-not-whole", node.span, { name: field.name, found: decimalOrQuotient(number) }));
    return false;
  }
  const low = form === "count" && min === null ? ZERO : min;
  const isNone = field.type.orZero === true && number.equals(0);
  if (!isNone && ((low !== null && number.compare(low) < 0) || (max !== null && number.compare(max) > 0))) {
    const shown = (bound: Rational | null): string | null =>
      bound === null ? null : writtenIn(bound, form === "percent", unit);
    checker.report(
      diagnostic("outside-range", node.span, {
        name: field.name,
        found: shown(number) ?? "",
        min: shown(low),
        max: shown(max),
      }),
    );
    return false;
  }
  return true;
}

/** A number in base units, as the field's author would write it. */
function writtenIn(value: Rational, percent: boolean, unit: Unit | null): string {
  if (percent) return percentText(value);
  return unit === null
    ? decimalOrQuotient(value)
    : `${decimalOrQuotient(value.div(rational(unit.scale)))} ${unit.name}`;
}
