/**
 * `yardstick form`: creates a workbook to fill in, with all columns of the rubric's data or those of one assessor.
 */
import { join } from "node:path";
import { entryForm, formAssessors, formFileNames, readTables, writeWorkbook } from "@yardstick/tables";
import type { TableSource } from "@yardstick/tables";
import type { Rubric } from "yardstick";
import type { Context } from "../context.js";
import { note } from "../context.js";
import type { ExitCode } from "../exit.js";
import { DONE, Failure, WRONG_USAGE } from "../exit.js";
import { compiledRubric } from "../inputs.js";
import { publish } from "../output.js";
import { endOnUnreadable } from "../problems-text.js";
import { runLimitsOf } from "../run-limits.js";
import { checkSheetOption, encodingOf, readSource } from "../tables-found.js";
import type { EntryFormOptions } from "../command-options.js";

/** The subjects of the data files; problems of single cells are ignored. */
async function subjectsOf({ program }: Rubric, { data, sheet, encoding }: EntryFormOptions, context: Context) {
  const chosen = encodingOf(encoding, context);
  const limits = runLimitsOf([], context);
  const sources: TableSource[] = [];
  for (const path of data) {
    sources.push(await readSource(path, { role: "subjects" }, { encoding: chosen, sheet, limits }, context));
  }
  checkSheetOption(sheet, sources, context);
  const { subjects, problems } = readTables(program, sources, { limits: limits.tables });
  endOnUnreadable(problems, context, program.subject);
  const periods = program.period === null ? [] : (subjects.columns[program.period] ?? []);
  return (subjects.columns[program.key] ?? []).map((key, row) => ({
    key: String(key ?? ""),
    period: typeof periods[row] === "string" ? periods[row] : null,
  }));
}

/** Runs the command. */
export async function form(path: string, options: EntryFormOptions, context: Context): Promise<ExitCode> {
  const { messages, lang } = context;
  const { out, everyAssessor } = options;
  if ((out === undefined) === (everyAssessor === undefined)) throw new Failure(WRONG_USAGE, messages.formNeedsOut);
  const rubric = await compiledRubric(path, context, runLimitsOf([], context));
  const { program, source } = rubric;
  const assessor = options.assessor?.trim().normalize("NFC") ?? null;
  const known = formAssessors(program);
  if ((assessor !== null && !known.includes(assessor)) || (everyAssessor !== undefined && known.length === 0)) {
    throw new Failure(WRONG_USAGE, messages.unknownAssessor(assessor ?? "", known));
  }
  const subjects = await subjectsOf(rubric, options, context);
  const formOf = (of: string | null) => entryForm(program, { lang, assessor: of, subjects, source });
  if (everyAssessor !== undefined) {
    context.files.makeFolder(everyAssessor);
    for (const [name, file] of formFileNames(known)) {
      await publish(await writeWorkbook(formOf(name).book), join(everyAssessor, file), context);
    }
  } else {
    await publish(await writeWorkbook(formOf(assessor).book), out, context);
  }
  const { unassigned } = formOf(assessor);
  if ((assessor !== null || everyAssessor !== undefined) && unassigned.length > 0) {
    note(context, messages.unassigned(unassigned));
  }
  return DONE;
}
