// The room's end of the link to the presenter's window.

import { expect, test } from "vitest";
import type { LinkChannel, ToPresenter, ToRoom } from "../src/link/link-protocol.js";
import { RoomLink } from "../src/link/room-link.js";
import type { Stage } from "../src/model/stage.js";
import type { StageStore } from "../src/model/stage-store.js";

/** A channel that, as `BroadcastChannel`, takes no message once it is closed. */
class Channel implements LinkChannel {
  readonly sent: ToPresenter[] = [];
  #isClosed = false;
  #listener: (event: { readonly data: unknown }) => void = () => {};

  postMessage(message: unknown): void {
    if (this.#isClosed) throw new Error("the channel is closed");
    this.sent.push(message as ToPresenter);
  }
  addEventListener(_type: "message", listener: (event: { readonly data: unknown }) => void): void {
    this.#listener = listener;
  }
  close(): void {
    this.#isClosed = true;
  }
  receive(message: ToRoom): void {
    this.#listener({ data: message });
  }
}

test("an answer that comes after the link has been closed is not sent", async () => {
  const channel = new Channel();
  let answer: (response: null) => void = () => {};
  const store = {
    subscribe: () => () => {},
    request: () => new Promise<null>((resolve) => (answer = resolve)),
  } as unknown as StageStore;
  const stage = { subscribe: () => () => {}, memory: null, isMoving: false } as unknown as Stage;
  const link = new RoomLink(channel, stage, store, { notify: () => {}, end: () => {} });
  channel.receive({ kind: "request", id: 1, request: { kind: "open" } });
  link.dispose();
  answer(null);
  await Promise.resolve();
  await Promise.resolve();
  expect(channel.sent.map(({ kind }) => kind)).toEqual(["bye"]);
});
