/**
 * The form of a criteria file: what it may write and what is filled in where it is silent. Only the shape of each part
 * is judged here; what must hold between the parts stands in `criteria-check.ts`. From the same source comes the JSON
 * Schema that editors use, so the main fields are described in both languages.
 */
import { z } from "zod";
import type { Citation, Consequence, CriteriaSet, Decimal, EvidenceNeed, Text } from "../criteria-set.ts";
import type { Rule } from "../rule.ts";
import { ruleSchema } from "../rules.ts";
import { shape, withoutEval } from "../shape.ts";

/** An example as a file writes it: its facts are read against the rule, later. */
export interface ExampleFile {
  readonly facts: Readonly<Record<string, unknown>>;
  readonly points: Decimal;
}

/** A node of the tree as a file writes it; whether it is a leaf is decided by `items`. */
export interface ItemFile {
  readonly id?: string | undefined;
  readonly number: string;
  readonly title: Text;
  readonly maxPoints: Decimal;
  readonly citation?: Citation | undefined;
  readonly replaces?: readonly string[] | undefined;
  readonly items?: readonly ItemFile[] | undefined;
  readonly source?: string | undefined;
  readonly rule?: Rule | undefined;
  readonly scoredBy?: "unit" | "appraiser" | undefined;
  readonly evidence?: EvidenceNeed | undefined;
  readonly notApplicable?: true | Consequence | undefined;
  readonly examples?: readonly ExampleFile[] | undefined;
}

/** Descriptions stand in both languages: the editor shows them while somebody types. */
const about = <S extends z.ZodType>(schema: S, vi: string, en: string): S =>
  schema.meta({ description: `${vi} — ${en}` });

/** The schema of a criteria file. */
export const criteriaFileSchema = withoutEval(() => {
  const { count, date, decimal, id, nonNegative, positive, text, words } = shape;
  const ids = z.array(id);
  const whole = (minimum: number, maximum?: number) =>
    shape.count
      .pipe(maximum === undefined ? z.int().min(minimum) : z.int().min(minimum).max(maximum))
      .meta({ type: "integer", minimum, ...(maximum === undefined ? {} : { maximum }) });
  const consequence = z.enum(["rescale", "rescale-source", "full", "zero"]);
  const citation = about(
    z.strictObject({ decision: id, at: words }),
    "Căn cứ: mã quyết định và vị trí trong đó",
    "Legal basis: the id of a decision and the place in it",
  );
  const named = z.strictObject({ id, title: text });

  const decision = z.strictObject({
    id,
    number: about(words, "Số, ký hiệu, ví dụ 4210/QĐ-UBND", "The number that it prints"),
    date: about(date, "Ngày ký", "The day on which it was signed"),
    issuer: text,
    title: text.optional(),
    source: words.optional(),
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

  const item: z.ZodType<ItemFile> = z
    .strictObject({
      id: about(id.optional(), "Mã; mặc định là số thứ tự", "Id; by default the number"),
      number: about(words, "Số thứ tự như quyết định in", "The number that the decision prints"),
      title: about(text, "Tên như quyết định in", "The title that the decision prints"),
      maxPoints: about(positive, "Điểm tối đa", "Maximum points"),
      citation: citation.optional(),
      replaces: about(
        ids.min(1).optional(),
        "Mã các mục mà mục này thay thế",
        "Ids of items of an earlier set that this one replaces",
      ),
      items: about(
        z
          .array(z.lazy(() => item))
          .min(1)
          .optional(),
        "Các mục con",
        "The children",
      ),
      source: about(id.optional(), "Mã nguồn điểm (mục chấm điểm)", "Source id (leaf)"),
      rule: about(ruleSchema.optional(), "Quy tắc chấm điểm (mục chấm điểm)", "The rule (leaf)"),
      scoredBy: about(
        z.enum(["unit", "appraiser"]).optional(),
        "Ai chấm trước: đơn vị hay cơ quan thẩm định",
        "Who scores it first",
      ),
      evidence: about(
        z.enum(["required", "or-explanation", "none"]).optional(),
        "Tài liệu kiểm chứng: bắt buộc, hoặc giải trình, hoặc không cần",
        "Evidence: required, or an explanation instead, or none",
      ),
      notApplicable: about(
        z.literal([true, "rescale", "rescale-source", "full", "zero"]).optional(),
        "Mục có thể không áp dụng; true: theo hệ quả chung ở policies.notApplicable",
        "The leaf may be not applicable; true: the consequence of policies.notApplicable",
      ),
      examples: about(
        z
          .array(z.strictObject({ facts: z.record(z.string(), z.unknown()), points: decimal }))
          .min(1)
          .optional(),
        "Ví dụ: số liệu và điểm phải ra, được chạy thử",
        "Examples: facts and the points they must give; the checker runs them",
      ),
    })
    .meta({ id: "item" });

  const scale = z.strictObject({
    id,
    options: z
      .array(
        z.strictObject({
          id,
          title: text,
          percent: about(
            nonNegative.optional(),
            "Giá trị 0–100; bỏ trống là không có ý kiến",
            "Worth 0–100; absent: no opinion",
          ),
        }),
      )
      .min(1),
  });
  const questionnaire = z.strictObject({
    id,
    title: text,
    respondents: about(id, "Mã nhóm người trả lời", "Id of the respondent group"),
    judges: about(ids.min(1), "Mã các nhóm đơn vị được đánh giá", "Ids of the unit groups judged"),
    leastForms: about(
      whole(1),
      "Số phiếu hợp lệ tối thiểu cho mỗi đơn vị",
      "Least number of valid forms for each unit",
    ),
    questions: z.array(z.strictObject({ id, text, scale: id, item: id })).min(1),
  });
  const survey = z.strictObject({
    respondents: z.array(z.strictObject({ id, title: text, weight: positive.optional() })).min(1),
    combine: z.enum(["weights", "pooled"]),
    emptyGroup: z.enum(["pending", "redistribute"]),
    belowLeast: z.enum(["pending", "zero"]),
    notHeld: z.enum(["rescale", "zero", "pending"]),
    scales: z.array(scale).min(1),
    questionnaires: z.array(questionnaire).min(1),
  });

  const line = z.strictObject({
    id,
    number: words,
    title: text,
    rule: ruleSchema,
    cap: about(positive.optional(), "Mức trần của dòng", "The most points that the line gives"),
    citation: citation.optional(),
  });
  const lines = z.strictObject({ cap: positive.optional(), lines: z.array(line).default([]) });

  const late = z.discriminatedUnion("kind", [
    z.strictObject({ kind: z.literal("flag") }),
    z.strictObject({ kind: z.literal("refuse") }),
    z.strictObject({ kind: z.literal("flat"), points: positive }),
    z.strictObject({ kind: z.literal("per-day"), points: positive, cap: positive.optional() }),
  ]);
  const policies = z.strictObject({
    rounding: z
      .strictObject({
        places: whole(0, 10).default(2),
        mode: z.enum(["half-up", "half-even", "down", "up"]).default("half-up"),
        items: z.boolean().default(false),
      })
      .prefault({}),
    unanswered: z.enum(["zero", "refused"]).default("zero"),
    silence: z.enum(["accept", "pending"]).default("accept"),
    missing: z.enum(["unranked", "unanswered"]).default("unranked"),
    late: late.default({ kind: "flag" }),
    openFindings: z.enum(["warn", "block"]).default("warn"),
    limits: about(
      z
        .strictObject({ max: nonNegative.optional(), min: decimal.optional() })
        .default({ max: "100", min: "0" }),
      "Giới hạn của chỉ số (%); {} là không giới hạn",
      "Limits of the index in percent; {}: none",
    ),
    notApplicable: about(
      consequence.optional(),
      "Hệ quả chung của các mục ghi notApplicable: true",
      "The consequence of the leaves that write notApplicable: true",
    ),
  });

  return z.strictObject({
    $schema: z.string().optional(),
    format: z.literal(1),
    id: about(id, "đơn-vị-ban-hành/cấp/kỳ, ví dụ hoa-lam/department/2026", "issuer/level/period"),
    edition: about(whole(1), "Lần ban hành của tệp, từ 1", "The edition, from 1"),
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
    framework: z.strictObject({ set: id, edition: whole(1) }).optional(),
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
    items: about(z.array(item).min(1), "Cây tiêu chí", "The tree of criteria"),
    survey: about(survey.optional(), "Điều tra xã hội học", "The survey"),
    bonus: lines.prefault({}),
    penalty: lines.prefault({}),
    policies: policies.prefault({}),
    grades: z
      .array(z.strictObject({ id, title: text, from: decimal.optional(), below: decimal.optional() }))
      .default([]),
    ranking: z
      .strictObject({
        on: z.enum(["published", "exact"]).default("published"),
        ties: z.enum(["skip", "dense"]).default("skip"),
        tieBreakers: z
          .array(z.strictObject({ by: z.enum(["item", "source"]), id, exact: z.boolean().default(false) }))
          .default([]),
      })
      .prefault({}),
    calendar: z
      .array(
        z.strictObject({
          id,
          title: text,
          before: date.optional(),
          by: date.optional(),
          citation: citation.optional(),
        }),
      )
      .default([]),
    exemptions: z
      .array(z.strictObject({ kind: id, items: ids.min(1), citation: citation.optional() }))
      .default([]),
  });
});

/** A criteria file of the right shape, defaults filled in except those that depend on other parts. */
export type CriteriaFile = z.output<typeof criteriaFileSchema>;

/** The sets that `readCriteriaSet` made: only these were checked, and only these are scored by. */
const made = new WeakSet<object>();

/** Marks a set as made by `readCriteriaSet`, and gives it back. */
export function markCriteriaSet(set: CriteriaSet): CriteriaSet {
  made.add(set);
  return set;
}

/**
 * Tells whether a value is a criteria set that `readCriteriaSet` made. A copy of one is not.
 *
 * @param value Any value.
 *
 * @returns True for the very object that `readCriteriaSet` returned.
 */
export const isCriteriaSet = (value: unknown): value is CriteriaSet =>
  typeof value === "object" && value !== null && made.has(value);

/** Throws TypeError in the name of a function that was given anything but a set made by `readCriteriaSet`. */
export function assertCriteriaSet(value: unknown, functionName: string): asserts value is CriteriaSet {
  if (!isCriteriaSet(value))
    throw new TypeError(`${functionName}: the criteria set was not made by readCriteriaSet`);
}
