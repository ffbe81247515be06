/**
 * Generates sample data from the data block: subjects with plausible names, values within the ranges of their columns,
 * rows of side tables. The same seed gives the same tables.
 */
import type { Lang } from "@yardstick/language";
import type { Choice, Field, Program } from "@yardstick/language/program";
import { numberOrZero } from "@yardstick/exact";
import type { TableText } from "./project.js";
import { sampleFacts, type SampleFacts } from "./sample-facts.js";

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

interface SampleSubject {
  readonly owner: string;
  readonly row: string[];
  /** Rows by list, without the keys. */
  readonly entries: readonly (readonly (readonly string[])[])[];
}

/** Subjects from which on two tie and some cells are missing. */
const FEW = 8;
/** Rows of a list that rules average. */
const MARKS = 5;
/** The subjects that each has met, counted from it. */
const NEIGHBOURS = [1, -1, 2, -2];
/** One subject in so many lacks a cell. */
const PER_MISSING = 20;

class SampleMaker {
  readonly #random: () => number;
  readonly #year: string;
  readonly #facts: SampleFacts;
  #taken = new Set<string>();
  /** How well the current subject does, 0–1: its cells agree with each other, so that scores spread as in real life. */
  #quality = 0.5;

  constructor(
    private readonly program: Program,
    seed: number,
    private readonly lang: Lang,
  ) {
    this.#random = mulberry(seed);
    this.#year = /\d{4}/.exec(program.edition?.name ?? "")?.[0] ?? "2025";
    this.#facts = sampleFacts(program);
  }

  tables(count: number): readonly TableText[] {
    const { fields, lists, constants, subject } = this.program;
    const own = fields.filter(({ type }) => type.kind !== "list");
    const keys = own.filter((field) => this.#isKey(field) || this.#isPeriod(field));
    const owners = Array.from({ length: count }, () => this.#name(subject));
    const made = owners.map((owner, at) => {
      this.#quality = this.#middling();
      const row = own.map((field) => (this.#isKey(field) ? owner : this.#cell(field)));
      const vetoed = at === this.#vetoed(count) ? this.#facts.veto : null;
      for (const [field, value] of vetoed ?? []) row[own.indexOf(field)] = this.#written(field, value);
      const entries = lists.map((_, list) =>
        this.#isOfMeetings(list) ? this.#meetings(list, owners, at) : this.#entries(list),
      );
      return { owner, row, entries };
    });
    this.#tie(made, own);
    this.#leaveOut(made, own);
    const tables: TableText[] = [
      { role: "subjects", name: "", header: own.map(({ name }) => name), rows: made.map(({ row }) => row) },
    ];
    for (const [list, { name, columns }] of lists.entries()) {
      const rows = made.flatMap(({ owner, entries }) =>
        (entries[list] ?? []).map((cells) => [
          ...keys.map((field) => (this.#isKey(field) ? owner : this.#year)),
          ...cells,
        ]),
      );
      tables.push({ role: "list", name, header: [...keys, ...columns].map((field) => field.name), rows });
    }
    if (constants.length > 0) {
      const header = constants.map(({ name }) => name);
      tables.push({ role: "constants", name: "", header, rows: [constants.map((field) => this.#cell(field))] });
    }
    return tables;
  }

  /** Index of the subject that meets a veto; -1 where there are too few. */
  #vetoed(count: number): number {
    return count < FEW ? -1 : Math.floor(count * 0.7);
  }

  /** Incidents are few; marks are as many for each subject. */
  #entries(list: number): readonly (readonly string[])[] {
    const { name = "", columns = [] } = this.program.lists[list] ?? {};
    const length = this.#facts.filled.has(name) ? MARKS : Math.round(this.#random() * 4 * (1.1 - this.#quality));
    return Array.from({ length }, () => columns.map((column) => this.#cell(column)));
  }

  /** The rows of a subject that has met its neighbours, as each of them has a row on it. */
  #meetings(list: number, owners: readonly string[], at: number): readonly (readonly string[])[] {
    const others = new Set(NEIGHBOURS.map((step) => (at + step + 2 * owners.length) % owners.length));
    others.delete(at);
    const columns = this.program.lists[list]?.columns ?? [];
    return [...others].map((other) =>
      columns.map((column) => (this.#facts.opponents.has(column) ? (owners[other] ?? "") : this.#cell(column))),
    );
  }

  /** Gives two subjects the same cells, so that their scores tie; each keeps its own meetings. */
  #tie(made: SampleSubject[], own: readonly Field[]): void {
    const [one, other] = [Math.floor(made.length / 3), Math.floor(made.length / 3) + 1];
    const [from, to] = [made[one], made[other]];
    if (made.length < FEW || from === undefined || to === undefined) return;
    made[other] = {
      owner: to.owner,
      row: own.map((field, at) => (this.#isKey(field) ? to.owner : (from.row[at] ?? ""))),
      entries: from.entries.map((rows, list) => (this.#isOfMeetings(list) ? (to.entries[list] ?? []) : rows)),
    };
  }

  /** Leaves out a cell of a few subjects at the end. */
  #leaveOut(made: SampleSubject[], own: readonly Field[]): void {
    const places = own.flatMap((field, at) => {
      const isOpen = this.#isKey(field) || this.#isPeriod(field) || field.optional || field.default !== null;
      return isOpen || field.judgement !== null ? [] : [at];
    });
    const count = made.length < FEW || places.length === 0 ? 0 : Math.max(1, Math.floor(made.length / PER_MISSING));
    for (let at = made.length - count; at < made.length; at++) {
      const row = made[at]?.row;
      if (row !== undefined) row[places[this.#whole(0, places.length - 1)] ?? -1] = "";
    }
  }

  #isOfMeetings(list: number): boolean {
    return this.program.lists[list]?.columns.some((column) => this.#facts.opponents.has(column)) === true;
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
        return this.#text(field);
      case "period":
        return this.#year;
      case "date":
        return `${this.#year}-${two(this.#whole(1, 12))}-${two(this.#whole(1, 28))}`;
      case "flag": {
        return this.#written(field, this.#flag(field));
      }
      case "level":
        return this.#level(this.program.choices[type.choice]);
      case "list":
        return "";
      case "number":
        return this.#number(field, type);
    }
  }

  #flag(field: Field): boolean {
    const safe = this.#facts.safe.get(field);
    return safe?.kind === "is" ? safe.value : this.#random() < 0.15 * (1.1 - this.#quality);
  }

  /** A number that is not of a veto. */
  #kept(field: Field, value: number): number {
    const safe = this.#facts.safe.get(field);
    if (safe === undefined || safe.kind === "is") return value;
    return safe.kind === "below" ? Math.min(value, Math.max(0, safe.bound - 1)) : Math.max(value, safe.bound + 1);
  }

  /** The text of a value that a rule asks for. */
  #written({ type }: Field, value: string | number | boolean): string {
    if (typeof value === "boolean") {
      if (this.lang === "zh") return value ? "是" : "否";
      return value ? "yes" : "no";
    }
    if (type.kind === "level") return this.program.choices[type.choice]?.levels[Number(value)]?.name ?? "";
    return String(value);
  }

  /** Between 0 and 1, mostly about the middle. */
  #middling(): number {
    return (this.#random() + this.#random() + this.#random()) / 3;
  }

  /** How well the subject does in one cell: its quality, more or less. */
  #share(): number {
    return Math.min(1, Math.max(0, 0.5 + 0.45 * this.#quality + 0.2 * (this.#random() - 0.5)));
  }

  #number(field: Field, { form, unit, min, max }: Extract<Field["type"], { readonly kind: "number" }>): string {
    const scale = unit === null ? 1 : numberOrZero(unit.scale).toNumber();
    const least = min === null ? null : numberOrZero(min).toNumber() / scale;
    const most = max === null ? null : numberOrZero(max).toNumber() / scale;
    if (form === "percent") {
      const [from, to] = [Math.max(0, (least ?? 0) * 100), Math.min(200, (most ?? 1) * 100)];
      return `${Math.round(from + (to - from) * (0.4 + 0.6 * this.#share()))}%`;
    }
    const borders = this.#facts.borders.get(field);
    if (borders !== undefined && borders.most > 0) {
      // On both sides of the borders, so that subjects differ.
      const from = 0.6 * borders.least;
      const value = this.#kept(field, from + (1.2 * borders.most - from) * ((this.#share() - 0.4) / 0.6));
      const decimals = form === "count" || borders.most >= 20 ? 0 : 1;
      return rounded(Math.min(most ?? Infinity, Math.max(least ?? 0, value)), decimals);
    }
    if (form === "count") {
      const few = this.#kept(field, Math.floor(this.#random() ** 5 * 5 * (1.2 - this.#quality)));
      const top = most === null ? few : Math.min(few, Math.floor(most));
      return String(Math.max(Math.ceil(least ?? 0), top));
    }
    if (least !== null && most !== null) {
      // A judged deduction is small, and there is mostly none.
      const isDeducted = this.#facts.deducting.has(field);
      const share = isDeducted ? Math.max(0, 0.75 - this.#share()) : this.#share();
      const value = least + (most - least) * share;
      return rounded(Math.min(most, Math.max(least, this.#kept(field, value))), most - least >= 20 ? 0 : 1);
    }
    const value = this.#kept(field, 70 + 45 * this.#share() + 10 * this.#random());
    return rounded(Math.min(most ?? Infinity, Math.max(least ?? 0, value)), 0);
  }

  /** Better levels are more likely than bad ones. */
  #level(choice: Choice | undefined): string {
    const names = choice?.levels.map(({ name }) => name) ?? [];
    const at = Math.floor((choice?.ordered === true ? this.#share() : this.#random()) * names.length);
    return names[Math.min(names.length - 1, at)] ?? "";
  }

  #text(of: Field): string {
    const { name: field } = of;
    const asked = this.#facts.ofVetoes.has(of) ? [] : (this.#facts.texts.get(of) ?? []);
    if (asked.length > 0) return this.#pick(asked);
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
