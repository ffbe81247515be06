/**
 * `yardstick read`: converts an appraisal document to a draft rubric and reports the state of each clause.
 */
import type { Answers } from "@yardstick/documents";
import type { Context } from "../context.js";
import type { ExitCode } from "../exit.js";
import { DONE, Failure, HAS_ERRORS, NO_FILE, WRONG_USAGE } from "../exit.js";
import { jsonText } from "../json-pieces.js";
import { formatOf } from "../output.js";
import { readingJson, readingText } from "../reading-text.js";
import type { ReadOptions } from "../command-options.js";

/** Runs the command. Exits with 1 while a question is open or, unless `--allow-unread` is given, a clause is not read. */
export async function read(file: string, options: ReadOptions, context: Context): Promise<ExitCode> {
  const format = formatOf(options.format, ["text", "json"] as const, context);
  const table = options.table === undefined ? null : tableFormat(options.table, context);
  const { describeDocumentFailure, printClauseTable, readDocument, rulesByClause } =
    await import("@yardstick/documents");
  const bytes = await context.files.bytes(file);
  const answers = options.answers === undefined ? {} : await answersIn(options.answers, context);
  const reading = readDocument({ bytes, name: file }, { answers });
  const [failure] = reading.failures;
  if (failure !== undefined) {
    throw new Failure(NO_FILE, `${file}: ${describeDocumentFailure(failure, context.lang)}`);
  }
  // A question that is answered may be gone, and an answer may raise another.
  const asked = [reading, readDocument({ bytes, name: file })].flatMap(({ clauses }) =>
    clauses.flatMap(({ questions }) => questions),
  );
  const isKnown = ([id, option]: readonly [string, number]) =>
    (option === 0 && reading.clauses.some(({ number }) => id === `${String(number)}:refuse`)) ||
    asked.some(
      (question) =>
        (question.id === id || (question.scope === "document" && question.code === id)) &&
        option < question.options.length,
    );
  const unknown = Object.entries(answers).find((answer) => !isKnown(answer))?.[0];
  if (unknown !== undefined) throw new Failure(WRONG_USAGE, context.messages.reading.unknownQuestion(unknown));
  const draft = reading.draft();
  if (options.out !== undefined) context.files.write(options.out, draft.text);
  if (options.table !== undefined && table !== null) {
    const { lang } = context;
    context.files.write(
      options.table,
      table === "docx"
        ? printClauseTable(reading, { format: "docx", lang })
        : await printClauseTable(reading, { format: "xlsx", lang }),
    );
  }
  context.io.stdout.write(
    format === "json"
      ? jsonText(readingJson(reading, draft, rulesByClause(draft)))
      : readingText(reading, rulesByClause(draft), context),
  );
  const unread = options.allowUnread ? 0 : reading.totals.clauses["not-read"];
  return reading.open.length > 0 || unread > 0 ? HAS_ERRORS : DONE;
}

/** The format of the table of clauses and rules, by the name of its file. */
function tableFormat(path: string, context: Context): "docx" | "xlsx" {
  const extension = /\.(docx|xlsx)$/iu.exec(path)?.[1]?.toLowerCase();
  if (extension === "docx" || extension === "xlsx") return extension;
  throw new Failure(WRONG_USAGE, context.messages.reading.tableFormat(path));
}

/** Reads answers from a JSON file, which numbers the options from 1; returns indices from 0 by question. */
async function answersIn(path: string, context: Context): Promise<Answers> {
  const wrong = () => new Failure(WRONG_USAGE, context.messages.reading.badAnswers(path));
  let parsed: unknown;
  try {
    parsed = JSON.parse(new TextDecoder().decode(await context.files.bytes(path)));
  } catch (error) {
    throw error instanceof SyntaxError ? wrong() : error;
  }
  if (typeof parsed !== "object" || parsed === null || Array.isArray(parsed)) throw wrong();
  return Object.fromEntries(
    Object.entries(parsed).map(([id, option]) => {
      if (typeof option !== "number" || !Number.isInteger(option) || option < 1 || option > 9) throw wrong();
      return [id, option - 1];
    }),
  );
}
