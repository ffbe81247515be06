// Selecting several items in the form, its menus, and clicks that must not be lost; by mouse and by keyboard.

import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { someOf } from "../properties.js";
import { violations } from "./axe.js";
import { sharedWorkbenches, workbenches } from "./workbench.js";

const open = workbenches("form");
const share = sharedWorkbenches("form");

const rubricOn = (page: Page) =>
  page.evaluate(
    () => document.querySelector<HTMLElement & { store: { rubric: string } }>("yardstick-playground")!.store.rubric,
  );

const write = (page: Page, text: string) =>
  page.evaluate((put) => {
    interface Store {
      rubric: string;
      editRubric(edits: readonly { span: readonly [number, number]; text: string }[]): void;
    }
    const { store } = document.querySelector<HTMLElement & { store: Store }>("yardstick-playground")!;
    store.editRubric([{ span: [0, store.rubric.length], text: put }]);
  }, text);

const form = (page: Page) => page.locator("ys-designer");
const bar = (page: Page) => form(page).locator(".marks");
const grip = (page: Page, at: number) => form(page).locator(".it .grip").nth(at);
const names = (page: Page) => form(page).locator(".it .nm > [role=textbox]").allTextContents();

async function mark(page: Page, from: number, to: number): Promise<void> {
  await form(page).locator(".it").nth(from).hover();
  await grip(page, from).click();
  await grip(page, to).click({ modifiers: ["Shift"] });
  await bar(page)
    .getByText(`已选 ${to - from + 1} 项`)
    .waitFor();
}

test("a click on a slot of another row is not lost when the selected row above collapses", async () => {
  const { page } = await share();
  await form(page).locator(".it").first().locator(".rule input").first().click();
  await form(page).locator(".it").nth(2).locator("button.slot").first().click();
  await page.locator("ys-name-picker dialog[open]").waitFor();
  await expect.poll(() => form(page).locator(".it.is-sel .rule").count()).toBe(3);
});

describe("several items", () => {
  test("are selected by their grips with Shift and Ctrl, deleted together, and restored by the offered undo", async () => {
    const { page } = await share();
    const before = await rubricOn(page);
    const all = await names(page);
    await mark(page, 0, 2);
    await grip(page, 1).click({ modifiers: ["Control"] });
    await bar(page).getByText("已选 2 项").waitFor();
    expect(await violations(page)).toEqual([]);
    await bar(page).getByRole("button", { name: "删除" }).click();
    await bar(page).getByText("已删除2 项").waitFor();
    await expect.poll(() => names(page)).toEqual(all.filter((_, at) => at !== 0 && at !== 2));
    await bar(page).getByRole("button", { name: "撤销" }).click();
    expect(await rubricOn(page)).toBe(before);
    await expect.poll(() => bar(page).count()).toBe(0);
  });

  test("are selected and moved by keyboard alone, one step of undo each", async () => {
    const { page } = await share();
    const before = await rubricOn(page);
    const [a, b, c] = await names(page);
    await form(page).locator(".it").first().locator(".pt input").focus();
    for (let step = 0; step < 2; step++) await page.keyboard.press("Shift+Alt+ArrowDown");
    await bar(page).getByText("已选 2 项").waitFor();
    await page.keyboard.press("Alt+ArrowDown");
    await expect.poll(() => names(page).then((all) => all.slice(0, 3))).toEqual([c, a, b]);
    await page.keyboard.press("Escape");
    await expect.poll(() => bar(page).count()).toBe(0);
    await page.keyboard.press("Control+Z");
    await expect.poll(() => rubricOn(page)).toBe(before);
  });

  test("are dragged together", async () => {
    // High enough that nothing scrolls while the pointer is down.
    const { page } = await open({ viewport: { width: 1280, height: 900 } });
    const [a, b, c, d] = await names(page);
    await mark(page, 0, 1);
    await grip(page, 1).dragTo(form(page).locator(".it").nth(3), { targetPosition: { x: 200, y: 50 } });
    await expect.poll(() => names(page).then((all) => all.slice(0, 4))).toEqual([c, d, a, b]);
    expect(await form(page).locator(".sum.off").count()).toBe(0);
  });

  test("are copied into another rubric with the fields that they read, and cut from where they were", async () => {
    const { page } = await share();
    await mark(page, 0, 1);
    await page.keyboard.press("Control+C");
    await write(page, "满分 10 分\n数据 单位 {\n  名称: 文本 主键\n}\n大类 新 10 分 {\n}\n");
    await expect.poll(() => form(page).locator(".it").count()).toBe(0);
    await form(page).locator(".sec-head .pts input").focus();
    await page.keyboard.press("Control+V");
    await expect.poll(() => names(page)).toEqual(["民主集中制", "党员教育"]);
    await expect.poll(() => rubricOn(page)).toContain("  制度不健全: 计数 项");
    await expect.poll(() => form(page).locator(".slot.err").count()).toBe(1);
    await grip(page, 1).click();
    await page.keyboard.press("Control+X");
    await expect.poll(() => names(page)).toEqual(["民主集中制"]);
    await page.keyboard.press("Control+V");
    await expect.poll(() => names(page)).toEqual(["民主集中制", "党员教育"]);
  });
});

test("a section is dragged by its grip", async () => {
  const { page } = await share();
  const heads = form(page).locator(".sec-head h3 [role=textbox]");
  await form(page).getByRole("button", { name: "收起党群工作" }).click();
  await form(page).getByRole("button", { name: "收起经济工作" }).click();
  await form(page).locator(".sec-head").first().hover();
  await form(page)
    .locator(".sec-head .grip")
    .first()
    .dragTo(form(page).locator(".sec-head").nth(1), { targetPosition: { x: 200, y: 30 } });
  await expect.poll(() => heads.allTextContents().then((all) => all.slice(0, 2))).toEqual(["经济工作", "党群工作"]);
});

test("optional clauses of a ranking are added and removed from its menu", async () => {
  const { page } = await share();
  const before = await rubricOn(page);
  const ranking = form(page).locator("[data-declaration=ranking]").first();
  const menu = async (entry: string) => {
    await ranking.getByRole("button", { name: "全街道：更多操作" }).click();
    await page.getByRole("menuitem", { name: entry, exact: true }).click();
  };
  await menu("低者在前");
  await expect.poll(() => rubricOn(page)).toContain("排名 全街道 按 总分 低者在前 并列 同名次");
  await menu("移除：低者在前");
  await expect.poll(() => rubricOn(page)).toBe(before);
});

test("a field is given levels in the data block, and a new field is made with levels from a slot", async () => {
  const { page } = await share();
  await write(page, "数据 单位 {\n  名称: 文本 主键\n  等次: 计数 次\n}\n大类 甲 5 分 {\n  条目 乙 5 分 {\n  }\n}\n");
  const data = form(page).locator("[data-declaration=data]");
  const type = data.locator("select").nth(1);
  await type.focus();
  await type.selectOption({ label: "选项" });
  await expect.poll(() => rubricOn(page)).toContain("  等次: 选项 (差 < 中 < 好)\n");
  await data.locator("[data-more=levels]").click();
  await expect.poll(() => rubricOn(page)).toContain("(差 < 中 < 好 < 新档次)");
  await form(page).locator(".it .pt input").focus();
  await form(page).locator("[data-line-template=if]").click();
  await page.keyboard.insertText("公示情况");
  await page.keyboard.press("Enter");
  const picker = page.locator("ys-name-picker dialog[open]");
  await picker.locator("#type").selectOption("scale");
  await picker.locator("#levels").fill("未公示、部分公示、全部公示");
  await picker.locator("[type=submit]").click();
  await expect.poll(() => rubricOn(page)).toMatch(/公示情况: 选项 \(未公示 < 部分公示 < 全部公示\)/);
});

/** A table as a spreadsheet copies it: one body, with headings merged over ten rows each. */
function sheet(): string {
  const rows = Array.from({ length: 60 }, (_, at) => {
    const head =
      at % 10 === 0 ? `<td rowspan=10 class=xl65>第${"甲乙丙丁戊己"[at / 10]}类（${at < 50 ? 15 : 25}分）</td>` : "";
    return `<tr height=18>${head}<td>目标${at + 1}号</td><td align=right>${at < 50 ? 1.5 : 2.5}</td><td>未完成的扣分</td></tr>`;
  });
  const head = "<tr><td>大类</td><td>考核项目</td><td>分值</td><td>评分标准</td></tr>";
  return `<html><body><table border=0><col width=72><!--StartFragment-->${head}${rows.join("")}<!--EndFragment--></table></body></html>`;
}

test("sixty rows of a page with merged headings, pasted onto the form, are read as a document, whose rubric is a project of its own", async () => {
  const { page } = await open();
  await form(page)
    .locator(".scroll")
    .evaluate((element, html) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData("text/html", html);
      clipboardData.setData("text/plain", "大类\t考核项目\n第甲类\t目标1号");
      element.dispatchEvent(
        new ClipboardEvent("paste", { clipboardData, bubbles: true, composed: true, cancelable: true }),
      );
    }, sheet());
  const reading = page.locator("ys-reading-screen");
  await reading.getByRole("heading", { name: "第己类" }).waitFor();
  expect(await reading.locator(".ri").count()).toBe(60);
  await reading.locator(".ft").getByRole("button", { name: "建立细则" }).click();
  await expect.poll(() => form(page).locator(".sec-head").count()).toBe(6);
  await expect.poll(() => form(page).locator(".it").count()).toBe(60);
  expect(await form(page).locator(".why.error, .sum.off").count()).toBe(0);
  await page.locator("ys-top-bar .proj").click();
  await page.locator("ys-projects-screen").getByText("社区工作目标管理量化考核").waitFor();
});

test.each(
  someOf(
    [
      {
        locale: "zh-CN",
        words: ["大类", "工作目标", "分值", "评分标准", "考核部门"],
        sum: "合计",
        sign: "制定单位（盖章）：",
      },
      {
        locale: "en-US",
        words: ["Section", "Target", "Points", "Rules", "Assessor"],
        sum: "Sum",
        sign: "Issued by (seal):",
      },
    ],
    1,
  ),
)(
  "the printed page is the table with its sum, notes and signature lines, in $locale",
  async ({ locale, words, sum, sign }) => {
    const { page } = await open({ locale });
    const printed = await page.evaluate(() => {
      const append = document.body.append.bind(document.body);
      let frame: HTMLIFrameElement | undefined;
      document.body.append = (...nodes) => {
        append(...nodes);
        frame = nodes[0] as HTMLIFrameElement;
        frame.contentWindow!.print = () => {};
      };
      const pane = document.querySelector("yardstick-playground")!.shadowRoot!.querySelector("ys-rubric-pane")!;
      pane.shadowRoot!.querySelector<HTMLElement & { print(): void }>("ys-designer")!.print();
      const { body } = frame!.contentDocument!;
      const texts = (selector: string) => [...body.querySelectorAll(selector)].map((each) => each.textContent);
      return {
        head: texts("thead th"),
        rows: texts("tbody tr"),
        foot: texts("tfoot td"),
        notes: texts(".note"),
        signs: texts(".sign span"),
        title: texts("h1"),
        border: frame!.contentWindow!.getComputedStyle(body.querySelector("td")!).borderRightStyle,
      };
    });
    expect(printed.head).toEqual(words);
    expect(printed.title).toEqual(["社区工作目标管理量化考核"]);
    expect(printed.rows.length).toBeGreaterThan(await form(page).locator(".it").count());
    expect(printed.foot.slice(0, 2)).toEqual([sum, "100"]);
    expect(printed.notes.length).toBeGreaterThan(10);
    expect(printed.signs[0]).toBe(sign);
    expect(printed.border).toBe("solid");
  },
);
