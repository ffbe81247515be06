/**
 * Names of a query's relations that are those of no table.
 */
import { type CoreProgram, ownEntry } from "@yardstick/language/core";
import type { TableDescription, Tables } from "../inputs/tables.js";
import { tableParts } from "./source-relations.js";

/** The beginnings of names of relations that come before relations that read tables. */
const BEFORE_TABLES = /^(?:cells|past_|used)/iu;

/** What the names of relations begin with, so that none hides a table: nothing where no table has a name like theirs. */
export function relationPrefix({ subject, lists, uses }: CoreProgram, tables: Tables): string {
  const nameOf = (table: TableDescription = {}, otherwise: string) => tableParts(table, otherwise).at(-1) ?? "";
  const names = [
    nameOf(tables.subjects, subject),
    nameOf(tables.history, "history"),
    ...lists.map(({ name }) => nameOf(ownEntry(tables.lists ?? {}, name), name)),
    ...uses.map(({ alias }) => nameOf(ownEntry(tables.uses ?? {}, alias), alias)),
  ];
  if (!names.some((name) => BEFORE_TABLES.test(name))) return "";
  let prefix = "r_";
  while (names.some((name) => name.toLowerCase().startsWith(prefix))) prefix += "_";
  return prefix;
}
