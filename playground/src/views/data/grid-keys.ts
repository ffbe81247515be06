/** What keys do in the grid, as in a spreadsheet. */

/** An action of the grid. */
export type GridAction =
  /** By rows and columns; infinite to the edge of the table. */
  | { readonly kind: "move"; readonly rows: number; readonly columns: number; readonly isExtending: boolean }
  /** To the edge of the filled cells. */
  | { readonly kind: "edge"; readonly axis: "row" | "column"; readonly step: 1 | -1; readonly isExtending: boolean }
  /** To the next cell or the previous one, row by row, or out of the grid. */
  | { readonly kind: "tab"; readonly step: 1 | -1 }
  /** Down or up. */
  | { readonly kind: "enter"; readonly step: 1 | -1 }
  /** The next Tab leaves the grid. */
  | { readonly kind: "leave" }
  | { readonly kind: "undo" | "redo" | "all" | "find" | "columns" | "rows" | "edit" | "clear" | "type" }
  | { readonly kind: "fill"; readonly side: "top" | "left" };

const STEPS: ReadonlyMap<string, readonly [number, number]> = new Map(
  Object.entries({
    ArrowDown: [1, 0],
    ArrowUp: [-1, 0],
    ArrowLeft: [0, -1],
    ArrowRight: [0, 1],
    Home: [0, -Infinity],
    End: [0, Infinity],
  } satisfies Readonly<Record<string, readonly [number, number]>>),
);

const WITH_CONTROL: ReadonlyMap<string, GridAction> = new Map(
  Object.entries({
    y: { kind: "redo" },
    a: { kind: "all" },
    d: { kind: "fill", side: "top" },
    r: { kind: "fill", side: "left" },
    f: { kind: "find" },
    h: { kind: "find" },
    " ": { kind: "columns" },
  } satisfies Readonly<Record<string, GridAction>>),
);

/** The action of a key while no cell is edited; null for one that the grid leaves alone. `page`: rows of a page. */
export function gridAction(
  { key, ctrlKey, metaKey, altKey, shiftKey }: KeyboardEvent,
  page: number,
): GridAction | null {
  const move = (rows: number, columns: number): GridAction => ({ kind: "move", rows, columns, isExtending: shiftKey });
  if (altKey) return null;
  const step = STEPS.get(key);
  if (ctrlKey || metaKey) {
    if (key.toLowerCase() === "z") return { kind: shiftKey ? "redo" : "undo" };
    if (key === "Home") return move(-Infinity, -Infinity);
    if (key === "End") return move(Infinity, Infinity);
    if (step !== undefined) {
      const axis = step[0] === 0 ? "column" : "row";
      return { kind: "edge", axis, step: step[0] + step[1] > 0 ? 1 : -1, isExtending: shiftKey };
    }
    return WITH_CONTROL.get(key.toLowerCase()) ?? null;
  }
  if (step !== undefined) return move(...step);
  if (key === "PageDown") return move(page, 0);
  if (key === "PageUp") return move(-page, 0);
  if (key === " " && shiftKey) return { kind: "rows" };
  if (key === "Tab") return { kind: "tab", step: shiftKey ? -1 : 1 };
  if (key === "Enter") return { kind: "enter", step: shiftKey ? -1 : 1 };
  if (key === "Escape") return { kind: "leave" };
  if (key === "F2") return { kind: "edit" };
  if (key === "Delete" || key === "Backspace") return { kind: "clear" };
  return [...key].length === 1 || key === "Process" ? { kind: "type" } : null;
}

/** An action of the input in which a cell is edited; all but `fill-range` and `cancel` take its text over. */
export type FieldAction =
  Extract<GridAction, { readonly kind: "move" | "tab" | "enter" }> | { readonly kind: "fill-range" | "cancel" };

/**
 * The action of a key while a cell is edited; null for one that the input handles. `isTyped`: the text was typed over the
 * cell, so that arrow keys leave it; when the text of the cell itself is edited, they move in it.
 */
export function fieldAction(event: KeyboardEvent, isTyped: boolean): FieldAction | null {
  const { key, ctrlKey, metaKey, altKey, shiftKey } = event;
  const step = shiftKey ? -1 : 1;
  switch (key) {
    case "Enter":
      return altKey ? null : ctrlKey || metaKey ? { kind: "fill-range" } : { kind: "enter", step };
    case "Tab":
      return { kind: "tab", step };
    case "Escape":
      return { kind: "cancel" };
    default: {
      const [rows, columns] = STEPS.get(key) ?? [0, 0];
      if (!isTyped || !key.startsWith("Arrow") || ctrlKey || metaKey || altKey || shiftKey) return null;
      return { kind: "move", rows, columns, isExtending: false };
    }
  }
}
