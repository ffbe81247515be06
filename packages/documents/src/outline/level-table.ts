/** A table whose columns are levels with points: `Excellent (4)`, `优秀（9-10分）`. */
import { normalText } from "../clause/normal-text.js";
import { numberText } from "../words/numerals.js";
import { LEVELS_EN, LEVEL_WORDS } from "../words/slot-words.js";
import { locate, type Grid } from "./grid.js";
import type { LevelCell, MutableSection, Passage, TableOutline } from "./outline.js";
import { cellPoints, namedPart } from "./part-name.js";
import { SUM_ROW, roleOf } from "./roles.js";

const LEVEL_HEADER =
  /^(?<name>[^\d]*?)[(:\s-]*(?<a>\d+(?:\.\d+)?)(?:\s*(?:-|~|to)\s*(?<b>\d+(?:\.\d+)?))?\s*(?:points?|pts?\.?|marks?|分|%)?\)?\s*(?<tail>[^\d]*)$/iu;

const LEVEL_NAME = new RegExp(`^(?:${LEVELS_EN}|${LEVEL_WORDS})$`, "iu");

interface LevelHeader {
  readonly column: number;
  readonly level: string;
  readonly points: readonly string[];
}

/** The row of headers that are levels with points; null for other tables. */
export function levelHeaders(grid: Grid): { readonly row: number; readonly levels: readonly LevelHeader[] } | null {
  for (let row = 0; row < Math.min(3, grid.height); row++) {
    const cells = grid.corners(row).filter(({ text }) => text !== "");
    if (
      cells.filter(({ text }) => roleOf(text)?.role === "clause").length > 0 ||
      cells.some(({ text }) => text.length > 40)
    )
      return null;
    const levels = cells.flatMap(({ text, column }): LevelHeader[] => {
      const found = LEVEL_HEADER.exec(normalText(text.replaceAll("\n", " ")).text)?.groups;
      if (found === undefined) return [];
      const name = `${found["name"] ?? ""}${found["tail"] ?? ""}`
        .replaceAll(/[():\s-]+$|^[():\s-]+/gu, "")
        .replace(/^(?:分)$/u, "");
      const points = [found["a"], found["b"]]
        .filter((each) => each !== undefined)
        .map((each) => numberText(each) ?? "0");
      return [
        {
          column,
          level: name === "" ? `${points.join("-")}${/[\u4e00-\u9fff]/u.test(text) ? "分" : " points"}` : name,
          points: points.toSorted((x, y) => Number(x) - Number(y)),
        },
      ];
    });
    const named = levels.filter(({ level }) => LEVEL_NAME.test(level)).length;
    if (
      levels.length >= 3 &&
      levels.length >= cells.length - 2 &&
      (named >= 2 || levels.every(({ level }) => /^\d/u.test(level))) &&
      levels.every(({ column }) => column > 0) &&
      new Set(levels.map(({ level }) => level)).size === levels.length
    )
      return { row, levels };
  }
  return null;
}

/** The outline of such a table: each row is an item with its levels. */
export function levelTable(
  grid: Grid,
  block: number,
  header: { readonly row: number; readonly levels: readonly LevelHeader[] },
): TableOutline {
  const section: MutableSection = { name: "", points: null, items: [] };
  let total: string | null = null;
  for (let row = header.row + 1; row < grid.height; row++) {
    const named = grid
      .corners(row)
      .find(({ column, text }) => text !== "" && !header.levels.some((level) => level.column === column));
    const cells = header.levels.map(({ column }) => grid.at(row, column));
    if (named === undefined) continue;
    const part = namedPart(named.text);
    if (SUM_ROW.test(part.name)) {
      total =
        grid
          .corners(row)
          .map(({ text }) => cellPoints(text).points)
          .find((points) => points !== null) ?? null;
      continue;
    }
    const levels: LevelCell[] = header.levels.map(({ level, points }, at) => ({
      level,
      points,
      description: cells[at]?.text ?? "",
    }));
    const most = header.levels
      .flatMap(({ points }) => points)
      .reduce((best, value) => (Number(value) > Number(best) ? value : best), "0");
    const text = [named, ...cells.filter((cell) => cell !== null)]
      .map((cell) => cell.text.replaceAll("\n", " "))
      .join(" | ");
    const own: Passage = { text, at: locate(block, named), source: "clause", side: null, levels };
    section.items.push({
      name: part.name,
      points: part.points ?? most,
      weight: part.weight,
      role: "item",
      assessor: "",
      requirement: "",
      passages: [own],
      isImplied: false,
      isSeveral: false,
    });
  }
  return { sections: [section], unknownColumns: [], total, titles: [] };
}
