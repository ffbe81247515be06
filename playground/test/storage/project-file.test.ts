// Projects as files and as links: a round trip is lossless, and foreign, newer, damaged or oversized input is rejected.

import { describe, expect, test } from "vitest";
import { collectionFile, projectFile, readProjectFile } from "../../src/storage/project-file.js";
import { MAX_LINK_LENGTH, readSharedHash, sharedHash } from "../../src/storage/share-link.js";
import { withoutData } from "../../src/store/project-files.js";
import type { ProjectContent } from "../../src/project/project.js";

const table = { role: "subjects", name: "", header: ["名称"], rows: [["甲"], ["乙"]] } as const;
const content: ProjectContent = {
  rubric: '考核 "甲"\n',
  tables: [table],
  path: "leaders/leaders.rubric",
  others: [{ path: "team/team.rubric", rubric: '考核 "乙"\n', tables: [table] }],
};
const project = { name: "甲", content };

describe("a project file", () => {
  test("survives a round trip, including its other rubrics", () => {
    expect(readProjectFile(projectFile("甲", content))).toEqual({ kind: "projects", projects: [project], damaged: 0 });
  });

  test("with all projects gives the valid ones and counts the damaged ones", () => {
    const text = collectionFile({
      projects: [
        { id: "1", name: "甲", ...content },
        { id: "2", rubric: 7 },
      ],
      revisions: [],
    });
    expect(readProjectFile(text)).toEqual({ kind: "projects", projects: [project], damaged: 1 });
  });

  test.each(["", "{", "[]", '"text"', '{"format":"other"}'])("of another program is foreign: %j", (text) => {
    expect(readProjectFile(text).kind).toBe("foreign");
  });

  test("of a newer version is not read", () => {
    expect(readProjectFile(projectFile("甲", content).replace('"version": 1', '"version": 2')).kind).toBe("newer");
  });
});

describe("a link", () => {
  test("contains the whole project", async () => {
    const hash = await sharedHash(project);
    expect(hash).toMatch(/^#y1\.[\w-]+$/);
    expect(await readSharedHash(hash)).toEqual({ kind: "project", project });
  });

  test("without data contains every rubric and no row", () => {
    const bare = withoutData(content);
    expect([bare.rubric, bare.others?.[0]?.rubric]).toEqual([content.rubric, content.others?.[0]?.rubric]);
    expect([bare.tables, bare.others?.[0]?.tables]).toEqual([[], []]);
  });

  test("that is truncated or altered is damaged and causes no exception", async () => {
    const hash = await sharedHash(project);
    for (const bad of [hash.slice(0, -9), `${hash.slice(0, 20)}AAAA${hash.slice(24)}`, "#y1.", "#y1.***"])
      expect((await readSharedHash(bad)).kind).toBe("damaged");
  });

  test("of another version is distinguished from an address without a link", async () => {
    expect([(await readSharedHash("#y9.abc")).kind, (await readSharedHash("#top")).kind]).toEqual(["newer", "none"]);
  });

  test("that is too long is not decompressed, and unlimited output is stopped", async () => {
    expect((await readSharedHash(`#y1.${"A".repeat(MAX_LINK_LENGTH)}`)).kind).toBe("too-large");
    const bomb = await sharedHash({ name: "", content: { rubric: " ".repeat(30_000_000), tables: [] } });
    expect(bomb.length).toBeLessThan(MAX_LINK_LENGTH);
    expect((await readSharedHash(bomb)).kind).toBe("too-large");
  });
});
