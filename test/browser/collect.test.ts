// Forms of departments, as XLSX files, dropped together: what is new, changed, in conflict or of another year; settled,
// merged and undone.

import type { Locator } from "playwright-core";
import { describe, expect, test } from "vitest";
import { someOf } from "../properties.js";
import { archiveOf } from "../../packages/tables/test/corpus/raw-archive.js";
import { violations } from "./axe.js";
import { departmentForms, type Changes } from "./department-forms.js";
import { desktop, phone, saved, workbenches } from "./workbench.js";
import type { Workbench } from "./workbench.js";

const open = workbenches("closed");
const screen = ({ page }: Workbench) => page.locator("ys-collect-screen");

const forms = departmentForms("community-2008/community-2008.rubric", "2008");
const filled = forms.fill;

/** Drops files on the page, as from a folder. */
async function drop(
  { page }: Workbench,
  files: readonly { readonly name: string; readonly buffer: Buffer }[],
): Promise<void> {
  const sent = files.map(({ name, buffer }) => ({ name, base64: buffer.toString("base64") }));
  await page.evaluate((all) => {
    const transfer = new DataTransfer();
    for (const { name, base64 } of all) {
      const bytes = Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0));
      transfer.items.add(new File([bytes], name));
    }
    const event = new DragEvent("drop", { dataTransfer: transfer, bubbles: true, cancelable: true, composed: true });
    document.querySelector("yardstick-playground")?.dispatchEvent(event);
  }, sent);
}

/** The text of a cell of the subjects in the project. */
const cell = ({ page }: Workbench, key: string, field: string): Promise<string | undefined> =>
  page.evaluate(
    ([wantedKey, wantedField]) => {
      type App = HTMLElement & {
        readonly store: { readonly tables: readonly { role: string; header: string[]; rows: string[][] }[] };
      };
      const { tables } = document.querySelector<App>("yardstick-playground")!.store;
      const table = tables.find(({ role }) => role === "subjects");
      return table?.rows.find(([name]) => name === wantedKey)?.[table.header.indexOf(wantedField ?? "")];
    },
    [key, field],
  );

/** Three communities of which two files of one department give different figures. */
const DISPUTED = ["南门社区", "书院社区", "河沿社区"];
const withCrimes = (figure: string): Changes => Object.fromEntries(DISPUTED.map((key) => [key, { 刑事案件: figure }]));

/** Moves the focus with the Tab key until it is on an element. */
async function tabTo({ page }: Workbench, target: Locator): Promise<void> {
  for (let steps = 0; steps < 300; steps += 1) {
    if (await target.evaluate((element) => (element.getRootNode() as ShadowRoot).activeElement === element)) return;
    await page.keyboard.press("Tab");
  }
  throw new Error("the Tab key does not reach the element");
}

async function departmentsFiles() {
  const changes = withCrimes("9999");
  const files = await Promise.all(
    forms.assessors.map(async (name) => ({
      name: `${name}.xlsx`,
      buffer: await filled(name, {
        ...(name === "综治办" ? { changes } : {}),
        ...(name === "经发办" ? { names: { 书院社区: "书院居委会" } } : {}),
      }),
    })),
  );
  return [
    ...files,
    { name: "综治办补报.xlsx", buffer: await filled("综治办", { changes: withCrimes("8888") }) },
    { name: "去年的.xlsx", buffer: await filled("组织办", { period: "2007" }) },
    { name: "坏的.xlsx", buffer: Buffer.from("PK\u0003\u0004") },
  ];
}

describe("forms of departments dropped together", () => {
  test("are previewed, settled, merged as one step, and undone", async () => {
    const bench = await open();
    await saved(bench);
    await drop(bench, await departmentsFiles());
    const of = (file: string) => screen(bench).locator(`.files tr[data-file="${file}"]`);
    await expect.poll(() => of("去年的.xlsx").textContent()).toContain("没有读取");
    expect(await of("去年的.xlsx").textContent()).toContain("这是 2007 期的填报表");
    expect(await of("坏的.xlsx").textContent()).toContain("无法读取");
    const same = screen(bench).locator("summary");
    expect(await same.textContent()).toMatch(/^\d+ 份与现有数据相同$/u);
    await same.click();
    expect(await of("组织办.xlsx").locator("select").inputValue()).toBe("组织办");
    expect(await violations(bench.page)).toEqual([]);

    for (const key of DISPUTED) {
      const conflict = screen(bench).locator(".ask", { hasText: key }).filter({ hasText: "刑事案件" });
      await expect.poll(() => conflict.locator("button").allTextContents()).toHaveLength(3);
      await conflict.getByRole("button", { name: "8888" }).click();
      await expect.poll(() => conflict.getByRole("button", { name: "8888" }).getAttribute("aria-pressed")).toBe("true");
    }
    await expect.poll(() => screen(bench).locator(".cells .cf").count()).toBe(0);
    for (const key of DISPUTED)
      expect(
        await screen(bench).locator(".cells tr", { hasText: key }).locator(".chg, .new").allTextContents(),
      ).toContainEqual(expect.stringContaining("8888"));
    const name = screen(bench).locator(".ask", { hasText: "书院居委会" });
    await expect.poll(() => name.textContent()).toContain("“书院居委会”是“书院社区”吗");
    await name.getByRole("button", { name: "是", exact: true }).click();
    await expect.poll(() => screen(bench).getByText("按“书院社区”合并").count()).toBe(1);

    const before = await cell(bench, "南门社区", "刑事案件");
    await screen(bench).getByRole("button", { name: /^合并/u }).click();
    await expect.poll(() => screen(bench).locator(".receipt").textContent()).toContain("已合并");
    for (const key of DISPUTED) expect(await cell(bench, key, "刑事案件")).toBe("8888");
    const lastFile = screen(bench).locator('tr[data-department="综治办"] .last');
    await expect.poll(() => lastFile.textContent()).toContain("综治办补报.xlsx");
    await bench.page.keyboard.press("Escape");
    await expect.poll(() => screen(bench).count()).toBe(0);
    await saved(bench);
    await bench.page.getByRole("button", { name: "公示" }).click();
    await bench.page.locator("ys-screens iframe").waitFor();
    await bench.page.keyboard.press("Escape");

    await bench.page.locator("ys-data-pane").getByRole("button", { name: "收表" }).click();
    await expect.poll(() => lastFile.textContent()).toContain("综治办补报.xlsx");
    await bench.page.keyboard.press("Escape");
    await bench.page.locator("ys-data-grid [role=gridcell]").first().focus();
    await bench.page.keyboard.press("Control+z");
    await expect.poll(() => cell(bench, "南门社区", "刑事案件")).toBe(before);
    await bench.page.locator("ys-data-pane").getByRole("button", { name: "收表" }).click();
    await expect.poll(() => lastFile.textContent()).toContain("尚无");
    await bench.page.keyboard.press("Escape");
    await expect.poll(() => bench.page.getByRole("tab", { name: /^台账/u }).locator(".cnt").textContent()).toBe("120");
  });

  test("come in an archive, too, and keyboard alone settles, matches, merges and undoes them", async () => {
    const bench = await open();
    await saved(bench);
    const sent = {
      "收表/综治办.xlsx": await filled("综治办", { changes: withCrimes("6666") }),
      "收表/综治办补报.xlsx": await filled("综治办", { changes: withCrimes("5555") }),
      "收表/经发办.xlsx": await filled("经发办", { names: { 书院社区: "书院居委会" } }),
    };
    const zip = archiveOf({
      ...Object.fromEntries(Object.entries(sent).map(([name, bytes]) => [name, new Uint8Array(bytes)])),
      "收表/说明.docx": new Uint8Array(3),
    });
    await drop(bench, [{ name: "收表.zip", buffer: Buffer.from(zip) }]);
    await expect.poll(() => screen(bench).locator(".files tbody tr").count()).toBe(3);
    const press = async (target: Locator) => {
      await tabTo(bench, target);
      await bench.page.keyboard.press("Enter");
    };
    for (const key of DISPUTED) {
      const conflict = screen(bench).locator(".ask", { hasText: key }).filter({ hasText: "刑事案件" });
      const chosen = conflict.getByRole("button", { name: "6666" });
      await press(chosen);
      await expect.poll(() => chosen.getAttribute("aria-pressed")).toBe("true");
    }
    const name = screen(bench).locator(".ask", { hasText: "书院居委会" });
    await press(name.getByRole("button", { name: "是", exact: true }));
    await expect.poll(() => screen(bench).getByText("按“书院社区”合并").count()).toBe(1);
    await press(screen(bench).getByRole("button", { name: /^合并/u }));
    for (const key of DISPUTED) await expect.poll(() => cell(bench, key, "刑事案件")).toBe("6666");
    await press(screen(bench).getByRole("button", { name: "撤销这次合并" }));
    await expect.poll(() => cell(bench, "南门社区", "刑事案件")).toBe("13");
  });

  test("whose names fit no subject are all added, or all left out, at once", async () => {
    const bench = await open();
    await saved(bench);
    const csv = Buffer.from("名称,年度,刑事案件\n城东社区,2008,1\n城西社区,2008,2\n");
    await drop(bench, [{ name: "新社区.csv", buffer: csv }]);
    const rows = bench.page.getByRole("tab", { name: /^社区/u }).locator(".cnt");
    await screen(bench).getByRole("button", { name: "全部新增" }).click();
    await expect.poll(() => screen(bench).locator(".sum").textContent()).toContain("新增对象 2 个");
    await screen(bench)
      .getByRole("button", { name: /^合并 1 份/u })
      .click();
    await expect.poll(() => rows.textContent()).toBe("30");
  });

  test("one form changes its own columns alone", async () => {
    const bench = await open();
    await saved(bench);
    const buffer = await filled("综治办", { changes: { 南门社区: { 刑事案件: "7777" } } });
    await drop(bench, [{ name: "表.xlsx", buffer }]);
    await expect.poll(() => screen(bench).locator(".cells tbody tr").count()).toBe(1);
    await screen(bench)
      .getByRole("button", { name: /^合并 1 份/u })
      .click();
    await expect.poll(() => cell(bench, "南门社区", "刑事案件")).toBe("7777");
    expect(await cell(bench, "南门社区", "安全事故")).toBe("0");
    await expect.poll(() => bench.page.getByRole("tab", { name: /^社区/u }).locator(".cnt").textContent()).toBe("28");
    await expect.poll(() => bench.page.getByRole("tab", { name: /^台账/u }).locator(".cnt").textContent()).toBe("120");
  });

  test.each(
    someOf(
      [
        ["zh-CN", desktop],
        ["en-US", desktop],
        ["zh-CN", phone],
        ["en-US", phone],
      ] as const,
      2,
    ),
  )("fit the screen in %s at %j", async (locale, viewport) => {
    const bench = await open({ locale, viewport });
    await saved(bench);
    await drop(bench, await departmentsFiles());
    await screen(bench).locator(".files tbody tr").first().waitFor();
    const wide = await bench.page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(wide).toBeLessThanOrEqual(0);
    expect(await violations(bench.page)).toEqual([]);
    const folder = process.env["SCREENSHOTS"];
    if (folder !== undefined)
      await bench.page.screenshot({ path: `${folder}/collect-${locale}-${viewport.width}.png` });
  });
});
