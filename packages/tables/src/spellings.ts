/**
 * One spelling for each text of a column: 第１组 and 第 1 组 become the 第1组 that came first, or that the rubric names, so that groups,
 * comparisons and earlier periods meet. Keys and periods are spelt alike in all tables; a column that the rubric does not compare stays as it is. Whatever was respelt is
 * noted.
 */
import type { Cell, HistoryRow } from "@yardstick/engine";
import { foldName, foldPeriod, plainPeriod } from "@yardstick/engine";
import type { Field, Program } from "@yardstick/language/program";

/** Longer texts are sentences, which nothing compares. */
const MAX_LENGTH = 60;

/** Spellings by what they fold to. */
export class Spellings {
  private readonly first = new Map<string, string>();
  private readonly others = new Map<string, Set<string>>();

  constructor(
    private readonly fold: (text: string) => string,
    preferred: Iterable<string> = [],
  ) {
    for (const text of preferred) this.of(text);
  }

  /** The spelling that the text has from now on. */
  of(text: string): string {
    if (text.length > MAX_LENGTH) return text;
    const folded = this.fold(text);
    const first = this.first.get(folded);
    if (first === undefined) {
      this.first.set(folded, text);
      return text;
    }
    if (first !== text) this.others.set(first, (this.others.get(first) ?? new Set()).add(text));
    return first;
  }

  /** Each spelling with those that were read as it. */
  get respelt(): readonly (readonly string[])[] {
    return [...this.others].map(([first, others]) => [first, ...others]);
  }
}

/** What the rubric compares, groups or looks up by: only such columns are respelt. */
interface Compared {
  readonly fields: ReadonlySet<number>;
  /** `list/column` */
  readonly columns: ReadonlySet<string>;
  /** Texts that it compares with. */
  readonly literals: readonly string[];
}

const compared = new WeakMap<Program, Compared>();

function comparedIn(program: Program): Compared {
  const before = compared.get(program);
  if (before !== undefined) return before;
  const fields = new Set(program.uses.map(({ by }) => by));
  const columns = new Set<string>();
  const literals = new Set<string>();
  JSON.stringify(program, (name, value: unknown) => {
    if (name === "within" && typeof value === "number") fields.add(value);
    if (typeof value !== "object" || value === null) return value;
    const node = value as Partial<Record<"kind" | "value" | "field" | "list" | "column", unknown>>;
    if (node.kind === "text" && typeof node.value === "string") literals.add(node.value);
    if (node.kind === "field" && typeof node.field === "number") fields.add(node.field);
    if (node.kind === "row-field") columns.add(`${String(node.list)}/${String(node.column)}`);
    return value;
  });
  const found = { fields, columns, literals: [...literals] };
  compared.set(program, found);
  return found;
}

/** A column whose texts were respelt. */
export interface Respelt {
  readonly table: string;
  readonly column: string;
  /** The spelling that stands, then those that were read as it. */
  readonly spellings: readonly string[];
}

interface Named {
  readonly table: string;
  readonly fields: readonly Field[];
  readonly columns: readonly (readonly Cell[])[];
}

/** Gives the texts of the tables' columns and of the history one spelling each. */
export class Respelling {
  private readonly keys: Spellings;
  private readonly periods: Spellings;
  readonly respelt: Respelt[] = [];

  constructor(private readonly program: Program) {
    this.keys = new Spellings(foldName);
    this.periods = new Spellings(foldPeriod);
  }

  subjects({ table, fields, columns }: Named): readonly (readonly Cell[])[] {
    const { key, period } = this.program;
    return columns.map((cells, index) => {
      const field = fields[index];
      if (index === key) return this.column(cells, this.keys, table, field);
      if (index === period) return this.column(cells, this.periods, table, field);
      return comparedIn(this.program).fields.has(index) ? this.texts(cells, table, field) : cells;
    });
  }

  list(list: number, { table, fields, columns }: Named): readonly (readonly Cell[])[] {
    const read = comparedIn(this.program).columns;
    return columns.map((cells, index) =>
      read.has(`${list}/${index}`) ? this.texts(cells, table, fields[index]) : cells,
    );
  }

  /** Earlier results under the keys and periods of the subjects. */
  history(rows: readonly HistoryRow[]): readonly HistoryRow[] {
    return rows.map((row) => {
      const key = this.keys.of(row.key);
      const period = this.periods.of(plainPeriod(row.period));
      return key === row.key && period === row.period ? row : { ...row, key, period };
    });
  }

  private texts(cells: readonly Cell[], table: string, field: Field | undefined): readonly Cell[] {
    if (field?.type.kind !== "text") return cells;
    return this.column(cells, new Spellings(foldName, comparedIn(this.program).literals), table, field);
  }

  private column(
    cells: readonly Cell[],
    spellings: Spellings,
    table: string,
    field: Field | undefined,
  ): readonly Cell[] {
    const made = cells.map((cell) => (typeof cell === "string" ? spellings.of(cell) : cell));
    const { respelt } = spellings;
    for (const each of respelt) this.respelt.push({ table, column: field?.name ?? "", spellings: each });
    return respelt.length === 0 ? cells : made;
  }
}
