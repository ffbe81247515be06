/**
 * A ruler of the sections of a score sheet: each in proportion to its points, the points scored filled, the points lost hatched, bonuses
 * outlined beyond the end. Lengths are floating-point numbers, which are only drawn.
 */
import type { Sheet, SheetPart } from "../sheet/sheet.js";
import type { Markup } from "./markup.js";
import { markup } from "./markup.js";

const WIDTH = 680;
const HEIGHT = 34;
/** Top of the bar, below the names. */
const TOP = 14;
/** Width of a character; a name that does not fit over its section is truncated. */
const CHARACTER = 12;

const length = (shown: string | null): number => Number((shown ?? "0").replace("−", "-").replace(/[≈+]/gu, "")) || 0;

const isExtra = (part: SheetPart): boolean => part.kind === "item" && part.form !== "item";

/** The ruler as SVG; empty where no section has points, as in a rubric of bonuses only. */
export function ruler({ parts }: Sheet): Markup {
  const sections = parts.filter((part) => !isExtra(part) && length(part.worth) > 0);
  const bonus = parts.filter(isExtra).reduce((sum, part) => sum + Math.max(0, length(part.score)), 0);
  const all = sections.reduce((sum, part) => sum + length(part.worth), 0);
  if (sections.length === 0) return markup``;
  const scale = WIDTH / (all + bonus);
  const at = (value: number) => (value * scale).toFixed(1);
  let from = 0;
  const drawn = sections.map((part) => {
    const worth = length(part.worth);
    const held = Math.min(worth, Math.max(0, length(part.contribution ?? part.score)));
    const name = [...part.name].slice(0, Math.floor((worth * scale) / CHARACTER)).join("");
    const piece = markup`<path d="M${at(from)} 2v${HEIGHT - 4}" class="k"/><text x="${at(from)}" dx="4" y="10">${name}</text><rect x="${at(from)}" y="${TOP}" width="${at(held)}" height="14" class="h"/><rect x="${at(from + held)}" y="${TOP}" width="${at(worth - held)}" height="14" class="l"/>`;
    from += worth;
    return piece;
  });
  const beyond =
    bonus > 0 ? markup`<rect x="${at(all)}" y="${TOP}" width="${at(bonus)}" height="14" class="b"/>` : markup``;
  return markup`<svg class="rul" viewBox="0 0 ${WIDTH} ${HEIGHT}" aria-hidden="true"><defs><pattern id="lost" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(-45)"><path d="M0 0v5" class="s"/></pattern></defs>${drawn}${beyond}<path d="M${WIDTH} 2v${HEIGHT - 4}" class="k"/></svg>`;
}
