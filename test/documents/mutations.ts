// Mutations of the nine documents: a figure changed, a restricting phrase put in, clauses swapped, the clause cells of two rows merged.
// The right rubric is mutated in the same way: what is read must be the rule of the clause with that figure, the clause elsewhere, or
// nothing. The rules of the clauses as they stand are the right ones by `nine-documents.test.ts`.

import { readDocument, type Block, type Cell, type ReadClause, type Reading, type Table } from "@yardstick/documents";
import { documents, read } from "./nine.js";

/** A generator of whole numbers below a bound, the same for the same seed. */
function drawing(seed: number): (below: number) => number {
  let state = (Math.imul(seed, 2_654_435_761) ^ 0x9e3779b9) >>> 0;
  return (below) => {
    state = (Math.imul(state ^ (state >>> 15), 2_246_822_519) + 0x6d2b79f5) >>> 0;
    return ((state ^ (state >>> 13)) >>> 0) % below;
  };
}

const escaped = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll("\n", "<br>");

const tableHtml = (table: Table): string =>
  `<table>${table.rows
    .map(
      (row) =>
        `<tr>${row
          .map(
            ({ lines, rows, columns, nested }) =>
              `<td rowspan="${String(rows)}" colspan="${String(columns)}">${escaped(lines.join("\n"))}${nested.map(tableHtml).join("")}</td>`,
          )
          .join("")}</tr>`,
    )
    .join("")}</table>`;

/** Blocks as a page that is read as these blocks. */
export const htmlOf = (blocks: readonly Block[]): string =>
  blocks
    .map((block) =>
      block.kind === "table"
        ? tableHtml(block)
        : block.kind === "heading"
          ? `<h${String(block.level)}>${escaped(block.text)}</h${String(block.level)}>`
          : `<p>${escaped(`${block.label}${block.text}`)}</p>`,
    )
    .join("\n");

/** Bounds of a range in ascending order: 扣3－1分 is 1 to 3. */
const inOrder = (shape: string): string =>
  shape.replaceAll(/"from":"([\d.]+)","to":"([\d.]+)"/gu, (whole, from: string, to: string) =>
    Number(from) <= Number(to) ? whole : `"from":"${to}","to":"${from}"`,
  );

/** A rule without the names that its fields have. */
export const shapeOf = (clause: ReadClause): string =>
  inOrder(
    JSON.stringify(
      clause.matches.flatMap(({ parts }) => parts),
      (key, value: unknown) => (key === "name" || key === "unit" ? undefined : value),
    ),
  );

const rulesOf = (clause: ReadClause): string => JSON.stringify(clause.matches.flatMap(({ parts }) => parts));

const isRead = ({ state }: ReadClause): boolean => state === "read" || state === "judged";

interface Standing {
  readonly name: string;
  readonly blocks: readonly Block[];
  readonly reading: Reading;
  readonly clauses: readonly ReadClause[];
}

let standing: readonly Standing[] | null = null;

/** The nine documents as they stand, with the clauses that are read. */
function nine(): readonly Standing[] {
  standing ??= documents.map((document) => {
    const { blocks } = read(document);
    const reading = readDocument({ html: htmlOf(blocks) });
    return { name: document.name, blocks: reading.blocks, reading, clauses: reading.clauses.filter(isRead) };
  });
  return standing;
}

/** The text of the cell or paragraph of a clause, replaced. */
function withText(blocks: readonly Block[], { at }: ReadClause, change: (text: string) => string): readonly Block[] {
  return blocks.map((block, index): Block => {
    if (index !== at.block) return block;
    if (block.kind !== "table") return { ...block, text: change(block.text) };
    return mapCell(block, at.row, at.column, (cell) => ({ ...cell, lines: change(cell.lines.join("\n")).split("\n") }));
  });
}

/** A table with the cell at a corner replaced; null takes it out. */
function mapCell(table: Table, row: number, column: number, change: (cell: Cell) => Cell | null): Table {
  const taken: boolean[][] = table.rows.map(() => []);
  return {
    ...table,
    rows: table.rows.map((cells, r) => {
      let c = 0;
      return cells.flatMap((cell) => {
        while (taken[r]?.[c] === true) c++;
        const here = c;
        for (let down = r; down < Math.min(table.rows.length, r + cell.rows); down++)
          for (let across = here; across < here + cell.columns; across++) (taken[down] as boolean[])[across] = true;
        c += cell.columns;
        if (r !== row || here !== column) return [cell];
        const changed = change(cell);
        return changed === null ? [] : [changed];
      });
    }),
  };
}

const FIGURE = /\d+(?:\.\d+)?/gu;

/** Restricting phrases: a clause that has one says something else than before. */
const restrictions = (
  "前3次不计 已扣分的不再扣 按50%计 责任人减半 首次不扣 每月最多计2次 每月限1次 同一问题只扣一次 超过部分减半 第二次起 限扣一次 整改到位的不扣 由考核组确定 连续两次以上 " +
  "重复的不计 上级另有规定的从其规定 不含试用期人员 仅限主要领导 累计3次以上 分管领导减半扣分 免予扣分 减轻处罚 加倍处罚 不足一年的按一年算 经批准的除外 情节轻微的除外 但主动报告的除外 " +
  "最多3次 最多扣0.1分 每季度最多扣1分 但不超过3次 除外 每月 每人 下半年起 仅限一次 不可抗力除外 其中一半由个人承担 满3次后 双倍计算"
).split(" ");

/** What is wrong with the mutation of a seed; null where nothing is. `kind` counts what was tried. */
export function mutationProblem(seed: number): { readonly kind: string; readonly problem: string | null } {
  const draw = drawing(seed);
  const all = nine();
  const document = all[draw(all.length)] as Standing;
  const pick = (): ReadClause => document.clauses[draw(document.clauses.length)] as ReadClause;
  const kind = (["figure", "figure", "phrase", "phrase", "swap", "merge"] as const)[draw(6)] ?? "figure";
  const clause = pick();
  switch (kind) {
    case "figure":
      return { kind, problem: figureProblem(document, clause, draw) };
    case "phrase":
      return { kind, problem: phraseProblem(document, clause, draw) };
    case "swap":
      return { kind, problem: movedProblem(document, swapped(document, clause, pick()), kind) };
    case "merge":
      return { kind, problem: movedProblem(document, merged(document, clause), kind) };
    default:
      return kind satisfies never;
  }
}

const bare = (text: string): string => text.normalize("NFKC").replaceAll(/\s/gu, "");

/** Clauses of a reading by their place in the document. */
const at = ({ at: { block, row, column } }: ReadClause): string => [block, row, column].join(":");

function figureProblem(document: Standing, clause: ReadClause, draw: (below: number) => number): string | null {
  const figures = [...clause.text.matchAll(FIGURE)];
  const figure = figures[draw(Math.max(1, figures.length))];
  if (figure === undefined) return null;
  const [old] = figure;
  const changed = old.includes(".") ? `${String(draw(9))}.${String(1 + draw(9))}` : String(1 + draw(97));
  if (changed === old) return null;
  const from = clause.offsets[figure.index] ?? 0;
  const to = (clause.offsets[figure.index + old.length - 1] ?? 0) + 1;
  const blocks = withText(document.blocks, clause, (text) => `${text.slice(0, from)}${changed}${text.slice(to)}`);
  const reading = readDocument({ html: htmlOf(blocks) });
  const text = bare(`${clause.text.slice(0, figure.index)}${changed}${clause.text.slice(figure.index + old.length)}`);
  const own = reading.clauses.find((each) => bare(each.text) === text && at(each) === at(clause));
  const before = shapeOf(clause);
  if (own !== undefined && isRead(own)) {
    const after = shapeOf(own);
    // A figure that is in no number of the rule is a part of a name, which then changes.
    const isKept = rulesOf(own) === rulesOf(clause);
    if (after === before ? isKept : !replacements(before, old, changed).has(after))
      return `${document.name}: ${old} → ${changed} in “${clause.text}”: ${before} became ${after}`;
  }
  return othersProblem(document, reading, new Set([at(clause)]));
}

/** All texts in which one or more of the numbers `old` of a rule are `changed`; numbers that are worked out from it move with it. */
function replacements(shape: string, old: string, changed: string): ReadonlySet<string> {
  const plain = (value: string) => String(Number(value));
  const found = new Set<string>();
  for (const [from, to] of [
    [plain(old), plain(changed)],
    [String(100 + Number(old)), String(100 + Number(changed))],
    [`-${plain(old)}`, `-${plain(changed)}`],
  ] as const) {
    const pieces = shape.split(`"${from}"`);
    const many = Math.min(pieces.length - 1, 6);
    for (let mask = 1; mask < 1 << many; mask++)
      found.add(
        inOrder(
          pieces.reduce((text, piece, index) =>
            index === 0 ? piece : `${text}"${index <= many && (mask & (1 << (index - 1))) !== 0 ? to : from}"${piece}`,
          ),
        ),
      );
  }
  return found;
}

/** Clauses elsewhere: each has the rule that it had, or is not read. */
function othersProblem(document: Standing, reading: Reading, touched: ReadonlySet<string>): string | null {
  for (const clause of document.clauses) {
    if (touched.has(at(clause))) continue;
    const now = reading.clauses.find((each) => at(each) === at(clause) && each.text === clause.text);
    if (now === undefined) continue;
    // A clause may follow one that was changed, or depend on the document as a whole.
    const isBound = clause.matches.some(({ pattern }) => DEPENDENT.has(pattern));
    if (isRead(now) && !isBound && shapeOf(now) !== shapeOf(clause))
      return `${document.name}: “${clause.text}” became ${shapeOf(now)}`;
  }
  return null;
}

/** Patterns whose rule depends on clauses before. */
const DEPENDENT: ReadonlySet<string> = new Set([
  "doubling",
  "levels-inherited",
  "shares",
  "composition",
  "base-points",
  "consequence",
]);

/** Patterns whose rule has the points of the item. */
const WHOLE: ReadonlySet<string> = new Set(["judged-whole", "judged-levels", "judged-without-bound"]);

function phraseProblem(document: Standing, clause: ReadClause, draw: (below: number) => number): string | null {
  const phrase = restrictions[draw(restrictions.length)] ?? "";
  // Who decides changes nothing where an assessor decides.
  if (phrase === "由考核组确定" && clause.state === "judged") return null;
  const places = [0, ...[...clause.text.matchAll(/,/gu)].map(({ index }) => index + 1), clause.text.length];
  const place = places[draw(places.length)] ?? 0;
  const isEnd = place === clause.text.length;
  const inserted = isEnd ? (draw(2) === 0 ? `，${phrase}` : `（${phrase}）`) : draw(2) === 0 ? `${phrase}，` : phrase;
  const offset = clause.offsets[place] ?? 0;
  const blocks = withText(
    document.blocks,
    clause,
    (text) => `${text.slice(0, offset)}${inserted}${text.slice(offset)}`,
  );
  const reading = readDocument({ html: htmlOf(blocks) });
  const inside = reading.clauses.filter((each) => at(each) === at(clause));
  const original = document.reading.clauses.filter((each) => at(each) === at(clause));
  // Whatever is read as a whole must not be what was read before.
  const isWhole = inside.every((each) => isRead(each) || each.state === "not-a-rule");
  const rules = (list: readonly ReadClause[]) =>
    list
      .filter((each) => each.matches.length > 0)
      .map(rulesOf)
      .join("\n");
  if (
    isWhole &&
    original.every((each) => isRead(each) || each.state === "not-a-rule") &&
    rules(inside) === rules(original)
  )
    return `${document.name}: “${inserted}” is dropped from “${clause.text}” at ${String(place)}`;
  return othersProblem(document, reading, new Set([at(clause)]));
}

/** The cells or paragraphs of two clauses exchanged. */
function swapped(document: Standing, a: ReadClause, b: ReadClause): readonly Block[] | null {
  if (at(a) === at(b)) return null;
  const textOf = (clause: ReadClause): string => {
    let found = "";
    withText(document.blocks, clause, (text) => ((found = text), text));
    return found;
  };
  const [first, second] = [textOf(a), textOf(b)];
  return withText(
    withText(document.blocks, a, () => second),
    b,
    () => first,
  );
}

/** The cell of a clause takes the clauses of the cell below it, whose row has nothing left there. */
function merged(document: Standing, clause: ReadClause): readonly Block[] | null {
  const { block, row, column } = clause.at;
  const table = document.blocks[block];
  if (table?.kind !== "table") return null;
  let above: Cell | null = null;
  let below: Cell | null = null;
  mapCell(table, row, column, (cell) => (above = cell));
  const height = (above as Cell | null)?.rows ?? 1;
  mapCell(table, row + height, column, (cell) => (below = cell));
  const [upper, lower] = [above as Cell | null, below as Cell | null];
  if (upper === null || lower === null) return null;
  const without = mapCell(table, row + height, column, () => null);
  const whole = mapCell(without, row, column, (cell) => ({
    ...cell,
    rows: upper.rows + lower.rows,
    lines: [...cell.lines, ...lower.lines],
  }));
  return document.blocks.map((each, index) => (index === block ? whole : each));
}

/** After a move each clause that is read has the rule of its words; figures come from it and from its new item alone. */
function movedProblem(document: Standing, blocks: readonly Block[] | null, kind: string): string | null {
  if (blocks === null) return null;
  const reading = readDocument({ html: htmlOf(blocks) });
  for (const now of reading.clauses) {
    if (!isRead(now)) continue;
    const before = document.reading.clauses.filter(({ text }) => text === now.text);
    const [first] = before;
    if (first === undefined || before.some((each) => shapeOf(each) === shapeOf(now))) continue;
    const isBound = [now, first].some(
      (each) =>
        each.withRequirement ||
        each.matches.some(({ pattern }) => DEPENDENT.has(pattern) || WHOLE.has(pattern)) ||
        !isRead(each),
    );
    const item = reading.outline.sections[now.section]?.items[now.item];
    const own = new Set(
      [...`${now.text} ${item?.requirement ?? ""} ${item?.points ?? ""} 0 1 100`.matchAll(FIGURE)].map(([figure]) =>
        String(Number(figure)),
      ),
    );
    const figures = [...shapeOf(now).matchAll(/"(\d+(?:\.\d+)?)"/gu)].map(([, figure]) => String(Number(figure)));
    if (!isBound || figures.some((figure) => !own.has(figure)))
      return `${document.name}, ${kind}: “${now.text}” in ${item?.name ?? ""}: ${shapeOf(first)} became ${shapeOf(now)}`;
  }
  return null;
}
