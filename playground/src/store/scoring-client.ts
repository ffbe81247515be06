/**
 * The page's side of the connection to the Worker. It sends inputs and receives evaluations; the newest inputs take
 * precedence. A Worker that does not respond in time is terminated and replaced; the new one first receives the last
 * inputs that gave a result, so that explanations remain available.
 */
import type { Lang } from "@yardstick/language";
import { filesOf, type TableText } from "../project/project.js";
import type {
  WorkerResponse,
  ResponseOf,
  RequestOf,
  Evaluation,
  Feature,
  Good,
  Inputs,
  FeatureRequest,
  WorkerRequest,
} from "../protocol/protocol.js";
import { wholeEvaluation } from "../protocol/evaluation-changes.js";
import { tablesChange } from "../protocol/table-changes.js";

/** The part of the Worker interface that is used, so that tests can replace it. */
export interface WorkerPort {
  send(request: WorkerRequest): void;
  terminate(): void;
  /** @param onError called when a Worker could not be started or failed outside of a request */
  listen(onResponse: (response: WorkerResponse) => void, onError: (message: string) => void): void;
}

/** Callbacks for evaluations and failures. */
export interface EvaluationListener {
  onEvaluated(inputs: Inputs, evaluation: Evaluation): void;
  /** The Worker did not respond to these inputs in time and has been replaced. */
  onHung(inputs: Inputs): void;
  onFailure(message: string): void;
  /** No Worker could be started, so nothing is scored. The next evaluation tries again. */
  onUnavailable(): void;
}

/** Time in milliseconds after which a Worker without a response counts as hung. */
const LIMIT = 15_000;

/** Sends requests to one Worker at a time. */
export class ScoringClient {
  /** Null when none could be started. */
  #worker: WorkerPort | null;
  #version = 0;
  /** The tables last sent to the Worker, by file. */
  #sent = new Map<string, readonly TableText[]>();
  /** The last result received from the Worker. */
  #received: Good | null = null;
  /** Its inputs are null when its result is no longer wanted. */
  #running: { readonly version: number; readonly inputs: Inputs | null } | null = null;
  #next: Inputs | null = null;
  /** The last inputs that gave a result; a new Worker needs them for explanations. */
  #lastGood: Inputs | null = null;
  /** Callbacks of pending requests by version. */
  #waiting = new Map<number, (response: ResponseOf<Feature> | null) => void>();
  /** The version of the request that others interrupt: of many subjects, it keeps the Worker for seconds. */
  #interruptible = 0;
  #watchdog: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly create: () => WorkerPort,
    private readonly listener: EvaluationListener,
    private readonly limit: number = LIMIT,
  ) {
    this.#worker = this.#start();
  }

  /** Whether an evaluation is running; another one waits only while one runs. */
  get isBusy(): boolean {
    return this.#running !== null;
  }

  /** The tables of a file that the Worker has, and will have when it receives the next request. */
  tablesOf(path: string): readonly TableText[] {
    return this.#sent.get(path) ?? [];
  }

  /** Requests an evaluation, replacing one that is still waiting. */
  evaluate(inputs: Inputs): void {
    this.#interrupt();
    this.#worker ??= this.#start();
    if (this.#worker === null) return;
    if (this.isBusy) this.#next = inputs;
    else this.#post(inputs);
  }

  /** Drops what has been requested and not yet evaluated: it is of another project than the next. */
  restart(): void {
    if (this.#running !== null) this.#running = { ...this.#running, inputs: null };
    this.#next = this.#lastGood = null;
  }

  /** Requests a feature; null when there is no response. Impacts of many subjects have none where there is another request. */
  async request<F extends Feature>(feature: F, request: RequestOf<F>, lang: Lang): Promise<ResponseOf<F> | null> {
    this.#interrupt();
    const worker = this.#worker;
    // Where the Worker is replaced, what is under way would be lost.
    const yields = feature === "impact";
    if (worker === null || (yields && (this.isBusy || this.#waiting.size || !this.#received))) return null;
    const version = ++this.#version;
    if (yields && this.#received?.many) this.#interruptible = version;
    return new Promise((resolve) => {
      this.#waiting.set(version, resolve as (response: ResponseOf<Feature> | null) => void);
      worker.send({ kind: "request", version, request: { feature, request, lang } as FeatureRequest });
      this.#watch();
    });
  }

  dispose(): void {
    clearTimeout(this.#watchdog);
    this.#worker?.terminate();
    this.#abandonRequests();
  }

  /** A Worker has one task at a time: the only way to end one is to replace the Worker. */
  #interrupt(): void {
    if (this.#waiting.has(this.#interruptible)) this.#replace();
  }

  #abandonRequests(): void {
    for (const resolve of this.#waiting.values()) resolve(null);
    this.#waiting.clear();
  }

  #start(): WorkerPort | null {
    this.#sent.clear();
    this.#received = null;
    let worker: WorkerPort;
    try {
      worker = this.create();
    } catch {
      this.listener.onUnavailable();
      return null;
    }
    let hasResponded = false;
    worker.listen(
      (response) => {
        hasResponded = true;
        this.#receive(response);
      },
      (message) => (hasResponded ? this.listener.onFailure(message) : this.#onStartFailure(worker)),
    );
    return worker;
  }

  /** Called when the Worker fails before its first response: its script could not be loaded or run. */
  #onStartFailure(worker: WorkerPort): void {
    if (worker !== this.#worker) return;
    clearTimeout(this.#watchdog);
    worker.terminate();
    [this.#worker, this.#running, this.#next] = [null, null, null];
    this.#abandonRequests();
    this.listener.onUnavailable();
  }

  #post(inputs: Inputs): void {
    const version = ++this.#version;
    this.#running = { version, inputs };
    this.#send(version, inputs);
    this.#watch();
  }

  /** Sends the changes of the tables first, then the inputs. */
  #send(version: number, { script: _, collection: __, fixed: ___, ...inputs }: Inputs): void {
    const files = filesOf(inputs);
    for (const { path, tables } of files) {
      const before = this.#sent.get(path);
      if (before === tables) continue;
      this.#sent.set(path, tables);
      this.#worker?.send({ kind: "tables", path, change: tablesChange(before ?? [], tables) });
    }
    const { tables: _tables, others = [], ...rest } = inputs;
    const texts = others.map(({ path, rubric }) => ({ path, rubric }));
    this.#worker?.send({ kind: "evaluate", version, inputs: { ...rest, others: texts } });
  }

  #watch(): void {
    clearTimeout(this.#watchdog);
    if (this.#running === null && this.#waiting.size === 0) return;
    this.#watchdog = setTimeout(() => this.#replace(), this.limit);
  }

  #receive(response: WorkerResponse): void {
    switch (response.kind) {
      case "evaluated": {
        const evaluation = wholeEvaluation(response.evaluation, this.#received);
        this.#received = evaluation.good ?? this.#received;
        if (response.version === this.#running?.version) this.#finish(evaluation);
        break;
      }
      case "response":
        this.#settle(response.version, response.response);
        break;
      case "failed":
        if (response.version === this.#running?.version) {
          if (this.#running.inputs !== null) this.listener.onFailure(response.message);
          this.#finish(null);
        } else this.#settle(response.version, null);
        break;
    }
    this.#watch();
  }

  #finish(evaluation: Evaluation | null): void {
    const inputs = this.#running?.inputs ?? null;
    const next = this.#next;
    this.#running = this.#next = null;
    if (inputs !== null && evaluation !== null) {
      if (evaluation.good !== null) this.#lastGood = inputs;
      this.listener.onEvaluated(inputs, evaluation);
    }
    if (next !== null) this.evaluate(next);
  }

  #settle(version: number, response: ResponseOf<Feature> | null): void {
    this.#waiting.get(version)?.(response);
    this.#waiting.delete(version);
  }

  #replace(): void {
    this.#worker?.terminate();
    this.#worker = this.#start();
    const hung = this.#running?.inputs ?? null;
    const next = this.#next;
    this.#running = this.#next = null;
    this.#abandonRequests();
    if (hung !== null) this.listener.onHung(hung);
    // The response has a version that nothing waits for, and is dropped; the Worker keeps the inputs.
    if (this.#lastGood !== null && this.#lastGood !== hung) this.#send(++this.#version, this.#lastGood);
    if (next !== null) this.evaluate(next);
  }
}
