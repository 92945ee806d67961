// What the floors share: the department set as flat tables of safe integers, and the points of one leaf as a fraction
// of two of them. Written by hand for this set, as a program of its own would be: no code of `src/` takes part, nothing
// is checked, and what the benchmark's rounds do not have (returns, corrections, other policies) is left out.
import type { CriteriaSet, Facts, Item } from "../../src/criteria-set.ts";
import type { Answer, Entry, FormCounts, Round, Statistic, Target, Unit } from "../../src/round.ts";
import type { Rule } from "../../src/rule.ts";

/** A leaf in hundredths of a point. */
export interface FloorLeaf {
  readonly id: string;
  readonly at: number;
  readonly max: number;
  readonly maxText: string;
  readonly source: number;
  readonly kind: Rule["kind"];
  readonly rule: Rule;
  /** Points of options, parts or breaches by id, in hundredths. */
  readonly worth: ReadonlyMap<string, number>;
  /** Thresholds in hundredths of a percent. */
  readonly zeroBelow: number;
  readonly fullFrom: number;
  readonly bands: readonly FloorBand[];
  /** True where a leaf that does not apply counts in full. */
  readonly full: boolean;
  /** The lowest points of a deduction, in hundredths. */
  readonly floor: number;
  /** What a denominator of 0 gives, in hundredths. */
  readonly empty: number;
  readonly selfScored: boolean;
  readonly appraised: boolean;
  readonly questions: readonly (readonly FloorQuestion[])[];
}

interface FloorBand {
  readonly low: number;
  readonly lowOpen: boolean;
  readonly high: number;
  readonly highOpen: boolean;
  /** In hundredths; undefined: in proportion. */
  readonly points: number | undefined;
}

/** Where one respondent group answers a question: which form, which of its questions, with what weight. */
interface FloorQuestion {
  readonly form: number;
  readonly question: number;
  readonly weight: number;
}

/** The set as tables. */
export interface FloorPlan {
  readonly set: CriteriaSet;
  readonly leaves: readonly FloorLeaf[];
  readonly relative: readonly FloorLeaf[];
  readonly forms: readonly { readonly id: string; readonly questions: readonly string[] }[];
  readonly percents: ReadonlyMap<string, number>;
  readonly exempt: ReadonlyMap<string, ReadonlySet<string>>;
  readonly roundsItems: boolean;
  readonly bonus: ReadonlyMap<string, { readonly each: number; readonly cap: number }>;
  readonly bonusCap: number;
}

/** A decimal text in hundredths. */
export function hundredthsOf(text: string): number {
  const point = text.indexOf(".");
  if (point < 0) return Number(text) * 100;
  const after = text.slice(point + 1);
  return Number(text.slice(0, point) + (after.length === 1 ? `${after}0` : after));
}

const optional = (text: string | undefined, otherwise: number): number =>
  text === undefined ? otherwise : hundredthsOf(text);

/** Makes the tables. */
export function floorPlan(set: CriteriaSet): FloorPlan {
  const items: Item[] = [];
  const walk = (list: readonly Item[]): void => {
    for (const it of list) it.items === undefined ? items.push(it) : walk(it.items);
  };
  walk(set.items);
  const survey = set.survey as NonNullable<CriteriaSet["survey"]>;
  const weights = new Map(survey.respondents.map(({ id, weight }) => [id, Number(weight)]));
  const forms = survey.questionnaires.map(({ id, questions }) => ({
    id,
    questions: questions.map((it) => it.id).sort(),
  }));
  const questionsOf = (leaf: string): FloorLeaf["questions"] => {
    const asked = survey.questionnaires.map((form, at) =>
      form.questions
        .filter(({ item }) => item === leaf)
        .map(({ id }) => ({
          form: at,
          question: forms[at]?.questions.indexOf(id) ?? 0,
          weight: weights.get(form.respondents) ?? 1,
        })),
    );
    const groups = asked.filter(({ length }) => length > 0);
    // Two groups with one question each: one question. One group with two: two questions.
    return groups.length > 1 ? [groups.flat()] : (groups[0] ?? []).map((it) => [it]);
  };
  const leaves = items.map((item, at): FloorLeaf => {
    const rule = item.rule as Rule;
    const max = hundredthsOf(item.maxPoints);
    const list =
      rule.kind === "choice"
        ? rule.options
        : rule.kind === "checklist"
          ? rule.parts
          : rule.kind === "deduction"
            ? rule.breaches
            : [];
    const thresholds: { readonly zeroBelow?: string | undefined; readonly fullFrom?: string | undefined } =
      rule.kind === "ratio" || rule.kind === "percent" ? rule : {};
    return {
      id: item.id,
      at,
      max,
      maxText: item.maxPoints,
      source: set.sources.findIndex(({ id }) => id === item.source),
      kind: rule.kind,
      rule,
      worth:
        rule.kind === "count"
          ? new Map([["each", hundredthsOf(rule.each)]])
          : new Map(list.map(({ id, points }) => [id, hundredthsOf(points)])),
      zeroBelow: optional(thresholds.zeroBelow, 0),
      fullFrom: optional(thresholds.fullFrom, 10_000),
      bands:
        rule.kind !== "bands"
          ? []
          : rule.bands.map(({ from, above, upTo, below, points }) => ({
              low: optional(from ?? above, -1),
              lowOpen: above !== undefined,
              high: optional(upTo ?? below, Number.MAX_SAFE_INTEGER),
              highOpen: below !== undefined,
              points: points === undefined ? undefined : hundredthsOf(points),
            })),
      floor:
        rule.kind === "deduction" && rule.floor?.startsWith("-") ? -hundredthsOf(rule.floor.slice(1)) : 0,
      full: item.notApplicable === "full",
      empty: "empty" in rule && rule.empty === "full" ? max : 0,
      selfScored: item.source === "appraisal" && item.scoredBy !== "appraiser",
      appraised: item.source === "appraisal",
      questions: rule.kind === "survey" ? questionsOf(item.id) : [],
    };
  });
  return {
    set,
    leaves,
    relative: leaves.filter(({ kind }) => kind === "relative"),
    forms,
    percents: new Map(
      survey.scales[0]?.options.map(({ id, percent }) => [id, percent === undefined ? -1 : Number(percent)]),
    ),
    exempt: new Map(set.exemptions.map(({ kind, items: ids }) => [kind, new Set(ids)])),
    roundsItems: set.policies.rounding.items,
    bonus: new Map(
      set.bonus.lines.flatMap(({ id, rule, cap }) =>
        rule.kind === "count"
          ? [[id, { each: hundredthsOf(rule.each), cap: optional(cap, 1e9) }] as const]
          : [],
      ),
    ),
    bonusCap: optional(set.bonus.cap, 1e9),
  };
}

/** The points of the leaf that was asked last, in hundredths: `top` over `bottom`, safe integers. */
export let top = 0;
export let bottom = 1;

/** The points of a leaf that does not apply and counts in full. */
export function fullPoints(leaf: FloorLeaf): void {
  top = leaf.max;
  bottom = 1;
}

/** The points of facts, in hundredths of a point. */
export function leafPoints(leaf: FloorLeaf, facts: Facts): void {
  bottom = 1;
  switch (leaf.kind) {
    case "choice":
      top = leaf.worth.get((facts as { choice: string }).choice) as number;
      return;
    case "checklist": {
      top = 0;
      for (const part of (facts as { parts: readonly string[] }).parts) top += leaf.worth.get(part) as number;
      if (top > leaf.max) top = leaf.max;
      return;
    }
    case "count":
      top = (facts as { count: number }).count * (leaf.worth.get("each") as number);
      if (top > leaf.max) top = leaf.max;
      return;
    case "deduction": {
      top = leaf.max;
      for (const { breach, count } of (facts as { breaches: readonly { breach: string; count: number }[] })
        .breaches)
        top -= count * (leaf.worth.get(breach) as number);
      if (top < leaf.floor) top = leaf.floor;
      return;
    }
    case "direct":
      top = hundredthsOf((facts as { points: string }).points);
      return;
    case "ratio": {
      const { numerator, denominator } = facts as { numerator: number; denominator: number };
      if (denominator === 0) top = leaf.empty;
      else if (numerator * 10_000 < leaf.zeroBelow * denominator) top = 0;
      else if (numerator * 10_000 >= leaf.fullFrom * denominator) top = leaf.max;
      else {
        top = leaf.max * numerator;
        bottom = denominator;
      }
      return;
    }
    case "percent": {
      const percent = hundredthsOf((facts as { percent: string }).percent);
      if (percent < leaf.zeroBelow) top = 0;
      else if (percent >= leaf.fullFrom) top = leaf.max;
      else {
        top = leaf.max * percent;
        bottom = 10_000;
      }
      return;
    }
    case "bands":
      bandPoints(leaf, facts);
      return;
    default:
      throw new TypeError(`floor: ${leaf.kind}`);
  }
}

function bandPoints(leaf: FloorLeaf, facts: Facts): void {
  let value: number;
  let whole = 1;
  if ("numerator" in facts) {
    if (facts.denominator === 0) {
      top = leaf.empty;
      return;
    }
    value = facts.numerator * 10_000;
    whole = facts.denominator;
  } else if ("percent" in facts) {
    value = hundredthsOf(facts.percent);
    // To one place, half up, where the rule says so.
    if ((leaf.rule as { percentPlaces?: number }).percentPlaces === 1)
      value += value % 10 >= 5 ? 10 - (value % 10) : -(value % 10);
  } else value = hundredthsOf((facts as { value: string }).value);
  for (const band of leaf.bands) {
    const low = band.low * whole;
    const high = band.high === Number.MAX_SAFE_INTEGER ? band.high : band.high * whole;
    if ((band.lowOpen ? value > low : value >= low) && (band.highOpen ? value < high : value <= high)) {
      if (band.points !== undefined) top = band.points;
      else {
        top = leaf.max * value;
        bottom = 10_000 * whole;
      }
      return;
    }
  }
  throw new RangeError("floor: outside the bands");
}

const sums = new Float64Array(2);

/** Σ count × percentage and Σ valid count of one question. */
function countQuestion(plan: FloorPlan, form: FormCounts, question: number): void {
  let reached = 0;
  let valid = 0;
  const { options } = form.questions[question] as FormCounts["questions"][number];
  for (const { option, count } of options) {
    const percent = plan.percents.get(option) as number;
    if (percent < 0) continue;
    reached += count * percent;
    valid += count;
  }
  sums[0] = reached;
  sums[1] = valid;
}

/** The points of a survey leaf: the weighted groups of each question, then the mean of the questions. */
export function surveyPoints(plan: FloorPlan, leaf: FloorLeaf, forms: readonly FormCounts[]): void {
  let n = 0;
  let d = 1;
  for (const groups of leaf.questions) {
    let shareTop = 0;
    let shareBottom = 1;
    let weights = 0;
    for (const { form, question, weight } of groups) {
      countQuestion(plan, forms[form] as FormCounts, question);
      const [reached, valid] = sums as unknown as [number, number];
      shareTop = shareTop * valid + weight * reached * shareBottom;
      shareBottom *= valid;
      weights += weight;
    }
    shareBottom *= weights * 100;
    n = n * shareBottom + shareTop * d;
    d *= shareBottom;
  }
  const shared = gcd(n, d * leaf.questions.length);
  top = (n / shared) * leaf.max;
  bottom = (d * leaf.questions.length) / shared;
}

/** The leader and the best of a group on one leaf, each as a fraction. */
export interface FloorGroup {
  leaderTop: number;
  leaderBottom: number;
  best: number;
}

/** The points of a relative leaf: the clauses of the set's two rules are the same but for their percentages. */
export function relativePoints(
  leaf: FloorLeaf,
  count: number,
  target: number | undefined,
  group: FloorGroup,
): void {
  bottom = 1;
  if (target === undefined) {
    top = group.best === 0 ? 0 : leaf.max * count;
    bottom = group.best === 0 ? 1 : group.best;
    return;
  }
  const { clauses } = leaf.rule as Extract<Rule, { kind: "relative" }>;
  for (const clause of clauses) {
    const percent = Number(clause.percent);
    const leads = count * group.leaderBottom === group.leaderTop * target;
    if (clause.when === "leader" && leads) top = leaf.max * percent;
    else if (clause.when === "at-target" && count === target) top = leaf.max * percent;
    else if (clause.when === "below-target" && count < target) {
      top = leaf.max * percent * count;
      bottom = target;
    } else if (clause.when === "between" && count > target) {
      // (A/T − 1) ÷ (L − 1), both over their denominators.
      const above = (count - target) * group.leaderBottom;
      const span = target * (group.leaderTop - group.leaderBottom);
      top = leaf.max * (percent * span + (Number(clause.upTo) - percent) * above);
      bottom = span;
    } else continue;
    bottom *= 100;
    return;
  }
}

export function gcd(a: number, b: number): number {
  while (b !== 0) [a, b] = [b, a % b];
  return a;
}

/** One unit of a round with everything that is about it, found by one walk over the sorted lists of a round as read. */
export interface FloorUnit {
  readonly unit: Unit;
  readonly answers: readonly Answer[];
  readonly entries: readonly Entry[];
  readonly forms: readonly FormCounts[];
  readonly statistics: readonly Statistic[];
  readonly targets: readonly Target[];
}

/** Calls for each unit of a round, in its order. */
export function forEachUnit(plan: FloorPlan, round: Round, visit: (it: FloorUnit) => void): void {
  const { ledger, statistics, targets, selfAssessments } = round;
  const { counts } = round.tally;
  let [entry, statistic, target, form] = [0, 0, 0, 0];
  round.units.forEach((unit, at) => {
    const slice = <T extends { readonly unit: string }>(list: readonly T[], from: number): T[] => {
      const own: T[] = [];
      for (let i = from; i < list.length && list[i]?.unit === unit.id; i++) own.push(list[i] as T);
      return own;
    };
    const entries = slice(ledger, entry);
    const figures = slice(statistics, statistic);
    const aims = slice(targets, target);
    const forms = slice(counts, form);
    entry += entries.length;
    statistic += figures.length;
    target += aims.length;
    form += forms.length;
    // The forms stand by id, the plan has them in the order of the set.
    const ordered = plan.forms.map(({ id }) => forms.find((it) => it.questionnaire === id) as FormCounts);
    visit({
      unit,
      answers: selfAssessments[at]?.answers ?? [],
      entries,
      forms: ordered,
      statistics: figures,
      targets: aims,
    });
  });
}

/** What stands for the leaves of a unit: facts, `null` where it does not apply, undefined where the survey gives it. */
export function standing(plan: FloorPlan, it: FloorUnit, facts: (Facts | null | undefined)[]): void {
  let next = 0;
  let figure = 0;
  const exempt = it.unit.kinds.length === 0 ? undefined : plan.exempt.get(it.unit.kinds[0] as string);
  for (const leaf of plan.leaves) {
    const { at } = leaf;
    if (leaf.appraised) {
      const answer = it.answers[next];
      facts[at] = null;
      if (answer !== undefined && answer.item === leaf.id) {
        next += 1;
        if (answer.facts !== undefined && answer.evidence.length > 0) facts[at] = answer.facts;
      }
      for (const entry of it.entries)
        if (entry.item === leaf.id && entry.kind === "adjust" && entry.facts !== undefined)
          facts[at] = entry.facts;
      if (exempt?.has(leaf.id)) facts[at] = null;
    } else if (leaf.kind === "survey") facts[at] = undefined;
    else {
      facts[at] = it.statistics[figure]?.facts as Facts;
      figure += 1;
    }
  }
}

/** First pass: the leader and the best of each group on each relative leaf. */
export function relativeGroups(plan: FloorPlan, round: Round): ReadonlyMap<string, readonly FloorGroup[]> {
  const groups = new Map<string, FloorGroup[]>();
  forEachUnit(plan, round, (it) => {
    let own = groups.get(it.unit.group);
    if (own === undefined) {
      own = plan.relative.map(() => ({ leaderTop: 0, leaderBottom: 1, best: 0 }));
      groups.set(it.unit.group, own);
    }
    plan.relative.forEach((leaf, at) => {
      const facts = relativeFacts(leaf, it);
      if (facts === null) return;
      const target = targetOf(leaf, it);
      const group = own[at] as FloorGroup;
      if (target === undefined) {
        if (facts > group.best) group.best = facts;
      } else if (facts * group.leaderBottom > group.leaderTop * target) {
        group.leaderTop = facts;
        group.leaderBottom = target;
      }
    });
  });
  return groups;
}

function relativeFacts(leaf: FloorLeaf, it: FloorUnit): number | null {
  if (!leaf.appraised)
    return (
      (it.statistics.find(({ item }) => item === leaf.id) as { facts: { count: number } } | undefined)?.facts
        .count ?? null
    );
  const adjusted = it.entries.find((entry) => entry.item === leaf.id && entry.kind === "adjust");
  const facts = (adjusted ?? it.answers.find(({ item }) => item === leaf.id)) as
    | { facts?: { count: number } }
    | undefined;
  return facts?.facts === undefined ? null : facts.facts.count;
}

/** The target of a unit on a relative leaf. */
export const targetOf = (leaf: FloorLeaf, it: FloorUnit): number | undefined =>
  (it.targets.find(({ item }) => item === leaf.id)?.facts as { count: number } | undefined)?.count;

/** Bonus points in hundredths, each line capped, then their sum. */
export function bonusOf(plan: FloorPlan, it: FloorUnit): number {
  let sum = 0;
  for (const entry of it.entries) {
    const line = plan.bonus.get(entry.item);
    if (line === undefined || entry.kind !== "adjust") continue;
    const points = (entry.facts as { count: number }).count * line.each;
    sum += points > line.cap ? line.cap : points;
  }
  return sum > plan.bonusCap ? plan.bonusCap : sum;
}
