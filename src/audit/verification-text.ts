/**
 * The answer of `verify` in words, a line for each thing that was checked, so that somebody without the code can read
 * what holds, what differs first, and what could not be checked.
 */
import { type Voice, voiceOf } from "../explain/words/voice.ts";
import type { Language } from "../rule.ts";
import type { StepDifference } from "./record-difference.ts";
import { stepText, valueText } from "./step-text.ts";
import type { Unchecked, Verification } from "./verify.ts";

interface VerificationWords {
  readonly digests: Readonly<Record<Verification["digests"], string>>;
  readonly recomputation: Readonly<Record<Verification["recomputation"], string>>;
  readonly sums: Readonly<Record<Verification["sums"], string>>;
  readonly round: Readonly<Record<Exclude<Verification["round"], "not-done">, string>>;
  readonly inclusion: Readonly<Record<NonNullable<Verification["inclusion"]>, string>>;
  readonly unchecked: Readonly<Record<Unchecked, string>>;
  readonly first: (step: string, found: string, expected: string) => string;
  readonly not: string;
}

const words: Readonly<Record<Language, VerificationWords>> = {
  vi: {
    digests: {
      hold: "Mã băm: khớp với nội dung",
      differ: "Mã băm: KHÔNG khớp với nội dung",
      unreadable: "Không đọc được bản kết quả niêm phong",
    },
    recomputation: {
      agrees: "Tính lại từ số liệu gốc: khớp",
      differs: "Tính lại từ số liệu gốc: KHÔNG khớp",
      "not-done": "Chưa tính lại từ số liệu gốc",
    },
    sums: {
      agree: "Các tổng trong bản kết quả niêm phong: khớp",
      differ: "Các tổng trong bản kết quả niêm phong: KHÔNG khớp",
      "not-done": "Chưa cộng lại các tổng",
    },
    round: {
      same: "Đợt đánh giá: đúng là đợt đã niêm phong",
      differs: "Đợt đánh giá: có chỗ khác với đợt đã niêm phong",
    },
    inclusion: { holds: "Thuộc kết quả của nhóm: đúng", differs: "Thuộc kết quả của nhóm: KHÔNG đúng" },
    unchecked: {
      set: "bộ tiêu chí",
      round: "đợt đánh giá",
      group: "nhóm",
      place: "thứ hạng",
      texts: "các văn bản đứng sau mã băm",
      root: "mã băm gốc đã công bố",
    },
    first: (step, found, expected) => `Khác biệt đầu tiên: ${step}: ghi ${found}, đúng ra là ${expected}`,
    not: "Chưa kiểm tra được",
  },
  en: {
    digests: {
      hold: "Digests: those of what stands there",
      differ: "Digests: NOT those of what stands there",
      unreadable: "The record cannot be read",
    },
    recomputation: {
      agrees: "Computed again from the inputs: agrees",
      differs: "Computed again from the inputs: DIFFERS",
      "not-done": "Not computed again from the inputs",
    },
    sums: {
      agree: "Sums within the record: agree",
      differ: "Sums within the record: DIFFER",
      "not-done": "Sums were not added again",
    },
    round: {
      same: "Round: the one that was sealed",
      differs: "Round: differs somewhere from the one that was sealed",
    },
    inclusion: {
      holds: "Belongs to the result of the group",
      differs: "Does NOT belong to the result of the group",
    },
    unchecked: {
      set: "the criteria set",
      round: "the round",
      group: "the group",
      place: "the place",
      texts: "the texts behind digests",
      root: "the published root",
    },
    first: (step, found, expected) => `First difference: ${step}: found ${found}, expected ${expected}`,
    not: "Not checked",
  },
};

/**
 * Words a verification.
 *
 * @param verification What `verify` gave.
 * @param language `"vi"` or `"en"`.
 *
 * @returns The text, without a line break at its end.
 *
 * @throws RangeError if the language is none of those.
 *
 * @example
 * ```ts
 * import { verificationText, verify } from "par-index/audit";
 * verificationText(verify({}), "en").split("\n")[0]; // => 'The record cannot be read'
 * ```
 */
export function verificationText(verification: Verification, language: Language): string {
  const voice = voiceOf(language, "verificationText");
  const word = words[language];
  const { digests, recomputation, sums, round, inclusion, unchecked, firstDifference } = verification;
  return [
    word.digests[digests],
    ...(digests === "unreadable" ? [] : [word.recomputation[recomputation], word.sums[sums]]),
    ...(round === "not-done" ? [] : [word.round[round]]),
    ...(inclusion === undefined ? [] : [word.inclusion[inclusion]]),
    ...(firstDifference === undefined ? [] : [firstText(firstDifference, voice)]),
    ...(unchecked.length === 0
      ? []
      : [`${word.not}: ${unchecked.map((it) => word.unchecked[it]).join(", ")}`]),
  ].join("\n");
}

function firstText({ step, found, expected }: StepDifference, voice: Voice): string {
  const value = (it: string): string => valueText(it, step, voice);
  return words[voice.language].first(stepText(step, voice), value(found), value(expected));
}

/** Tells whether the record is as it should be; that a round differs where it concerns others says nothing against it. */
export const isSound = ({ digests, recomputation, sums, inclusion }: Verification): boolean =>
  digests === "hold" && recomputation !== "differs" && sums !== "differ" && inclusion !== "differs";
