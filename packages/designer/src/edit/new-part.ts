/**
 * The text of a new section, item, bonus or penalty: with the points that its siblings still lack, and the department
 * of the preceding one.
 */
import {
  type ast,
  type ItemForm,
  itemWordOf,
  keywordIn,
  type Lang,
  type Parsed,
  type RoleName,
  vocabularyOf,
} from "@yardstick/language";
import { sumOf } from "../model/sums.js";

/** The kinds of parts that can be added. */
export type NewPart = "section" | ItemForm;

interface Neighbours {
  /** Points of the parent. */
  readonly points: ast.NumberLiteral | null;
  /** Whether the parent is the file: the siblings then add up to the total. */
  readonly isTop: boolean;
  readonly siblings: readonly { readonly kind: string }[];
  readonly before: ast.Section | ast.Item | null;
}

const names = {
  zh: { section: "新大类", item: "新条目" },
  en: { section: "new_section", item: "new_item" },
} as const;

/** The word of a kind of part, and the name of a new one. */
function wordAndName(kind: NewPart, lang: Lang): { readonly word: RoleName; readonly name: string } {
  if (kind === "section") return { word: "Section", name: names[lang].section };
  if (kind === "item") return { word: "Item", name: names[lang].item };
  const { word, name } = itemWordOf(kind);
  return { word, name: lang === "zh" ? `新${name.zh}` : `new_${name.en.replaceAll(" ", "_")}` };
}

/** The text of a new part. `free` returns an unused name. */
export function newPartText(
  parsed: Parsed,
  kind: NewPart,
  { points, isTop, siblings, before }: Neighbours,
  free: (name: string) => string,
): string {
  const lang = vocabularyOf(parsed.tree);
  const own = wordAndName(kind, lang);
  const name = free(own.name);
  const sibling = before ?? (siblings.filter((each) => each.kind === "item").at(-1) as ast.Item | undefined) ?? null;
  const assessor =
    kind !== "section" && sibling?.kind === "item" && sibling.assessor !== null
      ? ` ${keywordIn(lang, "Assessor")} ${parsed.tree.source.slice(...sibling.assessor.span)}`
      : "";
  const unit = lang === "zh" ? " 分" : "";
  const word = keywordIn(lang, own.word);
  const limit =
    kind !== "section" && kind !== "item"
      ? ` ${keywordIn(lang, "UpTo")} 1${unit}`
      : ` ${lacking(siblings, isTop ? totalOf(parsed) : points)}${unit}`;
  return `${word} ${name}${limit}${assessor} {\n}`;
}

function totalOf({ rubric }: Parsed): ast.NumberLiteral | null {
  return rubric.declarations.find((each) => each.kind === "total")?.points ?? null;
}

function lacking(siblings: Neighbours["siblings"], points: ast.NumberLiteral | null): string {
  const counted = siblings.filter(({ kind }) => kind === "section" || kind === "item");
  if (counted.length === 0) return points?.digits ?? "10";
  const sum = sumOf(siblings, points);
  return sum.state === "missing" && !sum.isWeight ? sum.by : "1";
}
