/**
 * Generates sample data from the data block: subjects with plausible names, values within the ranges of their columns,
 * rows of side tables. The same seed gives the same tables.
 */
import type { Lang } from "@yardstick/language";
import type { Choice, Field, Program } from "@yardstick/language/program";
import { numberOrZero } from "@yardstick/exact";
import type { TableText } from "./project.js";

/** Number of subjects, seed and language of the generated names. */
export interface SampleOptions {
  readonly subjects: number;
  readonly seed: number;
  readonly lang: Lang;
}

const HEADS = [..."东西南北青松春秋金玉文明和平安康桂梅竹兰柳桃荷云山石清溪双龙凤凰朝阳新华"];
const TAILS = [..."门桥园里湖坪岗岭湾塘坝井庙街苑庭泉川沟坡"];
const FAMILIES = [..."王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗"];
const GIVEN = [..."伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华"];
const ENGLISH = [
  "Ash",
  "Birch",
  "Cedar",
  "Dale",
  "Elm",
  "Fern",
  "Glen",
  "Hill",
  "Ivy",
  "Lake",
  "Mill",
  "North",
  "Oak",
  "Pine",
  "Reed",
  "Stone",
];
const ENGLISH_TAILS = ["bridge", "field", "ford", "gate", "ham", "side", "ton", "wood"];
const PERSON = /书记|干部|人员|职工|党员|个人|教师|官员|official|secretar|cadre|person|teacher|member|leader/i;

/** Generates all tables of a rubric. */
export function sampleTables(program: Program, { subjects, seed, lang }: SampleOptions): readonly TableText[] {
  const maker = new SampleMaker(program, seed, lang);
  return maker.tables(subjects);
}

class SampleMaker {
  readonly #random: () => number;
  readonly #year: string;
  #taken = new Set<string>();

  constructor(
    private readonly program: Program,
    seed: number,
    private readonly lang: Lang,
  ) {
    this.#random = mulberry(seed);
    this.#year = /\d{4}/.exec(program.edition?.name ?? "")?.[0] ?? "2025";
  }

  tables(count: number): readonly TableText[] {
    const { fields, lists, constants, subject } = this.program;
    const own = fields.filter(({ type }) => type.kind !== "list");
    const owners = Array.from({ length: count }, () => this.#name(subject));
    const rows = owners.map((owner) => own.map((field) => (this.#isKey(field) ? owner : this.#cell(field))));
    const tables: TableText[] = [{ role: "subjects", name: "", header: own.map(({ name }) => name), rows }];
    const keys = own.filter((field) => this.#isKey(field) || this.#isPeriod(field));
    for (const { name, columns } of lists) {
      const each = owners.flatMap((owner) =>
        Array.from({ length: this.#whole(0, 4) }, () => [
          ...keys.map((field) => (this.#isKey(field) ? owner : this.#year)),
          ...columns.map((column) => this.#cell(column)),
        ]),
      );
      const header = [...keys, ...columns].map((field) => field.name);
      tables.push({ role: "list", name, header, rows: each });
    }
    if (constants.length > 0) {
      const header = constants.map(({ name }) => name);
      tables.push({ role: "constants", name: "", header, rows: [constants.map((field) => this.#cell(field))] });
    }
    return tables;
  }

  #isKey(field: Field): boolean {
    return field === this.program.fields[this.program.key];
  }

  #isPeriod(field: Field): boolean {
    return this.program.period !== null && field === this.program.fields[this.program.period];
  }

  #cell(field: Field): string {
    const { type } = field;
    switch (type.kind) {
      case "text":
        return this.#text(field.name);
      case "period":
        return this.#year;
      case "date":
        return `${this.#year}-${two(this.#whole(1, 12))}-${two(this.#whole(1, 28))}`;
      case "flag": {
        const holds = this.#random() < 0.12;
        return this.lang === "zh" ? (holds ? "是" : "否") : holds ? "yes" : "no";
      }
      case "level":
        return this.#level(this.program.choices[type.choice]);
      case "list":
        return "";
      case "number":
        // Most discretionary inputs are left empty, because assessors rarely use them.
        return field.judgement !== null && this.#random() < 0.7 ? "" : this.#number(type);
    }
  }

  #number({ form, unit, min, max }: Extract<Field["type"], { readonly kind: "number" }>): string {
    const scale = unit === null ? 1 : numberOrZero(unit.scale).toNumber();
    const least = min === null ? null : numberOrZero(min).toNumber() / scale;
    const most = max === null ? null : numberOrZero(max).toNumber() / scale;
    if (form === "percent") {
      const [from, to] = [Math.max(0, (least ?? 0) * 100), Math.min(200, (most ?? 1) * 100)];
      return `${Math.round(from + (to - from) * (0.55 + 0.45 * this.#random()))}%`;
    }
    if (form === "count") {
      const few = Math.floor(this.#random() ** 2.5 * 5);
      const top = most === null ? few : Math.min(few, Math.floor(most));
      return String(Math.max(Math.ceil(least ?? 0), top));
    }
    if (least !== null && most !== null) {
      const value = least + (most - least) * (0.4 + 0.6 * this.#random());
      return rounded(Math.min(most, Math.max(least, value)), most - least >= 20 ? 0 : 1);
    }
    return rounded(Math.min(most ?? Infinity, Math.max(least ?? 0, 80 + this.#random() * 50)), 0);
  }

  /** Better levels are more likely than bad ones. */
  #level(choice: Choice | undefined): string {
    const names = choice?.levels.map(({ name }) => name) ?? [];
    const at = Math.floor((choice?.ordered === true ? 1 - this.#random() ** 2 : this.#random()) * names.length);
    return names[Math.min(names.length - 1, at)] ?? "";
  }

  #text(field: string): string {
    if (/姓名|人$|name|person/i.test(field)) return this.#person();
    if (/组|街道|片区|group|street|town/i.test(field))
      return this.#pick(this.lang === "zh" ? ["一组", "二组", "三组"] : ["A", "B", "C"]);
    return this.lang === "zh" ? `${field}${this.#whole(1, 9)}` : `${field} ${this.#whole(1, 9)}`;
  }

  /** A name that no other subject has. */
  #name(subject: string): string {
    for (let tries = 0; ; tries++) {
      const base = PERSON.test(subject) ? this.#person() : this.#place(subject);
      const name = tries < 40 ? base : `${base}${this.#taken.size + 1}`;
      if (this.#taken.has(name)) continue;
      this.#taken.add(name);
      return name;
    }
  }

  #place(subject: string): string {
    if (this.lang === "en") return this.#pick(ENGLISH) + this.#pick(ENGLISH_TAILS);
    const kind = /社区|村|乡镇|街道|学校|中学|小学|单位|部门/.exec(subject)?.[0] ?? subject;
    return (
      this.#pick(HEADS) + this.#pick(TAILS) + ({ 考核对象: "站", 单位: "站", 部门: "科", 乡镇: "镇" }[kind] ?? kind)
    );
  }

  #person(): string {
    if (this.lang === "en") return `${this.#pick(ENGLISH)} ${this.#pick(ENGLISH)}${this.#pick(ENGLISH_TAILS)}`;
    return this.#pick(FAMILIES) + this.#pick(GIVEN) + (this.#random() < 0.6 ? this.#pick(GIVEN) : "");
  }

  #pick(from: readonly string[]): string {
    return from[Math.floor(this.#random() * from.length)] ?? "";
  }

  #whole(least: number, most: number): number {
    return least + Math.floor(this.#random() * (most - least + 1));
  }
}

function two(value: number): string {
  return String(value).padStart(2, "0");
}

function rounded(value: number, decimals: number): string {
  return String(Number(value.toFixed(decimals)));
}

/** Mulberry32, a small pseudo-random generator: sufficiently uniform for examples, and identical on every platform. */
function mulberry(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
