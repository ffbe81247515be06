/** Which rows and columns of the grid are in view, and scrolling to a cell. */
import { HEAD_HEIGHT, ROW_HEIGHT } from "./grid-styles.js";
import type { Place } from "./grid-range.js";

/** Rows rendered above and below those in view. */
const MARGIN = 12;
/** Columns rendered on both sides of those in view. */
const SIDE = 4;
/** Width of the row number column, in pixels. */
export const NUMBERS = 38;

/** The rows and columns to render: `first` and `shown` rows, columns from `firstAt` up to `endAt`. */
export interface Viewport {
  readonly first: number;
  readonly shown: number;
  readonly firstAt: number;
  readonly endAt: number;
}

/** The part of the grid in view, with margins; in blocks, so that scrolling by a row does not render each time. */
export function viewportOf(room: HTMLElement, widths: readonly number[]): Viewport {
  const first = Math.max(0, Math.floor((room.scrollTop - HEAD_HEIGHT) / ROW_HEIGHT) - MARGIN);
  const shown = Math.ceil(room.clientHeight / ROW_HEIGHT) + 2 * MARGIN;
  const { scrollLeft, clientWidth } = room;
  let [edge, firstAt, endAt] = [NUMBERS, 0, widths.length];
  for (const [at, width] of widths.entries()) {
    if (edge + width <= scrollLeft) firstAt = at + 1;
    edge += width;
    if (edge >= scrollLeft + clientWidth) {
      endAt = at + 1;
      break;
    }
  }
  return {
    first: first - (first % MARGIN),
    shown: shown + MARGIN,
    firstAt: Math.max(0, firstAt - (firstAt % SIDE) - SIDE),
    endAt: endAt - (endAt % SIDE) + 2 * SIDE,
  };
}

/** The number of whole rows in view. */
export function pageOf(room: HTMLElement): number {
  return Math.max(1, Math.floor((room.clientHeight - HEAD_HEIGHT) / ROW_HEIGHT) - 1);
}

/** Scrolls so that a cell is in view. `keys`: width of the columns that stay at the left. */
export function scrollToCell(room: HTMLElement, widths: readonly number[], { row, at }: Place, keys: number): void {
  const top = HEAD_HEIGHT + row * ROW_HEIGHT;
  if (top - HEAD_HEIGHT < room.scrollTop) room.scrollTop = top - HEAD_HEIGHT;
  else if (top + ROW_HEIGHT > room.scrollTop + room.clientHeight) room.scrollTop = top + ROW_HEIGHT - room.clientHeight;
  const left = NUMBERS + widths.slice(0, at).reduce((sum, width) => sum + width, 0);
  const width = widths[at] ?? 0;
  if (at > 0 && left - NUMBERS - keys < room.scrollLeft) room.scrollLeft = left - NUMBERS - keys;
  else if (left + width > room.scrollLeft + room.clientWidth) room.scrollLeft = left + width - room.clientWidth;
}
