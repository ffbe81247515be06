/**
 * Loads the editor when it is first needed. The messages of Monaco's own menus cannot change after loading, so those of
 * the current language are set before anything else of Monaco is loaded.
 */
import type { Lang } from "@yardstick/language";
import type { TextEditor } from "./text-editor.js";

/** Loads the editor class; `lang` takes effect at the first call only. */
export async function loadTextEditor(lang: Lang): Promise<typeof TextEditor> {
  if (lang === "zh") await import("monaco-editor/nls/lang/zh-cn");
  const module = await import("./text-editor.js");
  return module.TextEditor;
}
