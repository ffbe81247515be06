/** New rows for a block between braces: bands that continue the last one, fields, effects, grades, levels. */
import { keywordIn, type ast, type Lang, type Parsed, placeholderName } from "@yardstick/language";
import { numberOrZero, ONE } from "@yardstick/exact";
import { fieldsOf } from "../model/candidates.js";
import type { Row, Rows } from "../model/piece.js";
import { plainText } from "../model/sums.js";

/** The kinds of rows that can be added. */
export type RowTemplate =
  | "band"
  | "band-else"
  | "field"
  | "score-zero"
  | "unranked"
  | "no-place"
  | "no-awards"
  | "grade-at-most"
  | "grade"
  | "grade-quota"
  | "grade-else"
  | "grade-raise-to"
  | "grade-lower"
  | "grade-cap"
  | "change"
  | "change-weight"
  | "given"
  | "given-else"
  | "expected"
  | "level";

/** A new row with its text. */
export interface NewRow {
  readonly name: RowTemplate;
  readonly text: string;
}

/** `fresh` returns an unused name. */
export function newRows(parsed: Parsed, rows: Rows, lang: Lang, fresh: (name: string) => string): readonly NewRow[] {
  const x = placeholderName(lang);
  const zh = lang === "zh";
  const word = (role: Parameters<typeof keywordIn>[1]): string => keywordIn(lang, role);
  const has = (pattern: RegExp): boolean => rows.rows.some(({ span }) => pattern.test(textOf(parsed, span)));
  const hasElse = has(/^(其余|else)/);
  switch (rows.block) {
    case "byTable":
      return [
        { name: "band", text: nextBand(parsed, rows, x) },
        ...(hasElse ? [] : [{ name: "band-else" as const, text: `${word("Else")}: ${lastAmount(parsed, rows)}` }]),
      ];
    case "fields":
      return [{ name: "field", text: `${fresh(zh ? "新字段" : "new_field")}: ${word("CountType")}` }];
    case "levels":
      return [{ name: "level", text: fresh(zh ? "新档次" : "new_level") }];
    case "veto":
      return (
        [
          ["no-place", "NoPlace"],
          ["no-awards", "NoAwards"],
          ["unranked", "Unranked"],
          ["score-zero", "ScoreZero"],
        ] as const
      )
        .map(([name, role]): NewRow => ({ name, text: word(role) }))
        .filter(({ text }) => !rows.rows.some(({ span }) => textOf(parsed, span) === text))
        .concat({ name: "grade-at-most", text: `${word("GradeAtMost")} ${x}` });
    case "grades": {
      const score = zh ? "总分" : "score";
      const name = fresh(zh ? "新等次" : "new_grade");
      return [
        { name: "grade", text: `${name}: ${score} >= 80` },
        { name: "grade-quota", text: `${name}: ${word("Quota")} 20%` },
        ...(hasElse
          ? []
          : [{ name: "grade-else" as const, text: `${word("Else")}: ${fresh(zh ? "不合格" : "fail")}` }]),
        { name: "grade-raise-to", text: `${word("RaiseTo")} ${x} ${word("If")} ${x}` },
        { name: "grade-lower", text: `${word("LowerBy")} 1${zh ? " 档" : ""} ${word("If")} ${x}` },
        { name: "grade-cap", text: `${word("GradeAtMost")} ${x} ${word("If")} ${x}` },
      ];
    }
    case "scenario":
      return [
        { name: "change", text: `${x}: 10${zh ? " 分" : ""}` },
        { name: "change-weight", text: `${x}: ${word("Weight")} 10%` },
      ];
    case "given":
      return [
        { name: "given", text: `${x}: 0` },
        ...(hasElse ? [] : [{ name: "given-else" as const, text: `${word("Else")}: ${word("Full")}` }]),
      ];
    case "expect":
      return [{ name: "expected", text: `${x}: 0` }];
    default:
      return [];
  }
}

const number = String.raw`(\d+(?:\.\d+)?)([^\s.:：,，、]*)`;

/** After `60 .. 80` comes `80 .. 100`; after a level, the next one without a row. */
function nextBand(parsed: Parsed, { rows }: Rows, x: string): string {
  const bands = rows.filter(({ span }) => !/^(其余|else)/.test(textOf(parsed, span)));
  const last = bands.at(-1);
  const amount = lastAmount(parsed, { rows: bands });
  if (last === undefined) return `< 60: ${amount}`;
  const key = keyOf(parsed, last);
  const level = nextLevel(parsed, bands);
  if (level !== null) return `${level}: ${amount}`;
  const [, from, , to, unit = ""] = new RegExp(String.raw`^${number}\s*(?:\.\.|至|～|—)\s*${number}$`).exec(key) ?? [];
  if (from !== undefined && to !== undefined)
    return `${to}${unit} .. ${plainText(numberOrZero(to).add(numberOrZero(to).sub(numberOrZero(from))))}${unit}: ${amount}`;
  const [, , limit, mark = ""] = new RegExp(String.raw`^([<＜≤>＞≥]|<=|>=)\s*${number}$`).exec(key) ?? [];
  if (limit !== undefined && /^[<＜≤]/.test(key))
    return `${limit}${mark} .. ${plainText(numberOrZero(limit).add(numberOrZero(limit)))}${mark}: ${amount}`;
  const [, only, its = ""] = new RegExp(`^${number}$`).exec(key) ?? [];
  if (only !== undefined) return `${plainText(numberOrZero(only).add(ONE))}${its}: ${amount}`;
  return limit === undefined ? `${x}: ${amount}` : `>= ${limit}${mark}: ${amount}`;
}

/** The first level of the choice that no row names. */
function nextLevel({ rubric, tree }: Parsed, bands: readonly Row[]): string | null {
  const named = new Set(
    bands.flatMap((row) => row.key.flatMap((piece) => (piece.kind === "slot" ? [piece.value] : []))),
  );
  const lists = [
    ...fieldsOf(rubric).map(({ field }) => field.type),
    ...rubric.declarations.flatMap((each) => (each.kind === "choice-declaration" ? [each.type] : [])),
  ].filter((type): type is ast.ChoiceTypeNode => type.kind === "choice-type");
  const own = lists.find(({ levels }) => levels.some(({ name }) => named.has(name.text)));
  const free = own?.levels.find(({ name }) => !named.has(name.text));
  return free === undefined ? null : tree.source.slice(...free.name.span);
}

function lastAmount(parsed: Parsed, { rows }: Pick<Rows, "rows">): string {
  const last = rows.at(-1);
  const amount = last === undefined ? "" : textOf(parsed, last.span).slice(keyOf(parsed, last).length);
  const text = amount.replace(/^\s*[:：]\s*/, "").trim();
  return text === "" || /[{｛\n]/.test(text) ? "0" : text;
}

function keyOf(parsed: Parsed, row: Row): string {
  return (textOf(parsed, row.span).split(/[:：]/, 1)[0] ?? "").trim();
}

function textOf({ tree }: Parsed, [start, end]: readonly [number, number]): string {
  return tree.source.slice(start, end);
}

/** Whether the levels of a choice are ordered, from worst to best. */
export function isOrdered({ rubric }: Parsed, rows: Rows): boolean {
  const first = rows.rows[0]?.span[0] ?? -1;
  const types = [
    ...fieldsOf(rubric).map(({ field }) => field.type),
    ...rubric.declarations.flatMap((each) => (each.kind === "choice-declaration" ? [each.type] : [])),
    ...rubric.declarations.flatMap((each) => (each.kind === "constant" ? [each.type] : [])),
  ];
  return types.some((type) => type.kind === "choice-type" && type.ordered && type.levels[0]?.span[0] === first);
}
