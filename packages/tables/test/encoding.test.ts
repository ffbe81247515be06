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

  // Each is well-formed in UTF-8 and in GB18030, and neither text is much likelier to be what was written.
  test.each([
    ["西人", [0xe8, 0xa5, 0xbf, 0xe4, 0xba, 0xba]],
    ["·", [0xc2, 0xb7]],
    ["À", [0xc3, 0x80]],
  ])("that two encodings explain equally well are doubtful: %s", (text, bytes) => {
    expect(decodeTable(Uint8Array.from(bytes))).toMatchObject({ text, how: "doubtful" });
  });

  test("that one encoding explains clearly better are not doubtful", () => {
    const bytes = new TextEncoder().encode("名称,得分\n东镇,90\n西镇,80\n");
    expect(decodeTable(bytes)).toMatchObject({ encoding: "utf-8", how: "judged" });
  });
});
