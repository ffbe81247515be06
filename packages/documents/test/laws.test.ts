// The safety laws of a reading, over clauses of many kinds.

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { runs, someOf } from "../../../test/properties.js";
import { analyse } from "@yardstick/language";
import { readDocument } from "../src/index.js";
import { figuresOf } from "../src/words/event-words.js";
import { inItem, isRead, rulesOf } from "./clause.js";

const clauses = (
  "迟到的，每次扣1分|报表漏报一次扣0.5分|每发现1处隐患扣2分|有弄虚作假行为的，扣5分|出现重大事故不得分|登记率未达95%的，扣2分|骨干不足3名的，扣1分|" +
  "合格率不低于90%，每降1个百分点扣0.5分|走访不少于12次，每少一次扣0.5分|每少1天扣0.2分|配合不力的，酌情扣0.5－2分|班子不团结的，每例扣2分，造成严重后果的，每例加扣2分|" +
  "流失率≤5%得10分，5%-10%得6分，>10%得0分|国家级得10分，省级得5分|按时完成得10分，基本完成得6分，未完成不得分|每提供一个业绩得2分，最多得10分|按完成率得分|三年以上没有评比的，扣5分，每超一年加扣1分"
).split("|");

/** Phrases that restrict a rule. A rule that stays as it was has dropped one. */
const restrictions = (
  "前3次不计 已扣分的不再扣 按50%计 责任人减半 首次不扣 每月最多计2次 同一问题只扣一次 超过部分减半 第二次起 限扣一次 整改到位的不扣 由考核组确定 连续两次以上 重复的不计 " +
  "上级另有规定的从其规定 不含试用期人员 仅限主要领导 累计3次以上 分管领导减半扣分 免予扣分 减轻处罚 加倍处罚 不足一年的按一年算 经批准的除外 情节轻微的除外"
).split(" ");

/** A text with a phrase put in before its first character, behind each comma, or at its end. */
function* withPhrase(text: string, phrase: string): Generator<string> {
  for (const at of [0, ...[...text.matchAll(/，/gu)].map(({ index }) => index + 1)]) {
    yield `${text.slice(0, at)}${phrase}，${text.slice(at)}`;
    yield `${text.slice(0, at)}${phrase}${text.slice(at)}`;
  }
  yield `${text}，${phrase}`;
  yield `${text}（${phrase}）`;
}

describe("restricting phrases", () => {
  test.each(someOf(clauses, 6))("are never dropped from %s", (text) => {
    const plain = rulesOf(inItem(text));
    const dropped: string[] = [];
    for (const phrase of restrictions)
      for (const changed of withPhrase(text, phrase)) {
        const reading = inItem(changed);
        const isWhole = reading.clauses.every((clause) => isRead(clause) || clause.state === "not-a-rule");
        if (isWhole && rulesOf(reading) === plain) dropped.push(changed);
      }
    expect(dropped).toEqual([]);
  });
});

describe("figures", () => {
  test("each figure of a clause that is read lies in one of its matches", () => {
    fc.assert(
      fc.property(fc.constantFrom(...clauses), fc.constantFrom(...clauses), (a, b) => {
        for (const { text, matches } of inItem(`${a}；${b}`).clauses.filter(isRead)) {
          const outside = figuresOf(text).filter(
            ({ from, to }) => !matches.some((match) => from >= match.from && to <= match.to),
          );
          expect(outside.map(({ from, to }) => `${text}: ${text.slice(from, to)}`)).toEqual([]);
        }
      }),
      runs(0.3),
    );
  });

  test("a figure that is changed changes the rule, or the clause is not read", () => {
    const same: string[] = [];
    for (const text of clauses)
      for (const { index, 0: figure } of text.matchAll(/\d+(?:\.\d+)?/gu)) {
        const changed = `${text.slice(0, index)}${String(Number(figure) + 7)}${text.slice(index + figure.length)}`;
        const [before, after] = [inItem(text), inItem(changed)];
        const areRead = after.clauses.every(isRead) && before.clauses.every(isRead);
        if (areRead && rulesOf(after) === rulesOf(before)) same.push(changed);
      }
    expect(same).toEqual([]);
  });
});

describe("states", () => {
  const others = ["查阅资料", "以年终数据为准", "其他情形由考核办研究决定"];
  test("each clause has one state, no letter is left out, and nothing that is half read proposes a rule", () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...clauses, ...restrictions, ...others), { minLength: 1, maxLength: 6 }),
        (parts) => {
          const reading = inItem(parts.join("。"));
          const { clauses: states } = reading.totals;
          expect(Object.values(states).reduce((sum, count) => sum + count, 0)).toBe(reading.clauses.length);
          for (const { state, matches, unread, questions } of reading.clauses) {
            if (state === "not-read")
              expect([matches.length, questions.length, unread.length > 0]).toEqual([0, 0, true]);
            else expect(unread).toEqual([]);
            expect(questions.some(({ chosen }) => chosen === null)).toBe(state === "asks");
          }
          const letters = (text: string) => text.replaceAll(/[^\p{L}\p{N}]/gu, "").length;
          const kept = reading.clauses.reduce((sum, { text }) => sum + letters(text), 0);
          expect(kept).toBe(letters(parts.join("")));
        },
      ),
      runs(0.3),
    );
  });

  const asking =
    "获省级表彰的加3分|受县、市、省表扬的，分别加1、2、4分|参加活动的，每次加1～3分|集体获奖减半加分|合格率90%以上得10分，80%-90%得6分，80%以下不得分".split(
      "|",
    );
  test("a draft is accepted whatever is answered, and what is asked stays an open clause", () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...clauses, ...asking), { minLength: 1, maxLength: 5 }),
        fc.array(fc.nat(2), { minLength: 12, maxLength: 12 }),
        (parts, choices) => {
          let reading = inItem(parts.join("。"));
          for (const choice of choices) {
            const [question] = reading.open;
            const { text, diagnostics } = reading.draft();
            const errors = diagnostics.filter(({ severity }) => severity === "error").map(({ message }) => message);
            expect([text, errors]).toEqual([text, []]);
            if (question === undefined) break;
            expect(text).toContain("待定");
            reading = reading.answer(question.id, choice % question.options.length);
          }
          expect(analyse(reading.draft().text).program).not.toBeNull();
        },
      ),
      runs(0.05),
    );
  });
});

describe("the same meaning", () => {
  const wide = (text: string) =>
    [...text]
      .map((sign) => (sign > " " && sign < "\u007f" ? String.fromCodePoint((sign.codePointAt(0) ?? 0) + 0xfee0) : sign))
      .join("");
  test.each(clauses)("full-width signs, spaces and numerals make no difference: %s", (text) => {
    const plain = rulesOf(inItem(text));
    expect(rulesOf(inItem(wide(text)))).toBe(plain);
    expect(rulesOf(inItem(text.replaceAll(/(\d+(?:\.\d+)?)/gu, " $1 ")))).toBe(plain);
    expect(rulesOf(inItem(text.replaceAll("一次", "1次").replaceAll("，", ",")))).toBe(plain);
  });

  test("two readings give the same bytes", () => {
    const read = () => JSON.stringify(inItem(clauses.join("。")).draft());
    expect(read()).toBe(read());
  });
});

describe("hostile sources", () => {
  const seconds = (work: () => unknown) => {
    const start = process.cpuUsage();
    work();
    return process.cpuUsage(start).user / 1_000_000;
  };

  test.each([
    "的",
    "每次扣",
    "得分，",
    "1、",
    "（",
    "deduct 1 point per ",
    "<td>",
    "<table><tr><td>",
    "、每扣得",
    "<",
    "受县、市、",
    "规则：",
  ])("a long run of %s ends quickly", (letters) => {
    expect(seconds(() => readDocument({ html: letters.repeat(200_000 / letters.length) }))).toBeLessThan(2);
  });

  test("spans beyond the table and many rows", () => {
    expect(readDocument({ html: "<table><tr><td colspan=9999 rowspan=9999>扣1分</td></tr></table>" }).failures).toEqual(
      [],
    );
    const rows = "<tr><td>甲</td><td>5</td><td>漏报一次扣1分</td></tr>".repeat(5_000);
    expect(seconds(() => readDocument({ html: `<table>${rows}</table>` }))).toBeLessThan(4);
    const parts = "一、甲（10分）\n1.迟到一次扣1分。\n".repeat(4_000);
    expect(seconds(() => readDocument({ text: parts }))).toBeLessThan(4);
  });

  test("any bytes and any HTML end in a document or a failure", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => void readDocument(bytes).draft()),
      runs(0.1),
    );
    const tags =
      "<table>|</table>|<tr>|<td>|</td>|<p>|</p>|<!--|-->|<|扣1分|每次|得5分|&#x41;|<h1>|</h1>|\u0000|（|5".split("|");
    const html = fc.array(fc.constantFrom(...tags), { maxLength: 40 }).map((parts) => parts.join(""));
    fc.assert(
      fc.property(html, (text) => void readDocument({ html: text }).draft()),
      runs(0.1),
    );
  });

  test("more than the limits allow ends with its own failure", () => {
    const failures = (html: string, limits: object) =>
      readDocument({ html }, { limits }).failures.map(({ code }) => code);
    expect(failures("<table><tr><td>a</td><td>b</td></tr></table>", { cells: 1 })).toEqual(["too-many-cells"]);
    expect(failures("<p>迟到扣1分。早退扣1分。</p>", { clauses: 1 })).toEqual(["too-many-clauses"]);
    expect(failures("<table><tr><td>".repeat(9), { depth: 5 })).toEqual(["too-deep"]);
    expect(failures("<p>a</p>", { bytes: 3 })).toEqual(["too-many-bytes"]);
  });
});

test("less and more of a step are what the word says, whatever stands behind it", () => {
  const sides = { under: "低于 低 降低 下降 少 减少 下滑 差", over: "超过 高于 提高 超出 超 高 上升 增加" };
  const sideOf = (text: string) => {
    const { clauses } = inItem(text);
    const [part] = clauses.flatMap(({ matches }) => matches.flatMap(({ parts }) => parts));
    return part?.kind === "rule" ? part.per?.side : undefined;
  };
  for (const [side, words] of Object.entries(sides))
    for (const word of words.split(" "))
      for (const step of ["1个百分点", "一个百分点", "2%"])
        expect([word, step, sideOf(`合格率目标98%，每${word}${step}扣0.5分`)]).toEqual([word, step, side]);
});
