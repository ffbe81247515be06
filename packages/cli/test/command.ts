/**
 * Runs the command in this process, in a new folder, and returns its output.
 */
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach } from "vitest";
import { main } from "../src/main.js";

export interface Outcome {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

const folders: string[] = [];

afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

/** A new folder with these files in it; removed after the test. */
export function folderWith(files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "yardstick-")));
  folders.push(folder);
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  return folder;
}

interface World {
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly stdin?: string;
  /** Whether standard output is a terminal. */
  readonly isTerminal?: boolean;
}

export async function yardstick(argv: readonly string[], world: World = {}): Promise<Outcome> {
  const written = { out: "", err: "" };
  const code = await main(argv, {
    stdout: { write: (text) => (written.out += text), isTTY: world.isTerminal ?? false },
    stderr: { write: (text) => (written.err += text) },
    stdin: (async function* () {
      yield world.stdin ?? "";
    })(),
    cwd: world.cwd ?? folderWith({}),
    env: world.env ?? { LANG: "zh_CN.UTF-8" },
  });
  return { code, ...written };
}

/** A small rubric with a veto, a ranking, an award, a list and a test; its data is `GOOD_DATA`. */
export const RUBRIC = `考核 "社区考核"
版本 "2024"
满分 20 分
总分 保留 2 位小数

数据 社区 {
  名称: 文本 主键
  迟报次数: 计数 次
  招商完成: 数值 万元 考核部门 "经发办"
  招商任务: 数值 万元 1 ..
  安全事故: 计数 起
  台账: 明细 { 事项: 文本, 日期: 日期 可空 }
}

大类 党建 10 分 {
  条目 报送 10 分 {
    每 迟报次数 扣 0.5 分
    逐条 台账 其中 事项 = "通报批评" 扣 1 分 最多 2 分
  }
}
大类 经济 10 分 {
  条目 招商 10 分 { 得 按比例 招商完成 / 招商任务 }
}

一票否决 安全 若 安全事故 > 0 { 不占名次 }
排名 全街道 按 总分 并列 同名次
奖励 红旗 全街道 第 1 名 3000 元

样例 "迟报两次" {
  给定 { 迟报次数: 2 次, 其余: 满分 }
  应得 { 报送: 9, 总分: 19 }
}
`;

export const GOOD_DATA = `名称,迟报次数,招商完成,招商任务,安全事故
甲社区,1,450,500,0
乙社区,0,500,500,1
丙社区,2,"1,000",500,0
`;

export const LEDGER =
  "名称,事项,日期\n甲社区,通报批评,2024-03-01\n甲社区,通报批评,2024-04-01\n甲社区,通报批评,2024-05-01\n";

export const PROJECT = { "a.rubric": RUBRIC, "data.csv": GOOD_DATA, "台账.csv": LEDGER };
