/** The example of a first visit, in the user's language; loaded only where no project is stored. */
import type { Lang } from "@yardstick/language";
import type { ProjectContent } from "../project.js";

const ENGLISH = "course-gradebook";

/** The scheme with its project. */
export async function firstExample(lang: Lang): Promise<{ readonly scheme: string; readonly content: ProjectContent }> {
  if (lang === "zh") {
    const { communityExample } = await import("./community.js");
    return { scheme: "community-2008", content: communityExample() };
  }
  const { schemes } = await import("./schemes.js");
  const content = await schemes.find(({ id }) => id === ENGLISH)?.load();
  if (content === undefined) throw new Error("the example is not in the build");
  return { scheme: ENGLISH, content };
}
