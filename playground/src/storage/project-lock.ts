/**
 * One tab at a time may write a project. The first to ask holds it while it lives; the others are told so and wait, and the
 * next of them gets it when the holder is closed. Also how tabs tell each other that something was saved.
 */

export interface ProjectLock {
  release(): void;
}

/**
 * Asks for the project. `onDenied` is called when another tab holds it; `onGranted` when we do, at once or later.
 * Over plain http there are no locks: we go ahead, and the check of revisions inside each save keeps work from being lost.
 */
export function holdProject(id: string, onGranted: () => void, onDenied: () => void): ProjectLock {
  const locks = (navigator as Partial<Navigator>).locks;
  if (locks === undefined) {
    onGranted();
    return { release: () => {} };
  }
  const name = `yardstick-project-${id}`;
  const abort = new AbortController();
  let release = () => {};
  const hold = () => {
    onGranted();
    return new Promise<void>((resolve) => (release = resolve));
  };
  const wait = () => locks.request(name, { signal: abort.signal }, hold).catch(() => {});
  locks
    .request(name, { ifAvailable: true }, (lock) => {
      if (lock !== null) return hold();
      onDenied();
      void wait();
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
