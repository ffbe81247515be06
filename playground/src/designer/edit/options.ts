/** What may be added to a ranking, an award, a veto and others behind what they say already, as it would be written. */
import { keywordIn, type ast, type Lang } from "@yardstick/language";
import { openName } from "../model/open-name.js";

export interface Option {
  readonly text: string;
  readonly at: number;
}

export function optionsOf(node: ast.Declaration, lang: Lang): readonly Option[] {
  const x = openName(lang);
  const word = (role: Parameters<typeof keywordIn>[1]): string => keywordIn(lang, role);
  const end = node.span[1];
  const found: Option[] = [];
  const add = (text: string, at = end): void => void found.push({ text, at });
  switch (node.kind) {
    case "ranking":
      if (!node.lowestFirst) add(word("LowestFirst"));
      if (node.within === null) add(`${word("WithinGroup")} ${x}`);
      if (node.where === null) add(`${word("Where")} ${x}`);
      if (!node.tiesShare && node.thenBy.length === 0) add(word("TiesShare"));
      if (!node.tiesShare && node.thenBy.length === 0) add(`${word("ThenBy")} ${x}`);
      break;
    case "award":
      if (node.places.from.span[0] === node.places.to.span[0]) add(".. 3", afterNumber(node.places.from));
      if (node.condition === null) add(`${word("If")} ${x}`, node.places.span[1]);
      if (node.pays === null) add(lang === "zh" ? "1000 元" : "pays 1000 yuan");
      break;
    case "veto":
      if (node.basis === null) add(`${word("Basis")} ""`, node.condition.span[1]);
      break;
    case "edition":
      if (node.from === null)
        add(`${word("Effective")} ${new Date().getFullYear()}-01-01 .. ${new Date().getFullYear()}-12-31`);
      break;
    case "output":
      if (node.decimals === null) add(`${word("RoundsTo")} 2 ${word("Decimals")}`);
      break;
    case "requirement":
    case "policy":
      if (node.message === null) add('""');
      break;
    case "bonus-only":
      add(`${lang === "zh" ? "、" : ","} ${x}`);
      break;
    default:
      break;
  }
  return found;
}

/** A place is written `第 2 .. 3 名`: the unit stands behind the last number. */
function afterNumber({ span, digits }: ast.NumberLiteral): number {
  return span[0] + digits.length;
}
