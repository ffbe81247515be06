/** The link of the presenter's window: the project of the room's window as a store, and a stage that both share. */
import type { SubjectId } from "@yardstick/engine";
import type { Lang, TextEdit } from "@yardstick/language";
import type { StageStore } from "../model/stage-store.js";
import { Stage } from "../model/stage.js";
import type { StageRequest, StageResponse } from "../protocol/protocol.js";
import type { ScriptStep } from "../protocol/script-step.js";
import type { StageMemory } from "../protocol/stage-memory.js";
import {
  BEAT,
  messageOf,
  SILENCE,
  type LinkChannel,
  type SharedProject,
  type ToPresenter,
  type ToRoom,
} from "./link-protocol.js";

type Topic = "project" | "evaluation" | "preferences";

/** `waiting`: the room's window has not answered yet; `lost`: it is closed or no longer answers. */
export type LinkState = "waiting" | "connected" | "lost";

/** The presenter's end of the link; must be started before it is used. */
export class PresenterLink implements StageStore {
  #project: SharedProject | null = null;
  #stage: Stage | null = null;
  #state: LinkState = "waiting";
  #isBlack = false;
  #isClosed = false;
  #sent = "";
  #requests = 0;
  #theme: "light" | "dark" | null = null;
  readonly #pending = new Map<number, (response: StageResponse | null) => void>();
  readonly #listeners = new Map<Topic, Set<() => void>>();
  #heard = 0;
  readonly #beat: ReturnType<typeof setInterval>;

  /** @param notify called when the state of the link, the stage or the project has changed */
  constructor(
    private readonly channel: LinkChannel,
    private readonly notify: () => void,
    private readonly now: () => number = Date.now,
  ) {
    channel.addEventListener("message", ({ data }) => this.#receive(messageOf<ToPresenter>(data)));
    this.#beat = setInterval(() => this.#keepAlive(), BEAT);
    this.#heard = now();
    this.#send({ kind: "hello" });
  }

  get state(): LinkState {
    return this.#state;
  }
  /** Null until the room's window has answered. */
  get stage(): Stage | null {
    return this.#stage;
  }
  get isBlack(): boolean {
    return this.#isBlack;
  }

  dispose(): void {
    clearInterval(this.#beat);
    this.#send({ kind: "bye" });
    this.#isClosed = true;
    this.#stage?.dispose();
    this.channel.close();
  }

  setBlack(isBlack: boolean): void {
    this.#isBlack = isBlack;
    this.#send({ kind: "black", isBlack });
    this.notify();
  }

  /** Ends the demonstration in the room's window. */
  end(): void {
    this.#send({ kind: "end" });
  }

  // — the project of the room's window —

  get #known(): SharedProject {
    if (this.#project === null) throw new Error("the room's window has not answered yet");
    return this.#project;
  }
  get lang(): Lang {
    return this.#known.lang;
  }
  get name(): string {
    return this.#known.name;
  }
  get rubric(): string {
    return this.#known.rubric;
  }
  get isReadOnly(): boolean {
    return this.#known.isReadOnly || this.#state !== "connected";
  }
  get preferences(): { readonly theme: string | null } {
    return { theme: this.#theme ?? this.#known.theme };
  }
  get content(): { readonly script: readonly ScriptStep[] } {
    return { script: this.#known.script };
  }
  get good(): SharedProject["good"] {
    return this.#known.good;
  }
  get evaluation(): { readonly isStale: boolean } {
    return { isStale: this.#known.isStale };
  }
  get subject(): SubjectId | null {
    return this.#known.subject;
  }

  subscribe(topics: readonly Topic[], listener: () => void): () => void {
    for (const topic of topics) {
      const set = this.#listeners.get(topic) ?? new Set();
      this.#listeners.set(topic, set.add(listener));
    }
    return () => {
      for (const topic of topics) this.#listeners.get(topic)?.delete(listener);
    };
  }

  /** Answered by the Worker of the room's window; null when that window closes. */
  request(_feature: "demonstrate", request: StageRequest): Promise<StageResponse | null> {
    const id = ++this.#requests;
    return new Promise((resolve) => {
      if (this.#state === "lost") {
        resolve(null);
        return;
      }
      this.#pending.set(id, resolve);
      this.#send({ kind: "request", id, request });
    });
  }

  editRubric(edits: readonly TextEdit[]): void {
    this.#send({ kind: "edit", edits });
  }

  setScript(steps: readonly ScriptStep[]): void {
    // Shown at once; the room's window sends the project again when it has been saved.
    this.#project = { ...this.#known, script: steps };
    this.#send({ kind: "script", steps });
  }

  /** Of this window alone. */
  setTheme(theme: "light" | "dark"): void {
    this.#theme = theme;
    this.#tell("preferences");
    this.notify();
  }

  // — the link —

  #send(message: ToRoom): void {
    if (this.#isClosed) return;
    // A channel between windows of one origin takes no target.
    // oxlint-disable-next-line unicorn/require-post-message-target-origin
    this.channel.postMessage(message);
  }

  #receive(message: ToPresenter | null): void {
    if (message === null) return;
    this.#heard = this.now();
    if (message.kind !== "bye" && this.#state === "lost") this.#send({ kind: "hello" });
    switch (message.kind) {
      case "project":
        this.#project = message.project;
        this.#setState("connected");
        this.#tell("project", "evaluation", "preferences");
        break;
      case "stage":
        void this.#show(message.memory, message.isMoving);
        break;
      case "response":
        this.#pending.get(message.id)?.(message.response);
        this.#pending.delete(message.id);
        break;
      case "pong":
        break;
      case "bye":
        this.#lose();
    }
    this.notify();
  }

  async #show(memory: StageMemory, isMoving: boolean): Promise<void> {
    // A thumb that is being dragged here is not taken away; its end is sent.
    if (this.#stage?.isMoving === true) return;
    this.#sent = JSON.stringify(memory);
    if (this.#stage !== null) return this.#stage.adopt(memory, isMoving ? "moving" : "whole");
    const stage = new Stage(this);
    this.#stage = stage;
    await stage.open(memory);
    stage.subscribe(() => this.#sendStage());
    this.notify();
  }

  #sendStage(): void {
    const { memory = null, isMoving = false } = this.#stage ?? {};
    const text = JSON.stringify(memory);
    if (memory !== null && text !== this.#sent && this.#state === "connected") {
      this.#sent = text;
      this.#send({ kind: "stage", memory, isMoving });
    }
    this.notify();
  }

  #keepAlive(): void {
    this.#send({ kind: this.#state === "connected" ? "ping" : "hello" });
    if (this.#state === "connected" && this.now() - this.#heard > SILENCE) this.#lose();
  }

  #lose(): void {
    for (const resolve of this.#pending.values()) resolve(null);
    this.#pending.clear();
    this.#setState("lost");
  }

  #setState(state: LinkState): void {
    if (state === this.#state) return;
    this.#state = state;
    this.notify();
  }

  #tell(...topics: readonly Topic[]): void {
    for (const topic of topics) for (const listener of this.#listeners.get(topic) ?? []) listener();
  }
}
