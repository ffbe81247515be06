/** Messages of the screen for collecting files, in English. */
import type { CollectMessages } from "./collect-catalogue.js";

const counted = (pieces: readonly (readonly [number, string])[]): string =>
  pieces.flatMap(([count, text]) => (count === 0 ? [] : [text])).join(", ");

const plural = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? "" : "s"}`;

/** The English messages. */
export const collectEn: CollectMessages = {
  title: "Collect",
  about:
    "Merged cell by cell, by key and period: blanks delete nothing, equal figures change nothing. A revision is kept, and one step undoes it all.",
  addFiles: "Add files",
  dropHere: "Drop one file or dozens, or a folder: xlsx, csv, zip",
  replaceTable: "Replace the table…",
  reading: "Reading…",
  noRubric: "The rubric has errors, so files cannot be read yet.",
  board: "Departments",
  department: "Department",
  noDepartment: "No department",
  unrecognised: "Not recognised",
  points: (points) => `${points} ${points === "1" ? "point" : "points"}`,
  filled: "Filled / due",
  columns: (fields, lists) =>
    counted([
      [fields, plural(fields, "column")],
      [lists, plural(lists, "list")],
    ]),
  state: "State",
  complete: "Complete",
  nothingYet: "Nothing yet",
  missing: (count) => `${count} missing`,
  incoming: (fresh, changed, rows) =>
    counted([
      [fresh, `${fresh} new`],
      [changed, `${changed} changed`],
      [rows, plural(rows, "row")],
    ]),
  exportForm: "Export its form",
  copyMissing: "Copy what is missing",
  copied: "Copied",
  files: (count) => `${plural(count, "file")} to merge`,
  file: "File",
  takenAs: "From",
  fresh: "New",
  changed: "Changed",
  ledger: "Rows",
  open: "Open",
  sameFiles: (count) => `${plural(count, "file")} the same as the data`,
  states: { merged: "", same: "same as the data", refused: "not read", unreadable: "cannot be read" },
  recognised: {
    person: "as stated",
    mark: "mark of the form",
    title: "title",
    name: "file name",
    columns: "judged by its columns: please check",
  },
  questions: (count) => `To decide: ${count}`,
  questionsAbout: "Merging does not wait for these: they keep the present figure and stay open.",
  byRule: "All at once:",
  newest: "the newest file counts",
  owner: "the column's department counts",
  figure: (by, text, isPresent) => `${by === "" ? "" : `${by} `}${text}${isPresent ? " (present)" : ""}`,
  presentFigure: "present",
  notOwner: "another department answers for this column",
  differ: "files give different figures",
  allNames: (count) => `${plural(count, "name")} without a subject, all at once:`,
  addAll: "all are new",
  addNone: "leave all out",
  isIt: (written, near) => (near === "" ? `There is no “${written}”` : `Does “${written}” mean “${near}”?`),
  rowsAt: (file, rows) => `${file}, ${plural(rows, "row")}`,
  yes: "Yes",
  other: "Other…",
  addSubject: "New subject",
  noSubject: "Leave out",
  undo: "Undecide",
  saidKey: { is: (key) => `merged as “${key}”`, new: "a new subject", none: "left out" },
  otherPeriod: (key, period) => `Rows such as “${key}” are of ${period}, which the data does not have`,
  takePeriod: (period) => `Collect ${period}`,
  saidPeriod: (where, said, period) =>
    `${{ title: "The title", sheet: "The sheet's name", file: "The file's name" }[where]} says “${said}”, but ${period === null ? "it is not known which period its rows belong to" : `its rows would count in ${period}`}`,
  into: (period) => `Count in ${period}`,
  nearKeys: (key, near) => `“${key}” and “${near}” are nearly the same: are they one subject?`,
  twoSubjects: "Two subjects",
  cells: "Changed cells",
  cellsAbout: (fresh) => (fresh === 0 ? "" : `${plural(fresh, "blank cell")} filled in besides`),
  subject: "Subject",
  column: "Column",
  from: "From",
  newSubjects: (keys, count) => `New subjects, ${count}: ${keys}`,
  aside: "Set aside",
  asideAbout: "not merged",
  notes: "Found in the files",
  asideRow: (row, text) => `row ${row} ${text}`,
  keepRow: "It is a subject",
  unknownColumn: (column, filled) =>
    `The rubric has no column “${column}”${filled === 0 ? "" : `, ${plural(filled, "cell")} filled in`}`,
  more: (count) => `${count} more`,
  summary: ({ fresh, changed, rows, subjects }) =>
    counted([
      [fresh, `${fresh} new`],
      [changed, `${changed} changed`],
      [rows, `${plural(rows, "list row")} added`],
      [subjects, plural(subjects, "new subject")],
    ]) || "No change",
  keptOpen: (count) =>
    count === 0
      ? "A revision is kept; one step undoes it all"
      : `${count} open, keeping the present figures. A revision is kept; one step undoes it all`,
  merge: (count) => `Merge ${plural(count, "file")}`,
  discard: "Cancel",
  close: "Close",
  done: (count) => `${plural(count, "file")} merged`,
  undoMerge: "Undo this merge",
  undone: "Undone: the data is as it was before.",
  moreFiles: "Add more files",
  stillOpen: (count) => `${count} still open, with the present figures`,
};
