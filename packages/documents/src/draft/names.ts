/** Names of a draft: each field has one of its own; the same words in one item are one field. */
import type { Field, Ledger } from "../rule/rule.js";

interface Declared {
  readonly name: string;
  readonly field: Field | null;
  readonly ledger: Ledger | null;
}

/** What a field holds, behind a name that its item has already. */
function nounOf({ name, type, unit }: Field): string {
  const zh = /[\u4e00-\u9fff]/u.test(name);
  switch (type) {
    case "count":
      return zh ? (unit !== null && /^[次人天]数?$/u.test(unit) ? `${unit.replace("数", "")}数` : "数") : "_count";
    case "percent":
    case "number":
      return zh ? "实绩" : "_value";
    case "choice":
      return zh ? "等次" : "_level";
    case "flag":
      return zh ? "属实" : "_holds";
    case "text":
      return "";
    default:
      return type satisfies never;
  }
}

/** Types that sentences can mean, by the words of both vocabularies. */
const TYPES: ReadonlyMap<string, string> = new Map(
  Object.entries({
    计数: "count",
    count: "count",
    数值: "number",
    number: "number",
    百分数: "percent",
    percent: "percent",
    是否: "flag",
    flag: "flag",
  }),
);
/** Words behind a type that are no unit. */
const MARKS: ReadonlySet<string> = new Set(["主键", "可空", "考核部门", "key", "optional", "assessor"]);

/** Gives names to fields and ledgers as rules need them, and remembers what has to be declared. */
export class Names {
  private readonly taken = new Set<string>();
  private readonly known = new Map<string, string>();
  /** The number that a name was last given, and one more. */
  private readonly numbers = new Map<string, number>();
  private readonly adopted = new Map<string, { readonly type: string; readonly unit: string }>();
  readonly declared: Declared[] = [];

  /** Takes over a field that a rubric declares itself, by its type and unit: rules that mean it use it. */
  adopt(name: string, type: string, unit: string): void {
    this.adopted.set(name, { type, unit });
    this.taken.add(name.normalize("NFC"));
  }

  /** Takes over a field by its declaration; only the name of one whose type no sentence can mean is kept. */
  adoptDeclared(name: string, declaration: string): void {
    const found = /:\s*(\S+)(?:[ \t]+([^\s\d.=\-{(][^\s{]*))?/u.exec(declaration);
    const type = TYPES.get(found?.[1] ?? "");
    if (type === undefined) this.reserve(name);
    else this.adopt(name, type, type === "percent" ? "%" : MARKS.has(found?.[2] ?? "") ? "" : (found?.[2] ?? ""));
  }

  /** Keeps a name from being given to a field. */
  reserve(name: string): void {
    this.taken.add(name.normalize("NFC"));
  }

  /** A name that is not taken yet; `noun` says what a field holds, for one that is named as its item is. */
  unique(name: string, item: string, noun = ""): string {
    const plain = name.normalize("NFC");
    const candidates = [
      plain,
      ...(noun === "" ? [] : [`${plain}${noun}`]),
      ...(item === "" || plain.startsWith(item) ? [] : [`${item}${/^[\x20-\x7e]*$/u.test(plain) ? "_" : ""}${plain}`]),
    ];
    for (const candidate of candidates) if (!this.taken.has(candidate)) return this.take(candidate);
    for (let at = this.numbers.get(plain) ?? 2; ; at++) {
      const candidate = `${plain}${String(at)}`;
      if (this.taken.has(candidate)) continue;
      this.numbers.set(plain, at + 1);
      return this.take(candidate);
    }
  }

  private take(name: string): string {
    this.taken.add(name);
    return name;
  }

  field(field: Field, item: string): string {
    const adopted = this.adopted.get(field.name);
    if (adopted !== undefined && adopted.type === field.type && adopted.unit === (field.unit ?? "")) return field.name;
    // A figure that two items call by the same long name is the same; an event of two items is counted for each.
    const isShared =
      field.isOfSubject === true || (/^(?:percent|number)$/u.test(field.type) && Array.from(field.name).length >= 6);
    const key = JSON.stringify([
      isShared ? "" : item,
      field.name,
      field.type,
      field.unit ?? "",
      isShared ? field.levels.toSorted() : field.levels,
      isShared ? field.range : null,
    ]);
    const known = this.known.get(key);
    if (known !== undefined) return known;
    const name = this.unique(field.name, item, nounOf(field));
    this.known.set(key, name);
    this.declared.push({ name, field, ledger: null });
    return name;
  }

  /** The name of a ledger; `isOwn` for one that no other rule reads. */
  ledger(ledger: Ledger, item: string, isOwn = false): string {
    const key = JSON.stringify(["ledger", item, ledger]);
    const known = this.known.get(key);
    if (known !== undefined && !isOwn) return known;
    const name = this.unique(ledger.name, item, /[\u4e00-\u9fff]/u.test(ledger.name) ? "台账" : "_rows");
    this.known.set(key, name);
    this.declared.push({ name, field: null, ledger });
    return name;
  }
}
