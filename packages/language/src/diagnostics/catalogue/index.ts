/**
 * Every diagnostic there is, by its permanent kebab-case code. One table a phase; a code is never reused for something else.
 */
import type { Entry } from "./entry.js";
import { lexical } from "./lexical.js";
import { syntax } from "./syntax.js";
import { checks } from "./checks.js";

/** All diagnostics by code: severity, message, help and fixes. */
export const catalogue = { ...lexical, ...syntax, ...checks };

/** The code of a diagnostic. */
export type Code = keyof typeof catalogue;

/** The facts a message of this code is written from. */
export type Params<C extends Code> = (typeof catalogue)[C] extends Entry<infer H> ? H : never;

/** The severity of a code, as a type. */
export type SeverityOf<C extends Code> = (typeof catalogue)[C]["severity"];
