/**
 * The names that the columns of a table may have, and how a header is recognised as one of them: folded as all names are, with the
 * unit in any notation, `招商完成（万元）`, `招商完成/万元`, `招商完成 单位：万元`.
 */
import { foldHeader, foldName, isWholeHeader, splitHeader } from "@yardstick/engine";
import type { RationalText } from "@yardstick/exact";
import type { Field } from "@yardstick/language/program";
import { scaleOfPercentSign } from "./cell/percent.js";
import { isUnitWord, scaleOfHeaderUnit } from "./cell/header-unit.js";

/** The factor of a unit in a header; null where it does not fit the field. After the name of a field that is not a number it is ignored. */
export function scaleOfUnit(unit: string, field: Field): { readonly scale: RationalText | null } | null {
  if (field.type.kind !== "number") return { scale: null };
  if (field.type.form === "percent") {
    const scale = scaleOfPercentSign(unit);
    return scale === null ? null : { scale };
  }
  return scaleOfHeaderUnit(unit, field.type.unit);
}

/** The unit of a field as its header shows it: `万元`, `%`; null where the field has none. */
export function unitOfHeader({ type }: Field): string | null {
  if (type.kind !== "number") return null;
  return type.form === "percent" ? "%" : (type.unit?.name ?? null);
}

/** The full header of a field: its name and, where it has one, its unit. */
export function fullHeader(field: Field): string {
  const unit = unitOfHeader(field);
  return unit === null ? field.name : `${field.name}（${unit}）`;
}

/** The field that a header names: with the factor of its unit, or with a unit that does not fit; null where it names none. */
export type HeaderReading =
  | { readonly index: number; readonly scale: RationalText | null; readonly hasUnit: boolean }
  | { readonly index: number; readonly wrongUnit: string }
  | null;

/** Finds the field that a header names. `indexOf` finds a field by its folded name; -1 where there is none. */
export function readHeader(
  header: string,
  fields: readonly Field[],
  indexOf: (folded: string) => number,
): HeaderReading {
  const whole = indexOf(foldHeader(header));
  if (whole >= 0) return { index: whole, scale: null, hasUnit: false };
  let wrong: HeaderReading = null;
  for (const { name, unit, isMarked } of splitHeader(header)) {
    const index = name === "" ? -1 : indexOf(name);
    const field = fields[index];
    if (field === undefined) continue;
    const fits = isMarked || field.type.kind === "number" ? scaleOfUnit(unit, field) : null;
    if (fits !== null) return { index, scale: fits.scale, hasUnit: true };
    if (isMarked || isUnitWord(unit)) wrong ??= { index, wrongUnit: unit };
  }
  return wrong;
}

/** The factor of the unit in the header of a field's column; null where the header has none, or one that does not fit. */
export function scaleOfHeader(header: string, field: Field): RationalText | null {
  const own = foldHeader(field.name);
  const reading = readHeader(header, [field], (name) => (name === own ? 0 : -1));
  return reading !== null && "scale" in reading ? reading.scale : null;
}

/** The number of headers whose field is remembered. */
const MAX_FOUND = 4096;

/** The fields of a table, found by header. */
export class KnownHeaders {
  private readonly byName = new Map<string, number>();
  /** Results of `find`: the first lines of each table are searched for headers. */
  private readonly found = new Map<string, number>();

  /**
   * `key` is the index of the field that every row must fill; -1 where there is none. `keyKinds` are folded headers accepted for the
   * key where no column has its name.
   */
  constructor(
    readonly fields: readonly Field[],
    readonly key: number,
    readonly keyKinds: ReadonlySet<string> = new Set(),
  ) {
    fields.forEach(({ name }, index) => {
      const folded = foldHeader(name);
      if (!this.byName.has(folded)) this.byName.set(folded, index);
    });
  }

  /** Names of the fields. */
  get names(): readonly string[] {
    return this.fields.map(({ name }) => name);
  }

  /** Index of the field that a header names, with or without a unit; -1 where it names none. */
  find(header: string): number {
    if (isWholeHeader(header)) {
      const folded = header.toLowerCase();
      return this.byName.get(folded) ?? (this.keyKinds.has(folded) ? this.key : -1);
    }
    const known = this.found.get(header);
    if (known !== undefined) return known;
    const reading = readHeader(header, this.fields, (name) => this.byName.get(name) ?? -1);
    const index = reading === null ? (this.keyKinds.has(foldHeader(header)) ? this.key : -1) : reading.index;
    if (this.found.size < MAX_FOUND) this.found.set(header, index);
    return index;
  }

  /** Index of the key's column: by its name, else the only header that names its kind; -1 where there is none. */
  keyColumn(headers: readonly string[]): number {
    if (this.key < 0) return -1;
    const named = headers.findIndex(
      (header) => readHeader(header, this.fields, (name) => this.byName.get(name) ?? -1)?.index === this.key,
    );
    if (named >= 0) return named;
    const ofKind = headers.flatMap((header, at) => (this.find(header) === this.key ? [at] : []));
    return ofKind.length === 1 ? (ofKind[0] ?? -1) : -1;
  }

  /** Whether `word` is a unit of the field with this index. */
  isUnitOf(index: number, word: string): boolean {
    const field = this.fields[index];
    if (field === undefined || field.type.kind !== "number") return false;
    const text = foldName(word);
    const inside = /^\(([^()]*)\)$/u.exec(text)?.[1] ?? text;
    return (scaleOfUnit(inside, field)?.scale ?? null) !== null;
  }
}

const KIND_SUFFIXES = ["", "名称", "名", "名字", "姓名", "全称", " name", "name"];
const KEY_KINDS =
  "名称 姓名 名字 单位 单位名称 部门 部门名称 科室 科室名称 对象 对象名称 考核对象 考核单位 被考核单位 被考核人 被考核对象 参评单位 参评对象 参赛者 选手 人员 " +
  "人员姓名 员工 员工姓名 学生 学生姓名 教师 教师姓名 name|full name|unit|unit name|subject|subject name|department|team|team name|person|employee|student|participant|contestant";

/** Folded headers accepted for the key where no column has its name: 社区名称 for 社区, 姓名 for 名称. */
export function keyKindsOf(subject: string, key: string): ReadonlySet<string> {
  const stems = [subject, key, key.replace(/(?:名称|姓名|名字|名|全称)$|[_ ]?name$/iu, "")].filter(
    (stem) => stem !== "",
  );
  const own = stems.flatMap((stem) => KIND_SUFFIXES.map((suffix) => stem + suffix));
  const [zh = "", ...en] = KEY_KINDS.split("|");
  const generic = [...zh.split(" "), ...en];
  const all = new Set([...own, ...generic].map(foldHeader));
  all.delete(foldHeader(key));
  return all;
}
