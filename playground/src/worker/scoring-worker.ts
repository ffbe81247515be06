/** The Worker: hears requests, answers each. A throw in here is a bug of ours, and is told as one instead of ending the Worker. */
import { Assistant } from "./assistant.js";
import type { Demonstrator } from "../demonstrate/demonstrator.js";
import { Evaluator } from "./evaluate.js";
import type { Answer, AnswerOf, Feature, FileAsked, Question, Request } from "./protocol.js";

const evaluator = new Evaluator();
const assistant = new Assistant();

let stage: Promise<Demonstrator> | null = null;

/** Only a page that demonstrates loads what that takes. */
function demonstrator(): Promise<Demonstrator> {
  return (stage ??= import("../demonstrate/demonstrator.js").then(({ Demonstrator: Stage }) => new Stage()));
}

async function answer(question: Question): Promise<AnswerOf<Feature>> {
  const { last } = evaluator;
  switch (question.feature) {
    case "sheet":
      return evaluator.explain(question.ask.key, question.ask.period, question.lang);
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
      return readFiles(last.scored.program, question.ask.files, question.lang);
    }
    case "demonstrate":
      return (await demonstrator()).answer(last, question.ask, question.lang);
    case "write":
      return await written(question.ask, question.lang);
    default:
      return assistant.answer(question);
  }
}

async function written(asked: FileAsked, lang: Question["lang"]): Promise<Uint8Array<ArrayBuffer> | null> {
  const { last } = evaluator;
  if (last === null) return null;
  const files = await import("./table-files.js");
  switch (asked.kind) {
    case "tables":
      return new Uint8Array(await files.tablesWorkbook(last.scored.program, asked.title, asked.tables, lang));
    case "form":
      return new Uint8Array(await files.formWorkbook(last, asked.assessor, lang));
    case "results":
      return new Uint8Array(await files.resultWorkbook(last, lang));
  }
}

async function respond(request: Request): Promise<Answer> {
  const { version } = request;
  switch (request.kind) {
    case "evaluate":
      return { kind: "evaluated", version, evaluation: evaluator.evaluate(request.inputs) };
    case "ask":
      return { kind: "answered", version, answer: await answer(request.question) };
  }
}

addEventListener("message", async ({ data: request }: MessageEvent<Request>) => {
  let told: Answer;
  try {
    told = await respond(request);
  } catch (error) {
    const message = error instanceof Error ? (error.stack ?? error.message) : String(error);
    console.error(message);
    told = { kind: "failed", version: request.version, message };
  }
  postMessage(told);
});
