/**
 * The input that a page gives an element, read as a project: a rubric and tables in `<script>` blocks inside the
 * element, tables as rows of objects, or the text of a project file.
 */
import { ownEntry } from "@yardstick/language";
import Papa from "papaparse";
import { readProjectFile } from "../../storage/project-file.js";
import type { ProjectContent, TableRole, TableText } from "../../project/project.js";

type Cell = string | number | bigint | boolean | null | undefined;
type DataRow = Readonly<Record<string, Cell>>;

/**
 * Rows keyed by column: those of the subjects alone, or `subjects`, `constants` (one row), `history` and each list
 * under its own name. A number that is not a safe integer must be given as text, because the decimal form of a binary
 * float may differ from the number that was meant.
 */
export type PageData = readonly DataRow[] | Readonly<Record<string, readonly DataRow[] | DataRow>>;

/** The project that was read, and messages in both languages about input that could not be read. */
export interface PageContent {
  readonly content: ProjectContent;
  readonly problems: readonly { readonly zh: string; readonly en: string }[];
}

/** Null when the element contains no blocks; properties or `src` give the project then. */
export function contentInside(element: HTMLElement): PageContent | null {
  const rubric = element.querySelector<HTMLScriptElement>(':scope > script[type="text/yardstick"]');
  const blocks = [...element.querySelectorAll<HTMLScriptElement>(':scope > script[type="text/csv"]')];
  if (rubric === null && blocks.length === 0) return null;
  const problems: PageContent["problems"][number][] = [];
  const tables = blocks.map((block) => {
    const name = block.dataset["table"] ?? "subjects";
    const { data, errors } = Papa.parse<string[]>(block.text.trim(), { skipEmptyLines: true });
    const [first] = errors.filter(({ code }) => code !== "UndetectableDelimiter");
    if (first !== undefined)
      problems.push({
        zh: `数据块“${name}”第 ${(first.row ?? 0) + 1} 行无法读取：引号没有成对。请检查该行的引号。`,
        en: `Data block "${name}", line ${(first.row ?? 0) + 1}: a quote is not closed. Check the quotes in this line.`,
      });
    const [header = [], ...rows] = data;
    return { ...placeOf(name), header, rows };
  });
  return { content: { rubric: (rubric?.text ?? "").replace(/^\s*\n/, "").trimEnd() + "\n", tables }, problems };
}

/** Converts rows of objects to tables. Throws a RangeError for a number that is not a safe integer. */
export function tablesOfData(data: PageData): readonly TableText[] {
  const named = Array.isArray(data)
    ? { subjects: data as readonly DataRow[] }
    : (data as Exclude<PageData, readonly DataRow[]>);
  return Object.entries(named).map(([name, given]) => {
    const rows = Array.isArray(given) ? (given as readonly DataRow[]) : [given as DataRow];
    const header = [...new Set(rows.flatMap((row) => Object.keys(row)))];
    return {
      ...placeOf(name),
      header,
      rows: rows.map((row) => header.map((column) => textOf(ownEntry(row, column), column))),
    };
  });
}

/** The first project of a file; a problem when the file holds none. */
export function contentOfFile(text: string, address: string): PageContent {
  const read = readProjectFile(text);
  const [first] = read.kind === "projects" ? read.projects : [];
  if (first !== undefined) return { content: first.content, problems: [] };
  return {
    content: { rubric: "", tables: [] },
    problems: [
      read.kind === "newer"
        ? {
            zh: `“${address}”出自更新版本的标尺，此处不能打开。`,
            en: `"${address}" comes from a newer version of Yardstick and cannot be opened here.`,
          }
        : {
            zh: `“${address}”中没有能打开的项目。请改用标尺导出的项目文件（.yardstick.json）。`,
            en: `"${address}" contains no project. Use a project file exported by Yardstick (.yardstick.json).`,
          },
    ],
  };
}

const ROLES: Readonly<Record<string, TableRole>> = {
  subjects: "subjects",
  constants: "constants",
  history: "history",
};

function placeOf(name: string): Pick<TableText, "role" | "name"> {
  const role = ownEntry(ROLES, name);
  return role === undefined ? { role: "list", name } : { role, name: "" };
}

function textOf(cell: Cell, column: string): string {
  if (cell === null || cell === undefined) return "";
  if (typeof cell === "boolean") return cell ? "是" : "否";
  if (typeof cell === "number" && !Number.isSafeInteger(cell))
    throw new RangeError(`${column}: ${cell} is a binary float; pass numbers with decimals as text`);
  return String(cell);
}
