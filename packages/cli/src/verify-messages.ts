/**
 * What `verify` says, in both languages.
 */
import type { ResultDifference } from "./verified.js";

/** The texts in one language. */
export interface VerifyMessages {
  readonly notAResult: (file: string, known: string) => string;
  readonly matches: (file: string, subjects: number) => string;
  readonly differs: (file: string, count: number) => string;
  readonly rubricChanged: (published: string, present: string) => string;
  readonly dataChanged: (published: string, present: string) => string;
  readonly otherEngine: (published: string, present: string) => string;
  /** The rubric and the data are those of the file, and the result is not. */
  readonly sameInputs: string;
  /** The file names neither rubric nor data. */
  readonly noReceipt: string;
  /** A page of a folder or an archive, or the page itself where the name is empty. */
  readonly page: (name: string) => string;
  readonly difference: (difference: ResultDifference) => string;
  readonly more: (count: number) => string;
}

const nothingZh = "（无）";
const nothingEn = "(nothing)";

/** The texts in Chinese. */
export const verifyZh: VerifyMessages = {
  notAResult: (file, known) =>
    `${file} 不是能核对的结果。能核对的是本程序输出的 ${known}，以及含有评分表页面的文件夹和 .zip。`,
  matches: (file, subjects) => `${file}：核对一致。规则、数据和结果相符，共 ${subjects} 个对象。`,
  differs: (file, count) => `${file}：核对不一致，${count} 处不同。`,
  rubricChanged: (published, present) => `规则不是公布时的规则：公布时 ${published}，现在 ${present}。`,
  dataChanged: (published, present) => `数据不是公布时的数据：公布时 ${published}，现在 ${present}。`,
  otherEngine: (published, present) => `公布时的计算程序为 ${published} 版，现在为 ${present} 版。`,
  sameInputs: "规则和数据与公布时相同：公布的结果在计算之后被改动过，或者公布时另有 --period、--scenario 等选项。",
  noReceipt: "文件中没有规则和数据的指纹，不能分辨是规则、数据还是结果有改动。",
  page: (name) => (name === "" ? "页面的内容与重新计算的不同。" : `  ${name} 的内容与重新计算的不同`),
  difference: ({ place, published, computed }) =>
    `  ${place}：公布为 ${published ?? nothingZh}，计算为 ${computed ?? nothingZh}`,
  more: (count) => `  另有 ${count} 处`,
};

/** The texts in English. */
export const verifyEn: VerifyMessages = {
  notAResult: (file, known) =>
    `${file} is no result that can be verified; those are the ${known} files that this program writes, and folders and .zip files of score sheets.`,
  matches: (file, subjects) =>
    `${file}: verified. Rubric, data and result agree, ${subjects} ${subjects === 1 ? "subject" : "subjects"}.`,
  differs: (file, count) => `${file}: does not agree, ${count} ${count === 1 ? "difference" : "differences"}.`,
  rubricChanged: (published, present) => `The rubric is not the published one: published ${published}, now ${present}.`,
  dataChanged: (published, present) => `The data are not the published ones: published ${published}, now ${present}.`,
  otherEngine: (published, present) => `Published by engine ${published}; this is ${present}.`,
  sameInputs:
    "Rubric and data are the published ones: the result was changed after it had been computed, or computed with other options, such as --period or --scenario.",
  noReceipt: "The file has no fingerprints of rubric and data, so it does not show which of the three was changed.",
  page: (name) =>
    name === "" ? "The page differs from the one computed now." : `  ${name} differs from the page computed now`,
  difference: ({ place, published, computed }) =>
    `  ${place}: published ${published ?? nothingEn}, computed ${computed ?? nothingEn}`,
  more: (count) => `  ${count} more`,
};
