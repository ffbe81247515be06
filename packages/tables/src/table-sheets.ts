/**
 * Which sheet of a workbook holds which table of a program. The names depend on the program alone, so that what is written under
 * them is found again by them, whatever its lists are called and whichever of them a workbook holds.
 */
import type { Program } from "@yardstick/language/program";
import { foldWidth } from "./cell/written.js";
import type { SheetName } from "./sheet-name.js";
import { sheetNames } from "./sheet-name.js";
import type { Target } from "./target.js";
import { targetNamed } from "./target.js";

const LANGUAGES = ["zh", "en"] as const;
type Lang = (typeof LANGUAGES)[number];

/** Sheets that have no name of the rubric. A spreadsheet keeps `history` for itself. */
const OWN_NAMES = {
  constants: { zh: "常量", en: "constants" },
  history: { zh: "往期结果", en: "past results" },
  help: { zh: "填写说明", en: "How to fill in" },
  choices: { zh: "选项", en: "Choices" },
} as const;

export interface TableSheets {
  /** By index of the list. */
  readonly lists: readonly SheetName[];
  readonly subjects: SheetName;
  readonly constants: SheetName;
  readonly history: SheetName;
  /** Instructions of an entry form. */
  readonly help: SheetName;
  /** Levels of choices that the drop-downs of an entry form refer to. */
  readonly choices: SheetName;
  /** Of sheets that hold no table of the rubric, in the order asked for; none of them is taken for one. */
  readonly others: readonly SheetName[];
}

/** Names of all sheets that a workbook of the program may have; `others` are what its further sheets are wanted to be called. */
export function tableSheets(program: Program, lang: Lang, others: readonly string[] = []): TableSheets {
  const lists = program.lists.map(({ name }) => name);
  const { constants, history, help, choices } = OWN_NAMES;
  // The lists come first: they alone must be found by the name that the rubric gives them.
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

export function sheetOfTarget(sheets: TableSheets, target: Target): SheetName {
  return target.role === "list" ? (sheets.lists[target.list] as SheetName) : sheets[target.role];
}

/** Spaces, widths and case aside: people rename sheets. */
const loosely = (name: string): string => foldWidth(name).replace(/\s+/gu, "").toLowerCase();
const exactly = (name: string): string => name;

export function sameSheetName(one: string, other: string): boolean {
  return loosely(one) === loosely(other);
}

/** The table that a sheet holds, by the name it is written under or by its own; null where the sheet is none of the rubric's. */
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

/** Whether a sheet is one that an entry form brings along and that holds no data. */
export function isHelpSheet(program: Program, sheet: string): boolean {
  return LANGUAGES.some((lang) => {
    const { help, choices } = tableSheets(program, lang);
    return [help, choices].some((name) => loosely(name) === loosely(sheet));
  });
}
