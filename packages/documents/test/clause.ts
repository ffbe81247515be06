// One clause in an item of a document of its own.

import { readDocument, type ReadClause, type Reading } from "../src/index.js";

export function inItem(text: string, { item = "甲项工作", points = "10" } = {}): Reading {
  const chinese = /[\u4e00-\u9fff]/u.test(text);
  const name = chinese ? item : "Quality of work";
  const heads = chinese ? ["考核项目", "分值", "评分标准"] : ["Criterion", "Points", "Scoring"];
  const cells = (tag: string, texts: readonly string[]) =>
    `<tr>${texts.map((each) => `<${tag}>${each.replaceAll("&", "&amp;").replaceAll("<", "&lt;")}</${tag}>`).join("")}</tr>`;
  return readDocument({
    html: `<h1>考核细则</h1><table>${cells("th", heads)}${cells("td", [name, points, text])}</table>`,
  });
}

/** The rules of a reading without what surrounds them. */
export const rulesOf = (reading: Reading): string =>
  JSON.stringify(reading.clauses.flatMap(({ matches }) => matches.flatMap(({ parts }) => parts)));

export const isRead = ({ state }: ReadClause): boolean => state === "read" || state === "judged";
