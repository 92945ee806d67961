/**
 * Exact rational numbers: the only arithmetic on a score path, and the only file that knows how numbers are
 * represented. A value is a fraction of two integers; both are safe integers while they fit and `bigint` beyond, so
 * that the common case is as fast as a hand-written loop and no case is ever inexact. Nothing is divided before the
 * last step: rounding is one integer quotient and remainder of the fraction.
 */

/** An exact rational number. Opaque: only this file looks inside. `d` is above 0; the fraction need not be reduced. */
export type Exact = Small | Big;
interface Small {
  readonly n: number;
  readonly d: number;
}
interface Big {
  readonly n: bigint;
  readonly d: bigint;
}

/** How a value between two printable ones is rounded: away from zero on a half, to even on a half, towards zero, away from zero. */
export type RoundingMode = "half-up" | "half-even" | "down" | "up";

/** The rounding modes, in the order in which they are documented. */
export const roundingModes: readonly RoundingMode[] = ["half-up", "half-even", "down", "up"];

const safe = Number.MAX_SAFE_INTEGER;
const pow10: readonly number[] = Array.from({ length: 16 }, (_, places) => 10 ** places);

const isSafe = (value: number): boolean => value <= safe && value >= -safe;
const isSmall = (value: Exact): value is Small => typeof value.n === "number";
/** A fraction whose parts were worked out as numbers, if these are safe integers. */
const held = (n: number, d: number): Small | undefined => (d <= safe && isSafe(n) ? { n, d } : undefined);
/** A power of ten that a number holds exactly: up to 15 places from the list. */
const powerOf10 = (places: number): number => pow10[places] ?? 10 ** places;

export const zero: Exact = { n: 0, d: 1 };
export const one: Exact = { n: 1, d: 1 };
export const hundred: Exact = { n: 100, d: 1 };
const half: Exact = { n: 1, d: 2 };

/** The exact value of a safe integer. */
export const integer = (value: number): Exact => ({ n: value, d: 1 });

/** The exact value of one safe integer over another, which is above 0. */
export const fraction = (n: number, d: number): Exact => ({ n, d });

/** The grammar of a decimal in data (design 3.1): no sign but minus, no exponent, no leading zero, no comma. */
const decimalPattern = /^-?(0|[1-9]\d*)(\.\d+)?$/;

/** Longest decimal that is read, in characters. */
const decimalLength = 30;

/** Tells whether a text is a decimal as data may write it: `-?(0|[1-9]\d*)(\.\d+)?`, at most 30 characters. */
export const isDecimal = (text: string): boolean => text.length <= decimalLength && decimalPattern.test(text);

/** The exact value of a decimal text that `isDecimal` accepts. */
export function decimal(text: string): Exact {
  const point = text.indexOf(".");
  const places = point < 0 ? 0 : text.length - point - 1;
  const digits = point < 0 ? text : text.slice(0, point) + text.slice(point + 1);
  if (digits.length <= 15) return { n: Number(digits) + 0, d: powerOf10(places) };
  return { n: BigInt(digits), d: 10n ** BigInt(places) };
}

/** The shortest text of the same decimal: `"1.50"` becomes `"1.5"`, `"-0.0"` becomes `"0"`. */
export function shortest(text: string): string {
  const short = text.includes(".") ? text.replace(/\.?0+$/, "") : text;
  return short === "-0" ? "0" : short;
}

/**
 * The decimal that a JSON number prints, or undefined where it has no such text: not finite, more than 15 significant
 * digits, or so large or small that it is printed with an exponent.
 */
export function decimalOfNumber(value: number): string | undefined {
  const text = String(value);
  if (!isDecimal(text)) return undefined;
  return text.replace(/^-?0?\.?0*|\./g, "").length <= 15 ? text : undefined;
}

/**
 * The decimal that a spreadsheet shows for a number in a cell: 15 significant digits of the binary value, half away from
 * zero. `changed` where they do not read back as the same number. Undefined where no decimal of at most 30 characters
 * holds it: not finite, from 10^15 on, or too small.
 */
export function decimalOfCell(
  value: number,
): { readonly text: string; readonly changed: boolean } | undefined {
  if (!Number.isFinite(value)) return undefined;
  const magnitude = Number(value.toExponential().split("e")[1]);
  if (magnitude > 14) return undefined;
  let whole = value;
  let d = 1n;
  // Doubling a binary float is exact: this ends with the integer over a power of two that the cell holds.
  while (!Number.isInteger(whole)) {
    whole *= 2;
    d *= 2n;
  }
  const text = shortest(rounded({ n: BigInt(whole), d }, 14 - magnitude, "half-up"));
  return isDecimal(text) ? { text, changed: Number(text) !== value } : undefined;
}

/** The number that a spreadsheet cell shows with just the digits of a decimal, or undefined where it would lose some. */
export function cellOfDecimal(text: string): number | undefined {
  const value = Number(text);
  return decimalOfNumber(value) === shortest(text) ? value : undefined;
}

export const add = (a: Exact, b: Exact): Exact =>
  (isSmall(a) && isSmall(b) ? smallSum(a, b) : undefined) ?? longSum(a, b);

/** Over the least common denominator, so that a sum of many parts stays small. */
function smallSum(a: Small, b: Small): Small | undefined {
  const shared = a.d === b.d ? a.d : smallGcd(a.d, b.d);
  const left = a.n * (b.d / shared);
  const right = b.n * (a.d / shared);
  return isSafe(left) && isSafe(right) ? held(left + right, a.d * (b.d / shared)) : undefined;
}

function longSum(a: Exact, b: Exact): Exact {
  const ad = BigInt(a.d);
  const bd = BigInt(b.d);
  const shared = sharedDivisor(a.d, b.d);
  const n = BigInt(a.n) * (bd / shared) + BigInt(b.n) * (ad / shared);
  return fitted(n, ad * (bd / shared), isLong(ad) && isLong(bd));
}

/** `total` + `each` × a safe integer: one step of a weighted sum. */
export const addTimes = (total: Exact, each: Exact, times: number): Exact =>
  add(total, multiply(each, integer(times)));

export const negate = (a: Exact): Exact => (isSmall(a) ? { n: 0 - a.n, d: a.d } : { n: -a.n, d: a.d });

export const subtract = (a: Exact, b: Exact): Exact => add(a, negate(b));

export const multiply = (a: Exact, b: Exact): Exact =>
  (isSmall(a) && isSmall(b) ? held(a.n * b.n, a.d * b.d) : undefined) ?? longProduct(a, b);

function longProduct(a: Exact, b: Exact): Exact {
  const [ad, bd] = [BigInt(a.d), BigInt(b.d)];
  return fitted(BigInt(a.n) * BigInt(b.n), ad * bd, isLong(ad) && isLong(bd));
}

/** Throws RangeError where the divisor is 0: callers decide what an empty denominator means before they divide. */
export function divide(a: Exact, b: Exact): Exact {
  const positive = isNegative(b) ? negate(b) : b;
  if (isZero(b)) throw new RangeError("divide: the divisor is 0");
  const inverse: Exact = isSmall(positive)
    ? { n: positive.d, d: positive.n }
    : { n: positive.d, d: positive.n };
  return multiply(isNegative(b) ? negate(a) : a, inverse);
}

/** A value ÷ (`count` × `unit`), both safe integers above 0: a percentage of each of so many, as a share. */
export const divideByCount = (value: Exact, count: number, unit: number): Exact =>
  (isSmall(value) ? held(value.n, value.d * unit * count) : undefined) ??
  divide(value, multiply(integer(count), integer(unit)));

/** Below 0, 0 or above 0 as `a` is below, equal to or above `b`. */
export function compareExact(a: Exact, b: Exact): number {
  if (isSmall(a) && isSmall(b)) {
    const left = a.n * b.d;
    const right = b.n * a.d;
    if (isSafe(left) && isSafe(right)) return orderOf(left, right);
  }
  return orderOf(BigInt(a.n) * BigInt(b.d), BigInt(b.n) * BigInt(a.d));
}

const orderOf = <T extends number | bigint>(a: T, b: T): number => (a < b ? -1 : a > b ? 1 : 0);

/** A value in hundredths, where it is a whole number of them from 0 to 10,000: most points are, and most of their sums. */
export function hundredthsOf(value: Exact): number | undefined {
  if (!isSmall(value) || value.n < 0 || 100 % value.d !== 0) return undefined;
  const hundredths = value.n * (100 / value.d);
  return hundredths > 10_000 ? undefined : hundredths;
}

/** Tells at a glance whether two values are written as the same fraction; equal values can be written otherwise. */
export const isSameFraction = (a: Exact, b: Exact): boolean => a.n === b.n && a.d === b.d;
export const equals = (a: Exact, b: Exact): boolean => compareExact(a, b) === 0;
export const isZero = (a: Exact): boolean => a.n === 0 || a.n === 0n;
export const isNegative = (a: Exact): boolean => a.n < 0;
/** Tells whether the value is an integer. */
export const isWhole = (a: Exact): boolean => (isSmall(a) ? a.n % a.d === 0 : a.n % a.d === 0n);
export const least = (a: Exact, b: Exact): Exact => (compareExact(b, a) < 0 ? b : a);
export const greatest = (a: Exact, b: Exact): Exact => (compareExact(b, a) > 0 ? b : a);

/** The exact sum; 0 for an empty list. */
export function sum(values: readonly Exact[]): Exact {
  let total = zero;
  for (const value of values) total = add(total, value);
  return total;
}

/**
 * A sum that is known to lie between two points of a grid: from `low` to `low + cut`, in units of 1/`grid`. `cut` counts
 * the parts that lie between two points; 0 means that the sum is `low` exactly. Once a part or the sum is `tooLarge` for
 * safe integers, nothing is known any more.
 */
export interface EnclosedSum {
  low: number;
  cut: number;
  tooLarge: boolean;
}

/** Points of the grid in 1: decimals with up to 8 places are on it. */
const grid = 10 ** 8;

/** A sum of nothing yet. */
export const enclosedSum = (): EnclosedSum => ({ low: 0, cut: 0, tooLarge: false });

/** Whether an enclosed sum is known exactly: it is its low end. */
export const isSettled = ({ cut, tooLarge }: EnclosedSum): boolean => cut === 0 && !tooLarge;

/**
 * Adds a value to an enclosed sum: the grid point at or just below it, and 1 to `cut` where it is not that point. All
 * steps are divisions with remainder in safe integers.
 */
export function enclose(sum: EnclosedSum, value: Exact): void {
  if (!isSmall(value)) {
    const scaled = value.n * BigInt(grid);
    const rest = scaled % value.d;
    return shift(sum, Number((scaled - rest) / value.d) - Number(rest < 0n), rest !== 0n);
  }
  const { n, d } = value;
  const scaled = n * grid;
  if (isSafe(scaled)) {
    if (grid % d === 0) return shift(sum, n * (grid / d), false);
    const rest = scaled % d;
    return shift(sum, (scaled - rest) / d - Number(rest < 0), rest !== 0);
  }
  const over = n % d;
  const scaledRest = over * grid;
  if (!isSafe(scaledRest)) return enclose(sum, { n: BigInt(n), d: BigInt(d) });
  const rest = scaledRest % d;
  shift(sum, ((n - over) / d) * grid + (scaledRest - rest) / d - Number(rest < 0), rest !== 0);
}

function shift(sum: EnclosedSum, points: number, isBetween: boolean): void {
  const low = sum.low + points;
  const cut = sum.cut + Number(isBetween);
  if (!isSafe(points) || !isSafe(low) || !isSafe(low + cut)) sum.tooLarge = true;
  if (sum.tooLarge) return;
  sum.low = low;
  sum.cut = cut;
}

/** The least that an enclosed sum can be; where it is too large, of the part of it that was not. */
export const lowEndOf = ({ low }: EnclosedSum): Exact => ({ n: low, d: grid });

/** The most that it can be; undefined where nothing is known. */
export const highEndOf = ({ low, cut, tooLarge }: EnclosedSum): Exact | undefined =>
  tooLarge ? undefined : { n: low + cut, d: grid };

/**
 * The mean of at least one value, rounded once. The exact sum of many long fractions would be very long, so each value
 * is first cut off far behind the last place: where what was cut cannot matter, the sum is not needed.
 */
export function roundedMean(values: readonly Exact[], places: number, mode: RoundingMode): string {
  const fine = 10n ** BigInt(places + 20);
  const count = BigInt(values.length);
  let near = 0n;
  for (const { n, d } of values) near += (BigInt(n) * fine) / BigInt(d);
  // Each of them is less than one part off.
  const d = fine * count;
  const least = rounded({ n: near - count, d }, places, mode);
  if (least === rounded({ n: near + count, d }, places, mode)) return least;
  return rounded(exactMean(values), places, mode);
}

/** The exact mean of at least one value. */
export const exactMean = (values: readonly Exact[]): Exact => divide(sum(values), integer(values.length));

/** `share` of a maximum, given as percent: maximum × percent ÷ 100. */
export const percentOf = (percent: Exact, whole: Exact): Exact => divide(multiply(whole, percent), hundred);

/** The value rounded to `places` decimals as a text with just so many decimals (`"80.00"`); never `"-0.00"`. */
export function rounded(value: Exact, places: number, mode: RoundingMode): string {
  return printInteger(quotient(value, places, mode), places);
}

/** The value rounded to `places` decimals, as an exact value for further sums (design 3.2, `rounding.items`). */
export function roundedExact(value: Exact, places: number, mode: RoundingMode): Exact {
  const d = powerOf10(places);
  if (value.d === d) return value;
  const n = quotient(value, places, mode);
  return (typeof n === "number" ? held(n, d) : undefined) ?? fitted(BigInt(n), 10n ** BigInt(places));
}

/** One unit of the last of so many decimals: 0.01 of two. */
export const lastPlace = (places: number): Exact => fitted(1n, 10n ** BigInt(places));

/** Half a unit of the last of so many decimals, by which a value that was rounded to the nearest one differs at most. */
export const halfUnit = (places: number): Exact => halved(lastPlace(places));

/** The decimal text of a value that terminates, as short as it can be, or undefined where it does not terminate. */
export const terminating = (value: Exact): string | undefined => decimalText(reduced(value));

function decimalText(value: Exact): string | undefined {
  const { d } = value;
  let twos = 0;
  let fives = 0;
  if (typeof d === "number") {
    let rest = d;
    for (; rest % 2 === 0; rest /= 2) twos += 1;
    for (; rest % 5 === 0; rest /= 5) fives += 1;
    if (rest !== 1) return undefined;
  } else {
    let rest = d;
    for (; rest % 2n === 0n; rest /= 2n) twos += 1;
    for (; rest % 5n === 0n; rest /= 5n) fives += 1;
    if (rest !== 1n) return undefined;
  }
  const places = twos > fives ? twos : fives;
  return printInteger(quotient(value, places, "down"), places);
}

/** The reduced fraction as text, `"17/600"`; a whole number has no slash. */
export const fractionText = (value: Exact): string => slashed(reduced(value));

const slashed = ({ n, d }: Exact): string => (d === 1 || d === 1n ? `${n}` : `${n}/${d}`);

/** Reads what `fractionText` or a decimal prints. Throws RangeError on anything else. */
export function readFraction(text: string): Exact {
  if (/^-?(?:0|[1-9]\d*)\/[1-9]\d*$/.test(text)) {
    const slash = text.indexOf("/");
    return fitted(BigInt(text.slice(0, slash)), BigInt(text.slice(slash + 1)));
  }
  if (!decimalPattern.test(text))
    throw new RangeError(`readFraction: not a fraction or decimal: ${text.slice(0, 40)}`);
  return decimal(text);
}

/** A value that prints exactly, in the shortest way: its decimal where that terminates, else its fraction. */
export function exactText(value: Exact): string {
  const shortestForm = reduced(value);
  return decimalText(shortestForm) ?? slashed(shortestForm);
}

/** A count as a number: itself, and beyond 2^53 − 1, where only counts that are added up come, the nearest one. */
export const nearestNumber = (count: Exact): number =>
  isSmall(count) && count.d === 1 ? count.n : Number(exactText(count));

/** Half of a value, the place of a midpoint. */
export const halved = (value: Exact): Exact => multiply(value, half);

/** An exact value as a leaf or line shows it: its decimal, or where it does not terminate rounded, and the fraction. */
export function shownExactly(
  value: Exact,
  places: number,
  mode: RoundingMode,
): { readonly text: string; readonly fraction: string | undefined } {
  const least = reduced(value);
  const text = decimalText(least);
  return text === undefined
    ? { text: rounded(least, places, mode), fraction: slashed(least) }
    : { text, fraction: undefined };
}

/**
 * The reduced fraction as text where it has at most `digits` digits, numerator and denominator together (design 3.1);
 * undefined where it has more, or where a decimal with `places` places says it all.
 */
export function briefFraction(value: Exact, places: number, digits: number): string | undefined {
  if (isDecimalOf(value, places)) return undefined;
  const least = isSmall(value) ? reduced(value) : simpleFraction(value, digits);
  if (least === undefined || isDecimalOf(least, places)) return undefined;
  const text = slashed(least);
  const marks = isNegative(least) ? 2 : 1;
  return text.length - marks > digits ? undefined : text;
}

/** How often one safe integer goes into another, cut to a whole. */
export const wholePart = (n: number, d: number): number => (n - (n % d)) / d;

/** Tells at a glance whether a small value has at most so many places; false for what the glance does not settle. */
function isDecimalOf(value: Exact, places: number): boolean {
  if (!isSmall(value)) return false;
  const n = value.n * powerOf10(places);
  return isSafe(n) && n % value.d === 0;
}

/**
 * The reduced form of a long fraction if it has at most so many digits, without reducing it: a fraction p/q that close
 * to another number is one of its convergents (Legendre: nearer than 1/2q²), and these are few. Undefined: it has more.
 */
function simpleFraction(value: Big, digits: number): Exact | undefined {
  const sign = value.n < 0n ? -1n : 1n;
  const magnitude = value.n * sign;
  const limit = 10 ** digits;
  // Convergents of the value cut off after 170 bits: nearer to it than 1/2q² for every safe q. After one that is the
  // value the next quotient is beyond 2^60: no leading digits make that certain, so that none is passed by.
  let u = (magnitude << 170n) / value.d;
  let v = 1n << 170n;
  let [p, pBefore, q, qBefore] = [1, 0, 0, 1];
  while (v > 0n) {
    const steps = divisions(u, v);
    [u, v] = remainders(u, v, steps);
    const [a, b, c, d] = [Math.abs(steps.a), Math.abs(steps.b), Math.abs(steps.c), Math.abs(steps.d)];
    [p, pBefore] = [d * p + c * pBefore, b * p + a * pBefore];
    [q, qBefore] = [d * q + c * qBefore, b * q + a * qBefore];
    if (p * q >= limit) return undefined;
    // Beyond the safe integers (next to 0 or huge) the long way decides.
    if (p > safe || q > safe) return reduced(value);
    if (v <= q && BigInt(p) * value.d === BigInt(q) * magnitude) return { n: Number(sign) * p, d: q };
  }
  return undefined;
}

/** A fraction of big integers, in safe ones where these hold it; reduced first where it may have a long common divisor. */
function fitted(n: bigint, d: bigint, isRedundant = false): Exact {
  if (fits(n) && d <= safe) return { n: Number(n), d: Number(d) };
  return isRedundant ? reduced({ n, d }) : { n, d };
}

/**
 * Where both denominators are beyond this, the result of a sum or product is reduced. A sum of many short fractions is
 * not: over their least common denominator it has little to reduce, and a greatest common divisor at each step would
 * cost more than all else (it grows with the square of the length).
 */
const isLong = (d: bigint): boolean => d > long;
const long = 2n ** 2048n;

const fits = (n: bigint): boolean => n <= safe && n >= -safe;

/** The same value over its least denominator. */
function reduced(value: Exact): Exact {
  if (isSmall(value)) {
    const divisor = smallGcd(Math.abs(value.n), value.d);
    return divisor === 1 ? value : { n: value.n / divisor, d: value.d / divisor };
  }
  const divisor = gcd(value.n < 0n ? -value.n : value.n, value.d);
  const n = value.n / divisor;
  const rest = value.d / divisor;
  return fits(n) && rest <= safe ? { n: Number(n), d: Number(rest) } : { n, d: rest };
}

/** Greatest common divisor of safe integers, the second above 0. */
function smallGcd(a: number, b: number): number {
  let x = b;
  let y = a % b;
  while (y !== 0) {
    const rest = x % y;
    x = y;
    y = rest;
  }
  return x;
}

function gcd(a: bigint, b: bigint): bigint {
  let x = a;
  let y = b;
  while (y > safe) [x, y] = remainders(x, y, divisions(x, y));
  return y === 0n ? x : BigInt(smallGcd(Number(x % y), Number(y)));
}

/** Divisions with remainder of Euclid, one after the other, from u and v to a·u + b·v and c·u + d·v. */
interface Divisions {
  readonly a: number;
  readonly b: number;
  readonly c: number;
  readonly d: number;
}

/** Where it is one division, of which d is the quotient as near as a number holds it, the remainder is taken itself. */
const remainders = (u: bigint, v: bigint, { a, b, c, d }: Divisions): [bigint, bigint] =>
  a === 0 ? [v, u % v] : [BigInt(a) * u + BigInt(b) * v, BigInt(c) * u + BigInt(d) * v];

/**
 * The first divisions of two positive integers: as many as their leading digits alone make certain (Lehmer; Knuth, The Art
 * of Computer Programming 4.5.2, algorithm L), at least one.
 */
function divisions(u: bigint, v: bigint): Divisions {
  const bits = Math.log2(Number(u));
  const cut = bits > 52 && bits < 1024 ? BigInt(Math.floor(bits) - 51) : 0n;
  let x = Number(u >> cut);
  let y = Number(v >> cut);
  let [a, b, c, d] = [1, 0, 0, 1];
  // The quotient lies between those of the two ends that what was cut off leaves open.
  while (cut > 0n && x >= y && y + c > 0 && y + d > 0) {
    const quotient = wholePart(x + a, y + c);
    if (quotient !== wholePart(x + b, y + d)) break;
    [a, b, c, d] = [c, d, a - quotient * c, b - quotient * d];
    [x, y] = [y, x - quotient * y];
  }
  return b === 0 ? { a: 0, b: 1, c: 1, d: -Number(u / v) } : { a, b, c, d };
}

/** A divisor that two denominators share: the greatest where one of them is short, else 1 unless they are equal. */
function sharedDivisor(a: number | bigint, b: number | bigint): bigint {
  if (typeof a === "number") return BigInt(smallGcd(typeof b === "number" ? b : Number(b % BigInt(a)), a));
  if (typeof b === "number") return BigInt(smallGcd(Number(a % BigInt(b)), b));
  if (a === b) return a;
  return a < short || b < short ? gcd(a, b) : 1n;
}

/** Below this the greatest common divisor of two denominators costs less than dragging it along. */
const short = 2n ** 1024n;

/** The integer nearest to value × 10^places under the mode: one quotient, one remainder. */
function quotient(value: Exact, places: number, mode: RoundingMode): number | bigint {
  if (isSmall(value)) {
    const n = value.n * powerOf10(places);
    if (isSafe(n)) return smallQuotient(n, value.d, mode);
  }
  const n = BigInt(value.n) * 10n ** BigInt(places);
  const d = BigInt(value.d);
  const magnitude = n < 0n ? -n : n;
  const whole = magnitude / d;
  const rest = magnitude % d;
  const away =
    mode === "up"
      ? rest > 0n
      : mode === "down"
        ? false
        : 2n * rest > d || (2n * rest === d && (mode === "half-up" || whole % 2n === 1n));
  const result = away ? whole + 1n : whole;
  return n < 0n ? -result : result;
}

function smallQuotient(n: number, d: number, mode: RoundingMode): number {
  const magnitude = Math.abs(n);
  const rest = magnitude % d;
  const whole = (magnitude - rest) / d;
  // Twice the remainder could leave the safe integers, what is missing to the whole cannot.
  const missing = d - rest;
  const away =
    mode === "up"
      ? rest > 0
      : mode === "down"
        ? false
        : rest > missing || (rest === missing && (mode === "half-up" || whole % 2 === 1));
  const result = away ? whole + 1 : whole;
  return n < 0 ? 0 - result : result;
}

function printInteger(value: number | bigint, places: number): string {
  const digits = (value < 0 ? -value : value).toString();
  const sign = value < 0 ? "-" : "";
  if (places === 0) return sign + digits;
  const padded = digits.padStart(places + 1, "0");
  return `${sign}${padded.slice(0, -places)}.${padded.slice(-places)}`;
}
