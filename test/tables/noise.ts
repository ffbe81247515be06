// A clean table, and what offices do to it: totals and footers below and between the rows, names with spaces, other widths, other
// notations of numbers, percentages, dates and units, titles above. Everything follows from one list of draws.

/** One number after another, each from 0 up to but not including its bound. */
export interface Draws {
  below(bound: number): number;
}

export interface CleanRow {
  readonly name: string;
  readonly group: string;
  /** 万元, in hundredths. */
  readonly task: number;
  readonly done: number;
  readonly cases: number;
  /** Per mille. */
  readonly rate: number;
  /** Day of January 2024. */
  readonly day: number;
}

const NAMES =
  "东镇 西镇 南门社区 北关 张三丰 李四光 红旗村 综合计划科 满族乡 阿依古丽·买买提 城关镇(东) constructor __proto__ toString Team 1 ABC公司".split(
    / (?!1)/u,
  );
const GROUPS = ["第1组", "第2组", "机关"];
const HEADER = ["名称", "组", "任务", "完成", "次数", "满意率", "提交日"];

export function cleanRows(draws: Draws): readonly CleanRow[] {
  const count = 3 + draws.below(6);
  const from = draws.below(NAMES.length);
  return Array.from({ length: count }, (_, index) => ({
    name: NAMES[(from + index) % NAMES.length] ?? "",
    group: GROUPS[draws.below(GROUPS.length)] ?? "",
    task: 100 + draws.below(99_900),
    done: draws.below(99_999),
    cases: draws.below(12),
    rate: draws.below(1001),
    day: 1 + draws.below(28),
  }));
}

const hundredths = (value: number): string => (value / 100).toFixed(2);
const percent = (value: number): string => `${(value / 10).toFixed(1)}%`;
const day = (of: number): string => `2024-01-${String(of).padStart(2, "0")}`;

function cellsOf({ name, group, task, done, cases, rate, day: of }: CleanRow): readonly string[] {
  return [name, group, hundredths(task), hundredths(done), String(cases), percent(rate), day(of)];
}

const quoted = (cell: string): string => (/[",\n]/u.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
const csv = (rows: readonly (readonly string[])[]): string => rows.map((row) => row.map(quoted).join(",")).join("\n");

export const cleanTable = (rows: readonly CleanRow[]): string => csv([HEADER, ...rows.map(cellsOf)]);

const wide = (text: string): string =>
  text.replace(/[!-~]/gu, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0));

const TOTALS =
  "合计|总计|小计|全县合计|合计（分）|合  计|总  计：|本页小计|累计|Total|Grand total|各单位合计|（合计）|县直|其他|".split(
    "|",
  );
const MEANS = "平均|平均得分|均值|平均值|Average|Mean|全县平均|人均".split("|");
const EXTREMES = "最高分|最高|最大值|Highest|Maximum".split("|");
const REFERENCES = "满分|权重|分值|标准分|Full marks|Weight".split("|");
const FOOTERS = [
  ["制表人：某某", "日期：2024"],
  ["说明：以上数据截至12月"],
  ["共 {n} 个"],
  ["审核人", "李某"],
  ["备注：完成数以统计局数据为准"],
  ["单位负责人（签字）：", "", "填表日期：2024年1月31日"],
  ["Prepared by: Li"],
  ["注：本表一式两份。"],
  ["", "", "（盖章）"],
  ["第1页 共1页"],
];

/** A table made untidy; which draws it took is seen from what it looks like. */
export function untidyTable(rows: readonly CleanRow[], draws: Draws): string {
  const chance = (in_: number) => draws.below(in_) === 0;
  const pick = (of: readonly string[]) => of[draws.below(of.length)] ?? "";
  const padded = (text: string): string => {
    const signs = [...text];
    const at = draws.below(signs.length + 1);
    const between = pick([" ", "\u3000", "\u00a0", "\u200b", "\ufeff"]);
    const isWord = (sign: string | undefined) => sign !== undefined && /[\p{sc=Latin}\p{N}_]/u.test(sign);
    // A visible space between two words of letters is another name.
    const isSafe = !(isWord(signs[at - 1]) && isWord(signs[at])) || between === "\u200b" || between === "\ufeff";
    return isSafe ? [...signs.slice(0, at), between, ...signs.slice(at)].join("") : text;
  };
  const named = (text: string): string => (chance(4) ? padded(chance(3) ? wide(text) : text) : text);
  const decimal = (text: string): string => {
    switch (draws.below(8)) {
      case 0:
        return wide(text);
      case 1:
        return text.replace(/^(\d)(?=(\d{3})+\.)/u, "$1,").replace(/(\d)(?=(\d{3})+\.)/gu, "$1,");
      case 2:
        return ` ${text}　`;
      case 3:
        return `${text}万元`;
      default:
        return text;
    }
  };
  const share = (text: string): string => {
    switch (draws.below(10)) {
      case 0:
        return wide(text);
      case 1:
        return text.replace("%", "");
      case 2:
        return String(Number(text.slice(0, -1)) / 100);
      default:
        return text;
    }
  };
  const date = (text: string): string => {
    const [year = "", month = "", of = ""] = text.split("-");
    switch (draws.below(8)) {
      case 0:
        return `${year}年${Number(month)}月${Number(of)}日`;
      case 1:
        return `${year}/${Number(month)}/${Number(of)}`;
      case 2:
        return `${year}.${month}.${of}`;
      case 3:
        return `${text} 00:00:00`;
      case 4:
        return wide(text);
      default:
        return text;
    }
  };

  const isNoisy = !chance(4);
  const body = rows.map((row) => {
    const [name = "", group = "", task = "", done = "", cases = "", rate = "", of = ""] = cellsOf(row);
    if (!isNoisy) return [named(name), named(group), task, done, cases, rate, of];
    return [
      named(name),
      named(group),
      decimal(task),
      decimal(done),
      chance(8) ? wide(cases) : cases,
      share(rate),
      date(of),
    ];
  });

  const sum = (of: readonly CleanRow[], name: string): string[] => [
    name,
    "",
    hundredths(of.reduce((total, { task }) => total + task, 0)),
    hundredths(of.reduce((total, { done }) => total + done, 0)),
    String(of.reduce((total, { cases }) => total + cases, 0)),
    chance(2) ? "" : "88.0%",
    "",
  ];
  const mean = (name: string): string[] => {
    const [, , ...sums] = sum(rows, "");
    return [name, "", ...sums.slice(0, 3).map((text) => (Number(text) / rows.length).toFixed(2)), "", ""];
  };
  const most = (name: string): string[] => [
    name,
    "",
    hundredths(Math.max(...rows.map(({ task }) => task))),
    hundredths(Math.max(...rows.map(({ done }) => done))),
    String(Math.max(...rows.map(({ cases }) => cases))),
    "",
    "",
  ];
  const lines: string[][] = [...body];
  if (chance(5))
    lines.splice(1 + draws.below(lines.length), 0, sum(rows.slice(0, 2), pick(["小计", "东片小计", "第1组小计"])));
  if (chance(2)) lines.push(sum(rows, pick(TOTALS)));
  else if (chance(6)) lines.unshift(sum(rows, pick(TOTALS)));
  if (chance(4)) lines.push(mean(pick(MEANS)));
  if (chance(5)) lines.push(most(pick(EXTREMES)));
  if (chance(5)) lines.push([pick(REFERENCES), "", "100", "100", "10", "", ""]);
  for (let left = draws.below(3); left > 0; left--) {
    const footer = FOOTERS[draws.below(FOOTERS.length)] ?? [];
    lines.push(footer.map((text) => text.replace("{n}", String(rows.length))));
  }

  const header = HEADER.map((name) => {
    if (name === "任务" || name === "完成") {
      return pick([
        name,
        name,
        `${name}（万元）`,
        `${name}(单位：万元)`,
        `${name}(万)`,
        `${name}/万元`,
        `${name} [万元]`,
        `${name}，单位：万元`,
      ]);
    }
    if (name === "次数") return pick([name, `${name}（件）`, `${name}/件`, `次　数`]);
    if (name === "名称") return pick([name, name, "名  称", "单位名称", "名称 "]);
    return chance(5) ? padded(name) : name;
  });
  const above: string[][] = [];
  if (chance(4)) above.push(["二〇二四年完成情况表"]);
  if (chance(6)) above.push(["", "", "", "", "单位：万元"]);
  const all = [...above, header, ...lines];
  if (!chance(3)) return csv(all);
  // A column of serial numbers in front, in which the word of a total may stand instead.
  return csv(
    all.map((cells, at) => {
      const row = at - above.length;
      if (row < 0) return ["", ...cells];
      if (row === 0) return ["序号", ...cells];
      const isRow = body.includes(cells);
      return isRow || cells[0] === "" || chance(2)
        ? [isRow ? String(row) : "", ...cells]
        : [cells[0] ?? "", "", ...cells.slice(1)];
    }),
  );
}
