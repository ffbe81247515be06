/**
 * The cells for which files contain values, by outcome.
 */
import { ownEntry } from "@yardstick/language";
import type { CellId, CellOrigin, ChangedFigure, CollectAnswers, CollectedConflict, NewFigure } from "./collected.js";
import type { Figure, FigureColumn } from "./merge-figures.js";
import type { TableFacts } from "./settle-figures.js";
import { departmentsOf, settleFigures } from "./settle-figures.js";
import { foldWidth } from "./cell/written.js";
import { namesCell } from "./unused-answers.js";

/** A value as a person may type it. */
const plain = (text: string): string => foldWidth(text).trim();

/** Cells with values of files, by outcome. */
export class CellsCollected {
  readonly fresh: NewFigure[] = [];
  readonly changed: ChangedFigure[] = [];
  readonly conflicts: CollectedConflict[] = [];
  /** The number of values of each file that were already present. */
  readonly same = new Map<string, number>();
  /** The number of cells of new subjects that each file fills in. */
  readonly ofNew = new Map<string, number>();
  /** Names of the decisions that decide a cell. */
  readonly decided = new Set<string>();

  constructor(
    private readonly answers: CollectAnswers,
    private readonly facts: readonly TableFacts[],
  ) {}

  add({ fresh, changed, conflicts, same, decided }: CellsCollected): void {
    for (const name of decided) this.decided.add(name);
    this.fresh.push(...fresh);
    this.changed.push(...changed);
    this.conflicts.push(...conflicts);
    for (const [file, count] of same) this.same.set(file, (this.same.get(file) ?? 0) + count);
  }

  /** Counts a cell of a new subject, on which all files agree. */
  countNew(table: number): void {
    const file = this.facts[table]?.file ?? "";
    this.ofNew.set(file, (this.ofNew.get(file) ?? 0) + 1);
  }

  /** The value to write into a cell; null where the cell is not changed. */
  take(
    figures: readonly Figure[],
    id: CellId,
    owners: readonly string[],
    placeOf: (figure: Figure) => { readonly text: string; readonly origin: CellOrigin },
  ): Figure | null {
    const { facts, answers } = this;
    if (figures.length === 0) return null;
    const row = id.record === undefined ? [] : [`${id.record.list}#${id.record.id}`];
    const conflictId = [id.key, id.period ?? "", ...row, id.field].join("/");
    const chosen = (group: readonly Figure[]) => {
      const name = this.answerFor(conflictId, id);
      const wanted = name === null ? null : plain(ownEntry(answers.cells ?? {}, name) ?? "");
      if (name === null || !group.some((figure) => plain(placeOf(figure).text) === wanted)) return false;
      this.decided.add(name);
      return true;
    };
    const outcome = settleFigures(figures, { tables: facts, owners, rule: answers.rule, chosen });
    const isPresent = ({ table }: Figure) => facts[table]?.isPresent === true;
    if (outcome.kind === "same") return null;
    if (outcome.kind === "conflict") {
      const { groups, settled, why } = outcome;
      const named = groups.map((group) => ({
        text: placeOf(group[0] as Figure).text,
        origins: group.filter((figure) => !isPresent(figure)).map((figure) => placeOf(figure).origin),
        isPresent: group.some(isPresent),
        departments: departmentsOf(group, facts),
      }));
      this.conflicts.push({ ...id, id: conflictId, why, owners, figures: named, settled });
      const counts = settled === null ? undefined : groups[settled]?.[0];
      return counts === undefined || groups[settled ?? -1]?.some(isPresent) === true ? null : counts;
    }
    const [first] = outcome.figures;
    if (first === undefined) return null;
    const { text, origin } = placeOf(first);
    if (outcome.kind === "new") this.fresh.push({ ...id, text, origin });
    else {
      const before = figures.find(isPresent);
      this.changed.push({ ...id, before: before === undefined ? "" : placeOf(before).text, text, origin });
    }
    return first;
  }

  /** The name of the decision about a cell; null where there is none. */
  private answerFor(conflictId: string, id: CellId): string | null {
    const { cells = {} } = this.answers;
    if (ownEntry(cells, conflictId) !== undefined) return conflictId;
    return Object.keys(cells).find((name) => namesCell(name, id)) ?? null;
  }

  /** Counts the values that repeat the first value of their cell. */
  countRepeated(columns: readonly FigureColumn[]): void {
    for (const { repeated } of columns) repeated.forEach((count, table) => this.countSame(table, count));
  }

  private countSame(table: number, count: number): void {
    const of = this.facts[table];
    if (of === undefined || of.isPresent) return;
    this.same.set(of.file, (this.same.get(of.file) ?? 0) + count);
  }
}
