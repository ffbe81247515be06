/**
 * The desugared form of each suffix of a scoring line. Each file of this folder holds one suffix, named after it.
 */
import type { Line, Suffix } from "../../program/program.js";
import type { Restrictions } from "../nodes/restriction.js";

/** What a suffix contributes: steps on rows, on the sum, or the way in which rows are added up. */
type Contribution = Partial<Restrictions>;

/** `suffix` is the suffix as checked, `line` the line that contains it. */
export type DesugarSuffix = (suffix: Suffix, line: Pick<Line, "each">) => Contribution;
