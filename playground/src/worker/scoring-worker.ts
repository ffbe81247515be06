/** The Worker: answers the requests of the page that started it. */
import { serveRequests, type RequestPort } from "./serve-requests.js";

serveRequests(globalThis as unknown as RequestPort);
