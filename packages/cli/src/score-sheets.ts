/** The score sheets of all subjects: in one page, in a folder or in an archive of one page each, made as they are written. */
import { statSync } from "node:fs";
import { resolve } from "node:path";
import { constants, deflateRawSync } from "node:zlib";
import { subjectIds } from "@yardstick/engine";
import { deflatedEntry, fileNames, ZipWriter } from "@yardstick/tables";
import type { Explanation, Rubric, Scored, Sheet } from "yardstick";
import { noteTexts, noticePage, noticePieces, renderExplanation, sheetPage, sheetsInTurn } from "yardstick";
import type { Lang } from "@yardstick/language";
import type { Context } from "./context.js";
import { note } from "./context.js";
import { Failure, WRONG_USAGE } from "./exit.js";
import { namesFolder } from "./files.js";

/** A single page of more sheets is hard to open, which is said. */
const MANY = 200;
/** A ZIP archive has at most 65,535 entries, one of them the notice. */
const MAX_ENTRIES = 65_534;

/** The score sheets of all subjects, each made when it is read; shows the number done as progress. */
export function* eachSheet(scored: Scored, source: string, context: Context): Generator<Sheet, void, void> {
  const { lang, progress, messages } = context;
  const all = scored.result.subjects.length;
  let done = 0;
  progress.notify(messages.progress.sheets(done, all));
  for (const sheet of sheetsInTurn(scored, source, lang)) {
    yield sheet;
    done += 1;
    progress.notify(messages.progress.sheets(done, all));
  }
}

/** The score sheet of one subject. */
export function sheetOfOne(scored: Scored, source: string, explanation: Explanation, lang: Lang): Sheet {
  return renderExplanation(explanation, scored.program, source, lang, noteTexts(scored, lang).onSheet(explanation));
}

interface Choice {
  readonly showsAllRules: boolean;
}

/** The notice with all score sheets as one page, in pieces. */
export function onePage(
  scored: Scored,
  { source }: Rubric,
  choice: Choice,
  context: Context,
): Generator<string, void, void> {
  const subjects = [...subjectIds(scored.result)];
  if (subjects.length > MANY) note(context, context.messages.manySheets(subjects.length));
  return noticePieces(scored, context.lang, subjects, eachSheet(scored, source, context), choice);
}

/**
 * Where pages of their own are written: an existing folder or a path that ends with a slash, or an archive. Null: none is asked for. Throws
 * a `Failure` for score sheets in a format that has none, and for an archive of anything else.
 */
export function placeOfPages(
  { format, sheets }: { readonly format: string; readonly sheets: boolean },
  out: string | undefined,
  { files, messages }: Context,
): "folder" | "zip" | null {
  if (sheets && format !== "html") throw new Failure(WRONG_USAGE, messages.sheetsNeedHtml);
  if (out === undefined || out === "-") return null;
  const isArchive = out.toLowerCase().endsWith(".zip");
  if (!sheets) {
    if (isArchive) throw new Failure(WRONG_USAGE, messages.archiveNeedsSheets(out));
    return null;
  }
  if (namesFolder(out)) return "folder";
  if (statSync(resolve(files.folder, out), { throwIfNoEntry: false })?.isDirectory() === true) return "folder";
  return isArchive ? "zip" : null;
}

/** The notice and each score sheet as a page of its own, by file name. */
export function* pages(
  scored: Scored,
  { source }: Rubric,
  choice: Choice,
  context: Context,
): Generator<readonly [name: string, text: string], void, void> {
  const { lang, messages } = context;
  const subjects = [...subjectIds(scored.result)];
  const named = subjects.map(({ key, period }) => (period === null ? key : `${key} ${period}`));
  const [notice = "", ...names] = fileNames([messages.noticeFile, ...named], "html");
  yield [notice, noticePage(scored, lang)];
  let index = 0;
  for (const sheet of eachSheet(scored, source, context)) {
    yield [names[index] ?? "", sheetPage(scored, sheet, choice)];
    index += 1;
  }
}

/** The pages as an archive, entry by entry. Throws a `Failure` where there are more than an archive holds. */
export function* archiveOf(
  scored: Scored,
  rubric: Rubric,
  choice: Choice,
  context: Context,
): Generator<Uint8Array, void, void> {
  const { length } = scored.result.subjects;
  if (length > MAX_ENTRIES) throw new Failure(WRONG_USAGE, context.messages.sheetsNeedFolder(length, MAX_ENTRIES));
  const zip = new ZipWriter();
  for (const [name, text] of pages(scored, rubric, choice, context)) {
    const bytes = Buffer.from(text);
    // Pages have most of their text in common with themselves alone; more effort saves little.
    yield* zip.add(deflatedEntry(name, bytes, deflateRawSync(bytes, { level: constants.Z_BEST_SPEED })));
  }
  yield* zip.end();
}
