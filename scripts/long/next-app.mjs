// A project of Next.js that uses the packages on both sides: a page made on the server compiles, scores and explains; a component of the
// client shows the elements. The policy is that of Next.js's own guide, a nonce for the scripts that it writes into the page.

import { spawn } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { dirname, join } from "node:path";

/** The packages of the project, besides ours. */
export const NEXT_TOOLS = ["next@16", "react@19", "react-dom@19"];

const filesOf = (library, rubric) => ({
  "next.config.mjs": "export default {};\n",
  "proxy.js": `import { NextResponse } from "next/server";
export function proxy(request) {
  const nonce = crypto.randomUUID().replaceAll("-", "");
  const policy = \`default-src 'self'; script-src 'self' 'nonce-\${nonce}'\`;
  const headers = new Headers(request.headers);
  headers.set("content-security-policy", policy);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set("content-security-policy", policy);
  return response;
}
`,
  "app/layout.js": `export default function Layout({ children }) {
  return <html lang="en"><body>{children}</body></html>;
}
`,
  "app/page.js": `import { compile } from "yardstick";
import { Results } from "./results";
export const dynamic = "force-dynamic";
export default function Page() {
  ${library}
  return <main><output>{found}</output><Results /></main>;
}
`,
  // React passes no properties and events to an element that the server has rendered, so the elements are left to the client.
  "app/results.js": `"use client";
import dynamic from "next/dynamic";
export const Results = dynamic(() => import("./elements"), { ssr: false });
`,
  "app/elements.js": `import "@yardstick/elements/react";
const rubric = ${JSON.stringify(rubric)};
export default function Elements() {
  return <>
    <yardstick-results
      id="reports"
      rubric={rubric}
      data={[{ name: "A", late: 3 }, { name: "B", late: 1 }]}
      onyardstick-result={({ detail }) => {
        document.title = String(detail.result?.subjects.map(({ key, score }) => key + score));
      }}
    />
    <yardstick-editor for="reports" />
  </>;
}
`,
});

/** A free port of this machine. */
const freePort = () =>
  new Promise((resolve) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });

async function answer(address, deadline = Date.now() + 60_000) {
  for (;;) {
    try {
      return await (await fetch(address)).text();
    } catch (error) {
      if (Date.now() > deadline) throw error;
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
  }
}

/** Writes the project into a folder of one where the packages are installed, and builds it. */
export function buildNextApp(cwd, call, library, rubric) {
  for (const [name, text] of Object.entries(filesOf(library, rubric))) {
    const file = join(cwd, "next-app", name);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  call("next", "build", "next-app");
}

/** Serves the built project while `use` runs, with the page that the server sends. */
export async function serveNextApp(cwd, env, use) {
  const port = await freePort();
  const server = spawn(
    "node",
    [join(cwd, "node_modules/next/dist/bin/next"), "start", "next-app", "-p", String(port)],
    {
      cwd,
      env,
      stdio: "ignore",
    },
  );
  try {
    const address = `http://localhost:${port}/`;
    return await use(address, await answer(address));
  } finally {
    server.kill();
  }
}
