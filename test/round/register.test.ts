/** The register of a round: one broken case for each check of its units, councils and extensions. */
import { describe } from "vitest";
import { expectCases } from "../support/cases.ts";
import { withoutSpecial } from "../support/rounds.ts";

describe("units and councils", () => {
  expectCases([
    ["a unit twice", (it) => it.units.push(it.units[0]), ["unit-twice units.3.id"]],
    ["a unit of an unknown group", { "units.1.group": "chun" }, ["unknown-group units.1.group"]],
    ["a unit of an unknown kind", { "units.1.kinds": ["khong-thu-tu"] }, ["unknown-kind units.1.kinds.0"]],
    ["a kind twice", { "units.2.kinds.1": "khong-thu-tuc" }, ["listed-twice units.2.kinds.1"]],
    [
      "a unit that replaces itself",
      { "units.1.replaces.0.unit": "hoa-lam/so-b" },
      ["unit-replaces-itself units.1.replaces.0.unit"],
    ],
    [
      "units that replace each other, once for a circle",
      (it) => {
        it.units[0].replaces = [{ unit: "hoa-lam/so-b", since: "2026-07-01" }];
        it.units[1].replaces[0].unit = "hoa-lam/so-a";
      },
      ["units-replace-each-other units.0.replaces.0.unit"],
    ],
    [
      "a former unit that is nearly one of the register",
      { "units.1.replaces.0": { unit: "hoa-lam/ban-cc", since: "2026-07-01" } },
      ["replaced-unit-unknown units.1.replaces.0.unit"],
    ],
    [
      "a former unit whose name the new one nearly has",
      { "units.1.replaces.0": { unit: "hoa-lam/so-b-1", since: "2026-07-01" } },
      [],
    ],
    ["a former unit of another year", { "units.1.replaces.0.unit": "hoa-lam/ban-cc" }, []],
    [
      "a former unit without the day of the merger",
      { "units.1.replaces.0.since": undefined },
      ["missing-key units.1.replaces.0.since"],
    ],
    [
      "a replaced unit twice",
      (it) => it.units[1].replaces.push(it.units[1].replaces[0]),
      ["listed-twice units.1.replaces.1"],
    ],
    [
      "an id that cannot be one, and nothing that follows from it",
      (it) => {
        withoutSpecial(it);
        it.units[2].id = "Ban C";
        it.councils[0].units.pop();
      },
      ["not-an-id units.2.id"],
    ],
    [
      "a council twice",
      (it) => it.councils.push({ ...it.councils[0], units: [] }),
      ["council-twice councils.1.id"],
    ],
    [
      "a role twice",
      (it) => it.councils[0].roles.push(it.councils[0].roles[2]),
      ["listed-twice councils.0.roles.3"],
    ],
    ["a role called unit", { "councils.0.roles.2.id": "unit" }, ["role-reserved councils.0.roles.2.id"]],
    [
      "a unit with two councils",
      { "councils.1": { id: "hoi-dong-2", title: { vi: "Hội đồng 2" }, units: ["hoa-lam/so-a"], roles: [] } },
      ["unit-with-two-councils councils.1.units.0"],
    ],
    [
      "a unit twice in one council",
      { "councils.0.units.3": "hoa-lam/so-a" },
      ["listed-twice councils.0.units.3"],
    ],
    [
      "a council of an unknown unit",
      { "councils.0.units.3": "hoa-lam/so-d" },
      ["unknown-unit councils.0.units.3"],
    ],
    [
      "a council that cannot be read is not missed by its entries",
      { "councils.0.title": undefined },
      ["missing-key councils.0.title"],
    ],
    [
      "a decision right that no stage has",
      { "councils.0.roles.0.decides": ["third"] },
      ["wrong-value councils.0.roles.0.decides.0"],
    ],
  ]);
});

describe("extensions", () => {
  expectCases([
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
});
