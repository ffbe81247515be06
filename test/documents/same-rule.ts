// Two rules over the same drawn data: each stands alone in an item, the fields that they read are paired in the order in which
// they are read, and the scores are compared.

import { analyse } from "@yardstick/language";
import { compile, type Row, type RowValue } from "yardstick";

interface Declared {
  readonly name: string;
  readonly type: string;
  readonly levels: readonly string[];
  readonly columns: readonly Declared[];
}

/** Fields of a rubric's data as they are declared. */
function declaredIn(rubric: string): readonly Declared[] {
  const { program } = analyse(rubric);
  if (program === null) throw new Error(`the rubric has errors:\n${rubric}`);
  const of = (field: { readonly name: string; readonly type: (typeof program.fields)[number]["type"] }): Declared => ({
    name: field.name,
    type: field.type.kind === "number" ? field.type.form : field.type.kind,
    levels:
      field.type.kind === "level" ? (program.choices[field.type.choice]?.levels.map(({ name }) => name) ?? []) : [],
    columns: field.type.kind === "list" ? (program.lists[field.type.list]?.columns ?? []).map(of) : [],
  });
  return program.fields.map(of);
}

const quote = (name: string): string => name.replaceAll(/[.*+?^${}()|[\]\\]/gu, "\\$&");

/** Names of `declared` in the order in which a text mentions them. */
function mentioned(text: string, declared: readonly Declared[]): readonly Declared[] {
  return declared
    .map((field) => ({
      field,
      at: new RegExp(`(?<![\\p{L}\\p{N}_])${quote(field.name)}(?![\\p{L}\\p{N}_])`, "u").exec(text)?.index ?? -1,
    }))
    .filter(({ at }) => at >= 0)
    .toSorted((a, b) => a.at - b.at)
    .map(({ field }) => field);
}

/** The rule alone, with the declarations of its rubric. */
export interface Alone {
  readonly rubric: string;
  readonly rules: string;
  readonly points: string;
}

/** Declarations and lets of a rubric, its parts left out. */
function declarations(rubric: string): string {
  return rubric
    .split("\n")
    .filter((line) => !/^\s*\/\/\//u.test(line))
    .join("\n")
    .replaceAll(/^(?:大类|条目|加分项|扣分项|section|item|bonus|penalty) [\s\S]*?^\}$/gmu, "")
    .replaceAll(/^(?:大类|条目|加分项|扣分项|section|item|bonus|penalty) .*\}$/gmu, "")
    .replaceAll(
      /^(?:一票否决|veto|公布|output|处理|consequence|等次|grades|排名|ranking|奖励|award|系数|coefficient|满分|total|总分|考核|rubric|版本|总分 保留|score rounds|设 后三成|\/\/).*(?:\n {2}.*|\n\})*$/gmu,
      "",
    );
}

const standing = ({ rubric, rules, points }: Alone): string =>
  `考核 "alone"\n满分 ${points} 分\n总分 保留 6 位小数\n${declarations(rubric)}\n条目 甲乙丙丁 ${points} 分 限 -100000 .. 100000 分 {\n${rules}\n}\n`;

interface Drawn {
  readonly [name: string]: RowValue | readonly Drawn[];
}

/** Why two rules cannot be compared, or the first data over which they differ; null where none was found. */
export function difference(
  own: Alone,
  right: Alone,
  numbers: readonly number[],
  draws: number,
  random: () => number,
): string | null {
  const [ownText, rightText] = [standing(own), standing(right)];
  const [ownCompiled, rightCompiled] = [compile(ownText, { lang: "en" }), compile(rightText, { lang: "en" })];
  for (const [text, compiled] of [
    [ownText, ownCompiled],
    [rightText, rightCompiled],
  ] as const) {
    if (compiled.rubric === null)
      return `does not compile: ${compiled.diagnostics
        .filter(({ severity }) => severity === "error")
        .map(({ message }) => message)
        .join("; ")}\n${text}`;
  }
  const ownFields = mentioned(own.rules.replaceAll(/(?:依据|basis) "[^"]*"/gu, ""), declaredIn(ownText));
  const rightFields = mentioned(right.rules, declaredIn(rightText));
  if (ownFields.length !== rightFields.length)
    return `reads ${ownFields.map(({ name }) => name).join("、")}, not ${rightFields.map(({ name }) => name).join("、")}`;
  const pairs = ownFields.map((field, at) => [field, rightFields[at] as Declared] as const);
  const kind = ({ type }: Declared) => (["count", "number", "points"].includes(type) ? "number" : type);
  for (const [a, b] of pairs) if (kind(a) !== kind(b)) return `${a.name} is ${a.type}, ${b.name} is ${b.type}`;
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const value = (
    a: Declared,
    b: Declared,
    rules: readonly [string, string],
  ): readonly [RowValue | readonly Drawn[], RowValue | readonly Drawn[]] => {
    switch (a.type) {
      case "flag": {
        const holds = random() < 0.5;
        return [holds, holds];
      }
      case "percent": {
        const share = `${String(Math.max(0, pick(numbers) + pick([0, 0, -0.5, 0.5, -1, 1, 3, -7])))}%`;
        return [share, share];
      }
      case "count":
      case "number":
      case "points": {
        const whole = Math.max(0, Math.round(pick(numbers) + pick([0, 0, -1, 1, 2, 5])));
        return [whole, whole];
      }
      case "level": {
        // Levels are paired in the order in which the rules name them.
        const named = (field: Declared, rule: string) =>
          field.levels
            .map((level) => ({
              level,
              at: rule.search(new RegExp(`(?<![\\p{L}\\p{N}])[「]?${quote(level)}[」]?\\s*:`, "u")),
            }))
            .filter(({ at }) => at >= 0)
            .toSorted((x, y) => x.at - y.at)
            .map(({ level }) => level);
        const [mine, theirs] = [named(a, rules[0]), named(b, rules[1])];
        const at = Math.floor(random() * Math.min(mine.length, theirs.length));
        return [mine[at] ?? "", theirs[at] ?? ""];
      }
      case "list": {
        const own = mentioned(rules[0], a.columns);
        const theirs = mentioned(rules[1], b.columns);
        const rows = Array.from({ length: Math.floor(random() * 4) }, () => {
          const cells = own.map((column, at) => {
            const other = theirs[at] as Declared;
            return [
              column.name,
              other.name,
              ...(column.type === "text" ? Array<string>(2).fill(pick(["x", "y"])) : value(column, other, rules)),
            ] as const;
          });
          return [
            Object.fromEntries(cells.map(([name, , cell]) => [name, cell])),
            Object.fromEntries(cells.map(([, name, , cell]) => [name, cell])),
          ] as const;
        });
        return [rows.map(([row]) => row as Drawn), rows.map(([, row]) => row as Drawn)];
      }
      default:
        return [pick(["x", "y"]), "x"];
    }
  };
  const key = (fields: readonly Declared[]) => fields[0]?.name ?? "";
  const all: readonly [readonly Declared[], readonly Declared[]] = [declaredIn(ownText), declaredIn(rightText)];
  const subjects = Array.from({ length: draws }, (_, index) => {
    const cells = pairs.map(([a, b]) => [a.name, b.name, ...value(a, b, [own.rules, right.rules])] as const);
    const row = (side: 0 | 1): Row =>
      ({
        [key(all[side])]: `s${String(index)}`,
        ...Object.fromEntries(cells.map((cell) => [cell[side], cell[side + 2]])),
      }) as Row;
    return [row(0), row(1)] as const;
  });
  const scores = ([ownCompiled, rightCompiled] as const).map((compiled, side) => {
    const scored = compiled.rubric?.score({ subjects: subjects.map((rows) => rows[side] as Row) });
    return new Map(scored?.subjects.map((subject) => [subject.key, `${subject.status} ${String(subject.score)}`]));
  });
  for (const [own, theirs] of subjects) {
    const name = String(own[key(all[0])]);
    if (scores[0]?.get(name) !== scores[1]?.get(name))
      return `${JSON.stringify(own)} gives ${scores[0]?.get(name) ?? ""}, ${JSON.stringify(theirs)} gives ${scores[1]?.get(name) ?? ""}`;
  }
  return null;
}
