/** An account of gains in words: where points were lost, and what would lift the unit to its goal. */

import { briefText, sizeText, type Voice, voiceOf } from "../explain/words/voice.ts";
import type { Language } from "../rule.ts";
import type { Gains, GainsAnswer, HeldReason, Lifted, Loss, ScoredGains } from "./gains.ts";

/** The words of one language. */
interface GainsWords {
  readonly notScored: (unit: string, reason: string) => string;
  readonly head: (name: string, index: string, lost: string, lines: string) => string;
  readonly taken: (percent: string) => string;
  readonly given: (percent: string) => string;
  readonly nothingLost: string;
  readonly loss: (loss: Readonly<Record<"number" | "title" | "points" | "lost" | "share", string>>) => string;
  readonly held: Readonly<Record<HeldReason, string>>;
  readonly goals: {
    readonly grade: (title: string) => string;
    readonly index: (index: string) => string;
    readonly place: (place: string) => string;
  };
  readonly reached: (goal: string, result: string) => string;
  readonly reachable: (goal: string, count: string, items: string, result: string) => string;
  readonly unreachable: (goal: string, count: string, result: string) => string;
  readonly unranked: (goal: string, reason: string) => string;
  readonly result: (index: string, place: string | undefined) => string;
  readonly without: (result: string) => string;
  readonly proven: (count: string, result: string) => string;
  readonly notProven: Readonly<Record<"cap" | "tie-breakers", string>>;
}

const gainedPoints = (number: string): string =>
  `${number} percentage ${number === "1" ? "point" : "points"}`;

const gainsWords: Readonly<Record<Language, GainsWords>> = {
  vi: {
    notScored: (unit, reason) => `${unit}: chưa có Chỉ số (${reason}), nên chưa tính được.`,
    head: (name, index, lost, lines) => `${name}: Chỉ số ${index}, mất ${lost} điểm ở các mục${lines}.`,
    taken: (percent) =>
      `; các khoản cộng, trừ (thưởng, phạt, nộp chậm, mức trần, mức sàn) làm Chỉ số giảm thêm ${percent} điểm phần trăm`,
    given: (percent) =>
      `; các khoản cộng, trừ (thưởng, phạt, nộp chậm, mức trần, mức sàn) làm Chỉ số tăng ${percent} điểm phần trăm`,
    nothingLost: "Không mất điểm ở mục nào.",
    loss: ({ number, title, points, lost, share }) =>
      `- Mục ${number} (${title}): ${points} điểm, mất ${lost} (${share} số điểm bị mất)`,
    held: {
      survey: "điểm điều tra xã hội học, giữ nguyên",
      relative: "điểm tính theo các đơn vị khác, giữ nguyên",
      "not-applicable": "không áp dụng, giữ nguyên",
    },
    goals: {
      grade: (title) => `đạt loại “${title}”`,
      index: (index) => `đạt Chỉ số ${index}`,
      place: (place) => `đứng từ hạng ${place} trở lên`,
    },
    reached: (goal, result) => `Mục tiêu ${goal}: đã đạt (${result}).`,
    reachable: (goal, count, items, result) =>
      `Mục tiêu ${goal}: cần ít nhất ${count} mục đạt điểm tối đa (${items}), khi đó ${result}.`,
    unreachable: (goal, count, result) =>
      `Mục tiêu ${goal}: không đạt được, kể cả khi toàn bộ ${count} mục đạt điểm tối đa (${result}).`,
    unranked: (goal, reason) => `Mục tiêu ${goal}: đơn vị không được xếp hạng (${reason}).`,
    result: (index, place) => (place === undefined ? `Chỉ số ${index}` : `Chỉ số ${index}, hạng ${place}`),
    without: (result) => `Chứng minh: không nâng mục nào thì chưa đạt (${result}).`,
    proven: (count, result) =>
      count === "1"
        ? `Chứng minh: riêng mục tăng nhiều nhất vẫn chưa đủ (${result}).`
        : `Chứng minh: ${count} mục tăng nhiều nhất cộng lại vẫn chưa đủ (${result}).`,
    notProven: {
      cap: "Chưa chứng minh được là ít nhất: Chỉ số bị giới hạn bởi mức trần hoặc mức sàn nên các mức tăng không cộng dồn.",
      "tie-breakers": "Chưa chứng minh được là ít nhất: thứ hạng do tiêu chí phụ quyết định.",
    },
  },
  en: {
    notScored: (unit, reason) => `${unit}: there is no index (${reason}), so nothing can be said.`,
    head: (name, index, lost, lines) => `${name}: index ${index}, ${lost} points lost on items${lines}.`,
    taken: (percent) =>
      `; bonus, penalty, lateness and limits together take another ${gainedPoints(percent)} off the index`,
    given: (percent) =>
      `; bonus, penalty, lateness and limits together add ${gainedPoints(percent)} to the index`,
    nothingLost: "No item lost a point.",
    loss: ({ number, title, points, lost, share }) =>
      `- Item ${number} (${title}): ${points} points, ${lost} lost (${share} of all that was lost)`,
    held: {
      survey: "survey points, held",
      relative: "depends on the other units, held",
      "not-applicable": "does not apply, held",
    },
    goals: {
      grade: (title) => `grade “${title}”`,
      index: (index) => `index ${index}`,
      place: (place) => `place ${place} or better`,
    },
    reached: (goal, result) => `Goal ${goal}: reached already (${result}).`,
    reachable: (goal, count, items, result) =>
      `Goal ${goal}: takes at least ${count} of the items at their maximum (${items}), which gives ${result}.`,
    unreachable: (goal, count, result) =>
      `Goal ${goal}: out of reach, even with all ${count} items at their maximum (${result}).`,
    unranked: (goal, reason) => `Goal ${goal}: the unit has no place (${reason}).`,
    result: (index, place) => (place === undefined ? `index ${index}` : `index ${index}, place ${place}`),
    without: (result) => `Proof: with none of them it falls short (${result}).`,
    proven: (count, result) =>
      count === "1"
        ? `Proof: the largest gain alone falls short (${result}).`
        : `Proof: the ${count} largest gains together fall short (${result}).`,
    notProven: {
      cap: "Not proven to be the fewest: a limit of the index bites, so that gains do not add up.",
      "tie-breakers": "Not proven to be the fewest: tie-breakers decide the place.",
    },
  },
};

/**
 * Says an account of gains in words: the index and the loss, one line for each item that lost points, the most first,
 * then the answer with its proof.
 *
 * @param account What `gains` gave.
 * @param language `"vi"` or `"en"`.
 *
 * @returns The text, several lines without a line break at the end.
 *
 * @throws RangeError if the language is neither.
 *
 * @example
 * ```ts
 * import { gainsText } from "par-index/audit";
 * gainsText({ state: "not-scored", unit: "so-a", name: { vi: "Sở A" }, reason: "provisional" }, "en");
 * // => 'Sở A: there is no index (some of its items are still open), so nothing can be said.'
 * ```
 */
export function gainsText(account: Gains, language: Language): string {
  const voice = voiceOf(language, "gainsText");
  const say = gainsWords[language];
  if (account.state === "not-scored")
    return say.notScored(voice.words(account.name), voice.wording.unranked[account.reason]);
  const { name, now, lost, losses } = account;
  const head = say.head(
    voice.words(name),
    voice.percent(now.index.rounded),
    briefText(voice, lost),
    linesText(voice, say, account),
  );
  const lines = losses.map((loss) => lossText(voice, say, loss));
  return [head, ...(lines.length === 0 ? [say.nothingLost] : lines), ...answerText(voice, say, account)].join(
    "\n",
  );
}

/** What else than items moved the index. */
function linesText(voice: Voice, say: GainsWords, { lines }: ScoredGains): string {
  if (lines.exact === "0") return "";
  return (lines.exact.startsWith("-") ? say.taken : say.given)(sizeText(voice, lines));
}

function lossText(
  voice: Voice,
  say: GainsWords,
  { number, title, points, maxPoints, lost, share, held }: Loss,
): string {
  const of = `${briefText(voice, points)}/${voice.number(maxPoints)}`;
  const text = say.loss({
    number,
    title: voice.words(title),
    points: of,
    lost: briefText(voice, lost),
    share: voice.percent(share.rounded),
  });
  return held === undefined ? text : `${text}; ${say.held[held]}`;
}

function answerText(voice: Voice, say: GainsWords, { goal, answer, losses }: ScoredGains): readonly string[] {
  const wanted = goalText(voice, say, goal);
  const shown = (it: Lifted): string => resultText(voice, say, it);
  switch (answer.kind) {
    case "reached":
      return [say.reached(wanted, shown(answer.result))];
    case "unreachable":
      return [say.unreachable(wanted, String(answer.result.count), shown(answer.result))];
    case "unranked":
      return [say.unranked(wanted, voice.wording.unranked[answer.reason])];
    case "reachable": {
      const numbers = answer.items
        .map((id) => losses.find(({ item }) => item === id)?.number ?? id)
        .join(", ");
      const fewest = say.reachable(wanted, String(answer.items.length), numbers, shown(answer.result));
      return [fewest, proofText(say, answer, shown)];
    }
  }
}

function proofText(
  say: GainsWords,
  { proof }: Extract<GainsAnswer, { kind: "reachable" }>,
  shown: (it: Lifted) => string,
): string {
  if (proof.state === "not-proven") return say.notProven[proof.why ?? "cap"];
  const { short } = proof;
  return short.count === 0 ? say.without(shown(short)) : say.proven(String(short.count), shown(short));
}

function goalText(voice: Voice, say: GainsWords, goal: ScoredGains["goal"]): string {
  if ("index" in goal) return say.goals.index(voice.percent(goal.index));
  if ("place" in goal) return say.goals.place(String(goal.place));
  return say.goals.grade(goal.title === undefined ? goal.grade : voice.words(goal.title));
}

const resultText = (voice: Voice, say: GainsWords, { index, place }: Lifted): string =>
  say.result(voice.percent(index.rounded), place === undefined ? undefined : String(place));
