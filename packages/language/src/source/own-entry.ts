/**
 * The entry of a record under a name that a user gave; undefined where it has none. A record is a plain object and inherits
 * `constructor`, `toString` and `__proto__`, which `record[name]` would find for a subject, a field or a unit called so.
 */
export function ownEntry<T>(record: Readonly<Record<string, T>>, name: string): T | undefined {
  return Object.hasOwn(record, name) ? record[name] : undefined;
}
