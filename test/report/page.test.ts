/** The page of results: what it says, what it never lets through, and how it stands in a browser and on paper. */
import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { assess } from "../../src/assess.ts";
import { criteriaSet } from "../../src/criteria.ts";
import { sheetPages } from "../../src/report/page.ts";
import { reportHtml } from "../../src/report.ts";
import { readRound } from "../../src/round/read.ts";
import { hasBrowser, openContext } from "../support/browser.ts";
import { num, over, plus, print, times } from "../support/oracle-score.ts";
import type { Raw } from "../support/random-round.ts";

const set = criteriaSet("hoa-lam/department/2026");
const communes = criteriaSet("hoa-lam/commune/2026");
const read = (file: string): Raw => JSON.parse(readFileSync(`docs/examples/${file}.json`, "utf8"));
const round = read("hoa-lam-departments-2026");
const communeRound = read("hoa-lam-communes-2026");

/** The text of a page, without its markup and style. */
const textOf = (page: string): string =>
  page
    .replace(/<style>.*?<\/style>/s, "")
    .replace(/<[^>]*>/g, " ")
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, "&")
    .replace(/\s+/g, " ");

describe("the page", () => {
  const page = reportHtml(set, round, { before: assess(set, round, { until: "first" }) });
  const assessment = assess(set, round);

  test("has every unit with its index, those without a place with the reason", () => {
    const text = textOf(page);
    for (const { places, unranked } of assessment.rankings) {
      for (const { unit, index } of places) {
        const name = round.units.find((it: Raw) => it.id === unit).name.vi;
        expect(text).toMatch(new RegExp(`${name}.*${index.replace(".", ",")} %`));
      }
      for (const { unit } of unranked)
        expect(text).toContain(round.units.find((it: Raw) => it.id === unit).name.vi);
    }
    expect(text).toContain("Số liệu minh họa, đơn vị hư cấu");
    expect(text).toContain("không có báo cáo tự đánh giá");
  });

  test("loads nothing and runs nothing", () => {
    expect(page).not.toMatch(/<script|<link|<img|<iframe|\ssrc=|href=|url\(|@import|\son\w+=/i);
  });

  test("has a score sheet for each unit, or for those asked for", () => {
    expect(page.match(/class="sheet"/g)).toHaveLength(round.units.length);
    expect(reportHtml(set, round, { units: [] })).not.toContain('class="sheet"');
    expect(() => reportHtml(set, round, { units: ["nobody"] })).toThrow(RangeError);
  });

  test("lets nothing from data become markup", () => {
    const name = `"><script>alert(1)</script><b>'&amp;`;
    const messy = { ...round, units: round.units.map((unit: Raw) => ({ ...unit, name: { vi: name } })) };
    const text = reportHtml(set, messy, { units: [round.units[0].id] });
    expect(text).not.toMatch(/<script|<b>/);
    expect(text).toContain("&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;&lt;b&gt;&#39;&amp;amp;");
  });

  test("shows the public no holder of a role and no reason of the council", () => {
    const open = reportHtml(set, round, { audience: "public" });
    const reasons = round.ledger
      .map((entry: Raw) => entry.reason)
      .filter((it: Raw) => it?.length > 30 && !JSON.stringify(set).includes(it.slice(0, 30)));
    expect(reasons.length).toBeGreaterThan(10);
    const shut = textOf(open);
    for (const reason of reasons) expect(shut).not.toContain(reason.slice(0, 30));
    for (const holder of round.councils.flatMap((council: Raw) =>
      council.roles.flatMap((role: Raw) => role.holders ?? []),
    ))
      expect(shut).not.toContain(holder);
    expect(textOf(page)).toContain("biên bản đối soát");
    expect(() => Reflect.apply(reportHtml, undefined, [set, round, { audience: "all" }])).toThrow(RangeError);
  });

  test("is stamped where there is no final act, and not where there is", () => {
    const [, general = "", special = ""] = reportHtml(set, round, { units: [] }).split("<section");
    expect(general).not.toContain("CHƯA PHÊ DUYỆT");
    expect(special).toContain("CHƯA PHÊ DUYỆT");
    const open = reportHtml(communes, { ...communeRound, acts: [] }, { units: [] });
    expect(open).toContain("CHƯA PHÊ DUYỆT");
    expect(reportHtml(communes, { ...communeRound, acts: [] }, { units: [], language: "en" })).toContain(
      "NOT YET APPROVED",
    );
  });
});

describe("a score sheet", () => {
  test.each([
    [set, round],
    [communes, communeRound],
  ] as const)("recomputes: its terms sum to the index, rounded once (%#)", (of, given) => {
    const { places, mode } = of.policies.rounding;
    const page = reportHtml(of, given, { language: "en" });
    const sheets = page.split('class="sheet"').slice(1);
    let seen = 0;
    for (const sheet of sheets) {
      const steps = [...sheet.matchAll(/: (−?[\d,.]+) ÷ ([\d,.]+) × 100 = (−?[\d,.]+)<\/li>/g)];
      const printed = /rounded once: (−?[\d,.]+)%/.exec(sheet)?.[1];
      if (printed === undefined) continue;
      seen += 1;
      const value = (text: string | undefined) => num((text ?? "").replace("−", "-").replace(/,/g, ""));
      const sum = steps
        .map(([, points, max]) => times(over(value(points), value(max)), num("100")))
        .reduce(plus, num("0"));
      expect(print(sum, places, mode)).toBe(printed.replace("−", "-"));
      for (const [, points, max, percent] of steps)
        expect(print(times(over(value(points), value(max)), num("100")), 6, "half-up")).toBe(
          print(value(percent), 6, "half-up"),
        );
    }
    expect(seen).toBeGreaterThan(10);
  });

  test.each([
    [set, round],
    [communes, communeRound],
  ] as const)("adds up: what is printed of items and lines is the total, to six places (%#)", (of, given) => {
    const sheets = reportHtml(of, given, { language: "en" })
      .split('class="sheet"')
      .slice(1)
      .filter((it) => it.includes("rounded once: "));
    const sums = sheets.map((sheet) => {
      const rows = sheet.split("<tr").slice(2);
      const lasts = rows.map((row) => [...row.matchAll(/<td class="num">([^<]*)<\/td>/g)].at(-1)?.[1] ?? "–");
      const values = lasts.map((text) => Number(text.replace("–", "0").replace("−", "-").replace(/,/g, "")));
      const isNode = (at: number) => /^ class="(?:domain|node)">/.test(rows[at] ?? "");
      const parts = values.slice(0, -1).filter((_, at) => !isNode(at));
      return Math.abs(parts.reduce((sum, it) => sum + it, 0) - (values.at(-1) ?? 0));
    });
    expect(sums.length).toBeGreaterThan(10);
    expect(Math.max(...sums)).toBeLessThan(0.0001);
  });

  test("alone on its page it names set and round once, and the stamp lies across every printed page", () => {
    const unit = communeRound.units[0].id;
    const [page] = [...sheetPages(communes, readRound(communes, communeRound), { units: [unit] })];
    expect(page?.html.split(communes.title.vi)).toHaveLength(2);
    expect(page?.html.match(/<i data-text="CHƯA PHÊ DUYỆT">/g)?.length).toBeGreaterThan(3);
  });

  test("says which grade the index reaches and which condition keeps the unit from it", () => {
    const text = textOf(reportHtml(communes, communeRound, { units: ["hoa-lam-xa-minh-khuong"] }));
    expect(text).toContain("Chỉ số đạt mức của loại “Xuất sắc” nhưng chưa đủ điều kiện");
    expect(text).toContain("Điều kiện: mục 7");
  });
});

describe.runIf(hasBrowser)("in a browser", () => {
  let browser: Awaited<ReturnType<typeof openContext>>;
  beforeAll(async () => {
    browser = await openContext();
  });
  afterAll(() => browser.close());

  const long = "Ủy ban nhân dân xã có một cái tên rất dài mà bảng nào cũng phải chứa được cho trọn vẹn";
  const pages = {
    departments: () =>
      reportHtml(set, round, {
        before: assess(set, round, { until: "first" }),
        units: ["hoa-lam-so-cong-thuong"],
      }),
    "communes, not approved, in English": () =>
      reportHtml(
        communes,
        { ...communeRound, acts: [] },
        { language: "en", audience: "public", units: [communeRound.units[0].id] },
      ),
    "long names": () =>
      reportHtml(
        communes,
        {
          ...communeRound,
          units: communeRound.units.map((it: Raw) => ({ ...it, name: { vi: `${long} ${it.id}` } })),
        },
        { units: [communeRound.units[0].id] },
      ),
  };

  test.each(Object.entries(pages))("axe finds no violation and nothing is cut: %s", async (_, make) => {
    const tab = await browser.context.newPage();
    await tab.setContent(make());
    for (const width of [360, 1280]) {
      await tab.setViewportSize({ width, height: 900 });
      const isCut = await tab.evaluate("document.documentElement.scrollWidth > innerWidth");
      expect(isCut).toBe(false);
    }
    await tab.addScriptTag({ path: "node_modules/axe-core/axe.min.js" });
    const found = await tab.evaluate(
      "axe.run().then(({ violations }) => violations.map(({ id, nodes }) => [id, nodes[0].html]))",
    );
    expect(found).toEqual([]);
    await tab.close();
  });
});
