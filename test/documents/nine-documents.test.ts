// A reader's standing on the nine documents: each clause's state, and equal scores to the right rule where it is read.

import { describe, expect, test } from "vitest";
import { difference, type Alone } from "./same-rule.js";
import { documents, read, standings, type CorpusDocument, type RightClause, type Standing } from "./nine.js";

/**
 * Clauses whose right rule reads other fields than the reading does (what is there and what is due instead of what is missing, a
 * ledger instead of counts): the same rule over the fields that the reading asks for, written by hand from the clause.
 */
const rewritten: Readonly<Record<string, { readonly data: string; readonly rule: string }>> = {
  "college 2": {
    data: "甲: 百分数, 高: 百分数, 低: 百分数",
    rule: "得 按 甲 { >= 高: 1 分; < 低: 0 分; 其余: 1 分 × 甲 / 高 }",
  },
  "college 10": { data: "甲: 数值 个", rule: "得 按 甲 { >= 2: 3 分; 1 .. 2: 3 分 × 甲 / 2; < 1: 0 分 }" },
  "college 3": { data: "甲: 计数, 乙: 计数", rule: "得 满分 × (甲 * 2 + 乙) / 最高(甲 * 2 + 乙)" },
  "college 17": {
    data: "甲: 计数, 乙: 计数, 丙: 计数 1 ..",
    rule: "得 满分 × ((甲 * 1.5 + 乙) / 丙) / 最高((甲 * 1.5 + 乙) / 丙)",
  },
  "college 22": {
    data: "类型: 选项(综合工科类, 师范财经类), 甲: 百分数",
    rule: "得 按 类型 { 综合工科类: 按 甲 { >= 40%: 2 分; 其余: 2 分 × 甲 / 40% }; 师范财经类: 按 甲 { >= 10%: 2 分; 其余: 2 分 × 甲 / 10% } }",
  },
  "college 6": { data: "甲: 数值", rule: "得 满分 × 甲 / 最高(甲)" },
  "college 16": { data: "甲: 百分数", rule: "得 满分 × 甲" },
  "college 18": {
    data: "甲: 明细 { 级别: 选项(省级, 国家级) }",
    rule: "逐条 甲 得 按 级别 { 国家级: 3 分; 省级: 2 分 } 最多 5 分",
  },
  "mine 11": {
    data: "甲: 是否, 乙: 百分数, 丙: 百分数",
    rule: "若 甲 或 乙 < 90% 或 丙 < 30% 扣 满分",
  },
  "mine 10": { data: "甲: 是否", rule: "若 甲 扣 满分" },
  "rfp 6": { data: "a: 数值 0 .. 5", rule: "得 a * 0.5 分" },
  "residency 6": { data: "甲: 计数 天", rule: "每 甲 扣 0.2 分" },
  "residency 7": { data: "甲: 计数 种", rule: "每 甲 扣 1 分" },
  "residency 8": { data: "甲: 计数 例", rule: "每 甲 扣 0.5 分" },
  "residency 10": { data: "甲: 是否", rule: "若 甲 扣 5 分" },
  "student 18": {
    data: "甲: 明细 { 级别: 选项(校级, 省级, 国家级) }",
    rule: "逐条 甲 加 按 级别 { 国家级: 2 分; 省级: 1 分; 校级: 0.5 分 } 最多 5 分",
  },
  "village 29": {
    data: "甲: 明细 { 级别: 选项(县, 市, 省, 京) }",
    rule: "逐条 甲 扣 按 级别 { 县: 0.5 分; 市: 1 分; 省: 2 分; 京: 5 分 }",
  },
  "village 12": { data: "甲: 计数 例, 乙: 计数 例", rule: "每 甲 扣 3 分\n每 乙 扣 5 分" },
  "village 18": { data: "甲: 是否, 乙: 是否", rule: "若 甲 扣 0.5 分\n若 乙 扣 0.5 分" },
  "village 23": { data: "甲: 计数 例, 乙: 计数 例", rule: "每 甲 扣 0.5 分\n每 乙 扣 1 分" },
  "village 27": {
    data: "甲: 计数 人, 乙: 计数 人, 丙: 计数 人",
    rule: "每 甲 扣 0.5 分\n每 乙 扣 1 分\n每 丙 扣 2 分",
  },
};

const DRAWS = 200;

function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state / 2_147_483_648;
  };
}

/** The right rule in full, where the row of the corpus shortens it. */
function rightRule({ rubric }: CorpusDocument, right: RightClause): string | null {
  if (
    right.rubric === "" ||
    /^(?:大类|设|公布|处理|一票否决|等次|排名|veto|coefficient|适用|选项|加分项|（)/u.test(right.rubric)
  )
    return null;
  const plain = right.rubric.replaceAll("；", "\n");
  if (!plain.includes("…")) return plain.replace(/^item \w+ [\d.]+ \{ (.*) \}$/u, "$1");
  const start =
    plain
      .split("…")[0]
      ?.replace(/\{\s*$/u, "")
      .trim() ?? "";
  const at = rubric.indexOf(start);
  if (at < 0) return null;
  let depth = 0;
  for (let end = at; end < rubric.length; end++) {
    if (rubric[end] === "{") depth++;
    else if (rubric[end] === "}" && --depth < 0) return rubric.slice(at, end).trim();
    else if (rubric[end] === "\n" && depth === 0) return rubric.slice(at, end).trim();
  }
  return null;
}

describe.each(documents)("$name", (document) => {
  const reading = read(document);
  const draft = reading.draft();
  const all = standings(document, reading);
  const lines = new Map<number, string[]>();
  for (const { from, to, clause } of draft.from)
    lines.set(clause, [...(lines.get(clause) ?? []), draft.text.slice(from, to)]);

  test("no clause is left out", () => {
    expect(all.filter(({ state }) => state === "missing").map(({ right }) => right.clause)).toEqual([]);
  });

  test("the draft is accepted, and each rule names its clause", () => {
    expect(draft.diagnostics.filter(({ severity }) => severity === "error").map(({ message }) => message)).toEqual([]);
  });

  test("each clause is in the state that is written down for it", () => {
    expect(
      all.map(
        ({ right, state, own }) =>
          `${String(right.number)} ${state}${own
            .flatMap(({ questions }) => questions)
            .map(({ code }) => ` ${code}`)
            .join("")}`,
      ),
    ).toMatchSnapshot();
  });

  test("the draft is as before", () => {
    expect(draft.text).toMatchSnapshot();
  });

  const readClauses = all.filter(({ state }) => state === "read");
  test.each(readClauses.map((each): [string, Standing] => [`${String(each.right.number)} ${each.right.clause}`, each]))(
    "scores as the right rule: %s",
    (_, { right, own }) => {
      const other = rewritten[`${document.name} ${String(right.number)}`];
      const rule = other?.rule ?? rightRule(document, right);
      // Results (vetoes, grades, outputs) are compared as text by the snapshot of the draft.
      if (rule === null) return;
      const rules = own.flatMap(({ number }) => lines.get(number) ?? []);
      const item = reading.outline.sections[own[0]?.section ?? 0]?.items[own[0]?.item ?? 0];
      const points = item?.weight === null ? (item.points ?? "10") : "100";
      const numbers = [...`${rule} ${rules.join(" ")}`.matchAll(/\d+(?:\.\d+)?/gu)]
        .map(([text]) => Number(text))
        .filter((value) => value < 1000);
      const mine: Alone = { rubric: draft.text, rules: rules.join("\n"), points };
      expect(
        difference(
          mine,
          {
            rubric: other === undefined ? document.rubric : `数据 对象 { 名称: 文本 主键, ${other.data} }`,
            rules: rule,
            points,
          },
          [0, 1, ...numbers],
          DRAWS,
          seeded(right.number),
        ),
      ).toBeNull();
    },
  );
});
