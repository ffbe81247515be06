// Checked programs made from a tape: all kinds of lines, items, sections, variants, coefficients, vetoes, rankings, grades,
// awards, consequences, outputs and checks, in which nothing reads itself.

import type {
  Amount,
  Award,
  Expression,
  Field,
  FieldType,
  GradeAdjustment,
  Grades,
  Item,
  ItemForm,
  LimitMeasure,
  Line,
  Part,
  Per,
  Program,
  Ranking,
  TieBreak,
  ReferenceRead,
  Section,
  Suffix,
  Veto,
  Rounding,
} from "@yardstick/language/program";
import { itemWords, type Reach, roundingWords, suffixes } from "@yardstick/language";
import {
  FIELDS,
  FLAG,
  flag,
  LEVELS,
  literal,
  NUMBER,
  number,
  numberValue,
  of,
  pastCondition,
  PERCENT,
  reference,
  SIDE,
  SPAN,
} from "./generated-expression.js";
import { againstLimit } from "../../src/reference/limit-measure.js";
import type { Place } from "./generated-expression.js";
import type { Tape } from "./tape.js";

const NO_RESULTS = { numbers: [], flags: [] } as const;
const POINTS = ["10", "4", "1", "5/2", "0"];
const GRADES = ["差", "中", "优"];

function fieldOf(name: string, type: FieldType, rest: Partial<Field> = {}): Field {
  return {
    name,
    span: SPAN,
    type,
    optional: false,
    default: null,
    assessor: null,
    documentation: null,
    judgement: null,
    ...rest,
  };
}

function numberField(tape: Tape, name: string): Field {
  const type: FieldType = { kind: "number", form: "number", unit: null, min: null, max: null };
  if (tape.once(4)) return fieldOf(name, type, { optional: true });
  return fieldOf(name, type, tape.once(4) ? { default: literal(tape) } : {});
}

function fields(tape: Tape): readonly Field[] {
  return [
    fieldOf("名称", { kind: "text" }),
    fieldOf("年度", { kind: "period" }),
    fieldOf("组", { kind: "text" }),
    ...["甲数", "乙数", "丙数", "丁数"].map((name) => numberField(tape, name)),
    fieldOf("甲否", { kind: "flag" }, tape.once(2) ? { default: of("flag", { value: false }, FLAG) } : {}),
    fieldOf("乙否", { kind: "flag" }, { optional: tape.once(3) }),
    fieldOf("等级", { kind: "level", choice: 0 }),
    fieldOf("日期", { kind: "date" }),
    fieldOf("文字", { kind: "text" }, { optional: true }),
    fieldOf("台账", { kind: "list", list: 0 }),
    fieldOf(
      "酌情",
      { kind: "number", form: "number", unit: null, min: "0", max: "3" },
      { judgement: { part: 0, line: 0 } },
    ),
  ];
}

const limitMeasures = Object.keys(againstLimit) as LimitMeasure[];

function per(tape: Tape, place: Place): Per {
  const limit = () => number(tape, { ...place, depth: 1 });
  return {
    step: tape.pick(["1", "2", "1/2", "1/20"]),
    whole: tape.once(2),
    of: number(tape, { ...place, depth: Math.min(place.depth, 1) }),
    measure: tape.construct<Per["measure"]>({
      "per-all": () => ({ kind: "all" }),
      ...Object.fromEntries(limitMeasures.map((kind) => [`per-${kind}`, () => ({ kind, limit: limit() })])),
      "per-between": () => ({
        kind: "between",
        from: tape.once(3) ? null : limit(),
        to: tape.once(3) ? null : limit(),
      }),
    }),
  };
}

function amount(tape: Tape, place: Place, isRow: boolean): Amount {
  const makers: Record<string, () => Amount> = {
    amount: () => ({ kind: "expression", value: tape.once(3) ? number(tape, place) : literal(tape) }),
    proportion: () => ({
      kind: "proportion",
      span: SPAN,
      actual: number(tape, { ...place, depth: 0 }),
      target: number(tape, { ...place, depth: 0 }),
      floor: tape.once(2) ? { span: SPAN, below: numberValue("3/5"), earns: literal(tape) } : null,
    }),
  };
  if (!isRow) makers["open"] = () => ({ kind: "open", text: "clause" });
  if (!isRow) makers["judgement"] = () => ({ kind: "judgement", field: FIELDS.judgement });
  return tape.construct(makers);
}

function line(tape: Tape, place: Place): Line {
  const each = tape.once(3);
  if (each) tape.note("each");
  const own = { ...place, row: each };
  const counts = tape.once(2);
  if (counts) tape.note("per");
  return {
    span: SPAN,
    effect: tape.pick(["deduct", "add", "earn", "add-or-deduct"]),
    conditions: tape.list(0, 1, () => flag(tape, place)),
    each: each ? { list: 0, where: tape.once(2) ? flag(tape, own) : null } : null,
    per: counts ? per(tape, own) : null,
    amount: amount(tape, own, each),
    suffixes: suffixes.flatMap((suffix) => generatedSuffix(tape, suffix, { place, own, each })),
    basis: null,
    documentation: null,
  };
}

/** Any suffix of the vocabulary, by what it takes: none needs a maker of its own. */
function generatedSuffix(
  tape: Tape,
  { kind, takes, isGrouped }: (typeof suffixes)[number],
  { place, own, each }: { readonly place: Place; readonly own: Place; readonly each: boolean },
): readonly Suffix[] {
  if (takes === "text" || (takes === "group" && !each) || !tape.once(takes === "condition" ? 4 : 3)) return [];
  tape.note(kind);
  const operand = {
    points: () => (tape.once(4) ? number(tape, { ...place, depth: 1 }) : literal(tape)),
    group: () => grouping(tape),
    condition: () => flag(tape, tape.once(2) ? own : place),
  }[takes]();
  const isByGroup = isGrouped && each && tape.once(2);
  if (isByGroup) tape.note(`${kind} by group`);
  return [{ kind, span: SPAN, operand, per: isByGroup ? grouping(tape) : null }];
}

function grouping(tape: Tape): Expression {
  const date = of("row-field", { list: 0, column: 2 }, { kind: "date" });
  if (tape.once(2)) return of("apply", { name: tape.pick(["month", "quarter"]), args: [date] });
  return of("row-field", { list: 0, column: 0 }, { kind: "text" });
}

interface Drafts {
  readonly parts: Part[];
  readonly place: Place;
}

const BASE = {
  nameSpan: SPAN,
  span: SPAN,
  weight: null,
  within: null,
  assessor: null,
  basis: null,
  documentation: null,
} as const;

function applies(tape: Tape, { place }: Drafts): Part["applies"] {
  if (!tape.once(4)) return null;
  const otherwise = tape.construct({
    "applies-zero": () => "zero" as const,
    "applies-full": () => "full" as const,
    "applies-rescale": () => "rescale" as const,
  });
  return { span: SPAN, condition: flag(tape, { ...place, depth: 1 }), otherwise };
}

/** By the side to which an item's sum reaches; a null `max` is the item's points. */
const ranges: Readonly<Record<Reach | "points", { readonly min: string; readonly max: string | null }>> = {
  points: { min: "0", max: null },
  above: { min: "0", max: "3" },
  below: { min: "-3", max: "0" },
};

function item(tape: Tape, drafts: Drafts, parent: number | null): number {
  const index = drafts.parts.length;
  // Any kind of item of the vocabulary, by the side to which it reaches: none needs a maker of its own.
  const { form, reaches } = tape.construct<{ readonly form: ItemForm; readonly reaches: Reach | "points" }>({
    item: () => ({ form: "item", reaches: "points" }),
    ...Object.fromEntries(itemWords.map((word) => [word.form, () => word])),
  });
  const stated = tape.pick(POINTS);
  const points = form === "item" ? stated : "0";
  const worth = form === "item" && tape.once(3) ? tape.pick(POINTS) : points;
  const lines = tape.list(1, 3, () => line(tape, { ...drafts.place, item: true }));
  const earns = lines.some(({ effect }) => effect === "earn");
  const made: Item = {
    ...BASE,
    kind: "item",
    name: `条目${index}`,
    path: `条目${index}`,
    parent,
    points,
    worth,
    ...rounds(tape),
    applies: applies(tape, drafts),
    form,
    start: earns || form !== "item" ? "0" : points,
    min: tape.once(5) ? null : ranges[reaches].min,
    max: tape.once(5) ? null : (ranges[reaches].max ?? points),
    lines,
  };
  drafts.parts.push(made);
  return index;
}

/** Decimals of a part, and now and then a mode and a step. */
function rounds(tape: Tape): Pick<Part, "decimals" | "rounding"> {
  const decimals = tape.once(4) ? tape.below(3) : null;
  return decimals === null ? { decimals, rounding: null } : rounding(tape, decimals);
}

/** Steps by the decimals that their multiples are published with. */
const STEPS = [
  ["1", 0],
  ["1/2", 1],
  ["1/10", 1],
  ["5", 0],
] as const;

/** What is rounded half up to `decimals`, or by a mode to a step. */
function rounding(tape: Tape, decimals: number): { readonly decimals: number; readonly rounding: Rounding | null } {
  if (!tape.once(3)) return { decimals, rounding: null };
  tape.note("rounding");
  const [step, places] = tape.pick(STEPS);
  return { decimals: places, rounding: { step, mode: tape.pick(roundingWords.map(({ mode }) => mode)) } };
}

function section(tape: Tape, drafts: Drafts, parent: number | null, depth: number): number {
  const index = drafts.parts.length;
  drafts.parts.push(null as unknown as Part);
  tape.note("section");
  const own = applies(tape, drafts);
  const below = () => (depth > 0 && tape.once(4) ? section(tape, drafts, index, depth - 1) : item(tape, drafts, index));
  const parts = [...tape.list(1, 3, below)];
  const hasVariants = parts.length > 1 && tape.once(3);
  if (hasVariants) tape.note("variants");
  const [first = 0, ...others] = parts;
  const points = tape.pick(["10", "4", "20"]);
  const made: Section = {
    ...BASE,
    kind: "section",
    name: `大类${index}`,
    path: `大类${index}`,
    parent,
    points,
    worth: tape.once(3) ? tape.pick(["10", "3"]) : points,
    ...rounds(tape),
    applies: own,
    parts,
    variants: hasVariants
      ? {
          by: of("field", { field: FIELDS.level }, { kind: "level", choice: 0 }),
          cases: [
            { levels: [tape.below(LEVELS)], parts: tape.once(2) ? [first] : parts },
            { levels: tape.once(2) ? null : [tape.below(LEVELS)], parts: others },
          ],
        }
      : null,
  };
  drafts.parts[index] = made;
  return index;
}

function ranking(tape: Tape, name: string, place: Place, parts: readonly Part[]): Ranking {
  const sections = parts.some((part) => part.kind === "section" && part.parent === null);
  const by = tape.construct<Ranking["by"]>({
    "ranking-by-score": () => reference({ kind: "score" }),
    "ranking-by-part": () => reference({ kind: "part-score", part: 0 }),
    "ranking-by-value": () => number(tape, { ...place, depth: 1 }),
    "ranking-by-each-section": () => (sections ? "each-section" : reference({ kind: "score" })),
  });
  return {
    name,
    span: SPAN,
    by,
    lowestFirst: tape.once(3),
    within: tape.once(2) ? FIELDS.group : null,
    where: tape.once(3) ? flag(tape, { ...place, depth: 1 }) : null,
    ties: tape.once(3) ? "dense" : "gap",
    thenBy: tape.list(0, 2, () =>
      tape.once(6) ? headToHead(tape, place) : { by: tieBreak(tape, place), against: null, lowestFirst: tape.once(2) },
    ),
  };
}

function tieBreak(tape: Tape, place: Place): Expression {
  return tape.construct<Expression>({
    "tie-break-number": () => number(tape, { ...place, depth: 1 }),
    "tie-break-date": () => of("field", { field: FIELDS.date }, { kind: "date" }),
    "tie-break-level": () => of("field", { field: FIELDS.level }, { kind: "level", choice: 0 }),
  });
}

function headToHead(tape: Tape, place: Place): TieBreak {
  tape.note("head-to-head");
  const column = of("row-field", { list: 0, column: SIDE.number });
  const value = tape.once(3) ? number(tape, { ...place, row: true, depth: 1 }) : column;
  return { by: value, against: { list: 0, column: SIDE.text }, lowestFirst: tape.once(3) };
}

function veto(tape: Tape, name: string, place: Place): Veto {
  type Effect = Veto["effects"][number];
  const effect = (): Effect =>
    tape.construct<Effect>({
      "score-zero": () => ({ kind: "score-zero" }),
      unranked: () => ({ kind: "unranked" }),
      "no-place": () => ({ kind: "no-place" }),
      "no-awards": () => ({ kind: "no-awards" }),
      "grade-at-most": () => ({ kind: "grade-at-most", grade: tape.pick(GRADES) }),
    });
  return {
    name,
    span: SPAN,
    condition: flag(tape, { ...place, depth: 1 }),
    basis: null,
    effects: tape.list(1, 2, effect),
  };
}

function grades(tape: Tape, name: string, rankings: number, place: Place): Grades {
  return {
    name,
    span: SPAN,
    by: rankings > 0 && tape.once(2) ? 0 : null,
    choice: 1,
    rows: ["优", "中"].map((grade) => ({
      grade,
      span: SPAN,
      quota: tape.once(2)
        ? {
            kind: tape.pick(["share", "number"]),
            value: numberValue(tape.pick(["1/3", "1/2", "1", "2"])),
            rounding: tape.pick(["down", "up", "half-up"] as const),
          }
        : null,
      condition: tape.once(2) ? flag(tape, { ...place, depth: 1 }) : null,
    })),
    otherwise: tape.once(3) ? null : "差",
    adjustments: tape.once(3) ? tape.list(1, 3, () => adjustment(tape, place)) : [],
  };
}

function adjustment(tape: Tape, place: Place): GradeAdjustment {
  type Change = GradeAdjustment["change"];
  const change = tape.construct<Change>({
    "grade-raise": () => ({ kind: "raise", by: 1 + tape.below(2) }),
    "grade-lower": () => ({ kind: "lower", by: 1 + tape.below(2) }),
    "grade-raise-to": () => ({ kind: "raise-to", level: tape.below(GRADES.length) }),
    "grade-cap": () => ({ kind: "at-most", level: tape.below(GRADES.length) }),
  });
  return { span: SPAN, change, condition: flag(tape, { ...place, depth: 1 }), basis: null };
}

/** A rubric of all periods and one of the period at hand, found by the subject or by its group. */
function uses(tape: Tape): Program["uses"] {
  return [true, false].map((allPeriods, index) => {
    const name = `other${index}`;
    return { path: `${name}.rubric`, alias: name, span: SPAN, by: tape.pick([FIELDS.key, FIELDS.group]), allPeriods };
  });
}

/** `isAlone`: without results of other rubrics. */
export function generatedProgram(tape: Tape, isAlone = false): Program {
  const used = !isAlone && tape.once(3);
  const before: Place = {
    ...NO_RESULTS,
    depth: 2,
    row: false,
    item: false,
    lets: [],
    across: tape.once(3),
    past: false,
    used,
  };
  const lets = tape.list(0, 2, (index) => ({
    name: `值${index}`,
    span: SPAN,
    documentation: null,
    value: number(tape, { ...before, lets: Array.from({ length: index }, (_, each) => each) }),
  }));
  const place: Place = { ...before, lets: lets.map((_, index) => index) };
  const drafts: Drafts = { parts: [], place };
  const roots = tape.list(1, 3, () => (tape.once(2) ? section(tape, drafts, null, 1) : item(tape, drafts, null)));
  const { parts } = drafts;
  const coefficients = tape.list(0, 2, (index) => {
    tape.note("coefficient");
    const appliesTo = tape.once(2) ? ([tape.below(parts.length)] as const) : ("total" as const);
    return { name: `系数${index}`, span: SPAN, value: tape.once(2) ? number(tape, place) : literal(tape), appliesTo };
  });
  const partScores: ReferenceRead["to"][] = parts.flatMap(
    (_, part) =>
      [
        { kind: "part-score", part },
        { kind: "part-points", part },
      ] as const,
  );
  const scored: Place = { ...place, numbers: partScores };
  const vetoes = tape.list(0, 2, (index) => veto(tape, `否决${index}`, scored));
  const afterScore: Place = {
    ...scored,
    numbers: [{ kind: "score" }, ...partScores],
    flags: [{ kind: "vetoed", veto: null }, ...vetoes.map((_, each) => ({ kind: "vetoed", veto: each }) as const)],
  };
  const outputs = tape.list(0, 2, (index) => ({
    name: `公布${index}`,
    span: SPAN,
    value: { ...number(tape, afterScore), type: tape.once(3) ? PERCENT : NUMBER } as Expression,
    decimals: tape.below(3),
  }));
  const withOutputs: Place = {
    ...afterScore,
    numbers: [...afterScore.numbers, ...outputs.map((_, index) => ({ kind: "output", index }) as const)],
  };
  const rankings = tape.list(0, 2, (index) => ranking(tape, `排名${index}`, withOutputs, parts));
  const ranked: Place = {
    ...withOutputs,
    past: rankings.length > 0,
    numbers: [
      ...withOutputs.numbers,
      ...rankings.map((_, each) => ({ kind: "place", ranking: each, section: null }) as const),
    ],
    flags: [...withOutputs.flags, ...rankings.map((_, each) => ({ kind: "last", ranking: each }) as const)],
  };
  const graded = tape.list(0, 1, (index) => {
    tape.note("grades");
    return grades(tape, `等次${index}`, rankings.length, ranked);
  });
  const awards: readonly Award[] =
    rankings.length === 0
      ? []
      : tape.list(0, 2, (index) => {
          tape.note("award");
          const from = 1 + tape.below(2);
          return {
            name: `奖励${index}`,
            span: SPAN,
            ranking: tape.below(rankings.length),
            from,
            to: from + tape.below(3),
            condition: tape.once(3) ? flag(tape, ranked) : null,
            pays: tape.once(3) ? null : number(tape, { ...ranked, depth: 1 }),
          };
        });
  const awarded: Place = {
    ...ranked,
    numbers: [...ranked.numbers, ...awards.map((_, index) => ({ kind: "award", index }) as const)],
  };
  const condition = (): Expression => {
    if (ranked.past && tape.once(3))
      return of(
        "comparison",
        { op: "≥", left: of("running", { condition: pastCondition(tape) }), right: numberValue(tape.pick(["1", "2"])) },
        FLAG,
      );
    const grade = of(
      "comparison",
      {
        op: "=",
        left: reference({ kind: "grade", grades: 0 }, { kind: "level", choice: 1 }),
        right: of("level", { value: 2 }, { kind: "level", choice: 1 }),
      },
      FLAG,
    );
    return graded.length > 0 && tape.once(3) ? grade : flag(tape, awarded);
  };
  const check = (message: string) => ({ span: SPAN, message, condition: flag(tape, awarded) });
  const policy = (): Expression => {
    const total = of("cohort", {
      name: "total",
      value: awards.length > 0 ? reference({ kind: "award", index: 0 }) : reference({ kind: "score" }),
      within: null,
      where: null,
    });
    return of("comparison", { op: "≤", left: total, right: numberValue("20") }, FLAG);
  };
  const score = rounding(tape, tape.below(3));
  const items = rounds(tape);
  return {
    language: "1",
    title: "生成",
    edition: null,
    total: null,
    scoreDecimals: score.decimals,
    scoreRounding: score.rounding,
    itemDecimals: items.decimals,
    itemRounding: items.rounding,
    subject: "单位",
    key: FIELDS.key,
    period: FIELDS.period,
    fields: fields(tape),
    lists: [
      {
        name: "台账",
        field: FIELDS.list,
        columns: [
          fieldOf("事项", { kind: "text" }),
          { ...numberField(tape, "数量"), default: tape.once(2) ? numberValue("1") : null },
          fieldOf("时间", { kind: "date" }),
          fieldOf("属实", { kind: "flag" }, { optional: tape.once(2) }),
        ],
      },
    ],
    constants: [
      fieldOf("常量甲", { kind: "number", form: "number", unit: null, min: null, max: null }),
      fieldOf(
        "常量乙",
        { kind: "number", form: "number", unit: null, min: null, max: null },
        { default: numberValue("2") },
      ),
    ],
    choices: [
      { name: null, ordered: true, levels: ["低", "中", "高"].map((name) => ({ name, description: null })) },
      { name: null, ordered: true, levels: GRADES.map((name) => ({ name, description: null })) },
    ],
    parts,
    roots,
    lets,
    coefficients,
    vetoes,
    rankings,
    grades: graded,
    awards,
    consequences: tape.list(0, 2, (index) => ({ name: `处理${index}`, span: SPAN, condition: condition() })),
    outputs,
    requirements: tape.list(0, 1, () => check("要求")),
    policies: tape.list(0, 1, () => ({ span: SPAN, message: "政策", condition: policy() })),
    uses: used ? uses(tape) : [],
    scenarios: [],
    tests: [],
  };
}
