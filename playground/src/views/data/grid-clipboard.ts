/** Cells from and to the clipboard, in the form in which spreadsheets exchange them. */
import type { DataTexts } from "../../messages/data.js";
import { copiedCells, leftOut } from "../../project/table-rows.js";
import type { DisplayedCells } from "./displayed-cells.js";
import { blockOf, clipboardText, tiled, type Place, type Range } from "./grid-range.js";

/** Puts the text of a range on the clipboard. */
export function copyRange(event: ClipboardEvent, cells: DisplayedCells, range: Range): void {
  event.preventDefault();
  event.clipboardData?.setData("text/plain", clipboardText(blockOf(range, (row, at) => cells.textAt(row, at))));
}

/** What a paste did: the far end of the cells that were written, and a notice about those that did not fit. */
export interface Pasted {
  readonly end: Place;
  readonly notice: string;
}

/**
 * Writes cells from the clipboard at the top left of a range, as one step of undo. A block that fits into the range
 * several times fills it; below filtered rows nothing is written.
 */
export function pasteText(text: string, cells: DisplayedCells, range: Range, messages: DataTexts): Pasted {
  const columns = cells.view?.columns.length ?? 0;
  const block = tiled(copiedCells(text), range);
  const room = cells.isWhole ? block.length : cells.count - range.top;
  cells.put(range, block.slice(0, room));
  const wide = Math.max(0, ...block.map((row) => row.length));
  const beyond = leftOut(block, columns - range.left);
  const below = Math.max(0, block.length - room);
  return {
    end: {
      row: range.top + Math.min(block.length, room) - 1,
      at: Math.min(columns - 1, range.left + wide - 1),
    },
    notice: [beyond > 0 ? messages.pasteBeyond(beyond) : "", below > 0 ? messages.pasteBelow(below) : ""].join(""),
  };
}
