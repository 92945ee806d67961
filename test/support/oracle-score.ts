/**
 * An oracle for the whole chain: scores a raw set and round as design 3 reads, in BigInt fractions of its own and
 * without any code of `src/`. Slow and plain on purpose: one expression for each sentence of the design.
 */
import { leavesOf, type Raw } from "./random-round.ts";

/** A reduced fraction. */
export interface Fraction {
  readonly n: bigint;
  readonly d: bigint;
}

const gcd = (a: bigint, b: bigint): bigint => (b === 0n ? (a < 0n ? -a : a) : gcd(b, a % b));
export const frac = (n: bigint, d = 1n): Fraction => {
  const g = gcd(n, d) || 1n;
  return d < 0n ? { n: -n / g, d: -d / g } : { n: n / g, d: d / g };
};
export const plus = (a: Fraction, b: Fraction): Fraction => frac(a.n * b.d + b.n * a.d, a.d * b.d);
export const minus = (a: Fraction, b: Fraction): Fraction => frac(a.n * b.d - b.n * a.d, a.d * b.d);
export const times = (a: Fraction, b: Fraction): Fraction => frac(a.n * b.n, a.d * b.d);
export const over = (a: Fraction, b: Fraction): Fraction => frac(a.n * b.d, a.d * b.n);
export const below = (a: Fraction, b: Fraction): boolean => a.n * b.d < b.n * a.d;
export const same = (a: Fraction, b: Fraction): boolean => a.n * b.d === b.n * a.d;
export const total = (list: readonly Fraction[]): Fraction => list.reduce(plus, frac(0n));
const smaller = (a: Fraction, b: Fraction): Fraction => (below(b, a) ? b : a);
const larger = (a: Fraction, b: Fraction): Fraction => (below(a, b) ? b : a);

/** The value of a decimal or a fraction text. */
export function num(text: string | number): Fraction {
  const [top = "0", bottom] = String(text).split("/");
  if (bottom !== undefined) return frac(BigInt(top), BigInt(bottom));
  const [whole = "0", decimals = ""] = top.split(".");
  return frac(BigInt(whole + decimals), 10n ** BigInt(decimals.length));
}

/** Rounds to places and prints. */
export function print(value: Fraction, places: number, mode: string): string {
  const scaled = value.n * 10n ** BigInt(places);
  const sign = scaled < 0n ? -1n : 1n;
  const size = scaled * sign;
  const whole = size / value.d;
  const rest = (size % value.d) * 2n;
  const up =
    mode === "up"
      ? rest > 0n
      : mode === "down"
        ? false
        : rest > value.d || (rest === value.d && (mode === "half-up" || whole % 2n === 1n));
  const digits = String(whole + (up ? 1n : 0n)).padStart(places + 1, "0");
  const text =
    places === 0
      ? digits
      : `${digits.slice(0, digits.length - places)}.${digits.slice(digits.length - places)}`;
  return sign < 0n && /[1-9]/.test(text) ? `-${text}` : text;
}

/** What is pending or unanswered gives at least: the lesser of 0 and the floor of the rule. */
const least = (rule: Raw): Fraction => smaller(num(0), num(rule.floor ?? "0"));

/** What was measured: a number, or a percentage. */
const measured = ({ of }: Raw, facts: Raw): Fraction =>
  of === "number"
    ? num(facts.value)
    : of === "ratio"
      ? times(over(num(facts.numerator), num(facts.denominator)), num(100))
      : num(facts.percent);

/** The points of facts under a rule, exactly; not of surveys and relative rules. */
export function rulePoints(rule: Raw, max: Fraction, facts: Raw, mode: string): Fraction {
  const hundred = num(100);
  const byShare = (share: Fraction): Fraction => {
    const percent = times(share, hundred);
    if (rule.zeroBelow !== undefined && below(percent, num(rule.zeroBelow))) return num(0);
    if (rule.fullFrom !== undefined && !below(percent, num(rule.fullFrom))) return max;
    return times(max, share);
  };
  switch (rule.kind) {
    case "choice":
      return num(rule.options.find((it: Raw) => it.id === facts.choice).points);
    case "checklist":
      return smaller(
        max,
        total(rule.parts.filter((it: Raw) => facts.parts.includes(it.id)).map((it: Raw) => num(it.points))),
      );
    case "ratio":
      if (facts.denominator === 0) return rule.empty === "full" ? max : num(0);
      return byShare(smaller(num(1), over(num(facts.numerator), num(facts.denominator))));
    case "percent":
      return byShare(over(num(facts.percent), hundred));
    case "bands": {
      if (rule.of === "ratio" && facts.denominator === 0) return rule.empty === "full" ? max : num(0);
      const given = measured(rule, facts);
      const value = rule.percentPlaces === undefined ? given : num(print(given, rule.percentPlaces, mode));
      const band = rule.bands.find(
        (it: Raw) =>
          (it.from === undefined || !below(value, num(it.from))) &&
          (it.above === undefined || below(num(it.above), value)) &&
          (it.upTo === undefined || !below(num(it.upTo), value)) &&
          (it.below === undefined || below(value, num(it.below))),
      );
      return band.share === true ? over(times(max, value), hundred) : num(band.points);
    }
    case "count":
      return smaller(max, times(num(rule.each), num(facts.count)));
    case "deduction":
      return larger(
        num(rule.floor ?? "0"),
        minus(
          max,
          total(
            facts.breaches.map((it: Raw) =>
              times(num(it.count), num(rule.breaches.find((b: Raw) => b.id === it.breach).points)),
            ),
          ),
        ),
      );
    case "direct":
      return num(facts.points);
    case "stretched": {
      if (rule.of === "ratio" && facts.denominator === 0) return rule.empty === "full" ? max : num(0);
      const value = rule.cap === true ? smaller(measured(rule, facts), hundred) : measured(rule, facts);
      const way = over(minus(value, num(rule.zeroAt)), minus(num(rule.fullAt), num(rule.zeroAt)));
      return times(max, larger(num(0), smaller(num(1), way)));
    }
    default:
      throw new Error(`no oracle for ${rule.kind}`);
  }
}

const unbounded = num("1000000");

interface Stand {
  readonly state: "scored" | "unanswered" | "pending" | "not-applicable";
  readonly points?: Fraction;
  readonly facts?: Raw;
  readonly consequence?: string;
  /** What a gate makes of it: these bounds in place of its points. */
  readonly held?: { readonly low: Fraction; readonly high: Fraction };
}

/** What the oracle knows of one unit. */
interface Expected {
  readonly unit: string;
  readonly group: string;
  readonly scored: boolean;
  readonly state?: "complete" | "provisional" | "not-applicable";
  readonly index?: Fraction;
  readonly printed?: string;
  readonly grade?: string;
  readonly reaches?: string;
  readonly low?: string;
  readonly high?: string;
  readonly leaves: ReadonlyMap<string, Stand>;
  readonly points?: Fraction;
}

/** Scores every unit of a raw round. */
export function oracle(set: Raw, round: Raw): Expected[] {
  const leaves = leavesOf(set.items);
  const late = (unit: string): number => {
    const sent = round.selfAssessments.find((it: Raw) => it.unit === unit)?.submitted;
    const due = set.calendar?.[0]?.before;
    return sent === undefined || due === undefined
      ? 0
      : Math.max(0, (Date.parse(sent) - Date.parse(due)) / 86_400_000 + 1);
  };
  const present = (unit: string): Raw | undefined => {
    const found = round.selfAssessments.find((it: Raw) => it.unit === unit);
    return found !== undefined && late(unit) > 0 && set.policies.late.kind === "refuse" ? undefined : found;
  };
  const ownLeaves = leaves.some((it) => it.source === "a" && it.scoredBy !== "appraiser");
  const lastDay = set.period.to;
  const isAbsent = ({ id, replaces = [] }: Raw): boolean =>
    round.units.some((it: Raw) =>
      (it.replaces ?? []).some((old: Raw) => old.unit === id && old.since <= lastDay),
    ) ||
    (replaces.length > 0 && replaces.every(({ since }: Raw) => since > lastDay));
  const scored = (unit: Raw): boolean =>
    !isAbsent(unit) &&
    (!ownLeaves || present(unit.id) !== undefined || set.policies.missing === "unanswered");
  const stands = new Map<string, Map<string, Stand>>(
    round.units
      .filter(scored)
      .map((unit: Raw) => [
        unit.id,
        new Map(leaves.map((leaf) => [leaf.number, standOf(set, round, leaf, unit, present(unit.id))])),
      ]),
  );
  for (const leaf of leaves.filter((it) => it.rule.kind === "relative")) relative(round, leaf, stands);
  return round.units.map((unit: Raw): Expected => {
    const before = stands.get(unit.id);
    const own = before && behindGates(set, before);
    if (own === undefined) return { unit: unit.id, group: unit.group, scored: false, leaves: new Map() };
    return {
      unit: unit.id,
      group: unit.group,
      scored: true,
      leaves: own,
      ...indexOf(set, round, leavesFor(round, unit.id, leaves), unit.id, own, late(unit.id)),
    };
  });
}

const figureOf = (round: Raw, unit: string, leaf: Raw): Raw =>
  round.statistics.find((it: Raw) => it.unit === unit && it.item === leaf.number);

/** The leaves of a unit: what was published of it may be out of a maximum of its own. */
const leavesFor = (round: Raw, unit: string, leaves: readonly Raw[]): Raw[] =>
  leaves.map((leaf) => ({ ...leaf, maxPoints: figureOf(round, unit, leaf)?.maxPoints ?? leaf.maxPoints }));

function standOf(set: Raw, round: Raw, leaf: Raw, unit: Raw, self: Raw): Stand {
  const exempt = set.exemptions.some(
    (it: Raw) => unit.kinds.includes(it.kind) && it.items.includes(leaf.number),
  );
  const consequence = leaf.notApplicable === true ? set.policies.notApplicable : leaf.notApplicable;
  const away: Stand = { state: "not-applicable", consequence };
  const max = num(leaf.maxPoints);
  const given = (facts: Raw): Stand =>
    leaf.rule.kind === "relative"
      ? { state: "scored", facts }
      : { state: "scored", points: rulePoints(leaf.rule, max, facts, set.policies.rounding.mode) };
  if (exempt && leaf.source !== "a") return away;
  if (leaf.source === "s") return surveyStand(set, round, leaf, unit);
  if (leaf.source === "t" || leaf.source === "t2") {
    const figure = figureOf(round, unit.id, leaf);
    if (figure === undefined) return { state: "pending" };
    if (figure.notApplicable !== undefined) return away;
    return isEmptyClaim(leaf.rule, figure.facts) ? { state: "pending" } : given(figure.facts);
  }
  const answer = self?.answers.find((it: Raw) => it.item === leaf.number);
  const proven = answer !== undefined && (leaf.evidence === "none" || (answer.evidence ?? []).length > 0);
  const unanswered: Stand = { state: "unanswered", points: least(leaf.rule) };
  /** What an answer or an entry says: that the leaf does not apply, or what it comes to; nothing where it says nothing. */
  const said = (it: Raw): Stand | undefined => {
    if (it === undefined) return undefined;
    if (it.notApplicable !== undefined) return away;
    if (it.facts !== undefined) return isEmptyClaim(leaf.rule, it.facts) ? away : given(it.facts);
    if (it.votes !== undefined) return { state: "scored", points: meanVote(it.votes) };
    return it.points === undefined ? undefined : { state: "scored", points: num(it.points) };
  };
  let claim = said(answer);
  let stand: Stand = exempt
    ? away
    : leaf.scoredBy === "appraiser"
      ? { state: "pending" }
      : claim === undefined
        ? unanswered
        : claim.state === "not-applicable"
          ? { state: "pending" }
          : proven
            ? claim
            : unanswered;
  let decided = exempt;
  let returned = false;
  // The ledger of the random rounds is written in the order in which it is replayed.
  for (const entry of round.ledger.filter((it: Raw) => it.unit === unit.id && it.item === leaf.number)) {
    if (entry.kind === "explain") claim = said(entry) ?? claim;
    else if (entry.kind === "return") returned = true;
    else if (entry.kind === "uphold") returned = false;
    else {
      const value = entry.kind === "not-applicable" ? away : entry.kind === "accept" ? claim : said(entry);
      if (value === undefined) continue;
      stand = value;
      decided = true;
      returned = false;
    }
  }
  if (returned) return { state: "pending" };
  return !decided && set.policies.silence === "pending" && stand.state === "scored"
    ? { state: "pending" }
    : stand;
}

/** The exact mean of the points of those who vote. */
const meanVote = (votes: readonly Raw[]): Fraction =>
  over(total(votes.map((it) => num(it.points))), num(votes.length));

/** Nothing to do this year, and the rule says that this is a claim that the leaf does not apply. */
const isEmptyClaim = (rule: Raw, facts: Raw): boolean =>
  rule.empty === "not-applicable" && facts.denominator === 0;

function surveyStand(set: Raw, round: Raw, leaf: Raw, unit: Raw): Stand {
  const { survey } = set;
  if (round.surveyNotHeld.some((it: Raw) => it.group === unit.group)) {
    if (survey.notHeld === "pending") return { state: "pending" };
    return survey.notHeld === "zero"
      ? { state: "scored", points: num(0) }
      : { state: "not-applicable", consequence: "rescale" };
  }
  const percent = new Map<string, Raw>(survey.scales[0].options.map((it: Raw) => [it.id, it.percent]));
  const forms = survey.questionnaires.map((form: Raw) => ({
    form,
    counts: round.tally.counts.find((it: Raw) => it.unit === unit.id && it.questionnaire === form.id),
  }));
  const weighted = survey.combine === "weights";
  const means: Fraction[] = [];
  let empty = false;
  for (const question of survey.questionnaires[0].questions.filter((it: Raw) => it.item === leaf.number)) {
    const parts: { weight: Fraction; worth: Fraction; valid: Fraction }[] = [];
    for (const { form, counts } of forms) {
      const options = counts?.questions.find((it: Raw) => it.question === question.id)?.options ?? [];
      const valid = options.filter((it: Raw) => percent.get(it.option) !== undefined);
      const worth = total(
        valid.map((it: Raw) => times(num(it.count), over(num(percent.get(it.option)), num(100)))),
      );
      const weight = num(survey.respondents.find((it: Raw) => it.id === form.respondents).weight);
      parts.push({ weight, worth, valid: total(valid.map((it: Raw) => num(it.count))) });
    }
    const heard = parts.filter(({ valid }) => valid.n > 0n);
    if (heard.length === 0) return { state: "pending" };
    empty ||= weighted && heard.length < parts.length;
    means.push(
      weighted
        ? over(
            total(heard.map(({ weight, worth, valid }) => over(times(weight, worth), valid))),
            total(heard.map(({ weight }) => weight)),
          )
        : over(total(heard.map(({ worth }) => worth)), total(heard.map(({ valid }) => valid))),
    );
  }
  if (empty && survey.emptyGroup === "pending") return { state: "pending" };
  const short = forms.some(
    ({ form, counts }: Raw) =>
      (counts?.forms ?? 0) < form.leastForms && !(weighted && (counts?.forms ?? 0) === 0),
  );
  if (short) return survey.belowLeast === "zero" ? { state: "scored", points: num(0) } : { state: "pending" };
  return { state: "scored", points: times(num(leaf.maxPoints), over(total(means), num(means.length))) };
}

function relative(round: Raw, leaf: Raw, stands: ReadonlyMap<string, Map<string, Stand>>): void {
  for (const group of ["g", "h"]) {
    const members = round.units
      .filter((it: Raw) => it.group === group && stands.has(it.id))
      .map(({ id }: Raw) => id as string);
    const standing = (id: string): Stand => stands.get(id)?.get(leaf.number) as Stand;
    const open = members.some((id: string) => standing(id).state === "pending");
    const inPlay = members.filter(
      (id: string) => standing(id).state === "scored" && standing(id).facts !== undefined,
    );
    const target = (id: string): Fraction | undefined => {
      const found = round.targets.find((it: Raw) => it.unit === id && it.item === leaf.number);
      return found === undefined ? undefined : amount(found.facts);
    };
    const amount = (facts: Raw): Fraction =>
      facts.count === undefined ? over(num(facts.numerator), num(facts.denominator)) : num(facts.count);
    const reach = (id: string): Fraction => over(amount(standing(id).facts), target(id) ?? num(1));
    const best = (ids: string[]): Fraction => ids.map(reach).reduce(larger, num(0));
    const leader = best(inPlay.filter((id: string) => target(id) !== undefined));
    const bestFree = best(inPlay.filter((id: string) => target(id) === undefined));
    const max = num(leaf.maxPoints);
    const half = over(max, num(2));
    for (const id of inPlay) {
      const own = reach(id);
      let points: Fraction;
      if (target(id) === undefined) points = bestFree.n === 0n ? num(0) : over(times(max, own), bestFree);
      else if (below(own, num(1))) points = times(half, own);
      else if (same(own, num(1))) points = half;
      else if (same(own, leader)) points = max;
      else points = plus(half, over(times(half, minus(own, num(1))), minus(leader, num(1))));
      stands.get(id)?.set(leaf.number, open ? { state: "pending" } : { state: "scored", points });
    }
  }
}

/** Every item of a set with those above it, top first. */
const placed = (items: readonly Raw[], above: readonly Raw[] = []): readonly (readonly Raw[])[] =>
  items.flatMap((it) => [[...above, it], ...placed(it.items ?? [], [...above, it])]);

/** What the gates make of the leaves of one unit. */
function behindGates(set: Raw, stands: ReadonlyMap<string, Stand>): Map<string, Stand> {
  const { places, mode, items } = set.policies.rounding;
  const paths = placed(set.items);
  const path = (number: string): readonly Raw[] => paths.find((it) => it.at(-1).number === number) ?? [];
  const settled = new Map<string, Stand>();
  const stand = (leaf: Raw): Stand => {
    const known = settled.get(leaf.number) ?? held(leaf, stands.get(leaf.number) as Stand);
    settled.set(leaf.number, known);
    return known;
  };
  /** Whether a gate is open at either end of what its item can have. */
  const isOpen = (gate: Raw, end: "low" | "high"): boolean => {
    const asked = leavesOf([path(gate.item).at(-1)]).filter(
      (leaf) => !["rescale", "rescale-source"].includes(stand(leaf).consequence ?? ""),
    );
    if (asked.length === 0) return true;
    const points = asked.map((leaf): Fraction => {
      const { state, consequence, points: value, held: bounds } = stand(leaf);
      if (bounds !== undefined) return bounds[end];
      if (state === "pending") return end === "low" ? least(leaf.rule) : num(leaf.maxPoints);
      if (state === "not-applicable") return consequence === "full" ? num(leaf.maxPoints) : num(0);
      return state === "unanswered" || !items
        ? (value as Fraction)
        : num(print(value as Fraction, places, mode));
    });
    const share = times(over(total(points), total(asked.map((leaf) => num(leaf.maxPoints)))), num(100));
    return gate.above === undefined ? !below(share, num(gate.from)) : below(num(gate.above), share);
  };
  const held = (leaf: Raw, own: Stand): Stand => {
    if (own.state !== "scored" && own.state !== "pending") return own;
    const gates = path(leaf.number).flatMap((it) => it.requires ?? []);
    const floor = least(leaf.rule);
    const isClosed = gates.some((gate) => !isOpen(gate, "high"));
    if (own.state === "pending") {
      const high = leaf.notApplicable === undefined ? floor : num(leaf.maxPoints);
      return isClosed ? { ...own, held: { low: floor, high } } : own;
    }
    if (isClosed) return { ...own, held: { low: floor, high: floor } };
    if (gates.every((gate) => isOpen(gate, "low"))) return own;
    const value = items ? num(print(own.points as Fraction, places, mode)) : (own.points as Fraction);
    return { state: "pending", held: { low: floor, high: larger(floor, value) } };
  };
  return new Map(leavesOf(set.items).map((leaf) => [leaf.number, stand(leaf)]));
}

function indexOf(
  set: Raw,
  round: Raw,
  leaves: readonly Raw[],
  unit: string,
  own: Map<string, Stand>,
  lateDays: number,
): Partial<Expected> {
  const { places, mode, items } = set.policies.rounding;
  const item = (value: Fraction): Fraction => (items ? num(print(value, places, mode)) : value);
  const stand = (leaf: Raw): Stand => own.get(leaf.number) as Stand;
  const pending = leaves.some((leaf) => stand(leaf).state === "pending");
  /** The points of one bonus or penalty line, after its cap. */
  const linePoints = (line: Raw): Fraction => {
    const entry = round.ledger.find((it: Raw) => it.unit === unit && it.item === line.id);
    if (entry === undefined) return num(0);
    const raw = item(
      entry.votes !== undefined
        ? meanVote(entry.votes)
        : line.rule.kind === "count"
          ? rulePoints(line.rule, unbounded, entry.facts, mode)
          : num(entry.facts.points),
    );
    return line.cap === undefined ? raw : smaller(raw, num(line.cap));
  };
  const { late, limits } = set.policies;
  const charge =
    lateDays === 0 || late.kind === "flag" || late.kind === "refuse"
      ? num(0)
      : late.kind === "flat"
        ? num(late.points)
        : smaller(times(num(late.points), num(lateDays)), num(late.cap));
  const taken = (id: string): Fraction =>
    id === "late" ? charge : linePoints(set.penalty.lines.find((line: Raw) => line.id === id));
  const at = (open: "low" | "high"): { index: Fraction | undefined; points: Fraction } => {
    let base = num(0);
    let applicable = num(0);
    for (const { id } of set.sources) {
      const counted = leaves.filter(
        (leaf) =>
          leaf.source === id && !["rescale", "rescale-source"].includes(stand(leaf).consequence ?? ""),
      );
      const converted = leaves.filter(
        (leaf) => leaf.source === id && stand(leaf).consequence === "rescale-source",
      );
      const points = total(
        counted.map((leaf) => {
          const { state, consequence, points: value, held } = stand(leaf);
          if (held !== undefined) return held[open];
          if (state === "pending") return open === "low" ? least(leaf.rule) : num(leaf.maxPoints);
          if (state === "not-applicable") return consequence === "full" ? num(leaf.maxPoints) : num(0);
          return state === "unanswered" ? least(leaf.rule) : item(value as Fraction);
        }),
      );
      const max = total(counted.map((leaf) => num(leaf.maxPoints)));
      if (max.n === 0n) continue;
      const declared = plus(max, total(converted.map((leaf) => num(leaf.maxPoints))));
      base = plus(base, over(times(points, declared), max));
      applicable = plus(applicable, declared);
    }
    const lines = (kind: "bonus" | "penalty"): Fraction => {
      const sum = total((set[kind]?.lines ?? []).map(linePoints));
      return set[kind]?.cap === undefined ? sum : smaller(sum, num(set[kind].cap));
    };
    const extra = minus(minus(lines("bonus"), lines("penalty")), charge);
    if (applicable.n === 0n) return { index: undefined, points: plus(base, extra) };
    let index = plus(
      times(over(base, applicable), num(100)),
      times(over(extra, num(set.maxPoints)), num(100)),
    );
    if (limits.min !== undefined) index = larger(index, num(limits.min));
    if (limits.max !== undefined) index = smaller(index, num(limits.max));
    return { index, points: plus(base, extra) };
  };
  const low = at("low");
  if (pending) {
    const high = at("high");
    return {
      state: "provisional",
      low: print(low.index ?? num(0), places, mode),
      high: print(high.index ?? num(0), places, mode),
    };
  }
  if (low.index === undefined) return { state: "not-applicable" };
  const printed = print(low.index, places, mode);
  /** The published component index of some leaves; undefined where none of them applies. */
  const component = (of: readonly Raw[]): Fraction | undefined => {
    const counted = of.filter(
      (leaf) => !["rescale", "rescale-source"].includes(stand(leaf).consequence ?? ""),
    );
    if (counted.length === 0) return undefined;
    const points = counted.map((leaf): Fraction => {
      const { state, consequence, points: value, held } = stand(leaf);
      if (held !== undefined) return held.low;
      if (state === "not-applicable") return consequence === "full" ? num(leaf.maxPoints) : num(0);
      return state === "unanswered" ? least(leaf.rule) : item(value as Fraction);
    });
    const share = over(total(points), total(counted.map((leaf) => num(leaf.maxPoints))));
    return num(print(times(share, num(100)), places, mode));
  };
  const isMet = ({ item: asked, source, unused, from, above }: Raw): boolean => {
    if (unused !== undefined) return taken(unused).n === 0n;
    const share = component(
      leaves.filter((leaf) =>
        asked === undefined
          ? leaf.source === source
          : leaf.number === asked || leaf.number.startsWith(`${asked}.`),
      ),
    );
    if (share === undefined) return true;
    return from === undefined ? below(num(above), share) : !below(share, num(from));
  };
  const reached = set.grades.filter((it: Raw) => it.from === undefined || !below(num(printed), num(it.from)));
  const grade = reached.find((it: Raw) => (it.requires ?? []).every(isMet))?.id;
  const reaches = reached[0]?.id === grade ? {} : { reaches: reached[0]?.id };
  return { state: "complete", index: low.index, printed, grade, ...reaches, points: low.points };
}
