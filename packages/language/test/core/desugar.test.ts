// What the suffixes and the amount of a line are reduced to: the order of the turns, whatever the order of the text, and the same node
// for the same line.

import { describe, expect, test } from "vitest";
import { analyse, suffixes, vocabulary } from "../../src/index.js";
import type { Line } from "../../src/program/index.js";
import { amountOf, coreOf, type Restrictions, restrictionsOf } from "../../src/core/index.js";

const head = `data c {
  name: text key
  x: count
  y: number 1 .. 100
  again: flag
  ledger: list { matter: text, weight: number, excused: flag }
}
`;

function lineOf(line: string): Line {
  const { program, findings } = analyse(`${head}item it 10 points {\n  ${line}\n}\n`);
  const [item] = program?.parts ?? [];
  if (item?.kind !== "item" || item.lines[0] === undefined) throw new Error(findings.map(({ code }) => code).join());
  return item.lines[0];
}

const roles = ({ rows, groups, sum }: Restrictions) => [
  ...rows.map(({ op, role }) => `row ${op} ${role}`),
  ...(groups === null ? [] : [`groups ${groups.role}`]),
  ...sum.map(({ op, role }) => `sum ${op} ${role}`),
];

function permuted<T>(all: readonly T[]): readonly (readonly T[])[] {
  if (all.length < 2) return [all];
  return all.flatMap((one, index) => permuted(all.filter((_, other) => other !== index)).map((rest) => [one, ...rest]));
}

/** What a suffix may take, as it is written. */
const operands = { points: "3 points", group: "matter", condition: "again", text: '"a document"' };

describe("the steps of a line", () => {
  test.each(suffixes.flatMap((suffix) => ("role" in suffix ? [suffix] : [])))(
    "$kind has the role that the vocabulary gives it",
    ({ takes, role, word }) => {
      const line = `each ledger deduct weight * 1 point ${vocabulary[word].en[0]} ${operands[takes]}`;
      const { rows, groups, sum } = restrictionsOf(lineOf(line));
      expect([...rows, ...(groups === null ? [] : [groups]), ...sum].map((step) => step.role)).toEqual([role]);
    },
  );

  test("have one order, whatever the order of the text", () => {
    const written = ["up to 3 points", "at least 1 point", "double if again", "halve if x > 2", "unless x > 9"];
    const orders = permuted(written).map((suffixes) =>
      roles(restrictionsOf(lineOf(`per x deduct 1 point ${suffixes.join(" ")}`))),
    );
    expect(new Set(orders.map((order) => order.join()))).toEqual(
      new Set(["row scale double,row scale halve,sum hold floor,sum hold cap,sum scale waiver"]),
    );
  });

  test("a waiver that reads the row comes before all others, any other behind all", () => {
    const row = "each ledger deduct weight * 1 point highest per matter double if again unless excused";
    expect(roles(restrictionsOf(lineOf(row)))).toEqual([
      "row scale waiver",
      "row scale double",
      "row greatest highest",
    ]);
    const sum =
      "each ledger deduct weight * 1 point unless again up to 2 points per matter highest per matter at least 1 point";
    expect(roles(restrictionsOf(lineOf(sum)))).toEqual([
      "row greatest highest",
      "groups cap",
      "sum hold floor",
      "sum scale waiver",
    ]);
  });

  test("are the same nodes each time the same line asks", () => {
    const line = lineOf("per x deduct 1 point up to 3 points");
    expect(restrictionsOf(line)).toBe(restrictionsOf(line));
    expect(restrictionsOf({ ...line })).not.toBe(restrictionsOf(line));
  });
});

describe("an amount in proportion", () => {
  test("is a share of the points, below a floor a table by the same ratio", () => {
    const plain = amountOf(lineOf("earn in proportion x / y").amount, []);
    expect(plain).toMatchObject({
      kind: "expression",
      value: { kind: "share", operand: { kind: "arithmetic", op: "/" } },
    });
    const floored = amountOf(lineOf("earn in proportion x / y below 60% earns 2").amount, []);
    if (floored.kind !== "expression" || floored.value.kind !== "bands") throw new Error("no table");
    const { subject, rows, otherwise } = floored.value;
    expect(rows).toMatchObject([{ keys: [{ from: null, to: { kind: "number", value: "3/5" }, toOpen: true }] }]);
    expect(otherwise?.kind === "share" && otherwise.operand).toBe(subject);
  });

  test("is the same node each time, and leaves any other amount as it is", () => {
    const { amount } = lineOf("earn in proportion x / y");
    expect(amountOf(amount, [])).toBe(amountOf(amount, []));
    const plain = lineOf("per x deduct 1 point").amount;
    expect(amountOf(plain, [])).toBe(plain);
  });
});

describe("a judgement", () => {
  const judged = (line: string) => {
    const { program } = analyse(`${head}item it 10 points {\n  ${line}\n}\n`);
    const part = program === null ? undefined : coreOf(program).parts[0];
    const rule = part?.kind === "item" ? part.rules[0] : undefined;
    const field = program?.fields.find(({ judgement }) => judgement !== null);
    if (rule?.amount.kind !== "expression" || program === null || field === undefined) throw new Error("no judgement");
    return { value: rule.amount.value, given: rule.given, field: program.fields.indexOf(field), span: field.span };
  };

  test("is a read of its field, without which a deduction has no effect", () => {
    const { value, given, field, span } = judged("at discretion deduct manners 0 .. 2 points");
    expect(value).toMatchObject({ kind: "field", field, span });
    expect(given).toBe(value);
  });

  test("is awaited where it is earned", () => {
    expect(judged("at discretion earn manners 0 .. 2 points").given).toBeNull();
  });
});
