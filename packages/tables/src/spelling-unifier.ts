/**
 * Unifies spelling variants of the texts of a column: 第１组 and 第 1 组 become 第1组, the first variant or the one that the rubric names,
 * so that groups, comparisons and earlier periods match. Keys and periods are unified across all tables; columns that the rubric does
 * not compare are unchanged. Each unified spelling is reported.
 */
import type { Cell, HistoryRow } from "@yardstick/engine";
import { arrayOfCodedCells, codedCellsOf, foldName, foldPeriod, plainPeriod } from "@yardstick/engine";
import type { Field, Program } from "@yardstick/language/program";

/** Longer texts are prose, which is not compared. */
const MAX_LENGTH = 60;

/** The first spelling of each folded text. `preferred` spellings take precedence. */
export class CanonicalSpellings {
  private readonly first = new Map<string, string>();
  private readonly others = new Map<string, Set<string>>();

  constructor(
    private readonly fold: (text: string) => string,
    preferred: Iterable<string> = [],
  ) {
    for (const text of preferred) this.of(text);
  }

  /** The spelling to use for a text. */
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

  /** Each spelling that replaced others, followed by those. */
  get unified(): readonly (readonly string[])[] {
    return [...this.others].map(([first, others]) => [first, ...others]);
  }
}

/** The columns that the rubric compares, groups by or looks up: only these are unified. */
interface Compared {
  readonly fields: ReadonlySet<number>;
  /** `list/column` */
  readonly columns: ReadonlySet<string>;
  /** Texts of the rubric that columns are compared with. */
  readonly literals: readonly string[];
}

const compared = new WeakMap<Program, Compared>();

/** What a rubric compares; computed once for a program. */
export function comparedIn(program: Program): Compared {
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

/** A spelling of a column that replaced others. */
export interface UnifiedSpelling {
  readonly table: string;
  readonly column: string;
  /** The spelling used, then those that were replaced by it. */
  readonly spellings: readonly string[];
}

interface Named {
  readonly table: string;
  readonly fields: readonly Field[];
  readonly columns: readonly (readonly Cell[])[];
}

/** The cells with the spelling that is used for each; of a coded column each different cell is looked at once, in the order of the rows. */
function respelt(cells: readonly Cell[], spellings: CanonicalSpellings): readonly Cell[] {
  const spelt = (cell: Cell): Cell => (typeof cell === "string" ? spellings.of(cell) : cell);
  const coded = codedCellsOf(cells);
  if (coded === null) return cells.map(spelt);
  const { codes } = coded;
  const seen = new Uint8Array(coded.cells.length);
  const made = [...coded.cells];
  for (let row = 0; row < codes.length; row += 1) {
    const code = codes[row] ?? 0;
    if (seen[code] === 1) continue;
    seen[code] = 1;
    made[code] = spelt(made[code] ?? null);
  }
  return arrayOfCodedCells({ codes, cells: made });
}

/** Unifies the texts of the subject table, of the lists and of the history. */
export class SpellingUnifier {
  private readonly keys: CanonicalSpellings;
  private readonly periods: CanonicalSpellings;
  readonly unified: UnifiedSpelling[] = [];
  /** Keys whose spelling is not yet known to `keys`. */
  private ownKeys: readonly Cell[] = [];

  constructor(private readonly program: Program) {
    this.keys = new CanonicalSpellings(foldName);
    this.periods = new CanonicalSpellings(foldPeriod);
  }

  /** The columns of the subject table with unified texts. */
  subjects({ table, fields, columns }: Named): readonly (readonly Cell[])[] {
    const { key, period } = this.program;
    return columns.map((cells, index) => {
      const field = fields[index];
      if (index === key && period === null) {
        // Each key is there once, however it is spelt; only a history can spell it otherwise.
        this.ownKeys = cells;
        return cells;
      }
      if (index === key) return this.column(cells, this.keys, table, field);
      if (index === period) return this.column(cells, this.periods, table, field);
      return comparedIn(this.program).fields.has(index) ? this.texts(cells, table, field) : cells;
    });
  }

  /** The columns of a list with unified texts. */
  list(list: number, { table, fields, columns }: Named): readonly (readonly Cell[])[] {
    const read = comparedIn(this.program).columns;
    return columns.map((cells, index) =>
      read.has(`${list}/${index}`) ? this.texts(cells, table, fields[index]) : cells,
    );
  }

  /** Earlier results under the spellings of keys and periods in the subject table. */
  history(rows: readonly HistoryRow[]): readonly HistoryRow[] {
    if (rows.length > 0) respelt(this.ownKeys, this.keys);
    return rows.map((row) => {
      const key = this.keys.of(row.key);
      const period = this.periods.of(plainPeriod(row.period));
      return key === row.key && period === row.period ? row : { ...row, key, period };
    });
  }

  private texts(cells: readonly Cell[], table: string, field: Field | undefined): readonly Cell[] {
    if (field?.type.kind !== "text") return cells;
    return this.column(cells, new CanonicalSpellings(foldName, comparedIn(this.program).literals), table, field);
  }

  private column(
    cells: readonly Cell[],
    spellings: CanonicalSpellings,
    table: string,
    field: Field | undefined,
  ): readonly Cell[] {
    const made = respelt(cells, spellings);
    const { unified } = spellings;
    for (const each of unified) this.unified.push({ table, column: field?.name ?? "", spellings: each });
    return unified.length === 0 ? cells : made;
  }
}
