/**
 * Reasons why a run gives no result although the rubric has no errors: an unknown scenario or period, or an exceeded limit. They are
 * values, not exceptions.
 */
import type { Lang } from "@yardstick/language";
import { checkLang } from "@yardstick/language/program";

/** Why a run gives no result. */
export type Failure =
  | { readonly kind: "too-many-rows"; readonly table: string; readonly found: number; readonly limit: number }
  /** `found` and `limit` are bytes. */
  | { readonly kind: "too-large"; readonly found: number; readonly limit: number }
  /** `limit` is in milliseconds. */
  | { readonly kind: "too-long"; readonly limit: number }
  | { readonly kind: "unknown-scenario"; readonly name: string; readonly known: readonly string[] }
  | { readonly kind: "unknown-period"; readonly name: string; readonly known: readonly string[] };

type Written<K extends Failure["kind"]> = (
  failure: Extract<Failure, { readonly kind: K }>,
) => Readonly<Record<Lang, string>>;

const messages: { readonly [K in Failure["kind"]]: Written<K> } = {
  "too-many-rows": ({ table, found, limit }) => ({
    zh: `${table}有 ${found} 行，超过上限 ${limit} 行；请分批计算，或调高上限。`,
    en: `${table} has ${found} rows, more than the limit of ${limit}; score the data in parts, or raise the limit.`,
  }),
  "too-large": ({ found, limit }) => ({
    zh: `计算需要 ${megabytes(found)} MB 内存，超过上限 ${megabytes(limit)} MB；请分批计算，或调高上限。`,
    en: `scoring needs ${megabytes(found)} MB of memory, more than the limit of ${megabytes(limit)} MB; score the data in parts, or raise the limit.`,
  }),
  "too-long": ({ limit }) => ({
    zh: `计算超过 ${seconds(limit)} 秒，已停止，没有结果；请分批计算，或调高上限。`,
    en: `scoring took longer than ${seconds(limit)} seconds and was stopped without a result; score the data in parts, or raise the limit.`,
  }),
  "unknown-scenario": ({ name, known }) => ({
    zh: `没有名为“${name}”的方案；${known.length === 0 ? "规则中没有设方案。" : `可选：${known.join("、")}。`}`,
    en: `there is no scenario “${name}”; ${known.length === 0 ? "the rubric has none." : `choose from: ${known.join(", ")}.`}`,
  }),
  "unknown-period": ({ name, known }) => ({
    zh: `数据中没有“${name}”这一期；${known.length === 0 ? "数据没有分期。" : `可选：${known.join("、")}。`}`,
    en: `the data has no period “${name}”; ${known.length === 0 ? "it has no periods." : `choose from: ${known.join(", ")}.`}`,
  }),
};

const megabytes = (bytes: number): number => Math.ceil(bytes / 1_000_000);
const seconds = (milliseconds: number): number => milliseconds / 1000;

/** The message of a failure, a complete sentence. Throws a `TypeError` where `lang` is neither `zh` nor `en`. */
export function describeFailure(failure: Failure, lang: Lang): string {
  checkLang("describeFailure()", lang);
  return (messages[failure.kind] as (failure: Failure) => Readonly<Record<Lang, string>>)(failure)[lang];
}
