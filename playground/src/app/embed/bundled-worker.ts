/**
 * Starts the Workers of the elements, all from one file, whose address the build puts in. Where the file cannot be run as a Worker, for lack
 * of it beside a bundle or by the policy of the page, rubrics are scored in the page's own thread.
 */
import type { WorkerRequest, WorkerResponse } from "../../protocol/protocol.js";
import type { WorkerPort } from "../../store/scoring-client.js";

/** Address of the file; the build replaces the name. */
declare const YARDSTICK_WORKER: string;

interface ScriptPolicy {
  createScriptURL(address: string): string;
}

const { trustedTypes } = globalThis as {
  readonly trustedTypes?: { createPolicy(name: string, rules: ScriptPolicy): ScriptPolicy };
};
const policy: ScriptPolicy | undefined = trustedTypes?.createPolicy("yardstick-worker", {
  createScriptURL: (address) => address,
});
const trusted = (address: string): string => policy?.createScriptURL(address) ?? address;

/** What a Worker of the file does, by the Worker's name. */
export type WorkerRole = "yardstick-scoring" | "yardstick-editor";

let ownAddress: string | null = null;

/** A Worker must come from the page's own origin; a blob of the page, one for all Workers, may import from others. */
function addressOfOwn(): string {
  const address = YARDSTICK_WORKER;
  if (new URL(address, location.href).origin === location.origin) return address;
  return URL.createObjectURL(new Blob([`importScripts(${JSON.stringify(address)})`], { type: "text/javascript" }));
}

/** Starts a Worker. Throws where the page cannot have it. */
export function startWorker(role: WorkerRole): Worker {
  ownAddress ??= addressOfOwn();
  return new Worker(trusted(ownAddress), { name: role });
}

/** Whether the file could not be run as a Worker before. */
let isUnavailable = false;

/** Starts scoring in a Worker, or in the page's thread where there can be none. */
export function openWorker(): WorkerPort {
  const before: WorkerRequest[] = [];
  let onResponse: (response: WorkerResponse) => void = () => {};
  let onError: (message: string) => void = () => {};
  let isHeard = false;
  let isEnded = false;
  let port: { postMessage(request: WorkerRequest): void; end(): void } | null = null;

  const receive = ({ data }: MessageEvent<WorkerResponse>) => {
    isHeard = true;
    before.length = 0;
    onResponse(data);
  };
  const scoreInPage = async (): Promise<void> => {
    port?.end();
    port = null;
    if (!isUnavailable)
      console.warn(
        "Yardstick: yardstick-worker.js could not be started as a Worker; rubrics are scored in the page's own thread.",
      );
    isUnavailable = true;
    const { serveRequests } = await import("../../worker/serve-requests.js");
    if (isEnded) return;
    const { port1, port2 } = new MessageChannel();
    serveRequests(port1);
    port1.start();
    port2.addEventListener("message", receive);
    port2.start();
    port = {
      postMessage: (request) => port2.postMessage(request, []),
      end: () => port2.close(),
    };
    for (const request of before) port.postMessage(request);
  };
  const scoreInWorker = () => {
    const worker = startWorker("yardstick-scoring");
    worker.addEventListener("message", receive);
    worker.addEventListener("error", ({ message }) => {
      if (isHeard) onError(message);
      else if (!isEnded) scoreInPage().catch((error: unknown) => onError(String(error)));
    });
    port = { postMessage: (request) => worker.postMessage(request, []), end: () => worker.terminate() };
  };

  try {
    if (isUnavailable) throw new Error("there is no Worker");
    scoreInWorker();
  } catch {
    scoreInPage().catch((error: unknown) => onError(String(error)));
  }
  return {
    send(request) {
      if (!isHeard) before.push(request);
      port?.postMessage(request);
    },
    terminate() {
      isEnded = true;
      port?.end();
    },
    listen(response, error) {
      onResponse = response;
      onError = error;
    },
  };
}
