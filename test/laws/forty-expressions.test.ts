// The laws of numbers as a table: of each expression its type, its value as an output, what it comes to as an amount of an item
// of 40 points before that is held to a range, or the code of the refusal. Both evaluators; the same through `let`.

import * as engine from "@yardstick/engine";
import { outputText, readTables } from "@yardstick/tables";
import { describe, expect, it } from "vitest";
import { compile } from "yardstick";

const DATA = `data office {
  name: text key
  sat: percent
  tat: percent
  late: count times
  due: count people 1 ..
  came: count people
  mark: number
  most: number 1 ..
  got: number points
  wage: number yuan
  done: number 万元
  target: number 万元 1 ..
}
`;
const ROW = {
  name: "A",
  sat: "92.46%",
  tat: "70%",
  late: "2",
  due: "20",
  came: "17",
  mark: "90",
  most: "100",
  got: "30",
  wage: "1200",
  done: "700",
  target: "800",
};

type Type = "percent" | "number" | "points" | "yuan";
interface Row {
  readonly e: string;
  /** Null where the expression itself is refused. */
  readonly type: Type | null;
  /** As published with ten decimals; a refusal's code where there is no value. */
  readonly value: string;
  /** In points; a refusal's code where it is none. */
  readonly amount: string;
  /** Texts that its fixes put in. */
  readonly fixes?: readonly string[];
  /** Of a `let` alone. */
  readonly let?: string;
}

const bare = (e: string, ...fixes: string[]): Row => ({
  e,
  type: null,
  value: "bare-beside-percent",
  amount: "bare-beside-percent",
  fixes,
});
const plain = (e: string, type: Type, value: string, amount: string, fixes?: readonly string[]): Row =>
  fixes === undefined ? { e, type, value, amount } : { e, type, value, amount, fixes };
const refused = "points-expected";

/** By the number of the row in the table of the design. */
const rows: Readonly<Record<string, Row>> = {
  1: plain("sat", "percent", "92.46%", "36.984"),
  2: plain("1 - sat", "percent", "7.54%", "3.016"),
  3: bare("sat - 1", "100%", "1%"),
  4: plain("sat + 5%", "percent", "97.46%", "38.984"),
  5: bare("sat + 0.05", "5%", "0.05%"),
  6: plain("sat * 60% + tat * 40%", "percent", "83.476%", "33.3904"),
  7: plain("sat * 0.6 + tat * 0.4", "percent", "83.476%", refused, ["60%", "40%", "0.6 points", "0.4 points"]),
  8: plain("(sat + tat) / 2", "percent", "81.23%", "32.492"),
  9: plain("sat * 100", "number", "92.46", refused, ["10000%", "100 points"]),
  10: plain("10 points * sat", "points", "9.246", "9.246"),
  12: plain("sat ^ 2", "percent", "85.488516%", "34.1954064"),
  13: plain("sat / tat", "number", "1.3208571429", "52.8342857143"),
  14: plain("round(sat, 1)", "percent", "92.5%", "37"),
  15: bare("round(sat, to 0.5)", "50%", "0.5%"),
  16: bare("max(sat, 0.5)", "50%", "0.5%"),
  17: plain("max(0, sat - 60%)", "percent", "32.46%", "12.984"),
  19: plain("came / due", "number", "0.85", "34"),
  "20a": plain("came / due * 100%", "percent", "85%", "34"),
  "20b": plain("came * 100% / due", "percent", "85%", "34"),
  21: plain("came / due * 10", "number", "8.5", refused, ["1000%", "10 points"]),
  22: plain("10 points * came / due", "points", "8.5", "8.5"),
  23: plain("due * 80%", "number", "16", refused),
  24: plain("late", "number", "2", refused),
  25: plain("0.1 * late", "number", "0.2", "0.2"),
  26: plain("900 - 100 * late", "number", "700", "700"),
  27: plain("mark", "number", "90", refused, [" points"]),
  28: plain("mark * 10% + most * 90%", "number", "99", refused, [" points", " points"]),
  29: plain("mark / most", "number", "0.9", refused, [" * 100%", " * 1 point"]),
  30: plain("mark / most * 100%", "percent", "90%", "36"),
  31: plain("done / target", "number", "0.875", "35"),
  32: plain("100 * done / target", "number", "87.5", refused, ["10000%", "100 points"]),
  33: plain("done / 1 万元", "number", "700", refused, [" * 100%", " * 1 point"]),
  "34a": plain("got * 50%", "points", "15", "15"),
  "34b": plain("got + 2", "points", "32", "32"),
  "35a": plain("wage * 5%", "yuan", "60", refused),
  "35b": {
    e: "wage + 5%",
    type: null,
    value: "number-beside-percent",
    amount: "number-beside-percent",
    fixes: ["wage * (100% + 5%)"],
  },
  36: plain("wage + got * 50 yuan", "yuan", "2700", refused),
  38: { ...bare("by late { 1: 100%; 2: 8; else: 0 }", "8%", "800%"), let: "bare-beside-percent" },
};

const PARTS = "total 40 points\n";
const place = (e: string, extra = ""): string =>
  `${DATA}${PARTS}item a 40 points within -10000 points .. 10000 points { earn ${e} }\n${extra}`;
const elsewhere = (e: string): string =>
  `${DATA}${PARTS}item a 40 points { earn full }\noutput o = ${e} rounds to 10 decimals\n`;

const evaluators = { reference: engine.evaluate, columnar: engine.evaluateColumns };

function errorsOf(text: string) {
  return compile(text, { lang: "en" }).diagnostics.filter(({ severity }) => severity === "error");
}

function scored(text: string, read: (subject: engine.SubjectResult) => string | null | undefined): string {
  const { rubric, diagnostics } = compile(text, { lang: "en" });
  if (rubric === null)
    return [...new Set(diagnostics.filter(({ severity }) => severity === "error").map(({ code }) => code))].join(" ");
  const { program } = rubric;
  const dataset = readTables(program, [
    { role: "subjects", file: "data.json", format: "json", text: JSON.stringify([ROW]) },
  ]);
  const found = Object.values(evaluators).map((evaluate) => read(evaluate(program, dataset).subjects[0]!) ?? "pending");
  expect(found[1]).toBe(found[0]);
  return found[0] ?? "";
}

/** Without zeros at the end, and rounded to ten decimals as the score is. */
const short = (text: string): string => text.replace(/(\.\d*?)0+(?=%?$)/, "$1").replace(/\.(?=%?$)/, "");
const outputOf = (text: string): string => short(scored(text, ({ outputs }) => outputText(outputs["o"] ?? null, "en")));
const scoreOf = (text: string): string => short(scored(`score rounds to 10 decimals\n${text}`, ({ score }) => score));

function typeOf(text: string): Type | null {
  const type = compile(text, { lang: "en" }).rubric?.program.outputs[0]?.value.type;
  if (type?.kind !== "number") return null;
  if (type.percent) return "percent";
  const units: Readonly<Record<string, Type>> = { "": "number", 分: "points", 元: "yuan" };
  return units[Object.keys(type.dimension).join("·")] ?? null;
}

describe.each(Object.entries(rows))("%s", (_number, row) => {
  it(`${row.e} is ${row.type ?? "refused"}`, () => {
    expect(typeOf(elsewhere(row.e))).toBe(row.type);
    expect(outputOf(elsewhere(row.e))).toBe(row.value);
  });

  it(`${row.e} as an amount: ${row.amount}`, () => {
    expect(scoreOf(place(row.e))).toBe(row.amount);
    expect(scoreOf(place(`(${row.e})`))).toBe(row.amount);
  });

  it(`let r = ${row.e} is the same`, () => {
    expect(outputOf(`${elsewhere("r")}let r = ${row.e}\n`)).toBe(row.value);
    expect(scoreOf(place("r", `let r = ${row.e}\n`))).toBe(row.let ?? row.amount);
  });

  it(`${row.e} has the fixes ${row.fixes?.join(", ") ?? "none"}`, () => {
    const { fixes } = row;
    if (fixes === undefined) return;
    const found = errorsOf(place(row.e)).flatMap((error) =>
      error.fixes.flatMap((fix) => fix.edits.map(({ text }) => text)),
    );
    expect(found.filter((text) => !text.includes("point") || fixes.includes(text)).slice(0, fixes.length)).toEqual(
      expect.arrayContaining([...fixes]),
    );
    for (const error of errorsOf(place(row.e)))
      for (const { edits } of error.fixes) {
        const left = errorsOf(applied(place(row.e), edits)).filter(
          ({ code, message }) => code === error.code && message === error.message,
        );
        expect(left).toEqual([]);
      }
  });
});

function applied(
  text: string,
  edits: readonly { readonly span: readonly [number, number]; readonly text: string }[],
): string {
  return [...edits]
    .sort((a, b) => b.span[0] - a.span[0])
    .reduce((sofar, { span, text: put }) => sofar.slice(0, span[0]) + put + sofar.slice(span[1]), text);
}

describe("what stands only in an item, and conditions", () => {
  it("11: full * (1 - sat) is 3.016 points; a let of it is refused", () => {
    expect(scoreOf(place("full * (1 - sat)"))).toBe("3.016");
    expect(scoreOf(place("r", "let r = full * (1 - sat)\n"))).toBe("full-outside-item");
  });

  it("18: a percentage beside points is refused, with full times the percentage as its fix", () => {
    expect(scoreOf(place("max(sat, 10 points)"))).toBe("number-beside-percent");
    const [error] = errorsOf(place("max(sat, 10 points)"));
    expect(error?.fixes.map(({ title }) => title)).toEqual(["Write full * sat"]);
  });

  it("26: a figure is yuan where money is due", () => {
    const award =
      "ranking all by score\naward flag all place 1 pays 900 - 100 * late\noutput o = flag rounds to 10 decimals\n";
    expect(outputOf(place("full", award))).toBe("700");
  });

  it("37: a table that is an amount may mix points with percentages; in a let it may not", () => {
    expect(scoreOf(place("by late { 1: 100%; 2: 8 points; else: 0 }"))).toBe("8");
    expect(scoreOf(place("r", "let r = by late { 1: 100%; 2: 8 points; else: 0 }\n"))).toBe("rows-differ");
    expect(outputOf(elsewhere("by late { 1: 100%; 2: 8 points; else: 0 }"))).toBe("rows-differ");
  });

  it("38: the bare row may also be points", () => {
    const [error] = errorsOf(place("by late { 1: 100%; 2: 8; else: 0 }"));
    expect(error?.message).toBe('"8" has no %: 800%, 8% or 8 points?');
  });

  const codes = (condition: string): readonly string[] =>
    compile(place(`0 points\n  if ${condition} earn 1 point`), { lang: "en" })
      .diagnostics.filter(({ severity, code }) => severity === "error" || code === "ratio-beside-number")
      .map(({ code }) => code);
  const holds = (condition: string): boolean => scoreOf(place(`0 points\n  if ${condition} earn 1 point`)) === "1";

  it("39: percentages are compared with percentages, numbers with numbers", () => {
    expect(codes("sat >= 90")).toEqual(["bare-beside-percent"]);
    expect(codes("mark * 60% + most * 40% < 60")).toEqual([]);
    expect(holds("mark * 60% + most * 40% < 60")).toBe(false);
  });

  it("40: a ratio is compared with numbers and percentages, 10 or more is warned of", () => {
    expect(codes("done / target >= 100")).toEqual(["ratio-beside-number"]);
    expect(codes("done / target >= 1.2")).toEqual([]);
    expect(codes("done / target >= 80%")).toEqual([]);
    expect([holds("done / target >= 100"), holds("done / target >= 1.2"), holds("done / target >= 80%")]).toEqual([
      false,
      false,
      true,
    ]);
  });
});
