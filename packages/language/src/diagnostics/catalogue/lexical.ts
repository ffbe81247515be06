/**
 * What can be wrong with characters, words and numbers before any grammar is asked.
 */
import { entry } from "./entry.js";

export const lexical = {
  "source-too-large": entry<{ size: number; limit: number }>(
    "error",
    (h) => ({
      zh: `规则文本有 ${h.size} 个字符，超过上限 ${h.limit}。`,
      en: `The rubric has ${h.size} characters, more than the limit of ${h.limit}.`,
    }),
    () => ({ zh: "请拆成几个文件，用「引用」连起来。", en: "Split it into several files and join them with `use`." }),
  ),
  "unclosed-text": entry<{ open: string; close: string }>(
    "error",
    (h) => ({
      zh: `文字以 ${h.open} 开头，到行末没有 ${h.close}。`,
      en: `This text opens with ${h.open} and has no ${h.close} before the line ends.`,
    }),
    (h) => ({ zh: `在文字结束处补上 ${h.close}。`, en: `Add ${h.close} where the text ends.` }),
  ),
  "unclosed-name": entry<{ open: string; close: string }>(
    "error",
    (h) => ({
      zh: `名称以 ${h.open} 开头，到行末没有 ${h.close}。`,
      en: `This name opens with ${h.open} and has no ${h.close} before the line ends.`,
    }),
    (h) => ({ zh: `在名称结束处补上 ${h.close}。`, en: `Add ${h.close} where the name ends.` }),
  ),
  "empty-name": entry<Record<never, never>>(
    "error",
    () => ({ zh: "引号里没有名称。", en: "There is no name between the quotes." }),
    () => ({ zh: "在引号里写上名称。", en: "Write the name between them." }),
  ),
  "unclosed-comment": entry<Record<never, never>>(
    "error",
    () => ({
      zh: "注释以 /* 开头，直到文末没有 */。",
      en: "This comment opens with /* and has no */ before the text ends.",
    }),
    () => ({ zh: "在注释结束处写上 */。", en: "Write */ where the comment ends." }),
  ),
  "hidden-character": entry<{ codes: readonly string[] }>(
    "error",
    (h) => ({
      zh: `这里有看不见的字符（${h.codes.join("、")}），会使读取的内容与显示的不一致。`,
      en: `There are invisible characters here (${h.codes.join(", ")}) that make the text read differently from what is displayed.`,
    }),
    () => ({ zh: "删去它们。", en: "Remove them." }),
  ),
  "stray-character": entry<{ found: string }>(
    "error",
    (h) => ({ zh: `规则里不用「${clip(h.found)}」。`, en: `"${clip(h.found)}" has no meaning in a rubric.` }),
    () => ({
      zh: "删去它；如果它是名称的一部分，把名称写在「」里。",
      en: "Remove it, or put the name it belongs to between backticks.",
    }),
  ),
  "hash-comment": entry<{ found: string }>(
    "error",
    (h) => ({ zh: `「${h.found}」开头的不是注释。`, en: `"${h.found}" does not begin a comment.` }),
    () => ({ zh: "注释以 // 开头。", en: "A comment begins with //." }),
  ),
  "name-too-long": entry<{ length: number; limit: number }>(
    "error",
    (h) => ({
      zh: `名称有 ${h.length} 个字符，最多 ${h.limit} 个。`,
      en: `This name has ${h.length} characters; the limit is ${h.limit}.`,
    }),
    () => ({
      zh: "换一个短的名称，长的说明写在注释或「依据」里。",
      en: "Choose a short name and move the rest into a comment or `basis`.",
    }),
  ),
  "number-too-long": entry<{ digits: number; limit: number }>(
    "error",
    (h) => ({
      zh: `这个数有 ${h.digits} 位，最多 ${h.limit} 位。`,
      en: `This number has ${h.digits} digits; the limit is ${h.limit}.`,
    }),
    () => ({ zh: "检查是否多打了数字。", en: "Check whether digits were typed twice." }),
  ),
  "number-touches-letters": entry<{ found: string; number: string; rest: string }>(
    "error",
    (h) => ({
      zh: `「${clip(h.found)}」中，数与后面的字连写，无法识别单位。`,
      en: `In "${clip(h.found)}" the number runs into the letters after it, so its unit is not recognised.`,
    }),
    (h) => ({
      zh: `中间空一格：${clip(h.number)} ${clip(h.rest)}。`,
      en: `Put a space between them: ${clip(h.number)} ${clip(h.rest)}.`,
    }),
  ),
  "thousands-separator": entry<{ found: string; plain: string }>(
    "error",
    (h) => ({
      zh: `「${h.found}」带有千位分隔符，逗号在这里用来分隔。`,
      en: `"${h.found}" has thousands separators; here a comma separates elements.`,
    }),
    (h) => ({ zh: `写成 ${h.plain}。`, en: `Write ${h.plain}.` }),
  ),
  "no-such-day": entry<{ found: string }>(
    "error",
    (h) => ({ zh: `没有「${h.found}」这一天。`, en: `There is no such day as "${h.found}".` }),
    () => ({ zh: "改正月份或日期。", en: "Correct the month or the day." }),
  ),
  "line-begins-with-operator": entry<{ operator: string }>(
    "error",
    (h) => ({
      zh: `这一行以「${h.operator}」开头，无法确定是否接上一行。`,
      en: `This line begins with "${h.operator}", so it is unclear whether it continues the line above.`,
    }),
    (h) => ({
      zh: `接上一行的，把「${h.operator}」移到上一行的末尾；要加减分的，写「加」「扣」。`,
      en: `Move "${h.operator}" to the end of the line above, or write \`add\` or \`deduct\` where points are meant.`,
    }),
  ),
  "nesting-too-deep": entry<{ limit: number }>(
    "error",
    (h) => ({ zh: `括号嵌套超过 ${h.limit} 层。`, en: `Brackets are nested more than ${h.limit} deep.` }),
    () => ({
      zh: "用「设」为内层的内容命名，移到外面。",
      en: "Give the inner part a name with `let` and move it out.",
    }),
  ),
  "expression-too-long": entry<{ limit: number }>(
    "error",
    (h) => ({ zh: `一个算式里的运算超过 ${h.limit} 个。`, en: `One expression has more than ${h.limit} operators.` }),
    () => ({ zh: "用「设」把它分成几段。", en: "Split it with `let`." }),
  ),
};

/** Long findings are cut, so that hostile text cannot flood a message. */
export function clip(text: string): string {
  const flat = text.replace(/\s+/g, " ");
  return [...flat].length > 24 ? `${[...flat].slice(0, 23).join("")}…` : flat;
}
