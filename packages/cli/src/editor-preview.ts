/**
 * The page that an editor shows beside a rubric: the ranking, or the score sheet of a subject, with the data found beside the rubric.
 */
import { isAbsolute } from "node:path";
import { nearestName } from "@yardstick/tables";
import type { Preview, PreviewRequest } from "@yardstick/lsp";
import { noticePage, sheetPage } from "yardstick";
import { contextOf, type Context } from "./context.js";
import { Failure, WRONG_USAGE } from "./exit.js";
import { FileReader } from "./files.js";
import type { ScoredInputs } from "./inputs.js";
import { readInputs } from "./inputs.js";
import { sheetOfOne } from "./score-sheets.js";
import type { Io } from "./io.js";
import type { RunOptions } from "./command-options.js";
import type { Messages } from "./messages.js";

/** Reads rubrics from open editors first. */
class EditedFiles extends FileReader {
  constructor(
    io: Io,
    messages: Messages,
    private readonly read: (path: string) => string | null,
  ) {
    super(io, messages);
  }

  override async rubric(path: string): Promise<string> {
    return this.read(path) ?? super.rubric(path);
  }

  override usedRubric(path: string): string | null {
    return this.read(path) ?? super.usedRubric(path);
  }
}

const OPTIONS: Omit<RunOptions, "period"> = {
  data: [],
  sheet: undefined,
  table: [],
  history: undefined,
  encoding: undefined,
  scenario: undefined,
  limit: [],
  keepRow: [],
  leaveRow: [],
  format: "html",
  out: undefined,
};

/** Scores and draws. What the command would print on standard error is in `notes`. */
export async function editorPreview(request: PreviewRequest, { io }: Context): Promise<Preview> {
  const notes: string[] = [];
  const silent = {
    ...io,
    stdout: { write: () => true },
    stderr: {
      write: (text: string | Uint8Array) =>
        notes.push((typeof text === "string" ? text : new TextDecoder().decode(text)).trimEnd()),
    },
    progressFd: undefined,
  };
  const plain = contextOf(silent, request.lang, "never");
  const context = { ...plain, files: new EditedFiles(silent, plain.messages, request.read) };
  // A text that has no file is beside no data.
  if (!isAbsolute(request.path)) return { html: null, notes: [plain.messages.previewNeedsFile], subjects: [] };
  try {
    const inputs = await readInputs(request.path, { ...OPTIONS, period: request.period ?? undefined }, context);
    const subjects = inputs.scored.subjects.map(({ key, period }) => ({ key, period }));
    return { html: pageOf(inputs, request, context), notes, subjects };
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    return { html: null, notes: [...notes, ...(error.message === "" ? [] : [error.message])], subjects: [] };
  }
}

function pageOf(
  { scored, rubric }: ScoredInputs,
  { view, lang, subject }: PreviewRequest,
  { messages }: Context,
): string {
  const [first] = scored.subjects;
  if (view === "ranking" || first === undefined) return noticePage(scored, lang);
  const key = subject ?? first.key;
  const explanation = scored.explain(key);
  if (explanation === null) {
    const keys = scored.subjects.map((each) => each.key);
    throw new Failure(WRONG_USAGE, messages.unknownKey(key, nearestName(key, keys)));
  }
  return sheetPage(scored, sheetOfOne(scored, rubric.source, explanation, lang));
}
