/** Points by level: 受县、市、省表扬的，分别加1、2、4分; 国家级得2分，省级得1分. */
import type { Building, Given, Pattern } from "../form/pattern.js";
import {
  choiceOf,
  points,
  rule,
  textOf,
  type Effect,
  type Field,
  type Ledger,
  type Row,
  type RulePart,
  type ScoringRule,
} from "../rule/rule.js";
import { numberText } from "../words/numerals.js";
import { LEVEL_FAMILIES, LEVEL_FAMILIES_EN, LEVEL_WORDS, effectOf } from "../words/slot-words.js";
import { nameOf } from "./names.js";
import { effectWithoutVerb } from "./points-effect.js";

const NUMBERS = "(?<G>[\\d一二两三四五六七八九十半.]+分?(?:[、,/][\\d一二两三四五六七八九十半.]+分?)+)(?:分)?";
const LIST = `(?<L>(?:(?:${LEVEL_WORDS})(?:(?:[、,/]|或|和|及|与|或者)(?:${LEVEL_WORDS}))+)|第?[特一二三四五六1-9](?:[、,/和及][一二三四五六2-9])+(?:等奖|等|级|类|名|档|星级)|[甲乙丙ABCD](?:[、,/][乙丙丁BCDE])+(?:级|类|等))`;

/** The levels that a list names; a part that all share stands behind the last: 一、二、三等奖. */
function levelsOf(list: string): readonly string[] {
  const pieces = list.split(/[、,/]|或者|或|和|及|与/u).filter((piece) => piece !== "");
  const last = pieces.at(-1) ?? "";
  const first = list.startsWith("第") ? "第" : "";
  const shared = /^第?(?:[特一二三四五六1-9]|[甲乙丙丁A-E])(等奖|等|级|类|名|档|星级)$/u.exec(last)?.[1] ?? "";
  return pieces.map((piece) => {
    const bare = piece.replace(/^第/u, "");
    return shared !== "" && !piece.endsWith(shared)
      ? `${first}${bare}${shared}`
      : shared !== ""
        ? `${first}${bare}`
        : piece;
  });
}

const plainLevel = (level: string): string => level.replace(/(?:及|或)?以[上下]$/u, "");

const familyOf = (level: string): number =>
  [...LEVEL_FAMILIES, ...LEVEL_FAMILIES_EN].findIndex(
    (family) => family.includes(plainLevel(level)) || family.includes(level.toLowerCase()),
  );

/** `二星级及以下`: that level and those below it in its family; none where the words say nothing of it. */
function levelsBelow(text: string): readonly string[] {
  const level = /^(.*?)(?:及|或)以下$/u.exec(text)?.[1] ?? "";
  const family = LEVEL_FAMILIES.find((each) => each.includes(level)) ?? [];
  const shape = level.slice(1);
  return family.slice(family.indexOf(level)).filter((each) => each.slice(1) === shape);
}

interface Listed {
  readonly effect: Effect;
  readonly levels: readonly string[];
  readonly values: readonly string[];
  readonly event: string;
  /** The measure word behind 每. */
  readonly unit: string;
}

const rowsOf = (levels: readonly string[], values: readonly string[]): readonly Row[] =>
  levels.map((level, at) => ({ test: { kind: "level", level }, amount: points(values[at] ?? "0") }));

const NONE_ZH = "没有";
const NONE_EN = "no level";

/** One level for the subject; those without one get nothing. */
function once({ effect, levels, values, event }: Listed, item: string): RulePart {
  const none = /[\u4e00-\u9fff]/u.test(levels.join("")) ? NONE_ZH : NONE_EN;
  const field = choiceOf(nameOf(event, item), [none, ...levels]);
  return rule(effect, {
    kind: "by",
    of: field,
    rows: [...rowsOf(levels, values), { test: { kind: "level", level: none }, amount: points("0") }],
  });
}

/** One row a case. */
function each({ effect, levels, values, event }: Listed, item: string, key: Field | null): RulePart {
  const level = choiceOf("级别", levels);
  const ledger: Ledger = { name: nameOf(event, item), columns: key === null ? [level] : [level, key] };
  return rule(effect, { kind: "by", of: level, rows: rowsOf(levels, values) }, { each: ledger, highestPer: key });
}

/** The rule of a list of levels; asks whether it counts once or each time, where the clause does not say. */
export function listedRule(b: Building, listed: Listed): readonly RulePart[] {
  const { item } = b.context;
  b.about(listed.event);
  if (listed.unit !== "") return [each(listed, item, null)];
  if (listed.effect === "earn") return [once(listed, item)];
  const chosen = b.ask({
    code: "once-or-each",
    scope: "clause",
    text: { zh: "有几次的，算一次还是每次都算？", en: "Does it count once, or each time?" },
    options: [
      { zh: "只算一次，取一个级别", en: "once, at one level" },
      { zh: "每次都算，逐条登记", en: "each time, by a ledger" },
    ],
  });
  return [chosen === 0 ? once(listed, item) : each(listed, item, null)];
}

/** Levels in a list and points in a list of the same length. */
export const levelsListed: Pattern = {
  name: "levels-listed",
  sign: /[、,/或和及与]|分别/u,
  forms: {
    zh: [
      `(?:{E})??${LIST}(?:{E3})??{de}(?:每{found}{one}{U})?(?:的)?,?(?:每{U2})?(?:均)?(?:分别|依次|各)?(?:给予)?(?:每{one}{U4})?(?:分别)?{verb}${NUMBERS}`,
      `(?:{E})??${LIST}(?:{E3})??{de}(?:每{found}{one}{U})?(?:的)?,?(?:每{U2})?(?:分别)?{verb}{R}分`,
      "(?:{E})?{K}(?:的|者)?,?分别{verb}{R}分",
    ],
    en: [],
  },
  build(b) {
    const effect = effectOf(b.text("V"));
    const levels = b.text("K") === "" ? levelsOf(b.text("L")) : levelsBelow(b.text("K"));
    if (effect === null || levels.length < 2) return null;
    const own = `${b.text("E")}${b.text("E3")}`.replace(/(?:的|者)$/u, "");
    const event = own === "" || own.length <= 2 ? `${b.context.item}${own}` : own;
    const unit = `${b.text("U")}${b.text("U2")}${b.text("U4")}`;
    // `每月每例` may mean that it counts once a month; two measure words are two ways of counting.
    const counted = ["U", "U2", "U4"].filter((slot) => b.text(slot) !== "");
    if (counted.length > 1 || /月|周|季度|年|日|天|学期/u.test(unit)) return null;
    if (b.text("R") !== "") {
      const [from = "", to = ""] = b
        .text("R")
        .replaceAll("分", "")
        .split(/-|~|至|到/u)
        .map((end) => numberText(end) ?? "");
      const step = (Number(to) - Number(from)) / (levels.length - 1);
      const values = levels.map((_, at) => String(Number(from) + step * at));
      b.about(event);
      const chosen = b.ask({
        code: "levels-range",
        scope: "clause",
        text: {
          zh: `${String(levels.length)} 个级别共一个幅度 ${b.text("R")} 分，各是多少？`,
          en: `${String(levels.length)} levels share the range ${b.text("R")}. What is each?`,
        },
        options: [
          {
            zh: levels.map((level, at) => `${level} ${values[at] ?? ""} 分`).join("、"),
            en: levels.map((level, at) => `${level} ${values[at] ?? ""}`).join(", "),
          },
          { zh: "由考核部门在幅度内评定", en: "the assessor decides within the range" },
        ],
      });
      const [low, high] = Number(from) <= Number(to) ? [from, to] : [to, from];
      if (chosen === 1 || values.some((value) => value.length > 6))
        return [
          rule(effect, points("0"), { discretion: { name: nameOf(event, b.context.item), from: low, to: high } }),
        ];
      return listedRule(b, { effect, levels, values, event, unit });
    }
    const values = b
      .text("G")
      .split(/[、,/]/u)
      .map((value) => numberText(value.replaceAll("分", "")) ?? "");
    if (values.length !== levels.length || values.includes("") || new Set(levels).size !== levels.length) return null;
    return listedRule(b, { effect, levels, values, event, unit });
  },
  examples: {
    zh: [
      "受县、市、省表扬的，分别加1、2、4分",
      "获得一、二、三等奖的，每例分别加3分、2分、1分",
      "成为AAA级、AA级、A级景区村的，分别加2分、1分、0.5分",
    ],
    en: [],
  },
  counterExamples: ["受县、市、省表扬的，分别加1、2分"],
};

const OWN_LIST = new RegExp(LIST, "u");

/** A second list of points for the levels of the rule before: 做法被推广的，分别加4、8、12、20分. */
export const levelsInherited: Pattern = {
  name: "levels-inherited",
  forms: { zh: [`{E}{de}(?:每{found}{one}{U})?(?:分别|依次){verb}${NUMBERS}`], en: [] },
  build(b) {
    const effect = effectOf(b.text("V"));
    const before = b.context.previous.at(-1);
    if (before?.kind !== "rule" || before.amount.kind !== "by" || before.effect !== effect) return null;
    // A list of its own is not that of the rule before.
    if (OWN_LIST.test(b.text("E"))) return null;
    const levels = before.amount.rows.flatMap(({ test }) =>
      test.kind === "level" && test.level !== NONE_ZH && test.level !== NONE_EN ? [test.level] : [],
    );
    const values = b
      .text("G")
      .split(/[、,/]/u)
      .map((value) => numberText(value.replaceAll("分", "")) ?? "");
    if (levels.length < 2 || values.length !== levels.length || values.includes("")) return null;
    b.about(b.text("E"));
    const listed: Listed = { effect, levels, values, event: b.text("E"), unit: "" };
    return [before.each === null ? once(listed, b.context.item) : each(listed, b.context.item, null)];
  },
  examples: { zh: [], en: [] },
  counterExamples: ["受表扬的，分别加1、2、4分"],
};

const ALL_LEVELS: ReadonlySet<string> = new Set(LEVEL_FAMILIES.flat());

/** The event and the level of a row: 良好 and 不合格 are levels of their own, not 好 and 合格 of something. */
function splitLevel(event: string, level: string): { readonly event: string; readonly level: string } {
  for (const size of [3, 2, 1])
    if (event.length >= size && level !== "" && ALL_LEVELS.has(event.slice(-size) + level))
      return { event: event.slice(0, -size), level: event.slice(-size) + level };
  const before = /(?:不|基本|较|非常|比较)$/u.exec(event)?.[0] ?? "";
  return { event: event.slice(0, event.length - before.length), level: before + level };
}

/** Families of levels of quality, whose better level earns more: 优秀, 一等奖, 金奖, excellent. */
const QUALITIES: ReadonlySet<number> = new Set(
  ["优秀", "一等奖", "金奖", "五星级", "excellent"].map((level) => familyOf(level)),
);

const BEST_HAS_ALL: Given = {
  option: 0,
  because: { zh: "最好的一级得本项全部分值", en: "the best level has all points of the item" },
};

/** Levels of quality that share out the points of an item are earned. */
function givenQuality({ context }: Building, levels: readonly string[], values: readonly string[]): Given | null {
  const { role, side, points: all } = context;
  const isShared =
    role === "item" &&
    side === null &&
    QUALITIES.has(familyOf(levels[0] ?? "")) &&
    values[0] === all &&
    values.every((value, at) => at === 0 || Number(value) <= Number(values[at - 1]));
  return isShared ? BEST_HAS_ALL : null;
}

/** One level and its points a row. */
export const levelRows: Pattern = {
  name: "level-rows",
  forms: { zh: [], en: [] },
  rows: {
    zh: [
      "(?:{E})?{K}(?:{E3})??{de}(?:每{found}{one}{U})?(?:的)?,?(?:{verb}|:|=)?{P}{pts}(?:/{U2})?",
      "(?:{E})?{K}(?:{E3})??{One}{U}(?:次)?{de}{verb}{P}{pts}",
      "(?:{E})?{K}(?:{E3})??{de}{F}",
      "(?<O>其余|其他|其它|否则|其他情况|没有|无|未获奖|未获得)(?:的|者|级别)?(?:{Z}|(?:{verb}|:|=)?{P}{pts})",
      "(?:{E})?{K}(?:{E3})??{de}{Z}",
    ],
    en: ["{K}(?::| =| -| \\() ?{P}{pts}?\\)?"],
  },
  build(b) {
    const { item } = b.context;
    const levels: string[] = [];
    const values: string[] = [];
    let rest: string | null = null;
    const effects = new Set<Effect>();
    const before = new Set<string>();
    const behind = new Set<string>();
    let units = 0;
    let unit = "";
    for (const [at, row] of b.rows.entries()) {
      const split = splitLevel(row["E"]?.text ?? "", row["K"]?.text ?? "");
      const text = (name: string) =>
        name === "E" ? split.event : name === "K" ? split.level : (row[name]?.text ?? "");
      const value =
        text("Z") !== "" ? "0" : text("F") !== "" ? (b.context.points ?? "") : (numberText(text("P")) ?? "");
      if (value === "") return null;
      if (text("V") !== "") {
        const effect = effectOf(text("V"));
        if (effect === null) return null;
        effects.add(effect);
      } else if (text("F") !== "") effects.add("earn");
      if (text("O") !== "") {
        rest = value;
        continue;
      }
      if (at > 0 && text("E") !== "")
        before.add(
          text("E").replace(/^(?:获得?|评为|被评为|评上|为|受到?|被|是|属于?|在|具有|具备|取得|持有|拥有)/u, ""),
        );
      if (at === 0)
        before.add(
          text("E").replace(/^(?:获得?|评为|被评为|评上|为|受到?|被|是|属于?|在|具有|具备|取得|持有|拥有)/u, ""),
        );
      if (text("E3") !== "") behind.add(text("E3").replace(/(?:的|者)$/u, ""));
      if (`${text("U")}${text("U2")}` !== "") {
        units++;
        unit = `${text("U")}${text("U2")}`;
      }
      levels.push(text("K"));
      values.push(value);
    }
    const families = new Set(levels.map(familyOf));
    if (levels.length < 2 || families.size > 1 || new Set(levels).size !== levels.length || effects.size > 1)
      return null;
    // The text beside the levels must be a single criterion.
    before.delete("");
    if (before.size > 1 || behind.size > 1) return null;
    // 到市, 到省进京: a place that something goes to, and no level of it.
    if (b.rows[0]?.["E3"] === undefined && [...before].some((text) => /^[到赴去进]$/u.test(text))) return null;
    // A place from the end, or all from a place on, is no place of its own: 倒数第一名, 第四名及以后.
    if (
      [...before].some((text) => /倒数?$/u.test(text)) ||
      [...behind].some((text) => /^(?:及|和|或)?[其之以]后/u.test(text))
    )
      return null;
    const event = [...before, ...behind].join("").replace(/(?:的|者|:|,)+$/u, "");
    const name = event === "" ? item : /^.{1,2}$/u.test(event) ? `${item}${event}` : event;
    if (name === "") return null;
    b.about(name);
    const [effect = effectWithoutVerb(b, name, givenQuality(b, levels, values))] = effects;
    if (rest !== null && rest !== "0") {
      // All others have points as well: one level for the subject.
      if (effect !== "earn" || units > 0) return null;
      const others = "其他";
      const field = choiceOf(nameOf(name, item), [...levels, others]);
      return [
        rule("earn", {
          kind: "by",
          of: field,
          rows: [...rowsOf(levels, values), { test: { kind: "level", level: others }, amount: points(rest) }],
        }),
      ];
    }
    const listed: Listed = { effect, levels, values, event: name, unit };
    if (units > 0) {
      const isCap = effect === "earn" || units === levels.length || units === 1;
      return isCap ? [each(listed, item, null)] : null;
    }
    return listedRule(b, listed);
  },
  examples: {
    zh: [
      "国家级得2分，省级得1分",
      "国家级的每项得1分，省级的每项得0.5分",
      "5档得8分，4档得6分，3档得4分",
      "优得5分，良得3分，一般得1分",
    ],
    en: [],
  },
  counterExamples: ["组织健全得2分，制度完善得2分"],
};

/** Outcomes that exclude each other, best first: 及时完成得5分，基本完成得3分，未完成不得分. */
export const gradedOutcomes: Pattern = {
  name: "graded-outcomes",
  forms: { zh: [], en: [] },
  rows: {
    zh: ["{E}{de}得{P}{pts}", "{E}{de}{F}", "{E}{de}{Z}"],
    en: ["(?<O>otherwise|neither|none of these|anything else):? {P}(?:{pts})?", "{E}(?::| -| =)? {P}(?:{pts})?"],
  },
  build(b) {
    const { points: all, item, role } = b.context;
    if (all === null || role !== "item" || item === "") return null;
    // English sheets list them from none up as well.
    const isUpwards = b.context.lang === "en" && b.rows[0]?.["P"]?.text === "0";
    const listed = isUpwards ? b.rows.toReversed() : b.rows;
    const levels = listed.map((row) => nameOf(row["E"]?.text ?? row["O"]?.text ?? "", ""));
    const values = listed.map((row) =>
      row["F"] !== undefined ? all : row["Z"] !== undefined ? "0" : (numberText(row["P"]?.text ?? "") ?? ""),
    );
    if (b.rows.some((row) => /不扣/u.test(row["F"]?.text ?? ""))) return null;
    // In English nothing but the points tells outcomes from a list: three of them, down to none.
    if (b.context.lang === "en" && (values.length < 3 || values.at(-1) !== "0")) return null;
    if (values[0] !== all || values.includes("") || new Set(levels).size !== levels.length || levels.includes(""))
      return null;
    if (values.some((value, at) => at > 0 && Number(value) >= Number(values[at - 1]))) return null;
    if (/^(?:其他|其余|否则|没有|无)$/u.test(levels[0] ?? "")) return null;
    const isOpen = values.at(-1) !== "0";
    const none = "均不符合";
    const field = choiceOf(item, isOpen ? [...levels, none] : levels);
    const rows = rowsOf(levels, values);
    if (b.context.lang === "en" && effectWithoutVerb(b, item, BEST_HAS_ALL) !== "earn") return null;
    return [
      rule("earn", {
        kind: "by",
        of: field,
        rows: isOpen ? [...rows, { test: { kind: "level", level: none }, amount: points("0") }] : rows,
      }),
    ];
  },
  examples: { zh: [], en: [] },
  counterExamples: ["组织健全得2分，制度完善得2分"],
};

/** Several rules by the same levels as one ledger that says which of them a row is for; of it only the greatest counts for each `key`. */
export function joinedLedger(parts: readonly ScoringRule[], key: string): ScoringRule | null {
  const rules = parts.map((part) => byLedger(part, key));
  const amounts = rules.map((part) =>
    part?.kind === "rule" && part.amount.kind === "by" && part.each !== null && part.effect === parts[0]?.effect
      ? { name: part.each.name, of: part.amount.of, rows: part.amount.rows }
      : null,
  );
  const [first] = amounts;
  if (first == null || amounts.length < 2) return null;
  const same = (of: Field): boolean => JSON.stringify(of.levels) === JSON.stringify(first.of.levels);
  const list = amounts.filter((each) => each !== null && same(each.of));
  const names = list.map((each) => each?.name ?? "");
  if (list.length !== amounts.length || new Set(names).size !== names.length) return null;
  const kind = choiceOf("方式", names);
  const column = textOf(key);
  return rule(
    parts[0]?.effect ?? "add",
    {
      kind: "by",
      of: kind,
      rows: list.map((each) => ({
        test: { kind: "level", level: each?.name ?? "" },
        amount: { kind: "by", of: first.of, rows: each?.rows ?? [] },
      })),
    },
    { each: { name: `${names[0] ?? ""}等`, columns: [kind, first.of, column] }, highestPer: column },
  );
}

/** The same rule with one row a case, of which only the greatest counts for each `key`. */
export function byLedger(part: RulePart, key: string): RulePart | null {
  if (part.kind !== "rule" || part.amount.kind !== "by") return null;
  const column = textOf(key);
  if (part.each !== null) {
    if (part.highestPer !== null) return null;
    return { ...part, each: { ...part.each, columns: [...part.each.columns, column] }, highestPer: column };
  }
  const level = choiceOf(
    "级别",
    part.amount.of.levels.filter((name) => name !== NONE_ZH && name !== NONE_EN),
  );
  const rows = part.amount.rows.filter(
    ({ test }) => test.kind !== "level" || (test.level !== NONE_ZH && test.level !== NONE_EN),
  );
  return {
    ...part,
    amount: { kind: "by", of: level, rows },
    each: { name: part.amount.of.name, columns: [level, column] },
    highestPer: column,
  };
}
