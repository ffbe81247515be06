/**
 * The sheet names of the tables of a program. They depend only on the program, so that a table written to a sheet is found in it
 * again, whatever the lists are called and whichever tables a workbook contains.
 */
import type { Program } from "@yardstick/language/program";
import { foldWidth } from "./cell/written.js";
import type { SheetName } from "./sheet-name.js";
import { sheetNames } from "./sheet-name.js";
import type { Target } from "./target.js";
import { targetNamed } from "./target.js";

const LANGUAGES = ["zh", "en"] as const;
type Lang = (typeof LANGUAGES)[number];

/** Names of sheets that the rubric does not name. Spreadsheets reserve `history`. */
const OWN_NAMES = {
  constants: { zh: "常量", en: "constants" },
  history: { zh: "往期结果", en: "past results" },
  help: { zh: "填写说明", en: "How to fill in" },
  choices: { zh: "选项", en: "Choices" },
} as const;

/** The names of all sheets of a workbook. */
export interface TableSheets {
  /** By index of the list. */
  readonly lists: readonly SheetName[];
  readonly subjects: SheetName;
  readonly constants: SheetName;
  readonly history: SheetName;
  /** Instructions of an entry form. */
  readonly help: SheetName;
  /** Levels of choices, referenced by the drop-downs of an entry form. */
  readonly choices: SheetName;
  /** Sheets that contain no table of the rubric, in the requested order. They differ from all names above. */
  readonly others: readonly SheetName[];
}

/** Names of all sheets that a workbook of the program may have; `others` are the requested names of further sheets. */
export function tableSheets(program: Program, lang: Lang, others: readonly string[] = []): TableSheets {
  const lists = program.lists.map(({ name }) => name);
  const { constants, history, help, choices } = OWN_NAMES;
  // The lists take precedence, since users look for them by the names in the rubric.
  const names = sheetNames([
    ...lists,
    program.subject,
    ...[constants, history, help, choices].map((own): string => own[lang]),
    ...others,
  ]);
  const at = (index: number): SheetName => names[lists.length + index] as SheetName;
  return {
    lists: names.slice(0, lists.length),
    subjects: at(0),
    constants: at(1),
    history: at(2),
    help: at(3),
    choices: at(4),
    others: names.slice(lists.length + 5),
  };
}

/** The sheet of a table. */
export function sheetOfTarget(sheets: TableSheets, target: Target): SheetName {
  return target.role === "list" ? (sheets.lists[target.list] as SheetName) : sheets[target.role];
}

/** Ignores spaces, width and case, since users rename sheets. */
const loosely = (name: string): string => foldWidth(name).replace(/\s+/gu, "").toLowerCase();
const exactly = (name: string): string => name;

/** Whether two sheet names are equal apart from spaces, width and case. */
export function sameSheetName(one: string, other: string): boolean {
  return loosely(one) === loosely(other);
}

/** The table in the sheet with this name, which may be a name of `tableSheets` or of the table; null where it is none of the rubric's. */
export function targetOfSheet(program: Program, sheet: string): Target | null {
  const named = LANGUAGES.map((lang) => tableSheets(program, lang));
  for (const plain of [exactly, loosely]) {
    const isSame = (name: string) => plain(name) === plain(sheet);
    for (const { lists, subjects, constants, history } of named) {
      const list = lists.findIndex(isSame);
      if (list >= 0) return { role: "list", list };
      if (isSame(subjects)) return { role: "subjects" };
      if (isSame(constants)) return { role: "constants" };
      if (isSame(history)) return { role: "history" };
    }
    const target = targetNamed(program, sheet, (a, b) => plain(a) === plain(b));
    if (target !== null) return target;
  }
  return null;
}

/** Whether a sheet belongs to an entry form and contains no data. */
export function isHelpSheet(program: Program, sheet: string): boolean {
  return LANGUAGES.some((lang) => {
    const { help, choices } = tableSheets(program, lang);
    return [help, choices].some((name) => loosely(name) === loosely(sheet));
  });
}
