/** The shape of the catalogue: its keys and their arguments are those of the Chinese one; a missing key does not compile. */
import type { zh } from "./zh.js";

export type Messages = typeof zh;
