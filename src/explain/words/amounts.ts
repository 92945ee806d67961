/** Amounts in sentences: short decimals as they are, longer ones rounded, and none that rounds away to 0 unseen. */
import type { Amount } from "../../amount.ts";
import { readFraction, rounded, shortest } from "../../number.ts";
import type { Voice } from "./voice.ts";

/** Points: exact where they have at most four decimals, else rounded. */
export const pointsText = (voice: Voice, points: Amount): string =>
  /^-?\d+(\.\d{1,4})?$/.test(points.exact) ? voice.number(points.exact) : voice.amount(visible(points));

/** A part of a difference, with its sign. */
export const changeText = (voice: Voice, change: Amount): string => voice.signed(visible(change));

/** The size of a difference, without its sign. */
export const sizeText = (voice: Voice, change: Amount): string => voice.amount(magnitude(visible(change)));

/** An amount without its sign. */
export const magnitude = ({ exact, rounded: printed }: Amount): Amount => ({
  exact: exact.replace(/^-/, ""),
  rounded: printed.replace(/^-/, ""),
});

/** An amount that rounds to 0 without being 0 gets as many decimals as show it, eight at most. */
function visible({ exact, rounded: printed }: Amount): Amount {
  const value = readFraction(exact);
  let text = printed;
  for (let places = 2; places <= 8 && exact !== "0" && shortest(text) === "0"; places++)
    text = rounded(value, places, "half-up");
  return { exact, rounded: text };
}
