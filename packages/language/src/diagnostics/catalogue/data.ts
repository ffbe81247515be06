/**
 * What the checker finds in the head and in data blocks: a key that is missing, two periods, a list where none can be.
 */
import type { Bilingual } from "../../vocabulary/bilingual.js";
import { entry } from "./entry.js";
import { capital, enName, zhName } from "./wording.js";

type Nothing = Record<never, never>;

export const data = {
  "data-missing": entry<Nothing>(
    "error",
    () => ({
      zh: "规则里没有「数据」，无法确定考核对象。",
      en: "There is no data block, so the subjects are unknown.",
    }),
    () => ({ zh: "加上数据，如：数据 社区 { 名称: 文本 主键 }", en: "Add one: data community { name: text key }" }),
  ),
  "data-name-differs": entry<{ name: string; expected: string }>(
    "error",
    (h) => ({
      zh: `前面的数据叫${zhName(h.expected)}，这里叫${zhName(h.name)}。`,
      en: `The data is named ${enName(h.expected)} above and ${enName(h.name)} here.`,
    }),
    () => ({
      zh: "一份规则只考核一种对象：几处数据要用同一个名称。",
      en: "A rubric has one kind of subject: all data blocks have the same name.",
    }),
  ),
  "key-missing": entry<{ subject: string }>(
    "error",
    (h) => ({
      zh: `数据${zhName(h.subject)}没有主键，无法区分考核对象。`,
      en: `The data ${enName(h.subject)} has no key to tell subjects apart.`,
    }),
    () => ({
      zh: "在标识对象的字段后面写「主键」，如 名称: 文本 主键。",
      en: "Write `key` after the field that names them: name: text key.",
    }),
  ),
  "key-twice": entry<{ name: string; first: string }>(
    "error",
    (h) => ({
      zh: `主键已是${zhName(h.first)}，${zhName(h.name)}不能再作主键。`,
      en: `${enName(h.first)} is the key already; ${enName(h.name)} cannot be one too.`,
    }),
    () => ({ zh: "只留一个「主键」。", en: "Keep one `key`." }),
  ),
  "key-kind": entry<{ name: string }>(
    "error",
    (h) => ({ zh: `主键${zhName(h.name)}应为文本或数。`, en: `The key ${enName(h.name)} must be text or a number.` }),
    () => ({ zh: "换一个能标识对象的字段作主键。", en: "Make another field the key." }),
  ),
  "key-optional": entry<{ name: string }>(
    "error",
    (h) => ({ zh: `主键${zhName(h.name)}不能可空。`, en: `The key ${enName(h.name)} cannot be optional.` }),
    () => ({ zh: "删去「可空」。", en: "Remove `optional`." }),
  ),
  "key-in-list": entry<{ name: string; list: string }>(
    "error",
    (h) => ({
      zh: `明细${zhName(h.list)}的列${zhName(h.name)}不能作主键。`,
      en: `${enName(h.name)} is a column of the list ${enName(h.list)} and cannot be a key.`,
    }),
    () => ({ zh: "删去「主键」；明细的行归在对象名下。", en: "Remove `key`: rows of a list belong to their subject." }),
  ),
  "period-twice": entry<{ name: string; first: string }>(
    "error",
    (h) => ({
      zh: `期别已是${zhName(h.first)}，${zhName(h.name)}不能再作期别。`,
      en: `${enName(h.first)} is the period already; ${enName(h.name)} cannot be one too.`,
    }),
    () => ({ zh: "只留一个期别，另一个改为文本。", en: "Keep one period; make the other one text." }),
  ),
  "period-missing": entry<{ name: string; subject: string }>(
    "error",
    (h) => ({
      zh: `${zhName(h.name)}读取往期，数据${zhName(h.subject)}里没有期别。`,
      en: `${enName(h.name)} reads earlier periods, but the data ${enName(h.subject)} has no period.`,
    }),
    () => ({ zh: "加一个期别字段，如 年度: 期别。", en: "Add a period field: year: period." }),
  ),
  "period-misplaced": entry<Nothing>(
    "error",
    () => ({ zh: "常量不能是期别。", en: "A constant cannot be a period." }),
    () => ({ zh: "期别写在数据里。", en: "Declare the period in the data block." }),
  ),
  "list-misplaced": entry<Nothing>(
    "error",
    () => ({
      zh: "明细只能是数据的字段，不能放在明细里或作常量。",
      en: "A list can only be a field of the data, not a column or a constant.",
    }),
    () => ({ zh: "把它移到「数据」里，与其他字段并列。", en: "Move it into the data block, beside the other fields." }),
  ),
  "use-not-found": entry<{
    path: string;
    /** Why it cannot be used; `unknown` where only one file is at hand. */
    why:
      | { readonly case: "unknown" }
      /** No file of this name lies where it was looked for. */
      | { readonly case: "absent"; readonly file: string }
      /** It has errors of its own; the first of them, with its line. */
      | {
          readonly case: "in-error";
          readonly file: string;
          readonly line: number;
          readonly message: Bilingual;
          readonly count: number;
        }
      /** The files that use each other, where the use leads back here. */
      | { readonly case: "circle"; readonly files: readonly string[] };
  }>(
    "error",
    ({ path, why }) => {
      switch (why.case) {
        case "circle":
          return {
            zh: `引用${zhName(path)}形成循环：${why.files.join(" → ")}。`,
            en: `Using ${enName(path)} forms a cycle: ${why.files.join(" → ")}.`,
          };
        case "absent":
          return {
            zh: `没有找到引用的规则${zhName(path)}。`,
            en: `The rubric ${enName(path)} was not found.`,
          };
        case "in-error":
          return {
            zh: `引用的规则${zhName(path)}有 ${why.count} 处错误：第 ${why.line} 行，${why.message.zh}`,
            en: `The rubric ${enName(path)} has ${why.count} ${why.count === 1 ? "error" : "errors"}: line ${why.line}, ${why.message.en}`,
          };
        case "unknown":
          return {
            zh: `找不到引用的规则${zhName(path)}，或它有错误。`,
            en: `The rubric ${enName(path)} was not found, or has errors.`,
          };
      }
    },
    ({ why }) => {
      switch (why.case) {
        case "circle":
          return { zh: "去掉其中一处引用。", en: "Remove one of these uses." };
        case "absent":
          return {
            zh: `路径相对于本规则所在的文件夹，应有文件 ${why.file}；请检查文件名和扩展名。`,
            en: `Paths are relative to the folder of this rubric, so ${why.file} is expected; check the name and the extension.`,
          };
        case "in-error":
          return { zh: `先改正 ${why.file} 中的错误。`, en: `Correct ${why.file} first.` };
        case "unknown":
          return {
            zh: "检查文件名；被引用的规则不得有错误。",
            en: "Check the path; the used rubric must be free of errors.",
          };
      }
    },
  ),
  "said-twice": entry<{ what: Bilingual }>(
    "error",
    (h) => ({ zh: `${h.what.zh}前面已经写过。`, en: `${capital(h.what.en)} is given twice.` }),
    () => ({ zh: "只留一处。", en: "Keep one of them." }),
  ),
};
