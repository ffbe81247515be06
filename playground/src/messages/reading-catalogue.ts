/** What the messages of the reading screen say. */
import type { BesideForm } from "@yardstick/language";
import type { ClauseState } from "@yardstick/documents";
import type { DraftSummary, SumSheet, TextSheet, UnreadReason } from "../protocol/reading-sheet.js";

/** The messages in one language. */
export interface ReadingMessages {
  readonly title: string;
  readonly pasted: string;
  readonly untouched: string;
  readonly reading: string;
  readonly notRead: string;
  readonly cancel: string;
  readonly keepOn: string;
  readonly leaveAsk: (answers: number) => string;
  readonly leave: string;
  readonly undo: string;
  readonly redo: string;
  readonly chooseOther: string;

  readonly states: Readonly<Record<ClauseState, string>>;
  /** One character for states that are drawn as a letter. */
  readonly letter: Readonly<Record<"asks" | "not-read", string>>;
  readonly byYou: string;

  readonly points: (points: string) => string;
  readonly found: (stated: string) => string;
  readonly foundAlone: string;
  readonly agrees: (stated: string) => string;
  readonly noTotal: string;
  readonly missing: (points: string) => string;
  readonly over: (points: string) => string;
  readonly gap: (points: string) => string;
  readonly legend: (state: ClauseState, points: string) => string;
  readonly sections: string;
  readonly otherSection: string;
  readonly goTo: (section: string) => string;

  readonly clausesAre: (count: number) => string;
  readonly figuresAre: (count: number) => string;
  readonly figuresUsed: (used: number, unused: number) => string;
  readonly otherLines: (count: number) => string;
  readonly noRules: string;

  readonly filter: string;
  readonly all: string;
  readonly answeredAndOpen: (answered: number, open: number) => string;
  readonly nextQuestion: string;
  readonly nextUnread: string;
  readonly previousQuestion: string;
  readonly nextShort: (open: number) => string;
  readonly nextUnreadShort: (unread: number) => string;
  readonly filtered: (state: string, shown: number, hidden: number) => string;
  readonly showAll: string;
  readonly noneShown: (state: string) => string;

  readonly original: string;
  readonly pointsColumn: string;
  readonly clauseColumn: string;
  readonly rulesColumn: string;
  readonly keys: readonly (readonly [key: string, label: string])[];

  readonly uses: Readonly<Record<TextSheet["use"], string>>;
  readonly noRule: string;
  readonly clauseLabel: (number: number, state: string) => string;
  readonly clausesOf: (first: number, last: number) => string;
  readonly fold: string;
  readonly unfold: string;
  readonly noItemRule: string;
  readonly roles: Readonly<Record<BesideForm | "veto", string>>;
  readonly assessor: (name: string) => string;
  readonly weight: (percent: string) => string;

  readonly reasons: Readonly<Record<UnreadReason, string>>;
  readonly staysOpen: string;
  readonly unreadPart: (parts: readonly string[]) => string;
  readonly unusedFigures: (figures: readonly string[]) => string;
  readonly withRequirement: string;
  readonly answered: (question: string, option: string) => string;
  readonly given: (question: string, option: string, because: string) => string;
  readonly everywhere: string;
  readonly take: string;
  readonly refuse: string;
  readonly takeBack: string;

  readonly sum: (sum: SumSheet) => string;
  readonly goToSection: (name: string) => string;
  readonly unknownColumn: (name: string) => string;
  readonly errors: (count: number) => string;

  readonly built: string;
  readonly summary: (summary: DraftSummary) => string;
  readonly left: (open: number, judged: number, unread: number) => string;
  readonly nothingLeft: string;
  readonly rankedByTotal: string;
  readonly exportComparison: string;
  readonly build: string;
  readonly buildWithSample: string;
  readonly sampleWhy: string;
  readonly target: string;
  readonly newProject: string;
  readonly atEnd: (name: string) => string;
  readonly intoPart: (name: string) => string;
  readonly insert: string;
  readonly insertWhy: string;
  readonly notInserted: string;

  readonly comparison: string;
}
