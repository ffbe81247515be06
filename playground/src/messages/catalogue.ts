/**
 * The type of the messages: the keys and arguments are those of the Chinese messages; a missing key does not compile.
 */
import type { zh } from "./zh.js";

export type Messages = typeof zh;
