// Checks the built site: every address that a page leads to is a file of the site, every part after `#` an element of it.

import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join, posix } from "node:path";
import { built } from "./gather.mjs";

const decoded = (text) => decodeURIComponent(text.replaceAll("&amp;", "&").replaceAll("&#39;", "'"));

/** Prints what leads nowhere, and how much was looked at. Returns the exit code. */
export function checkSite() {
  const home = join(built, "www");
  const files = readdirSync(home, { recursive: true }).filter((name) => name.endsWith(".html"));
  const texts = new Map(files.map((file) => [`/${file}`, readFileSync(join(home, file), "utf8")]));
  const anchors = new Map(
    [...texts].map(([file, text]) => [
      file,
      new Set([...text.matchAll(/ id="([^"]+)"/gu)].map(([, id]) => decoded(id))),
    ]),
  );
  const broken = new Set();
  let links = 0;
  for (const [file, text] of texts)
    for (const [, href] of text.matchAll(/<(?:a|img|link|script)\b[^>]* (?:href|src)="([^"]*)"/gu)) {
      if (/^(?:[a-z]+:|\/\/)/u.test(href) || href === "") continue;
      links += 1;
      const [path = "", anchor] = decoded(href).split("#");
      const absolute = path === "" ? file : posix.resolve(posix.dirname(file), path);
      const target = [absolute, `${absolute}.html`, posix.join(absolute, "index.html")].find((each) => texts.has(each));
      const isThere = target !== undefined || (path !== "/" && existsSync(join(home, absolute)));
      if (
        !isThere ||
        (anchor !== undefined && anchor !== "" && target !== undefined && !anchors.get(target)?.has(anchor))
      )
        broken.add(`${file}: ${href}`);
    }
  for (const link of broken) console.error(`leads nowhere: ${link}`);
  console.log(`${texts.size} pages, ${links} links, ${broken.size} lead nowhere`);
  return broken.size === 0 && texts.size > 0 ? 0 : 1;
}
