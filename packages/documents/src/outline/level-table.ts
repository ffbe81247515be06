/** A table whose columns are levels with points: `Excellent (4)`, `优秀（9-10分）`. */
import { normalText } from "../clause/normal-text.js";
import { numberText } from "../words/numerals.js";
import { LEVELS_EN, LEVEL_WORDS } from "../words/slot-words.js";
import { locate, type Grid } from "./grid.js";
import { newItem, type LevelCell, type MutableSection, type Passage, type TableOutline } from "./outline.js";
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
    const bare = levels.length === 0 ? levelsWithPointsBelow(grid, row) : null;
    if (bare !== null) return { row, levels: bare };
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

const POINTS_OF_CELL =
  /(?:^\(?(?<a>\d+(?:\.\d+)?)\s*(?:points?|pts?\.?|marks?|分)\)?(?:\s*[:.,-]|\s|$)|\(?(?<b>\d+(?:\.\d+)?)\s*(?:points?|pts?\.?|marks?|分)\)?\s*$)/iu;

/** The points that a cell of a level states at its beginning or its end, and nowhere else; null where it does not. */
function pointsOfCell(text: string): string | null {
  const { text: plain } = normalText(text.replaceAll("\n", " "));
  const all = plain.match(/\d+(?:\.\d+)?\s*(?:points?|pts?\.?|marks?|分)(?!钟)/giu) ?? [];
  const found = POINTS_OF_CELL.exec(plain.trim())?.groups;
  return all.length !== 1 || found === undefined ? null : numberText(found["a"] ?? found["b"] ?? "");
}

/** Columns of levels that are named in the header, and whose cells state the points: `All shown (4 points)`. Null for other tables. */
function levelsWithPointsBelow(grid: Grid, row: number): readonly LevelHeader[] | null {
  const cells = grid.corners(row).filter(({ text }) => text !== "");
  const levels = cells.filter(({ text, column }) => column > 0 && LEVEL_NAME.test(text.trim()));
  if (levels.length < 3 || levels.length < cells.length - 2) return null;
  const rows = Array.from({ length: grid.height - row - 1 }, (_, at) => row + 1 + at).filter(
    (each) => grid.corners(each).filter(({ text }) => text !== "").length > levels.length,
  );
  const isStated = rows.every((each) => {
    const points = levels.map(({ column }) => pointsOfCell(grid.at(each, column)?.text ?? ""));
    return !points.includes(null) && new Set(points).size === points.length;
  });
  return rows.length > 0 && isStated
    ? levels.map(({ column, text }) => ({ column, level: text.trim(), points: [] }))
    : null;
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
      points: points.length > 0 ? points : [pointsOfCell(cells[at]?.text ?? "") ?? "0"],
      description: cells[at]?.text ?? "",
    }));
    const most = levels
      .flatMap(({ points }) => points)
      .reduce((best, value) => (Number(value) > Number(best) ? value : best), "0");
    const text = [named, ...cells.filter((cell) => cell !== null)]
      .map((cell) => cell.text.replaceAll("\n", " "))
      .join(" | ");
    const own: Passage = { text, at: locate(block, named), source: "clause", side: null, levels };
    section.items.push(newItem(part.name, { points: part.points ?? most, weight: part.weight, passages: [own] }));
  }
  return { sections: [section], unknownColumns: [], total, titles: [] };
}
