/**
 * A lens over each test of a rubric: its place and name, for "run" and for its last outcome.
 */
import type { Analysis, Span } from "@yardstick/language";

export interface TestLens {
  readonly span: Span;
  readonly name: string;
}

export function testLenses({ rubric }: Analysis): TestLens[] {
  return rubric.declarations.flatMap((d) => (d.kind === "test" ? [{ span: d.name.span, name: d.name.value }] : []));
}
