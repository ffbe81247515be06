/**
 * The options of `yardstick sql`, which scoring in a database takes too.
 */

/** Options of `sql`. */
export interface SqlCommandOptions {
  readonly dialect: string;
  readonly scenario: string | undefined;
  /** Values of the form `LIST=NAME`; the subjects are named as in the data block. */
  readonly table: readonly string[];
  /** Values of the form `LIST=COLUMN`. */
  readonly order: readonly string[];
  /** All periods that occur, separated by commas. */
  readonly periods: string | undefined;
  readonly out: string | undefined;
}
