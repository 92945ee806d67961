/**
 * The answer of `verify` in words, a line for each thing that was checked, so that somebody without the code can read
 * what holds, what differs first, and what could not be checked.
 */
import { type Voice, voiceOf } from "../explain/words/voice.ts";
import type { Language } from "../rule.ts";
import { nothing, type StepDifference } from "./record-difference.ts";
import { stepText, valueText } from "./step-text.ts";
import type { Unchecked, Verification, VerifiedRecord } from "./verify.ts";

interface VerificationWords {
  readonly digests: Readonly<Record<Verification["digests"], string>>;
  readonly recomputation: Readonly<Record<Verification["recomputation"], string>>;
  readonly sums: Readonly<Record<Verification["sums"], string>>;
  readonly round: Readonly<Record<Exclude<Verification["round"], "not-done">, string>>;
  readonly inclusion: Readonly<Record<NonNullable<Verification["inclusion"]>, string>>;
  readonly unchecked: Readonly<Record<Unchecked, string>>;
  readonly not: string;
  readonly sealed: string;
  readonly outcome: string;
  readonly first: string;
  readonly wrong: (found: string, expected: string) => string;
  readonly apart: Readonly<Record<"set" | "round" | "computed", (found: string, given: string) => string>>;
  readonly lacks: Readonly<Record<"record" | "round" | "excess", string>>;
  readonly part: string;
  readonly entry: (by: string, item: string, day: string) => string;
  readonly explained: (item: string, day: string) => string;
  readonly changed: string;
  readonly roundTells: string;
  readonly conclusion: string;
  readonly conclusions: Readonly<Record<Conclusion, string>>;
}

/** What follows from a verification. */
type Conclusion = "unreadable" | "changed" | "set" | "round" | "wrong" | "stranger" | "partly" | "right";

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
    not: "Chưa kiểm tra được",
    sealed: "Bản kết quả niêm phong",
    outcome: "Kết quả đã niêm phong",
    first: "Khác biệt đầu tiên",
    wrong: (found, expected) => `ghi ${found}, đúng ra là ${expected}`,
    apart: {
      round: (found, given) => `bản kết quả niêm phong ghi ${found}; tệp đợt đánh giá ghi ${given}`,
      computed: (found, given) => `bản kết quả niêm phong ghi ${found}; tính từ tệp đợt đánh giá ra ${given}`,
      set: (found, given) => `bản kết quả niêm phong ghi ${found}; bộ tiêu chí được đưa vào ghi ${given}`,
    },
    lacks: {
      record: "bản kết quả niêm phong thiếu",
      round: "tệp đợt đánh giá thiếu",
      excess: "bản kết quả niêm phong ghi thừa",
    },
    part: "phần này",
    entry: (by, item, day) => `ý kiến của ${by} về mục ${item} ngày ${day}`,
    explained: (item, day) => `giải trình của đơn vị về mục ${item} ngày ${day}`,
    changed: "phần này hoặc mã băm của phần này đã bị sửa",
    roundTells: "; cần tệp đợt đánh giá để chỉ rõ chỗ nào",
    conclusion: "Kết luận",
    conclusions: {
      unreadable: "không kiểm chứng được",
      changed: "bản kết quả niêm phong đã bị sửa sau khi niêm phong",
      set: "bộ tiêu chí được đưa vào không phải là bộ đã dùng để niêm phong",
      round:
        "bản kết quả niêm phong và tệp đợt đánh giá không khớp nhau; cần đối chiếu với hồ sơ gốc để biết bên nào đúng",
      wrong: "kết quả đã ghi không đúng với số liệu gốc",
      stranger: "bản kết quả niêm phong không thuộc kết quả của nhóm",
      partly: "những gì kiểm tra được đều đúng",
      right: "tính lại ra đúng kết quả đã niêm phong",
    },
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
    not: "Not checked",
    sealed: "Sealed record",
    outcome: "Sealed result",
    first: "First difference",
    wrong: (found, expected) => `found ${found}, expected ${expected}`,
    apart: {
      round: (found, given) => `the record says ${found}; the round says ${given}`,
      computed: (found, given) => `the record says ${found}; computed from the round it is ${given}`,
      set: (found, given) => `the record says ${found}; the set given says ${given}`,
    },
    lacks: {
      record: "the record lacks",
      round: "the round lacks",
      excess: "the record has in excess",
    },
    part: "this part",
    entry: (by, item, day) => `the entry of ${by} on item ${item} of ${day}`,
    explained: (item, day) => `the unit's explanation on item ${item} of ${day}`,
    changed: "this part or its digest was changed",
    roundTells: "; the round is needed to tell where",
    conclusion: "Conclusion",
    conclusions: {
      unreadable: "it cannot be verified",
      changed: "the record was changed after it was sealed",
      set: "the set given is not the one that was sealed with",
      round: "the record and the round do not agree; only the original files tell which of them is right",
      wrong: "the result that is recorded does not follow from the inputs",
      stranger: "the record does not belong to the result of the group",
      partly: "what could be checked is right",
      right: "the sealed result comes out again",
    },
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
  const { record, digests, recomputation, sums, round, inclusion, unchecked, firstDifference } = verification;
  const lines = [
    ...(record === undefined ? [] : recordLines(record, voice)),
    word.digests[digests],
    ...(digests === "unreadable" ? [] : [word.recomputation[recomputation], word.sums[sums]]),
    ...(round === "not-done" ? [] : [word.round[round]]),
    ...(inclusion === undefined ? [] : [word.inclusion[inclusion]]),
    ...(firstDifference === undefined ? [] : [firstText(firstDifference, round, voice)]),
    ...(unchecked.length === 0
      ? []
      : [`${word.not}: ${unchecked.map((it) => word.unchecked[it]).join(", ")}`]),
    `${word.conclusion}: ${word.conclusions[conclusionOf(verification)]}`,
  ];
  // What a forged record says cannot pass for a line of the answer.
  return lines.map((line) => line.replace(/[\r\n\u2028\u2029]+/g, " ")).join("\n");
}

/** The unit or else the group, and its set; then what the record says of it. */
function recordLines(
  { unit, group, set, edition, index, place }: VerifiedRecord,
  voice: Voice,
): readonly string[] {
  const { sealed, outcome } = words[voice.language];
  const told = (facts: Readonly<Record<string, string | undefined>>): string =>
    Object.entries(facts)
      .flatMap(([key, it]) => (it === undefined ? [] : [`${stepText(key, voice)} ${it}`]))
      .join(", ");
  const of = unit === undefined ? { group, set, edition } : { unit, set, edition };
  const result = told({ index: index === undefined ? undefined : voice.percent(index), place });
  return [`${sealed}: ${told(of)}`, ...(result === "" ? [] : [`${outcome}: ${result}`])];
}

function firstText(it: StepDifference, round: Verification["round"], voice: Voice): string {
  const word = words[voice.language];
  const { step, found, expected, from } = it;
  const value = (text: string): string => valueText(text, step, voice);
  const line = (about: string, text: string): string => `${word.first}: ${stepText(about, voice)}: ${text}`;
  if (from === "digest") {
    const isTold = round === "not-done" && /^(?:unit \S+: )?(?:inputs|relative)/.test(step);
    return line(step, `${word.changed}${isTold ? word.roundTells : ""}`);
  }
  const lack = from === "round" ? lackOf(it, round, voice) : undefined;
  if (lack !== undefined) return line(lack.about, lack.text);
  return line(step, sideWords(it, round, word)(value(found), value(expected)));
}

/** A value is called wrong where it is computed from the same inputs, or the round is the one that was sealed. */
function sideWords({ step, from }: StepDifference, round: Verification["round"], word: VerificationWords) {
  if (from === "set") return word.apart.set;
  if (from !== "round" || round !== "differs") return word.wrong;
  return step.includes("inputs") ? word.apart.round : word.apart.computed;
}

/** What is said of an element that only one side has: an entry by who made it and when, any other as the part it is. */
function lackOf(
  { step, found, expected }: StepDifference,
  round: Verification["round"],
  voice: Voice,
): { readonly about: string; readonly text: string } | undefined {
  if (found !== nothing && expected !== nothing) return undefined;
  const word = words[voice.language];
  const isExtra = expected === nothing;
  const lacks = word.lacks[!isExtra ? "record" : round === "same" ? "excess" : "round"];
  const there = isExtra ? found : expected;
  const [, ledger, item = "", kind] =
    /^((?:unit \S+: )?inputs\.ledger) (\S+) (\S+)(?: \d+)?$/.exec(step) ?? [];
  const [, by = "", date] = /^(\S+) (\d{4}-\d\d-\d\d)$/.exec(there) ?? [];
  if (ledger !== undefined && date !== undefined) {
    const day = voice.day(date);
    const entry = kind === "explain" ? word.explained(item, day) : word.entry(by, item, day);
    return { about: ledger, text: `${lacks} ${entry}` };
  }
  return /^[{[]/.test(there) ? { about: step, text: `${lacks} ${word.part}` } : undefined;
}

function conclusionOf(verification: Verification): Conclusion {
  const { digests, recomputation, sums, round, inclusion, unchecked, firstDifference } = verification;
  if (digests === "unreadable") return "unreadable";
  if (digests === "differ") return "changed";
  if (firstDifference?.from === "set") return "set";
  if (sums !== "differ" && round === "differs" && firstDifference?.from === "round") return "round";
  if (recomputation === "differs" || sums === "differ") return "wrong";
  if (inclusion === "differs") return "stranger";
  return recomputation === "agrees" && unchecked.length === 0 ? "right" : "partly";
}

/** Tells whether the record is as it should be; that a round differs where it concerns others says nothing against it. */
export const isSound = ({ digests, recomputation, sums, inclusion }: Verification): boolean =>
  digests === "hold" && recomputation !== "differs" && sums !== "differ" && inclusion !== "differs";
