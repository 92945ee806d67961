// Every link of the documentation site leads to a file of it, and to a place that is there: run by `npm run docs`.
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { dirname, join, resolve } from "node:path";

const site = new URL("../docs/site", import.meta.url).pathname;
const pages = readdirSync(site, { recursive: true, encoding: "utf8" }).filter((name) =>
  name.endsWith(".html"),
);
const texts = new Map(pages.map((page) => [join(site, page), readFileSync(join(site, page), "utf8")]));
const anchors = new Map(
  [...texts].map(([page, text]) => [
    page,
    new Set([...text.matchAll(/\s(?:id|name)="([^"]+)"/g)].map(([, id]) => id)),
  ]),
);

const dead: string[] = [];
let links = 0;
for (const [page, text] of texts)
  for (const [, raw = ""] of text.matchAll(/<(?:a|img|link|script)\b[^>]*?\s(?:href|src)="([^"]+)"/g)) {
    const [path = "", anchor] = raw.replaceAll("&amp;", "&").split("#");
    if (/^(?:https?|mailto|data):/.test(path)) continue;
    links += 1;
    const target = path === "" ? page : resolve(dirname(page), decodeURIComponent(path.split("?")[0] ?? ""));
    if (!existsSync(target) || !statSync(target).isFile())
      dead.push(`${page.slice(site.length + 1)}: ${raw}`);
    // The places of the hierarchy are drawn by the site's script when it is opened.
    else if (
      anchor &&
      !target.endsWith("/hierarchy.html") &&
      anchors.has(target) &&
      !anchors.get(target)?.has(decodeURIComponent(anchor))
    )
      dead.push(`${page.slice(site.length + 1)}: ${raw} (no such place)`);
  }

console.log(`${pages.length} pages, ${links} links, ${dead.length} dead`);
for (const link of new Set(dead)) console.log(link);
process.exitCode = dead.length > 0 || pages.length === 0 ? 1 : 0;
