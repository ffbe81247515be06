// Pages of the repository as pages of the site: links lead to pages and files of the site, comments are removed. Code is left as it is.

import { existsSync, statSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import { root } from "../workspace.mjs";

/** A link, whose label may be code, or code alone, in which nothing is a link; whichever begins first. */
const LINK_OR_CODE = /(!?)\[((?:[^[\]]|\[[^\]]*\])*)\]\(([^)\s]+)\)|`+[^`]*`+/gu;
/** Files that the site offers as they are, by the end of their name. */
const OFFERED = /\.(?:png|svg|json|csv|rubric|html|ebnf|patch|mjs)$/u;
const MAX_OFFERED_BYTES = 1 << 20;

/** The part of an address that names a heading: as code hosts write it. */
export const slugOf = (heading) =>
  heading
    .trim()
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}\s_-]/gu, "")
    .replaceAll(/\s/gu, "-");

/** Where a page of the site is, from the root of the site. */
export const addressOf = (to, lang) => (lang === "zh" ? "/zh/" : "/") + to.replace(/(?<=^|\/)index$/u, "");

/** Applies `convert` to each line that is in no fence. */
function outsideFences(text, convert) {
  let fence = null;
  return text
    .split("\n")
    .map((line) => {
      const [, mark] = /^ *(`{3,}|~{3,})/u.exec(line) ?? [];
      if (mark !== undefined && (fence === null || mark.startsWith(fence))) {
        fence = fence === null ? mark : null;
        return line;
      }
      return fence === null ? convert(line) : line;
    })
    .join("\n");
}

/** Indented code as fenced code, which the site colours and scrolls. Code in lists stays as it is. */
function fenceIndented(text) {
  const lines = [];
  let block = null;
  const end = () => {
    if (block === null) return;
    while (block.at(-1) === "") block.pop();
    const isShell = block.every((line) => /^(?:\$ |#|npx? |npm |yardstick |code |git |$)/u.test(line));
    lines.push(isShell ? "```sh" : "```text", ...block, "```", "");
    block = null;
  };
  let before = "";
  let fence = null;
  for (const line of text.split("\n")) {
    const [, mark] = /^ *(`{3,}|~{3,})/u.exec(line) ?? [];
    const isFenced = fence !== null || mark !== undefined;
    if (mark !== undefined) fence = fence === null ? mark : mark.startsWith(fence) ? null : fence;
    if (
      !isFenced &&
      /^ {4}\S/u.test(line) &&
      (block !== null || (before === "" && !/^ *(?:[-*]|\d+\.) /u.test(lines.findLast((each) => each !== "") ?? "")))
    )
      block = [...(block ?? []), line.slice(4)];
    else if (block !== null && line === "") block.push("");
    else {
      end();
      lines.push(line);
    }
    before = line;
  }
  end();
  return lines.join("\n");
}

/** Changes the links of a page with `changeLink`, and the text that is neither link nor code with `convert`. */
const changeText = (text, changeLink, convert) =>
  outsideFences(text, (line) => {
    let [changed, at] = ["", 0];
    for (const found of line.matchAll(LINK_OR_CODE)) {
      const [whole, image, label, target] = found;
      changed += convert(line.slice(at, found.index));
      changed += target === undefined ? whole : changeLink({ whole, image, label, target });
      at = found.index + whole.length;
    }
    return changed + convert(line.slice(at));
  });

/** Lines of a Chinese paragraph joined, since a browser shows the end of a line as a space. */
function joinChinese(text) {
  const joined = [];
  let isFenced = false;
  for (const line of text.split("\n")) {
    const last = joined.at(-1) ?? "";
    if (/^ *(?:```|~~~)/u.test(line)) isFenced = !isFenced;
    const isChinese =
      /[\p{Script=Han}，。；：、！？）」』”]$/u.test(last) && /^(?:[\p{Script=Han}（「『“[]|`(?!`)|\*\*)/u.test(line);
    if (isChinese && !isFenced && !/^(?:#| {4}|\|)/u.test(last)) joined[joined.length - 1] = last + line;
    else joined.push(line);
  }
  return joined.join("\n");
}

/** The headings of a page as the parts of addresses that lead to them; a repeated one has a number. */
export function anchorsOf(text) {
  const counts = new Map();
  const anchors = new Set();
  outsideFences(text, (line) => {
    const [, heading] = /^#{1,6} (.*)$/u.exec(line) ?? [];
    if (heading === undefined) return line;
    const slug = slugOf(heading.replaceAll(/\[([^\]]*)\]\([^)]*\)/gu, "$1"));
    const count = counts.get(slug) ?? 0;
    counts.set(slug, count + 1);
    anchors.add(count === 0 ? slug : `${slug}-${count}`);
    return line;
  });
  return anchors;
}

/** The title of a page in a language: its first heading; of `English · 中文` the half in that language. */
export function titleOf(text, lang) {
  const [, heading = ""] = /^# (.*)$/mu.exec(text) ?? [];
  const halves = heading.split(" · ");
  const isChinese = (half) => /\p{Script=Han}/u.test(half);
  const half = halves.length === 2 ? halves.find((each) => isChinese(each) === (lang === "zh")) : undefined;
  return (half ?? heading).replaceAll("`", "");
}

/**
 * The page as the site has it. `pages` gives the address and the anchors of a source in each language; `offer` is called with each file
 * that the site must have, `report` with each link that leads nowhere.
 */
export function pageOf({ source, text, lang, pages, folders, offer, report }) {
  const resolveLink = ({ whole, image, label, target }) => {
    if (/^(?:[a-z]+:|#)/u.test(target)) {
      if (target.startsWith("#") && !pages.get(source)?.anchors.has(decodeURI(target.slice(1)))) report(source, target);
      return whole;
    }
    const [path = "", anchor] = target.split("#");
    const found = normalize(join(dirname(source), decodeURI(path))).replace(/\/$/u, "");
    const page =
      pages.get(found) ??
      pages.get(folders[found]) ??
      pages.get(join(found, lang === "zh" ? "README.zh-CN.md" : "README.md"));
    if (page !== undefined) {
      if (anchor !== undefined && !page.anchors.has(decodeURI(anchor))) report(source, target);
      const address = page.addresses[lang] ?? page.addresses.en ?? page.addresses.zh;
      return `[${label}](${address}${anchor === undefined ? "" : `#${anchor}`})`;
    }
    if (!existsSync(join(root, found))) {
      report(source, target);
      return label;
    }
    const { size } = statSync(join(root, found));
    if (OFFERED.test(found) && size <= MAX_OFFERED_BYTES) {
      offer(found);
      return `${image}[${label}](/files/${encodeURI(found)})`;
    }
    // Sources are no part of the site: their name is written as it is.
    return label;
  };
  // `<!-- sample: first.rubric -->` names the file that the code below it is.
  const named = text.replaceAll(/^<!-- sample: \S+\.(\w+) -->\n```\n/gmu, "```$1\n");
  const plain = joinChinese(fenceIndented(named.replaceAll(/^<!--[\s\S]*?-->\n?/gmu, "")));
  const body = changeText(plain, resolveLink, (piece) => piece.replaceAll("{{", "{ {"));
  return `---\ntitle: ${JSON.stringify(titleOf(text, lang))}\n---\n\n${body}`;
}
