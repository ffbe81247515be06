/** Names of a draft: each field has one of its own; the same words in one item are one field. */
import { writtenForms } from "@yardstick/language";
import type { Field, Ledger } from "../rule/rule.js";

interface Declared {
  readonly name: string;
  readonly field: Field | null;
  readonly ledger: Ledger | null;
}

/** A name as it is written in a rubric, in quotes where it has to be. */
export const written = (name: string): string => writtenForms(name.replaceAll(/[`」「]/gu, ""))[0] ?? "「_」";

/** Gives names to fields and ledgers as rules need them, and remembers what has to be declared. */
export class Names {
  private readonly taken = new Set<string>();
  private readonly known = new Map<string, string>();
  readonly declared: Declared[] = [];

  /** Keeps a name from being given to a field. */
  reserve(name: string): void {
    this.taken.add(name.normalize("NFC"));
  }

  unique(name: string, item: string): string {
    const plain = name.normalize("NFC");
    const candidates = [
      plain,
      ...(item === "" || plain.startsWith(item) ? [] : [`${item}${/^[\x20-\x7e]*$/u.test(plain) ? "_" : ""}${plain}`]),
    ];
    for (const candidate of candidates) if (!this.taken.has(candidate)) return this.take(candidate);
    for (let at = 2; ; at++) {
      const candidate = `${plain}${String(at)}`;
      if (!this.taken.has(candidate)) return this.take(candidate);
    }
  }

  private take(name: string): string {
    this.taken.add(name);
    return name;
  }

  field(field: Field, item: string): string {
    const key = JSON.stringify([item, field.name, field.type, field.levels]);
    const known = this.known.get(key);
    if (known !== undefined) return known;
    const name = this.unique(field.name, item);
    this.known.set(key, name);
    this.declared.push({ name, field, ledger: null });
    return name;
  }

  ledger(ledger: Ledger, item: string): string {
    const key = JSON.stringify(["ledger", item, ledger]);
    const known = this.known.get(key);
    if (known !== undefined) return known;
    const name = this.unique(ledger.name, item);
    this.known.set(key, name);
    this.declared.push({ name, field: null, ledger });
    return name;
  }
}
