/**
 * Square roots at the border of the exact numbers: decimal.js takes them, at 40 digits, the same on every machine. No
 * score needs one; only the robustness of a ranking does.
 */
import { Decimal } from "decimal.js";
import { type Exact, fractionText } from "../number.ts";

/** A private copy, so that a caller's `Decimal.set` changes nothing here. */
const Precise = Decimal.clone({ precision: 40, rounding: Decimal.ROUND_DOWN });

/** The greatest whole number that is not above grid × √value; `value` is 0 or more. */
export function rootOnGrid(value: Exact, grid: number): number {
  const [numerator = "0", denominator = "1"] = fractionText(value).split("/");
  return new Precise(numerator).div(denominator).sqrt().mul(grid).floor().toNumber();
}
