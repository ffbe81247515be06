/** Path of the installed Chromium of Debian; undefined when there is none. */
export function installedBrowser(): string | undefined;
