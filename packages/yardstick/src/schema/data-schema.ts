/**
 * The data of a rubric as a JSON Schema (2020-12): what a JSON file for `--data`, or the rows of a program written as JSON, may contain.
 * Data that keeps to it is read without an error about a cell or a column; the reader accepts more spellings (`3万`, `１２%`, 是) than
 * the schema, which asks for the plainest one.
 */
import { CONSTANTS_TABLE, HISTORY_TABLE, SUBJECTS_TABLE } from "@yardstick/exact";
import type { Program } from "@yardstick/language/program";
import type { Column, NumberType } from "./columns.js";
import {
  constantColumns,
  describedColumn,
  keyColumns,
  listColumns,
  ownTableColumns,
  subjectColumns,
  writtenBounds,
} from "./columns.js";

/** A JSON Schema, or a part of one. */
export interface JsonSchema {
  readonly [keyword: string]: unknown;
}

const DECIMAL = String.raw`^-?\d{1,200}(\.\d{1,200})?$`;
const WHOLE = String.raw`^\d{1,200}$`;
const PERCENT = String.raw`^-?\d{1,200}(\.\d{1,200})?%$`;
const NOT_BLANK = String.raw`\S`;

/**
 * The JSON Schema of the data block: an array of subjects, or an object with each table under its name. Numbers may be JSON numbers or
 * text; a percentage is text with its sign. A blank is `null`.
 */
export function dataSchema(program: Program): JsonSchema {
  const subjects = { type: "array", items: { $ref: "#/$defs/subject" } };
  const lists = program.lists.map(({ name }, index) => [
    name,
    { type: "array", items: { $ref: `#/$defs/list${index + 1}` } },
  ]);
  const constants = program.constants.length === 0 ? [] : [[CONSTANTS_TABLE, { $ref: "#/$defs/constants" }]];
  const history = [[HISTORY_TABLE, { type: "array", items: { $ref: "#/$defs/earlier" } }]];
  // A list takes precedence over another table of the same name.
  const subjectNames = [...new Set([program.subject, SUBJECTS_TABLE])].filter((name) =>
    program.lists.every((list) => list.name !== name),
  );
  const tables = [...subjectNames.map((name) => [name, subjects]), ...constants, ...history, ...lists];
  const byName = {
    type: "object",
    properties: Object.fromEntries(tables) as JsonSchema,
    anyOf: subjectNames.map((name) => ({ required: [name] })),
  };
  return {
    $schema: "https://json-schema.org/draft/2020-12/schema",
    title: program.title ?? program.subject,
    anyOf: [subjects, ...(subjectNames.length === 0 ? [] : [byName])],
    $defs: {
      subject: rowSchema(program, subjectColumns(program), true),
      ...Object.fromEntries(
        program.lists.flatMap((list, index) => [
          [`row${index + 1}`, rowSchema(program, listColumns(list), true)],
          [`list${index + 1}`, rowSchema(program, ownTableColumns(program, list), true)],
        ]),
      ),
      ...(constants.length === 0 ? {} : { constants: rowSchema(program, constantColumns(program), true) }),
      earlier: rowSchema(program, keyColumns(program), false),
    },
  };
}

function rowSchema(program: Program, columns: readonly Column[], isClosed: boolean): JsonSchema {
  return {
    type: "object",
    properties: Object.fromEntries(columns.map((column) => [column.field.name, columnSchema(program, column)])),
    required: columns.filter(({ isRequired }) => isRequired).map(({ field }) => field.name),
    ...(isClosed ? { additionalProperties: false } : {}),
  };
}

function columnSchema(program: Program, { field, isKey }: Column): JsonSchema {
  const description = describedColumn(field);
  const described = description === "" ? {} : { description };
  if (isKey) return { ...described, ...keySchema(field.type.kind) };
  const { type } = field;
  if (type.kind === "list") return { ...described, type: "array", items: { $ref: `#/$defs/row${type.list + 1}` } };
  return { ...described, anyOf: [...valueSchemas(program, type), { type: "null" }] };
}

function keySchema(kind: string): JsonSchema {
  return kind === "period"
    ? { type: ["string", "integer"], pattern: NOT_BLANK }
    : { type: "string", pattern: NOT_BLANK };
}

function valueSchemas(
  program: Program,
  type: Exclude<Column["field"]["type"], { kind: "list" }>,
): readonly JsonSchema[] {
  switch (type.kind) {
    case "text":
      return [{ type: "string" }];
    case "period":
      return [{ type: ["string", "integer"] }];
    case "flag":
      return [{ type: "boolean" }];
    case "date":
      return [{ type: "string", format: "date", pattern: String.raw`^\d{4}-\d{2}-\d{2}$` }];
    case "level":
      return [{ enum: (program.choices[type.choice]?.levels ?? []).map(({ name }) => name) }];
    case "number":
      return numberSchemas(type);
    default:
      return type satisfies never;
  }
}

/** Text is checked for its form alone: a schema cannot compare what it says. */
function numberSchemas(type: NumberType): readonly JsonSchema[] {
  if (type.form === "percent") return [{ type: "string", pattern: PERCENT }];
  const isCount = type.form === "count";
  const { min, max } = writtenBounds(type);
  const [minimum, maximum] = [exactNumber(min), exactNumber(max)];
  const bounded = {
    type: isCount ? "integer" : "number",
    ...(minimum === null ? {} : { minimum }),
    ...(maximum === null ? {} : { maximum }),
  };
  const zero = type.orZero === true ? [{ const: 0 }] : [];
  return [bounded, ...zero, { type: "string", pattern: isCount ? WHOLE : DECIMAL }];
}

/** A bound as a number of JSON, where a binary float prints it as it is; otherwise the reader alone checks it. */
function exactNumber(text: string | null): number | null {
  if (text === null) return null;
  const number = Number(text);
  return String(number) === text ? number : null;
}
