// `use` is resolved once for all who score: each used rubric once, after those it uses itself, with their results.

import { describe, expect, test } from "vitest";
import { compile, scoreUses, type Rubric } from "yardstick";

const FILES: Readonly<Record<string, string>> = {
  "low.rubric": rubricOf("低", [], "  每 1 f 扣 1 分"),
  "left.rubric": rubricOf("左", ["low"], "  每 1 low.总分 扣 0.1 分"),
  "right.rubric": rubricOf("右", ["low"], "  每 1 low.总分 扣 0.2 分"),
  "top.rubric": rubricOf("上", ["left", "right"], "  每 1 left.总分 扣 0.1 分\n  每 1 right.总分 扣 0.1 分"),
};

function rubricOf(title: string, uses: readonly string[], rules: string): string {
  return `考核 "${title}"
满分 10 分
数据 社区 {
  名称: 文本 主键
  f: 数值 = 0
}
${uses.map((name) => `引用 "${name}.rubric" 作 ${name} 按 名称`).join("\n")}
条目 a 10 分 {
${rules}
}
`;
}

function compiled(file: string, load: (path: string) => string | null = (path) => FILES[path] ?? null): Rubric {
  const { rubric, diagnostics } = compile(FILES[file] ?? "", { file, load, lang: "en" });
  if (rubric === null) throw new Error(diagnostics.map(({ message }) => message).join("\n"));
  return rubric;
}

/** Scores with one subject, whose `f` is 2, wherever it is asked to; gives the order and the results. */
function run(rubric: Rubric) {
  const order: string[] = [];
  const steps = scoreUses(rubric);
  let step = steps.next();
  while (step.done !== true) {
    const { rubric: other, file, used } = step.value;
    order.push(file);
    step = steps.next(other.score({ subjects: [{ 名称: "甲", f: 2 }], used }));
  }
  return { order, used: step.value };
}

describe("scoring the rubrics that one uses", () => {
  test("comes to each once, after those it uses, and gives their published results", () => {
    const top = compiled("top.rubric");
    const { order, used } = run(top);
    expect(order).toEqual(["low.rubric", "left.rubric", "right.rubric"]);
    const scores = used.map((results) => results.get("甲")?.[0]?.results["总分"]);
    expect(scores).toEqual(["46/5", "42/5"]);
    // Nine whole points of 9.2 and eight of 8.4 count.
    expect(top.score({ subjects: [{ 名称: "甲" }], used }).subjects[0]?.score).toBe("8.30");
  });

  test("asks for nothing where nothing is used", () => {
    expect(run(compiled("low.rubric"))).toEqual({ order: [], used: [] });
  });

  test("has no results of what its caller cannot score", () => {
    const steps = scoreUses(compiled("left.rubric"));
    expect(steps.next().value).toMatchObject({ file: "low.rubric", used: [] });
    expect(steps.next(null)).toEqual({ done: true, value: [new Map()] });
  });
});
