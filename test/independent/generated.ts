/**
 * Pairs of a rubric's text and its data files, each determined by a seed.
 */
import { csvText } from "./csv.js";
import { Draw } from "./draw.js";
import { drawnField, drawnProfile, NamePool, subjectKeys, unquoted, type FieldKind } from "./generated-data.js";
import { Expressions, type AnyField, type GeneratedList } from "./generated-expression.js";
import { Results } from "./generated-results.js";
import { Rules, type Asked } from "./generated-rules.js";
import type { Files } from "./tables.js";
import { drawnRounding, writer, type Vocabulary, type Word } from "./words.js";

export interface Pair {
  readonly source: string;
  readonly files: Files;
  /** Keys of the subjects, in the order of the file. */
  readonly keys: readonly string[];
}

interface Tree {
  readonly text: readonly string[];
  readonly sections: string[];
  readonly items: string[];
}

/** Points in tenths, as they are written. */
const tenths = (points: number): string => (points % 10 === 0 ? String(points / 10) : (points / 10).toFixed(1));

class Generator {
  private readonly draw: Draw;
  private readonly word: (word: Word) => string;
  private readonly names: NamePool;
  private readonly asked: Asked = { judgements: [] };
  private parts = 0;

  constructor(seed: number) {
    this.draw = new Draw(seed);
    const vocabulary = this.draw.pick<Vocabulary>(["en", "zh", "mixed"]);
    this.word = writer(this.draw, vocabulary);
    this.names = new NamePool(this.draw);
  }

  pair(): Pair {
    const { draw, word } = this;
    const profile = drawnProfile(draw);
    const key = this.names.next();
    const hasPeriod = draw.chance(0.25);
    const hasHistory = hasPeriod && draw.chance(0.7);
    const kinds: FieldKind[] = [
      "count",
      "count",
      "percent",
      "flag",
      "choice",
      "text",
      "points",
      "money",
      "date",
      "date",
      "number",
      "own",
      "count",
      "money",
      "own",
      "points",
      "flag",
    ];
    const fields = draw
      .shuffled(kinds)
      .slice(0, draw.int(3, 9))
      .map((kind) => drawnField(draw, word, this.names, kind, profile));
    const lists = draw.chance(0.5) ? [this.list(profile)] : [];
    const lets = new Map<"ratio" | "condition", string[]>();
    const by = new Expressions(
      draw,
      word,
      fields,
      lists.map(({ list }) => list),
      lets,
    );
    const bound: string[] = [];
    const constant = this.constant();
    if (constant !== null) {
      bound.push(constant.declaration);
      by.constants.push(constant.written);
    }
    if (draw.chance(0.2)) {
      const value = by.ratio();
      if (value !== null) {
        bound.push(`${word("let")} completion = ${value}`);
        lets.set("ratio", ["completion"]);
      }
    }
    if (draw.chance(0.2)) {
      bound.push(`${word("let")} holds = ${by.condition()}`);
      lets.set("condition", ["holds"]);
    }
    const group =
      fields.find(({ kind, isOptional }) => (kind === "text" || kind === "choice") && !isOptional)?.written ?? null;
    const tree = this.tree(by);
    const results = new Results(by, { sections: tree.sections, items: tree.items, group, hasHistory });
    const own = [
      `${key}: ${word("text")} ${word("key")}`,
      ...(hasPeriod ? [`年度: ${word("period")}`] : []),
      ...fields.map(({ declaration }) => declaration),
      ...lists.map(({ declaration }) => declaration),
    ];
    const source = [
      `${word("rubric")} "generated"`,
      ...(draw.chance(0.3) ? [`${word("score")}${drawnRounding(draw, word, ["0", "1", "3"], word("points"))}`] : []),
      ...(draw.chance(0.2) ? [`${word("items")}${drawnRounding(draw, word, ["0", "1", "4"], word("points"))}`] : []),
      `${word("data")} community {`,
      ...own.map((line) => `  ${line}`),
      "}",
      ...bound,
      ...tree.text,
      ...results.lines(),
    ].join("\n");
    return {
      source: `${source}\n`,
      ...this.files(
        key,
        hasPeriod,
        hasHistory,
        fields,
        lists.map(({ list }) => list),
        constant,
      ),
    };
  }

  /** A constant in points, with a default, in a file of its own, or missing. */
  private constant(): AnyField | null {
    const { draw, word } = this;
    if (!draw.chance(0.2)) return null;
    const written = this.names.next();
    const fallback = draw.chance(0.5) ? ` = ${draw.pick(["0", "0.5", "2"])}` : "";
    return {
      written,
      header: unquoted(written),
      kind: "points",
      unit: "分",
      isOptional: false,
      isOrdered: false,
      levels: [],
      declaration: `${word("constant")} ${written}: ${word("number")} ${word("points")}${fallback}`,
      cell: () => draw.pick(["", "1", "0.25", "0", "—"]),
    };
  }

  private list(profile: ReturnType<typeof drawnProfile>): {
    readonly list: GeneratedList;
    readonly declaration: string;
  } {
    const { draw, word } = this;
    const kinds: FieldKind[] = ["text", "date", "count", "points", "choice", "flag"];
    const columns = ["text" as const, ...draw.shuffled(kinds.slice(1)).slice(0, draw.int(1, 4))].map((kind) =>
      drawnField(draw, word, this.names, kind, profile),
    );
    const name = draw.pick(["ledger", "台账", "prototype"]);
    return {
      list: { name, columns },
      declaration: `${name}: ${word("list")} { ${columns.map(({ declaration }) => declaration).join(", ")} }`,
    };
  }

  private partName(kind: string): string {
    this.parts += 1;
    const odd = this.draw.chance(0.1) ? this.draw.pick(["「第１项」", "بند", "条", "「a/b」", "`1`"]) : kind;
    return odd === kind ? `${kind}${this.parts}` : odd.replace(/([」`]?)$/u, `${this.parts}$1`);
  }

  private tree(by: Expressions): Tree {
    const { draw } = this;
    const tree: Tree & { text: string[] } = { text: [], sections: [], items: [] };
    const rules = new Rules(by, this.asked);
    if (draw.chance(0.25)) {
      this.weighted(by, rules, tree);
      return tree;
    }
    const count = draw.int(1, 3);
    let total = 0;
    for (let at = 0; at < count; at += 1) {
      const points = draw.pick([10, 30, 40, 70, 100, 33, 1]);
      total += points;
      if (draw.chance(0.55)) tree.text.push(...this.section(by, rules, tree, points, 0));
      else tree.text.push(...this.item(by, rules, tree, points, ""));
    }
    tree.text.push(...this.extras(by, rules, tree, ""));
    if (draw.chance(0.6)) tree.text.unshift(`${this.word("total")} ${tenths(total)} ${this.word("points")}`);
    return tree;
  }

  private weighted(by: Expressions, rules: Rules, tree: Tree & { text: string[] }): void {
    const { draw, word } = this;
    tree.text.push(`${word("total")} ${draw.pick(["100", "10", "1"])} ${word("points")}`);
    const shares = draw.pick([["25%", "75%"], ["1/3", "2/3"], ["100%"], ["0%", "100%"], ["20%", "60%", "20%"]]);
    for (const share of shares) {
      const name = this.partName("section");
      tree.sections.push(name);
      const isDeep = draw.chance(0.4);
      tree.text.push(`${word("section")} ${name} ${word("weight")} ${share}${this.applies(by, 0.1)} {`);
      if (isDeep)
        for (const inner of draw.pick([
          ["1/3", "2/3"],
          ["50%", "50%"],
        ]))
          tree.text.push(...this.weightedItem(by, rules, tree, inner));
      else
        for (const points of this.split(draw.pick([100, 1000, 50])))
          tree.text.push(...this.item(by, rules, tree, points, "  "));
      tree.text.push(...this.extras(by, rules, tree, "  "), "}");
    }
  }

  private weightedItem(by: Expressions, rules: Rules, tree: Tree, share: string): string[] {
    const { draw, word } = this;
    const name = this.partName("item");
    tree.items.push(name);
    const points = draw.chance(0.3) ? ` ${draw.pick(["100", "10"])} ${word("points")}` : "";
    return [
      `  ${word("item")} ${name}${points} ${word("weight")} ${share}${this.applies(by, 0.1)} {`,
      ...rules.ofItem(unquoted(name), "item").map((rule) => `    ${rule}`),
      "  }",
    ];
  }

  private split(points: number): number[] {
    const parts: number[] = [];
    let rest = points;
    const count = this.draw.int(1, 3);
    for (let at = 1; at < count && rest > 1; at += 1) {
      const part = this.draw.int(1, rest - 1);
      parts.push(part);
      rest -= part;
    }
    return [...parts, rest];
  }

  private applies(by: Expressions, share: number): string {
    const { draw, word } = this;
    if (!draw.chance(share)) return "";
    const otherwise = draw.pick(["", word("full"), "0", word("rescale"), word("rescale")]);
    return ` ${word("applies if")} ${by.condition()}${otherwise === "" ? "" : ` ${word("otherwise")} ${otherwise}`}`;
  }

  private section(by: Expressions, rules: Rules, tree: Tree, points: number, depth: number): string[] {
    const { draw, word } = this;
    const name = this.partName("section");
    const pad = "  ".repeat(depth);
    tree.sections.push(name);
    const decimals = draw.chance(0.1) ? drawnRounding(draw, word, ["0", "1", "4"], word("points")) : "";
    const assessor = draw.chance(0.2) ? ` ${word("assessor")} "组织办"` : "";
    const head = `${pad}${word("section")} ${name}${draw.chance(0.8) ? ` ${tenths(points)} ${word("points")}` : ""}`;
    const choice = by.of("choice");
    if (choice !== null && head.endsWith(word("points").slice(-1)) && depth === 0 && draw.chance(0.25)) {
      const [first = "", second = ""] = draw.shuffled(choice.levels);
      const body = (label: string) => [
        `  ${label} {`,
        ...this.split(points).flatMap((each) => this.item(by, rules, tree, each, "    ")),
        "  }",
      ];
      const cases = draw.chance(0.5) ? [first, second, word("else")] : [first, word("else")];
      return [
        `${word("section")} ${name} ${tenths(points)} ${word("points")} ${word("by")} ${choice.written} {`,
        ...cases.flatMap(body),
        "}",
      ];
    }
    const parts = this.split(points).flatMap((each) =>
      depth < 1 && each > 2 && draw.chance(0.25)
        ? this.section(by, rules, tree, each, depth + 1)
        : this.item(by, rules, tree, each, `${pad}  `),
    );
    return [
      `${head}${assessor}${decimals}${this.applies(by, 0.12)} {`,
      ...parts,
      ...this.extras(by, rules, tree, `${pad}  `),
      `${pad}}`,
    ];
  }

  private item(by: Expressions, rules: Rules, tree: Tree, points: number, pad: string): string[] {
    const { draw, word } = this;
    const name = this.partName("item");
    tree.items.push(name);
    const within = draw.chance(0.12)
      ? ` ${word("within")} ${draw.pick([`0 .. ${tenths(points)}`, `${tenths(Math.min(points, 5))} .. ${tenths(points)}`, `-2 .. ${tenths(points)}`])} ${word("points")}`
      : "";
    const decimals = draw.chance(0.1) ? drawnRounding(draw, word, ["0", "1", "3"], word("points")) : "";
    const assessor = draw.chance(0.1) ? ` ${word("assessor")} "安监站"` : "";
    return [
      `${pad}${word("item")} ${name} ${tenths(points)} ${word("points")}${within}${decimals}${assessor}${this.applies(by, 0.15)} {`,
      ...rules.ofItem(unquoted(name), "item").map((rule) => `${pad}  ${rule}`),
      `${pad}}`,
    ];
  }

  private extras(by: Expressions, rules: Rules, tree: Tree, pad: string): string[] {
    const { draw, word } = this;
    if (!draw.chance(0.2)) return [];
    const form = draw.pick(["bonus", "penalty"] as const);
    const name = this.partName(form);
    tree.items.push(name);
    by.hasPoints = draw.chance(0.85);
    const limit = by.hasPoints ? ` ${word("up to")} ${draw.pick(["3", "0.5", "2"])} ${word("points")}` : "";
    const lines = [
      `${pad}${word(form)} ${name}${limit}${this.applies(by, 0.1)} {`,
      ...rules.ofItem(unquoted(name), form).map((rule) => `${pad}  ${rule}`),
      `${pad}}`,
    ];
    by.hasPoints = true;
    return lines;
  }

  private files(
    key: string,
    hasPeriod: boolean,
    hasHistory: boolean,
    fields: readonly AnyField[],
    lists: readonly GeneratedList[],
    constant: AnyField | null,
  ): { files: Files; keys: readonly string[] } {
    const { draw } = this;
    const keys = subjectKeys(draw, draw.pick([1, 2, 3, 4, 5, 8, 12]));
    const periods = hasPeriod ? draw.pick([["2008"], ["2007", "2008"], ["2008年"]]) : [];
    const rowsOf = (each: (key: string, period: string | null) => string[][]): string[][] =>
      hasPeriod
        ? periods.flatMap((period) => keys.flatMap((name) => each(name, period)))
        : keys.flatMap((name) => each(name, null));
    const named = (name: string, period: string | null) => (period === null ? [name] : [name, period]);
    const lead = [unquoted(key), ...(hasPeriod ? ["年度"] : [])];
    const judgement = (column: string) => this.asked.judgements.find((each) => each.column === column);
    const judged = (column: string) => {
      const { low = 0, high = 1 } = judgement(column) ?? {};
      return draw.pick([
        "",
        "0",
        String(low),
        String(high),
        high > 100 ? "2.5" : `${low}.5`,
        draw.chance(0.1) ? String(high + 1) : String(high),
      ]);
    };
    const asked = [...new Set(this.asked.judgements.filter(({ list }) => list === null).map(({ column }) => column))];
    const rows = rowsOf((name, period) => [
      [...named(name, period), ...fields.map((field) => field.cell()), ...asked.map(judged)],
    ]);
    const [twice] = draw.chance(0.06) ? draw.shuffled(rows) : [];
    const subjects = csvText([
      [...lead, ...fields.map(({ header }) => header), ...asked],
      ...rows,
      ...(twice === undefined ? [] : [twice.map((cell, at) => (at < lead.length || draw.chance(0.5) ? cell : ""))]),
    ]);
    const sides = lists.map((list) => {
      const columns = [
        ...new Set(this.asked.judgements.filter((each) => each.list === list.name).map(({ column }) => column)),
      ];
      // A ledger of meetings names other subjects.
      const isMeeting = draw.chance(0.4);
      return {
        name: list.name,
        text: csvText([
          [...lead, ...list.columns.map(({ header }) => header), ...columns],
          ...rowsOf((name, period) =>
            Array.from({ length: draw.pick([0, 0, 1, 2, 3, 4]) }, () => [
              ...named(name, period),
              ...list.columns.map((field) => (field.kind === "text" && isMeeting ? draw.pick(keys) : field.cell())),
              ...columns.map(judged),
            ]),
          ),
        ]),
      };
    });
    const records = hasHistory ? this.history(keys, lead) : null;
    return {
      files: {
        subjects,
        lists: sides,
        constants: constant === null || draw.chance(0.4) ? null : csvText([[constant.header], [constant.cell()]]),
        history: records,
      },
      keys,
    };
  }

  private history(keys: readonly string[], lead: readonly string[]): string {
    const { draw } = this;
    const years = draw.pick([["2007"], ["2006", "2007"], ["2005", "2006", "2007"], ["2005", "2007"]]);
    const rows = years.flatMap((year) =>
      keys
        .filter(() => draw.chance(0.85))
        .map((key, at) => [key, year, draw.pick(["3", "4.50", "6", "10"]), String(at + 1)]),
    );
    return csvText([[...lead, "score", "ranking1"], ...rows]);
  }
}

/** The pair of this seed. */
export const generatedPair = (seed: number): Pair => new Generator(seed).pair();
