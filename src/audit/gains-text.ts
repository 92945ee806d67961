/** An account of gains in words: where points were lost, and what would lift the unit to its goal. */

import { assertGiven } from "../plain.ts";
import type { Language } from "../rule.ts";
import { briefPoints, magnitude, shownAmount, visible } from "../score.ts";
import { enGains, enStyle, enTerms } from "../words/en.ts";
import { viGains, viStyle, viTerms } from "../words/vi.ts";
import { type Message, message, say, tableOf, type Words } from "../words/words.ts";
import type { Gains, GainsAnswer, Lifted, Loss, ScoredGains } from "./gains.ts";

/** What the account needs of a table of words. */
export type GainsWords = Pick<Words, "style" | "terms" | "gains">;

const shippedGainsWords: Readonly<Record<Language, GainsWords>> = {
  vi: { style: viStyle, terms: viTerms, gains: viGains },
  en: { style: enStyle, terms: enTerms, gains: enGains },
};

/**
 * Says an account of gains in words: the index and the loss, one line for each item that lost points, the most first,
 * then the answer with its proof.
 *
 * @param gains What `gains` gave.
 * @param language `"vi"` or `"en"`, or the words of another language.
 *
 * @returns The text, several lines without a line break at the end.
 *
 * @throws RangeError if the language is not shipped.
 *
 * @example
 * ```ts
 * import { gainsText } from "par-index/audit";
 * gainsText({ state: "unscored", unit: "so-a", name: { vi: "Sở A" }, reason: "provisional" }, "en");
 * // => 'Sở A: there is no index (some of its items are still open), so nothing can be said.'
 * ```
 */
export function gainsText(gains: Gains, language: Language | GainsWords): string {
  const words = tableOf(language, shippedGainsWords, "gainsText");
  assertGiven(gains, ["state"], "gainsText: the gains must be what gains gives");
  if (gains.state === "unscored") {
    const { name, reason } = gains;
    return say(words, "gains.notScored", { name, reason: message(`terms.unranked.${reason}`) });
  }
  const lines = gains.losses.map((loss) => lossText(words, loss));
  return [
    headText(words, gains),
    ...(lines.length === 0 ? [say(words, "gains.nothingLost")] : lines),
    ...answerText(words, gains),
  ].join("\n");
}

/** The index, the loss, and what else than items moved the index. */
function headText(words: GainsWords, { name, now, lost, lines }: ScoredGains): string {
  const size = lines.exact === "0" ? undefined : shownAmount(magnitude(visible(lines)));
  const isTaken = lines.exact.startsWith("-");
  return say(words, "gains.head", {
    name,
    index: now.index.rounded,
    lost: briefPoints(lost),
    taken: isTaken ? size : undefined,
    given: isTaken ? undefined : size,
  });
}

const lossText = (words: GainsWords, { number, title, points, maxPoints, lost, share, held }: Loss): string =>
  say(words, "gains.loss", {
    number,
    title,
    points: briefPoints(points),
    max: maxPoints,
    lost: briefPoints(lost),
    share: share.rounded,
    held: held === undefined ? undefined : message(`terms.held.${held}`),
  });

function answerText(words: GainsWords, { goal: wanted, answer, losses }: ScoredGains): readonly string[] {
  const goal = goalMessage(wanted);
  switch (answer.kind) {
    case "reached":
      return [say(words, "gains.reached", { goal, result: resultMessage(answer.result) })];
    case "unreachable": {
      const { count } = answer.result;
      return [say(words, "gains.unreachable", { goal, count, result: resultMessage(answer.result) })];
    }
    case "unranked":
      return [say(words, "gains.unranked", { goal, reason: message(`terms.unranked.${answer.reason}`) })];
    case "reachable": {
      const numbers = new Map(losses.map(({ item, number }) => [item, number]));
      const items = answer.items.map((id) => numbers.get(id) ?? id);
      const result = resultMessage(answer.result);
      return [
        say(words, "gains.reachable", { goal, count: items.length, items, result }),
        proofText(words, answer),
      ];
    }
  }
}

function proofText(words: GainsWords, { proof }: Extract<GainsAnswer, { kind: "reachable" }>): string {
  if (proof.state === "not-proven") return say(words, `gains.${proof.reason ?? "cap"}`);
  const { count } = proof.short;
  const result = resultMessage(proof.short);
  return count === 0
    ? say(words, "gains.without", { result })
    : say(words, "gains.proven", { count, result });
}

function goalMessage(goal: ScoredGains["goal"]): Message {
  if ("index" in goal) return message("gains.index", { index: goal.index });
  if ("place" in goal) return message("gains.place", { place: goal.place });
  return message("gains.grade", { title: goal.title ?? goal.grade });
}

const resultMessage = ({ index, place }: Lifted): Message =>
  message("gains.result", { index: index.rounded, place });
