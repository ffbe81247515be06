/** Entry of the file that all Workers of the elements run; the name of a Worker says what it does. */
import { serveRequests, type RequestPort } from "../../worker/serve-requests.js";
import type { WorkerRole } from "./bundled-worker.js";

const role = self.name as WorkerRole;
if (role === "yardstick-editor") void import("../../views/monaco/editor-worker.js");
else serveRequests(globalThis as unknown as RequestPort);
