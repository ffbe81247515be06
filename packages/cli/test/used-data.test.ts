// What a rubric awaits of a rubric that it uses: a row that is not there, or a result that is pending there and for what; and problems of the
// data of a used rubric, which name it.

import { describe, expect, it } from "vitest";
import { folderWith, yardstick } from "./command.js";

const files = (rows: string, condition = "month.score < 60") => ({
  "m/month.rubric": `rubric "monthly"
total 100 points
data team { name: text key, month: period, x: number points assessor "Office" }
item a 100 points { earn x }
`,
  "m/data.csv": rows,
  "y/year.rubric": `rubric "year"
total 10 points
use "../m/month.rubric" as month by name all periods
data team { name: text key }
item a 10 points { if any(${condition}) deduct 1 point }
`,
  "y/data.csv": "name\nA\n",
});

const said = async (cwd: string, lang: string, format: string) => {
  const { out, err } = await yardstick(["score", "y/year.rubric", "--lang", lang, "--format", format], { cwd });
  return { out: out.replaceAll(/<[^>]+>|\u2060|\u200b/gu, ""), err };
};

describe.each([
  {
    lang: "en",
    absent: "month.score (the used rubric has no such row)",
    pending: "month.score (2024-02, pending in the used rubric, waiting for x (missing, from Office))",
    column: "used rubric “monthly”, team: the column “x” is missing",
  },
  {
    lang: "zh",
    absent: "month.总分（所引用的规则中没有这一行）",
    pending: "month.总分（2024-02，所引用的规则中待定，尚待 x（待填，Office））",
    column: "所引用的规则“monthly”，team：缺少“x”一列",
  },
])("a used rubric ($lang)", ({ lang, absent, pending, column }) => {
  it.each(["table", "html", "csv"])(
    "an absent row and a pending result are reported differently, with what is awaited (%s)",
    async (format) => {
      const gone = await said(folderWith(files("name,month,x\nB,2024-01,90\n")), lang, format);
      expect(gone.out + gone.err).toContain(absent);
      const open = await said(folderWith(files("name,month,x\nA,2024-01,90\nA,2024-02,\n")), lang, format);
      expect(open.out + open.err).toContain(pending);
    },
  );

  it("JSON names the reason, the period and what is awaited", async () => {
    const awaiting = async (rows: string) => {
      const { out } = await said(folderWith(files(rows)), lang, "json");
      return (JSON.parse(out) as { subjects: { awaiting: unknown[] }[] }).subjects[0]?.awaiting;
    };
    expect(await awaiting("name,month,x\nB,2024-01,90\n")).toMatchObject([{ reason: "no-used-row" }]);
    expect(await awaiting("name,month,x\nA,2024-01,90\nA,2024-02,\n")).toMatchObject([
      { reason: "used-pending", used: { period: "2024-02", awaiting: [{ field: "x", reason: "blank" }] } },
    ]);
  });

  it("a missing column names the used rubric", async () => {
    const cwd = folderWith(files("name,month,other\nA,2024-01,90\n"));
    expect((await said(cwd, lang, "table")).err).toContain(column);
    const { problems } = JSON.parse((await said(cwd, lang, "json")).out) as { problems: object[] };
    expect(problems).toContainEqual(
      expect.objectContaining({ reason: "missing-column", column: "x", rubric: "monthly" }),
    );
  });
});
