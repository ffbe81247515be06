/**
 * Compares pages that were published with those computed now: one page, with the notice or with a score sheet, and the pages of a folder
 * or an archive. Pages are compared as a whole, with what each language and each choice of rules would write; the nearest counts.
 */
import { subjectIds } from "@yardstick/engine";
import type { Lang } from "@yardstick/language";
import { filesInZip } from "@yardstick/tables";
import type { Rubric, Scored } from "yardstick";
import { noticePage, sheetPage } from "yardstick";
import type { Context } from "../context.js";
import { contextOf } from "../context.js";
import { runLimitsOf } from "../run-limits.js";
import { eachSheet, pages, sheetOfOne } from "../score-sheets.js";
import type { ResultDifference } from "../verified.js";

const CHOICES = [false, true] as const;

/** What `score` or `explain` writes as one page, in turn: for a score sheet, those of the subjects whose keys the page has. */
export function* pagesLike(
  published: string,
  scored: Scored,
  rubric: Rubric,
  context: Context,
): Generator<string, void, void> {
  const { lang } = context;
  const sheets = published.split('<article class="a4 sheet"').length - 1;
  yield noticePage(scored, lang, [], { showsAllRules: false });
  if (sheets === 1) yield* sheetPagesLike(published, scored, rubric, lang);
  if (sheets > 0) {
    const all = [...eachSheet(scored, rubric.source, context)];
    for (const showsAllRules of CHOICES) yield noticePage(scored, lang, all, { showsAllRules });
  }
}

function* sheetPagesLike(published: string, scored: Scored, rubric: Rubric, lang: Lang): Generator<string, void, void> {
  for (const { key, period } of subjectIds(scored.result)) {
    // A key with one of these signs is written otherwise in a page.
    if (!/[&<>"']/u.test(key) && !published.includes(key)) continue;
    const explanation = scored.explain(key, period);
    if (explanation === null) continue;
    const sheet = sheetOfOne(scored, rubric.source, explanation, lang);
    for (const showsAllRules of CHOICES) yield sheetPage(scored, sheet, { showsAllRules });
  }
}

/** Pages by the names of their files. */
export type PublishedPages = ReadonlyMap<string, Uint8Array>;

/** The pages in a folder or an archive; null where the path is neither, or there is no page. */
export async function publishedPages(
  path: string,
  limit: readonly string[],
  context: Context,
): Promise<PublishedPages | null> {
  const { files } = context;
  const inFolder = files.filesOf(path, ".html");
  if (inFolder !== null) return inFolder.size === 0 ? null : inFolder;
  if (!path.toLowerCase().endsWith(".zip")) return null;
  const inside = filesInZip(await files.bytes(path), runLimitsOf(limit, context).tables, /\.html$/iu) ?? [];
  return inside.length === 0 ? null : new Map(inside.map(({ file, bytes }) => [file, bytes]));
}

/** The pages that differ, that are missing, and that are none of the result. */
export function pageDifferences(
  published: PublishedPages,
  scored: Scored,
  rubric: Rubric,
  { io, lang }: Context,
): readonly ResultDifference[] {
  let nearest: readonly ResultDifference[] | null = null;
  for (const each of lang === "zh" ? (["zh", "en"] as const) : (["en", "zh"] as const))
    for (const showsAllRules of CHOICES) {
      const differences = differencesFrom(
        published,
        pages(scored, rubric, { showsAllRules }, contextOf(io, each, "never")),
      );
      if (nearest === null || differences.length < nearest.length) nearest = differences;
      if (nearest.length === 0) return nearest;
    }
  return nearest ?? [];
}

function differencesFrom(
  published: PublishedPages,
  computed: Iterable<readonly [name: string, text: string]>,
): readonly ResultDifference[] {
  const left = new Set(published.keys());
  const found: ResultDifference[] = [];
  for (const [name, text] of computed) {
    const bytes = published.get(name);
    left.delete(name);
    if (bytes === undefined) found.push({ place: name, published: null, computed: name });
    else if (!Buffer.from(text).equals(bytes)) found.push({ place: name, published: null, computed: null });
  }
  return [...found, ...Array.from(left, (name) => ({ place: name, published: name, computed: null }))];
}
