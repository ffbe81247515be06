/** A project that contains only a title. */
import type { Lang } from "@yardstick/language";
import type { ProjectContent } from "../project.js";

/** A project with a title and no data. */
export function blankProject(title: string, lang: Lang): ProjectContent {
  return { rubric: lang === "zh" ? `考核 "${title}"\n` : `rubric "${title}"\n`, tables: [] };
}
