/**
 * The input that a page gives an element, read as a project: a rubric and tables in `<script>` blocks inside the
 * element, or the text of a project file.
 */
import { placeOfTable, type ElementContent, type InputProblem } from "@yardstick/elements/define";
import Papa from "papaparse";
import { readProjectFile } from "../../storage/project-file.js";

/** The project that was read, and messages in both languages about input that could not be read. */
export interface PageContent {
  readonly content: ElementContent;
  readonly problems: readonly InputProblem[];
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
    return { ...placeOfTable(name), header, rows };
  });
  return { content: { rubric: (rubric?.text ?? "").replace(/^\s*\n/, "").trimEnd() + "\n", tables }, problems };
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
