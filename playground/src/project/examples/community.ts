/**
 * The scheme shown at the first start in Chinese, in one file of the build.
 */
import data from "#examples/community-2008/data.csv?raw";
import history from "#examples/community-2008/history.csv?raw";
import ledger from "#examples/community-2008/台账.csv?raw";
import rubric from "#examples/community-2008/community-2008.rubric?raw";
import type { ProjectContent } from "../project.js";
import { tableOfCsv } from "../csv.js";

/** The example project. */
export function communityExample(): ProjectContent {
  return {
    rubric,
    tables: [tableOfCsv("subjects", "", data), tableOfCsv("list", "台账", ledger), tableOfCsv("history", "", history)],
  };
}
