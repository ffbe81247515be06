/**
 * The page's end of the Worker. Inputs go in, evaluations come out, the newest always wins; a Worker that does not answer in
 * time is ended and another takes its place, fed first with the last inputs that worked, so that explanations go on.
 */
import type { Lang } from "@yardstick/language";
import { filesOf, type TableText } from "../project/project.js";
import type { Answer, AnswerOf, AskOf, Evaluation, Feature, Inputs, Question, Request } from "../protocol/protocol.js";
import { tablesChange } from "../protocol/table-changes.js";

/** The little of a Worker that is used, so that tests can stand in for it. */
export interface WorkerPort {
  send(request: Request): void;
  terminate(): void;
  /** @param onError hears of a Worker that could not be started or broke outside of a request */
  listen(onAnswer: (answer: Answer) => void, onError: (message: string) => void): void;
}

export interface EvaluationListener {
  onEvaluated(inputs: Inputs, evaluation: Evaluation): void;
  /** The Worker did not answer these inputs in time and has been replaced. */
  onHung(inputs: Inputs): void;
  onFault(message: string): void;
  /** No Worker could be started: nothing is scored here. Tried again with the next evaluation. */
  onUnavailable(): void;
}

/** Milliseconds until a silent Worker is taken for hung. */
const LIMIT = 15_000;

export class ScoringClient {
  /** Null where none could be started. */
  #worker: WorkerPort | null;
  #version = 0;
  /** The tables of each file as the Worker knows them. */
  #told = new Map<string, readonly TableText[]>();
  #running: { readonly version: number; readonly inputs: Inputs } | null = null;
  #next: Inputs | null = null;
  /** The last inputs that gave a result: what a new Worker must know to explain. */
  #lastGood: Inputs | null = null;
  /** Who waits for the answer to a question, by its version. */
  #waiting = new Map<number, (answer: AnswerOf<Feature> | null) => void>();
  #watchdog: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly create: () => WorkerPort,
    private readonly listener: EvaluationListener,
    private readonly limit: number = LIMIT,
  ) {
    this.#worker = this.#start();
  }

  /** Whether an evaluation is asked for that has not come yet. */
  get isBusy(): boolean {
    return this.#running !== null || this.#next !== null;
  }

  /** Asks for an evaluation. What was asked before and is not yet begun is dropped. */
  evaluate(inputs: Inputs): void {
    this.#worker ??= this.#start();
    if (this.#worker === null) return;
    if (this.#running === null) this.#post(inputs);
    else this.#next = inputs;
  }

  /** Asks anything else; null where it could not be answered. */
  ask<F extends Feature>(feature: F, ask: AskOf<F>, lang: Lang): Promise<AnswerOf<F> | null> {
    const worker = this.#worker;
    if (worker === null) return Promise.resolve(null);
    const version = ++this.#version;
    return new Promise((resolve) => {
      this.#waiting.set(version, resolve as (answer: AnswerOf<Feature> | null) => void);
      worker.send({ kind: "ask", version, question: { feature, ask, lang } as Question });
      this.#watch();
    });
  }

  dispose(): void {
    clearTimeout(this.#watchdog);
    this.#worker?.terminate();
    this.#giveUp();
  }

  #giveUp(): void {
    for (const resolve of this.#waiting.values()) resolve(null);
    this.#waiting.clear();
  }

  #start(): WorkerPort | null {
    this.#told.clear();
    let worker: WorkerPort;
    try {
      worker = this.create();
    } catch {
      this.listener.onUnavailable();
      return null;
    }
    let hasAnswered = false;
    worker.listen(
      (answer) => {
        hasAnswered = true;
        this.#hear(answer);
      },
      (message) => (hasAnswered ? this.listener.onFault(message) : this.#lose(worker)),
    );
    return worker;
  }

  /** It broke before its first answer: its script could not be loaded or is not understood here. */
  #lose(worker: WorkerPort): void {
    if (worker !== this.#worker) return;
    clearTimeout(this.#watchdog);
    worker.terminate();
    [this.#worker, this.#running, this.#next] = [null, null, null];
    this.#giveUp();
    this.listener.onUnavailable();
  }

  #post(inputs: Inputs): void {
    const version = ++this.#version;
    this.#running = { version, inputs };
    this.#send(version, inputs);
    this.#watch();
  }

  /** Tables first, and only what is new of them. */
  #send(version: number, { script: _, ...inputs }: Inputs): void {
    const files = filesOf(inputs);
    for (const { path, tables } of files) {
      const before = this.#told.get(path);
      if (before === tables) continue;
      this.#told.set(path, tables);
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

  #hear(answer: Answer): void {
    switch (answer.kind) {
      case "evaluated":
        if (answer.version === this.#running?.version) this.#finish(answer.evaluation);
        break;
      case "answered":
        this.#answer(answer.version, answer.answer);
        break;
      case "failed":
        if (answer.version === this.#running?.version) {
          this.listener.onFault(answer.message);
          this.#finish(null);
        } else this.#answer(answer.version, null);
        break;
    }
    this.#watch();
  }

  #finish(evaluation: Evaluation | null): void {
    const inputs = this.#running?.inputs;
    const next = this.#next;
    this.#running = null;
    this.#next = null;
    if (inputs !== undefined && evaluation !== null) {
      if (evaluation.good !== null) this.#lastGood = inputs;
      this.listener.onEvaluated(inputs, evaluation);
    }
    if (next !== null) this.evaluate(next);
  }

  #answer(version: number, answer: AnswerOf<Feature> | null): void {
    this.#waiting.get(version)?.(answer);
    this.#waiting.delete(version);
  }

  #replace(): void {
    this.#worker?.terminate();
    this.#worker = this.#start();
    const hung = this.#running;
    const next = this.#next;
    this.#running = null;
    this.#next = null;
    this.#giveUp();
    if (hung !== null) this.listener.onHung(hung.inputs);
    // Its answer bears a version nobody waits for, and is dropped; the Worker remembers what it read.
    if (this.#lastGood !== null && this.#lastGood !== hung?.inputs) this.#send(++this.#version, this.#lastGood);
    if (next !== null) this.evaluate(next);
  }
}
