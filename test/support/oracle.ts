/**
 * A second arithmetic, written apart: reduced fractions of two BigInts, with nothing of `src/`. Slow and plain on
 * purpose; what the library computes in its own way must come out the same here.
 */

/** A reduced fraction; `d` is above 0. */
export interface Fraction {
  readonly n: bigint;
  readonly d: bigint;
}

/** The modes, as text. */
export type Mode = "half-up" | "half-even" | "down" | "up";

function gcd(a: bigint, b: bigint): bigint {
  let [x, y] = [a < 0n ? -a : a, b < 0n ? -b : b];
  while (y > 0n) [x, y] = [y, x % y];
  return x;
}

/** The fraction n/d, reduced; d is not 0. */
export function over(n: bigint, d: bigint): Fraction {
  const divisor = gcd(n, d) * (d < 0n ? -1n : 1n);
  return { n: n / divisor, d: d / divisor };
}

/** The value of `"-12.50"` or `"17/600"`. */
export function of(text: string | number): Fraction {
  const [top = "", bottom] = String(text).split("/");
  if (bottom !== undefined) return over(BigInt(top), BigInt(bottom));
  const negative = top.startsWith("-");
  const [whole = "", decimals = ""] = top.replace("-", "").split(".");
  const size = BigInt(whole + decimals);
  return over(negative ? -size : size, 10n ** BigInt(decimals.length));
}

export const plus = (a: Fraction, b: Fraction): Fraction => over(a.n * b.d + b.n * a.d, a.d * b.d);
export const minus = (a: Fraction, b: Fraction): Fraction => over(a.n * b.d - b.n * a.d, a.d * b.d);
export const times = (a: Fraction, b: Fraction): Fraction => over(a.n * b.n, a.d * b.d);
export const divided = (a: Fraction, b: Fraction): Fraction => over(a.n * b.d, a.d * b.n);

/** −1, 0 or 1. */
export function order(a: Fraction, b: Fraction): number {
  const { n } = minus(a, b);
  return n < 0n ? -1 : n > 0n ? 1 : 0;
}

/** `"17/600"`, or `"3"`. */
export const text = ({ n, d }: Fraction): string => (d === 1n ? `${n}` : `${n}/${d}`);

/** Rounds to so many decimals: of the two printable neighbours the one that the mode asks for. */
export function print(value: Fraction, places: number, mode: Mode): string {
  const scaled = times(value, over(10n ** BigInt(places), 1n));
  const below = (scaled.n - (((scaled.n % scaled.d) + scaled.d) % scaled.d)) / scaled.d;
  const chosen = scaled.d === 1n ? scaled.n : pick(scaled, below, mode);
  const digits = String(chosen < 0n ? -chosen : chosen).padStart(places + 1, "0");
  const cut = digits.length - places;
  return `${chosen < 0n ? "-" : ""}${digits.slice(0, cut)}${places === 0 ? "" : `.${digits.slice(cut)}`}`;
}

function pick(scaled: Fraction, below: bigint, mode: Mode): bigint {
  const outwards = scaled.n < 0n ? below : below + 1n;
  const inwards = scaled.n < 0n ? below + 1n : below;
  if (mode === "up") return outwards;
  if (mode === "down") return inwards;
  const middle = order(scaled, over(2n * below + 1n, 2n));
  if (middle < 0) return below;
  if (middle > 0) return below + 1n;
  if (mode === "half-up") return outwards;
  return below % 2n === 0n ? below : below + 1n;
}
