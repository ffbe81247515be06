/** Sample data for the text of a rubric. Loaded when first requested. */
import { analyse, type Lang } from "@yardstick/language";
import type { TableText } from "../project/project.js";
import { sampleTables } from "../project/sample-data.js";
import type { SampleRequest } from "../protocol/protocol.js";

/** The tables; null when the text has errors. */
export function sample({ rubric, subjects, seed }: SampleRequest, lang: Lang): readonly TableText[] | null {
  const { program } = analyse(rubric);
  return program === null ? null : sampleTables(program, { subjects, seed, lang });
}
