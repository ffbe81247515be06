/**
 * The message for a problem of the data: its location, what was expected, what was found, and one next step. There is one entry for
 * each reason, in Chinese and English.
 */
import { unitWord, type AsideKind, type CellProblem, type ProblemReason } from "@yardstick/engine";
import { CONSTANTS_TABLE, HISTORY_TABLE } from "@yardstick/exact";
import { checkLang } from "@yardstick/language/program";
import { mergeProblemMessages } from "./merge-problem-messages.js";

type Lang = "zh" | "en";
type Sentence = (problem: CellProblem) => { readonly zh: string; readonly en: string };

const tableNames: ReadonlyMap<string, { readonly zh: string; readonly en: string }> = new Map([
  [HISTORY_TABLE, { zh: "往期结果", en: "history" }],
  [CONSTANTS_TABLE, { zh: "常量", en: "constants" }],
]);

/** Problems of a whole column, whose messages name it. */
const COLUMN_REASONS: ReadonlySet<ProblemReason> = new Set([
  "unknown-column",
  "missing-column",
  "duplicate-column",
  "unit-conflict",
  "unit-above",
  "key-by-kind",
  "one-spelling",
]);

/** The location as a prefix: `社区 第 5 行“招商完成”`, `社区, row 5, “招商完成”`. */
function locationOf({ table, row, column, reason, rubric }: CellProblem, lang: Lang): string {
  const own = tableNames.get(table)?.[lang] ?? table;
  const name =
    rubric === undefined ? own : (lang === "zh" ? `所引用的规则“${rubric}”，` : `used rubric “${rubric}”, `) + own;
  const isColumnItself = COLUMN_REASONS.has(reason);
  const shownColumn = isColumnItself ? null : column;
  if (lang === "zh") {
    const line = row === null || isColumnItself ? "" : ` 第 ${row} 行`;
    return `${name}${line}${shownColumn === null ? "" : `“${shownColumn}”`}：`;
  }
  const line = row === null || isColumnItself ? "" : `, row ${row}`;
  return `${name}${line}${shownColumn === null ? "" : `, “${shownColumn}”`}: `;
}

const unitZh = ({ expected: [unit] }: CellProblem) => (unit === undefined ? "" : `（单位：${unit}）`);
const unitEn = ({ expected: [unit] }: CellProblem) => (unit === undefined ? "" : ` (unit: ${unitWord(unit, "en")})`);

function rangeOf({ expected }: CellProblem, lang: Lang): string {
  const [min = "", max = ""] = expected.map((bound) => unitWord(bound, lang));
  if (min !== "" && max !== "") return lang === "zh" ? `${min} 至 ${max}` : `${min} to ${max}`;
  if (min !== "") return lang === "zh" ? `不小于 ${min}` : `at least ${min}`;
  return lang === "zh" ? `不大于 ${max}` : `at most ${max}`;
}

const megabytes = (bytes: string): string => String(Math.round(Number(bytes) / (1024 * 1024)));

function tooLarge(what: string, limit: string): { readonly zh: string; readonly en: string } {
  switch (what) {
    case "bytes":
      return {
        zh: `文件超过 ${megabytes(limit)} MB 的上限，没有读取；请分成几个文件。`,
        en: `the file is larger than the limit of ${megabytes(limit)} MB and was not read; split it.`,
      };
    case "unpacked":
      return {
        zh: `工作簿解压后超过 ${megabytes(limit)} MB 的上限，没有读取；请确认来源可靠，或另存后再试。`,
        en: `the workbook unpacks to more than the limit of ${megabytes(limit)} MB and was not read; check that its source can be trusted, or save a new copy.`,
      };
    case "cell":
      return {
        zh: `有一处内容超过 ${megabytes(limit)} MB，超出单元格的正常大小，没有读取；请确认来源可靠，或另存后再试。`,
        en: `one piece of content is larger than ${megabytes(limit)} MB, more than any cell can hold, so the workbook was not read; check that its source can be trusted, or save a new copy.`,
      };
    case "columns":
      return {
        zh: `列数超过 ${limit} 列的上限，没有读取；请删去无用的列。`,
        en: `there are more than ${limit} columns, so the table was not read; delete those that are not needed.`,
      };
    case "merged":
      return {
        zh: "合并单元格过多，没有读取；请取消合并后再试。",
        en: "there are too many merged cells, so the table was not read; unmerge them.",
      };
    default:
      return {
        zh: `行数超过 ${limit} 行的上限，没有读取；请分成几个文件。`,
        en: `there are more than ${limit} rows, so the table was not read; split the file.`,
      };
  }
}

/** Why a whole file contains no table; `why` is an `UnreadableWhy`. */
function unreadableFile(
  why: string | undefined,
  found: string,
  row: number | null,
): { readonly zh: string; readonly en: string } {
  const [here, there] = [row === null ? "文件" : "此处", row === null ? "the file" : "this"];
  const [shownZh, shownEn] = found === "" ? ["", ""] : [`（${found}）`, ` (${found})`];
  switch (why) {
    case "empty":
      return {
        zh: "文件是空的，没有表头；请确认选对了文件。",
        en: "the file is empty and has no headers; check that it is the right one.",
      };
    case "quotes":
      return {
        zh: `引号没有成对${shownZh}，从这一行起无法读取；请补上或删去引号。`,
        en: `a quote is not closed${shownEn}, so nothing can be read from this line on; close it or delete it.`,
      };
    case "old-workbook":
      return {
        zh: "这是旧版 Excel 文件（.xls）或加了密码的工作簿，无法读取；请在 Excel 或 WPS 中另存为不加密的 .xlsx。",
        en: "this is an old Excel file (.xls) or a password-protected workbook; save it as .xlsx without a password.",
      };
    case "not-a-workbook":
      return {
        zh: "这不是 Excel 工作簿（.xlsx），无法读取；请确认文件没有改错扩展名。",
        en: "this is not an Excel workbook (.xlsx); check that the file extension is right.",
      };
    case "damaged":
      return {
        zh: "工作簿已损坏或不完整，无法读取；请重新取得文件，或在 Excel 中打开后另存。",
        en: "the workbook is damaged or incomplete; obtain it again, or open it in Excel and save a new copy.",
      };
    default:
      return {
        zh: `${here}无法读取${shownZh}；请检查文件格式：引号须成对，JSON 应为由对象组成的数组。`,
        en: `${there} cannot be read${shownEn}; check the format: quotes must come in pairs, and JSON must be an array of objects.`,
      };
  }
}

/** Kinds of rows that are not subjects, and the evidence for it. */
const ROW_KINDS: Readonly<Record<AsideKind, { readonly zh: string; readonly en: string }>> = {
  total: { zh: "合计行", en: "a total" },
  mean: { zh: "平均行", en: "a mean" },
  extreme: { zh: "最高或最低行", en: "a row of highest or lowest values" },
  reference: { zh: "满分、权重一类的行", en: "a row of full marks, weights or the like" },
  count: { zh: "计数行", en: "a count" },
  remark: { zh: "附注", en: "a remark" },
  share: { zh: "“其中”行", en: "a part of another row" },
  numbering: { zh: "列号行", en: "a row of column numbers" },
};
const ROW_SIGNS: Readonly<Record<string, { readonly zh: string; readonly en: string }>> = {
  sum: { zh: "各数等于其他行之和", en: "its figures are the sum of the other rows" },
  mean: { zh: "各数等于其他行的平均数", en: "its figures are the mean of the other rows" },
  highest: { zh: "各数等于其他行的最高数", en: "its figures are the highest of the other rows" },
  lowest: { zh: "各数等于其他行的最低数", en: "its figures are the lowest of the other rows" },
};

function rowPhrases({ expected: [kind = "total", by = ""] }: CellProblem, lang: Lang) {
  return {
    kind: ROW_KINDS[kind as AsideKind][lang],
    sign: Object.hasOwn(ROW_SIGNS, by) ? ROW_SIGNS[by]?.[lang] : undefined,
  };
}

function rowSetAside(problem: CellProblem) {
  if (problem.expected[1] === "person") {
    return {
      zh: `按指定不作为考核对象，没有采用：${problem.found}`,
      en: `left out as specified, so it is not a subject: ${problem.found}`,
    };
  }
  const [zh, en] = [rowPhrases(problem, "zh"), rowPhrases(problem, "en")];
  return {
    zh: `这是${zh.kind}${zh.sign === undefined ? "" : `（${zh.sign}）`}，不是考核对象，没有采用：${problem.found}`,
    en: `this is ${en.kind}${en.sign === undefined ? "" : ` (${en.sign})`} and not a subject, so it was not used: ${problem.found}`,
  };
}

function rowDoubted(problem: CellProblem) {
  const [zh, en] = [rowPhrases(problem, "zh"), rowPhrases(problem, "en")];
  return {
    zh: `“${problem.found}”可能是${zh.kind}${zh.sign === undefined ? "" : `（${zh.sign}）`}，而不是考核对象，确认之前不计分、不排名；请确认保留，或删去这一行。`,
    en: `“${problem.found}” may be ${en.kind}${en.sign === undefined ? "" : ` (${en.sign})`} and not a subject, so it is not scored or ranked until that is confirmed; keep it, or delete the row.`,
  };
}

function rowAgrees(problem: CellProblem) {
  const [zh, en] = [rowPhrases(problem, "zh"), rowPhrases(problem, "en")];
  return {
    zh: `“${problem.found}”${zh.sign ?? ""}，按考核对象计分；如是${zh.kind}，请删去这一行。`,
    en: `“${problem.found}” was scored as a subject, though ${en.sign ?? ""}; if it is ${en.kind}, delete the row.`,
  };
}

/** The first cells that a problem is about; `expected` is their number, then row, text and value of each. */
function namedCells([, ...named]: readonly string[]): readonly (readonly [row: string, shown: string, used: string])[] {
  return Array.from({ length: Math.floor(named.length / 3) }, (_, at) => {
    const [row = "", shown = "", used = ""] = named.slice(at * 3);
    return [row, shown, used] as const;
  });
}

function cellsZh(expected: readonly string[], said: (shown: string, used: string) => string): string {
  const named = namedCells(expected);
  const more = Number(expected[0]) > named.length ? `等共 ${expected[0] ?? ""} 格` : "";
  return named.map(([row, shown, used]) => `第 ${row} 行${said(shown, used)}`).join("，") + more;
}

function cellsEn(expected: readonly string[], said: (shown: string, used: string) => string): string {
  const named = namedCells(expected);
  const rest = Number(expected[0]) - named.length;
  const more = rest > 0 ? `, and ${rest} more` : "";
  return named.map(([row, shown, used]) => `row ${row} ${said(shown, used)}`).join(", ") + more;
}

function nearKeyOfRow(found: string, near: readonly string[]) {
  return {
    zh: `主表中没有“${found}”，本行没有采用；是否应为${near.map((name) => `“${name}”`).join("或")}？请改正名称，改正之前其结果为暂定。`,
    en: `“${found}” is not in the main table, so this row was not used; did you mean ${near.map((name) => `“${name}”`).join(" or ")}? Its results are provisional until the name is corrected.`,
  };
}

/** The number of sheet names that a message lists at most. */
const MAX_NAMES = 8;
const firstNames = (names: readonly string[], list: string): string => names.slice(0, MAX_NAMES).join(list);

const messages: Readonly<Record<ProblemReason, Sentence>> = {
  "row-set-aside": rowSetAside,
  "row-doubted": rowDoubted,
  "row-agrees": rowAgrees,
  "unknown-row": ({ found, expected: [how, near] }) => ({
    zh: `指定${how === "keep" ? "保留" : "不采用"}“${found}”，但数据中没有这一行${near === undefined ? "" : `；是否应为“${near}”？`}${near === undefined ? "；请核对名称。" : "请核对名称。"}`,
    en: `“${found}” is to be ${how === "keep" ? "kept" : "left out"}, but there is no such row${near === undefined ? "" : `; did you mean “${near}”?`}${near === undefined ? "; check the name." : " Check the name."}`,
  }),
  "key-by-kind": ({ found, expected: [key = ""] }) => ({
    zh: `没有“${key}”一列，按“${found}”一列读取；如不对，请改正列名。`,
    en: `there is no column “${key}”, so “${found}” was used for it; correct the header if that is wrong.`,
  }),
  "unit-conflict": ({ found, expected: [name = "", full = "", unit = ""] }) => ({
    zh:
      name === full
        ? `规则中“${name}”没有这样的单位，表头却写明“${unit}”，该列没有采用；请在规则中写明单位，或改正表头。`
        : `表头“${found}”的单位“${unit}”与规则中的“${full}”不符，该列没有采用；请改正表头或数值。`,
    en:
      name === full
        ? `the rubric declares no such unit for “${name}”, but the header has “${unit}”, so the column was not used; declare the unit, or correct the header.`
        : `the unit “${unit}” of the header “${found}” does not fit “${full}”, so the column was not used; correct the header or the values.`,
  }),
  "unit-above": ({ found, expected: [unit = "", own = ""] }) => ({
    zh: `表上方写明单位为“${unit}”，“${found}”按${unit}读取（规则中为${own}）；如不对，请在表头写明单位。`,
    en: `the unit stated above the table is “${unit}”, so “${found}” was read in that unit (the rubric declares ${own}); write the unit in the header if that is wrong.`,
  }),
  "near-key": ({ found, index, expected }) => {
    const [name = "", list = "", row = ""] = expected;
    if (index !== null) {
      return {
        zh: `“${name}”可能少计一行：${list}第 ${row} 行写的是“${found}”；核对名称之前，相关结果为暂定。`,
        en: `“${name}” may be missing a row: ${list}, row ${row}, has “${found}”; its results are provisional until the name is corrected.`,
      };
    }
    return nearKeyOfRow(found, expected);
  },
  "one-spelling": ({ expected: [first = "", ...others] }) => ({
    zh: `“${first}”另有写法${others.map((other) => `“${other}”`).join("、")}，按同一名称读取。`,
    en: `${others.map((other) => `“${other}”`).join(", ")} and “${first}” were read as the same name.`,
  }),
  "not-a-number": (problem) => ({
    zh: `应为数字${unitZh(problem)}，“${problem.found}”无法识别；请改填数字，暂缺请留空。`,
    en: `expected a number${unitEn(problem)}, found “${problem.found}”; enter digits, or leave the cell blank if it is not known yet.`,
  }),
  "inexact-number": ({ found }) => ({
    zh: `${found} 是二进制浮点数，未必与原数相同；请以文本传入，如 "${found}"。`,
    en: `${found} is a binary floating-point number, which may differ from the number originally written; pass it as text: "${found}".`,
  }),
  "not-whole": (problem) => ({
    zh: `应为整数${unitZh(problem)}，填的是“${problem.found}”；请核对后改为整数。`,
    en: `expected a whole number${unitEn(problem)}, found “${problem.found}”; check it and enter a whole number.`,
  }),
  // A number without a percent sign is a different mistake from text that is not a number.
  "not-a-percent": ({ found }) =>
    /^[\s+\-－＋]*[\d０-９][\d０-９.,．，]*\s*$/u.test(found)
      ? {
          zh: `应为百分数，“${found}”没有写明 % 或 ‰；请写成如 95%，或在表头注明单位（%）。`,
          en: `expected a percentage, but “${found}” has no % or ‰; write it as 95%, or add (%) to the header.`,
        }
      : {
          zh: `应为百分数，“${found}”无法识别；请写成如 95%，暂缺请留空。`,
          en: `expected a percentage, found “${found}”; write it as 95%, or leave the cell blank if it is not known yet.`,
        },
  "not-a-flag": ({ found }) => ({
    zh: `应填“是”或“否”，“${found}”无法识别；请改填，暂缺请留空。`,
    en: `expected yes or no, found “${found}”; enter one of them, or leave the cell blank if it is not known yet.`,
  }),
  "not-a-date": ({ found }) => ({
    zh: `应为日期，“${found}”无法识别或不存在这一天；请按 2024-01-02 或 2024年1月2日 填写。`,
    en: `expected a date, found “${found}”, which is not a date; write the year first, as in 2024-01-02.`,
  }),
  "not-a-level": ({ found, expected }) => ({
    zh: `“${found}”不在可选项之内；请从中选填：${expected.join("、")}。`,
    en: `“${found}” is not one of the choices; enter one of these: ${expected.join(", ")}.`,
  }),
  "is-a-time": ({ found, expected: [unit] }) =>
    unit !== undefined
      ? {
          zh: `“${found}”是日期或时刻，不是时长；请填写时长，如 40 或 0:40:00。`,
          en: `“${found}” is a date or a time of day, not a duration; enter a duration, such as 40 or 0:40:00.`,
        }
      : {
          zh: `“${found}”是日期或时间，不是数值；如填的是时长，请把这一列声明为“数值 分钟”（或小时、秒、天），否则请改填数字。`,
          en: `“${found}” is a date or a time, not a number; if a duration is meant, declare the column as “number minutes” (or hours, seconds, days), otherwise enter a number.`,
        },
  "unclear-time": ({ found }) => ({
    zh: `“${found}”可能是时和分，也可能是分和秒，没有采用；请写成 0:03:25 或 3分25秒。`,
    en: `“${found}” may be hours and minutes or minutes and seconds, so it was not used; write it as 0:03:25.`,
  }),
  "unclear-period": ({ found }) => ({
    zh: `“${found}”无法判断为哪一期，这一行没有采用；年份请写四位，如 2024。`,
    en: `the period “${found}” is not clear, so this row was not used; write the year with four digits, as in 2024.`,
  }),
  "digits-lost": ({ found }) => ({
    zh: `“${found}”是表格软件存为数值的长号码，后面的数字已经丢失，没有采用；请把这一列设为文本格式，按原号码重新填写。`,
    en: `“${found}” is a long number of which a spreadsheet stored only 15 digits, so it was not used; format the column as text and enter the number again.`,
  }),
  "shown-otherwise": ({ found, expected: [kept = ""] }) => ({
    zh: `表中${found === "" ? "不显示内容" : `显示“${found}”`}，存的却是 ${kept}，无法判断以哪个为准，没有采用；请改填，或更改单元格格式。`,
    en: `the sheet shows ${found === "" ? "nothing" : `“${found}”`} but stores ${kept}, and it is unclear which is meant, so the cell was not used; correct the cell or its format.`,
  }),
  "digits-not-shown": ({ expected }) => ({
    zh: `${cellsZh(expected, (shown, used) => `显示“${shown}”、存 ${used}`)}；显示的位数少于所存的，按所存的采用。`,
    en: `${cellsEn(expected, (shown, used) => `shows “${shown}” and stores ${used}`)}; where a cell shows fewer digits than it stores, the stored value was used.`,
  }),
  "read-as-duration": ({ expected }) => ({
    zh: `${cellsZh(expected, (shown, used) => `“${shown}”读作 ${used}`)}；如不是时和分，请改写。`,
    en: `${cellsEn(expected, (shown, used) => `“${shown}” was read as ${used}`)}; write it differently if hours and minutes are not meant.`,
  }),
  "day-of-utc": ({ expected }) => ({
    zh: `${cellsZh(expected, (shown, used) => `“${shown}”取 ${used}`)}；这是世界时（UTC），北京时间可能已是次日，请核对。`,
    en: `${cellsEn(expected, (shown, used) => `“${shown}” was read as ${used}`)}; these are times in UTC, whose day may differ from the local day; check them.`,
  }),
  "mixed-percentages": ({ found, expected }) => {
    const zh = cellsZh(expected, (shown, used) => `“${shown}”读作 ${used}`);
    const en = cellsEn(expected, (shown, used) => `“${shown}” was read as ${used}`);
    return found === ""
      ? {
          zh: `这一列表头写明百分数，各数却都不大于 1：${zh}；如 0.95 意为 95%，请改正数值或表头。`,
          en: `the header of this column has a percent sign, but no value is above 1: ${en}; correct the values or the header if 0.95 means 95%.`,
        }
      : {
          zh: `这一列的百分数写法不一，有的如 95，有的如 0.95：${zh}，而“${found}”等按百分数读取；请核对并统一写法。`,
          en: `the percentages of this column are written in two ways, as 95 and as 0.95: ${en}, next to values such as “${found}”; check them and use one notation.`,
        };
  },
  "out-of-range": (problem) => ({
    zh: `“${problem.found}”超出范围，应${problem.expected.every((bound) => bound !== "") ? "在 " : ""}${rangeOf(problem, "zh")}；请核对数值和单位。`,
    en: `“${problem.found}” is out of range, expected ${rangeOf(problem, "en")}; check the number and its unit.`,
  }),
  "duplicate-key": ({ found, table }) => {
    if (table === CONSTANTS_TABLE) {
      return {
        zh: "只应有一行，多出的一行没有采用；请删去多余的行。",
        en: "only one row is allowed here, so this one was not used; delete it.",
      };
    }
    if (table === HISTORY_TABLE) {
      return {
        zh: `“${found}”已在前面出现过，本行没有采用；请核对两行，删去一行。`,
        en: `“${found}” already occurs in an earlier row, so this row was not used; compare the two and delete one.`,
      };
    }
    return {
      zh: `“${found}”已在前面出现过，无法判断以哪一行为准，都没有采用；请核对两行，删去一行。`,
      en: `“${found}” already occurs in an earlier row and it is unclear which row is right, so neither was used; compare the two and delete one.`,
    };
  },
  "missing-key": ({ column, found }) =>
    found === ""
      ? {
          zh: `没有填写“${column ?? ""}”，无法确定这一行所属的对象，没有采用；请补填。`,
          en: `“${column ?? ""}” is blank, so the subject of this row is not known and the row was not used; fill it in.`,
        }
      : {
          zh: `“${column ?? ""}”填的是“${found}”，不能作为名称，没有采用这一行；请改填。`,
          en: `“${column ?? ""}” contains “${found}”, which cannot be a name, so this row was not used; correct it.`,
        },
  "unknown-key": ({ found }) => ({
    zh: `主表中没有“${found}”，本行没有采用；请核对名称（和期别）是否与主表一致。`,
    en: `“${found}” is not in the main table, so this row was not used; write the name (and period) as in the main table.`,
  }),
  "unknown-opponent": ({ found, expected: [near = "", period = ""] }) => {
    const [zh, en] = period === "" ? ["", ""] : [` ${period} 期的`, ` for ${period}`];
    const [zhCheck, enCheck] = period === "" ? ["名称", "name"] : ["名称和期别", "name and the period"];
    return {
      zh: `主表中没有${zh}对手“${found}”，比直接胜负时这一行没有计入；${near === "" ? `请核对${zhCheck}。` : `是否应为“${near}”？`}`,
      en: `the opponent “${found}” is not in the main table${en}, so this row did not count head to head; ${near === "" ? `check the ${enCheck}.` : `did you mean “${near}”?`}`,
    };
  },
  "own-opponent": ({ found }) => ({
    zh: `对手“${found}”就是本行的对象，比直接胜负时这一行没有计入；请核对对手。`,
    en: `the opponent “${found}” is the subject of the row itself, so this row did not count head to head; check the opponent.`,
  }),
  "unknown-column": ({ found, expected: [near] }) =>
    near === undefined
      ? {
          zh: `规则中没有“${found}”这一项，该列没有采用。`,
          en: `the rubric has no field “${found}”, so this column was not used.`,
        }
      : {
          zh: `规则中没有“${found}”这一项，该列没有采用；是否应为“${near}”？请改正列名。`,
          en: `the rubric has no field “${found}”, so this column was not used; did you mean “${near}”?`,
        },
  "unknown-table": ({ expected: [near] }) =>
    near === undefined
      ? {
          zh: "规则中没有这张表，没有采用；请改正表名，或删去这张表。",
          en: "the rubric has no table of this name, so it was not used; correct its name or remove it.",
        }
      : {
          zh: `规则中没有这张表，没有采用；是否应为“${near}”？请改正表名。`,
          en: `the rubric has no table of this name, so it was not used; did you mean “${near}”?`,
        },
  "missing-table": ({ found, expected: [general = ""] }) => ({
    zh: `没有给出考核对象的表；请以“${found}”或“${general}”为名给出。`,
    en: `the table of the subjects is missing; provide it under the name “${found}” or “${general}”.`,
  }),
  "missing-column": ({ column }) => ({
    zh: `缺少“${column ?? ""}”一列，相关得分只能待定；请补上该列。`,
    en: `the column “${column ?? ""}” is missing, so results that depend on it stay pending; add the column.`,
  }),
  "duplicate-column": ({ found }) => ({
    zh: `“${found}”一列重复出现，无法判断以哪一列为准，都没有采用；请只留一列。`,
    en: `the column “${found}” occurs twice and it is unclear which is meant, so neither was used; keep one of them.`,
  }),
  "missing-sheet": ({ found, expected }) => ({
    zh: `工作簿中没有“${found}”这个工作表；现有：${expected.join("、")}。`,
    en: `the workbook has no sheet “${found}”; it has: ${expected.join(", ")}.`,
  }),
  "several-sheets": ({ found, expected }) => ({
    zh: `工作表“${found}”与“${expected.join("”“")}”的表头同样符合，采用了“${found}”；如应采用另一张，请指定工作表（命令行用 --sheet）。`,
    en: `the headers of sheet “${found}” fit no better than those of “${expected.join("”, “")}”; “${found}” was used. If another is meant, choose the sheet (--sheet on the command line).`,
  }),
  "unknown-sheet": ({ found, expected: [near = ""] }) => ({
    zh: `工作表“${found}”没有采用；是否应为“${near}”？如是，请改正表名。`,
    en: `the sheet “${found}” was not used; did you mean “${near}”? If so, rename it.`,
  }),
  "unused-sheets": ({ expected }) => ({
    zh: `没有采用的工作表：${firstNames(expected, "、")}${expected.length > MAX_NAMES ? `等 ${expected.length} 张` : ""}。`,
    en: `sheets that were not used: ${firstNames(expected, ", ")}${expected.length > MAX_NAMES ? ` and others, ${expected.length} in all` : ""}.`,
  }),
  "hidden-sheet": ({ found, expected: [how] }) =>
    how === "read"
      ? {
          zh: `工作表“${found}”是隐藏的，也已读入；如不应采用，请删去或改名。`,
          en: `the sheet “${found}” is hidden but was read; delete or rename it if it is not meant to be used.`,
        }
      : {
          zh: `隐藏的工作表“${found}”表头也符合，没有采用；如应采用，请取消隐藏，或指定工作表（命令行用 --sheet）。`,
          en: `the headers of the hidden sheet “${found}” fit too, but it was not used; unhide it or choose it (--sheet on the command line) if it is meant to be used.`,
        },
  "hidden-rows": ({ expected: [count = ""] }) => ({
    zh: `有 ${count} 行被隐藏或筛选掉，也已读入。`,
    en: `${count} ${count === "1" ? "row is hidden or filtered out but was" : "rows are hidden or filtered out but were"} read.`,
  }),
  "hidden-columns": ({ expected }) => ({
    zh: `有 ${expected.length} 列被隐藏，也已读入：${expected.join("、")}。`,
    en: `${expected.length} ${expected.length === 1 ? "column is hidden but was" : "columns are hidden but were"} read: ${expected.join(", ")}.`,
  }),
  "too-many-cells": ({ found }) => ({
    zh: `这一行的单元格比表头多（多出“${found}”），可能错位，除主键外没有采用；含逗号的内容请加英文引号。`,
    en: `this row has more cells than the header (“${found}” is left over) and may be shifted, so only its key was used; put quotes around text that contains a comma.`,
  }),
  "merged-cells": ({ found }) => ({
    zh: `这是合并单元格（“${found}”），无法判断其数值属于各行还是各行合计，没有采用；请取消合并，逐行填写。`,
    en: `this cell is part of a merged range (“${found}”), which may apply to each row or to all together, so it was not used; unmerge it and fill in every row.`,
  }),
  ...mergeProblemMessages,
  "too-large": ({ expected: [what = "", limit = ""] }) => tooLarge(what, limit),
  unreadable: ({ found, column, row, expected: [why] }) =>
    column === null
      ? unreadableFile(why, found, row)
      : {
          zh: `“${found}”不是这一列可填的内容；请改填，暂缺请留空。`,
          en: `“${found}” is not valid in this column; correct it, or leave it blank if it is not known yet.`,
        },
};

/** The message of a problem with its location (table, row, column) but without its file. Throws where `lang` is neither `zh` nor `en`. */
export function describeProblem(problem: CellProblem, lang: Lang): string {
  checkLang("describeProblem()", lang);
  return locationOf(problem, lang) + messages[problem.reason](problem)[lang];
}

/** The message of a problem without its location, for views that show it in place. */
export function describeFinding(problem: CellProblem, lang: Lang): string {
  return messages[problem.reason](problem)[lang];
}
