/** What the page requests besides evaluations, details, marks and notes. Loaded with the first such request. */
import type { WhatIfSession } from "@yardstick/stage/session";
import type { TableText } from "../project/project.js";
import { tablesChange } from "../protocol/table-changes.js";
import type { Feature, FeatureRequest, FileRequest, ResponseOf } from "../protocol/protocol.js";
import type { Assistant } from "./assistant.js";
import type { LastScored } from "./evaluate.js";

/** What the Worker knows when a request arrives. */
interface Known {
  /** The last successful evaluation. */
  readonly last: LastScored | null;
  /** The tables of each file, as last sent by the page. */
  readonly tables: ReadonlyMap<string, readonly TableText[]>;
  /** The text of each file at the last request for an evaluation. */
  readonly texts: ReadonlyMap<string, string>;
}

/** The requests that are answered here. */
type OtherRequest = Exclude<FeatureRequest, { readonly feature: "marks" | "subjects" | "notes" }>;

let session: Promise<WhatIfSession> | null = null;

/** Loaded when a page first opens the stage. */
function whatIfSession(): Promise<WhatIfSession> {
  return (session ??= import("@yardstick/stage/session").then(({ WhatIfSession: Session }) => new Session()));
}

let editorAssistant: Promise<Assistant> | null = null;

/** Loaded when a page first shows the text editor. */
function assistant(): Promise<Assistant> {
  return (editorAssistant ??= import("./assistant.js").then(({ Assistant: EditorAssistant }) => new EditorAssistant()));
}

/** The response to a request for a feature; null when it needs an evaluation and there is none. */
export async function featureResponse(
  requested: OtherRequest,
  { last, tables, texts }: Known,
): Promise<ResponseOf<Feature>> {
  const { lang } = requested;
  switch (requested.feature) {
    case "sheet":
      return last === null ? null : (await import("./sheet.js")).sheet(last, requested.request, lang);
    case "impact":
      return last === null ? null : (await import("./impacts.js")).impactAt(last, requested.request, lang);
    case "print":
      return last === null ? null : (await import("./print-pages.js")).printPage(last, requested.request, lang);
    case "json":
      return (await import("./as-json.js")).asJson(last, requested.request);
    case "read": {
      if (last === null) return null;
      const { readFiles } = await import("./table-files.js");
      return readFiles(last.program, requested.request.files, requested.request.rows, lang);
    }
    case "collect": {
      if (last === null) return null;
      const { collectFiles } = await import("./collect-files.js");
      const { request } = requested;
      const present = tables.get(request.path) ?? [];
      const { tables: merged, ...collected } = collectFiles(last.program, present, request, lang);
      return { ...collected, change: tablesChange(present, merged) };
    }
    case "document":
      return (await import("./reading-sheet.js")).readingSheet(requested.request, lang);
    case "recognise":
      return (await import("./reading-sheet.js")).isDocument(requested.request.source);
    case "insertion":
      return (await import("./insertion.js")).insertion(requested.request, lang);
    case "comparison":
      return (await import("./comparison.js")).comparison(requested.request, lang);
    case "sample":
      return (await import("./sample.js")).sample(requested.request, lang);
    case "paper":
      return (await import("./paper.js")).paper(requested.request);
    case "fix": {
      if (last === null) return null;
      const { fixPeriod } = await import("./fix-period.js");
      return fixPeriod(last, tables.get(requested.request.path) ?? [], requested.request, lang);
    }
    case "demonstrate":
      return (await whatIfSession()).respond(last, requested.request, lang);
    case "write":
      return await fileBytes(last, requested.request, lang);
    default:
      return (await assistant()).respond(requested, (path) => texts.get(path) ?? null);
  }
}

/** The bytes of a file for download; null when nothing has been scored. */
async function fileBytes(
  last: LastScored | null,
  request: FileRequest,
  lang: FeatureRequest["lang"],
): Promise<Uint8Array<ArrayBuffer> | null> {
  if (last === null) return null;
  const files = await import("./table-files.js");
  switch (request.kind) {
    case "tables":
      return new Uint8Array(await files.tablesWorkbook(last.program, request.title, request.tables, lang));
    case "form":
      return new Uint8Array(await files.formWorkbook(last, request.assessor, lang));
    case "forms":
      return new Uint8Array(await files.formsArchive(last, request.assessors, lang));
    case "missing":
      return new Uint8Array(await files.missingWorkbook(request.departments, lang));
    case "results":
      return new Uint8Array(await files.resultWorkbook(last, lang));
  }
}
