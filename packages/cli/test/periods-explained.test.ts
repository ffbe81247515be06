// The explanation of functions over the periods of a used rubric names the results in the language of the output, and shows a period
// without a result.

import { expect, it } from "vitest";
import { folderWith, yardstick } from "./command.js";

it.each([
  ["en", "month.score 100, —, 70"],
  ["zh", "month.总分 100, —, 70"],
])("a period without a result is shown (%s)", async (lang, read) => {
  const cwd = folderWith({
    "m/month.rubric":
      'rubric "month"\ntotal 100 points\ndata team { name: text key, month: period, x: number points }\nitem a 100 points { earn x }\n',
    "m/data.csv": "name,month,x\nA,2010-01,100\nA,2010-02,\nA,2010-03,70\n",
    "y/year.rubric":
      'rubric "year"\ntotal 10 points\nuse "../m/month.rubric" as month by name all periods\ndata team { name: text key }\nitem a 10 points { if any(month.score < 60) deduct 1 point }\n',
    "y/data.csv": "name\nA\n",
  });
  const { out } = await yardstick(["explain", "y/year.rubric", "A", "--lang", lang], { cwd });
  expect(out.replaceAll(/\s+/gu, " ")).toContain(read);
});
