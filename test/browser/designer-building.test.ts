// Building a rubric from nothing in the designer, once by keyboard and once by mouse; the result equals the same rubric
// written as text.

import { parse } from "@yardstick/language";
import type { ast } from "@yardstick/language";
import { readFileSync } from "node:fs";
import type { Locator, Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { isWhole, someOf } from "../properties.js";
import { keyboardOf, mouseOf } from "./designer-input.js";
import type { Field, UserInput } from "./designer-input.js";
import { workbenches } from "./workbench.js";

const open = workbenches("text");

const example = readFileSync(new URL("../../examples/community-2008/community-2008.rubric", import.meta.url), "utf8");

/** A tree without spans and comments. */
function shapeOf(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(shapeOf);
  if (typeof node !== "object" || node === null) return node;
  const entries = Object.entries(node).filter(([key]) => !["span", "opSpan", "documentation"].includes(key));
  return Object.fromEntries(entries.map(([key, child]) => [key, shapeOf(child)]));
}

const rubricOn = (page: Page) =>
  page.evaluate(
    () => document.querySelector<HTMLElement & { store: { rubric: string } }>("yardstick-playground")!.store.rubric,
  );

function declarations(text: string, ...kinds: readonly ast.Declaration["kind"][]): readonly ast.Declaration[] {
  const { rubric, findings } = parse(text);
  expect(findings).toEqual([]);
  return rubric.declarations.filter(({ kind }) => kinds.includes(kind));
}

/** A workbench with an empty rubric, shown as a form. */
async function openEmpty(): Promise<Page> {
  const { page, editor } = await open();
  await editor.click();
  await page.keyboard.press("Control+A");
  await page.keyboard.press("Delete");
  await expect.poll(() => rubricOn(page)).toBe("");
  await page.getByRole("button", { name: "表单", exact: true }).click();
  await page.locator("ys-designer .void").waitFor();
  return page;
}

/** The actions of a user in the form, by keyboard or by mouse. */
class DesignerUser {
  constructor(
    private readonly page: Page,
    private readonly input: UserInput,
  ) {}

  private hasLedger = false;

  get form(): Locator {
    return this.page.locator("ys-designer");
  }

  get selected(): Locator {
    return this.form.locator(".it.is-sel");
  }

  async write(slot: Locator, text: string): Promise<void> {
    await this.input.write(slot, text);
  }

  async group(name: string, entry?: string): Promise<void> {
    await this.input.press(this.form.locator(`[data-group=${name}] > h3 button`));
    if (entry !== undefined) await this.input.choose(entry);
  }

  async section(name: string, points: string): Promise<void> {
    await this.input.press(this.form.locator("[data-add=section]"));
    await this.nameHead(name, points);
  }

  async subsection(of: string, name: string, points: string): Promise<void> {
    await this.inSection(of, "小类");
    await this.nameHead(name, points);
  }

  async item(of: string, name: string, points: string, assessor: string, basis: string): Promise<void> {
    await this.inSection(of, "条目");
    const old = this.form
      .locator(".it")
      .filter({ has: this.page.getByRole("textbox", { name: "名称：新条目", exact: true }) });
    await this.write(old.getByRole("textbox", { name: /^名称：/ }), name);
    const row = this.row(name);
    await this.write(row.locator(".pt input"), points);
    await this.input.press(row.getByRole("button", { name: "依据条款" }));
    await this.write(row.getByRole("textbox", { name: `${name}的依据` }), basis);
    const department = row.getByRole("textbox", { name: `${name}的考核部门` });
    if ((await department.count()) === 0) await this.input.press(row.getByRole("button", { name: "考核部门" }));
    if ((await department.textContent()) !== assessor) await this.write(department, assessor);
  }

  row(name: string): Locator {
    return this.form
      .locator(".it")
      .filter({ has: this.page.getByRole("textbox", { name: `名称：${name}`, exact: true }) });
  }

  /** Adds a rule by its button or its entry under “more”; the picker of its first unfilled slot is then open. */
  async line(item: string, template: string): Promise<Locator> {
    const row = this.row(item);
    const lines = row.locator(".rule");
    const before = await lines.count();
    await this.ensureSelected(row);
    const button = row.locator(`[data-line-template=${template}]`);
    if ((await button.count()) > 0) await this.input.press(button);
    else {
      await this.input.press(row.getByRole("button", { name: "更多", exact: true }));
      await this.input.choose(template);
    }
    await lines.nth(before).waitFor();
    return lines.nth(before);
  }

  async per(item: string, name: string, points: string, field?: Field, under?: string): Promise<Locator> {
    const line = await this.line(item, under === undefined ? "per" : "under");
    await this.input.pick(name, field);
    if (under !== undefined) await this.write(line.locator("input.num").first(), under);
    await this.write(line.locator("input.num").last(), points);
    return line;
  }

  async when(item: string, name: string, points: string, field: Field, isZero = false): Promise<void> {
    const line = await this.line(item, "if");
    await this.input.pick(name, field);
    if (isZero) await this.input.select(line.locator("select"), "=");
    await this.write(line.locator("input.num").last(), points);
  }

  async judged(item: string, name: string, most: string): Promise<void> {
    const line = await this.line(item, "judged");
    await this.write(line.getByRole("textbox").first(), name);
    await this.write(line.locator("input.num").last(), most);
  }

  /** Adds a rule over the ledger, which the first such rule declares. */
  async records(item: string, matter: string, points: string, upTo?: string): Promise<void> {
    const line = await this.line(item, "台账逐条扣…");
    await this.input.pick("台账", this.hasLedger ? undefined : { type: "list", isShared: true });
    this.hasLedger = true;
    await this.input.press(line.getByRole("button", { name: "选择字段" }));
    await this.input.pick("事项");
    await this.write(line.getByRole("textbox").first(), matter);
    await this.write(line.locator("input.num").first(), points);
    if (upTo === undefined) return;
    await this.more(line, "封顶：最多…分");
    await this.write(line.locator("input.num").nth(1), upTo);
  }

  async more(line: Locator, entry: string): Promise<void> {
    await this.input.press(line.locator(".line-menu"));
    await this.input.choose(entry);
  }

  async pick(name: string, field?: Field): Promise<void> {
    await this.input.pick(name, field);
  }

  async choose(entry: string): Promise<void> {
    await this.input.choose(entry);
  }

  async press(button: Locator): Promise<void> {
    await this.input.press(button);
  }

  async select(list: Locator, label: string): Promise<void> {
    await this.input.select(list, label);
  }

  private async ensureSelected(row: Locator): Promise<void> {
    if ((await row.getAttribute("class"))?.includes("is-sel") === true) return;
    await this.write(row.locator(".pt input"), await row.locator(".pt input").inputValue());
  }

  /** Presses a button of the row under a section, or of its menu when the section is not selected. */
  private async inSection(of: string, what: string): Promise<void> {
    const head = this.form
      .locator("[data-head]")
      .filter({ has: this.page.getByRole("textbox", { name: `名称：${of}`, exact: true }) });
    await this.input.press(head.getByRole("button", { name: `${of}：更多操作` }));
    await this.input.choose(what);
  }

  private async nameHead(name: string, points: string): Promise<void> {
    const head = this.form
      .locator("[data-head]")
      .filter({ has: this.page.getByRole("textbox", { name: /^名称：新大类/ }) });
    await this.write(head.getByRole("textbox", { name: /^名称：/ }), name);
    const own = this.form
      .locator("[data-head]")
      .filter({ has: this.page.getByRole("textbox", { name: `名称：${name}`, exact: true }) });
    await this.write(own.locator(".pts input").first(), points);
  }
}

const count = (unit: string, otherwise?: string): Field => ({
  type: "count",
  unit,
  ...(otherwise === undefined ? {} : { otherwise }),
});
const flag = (otherwise?: string): Field => ({ type: "flag", ...(otherwise === undefined ? {} : { otherwise }) });

type Build = (user: DesignerUser) => Promise<void>;

/** The items of the party section by name, in the order of the example; the subsection of each is built before it. */
const partyItems: Readonly<Record<string, Build>> = {
  民主集中制: async (user) => {
    await user.item("党组织建设", "民主集中制", "2", "组织办", "细则 一(1)");
    await user.per("民主集中制", "制度不健全", "0.1", count("项"));
    await user.per("民主集中制", "重大事项未公开", "0.1", count("件"));
    await user.when("民主集中制", "班子不团结", "0.2", flag());
  },
  党员教育: async (user) => {
    await user.item("党组织建设", "党员教育", "1", "组织办", "细则 一(2)");
    await user.when("党员教育", "培训任务未完成", "0.2", flag());
    await user.when("党员教育", "发展党员", "0.1", count("人"), true);
    await user.when("党员教育", "培养积极分子", "0.1", count("人"), true);
    const branches = await user.per("党员教育", "应建未建支部", "0.1", count("个", "0"));
    await user.more(branches, "豁免：除非…");
    await user.pick("容错备案", { type: "flag", otherwise: "否", isShared: true });
    await user.per("党员教育", "困难党员未帮扶", "0.01", count("人", "0"));
  },
  党费与活动: async (user) => {
    await user.item("党组织建设", "党费与活动", "1", "组织办", "细则 一(3)");
    await user.judged("党费与活动", "党费收缴不力", "0.5");
    await user.per("党费与活动", "记录缺失", "0.1", count("次", "0"));
    await user.per("党费与活动", "活动次数", "0.1", count("次"), "4");
  },
  志愿服务: async (user) => {
    await user.item("党组织建设", "志愿服务", "1", "组织办", "细则 一(4)");
    await user.per("志愿服务", "台账缺失", "0.1", count("项", "0"));
    await user.records("志愿服务", "材料迟报", "0.1", "0.5");
  },
  上级任务与报刊: async (user) => {
    await user.item("宣传文化", "上级任务与报刊", "2", "宣传办", "细则 一(5)");
    await user.judged("上级任务与报刊", "上级任务未完成", "1");
    await user.judged("上级任务与报刊", "报刊征订不足", "1");
  },
  文体活动与学习: async (user) => {
    await user.item("宣传文化", "文体活动与学习", "3", "宣传办", "细则 一(6)");
    await user.judged("文体活动与学习", "文体活动不足", "1.5");
    await user.judged("文体活动与学习", "理论学习不足", "1.5");
  },
  党风廉政: async (user) => {
    await user.item("党群工作", "党风廉政", "3", "纪工委", "细则 一(7)");
    await user.when("党风廉政", "责任书未签订", "0.5", flag("否"));
    await user.per("党风廉政", "廉政教育", "0.3", count("次"), "2");
    await user.records("党风廉政", "违纪查实", "1");
    await user.judged("党风廉政", "廉政责任不落实", "1");
  },
  办公室工作: async (user) => {
    await user.item("党群工作", "办公室工作", "2", "党政办", "细则 一(8)");
    const reports = await user.per("办公室工作", "信息报送", "0.1", count("篇"), "12");
    await user.more(reports, "步长：每几个算一次");
    await user.records("办公室工作", "值班脱岗", "0.2", "1");
  },
  武装工作: async (user) => {
    await user.item("党群工作", "武装工作", "1", "武装部", "细则 一(9)");
    await user.when("武装工作", "民兵整组未完成", "0.3", flag("否"));
    const drafted = await user.per("武装工作", "征兵送检", "0.1", count("人"), "4");
    await user.write(drafted.locator("input.num").first(), "征兵任务");
    await user.pick("", count("人"));
  },
  统战工作: async (user) => {
    await user.item("党群工作", "统战工作", "1", "统战办", "细则 一(10)");
    await user.per("统战工作", "未按时达标", "0.2", count("次", "0"));
  },
  群团科普: async (user) => {
    await user.item("党群工作", "群团科普", "1", "群团办", "细则 一(11)");
    await user.judged("群团科普", "群团工作不足", "1");
  },
};

const subsections: Readonly<Record<string, readonly string[]>> = {
  党组织建设: ["民主集中制", "党员教育", "党费与活动", "志愿服务"],
  宣传文化: ["上级任务与报刊", "文体活动与学习"],
};

async function buildPartySection(user: DesignerUser, names: readonly string[]): Promise<void> {
  await user.section("党群工作", "18");
  await user.group("data", "数据表");
  await user.write(user.form.locator("[data-declaration=data] .slot").first(), "社区");
  for (const [at, name] of names.entries()) {
    const [subsection, items] = Object.entries(subsections).find(([, all]) => all.includes(name)) ?? ["", []];
    if (subsection !== "" && !names.slice(0, at).some((before) => items.includes(before)))
      await user.subsection("党群工作", subsection, "5");
    await partyItems[name]?.(user);
  }
}

/** The party section of the example with some of its items, and the fields of those. */
function partySectionWith(names: readonly string[]): unknown {
  const [section] = declarations(example, "section");
  if (section?.kind !== "section") throw new Error("the example has no section");
  const kept: string[] = [];
  const partsOf = (parts: ast.Section["parts"]): ast.Section["parts"] =>
    parts.flatMap((part): ast.Section["parts"] => {
      if (part.kind === "data") return [part];
      if (part.kind === "section") {
        const inner = partsOf(part.parts);
        return inner.length === 0 ? [] : [{ ...part, parts: inner }];
      }
      if (!names.includes(part.name.text)) return [];
      kept.push(example.slice(...part.span));
      return [part];
    });
  const parts = partsOf(section.parts).map((part) =>
    part.kind === "data"
      ? { ...part, fields: part.fields.filter(({ name }) => kept.some((text) => text.includes(name.text))) }
      : part,
  );
  return shapeOf({ ...section, parts });
}

async function buildResults(user: DesignerUser): Promise<void> {
  await user.group("data", "数据表");
  await user.write(user.form.locator("[data-declaration=data] .slot").first(), "社区");
  const own = (construct: string) => user.form.locator(`[data-declaration=${construct}]`);

  await user.group("vetoes");
  await user.press(own("veto").getByRole("button", { name: "选择字段" }));
  await user.pick("安全事故", count("起"));
  await user.write(own("veto").getByRole("textbox").first(), "安全生产");

  await user.group("coefficients");
  await user.press(own("coefficient").getByRole("button", { name: "选择字段" }));
  await user.pick("人口", count("人"));
  await user.write(own("coefficient").getByRole("textbox").first(), "规模系数");

  await user.group("rankings");
  await user.write(own("ranking").getByRole("textbox").first(), "全街道");
  await user.group("awards");
  await user.write(own("award").first().getByRole("textbox").first(), "红旗单位");
  await user.write(own("award").first().locator("input.num").last(), "3000");
  await user.group("awards");
  await user.press(
    own("award")
      .nth(1)
      .getByRole("button", { name: /更多操作/ }),
  );
  await user.choose("截至第几名");
  await own("award").nth(1).locator("input.num").nth(2).waitFor();
  await user.write(own("award").nth(1).locator("input.num").first(), "2");
}

const all = Object.keys(partyItems);

describe.each(
  someOf(
    [
      ["the keyboard", keyboardOf, ["党员教育", "武装工作"], ["名称", "容错备案"]],
      ["the mouse", mouseOf, ["党风廉政", "办公室工作"], ["名称", "台账"]],
    ] as const,
    1,
  ),
)("with %s alone", (_, inputOf, some, sharedBySome) => {
  // Every kind of rule of the section is among those of both; the long run `building` builds all items in both ways.
  const names = isWhole ? all : some;

  test("the party section of the community scheme is built from nothing and equals the tree of the example", async () => {
    const page = await openEmpty();
    await buildPartySection(new DesignerUser(page, inputOf(page)), names);
    const [built] = declarations(await rubricOn(page), "section");
    expect(shapeOf(built)).toEqual(partySectionWith(names));
    const shared = declarations(await rubricOn(page), "data") as readonly ast.Data[];
    expect(shared.flatMap(({ fields }) => fields.map(({ name }) => name.text))).toEqual(
      isWhole ? ["名称", "容错备案", "台账"] : sharedBySome,
    );
  });

  test("so are a veto, a coefficient, a ranking and its awards", async () => {
    const page = await openEmpty();
    await buildResults(new DesignerUser(page, inputOf(page)));
    const text = `
      数据 社区 { 名称: 文本 主键, 安全事故: 计数 起, 人口: 计数 人 }
      一票否决 安全生产 若 安全事故 > 0 { 不占名次 }
      系数 规模系数 按 人口 { < 1000: 1; 1000 .. 3000: 1.05; 其余: 1.1 } 用于 总分
      排名 全街道 按 总分 并列 同名次
      奖励 红旗单位 全街道 第 1 名 3000 元
      奖励 先进单位 全街道 第 2 .. 3 名 1000 元`;
    const kinds = ["data", "veto", "coefficient", "ranking", "award"] as const;
    const built = declarations(await rubricOn(page), ...kinds);
    for (const kind of kinds)
      expect(shapeOf(built.filter((each) => each.kind === kind))).toEqual(shapeOf(declarations(text, kind)));
  });
});
