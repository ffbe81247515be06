import { expect, it } from "vitest";
import { analyse } from "@yardstick/language";
import { classify } from "@yardstick/service";
import { inEnglishItem, inItem, textIn } from "./cursor.js";

const of = ({ analysis, source }: { analysis: ReturnType<typeof analyse>; source: string }) =>
  classify(analysis).map((token) => `${textIn(source, token.span)}:${token.class}`);

it("distinguishes deductions from bonuses and declarations from names", () => {
  const classes = of(inItem("每 迟报次数 扣 0.1 分; 若 班子不团结 加 1 分|"));
  expect(classes).toEqual(
    expect.arrayContaining(["扣:deduct", "加:add", "信息:declaration", "0.1 分:number", '"细则一":text', "每:keyword"]),
  );
  expect(classes.filter((each) => each === "迟报次数:declaration")).toHaveLength(1);
  expect(classes.filter((each) => each === "迟报次数:name")).toHaveLength(1);
});

it("does so in English", () => {
  expect(of(inEnglishItem("per late deduct 0.1 points; if divided earn 1 point|"))).toEqual(
    expect.arrayContaining(["deduct:deduct", "earn:add", "papers:declaration", "late:name", "per:keyword"]),
  );
});

it("marks a keyword that is used as a name as a name", () => {
  const source = "满分 5 分\n数据 社区 { 名称: 文本 主键; 权重: 计数 }\n条目 甲 5 分 { 每 权重 扣 1 分 }";
  const classes = of({ analysis: analyse(source), source });
  expect(classes.filter((each) => each.startsWith("权重"))).toEqual(["权重:declaration", "权重:name"]);
});

it("marks comments and operators, in the order of the text and without overlap", () => {
  const { analysis, source } = inItem("若 迟报次数 > 9 扣 1 分 // 备注|");
  const tokens = classify(analysis);
  expect(of({ analysis, source })).toEqual(expect.arrayContaining(["// 备注:comment", ">:operator"]));
  for (const [at, { span }] of tokens.entries()) expect(span[0]).toBeGreaterThanOrEqual(tokens[at - 1]?.span[1] ?? 0);
});
