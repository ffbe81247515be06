/**
 * How a command ends: the exit codes that scripts rely on, and the failure that carries one with its sentence.
 */

export const DONE = 0;
/** The rubric, the data or a test has errors. */
export const HAS_ERRORS = 1;
export const WRONG_USAGE = 2;
/** A file cannot be read or written. */
export const NO_FILE = 3;

/** A mistake of this program, as `sysexits.h` numbers it. */
export const UNEXPECTED = 70;

export type ExitCode = typeof DONE | typeof HAS_ERRORS | typeof WRONG_USAGE | typeof NO_FILE;

/** Ends the command; `message` is a whole sentence, empty where everything has been said already. */
export class Failure extends Error {
  constructor(
    readonly exitCode: Exclude<ExitCode, typeof DONE>,
    message: string,
  ) {
    super(message);
    this.name = "Failure";
  }
}
