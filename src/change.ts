/**
 * One answer changed: what becomes of the index and the places, and why (design 3.10, 3.12). The answer is judged like
 * those of a round; the unit is scored again, and of the others only what depends on it: the places of its group, and
 * where a `relative` leaf has another leader the indexes of its group.
 */
import {
  type Compared,
  compared,
  type Difference,
  type Incomparable,
  indexDifference,
} from "./audit/compare.ts";
import { type ChangedUnit, changedPlaces, type IndexAndPlace } from "./changed-places.ts";
import type { CriteriaSet } from "./criteria-set.ts";
import type { Indexes } from "./indexes.ts";
import { hasErrors, type Issue } from "./issue.ts";
import { deepFreeze } from "./plain.ts";
import { planOf } from "./plan.ts";
import type { Assessment, UnrankedReason } from "./result.ts";
import { originOf } from "./result-origin.ts";
import { readAnswerOf } from "./round/answer-read.ts";
import { assertRound } from "./round/round-read.ts";
import type { Round, Unit } from "./round.ts";
import { unitInput, withAnswer } from "./unit-inputs.ts";

/** Which answer changes. */
export interface ChangedAnswer {
  /** The id of the unit. */
  readonly unit: string;
  /** The id of the leaf, one that the unit scores. */
  readonly item: string;
  /** The new answer, as a self-assessment writes it, without `item`; null takes the answer back. */
  readonly answer: unknown;
}

/** What `change` gives for an answer that can be read. */
export interface Change {
  /** The discriminant. */
  readonly state: "changed";
  /** The unit whose answer changed, before the change. */
  readonly before: IndexAndPlace;
  /** The same after it. */
  readonly after: IndexAndPlace;
  /** Every unit whose state, index or place changed, by id; the unit itself only where something of it did. */
  readonly changed: readonly ChangedUnit[];
  /** The difference of the unit's two indexes, parted exactly among items and lines; or why there are not two. */
  readonly difference: Difference;
  /** What is worth a look in the new answer: warnings alone. */
  readonly issues: readonly Issue[];
}

/** What `change` gives for an answer that cannot be read: nothing is computed with it. */
export interface RefusedChange {
  /** The discriminant. */
  readonly state: "refused";
  /** What is wrong with the answer, paths from the answer on. */
  readonly issues: readonly Issue[];
}

/**
 * Tells what one changed answer does, without scoring the other units again.
 *
 * State, index and place of every unit are those that `assess` gives for the round with that answer; the round and the
 * results stay as they are. The results say how far the process is followed. A unit with an error in its data stays
 * listed apart: reading the round again judges it anew. The first change after a result looks at every unit of the
 * group once; later ones do not.
 *
 * @param set The criteria set, made by `readCriteriaSet`.
 * @param round The round, made by `readRound`.
 * @param results What `assess` or `indexes` gave for it.
 * @param changed The unit, the item and the new answer.
 *
 * @returns The change, frozen; or the issues of an answer that cannot be read.
 *
 * @throws TypeError if the set, the round or the results were not made by this library; RangeError if the results are
 * of another round, or the round has no such unit.
 *
 * @example
 * ```ts
 * import { readFile } from "node:fs/promises";
 * import { change, indexes, readRound } from "par-index";
 * import { criteriaSet } from "par-index/criteria";
 * const set = criteriaSet("hoa-lam/department/2026");
 * const round = readRound(set, JSON.parse(await readFile("docs/examples/hoa-lam-departments-2026.json", "utf8")));
 * const evidence = [{ number: "12/KH-SCT", issuer: "Sở Công Thương", date: "2026-01-15" }];
 * const answer = { facts: { choice: "none" }, evidence };
 * const result = change(set, round, indexes(set, round), { unit: "hoa-lam-so-cong-thuong", item: "1.1.1", answer });
 * result.state === "changed" && `${result.before.index} → ${result.after.index}`; // => '84.42 → 83.92'
 * ```
 */
export function change(
  set: CriteriaSet,
  round: Round,
  results: Assessment | Indexes,
  changed: ChangedAnswer,
): Change | RefusedChange {
  const plan = planOf(set, "change");
  assertRound(set, round, "change");
  const ready = originOf(results);
  if (ready === undefined) throw new TypeError("change: the results were not made by assess or indexes");
  if (ready.index.round !== round) throw new RangeError("change: the results are of another round");
  const unit = ready.index.unitOf.get(changed.unit);
  if (unit === undefined)
    throw new RangeError(`change: the round has no unit ${JSON.stringify(changed.unit)}`);

  const { assessment, issues } = readAnswerOf(set, ready.index, unit, changed.item, changed.answer);
  if (assessment === undefined || hasErrors(issues)) return deepFreeze({ state: "refused", issues });
  const after = withAnswer(ready, assessment, changed.item);
  const [a, b] = [ready, after].map((it) => compared(plan, round, unitInput(it, unit), it.until)) as [
    Side,
    Side,
  ];
  return deepFreeze({
    state: "changed",
    ...changedPlaces(ready, after, results, unit),
    difference: differenceBetween(unit, a, b),
    issues,
  } as const);
}

type Side = Compared | UnrankedReason;

function differenceBetween({ id, name }: Unit, a: Side, b: Side): Difference {
  if (typeof a !== "string" && typeof b !== "string") return indexDifference(a, b);
  const reason = (side: "before" | "after", it: Side): readonly Incomparable[] =>
    typeof it === "string" ? [{ side, unit: id, name, reason: it }] : [];
  return { state: "not-comparable", why: [...reason("before", a), ...reason("after", b)] };
}
