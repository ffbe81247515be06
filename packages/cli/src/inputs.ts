/**
 * Common input of the scoring commands: compiles the rubric, reads its tables, scores the rubrics that it uses, and scores it.
 */
import type { Dataset, RowChoices } from "@yardstick/engine";
import { foldPeriod } from "@yardstick/engine";
import type { Diagnostic } from "@yardstick/language";
import type { Program } from "@yardstick/language/program";
import type { LocatedProblem, TablesRead } from "@yardstick/tables";
import { readTables } from "@yardstick/tables";
import { setCsvVectors } from "@yardstick/tables/vectors";
import type { Rubric, Scored } from "yardstick";
import { compile, describeFailure, periodsOf, scoreUses } from "yardstick";
import { SourceLines, codeFrame } from "./code-frame.js";
import type { Context } from "./context.js";
import { note } from "./context.js";
import { Failure, HAS_ERRORS, WRONG_USAGE } from "./exit.js";
import { endOnUnreadable, printProblems, printReports } from "./problems-text.js";
import type { RunLimits } from "./run-limits.js";
import { liftingOption, runLimitsOf } from "./run-limits.js";
import type { TableOptions } from "./tables-found.js";
import { findTables } from "./tables-found.js";
import type { RunOptions } from "./command-options.js";

/** A scored rubric with the problems of its data. */
export interface ScoredInputs {
  readonly rubric: Rubric;
  readonly scored: Scored;
  readonly problems: readonly LocatedProblem[];
  /** The history file that was read, or its default path. */
  readonly history: string;
  /** The period that was scored, in its spelling in the data; undefined for all. */
  readonly period: string | undefined;
  /** Reads the same files again, by the columns of another program or with further decisions about rows. */
  readonly read: (program: Program, rows: RowChoices) => Dataset;
}

/** Prints diagnostics as code frames on standard error. */
export function printDiagnostics(
  diagnostics: readonly Diagnostic[],
  file: string,
  source: string,
  context: Context,
): void {
  const lines = new SourceLines(source);
  for (const diagnostic of diagnostics)
    note(context, `${codeFrame(diagnostic, file, lines, context.messages, context.err)}\n`);
}

/** Compiles the rubric at a path. Where it has errors, prints them and throws a `Failure`. */
export async function compiledRubric(named: string, context: Context, limits: RunLimits): Promise<Rubric> {
  const path = context.files.rubricAt(named);
  const source = await context.files.rubric(path);
  const load = (used: string) => context.files.usedRubric(used);
  const { rubric, diagnostics } = compile(source, {
    file: path,
    lang: context.lang,
    load,
    limits: limits.run,
  });
  if (rubric !== null) return rubric;
  const errors = diagnostics.filter(({ severity }) => severity === "error");
  printDiagnostics(errors, path, source, context);
  throw new Failure(HAS_ERRORS, "");
}

const NO_TABLES: TableOptions = { data: [], sheet: undefined, table: [], history: undefined, encoding: undefined };

/** Keys of rows that the user declares to be subjects, or not to be subjects. */
type RowOptions = Pick<RunOptions, "keepRow" | "leaveRow">;

interface DatasetFound extends Pick<ScoredInputs, "problems" | "history" | "read"> {
  readonly dataset: Dataset;
  /** Rows named by an option that neither this data nor that of a used rubric contains. */
  readonly unknownRows: readonly LocatedProblem[];
}

/** The tables of one rubric, with the problems of its own data. */
interface OwnTables {
  readonly tables: TablesRead;
  readonly own: readonly LocatedProblem[];
  /** Rows named by an option that this data does not contain. */
  readonly unknownRows: readonly LocatedProblem[];
  readonly history: string;
  readonly read: (program: Program, rows: RowChoices) => TablesRead;
}

async function tablesOf(
  rubric: Rubric,
  path: string,
  options: TableOptions & RowOptions & { readonly limits: RunLimits },
  context: Context,
): Promise<OwnTables> {
  const { sources, history } = await findTables(rubric.program, path, options, context);
  const { progress, messages } = context;
  const { keepRow, leaveRow, limits } = options;
  const read: OwnTables["read"] = (program, { keep = [], leave = [] }) => {
    const rows = { keep: [...keepRow, ...keep], leave: [...leaveRow, ...leave] };
    return readTables(program, sources, { rows, limits: limits.tables, signal: limits.memory });
  };
  setCsvVectors(true);
  const tables = progress.busy(messages.progress.arranging, () => read(rubric.program, {}));
  printReports(tables.reports, context);
  endOnUnreadable(tables.problems, context, rubric.program.subject);
  const isUnknownRow = ({ reason }: LocatedProblem) => reason === "unknown-row";
  return {
    tables,
    own: tables.problems.filter((problem) => !isUnknownRow(problem)),
    unknownRows: tables.problems.filter(isUnknownRow),
    history,
    read,
  };
}

/** Reads the tables of a rubric and scores the rubrics that it uses with the data in their own folders. */
async function datasetOf(
  rubric: Rubric,
  path: string,
  options: TableOptions & RowOptions & { readonly limits: RunLimits },
  context: Context,
): Promise<DatasetFound> {
  const { progress, messages } = context;
  const { keepRow, leaveRow, limits } = options;
  const { tables, own, history, read, ...found } = await tablesOf(rubric, path, options, context);
  let { unknownRows } = found;
  const problems = [...own];
  const uses = scoreUses(rubric);
  let step = uses.next();
  while (step.done !== true) {
    const { rubric: other, file, used } = step.value;
    const below = await tablesOf(other, file, { ...NO_TABLES, keepRow, leaveRow, limits }, context);
    const scored = progress.busy(messages.progress.scoring, () =>
      other.score({ ...below.tables, problems: below.own, used }, { signal: limits.memory }),
    );
    endOnFailure(scored, context);
    problems.push(...below.own.map((problem) => ({ ...problem, rubric: other.program.title ?? file })));
    unknownRows = unknownRows.filter(({ found }) => below.unknownRows.some((one) => one.found === found));
    step = uses.next(scored);
  }
  const used = step.value;
  // The results list the problems of used data, too, whose rows are no rows of the subjects.
  const ofUsed = problems.filter(({ rubric: of }) => of !== undefined).map((problem) => ({ ...problem, index: null }));
  return {
    dataset: { ...tables, problems: [...own, ...ofUsed], used },
    problems,
    unknownRows,
    history,
    read: (program, rows) => ({ ...read(program, rows), used }),
  };
}

/** Reads and scores; prints the problems of the data on standard error. Throws a `Failure` where there is no result. */
export async function readInputs(path: string, options: RunOptions, context: Context): Promise<ScoredInputs> {
  const limits = runLimitsOf(options.limit, context);
  const rubric = await compiledRubric(path, context, limits);
  const file = rubric.file ?? path;
  const warnings = rubric.diagnostics.filter(({ severity }) => severity === "warning").length;
  if (warnings > 0) note(context, context.err.dim(context.messages.warnings(warnings, file)));
  const { dataset, problems, unknownRows, history, read } = await datasetOf(
    rubric,
    file,
    { ...options, limits },
    context,
  );
  printProblems(problems, context);
  const [unknown] = unknownRows;
  if (unknown !== undefined) {
    throw new Failure(WRONG_USAGE, context.messages.unknownKey(unknown.found, unknown.expected[1] ?? null));
  }
  // For data without periods `--period` selects nothing; it names the period under which results are appended to the history.
  const namesPeriodOnly = rubric.program.period === null && options.appendHistory !== undefined;
  if (namesPeriodOnly && options.period === undefined) throw new Failure(WRONG_USAGE, context.messages.noPeriod);
  // Periods are compared regardless of spelling: 2024 and 2024年.
  const requested = options.period;
  const known = requested === undefined ? [] : periodsOf(rubric.program, dataset);
  const period = namesPeriodOnly
    ? undefined
    : (known.find((each) => foldPeriod(each) === foldPeriod(requested ?? "")) ?? requested);
  const scored = context.progress.busy(context.messages.progress.scoring, () =>
    rubric.score(dataset, { scenario: options.scenario, period, keepSubjects: false, signal: limits.memory }),
  );
  endOnFailure(scored, context);
  return { rubric, scored, problems, history, period, read };
}

/** Throws a `Failure` where the run gave no result; where a limit was exceeded, it names the option that raises it. */
function endOnFailure({ failures, program }: Scored, { lang, messages }: Context): void {
  const [failed] = failures;
  if (failed === undefined) return;
  const option = liftingOption(failed, program.subject);
  const sentences = [describeFailure(failed, lang), ...(option === null ? [] : [messages.liftLimit(option)])];
  throw new Failure(
    failed.kind.startsWith("unknown") ? WRONG_USAGE : HAS_ERRORS,
    sentences.join(lang === "en" ? " " : ""),
  );
}
