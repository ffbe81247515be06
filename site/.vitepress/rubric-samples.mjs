// Samples that run in the page: behind each fence of a rubric comes a button that opens it in an editor with its results. A sample that shows
// only lines or parts is completed by the page's own `rubric setup`, as in the tests that run the samples.

/** The setup with those fields alone that a sample names, beside key and period, so that the sample is not below a long list. */
const setupFor = (setup, body) =>
  setup
    .split("\n")
    .filter((line) => {
      const [, field] = /^ +([\p{L}\p{N}_]+)[:：]/u.exec(line) ?? [];
      return field === undefined || body.includes(field) || /\b(?:key|period)\b|主键|期别/u.test(line);
    })
    .join("\n");

/** The whole rubric of a sample by what its fence says after `rubric`; null where the fence is itself the setup. */
export function wholeRubric(kind, setup, body) {
  if (kind === "setup") return null;
  if (kind === "+parts") return setupFor(setup, body) + body;
  if (kind === "+lines") {
    const head = /^rubric\b/mu.test(setup) ? "item sample 10 points" : "条目 示例 10 分";
    return `${setupFor(setup, body)}${head} {\n${body.replaceAll(/^(?=.)/gmu, "  ")}}\n`;
  }
  return body;
}

/** The table in the fence behind a sample, where it is one. */
const tableAfter = (tokens, at) => {
  const next = tokens.slice(at + 1).find(({ type }) => type === "fence");
  return next?.info === "csv" ? next.content : "";
};

/** Adds the buttons to the pages that `md` renders. */
export function withRubricSamples(md) {
  const { fence } = md.renderer.rules;
  md.renderer.rules.fence = (tokens, at, options, env, self) => {
    const html = fence(tokens, at, options, env, self);
    const [what, kind] = tokens[at].info.trim().split(" ");
    if (what !== "rubric") return html;
    const body = tokens[at].content;
    if (kind === "setup") env.rubricSetup = body;
    const source = wholeRubric(kind, env.rubricSetup ?? "", body);
    if (source === null) return html;
    const attribute = (name, text) => ` ${name}="${encodeURIComponent(text)}"`;
    return `${html}<RubricSample${attribute("source", source)}${attribute("table", tableAfter(tokens, at))} />`;
  };
}
