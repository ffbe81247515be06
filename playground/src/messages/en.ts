/** The messages of the app in English. */
import type { Messages } from "./catalogue.js";

const effects = {
  "score-zero": "score zero",
  unranked: "unranked",
  "no-place": "no place",
  "no-awards": "no awards",
} as const;

const many = (count: number, one: string, more = `${one}s`) => `${count} ${count === 1 ? one : more}`;

export const en: Messages = {
  lang: "en",
  brand: "Yardstick",
  pageTitle: "Yardstick · 标尺",
  otherLang: { code: "zh-CN", name: "中文" },
  untitled: "Untitled rubric",
  colon: ": ",
  comma: ", ",

  panes: "Panes",
  pane: { rubric: "Rubric", data: "Data", results: "Results" },
  split: { columns: "Border between rubric and results", rows: "Border between results and data" },
  example: "Example",
  demonstrate: "Demonstrate",
  findHelp: "Find commands and help",
  undo: "Undo",
  redo: "Redo",
  toDark: "Use the dark theme",
  toLight: "Use the light theme",

  saving: "Saving…",
  saved: "Saved",
  unsaved: "Not saved",
  downloadNow: "Download now",
  unsavedWhy: {
    quota: "The browser's storage is full and the latest changes have not been saved. Download them now.",
    conflict:
      "Another window has changed this project. The changes here have not been saved and will not overwrite it. Save a copy, or download them now.",
    closed:
      "The connection to the database on this computer was lost and changes are not being saved. Download them now.",
    failed: "Writing to the database on this computer failed and changes have not been saved. Download them now.",
    unavailable: "This browser does not allow the page to save data. Download your work before you leave.",
    newer:
      "A newer version of Yardstick uses the database on this computer, so nothing can be saved here. Download your work now.",
  },
  readOnly: "Read-only",
  readOnlyNotice: "This project is being edited in another window and is read-only here.",
  keepCopy: "Save as a copy",
  makeCopy: "Make a copy and edit it here",

  rubricText: "Rubric text; press F6 for the next pane",
  rubricModes: { label: "How the rubric is shown", form: "Form", text: "Text", both: "Both" },
  more: "More",
  lens: { passed: "✓ passes", failed: "✗ differs", notRun: "not run" },
  outline: "Outline",
  tidy: "Format",
  find: "Find",
  errors: (count: number) => (count === 1 ? "1 error" : `${count} errors`),
  viewFailed: "This could not be loaded. Check the connection and reload the page.",
  formFailed: "The form could not be loaded; you can use the text. Reload the page to try again.",
  editorFailed: "The editor could not be loaded; the text can be read but not changed. Reload the page to try again.",
  noErrors: "No errors",
  errorsWithFirst: (count, first) => `${many(count, "error")}: ${first}`,
  unfilled: (count) => many(count, "unfilled slot"),
  errorsAt: (count, line) => `${many(count, "error")}: line ${line}`,
  hints: (warnings, advice) =>
    [...(warnings === 0 ? [] : [many(warnings, "warning")]), ...(advice === 0 ? [] : [`${advice} advice`])].join(", "),
  lineColumn: (line, column) => `Line ${line}, column ${column}`,

  ranking: "Ranking",
  rankingBy: "Ranking",
  scenario: "Scenario",
  asWritten: "As written",
  checks: "Checks",
  tests: "Tests",
  place: "Place",
  sections: "Sections",
  selectSection: (name) => `Highlight ${name}`,
  score: "Score",
  points: "Points",
  lost: "lost",
  gained: "gained",
  bonus: "bonus",
  marks: "Outcome",
  provisional: "Provisional: may change when missing data arrives",
  provisionalLegend: "provisional: may change when data is complete",
  change: "Change",
  noValue: "None",
  noneFits: "None meets the filters.",
  undecidedMark: (name) => `${name} undecided`,
  tiedMark: (grade) => `tied at the cut, so left below ${grade}`,
  selectedSection: (name) => `${name} (selected)`,
  otherSections: "Other sections",
  barLabel: (score) => `Score ${score}; the sections are on the score sheet`,
  seal: "V",
  vetoed: "Vetoed",
  vetoOf: (name) => `Veto: ${name}`,
  vetoMark: (name, effectTexts) => (effectTexts.length === 0 ? name : `${name}: ${effectTexts.join(", ")}`),
  vetoEffect: (effect) => (effect.kind === "grade-at-most" ? `grade at most ${effect.grade}` : effects[effect.kind]),
  sameAsBefore: "Same place as in the previous period",
  movedBy: (places) => (places > 0 ? `Up ${many(places, "place")}` : `Down ${many(-places, "place")}`),
  missing: "Missing",
  missingFrom: (assessor, reason) => {
    const why =
      {
        unreadable: "unreadable",
        "division-by-zero": "division by zero",
        "history-gap": "earlier result missing",
        "no-band": "in no band",
        "no-calendar": "the rubric lists no holidays of that year, so working days are not known",
        "out-of-range": "out of range",
        "best-is-zero": "the highest value is 0, so proportions cannot be computed",
        "no-history": "no earlier results: import them (history.csv), or exclude the case with previous(…) ≠ none",
        "no-result": "no result yet",
      }[reason] ?? "";
    const text = [assessor ?? "", why].filter((part) => part !== "").join(", ");
    return text === "" ? "" : `(${text})`;
  },
  noSubjects: "No subjects yet. Fill in the first row under “Data”, and the ranking appears here.",
  noResultYet: "The rubric has errors, so there is no result yet.",
  noResultNext: "“Checks” lists each error and how to correct it; the result appears once they are corrected.",
  working: "Computing…",
  staleResult: (errors, unfilled, time) =>
    `${[
      ...(errors === 0 ? [] : [many(errors, "error")]),
      ...(unfilled === 0 ? [] : [many(unfilled, "unfilled slot")]),
    ].join(" and ")} in the rubric; this is the last complete result, from ${time}`,
  resultBefore: "This is the previous result.",
  failure: {
    hung: "Scoring took too long and was stopped. It starts again when the rubric or the data changes.",
    failure: "Scoring failed. It starts again when the rubric or the data changes.",
    unavailable:
      "This browser could not start the background worker that scores, so there is no result. Download the rubric and the data and open them in another browser.",
  },

  undecided: "undecided",
  found: "Actual",

  history: "History",
  subjects: "Subjects",

  next: "Next",
  sum: "Sum",

  projectMenu: (name) => `Project: ${name}`,
  files: "Rubrics of this project",
  share: "Share",
  dropNow: "Release to open",
  rowsAside: "Rows that are not subjects",
  keepRow: "Treat as a subject",
  leaveRow: "Not a subject",
  notice: "Notice",
  distribution: "Distribution",
  toContrast: "Use high contrast",
  newerNotice:
    "A newer version of Yardstick uses the database on this computer; here the project can only be viewed and downloaded.",
  download: "Download",
};
