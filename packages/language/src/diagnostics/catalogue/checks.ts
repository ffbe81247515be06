/**
 * What the checker finds, as one table: names, data, kinds and units, functions, lines, points and weights, results, advice.
 */
import { advice } from "./advice.js";
import { data } from "./data.js";
import { functions } from "./functions.js";
import { kinds } from "./kinds.js";
import { lines } from "./lines.js";
import { names } from "./names.js";
import { numbers } from "./numbers.js";
import { points } from "./points.js";
import { results } from "./results.js";

export const checks = {
  ...names,
  ...data,
  ...kinds,
  ...numbers,
  ...functions,
  ...lines,
  ...points,
  ...results,
  ...advice,
};
