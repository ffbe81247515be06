/** Messages of the screens over the workbench, in English. */
import type { RevisionReason } from "../storage/records.js";
import type { Refusal } from "../store/screens.js";
import type { screensZh } from "./screens-zh.js";

const reasons: Readonly<Record<RevisionReason, string>> = {
  edit: "kept while editing",
  import: "before an import",
  restore: "before an earlier version was restored",
  migration: "before a change of format",
};

const refusals: Readonly<Record<Refusal, string>> = {
  "not-saved":
    "The project on the screen is not saved yet, so nothing else was opened. Download it first; after that you can go on without saving.",
  "not-readable": "The record of this project cannot be read; the project on the screen is unchanged.",
  "link-too-large": "This shared link is too large and was not opened.",
  "link-damaged": "This shared link is incomplete or damaged. Ask for it again, or for an exported project file.",
  "link-unsupported": "This browser cannot open shared links. Ask for an exported project file.",
  "link-newer": "This shared link comes from a newer Yardstick and cannot be opened here.",
  "file-foreign": "This is neither a Yardstick project nor a rubric nor a table, and was not opened.",
  "file-newer": "This file comes from a newer Yardstick and cannot be opened here.",
  "file-empty": "The file is empty and was not opened.",
};

const many = (count: number, one: string, more = `${one}s`) => `${count} ${count === 1 ? one : more}`;

export const screensEn: typeof screensZh = {
  close: "Close",
  cancel: "Cancel",
  project: "Project",
  projectMenu: (name) => `Project: ${name}`,
  files: "Rubrics of this project",

  projects: "Projects",
  here: "open now",
  openProject: "Open",
  newProject: "New, or from an example",
  openFile: "Open a file",
  exportProject: "Export this project",
  exportAll: "Export everything",
  revisionsOf: "Versions",
  deleteNamed: (name) => `Delete “${name}”`,
  deleteAsk: (name) => `Delete “${name}” and all its versions?`,
  deleteHere: (next) => (next === null ? "A blank project takes its place. " : `“${next}” takes its place. `),
  deleteWhat: "It can be undone until this dialog is closed, and not after. Export it first to keep a copy.",
  deleteIt: "Delete",
  exportFirst: "Export first",
  deleted: (name) => `“${name}” is deleted.`,
  notDeleted: "Not deleted: the database on this machine could not be written. The project is still there.",
  openElsewhere: "Not deleted: this project is open in another window. Close it there first.",
  putBack: "Undo",
  broughtBack: (name) => `“${name}” is back.`,
  notBroughtBack: "Not brought back: the database on this machine could not be written. Try again.",
  damaged: (count) =>
    `${many(count, "record")} cannot be read and were left alone; what is left of them can be exported.`,
  exportDamaged: "Export what is left",
  persistent: "The browser has agreed to keep what is stored here.",
  notPersistent:
    "The browser has not agreed to keep this for good: it may clear it when the disk is full. Export what matters.",
  updated: (when) => `saved ${when}`,
  allLocal: "Everything happens on this computer; nothing is sent anywhere.",

  revisions: "Versions",
  noRevisions: "No versions yet. One is kept every two minutes of editing, and before each import or restore.",
  reason: (reason) => reasons[reason],
  compare: "Compare",
  restore: "Restore",
  restored: "Restored; what stood before is among the versions too.",
  notRestored: "Not restored: the work on the screen is not saved, or that version cannot be read.",
  comparedWith: (when) => `The version of ${when} (−) and now (+)`,
  rubricSame: "The rubric's text is the same.",
  tablesChanged: (name, cells) => `Table “${name}”: ${many(cells, "cell")} differ.`,
  tablesSame: "The data is the same.",
  linesAlike: (count) => `${many(count, "line")} alike`,

  share: "Share",
  shareTitle: "Shared link",
  shareAbout:
    "The link itself holds the whole rubric, compressed, in the address; nothing is uploaded. Everyone who opens it gets a copy of their own.",
  shareWithData: "Put the data in the link too",
  shareWithDataWhy: "Data often names offices and people; it is left out unless you say so.",
  copyLink: "Copy link",
  copied: "Copied",
  linkLength: (length) => `${length.toLocaleString("en")} characters`,
  linkTooLong: (length, most) =>
    `Too much for a link: ${length.toLocaleString("en")} characters of at most ${most.toLocaleString("en")}. Export a project file instead.`,
  linkUnsupported: "This browser cannot make shared links. Export a project file instead.",
  notCopied: "Not copied: select the link above and press Ctrl+C.",
  exportInstead: "Download the project file",
  missingBetweenWindows:
    "This browser cannot coordinate several windows: open a project in one window only, and export it often.",
  linkOfFile: "This page was opened from a file: the link works only where the same file lies in the same place.",

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
    tree: "The syntax tree of the text; each node has the place it stands at.",
    program: "What the checker made of it: names, types and units are settled, and scoring reads nothing else.",
    result: "The same as yardstick score --format json.",
    "code-program":
      "The npm package yardstick; no I/O, in the browser as in Node. Three rows of each table; put your own in their place.",
    "code-page":
      "Put the built folder elements on your web server first. Three rows of each table; put your own in their place.",
    "code-command": "“Export this project” gives the file.",
  },
  notScored: "The rubric has errors, so there is nothing to see yet. Mend them first.",
  copyText: "Copy",
  shownInPart: (shown, whole) =>
    `The first ${shown.toLocaleString("en")} of ${whole.toLocaleString("en")} characters are shown; copying and downloading take all.`,

  received: "Received",
  receivedAbout: "It opens as a new project: nothing you have is overwritten, and nothing but scoring is run.",
  receivedDamaged: (count) => `${many(count, "project")} more cannot be read and are not listed.`,
  receivedNone: "There is no project in the file that can be opened.",
  receivedFacts: (lines, rows) =>
    rows === 0
      ? `${many(lines, "line")} of rubric, no data`
      : `${many(lines, "line")} of rubric, ${many(rows, "row")} of data`,
  openAsNew: "Open as a new project",

  repaired: "The record was repaired",
  repairedAbout:
    "Fields of this project’s record could not be read. Nothing that was written is lost, and the project can be saved.",
  repairs: (paths) =>
    `Repaired: ${paths.slice(0, 6).join(", ")}${paths.length > 6 ? ` and ${paths.length - 6} more` : ""}.`,
  refused: "Not opened",
  refusal: (why) => refusals[why],
  goOn: "Go on without saving",

  start: "Start",
  tagline: "Appraisal rules that compute",
  fromScheme: "Start from an example",
  fromSchemeWhy: "with rules, data and results, scored as soon as it opens",
  material: "What you have",
  openFileWhat: ".rubric, exported project, Excel or CSV",
  blank: "Blank rubric",
  blankWhat: "begin with a line of text",
  blankTitle: "New appraisal",
  pasteTable: "Paste a table",
  pasteTableWhat: "Copy the rules in Word or Excel and paste them on this page; files may be dropped here, too",
  dropNow: "Let go to open",
  backToWork: "Back to the project",
  recent: "Your projects",
  loading: "Opening…",

  importData: "Import",
  importTitle: "Import data",
  importAbout: "Look first, then replace. What stands now is kept as a version, and undo brings it back.",
  sheet: "Sheet",
  encoding: "Encoding",
  judged: "judged",
  doubtful: "The encoding is not certain: choose another if the text below looks wrong.",
  column: "Column",
  field: "Field of the rubric",
  firstCells: "First cells",
  unknownColumn: "not in the rubric; kept all the same",
  missingColumns: (names, more) => `Missing columns: ${names}${more > 0 ? `, and ${more} more` : ""}`,
  replaceTable: (name, before, after) => `“${name}”: ${many(before, "row")} become ${after}`,
  rowsAside: "Rows kept aside",
  rowKinds: {
    total: "a total row",
    mean: "a row of means",
    extreme: "a row of highest or lowest values",
    reference: "a row of full marks, weights or the like",
    count: "a count",
    remark: "a remark",
    share: "a part of another row",
  },
  rowAside: (kind) => `${kind}, neither scored nor ranked`,
  rowDoubted: (kind) => `perhaps ${kind}, to be confirmed`,
  rowAgrees: (kind) => `figures like ${kind}, imported as a subject`,
  keepRow: "Score it as a subject",
  leaveRow: "It is no subject",
  isKept: "scored as a subject",
  isLeft: "no subject",
  undoRowChoice: "Take back",
  replace: "Replace",
  noTables: "No table was found in the file.",
  intoTable: "Import into",
  noRubricYet: "The rubric has errors, so its columns are not known yet; mend it first.",

  exportData: "Export",
  exportTitle: "Export and entry forms",
  dataFiles: "Data",
  tableAsCsv: (name) => `“${name}” as CSV`,
  allAsXlsx: "All tables as Excel",
  entryForms: "Entry forms",
  entryFormsWhy: "Excel sheets with the right columns, drop-downs and ranges; filled in, they import as they are.",
  formWhole: "Whole",
  formOf: (assessor) => `Part of ${assessor}`,
  results: "Results",
  resultsAsXlsx: "Ranking and score sheets as Excel",

  addRow: "Add a row",
  removeRow: "Delete the current row",
  sampleData: "Sample data",
  sampleDataTitle: "Make sample data from the data block",
  sampleDataWhy:
    "Believable values by the type and range of each column, in place of the tables there are; those are kept as a version, and undo brings them back.",

  sampleCount: "Subjects",
  sampleSeed: "Seed",
  sampleMake: "Make and replace",

  notice: "Notice",
  printSheet: "Print",
  printTitle: { notice: "Ranking notice", sheet: "Score sheet" },
  withSheets: "With everybody's score sheet",
  print: "Print",
  saveHtml: "Save as a page",
  noPrintPage: "There is no result to print yet.",

  distribution: "Distribution",
  distributionOf: (name) => `Distribution of ${name}`,
  distributionCount: (count) => String(count),
  median: "Median",
  mean: "Mean",
  spread: "Lowest to highest",
  scoreFrom: (from, to) => `${from} to ${to}`,
  bySection: "By section",
  held: "Points held",
  noScores: "No subject has a score yet, so there is nothing to show.",
  provisionalWhy: "Places and outcomes are provisional until then",
  sectionsOf: (name) => `${name}: points by section`,

  toContrast: "Use high contrast",
  newerNotice: "A newer Yardstick uses the database on this machine; here it can be looked at and downloaded.",
  download: "Download",
};
