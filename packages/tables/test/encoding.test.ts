import { describe, expect, test } from "vitest";
import { decodeTable } from "../src/index.js";

describe("bytes of a table file", () => {
  test.each([
    ["utf-8", [0xe7, 0x94, 0xb2]],
    ["utf-8", [0xef, 0xbb, 0xbf, 0xe7, 0x94, 0xb2]],
    ["gb18030", [0xbc, 0xd7]],
    ["utf-16le", [0xff, 0xfe, 0x32, 0x75]],
    ["utf-16be", [0xfe, 0xff, 0x75, 0x32]],
  ])("in %s are distinguished: %j", (encoding, bytes) => {
    expect(decodeTable(Uint8Array.from(bytes))).toMatchObject({ text: "甲", encoding, malformed: 0 });
  });
});
