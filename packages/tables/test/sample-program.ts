/**
 * A small program for the tests of tables, built without the compiler: communities with a period, a ledger, one constant, one judgement.
 */
import type { Field, FieldType, Program, Unit } from "@yardstick/language/program";

export const WAN_YUAN: Unit = { name: "万元", scale: "10000", dimension: { 元: 1 } };
export const YUAN: Unit = { name: "元", scale: "1", dimension: { 元: 1 } };
export const PIECE: Unit = { name: "件", scale: "1", dimension: {} };

export const TEXT: FieldType = { kind: "text" };
export const FLAG: FieldType = { kind: "flag" };
export const DATE: FieldType = { kind: "date" };
export const PERIOD: FieldType = { kind: "period" };

type NumberType = Extract<FieldType, { readonly kind: "number" }>;

export function numberType(unit: Unit | null = null, min: string | null = null, max: string | null = null): NumberType {
  return { kind: "number", form: "number", unit, min, max };
}
export function countType(unit: Unit | null = null): NumberType {
  return { kind: "number", form: "count", unit, min: null, max: null };
}
export function percentType(min: string | null = null, max: string | null = null): NumberType {
  return { kind: "number", form: "percent", unit: null, min, max };
}

function field(name: string, type: FieldType, more: Partial<Field> = {}): Field {
  return {
    name,
    span: [0, 0],
    type,
    optional: false,
    default: null,
    assessor: null,
    documentation: null,
    judgement: null,
    ...more,
  };
}

const ONE = {
  kind: "number",
  span: [0, 0],
  type: { kind: "number", dimension: {}, percent: false },
  value: "1",
} as const;

export const sample: Program = {
  language: "1",
  title: "样例",
  edition: null,
  total: "100",
  scoreDecimals: 2,
  itemDecimals: null,
  scoreRounding: null,
  itemRounding: null,
  subject: "社区",
  key: 0,
  period: 1,
  fields: [
    field("名称", TEXT),
    field("年度", PERIOD),
    field("招商完成", numberType(WAN_YUAN)),
    field("违规", countType(PIECE)),
    field("满意率", percentType("0", "1")),
    field("不团结", FLAG),
    field("档次", { kind: "level", choice: 0 }),
    field("备注", TEXT, { optional: true }),
    field("党费收缴不力", numberType(null, "0", "1"), { judgement: { part: 0, line: 0 } }),
    field("台账", { kind: "list", list: 0 }),
  ],
  lists: [
    {
      name: "台账",
      field: 9,
      columns: [
        field("事项", TEXT),
        field("日期", DATE, { optional: true }),
        field("数量", countType(), { default: ONE }),
      ],
    },
  ],
  constants: [field("预算", numberType(WAN_YUAN))],
  choices: [
    {
      name: null,
      ordered: true,
      levels: [
        { name: "差", description: null },
        { name: "中", description: null },
        { name: "好", description: null },
      ],
    },
  ],
  parts: [],
  roots: [],
  lets: [],
  coefficients: [],
  vetoes: [],
  rankings: [],
  grades: [],
  awards: [],
  consequences: [],
  outputs: [],
  requirements: [],
  policies: [],
  uses: [],
  scenarios: [],
  tests: [],
};

/** Columns of the sample in the order of a complete file. */
export const HEADER = "名称,年度,招商完成,违规,满意率,不团结,档次,备注,党费收缴不力";
