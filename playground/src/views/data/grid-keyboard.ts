/**
 * The keyboard of the grid: turns keys into moves and acts, and decides when Tab moves by cell and when it leaves the grid.
 */
import { fieldAction, gridAction, type FieldAction, type GridAction } from "./grid-keys.js";
import type { Place } from "./grid-range.js";

/** The acts that need nothing but their name. */
type PlainAct = Exclude<(GridAction | FieldAction)["kind"], "move" | "edge" | "fill" | "tab" | "enter" | "leave">;

/** Actions after which the current cell is the same. */
const KEEPING_THE_CELL: ReadonlySet<string> = new Set<(GridAction | FieldAction)["kind"]>([
  "type",
  "edit",
  "cancel",
  "clear",
  "fill",
  "fill-range",
]);

/** The grid as far as its keyboard needs it. */
export interface KeyboardPort {
  state(): {
    /** The current cell. */
    readonly place: Place;
    readonly rows: number;
    readonly columns: number;
    /** Rows of a page. */
    readonly page: number;
    /** Whether the current cell is edited, and whether its text was typed over it. */
    readonly draft: "typed" | "edited" | null;
  };
  isOutside(node: Node): boolean;
  /** Takes the text that is being edited over; does nothing while none is. */
  keep(): void;
  moveTo(place: Place, isExtending: boolean): void;
  edgeFrom(place: Place, axis: "row" | "column", step: 1 | -1): Place;
  fillFrom(side: "top" | "left"): void;
  readonly acts: Readonly<Record<PlainAct, () => void>>;
}

/** Handles the keys of one grid. */
export class GridKeyboard {
  readonly #trail = new TabTrail();

  constructor(private readonly grid: KeyboardPort) {}

  /** Something was done in the grid by other means than keys. */
  acted(): void {
    this.#trail.acted();
  }

  readonly onKeyDown = (event: KeyboardEvent): void => {
    if (event.isComposing) return;
    const { draft, page } = this.grid.state();
    const action = draft === null ? gridAction(event, page) : fieldAction(event, draft === "typed");
    if (action === null || !this.#act(action) || action.kind === "type") return;
    event.preventDefault();
    event.stopPropagation();
  };

  readonly onKeyUp = ({ key }: KeyboardEvent): void => {
    if (key === "Tab") this.#trail.released();
  };

  readonly onFocusOut = ({ relatedTarget: to }: FocusEvent): void => {
    if (to instanceof Node && this.grid.isOutside(to)) this.#trail.left();
  };

  /** Whether the key is used up; a Tab or Esc that leaves the grid is not. */
  #act(action: GridAction | FieldAction): boolean {
    const { grid } = this;
    const { place, rows, columns, draft } = grid.state();
    switch (action.kind) {
      case "tab": {
        const to = this.#trail.next(place, action.step, rows, columns, draft !== null);
        grid.keep();
        if (to !== null) grid.moveTo(to, false);
        return to !== null;
      }
      case "enter":
        grid.keep();
        this.#move(action.step, this.#trail.column(place.at) - place.at, false);
        return true;
      case "leave":
        this.#trail.left();
        return false;
    }
    this.#trail.acted(!KEEPING_THE_CELL.has(action.kind));
    switch (action.kind) {
      case "move":
        grid.keep();
        this.#move(action.rows, action.columns, action.isExtending);
        break;
      case "edge":
        grid.moveTo(grid.edgeFrom(place, action.axis, action.step), action.isExtending);
        break;
      case "fill":
        grid.fillFrom(action.side);
        break;
      default:
        grid.acts[action.kind]();
    }
    return true;
  }

  #move(down: number, right: number, isExtending: boolean): void {
    const { place, rows, columns } = this.grid.state();
    const within = (at: number, count: number) => Math.max(0, Math.min(count - 1, at));
    this.grid.moveTo({ row: within(place.row + down, rows), at: within(place.at + right, columns) }, isExtending);
  }
}

/**
 * The way of Tab through the grid. No keyboard user is held in it: Tab moves by cell only after something was done in the grid, and
 * leaves it past its last cell, before its first, after Esc, and when the focus has just arrived.
 */
export class TabTrail {
  #isMoving = false;
  /** Whether the last Tab was pressed in the grid; one that only ends in it has brought the focus. */
  #isPressedHere = false;
  /** The leftmost column of a run of Tabs, to which Enter returns. */
  #began: number | null = null;

  /** Something was done in the grid: from now on Tab moves by cell. `isMove`: another cell was chosen. */
  acted(isMove = true): void {
    this.#isMoving = true;
    if (isMove) this.#began = null;
  }

  /** The focus has left the grid, or Esc was pressed. */
  left(): void {
    [this.#isMoving, this.#isPressedHere] = [false, false];
    this.#began = null;
  }

  /** Tab was released in the grid. */
  released(): void {
    if (!this.#isPressedHere) this.left();
    this.#isPressedHere = false;
  }

  /** The cell to which Tab moves; null where it leaves the grid. `isEditing`: a cell is being edited. */
  next({ row, at }: Place, step: 1 | -1, rows: number, columns: number, isEditing: boolean): Place | null {
    const to = row * columns + at + step;
    if ((!this.#isMoving && !isEditing) || to < 0 || to >= rows * columns) {
      this.left();
      return null;
    }
    [this.#isMoving, this.#isPressedHere] = [true, true];
    const next = { row: Math.floor(to / columns), at: to % columns };
    this.#began = Math.min(this.#began ?? at, next.at);
    return next;
  }

  /** The column in which Enter continues from a cell. */
  column(at: number): number {
    const began = this.#began ?? at;
    this.acted();
    return began;
  }
}
