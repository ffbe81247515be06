/** Messages of the screens over the workbench, in English. */
import type { Lang } from "@yardstick/language";
import type { RevisionReason } from "../storage/records.js";
import type { Refusal } from "../store/screens.js";
import type { ScreenMessages } from "./screens-zh.js";

const reasons: Readonly<Record<RevisionReason, string>> = {
  edit: "kept while editing",
  import: "before an import",
  restore: "before an earlier version was restored",
  migration: "before a change of format",
};

const refusals: Readonly<Record<Refusal, string>> = {
  "not-saved":
    "The current project has not been saved, so nothing else was opened. Download it first; you can then continue without saving.",
  "not-readable": "The record of this project cannot be read; the current project is unchanged.",
  "link-too-large": "This shared link is too large and was not opened.",
  "link-damaged": "This shared link is incomplete or damaged. Ask for it again, or for an exported project file.",
  "link-unsupported": "This browser cannot open shared links. Ask for an exported project file.",
  "link-unloaded": "The shared link could not be loaded and was not opened. Check the connection and open it again.",
  "link-newer": "This shared link comes from a newer version of Yardstick and cannot be opened here.",
  "file-foreign": "This file is not a Yardstick project, a rubric or a table, and was not opened.",
  "file-newer": "This file comes from a newer version of Yardstick and cannot be opened here.",
  "file-empty": "The file is empty and was not opened.",
  "file-unloaded":
    "What reads files could not be loaded, so the file was not opened. Check the connection and open it again.",
};

const many = (count: number, one: string, more = `${one}s`) => `${count} ${count === 1 ? one : more}`;

export const screensEn: ScreenMessages = {
  close: "Close",
  cancel: "Cancel",
  project: "Project",

  projects: "Projects",
  current: "current",
  openProject: "Open",
  newProject: "New, or from an example",
  openFile: "Open a file",
  exportProject: "Export this project",
  exportAll: "Export everything",
  revisionsOf: "Versions",
  deleteNamed: (name) => `Delete “${name}”`,
  deleteAsk: (name) => `Delete “${name}” with all its versions?`,
  deleteCurrent: (next) => (next === null ? "A blank project will be opened. " : `“${next}” will be opened. `),
  deleteUndoHint: "It can be restored for 30 days. To keep a copy, export the project first.",
  confirmDelete: "Delete",
  exportFirst: "Export first",
  deleted: (name) => `“${name}” has been deleted.`,
  notDeleted: "Not deleted: the database on this computer could not be written. The project is unchanged.",
  openElsewhere: "Not deleted: this project is open in another window. Close it there first.",
  putBack: "Undo",
  undeleted: (name) => `“${name}” has been restored.`,
  notUndeleted: "Not restored: the database on this computer could not be written. Try again.",
  deletedCount: (count) => `Recently deleted (${count})`,
  deletedRule: (days, after) =>
    `Deleted projects are kept for ${days} days, and take up space on this computer until then; the first start after that removes them for good. The days are counted by the clock of this computer: setting it back removes nothing early. Where Yardstick was not opened for more than ${after} days, at least ${after} days remain, once.`,
  deletedOn: (when, days) => `deleted ${when} · ${many(days, "day")} left`,
  restoreDeleted: "Restore",
  restoreNamed: (name) => `Restore “${name}”`,
  eraseNamed: (name) => `Delete “${name}” for good`,
  eraseAsk: (name) => `Delete “${name}” with all its versions for good?`,
  eraseHint: "It cannot be restored after that.",
  erase: "Delete for good",
  erased: (name) => `“${name}” has been deleted for good.`,
  notErased: "Not deleted: the database on this computer could not be written. The project can still be restored.",
  goneElsewhere: "Nothing was changed: another window has restored this project or deleted it for good.",
  exportAllBut: (count) => `Export everything except ${count} deleted`,
  exportDeleted: "Export the deleted projects",
  deletedFile: "deleted",
  damaged: (count) =>
    `${many(count, "record")} cannot be read and ${count === 1 ? "has" : "have"} been left unchanged; the remaining content can be exported.`,
  exportDamaged: "Export remaining content",
  persistent: "The browser has agreed to keep the data stored here.",
  notPersistent:
    "The browser has not agreed to keep the data permanently and may clear it when disk space runs low. Export important projects.",
  updated: (when) => `saved ${when}`,
  allLocal: "Everything is computed on this computer; nothing is uploaded.",

  revisions: "Versions",
  noRevisions: "No versions yet. One is kept every two minutes of editing, and before each import or restore.",
  reason: (reason) => reasons[reason],
  compare: "Compare",
  restore: "Restore",
  restored: "Restored; the previous content is also among the versions.",
  notRestored: "Not restored: the current content has not been saved, or that version cannot be read.",
  comparedWith: (when) => `Version of ${when} (−) and current content (+)`,
  rubricSame: "The text of the rubric is identical.",
  tablesChanged: (name, cells) => `Table “${name}”: ${many(cells, "cell differs", "cells differ")}.`,
  tablesSame: "The data is identical.",
  linesAlike: (count) => `${many(count, "unchanged line")}`,

  shareTitle: "Shared link",
  shareAbout:
    "The link contains the whole rubric, compressed, in the address itself; nothing is uploaded. Anyone who opens it gets a separate copy.",
  shareWithData: "Include the data in the link",
  shareWithDataWhy: "Data often names organizations and people, so it is not included by default.",
  copyLink: "Copy link",
  copied: "Copied",
  linkLength: (length) => `${length.toLocaleString("en")} characters`,
  linkTooLong: (length, most) =>
    `Too large for a link: ${length.toLocaleString("en")} characters; the limit is ${most.toLocaleString("en")}. Export a project file instead.`,
  linkUnsupported: "This browser cannot create shared links. Export a project file instead.",
  notCopied: "Not copied: select the link above and press Ctrl+C.",
  exportInstead: "Download the project file",
  missingBetweenWindows:
    "This browser cannot coordinate several windows: open a project in one window only, and export it often.",
  linkOfFile:
    "This page was opened from a file: the link works only on computers that have the same file in the same location.",

  developer: "For developers",
  developerOpen: "JSON and code to embed",
  developerTabs: {
    tree: "Tree",
    program: "Program",
    result: "Result",
    "code-program": "In a program",
    "code-page": "In a page",
    "code-command": "Command line",
  },
  developerAbout: {
    tree: "The syntax tree of the text; each node has its position in the text.",
    program: "The checked program: names, types and units are resolved, and scoring uses nothing else.",
    result: "The same as yardstick score --format json.",
    "code-program":
      "The npm package yardstick; no I/O, runs in the browser and in Node. Three rows of each table; replace them with your data.",
    "code-page":
      "First copy the built folder elements to your web server. Three rows of each table; replace them with your data.",
    "code-command": "“Export this project” writes this file.",
  },
  notScored: "The rubric has errors, so there is nothing to show yet. Correct them first.",
  copyText: "Copy",
  shownInPart: (shown, whole) =>
    `The first ${shown.toLocaleString("en")} of ${whole.toLocaleString("en")} characters are shown; copies and downloads are complete.`,

  received: "Received",
  receivedAbout: "It opens as a new project: nothing is overwritten, and nothing but scoring is run.",
  receivedDamaged: (count) =>
    `${many(count, "more project")} cannot be read and ${count === 1 ? "is" : "are"} not listed.`,
  receivedNone: "The file contains no project that can be opened.",
  receivedFacts: (lines, rows) =>
    rows === 0
      ? `${many(lines, "line")} of rubric, no data`
      : `${many(lines, "line")} of rubric, ${many(rows, "row")} of data`,
  openAsNew: "Open as a new project",

  repaired: "The project record was repaired",
  repairedAbout:
    "Some fields of this project’s record could not be read and were repaired. No content was lost, and the project can be saved as usual.",
  repairs: (paths) =>
    `Repaired: ${paths.slice(0, 6).join(", ")}${paths.length > 6 ? ` and ${paths.length - 6} more` : ""}.`,
  refused: "Not opened",
  refusal: (why) => refusals[why],
  continueUnsaved: "Continue without saving",

  start: "Start",
  tagline: "Appraisal rules that compute",
  openFileWhat: ".rubric, exported project, Excel or CSV",
  blank: "Blank rubric",
  blankWhat: "start with a title",
  blankTitle: "New appraisal",
  whereToStart: "Where to start?",
  allUndoable: "Three ways to the same workbench; each step can be undone.",
  localOnly: "Everything stays on this computer; nothing is uploaded",
  readDocument: "Read a document",
  readDocumentWhy: "You have a scheme in Word, WPS or Excel",
  dropHere: "Drop the file here",
  chooseOne: "Choose a file",
  readableFiles: ".docx  .xlsx  .html  .txt, or a pasted table",
  chooseFile: "Choose a file",
  paste: "Paste",
  pasteKeys: "The browser does not give the clipboard: press Ctrl+V.",
  doorOriginal: "Document",
  doorRule: "Rule read from it",
  doorStates: {
    read: { letter: "", name: "Read" },
    asks: { letter: "?", name: "Open question" },
    judged: { letter: "", name: "For judgement" },
    "not-read": { letter: "×", name: "Not read" },
  },
  doorClauses: [
    { state: "read", sign: "-", original: "_0.5 points_ off per late report", rule: "per _late report_ deduct _0.5_" },
    { state: "read", sign: "+", original: "Add _1 point_ for each award", rule: "per _award_ add _1_ point" },
    { state: "asks", sign: "", original: "Sales of _20–30_: _6 points_", rule: "Exactly 30: which band?" },
    { state: "judged", sign: "judged", original: "Up to _2 points_ off at discretion", rule: "judged, _0–2_ points" },
    { state: "not-read", sign: "", original: "Grants are scored by annex _2_", rule: "kept as it stands, open" },
  ],
  doorPromise:
    "Checked clause by clause before anything is created. What is ambiguous asks, what is not read is listed.",
  examples: "Examples",
  examplesWhy: "Rules, data and results: scored as soon as it opens",
  otherExamples: (count) => `${count} examples in Chinese`,
  allProjects: (count) => `All ${count}`,
  otherFiles: "Open a project or data file",
  openClauses: (count) => `${count} open`,
  subjectsOf: (count, subject) => (count === 0 ? "no data yet" : `${count} × ${subject}`),
  backToWork: "To the project",
  recent: "Your projects",
  loading: "Opening…",

  importTitle: "Import data",
  importAbout: "Check first, then replace. The current data is kept as a version, and you can undo the import.",
  sheet: "Sheet",
  encoding: "Encoding",
  detected: "detected",
  doubtful: "The encoding is uncertain: choose another one if the text below looks wrong.",
  column: "Column",
  field: "Field of the rubric",
  firstCells: "First cells",
  unknownColumn: "not in the rubric; kept",
  missingColumns: (names, more) => `Missing columns: ${names}${more > 0 ? `, and ${more} more` : ""}`,
  replaceTable: (name, before, after) => `“${name}”: ${many(before, "row")} replaced by ${after}`,
  rowKinds: {
    total: "a total row",
    mean: "a row of means",
    extreme: "a row of highest or lowest values",
    reference: "a row of full marks, weights or the like",
    count: "a count",
    remark: "a remark",
    share: "a part of another row",
    numbering: "a row of column numbers",
  },
  rowAside: (kind) => `${kind}, neither scored nor ranked`,
  rowDoubted: (kind) => `perhaps ${kind}, to be confirmed`,
  rowAgrees: (kind) => `values match ${kind}; imported as a subject`,
  isKept: "treated as a subject",
  isLeft: "not a subject",
  undoRowChoice: "Undo",
  replace: "Replace",
  noTables: "The file contains no table.",
  intoTable: "Import into",
  noRubricYet: "The rubric has errors, so its columns are not known yet; correct them first.",

  exportTitle: "Export and entry forms",
  paper: "Document",
  paperWhy:
    "Laid out as such documents are: title, tables of points, items and clauses, vetoes and use of results. It can be edited in Word or WPS, and read by Yardstick again.",
  paperAs: (format: "docx" | "html", lang: Lang) =>
    `${format === "docx" ? "Word document" : "Web page"} in ${lang === "zh" ? "Chinese" : "English"}`,
  paperFailed: "Not exported: the text of the rubric has syntax errors. Correct them first.",
  dataFiles: "Data",
  tableAsCsv: (name) => `“${name}” as CSV`,
  allAsXlsx: "All tables as Excel",
  entryForms: "Entry forms",
  entryFormsWhy:
    "Excel sheets with column names, drop-down lists and ranges; once filled in, they can be imported directly.",
  formWhole: "Whole",
  formOf: (assessor) => `For ${assessor}`,
  results: "Results",
  resultsAsXlsx: "Ranking and score sheets as Excel",

  sampleDataTitle: "Generate sample data from the data block",
  sampleDataWhy:
    "Plausible values by the type and range of each column replace the existing tables; these are kept as a version, and you can undo the change.",

  sampleCount: "Subjects",
  sampleSeed: "Seed",
  sampleMake: "Generate and replace",

  printTitle: { notice: "Ranking notice", sheet: "Score sheet" },
  withSheets: "With all score sheets",
  print: "Print",
  saveHtml: "Save as HTML",
  noPrintPage: "There is no result to print yet.",
};
