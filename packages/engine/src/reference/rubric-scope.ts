/**
 * The surroundings of an expression that belongs to no subject: defaults, quotas, policies, the values of tests.
 * It may read constants and points and, in a policy, functions across all the subjects of a period.
 */
import { rational } from "@yardstick/exact";
import type { Cohort, CoreProgram, ReferenceRead } from "@yardstick/language/core";
import { InternalError, at } from "../values/internal-error.js";
import type { Owner, Scope } from "./scope.js";
import { Trace } from "./trace.js";
import type { Value } from "../values/value.js";

export interface RubricAnswers {
  readonly program: CoreProgram;
  constant(index: number): Value;
  across(node: Cohort, scope: Scope): Value;
}

export class RubricScope implements Scope {
  readonly points = null;
  readonly published = true;
  readonly program: CoreProgram;

  constructor(
    private readonly answers: RubricAnswers,
    readonly owner: Owner,
    readonly trace: Trace = new Trace(null),
  ) {
    this.program = answers.program;
  }

  constant(index: number): Value {
    return this.answers.constant(index);
  }

  across(node: Cohort): Value {
    return this.answers.across(node, this);
  }

  result({ to: of }: ReferenceRead): Value {
    return of.kind === "part-points" ? rational(at(this.program.parts, of.part).points) : noSubject();
  }

  noting(trace: Trace): Scope {
    return new RubricScope(this.answers, this.owner, trace);
  }

  readonly field = noSubject;
  readonly cell = noSubject;
  readonly rows = noSubject;
  readonly atRow = noSubject;
  readonly atPeriod = noSubject;
  readonly period = null;
  readonly previous = noSubject;
  readonly running = noSubject;
}

function noSubject(): never {
  throw new InternalError("a subject's own value outside a subject");
}
