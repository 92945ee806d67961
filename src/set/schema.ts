/**
 * The form of a criteria file: what it may write and what is filled in where it is silent. Only the shape of each part
 * is judged here; what must hold between the parts stands in `check.ts`. From the same source comes the JSON Schema that
 * editors use, so the main fields are described in both languages.
 */
import * as z from "zod";
import type { Citation, Consequence, Decimal, EvidenceNeed, Gate, Text } from "../criteria-set.ts";
import type { Rule } from "../rule.ts";
import { ruleSchema } from "../rules/kinds.ts";
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
  readonly requires?: readonly Gate[] | undefined;
  readonly items?: readonly ItemFile[] | undefined;
  readonly source?: string | undefined;
  readonly rule?: Rule | undefined;
  readonly scoredBy?: "unit" | "appraiser" | undefined;
  readonly evidence?: EvidenceNeed | undefined;
  readonly notApplicable?: true | Consequence | undefined;
  readonly examples?: readonly ExampleFile[] | undefined;
}

/** A schema with its description in both languages. */
export const about = <S extends z.ZodType>(schema: S, vi: string, en: string): S =>
  schema.meta({ description: `${vi} — ${en}` });

/** A list of ids. */
export const idsSchema = /* @__PURE__ */ withoutEval(() => z.array(shape.id));

/** The keys of a bound in percent; that just one of them is there is checked later. */
const boundKeys = () => ({
  from: about(shape.nonNegative.optional(), "Từ mức này trở lên (%)", "This percentage or more"),
  above: about(shape.nonNegative.optional(), "Trên mức này (%)", "More than this percentage"),
});

/** What a leaf that does not apply does to the score. */
export const consequenceSchema = /* @__PURE__ */ withoutEval(() =>
  z.enum(["rescale", "rescale-source", "full", "zero"]),
);

/** Where something is written. */
export const citationSchema = /* @__PURE__ */ withoutEval(() =>
  about(
    z.strictObject({
      decision: about(shape.id, "Mã một quyết định trong decisions", "The id of one of the decisions"),
      at: about(shape.words, "Vị trí, ví dụ Phụ lục I, mục 3.2.1", "The place in it"),
    }),
    "Căn cứ: mã quyết định và vị trí trong đó",
    "Legal basis: the id of a decision and the place in it",
  ),
);

/** The schema of a node of the tree; a node without `items` is a leaf. */
export const itemSchema: z.ZodType<ItemFile> = /* @__PURE__ */ withoutEval(() => {
  const { decimal, id, positive, text, words } = shape;
  return z
    .strictObject({
      id: about(id.optional(), "Mã; mặc định là số thứ tự", "Id; by default the number"),
      number: about(words, "Số thứ tự như quyết định in", "The number that the decision prints"),
      title: about(text, "Tên như quyết định in", "The title that the decision prints"),
      maxPoints: about(positive, "Điểm tối đa", "Maximum points"),
      citation: citationSchema.optional(),
      replaces: about(
        idsSchema.min(1).optional(),
        "Mã các mục mà mục này thay thế",
        "Ids of items of an earlier set that this one replaces",
      ),
      requires: about(
        z
          .array(z.strictObject({ item: about(id, "Mã mục", "Id of the item"), ...boundKeys() }))
          .min(1)
          .optional(),
        "Chỉ chấm mục này khi các mục kia đạt mức (%)",
        "The item is scored only where these items reach their bounds (%)",
      ),
      items: about(
        z
          .array(z.lazy(() => itemSchema))
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
});

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
  const { decimal, id, positive, text } = shape;
  const condition = z.strictObject({
    item: about(id.optional(), "Mã mục", "Id of an item"),
    source: about(id.optional(), "Mã nguồn điểm", "Id of a source"),
    unused: about(
      id.optional(),
      "Mã dòng điểm trừ không được có, hoặc late",
      "Id of a penalty line that takes nothing, or late",
    ),
    ...boundKeys(),
  });
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
      requires: about(
        z.array(condition).min(1).optional(),
        "Điều kiện ngoài chỉ số",
        "What a unit must have beside its index",
      ),
      quota: about(
        z
          .strictObject({ percent: about(positive, "Tỷ lệ tối đa (%)", "At most this percentage") })
          .optional(),
        "Tỷ lệ đơn vị tối đa của nhóm; chỉ cảnh báo",
        "The most units of a group; only warned of",
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
      by: about(date.optional(), "Chậm nhất ngày này", "The last day that is on time"),
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

/** The schema of the survey part. */
export const surveySchema = /* @__PURE__ */ withoutEval(() => {
  const { count, id, nonNegative, positive, text } = shape;
  const percent = about(
    nonNegative.optional(),
    "Giá trị 0–100; bỏ trống là không có ý kiến",
    "Worth 0–100; absent: no opinion",
  );
  const scale = z.strictObject({ id, options: z.array(z.strictObject({ id, title: text, percent })).min(1) });
  const leastForms = count.pipe(z.int().min(1)).meta({ type: "integer", minimum: 1 });
  const question = z.strictObject({
    id,
    text: about(text, "Câu hỏi như trên phiếu", "The words on the form"),
    scale: about(id, "Mã thang trả lời", "The id of its scale"),
    item: about(id, "Mã mục mà câu hỏi chấm điểm", "The id of the leaf that it feeds"),
  });
  const questionnaire = z.strictObject({
    id,
    title: text,
    respondents: about(id, "Mã nhóm người trả lời", "Id of the respondent group"),
    judges: about(idsSchema.min(1), "Mã các nhóm đơn vị được đánh giá", "Ids of the unit groups judged"),
    leastForms: about(
      leastForms,
      "Số phiếu hợp lệ tối thiểu cho mỗi đơn vị",
      "Least number of valid forms for each unit",
    ),
    questions: z.array(question).min(1),
  });
  const weight = about(
    positive.optional(),
    "Trọng số của nhóm",
    "Its weight where groups combine by weights",
  );
  return z.strictObject({
    respondents: about(
      z.array(z.strictObject({ id, title: text, weight })).min(1),
      "Các nhóm người trả lời",
      "Who answers",
    ),
    combine: about(
      z.enum(["weights", "pooled"]),
      "Kết hợp các nhóm: theo trọng số, hoặc gộp chung số đếm",
      "How groups combine: by weights, or as pooled counts",
    ),
    emptyGroup: about(
      z.enum(["pending", "redistribute"]),
      "Nhóm có trọng số mà không có câu trả lời: chờ, hoặc chia trọng số cho nhóm khác",
      "A weighted group without an answer: the leaf waits, or the weight goes to the others",
    ),
    belowLeast: about(
      z.enum(["pending", "zero"]),
      "Không đủ số phiếu tối thiểu: chờ, hoặc 0 điểm",
      "Fewer forms than the least: the leaves wait, or get 0",
    ),
    notHeld: about(
      z.enum(["rescale", "zero", "pending"]),
      "Không tổ chức khảo sát cho cả nhóm đơn vị: quy đổi, 0 điểm, hoặc chờ",
      "No survey held for a whole group: brought to 100, 0, or pending",
    ),
    scales: about(z.array(scale).min(1), "Các thang trả lời", "The answer scales"),
    questionnaires: about(z.array(questionnaire).min(1), "Các mẫu phiếu", "The questionnaires"),
  });
});

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
      "Tự chấm và thẩm định, điều tra xã hội học, hay số liệu do cơ quan khác cung cấp",
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
    id: about(
      id,
      "đơn-vị-ban-hành/cấp/kỳ, ví dụ hoa-lam/department/2026; kỳ: 2026, 2025-2026, 2026-h1, 2026-q1, 2026-03",
      "issuer/level/period; a period: 2026, 2025-2026, 2026-h1, 2026-q1, 2026-03",
    ),
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
    penalty: about(linesSchema.prefault({}), "Điểm trừ", "The penalty lines"),
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

/**
 * Makes the JSON Schema of a criteria file.
 *
 * @returns The schema as plain JSON; a file that the checker accepts satisfies it.
 */
export function criteriaSetJsonSchema(): Readonly<Record<string, unknown>> {
  const { $schema, ...rest } = z.toJSONSchema(criteriaFileSchema, { io: "input", target: "draft-2020-12" });
  return {
    $schema,
    title: "Bộ tiêu chí xác định chỉ số cải cách hành chính — PAR index criteria set",
    description:
      "Một tệp cho một cơ quan ban hành, một cấp đơn vị, một kỳ — One file for one issuer, one level of unit and one period",
    ...rest,
  };
}
