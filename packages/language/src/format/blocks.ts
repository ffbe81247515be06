/**
 * The grammar's blocks, by rule: what brackets they have, which rules are the elements inside, and what parts two elements
 * that stand on one line. On several lines the line's end parts them, save in square brackets.
 */
export interface Block {
  readonly elements: readonly string[];
  readonly between: "," | ";";
  /** Whether the separator is written at a line's end, too. */
  readonly always: boolean;
}

function block(between: Block["between"], ...elements: string[]): Block {
  return { elements, between, always: false };
}

const blocks: Readonly<Record<string, Block>> = {
  rubric: block(";", "declaration"),
  fields: block(",", "field"),
  parts: block(";", "section", "item", "allowance", "data", "applies"),
  variants: block(";", "variant"),
  lines: block(";", "line", "applies"),
  byTable: block(";", "bandRow"),
  veto: block(";", "vetoEffect"),
  grades: block(";", "gradeRow", "adjustment"),
  scenario: block(";", "change"),
  test: block(";", "given", "expect"),
  given: block(",", "givenEntry"),
  expect: block(",", "entry"),
  rows: { elements: ["row"], between: ",", always: true },
  row: block(",", "entry"),
};

export function blockOf(rule: string): Block | null {
  return blocks[rule] ?? null;
}

/** A whole file, whose declarations are not enclosed in brackets. */
export const file = blocks["rubric"] as Block;
