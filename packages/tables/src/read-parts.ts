/** The parts of a program that determine how tables are read: a caller that keeps what it read compares them. */
import type { Program } from "@yardstick/language/program";
import { opponentColumns } from "./side-rows.js";
import { comparedIn } from "./spelling-unifier.js";

/** Two programs with equal texts read the same tables alike; positions and documentation of the rubric are irrelevant. */
export interface ReadParts {
  /** How each cell is read. */
  readonly cells: string;
  /** How tables are read as a whole, cells included: which spellings are unified, and which cells name another subject. */
  readonly tables: string;
}

/** The parts of a program that determine how its tables are read. */
export function readParts(program: Program): ReadParts {
  const { subject, fields, key, period, lists, constants, choices } = program;
  const cells = JSON.stringify({ subject, fields, key, period, lists, constants, choices }, (name, value: unknown) =>
    name === "span" || name === "documentation" ? undefined : value,
  );
  const { fields: compared, columns, literals } = comparedIn(program);
  const opponents = opponentColumns(program).map(({ list, column }) => [list, column]);
  return { cells, tables: JSON.stringify([cells, [...compared], [...columns], literals, opponents]) };
}
