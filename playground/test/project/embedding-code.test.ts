import { describe, expect, it } from "vitest";
import { compile } from "yardstick";
import { schemes } from "../../src/project/examples/schemes.js";
import { commandCode, pageCode, programCode } from "../../src/project/embedding-code.js";

/** Runs the generated module with the package itself as `yardstick`; returns what it prints. */
function run(code: string): unknown[][] {
  const printed: unknown[][] = [];
  const body = code.replace(/^import .*$/m, "").replaceAll("console.log(", "print(");
  new Function("compile", "print", body)(compile, (...values: unknown[]) => printed.push(values));
  return printed;
}

describe("the code that embeds a rubric", () => {
  it("scores the first rows of the example in a program", async () => {
    const example = await schemes[0]!.load();
    const printed = run(programCode(example));
    expect(printed.map(([key]) => key)).toEqual(["书院社区", "河沿社区", "南门社区"]);
    expect(printed[0]?.[1]).toMatch(/^\d+\.\d\d$/);
  });

  it("survives backticks, dollar signs and backslashes in the text", () => {
    const rubric =
      '考核 "一`二${三}\\四"\n满分 1 分\n数据 单位 { 名称: 文本 主键, 次: 计数 次 }\n条目 `甲 乙` 1 分 { 每 次 扣 0.1 分 }\n';
    const tables = [{ role: "subjects" as const, name: "", header: ["名称", "次"], rows: [["东", "3"]] }];
    expect(run(programCode({ rubric, tables }))).toEqual([["东", "0.70"]]);
  });

  it("sets the text by a script when it would end a block early", () => {
    const rubric = '考核 "一" // </script>\n';
    const page = pageCode({ rubric, tables: [] });
    expect(page.split("</script>").length - 1).toBe(2);
    expect(page).toContain("\\u003c/script>");
    expect(pageCode({ rubric: '考核 "一"\n', tables: [] })).toContain('<script type="text/yardstick">\n考核 "一"\n');
  });

  it("quotes the name of a file with spaces", () => {
    expect(commandCode("考核 2008.yardstick.json").split("\n")[0]).toBe(
      'npx yardstick score "考核 2008.yardstick.json"',
    );
  });
});
