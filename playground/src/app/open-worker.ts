/** Starts the scoring Worker. */
import type { WorkerResponse } from "../protocol/protocol.js";
import type { WorkerPort } from "../store/scoring-client.js";
// oxlint-disable-next-line import/default -- the bundler provides the default export
import ScoringWorker from "../worker/scoring-worker.ts?worker";

/** Creates the Worker. Throws when the browser has no Workers. */
export function openWorker(): WorkerPort {
  const worker = new ScoringWorker();
  return {
    send: (request) => worker.postMessage(request, []),
    terminate: () => worker.terminate(),
    listen(onResponse, onError) {
      worker.addEventListener("message", ({ data }: MessageEvent<WorkerResponse>) => onResponse(data));
      worker.addEventListener("error", ({ message }) => onError(message));
    },
  };
}
