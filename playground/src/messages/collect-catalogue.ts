/** The messages that the screen for collecting files needs, as types. */
import type { CollectedFile } from "@yardstick/tables";

/** What a merge does, in numbers. */
export interface MergeCounts {
  readonly fresh: number;
  readonly changed: number;
  readonly rows: number;
  readonly subjects: number;
}

/** The messages in one language. */
export interface CollectMessages {
  readonly title: string;
  readonly about: string;
  readonly addFiles: string;
  readonly dropHere: string;
  readonly replaceTable: string;
  readonly reading: string;
  readonly noRubric: string;
  readonly board: string;
  readonly department: string;
  readonly noDepartment: string;
  readonly unrecognised: string;
  readonly points: (points: string) => string;
  readonly filled: string;
  readonly columns: (fields: number, lists: number) => string;
  readonly state: string;
  readonly complete: string;
  readonly nothingExpected: string;
  readonly nothingYet: string;
  readonly missing: (count: number) => string;
  readonly incoming: (fresh: number, changed: number, rows: number) => string;
  readonly exportForm: string;
  readonly exportForms: string;
  readonly exportMissing: string;
  readonly copyMissing: string;
  readonly copied: string;
  readonly pointsHead: string;
  readonly columnsHead: string;
  readonly sent: string;
  readonly lastFile: string;
  readonly noFile: string;
  readonly conflicts: (count: number) => string;
  readonly rulerAbout: string;
  readonly rulerUnit: string;
  /** Before the sum of points. */
  readonly rulerState: Readonly<Record<"ok" | "in" | "miss" | "none", string>>;
  readonly files: (count: number) => string;
  readonly file: string;
  readonly takenAs: string;
  readonly fresh: string;
  readonly changed: string;
  readonly ledger: string;
  readonly open: string;
  readonly sameFiles: (count: number) => string;
  readonly states: Readonly<Record<CollectedFile["state"], string>>;
  readonly recognised: Readonly<Record<NonNullable<CollectedFile["recognised"]>, string>>;
  readonly questions: (count: number) => string;
  readonly questionsAbout: string;
  /** Why nothing can be merged: all that differs is undecided, or there is nothing new. */
  readonly decideFirst: string;
  readonly nothingToMerge: string;
  readonly byRule: string;
  readonly newest: string;
  readonly owner: string;
  readonly figure: (by: string, text: string, isPresent: boolean) => string;
  readonly presentFigure: string;
  readonly notOwner: string;
  readonly differ: string;
  readonly allNames: (count: number) => string;
  readonly addAll: string;
  readonly addNone: string;
  readonly isIt: (written: string, near: string) => string;
  readonly rowsAt: (file: string, rows: number) => string;
  readonly yes: string;
  readonly other: string;
  readonly addSubject: string;
  readonly noSubject: string;
  readonly undo: string;
  readonly saidKey: { readonly is: (key: string) => string; readonly new: string; readonly none: string };
  readonly otherPeriod: (key: string, period: string) => string;
  readonly takePeriod: (period: string) => string;
  readonly saidPeriod: (where: "title" | "sheet" | "file", said: string, period: string | null) => string;
  readonly into: (period: string) => string;
  readonly nearKeys: (key: string, near: string) => string;
  readonly twoSubjects: string;
  readonly cells: string;
  readonly cellsAbout: string;
  readonly moreRows: (count: number) => string;
  readonly moreColumns: (count: number) => string;
  /** Changed cells of list rows. */
  readonly recordCells: string;
  readonly subject: string;
  readonly newSubjects: (keys: string, count: number) => string;
  readonly aside: string;
  readonly asideAbout: string;
  readonly notes: string;
  readonly asideRow: (row: number, text: string) => string;
  readonly keepRow: string;
  readonly unknownColumn: (column: string, filled: number) => string;
  readonly unusedAnswer: (name: string) => string;
  readonly more: (count: number) => string;
  readonly summary: (counts: MergeCounts) => string;
  readonly keptOpen: (count: number) => string;
  readonly merge: (count: number) => string;
  readonly discard: string;
  readonly close: string;
  readonly done: (count: number) => string;
  readonly undoMerge: string;
  readonly undone: string;
  readonly moreFiles: string;
  readonly stillOpen: (count: number) => string;
}
