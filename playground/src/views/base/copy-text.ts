/**
 * Copies text to the clipboard. Pages from a file or over plain http have no clipboard API; there `execCommand` is
 * used.
 */
export async function copyText(text: string): Promise<boolean> {
  const clipboard = (navigator as Partial<Navigator>).clipboard;
  try {
    if (clipboard === undefined) throw new Error("no clipboard");
    await clipboard.writeText(text);
    return true;
  } catch {
    const field = document.createElement("textarea");
    field.value = text;
    Object.assign(field.style, { position: "fixed", opacity: "0" });
    // While a modal dialog is open, only content inside it can be selected.
    (topDialog() ?? document.body).append(field);
    field.select();
    const isCopied = document.execCommand("copy");
    field.remove();
    return isCopied;
  }
}

function topDialog(root: ParentNode = document): Element | null {
  for (const element of root.querySelectorAll("*")) {
    if (element.matches("dialog[open]")) return element;
    const inside = element.shadowRoot === null ? null : topDialog(element.shadowRoot);
    if (inside !== null) return inside;
  }
  return null;
}
