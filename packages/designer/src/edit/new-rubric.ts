/**
 * Generates a rubric from the answers to four questions: head, data, sections with two items each (one in proportion to what is done,
 * one that counts what is missing), ranking, awards, a veto, a consequence.
 */
import type { Lang } from "@yardstick/language";
import { fixedText, numberOrZero, shareOrZero, ZERO } from "@yardstick/exact";
import { plainText } from "../model/sums.js";
import { safeName } from "./safe-name.js";

/** The answers to the four questions, as typed. */
export interface Answers {
  readonly subject: string;
  readonly period: string;
  readonly points: string;
  readonly method: "points" | "weights";
  /** `党建 20、经济 40`; distributed evenly when no points are stated. */
  readonly sections: string;
  readonly awarded: string;
  /** Empty: none. */
  readonly veto: string;
  readonly warning: string;
}

/** Names used in the generated text. */
export interface RubricNames {
  readonly title: string;
  /** Names of the two items of a section and of the fields that they read. */
  readonly tasks: (section: string) => string;
  readonly done: (section: string) => string;
  readonly daily: (section: string) => string;
  readonly issues: (section: string) => string;
  readonly award: string;
  readonly ranking: string;
  readonly vetoField: (name: string) => string;
}

/** The text of a rubric generated from the answers. */
export function rubricText(answers: Answers, lang: Lang, names: RubricNames): string {
  const total = /^\d+(\.\d+)?$/.test(answers.points.normalize("NFKC").trim())
    ? answers.points.normalize("NFKC").trim()
    : "100";
  const sections = sectionsIn(answers.sections, total);
  const write = (name: string): string => safeName(name.trim());
  const isWeight = answers.method === "weights";
  const share = (points: string): string =>
    `${plainText(shareOrZero(numberOrZero(points), numberOrZero(total)).mul(100))}%`;
  const zh = lang === "zh";
  const veto = answers.veto.trim();
  const year = new Date().getFullYear();
  const subject = write(answers.subject);
  const head = zh
    ? [`考核 "${names.title.replaceAll('"', "")}"`, `版本 "${year}"`, `满分 ${total} 分`, "总分 保留 2 位小数"]
    : [
        `rubric "${names.title.replaceAll('"', "")}"`,
        `edition "${year}"`,
        `total ${total}`,
        "score rounds to 2 decimals",
      ];
  const fields = zh
    ? ["  名称: 文本 主键", `  ${write(answers.period)}: 期别`]
    : ["  name: text key", `  ${write(answers.period)}: period`];
  for (const { name } of sections)
    fields.push(
      `  ${write(names.done(name))}: ${zh ? "百分数 0% .. 100%" : "percent 0% .. 100%"}`,
      `  ${write(names.issues(name))}: ${zh ? "计数 件" : "count"}`,
    );
  if (veto !== "")
    fields.push(zh ? `  ${write(names.vetoField(veto))}: 计数 起` : `  ${write(names.vetoField(veto))}: count`);
  const data = `${zh ? "数据" : "data"} ${subject} {\n${fields.join("\n")}\n}`;
  const parts = sections.map(({ name, points }) => {
    const maxPoints = isWeight ? `${zh ? "权重" : "weight"} ${share(points)}` : zh ? `${points} 分` : points;
    const whole = isWeight ? "100" : points;
    const most = plainText(numberOrZero(whole).mul(3).div(5));
    const rest = plainText(numberOrZero(whole).sub(numberOrZero(most)));
    const item = (title: string, max: string, rule: string): string =>
      `  ${zh ? "条目" : "item"} ${write(title)} ${max}${zh ? " 分" : ""} {\n    ${rule}\n  }`;
    const tasks = item(
      names.tasks(name),
      most,
      `${zh ? "得 按比例" : "earn in proportion"} ${write(names.done(name))} / 100%`,
    );
    const daily = item(
      names.daily(name),
      rest,
      zh ? `每 ${write(names.issues(name))} 扣 0.5 分` : `per ${write(names.issues(name))} deduct 0.5 points`,
    );
    return `${zh ? "大类" : "section"} ${write(name)} ${maxPoints} {\n${tasks}\n${daily}\n}`;
  });
  const ranking = write(names.ranking);
  const places = Number.parseInt(answers.awarded.normalize("NFKC"), 10);
  const results = [
    ...(veto === ""
      ? []
      : [
          zh
            ? `一票否决 ${write(veto)} 若 ${write(names.vetoField(veto))} > 0 { 不占名次 }`
            : `veto ${write(veto)} if ${write(names.vetoField(veto))} > 0 { no place }`,
        ]),
    zh ? `排名 ${ranking} 按 总分 并列 同名次` : `ranking ${ranking} by score ties share`,
    ...(Number.isNaN(places) || places < 1
      ? []
      : [
          zh
            ? `奖励 ${write(names.award)} ${ranking} 第 1${places > 1 ? ` .. ${places}` : ""} 名`
            : `award ${write(names.award)} ${ranking} place 1${places > 1 ? ` .. ${places}` : ""}`,
        ]),
    ...(answers.warning.trim() === ""
      ? []
      : [
          zh
            ? `处理 ${write(answers.warning)} 若 末位(${ranking})`
            : `consequence ${write(answers.warning)} if last(${ranking})`,
        ]),
  ];
  return `${[head.join("\n"), data, ...parts, results.join("\n")].join("\n\n")}\n`;
}

/** Sections without points share the remainder; the last one also takes what cannot be divided evenly. */
export function sectionsIn(text: string, total: string): readonly { readonly name: string; readonly points: string }[] {
  const written = text
    .split(/[、,，;；\n]/)
    .map((part) => /^\s*(.*?)\s*(\d+(?:\.\d+)?)?\s*(?:分|%)?\s*$/.exec(part.normalize("NFKC")))
    .map((found) => ({ name: found?.[1] ?? "", points: found?.[2] ?? null }))
    .filter(({ name }) => name !== "");
  const stated = written.reduce((sum, { points }) => (points === null ? sum : sum.add(numberOrZero(points))), ZERO);
  const open = written.filter(({ points }) => points === null).length;
  const left = numberOrZero(total).sub(stated);
  const each = open === 0 || left.compare(0) <= 0 ? "1" : trimmed(fixedText(left.div(open), 0));
  let shared = 0;
  return written.map(({ name, points }) => {
    if (points !== null) return { name, points };
    shared += 1;
    const rest = plainText(left.sub(numberOrZero(each).mul(open - 1)));
    return { name, points: shared === open && left.compare(0) > 0 ? rest : each };
  });
}

function trimmed(text: string): string {
  return text === "0" ? "1" : text;
}
