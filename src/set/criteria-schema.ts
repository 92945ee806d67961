/**
 * The form of a criteria file: what it may write and what is filled in where it is silent. Only the shape of each part
 * is judged here; what must hold between the parts stands in `criteria-check.ts`. From the same source comes the JSON
 * Schema that editors use, so the main fields are described in both languages.
 */
import { z } from "zod";
import { shape, withoutEval } from "../shape.ts";
import { about, itemSchema } from "./item-schema.ts";
import {
  calendarSchema,
  exemptionsSchema,
  gradesSchema,
  linesSchema,
  policiesSchema,
  rankingSchema,
} from "./policy-schema.ts";
import { surveySchema } from "./survey-schema.ts";

/** The schema of a criteria file. */
export const criteriaFileSchema = /* @__PURE__ */ withoutEval(() => {
  const { count, date, id, positive, text, words } = shape;
  const edition = count.pipe(z.int().min(1)).meta({ type: "integer", minimum: 1 });
  const named = z.strictObject({ id, title: text });

  const decision = z.strictObject({
    id,
    number: about(words, "Số, ký hiệu, ví dụ 4210/QĐ-UBND", "The number that it prints"),
    date: about(date, "Ngày ký", "The day on which it was signed"),
    issuer: text,
    title: text.optional(),
    source: about(words.optional(), "Nơi tìm thấy văn bản", "Where a reader finds it"),
  });

  const source = z.strictObject({
    id,
    kind: about(
      z.enum(["appraisal", "survey", "statistic"]),
      "Tự chấm và thẩm định, điều tra xã hội học, hay số liệu của bên thứ ba",
      "Self-assessed and appraised, from questionnaires, or given by a third party",
    ),
    title: text,
    maxPoints: about(
      positive.optional(),
      "Tổng điểm tối đa của nguồn, để đối chiếu",
      "Declared sum of its leaves, to catch slips",
    ),
    leaves: about(
      count.optional(),
      "Số mục chấm điểm của nguồn, để đối chiếu",
      "Declared number of its leaves",
    ),
  });

  return z.strictObject({
    $schema: z.string().optional(),
    format: z.literal(1),
    id: about(id, "đơn-vị-ban-hành/cấp/kỳ, ví dụ hoa-lam/department/2026", "issuer/level/period"),
    edition: about(edition, "Lần ban hành của tệp, từ 1", "The edition, from 1"),
    status: about(
      z.enum(["official", "summary", "illustrative"]),
      "Chép từ phụ lục, chỉ có số tổng đã công bố, hay chỉ minh họa",
      "Transcribed from the annex, only published totals, or illustrative",
    ),
    title: text,
    issuer: text,
    level: about(
      id,
      "Cấp đơn vị: department, commune, district, ministry, province, office …",
      "The level of unit",
    ),
    period: about(
      z.strictObject({ from: date, to: date }),
      "Ngày đầu và ngày cuối của kỳ",
      "First and last day of the period",
    ),
    editionNote: z
      .strictObject({ kind: z.enum(["issued", "corrected"]), from: date, changes: z.array(text).min(1) })
      .optional(),
    framework: z.strictObject({ set: id, edition: edition }).optional(),
    isFramework: z.boolean().default(false),
    decisions: z.array(decision).default([]),
    levels: about(
      z.array(text).min(1),
      "Tên các cấp của cây, từ trên xuống",
      "Names of the tree's levels, top first",
    ),
    maxPoints: about(positive, "Tổng điểm tối đa", "The maximum of the whole"),
    totals: about(
      z.strictObject({ counts: z.array(count).optional(), leaves: count.optional() }).default({}),
      "Số mục ở mỗi cấp và số mục chấm điểm, để đối chiếu",
      "Numbers of nodes at each level and of leaves, to catch slips",
    ),
    sources: about(z.array(source).default([]), "Các nguồn điểm", "The sources of points"),
    groups: about(
      z.array(named).min(1),
      "Các nhóm đơn vị được xếp hạng riêng",
      "The groups of units ranked apart",
    ),
    kinds: z.array(named).default([]),
    items: about(z.array(itemSchema).min(1), "Cây tiêu chí", "The tree of criteria"),
    survey: about(surveySchema.optional(), "Điều tra xã hội học", "The survey"),
    bonus: about(linesSchema.prefault({}), "Điểm thưởng", "The bonus lines"),
    penalty: about(linesSchema.prefault({}), "Điểm phạt", "The penalty lines"),
    policies: about(policiesSchema.prefault({}), "Cách xử lý từng trường hợp", "What happens in each case"),
    grades: about(gradesSchema.default([]), "Xếp loại, từ loại tốt nhất", "The grades, best first"),
    ranking: about(rankingSchema.prefault({}), "Cách xếp hạng", "How units are ranked"),
    calendar: about(calendarSchema.default([]), "Các thời hạn", "The deadlines"),
    exemptions: about(
      exemptionsSchema.default([]),
      "Các mục không áp dụng cho từng loại đơn vị",
      "Items that do not apply to units of a kind",
    ),
  });
});

/** A criteria file of the right shape, defaults filled in except those that depend on other parts. */
export type CriteriaFile = z.output<typeof criteriaFileSchema>;
