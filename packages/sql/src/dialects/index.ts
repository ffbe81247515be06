/**
 * The dialects by name.
 */
import type { Dialect, DialectName } from "./dialect.js";
import { duckdb } from "./duckdb.js";
import { postgres } from "./postgres.js";
import { spark } from "./spark.js";

export type { Dialect, DialectName } from "./dialect.js";

export const dialects: Readonly<Record<DialectName, Dialect>> = { duckdb, postgres, spark };
