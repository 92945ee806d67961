/** The plan of a set: what is worked out of it once, and the plans that the robustness of a ranking asks for. */
import { describe, expect, test } from "vitest";
import { decimal, equals, sum } from "../src/number.ts";
import { planOf, planUnderMode, planWithout } from "../src/plan.ts";
import { readSet, set } from "./support/rounds.ts";

const plan = planOf(set, "test");

describe("a plan", () => {
  test("is made of what readCriteriaSet gave, once", () => {
    expect(planOf(set, "test")).toBe(plan);
    expect(() => planOf(JSON.parse(JSON.stringify(set)), "rank")).toThrow(TypeError);
  });

  test("has every leaf at its position, with its source and the nodes above it", () => {
    plan.leaves.forEach((leaf, at) => {
      expect(leaf.index).toBe(at);
      expect(plan.leafOf.get(leaf.id)).toBe(leaf);
      expect(plan.sourceIds[leaf.sourceIndex]).toBe(leaf.source.id);
      for (const above of leaf.above) expect(leaf.number.startsWith(`${plan.nodes[above]?.id}.`)).toBe(true);
    });
    expect(plan.leaves.map(({ number }) => number)).toEqual([
      ...["1.1.1", "1.1.2", "1.2", "1.3", "1.4", "2.1", "2.2", "2.3", "2.4"],
    ]);
  });

  test("has the maxima of the set and of its sources", () => {
    expect(equals(plan.max, decimal(set.maxPoints))).toBe(true);
    expect(equals(sum(plan.leaves.map(({ max }) => max)), plan.max)).toBe(true);
    expect(equals(sum(plan.sourceMaxima), plan.max)).toBe(true);
  });

  test("rounds items only where the set says so", () => {
    const third = { n: 1, d: 3 };
    expect(plan.itemRounded(third)).toBe(third);
    const rounds = readSet((raw) => {
      raw.policies.rounding.items = true;
    });
    expect(equals(planOf(rounds, "test").itemRounded(third), decimal("0.33"))).toBe(true);
  });
});

describe("another plan of the same set", () => {
  test("under another mode rounds by it, and is the same otherwise", () => {
    const other = planUnderMode(plan, "up");
    expect([other.mode, other.places]).toEqual(["up", plan.places]);
    expect(other.leaves.map(({ id }) => id)).toEqual(plan.leaves.map(({ id }) => id));
    expect(plan.mode).toBe("half-up");
  });

  test("without a leaf lacks it alone: in the maximum, and among those that break ties", () => {
    for (const leaf of plan.leaves) {
      const other = planWithout(plan, leaf);
      expect(other.leaves).toEqual(plan.leaves.filter(({ id }) => id !== leaf.id));
      expect(equals(other.max, sum(other.leaves.map(({ max }) => max)))).toBe(true);
      expect(other.breakers.map(({ leaves }) => leaves)).toEqual(
        plan.breakers.map(({ leaves }) => leaves.filter(({ id }) => id !== leaf.id)),
      );
    }
  });
});
