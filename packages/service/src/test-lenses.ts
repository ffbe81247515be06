/**
 * Code lenses for the tests of a rubric.
 */
import type { Analysis, Span } from "@yardstick/language";

/** The position and name of a test. */
export interface TestLens {
  readonly span: Span;
  readonly name: string;
}

/** The tests of a text. */
export function testLenses({ rubric }: Analysis): TestLens[] {
  return rubric.declarations.flatMap((d) => (d.kind === "test" ? [{ span: d.name.span, name: d.name.value }] : []));
}
