import { expect, test } from "vitest";
import { wordsIn } from "../../src/document/word-breaks.js";

test.each([
  ["关于2008年度社区工作目标管理量化考核结果的公示", "关于|2008年度|社区|工作|目标|管理|量化|考核|结果的|公示"],
  ["关于社区两委班子绩效考评（2011下）结果的公示", "关于|社区两委|班子|绩效考评|（2011下）|结果的|公示"],
  ["党群工作", "党群|工作"],
  ["reform_mistakes", "reform_|mistakes"],
])("%s breaks between words", (text, broken) => {
  expect(wordsIn(text, "zh").join("|")).toBe(broken);
});
