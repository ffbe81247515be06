/**
 * Messages for problems of merged tables: differing values, repeated rows, periods named in titles.
 */
import { ownEntry } from "@yardstick/language";
import type { CellProblem, ProblemReason } from "@yardstick/engine";

type MergeReason = Extract<
  ProblemReason,
  | "conflict"
  | "repeated-row"
  | "said-period"
  | "same-rows"
  | "similar-row"
  | "same-record"
  | "other-form"
  | "other-period"
  | "outdated-form"
  | "history-left"
>;

/** Where a period is named. */
const SAID_IN: Readonly<Record<string, { readonly zh: string; readonly en: string }>> = {
  title: { zh: "标题", en: "the title" },
  sheet: { zh: "工作表名", en: "the sheet name" },
  file: { zh: "文件名", en: "the file name" },
};

interface OtherFigure {
  readonly other: string;
  readonly file: string;
  readonly row: string;
  readonly sheet: string;
}

function fourEach(expected: readonly string[]): readonly OtherFigure[] {
  return Array.from({ length: Math.floor(expected.length / 4) }, (_, at): OtherFigure => {
    const [other = "", file = "", row = "", sheet = ""] = expected.slice(at * 4, at * 4 + 4);
    return { other, file, row, sheet };
  });
}

/** The messages by reason, in both languages. */
export const mergeProblemMessages: Readonly<
  Record<MergeReason, (problem: CellProblem) => { readonly zh: string; readonly en: string }>
> = {
  conflict: ({ found, expected }) => {
    const others = fourEach(expected);
    const zh = others.map(
      ({ other, file, row, sheet }) => `${file}${sheet === "" ? "" : `“${sheet}”`} 第 ${row} 行填“${other}”`,
    );
    const en = others.map(
      ({ other, file, row, sheet }) => `“${other}” in ${file}${sheet === "" ? "" : ` “${sheet}”`}, row ${row}`,
    );
    return others.length === 1
      ? {
          zh: `这里填“${found}”，${zh[0] ?? ""}，两处不一致，都没有采用；请核对后改为一致。`,
          en: `“${found}” here, but ${en[0] ?? ""}, so neither was used; make the two values agree.`,
        }
      : {
          zh: `这里填“${found}”，${zh.join("，")}，各处不一致，都没有采用；请核对后改为一致。`,
          en: `“${found}” here, but ${en.join(", and ")}, so none was used; make the values agree.`,
        };
  },
  "repeated-row": ({ found }) => ({
    zh: `“${found}”在这份文件中已出现过；两行一致的内容已采用，不一致的均没有采用；请核对后删去一行。`,
    en: `“${found}” already occurs in an earlier row of this file; values on which the two rows agree were used, differing values were not; compare the rows and delete one.`,
  }),
  "said-period": ({ found, expected: [where = "", period = "", rows = ""] }) => ({
    zh: `${ownEntry(SAID_IN, where)?.zh ?? ""}写的是“${found}”，${rows} 行没有期别一列，${period === "" ? "无法确定归入哪一期" : `按主键应归入 ${period}`}，没有采用；请在表中写明期别，或改正标题。`,
    en: `${ownEntry(SAID_IN, where)?.en ?? ""} says “${found}”, but ${rows} rows have no period of their own${period === "" ? ", and it is not known which period they belong to" : ` and would belong to ${period}`}, so they were not used; write the period into the table, or correct the title.`,
  }),
  "similar-row": ({ expected: [file = "", row = "", sheet = ""] }) => ({
    zh: `这一行与${file === "" ? "现有的" : ` ${file}${sheet === "" ? "" : `“${sheet}”`}`} 第 ${row} 行只差空着的格子或其中一列，可能是同一条记录，两条都计入；如是同一条，请删去一条。`,
    en: `this row differs from row ${row} of ${file === "" ? "the present table" : `${file}${sheet === "" ? "" : ` “${sheet}”`}`} only in blank cells or in one column, so it may be the same record; both count: delete one if it is.`,
  }),
  "same-record": ({ expected: [file = "", row = "", sheet = ""] }) => ({
    zh: `这一行与${file === "" ? "现有的" : ` ${file}${sheet === "" ? "" : `“${sheet}”`}`} 第 ${row} 行是同一份填报表的同一行，内容却大半不同，按两条记录计入；如是更正，请删去原来的一条。`,
    en: `this row is the same row of an entry form as row ${row} of ${file === "" ? "the present table" : `${file}${sheet === "" ? "" : ` “${sheet}”`}`}, but most of its columns differ, so both count: delete the earlier one if this is a correction.`,
  }),
  "same-rows": ({ expected: [rows = "", file = ""] }) => ({
    zh: `有 ${rows} 行与 ${file} 中的各列全同，按同一条记录计一次；如确为另一条，请补充日期等内容加以区别。`,
    en: `${rows} rows are the same in every column as rows of ${file}, and each was counted once; if they are different records, distinguish them by a date or a remark.`,
  }),
  "other-form": ({ expected: [title = "", edition = "", own = "", ownEdition = ""] }) => ({
    zh: `这是“${title}”${edition === "" ? "" : `（${edition}）`}的填报表，不是“${own}”${ownEdition === "" ? "" : `（${ownEdition}）`}的，没有读取；请用本规则的填报表填报。`,
    en: `this is an entry form of “${title}”${edition === "" ? "" : ` (${edition})`}, not of “${own}”${ownEdition === "" ? "" : ` (${ownEdition})`}, so it was not read; fill in a form of this rubric.`,
  }),
  "other-period": ({ found, expected }) => ({
    zh: `这是 ${found} 期的填报表，现在汇总的是 ${expected.join("、")} 期，没有读取；如确需汇总这一期，请另行指明。`,
    en: `this is an entry form of ${found}, but ${expected.join(", ")} is being collected, so it was not read; specify the period if it should be collected.`,
  }),
  "outdated-form": () => ({
    zh: "这份填报表生成之后，规则的数据列有过改动；仍按表头读取，请核对是否缺少列。",
    en: "the columns of the rubric have changed since this form was made; it was still read by its headers; check whether columns are missing.",
  }),
  "history-left": () => ({
    zh: "其中的往期结果没有合并；如需采用，请单独导入往期结果。",
    en: "its earlier results were not merged; to use them, import the history separately.",
  }),
};
