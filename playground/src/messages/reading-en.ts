/** Messages of the reading screen, in English. */
import type { ReadingMessages } from "./reading-catalogue.js";

const s = (count: number, one: string, many = `${one}s`): string => `${count} ${count === 1 ? one : many}`;

export const readingEn: ReadingMessages = {
  title: "Read a document",
  pasted: "Pasted content",
  untouched: "only read, never changed",
  reading: "Reading…",
  notRead: "Not read",
  cancel: "Cancel",
  keepOn: "Stay here",
  leaveAsk: (answers) => `${s(answers, "decision")} will be lost if you leave.`,
  leave: "Leave",
  undo: "Undo",
  redo: "Redo",
  chooseOther: "Choose another file",

  states: {
    read: "Read",
    asks: "Open question",
    judged: "For judgement",
    "not-a-rule": "Not a rule",
    "not-read": "Not read",
  },
  letter: { asks: "?", "not-read": "×" },
  byYou: "Answered",

  points: (points) => (points === "1" ? "1 point" : `${points} points`),
  found: (stated) => `/ ${stated} points found`,
  foundAlone: "points found",
  agrees: (stated) => `as stated: total ${stated}`,
  noTotal: "the document states no total",
  missing: (points) => `${points} fewer than stated`,
  over: (points) => `${points} more than stated`,
  gap: (points) => `−${points}`,
  legend: (state, points) =>
    ({
      read: `read: ${points}`,
      asks: `with questions: ${points}`,
      judged: `with judgement: ${points}`,
      "not-read": `with unread clauses: ${points}`,
      "not-a-rule": `no rule stated: ${points}`,
    })[state],
  sections: "Sections",
  otherSection: "Other",
  goTo: (section) => `Go to “${section}”`,

  clausesAre: (count) => s(count, "clause"),
  figuresAre: (count) => s(count, "figure"),
  figuresUsed: (used, unused) => (unused === 0 ? "all used" : `${used} used, ${unused} marked`),
  otherLines: (count) => s(count, "other sentence"),
  noRules: "not rules",

  filter: "Filter by state",
  all: "All",
  answeredAndOpen: (answered, open) => `${answered} answered, ${open} open`,
  nextQuestion: "Next question",
  nextUnread: "Next unread clause",
  previousQuestion: "Previous question",
  nextShort: (open) => `Next · ${open} open`,
  nextUnreadShort: (unread) => `Unread · ${unread}`,
  filtered: (state, shown, hidden) => `Only “${state}”: ${s(shown, "clause")}. The other ${hidden} are unchanged.`,
  showAll: "Show all",
  noneShown: (state) => `No clause is in the state “${state}”.`,

  original: "Document",
  pointsColumn: "Points",
  clauseColumn: "Clause",
  rulesColumn: "Rules read from it",
  keys: [
    ["↑↓", "clause"],
    ["Enter", "take"],
    ["N", "next question"],
    ["Del", "refuse"],
  ],

  uses: { title: "name of the rubric", heading: "heading or note, no rule", columns: "column heads" },
  noRule: "a note, kept in the rubric",
  clauseLabel: (number, state) => `Clause ${number}, ${state}`,
  clausesOf: (first, last) => (first === last ? `clause ${first}` : `clauses ${first}–${last}`),
  fold: "Fold",
  unfold: "Unfold",
  noItemRule: "The document does not say how it is scored; the item will be pending.",
  roles: { bonus: "bonus", penalty: "penalty", veto: "veto" },
  assessor: (name) => `Assessor: ${name}`,
  weight: (percent) => `weight ${percent}%`,

  reasons: {
    refused: "Refused by you: kept as a note that does not score",
    language: "neither English nor Chinese, so it is not read",
    "too-long": "the sentence is too long to be read",
    "level-table": "the levels do not match the item's points, so it is not read",
    form: "no known form, so it is not read",
  },
  staysOpen: "It stays an open clause of the rubric, and its item is pending.",
  unreadPart: (parts) => `Not read: ${parts.map((part) => `“${part}”`).join(", ")}`,
  unusedFigures: (figures) => `Figures that no rule uses: ${figures.join(", ")}`,
  withRequirement: "Read together with the item's requirement",
  answered: (question, option) => `Answered: ${question} ${option}`,
  given: (question, option, because) => `Answered by the document: ${question} ${option} (${because})`,
  everywhere: "for the whole document",
  take: "take",
  refuse: "Refuse",
  takeBack: "Take back",

  sum: ({ name, stated, found, missing }) =>
    `${name === "" ? "The document states a total of" : `“${name}” states`} ${stated} points; its items add up to ${found}, ${missing.startsWith("-") ? `${missing.slice(1)} too many` : `${missing} too few`}.`,
  goToSection: (name) => `Go to “${name}”`,
  unknownColumn: (name) => `The meaning of the column “${name}” is unknown; its cells are listed as clauses.`,
  errors: (count) => `The draft has ${s(count, "error")}, which the rubric will show.`,

  built: "The rubric will have ",
  summary: ({ sections, items, rules, fields, bonuses, vetoes, grades }) =>
    [
      s(sections, "section"),
      s(items, "item"),
      s(rules, "rule"),
      s(fields, "field"),
      ...(bonuses > 0 ? [s(bonuses, "bonus item")] : []),
      ...(vetoes > 0 ? [s(vetoes, "veto", "vetoes")] : []),
      ...(grades > 0 ? ["grades"] : []),
    ].join(", "),
  left: (open, judged, unread) => {
    const kept = [
      ...(open > 0 ? [`${s(open, "clause")} with open questions`] : []),
      ...(unread > 0 ? [`${s(unread, "clause")} not read`] : []),
    ];
    return `${[
      ...(kept.length > 0
        ? [`${kept.join(" and ")} ${open + unread === 1 ? "stays" : "stay"} open, and the items are pending`]
        : []),
      ...(judged > 0 ? [`${s(judged, "clause")} for the assessor's judgement`] : []),
    ].join("; ")}.`;
  },
  nothingLeft: "Every clause is read.",
  rankedByTotal: " The document states no ranking: ranked by the total score.",
  exportComparison: "Export comparison",
  build: "Create rubric",
  buildWithSample: "Create with sample data",
  sampleWhy: "Sample data is invented, to try the rubric; it can be replaced at any time",
  target: "Create",
  newProject: "a new project",
  atEnd: (name) => `at the end of “${name}”`,
  intoPart: (name) => `in “${name}”`,
  insert: "Insert",
  insertWhy:
    "Items, rules and fields are inserted, as one step that can be undone; total, rankings and grades stay as they are",
  notInserted: "Not inserted: the place does not allow it. Choose another place, or a new project.",

  comparison: "Comparison",
};
