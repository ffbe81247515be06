/**
 * The Worker: receives requests and sends a response to each. An exception is a defect of the program and is reported
 * as a `failed` response instead of ending the Worker.
 */
import type { Assistant } from "./assistant.js";
import type { WhatIfSession } from "@yardstick/stage/session";
import type { TableText } from "../project/project.js";
import { Evaluator, hasMany } from "./evaluate.js";
import type {
  WorkerResponse,
  ResponseOf,
  Feature,
  FileRequest,
  Inputs,
  FeatureRequest,
  WorkerRequest,
  SentInputs,
  Evaluation,
  Good,
} from "../protocol/protocol.js";
import { changedEvaluation } from "../protocol/evaluation-changes.js";
import { changedTables, tablesChange } from "../protocol/table-changes.js";

const evaluator = new Evaluator();
/** The tables of each file, as last sent by the page. */
const tables = new Map<string, readonly TableText[]>();

/** The text of each file at the last request for an evaluation. */
const texts = new Map<string, string>();

/** The last result that was sent. */
let sentBefore: Good | null = null;

let session: Promise<WhatIfSession> | null = null;

/** Loaded when a page first opens the stage. */
function whatIfSession(): Promise<WhatIfSession> {
  return (session ??= import("@yardstick/stage/session").then(({ WhatIfSession: Session }) => new Session()));
}

let editorAssistant: Promise<Assistant> | null = null;

/** Loaded when a page first shows the text editor. */
function assistant(): Promise<Assistant> {
  return (editorAssistant ??= import("./assistant.js").then(({ Assistant: EditorAssistant }) => new EditorAssistant()));
}

/** The response to a request for a feature; null when it needs an evaluation and there is none. */
async function featureResponse(requested: FeatureRequest): Promise<ResponseOf<Feature>> {
  const { last, noted } = evaluator;
  const { lang } = requested;
  switch (requested.feature) {
    case "sheet":
      return last === null ? null : (await import("./sheet.js")).sheet(last, requested.request, lang);
    case "marks":
      return evaluator.marks();
    case "subjects":
      return evaluator.subjects(requested.request.rows);
    case "notes":
      return noted === null ? null : (await import("./notes.js")).notes(noted, lang);
    case "print":
      return last === null ? null : (await import("./print-pages.js")).printPage(last, requested.request, lang);
    case "json":
      return (await import("./as-json.js")).asJson(last, requested.request);
    case "read": {
      if (last === null) return null;
      const { readFiles } = await import("./table-files.js");
      return readFiles(last.program, requested.request.files, requested.request.rows, lang);
    }
    case "collect": {
      if (last === null) return null;
      const { collectFiles } = await import("./collect-files.js");
      const { request } = requested;
      const present = tables.get(request.path) ?? [];
      const { tables: merged, ...collected } = collectFiles(last.program, present, request, lang);
      return { ...collected, change: tablesChange(present, merged) };
    }
    case "document":
      return (await import("./reading-sheet.js")).readingSheet(requested.request, lang);
    case "recognise":
      return (await import("./reading-sheet.js")).isDocument(requested.request.source);
    case "insertion":
      return (await import("./insertion.js")).insertion(requested.request, lang);
    case "comparison":
      return (await import("./comparison.js")).comparison(requested.request, lang);
    case "sample":
      return (await import("./sample.js")).sample(requested.request, lang);
    case "paper":
      return (await import("./paper.js")).paper(requested.request);
    case "fix": {
      if (last === null) return null;
      const { fixPeriod } = await import("./fix-period.js");
      return fixPeriod(last, tables.get(requested.request.path) ?? [], requested.request, lang);
    }
    case "demonstrate":
      return (await whatIfSession()).respond(last, requested.request, lang);
    case "write":
      return await fileBytes(requested.request, lang);
    default:
      return (await assistant()).respond(requested, (path) => texts.get(path) ?? null);
  }
}

/** The bytes of a file for download; null when nothing has been scored. */
async function fileBytes(request: FileRequest, lang: FeatureRequest["lang"]): Promise<Uint8Array<ArrayBuffer> | null> {
  const { last } = evaluator;
  if (last === null) return null;
  const files = await import("./table-files.js");
  switch (request.kind) {
    case "tables":
      return new Uint8Array(await files.tablesWorkbook(last.program, request.title, request.tables, lang));
    case "form":
      return new Uint8Array(await files.formWorkbook(last, request.assessor, lang));
    case "forms":
      return new Uint8Array(await files.formsArchive(last, request.assessors, lang));
    case "missing":
      return new Uint8Array(await files.missingWorkbook(request.departments, lang));
    case "results":
      return new Uint8Array(await files.resultWorkbook(last, lang));
  }
}

async function evaluation(sent: SentInputs): Promise<Evaluation> {
  const { path = "main.rubric", others } = sent;
  texts.clear();
  for (const file of [{ path, rubric: sent.rubric }, ...others]) texts.set(file.path, file.rubric);
  const inputs: Inputs = {
    ...sent,
    tables: tables.get(path) ?? [],
    others: others.map((file) => ({ ...file, tables: tables.get(file.path) ?? [] })),
  };
  const many = hasMany(inputs) ? (await import("./many-subjects.js")).ManySubjects : null;
  const { good, ...found } = evaluator.evaluate(inputs, many);
  if (good === null || good.problems.length === 0)
    return { ...found, good: good === null ? null : { ...good, problems: [] } };
  return (await import("./problem-texts.js")).withProblemTexts({ ...found, good }, inputs);
}

async function respond(request: Exclude<WorkerRequest, { readonly kind: "tables" }>): Promise<WorkerResponse> {
  const { version } = request;
  switch (request.kind) {
    case "evaluate": {
      const found = await evaluation(request.inputs);
      const changed = changedEvaluation(found, sentBefore);
      sentBefore = found.good ?? sentBefore;
      return { kind: "evaluated", version, evaluation: changed };
    }
    case "request":
      return { kind: "response", version, response: await featureResponse(request.request) };
  }
}

/** The buffers of columns, which are transferred instead of copied. */
function columnsIn(sent: WorkerResponse): readonly Transferable[] {
  const many = sent.kind === "evaluated" ? sent.evaluation.good?.many : null;
  if (many === null || many === undefined) return [];
  return [many.scores, many.pending, ...many.places.map(([, places]) => places)].flatMap((column) =>
    column === null ? [] : [column.buffer],
  );
}

addEventListener("message", async ({ data: request }: MessageEvent<WorkerRequest>) => {
  if (request.kind === "tables") {
    tables.set(request.path, changedTables(tables.get(request.path) ?? [], request.change));
    return;
  }
  let sent: WorkerResponse;
  try {
    sent = await respond(request);
  } catch (error) {
    const message = error instanceof Error ? (error.stack ?? error.message) : String(error);
    console.error(message);
    sent = { kind: "failed", version: request.version, message };
  }
  postMessage(sent, { transfer: [...columnsIn(sent)] });
});
