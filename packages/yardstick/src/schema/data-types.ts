/** The data of a rubric as TypeScript: types of the rows that `rubric.score` takes. */
import type { Program } from "@yardstick/language/program";
import type { Column } from "./columns.js";
import { constantColumns, describedColumn, keyColumns, listColumns, subjectColumns } from "./columns.js";

/** Names that a type of the data cannot have: those that the text itself or the language uses. */
const TAKEN: readonly string[] = [
  "Amount", "Percent", "Data", "Record", "any", "unknown", "never", "void", "null", "undefined", "object", "string", "number", "bigint",
  "boolean", "symbol", "type", "break", "case", "catch", "class", "const", "continue", "debugger", "default", "delete", "do", "else",
  "enum", "export", "extends", "false", "finally", "for", "function", "if", "import", "in", "instanceof", "new", "return", "super",
  "switch", "this", "throw", "true", "try", "typeof", "var", "while", "with", "yield", "let", "static", "await", "implements",
  "interface", "package", "private", "protected", "public",
]; // prettier-ignore

/**
 * A TypeScript module with a type for a row of each table and `Data`, which `rubric.score` takes. Columns keep their names; what a
 * cell may be is the plainest form that the reader takes.
 */
export function dataTypes(program: Program): string {
  const name = namesOnce();
  const subject = name(program.subject);
  const lists = program.lists.map((list) => ({ list, row: name(list.name) }));
  const rowNames = lists.map(({ row }) => row);
  const key = name("Key");
  const constants = name("Constants");
  const hasConstants = program.constants.length > 0;
  const typeOf = (title: string, doc: string, columns: readonly Column[]): string =>
    `${comment(doc, "")}export type ${title} = {\n${columns.map((column) => property(program, column, rowNames)).join("")}};\n`;
  const sideRows = lists.map(
    ({ list, row }) => `    readonly ${propertyName(list.name)}?: readonly (${key} & ${row})[];\n`,
  );
  const data = [
    "  /** One row for each subject, and each period where there are several. */\n",
    `  readonly subjects: readonly ${subject}[];\n`,
    ...(lists.length === 0
      ? []
      : ["  /** Side rows that are not nested in their subjects. */\n  readonly lists?: {\n", ...sideRows, "  };\n"]),
    ...(hasConstants ? [`  readonly constants?: ${constants};\n`] : []),
    "  /** Published results of earlier periods, under the names of their columns. */\n",
    `  readonly history?: readonly (${key} & { readonly [result: string]: string | null })[];\n`,
  ].join("");
  return [
    `${comment(`The data of ${program.title ?? program.subject}. Written by \`yardstick schema\`.`, "")}`,
    "/** An exact number: decimal text, a `bigint` or a safe integer. */\nexport type Amount = string | bigint | number;\n",
    "/** A percentage with its sign: `92.5%`. */\nexport type Percent = `${number}%`;\n",
    typeOf(key, "Which subject a row is about.", keyColumns(program)),
    typeOf(subject, "A row of the subjects.", subjectColumns(program)),
    ...lists.map(({ list, row }) => typeOf(row, `A row of ${list.name}.`, listColumns(list))),
    ...(hasConstants ? [typeOf(constants, "The constants.", constantColumns(program))] : []),
    `/** All tables. */\nexport type Data = {\n${data}};\n`,
  ].join("\n");
}

function property(program: Program, column: Column, rows: readonly string[]): string {
  const { field, isKey, isRequired } = column;
  const optional = isRequired ? "" : "?";
  const blank = isKey || field.type.kind === "list" ? "" : " | null";
  const doc = comment(describedColumn(field), "  ");
  return `${doc}  readonly ${propertyName(field.name)}${optional}: ${cellType(program, field.type, rows)}${blank};\n`;
}

function cellType(program: Program, type: Column["field"]["type"], rows: readonly string[]): string {
  switch (type.kind) {
    case "text":
    case "period":
    case "date":
      return "string";
    case "flag":
      return "boolean";
    case "level":
      return (program.choices[type.choice]?.levels ?? []).map(({ name }) => JSON.stringify(name)).join(" | ");
    case "number":
      return type.form === "percent" ? "Percent" : "Amount";
    case "list":
      return `readonly ${rows[type.list] ?? "unknown"}[]`;
    default:
      return type satisfies never;
  }
}

/** A doc comment of one or more lines; empty for an empty text. */
function comment(text: string, indent: string): string {
  if (text === "") return "";
  const lines = text.replaceAll("*/", "*\\/").split(/\r?\n/u);
  if (lines.length === 1) return `${indent}/** ${lines.join("")} */\n`;
  return `${indent}/**\n${lines.map((line) => `${indent} * ${line}\n`).join("")}${indent} */\n`;
}

const IDENTIFIER = /^[\p{ID_Start}_$][\p{ID_Continue}$]*$/u;

const propertyName = (name: string): string => (IDENTIFIER.test(name) ? name : JSON.stringify(name));

/** Gives each name an identifier of its own: the name itself where it can be one. */
function namesOnce(): (name: string) => string {
  const given = new Set(TAKEN);
  return (name) => {
    const plain = name.replaceAll(/[^\p{ID_Continue}$]/gu, "_");
    const start = IDENTIFIER.test(plain) ? plain : `_${plain}`;
    let found = start;
    for (let count = 2; given.has(found); count += 1) found = `${start}${count}`;
    given.add(found);
    return found;
  };
}
