/**
 * `yardstick verify`: computes a published result again from its rubric and its data, and compares. The exit code is 1 where they differ.
 */
import { fileTexts, resultCsv, streamedWorkbook } from "@yardstick/tables";
import type { Receipt, Rubric, Scored } from "yardstick";
import { resultMessages } from "yardstick";
import type { Context } from "../context.js";
import { contextOf } from "../context.js";
import type { ExitCode } from "../exit.js";
import { DONE, Failure, HAS_ERRORS, NO_FILE } from "../exit.js";
import { compiledRubric, readInputs } from "../inputs.js";
import { jsonPieces, jsonText } from "../json-pieces.js";
import { formatOf, publish } from "../output.js";
import { resultWorkbook } from "../result-workbook.js";
import { runLimitsOf } from "../run-limits.js";
import type { VerifyOptions } from "../command-options.js";
import { jsonDifferences, MOST_LISTED, tableDifferences, type ResultDifference } from "../verified.js";
import { verifyEn, verifyZh } from "../verify-messages.js";
import { pageDifferences, pagesLike, publishedPages, type PublishedPages } from "./verify-pages.js";

const KINDS = ["ndjson", "json", "csv", "xlsx", "html"] as const;
type Kind = (typeof KINDS)[number];
/** Kinds that are compared value by value. */
const isValues = (kind: Kind): kind is "json" | "ndjson" => kind === "json" || kind === "ndjson";

type FileKind = Exclude<Kind, "json" | "ndjson">;

/** The fingerprints that a file names; null where it names none. */
type Published = Pick<Receipt, "rubric" | "data"> & Partial<Pick<Receipt, "engine">>;

interface Verified {
  readonly differences: readonly ResultDifference[];
  readonly receipt: Published | null;
}

/** What a path has that can be verified. */
type PublishedResult =
  | { readonly kind: "json"; readonly result: PublishedJson }
  | { readonly kind: FileKind; readonly bytes: Uint8Array }
  | { readonly kind: "pages"; readonly pages: PublishedPages };

async function publishedIn(path: string, options: VerifyOptions, context: Context): Promise<PublishedResult | null> {
  const pages = await publishedPages(path, options.limit, context);
  if (pages !== null) return { kind: "pages", pages };
  const kind = KINDS.find((each) => path.toLowerCase().endsWith(`.${each}`));
  if (kind === undefined) return null;
  const bytes = await context.files.bytes(path);
  if (!isValues(kind)) return { kind, bytes };
  const result = resultIn(bytes, kind);
  return result === null ? null : { kind: "json", result };
}

/** Runs the command. */
export async function verify(path: string, options: VerifyOptions, context: Context): Promise<ExitCode> {
  const format = formatOf(options.format, ["text", "json"] as const, context);
  const messages = context.lang === "zh" ? verifyZh : verifyEn;
  const refuse = () => new Failure(NO_FILE, messages.notAResult(path, KINDS.map((each) => `.${each}`).join(", ")));
  const published = await publishedIn(path, options, context);
  if (published === null) throw refuse();
  // The scenario of a result in JSON is that of the file; other files do not name theirs.
  const scenario = options.scenario ?? (published.kind === "json" ? published.result.scenario : null) ?? undefined;
  const inputs = { ...options, out: undefined, scenario };
  const { scored, rubric, period } = await readInputs(options.rubric, inputs, context);
  const inOtherLang = async (): Promise<Scored> => {
    const other = contextOf(context.io, context.lang === "zh" ? "en" : "zh", "never");
    const translated = await compiledRubric(options.rubric, other, runLimitsOf(options.limit, context));
    return translated.score(scored.dataset, { scenario, period });
  };
  const verified =
    published.kind === "json"
      ? await ofJson(published.result, scored, inOtherLang)
      : published.kind === "pages"
        ? ofPages(published.pages, scored, rubric, context)
        : await ofFile(published.kind, published.bytes, scored, rubric, context);
  if (verified === null) throw refuse();
  const { differences, receipt } = verified;
  const now = scored.receipt;
  const changed = {
    rubric: receipt !== null && !isSame(receipt.rubric, now.rubric),
    data: receipt !== null && !isSame(receipt.data, now.data),
  };
  const matches = differences.length === 0 && !changed.rubric && !changed.data;
  if (format === "json") {
    const listed = {
      matches,
      changed: receipt === null ? null : changed,
      receipt: { published: receipt, now },
      differences,
    };
    await publish(jsonText(listed), options.out, context);
    return matches ? DONE : HAS_ERRORS;
  }
  const lines = matches
    ? [messages.matches(path, scored.subjects.length)]
    : [
        messages.differs(path, differences.length),
        ...(changed.rubric ? [messages.rubricChanged(short(receipt?.rubric), short(now.rubric))] : []),
        ...(changed.data ? [messages.dataChanged(short(receipt?.data), short(now.data))] : []),
        ...(receipt === null ? [messages.noReceipt] : changed.rubric || changed.data ? [] : [messages.sameInputs]),
        ...differences
          .slice(0, MOST_LISTED)
          .map((each) =>
            each.published === null && each.computed === null ? messages.page(each.place) : messages.difference(each),
          ),
        ...(differences.length > MOST_LISTED ? [messages.more(differences.length - MOST_LISTED)] : []),
      ];
  if (receipt?.engine !== undefined && receipt.engine !== now.engine)
    lines.push(messages.otherEngine(receipt.engine, now.engine));
  await publish(`${lines.join("\n")}\n`, options.out, context);
  return matches ? DONE : HAS_ERRORS;
}

interface PublishedJson {
  readonly receipt: Published;
  readonly scenario: string | null;
}

/** The result in a file; null where there is none. */
function resultIn(bytes: Uint8Array, kind: "json" | "ndjson"): PublishedJson | null {
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    const value: unknown = kind === "json" ? JSON.parse(text) : resultOfLines(text);
    const { receipt, subjects } = value as { readonly receipt?: Partial<Receipt>; readonly subjects?: unknown };
    const isResult = typeof receipt?.rubric === "string" && typeof receipt.data === "string" && Array.isArray(subjects);
    return isResult ? (value as PublishedJson) : null;
  } catch {
    return null;
  }
}

/** The first line is the result without its subjects, each further line a subject. */
function resultOfLines(text: string): unknown {
  const [head, ...subjects] = text
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line) as unknown);
  return { ...(head as object), subjects };
}

/** JSON contains messages of the rubric and the data, in the language in which it was written; the nearer language counts. */
async function ofJson(published: PublishedJson, scored: Scored, inOtherLang: () => Promise<Scored>): Promise<Verified> {
  const differencesFrom = (each: Scored) => jsonDifferences(published, JSON.parse([...jsonPieces(each)].join("")));
  const first = differencesFrom(scored);
  const second = first.length === 0 ? first : differencesFrom(await inOtherLang());
  return { differences: second.length < first.length ? second : first, receipt: published.receipt };
}

function ofPages(pages: PublishedPages, scored: Scored, rubric: Rubric, context: Context): Verified {
  const differences = pageDifferences(pages, scored, rubric, context);
  const receipts = Array.from(pages.values(), (bytes) => receiptIn("html", bytes));
  return { differences, receipt: receipts.find((each) => each !== null) ?? null };
}

/** Compares with what each language and, for a page, each choice of score sheets would write; the nearest counts. */
async function ofFile(
  kind: FileKind,
  bytes: Uint8Array,
  scored: Scored,
  rubric: Rubric,
  context: Context,
): Promise<Verified | null> {
  let nearest: readonly ResultDifference[] | null = null;
  for await (const content of variants(kind, bytes, scored, rubric, context)) {
    const computed = typeof content === "string" ? new TextEncoder().encode(content) : content;
    const differences = Buffer.from(bytes).equals(computed)
      ? []
      : kind === "html"
        ? [{ place: "", published: null, computed: null }]
        : tableDifferences(bytes, computed);
    if (differences === null) return null;
    if (nearest === null || differences.length < nearest.length) nearest = differences;
    if (nearest.length === 0) break;
  }
  return nearest === null ? null : { differences: nearest, receipt: receiptIn(kind, bytes) };
}

/** What `score` writes, one after the other: the language of the reader first, pages without score sheets first. */
async function* variants(
  kind: FileKind,
  bytes: Uint8Array,
  scored: Scored,
  rubric: Rubric,
  { io, lang }: Context,
): AsyncGenerator<string | Uint8Array, void, void> {
  for (const each of lang === "zh" ? (["zh", "en"] as const) : (["en", "zh"] as const)) {
    const context = contextOf(io, each, "never");
    if (kind === "csv") yield resultCsv(scored.result, scored.program, resultMessages(scored, each));
    else if (kind === "xlsx") yield await streamedWorkbook(resultWorkbook(scored, rubric, context));
    else yield* pagesLike(new TextDecoder().decode(bytes), scored, rubric, context);
  }
}

/** Digits of a fingerprint that every file shows, in groups or not. */
const SHOWN = 12;

const digitsOf = (fingerprint: string): string => fingerprint.replace(/^sha256:/u, "").replace(/\s/gu, "");

/** Whether a fingerprint, which may be shortened, is that of the present text or data. */
function isSame(published: string, now: string): boolean {
  const [a, b] = [digitsOf(published), digitsOf(now)];
  return a.length >= SHOWN && (a === b || b.startsWith(a));
}

const short = (fingerprint = ""): string => digitsOf(fingerprint).slice(0, SHOWN);

/** The fingerprints that a page or a workbook shows: first the rubric's, then the data's. A CSV file has none. */
function receiptIn(kind: FileKind, bytes: Uint8Array): Published | null {
  if (kind === "csv") return null;
  const text = kind === "html" ? new TextDecoder().decode(bytes) : workbookText(bytes);
  const shown = [...text.matchAll(/\b(?:sha256:[0-9a-f]{64}|[0-9a-f]{4} [0-9a-f]{4} [0-9a-f]{4})\b/gu)].map(
    ([found]) => found,
  );
  const [rubric, data] = shown.slice(-2);
  return rubric === undefined || data === undefined ? null : { rubric, data };
}

const workbookText = (bytes: Uint8Array): string =>
  (fileTexts(bytes) ?? []).flatMap(({ lines }) => lines.flatMap(({ cells }) => cells)).join("\n");
