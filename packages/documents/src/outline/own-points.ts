/** Entries of an item that state points of their own behind their text: `1.缺一次扣1分。（5分）`. */
import { numberText } from "../words/numerals.js";
import { sumOf, type MutableItem, type MutableSection, type Passage } from "./outline.js";
import { namedPart } from "./part-name.js";

const BEHIND = /\s*[(（]\s*(?:满分|共|计|分值|本项)?[:：]?\s*(\d+(?:\.\d+)?)\s*分\s*[)）]\s*[。；;.]?\s*$/u;

interface Entry {
  readonly passage: Passage;
  readonly points: string;
}

/** The lines of a passage, each with the points behind it; null where one has none. */
function entriesOf(passage: Passage): readonly Entry[] | null {
  if (passage.levels !== null || passage.source !== "clause") return null;
  const entries: Entry[] = [];
  let from = 0;
  for (const line of passage.text.split("\n")) {
    const found = BEHIND.exec(line);
    const points = numberText(found?.[1] ?? "");
    if (line.trim() !== "") {
      if (found === null || points === null || found.index === 0) return null;
      const begin = passage.at.from + from;
      entries.push({
        passage: {
          ...passage,
          text: line.slice(0, found.index),
          at: { ...passage.at, from: begin, to: begin + found.index },
        },
        points,
      });
    }
    from += line.length + 1;
  }
  return entries.length === 0 ? null : entries;
}

/** A short name from the first words of an entry. */
function entryName(text: string, item: string, at: number): string {
  const first = namedPart(text.split(/[,，。;；:：（(]/u)[0] ?? "").name;
  const most = /[\u4e00-\u9fff]/u.test(first) ? 16 : 40;
  return first === "" || first.length > most ? `${item}${String(at + 1)}` : first;
}

/** The items of an entry each, where all entries of an item have points that make up those of the item, or the item has none. */
function split(item: MutableItem): readonly MutableItem[] {
  const own = item.passages.filter(({ source }) => source === "clause");
  const lists = own.map(entriesOf);
  const entries = lists.flatMap((list) => list ?? []);
  if (lists.includes(null) || entries.length < 2 || own.length !== item.passages.length) return [item];
  if (item.points !== null && sumOf(entries.map(({ points }) => points)) !== item.points) return [item];
  return entries.map(({ passage, points }, at) => ({
    ...item,
    name: entryName(passage.text, item.name, at),
    points,
    isImplied: false,
    passages: [passage],
  }));
}

/** Splits the items of a section whose entries have points of their own. */
export function splitEntries(section: MutableSection): void {
  section.items = section.items.flatMap((item) =>
    item.role === "item" && item.weight === null ? split(item) : [item],
  );
}
