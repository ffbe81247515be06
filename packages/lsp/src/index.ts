/**
 * `@yardstick/lsp`: the language server of rubrics. It knows neither files nor streams: its caller passes a connection and a `Host`.
 */
export { type Host, type Preview, type PreviewRequest } from "./host.js";
export { startLanguageServer, type ServerOptions } from "./server.js";
