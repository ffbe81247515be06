/**
 * Typed columns as tables: their form is checked before they are scored.
 */
import type { Dataset, SideTable } from "@yardstick/engine/run";

interface Fields {
  readonly fields: readonly { readonly name: string; readonly type: { readonly kind: string } }[];
}

/** The tables of a rubric, as the checked program and the compiled one both have them. */
interface Tables extends Fields {
  readonly subject: string;
  readonly lists: readonly { readonly name: string; readonly columns: Fields["fields"] }[];
  readonly constants: readonly unknown[];
}

/** Whether tables are typed columns rather than arrays of rows. */
export function isDataset(tables: unknown): tables is Dataset {
  const { subjects } = (tables ?? {}) as { readonly subjects?: unknown };
  return typeof subjects === "object" && subjects !== null && !Array.isArray(subjects);
}

/** The dataset, unchanged. Throws a `TypeError` where columns are missing or have different lengths. */
export function checkedColumns(program: Tables, dataset: Dataset): Dataset {
  const { subjects, lists, constants, ...others } = dataset as Readonly<Record<keyof Dataset, unknown>>;
  checkTable(program.subject, subjects, program.fields);
  const sides = arrayOf("lists", lists, program.lists.length);
  program.lists.forEach(({ name, columns }, index) => {
    const side = sides[index];
    checkTable(name, side, columns);
    const { owner, rows } = side as SideTable;
    arrayOf(`owner of ${name}`, owner, rows);
  });
  arrayOf("constants", constants, program.constants.length);
  for (const what of ["history", "problems", "used"] as const) arrayOf(what, others[what], null);
  return dataset;
}

function checkTable(name: string, table: unknown, fields: Fields["fields"]): void {
  const { rows, columns } = (table ?? {}) as { readonly rows?: unknown; readonly columns?: unknown };
  if (!Number.isSafeInteger(rows) || Number(rows) < 0) {
    throw new TypeError(`${name} of the dataset has no valid number of rows`);
  }
  const all = arrayOf(`columns of ${name}`, columns, fields.length);
  fields.forEach((field, index) => {
    if (field.type.kind !== "list") arrayOf(`column “${field.name}” of ${name}`, all[index], Number(rows));
  });
}

function arrayOf(what: string, value: unknown, length: number | null): readonly unknown[] {
  if (!Array.isArray(value)) throw new TypeError(`the dataset has no ${what}`);
  if (length !== null && value.length !== length) {
    throw new TypeError(`the dataset's ${what} must have ${length} entries, and has ${value.length}`);
  }
  return value;
}
