/** The lesson on weights of the guide, in both languages: an appraisal with the steps of a demonstration. */
import type { Lang } from "@yardstick/language";
import type { ProjectContent } from "../project.js";

/** Loads each file when it is opened. */
const files = import.meta.glob<string>("../../../../docs/guide/lesson-secretaries*.yardstick.json", {
  query: "?raw",
  import: "default",
});

/** The project of the lesson. */
export async function lesson(lang: Lang): Promise<ProjectContent> {
  const isWanted = ([path]: readonly [string, unknown]) => path.includes(".zh-CN.") === (lang === "zh");
  const text = await Object.entries(files).find(isWanted)?.[1]();
  if (text === undefined) throw new Error("the lesson is not in the build");
  const { rubric, tables, script } = JSON.parse(text) as ProjectContent;
  return { rubric, tables, ...(script === undefined ? {} : { script }) };
}
