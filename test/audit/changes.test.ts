/** What the council changed for one unit: everything that changed points, and nothing that was only looked at. */

import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buildSync } from "esbuild";
import { criteriaSet } from "par-index/criteria";
import { expect, test } from "vitest";
import { assess } from "../../src/assess.ts";
import { compare } from "../../src/audit/compare.ts";
import { changesOf, changesText, differenceText } from "../../src/audit/difference-text.ts";
import { canonicalText } from "../../src/audit/digest.ts";
import { rankIntervals, rankIntervalsText } from "../../src/audit/intervals.ts";
import { seal, statementOf } from "../../src/audit/record.ts";
import { exactText, readFraction, subtract, sum } from "../../src/number.ts";
import { checkout } from "../support/packed.ts";

const set = criteriaSet("hoa-lam/department/2026");
const file = new URL("../../docs/examples/hoa-lam-departments-2026.json", import.meta.url);
const round = JSON.parse(readFileSync(file, "utf8"));
const unit = "hoa-lam-so-y-te";

test("what an acceptance after a return changed is listed, and what was changed back has a net of 0", () => {
  const { changes } = changesOf(set, round, unit);
  const nets = new Map(changes.map(({ item, net }) => [item, net?.exact]));
  expect([nets.get("1.4.1"), nets.get("1.6.1"), nets.get("9.2.1")]).toEqual(["0", "-0.5", "-1"]);
  const back = changes.find(({ item }) => item === "1.4.1");
  expect(back?.stages.map(({ stage, points }) => `${stage} ${points?.exact}`)).toEqual([
    "first 0.25",
    "second 0.5",
  ]);
});

test("points as self-assessed and the changes give the points that stand, item by item", () => {
  const [self, final] = (["self", undefined] as const).map((until) => {
    const { scores } = assess(set, round, { until });
    return new Map(scores.find((it) => it.unit === unit)?.items.map((it) => [it.item, it]));
  });
  const exactOf = (it: { fraction?: string | undefined; points?: string | undefined } | undefined) =>
    it?.points === undefined ? undefined : readFraction(it.fraction ?? it.points);
  const listed = new Map(changesOf(set, round, unit).changes.map((it) => [it.item, it]));
  let seen = 0;
  for (const [item, own] of final ?? []) {
    const [before, after] = [exactOf(self?.get(item)), exactOf(own)];
    const change = listed.get(item);
    if (own.state === undefined || change?.net === undefined || before === undefined || after === undefined)
      continue;
    seen += 1;
    expect(change.net.exact).toBe(exactText(subtract(after, before)));
  }
  expect(seen).toBeGreaterThan(8);
});

test("the total is the sum of the nets, and its words say it with one sign", () => {
  const changes = changesOf(set, round, unit);
  const nets = changes.changes.flatMap(({ net }) => (net === undefined ? [] : [readFraction(net.exact)]));
  expect(changes.net.exact).toBe(exactText(sum(nets)));
  const lines = changesText(changes, "vi").split("\n");
  expect(lines[0]).toBe("Sở Y tế tỉnh Hoa Lâm: Hội đồng thay đổi điểm ở 15 mục, tính chung −3,8 điểm.");
  expect(Math.max(...lines.map(({ length }) => length))).toBeLessThanOrEqual(100);
  const silent = { ...round, ledger: [], acts: [] };
  expect(changesOf(set, silent, unit).changes).toEqual([]);
  expect(() => changesOf(set, round, "so-x")).toThrow(RangeError);
});

test("why one unit stands above another is said in ten parts, the rest together", () => {
  const difference = compare({ set, round, unit }, { set, round, unit: "hoa-lam-so-cong-thuong" });
  const lines = differenceText(difference, "en", { most: 10 }).split("\n");
  expect(lines.filter((line) => line.startsWith("- "))).toHaveLength(11);
  expect(lines.at(-1)).toBe("- the other 63 parts together: +10.32 percentage points");
  expect(Math.max(...lines.map(({ length }) => length))).toBeLessThanOrEqual(100);
  expect(() => differenceText(difference, "en", { most: 0 })).toThrow(RangeError);
});

test("places that hang on decimals or on the exact index are told without any option", () => {
  const { groups, vary, runs, seed } = rankIntervals(set, round);
  expect({ vary, runs, seed }).toEqual({
    vary: { rounding: true, precision: true, surveys: true },
    runs: 1000,
    seed: 1,
  });
  const third = groups[0]?.units[2];
  expect(third?.precision).toEqual([
    { places: 1, place: 5 },
    { places: 3, place: 3 },
    { places: "exact", place: 3 },
  ]);
  expect(third?.worst).toBeGreaterThanOrEqual(5);
  const text = rankIntervalsText(rankIntervals(set, round, { vary: { precision: true } }), "vi");
  expect(text).toContain(
    "hoa-lam-so-chuyen-doi-so: hạng 3, có thể từ hạng 3 đến 5: 1 chữ số thập phân: hạng 5.",
  );
  expect(text).toContain("hoa-lam-so-y-te: hạng 15, không thay đổi.");
});

test("the subject of a statement is the canonical file of its record", () => {
  const record = seal(set, round, { unit });
  const sha256 = createHash("sha256").update(canonicalText(record), "utf8").digest("hex");
  expect(statementOf(record)).toEqual({
    _type: "https://in-toto.io/Statement/v1",
    subject: [{ name: `hoa-lam/department/2026.1/${unit}`, digest: { sha256 } }],
    predicateType: "https://par-index/sealed-record/v1",
    predicate: { set: record.set, round: record.round, unit, group: "general", digest: record.digest },
  });
  const group = seal(set, round, { group: "special" });
  expect(statementOf(group).predicate).toMatchObject({ root: group.root, digest: group.digest });
});

test("what the page shows writes a statement, and with openssl signs and checks it", () => {
  const folder = mkdtempSync(join(tmpdir(), "par-index-"));
  const record = seal(set, round, { unit });
  writeFileSync(join(folder, "sealed.json"), JSON.stringify(record, undefined, 2));
  const page = readFileSync(new URL("../../docs/what-a-seal-proves.md", import.meta.url), "utf8");
  const fence = (language: string): string =>
    new RegExp(`\`\`\`${language}\n([\\s\\S]*?)\`\`\``).exec(page)?.[1] ?? "exit 1";
  buildSync({
    stdin: { contents: fence("js"), resolveDir: checkout },
    outfile: join(folder, "write.mjs"),
    bundle: true,
    platform: "node",
    format: "esm",
    mainFields: ["module", "main"],
    alias: { "par-index/audit": join(checkout, "src/audit.ts") },
  });
  execFileSync(process.execPath, ["write.mjs", "sealed.json"], { cwd: folder });
  expect(readFileSync(join(folder, "statement.json"), "utf8")).toBe(canonicalText(statementOf(record)));
  const script = fence("sh");
  const told = execFileSync("sh", ["-e", "-c", script], { cwd: folder, encoding: "utf8" });
  expect(told).toContain("Signature Verified Successfully");
  expect(told).toContain(statementOf(record).subject[0].digest.sha256);
  rmSync(folder, { recursive: true });
});
