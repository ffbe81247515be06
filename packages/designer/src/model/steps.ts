/**
 * Bands as the steps of a chart: the value of each, and the limits between them. Null when a band has more than one
 * number.
 */
import { slotsOf, type Piece, type Row } from "./piece.js";

/** One step of the chart. */
export interface Step {
  /** A binary float, only for the height; the label is `text`. */
  readonly height: number;
  readonly text: string;
  /** A level or a single value; empty for a range of numbers, which is labelled by its limits. */
  readonly label: string;
  /** The limit between this step and the next; empty when there is none. */
  readonly limit: string;
}

/** The steps of a sentence with bands. Null when there are fewer than two bands, or a band has more than one number. */
export function stepsOf(pieces: readonly Piece[]): readonly Step[] | null {
  const bands = pieces.find((piece) => piece.kind === "rows" && piece.block === "byTable");
  if (bands?.kind !== "rows" || bands.rows.length < 2) return null;
  const steps = bands.rows.map((row, at): Step | null => {
    const [value, ...others] = slotsOf(row.pieces);
    if (value?.type !== "number" || others.length > 0) return null;
    const ends = endsOf(row);
    const next = bands.rows[at + 1];
    const limit = next === undefined ? "" : (ends.to ?? endsOf(next).from ?? "");
    return {
      height: Number(value.value),
      text: textOf(row.pieces),
      label: ends.from === null && ends.to === null ? textOf(row.key) : "",
      limit,
    };
  });
  return steps.every((step) => step !== null) ? steps : null;
}

/** The limits of a band of numbers, with their units. */
function endsOf({ key }: Row): { readonly from: string | null; readonly to: string | null } {
  const numbers = key.flatMap((piece, at) => {
    if (piece.kind !== "slot" || piece.type !== "number") return [];
    const unit = key[at + 1];
    return [piece.value + (unit?.kind === "word" && unit.isTight ? unit.text : "")];
  });
  const [first = null, second = null] = numbers;
  const [head] = key;
  if (second !== null) return { from: first, to: second };
  if (head?.kind === "slot" && head.type === "choice" && first !== null)
    return /[<≤]/.test(head.value) ? { from: null, to: first } : { from: first, to: null };
  return { from: null, to: null };
}

function textOf(pieces: readonly Piece[]): string {
  return pieces
    .map((piece) => (piece.kind === "slot" ? piece.value : piece.kind === "word" ? piece.text : ""))
    .join("")
    .trim();
}
