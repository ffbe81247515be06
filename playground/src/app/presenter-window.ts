/** The presenter's window: another page of the app, opened from the stage, which shows no project of its own. */
import type { Lang } from "@yardstick/language";

const PARAMETER = "presenter";
const SESSION = "yardstick.stage.channel";

/** The address of the presenter's window of this tab, and the channel to it; null where two windows cannot reach each other. */
export function presenterWindow(): { readonly address: string; readonly channel: string } | null {
  // Pages from disk have no origin in common.
  if (location.protocol === "file:" || typeof BroadcastChannel !== "function") return null;
  const channel = channelOfTab();
  const address = new URL(location.pathname, location.href);
  address.searchParams.set(PARAMETER, channel);
  return { address: address.href, channel };
}

/** The same for the life of the tab, so that both windows find each other again after a reload of one. */
function channelOfTab(): string {
  const made = () => `yardstick-stage-${crypto.randomUUID()}`;
  try {
    const kept = sessionStorage.getItem(SESSION) ?? made();
    sessionStorage.setItem(SESSION, kept);
    return kept;
  } catch {
    return made();
  }
}

/** Shows the presenter's window in the page. */
export async function showPresenter(channel: string, lang: Lang, setTheme: (theme: string) => void): Promise<void> {
  const { Presenter } = await import("@yardstick/stage/presenter");
  const presenter = new Presenter();
  presenter.channel = channel;
  presenter.browserLang = lang;
  presenter.addEventListener("theme", (event) => setTheme((event as CustomEvent<string>).detail));
  document.body.append(presenter);
}
