import { describe, expect, it } from "vitest";
import { parse, writtenForms } from "@yardstick/language";

describe("each form of a name is read as that name", () => {
  it.each([
    "报表漏报",
    "超过30分钟未到岗",
    "前3名",
    "第1名次数",
    "扣5分情形",
    "每",
    "到3点",
    "迟到3次",
    "3次",
    "over30",
    "not 3",
    "a_3",
    "//x",
  ])("%s", (name) => {
    for (const form of writtenForms(name)) expect([form, parse(`设 ${form} = ${form}`).findings]).toEqual([form, []]);
  });
});
