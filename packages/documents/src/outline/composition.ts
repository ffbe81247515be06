/** How the items of an outline make up the total where the document gives a formula, and which items begin at some points. */
import { sumOf } from "./outline.js";
import type { Outline } from "./outline.js";

/** An item by its section and its place in it. */
interface ItemPlace {
  readonly section: number;
  readonly item: number;
}

/** A part of a composed total: the weighted parts below it, an item of the document, or a mark that is filled in (`place` null). */
export interface ComposedPart {
  readonly name: string;
  /** Percentage of the part above. */
  readonly weight: string;
  readonly parts: readonly ComposedPart[];
  readonly place: ItemPlace | null;
}

/** A weighted sum by name. */
interface Sum {
  readonly name: string;
  readonly terms: readonly { readonly name: string; readonly weight: string }[];
}

/** Base points of items. */
interface Base {
  readonly items: readonly string[];
  readonly base: string;
  readonly most: string;
}

/** The place that a name means: an item, or the one item of a section; null for none, undefined for several. */
function placeOf(outline: Outline, name: string): ItemPlace | null | undefined {
  const all = outline.sections.flatMap(({ name: section, items }, at) =>
    items.map((item, index) => ({
      place: { section: at, item: index },
      name: items.length === 1 || item.name !== "" ? (item.name === "" ? section : item.name) : "",
      role: item.role,
    })),
  );
  const items = all.filter((each) => each.role === "item" && each.name !== "");
  const exact = items.filter((each) => each.name === name);
  const found =
    exact.length > 0 ? exact : items.filter((each) => each.name.endsWith(name) || each.name.startsWith(name));
  return found.length > 1 ? undefined : (found[0]?.place ?? null);
}

/** The items that base points are for; null where a name means none, several, or an item with points of its own. */
export function basesOf(outline: Outline, { items }: Base): readonly ItemPlace[] | null {
  const places = items.map((name) => placeOf(outline, name));
  const all = places.filter((place) => place != null);
  const own = ({ section, item }: ItemPlace) => outline.sections[section]?.items[item];
  return all.length === places.length &&
    all.every((place) => own(place)?.points === null && own(place)?.weight === null)
    ? all
    : null;
}

/**
 * The total as parts with weights. Null where a name means several items, an item has no points that a weight could be of, or an item
 * with points is left out.
 */
export function composedTotal(
  outline: Outline,
  sums: readonly Sum[],
  bases: readonly Base[],
): readonly ComposedPart[] | null {
  const [total, ...others] = sums;
  if (total === undefined) return null;
  const based = bases.flatMap((base) => basesOf(outline, base) ?? []);
  const isBased = (place: ItemPlace) =>
    based.some(({ section, item }) => section === place.section && item === place.item);
  const taken: ItemPlace[] = [];
  let isClear = true;
  const partsOf = ({ terms }: Sum, deep: number): readonly ComposedPart[] =>
    terms.map(({ name, weight }) => {
      const own = others.find((sum) => sum.name === name);
      if (own !== undefined && deep < 5) return { name, weight, parts: partsOf(own, deep + 1), place: null };
      const place = placeOf(outline, name);
      if (place === undefined) isClear = false;
      if (place != null) {
        const item = outline.sections[place.section]?.items[place.item];
        if (
          (item?.points == null && !isBased(place)) ||
          taken.some((each) => each.section === place.section && each.item === place.item)
        )
          isClear = false;
        taken.push(place);
      }
      return { name, weight, parts: [], place: place ?? null };
    });
  const parts = partsOf(total, 0);
  const isWhole = outline.sections.every(({ items }, section) =>
    items.every(
      ({ role, points, weight }, item) =>
        role !== "item" ||
        (points === null && weight === null) ||
        taken.some((place) => place.section === section && place.item === item),
    ),
  );
  return isClear && isWhole ? parts : null;
}

/**
 * What the weights of sections add up to, where every section with items that score has one and every such item has points; null
 * where the document has none or leaves one out.
 */
export function sectionWeightsOf({ sections }: Pick<Outline, "sections">): string | null {
  const scored = sections.filter(({ items }) =>
    items.some(({ role, points, isImplied }) => role === "item" && (points !== null || !isImplied)),
  );
  const weights = scored.map(({ weight }) => weight ?? null);
  if (scored.length < 2 || weights.includes(null)) return null;
  const hasPoints = scored.every(({ items }) => items.every(({ role, points }) => role !== "item" || points !== null));
  return hasPoints ? sumOf(weights.map((weight) => weight ?? "0")) : null;
}
