/**
 * The forms in which tables may be handed to `score`: typed columns, rows of the subjects alone, or several tables of rows
 * by name. All of them end as one dataset.
 */
import type { Dataset, Row, RowsInput } from "@yardstick/engine";
import { datasetFromRows } from "@yardstick/engine";
import type { Program } from "@yardstick/language/program";

/**
 * Row objects by field name, numbers as text, bigint or safe integers. `subjects` may also stand under the name of the data
 * block, and each list under its own name, beside `constants` (one row), `history` and `used`.
 */
export type RowTables = readonly Row[] | RowsInput | NamedTables;

export interface NamedTables {
  readonly [table: string]: readonly Row[] | Row | RowsInput["lists"] | RowsInput["used"] | undefined;
}

/** A table as an array of rows is not; a dataset holds columns. */
function isDataset(tables: Dataset | RowTables): tables is Dataset {
  if (!("subjects" in tables) || Array.isArray(tables)) return false;
  const { subjects } = tables as { readonly subjects: unknown };
  return typeof subjects === "object" && subjects !== null && "columns" in subjects && "rows" in subjects;
}

const rowsOf = (value: unknown): readonly Row[] => (Array.isArray(value) ? (value as readonly Row[]) : []);

export function datasetOf(program: Program, tables: Dataset | RowTables): Dataset {
  if (isDataset(tables)) return tables;
  if (Array.isArray(tables)) return datasetFromRows(program, { subjects: tables as readonly Row[] });
  const named = tables as NamedTables;
  const { subjects, lists, constants, history, used, ...others } = named;
  const { [program.subject]: bySubjectName, ...byListName } = others;
  const input: RowsInput = {
    subjects: rowsOf(subjects ?? bySubjectName),
    lists: { ...(lists as RowsInput["lists"]), ...(byListName as RowsInput["lists"]) },
    history: rowsOf(history),
    ...(constants === undefined ? {} : { constants: constants as Row }),
    ...(used === undefined ? {} : { used: used as NonNullable<RowsInput["used"]> }),
  };
  return datasetFromRows(program, input);
}
