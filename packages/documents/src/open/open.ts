/** Bytes, HTML or text to blocks; what cannot be read is named, with what to do. */
import { ZipError, zipEntries } from "@yardstick/tables/office";
import { decodeTable } from "@yardstick/tables";
import type { Block } from "../blocks/block.js";
import { OpenFailure } from "../blocks/failure.js";
import type { DocumentLimits } from "../blocks/limits.js";
import { docxBlocks } from "./docx.js";
import { htmlBlocks } from "./html.js";
import { textBlocks } from "./plain-text.js";
import { workbookBlocks } from "./workbook.js";

/** A file's bytes, or what a clipboard holds. `name` is the file's name, which tells formats apart that look alike. */
export type DocumentSource =
  | Uint8Array
  | { readonly html: string }
  | { readonly text: string }
  | { readonly bytes: Uint8Array; readonly name: string };

const begins = (bytes: Uint8Array, ...mark: readonly number[]): boolean => mark.every((byte, at) => bytes[at] === byte);

function isPicture(bytes: Uint8Array): boolean {
  return (
    begins(bytes, 0x89, 0x50, 0x4e, 0x47) ||
    begins(bytes, 0xff, 0xd8, 0xff) ||
    begins(bytes, 0x47, 0x49, 0x46, 0x38) ||
    begins(bytes, 0x42, 0x4d) ||
    begins(bytes, 0x49, 0x49, 0x2a, 0) ||
    begins(bytes, 0x4d, 0x4d, 0, 0x2a) ||
    (begins(bytes, 0x52, 0x49, 0x46, 0x46) && bytes[8] === 0x57)
  );
}

/** A compound file, the container of old office files and of new ones with a password. */
function compoundFile(bytes: Uint8Array, extension: string): OpenFailure {
  const names = new TextDecoder("utf-16le").decode(bytes.subarray(0, Math.min(bytes.length & ~1, 2_000_000)));
  if (names.includes("EncryptedPackage")) return new OpenFailure("password");
  if (extension === "wps") return new OpenFailure("wps-writer");
  if (extension === "et") return new OpenFailure("wps-sheet");
  return new OpenFailure("old-word");
}

function bytesBlocks(bytes: Uint8Array, name: string, limits: DocumentLimits): readonly Block[] {
  const extension = /\.([a-z0-9]+)$/iu.exec(name)?.[1]?.toLowerCase() ?? "";
  if (bytes.length === 0) throw new OpenFailure("empty");
  if (bytes.length > limits.bytes) throw new OpenFailure("too-many-bytes", limits.bytes);
  if (begins(bytes, 0x25, 0x50, 0x44, 0x46)) throw new OpenFailure("pdf");
  if (isPicture(bytes)) throw new OpenFailure("picture");
  if (begins(bytes, 0xd0, 0xcf, 0x11, 0xe0)) throw compoundFile(bytes, extension);
  if (begins(bytes, 0x50, 0x4b)) {
    try {
      const entries = zipEntries(bytes);
      if (entries.has("word/document.xml")) return docxBlocks(bytes, limits);
      if ([...entries.keys()].some((path) => path.startsWith("xl/"))) return workbookBlocks(bytes, limits);
    } catch (error) {
      if (error instanceof ZipError || error instanceof RangeError) throw new OpenFailure("damaged");
      throw error;
    }
    throw new OpenFailure("unknown-format");
  }
  const { text, malformed } = decodeTable(bytes);
  const strange = Array.from(text.slice(0, 20_000)).filter(isStrange).length;
  if (strange > 20 || malformed > text.length / 20) throw new OpenFailure("unknown-format");
  return isHtml(text) ? htmlBlocks(text, limits) : textBlocks(text, limits);
}

/** Control characters, and places that were no text, are of no document. */
const isStrange = (sign: string): boolean =>
  sign === "\ufffd" ||
  (sign < " " && sign !== "\t" && sign !== "\n" && sign !== "\r" && sign !== "\v" && sign !== "\f");

const isHtml = (text: string): boolean =>
  /<(?:!doctype html|html|table|body|meta|p|div|h[1-6])[\s>]/iu.test(text.slice(0, 4_000));

/** The blocks of a document. Throws an `OpenFailure`. */
export function openDocument(source: DocumentSource, limits: DocumentLimits): readonly Block[] {
  const blocks = openedBlocks(source, limits);
  if (blocks.length === 0) throw new OpenFailure("empty");
  return blocks;
}

function openedBlocks(source: DocumentSource, limits: DocumentLimits): readonly Block[] {
  if (source instanceof Uint8Array) return bytesBlocks(source, "", limits);
  if ("bytes" in source) return bytesBlocks(source.bytes, source.name, limits);
  const text = "html" in source ? source.html : source.text;
  if (text.length > limits.bytes) throw new OpenFailure("too-many-bytes", limits.bytes);
  return "html" in source ? htmlBlocks(text, limits) : textBlocks(text, limits);
}
