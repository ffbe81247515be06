import { around, data, item, type Case } from "../marked.js";

export const lines: readonly Case[] = [
  { says: "a clause that is no rule yet", text: item('|待定 "情节严重的加倍扣"|'), codes: ["open-clause"] },
  { says: "a flag is asked with if", text: item("|每 不团结| 扣 0.2 分"), codes: ["per-flag"] },
  { says: "text cannot be counted", text: item("每 |组别| 扣 0.2 分"), codes: ["number-expected"] },
  { says: "a percentage needs a step", text: item("每 |合格率| 少于 95% 扣 0.2 分"), codes: ["step-needed"] },
  {
    says: "a ratio over a percentage needs a step",
    text: item("每 |完成 / 任务| 超过 100% 扣 0.2 分\n每 1% 完成 / 任务 超过 100% 扣 0.2 分"),
    codes: ["step-needed"],
  },
  { says: "a step is above zero", text: item("每 |0 次| 迟报 扣 0.2 分"), codes: ["step-not-positive"] },
  { says: "in proportion goes by a ratio", text: item("得 按比例 |完成|"), codes: ["proportion-needs-ratio"] },
  {
    says: "both sides of a proportion are in one unit",
    text: item("得 按比例 |完成 / 人口|"),
    codes: ["unlike-operands"],
  },
  { says: "only rows can be grouped", text: item("每 迟报 扣 0.1 分 |最多 1 分 每 组别|"), codes: ["rows-needed"] },
  {
    says: "rows are grouped by the month of a date, and only the highest of each counts",
    text: item("逐条 台账 扣 0.1 分 最多 1 分 每 月份(登记)\n逐条 台账 扣 0.1 分 × 数量 就高 每 季度(登记)"),
    codes: [],
  },
  {
    says: "a number of cases cannot hold what each of them is to cost",
    text: item("|每 迟报| 酌情 扣 0.5 .. 3 分"),
    codes: ["judgement-repeated"],
  },
  {
    says: "a ledger can, in a column that is added or declared",
    text: item("逐条 台账 酌情 扣 纪律松懈 0.5 .. 1 分\n逐条 票 酌情 扣 分数 最多 1 分"),
    codes: [],
  },
  {
    says: "a declared column has its own range",
    text: item("逐条 票 酌情 扣 分数 |0 .. 1 分|"),
    codes: ["said-twice"],
  },
  {
    says: "a declared column holds points",
    text: item("逐条 台账 酌情 扣 |数量|"),
    codes: ["points-expected"],
  },
  {
    says: "a blank of an optional count is no 0",
    text: `${data.replace("缺项: 计数 项", "缺项: 计数 项 可空")}条目 乙 10 分 { |每 缺项 少于 4 项| 扣 1 分 }`,
    codes: ["blank-under-limit"],
  },
  {
    says: "with a default it is",
    text: `${data.replace("缺项: 计数 项", "缺项: 计数 项 可空 = 0")}条目 乙 10 分 { 每 缺项 少于 4 项 扣 1 分 }`,
    codes: [],
  },
  {
    says: "the size of what is never below 0 has its bounds, and rounding keeps it from falling below 0",
    text: item("若 |绝对值(合格率) > 100%| 扣 1 分\n若 |舍入(合格率, 2) >= 0%| 扣 1 分"),
    codes: ["condition-decided", "condition-decided"],
  },
  {
    says: "adding in an item that starts full makes good at most",
    text: item("每 迟报 扣 0.1 分\n|每 缺项 加 0.5 分 最多 2 分|"),
    codes: ["add-in-full-item"],
  },
  {
    says: "so does adding from a limit on",
    text: item("|每 1% 合格率 以 90% 为基 加减 0.5 分|"),
    codes: ["add-in-full-item"],
  },
  {
    says: "an interpolation goes from anchor to anchor, each a constant once",
    text: item(
      "得 按 完成 / 任务 插值 { 60%: 0; 100%: 满分; 其余: 1 分 }\n得 按 完成 / 任务 插值 { 60%: 0; |100% .. 120%|: 满分 }\n得 按 完成 / 任务 插值 { 60%: 0; |60%|: 满分 }\n得 按 |完成 / 任务| 插值 { 60%: 0 }\n得 按 |等级| 插值 { 差: 0; 好: 满分 }",
    ),
    codes: ["interpolation", "interpolation", "interpolation", "interpolation"],
  },
  {
    says: "a difference that is counted or deducted may be below 0",
    text: item("每 (|迟报 - 缺项|) 扣 0.1 分\n扣 (|缺项 - 迟报|) × 0.1 分"),
    codes: ["difference-below-zero", "difference-below-zero"],
  },
  {
    says: "not where a condition keeps it above, in the rule or around it",
    text: item("若 迟报 > 缺项 扣 (迟报 - 缺项) × 0.1 分\n若 缺项 <= 迟报 且 不团结 { 每 (迟报 - 缺项) 扣 0.1 分 }"),
    codes: [],
  },
  {
    says: "nor where the data must be so, or the ranges of the fields say it",
    text: `${item("每 (迟报 - 缺项) 扣 0.1 分\n扣 (2 - 合格率) × 0.1 分")}\n要求 缺项 <= 迟报 "缺项不多于迟报"`.replace(
      "(2 - ",
      "(200% - ",
    ),
    codes: [],
  },
  {
    says: "what falls short of the whole is not doubted, what is meant both ways and what is held at 0 neither",
    text: item(
      "扣 1 - 完成 / 任务\n每 (迟报 - 缺项) 加减 0.1 分\n扣 较大(0, 迟报 - 缺项) × 0.1 分\n每 迟报 超过 缺项 扣 0.1 分",
    ).replace("10 分 {", "10 分 限 0 .. 20 分 {"),
    codes: [],
  },
  {
    says: "a distance to the extreme of one's own group is never below 0, by the name of an intermediate value either",
    text: `${item(
      "每 1 万元 最高(完成) - 完成 扣 0.1 分\n每 1 万元 完成 - 最低(完成 同 组别) 扣 0.1 分\n每 1 万元 最好 - 完成 扣 0.1 分",
    )}\n设 最好 = 最高(完成)`,
    codes: [],
  },
  {
    says: "that to the extreme of others may be",
    text: item("每 1 万元 |最高(完成 其中 不团结) - 完成| 扣 0.1 分\n每 1 万元 |完成 - 最高(完成)| 扣 0.1 分"),
    codes: ["difference-below-zero", "difference-below-zero"],
  },
  {
    says: "a percentage of an item of 0 points is nothing, full and 0% mean it",
    text: item("得 满分\n扣 |完成 / 任务| 最多 50%").replace("10 分 {", "0 分 限 -5 .. 0 分 {"),
    codes: ["share-of-zero"],
  },
  {
    says: "who writes the range of the item knows it",
    text: item("每 迟报 扣 0.1 分\n每 缺项 加 0.5 分").replace("10 分 {", "10 分 限 0 .. 10 分 {"),
    codes: [],
  },
  {
    says: "a divisor that is the best of what is divided is no danger",
    text: item("得 满分 × 完成 / 最高(完成)\n得 按比例 完成 / 合计(完成)\n得 10 分 × 完成 / 平均(完成 同 组别)"),
    codes: [],
  },
  {
    says: "nor is one that an intermediate value stands for",
    text: `${item("得 按比例 完成 / 最好\n得 满分 × 折算 / 最高(完成)")}\n设 最好 = 最高(完成)\n设 折算 = 完成 × 80%`,
    codes: [],
  },
  {
    says: "any other of them is",
    text: item("得 满分 × 完成 / |最低(完成)|\n得 满分 × 完成 / |最高(任务 - 1 万元)|"),
    codes: ["possible-division-by-zero", "possible-division-by-zero"],
  },
  {
    says: "a bonus has no points to take a share of",
    text: `${data}条目 乙 1 分 {}\n加分项 丙 最多 3 分 { 若 迟报 = 0 加 |50%| }`,
    codes: ["share-of-nothing"],
  },
  {
    says: "levels without order have no ranges",
    text: item("得 按 类型 { |>= 城|: 满分; 其余: 0 }"),
    codes: ["bands-not-ordered"],
  },
  { says: "a table has rows", text: item("得 |按 等级 { }|"), codes: ["bands-empty"] },
  {
    says: "rows give one kind of value",
    text: around('公布 子 = 按 等级 { 差: 1; 其余: |"好"| }'),
    codes: ["rows-differ"],
  },
  {
    says: "a gap between bands is named",
    text: item("得 按 |完成| { < 60: 0; 80 .. 90: 50%; > 90: 满分 }"),
    codes: ["bands-gap"],
  },
  {
    says: "a gap between printed bands that the rest takes is named",
    text: item("得 按 合格率 { |>= 100%|: 满分; |90% .. 99%|: 80%; 80% .. 89%: 60%; 其余: 0 }"),
    codes: ["else-takes-gap", "else-takes-gap"],
  },
  {
    says: "a gap is closed towards the row that takes the border",
    text: item("得 按 合格率 { <= 1%: 满分; |2% .. 3%|: 80%; 3.5% .. 5%: 60%; 其余: 0 }").replace("<= 1%", "|<= 1%|"),
    codes: ["else-takes-gap", "else-takes-gap"],
  },
  {
    says: "the rest may be a step between the rows around it, the middle, or all that is not named",
    text: item(
      "得 按 完成 { > 90: 满分; 60 .. 70: 20%; 其余: 50% }\n扣 按 完成 { > 90: 1 分; < 60: 1 分; 其余: 0 分 }\n扣 按 完成 { 1: 1 分; 3: 1 分; 其余: 0 分 }",
    ),
    codes: [],
  },
  {
    says: "comparisons of both kinds leave the border of two ranges open",
    text: item("得 按 完成 { < 60: 0; 60 .. 80: 50%; |80 .. 90|: 80%; > 90: 满分 }"),
    codes: ["borders-mixed"],
  },
  {
    says: "comparisons of one kind do not, nor do comparisons that take the borders themselves",
    text: item(
      "得 按 完成 { <= 60: 0; 60 .. 80: 50%; 80 .. 90: 80%; > 90: 满分 }\n得 按 完成 { < 60: 0; 60 .. 80: 50%; 其余: 满分 }\n得 按 完成 { < 60: 0; 60 .. 90: 50%; > 90: 满分 }",
    ),
    codes: [],
  },
  {
    says: "between whole numbers there is no gap",
    text: item("得 按 名次(完成) { 1: 满分; 2 .. 3: 80%; 4 .. 6: 60%; > 6: 0 }"),
    codes: [],
  },
  {
    says: "between other numbers there is",
    text: item("得 按 |完成| { <= 3: 0; 4 .. 6: 60%; > 6: 满分 }"),
    codes: ["bands-gap"],
  },
  {
    says: "a range of the field closes the bands",
    text: item("得 按 合格率 { < 60%: 0; 60% .. 80%: 50%; 80% .. 100%: 满分 }"),
    codes: [],
  },
  {
    says: "a border belongs to one row, however it is written",
    text: item("得 按 合格率 { <= 60%: 0; 60% .. 80%: 50%; >= 80%: 满分 }"),
    codes: [],
  },
  {
    says: "all levels are taken, or the rest is",
    text: item("得 按 |等级| { 差: 0; 中: 50% }"),
    codes: ["levels-missing"],
  },
  { says: "levels are taken by order too", text: item("得 按 等级 { < 中: 0; >= 中: 满分 }"), codes: [] },
  {
    says: "text stands in quotes in a table too",
    text: item("得 按 组别 { |甲组|: 满分; 其余: 0 }"),
    codes: ["text-without-quotes"],
  },
  { says: "text has a rest", text: item('得 按 |组别| { "甲": 0; "乙": 满分 }'), codes: ["else-missing"] },
  {
    says: "two rows do not take the same",
    text: item("得 按 合格率 { 0% .. 70%: 0; |60% .. 80%: 50%|; 80% .. 100%: 满分 }"),
    codes: ["bands-overlap"],
  },
  {
    says: "a comparison does not cut into a range",
    text: item("得 按 合格率 { < 70%: 0; |60% .. 80%: 50%|; > 80%: 满分 }"),
    codes: ["bands-overlap"],
  },
  {
    says: "a cascade of comparisons is no overlap",
    text: item("得 按 合格率 { >= 90%: 满分; >= 80%: 80%; >= 60%: 50%; 其余: 0 }"),
    codes: [],
  },
  {
    says: "a row behind one that takes all of it is never reached",
    text: item("得 按 合格率 { >= 60%: 满分; |>= 80%: 80%|; 其余: 0 }"),
    codes: ["band-unreachable"],
  },
  {
    says: "a row outside the field's range is never reached",
    text: item("得 按 迟报 { |< 0: 0|; 0 .. 3: 满分; 其余: 50% }"),
    codes: ["band-unreachable"],
  },
  {
    says: "a divisor that may be zero needs a guard",
    text: item("得 按比例 完成 / |补贴|"),
    codes: ["possible-division-by-zero"],
  },
  {
    says: "one divisor is one diagnostic",
    text: item("得 按比例 完成 / |补贴|\n若 完成 / 补贴 > 2 扣 1 分"),
    codes: ["possible-division-by-zero"],
  },
  { says: "a range is a guard", text: item("得 按比例 完成 / 任务"), codes: [] },
  {
    says: "if is a guard",
    text: item("若 补贴 > 0 得 按比例 完成 / 补贴\n若 补贴 ≠ 0 且 完成 / 补贴 > 2 扣 1 分"),
    codes: [],
  },
  {
    says: "a block is a guard, for its own side",
    text: item("若 补贴 <= 0 { 得 满分 } 否则 { 得 按比例 完成 / 补贴 }"),
    codes: [],
  },
  {
    says: "applies if is a guard, also from above",
    text: `${data}大类 甲 10 分 适用 若 补贴 > 0 { 条目 乙 10 分 { 得 按比例 完成 / 补贴 } }`,
    codes: [],
  },
  { says: "a band is a guard", text: around("公布 子 = 按 缺项 { 0: 0; 其余: 迟报 / 缺项 }"), codes: [] },
  {
    says: "a condition that cannot hold is found",
    text: item("若 |合格率 > 120%| 扣 1 分"),
    codes: ["condition-decided"],
  },
  {
    says: "points that cannot be earned are found",
    text: `${data}条目 |乙| 10 分 { 若 迟报 = 0 得 5 分\n若 缺项 = 0 得 3 分 }`,
    codes: ["points-out-of-reach"],
  },
  { says: "points that can be earned are fine", text: item("若 迟报 = 0 得 5 分\n若 缺项 = 0 得 50%"), codes: [] },
  {
    says: "a cap above all that can come is found",
    text: item("每 迟报 少于 4 扣 0.1 分 |最多 0.5 分|"),
    codes: ["cap-out-of-reach"],
  },
  {
    says: "a floor above its cap is refused",
    text: item("每 迟报 扣 0.1 分 |至少 2 分| 最多 1 分"),
    codes: ["floor-above-cap"],
  },
  {
    says: "a floor in percent above its cap in points is refused",
    text: item("每 迟报 扣 0.1 分 最多 1 分 |至少 20%|"),
    codes: ["floor-above-cap"],
  },
  {
    says: "a floor above a cap for each group is fine",
    text: item("逐条 台账 扣 0.1 分 最多 1 分 每 事项 至少 2 分"),
    codes: [],
  },
  {
    says: "a floor below all that can come is found",
    text: item("每 迟报 扣 0.5 分 |至少 0.5 分|"),
    codes: ["floor-out-of-reach"],
  },
  {
    says: "a floor that halving can reach is fine",
    text: item("每 迟报 扣 0.5 分 减半 若 不团结 至少 0.5 分"),
    codes: [],
  },
  {
    says: "a cap that only doubling reaches is fine",
    text: item("每 迟报 少于 4 扣 0.1 分 加倍 若 不团结 最多 0.5 分"),
    codes: [],
  },
  {
    says: "a cap above what doubling comes to is found",
    text: item("每 迟报 少于 4 扣 0.1 分 加倍 若 不团结 |最多 0.9 分|"),
    codes: ["cap-out-of-reach"],
  },
  {
    says: "a condition of doubling that cannot hold is found",
    text: item("每 迟报 扣 0.1 分 加倍 若 |合格率 > 120%|"),
    codes: ["condition-decided"],
  },
  {
    says: "a deduction larger than its item is found",
    text: item("|若 不团结 扣 12 分|"),
    codes: ["effect-over-item"],
  },
  {
    says: "an item that starts full has no room to rise",
    text: item("|若 迟报 = 0 加 1 分|"),
    codes: ["line-without-room"],
  },
  {
    says: "a bonus has no room to fall",
    text: `${data}条目 乙 1 分 {}\n加分项 丙 最多 3 分 { |每 迟报 扣 0.1 分| }`,
    codes: ["line-without-room"],
  },
  {
    says: "what earns from a limit and deducts below it falls off a cliff",
    text: item("若 完成 >= 100 万元 得 满分\n|每 完成 少于 100 万元 扣 0.1 分|"),
    codes: ["cliff"],
  },
];
