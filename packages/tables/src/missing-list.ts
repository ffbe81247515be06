/**
 * What is missing from whom, as a list for a spreadsheet and as a message to the departments.
 */
import type { DepartmentProgress } from "./department-progress.js";
import type { SheetName } from "./sheet-name.js";
import { sheetNames } from "./sheet-name.js";
import type { Book } from "./write/book.js";
import { columnWidth, textCell } from "./write/cells.js";

type Lang = "zh" | "en";

/** Subjects that a message names one by one. */
const MAX_NAMED = 5;

interface Messages {
  readonly title: string;
  readonly heads: readonly string[];
  readonly noDepartment: string;
  readonly comma: string;
  readonly field: (field: string, count: number, subjects: string) => string;
  readonly andMore: (count: number) => string;
  readonly department: (name: string, fields: string) => string;
  readonly nothing: string;
}

const messages: Readonly<Record<Lang, Messages>> = {
  zh: {
    title: "待补数据",
    heads: ["考核部门", "考核对象", "期别", "列"],
    noDepartment: "未写部门",
    comma: "、",
    field: (field, count, subjects) => `${field}（${count} 格：${subjects}）`,
    andMore: (count) => `等 ${count} 个`,
    department: (name, fields) => `${name}尚缺：${fields}。`,
    nothing: "没有待补的数据。",
  },
  en: {
    title: "Missing data",
    heads: ["department", "subject", "period", "column"],
    noDepartment: "no department",
    comma: ", ",
    field: (field, count, subjects) => `${field} (${count}: ${subjects})`,
    andMore: (count) => ` and others, ${count} in all`,
    department: (name, fields) => `${name} still has to fill in ${fields}.`,
    nothing: "Nothing is missing.",
  },
};

/** The list with its header: a row for each cell, by department. A column of several departments is listed for each of them. */
export function missingRows(progress: readonly DepartmentProgress[], lang: Lang): readonly (readonly string[])[] {
  const { heads, noDepartment } = messages[lang];
  const rows = progress.flatMap(({ department, missing }) =>
    missing.flatMap(({ field, subjects }) =>
      subjects.map(({ key, period }) => [department ?? noDepartment, key, period ?? "", field]),
    ),
  );
  const hasPeriods = rows.some(([, , period]) => period !== "");
  return [heads, ...rows].map((row) => (hasPeriods ? row : row.filter((_, at) => at !== 2)));
}

/** The list as a workbook of one sheet. */
export function missingBook(progress: readonly DepartmentProgress[], lang: Lang): Book {
  const { title } = messages[lang];
  const rows = missingRows(progress, lang);
  const [head = []] = rows;
  return {
    title,
    sheets: [
      {
        name: sheetNames([title])[0] as SheetName,
        columns: head.map((_, at) => ({
          width: columnWidth(
            rows.map((row) => row[at] ?? ""),
            8,
            40,
          ),
        })),
        rows: rows.map((row, at) => row.map((text) => textCell(text, at === 0 ? "head" : "cell"))),
        frozen: { rows: 1, columns: 0 },
      },
    ],
  };
}

/** The message to one department; it names the first subjects of each column. */
export function missingMessage({ department, missing }: DepartmentProgress, lang: Lang): string {
  const { noDepartment, comma, field: fieldText, andMore, department: departmentText } = messages[lang];
  const fields = missing.map(({ field, subjects }) => {
    const hasPeriods = new Set(subjects.map(({ period }) => period)).size > 1;
    const named = subjects
      .slice(0, MAX_NAMED)
      .map(({ key, period }) => (hasPeriods && period !== null ? `${key} ${period}` : key))
      .join(comma);
    const shown = subjects.length > MAX_NAMED ? `${named}${andMore(subjects.length)}` : named;
    return fieldText(field, subjects.length, shown);
  });
  return departmentText(department ?? noDepartment, fields.join(lang === "zh" ? "；" : "; "));
}

/** The messages to all departments that have something to fill in, a line each. */
export function missingText(progress: readonly DepartmentProgress[], lang: Lang): string {
  const lines = progress.filter(({ missing }) => missing.length > 0).map((of) => missingMessage(of, lang));
  return lines.length === 0 ? messages[lang].nothing : lines.join("\n");
}
