/**
 * What a name in an expression means: the column of a row first, then data, constants, lets and outputs, then the score and
 * other results. Names in, reads of the program's tables out; a name that means nothing, or two things, is one diagnostic.
 */
import { rationalText } from "@yardstick/exact";
import { type Fix, diagnostic, writing } from "../diagnostics/diagnostic.js";
import { placeWords, scoreWords } from "../library/builtins.js";
import { moneyUnit, pointUnit } from "../library/units.js";
import type * as ast from "../syntax/ast.js";
import { assertNever } from "./assert-never.js";
import type { Checked, Checker, FieldDraft, Scope, Value, Expectation } from "./checker.js";
import { constantOf } from "./constant-value.js";
import { unitOfField, valueTypeOf } from "./field-type.js";
import type { Declared } from "./names.js";
import { kindOfField } from "./number-kind.js";
import { findPart } from "./part-name.js";
import { positionOf } from "./positions.js";
import { mayRead, readResult, refer } from "./read.js";
import { reportUnknown, resultKinds, valueKinds } from "./unknown-name.js";
import { checkUsed } from "./used-result.js";
import { flagType, isLiteral, moneyType, numberValue, pointsType, pureType, valueOf } from "./value.js";
import { keyword, writtenName } from "./written-name.js";

type Meaning =
  | { readonly kind: "column"; readonly list: number; readonly index: number; readonly field: FieldDraft }
  | { readonly kind: "declared"; readonly declared: Declared }
  | { readonly kind: "score" }
  | { readonly kind: "place" }
  | { readonly kind: "ambiguous"; readonly among: readonly Declared[] };

/** What a bare name denotes here; nothing is reported. */
function meaningOf(checker: Checker, name: string, scope: Scope): Meaning | null {
  const column = typeof scope.row === "number" ? columnNamed(checker, scope.row, name) : null;
  if (column !== null) return column;
  for (const kinds of [valueKinds, resultKinds]) {
    const among = checker.names.findAll(name, kinds);
    const [declared] = among;
    if (among.length > 1) return { kind: "ambiguous", among };
    if (declared !== undefined) return { kind: "declared", declared };
    if (kinds === valueKinds) {
      if (scoreWords.includes(name)) return { kind: "score" };
      if (scope.award !== null && placeWords.includes(name)) return { kind: "place" };
    }
  }
  return null;
}

function columnNamed(checker: Checker, list: number, name: string): Extract<Meaning, { kind: "column" }> | null {
  const columns = checker.draft.lists[list]?.columns ?? [];
  const index = positionOf(columns, name);
  const field = columns[index];
  return field === undefined ? null : { kind: "column", list, index, field };
}

export function meansSomething(checker: Checker, node: ast.Reference, scope: Scope): boolean {
  const [name] = node.path;
  return name !== undefined && meaningOf(checker, name.text, scope) !== null;
}

export function checkReference(checker: Checker, node: ast.Reference, scope: Scope, want: Expectation | null): Checked {
  const [first, second] = node.path;
  if (first === undefined) return null;
  if (second !== undefined) return checkPath(checker, node, first, second, scope);
  const level = want?.type.kind === "level" ? levelNamed(checker, want.type.choice, first) : null;
  if (level !== null) return valueOf({ kind: "level", value: level, type: want?.type ?? flagType, span: node.span });
  const meaning = meaningOf(checker, first.text, scope);
  if (meaning === null) return reportMeaningless(checker, node, first, scope, want);
  switch (meaning.kind) {
    case "column":
      return readColumn(checker, node, first, meaning, scope);
    case "declared":
      return readDeclared(checker, node, first, meaning.declared, scope);
    case "score": {
      const to = scope.veto ? ({ kind: "score", beforeVetoes: true } as const) : ({ kind: "score" } as const);
      return readResult(checker, node, to, pointsType, scope, pointUnit);
    }
    case "place":
      return readResult(
        checker,
        node,
        { kind: "place", ranking: scope.award?.ranking ?? 0, section: null },
        pureType,
        scope,
      );
    case "ambiguous":
      checker.report(
        diagnostic(
          "ambiguous-name",
          first.span,
          { name: first.text, kinds: meaning.among.map((one) => one.kind) },
          {
            related: meaning.among.map((one) => ({ span: one.span, note: { zh: "指这里", en: "this one" } })),
          },
        ),
      );
      return null;
    default:
      return assertNever(meaning);
  }
}

/** A keyword that is a level of the choice it is compared with: a choice may have levels called 无, 是 or none. */
export function literalLevel(
  checker: Checker,
  node: ast.NoneLiteral | ast.FlagLiteral,
  want: Expectation | null,
): Value | null {
  if (want?.type.kind !== "level" || (node.kind === "none" && node.word === "blank")) return null;
  const name = { text: checker.source.slice(...node.span), span: node.span } as ast.Name;
  const level = levelNamed(checker, want.type.choice, name);
  return level === null ? null : valueOf({ kind: "level", value: level, type: want.type, span: node.span });
}

/** The index of a level of a choice; notes what the name refers to. */
export function levelNamed(checker: Checker, choice: number, name: ast.Name): number | null {
  const index = positionOf(checker.draft.choices[choice]?.levels ?? [], name.text);
  if (index < 0) return null;
  checker.references.set(name, { kind: "level", choice, index, name: name.text });
  return index;
}

function readColumn(
  checker: Checker,
  node: ast.Reference,
  name: ast.Name,
  column: Extract<Meaning, { kind: "column" }>,
  scope: Scope,
): Checked {
  const { list, index, field } = column;
  checker.references.set(name, { kind: "column", list, index, name: field.name, span: field.nameSpan });
  const holder = checker.names.find(checker.draft.lists[list]?.name ?? "", "field");
  if (holder !== null) checker.read.add(holder);
  if (!mayRead(checker, node, scope, false)) return null;
  const type = valueTypeOf(field.type);
  return type === null
    ? null
    : valueOf(
        { kind: "row-field", list, column: index, type, span: node.span },
        unitOfField(field.type),
        kindOfField(field.type),
      );
}

function readDeclared(
  checker: Checker,
  node: ast.Reference,
  name: ast.Name,
  declared: Declared,
  scope: Scope,
): Checked {
  refer(checker, name, declared);
  const { draft } = checker;
  const { index } = declared;
  switch (declared.kind) {
    case "field":
      return readField(checker, node, name, index, scope);
    case "constant":
      return readConstant(checker, node, index, scope);
    case "let":
    case "output": {
      const drafted = (declared.kind === "let" ? draft.lets : draft.outputs)[index];
      if (drafted?.done === false && draft.valueAtHand !== null) {
        const to = declared.kind === "let" ? index : draft.lets.length + index;
        draft.waitingReads.push({ from: draft.valueAtHand, to, span: node.span });
      }
      const value = drafted?.value ?? null;
      if (value === null) return null;
      const { type } = value.node;
      const read = readResult(checker, node, { kind: declared.kind, index }, type, scope, value.unit, value.kind);
      return read === null ? null : plainlyNamed(declared.kind, value, read);
    }
    case "grades": {
      const choice = draft.gradesChoices[index];
      if (choice === undefined) return null;
      return readResult(checker, node, { kind: "grade", grades: index }, { kind: "level", choice }, scope);
    }
    case "award":
      return readResult(checker, node, { kind: "award", index }, moneyType, scope, moneyUnit);
    case "veto":
      return readResult(checker, node, { kind: "vetoed", veto: index }, flagType, scope);
    default:
      return null;
  }
}

/**
 * A let of a number is that number: without a unit it takes one over, like one that is written in its place. A let of a
 * part's score is that score, which rankings read as published.
 */
function plainlyNamed(kind: "let" | "output", value: Value, read: Value): Value {
  if (kind !== "let") return read;
  const { node } = value;
  const isPlain = node.kind === "number" || (node.kind === "reference" && node.to.kind === "part-score");
  if (isPlain) return { ...value, node: { ...node, span: read.node.span } };
  const number = isLiteral(value) ? constantOf(node, null) : null;
  return number === null
    ? read
    : valueOf(numberValue(rationalText(number), pureType, read.node.span), null, value.kind);
}

function readField(checker: Checker, node: ast.Reference, name: ast.Name, index: number, scope: Scope): Checked {
  const field = checker.draft.fields[index];
  if (field === undefined || !mayRead(checker, node, scope, false)) return null;
  if (field.type?.kind === "list") {
    checker.report(diagnostic("list-as-value", node.span, { name: name.text }));
    return null;
  }
  const type = valueTypeOf(field.type);
  return type === null
    ? null
    : valueOf({ kind: "field", field: index, type, span: node.span }, unitOfField(field.type), kindOfField(field.type));
}

function readConstant(checker: Checker, node: ast.Reference, index: number, scope: Scope): Checked {
  // Defaults and ranges are checked before the types of constants are known.
  if (scope.reads === "nothing") {
    checker.report(diagnostic("not-constant", node.span, {}));
    return null;
  }
  const constant = checker.draft.constants[index];
  const type = valueTypeOf(constant?.type ?? null);
  if (constant === undefined || type === null) return null;
  return valueOf(
    { kind: "constant", constant: index, type, span: node.span },
    unitOfField(constant.type),
    kindOfField(constant.type),
  );
}

function checkPath(checker: Checker, node: ast.Reference, first: ast.Name, second: ast.Name, scope: Scope): Checked {
  const used = checker.names.find(first.text, "use");
  if (used !== null) return checkUsed(checker, node, used, scope);
  const field = checker.names.find(first.text, "field");
  const list = field === null ? undefined : checker.draft.fields[field.index]?.type;
  if (field === null || list?.kind !== "list") {
    const known = checker.names.all().filter((one) => one.kind === "use" || isList(checker, one));
    return reportUnknown(checker, first, "value", () => known.map((one) => one.name));
  }
  refer(checker, first, field);
  const column = columnNamed(checker, list.list, second.text);
  if (column === null) {
    return reportUnknown(
      checker,
      second,
      "column",
      () => checker.draft.lists[list.list]?.columns.map((one) => one.name) ?? [],
    );
  }
  if (scope.row === list.list) return readColumn(checker, node, second, column, scope);
  if (scope.row === "unknown") return null;
  checker.report(
    diagnostic("column-without-row", node.span, {
      list: first.text,
      column: second.text,
      other: typeof scope.row === "number" ? (checker.draft.lists[scope.row]?.name ?? null) : null,
    }),
  );
  return null;
}

function isList(checker: Checker, declared: Declared): boolean {
  return declared.kind === "field" && checker.draft.fields[declared.index]?.type?.kind === "list";
}

/** A name that is not a value: of a part, a ranking and so on, or of nothing at all. */
function reportMeaningless(
  checker: Checker,
  node: ast.Reference,
  name: ast.Name,
  scope: Scope,
  want: Expectation | null,
): null {
  const part = findPart(checker, node.path);
  if (part.kind !== "none") {
    const call = checker.vocabulary === "zh" ? "得分" : "score";
    checker.report(
      diagnostic(
        "part-as-value",
        node.span,
        { name: name.text, call },
        {
          fixes: [wrapped(node, call, writtenName(name.text))],
        },
      ),
    );
    return null;
  }
  const ranking = checker.names.find(name.text, "ranking");
  if (ranking !== null) {
    refer(checker, name, ranking);
    const call = checker.vocabulary === "zh" ? "位次" : "place";
    checker.report(
      diagnostic(
        "ranking-as-value",
        node.span,
        { name: name.text, call },
        { fixes: [wrapped(node, call, writtenName(name.text))] },
      ),
    );
    return null;
  }
  const [other] = checker.names.findAll(name.text, ["use", "coefficient", "consequence", "choice", "subject"]);
  if (other !== undefined) {
    checker.read.add(other);
    checker.report(diagnostic("not-a-value", node.span, { name: name.text, kind: other.kind }));
    return null;
  }
  if (want?.type.kind === "level") {
    const levels = checker.draft.choices[want.type.choice]?.levels.map((level) => level.name) ?? [];
    return reportUnknown(checker, name, "level", () => [...levels, ...checker.names.of(valueKinds)]);
  }
  if (scope.row === "unknown") return null;
  const columns =
    scope.row === null ? [] : (checker.draft.lists[scope.row]?.columns.map((column) => column.name) ?? []);
  return reportUnknown(checker, name, "value", () => [
    ...columns,
    ...checker.names.of([...valueKinds, ...resultKinds]),
    keyword(checker, "Score"),
  ]);
}

function wrapped(node: ast.Reference, call: string, name: string): Fix<"resolves"> {
  const text = `${call}(${name})`;
  return writing("resolves", text, node.span);
}
