/** The self-score that a form computes, recalculated by LibreOffice: the points that the library gives for those figures. */
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { criteriaSet } from "../../src/criteria.ts";
import type { CriteriaSet, Facts } from "../../src/criteria-set.ts";
import { readCriteriaSet } from "../../src/index.ts";
import { readFraction, rounded } from "../../src/number.ts";
import { elementAt } from "../../src/plain.ts";
import { planOf } from "../../src/plan.ts";
import type { ResultCell } from "../../src/report/workbook.ts";
import type { Unit } from "../../src/round.ts";
import type { LeafContext, Rule } from "../../src/rule.ts";
import { ruleFormula } from "../../src/rules/kinds.ts";
import type { RowCell } from "../../src/sheets/cell.ts";
import { checkSelfAssessmentRows } from "../../src/sheets/filled-form.ts";
import { rowFigures } from "../../src/sheets/form.ts";
import { type LaidSheet, laidForm } from "../../src/sheets/laid-form.ts";
import { openWorkbook, workbookBytes } from "../../src/workbook.ts";
import { type Draw, ownKinds, type Raw, randomFacts, randomSet } from "../support/random-round.ts";
import { hasOffice, recalculated } from "../support/recalculated.ts";
import { leaf, pointsOf } from "../support/rules.ts";

const unit: Unit = { id: "u", name: { vi: "Đơn vị" }, group: "g", kinds: [], replaces: [] };

/** A form with what was typed into it: facts of each leaf that asks for figures. */
interface Typed {
  readonly set: CriteriaSet;
  readonly facts: ReadonlyMap<string, Facts>;
  readonly forms: readonly LaidSheet[];
}

/** What an officer types into the cell of a figure; a percentage shows as it is typed. */
function typed(facts: Raw, key: string): RowCell {
  if ("parts" in facts) return facts.parts.includes(key) ? "x" : "không";
  if ("breaches" in facts) return facts.breaches.find((it: Raw) => it.breach === key).count;
  return key === "percent" ? Number(`${facts.percent}e-2`) : Number(facts[key]);
}

/** What an officer chooses in the row of a leaf itself. */
const chosen = (rule: Rule | undefined, facts: Raw): RowCell | undefined =>
  rule?.kind === "choice" ? rule.options.find(({ id }) => id === facts.choice)?.title.vi : undefined;

function filled(draw: Draw): Typed {
  const set = readCriteriaSet(randomSet(draw, { kinds: [...ownKinds, "relative"] }));
  const facts = new Map<string, Facts>();
  for (const { id, rule, item, selfScored } of planOf(set, "test").leaves)
    if (selfScored && rule.kind !== "direct")
      facts.set(id, randomFacts(draw, rule, Number(item.maxPoints) * 4));
  const [blank, ...lists] = laidForm(set, { unit, round: { title: { vi: "Đợt" } } });
  if (blank === undefined) throw new Error("no form");
  const { leafOf } = planOf(set, "test");
  const rows = blank.rows.map((row) => {
    const [id = "", key] = String(row[0] ?? "").split("#");
    const own = facts.get(id);
    const figure = own && (key === undefined ? chosen(leafOf.get(id)?.rule, own) : typed(own, key));
    return figure === undefined ? row : row.map((cell, at) => (at === 3 ? figure : cell));
  });
  return { set, facts, forms: [{ ...blank, rows }, ...lists] };
}

/** The rows of each form after LibreOffice has opened and saved it. */
function saved(forms: readonly (readonly LaidSheet[])[]) {
  const folder = mkdtempSync(join(tmpdir(), "par-index-forms-"));
  const names = forms.map((_, at) => `f${at}.xlsx`);
  forms.forEach((form, at) => {
    writeFileSync(join(folder, elementAt(names, at)), workbookBytes(form));
  });
  const profile = `-env:UserInstallation=file://${folder}/profile`;
  const given = names.map((name) => join(folder, name));
  const into = ["--convert-to", "xlsx", "--outdir", join(folder, "out")];
  execFileSync("/usr/bin/soffice", ["--headless", profile, ...into, ...given], {
    stdio: "ignore",
    timeout: 240_000,
  });
  const read = names.map((name) => openWorkbook(readFileSync(join(folder, "out", name))));
  rmSync(folder, { recursive: true, force: true });
  return read.map((opened) => ("sheets" in opened ? elementAt(opened.sheets, 0).rows : []));
}

/** The value of a cell, whatever its format. */
const heldIn = (cell: Raw): Raw => (typeof cell === "object" && cell !== null ? cell.value : cell);

describe.runIf(hasOffice())("the self-score that a form computes", () => {
  const drawn = fc.sample(
    fc.gen().map((g) => filled((n) => g(fc.nat, { max: n - 1 }))),
    150,
  );
  let books: ReturnType<typeof saved> = [];
  beforeAll(() => {
    books = saved(drawn.map(({ forms }) => forms));
  }, 300_000);

  test("is that of the library for the same figures, of every kind that a spreadsheet can say", () => {
    const seen = new Map<string, number>();
    drawn.forEach(({ set, facts }, at) => {
      const plan = planOf(set, "test");
      const { items, places, mode } = set.policies.rounding;
      for (const row of elementAt(books, at)) {
        const item = plan.leafOf.get(String(row[0] ?? ""));
        const own = item && facts.get(item.id);
        if (item === undefined || own === undefined || item.rule.kind === "relative") continue;
        const result = item.compiled(own);
        const shown = heldIn(row[4]) ?? "";
        const hasFormula = shown !== "";
        if (items && mode === "half-even") continue;
        if (result.kind !== "points") {
          expect([item.rule, own, shown]).toEqual([item.rule, own, ""]);
          continue;
        }
        const isUnsaid = mode === "half-even" && "percentPlaces" in item.rule && !hasFormula;
        if (isUnsaid) continue;
        const told = rounded(plan.itemRounded(result.points), items ? places : 11, "half-up");
        const computed = hasFormula ? Number(shown).toFixed(items ? places : 11) : String(shown);
        expect([item.rule, own, computed]).toEqual([item.rule, own, told]);
        const kind = `${item.rule.kind} ${"of" in item.rule && typeof item.rule.of === "string" ? item.rule.of : ""}`;
        seen.set(kind, (seen.get(kind) ?? 0) + 1);
      }
    });
    expect([...seen.keys()].sort()).toEqual([
      ...["bands number", "bands percent", "bands ratio", "checklist ", "choice ", "count ", "deduction "],
      ...["percent ", "ratio ", "stretched number", "stretched percent", "stretched ratio"],
    ]);
    expect([...seen.values()].reduce((sum, count) => sum + count, 0)).toBeGreaterThan(200);
  });

  test("is that of the option that was chosen, whether its list stands in the cell or in a sheet of lists", () => {
    const set = criteriaSet("hoa-lam/commune/2026");
    const [form, ...lists] = laidForm(set, { unit, round: { title: { vi: "Đợt" } } });
    if (form === undefined) throw new Error("no form");
    const options = new Map([
      ["2.1", "Chậm thời hạn"],
      ["4.1", "Đã ban hành, chưa cập nhật"],
    ]);
    const rows = form.rows.map((row) => {
      const title = options.get(String(row[0]));
      return title === undefined ? row : row.map((cell, at) => (at === 3 ? title : cell));
    });
    expect(rows.some(([code]) => String(code).startsWith("4.1#"))).toBe(false);
    const shown = form.rules.flatMap(({ check }) => ("list" in check ? [check.list] : []));
    expect(shown).toContain('"Đúng thời hạn,Chậm thời hạn,Không ban hành"');
    expect(shown).toContain("'Danh mục'!$A$2:$A$4");
    expect(lists.map(({ rows: [heading] }) => heading)).toEqual([["4.1"]]);
    const [read = []] = saved([[{ ...form, rows }, ...lists]]);
    const leaves = planOf(set, "test").leafOf;
    for (const [item, title] of options) {
      const rule = leaves.get(item)?.rule;
      const option = rule?.kind === "choice" ? rule.options.find((it) => it.title.vi === title) : undefined;
      const row = read.find(([code]) => code === item) ?? [];
      expect([item, heldIn(row[4])]).toEqual([item, Number(option?.points)]);
    }
  }, 60_000);

  test("is no point of dispute where the saved form is read back", () => {
    const issues = drawn.flatMap(({ set }, at) =>
      checkSelfAssessmentRows(set, elementAt(books, at), { unit: unit.id }),
    );
    expect(issues.filter(({ code }) => code === "stated-points-differ")).toEqual([]);
    expect(issues.filter(({ code }) => code === "cell-error")).toEqual([]);
  });

  test("of a domain and of the whole is the sum of what stands beneath", () => {
    drawn.forEach(({ set }, at) => {
      const rows = elementAt(books, at);
      const points = (row: readonly unknown[] | undefined) => Number(heldIn(row?.[4]) || 0);
      const leaves = new Set(planOf(set, "test").leaves.map(({ id }) => id));
      const each = rows.filter(([code]) => leaves.has(String(code ?? ""))).map(points);
      const total = rows.find(([, title]) => title === "Tổng cộng");
      expect(points(total)).toBeCloseTo(
        each.reduce((sum, own) => sum + own, 0),
        9,
      );
    });
  });
});

const [what, numerator, denominator] = [{ vi: "Tỷ lệ" }, { vi: "Đạt" }, { vi: "Tổng số" }];
const counts = { numerator, denominator, empty: "full" } as const;
const counted = (above: number, under: number): Facts => ({ numerator: above, denominator: under });
const bands = [
  { from: "90", points: "2" },
  { above: "70.5", below: "90", share: true as const },
  { upTo: "70.5", points: "0.3" },
];

/** Facts that lie on the bounds of their rules, and just beside them. */
const onBounds: readonly (readonly [Rule, readonly Facts[], LeafContext["mode"]?])[] = [
  [
    { kind: "ratio", ...counts, zeroBelow: "66.7", fullFrom: "87.5" },
    [counted(667, 1000), counted(6669, 10_000), counted(7, 8), counted(699_999, 800_000), counted(0, 0)],
  ],
  [{ kind: "ratio", ...counts, cap: true }, [counted(9, 8), counted(1, 3), counted(0, 3)]],
  [
    { kind: "percent", of: what, zeroBelow: "57.3", fullFrom: "95.1" },
    [
      { percent: "57.3" },
      { percent: "57.29" },
      { percent: "95.1" },
      { percent: "95.09" },
      { percent: "100" },
    ],
  ],
  [
    { kind: "bands", of: "ratio", ...counts, bands },
    [counted(9, 10), counted(141, 200), counted(70_501, 100_000), counted(899_999, 1_000_000), counted(0, 0)],
  ],
  [
    { kind: "bands", of: "percent", what, bands },
    [{ percent: "90" }, { percent: "89.99" }, { percent: "70.5" }, { percent: "70.51" }],
  ],
  [
    { kind: "bands", of: "ratio", ...counts, percentPlaces: 1, bands },
    [counted(89_950, 100_000), counted(89_949, 100_000), counted(70_550, 100_000), counted(70_549, 100_000)],
  ],
  [
    { kind: "bands", of: "ratio", ...counts, percentPlaces: 1, bands },
    [counted(89_999, 100_000), counted(9, 10), counted(70_599, 100_000)],
    "down",
  ],
  [
    { kind: "bands", of: "ratio", ...counts, percentPlaces: 1, bands },
    [counted(89_901, 100_000), counted(899, 1000), counted(70_501, 100_000)],
    "up",
  ],
  [
    { kind: "bands", of: "percent", what, percentPlaces: 1, bands },
    [{ percent: "89.95" }, { percent: "89.94" }, { percent: "70.55" }, { percent: "70.54" }],
  ],
  [
    {
      kind: "bands",
      of: "number",
      what,
      better: "lower",
      bands: [
        { upTo: "10.1", points: "2" },
        { above: "10.1", below: "20.5", points: "1" },
        { from: "20.5", points: "0" },
      ],
    },
    [{ value: "10.1" }, { value: "10.11" }, { value: "20.5" }, { value: "-3" }],
  ],
  [
    { kind: "stretched", of: "ratio", ...counts, zeroAt: "60", fullAt: "90.5" },
    [counted(3, 5), counted(181, 200), counted(2, 3), counted(1, 1)],
  ],
  [
    { kind: "stretched", of: "number", what, zeroAt: "3", fullAt: "-1.5" },
    [{ value: "3" }, { value: "0.7" }],
  ],
  [{ kind: "count", what, each: "0.3" }, [{ count: 6 }, { count: 7 }, { count: 0 }]],
];

describe.runIf(hasOffice())("the formula of a rule", () => {
  test("gives on a bound what the rule gives, and nothing for what is missing or cannot be", () => {
    const cases = onBounds.flatMap(([rule, list, mode]) =>
      list.map((facts) => ({ rule, facts, points: pointsOf(rule, "2", facts, mode), mode })),
    );
    const unsaid = onBounds.map(([rule, [first = {}]]) => ({
      rule,
      facts: first,
      points: "",
      mode: undefined,
    }));
    const above = counted(9, 8);
    const beyond = { rule: elementAt(onBounds, 0)[0], facts: above, points: "", mode: undefined };
    const rows = [...cases, ...unsaid, beyond].map(({ rule, facts, mode, points }, row): ResultCell[] => {
      const keys = rowFigures(rule).map(({ key }) => key);
      const cell = (key: string): string => `${"BC"[keys.indexOf(key)]}${row + 1}`;
      const formula = ruleFormula(rule, leaf("2", mode), { cell, isMarked: () => "FALSE" });
      const given = keys.map((key) => ({
        value: points === "" && facts !== above ? null : typed(facts, key),
      }));
      return [{ value: null, formula, format: "0.00000000000" }, ...given];
    });
    const sheet = { name: "x", rows, frozen: { rows: 0, columns: 0 }, widths: [10] };
    const shown = elementAt(recalculated([sheet]), 0).map(([first]) => first);
    const told = [...cases, ...unsaid, beyond].map(({ points }) =>
      points === "" ? "" : rounded(readFraction(points), 11, "half-up"),
    );
    expect(shown).toEqual(told);
  });

  test("is absent where a spreadsheet cannot say it", () => {
    const formula = (rule: Rule, mode?: LeafContext["mode"]) =>
      ruleFormula(rule, leaf("2", mode), { cell: () => "B1", isMarked: () => "TRUE" });
    expect(formula({ kind: "direct" })).toBeUndefined();
    expect(
      formula({ kind: "bands", of: "percent", what, percentPlaces: 1, bands }, "half-even"),
    ).toBeUndefined();
    expect(
      formula({ kind: "bands", of: "ratio", ...counts, percentPlaces: 1, bands }, "half-even"),
    ).toBeUndefined();
    expect(formula({ kind: "ratio", ...counts, fullFrom: "98.7654321" })).toBeUndefined();
    const options = Array.from({ length: 61 }, (_, at) => ({ id: `o${at}`, title: what, points: "1" }));
    expect(formula({ kind: "choice", options })).toBeUndefined();
  });
});
