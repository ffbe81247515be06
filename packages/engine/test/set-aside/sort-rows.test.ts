import { describe, expect, test } from "vitest";
import { figureOf, isPlainName, isTotalWord, roughFigure, sortRows, type RowChoices } from "../../src/index.js";

/** Rows of a key, columns of text under names that begin with `#`, and columns of figures. */
function verdicts(table: string, choices: RowChoices = {}, isOfSubjects = true): Readonly<Record<string, string>> {
  const [head = [], ...rows] = table
    .trim()
    .split("\n")
    .map((line) =>
      line
        .trim()
        .split(",")
        .map((cell) => cell.trim()),
    );
  const textAt = head.flatMap((name, at) => (at > 0 && name.startsWith("#") ? [at] : []));
  const figureAt = head.flatMap((name, at) => (at > 0 && !name.startsWith("#") ? [at] : []));
  const text = (row: number, at: number | undefined) => rows[row]?.[at ?? -1] ?? "";
  const steps = sortRows(
    {
      count: rows.length,
      isOfSubjects,
      key: (row) => text(row, 0),
      texts: (row) => (rows[row] ?? []).filter((cell) => cell !== "" && figureOf(cell) === null),
      figureColumns: figureAt.length,
      figure: (row, column) => {
        const written = text(row, figureAt[column]);
        return written === "" ? null : (figureOf(written) ?? "text");
      },
      roughly: (row, column) => roughFigure(text(row, figureAt[column])),
      groupColumns: textAt.length,
      group: (row, column) => text(row, textAt[column]),
      arePlain: () =>
        rows.every((cells, row) => isPlainName(text(row, 0)) && !textAt.some((at) => isTotalWord(cells[at] ?? ""))),
    },
    choices,
  );
  let step = steps.next();
  while (step.done !== true) step = steps.next();
  const found = step.value;
  const inQuestion = [...found.keys()].map((row) => text(row, 0)).filter((key) => key !== "");
  // Whatever raised the doubt, a person's word ends it, and no row that is kept comes into doubt by it.
  if (isOfSubjects && choices.keep === undefined && inQuestion.length > 0) {
    const left = Object.keys(verdicts(table, { ...choices, keep: inQuestion }));
    expect(left.filter((row) => inQuestion.includes(row.replace(/^\d+ /u, "")))).toEqual([]);
  }
  return Object.fromEntries(
    [...found].map(([row, { state, kind, by }]) => [`${row} ${text(row, 0)}`, `${state} ${kind} ${by}`]),
  );
}

describe("rows that are no subjects", () => {
  test("by words, wherever they stand", () => {
    expect(verdicts("名称,完成\n东镇,90\n西镇,80\n全县合计,100")).toEqual({ "2 全县合计": "aside total words" });
    expect(verdicts("名称,完成\n合计,170\n东镇,90\n西镇,80")).toEqual({ "0 合计": "aside total words" });
    expect(verdicts("名称,完成\n东镇,90\n西镇,80\n平均得分,85\n最高分,90\n权重,10\n共 2 个,")).toEqual({
      "2 平均得分": "aside mean words",
      "3 最高分": "aside extreme words",
      "4 权重": "aside reference words",
      "5 共 2 个": "aside count words",
    });
    expect(verdicts("名称,#片,完成\n甲,东,1\n,东片小计,1\n乙,西,2\n,备注：略,")).toEqual({
      "1 ": "aside total words",
      "3 ": "aside remark words",
    });
  });

  test("totals of a ledger under the name of a subject", () => {
    const rows = "名称,#事项,扣分\n甲,迟到,1\n甲,早退,2\n";
    expect(verdicts(`${rows}甲,小计,3\n乙,迟到,2\n乙,Subtotal:,9`, {}, false)).toEqual({
      "2 甲": "aside total sum",
      "4 乙": "aside total words",
    });
    expect(verdicts(`${rows}甲,汇总,3`, {}, false)).toEqual({ "2 甲": "aside total sum" });
    expect(verdicts(`${rows}甲,汇总,1\n甲,合计工作未做,3`, {}, false)).toEqual({});
  });

  test("subtotals above their groups, where the whole table falls into such groups", () => {
    const doubted = { "0 A片": "doubted total sum", "3 B片": "doubted total sum" };
    const table = "名称,完成,任务\nA片,170,75\n东镇,90,40\n西镇,80,35\nB片,134,40\n南镇,71,22\n北镇,63,18";
    expect(verdicts(table)).toEqual(doubted);
    expect(verdicts(`${table}\nC片,12,7\n中镇,12,7`)).toEqual({ ...doubted, "6 C片": "doubted total sum" });
    // One row that follows the groups is of none.
    expect(verdicts(`${table}\n中镇,12,7`)).toEqual({});
    expect(verdicts("名称,完成\n甲,3\n乙,1\n丙,2\n丁,3\n戊,2\n己,1")).toEqual({});
  });

  test("footers, unless they hold figures", () => {
    expect(verdicts("名称,完成\n东镇,90\n说明：以上数据截至12月\n制表人：某某,日期：2024\n备注：老街,80")).toEqual({
      "1 说明：以上数据截至12月": "aside remark words",
      "2 制表人：某某": "aside remark words",
      "3 备注：老街": "doubted remark words",
    });
  });

  test("a name that contains such a word is doubted, whatever its figures", () => {
    expect(verdicts("名称,完成\n合计村,90\n平均乡,80\n满分小学,70\n东镇,60")).toEqual({
      "0 合计村": "doubted total words",
      "1 平均乡": "doubted mean words",
      "2 满分小学": "doubted reference words",
    });
  });

  test("an ordinary name whose figures are the sum of those above is doubted, by how many digits agree", () => {
    expect(verdicts("名称,完成,人数\n东镇,90.5,1203\n西镇,80.25,988\n县直,170.75,2191")).toEqual({
      "2 县直": "doubted total sum",
    });
    expect(verdicts("名称,完成\n东镇,132\n西镇,245\n南镇,377")).toEqual({ "2 南镇": "scored total sum" });
    // Small figures agree by chance: under an ordinary name they are a subject's.
    expect(verdicts("名称,完成\n东镇,30\n西镇,40\n南镇,70")).toEqual({});
    expect(verdicts("名称,完成\n甲,10\n乙,20\n丙,30\n丁,60")).toEqual({});
    expect(verdicts("名称,完成\n东镇,0\n西镇,0\n南镇,0")).toEqual({});
    expect(verdicts("名称,完成,次数\n东镇,90.5,1\n西镇,80.25,1\n南镇,170.75,3")).toEqual({});
  });

  test("means are met as they are written, rounded", () => {
    expect(verdicts("名称,完成,人数\n东镇,91,1203\n西镇,80,988\n北镇,87,871\n县直,86.00,1020.67")).toEqual({
      "3 县直": "doubted mean mean",
    });
    expect(verdicts("名称,完成\n东镇,80\n西镇,90\n南镇,85")).toEqual({});
    // Half a unit of the last decimal is rounded either way; a hair more is another figure.
    const mean = (...figures: readonly string[]) =>
      verdicts(`名称,完成,人数\n东镇,81,1203.3\n西镇,96,988\n北镇,87,871\n南镇,89,1020\n县直,${figures.join(",")}`);
    for (const half of ["88.25", "88.3", "88.2"])
      for (const other of ["1020.575", "1020.58", "1020.57"])
        expect(mean(half, other)).toEqual({ "4 县直": "doubted mean mean" });
    for (const figure of ["88.1", "88.4", "88.26", "87", "90"]) expect(mean(figure, "1020.575")).toEqual({});
  });

  test("sums of a group, and of the rows since the last total", () => {
    const rows = "名称,#片,完成\n甲,东,1203.5\n乙,东,988.25\n丙,西,771\n丁,西,90.5\n西郊,西,861.5";
    expect(verdicts(rows)).toEqual({ "4 西郊": "doubted total sum" });
    expect(verdicts("名称,完成\n甲,12035\n乙,98825\n小计,110860\n丙,771\n丁,905\n西郊,1676")).toEqual({
      "2 小计": "aside total words",
      "5 西郊": "doubted total sum",
    });
  });

  test("a total above its rows", () => {
    expect(verdicts("名称,完成\n县直,3062.75\n甲,1203.5\n乙,988.25\n丙,871")).toEqual({
      "0 县直": "doubted total sum",
    });
  });

  test("what the whole is called is decided by the figures", () => {
    expect(verdicts("名称,完成\n东镇,90\n西镇,85\n全县,175")).toEqual({ "2 全县": "aside total sum" });
    expect(verdicts("名称,完成\n东镇,90\n西镇,85\n全县,75")).toEqual({ "2 全县": "doubted total words" });
    expect(verdicts("name,score\nMax,90\nAnna,85\nTom,75")).toEqual({});
    expect(verdicts("name,a,b,c\nAnna,9,8,5\nTom,7,9,6\nJo,5,5,9\nMax,9,9,9")).toEqual({
      "3 Max": "aside extreme highest",
    });
  });

  test("a row without a key that is a sum is a total", () => {
    expect(verdicts("名称,完成\n东镇,30\n西镇,40\n,70")).toEqual({ "2 ": "aside total sum" });
    expect(verdicts("名称,完成\n东镇,30\n西镇,40\n,71")).toEqual({});
  });

  test("percentages of a total are no sum", () => {
    expect(verdicts("名称,人数,率\n东镇,1203,90%\n西镇,988,80%\n县直,2191,85.5%")).toEqual({
      "2 县直": "doubted total sum",
    });
  });

  test("the best of all in the last row is noted, not doubted", () => {
    expect(verdicts("名称,a,b,c\n甲,9,8,5\n乙,7,9,6\n丙,5,5,9\n丁,9,9,9")).toEqual({
      "3 丁": "scored extreme highest",
    });
  });

  test("a last row without any deduction, among others without, is a subject", () => {
    const others = "甲,0,1,0,2,90%\n乙,1,0,0,0,80%\n丙,0,0,2,0,70%\n戊,0,0,0,0,75%";
    expect(verdicts(`名称,a,b,c,d,率\n${others}\n丁,0,0,0,0,85%`)).toEqual({});
    expect(verdicts(`名称,a,b,c,d,率\n${others}\n丁,0,0,0,0,70%`)).toEqual({});
  });

  test("the lowest of all but its shares is a subject", () => {
    const others = "甲,9,8,5,90%\n乙,7,9,6,80%\n丙,5,5,9,70%";
    expect(verdicts(`名称,a,b,c,率\n${others}\n丁,5,5,5,70%`)).toEqual({ "3 丁": "scored extreme lowest" });
    expect(verdicts(`名称,a,b,c,率\n${others}\n丁,5,5,5,85%`)).toEqual({});
  });

  test("a person's word decides, however the key is spelt", () => {
    const table = "名称,完成\n合计村,90\n东镇,80\n平 均乡,70";
    expect(verdicts(table, { keep: ["合 计村"], leave: ["平均乡"] })).toEqual({ "2 平 均乡": "aside mean person" });
    expect(verdicts("名称,完成\n东镇,90\n全县合计,80", { keep: ["全县合计"] })).toEqual({});
    expect(verdicts("名称,完成\n东镇,1234\n西镇,2451\n县直,3685", { keep: ["县直"] })).toEqual({});
  });
});

test("of several heads of groups, one that is kept leaves the others in doubt", () => {
  const groups =
    "甲镇,317,211\n甲1,101,99\n甲2,107,52\n甲3,109,60\n乙镇,633,431\n乙1,211,200\n乙2,213,131\n乙3,209,100";
  const table = `名称,a,b\n${groups}\n丙镇,1301,903\n丙1,501,403\n丙2,800,500`;
  const doubted = (...rows: readonly string[]) => Object.fromEntries(rows.map((row) => [row, "doubted total sum"]));
  expect(verdicts(table)).toEqual(doubted("0 甲镇", "4 乙镇", "8 丙镇"));
  expect(verdicts(table, { keep: ["甲镇"] })).toEqual(doubted("4 乙镇", "8 丙镇"));
  expect(verdicts(table, { keep: ["乙镇"] })).toEqual(doubted("0 甲镇", "8 丙镇"));
  expect(verdicts(table, { keep: ["甲镇", "乙镇", "丙镇"] })).toEqual({});
});

test.each(["0", "1", "450.0", "90%"])(
  "of thousands of rows that all hold %s each figure is read a few times",
  (cell) => {
    let read = 0;
    const figure = figureOf(cell);
    const steps = sortRows(
      {
        count: 5000,
        isOfSubjects: true,
        key: (row) => `第${row}村`,
        texts: (row) => [`第${row}村`],
        figureColumns: 2,
        figure: () => {
          read += 1;
          return figure;
        },
        roughly: () => roughFigure(cell),
        groupColumns: 1,
        group: (row) => (row % 2 === 0 ? "东" : "西"),
      },
      {},
    );
    let step = steps.next();
    while (step.done !== true) step = steps.next();
    expect(step.value.size).toBe(0);
    expect(read).toBeLessThan(10 * 5000);
  },
);

describe("ordinary tables", () => {
  /** The same numbers in every run. */
  function randoms(seed: number): () => number {
    let state = seed * 2_654_435_761 + 1;
    return () => {
      state = (Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x9e3779b9) | 0;
      const mixed = Math.imul(state ^ (state >>> 12), 0x297a2d39);
      return ((mixed ^ (mixed >>> 15)) >>> 0) / 2 ** 32;
    };
  }

  test("are left alone, but for one in two hundred", () => {
    const TABLES = 4000;
    let noted = 0;
    let doubted = 0;
    for (let seed = 0; seed < TABLES; seed++) {
      const random = randoms(seed);
      const rows = 3 + Math.floor(random() * 20);
      const columns = 1 + Math.floor(random() * 4);
      const most = [10, 100, 1000, 10_000][Math.floor(random() * 4)] ?? 100;
      const step = random() < 0.3 ? 10 : 1;
      const cells = () => Array.from({ length: columns }, () => Math.floor((random() * most) / step) * step);
      const lines = Array.from({ length: rows }, (_, row) => [`村${row}`, ...cells()].join(","));
      const head = ["名称", ...Array.from({ length: columns }, (_, column) => `数${column}`)].join(",");
      const found = Object.values(verdicts(`${head}\n${lines.join("\n")}`));
      if (found.length > 0) noted++;
      if (found.some((verdict) => !verdict.startsWith("scored"))) doubted++;
    }
    expect(noted / TABLES).toBeLessThan(1 / 200);
    expect(doubted / TABLES).toBeLessThan(1 / 1000);
  });
});

describe("a first row of column numbers", () => {
  const rows = (first: string, second = "东村,5,9") => verdicts(`村,甲数,乙数\n${first}\n${second}\n西村,7,3`);
  test.each(["甲,1,2", "A,1,2", "1,2,3", "一,1,2", "甲,2,4"])("%s is in doubt", (first) => {
    expect(Object.values(rows(first))).toEqual(["doubted numbering words"]);
  });
  test("a row called 栏次 is set aside", () => {
    expect(rows("栏次,1,2")).toEqual({ "0 栏次": "aside numbering words" });
  });
  test.each([
    ["甲,1,2", "乙,5,9"],
    ["1,2,3", "2,5,9"],
    ["甲,2,1", "东村,5,9"],
    ["甲,1,", "东村,5,9"],
    ["甲,1,200", "东村,5,9"],
    ["甲,1,2.5", "东村,5,9"],
    ["东村,1,2", "南村,5,9"],
  ])("%s above %s is a subject", (first, second) => {
    expect(rows(first, second)).toEqual({});
  });
});
