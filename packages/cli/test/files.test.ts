// Files of other programs, and files that several runs change: with real processes, links, modes and owners.

import { spawn } from "node:child_process";
import {
  chmodSync,
  chownSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { escapedName, textOfName } from "../src/file-name.js";
import { folderWith, yardstick } from "./command.js";

const bin = fileURLToPath(new URL("../bin/yardstick.mjs", import.meta.url));
const english = { LANG: "en_US.UTF-8" };
const isRoot = process.getuid?.() === 0;

const RUBRIC = `rubric "conc"
total 10 points
data c { name: text key, year: period, late: count times }
item a 10 points { per late deduct 1 point }
ranking R by score
`;
const dataOf = (year: number) => `name,year,late\nA,${year},1\nB,${year},2\n`;

interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

function run(command: string, args: readonly string[], cwd: string, asOtherUser = false): Promise<Ended> {
  return new Promise((resolve) => {
    const written = { out: "", err: "" };
    // Root has all permissions, so these runs are by another user.
    const user = asOtherUser && isRoot ? { uid: 65_534, gid: 65_534 } : {};
    const child = spawn(command, args, { cwd, env: { ...process.env, LC_ALL: "en_US.UTF-8", NO_COLOR: "1" }, ...user });
    child.stdout.on("data", (chunk: Buffer) => (written.out += chunk.toString()));
    child.stderr.on("data", (chunk: Buffer) => (written.err += chunk.toString()));
    child.on("close", (code) => resolve({ code, ...written }));
    child.stdin.end();
  });
}

const node = (args: readonly string[], cwd: string, asOtherUser = false) =>
  run(process.execPath, [bin, ...args], cwd, asOtherUser);
const shell = (line: string, cwd: string) =>
  run("sh", ["-c", line.replaceAll("YARDSTICK", `'${process.execPath}' '${bin}'`)], cwd);

describe("a history that several runs append to", () => {
  test("loses nothing when twelve runs append at once, and leaves no lock", { timeout: 120_000 }, async () => {
    const years = Array.from({ length: 12 }, (_, index) => 2001 + index);
    const cwd = folderWith({
      "r.rubric": RUBRIC,
      ...Object.fromEntries(years.map((year) => [`d${year}.csv`, dataOf(year)])),
    });
    const runs = await Promise.all(
      years.map((year) => node(["score", "r.rubric", "--data", `d${year}.csv`, "--append-history", "h.csv"], cwd)),
    );
    expect(runs.map(({ code, err }) => [code, err])).toEqual(
      years.map(() => [0, "h.csv: 2 rows appended, 0 updated, 0 unchanged.\n"]),
    );
    const lines = readFileSync(join(cwd, "h.csv"), "utf8").trim().split("\n").slice(1);
    const expected = years.flatMap((year) => [`A,${year}`, `B,${year}`]);
    expect(lines.map((line) => line.split(",").slice(0, 2).join(",")).toSorted()).toEqual(expected.toSorted());
    expect(readdirSync(cwd).filter((name) => /lock|part/u.test(name))).toEqual([]);
  });

  test("takes over the lock of a killed run", { timeout: 60_000 }, async () => {
    const cwd = folderWith({ "r.rubric": RUBRIC, "data.csv": dataOf(2001) });
    const lock = join(cwd, "other.csv.lock");
    mkdirSync(lock);
    const longAgo = new Date(Date.now() - 3_600_000);
    utimesSync(lock, longAgo, longAgo);
    expect(await node(["score", "r.rubric", "--append-history", "other.csv"], cwd)).toMatchObject({ code: 0 });
    expect(readFileSync(join(cwd, "other.csv"), "utf8")).toContain("A,2001");
  });

  test("follows a symbolic link and keeps mode and owner", async () => {
    const cwd = folderWith({
      "r.rubric": RUBRIC,
      "data.csv": dataOf(2002),
      "real/h.csv": "name,year,score\nA,2001,9\n",
    });
    const real = join(cwd, "real/h.csv");
    chmodSync(real, 0o640);
    if (isRoot) chownSync(real, 1234, 2345);
    symlinkSync("real/h.csv", join(cwd, "history.csv"));
    const { code } = await yardstick(["score", "r.rubric", "--append-history"], { cwd, env: english });
    expect(code).toBe(0);
    expect(lstatSync(join(cwd, "history.csv")).isSymbolicLink()).toBe(true);
    expect(readFileSync(real, "utf8")).toContain("B,2002");
    const { mode, uid, gid } = statSync(real);
    expect(mode & 0o7777).toBe(0o640);
    if (isRoot) expect([uid, gid]).toEqual([1234, 2345]);
    expect(readdirSync(join(cwd, "real"))).toEqual(["h.csv"]);
  });

  test("is created at the target of a dangling link", async () => {
    const cwd = folderWith({ "r.rubric": RUBRIC, "data.csv": dataOf(2002), "real/.keep": "" });
    symlinkSync("real/h.csv", join(cwd, "h.csv"));
    const { code } = await yardstick(["score", "r.rubric", "--append-history", "h.csv"], { cwd, env: english });
    expect(code).toBe(0);
    expect(readFileSync(join(cwd, "real/h.csv"), "utf8")).toContain("A,2002");
  });

  test("in a folder that is not writable is an error with a message", async () => {
    const cwd = folderWith({ "r.rubric": RUBRIC, "data.csv": dataOf(2002), "kept/.keep": "" });
    chmodSync(cwd, 0o755);
    chmodSync(join(cwd, "kept"), 0o555);
    const { code, err } = await node(["score", "r.rubric", "--append-history", "kept/h.csv"], cwd, true);
    chmodSync(join(cwd, "kept"), 0o755);
    expect([code, err]).toEqual([3, "cannot write kept/h.csv: permission denied.\n"]);
  });

  test("is appended to although the reader closes the output early", async () => {
    const rows = Array.from({ length: 3000 }, (_, index) => `A${index},2001,1`);
    const cwd = folderWith({ "r.rubric": RUBRIC, "data.csv": `name,year,late\n${rows.join("\n")}\n` });
    const { out, err } = await shell("YARDSTICK score r.rubric --append-history | head -1", cwd);
    expect([out, err]).toEqual(["conc\n", "history.csv: 3000 rows appended, 0 updated, 0 unchanged.\n"]);
    expect(readFileSync(join(cwd, "history.csv"), "utf8").trim().split("\n")).toHaveLength(3001);
  });
});

describe("an output file", () => {
  test.each(["--out", "fmt"])("through a symbolic link keeps link and mode: %s", async (how) => {
    const cwd = folderWith({
      "r.rubric": RUBRIC,
      "data.csv": dataOf(2002),
      "real/x": RUBRIC.replace("per late", "per   late"),
    });
    chmodSync(join(cwd, "real/x"), 0o604);
    symlinkSync("real/x", join(cwd, "x.rubric"));
    const argv = how === "fmt" ? ["fmt", "x.rubric"] : ["score", "r.rubric", "--format", "csv", "--out", "x.rubric"];
    expect((await yardstick(argv, { cwd, env: english })).code).toBe(0);
    expect(lstatSync(join(cwd, "x.rubric")).isSymbolicLink()).toBe(true);
    expect(statSync(join(cwd, "real/x")).mode & 0o7777).toBe(0o604);
    expect(readFileSync(join(cwd, "real/x"), "utf8")).toContain(how === "fmt" ? "per late" : "A,2002,9");
  });

  test("that is read-only is not changed", async () => {
    const cwd = folderWith({ "r.rubric": RUBRIC, "data.csv": dataOf(2002), "o.csv": "kept" });
    chmodSync(cwd, 0o777);
    chmodSync(join(cwd, "o.csv"), 0o444);
    const { code, err } = await node(["score", "r.rubric", "--format", "csv", "--out", "o.csv"], cwd, true);
    expect([code, err]).toEqual([3, "cannot write o.csv: permission denied.\n"]);
    expect(readFileSync(join(cwd, "o.csv"), "utf8")).toBe("kept");
  });

  test("that exceeds the size limit of the system leaves the previous file unchanged", async () => {
    const rows = Array.from({ length: 3000 }, (_, index) => `A${index},2001,1`);
    const data = `name,year,late\n${rows.join("\n")}\n`;
    const cwd = folderWith({ "r.rubric": RUBRIC, "data.csv": data, "o.csv": "kept" });
    const { code, err } = await shell(
      "trap '' XFSZ; ulimit -f 8; YARDSTICK score r.rubric --format csv --out o.csv",
      cwd,
    );
    expect([code, err]).toEqual([3, "cannot write o.csv: it exceeds the maximum file size.\n"]);
    expect(readFileSync(join(cwd, "o.csv"), "utf8")).toBe("kept");
    expect(readdirSync(cwd).toSorted()).toEqual(["data.csv", "o.csv", "r.rubric"]);
  });

  test.each([
    ["YARDSTICK score r.rubric > /dev/full", "cannot write standard output: the disk is full.\n"],
    ["YARDSTICK check r.rubric > /dev/full", "cannot write standard output: the disk is full.\n"],
    ["YARDSTICK score r.rubric --out /dev/full", "cannot write /dev/full: the disk is full.\n"],
    ["YARDSTICK score r.rubric --append-history > /dev/full", "cannot write standard output: the disk is full.\n"],
    ["YARDSTICK score none.rubric 2> /dev/full", ""],
  ])("on a full disk is an error message and exit code 3: %s", async (line, sentence) => {
    const cwd = folderWith({ "r.rubric": RUBRIC, "data.csv": dataOf(2002) });
    expect(await shell(line, cwd)).toEqual({ code: 3, out: "", err: sentence });
    // The score of a result that could not be written is not published either.
    expect(readdirSync(cwd).toSorted()).toEqual(["data.csv", "r.rubric"]);
  });
});

describe("a folder with an unreadable entry", () => {
  const badNames = [
    { bytes: Buffer.from([0x63, 0x61, 0x66, 0xe9]), shown: "caf\\xE9" },
    { bytes: Buffer.from([0xb1, 0xea, 0xb3, 0xdf]), shown: "\\xB1\\xEA\\xB3\\xDF" },
    { bytes: Buffer.concat([Buffer.from("标"), Buffer.from([0xe5, 0xb0])]), shown: "标\\xE5\\xB0" },
  ];

  test.each(["check", "test", "fmt"])("%s reports it and continues with the others", async (command) => {
    const cwd = folderWith({
      "in/a.rubric": RUBRIC,
      "in/gbk.rubric": Buffer.from([0xb1, 0xea, 0x0a]),
      "in/z.rubric": RUBRIC.replace("rubric ", "rubric   "),
    });
    for (const { bytes } of badNames) {
      writeFileSync(Buffer.concat([Buffer.from(`${cwd}/in/`), bytes, Buffer.from(".rubric")]), RUBRIC);
      writeFileSync(Buffer.concat([Buffer.from(`${cwd}/in/`), bytes, Buffer.from(".txt")]), "not a rubric");
    }
    mkdirSync(Buffer.concat([Buffer.from(`${cwd}/in/`), badNames[0]?.bytes ?? Buffer.from("")]));
    symlinkSync("nowhere", join(cwd, "in/link.rubric"));
    const { code, err, out } = await yardstick([command, "in", "none"], { cwd, env: english });
    expect(code).toBe(3);
    const named = badNames.map(({ shown }) => `in/${shown}.rubric: its name is not UTF-8; rename it.`);
    for (const sentence of [...named, "in/caf\\xE9: its name is not UTF-8", "none: there is no such file."])
      expect(err).toContain(sentence);
    expect(err).toContain("in/gbk.rubric: a rubric must be UTF-8 text");
    expect(err).toContain("in/link.rubric: there is no such file.");
    expect(err).not.toContain("txt");
    if (command === "check")
      expect(out).toContain("2 files: 0 errors, 0 warnings, 0 advice, 7 paths could not be read");
    if (command === "fmt") expect(err).toContain("formatted in/z.rubric");
  });

  test("reports a folder without read permission, and continues", async () => {
    const cwd = folderWith({ "in/a.rubric": RUBRIC, "in/shut/b.rubric": RUBRIC });
    chmodSync(cwd, 0o755);
    chmodSync(join(cwd, "in/shut"), 0o000);
    const { code, out, err } = await node(["check", "in"], cwd, true);
    chmodSync(join(cwd, "in/shut"), 0o755);
    expect([code, err]).toEqual([3, "cannot read in/shut: permission denied.\n"]);
    expect(out).toBe("1 file: 0 errors, 0 warnings, 0 advice, 1 path could not be read\n");
  });

  test.each(badNames)("a name is escaped byte by byte: $shown", ({ bytes, shown }) => {
    expect([textOfName(bytes), escapedName(bytes)]).toEqual([null, shown]);
  });
});

test("new is an error with a message where a file of that name exists", async () => {
  const cwd = folderWith({ taken: "" });
  const { code, err } = await yardstick(["new", "taken"], { cwd, env: english });
  expect([code, err]).toEqual([3, "cannot write taken: a part of the path is not a folder.\n"]);
});

test("a defect of the program is a message with what to report", async () => {
  const cwd = folderWith({ "r.rubric": RUBRIC, "data.csv": dataOf(2002) });
  const broken = {
    write: () => {
      throw new TypeError("x is not a function");
    },
  };
  const { main } = await import("../src/main.js");
  const said: string[] = [];
  const code = await main(["score", "r.rubric"], {
    stdout: broken,
    stderr: { write: (text) => said.push(String(text)) },
    stdin: (async function* () {})(),
    cwd,
    env: english,
  });
  expect(code).toBe(70);
  expect(said.join("")).toMatch(
    /^the program failed and there is no result: TypeError: x is not a function\. This is a bug in Yardstick; please report it .*yardstick \d+\.\d+\.\d+, node v\d+.*\)\.\n$/u,
  );
});
