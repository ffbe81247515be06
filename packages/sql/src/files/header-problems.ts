/**
 * Headers of files against the names of fields. Only equal names are read; a header that `yardstick score` would read as a field, such as
 * one with a unit, is a problem, so that its column is never taken for missing.
 */
import { foldHeader, headerNames, NearNames, splitHeader } from "@yardstick/engine";
import type { Field } from "@yardstick/language/core";

/** What is wrong with the headers of one file. */
export type HeaderProblem =
  | { readonly what: "missing"; readonly names: readonly string[] }
  /** A header that resembles a field. */
  | { readonly what: "resembling"; readonly header: string; readonly field: string }
  | { readonly what: "twice"; readonly field: string };

/** The first problem of the headers; null where there is none. `lists` are names that no column may have in any spelling. */
export function headerProblem(
  headers: readonly string[],
  fields: readonly Field[],
  lists: readonly string[],
): HeaderProblem | null {
  const names = new Map([...lists, ...fields.map(({ name }) => name)].map((name) => [foldHeader(name), name]));
  const own = new Set(fields.map(({ name }) => name));
  const twice = fields.find(({ name }) => headers.filter((header) => header === name).length > 1);
  if (twice !== undefined) return { what: "twice", field: twice.name };
  const absent = fields.filter(({ name }) => !headers.includes(name));
  const near = new NearNames(absent.map(({ name }) => name));
  for (const header of headers) {
    if (own.has(header) || header.trim() === "") continue;
    // A name that JSON or Parquet has in two spellings comes with a number behind it.
    const plain = header.replace(/_\d+$/u, "");
    const whole = names.get(foldHeader(header)) ?? names.get(foldHeader(plain));
    const marked = splitHeader(header).find(({ name, isMarked }) => isMarked && names.has(name));
    const missing = absent.find(({ name }) => headerNames(header).includes(foldHeader(name)));
    const field = whole ?? names.get(marked?.name ?? "") ?? missing?.name ?? near.slips(header)[0];
    if (field !== undefined) return { what: "resembling", header, field };
  }
  const required = absent.filter((field) => !mayBeAbsent(field)).map(({ name }) => name);
  return required.length === 0 ? null : { what: "missing", names: required };
}

/** A column that may be left out: blanks are allowed, replaced, or mean that nothing was given. */
function mayBeAbsent({ optional, default: otherwise, judgement }: Field): boolean {
  return optional || otherwise !== null || judgement !== null;
}
