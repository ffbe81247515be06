/** The link of the room's window: answers the presenter's window, and keeps both stages at the same state. */
import type { Stage } from "../model/stage.js";
import type { StageStore } from "../model/stage-store.js";
import { messageOf, SILENCE, type LinkChannel, type ToPresenter, type ToRoom } from "./link-protocol.js";

/** The operations of the window that the link uses. */
export interface RoomHost {
  /** The state of the link has changed. */
  notify(): void;
  /** The presenter ends the demonstration. */
  end(): void;
}

/** The room's end of the link. */
export class RoomLink {
  #isConnected = false;
  #isBlack = false;
  /** Answers of the Worker may still come after the link has been closed. */
  #isClosed = false;
  #sent = "";
  #silence: ReturnType<typeof setTimeout> | undefined;
  readonly #ends: readonly (() => void)[];

  constructor(
    private readonly channel: LinkChannel,
    private readonly stage: Stage,
    private readonly store: StageStore,
    private readonly host: RoomHost,
  ) {
    channel.addEventListener("message", ({ data }) => this.#receive(messageOf<ToRoom>(data)));
    this.#ends = [
      stage.subscribe(() => this.#sendStage()),
      store.subscribe(["project", "evaluation", "preferences"], () => this.#isConnected && this.#sendProject()),
    ];
  }

  /** A presenter's window is open. */
  get isConnected(): boolean {
    return this.#isConnected;
  }
  /** The presenter has blanked the room's screen. */
  get isBlack(): boolean {
    return this.#isBlack;
  }

  dispose(): void {
    for (const end of this.#ends) end();
    clearTimeout(this.#silence);
    this.#send({ kind: "bye" });
    this.#isClosed = true;
    this.channel.close();
  }

  #send(message: ToPresenter): void {
    if (this.#isClosed) return;
    // A channel between windows of one origin takes no target.
    // oxlint-disable-next-line unicorn/require-post-message-target-origin
    this.channel.postMessage(message);
  }

  #receive(message: ToRoom | null): void {
    if (message === null) return;
    this.#isAlive(message.kind !== "bye");
    switch (message.kind) {
      case "hello":
        this.#sendProject();
        this.#sent = "";
        this.#sendStage();
        break;
      case "ping":
        this.#send({ kind: "pong" });
        break;
      case "bye":
        break;
      case "request":
        void this.store
          .request("demonstrate", message.request)
          .then((response) => this.#send({ kind: "response", id: message.id, response }));
        break;
      case "stage":
        // A thumb that is being dragged here is not taken away; its end is sent.
        if (this.stage.isMoving) break;
        this.#sent = JSON.stringify(message.memory);
        void this.stage.adopt(message.memory, message.isMoving ? "moving" : "whole");
        break;
      case "edit":
        this.store.editRubric(message.edits);
        break;
      case "script":
        this.store.setScript(message.steps);
        break;
      case "black":
        this.#isBlack = message.isBlack;
        this.host.notify();
        break;
      case "end":
        this.host.end();
    }
  }

  /** Without a sign of life for a while the presenter's window counts as closed, and the screen is no longer black. */
  #isAlive(isAlive: boolean): void {
    clearTimeout(this.#silence);
    if (isAlive) this.#silence = setTimeout(() => this.#isAlive(false), SILENCE);
    if (isAlive === this.#isConnected) return;
    this.#isConnected = isAlive;
    if (!isAlive) this.#isBlack = false;
    this.host.notify();
  }

  #sendProject(): void {
    const { lang, name, rubric, isReadOnly, preferences, content, good, evaluation, subject } = this.store;
    this.#send({
      kind: "project",
      project: {
        lang,
        name,
        rubric,
        isReadOnly,
        theme: preferences.theme,
        script: content.script ?? [],
        good: good === null ? null : { rubric: good.rubric, program: good.program },
        isStale: evaluation.isStale,
        subject,
      },
    });
  }

  #sendStage(): void {
    const { memory, isMoving } = this.stage;
    if (!this.#isConnected || memory === null) return;
    const text = JSON.stringify(memory);
    if (text === this.#sent) return;
    this.#sent = text;
    this.#send({ kind: "stage", memory, isMoving });
  }
}
