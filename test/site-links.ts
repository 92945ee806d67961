// Every link of the documentation site leads to a file of it, and to a place that is there; what is written to be read is a
// page, and the search has the words of the glossary. Run by `npm run docs`.
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { inflateSync } from "node:zlib";

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
    else if (target.endsWith(".md"))
      dead.push(`${page.slice(site.length + 1)}: ${raw} (no page: it lacks in projectDocuments)`);
    // The places of the hierarchy are drawn by the site's script when it is opened.
    else if (
      anchor &&
      !target.endsWith("/hierarchy.html") &&
      anchors.has(target) &&
      !anchors.get(target)?.has(decodeURIComponent(anchor))
    )
      dead.push(`${page.slice(site.length + 1)}: ${raw} (no such place)`);
  }

const [, packed = ""] = /"(.*)"/.exec(readFileSync(join(site, "assets/search.js"), "utf8")) ?? [];
const { index } = JSON.parse(inflateSync(Buffer.from(packed, "base64")).toString("utf8"));
const terms: readonly string[] = index.invertedIndex.map(([term]: readonly [string]) => term);
// The page of the search asks for terms that hold what was typed.
const known = terms.join("\n");
const glossary = readFileSync(new URL("../docs/glossary.md", import.meta.url), "utf8").normalize("NFC");
const words = new Set(glossary.toLowerCase().match(/\p{L}+/gu));
const notFound = [...words].filter((word) => !known.includes(word));
if (notFound.length > 0) dead.push(`the search does not find: ${notFound.join(", ")}`);

console.log(`${words.size - notFound.length} words of the glossary are found`);
console.log(`${pages.length} pages, ${links} links, ${dead.length} dead`);
for (const link of new Set(dead)) console.log(link);
process.exitCode = dead.length > 0 || pages.length === 0 ? 1 : 0;
