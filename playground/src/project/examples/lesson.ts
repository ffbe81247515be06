/** The lesson on weights of the guide, in both languages: an appraisal with the steps of a demonstration. */
import type { Lang } from "@yardstick/language";
import type { ProjectContent } from "../project.js";

/** The project of the lesson. */
export async function lesson(lang: Lang): Promise<ProjectContent> {
  const { default: text } =
    lang === "zh"
      ? await import("../../../../docs/guide/lesson-secretaries.zh-CN.yardstick.json?raw")
      : await import("../../../../docs/guide/lesson-secretaries.yardstick.json?raw");
  const { rubric, tables, script } = JSON.parse(text) as ProjectContent;
  return { rubric, tables, ...(script === undefined ? {} : { script }) };
}
