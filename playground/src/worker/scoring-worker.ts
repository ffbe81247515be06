/**
 * The Worker: receives requests and sends a response to each. An exception is a defect of the program and is reported
 * as a `failed` response instead of ending the Worker.
 */
import type { Assistant } from "./assistant.js";
import type { WhatIfSession } from "@yardstick/stage/session";
import type { TableText } from "../project/project.js";
import { Evaluator, hasMany } from "./evaluate.js";
import type {
  Answer,
  AnswerOf,
  Feature,
  FileAsked,
  Inputs,
  Question,
  Request,
  SentInputs,
} from "../protocol/protocol.js";
import { changedTables } from "../protocol/table-changes.js";

const evaluator = new Evaluator();
/** The tables of each file, as last sent by the page. */
const tables = new Map<string, readonly TableText[]>();

/** The text of each file at the last request for an evaluation. */
const texts = new Map<string, string>();

let stage: Promise<WhatIfSession> | null = null;

/** Loaded when a page first opens the stage. */
function demonstrator(): Promise<WhatIfSession> {
  return (stage ??= import("@yardstick/stage/session").then(({ WhatIfSession: Stage }) => new Stage()));
}

let helper: Promise<Assistant> | null = null;

/** Loaded when a page first shows the text editor. */
function assistant(): Promise<Assistant> {
  return (helper ??= import("./assistant.js").then(({ Assistant: Helper }) => new Helper()));
}

async function answer(question: Question): Promise<AnswerOf<Feature>> {
  const { last } = evaluator;
  switch (question.feature) {
    case "sheet":
      if (last === null) return null;
      return (await import("./sheet.js")).sheet(last, question.ask, question.lang);
    case "subjects":
      return evaluator.subjects(question.ask.rows);
    case "notes": {
      const { noted } = evaluator;
      return noted === null ? null : (await import("./notes.js")).notes(noted, question.lang);
    }
    case "paper": {
      if (last === null) return null;
      const { paper } = await import("./documents.js");
      return paper(last, question.ask, question.lang);
    }
    case "json": {
      const { asJson } = await import("./as-json.js");
      return asJson(last, question.ask);
    }
    case "read": {
      if (last === null) return null;
      const { readFiles } = await import("./table-files.js");
      return readFiles(last.program, question.ask.files, question.ask.rows, question.lang);
    }
    case "demonstrate":
      return (await demonstrator()).answer(last, question.ask, question.lang);
    case "write":
      return await written(question.ask, question.lang);
    default:
      return (await assistant()).answer(question, (path) => texts.get(path) ?? null);
  }
}

async function written(asked: FileAsked, lang: Question["lang"]): Promise<Uint8Array<ArrayBuffer> | null> {
  const { last } = evaluator;
  if (last === null) return null;
  const files = await import("./table-files.js");
  switch (asked.kind) {
    case "tables":
      return new Uint8Array(await files.tablesWorkbook(last.program, asked.title, asked.tables, lang));
    case "form":
      return new Uint8Array(await files.formWorkbook(last, asked.assessor, lang));
    case "results":
      return new Uint8Array(await files.resultWorkbook(last, lang));
  }
}

async function evaluation(sent: SentInputs) {
  const { path = "main.rubric", others } = sent;
  texts.clear();
  for (const file of [{ path, rubric: sent.rubric }, ...others]) texts.set(file.path, file.rubric);
  const inputs: Inputs = {
    ...sent,
    tables: tables.get(path) ?? [],
    others: others.map((file) => ({ ...file, tables: tables.get(file.path) ?? [] })),
  };
  const many = hasMany(inputs) ? (await import("./many-subjects.js")).ManySubjects : null;
  return evaluator.evaluate(inputs, many);
}

async function respond(request: Exclude<Request, { readonly kind: "tables" }>): Promise<Answer> {
  const { version } = request;
  switch (request.kind) {
    case "evaluate":
      return { kind: "evaluated", version, evaluation: await evaluation(request.inputs) };
    case "ask":
      return { kind: "answered", version, answer: await answer(request.question) };
  }
}

/** The buffers of columns, which are transferred instead of copied. */
function columnsIn(told: Answer): readonly Transferable[] {
  const many = told.kind === "evaluated" ? told.evaluation.good?.many : null;
  if (many === null || many === undefined) return [];
  return [many.scores, many.pending, ...many.places.map(([, places]) => places)].flatMap((column) =>
    column === null ? [] : [column.buffer],
  );
}

addEventListener("message", async ({ data: request }: MessageEvent<Request>) => {
  if (request.kind === "tables") {
    tables.set(request.path, changedTables(tables.get(request.path) ?? [], request.change));
    return;
  }
  let told: Answer;
  try {
    told = await respond(request);
  } catch (error) {
    const message = error instanceof Error ? (error.stack ?? error.message) : String(error);
    console.error(message);
    told = { kind: "failed", version: request.version, message };
  }
  postMessage(told, { transfer: [...columnsIn(told)] });
});
