/**
 * The progress of the departments: the cells that each is responsible for, and how many of them are filled in.
 */
import { ZERO, decimalOrQuotient, rational, type Rational } from "@yardstick/exact";
import type { Field, Part, Program } from "@yardstick/language/program";
import { rawReader } from "./cell/reader.js";
import { isBlank } from "./cell/written.js";
import type { TextTable } from "./collected.js";
import { assessorsOf } from "./form/assessors.js";
import { inputGrids } from "./grid.js";
import { scaleOfHeader } from "./known-headers.js";
import type { RawCell } from "./raw-table.js";
import { textOfRaw } from "./raw-table.js";
import { isRequired } from "./subject-fields.js";
import { headersOfTarget } from "./target.js";

/** The cells of one department. */
export interface DepartmentProgress {
  /** Null for the fields without a department. */
  readonly department: string | null;
  /** Points of the items that it assesses, as decimal text; null where it assesses none. */
  readonly points: string | null;
  readonly fields: readonly string[];
  readonly lists: readonly string[];
  /** Cells that must be filled in, one for each subject and field that may not stay blank. */
  readonly expected: number;
  readonly filled: number;
  /** Fields with cells that are blank or cannot be read, with their subjects. */
  readonly missing: readonly {
    readonly field: string;
    readonly subjects: readonly { readonly key: string; readonly period: string | null }[];
  }[];
}

/** One entry for each department in the order of the rubric, then one for the fields without a department. */
export function departmentProgress(program: Program, tables: readonly TextTable[]): readonly DepartmentProgress[] {
  const assessors = assessorsOf(program);
  const input = inputGrids(
    program,
    tables.map((table) => ({ ...table, file: "" })),
    {},
  );
  const known = headersOfTarget(program, { role: "subjects" });
  const [table] = input.subjects;
  const rows = table?.raw.rows ?? [];
  const keyAt = known.keyColumn(table?.raw.headers ?? []);
  const subjects = rows.filter(({ cells }) => !isBlank(textOfRaw(cells[keyAt])));
  const columns = new Map((table?.raw.headers ?? []).map((header, at) => [known.find(header), at] as const).reverse());
  const isOwn = (field: Field, at: number) => at !== program.key && at !== program.period && field.type.kind !== "list";
  const periodAt = program.period === null ? undefined : columns.get(program.period);
  const missingFor = (field: Field, at: number): DepartmentProgress["missing"][number]["subjects"] => {
    const column = columns.get(at);
    const scale = scaleOfHeader(table?.raw.headers[column ?? -1] ?? "", field);
    const read = rawReader(field.type, program.choices, scale);
    const isFilled = (cell: RawCell | undefined) => {
      const reading = read(cell);
      return "cell" in reading && reading.cell !== null;
    };
    return subjects.flatMap(({ cells }) => {
      if (column !== undefined && isFilled(cells[column])) return [];
      const period = periodAt === undefined ? "" : textOfRaw(cells[periodAt]).trim();
      return [{ key: textOfRaw(cells[keyAt]).trim(), period: period === "" ? null : period }];
    });
  };
  return [...assessors.all, null].flatMap((department): readonly DepartmentProgress[] => {
    const isTheirs = (names: readonly string[]) =>
      department === null ? names.length === 0 : names.includes(department);
    const fields = program.fields.flatMap((field, at) =>
      isOwn(field, at) && isTheirs(assessors.ofField(field)) ? [{ field, at }] : [],
    );
    const lists = program.lists.filter((_, at) => isTheirs(assessors.ofList(at))).map(({ name }) => name);
    if (fields.length + lists.length === 0) return [];
    const required = fields.filter(({ field }) => isRequired(field));
    const missing = required
      .map(({ field, at }) => ({ field: field.name, subjects: missingFor(field, at) }))
      .filter(({ subjects: of }) => of.length > 0);
    const expected = required.length * subjects.length;
    const items = program.parts.filter((part) => part.kind === "item" && part.assessor === department);
    const points = items.reduce((sum, item) => sum.add(pointsOfTotal(program, item)), ZERO);
    return [
      {
        department,
        points: department === null || items.length === 0 ? null : decimalOrQuotient(points),
        fields: fields.map(({ field }) => field.name),
        lists,
        expected,
        filled: expected - missing.reduce((sum, { subjects: of }) => sum + of.length, 0),
        missing,
      },
    ];
  });
}

/** What an item adds to the total at full marks: sections with weights scale the points inside them. */
function pointsOfTotal({ parts }: Program, item: Part): Rational {
  let points = rational(item.worth);
  for (let at = item.parent; at !== null;) {
    const above = parts[at];
    if (above === undefined) break;
    const own = rational(above.points);
    if (own.compare(0) > 0) points = points.mul(rational(above.worth)).div(own);
    at = above.parent;
  }
  return points;
}
