/**
 * The exit codes of the command, and the failure that ends it.
 */

/** The command succeeded. */
export const DONE = 0;
/** The rubric, the data or a test has errors. */
export const HAS_ERRORS = 1;
/** The command line is invalid. */
export const WRONG_USAGE = 2;
/** A file cannot be read or written. */
export const NO_FILE = 3;

/** A bug in this program; the number is `EX_SOFTWARE` of `sysexits.h`. */
export const UNEXPECTED = 70;

/** Exit codes of a command that ends as intended. */
export type ExitCode = typeof DONE | typeof HAS_ERRORS | typeof WRONG_USAGE | typeof NO_FILE;

/** Ends the command with an exit code; `message` is a complete sentence, empty where everything has been reported. */
export class Failure extends Error {
  constructor(
    readonly exitCode: Exclude<ExitCode, typeof DONE>,
    message: string,
  ) {
    super(message);
    this.name = "Failure";
  }
}
