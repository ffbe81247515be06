/**
 * One tab at a time may write a project. The first to ask holds it while it lives; the others are told so and wait, and the
 * next of them gets it when the holder is closed. Also how tabs tell each other that something was saved.
 */

export interface ProjectLock {
  release(): void;
}

/** Rivals of the lock: `onDenied` says whether another window holds it, or this one, which is still letting it go. */
export type Denied = (by: "elsewhere" | "here") => void;

/**
 * Requests the lock of the project. `onDenied` is called when it is held already; `onGranted` when it is ours, at once or later.
 * Over plain http there are no locks: the project is granted at once, and the check of revisions inside each save keeps work
 * from being lost.
 */
export function holdProject(id: string, onGranted: () => void, onDenied: Denied): ProjectLock {
  const locks = (navigator as Partial<Navigator>).locks;
  if (locks === undefined) {
    onGranted();
    return { release: () => {} };
  }
  const name = `yardstick-project-${id}`;
  const abort = new AbortController();
  let release = () => {};
  const hold = () => {
    if (abort.signal.aborted) return undefined;
    onGranted();
    return new Promise<void>((resolve) => (release = resolve));
  };
  const wait = () => locks.request(name, { signal: abort.signal }, hold).catch(() => {});
  locks
    .request(name, { ifAvailable: true }, async (lock) => {
      if (lock !== null) return hold();
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

/** Which window holds the lock: this one where it has not finished releasing it, or where it is free by now. */
async function holderOf(locks: LockManager, name: string): Promise<"elsewhere" | "here"> {
  const mine = `yardstick-window-${crypto.randomUUID()}`;
  return locks.request(mine, async () => {
    const { held = [] } = await locks.query();
    const clientOf = (lock: string) => held.find((info) => info.name === lock)?.clientId;
    const holder = clientOf(name);
    return holder === undefined || holder === clientOf(mine) ? "here" : "elsewhere";
  });
}

export interface SaveNews {
  readonly id: string;
  readonly revision: number;
}

/** What keeps windows from getting into each other's way, where the browser lacks it. */
export type MissingBetweenWindows = "locks" | "channel";

export function missingBetweenWindows(): readonly MissingBetweenWindows[] {
  const { locks } = navigator as Partial<Navigator>;
  const { BroadcastChannel: channel } = globalThis as { readonly BroadcastChannel?: unknown };
  return [
    ...(locks === undefined ? (["locks"] as const) : []),
    ...(channel === undefined ? (["channel"] as const) : []),
  ];
}

/** A line to the other tabs of this app. Where the browser has none, they notice a save when they next write themselves. */
export function openSaveNews(onNews: (news: SaveNews) => void): { tell(news: SaveNews): void } {
  let channel: BroadcastChannel;
  try {
    channel = new BroadcastChannel("yardstick-saves");
  } catch {
    return { tell: () => {} };
  }
  channel.addEventListener("message", (event: MessageEvent<SaveNews>) => onNews(event.data));
  return {
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel has no target
    tell: (news) => channel.postMessage(news),
  };
}
