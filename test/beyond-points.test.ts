/**
 * What decisions say beyond points, as the pages show it: each fence names its place in the set or the round of the guide,
 * is put there, read without error, and does what the page says.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { assess } from "../src/assess.ts";
import { explain } from "../src/explain/explanation.ts";
import { explanationText } from "../src/explain/explanation-text.ts";
import { checkRound } from "../src/round/read.ts";
import { checkCriteriaSet, readCriteriaSet } from "../src/set/check.ts";
import { guideFolder } from "./support/guide-page.ts";
import { checkout } from "./support/packed.ts";
import type { Raw } from "./support/random-round.ts";

const read = (name: string): Raw => JSON.parse(readFileSync(join(guideFolder, name), "utf8"));
const pages = ["docs/add-a-criteria-file.md", "docs/vi/add-a-criteria-file.md"] as const;
const errorsOf = (issues: readonly { readonly severity: string }[]) =>
  issues.filter(({ severity }) => severity === "error");

interface Shown {
  readonly of: string;
  readonly place: string;
  readonly members: Raw;
}

const shownOn = (page: string): readonly Shown[] =>
  [
    ...readFileSync(join(checkout, page), "utf8").matchAll(/^```json (set|round) ?(\S*)\n([\s\S]*?)^```$/gm),
  ].map(([, of = "", place = "", body = ""]) => ({ of, place, members: JSON.parse(`{${body}}`) }));

/** The set or round of the guide with the members at their places. */
function withShown(file: string, shown: readonly Shown[]): Raw {
  const whole = read(file);
  for (const { place, members } of shown) {
    const steps = place === "" ? [] : place.split("/");
    let holder = whole;
    for (const step of steps) {
      holder[step] ??= {};
      holder = holder[step];
    }
    Object.assign(holder, members);
  }
  return whole;
}

/** What each unit of the guide has, under a set that must be without error. */
function outcome(set: Raw, round: Raw = read("round.json")) {
  expect(errorsOf(checkCriteriaSet(set))).toEqual([]);
  const criteria = readCriteriaSet(set);
  const given = { ...round, set: set.id };
  expect(errorsOf(checkRound(criteria, given))).toEqual([]);
  const { scores, rankings, issues } = assess(criteria, given);
  const shown = scores.map(({ unit, index, grade, reaches }) =>
    [unit, index, grade, reaches].filter((it) => it !== undefined).join(" "),
  );
  const reason = (unit: string, item?: string) =>
    explanationText(explain(criteria, given, unit, item), "vi").replace(/\s+/g, " ");
  return { shown, ranking: rankings[0], codes: issues.map(({ code }) => code), reason };
}

describe.each(pages)("%s", (page) => {
  const shown = shownOn(page);
  const withSet = (key: string): Raw => {
    const own = shown.filter(
      ({ of, place, members }) => of === "set" && `${place}/${Object.keys(members)[0]}` === key,
    );
    expect(own).toHaveLength(1);
    return withShown("2026.1.json", own);
  };

  test("without any of it, the two units have what the guide ends with", () => {
    expect(outcome(read("2026.1.json")).shown).toEqual([
      "tan-lam-kinh-te 80.50 good",
      "tan-lam-van-hoa 81.56 good",
    ]);
  });

  test("a gate gives one of them nothing for what it asks", () => {
    const { shown: got, reason } = outcome(withSet("items/0/items/2/requires"));
    expect(got).toEqual(["tan-lam-kinh-te 80.50 good", "tan-lam-van-hoa 71.84 fair"]);
    expect(reason("tan-lam-van-hoa", "1.3")).toContain("không chấm vì mục 1.1 chưa đạt từ 100 % trở lên");
  });

  test("a condition lowers a grade, and a quota warns", () => {
    const { shown: got, ranking, reason } = outcome(withSet("grades/1/requires"));
    expect(got).toEqual(["tan-lam-kinh-te 80.50 fair good", "tan-lam-van-hoa 81.56 good"]);
    expect(reason("tan-lam-kinh-te")).toContain("73,33");
    expect(ranking?.passedQuotas).toEqual([
      { grade: "good", percent: "40", allowed: 0, count: 1, edge: ["tan-lam-van-hoa"] },
    ]);
  });

  test("a quarter has an id of its own, and just its days are no warning", () => {
    const set = withSet("/id");
    const codes = (of: Raw) => checkCriteriaSet(of).map(({ code }) => code);
    expect(codes(set)).toEqual(codes(read("2026.1.json")));
    expect(codes({ ...set, period: { ...set.period, from: "2026-09-30" } })).not.toEqual(codes(set));
  });

  test("a stretched rule gives what its example says", () => {
    const own = shown.filter(({ members }) => members.rule?.kind === "stretched");
    expect(own).toHaveLength(1);
    const { shown: got } = outcome(withShown("2026.1.json", own));
    expect(got).toEqual(["tan-lam-kinh-te 79.00 fair", "tan-lam-van-hoa 79.48 fair"]);
  });

  test("votes give their exact mean, in the field of the member, and a unit stands apart that was replaced", () => {
    const own = shown.filter(({ of }) => of === "round");
    const round = withShown("round.json", own);
    const { shown: got, ranking, reason } = outcome(read("2026.1.json"), round);
    expect(got).toEqual(["tan-lam-kinh-te 78.63 fair"]);
    expect(ranking?.unranked).toEqual([{ unit: "tan-lam-van-hoa", reason: "replaced" }]);
    expect(reason("tan-lam-kinh-te", "2.4")).toContain("vắng mặt: Ủy viên Hội đồng");
    round.ledger[2].item = "3.2";
    const beyond = checkRound(readCriteriaSet(read("2026.1.json")), round);
    expect(errorsOf(beyond)).toMatchObject([
      { code: "role-beyond-scope", path: ["ledger", 2, "votes", 1, "by"] },
    ]);
  });
});

test("the pages show the same", () => {
  expect(shownOn(pages[1])).toEqual(shownOn(pages[0]));
});
