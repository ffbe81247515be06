/**
 * Relations of a query, each built on one before it: which columns each carries is settled last, so that none carries what nothing above
 * it reads.
 */

/** A column of a relation. */
export interface RelationColumn {
  readonly name: string;
  readonly text: string;
}

/** `NAME AS (SELECT …)`. */
export interface Relation {
  readonly name: string;
  /** The relation whose columns it carries on, named `t`; null: it carries none. */
  readonly base: string | null;
  /** Columns that are always there: keys, and the order of rows. */
  readonly keys: readonly string[];
  readonly columns: readonly RelationColumn[];
  /** What follows the columns: `FROM …`. */
  readonly rest: string;
}

/** Names that the package gives to columns. Texts of a rubric that look like one keep a column too many, never one too few. */
const NAMES = /[a-z]+\d+(?:_\d+)*/gu;

/** The texts of the relations, with the columns that `last`, the select behind them, needs. */
export function relationTexts(relations: readonly Relation[], last: string): readonly string[] {
  const needed = new Set(last.match(NAMES));
  const available = new Map<string, readonly string[]>();
  for (const { name, base, columns } of relations)
    available.set(name, [...(available.get(base ?? "") ?? []), ...columns.map((column) => column.name)]);
  const texts: string[] = [];
  for (const { name, base, keys, columns, rest } of [...relations].reverse()) {
    const own = columns.filter((column) => needed.has(column.name));
    for (const text of [rest, ...own.map((column) => column.text)])
      for (const each of text.match(NAMES) ?? []) needed.add(each);
    const carried = (available.get(base ?? "") ?? []).filter((column) => needed.has(column));
    const prefix = base === null ? "" : "t.";
    const select = [
      ...[...keys, ...carried].map((column) => `${prefix}${column}`),
      ...own.map((column) => `${column.text} AS ${column.name}`),
    ];
    texts.unshift(`${name} AS (\n  SELECT ${select.join(",\n    ")}\n  ${rest})`);
  }
  return texts;
}
