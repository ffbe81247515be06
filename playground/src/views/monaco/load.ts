/**
 * Fetches the editor when it is first needed. The words of Monaco's own menus are fixed once it has been loaded, so those of the
 * language at that moment are set before anything else of it.
 */
import type { Lang } from "@yardstick/language";
import type { TextEditor } from "./text-editor.js";

export async function loadTextEditor(lang: Lang): Promise<typeof TextEditor> {
  if (lang === "zh") await import("monaco-editor/nls/lang/zh-cn");
  const module = await import("./text-editor.js");
  return module.TextEditor;
}
