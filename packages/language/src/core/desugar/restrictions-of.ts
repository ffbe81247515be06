/**
 * The steps of a scoring line: its suffixes, each reduced by its own file, in the order of their turns.
 */
import type { Line, RestrictionKind } from "../../program/program.js";
import { atLeast } from "./at-least.js";
import type { DesugarSuffix } from "./desugared.js";
import { doubleIf } from "./double-if.js";
import { halveIf } from "./halve-if.js";
import { highestPer } from "./highest-per.js";
import { unless } from "./unless.js";
import { upTo } from "./up-to.js";
import { inTurn, type Restrictions } from "../nodes/restriction.js";

/** Among steps of one turn, those of the kind named first act first. */
const desugar: Readonly<Record<RestrictionKind, DesugarSuffix>> = {
  "up-to": upTo,
  "at-least": atLeast,
  "highest-per": highestPer,
  "double-if": doubleIf,
  "halve-if": halveIf,
  unless,
};

const order = Object.keys(desugar);

/** What the suffixes of a line depend on. */
type Restricted = Pick<Line, "each" | "suffixes">;

const known = new WeakMap<Restricted, Restrictions>();

/** The same steps for the same line, so that what is derived from them can be kept as long as the line stays as it is. */
export function restrictionsOf(line: Restricted): Restrictions {
  const before = known.get(line);
  if (before !== undefined) return before;
  const parts = [...line.suffixes]
    .sort((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind))
    .map((suffix) => desugar[suffix.kind](suffix, line));
  const steps = inTurn({
    rows: parts.flatMap(({ rows }) => rows ?? []),
    groups: parts.find(({ groups }) => groups !== undefined)?.groups ?? null,
    sum: parts.flatMap(({ sum }) => sum ?? []),
  });
  known.set(line, steps);
  return steps;
}
