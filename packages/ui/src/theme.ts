/** Whether a page is dark: by the user's choice, otherwise by the preference of the operating system. */

/** The preference of the operating system for dark; dispatches `change` when it changes. */
export function systemDark(): MediaQueryList {
  return matchMedia("(prefers-color-scheme: dark)");
}

/** Whether a page with this theme is dark. `theme` is null when the user has chosen none. */
export function isDark({ theme }: { readonly theme: string | null }): boolean {
  return (theme ?? (systemDark().matches ? "dark" : "light")) === "dark";
}
