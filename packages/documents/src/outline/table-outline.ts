/** A table to sections and items: header rows, roles of columns, merged cells, bonuses and vetoes, sum rows. */
import type { Table } from "../blocks/block.js";
import { normalText } from "../clause/normal-text.js";
import { gridOf, locate, type Grid, type Placed } from "./grid.js";
import { gradeTable } from "./grade-table.js";
import { levelHeaders, levelTable } from "./level-table.js";
import { newItem, sumOf, type MutableItem, type MutableSection, type Passage, type TableOutline } from "./outline.js";
import { holdsOutcomes, saysOutcome, spansAlike } from "./outcome-column.js";
import { percentOfNumber } from "../words/numerals.js";
import { cellPoints, namedPart, roleOfName } from "./part-name.js";
import { SUM_ROW, isRecord, roleOf, type Role } from "./roles.js";

interface Header {
  readonly row: number;
  readonly last: number;
  readonly roles: readonly (Role | null)[];
  readonly texts: readonly string[];
}

const HEADER_ROWS = 6;

/** The first of the first rows in which half of the cells, two at least, have a role; a second header row below refines it. */
function headerOf(grid: Grid): Header | null {
  for (let row = 0; row < Math.min(HEADER_ROWS, grid.height); row++) {
    const cells = grid.corners(row).filter(({ text }) => text !== "");
    const known = cells.filter(({ text }) => roleOf(text) !== null);
    if (cells.length < 2 || known.length < 2 || known.length * 2 < cells.length) continue;
    const spanning = grid.corners(row).some(({ columns }) => columns > 1);
    const next = grid.corners(row + 1).filter(({ text }) => text !== "");
    const isSecond =
      spanning &&
      next.length > 0 &&
      next.every(({ text, columns }) => text.length <= 12 && columns >= 1) &&
      next.filter(({ text }) => roleOf(text) !== null).length * 2 >= next.length;
    const tall = Math.max(1, ...grid.corners(row).map(({ rows }) => rows));
    const last = isSecond
      ? row + 1
      : row + (tall > 1 && tall < 4 && grid.corners(row).every(({ rows }) => rows === tall) ? tall - 1 : 0);
    const columns = Array.from({ length: grid.width }, (_, column) => {
      const lower = grid.at(last, column)?.text ?? "";
      const upper = grid.at(row, column)?.text ?? "";
      return { role: roleOf(lower) ?? roleOf(upper), text: lower === "" ? upper : lower };
    });
    return { row, last, roles: withMethods(columns), texts: columns.map(({ text }) => text) };
  }
  return null;
}

/** `考核方法` beside `评分标准` says how something is checked. */
function withMethods(
  columns: readonly { readonly role: Role | null; readonly text: string }[],
): readonly (Role | null)[] {
  const says = columns.some(({ role, text }) => role?.role === "clause" && /标准|[评计扣记赋]分|细则/u.test(text));
  return columns.map(({ role, text }) =>
    says && role?.role === "clause" && /^(?:考核|考评|评价|检查)(?:方法|办法)$/u.test(text.replaceAll(/\s/gu, ""))
      ? { role: "method", side: null }
      : role,
  );
}

const SCORING = /[扣加得减奖]\s*\d|分[。;；]|不得分|deduct|points?\b/iu;

/** Columns by what their cells hold, where no row names them. */
function guessed(grid: Grid): Header | null {
  if (grid.width < 2 || grid.height < 2) return null;
  const columns = Array.from({ length: grid.width }, (_, column) => {
    const texts = Array.from({ length: grid.height }, (_, row) => grid.at(row, column))
      .filter((placed) => placed !== null && placed.column === column)
      .map((placed) => placed?.text ?? "")
      .filter((text) => text !== "");
    return {
      scoring: texts.filter((text) => SCORING.test(text) && text.length > 3).length,
      numeric: texts.filter((text) => cellPoints(text).points !== null).length,
      count: texts.length,
    };
  });
  const clause = columns.reduce((best, { scoring }, at) => (scoring > (columns[best]?.scoring ?? 0) ? at : best), 0);
  if ((columns[clause]?.scoring ?? 0) === 0) return null;
  const points = columns.findIndex(
    ({ numeric, count }, at) => at !== clause && count > 0 && numeric * 2 >= count && at > 0,
  );
  const roles = columns.map((_, at): Role | null =>
    at === clause
      ? { role: "clause", side: null }
      : at === points
        ? { role: "points", side: null }
        : at < clause && at !== points && columns[at] !== undefined
          ? columns[at].numeric === columns[at].count
            ? { role: "number", side: null }
            : { role: at === 0 ? "section" : "item", side: null }
          : null,
  );
  return { row: -1, last: -1, roles, texts: columns.map(() => "") };
}

const passage = (block: number, placed: Placed, source: Passage["source"], side: Passage["side"] = null): Passage => ({
  text: nestedText(placed),
  at: locate(block, placed),
  source,
  side,
  levels: null,
});

/** The text of a cell, with that of tables in it. */
function nestedText({ cell, text }: Placed): string {
  const inner = (table: Table): string[] =>
    table.rows.flatMap((row) => [
      row.map(({ lines }) => lines.join(" ")).join(","),
      ...row.flatMap(({ nested }) => nested.flatMap(inner)),
    ]);
  return [text, ...cell.nested.flatMap(inner)].filter((line) => line.trim() !== "").join("\n");
}

/** A short name for an item that a long cell describes. */
function shortName(text: string): string {
  const { name } = namedPart(text);
  const most = /[\u4e00-\u9fff]/u.test(name) ? 18 : 48;
  if (name.length <= most) return name;
  const first = name.split(/[,。;:(\n]/u)[0] ?? name;
  return first.length <= most ? first : first.slice(0, most);
}

/**
 * How the cells of a column of weights are read, as percentages: 30%, 30, and 0.3 where the figures without a sign are shares of one that
 * make up the whole with the others.
 */
function weightReader(grid: Grid, column: number, last: number): (text: string) => string | null {
  const cells = [
    ...new Set(Array.from({ length: grid.height }, (_, row) => (row > last ? grid.at(row, column) : null))),
  ].flatMap((cell) => (cell === null || SUM_ROW.test(grid.at(cell.row, 0)?.text ?? "") ? [] : [cellPoints(cell.text)]));
  const share = ({ points, percent }: { readonly points: string | null; readonly percent: boolean }): string | null =>
    points === null || percent || Number(points) > 1 ? points : percentOfNumber("10000", points);
  const isOfOne = sumOf(cells.map((cell) => share(cell) ?? "0")) === "100";
  return (text) => (isOfOne ? share(cellPoints(text)) : cellPoints(text).points);
}

/** The outline of one table; `block` is its index in the document. */
export function tableOutline(table: Table, block: number): TableOutline {
  const grid = gridOf(table);
  const grades = gradeTable(grid, block);
  if (grades !== null) return grades;
  const levels = levelHeaders(grid);
  if (levels !== null) return levelTable(grid, block, levels);
  const header = headerOf(grid) ?? guessed(grid);
  const sections: MutableSection[] = [{ name: "", points: null, items: [] }];
  const titles: string[] = [];
  let total: string | null = null;
  if (header === null) {
    // Nothing says what the columns are: each row is one text.
    const item = newItem("", { isImplied: true });
    for (let row = 0; row < grid.height; row++)
      for (const cell of grid.corners(row))
        if (cell.text !== "" || cell.cell.nested.length > 0) item.passages.push(passage(block, cell, "clause"));
    if (item.passages.length > 0) sections[0]?.items.push(item);
    return { sections, unknownColumns: [], total, titles };
  }
  const columnsOf = (role: Role["role"]): readonly number[] =>
    header.roles.flatMap((each, column) => (each?.role === role ? [column] : []));
  const names = header.roles.flatMap((each, column) =>
    each?.role === "section" || each?.role === "item" ? [column] : [],
  );
  const clauses = [...columnsOf("clause")];
  let requirements = [...columnsOf("requirement")];
  // Of two columns of points with a name between them the first states those of the sections.
  const [firstPoints = null, ...otherPoints] = columnsOf("points");
  const ownPoints = otherPoints.at(-1) ?? null;
  const isNested =
    firstPoints !== null &&
    ownPoints !== null &&
    names.some((column) => column < firstPoints) &&
    names.some((column) => column > firstPoints && column < ownPoints);
  const sectionPoints = isNested ? firstPoints : null;
  const stating = isNested ? ownPoints : firstPoints;
  const isOutcomes = stating !== null && holdsOutcomes(grid, stating, header.last);
  const points = isOutcomes ? null : stating;
  const weights = columnsOf("weight")[0] ?? null;
  if (clauses.length === 0) {
    // The column with most words of scoring holds the clauses.
    const scored = Array.from({ length: grid.width }, (_, column) => column)
      .filter(
        (column) =>
          column !== points &&
          column !== weights &&
          header.roles[column]?.role !== "assessor" &&
          header.roles[column]?.role !== "number",
      )
      .map((column) => ({
        column,
        count: Array.from({ length: grid.height }, (_, row) => grid.at(row, column)).filter(
          (cell) => cell !== null && cell.row > header.last && SCORING.test(cell.text),
        ).length,
      }))
      .toSorted((a, b) => b.count - a.count)[0];
    if (
      scored !== undefined &&
      scored.count > 0 &&
      !(names.length === 1 && names[0] === scored.column && scored.count < 2)
    )
      clauses.push(scored.column);
  }
  requirements = requirements.filter((column) => !clauses.includes(column));
  const nameColumns = names.filter((column) => !clauses.includes(column));
  // Of several names the last before the points is the item; one behind them says more about it.
  const isBehind = (column: number | undefined): boolean =>
    column !== undefined && points !== null && column > points && (nameColumns[0] ?? 0) < points;
  while (nameColumns.length > 1 && isBehind(nameColumns.at(-1))) requirements.push(nameColumns.pop() ?? 0);
  // A column of long sentences beside names says more about the item.
  const isLong = (column: number): boolean => {
    const cells = Array.from({ length: grid.height }, (_, row) => grid.at(row, column)).filter(
      (cell) => cell !== null && cell.row > header.last && cell.text !== "",
    );
    return cells.length > 0 && cells.reduce((sum, cell) => sum + (cell?.text.length ?? 0), 0) / cells.length > 28;
  };
  while (nameColumns.length > 1 && isLong(nameColumns.at(-1) ?? 0)) requirements.push(nameColumns.pop() ?? 0);
  if (nameColumns.length === 0 && requirements.length > 0) nameColumns.push(requirements[0] ?? 0);
  const itemColumn = nameColumns.at(-1) ?? null;
  const sectionColumn = nameColumns.length > 1 ? (nameColumns[0] ?? null) : null;
  // Weights that are merged as their sections are, beside points of items, are those of the sections.
  const isOfSections =
    points !== null &&
    weights !== null &&
    sectionColumn !== null &&
    spansAlike(grid, weights, sectionColumn, header.last);
  const weightOf = weights === null ? null : weightReader(grid, weights, header.last);
  const assessors = columnsOf("assessor")[0] ?? null;
  const skipped = new Set([...columnsOf("number"), ...columnsOf("blank"), ...columnsOf("method")]);
  const used = new Set([
    ...clauses,
    ...requirements,
    ...nameColumns,
    ...skipped,
    ...[points, weights, assessors, sectionPoints, isOutcomes ? stating : null].filter((column) => column !== null),
  ]);
  const unknown = Array.from({ length: grid.width }, (_, column) => column).filter((column) => !used.has(column));
  const seen = new Set<Placed>();
  /** Where the text of each clause cell stands. */
  const clauseCells = new Map<Placed, { readonly item: MutableItem; readonly at: number }>();
  let item: MutableItem | null = null;
  let lastItemCell: Placed | null = null;
  let lastPointsCell: Placed | null = null;
  let lastClause = "";

  for (let row = 0; row < grid.height; row++) {
    if (row >= header.row && row <= header.last) continue;
    const cells = grid.corners(row).filter(({ text, cell }) => text !== "" || cell.nested.length > 0);
    const [only] = cells;
    if (only !== undefined && cells.length === 1 && only.columns >= grid.width && only.rows === 1) {
      seen.add(only);
      if (row < header.row) {
        titles.push(only.text);
        continue;
      }
      const part = namedPart(only.text);
      if (only.text.length <= 30 && !SCORING.test(only.text.replace(/\(?\d+(?:\.\d+)?分\)?/u, ""))) {
        sections.push({ name: part.name, points: part.points, items: [] });
        item = null;
        lastItemCell = null;
      } else {
        sections.at(-1)?.items.push(newItem("", { isImplied: true, passages: [passage(block, only, "clause")] }));
        item = null;
        lastItemCell = null;
      }
      continue;
    }
    if (row < header.row) {
      for (const cell of cells) titles.push(cell.text);
      continue;
    }
    // A header that is printed again on the next page.
    if (header.row >= 0 && cells.every(({ column, text }) => text === header.texts[column])) continue;
    if (cells.length === 0) continue;
    const nameCell = itemColumn === null ? null : grid.at(row, itemColumn);
    const label = [nameCell, ...(sectionColumn === null ? [] : [grid.at(row, sectionColumn)]), cells[0] ?? null].find(
      (cell) => cell != null && SUM_ROW.test(cell.text.replaceAll(/\s/gu, "")),
    );
    const pointsCell = points === null ? null : grid.at(row, points);
    if (label != null) {
      // A sum row is a check, never an item.
      const stated = cells.map(({ text }) => cellPoints(text)).find((each) => each.points !== null);
      if (stated?.points != null && !/小计|subtotal/iu.test(label.text)) total = stated.points;
      for (const cell of cells) seen.add(cell);
      // A sentence beside a sum is a clause of no item.
      const sentences = cells.filter(
        ({ column, text }) => clauses.includes(column) && text.length > 4 && cellPoints(text).points === null,
      );
      if (sentences.length > 0) {
        sections
          .at(-1)
          ?.items.push(
            newItem("", { isImplied: true, passages: sentences.map((cell) => passage(block, cell, "clause")) }),
          );
        item = null;
        lastItemCell = null;
      }
      continue;
    }
    if (sectionColumn !== null) {
      const cell = grid.at(row, sectionColumn);
      if (cell !== null && cell.row === row && cell.text !== "" && cell !== nameCell) {
        const part = namedPart(cell.text);
        const own = sectionPoints === null ? null : grid.at(row, sectionPoints);
        sections.push({
          name: part.name,
          points: part.points ?? (own === null ? null : cellPoints(own.text).points),
          items: [],
        });
        item = null;
        seen.add(cell);
      }
    }
    const isNewName = nameCell !== null && nameCell !== lastItemCell && nameCell.text !== "";
    // In a section of its own an item has no part of the points of the section before.
    const isOfBefore: boolean = item === null && pointsCell !== null && pointsCell === lastPointsCell;
    const stated: ReturnType<typeof cellPoints> | null =
      pointsCell === null || isOfBefore ? null : cellPoints(pointsCell.text);
    const isNewPoints: boolean =
      pointsCell !== null && pointsCell !== lastPointsCell && stated?.points !== null && stated !== null;
    // One cell of points beside several names holds what they have together.
    const sharesPoints = item !== null && isNewName && pointsCell !== null && pointsCell === lastPointsCell;
    if (item !== null && sharesPoints && item.points !== null) {
      const name = shortName(nameCell.text);
      const joined = `${item.name}${/[\u4e00-\u9fff]/u.test(name) ? "、" : ", "}${name}`;
      if (joined.length <= 24) item.name = joined;
      if (joined.length > 24 || nameCell.text.length > name.length + 8)
        item.passages.push(passage(block, nameCell, "requirement"));
      item.doubt = "shared-points";
      lastItemCell = nameCell;
      seen.add(nameCell);
    } else if (item === null || isNewName || (isNewPoints && lastItemCell !== null)) {
      const section = sections.at(-1);
      const part = namedPart(nameCell?.text ?? "");
      const detail = requirements
        .map((column) => grid.at(row, column))
        .find((cell) => cell != null && cell.row === row && cell.text !== "");
      let name = shortName(nameCell?.text ?? "");
      if (!isNewName && item !== null && isNewPoints)
        name =
          detail == null
            ? `${name === "" ? item.name : name}${String((section?.items.length ?? 0) + 1)}`
            : shortName(detail.text);
      const weightCell = weights === null ? null : grid.at(row, weights);
      const ofSection = weightCell !== null && isOfSections;
      const weight = weightCell === null || ofSection ? null : (weightOf?.(weightCell.text) ?? null);
      if (ofSection && section !== undefined && section.name !== "")
        section.weight = weightOf?.(weightCell.text) ?? section.weight ?? null;
      const role = part.role === "item" ? (roleOfName(section?.name ?? "") ?? "item") : part.role;
      item = newItem(name, {
        points: stated?.percent === true ? null : (stated?.points ?? part.points),
        weight: stated?.percent === true ? stated.points : (weight ?? part.weight),
        role,
        isSeveral: stated?.isEach === true,
      });
      // Beside points of other items a cell without any says nothing of this one.
      const isSaid = stated !== null && (stated.points !== null || (stated.isNone && pointsCell?.text !== ""));
      const states = pointsCell !== null || (weightCell !== null && !ofSection);
      if (role === "item" && states && !isSaid && item.points === null && item.weight === null)
        item.doubt = "no-points";
      const previous = section?.items.at(-1);
      if (previous !== undefined && previous.name === name && item.points === null) item = previous;
      else section?.items.push(item);
      // `会议每年不少于2次` is a name and a requirement.
      const asks = normalText(nameCell?.text ?? "").text.replace(/^\(?\d{1,2}[.、)]\s*/u, "");
      if (
        nameCell !== null &&
        isNewName &&
        /(?:不少于|不低于|不高于|不超过|至少|达到?|≥|≤)\d|[一两三四五六七八九十](?:次|场|篇|个)/u.test(asks) &&
        item.requirement === ""
      )
        item.requirement = asks;
      // The full name of a long one is kept with what the item asks.
      if (nameCell !== null && nameCell.text.length > name.length + 8 && !requirements.includes(nameCell.column))
        item.passages.push(passage(block, nameCell, "requirement"));
      lastItemCell = nameCell;
      lastPointsCell = pointsCell;
      if (nameCell !== null) seen.add(nameCell);
      if (pointsCell !== null) seen.add(pointsCell);
      if (pointsCell !== null && stated !== null && stated.points === null && !stated.isNone)
        item.passages.push(passage(block, pointsCell, "other"));
    }
    const take = (columns: readonly number[], source: Passage["source"], side: Passage["side"] = null) => {
      for (const column of columns) {
        const cell = grid.at(row, column);
        const earlier = cell === null ? undefined : clauseCells.get(cell);
        if (earlier !== undefined && earlier.item !== item) {
          const known = earlier.item.passages[earlier.at];
          if (known !== undefined) earlier.item.passages[earlier.at] = { ...known, doubt: "merged" };
        }
        if (cell === null || seen.has(cell) || (cell.text === "" && cell.cell.nested.length === 0) || item === null)
          continue;
        seen.add(cell);
        if (source === "requirement")
          item.requirement = item.requirement === "" ? cell.text : `${item.requirement}\n${cell.text}`;
        const isScoring = source === "requirement" && SCORING.test(cell.text) && /\d/u.test(cell.text);
        if (/^(?:同上|〃|″|ditto|same as above)$/iu.test(cell.text) && source === "clause") {
          item.passages.push({ ...passage(block, cell, source, side), text: lastClause });
          continue;
        }
        if (source === "clause") lastClause = nestedText(cell);
        if (source === "clause") clauseCells.set(cell, { item, at: item.passages.length });
        const own = passage(block, cell, isScoring ? "clause" : source, side);
        item.passages.push(isRecord(header.texts[column] ?? "") ? { ...own, isRecord: true } : own);
      }
    };
    if (assessors !== null && item !== null && item.assessor === "")
      item.assessor = grid.at(row, assessors)?.text.replaceAll("\n", "") ?? "";
    if (assessors !== null) {
      const cell = grid.at(row, assessors);
      if (cell !== null) seen.add(cell);
    }
    take(
      requirements.filter((column) => column !== itemColumn),
      "requirement",
    );
    for (const column of clauses) take([column], "clause", header.roles[column]?.side ?? null);
    if (isOutcomes) {
      // An outcome that the clause itself states is said already.
      const cell = grid.at(row, stating);
      const said = clauses.some((column) => saysOutcome(grid.at(row, column)?.text ?? "", cell?.text ?? ""));
      if (said && cell !== null) seen.add(cell);
      take([stating], "clause");
    }
    take(unknown, "other");
    // What is printed in a column to fill in, or of methods, is listed as well.
    take(
      [...skipped].filter(
        (column) => header.roles[column]?.role !== "number" && (grid.at(row, column)?.text.length ?? 0) > 1,
      ),
      "other",
    );
  }
  const unknownColumns = unknown.map((column) => header.texts[column] ?? "").filter((text) => text !== "");
  return {
    sections: sections.filter(({ items, name }) => items.length > 0 || name !== ""),
    unknownColumns,
    total,
    titles,
  };
}
