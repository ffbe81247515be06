import { constantFrom, tuple } from "fast-check";
import { describe, expect, it } from "vitest";
import { analyse, parse, render } from "@yardstick/language";
import { check } from "../../src/check/check.js";
import { rubrics } from "../format/random-rubric.js";
import { costly } from "../../../../test/properties.js";
import { drawn } from "../drawn.js";

/** Declares the names that random rubrics use, so that more of them mean something. */
const data = `数据 全街道 {
  名称: 文本 主键; 年度: 期别; 迟报次数: 计数; 完成: 数值 元; 任务: 数值 万元 1 ..; 组织建设: 是否; 优秀: 选项(末位 < 求和)
  台账: 明细 { 事项: 文本; score_a: 数值 分 }
}
`;

const anyRubric = drawn(
  tuple(constantFrom("", data), rubrics({ awkwardNames: false, comments: false })).map((parts) => parts.join("")),
  costly,
);

function holds(predicate: (source: string) => void): void {
  anyRubric.holds(predicate);
}

describe("checking any rubric", () => {
  it("comes to a program or to an error, never to both or to neither", () => {
    holds((source) => {
      const { findings, program } = analyse(source);
      const hasErrors = findings.some((diagnostic) => render(diagnostic, "en").severity === "error");
      expect(program === null).toBe(hasErrors);
    });
  });

  it("points into the text", () => {
    holds((source) => {
      for (const { span, related, fixes } of analyse(source).findings) {
        const places = [
          span,
          ...related.map((one) => one.span),
          ...fixes.flatMap((fix) => fix.edits.map((edit) => edit.span)),
        ];
        for (const [start, end] of places)
          expect([start >= 0, start <= end, end <= source.length]).toEqual([true, true, true]);
      }
    });
  });

  it("leaves the tree as it was", () => {
    holds((source) => {
      const { rubric } = parse(source);
      const before = JSON.stringify(rubric);
      check(rubric, { source });
      expect(JSON.stringify(rubric)).toBe(before);
    });
  });

  it("makes programs of plain JSON", () => {
    holds((source) => {
      const { program } = analyse(source);
      expect(JSON.parse(JSON.stringify(program))).toEqual(program);
    });
  });
});
