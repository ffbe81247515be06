/** The text that a location refers to. */
import type { Block, Location } from "../blocks/block.js";
import { gridOf } from "./grid.js";

/** The whole text of the block or cell that a location names, as its offsets count; an empty text where there is none. */
export function locatedText(blocks: readonly Block[], { block, row, column }: Location): string {
  const found = blocks[block];
  if (found === undefined) return "";
  return found.kind === "table" ? (gridOf(found).at(row, column)?.text ?? "") : found.text;
}
