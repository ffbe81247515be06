/**
 * Only one tab at a time may write a project. The first tab to request the lock holds it while the tab is open; other
 * tabs are notified and wait, and the next one receives the lock when the holder is closed. Also contains the channel
 * on which tabs announce saves.
 */

export interface ProjectLock {
  release(): void;
}

/** Called when the lock is held already: by another window, or by this one, which is still releasing it. */
export type Denied = (by: "elsewhere" | "here") => void;

/**
 * Requests the lock of a project. `onDenied` is called when the lock is already held; `onGranted` when it is granted,
 * immediately or later. Over plain http there are no locks: the project is granted immediately, and the revision check
 * of each save prevents loss of data.
 */
export function lockProject(id: string, onGranted: () => void, onDenied: Denied): ProjectLock {
  const locks = (navigator as Partial<Navigator>).locks;
  if (locks === undefined) {
    onGranted();
    return { release: () => {} };
  }
  const name = `yardstick-project-${id}`;
  const abort = new AbortController();
  let release = () => {};
  const holdUntilReleased = () => {
    if (abort.signal.aborted) return undefined;
    onGranted();
    return new Promise<void>((resolve) => (release = resolve));
  };
  const wait = () => locks.request(name, { signal: abort.signal }, holdUntilReleased).catch(() => {});
  locks
    .request(name, { ifAvailable: true }, async (lock) => {
      if (lock !== null) return holdUntilReleased();
      const holder = await holderOf(locks, name);
      if (abort.signal.aborted) return undefined;
      void wait();
      onDenied(holder);
      return undefined;
    })
    .catch(onGranted);
  return {
    release() {
      abort.abort();
      release();
    },
  };
}

/** Which window holds the lock: `here` when this one has not finished releasing it, or when it is free by now. */
async function holderOf(locks: LockManager, name: string): Promise<"elsewhere" | "here"> {
  const mine = `yardstick-window-${crypto.randomUUID()}`;
  return locks.request(mine, async () => {
    const { held = [] } = await locks.query();
    const clientOf = (lock: string) => held.find((info) => info.name === lock)?.clientId;
    const holder = clientOf(name);
    return holder === undefined || holder === clientOf(mine) ? "here" : "elsewhere";
  });
}

/** Announces that a tab has saved a revision of a project. */
export interface SavedRevision {
  readonly id: string;
  readonly revision: number;
}

/** Browser features that keep windows from interfering with each other and that this browser lacks. */
export type MissingBetweenWindows = "locks" | "channel";

/** The features that this browser lacks. */
export function missingBetweenWindows(): readonly MissingBetweenWindows[] {
  const { locks } = navigator as Partial<Navigator>;
  const { BroadcastChannel: channel } = globalThis as { readonly BroadcastChannel?: unknown };
  return [
    ...(locks === undefined ? (["locks"] as const) : []),
    ...(channel === undefined ? (["channel"] as const) : []),
  ];
}

/**
 * Opens the channel to the other tabs of this app. In a browser without channels, other tabs detect a save when they
 * next save themselves.
 */
export function openSaveChannel(onSaved: (saved: SavedRevision) => void): { notify(saved: SavedRevision): void } {
  let channel: BroadcastChannel;
  try {
    channel = new BroadcastChannel("yardstick-saves");
  } catch {
    return { notify: () => {} };
  }
  channel.addEventListener("message", (event: MessageEvent<SavedRevision>) => onSaved(event.data));
  return {
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel has no target
    notify: (saved) => channel.postMessage(saved),
  };
}
