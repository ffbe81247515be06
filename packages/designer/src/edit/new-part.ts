/**
 * The text of a new section, item, bonus or penalty: with the points that its siblings still lack, and the department
 * of the preceding one.
 */
import { keywordIn, vocabularyOf, type ast, type Parsed } from "@yardstick/language";
import { sumOf } from "../model/sums.js";

/** The kinds of parts that can be added. */
export type NewPart = "section" | "item" | "bonus" | "penalty";

interface Neighbours {
  /** Points of the parent. */
  readonly points: ast.NumberLiteral | null;
  /** Whether the parent is the file: the siblings then add up to the total. */
  readonly isTop: boolean;
  readonly siblings: readonly { readonly kind: string }[];
  readonly before: ast.Section | ast.Item | null;
}

const names = {
  zh: { section: "新大类", item: "新条目", bonus: "新加分项", penalty: "新扣分项" },
  en: { section: "new_section", item: "new_item", bonus: "new_bonus", penalty: "new_penalty" },
} as const;

/** The text of a new part. `free` returns an unused name. */
export function newPartText(
  parsed: Parsed,
  kind: NewPart,
  { points, isTop, siblings, before }: Neighbours,
  free: (name: string) => string,
): string {
  const lang = vocabularyOf(parsed.tree);
  const name = free(names[lang][kind]);
  const sibling = before ?? (siblings.filter((each) => each.kind === "item").at(-1) as ast.Item | undefined) ?? null;
  const assessor =
    kind !== "section" && sibling?.kind === "item" && sibling.assessor !== null
      ? ` ${keywordIn(lang, "Assessor")} ${parsed.tree.source.slice(...sibling.assessor.span)}`
      : "";
  const unit = lang === "zh" ? " 分" : "";
  const role = { section: "Section", item: "Item", bonus: "Bonus", penalty: "Penalty" } as const;
  const word = keywordIn(lang, role[kind]);
  const limit =
    kind === "bonus" || kind === "penalty"
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
