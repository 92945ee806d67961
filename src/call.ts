/**
 * How the command is called: the ways to use it, the words of a call, and what is said to whoever called it wrongly.
 */
import { criteriaSetIds } from "./criteria.ts";
import type { Language } from "./rule.ts";
import { nearest } from "./shape.ts";

const ids = criteriaSetIds.join(", ");
/** The ways to call the command. */
export const usage = {
  vi: `Cách dùng:
  par-index check TỆP…                    kiểm tra tệp bộ tiêu chí
  par-index check --table TỆP…            in bộ tiêu chí thành bảng để rà soát với phụ lục
  par-index check --framework KHUNG TỆP…  kiểm tra tệp có đúng với khung không
  par-index check --set BỘ ĐỢT…           kiểm tra tệp đợt đánh giá theo bộ tiêu chí
  par-index score BỘ ĐỢT [ĐƠN_VỊ]         chấm điểm, xếp hạng; hoặc bảng điểm của một đơn vị
  par-index explain BỘ ĐỢT ĐƠN_VỊ [MỤC]   diễn giải điểm của đơn vị, hoặc của một mục
  par-index diff TRƯỚC SAU                so sánh hai bộ tiêu chí
  par-index verify BẢN [BỘ] [ĐỢT]         kiểm chứng bản kết quả niêm phong
BỘ là tệp bộ tiêu chí, hoặc mã có sẵn: ${ids}.
Thêm --en để in bằng tiếng Anh.`,
  en: `Usage:
  par-index check FILE…                        check criteria files
  par-index check --table FILE…                print the set as the table to proof-read against the annex
  par-index check --framework FRAMEWORK FILE…  check that the file fills the framework
  par-index check --set SET ROUND…             check files of a round against the criteria set
  par-index score SET ROUND [UNIT]             score and rank; or the score sheet of one unit
  par-index explain SET ROUND UNIT [ITEM]      explain the score of a unit, or of one item
  par-index diff BEFORE AFTER                  compare two criteria sets
  par-index verify RECORD [SET] [ROUND]        verify a sealed record
SET is a criteria file, or the id of a shipped set: ${ids}.
Without --en the output is Vietnamese.`,
};

/** The parts of a call, as the usage names them. */
const parts = {
  COMMAND: "LỆNH",
  FILE: "TỆP",
  FRAMEWORK: "KHUNG",
  SET: "BỘ",
  ROUND: "ĐỢT",
  UNIT: "ĐƠN_VỊ",
  RECORD: "BẢN",
  BEFORE: "TRƯỚC",
  AFTER: "SAU",
} as const;
type Part = keyof typeof parts;

/** What a name may be of. */
const kinds = {
  command: "lệnh",
  option: "tùy chọn",
  set: "bộ tiêu chí",
  unit: "đơn vị",
  item: "mục",
} as const;

/** Why a file cannot be read, by the code of the system. */
const reasons: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  ENOENT: { vi: "không có tệp này", en: "there is no such file" },
  EISDIR: { vi: "đây là thư mục", en: "it is a folder" },
  EACCES: { vi: "không có quyền đọc", en: "it may not be read" },
};

/** A wrong call, which whoever made it can put right. */
export class WrongCall extends Error {
  readonly words: Readonly<Record<Language, string>>;
  /** True where the call is not of a form that the usage has. */
  readonly needsUsage: boolean;

  constructor(words: Readonly<Record<Language, string>>, needsUsage = false) {
    super(words.en);
    this.words = words;
    this.needsUsage = needsUsage;
  }
}

/** Parts of the call are missing. */
export const missing = (...names: readonly Part[]): WrongCall =>
  new WrongCall(
    { vi: `thiếu ${names.map((it) => parts[it]).join(", ")}`, en: `missing: ${names.join(", ")}` },
    true,
  );

/** A name that nothing has, with those that may have been meant. */
export function unknown(kind: keyof typeof kinds, name: string, known: readonly string[]): WrongCall {
  const { vi, en } = meant(name, known);
  return new WrongCall({
    vi: `không có ${kinds[kind]} “${name}”${vi}`,
    en: `there is no ${kind} “${name}”${en}`,
  });
}

/** A file that cannot be read; where a name of something else could stand, with what may have been meant. */
export function unreadable(file: string, code: string, known: readonly string[]): WrongCall {
  const { vi, en } = meant(file, known);
  return new WrongCall({
    vi: `không mở được tệp “${file}”: ${reasons[code]?.vi ?? code}${vi}`,
    en: `the file “${file}” cannot be opened: ${reasons[code]?.en ?? code}${en}`,
  });
}

/** The names that end with what was typed, or else the one that is spelt most like it. */
function meant(name: string, known: readonly string[]): Readonly<Record<Language, string>> {
  const ends = known.filter((it) => name.length > 2 && it.endsWith(name)).slice(0, 3);
  const near = (ends.length > 0 ? ends : [nearest(name, known) ?? []].flat()).map((it) => `“${it}”`);
  if (near.length === 0) return { vi: "", en: "" };
  return { vi: `; có phải ${near.join(" hay ")}?`, en: `; did you mean ${near.join(" or ")}?` };
}

/** Parts options from the rest; those that `known` names a part for are followed by it. */
export function optionsOf(
  given: readonly string[],
  known: Readonly<Record<string, Part | "">>,
): { readonly names: readonly string[]; readonly options: Readonly<Record<string, string>> } {
  const names: string[] = [];
  const options: Record<string, string> = {};
  for (let at = 0; at < given.length; at++) {
    const word = given[at] ?? "";
    const part = Object.hasOwn(known, word) ? known[word] : undefined;
    if (!word.startsWith("--")) names.push(word);
    else if (part === undefined) throw unknown("option", word, Object.keys(known));
    else if (part === "") options[word] = "";
    else {
      const value = given[++at];
      if (value === undefined) throw missing(part);
      options[word] = value;
    }
  }
  return { names, options };
}

/** The words of a call, which has these parts and at most so many. */
export function taken(given: readonly string[], needed: readonly Part[], most: number): readonly string[] {
  const { names } = optionsOf(given, {});
  if (names.length < needed.length) throw missing(...needed.slice(names.length));
  const more = names[most];
  if (more !== undefined) throw new WrongCall({ vi: `thừa “${more}”`, en: `“${more}” is too much` }, true);
  return names;
}
