// Whether the columnar engine and the reference agree about one program and its data, to the last digit.

import { fixedText, whole } from "@yardstick/exact";
import type { Program } from "@yardstick/language/program";
import { evaluateColumns } from "../../src/session/evaluate-columns.js";
import type { Dataset } from "../../src/data/dataset.js";
import { notedSubjects, subjectIds } from "../../src/data/noted-subjects.js";
import type { SubjectId } from "../../src/data/subject-id.js";
import { evaluate, evaluationOf } from "../../src/run/evaluate.js";
import { explanationOf } from "../../src/explain/explain.js";
import { generatedData } from "./generated-data.js";
import { generatedProgram } from "./generated-program.js";
import { setSimd } from "../../src/simd/set-simd.js";
import { Tape } from "./tape.js";

export interface Agreement {
  readonly constructs: ReadonlySet<string>;
  readonly because: string | null;
  /** Null: they agree. */
  readonly difference: string | null;
}

/** Whatever is thrown by either counts as its answer. Half of the pairs run in WebAssembly. */
export function agreementOn(numbers: readonly number[]): Agreement {
  const tape = new Tape(numbers);
  const program = generatedProgram(tape);
  const data = generatedData(tape, program);
  return { constructs: tape.met, ...compareOn(program, data, (numbers[0] ?? 0) % 2 === 0) };
}

const named = ({ key, period }: SubjectId): readonly unknown[] => [key, period];

/** @param isSimd whether the columns are computed by the loops in WebAssembly, or by those in JavaScript */
export function compareOn(program: Program, data: Dataset, isSimd = true): Omit<Agreement, "constructs"> {
  setSimd(isSimd);
  const expected = evaluate(program, data);
  const found = evaluateColumns(program, data);
  const same = (name: string, a: unknown, b: unknown) =>
    JSON.stringify(a) === JSON.stringify(b)
      ? []
      : [`${name}: expected ${JSON.stringify(a)}, found ${JSON.stringify(b)}`];
  // Subjects and explanations are computed on access, in JavaScript.
  setSimd(true);
  const differences = [
    ...expected.subjects.flatMap((subject, row) => same(`row ${row}`, subject, found.subjects[row])),
    ...same("noted subjects", [...notedSubjects(expected)], [...notedSubjects(found)]),
    ...same("subjects by name", expected.subjects.map(named), [...subjectIds(found)].map(named)),
    ...same("requirements", expected.requirements, found.requirements),
    ...same("policies", expected.policies, found.policies),
    ...same("cuts", expected.cuts, found.cuts),
    ...columnDifferences(),
    ...explanationDifferences(),
  ];
  return { because: found.because, difference: differences[0] ?? null };

  function explanationDifferences(): readonly string[] {
    const { explain } = found;
    if (explain === null) return [];
    // One subject a pair, another one in each; in some after the one behind it, since explanations share what they can.
    const choice = program.parts.length + program.fields.length;
    const row = choice % expected.subjects.length;
    if (choice % 4 === 0) explain((row + 1) % expected.subjects.length);
    const evaluation = evaluationOf(program, data, {}, row);
    return same(
      `explanation of row ${row}`,
      explanationOf(evaluation.subjectAt(row), evaluation, program),
      explain(row),
    );
  }

  // Subjects are made by the reference from what the columns hold; the columns themselves must say the same.
  function columnDifferences(): readonly string[] {
    const { scores } = found;
    if (scores === null) return [];
    return expected.subjects.flatMap((subject, row) => {
      const isPending = scores.pending !== null && scores.pending[row] !== 0;
      const score = isPending
        ? null
        : fixedText(whole(scores.values[row] ?? 0).div(whole(scores.den)), program.scoreDecimals);
      const places = Object.fromEntries(
        [...found.places].map(([name, values]) => [name, (values[row] ?? 0) === 0 ? null : values[row]]),
      );
      return [
        ...same(`score of row ${row}`, subject.score, score),
        ...same(`places of row ${row}`, subject.rankings, places),
      ];
    });
  }
}
