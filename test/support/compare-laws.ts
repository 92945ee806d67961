/**
 * The laws of a comparison, in fractions of the oracle's own, and random evaluations to hold them against: leaves in any
 * state, claims and lines of any size, without the cost of reading a round for each.
 */
import fc from "fast-check";
import type { Difference } from "par-index";
import type { Compared } from "../../src/audit/compare.ts";
import { evaluate, type LeafStanding } from "../../src/evaluation.ts";
import { type Exact, fraction, multiply } from "../../src/number.ts";
import { type Plan, planOf } from "../../src/plan.ts";
import { checkCriteriaSet, readCriteriaSet } from "../../src/set/check.ts";
import { minus, num, plus, same, total } from "./oracle-score.ts";
import { anySetAndRound, type Draw, type Raw } from "./random-round.ts";

const turned = (text: string): string =>
  /^-?0(\.0+)?$/.test(text) ? text : text.startsWith("-") ? text.slice(1) : `-${text}`;

/** What a comparison in the other direction must give. */
export function reversed(it: Difference): unknown {
  if (it.state === "not-comparable")
    return {
      ...it,
      reasons: [...it.reasons]
        .reverse()
        .map((one) => ({ ...one, side: one.side === "before" ? "after" : "before" })),
    };
  const amount = (of: { exact: string; rounded: string } | undefined) =>
    of === undefined ? undefined : { exact: turned(of.exact), rounded: turned(of.rounded) };
  return {
    state: it.state,
    before: it.after,
    after: it.before,
    change: turned(it.change),
    parts: it.parts.map((part) => ({
      ...part,
      before: part.after,
      after: part.before,
      change: amount(part.change),
      ...(part.kind === "item" && part.self !== undefined
        ? { self: amount(part.self), adjustment: amount(part.adjustment) }
        : {}),
      ...(part.kind === "item" && part.gate !== undefined ? { gate: amount(part.gate) } : {}),
    })),
  };
}

/** What is wrong with a comparison and its counterpart in the other direction; empty where both laws hold. */
export function faultsOf(there: Difference, back: Difference): readonly string[] {
  const faults = JSON.stringify(back) === JSON.stringify(reversed(there)) ? [] : ["turned"];
  if (there.state !== "compared") return faults;
  const { before, after, change, parts } = there;
  const difference = minus(num(after.index.rounded), num(before.index.rounded));
  if (!same(num(change), difference)) faults.push("change");
  if (!same(total(parts.map((part) => num(part.change.exact))), difference)) faults.push("sum");
  const parted = parts.every(
    (part) =>
      part.kind !== "item" ||
      part.self === undefined ||
      part.adjustment === undefined ||
      same(
        plus(plus(num(part.self.exact), num(part.adjustment.exact)), num(part.gate?.exact ?? "0")),
        num(part.change.exact),
      ),
  );
  return parted ? faults : [...faults, "split"];
}

/** A small generator of its own, so that a run comes out again from its seed (xorshift, 32 bits). */
export function generator(start: number): Draw {
  let state = start >>> 0 || 1;
  return (n) => {
    state ^= state << 13;
    state >>>= 0;
    state ^= state >>> 17;
    state ^= state << 5;
    state >>>= 0;
    return state % n;
  };
}

/** Lets some items of a later raw set declare that they replace items of an earlier one. */
export function declareReplaced(earlier: readonly Raw[], later: readonly Raw[], draw: Draw): Raw[] {
  const ids = idsOf(earlier);
  return later.map((it) => ({
    ...it,
    ...(draw(4) === 0 ? { replaces: [...new Set([ids[draw(ids.length)], ids[draw(ids.length)]])] } : {}),
    ...(it.items === undefined ? {} : { items: declareReplaced(earlier, it.items, draw) }),
  }));
}

const idsOf = (items: readonly Raw[]): readonly string[] =>
  items.flatMap((it) => [it.number, ...(it.items === undefined ? [] : idsOf(it.items))]);

/** The plans of so many random sets, one for each year from 2000 on; some items replace items of the year before. */
export function randomPlans(count: number, seed: number, draw: Draw): readonly Plan[] {
  const raw: Raw[] = [];
  for (const { set } of fc.sample(anySetAndRound(), { numRuns: count * 2, seed })) {
    if (raw.length === count) break;
    const year = 2000 + raw.length;
    const before = raw[raw.length - 1];
    const own = {
      ...set,
      id: `hoa-lam/department/${year}`,
      period: { from: `${year}-01-01`, to: `${year}-12-31` },
      items: before === undefined ? set.items : declareReplaced(before.items, set.items, draw),
      calendar: [],
    };
    if (checkCriteriaSet(own).every(({ severity }) => severity === "warning")) raw.push(own);
  }
  return raw.map((set) => planOf(readCriteriaSet(set), "randomPlans"));
}

/** A unit with anything that can stand for its leaves; undefined where nothing applies. */
export function randomCompared(plan: Plan, draw: Draw): Compared | undefined {
  const share = (): Exact => {
    const steps = 1 + draw(12);
    return fraction(draw(steps + 1), steps);
  };
  const standings = plan.leaves.map((): LeafStanding => {
    const chosen = draw(10);
    if (chosen === 0) return { kind: "not-applicable", reason: "council" };
    if (chosen === 1) return { kind: "unanswered", reason: "no-answer" };
    return { kind: "share", share: share() };
  });
  const leaves = plan.leaves.map((leaf) =>
    !leaf.selfScored || leaf.rule.kind === "relative" || draw(6) === 0
      ? undefined
      : draw(8) === 0
        ? ("not-applicable" as const)
        : multiply(leaf.max, share()),
  );
  const lines = plan.lines
    .filter(() => draw(2) === 0)
    .map(({ id }) => ({
      item: id,
      standing: { kind: "points" as const, points: `${draw(4)}.${draw(100)}` },
    }));
  const evaluation = evaluate(plan, { standings, lines, lateDays: draw(3) });
  if (evaluation.totals.index === undefined) return undefined;
  return {
    plan,
    round: { title: { vi: "Đợt" } },
    unit: { id: "u", name: { vi: "Đơn vị" } },
    until: undefined,
    evaluation,
    claimed: { open: leaves, leaves, nodes: [], total: undefined },
  };
}
