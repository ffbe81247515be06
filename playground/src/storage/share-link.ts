/**
 * A project in the hash of an address: a version, then compressed JSON in URL-safe characters. Input is untrusted: its
 * size is checked before and during decompression, and its shape afterwards.
 */
import { readProjectFile, projectFile, type NamedProject } from "./project-file.js";

const MARK = "#y1.";
/** A link of any version of the app. */
const ANY = /^#y\d+\./;

/** Longest link, in characters, that mail and chat programs still transmit completely. */
export const MAX_LINK_LENGTH = 200_000;
const MAX_UNPACKED = 8_000_000;

/** The outcome of reading a hash; `none` when it is not a link of this app. */
export type SharedRead =
  | { readonly kind: "project"; readonly project: NamedProject }
  | { readonly kind: "none" }
  /** `unsupported`: this browser cannot decompress links. */
  | { readonly kind: "too-large" | "damaged" | "newer" | "unsupported" };

/** Whether this browser can create and read links. */
export function canCompress(): boolean {
  return typeof CompressionStream === "function" && typeof DecompressionStream === "function";
}

/** The hash of a project; the caller checks its length against `MAX_LINK_LENGTH`. */
export async function sharedHash(project: NamedProject): Promise<string> {
  const bytes = new TextEncoder().encode(projectFile(project.name, project.content));
  return (
    MARK + toLetters(await collected(new Blob([bytes]).stream().pipeThrough(new CompressionStream("deflate-raw"))))
  );
}

/** Reads the project in a hash. Never throws. */
export async function readSharedHash(hash: string): Promise<SharedRead> {
  if (!ANY.test(hash)) return { kind: "none" };
  if (!hash.startsWith(MARK)) return { kind: "newer" };
  if (hash.length > MAX_LINK_LENGTH) return { kind: "too-large" };
  if (!canCompress()) return { kind: "unsupported" };
  try {
    const packed = new Blob([fromLetters(hash.slice(MARK.length))]).stream();
    const bytes = await collected(packed.pipeThrough(new DecompressionStream("deflate-raw")), MAX_UNPACKED);
    if (bytes.length > MAX_UNPACKED) return { kind: "too-large" };
    const read = readProjectFile(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
    if (read.kind === "newer") return { kind: "newer" };
    const [project] = read.kind === "projects" ? read.projects : [];
    return project === undefined ? { kind: "damaged" } : { kind: "project", project };
  } catch {
    return { kind: "damaged" };
  }
}

/** Reads a stream and stops as soon as it exceeds `most` bytes. */
async function collected(
  stream: ReadableStream<Uint8Array<ArrayBuffer>>,
  most = Infinity,
): Promise<Uint8Array<ArrayBuffer>> {
  const reader = stream.getReader();
  const pieces: Uint8Array<ArrayBuffer>[] = [];
  let length = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    pieces.push(value);
    length += value.length;
    if (length > most) {
      await reader.cancel();
      break;
    }
  }
  return new Uint8Array(await new Blob(pieces).arrayBuffer());
}

function toLetters(bytes: Uint8Array): string {
  let binary = "";
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary).replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");
}

function fromLetters(letters: string): Uint8Array<ArrayBuffer> {
  const binary = atob(letters.replaceAll("-", "+").replaceAll("_", "/"));
  return Uint8Array.from(binary, (letter) => letter.charCodeAt(0));
}
