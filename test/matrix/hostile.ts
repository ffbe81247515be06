/** Names that files, spreadsheets, programs and pages trip over, and a rubric in which everything bears one. */

export const HOSTILE: readonly string[] = [
  "history",
  "History",
  "constructor",
  "__proto__",
  "toString",
  "hasOwnProperty",
  "=1+1",
  "+1",
  "@SUM(A1)",
  "-2",
  "a".repeat(31),
  "a".repeat(60),
  "一".repeat(60),
  "😀👨‍👩‍👧‍👦",
  "مثال عربي",
  "\u202etxet",
  "it's",
  "'quoted'",
  "a/b:c*d?[e]",
  "<b>&amp;",
  "null",
];

const quoted = (name: string): string => `「${name}」`;
const inCsv = (text: string): string => `"${text.replaceAll('"', '""')}"`;

/** What may be called by the very name; everything else begins with it. */
export const BARE = ["表", "大类", "排名", "公布", "f", "奖励", "等次"] as const;

/** A rubric whose list, fields, sections, ranking, grades, award, consequence and output are called after the name. */
export function hostileFiles(name: string, bare: (typeof BARE)[number]): Readonly<Record<string, string>> {
  const called = (suffix: string) => (suffix === bare ? name : `${name}${suffix}`);
  const own = (suffix: string) => quoted(called(suffix));
  return {
    "a.rubric": `考核 "hostile"
满分 20 分

数据 ${own("块")} {
  ${own("k")}: 文本 主键
  ${own("f")}: 计数 次 可空
  ${own("组")}: 选项(${own("甲")}, ${own("乙")})
  ${own("表")}: 明细 { ${own("列")}: 文本 }
}

大类 ${own("大类")} 20 分 {
  条目 ${own("条目")} 20 分 {
    每 ${own("f")} 扣 1 分
    逐条 ${own("表")} 其中 ${own("列")} = "是" 扣 2 分
  }
}

一票否决 ${own("否决")} 若 ${own("f")} > 15 { 不占名次 }
设 ${own("设")} = 总分 * 2
排名 ${own("排名")} 按 ${own("设")} 同 ${own("组")}
等次 ${own("等次")} 按 ${own("排名")} { ${own("优")}: 名额 1 个; 其余: ${own("差")} }
奖励 ${own("奖励")} ${own("排名")} 第 1 名 100 元
处理 ${own("处理")} 若 ${own("f")} > 3
公布 ${own("公布")} = 总分 > 10
`,
    "data.csv": [
      ["k", "f", "组"].map(called),
      [name, "1", `${name}甲`],
      [`${name}2`, "1", `${name}甲`],
      [`${name}3`, "16", `${name}乙`],
      [`${name}\n4`, "", `${name}乙`],
    ]
      .map((row) => row.map(inCsv).join(","))
      .join("\n"),
  };
}
