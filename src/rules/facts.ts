/**
 * Facts as data: an answer gives just the keys of its rule's kind (design 2, table of rules). Facts that are complete but
 * of another kind are one mistake and not several: the issue says in words what was expected (design 3.14).
 */
import type { z } from "zod";
import type { Facts } from "../criteria-set.ts";
import type { Path, Report } from "../issue.ts";
import { knownKeys } from "../known-keys.ts";
import { readShape } from "../shape.ts";

/** How facts are asked for, by their keys. */
const words: Readonly<Record<string, { readonly vi: string; readonly en: string }>> = {
  choice: { vi: "mã của một phương án (choice)", en: "the id of one option (choice)" },
  parts: { vi: "danh sách mã các nội dung đạt (parts)", en: "the ids of the parts that hold (parts)" },
  "numerator, denominator": {
    vi: "hai số đếm: tử số (numerator) và mẫu số (denominator)",
    en: "two counts: numerator and denominator",
  },
  percent: { vi: "tỷ lệ phần trăm như đã in (percent)", en: "a percentage as printed (percent)" },
  value: { vi: "một con số (value)", en: "a number (value)" },
  count: { vi: "một số đếm (count)", en: "a count (count)" },
  breaches: {
    vi: "số lần vi phạm của từng loại (breaches)",
    en: "the count of each kind of breach (breaches)",
  },
  points: { vi: "số điểm (points)", en: "points (points)" },
  "": {
    vi: "để trống: điểm của mục này lấy từ kết quả khảo sát",
    en: "nothing: the points of this item come from the survey",
  },
};

/** Reads facts of a shape; undefined where nobody answers, which is an issue of its own, as any other that is found. */
export function readFactsOf(
  schema: z.ZodType<Facts> | undefined,
  value: unknown,
  path: Path,
  report: Report,
  item: string,
): Facts | undefined {
  const expected = schema === undefined ? [] : (knownKeys(schema, [], value) ?? []);
  if (schema !== undefined && !isOfAnotherKind(value, expected))
    return readShape(schema, value, path, report, { item });
  const wanted = words[expected.join(", ")] ?? { vi: expected.join(", "), en: expected.join(", ") };
  const found = typeof value === "object" && value !== null ? Object.keys(value).join(", ") : String(value);
  report(
    "answer-of-wrong-kind",
    path,
    { found: found || "–", expected: wanted.en, expectedVi: wanted.vi },
    { item },
  );
  return undefined;
}

/** True where a value has every key of another kind of facts, and none of its own. */
function isOfAnotherKind(value: unknown, expected: readonly string[]): boolean {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  const given = Object.keys(value);
  if (given.some((key) => expected.includes(key))) return false;
  return Object.keys(words).some((keys) => keys.split(", ").every((key) => given.includes(key)));
}
