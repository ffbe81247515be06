/**
 * Answers requests from the page: one response to each. An exception is a defect of the program and is reported as a `failed` response
 * instead of ending what answers.
 */
import type { TableText } from "../project/project.js";
import { Evaluator, hasMany } from "./evaluate.js";
import type {
  WorkerResponse,
  ResponseOf,
  Feature,
  Inputs,
  FeatureRequest,
  WorkerRequest,
  SentInputs,
  Evaluation,
  Good,
} from "../protocol/protocol.js";
import { changedEvaluation } from "../protocol/evaluation-changes.js";
import { changedTables } from "../protocol/table-changes.js";

/** The end of a channel on which requests arrive and responses leave: that of a Worker, or a port in the page's own thread. */
export interface RequestPort {
  addEventListener(type: "message", listener: (event: MessageEvent<WorkerRequest>) => void): void;
  postMessage(response: WorkerResponse, transfer: Transferable[]): void;
}

/** Answers the requests of one page. */
export function serveRequests(port: RequestPort): void {
  const evaluator = new Evaluator();
  /** The tables of each file, as last sent by the page. */
  const tables = new Map<string, readonly TableText[]>();

  /** The text of each file at the last request for an evaluation. */
  const texts = new Map<string, string>();

  /** The last result that was sent. */
  let sentBefore: Good | null = null;

  /** The response to a request for a feature; null when it needs an evaluation and there is none. */
  async function featureResponse(requested: FeatureRequest): Promise<ResponseOf<Feature>> {
    const { last, noted } = evaluator;
    switch (requested.feature) {
      case "marks":
        return evaluator.marks();
      case "subjects":
        return evaluator.subjects(requested.request.rows);
      case "notes":
        return noted === null ? null : (await import("./notes.js")).notes(noted, requested.lang);
      default: {
        // As they are now: what arrives while the code is loaded is not what the request refers to.
        const known = { last, tables: new Map(tables), texts: new Map(texts) };
        return (await import("./features.js")).featureResponse(requested, known);
      }
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

  const receive = async (request: WorkerRequest): Promise<void> => {
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
    port.postMessage(sent, [...columnsIn(sent)]);
  };
  port.addEventListener("message", ({ data }) => void receive(data));
}

/** The buffers of columns, which are transferred instead of copied. */
function columnsIn(sent: WorkerResponse): readonly Transferable[] {
  const many = sent.kind === "evaluated" ? sent.evaluation.good?.many : null;
  if (many === null || many === undefined) return [];
  return [many.scores, many.pending, ...many.places.map(([, places]) => places)].flatMap((column) =>
    column === null ? [] : [column.buffer],
  );
}
