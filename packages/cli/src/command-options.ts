/**
 * A command line as it is parsed: each command with its arguments and options.
 */
import type { ColorChoice } from "./colors.js";
import type { SqlCommandOptions } from "./sql-options.js";
import type { TableOptions } from "./tables-found.js";

/** Options of the scoring commands. */
export interface RunOptions extends TableOptions {
  readonly engine?: string;
  /** A table of the database for the result. */
  readonly into?: string;
  /** Values of the form `LIST=COLUMN`, of tables in a database. */
  readonly order?: readonly string[];
  /** A file, or true for the default history file. */
  readonly appendHistory?: string | true;
  readonly sheets?: boolean;
  /** Whether score sheets list rules without effect. */
  readonly allRules?: boolean;
  readonly period: string | undefined;
  readonly scenario: string | undefined;
  readonly limit: readonly string[];
  /** Keys of rows that are subjects. */
  readonly keepRow: readonly string[];
  /** Keys of rows that are not subjects. */
  readonly leaveRow: readonly string[];
  readonly format: string;
  readonly out: string | undefined;
}

/** Options of `compare`. */
export interface CompareOptions extends Omit<RunOptions, "scenario"> {
  readonly scenario: readonly string[];
}

/** Options of `sensitivity`. */
export interface SensitivityOptions extends RunOptions {
  readonly weight: string | undefined;
  readonly top: string | undefined;
  readonly samples: string | undefined;
  readonly seed: string | undefined;
}

/** Options of `check`. */
export interface CheckOptions {
  readonly format: string;
  readonly denyWarnings: boolean;
  /** Whether fixes that keep all scores are applied to the files. */
  readonly fix: boolean;
  /** Whether the command runs again after each change. */
  readonly watch: boolean;
}

/** Options of `test`. */
export type TestOptions = Pick<CheckOptions, "format" | "watch">;

/** Options of `fmt`. */
export interface FormatterOptions {
  readonly check: boolean;
  readonly keywords: string | undefined;
}

/** Options of `form`. */
export interface EntryFormOptions {
  readonly out: string | undefined;
  readonly assessor: string | undefined;
  /** The folder to which the forms of all assessors are written. */
  readonly everyAssessor: string | undefined;
  readonly data: readonly string[];
  readonly sheet: string | undefined;
  readonly encoding: string | undefined;
}

/** Options of `collect`. */
export interface CollectOptions {
  /** The folder or the workbook with the present tables, into which files are merged. */
  readonly into: string | undefined;
  /** The folder or the workbook to which new tables are written. */
  readonly out: string | undefined;
  /** The file to which the list of missing cells, or a message about them, is written. */
  readonly missing: string | undefined;
  /** The present table, where it is not in the folder of `into`. */
  readonly data: readonly string[];
  readonly encoding: string | undefined;
  readonly limit: readonly string[];
  readonly format: string;
  readonly settle: string | undefined;
  /** Values of the form `KEY/PERIOD/COLUMN=VALUE`. */
  readonly take: readonly string[];
  /** Values of the form `WRITTEN=KEY`. */
  readonly match: readonly string[];
  readonly newSubject: readonly string[];
  readonly keepRow: readonly string[];
  readonly leaveRow: readonly string[];
  /** Values of the form `FILE=PERIOD`. */
  readonly filePeriod: readonly string[];
  /** Values of the form `FILE=NAME`. */
  readonly department: readonly string[];
  readonly period: readonly string[];
}

/** Options of `read`. */
export interface ReadOptions {
  /** The file to which the draft is written. */
  readonly out: string | undefined;
  readonly answers: string | undefined;
  /** The file to which clauses and rules are written side by side. */
  readonly table: string | undefined;
  readonly format: string;
  readonly allowUnread: boolean;
}

/** Options of `print`. */
export interface PrintOptions {
  readonly out: string | undefined;
  readonly format: string;
  readonly layout: string;
  readonly style: string;
}

/** Options of `schema`. */
export interface SchemaOptions {
  readonly format: string;
  readonly out: string | undefined;
}

/** Options of `compile`. */
export type CompileOptions = Pick<SchemaOptions, "out">;

/** Options of `verify`. */
export interface VerifyOptions extends Omit<
  RunOptions,
  "engine" | "into" | "order" | "appendHistory" | "sheets" | "allRules"
> {
  readonly rubric: string;
}

/** Options of `lsp`. */
export interface LanguageServerOptions {
  /** The language requested on the command line; undefined for that of the client. */
  readonly lang: string | undefined;
}

/** Options of `new`. */
export interface TemplateOptions {
  readonly template?: string;
}

/** A parsed command with its arguments and options. */
export type Request =
  | { readonly command: "score" | "impact"; readonly rubric: string; readonly options: RunOptions }
  | { readonly command: "explain"; readonly rubric: string; readonly key: string; readonly options: RunOptions }
  | { readonly command: "form"; readonly rubric: string; readonly options: EntryFormOptions }
  | {
      readonly command: "collect";
      readonly rubric: string;
      readonly files: readonly string[];
      readonly options: CollectOptions;
    }
  | { readonly command: "compare"; readonly rubric: string; readonly options: CompareOptions }
  | { readonly command: "sensitivity"; readonly rubric: string; readonly options: SensitivityOptions }
  | { readonly command: "fmt"; readonly paths: readonly string[]; readonly options: FormatterOptions }
  | { readonly command: "read"; readonly file: string; readonly options: ReadOptions }
  | { readonly command: "print"; readonly rubric: string; readonly options: PrintOptions }
  | { readonly command: "compile"; readonly rubric: string; readonly options: CompileOptions }
  | { readonly command: "schema"; readonly rubric: string; readonly options: SchemaOptions }
  | { readonly command: "verify"; readonly file: string; readonly options: VerifyOptions }
  | { readonly command: "sql"; readonly rubric: string; readonly options: SqlCommandOptions }
  | { readonly command: "lsp"; readonly options: LanguageServerOptions }
  | { readonly command: "completion"; readonly shell: string; readonly options: object }
  | { readonly command: "new"; readonly folder: string; readonly options: TemplateOptions }
  | { readonly command: "check"; readonly paths: readonly string[]; readonly options: CheckOptions }
  | { readonly command: "test"; readonly paths: readonly string[]; readonly options: TestOptions };

/** A parsed command line. */
export interface CommandLine {
  readonly request: Request;
  readonly color: ColorChoice;
}
