/**
 * The checks of the bands of a rule (design 2, table of rules): bounds stated just once and in order, no gap and no
 * overlap down to the inclusive and exclusive sides, every value of a percentage covered, points within the maximum, the
 * maximum reached, and no better value with fewer points. A band that cannot be read alone is not compared with others.
 */
import type { Path, Report } from "../issue.ts";
import {
  add,
  compare,
  decimal,
  type Exact,
  exactText,
  greatest,
  hundred,
  roundedExact,
  zero,
} from "../number.ts";
import {
  ascending,
  boundsText,
  compareLower,
  isIn,
  type PlacedBand,
  pointsAt,
  reachBeyondHundred,
} from "./band.ts";
import type { BandsRule } from "./bands.ts";

/** Reports everything that is wrong with the bands of a rule. */
export function checkBands(rule: BandsRule, max: Exact, path: Path, report: Report, item: string): void {
  const place = [...path, "bands"];
  const bands = ascending(rule.bands);
  let sound = true;
  for (const band of [...bands].sort((a, b) => a.at - b.at))
    sound = checkBand(rule, band, place, report, item) && sound;
  if (!sound) return;

  checkOrder(rule, place, report, item);
  for (let i = 1; i < bands.length; i++) {
    sound =
      checkNeighbours(rule, bands[i - 1] as PlacedBand, bands[i] as PlacedBand, place, report, item) && sound;
  }
  if (!sound) return;
  checkCover(rule, bands, place, report, item);
  checkPoints(rule, bands, max, place, report, item);
}

function checkBand(rule: BandsRule, placed: PlacedBand, path: Path, report: Report, item: string): boolean {
  const { band, at, lower, upper } = placed;
  const own = [...path, at];
  const before = report.issues.length;
  if (band.from !== undefined && band.above !== undefined)
    report("band-bound-twice", [...own, "above"], { found: "from, above" }, { item });
  if (band.upTo !== undefined && band.below !== undefined)
    report("band-bound-twice", [...own, "below"], { found: "upTo, below" }, { item });
  if ((band.points === undefined) === (band.share === undefined)) {
    report("band-gives-unclear", own, { found: band.points === undefined ? "–" : "points, share" }, { item });
  } else if (band.share === true && rule.of === "number") {
    report("band-share-of-number", [...own, "share"], { found: "share" }, { item });
  }
  if (report.issues.length > before) return false;
  if (lower !== undefined && upper !== undefined) {
    const order = compare(lower.value, upper.value);
    if (order > 0 || (order === 0 && !(lower.inclusive && upper.inclusive))) {
      report("band-empty", own, named(rule, placed), { item });
      return false;
    }
  }
  return true;
}

/** Bands printed neither upwards nor downwards are probably two rows that changed places. */
function checkOrder(rule: BandsRule, path: Path, report: Report, item: string): void {
  const lowers = [...ascending(rule.bands)].sort((a, b) => a.at - b.at).map(({ lower }) => lower);
  const orders = lowers.slice(1).map((lower, i) => compareLower(lowers[i], lower));
  if (orders.every((order) => order <= 0) || orders.every((order) => order >= 0)) return;
  report("bands-out-of-order", path, {}, { item });
}

/** The upper end of a band must meet the lower end of the next: the same value, just one of the two inclusive. */
function checkNeighbours(
  rule: BandsRule,
  a: PlacedBand,
  b: PlacedBand,
  path: Path,
  report: Report,
  item: string,
): boolean {
  const facts = {
    ...named(rule, b),
    other: a.at + 1,
    otherVi: boundsText(a.band, rule.of, "vi"),
    otherEn: boundsText(a.band, rule.of, "en"),
  };
  if (a.upper === undefined || b.lower === undefined) {
    report("bands-overlap", [...path, b.at], facts, { item });
    return false;
  }
  const order = compare(a.upper.value, b.lower.value);
  if (order > 0 || (order === 0 && a.upper.inclusive && b.lower.inclusive)) {
    report("bands-overlap", [...path, b.at], facts, { item });
    return false;
  }
  if (order < 0 || (!a.upper.inclusive && !b.lower.inclusive)) {
    report("bands-gap", [...path, b.at], facts, { item });
    return false;
  }
  return true;
}

/** Percentages are known to go from 0 to 100: each of these must fall into a band, and each band must hold one. */
function checkCover(
  rule: BandsRule,
  bands: readonly PlacedBand[],
  path: Path,
  report: Report,
  item: string,
): void {
  if (rule.of === "number") return;
  for (const [end, band] of [
    ["0", bands[0]],
    ["100", bands[bands.length - 1]],
  ] as const) {
    if (band !== undefined && !bands.some((it) => isIn(it, decimal(end)))) {
      report("bands-incomplete", [...path, band.at], { ...named(rule, band), expected: end }, { item });
    }
  }
  const last = bands[bands.length - 1];
  if (last?.upper !== undefined && compare(last.upper.value, hundred) > 0) {
    const facts = { ...named(rule, last), expected: exactText(last.upper.value) };
    report("bands-end-above-hundred", [...path, last.at], facts, { item });
  }
  for (const band of bands) {
    if (!canHold(rule, band)) report("band-unreachable", [...path, band.at], named(rule, band), { item });
  }
}

/** True where some percentage can fall into the band; after rounding only multiples of the last decimal can. */
function canHold(rule: BandsRule, band: PlacedBand): boolean {
  const { lower, upper } = band;
  const start = lower === undefined ? zero : greatest(lower.value, zero);
  const beneath = upper === undefined ? 1 : compare(upper.value, zero);
  if (beneath < 0 || (beneath === 0 && upper?.inclusive !== true)) return false;
  if (rule.of === "number" || rule.percentPlaces === undefined) return true;
  const unit = decimal(rule.percentPlaces === 0 ? "1" : `0.${"1".padStart(rule.percentPlaces, "0")}`);
  const first = roundedExact(start, rule.percentPlaces, "up");
  return isIn(band, first) || isIn(band, add(first, unit));
}

function checkPoints(
  rule: BandsRule,
  bands: readonly PlacedBand[],
  max: Exact,
  path: Path,
  report: Report,
  item: string,
): void {
  const higher = rule.better !== "lower";
  let reached = zero;
  let previous: PlacedBand | undefined;
  let sound = true;
  for (const placed of bands) {
    const { band, at, lower, upper } = placed;
    const low = pointsAt(band, lower?.value ?? zero, max);
    const open = reachBeyondHundred(bands) ? undefined : hundred;
    const end = upper?.value ?? open;
    const high = end === undefined && band.share === true ? undefined : pointsAt(band, end ?? hundred, max);
    reached = greatest(reached, high ?? max);
    if (high === undefined || compare(high, max) > 0 || compare(low, max) > 0) {
      const facts = {
        ...named(rule, placed),
        found: high === undefined ? "∞" : exactText(high),
        expected: exactText(max),
      };
      report("band-above-maximum", [...path, at, band.points === undefined ? "share" : "points"], facts, {
        item,
      });
      sound = false;
      continue;
    }
    // From one band to the next, and within a band that gives a share, a better value never gets less.
    const before =
      previous === undefined ? undefined : pointsAt(previous.band, previous.upper?.value ?? zero, max);
    const falls = before !== undefined && compare(low, before) < 0;
    const rises = (before !== undefined && compare(low, before) > 0) || compare(high, low) > 0;
    if (higher ? falls : rises)
      report("better-answer-lowers-points", [...path, at], named(rule, placed), { item });
    previous = placed;
  }
  if (sound && compare(reached, max) < 0) {
    report("maximum-unreachable", path, { found: exactText(reached), expected: exactText(max) }, { item });
  }
}

const named = (rule: BandsRule, { band, at }: PlacedBand) => ({
  band: at + 1,
  bandVi: boundsText(band, rule.of, "vi"),
  bandEn: boundsText(band, rule.of, "en"),
  found: boundsText(band, rule.of, "vi"),
});
