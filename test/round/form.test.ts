/** The blank form of a self-assessment: what it asks, and how it reads, blank and filled in. */
import { describe, expect, test } from "vitest";
import { issueText } from "../../src/issue.ts";
import { blankSelfAssessment } from "../../src/round/form.ts";
import { checkSelfAssessment, readSelfAssessment } from "../../src/round/read.ts";
import { en } from "../../src/words/en.ts";
import { vi } from "../../src/words/vi.ts";
import { type AppWords, type Language, languages } from "../../src/words/words.ts";
import { answers, places, type Raw, readSet, set } from "../support/rounds.ts";

describe("the blank form", () => {
  const form = blankSelfAssessment(set, "hoa-lam/so-a");

  test("has one entry for each leaf that the unit answers, in the order of the set", () => {
    expect(form.answers.map(({ item }) => item)).toEqual(["1.1.1", "1.1.2", "1.2", "1.3", "2.1"]);
    expect(form.answers.map(({ facts }) => facts)).toEqual([
      { choice: null },
      { numerator: null, denominator: null },
      { parts: null },
      { count: null },
      { numerator: null, denominator: null },
    ]);
    expect(form.answers[0]?.asks).toMatchObject({
      number: "1.1.1",
      maxPoints: "1",
      evidence: "required",
      mayBeNotApplicable: false,
    });
    expect(form.answers[0]?.asks.choices?.map(({ id }) => id)).toEqual(["dung-han", "cham", "khong"]);
    expect(form.answers[4]?.asks.mayBeNotApplicable).toBe(true);
    expect(form.answers[1]?.asks.rule.vi).toContain("80");
  });

  test("says kind, domain, points of each choice, and labels of figures in both languages", () => {
    const [first, second, third, fourth] = form.answers.map(({ asks }) => asks);
    expect([first?.kind, first?.domain, second?.kind, third?.kind, fourth?.kind]).toEqual([
      "choice",
      "1",
      "ratio",
      "checklist",
      "count",
    ]);
    expect(first?.choices?.map(({ points }) => points)).toEqual(["1", "0.5", "0"]);
    expect([first?.figures, second?.choices]).toEqual([undefined, undefined]);
    expect(second?.figures?.map(({ key, holds }) => `${key} ${holds}`)).toEqual([
      "numerator count",
      "denominator count",
    ]);
    expect(second?.figures?.[0]?.label.vi).toMatch(/^Tử số: /);
    expect(second?.figures?.[0]?.label.en).toMatch(/^Numerator: /);
    for (const { asks, facts } of form.answers)
      if (asks.choices === undefined) expect(asks.figures?.map(({ key }) => key)).toEqual(Object.keys(facts));
  });

  test("a figure of an answer half filled in is still empty, by its label", () => {
    const half = structuredClone(form) as Raw;
    half.answers[1].facts.numerator = 45;
    const empty = checkSelfAssessment(set, half).filter(({ code }) => code === "figure-empty");
    expect(issueText(empty, "vi")).toMatch(/1\.1\.2: chưa ghi “Mẫu số: /);
  });

  test.each([
    ["12,", "not-a-count", "“Tử số: nhiệm vụ hoàn thành”: “12,” không phải là số lượng. Ghi số nguyên từ 0"],
    ["abc", "not-a-count", "“Tử số: nhiệm vụ hoàn thành”: “abc” không phải là số lượng"],
    ["12", "not-a-count", "không đặt trong dấu ngoặc kép: 12"],
    ["", "figure-empty", "chưa ghi “Tử số: nhiệm vụ hoàn thành”"],
    [Number.NaN, "number-not-finite", "chưa có con số đọc được (mục 1.1.2, “Tử số: nhiệm vụ hoàn thành”)"],
    [Number.POSITIVE_INFINITY, "number-not-finite", "“Tử số: nhiệm vụ hoàn thành”): nội dung gõ dở"],
  ])("a figure that is half typed (%s) is named by its label, and how to write it", (typed, code, words) => {
    const half = structuredClone(form) as Raw;
    half.answers[1].facts = { numerator: typed, denominator: 50 };
    const issues = checkSelfAssessment(set, half).filter(({ path }) => path.includes("numerator"));
    expect(issues.map((it) => it.code)).toEqual([code]);
    expect(issueText(issues, "vi")).toContain(words);
    expect(`${issueText(issues, "vi")}${issueText(issues, "en")}`).not.toMatch(
      /NaN|Infinity|hữu hạn|a finite/,
    );
  });

  test("asks for points where they are given directly", () => {
    const direct = readSet((raw: Raw) => {
      const leaf = raw.items[0].items[2];
      leaf.rule = { kind: "direct", step: "0.5" };
      delete leaf.examples;
    });
    const asks = blankSelfAssessment(direct, "hoa-lam/so-a").answers[3]?.asks;
    const shipped: Readonly<Record<Language, AppWords>> = { vi, en };
    const label = Object.fromEntries(
      languages.map((code) => [code, shipped[code].rules["asks.points"]] as const),
    );
    expect(label).toMatchObject({ vi: "Điểm tự chấm", en: "Points claimed" });
    expect(asks?.figures).toEqual([{ key: "points", holds: "decimal", label }]);
  });

  test("is the caller's own to write to: no two forms share a part, and the set keeps its blanks", () => {
    const other = blankSelfAssessment(set, "hoa-lam/so-a");
    const [, asked] = other.answers;
    if (asked === undefined) throw new Error("the form has two answers");
    asked.facts.numerator = 45;
    asked.evidence.push({ number: "1", issuer: "Sở A", date: "2026-12-15" });
    other.submitted = "2026-12-20";
    expect(blankSelfAssessment(set, "hoa-lam/so-a")).toEqual(form);
    expect(Object.isFrozen(asked.asks)).toBe(true);
  });

  test("leaves out what the register exempts the unit from", () => {
    const special = blankSelfAssessment(set, { id: "hoa-lam/ban-c", kinds: ["khong-thu-tuc"] });
    expect(special.answers.map(({ item }) => item)).toEqual(["1.1.1", "1.1.2", "1.2", "1.3"]);
  });

  test("left blank, it reads as unanswered without an issue", () => {
    expect(checkSelfAssessment(set, form)).toEqual([]);
    expect(readSelfAssessment(set, form)).toEqual({ unit: "hoa-lam/so-a", answers: [] });
  });

  test("filled in, it reads as the answers that were filled in", () => {
    const filled: Raw = JSON.parse(JSON.stringify(form));
    const given = answers();
    for (const entry of filled.answers)
      Object.assign(
        entry,
        given.find(({ item }) => item === entry.item),
      );
    expect(readSelfAssessment(set, filled)).toEqual(
      readSelfAssessment(set, { unit: "hoa-lam/so-a", answers: given }),
    );
  });

  test("half filled in is an issue, and so is a remark without an answer", () => {
    const half: Raw = JSON.parse(JSON.stringify(form));
    half.answers[1].facts.numerator = 17;
    half.answers[2].explanation = "Đã báo cáo";
    expect(places(checkSelfAssessment(set, half))).toEqual([
      "figure-empty answers.1.facts.denominator",
      "figure-empty answers.2.facts.parts",
    ]);
    half.answers[4].item = "2.9";
    expect(places(checkSelfAssessment(set, half))).toContain("unknown-item answers.4.item");
  });

  test("names every kind of breach of a deduction", () => {
    const deducting = readSet((raw: Raw) => {
      const leaf = raw.items[0].items[2];
      leaf.rule = {
        kind: "deduction",
        breaches: [
          { id: "nhe", title: { vi: "Vi phạm nhẹ" }, points: "0.25" },
          { id: "nang", title: { vi: "Vi phạm nặng" }, points: "1" },
        ],
      };
      delete leaf.examples;
    });
    const blank = blankSelfAssessment(deducting, "hoa-lam/so-a");
    expect(blank.answers[3]?.facts).toEqual({
      breaches: [
        { breach: "nhe", count: null },
        { breach: "nang", count: null },
      ],
    });
    expect(readSelfAssessment(deducting, blank).answers).toEqual([]);
    const shuffled = {
      item: "1.3",
      facts: {
        breaches: [
          { breach: "nang", count: 0 },
          { breach: "nhe", count: 1 },
        ],
      },
      explanation: "Không",
    };
    expect(
      readSelfAssessment(deducting, { unit: "hoa-lam/so-a", answers: [shuffled] }).answers[0]?.facts,
    ).toEqual({
      breaches: [
        { breach: "nhe", count: 1 },
        { breach: "nang", count: 0 },
      ],
    });
  });
});
