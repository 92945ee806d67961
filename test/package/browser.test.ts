/**
 * The packed package in a browser, under a policy that allows no code but the page's own files: as it is, through an
 * import map, and bundled. On a machine without Chromium only the files are looked at.
 */
import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { build } from "esbuild";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Browser, hasBrowser, openBrowser } from "../support/browser.ts";
import { type Installed, installPacked, run } from "../support/packed.ts";

let installed: Installed;
beforeAll(async () => {
  installed = await installPacked();
});
afterAll(() => installed?.remove());

const entries = ["index", "criteria", "audit", "check", "process", "report"];

test("the entries, and what they import, name no module of Node", () => {
  const dist = join(installed.folder, "node_modules/par-index/dist");
  const seen = new Set<string>();
  const visit = (file: string): void => {
    if (seen.has(file)) return;
    seen.add(file);
    const text = readFileSync(join(dist, file), "utf8");
    const named = /^(?:import|export)\b[^"']*["']([^"']+)["'];?$/gm;
    for (const [, from = ""] of text.matchAll(named)) {
      if (from.startsWith("./")) visit(from.slice(2));
      else expect(["zod/mini", "decimal.js"], `${file} imports ${from}`).toContain(from);
    }
  };
  for (const entry of entries) visit(`${entry}.js`);
  expect(seen.size).toBeGreaterThan(entries.length);
  expect(readdirSync(dist)).toEqual(expect.arrayContaining([...seen]));
});

function browserTests(): void {
  let browser: Browser;
  let expected: string;
  beforeAll(async () => {
    const { folder } = installed;
    await build({
      entryPoints: [join(folder, "browser.mjs")],
      outfile: join(folder, "bundle.js"),
      bundle: true,
      format: "esm",
      logLevel: "error",
    });
    expected = (await run(process.execPath, ["esm.mjs"], { cwd: folder })).stdout;
    browser = await openBrowser(folder);
  });
  afterAll(() => browser?.close());

  const strict = "default-src 'none'; script-src 'self'; connect-src 'self'; img-src data:";
  const calm = { violations: [], complaints: [] };

  test("a breach of the policy is seen", async () => {
    const { violations } = await browser.visit('<script type="module" src="/breach.mjs"></script>', strict);
    expect(violations.join()).toContain("script-src");
  });

  test("bundled, it gives the same bytes as on Node and breaks no policy", async () => {
    const visit = await browser.visit('<script type="module" src="/bundle.js"></script>', strict);
    expect(visit.result.slice(0, 500)).toBe(expected.slice(0, 500));
    expect(visit.result === expected).toBe(true);
    expect(visit).toMatchObject(calm);
  });

  test("its files as they are, named by an import map, give the same bytes and break no policy", async () => {
    const dist = "/node_modules/par-index/dist";
    const own = entries.map((name) => [
      name === "index" ? "par-index" : `par-index/${name}`,
      `${dist}/${name}.js`,
    ]);
    const imports = {
      ...Object.fromEntries(own),
      "zod/mini": "/node_modules/zod/mini/index.js",
      "decimal.js": "/node_modules/decimal.js/decimal.mjs",
    };
    const map = JSON.stringify({ imports });
    const hash = createHash("sha256").update(map).digest("base64");
    const visit = await browser.visit(
      `<script type="importmap">${map}</script><script type="module" src="/browser.mjs"></script>`,
      strict.replace("script-src 'self'", `script-src 'self' 'sha256-${hash}'`),
    );
    expect(visit.result.slice(0, 500)).toBe(expected.slice(0, 500));
    expect(visit.result === expected).toBe(true);
    expect(visit).toMatchObject(calm);
  });
}

if (hasBrowser) describe("Chromium under a strict Content-Security-Policy", browserTests);
else console.warn("no Chromium here: the packed package was not tried in a browser");
