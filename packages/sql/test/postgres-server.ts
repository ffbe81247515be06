// A PostgreSQL server of its own for tests, in a new folder and on a socket alone, where the machine has one.

import { execFileSync, spawn } from "node:child_process";
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";

export interface PostgresServer {
  /** Folder of the socket. */
  readonly host: string;
  readonly user: string;
  stop(): Promise<void>;
}

/** A server does not run as root; then it runs as the user that owns nothing. */
const NO_SUBJECT = 65_534;
const USER = "yardstick";

/** The folder with `initdb` and `postgres`; null where there is none. */
export function postgresFolder(): string | null {
  const debian = "/usr/lib/postgresql";
  const versions = existsSync(debian) ? readdirSync(debian).map((version) => join(debian, version, "bin")) : [];
  const folders = [...(process.env["PATH"] ?? "").split(delimiter), ...versions];
  return folders.find((folder) => ["initdb", "postgres"].every((name) => existsSync(join(folder, name)))) ?? null;
}

export async function startPostgres(folder: string): Promise<PostgresServer> {
  const host = mkdtempSync(join(tmpdir(), "yardstick-postgres-"));
  const identity = process.getuid?.() === 0 ? { uid: NO_SUBJECT, gid: NO_SUBJECT } : {};
  if ("uid" in identity) chownSync(host, NO_SUBJECT, NO_SUBJECT);
  const data = join(host, "data");
  const init = ["-D", data, "-U", USER, "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync"];
  execFileSync(join(folder, "initdb"), init, { cwd: host, stdio: "ignore", ...identity });
  const settings = ["listen_addresses=", "fsync=off", "jit=off"].flatMap((each) => ["-c", each]);
  const server = spawn(join(folder, "postgres"), ["-D", data, "-k", host, ...settings], {
    cwd: host,
    stdio: ["ignore", "ignore", "pipe"],
    ...identity,
  });
  const ended = new Promise<void>((resolve) => server.once("exit", () => resolve()));
  await new Promise<void>((resolve, reject) => {
    server.once("exit", () => reject(new Error("the server ended")));
    server.stderr.on("data", (text: Buffer) => {
      if (text.toString().includes("ready to accept connections")) resolve();
    });
  });
  return {
    host,
    user: USER,
    stop: async () => {
      server.kill("SIGINT");
      await ended;
      rmSync(host, { recursive: true, force: true });
    },
  };
}
