/**
 * The rule `bands`: two counts, a percentage or a number fall into one of the printed bands, which gives its points or
 * maximum × share. Values are compared exactly, unless the rule rounds the percentage first. A decision prints its bands
 * from either end; everything here works from the lowest up. Of the bands is checked that bounds are stated just once and
 * in order, without gap or overlap down to the inclusive and exclusive sides, that every percentage is covered and the
 * maximum reached, and that no better value gets fewer points.
 */
import * as z from "zod/mini";
import type { Decimal, Facts, Text } from "../criteria-set.ts";
import {
  add,
  compareExact,
  decimal,
  divide,
  type Exact,
  exactText,
  greatest,
  hundred,
  lastPlace,
  least,
  multiply,
  percentOf,
  readFraction,
  roundedExact,
  zero,
} from "../number.ts";
import { deepFreeze } from "../plain.ts";
import {
  type At,
  type FigureCells,
  inPoints,
  type LeafContext,
  maxOf,
  placeBeneath,
  type RuleFormula,
  type RuleMeaning,
  type RuleShape,
  type RuleStep,
  type RuleTelling,
  reportAt,
} from "../rule.ts";
import { built, shape } from "../shape.ts";
import { type Message, message, said, say } from "../words/words.ts";
import { factsWith, refuseFacts } from "./facts.ts";
import {
  checkEmpty,
  checkWhole,
  emptyResult,
  emptyShape,
  isOfNothing,
  type MeasureFormula,
  measuredFormula,
  measuredValue,
  measureFactsText,
  measureForm,
  measureFormula,
  measureHead,
  printedInterval,
  reportStraddling,
  roundFormula,
  shareStep,
  tenTo,
} from "./measure.ts";
import { productText, rangeOf, shareText } from "./words.ts";

/** One band: its bounds as the decision prints them, and what it gives. Just one of `points` and `share` is stated. */
export interface Band {
  /** The lower bound, inclusive: từ. */
  readonly from?: Decimal | undefined;
  /** The lower bound, exclusive: trên. */
  readonly above?: Decimal | undefined;
  /** The upper bound, inclusive: đến. */
  readonly upTo?: Decimal | undefined;
  /** The upper bound, exclusive: dưới. */
  readonly below?: Decimal | undefined;
  /** The points of every value in the band. */
  readonly points?: Decimal | undefined;
  /** True where the band gives maximum × share instead of points of its own. */
  readonly share?: true | undefined;
}

/** Bands of the share of two counts. Facts: `{ numerator, denominator }`. */
export interface BandsOfRatio {
  /** The discriminant. */
  readonly kind: "bands";
  /** What falls into the bands: a share, in percent. */
  readonly of: "ratio";
  /** What the numerator counts, as it stands inside a sentence. */
  readonly numerator: Text;
  /** What the denominator counts. */
  readonly denominator: Text;
  /** Denominator 0: the maximum (flagged for the council), 0, or a claim of not applicable. */
  readonly empty: "full" | "zero" | "not-applicable";
  /** Decimals to which the percentage is rounded first, by the mode of the set; it then decides the band and the share. */
  readonly percentPlaces?: number | undefined;
  /** Which direction is better: `"higher"` where absent. */
  readonly better?: "higher" | "lower" | undefined;
  /** The bands, in ascending or descending order; bounds in percent. */
  readonly bands: readonly Band[];
}

/** Bands of a percentage. Facts: `{ percent }`, with the digits that the source prints. */
export interface BandsOfPercent {
  /** The discriminant. */
  readonly kind: "bands";
  /** What falls into the bands: a percentage as printed. */
  readonly of: "percent";
  /** What it is a percentage of, as it stands inside a sentence. */
  readonly what: Text;
  /** Decimals to which the percentage is rounded first, by the mode of the set; it then decides the band and the share. */
  readonly percentPlaces?: number | undefined;
  /** Which direction is better: `"higher"` where absent. */
  readonly better?: "higher" | "lower" | undefined;
  /** The bands, in ascending or descending order; bounds in percent. */
  readonly bands: readonly Band[];
}

/** Bands of a plain number. Facts: `{ value }`. */
export interface BandsOfNumber {
  /** The discriminant. */
  readonly kind: "bands";
  /** What falls into the bands: a number. */
  readonly of: "number";
  /** What the number is, as it stands inside a sentence. */
  readonly what: Text;
  /** Which direction is better: `"higher"` where absent. */
  readonly better?: "higher" | "lower" | undefined;
  /** The bands, in ascending or descending order; each gives points, since a number has no share. */
  readonly bands: readonly Band[];
}

/** Points by the band in which a value falls. */
export type BandsRule = BandsOfNumber | BandsOfPercent | BandsOfRatio;

/** A bound that is there. */
interface BandBound {
  readonly value: Exact;
  readonly inclusive: boolean;
}

/** A band with its bounds read, and its position in the rule. */
interface PlacedBand {
  readonly band: Band;
  readonly at: number;
  readonly lower: BandBound | undefined;
  readonly upper: BandBound | undefined;
}

function boundOf(inclusive: Decimal | undefined, exclusive: Decimal | undefined): BandBound | undefined {
  if (inclusive !== undefined) return { value: decimal(inclusive), inclusive: true };
  return exclusive === undefined ? undefined : { value: decimal(exclusive), inclusive: false };
}

/** A band as it stands in the rule. */
const placedBand = (band: Band, at: number): PlacedBand => ({
  band,
  at,
  lower: boundOf(band.from, band.above),
  upper: boundOf(band.upTo, band.below),
});

/** The bands from the lowest up; an open lower end stands first. */
const ascending = (bands: readonly PlacedBand[]): readonly PlacedBand[] =>
  [...bands].sort((a, b) => compareLower(a.lower, b.lower) || a.at - b.at);

/** Orders lower bounds: an open one first, an inclusive one before an exclusive one at the same value. */
function compareLower(a: BandBound | undefined, b: BandBound | undefined): number {
  if (a === undefined || b === undefined) return a === b ? 0 : a === undefined ? -1 : 1;
  return compareExact(a.value, b.value) || Number(b.inclusive) - Number(a.inclusive);
}

/** True where a value lies below the lower end of a band. */
function isBeneath({ lower }: PlacedBand, value: Exact): boolean {
  if (lower === undefined) return false;
  const order = compareExact(value, lower.value);
  return order < 0 || (order === 0 && !lower.inclusive);
}

/** True where a value lies in a band. */
function isInBand(band: PlacedBand, value: Exact): boolean {
  if (isBeneath(band, value)) return false;
  if (band.upper === undefined) return true;
  const order = compareExact(value, band.upper.value);
  return order < 0 || (order === 0 && band.upper.inclusive);
}

/** True where the bands show that percentages above 100 are expected: a bound beyond 100, or a band above 100. */
const reachBeyondHundred = (bands: readonly PlacedBand[]): boolean =>
  bands.some(
    ({ lower, upper }) =>
      (upper !== undefined && compareExact(upper.value, hundred) > 0) ||
      (lower !== undefined && compareExact(lower.value, hundred) >= (lower.inclusive ? 1 : 0)),
  );

/** What a band gives at a value; the value of a share is in percent. */
const bandPoints = (band: Band, value: Exact, max: Exact): Exact =>
  band.points === undefined ? percentOf(value, max) : decimal(band.points);

const bandsSchema = /* @__PURE__ */ built(() => {
  const bound = z.optional(shape.decimal);
  const points = z.optional(shape.nonNegative);
  const band = z.strictObject({
    from: bound,
    above: bound,
    upTo: bound,
    below: bound,
    points,
    share: z.optional(z.literal(true)),
  });
  const better = z.optional(z.enum(["higher", "lower"]));
  const places = z.optional(z.int().check(z.gte(0), z.lte(6)));
  const kind = z.literal("bands");
  const bands = z.array(band).check(z.minLength(1));
  return z.discriminatedUnion("of", [
    z.strictObject({
      kind,
      of: z.literal("ratio"),
      numerator: shape.text,
      denominator: shape.text,
      empty: emptyShape,
      percentPlaces: places,
      better,
      bands,
    }),
    z.strictObject({
      kind,
      of: z.literal("percent"),
      what: shape.text,
      percentPlaces: places,
      better,
      bands,
    }),
    z.strictObject({ kind, of: z.literal("number"), what: shape.text, better, bands }),
  ]);
});

/** The value that falls into the bands: a percentage, rounded where the rule says so, or a plain number. */
function valueInBands(rule: BandsRule, mode: LeafContext["mode"]): (given: Facts) => Exact {
  const exact = measuredValue(rule.of);
  const places = rule.of === "number" ? undefined : rule.percentPlaces;
  return places === undefined ? exact : (given) => roundedExact(exact(given), places, mode);
}

/** The form of a `bands` rule and of its facts. */
export const bandsShape: RuleShape<BandsRule> = {
  schema: bandsSchema,
  form: measureForm,
  check: (rule, at) => checkBands(rule, placeBeneath(at, "bands")),
  checkFacts: (rule, given, at) => {
    if (rule.of === "ratio" && isOfNothing(given)) return checkEmpty(rule.empty, given, at);
    const value = valueInBands(rule, at.leaf.mode)(given);
    const placed = ascending(rule.bands.map(placedBand));
    // A share above the whole is a slip, unless a bound shows that the decision expects it.
    if (rule.of !== "number" && compareExact(value, hundred) > 0 && !reachBeyondHundred(placed)) {
      checkWhole(given, at);
    } else if (!placed.some((band) => isInBand(band, value))) {
      const key = { ratio: "numerator", percent: "percent", number: "value" }[rule.of];
      const facts = { found: exactText(value), expected: rule.bands.map((band) => rangeOf(band, rule.of)) };
      reportAt(at, "value-outside-bands", facts, key);
    } else if (rule.of === "percent") {
      checkStraddling(rule, placed, factsWith(given, "percent").percent, at);
    }
  },
  steps: (rule, { mode }) => {
    const bandOf = bandFinder(rule, bandStep);
    const read = valueInBands(rule, mode);
    return (given) => {
      if (rule.of === "ratio" && isOfNothing(given)) return { case: `empty-${rule.empty}` };
      const value = read(given);
      const step = bandOf(value).made;
      if (rule.of === "number") return step;
      const isRounded = rule.percentPlaces !== undefined;
      return { ...step, share: isRounded ? exactText(divide(value, hundred)) : shareStep(given, value) };
    };
  },
};

/** Warns where the value behind a printed percentage may lie in another band with other points. */
function checkStraddling(
  { percentPlaces: places }: BandsOfPercent,
  placed: readonly PlacedBand[],
  printed: Decimal,
  at: At,
): void {
  const { mode } = at.leaf;
  const max = maxOf(at.leaf, "bands");
  const ends = printedInterval(printed);
  const low = places === undefined ? ends.low : roundedExact(ends.low, places, mode);
  const high = places === undefined ? ends.high : roundedExact(ends.high, places, mode);
  forNeighbours(placed, (under, over) => {
    const bound = over.lower?.value ?? zero;
    const [below, from] = [bandPoints(under.band, bound, max), bandPoints(over.band, bound, max)];
    if (!isBeneath(over, low) || isBeneath(over, high) || compareExact(below, from) === 0) return;
    reportStraddling(printed, { at: exactText(bound), below, from }, at);
  });
}

/** Looks at each band but the lowest, with the one under it. */
function forNeighbours(
  bands: readonly PlacedBand[],
  look: (under: PlacedBand, over: PlacedBand) => void,
): void {
  let under: PlacedBand | undefined;
  for (const over of bands) {
    if (under !== undefined) look(under, over);
    under = over;
  }
}

/** The meaning of a `bands` rule. */
export const bands: RuleMeaning<BandsRule> = {
  reach: (rule, leaf) => {
    const max = maxOf(leaf, "bands");
    const reached = ascending(rule.bands.map(placedBand)).flatMap(({ band, lower, upper }) => [
      bandPoints(band, lower?.value ?? zero, max),
      bandPoints(band, upper?.value ?? hundred, max),
    ]);
    return { min: reached.reduce(least), max: reached.reduce(greatest) };
  },
  compile: (rule, leaf) => {
    const max = maxOf(leaf, "bands");
    const bandOf = bandFinder(rule, ({ band }) =>
      band.points === undefined ? undefined : decimal(band.points),
    );
    const read = valueInBands(rule, leaf.mode);
    const each = divide(max, hundred);
    const empty = rule.of === "ratio" ? emptyResult(rule.empty, max) : inPoints(zero);
    return (given) => {
      if (isOfNothing(given)) return empty;
      const value = read(given);
      return inPoints(bandOf(value).made ?? multiply(each, value));
    };
  },
};

/** Finds the band of a value, with what is made of each band once. */
function bandFinder<T>(
  rule: BandsRule,
  make: (band: PlacedBand) => T,
): (value: Exact) => PlacedBand & { readonly made: T } {
  const placed = ascending(rule.bands.map(placedBand)).map((band) => ({ ...band, made: make(band) }));
  return (value) => {
    for (const band of placed) if (isInBand(band, value)) return band;
    return refuseFacts("bands");
  };
}

/** The points of a `bands` rule by a formula; a value in none of them gives nothing. */
export const bandsFormula: RuleFormula<BandsRule> = (rule, leaf, cells) => {
  const max = maxOf(leaf, "bands");
  const isOpen = reachBeyondHundred(rule.bands.map(placedBand));
  const bounds = rule.bands.flatMap(({ from, above, upTo, below }) => [from, above, upTo, below]);
  const stated = bounds.filter((it) => it !== undefined);
  const exact = measureFormula(rule.of, cells, stated, isOpen);
  const measured = exact && roundedMeasure(rule, exact, leaf, cells);
  if (measured === undefined) return undefined;
  const points = rule.bands.reduceRight((rest, band) => {
    const holds = [
      ...(band.from === undefined ? [] : [measured.is(">=", band.from)]),
      ...(band.above === undefined ? [] : [measured.is(">", band.above)]),
      ...(band.upTo === undefined ? [] : [measured.is("<=", band.upTo)]),
      ...(band.below === undefined ? [] : [measured.is("<", band.below)]),
    ];
    const gives = band.points ?? measured.times(exactText(max));
    return holds.length === 0 ? gives : `IF(AND(${holds.join(",")}),${gives},${rest})`;
  }, '""');
  return measuredFormula(measured, points, max, rule.of === "ratio" ? rule.empty : undefined);
};

/** The measure, rounded first where the rule says so: of two counts by whole numbers. Undefined where that cannot be said. */
function roundedMeasure(
  rule: BandsRule,
  exact: MeasureFormula,
  { mode }: LeafContext,
  { cell }: FigureCells,
): MeasureFormula | undefined {
  if (rule.of === "number" || rule.percentPlaces === undefined) return exact;
  const { percentPlaces: places } = rule;
  if (rule.of === "percent") {
    const value = roundFormula(`ROUND(${cell("percent")}*100,10)`, places, mode);
    if (value === undefined) return undefined;
    const is: MeasureFormula["is"] = (sign, bound) => `${value}${sign}${bound}`;
    return { ...exact, is, times: (factor) => `${factor}*${value}/100` };
  }
  const [above, under] = [cell("numerator"), cell("denominator")];
  const units = multiply(hundred, tenTo(places));
  const [once, twice] = [exactText(units), exactText(add(units, units))];
  const wholes: Partial<Record<LeafContext["mode"], string>> = {
    "half-up": `INT((${above}*${twice}+${under})/(2*${under}))`,
    down: `INT(${above}*${once}/${under})`,
    up: `-INT(-${above}*${once}/${under})`,
  };
  const whole = wholes[mode];
  if (whole === undefined) return undefined;
  const scaled = (bound: Decimal): string => exactText(multiply(decimal(bound), tenTo(places)));
  const is: MeasureFormula["is"] = (sign, bound) => `${whole}${sign}${scaled(bound)}`;
  return { ...exact, is, times: (factor) => `${factor}*(${whole})/${once}` };
}

/** What decided the points in a band, without the share. */
const bandStep = ({ at, band: { points } }: PlacedBand): RuleStep =>
  deepFreeze(points === undefined ? { case: "band", at } : { case: "band", at, terms: [{ points }] });

/** A `bands` rule in words, in the order in which the decision prints its bands. */
export const bandsWords: RuleTelling<BandsRule> = {
  ruleText: (words, rule) =>
    say(words, "rules.list", {
      parts: [
        measureHead(rule),
        rule.of === "number" || rule.percentPlaces === undefined
          ? ""
          : message("rules.percentPlaces", { places: rule.percentPlaces }),
        ...rule.bands.map((band) => bandMessage(rule, band)),
        rule.of === "ratio" ? message(`rules.empty.${rule.empty}`) : "",
      ],
    }),
  factsText: (words, rule, given) => measureFactsText(words, rule, given),
  // "đạt 25 %, từ 20 % đến dưới 30 %: 0,5 điểm"
  stepText: (words, rule, step) => {
    if (rule.of === "ratio" && step.case.startsWith("empty-")) return say(words, `rules.empty.${rule.empty}`);
    const own = step.at === undefined ? undefined : rule.bands[step.at];
    if (own === undefined) return refuseFacts("bands");
    if (step.share === undefined) return said(words, bandMessage(rule, own));
    const marks = rule.bands.flatMap(({ from, above, upTo, below }) => [from, above, upTo, below]);
    const bounds = marks.filter((mark) => mark !== undefined);
    return said(words, bandMessage(rule, own, shareText(words, readFraction(step.share), bounds)));
  },
  workingText: (words, _rule, { share, terms }, { maxPoints: max }) =>
    share === undefined || terms !== undefined || max === undefined
      ? undefined
      : productText(words, max, share),
};

/** A band with what it gives: `"từ 20 % đến dưới 30 %: 0,5 điểm"`. */
const bandMessage = (rule: BandsRule, band: Band, share?: string): Message =>
  message("rules.rangeGives", {
    share,
    range: rangeOf(band, rule.of),
    gives:
      band.points === undefined
        ? message("rules.inProportion")
        : message("rules.points", { points: band.points }),
  });

/** Reports everything that is wrong with the bands of a rule; a band that cannot be read alone is not compared. */
function checkBands(rule: BandsRule, at: At): void {
  const placed = rule.bands.map(placedBand);
  if (!placed.map((band) => checkBand(rule, band, at)).every((isSound) => isSound)) return;
  checkPrintedOrder(placed, at);
  const bands = ascending(placed);
  const before = at.report.issues.length;
  forNeighbours(bands, (under, over) => checkNeighbours(rule, under, over, at));
  if (at.report.issues.length > before) return;
  checkAllCovered(rule, bands, at);
  checkBandPoints(rule, bands, at);
}

/** True where a band alone is sound. */
function checkBand(rule: BandsRule, placed: PlacedBand, at: At): boolean {
  const { band, lower, upper } = placed;
  const own = placeBeneath(at, placed.at);
  const before = at.report.issues.length;
  if (band.from !== undefined && band.above !== undefined)
    reportAt(own, "band-bound-twice", { found: "from, above" }, "above");
  if (band.upTo !== undefined && band.below !== undefined)
    reportAt(own, "band-bound-twice", { found: "upTo, below" }, "below");
  if ((band.points === undefined) === (band.share === undefined)) {
    reportAt(own, "band-gives-unclear", { found: band.points && "points, share" });
  } else if (band.share === true && rule.of === "number") {
    reportAt(own, "band-share-of-number", { found: "share" }, "share");
  }
  if (at.report.issues.length > before) return false;
  if (lower === undefined || upper === undefined) return true;
  const order = compareExact(lower.value, upper.value);
  const isEmpty = order > 0 || (order === 0 && !(lower.inclusive && upper.inclusive));
  if (isEmpty) reportAt(own, "band-empty", namedBand(rule, placed));
  return !isEmpty;
}

/** Bands printed neither upwards nor downwards are probably two rows that changed places. */
function checkPrintedOrder(placed: readonly PlacedBand[], at: At): void {
  const orders = placed.slice(1).map(({ lower }, i) => compareLower(placed[i]?.lower, lower));
  if (orders.every((order) => order <= 0) || orders.every((order) => order >= 0)) return;
  reportAt(at, "bands-out-of-order", {});
}

/** The upper end of a band must meet the lower end of the next: the same value, just one of the two inclusive. */
function checkNeighbours(rule: BandsRule, under: PlacedBand, over: PlacedBand, at: At): void {
  const facts = {
    ...namedBand(rule, over),
    other: under.at + 1,
    otherRange: rangeOf(under.band, rule.of),
  };
  const [upper, lower] = [under.upper, over.lower];
  const order = upper === undefined || lower === undefined ? 1 : compareExact(upper.value, lower.value);
  const [first, second] = [upper?.inclusive === true, lower?.inclusive === true];
  if (order > 0 || (order === 0 && first && second)) reportAt(at, "bands-overlap", facts, over.at);
  else if (order < 0 || (!first && !second)) reportAt(at, "bands-gap", facts, over.at);
}

/** Percentages are known to go from 0 to 100: each of these must fall into a band, and each band must hold one. */
function checkAllCovered(rule: BandsRule, bands: readonly PlacedBand[], at: At): void {
  if (rule.of === "number") return;
  const last = bands[bands.length - 1];
  for (const [end, band] of [
    ["0", bands[0]],
    ["100", last],
  ] as const) {
    if (band === undefined || bands.some((one) => isInBand(one, decimal(end)))) continue;
    reportAt(at, "bands-incomplete", { ...namedBand(rule, band), expected: end }, band.at);
  }
  if (last?.upper !== undefined && compareExact(last.upper.value, hundred) > 0) {
    const facts = { ...namedBand(rule, last), expected: exactText(last.upper.value) };
    reportAt(at, "bands-end-above-hundred", facts, last.at);
  }
  for (const band of bands) {
    if (!canHold(rule, band)) reportAt(at, "band-unreachable", namedBand(rule, band), band.at);
  }
}

/** True where some percentage can fall into the band; after rounding only multiples of the last decimal can. */
function canHold(rule: BandsRule, band: PlacedBand): boolean {
  const { lower, upper } = band;
  const start = lower === undefined ? zero : greatest(lower.value, zero);
  const beneath = upper === undefined ? 1 : compareExact(upper.value, zero);
  if (beneath < 0 || (beneath === 0 && upper?.inclusive !== true)) return false;
  if (rule.of === "number" || rule.percentPlaces === undefined) return true;
  const first = roundedExact(start, rule.percentPlaces, "up");
  return isInBand(band, first) || isInBand(band, add(first, lastPlace(rule.percentPlaces)));
}

/** No band gives more than the maximum, some value gives all of it, and a better one never gets less. */
function checkBandPoints(rule: BandsRule, bands: readonly PlacedBand[], at: At): void {
  const max = maxOf(at.leaf, "bands");
  const higher = rule.better !== "lower";
  let reached = zero;
  let previous: PlacedBand | undefined;
  let sound = true;
  for (const placed of bands) {
    const { band, lower, upper } = placed;
    const low = bandPoints(band, lower?.value ?? zero, max);
    const open = reachBeyondHundred(bands) ? undefined : hundred;
    const end = upper?.value ?? open;
    const high = end === undefined && band.share === true ? undefined : bandPoints(band, end ?? hundred, max);
    reached = greatest(reached, high ?? max);
    if (high === undefined || compareExact(high, max) > 0 || compareExact(low, max) > 0) {
      const facts = {
        ...namedBand(rule, placed),
        found: high === undefined ? "∞" : exactText(high),
        expected: exactText(max),
      };
      const key = band.points === undefined ? "share" : "points";
      reportAt(at, "band-above-maximum", facts, placed.at, key);
      sound = false;
      continue;
    }
    // From one band to the next, and within a band that gives a share, a better value never gets less.
    const before =
      previous === undefined ? undefined : bandPoints(previous.band, previous.upper?.value ?? zero, max);
    const falls = before !== undefined && compareExact(low, before) < 0;
    const rises = (before !== undefined && compareExact(low, before) > 0) || compareExact(high, low) > 0;
    if (higher ? falls : rises)
      reportAt(at, "better-answer-lowers-points", namedBand(rule, placed), placed.at);
    previous = placed;
  }
  if (sound && compareExact(reached, max) < 0) {
    reportAt(at, "maximum-unreachable", { found: exactText(reached), expected: exactText(max) });
  }
}

const namedBand = (rule: BandsRule, { band, at }: PlacedBand) => ({
  band: at + 1,
  range: rangeOf(band, rule.of),
});
