/**
 * The data of the ruler: the top-level sections by their points, the scale below them, the bonus beyond, and other
 * outcomes.
 */
import { type ast, itemWordOf } from "@yardstick/language";
import { numberOrZero, shareOrZero, whole, ZERO } from "@yardstick/exact";
import { isCounted, plainText, shareOf, sumOf, type Sum } from "./sums.js";

const HUNDRED = whole(100);

/** The view model of the ruler. Widths are binary floats; texts are exact. */
export interface RulerView {
  readonly sections: readonly {
    readonly name: string;
    /** Without the suffix that all section names share. */
    readonly short: string;
    readonly text: string;
    readonly maxPoints: number;
    readonly start: number;
  }[];
  /** Total points, which the sections should add up to. */
  readonly total: number;
  readonly totalText: string | null;
  /** The end of the scale and of the full width. */
  readonly scale: number;
  readonly span: number;
  /** Step of the small ticks. */
  readonly step: number;
  readonly sum: Sum;
  readonly bonus: { readonly count: number; readonly room: number; readonly text: string };
  readonly vetoes: number;
  readonly awards: number;
}

/** Builds the view model of the ruler. */
export function rulerOf({ declarations }: ast.Rubric): RulerView {
  const stated = declarations.find((each) => each.kind === "total")?.points ?? null;
  const parts = declarations.filter(isCounted);
  const sum = sumOf(parts, stated);
  const whole = stated === null ? (sum.isWeight ? HUNDRED : numberOrZero(sum.total)) : numberOrZero(stated.digits);
  const sections = parts.map((part) => {
    const share = part.weight === null ? null : shareOf(part.weight);
    const maxPoints = share === null ? numberOrZero(part.points?.digits ?? "0") : whole.mul(share);
    const text = share === null ? (part.points?.digits ?? "") : `${plainText(share.mul(100))}%`;
    return {
      name: part.name.text,
      short: shortName(part.name.text, shareOrZero(maxPoints, whole).toNumber() < 0.13 ? 2 : 4),
      text,
      maxPoints: maxPoints.toNumber(),
      start: part.span[0],
    };
  });
  const bonuses = bonusesIn(declarations);
  const room = bonuses.reduce((all, { upTo }) => (upTo === null ? all : all.add(numberOrZero(upTo.digits))), ZERO);
  const isOpen = bonuses.some(({ upTo }) => upTo === null);
  const filled = sections.reduce((all, { maxPoints }) => all + maxPoints, 0);
  const total = whole.toNumber();
  const scale = Math.max(total, filled, 0.001);
  return {
    sections,
    total,
    totalText: stated?.digits ?? null,
    scale,
    span: scale + room.toNumber(),
    step: stepFor(scale),
    sum,
    bonus: { count: bonuses.length, room: room.toNumber(), text: isOpen ? "" : plainText(room) },
    vetoes: declarations.filter(({ kind }) => kind === "veto").length,
    awards: declarations.filter(({ kind }) => kind === "award").length,
  };
}

/** A step that gives about a hundred small ticks. */
function stepFor(scale: number): number {
  const rough = scale / 120;
  const power = 10 ** Math.floor(Math.log10(rough));
  return [1, 2, 5, 10].map((each) => each * power).find((step) => step >= rough) ?? power * 10;
}

/** The first word, or the first characters when there are no spaces. */
function shortName(name: string, most: number): string {
  const [word = name] = name.split(/[_\s]/);
  if (/^[\p{Script=Latin}\d]/u.test(word)) return word;
  const plain = name.replace(/(工作|建设|发展|管理|稳定|保障)$/u, "");
  return [...(plain === "" ? name : plain)].slice(0, most).join("");
}

function mayAdd({ form }: ast.Item): boolean {
  return form !== "item" && itemWordOf(form).reaches !== "below";
}

function bonusesIn(parts: readonly { readonly kind: string }[]): readonly ast.Item[] {
  return parts.flatMap((part): readonly ast.Item[] => {
    if (part.kind === "item") return mayAdd(part as ast.Item) ? [part as ast.Item] : [];
    if (part.kind !== "section") return [];
    const section = part as ast.Section;
    return bonusesIn(section.variants === null ? section.parts : section.variants.cases.flatMap((each) => each.parts));
  });
}
