/** The example of a first visit, in the user's language; loaded only where no project is stored. */
import type { Lang } from "@yardstick/language";
import type { ProjectContent } from "../project.js";

const FIRST: Readonly<Record<Lang, string>> = { zh: "community-2008", en: "ice-gala" };

/** The scheme with its project. */
export async function firstExample(lang: Lang): Promise<{ readonly scheme: string; readonly content: ProjectContent }> {
  const { schemes } = await import("./schemes.js");
  const scheme = FIRST[lang];
  const content = await schemes.find(({ id }) => id === scheme)?.load();
  if (content === undefined) throw new Error("the example is not in the build");
  return { scheme, content };
}
