import { chromium } from "playwright-core"; import { mkdtempSync, readFileSync } from "node:fs";
const axe = readFileSync("node_modules/axe-core/axe.min.js","utf8");
const ctx = await chromium.launchPersistentContext(mkdtempSync("/tmp/chr-"), { executablePath: "/usr/bin/chromium", args: ["--headless","--no-sandbox","--disable-gpu","--disable-quic","--no-first-run"], viewport: { width: 1280, height: 900 } });
for (const f of process.argv.slice(2)) {
  const page = await ctx.newPage(); await page.goto("file://" + f);
  for (const w of [1280, 360]) { await page.setViewportSize({ width: w, height: 900 }); 
    const over = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
    console.log(f, w, over);
    await page.screenshot({ path: `${f}-${w}.png`, clip: undefined, fullPage: false }); 
  }
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.addScriptTag({ content: axe });
  const r = await page.evaluate(() => axe.run());
  console.log(r.violations.map(v => [v.id, v.nodes.length, v.nodes[0].html.slice(0,120), v.nodes[0].failureSummary.slice(0,200)]));
  await page.pdf({ path: `${f}.pdf`, format: "A4", printBackground: true });
}
await ctx.close();
