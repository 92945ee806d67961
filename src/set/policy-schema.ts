/**
 * The form of what a criteria file says beside its tree: policies, bonus and penalty lines, grades, ranking, calendar
 * and exemptions. What a file leaves out is filled in with the defaults that stand here (design 3).
 */
import { z } from "zod";
import { ruleSchema } from "../rule-shapes.ts";
import { shape, withoutEval } from "../shape.ts";
import { about, citationSchema, consequenceSchema, idsSchema } from "./item-schema.ts";

/** Bonus lines or penalty lines, with the cap of their sum. */
export const linesSchema = /* @__PURE__ */ withoutEval(() => {
  const { id, positive, text, words } = shape;
  const line = z.strictObject({
    id,
    number: words,
    title: text,
    rule: ruleSchema,
    cap: about(positive.optional(), "Mức trần của dòng", "The most points that the line gives"),
    citation: citationSchema.optional(),
  });
  return z.strictObject({
    cap: about(positive.optional(), "Mức trần của tổng các dòng", "The most points of all lines together"),
    lines: z.array(line).default([]),
  });
});

/** What happens in each case that a decision has to settle. */
export const policiesSchema = /* @__PURE__ */ withoutEval(() => {
  const { count, decimal, nonNegative, positive } = shape;
  const places = count.pipe(z.int().max(10)).meta({ type: "integer", minimum: 0, maximum: 10 });
  const late = z.discriminatedUnion("kind", [
    z.strictObject({ kind: z.literal("flag") }),
    z.strictObject({ kind: z.literal("refuse") }),
    z.strictObject({ kind: z.literal("flat"), points: positive }),
    z.strictObject({ kind: z.literal("per-day"), points: positive, cap: positive.optional() }),
  ]);
  const rounding = z.strictObject({
    places: about(places.default(2), "Số chữ số thập phân được công bố", "Decimals of what is published"),
    mode: about(
      z.enum(["half-up", "half-even", "down", "up"]).default("half-up"),
      "Cách làm tròn; half-up: 5 làm tròn lên",
      "How a value between two is rounded",
    ),
    items: about(
      z.boolean().default(false),
      "Làm tròn từng mục trước khi cộng",
      "Each leaf and line is rounded alike before any sum",
    ),
  });
  const limits = z.strictObject({ max: nonNegative.optional(), min: decimal.optional() });
  return z.strictObject({
    rounding: about(rounding.prefault({}), "Làm tròn", "Rounding"),
    unanswered: about(
      z.enum(["zero", "refused"]).default("zero"),
      "Mục không trả lời: 0 điểm, hoặc không nhận cả báo cáo",
      "An unanswered leaf: 0, or the whole assessment is refused",
    ),
    silence: about(
      z.enum(["accept", "pending"]).default("accept"),
      "Mục Hội đồng không có ý kiến: chấp nhận, hoặc chờ",
      "Items that the council never touched",
    ),
    missing: about(
      z.enum(["unranked", "unanswered"]).default("unranked"),
      "Đơn vị không nộp báo cáo: không xếp hạng, hoặc coi như không trả lời",
      "A unit without a self-assessment",
    ),
    late: about(
      late.default({ kind: "flag" }),
      "Nộp muộn: ghi chú, không nhận, trừ một lần, hoặc trừ theo ngày",
      "A late self-assessment: flagged, refused, or charged",
    ),
    openFindings: about(
      z.enum(["warn", "block"]).default("warn"),
      "Kết quả kiểm tra chưa xử lý khi kết thúc vòng: cảnh báo, hoặc không cho kết thúc",
      "A finding that nobody addressed when a stage closes",
    ),
    limits: about(
      limits.default({ max: "100", min: "0" }),
      "Giới hạn của chỉ số (%); {} là không giới hạn",
      "Limits of the index in percent; {}: none",
    ),
    notApplicable: about(
      consequenceSchema.optional(),
      "Hệ quả chung của các mục ghi notApplicable: true",
      "The consequence of the leaves that write notApplicable: true",
    ),
  });
});

/** The grades, best first. */
export const gradesSchema = /* @__PURE__ */ withoutEval(() => {
  const { decimal, id, text } = shape;
  return z.array(
    z.strictObject({
      id,
      title: text,
      from: about(decimal.optional(), "Cận dưới, tính cả cận; loại cuối bỏ trống", "Lower bound, inclusive"),
      below: about(
        decimal.optional(),
        "Cận trên như đã in, để đối chiếu",
        "Upper bound as printed, exclusive",
      ),
    }),
  );
});

/** How units are ranked. */
export const rankingSchema = /* @__PURE__ */ withoutEval(() => {
  const exact = about(z.boolean().default(false), "So sánh giá trị chưa làm tròn", "Compare exact values");
  const tieBreaker = z.strictObject({ by: z.enum(["item", "source"]), id: shape.id, exact });
  return z.strictObject({
    on: about(
      z.enum(["published", "exact"]).default("published"),
      "Xếp theo chỉ số công bố hay giá trị chưa làm tròn",
      "On the published index, or on the exact one",
    ),
    ties: about(
      z.enum(["skip", "dense"]).default("skip"),
      "Sau đồng hạng: 1, 2, 2, 4 (skip) hay 1, 2, 2, 3 (dense)",
      "After a tie: 1, 2, 2, 4 or 1, 2, 2, 3",
    ),
    tieBreakers: about(
      z.array(tieBreaker).default([]),
      "Tiêu chí phụ khi bằng điểm, theo thứ tự",
      "Tie-breakers, in their order",
    ),
  });
});

/** The deadlines. */
export const calendarSchema = /* @__PURE__ */ withoutEval(() => {
  const { date, id, text } = shape;
  return z.array(
    z.strictObject({
      id: about(id, "Mã; self-assessment là hạn nộp báo cáo", "Id; self-assessment is the one of late"),
      title: text,
      before: about(date.optional(), "Trước ngày này", "The first day that is late"),
      by: about(date.optional(), "Đến hết ngày này", "The last day that is on time"),
      citation: citationSchema.optional(),
    }),
  );
});

/** The register of exemptions. */
export const exemptionsSchema = /* @__PURE__ */ withoutEval(() =>
  z.array(
    z.strictObject({
      kind: about(shape.id, "Mã loại đơn vị", "The kind of unit"),
      items: about(idsSchema.min(1), "Mã các mục không áp dụng", "The leaves that do not apply"),
      citation: citationSchema.optional(),
    }),
  ),
);
