/**
 * The type of the messages: the keys and arguments are those of the Chinese messages; a missing key does not compile.
 */
import type { zh } from "./zh.js";

/** The messages of the interface in one language. */
export type Messages = typeof zh;
