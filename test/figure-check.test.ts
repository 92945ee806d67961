/** Statistics, targets, findings and extensions of a round: one broken case for each check. */
import { describe, expect, test } from "vitest";
import { expectCases } from "./support/cases.ts";
import { issuesAfter, places, type Raw, readSet } from "./support/rounds.ts";

const relativeSet = readSet((raw: Raw) => {
  raw.items[0].items[2].rule = {
    kind: "relative",
    of: "count",
    what: { vi: "sáng kiến" },
    clauses: [
      { when: "below-target", percent: "50" },
      { when: "at-target", percent: "50" },
      { when: "leader", percent: "100" },
      { when: "between", percent: "50", upTo: "100" },
    ],
    withoutTarget: "best",
  };
  delete raw.items[0].items[2].examples;
});

describe("statistics, targets, findings, extensions", () => {
  const withTarget =
    (change: Raw = {}) =>
    (it: Raw) => {
      it.targets = [{ unit: "hoa-lam/so-a", item: "1.3", facts: { count: 2 }, ...change }];
    };
  expectCases([
    [
      "a statistic of an unknown unit",
      { "statistics.0.unit": "hoa-lam/so-x" },
      ["unknown-unit statistics.0.unit"],
    ],
    ["a statistic on an unknown item", { "statistics.0.item": "9" }, ["unknown-item statistics.0.item"]],
    [
      "a statistic on a leaf that is none",
      { "statistics.0.item": "1.3" },
      ["not-a-statistic statistics.0.item"],
    ],
    ["a statistic on a bonus", { "statistics.0.item": "thuong-1" }, ["unknown-item statistics.0.item"]],
    ["a statistic twice", (it) => it.statistics.push(it.statistics[0]), ["statistic-twice statistics.2"]],
    [
      "a percentage with a comma",
      { "statistics.0.facts.percent": "62,5" },
      ["decimal-comma statistics.0.facts.percent"],
    ],
    ["a statistic without facts", { "statistics.0.facts": undefined }, ["missing-key statistics.0.facts"]],
    ["a target on a leaf that is not relative", withTarget(), ["target-without-relative targets.0.item"]],
    ["a target on a relative leaf", withTarget(), [], relativeSet],
    ["a target of 0", withTarget({ facts: { count: 0 } }), ["target-zero targets.0.facts"], relativeSet],
    [
      "a target of an unknown unit",
      withTarget({ unit: "hoa-lam/so-x" }),
      ["unknown-unit targets.0.unit"],
      relativeSet,
    ],
    [
      "a target twice",
      (it) => {
        withTarget()(it);
        it.targets.push(it.targets[0]);
      },
      ["target-twice targets.1"],
      relativeSet,
    ],
    ["a finding twice", (it) => it.findings.push(it.findings[0]), ["finding-twice findings.1.id"]],
    [
      "a finding on an unknown unit",
      (it) => it.findings.push({ ...it.findings[0], id: "kt-02", unit: "hoa-lam/so-x" }),
      ["unknown-unit findings.1.unit"],
    ],
    [
      "a finding on an inner node",
      (it) => it.findings.push({ ...it.findings[0], id: "kt-02", item: "2" }),
      ["item-not-a-leaf findings.1.item"],
    ],
    [
      "a finding put right before it was found",
      { "findings.0.remedied": "2026-08-31" },
      ["finding-remedied-before-found findings.0.remedied"],
    ],
    ["a finding that nobody addresses", { "ledger.0.findings": [] }, ["finding-unaddressed findings.0"]],
    [
      "an extension of an unknown deadline",
      { "extensions.0.deadline": "self-assesment" },
      ["unknown-deadline extensions.0.deadline"],
    ],
    [
      "an extension of an unknown unit",
      { "extensions.0.unit": "hoa-lam/so-x" },
      ["unknown-unit extensions.0.unit"],
    ],
    ["an extension twice", (it) => it.extensions.push(it.extensions[0]), ["extension-twice extensions.1"]],
    [
      "an extension that gives no time",
      { "extensions.0.by": "2026-12-21" },
      ["extension-not-later extensions.0.by"],
    ],
    [
      "an extension without a reason",
      { "extensions.0.reason": undefined },
      ["missing-key extensions.0.reason"],
    ],
  ]);

  test("an unaddressed finding blocks closing where the set says so", () => {
    const blocking = readSet((raw: Raw) => {
      raw.policies.openFindings = "block";
    });
    const unaddressed = (it: Raw) => {
      it.ledger[0].findings = [];
    };
    expect(places(issuesAfter(unaddressed, blocking))).toEqual(["finding-blocks-closing findings.0"]);
    // Before anything is closed it is only a warning.
    const open = (it: Raw) => {
      unaddressed(it);
      it.acts = [];
    };
    expect(places(issuesAfter(open, blocking))).toEqual(["finding-unaddressed findings.0"]);
    // Addressed after the first stage was closed is too late for that act, in time for a finding made after it.
    const late = (it: Raw) => {
      unaddressed(it);
      it.ledger[2].findings = ["kt-01"];
    };
    expect(places(issuesAfter(late, blocking))).toEqual(["finding-blocks-closing findings.0"]);
    const later = (it: Raw) => {
      late(it);
      it.findings[0] = { ...it.findings[0], date: "2027-01-13", remedied: undefined };
    };
    expect(places(issuesAfter(later, blocking))).toEqual([]);
  });
});
