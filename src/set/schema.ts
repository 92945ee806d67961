/**
 * The form of a criteria file: what it may write and what is filled in where it is silent. Only the shape of each part
 * is judged here; what must hold between the parts stands in `check.ts`. From the same source comes the JSON Schema that
 * editors use, so the main fields are described in both languages.
 */
import * as z from "zod/mini";
import type { Citation, Consequence, Decimal, EvidenceNeed, Gate, Text } from "../criteria-set.ts";
import type { Rule } from "../rule.ts";
import { ruleSchema } from "../rules/kinds.ts";
import { built, noted, shape } from "../shape.ts";

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
export const about = <S extends z.ZodMiniType>(schema: S, vi: string, en: string): S =>
  noted(schema, { description: `${vi} — ${en}` });

/** A list of ids. */
export const idsSchema = /* @__PURE__ */ built(() => z.array(shape.id));

/** The keys of a bound in percent; that just one of them is there is checked later. */
const boundKeys = () => ({
  from: about(z.optional(shape.nonNegative), "Từ mức này trở lên (%)", "This percentage or more"),
  above: about(z.optional(shape.nonNegative), "Trên mức này (%)", "More than this percentage"),
});

/** What a leaf that does not apply does to the score. */
export const consequenceSchema = /* @__PURE__ */ built(() =>
  z.enum(["rescale", "rescale-source", "full", "zero"]),
);

/** Where something is written. */
export const citationSchema = /* @__PURE__ */ built(() =>
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
export const itemSchema: z.core.$ZodType<ItemFile> = /* @__PURE__ */ built(() => {
  const { decimal, id, positive, text, words } = shape;
  return noted(
    z.strictObject({
      id: about(z.optional(id), "Mã; mặc định là số thứ tự", "Id; by default the number"),
      number: about(words, "Số thứ tự như quyết định in", "The number that the decision prints"),
      title: about(text, "Tên như quyết định in", "The title that the decision prints"),
      maxPoints: about(positive, "Điểm tối đa", "Maximum points"),
      citation: z.optional(citationSchema),
      replaces: about(
        z.optional(idsSchema.check(z.minLength(1))),
        "Mã các mục mà mục này thay thế",
        "Ids of items of an earlier set that this one replaces",
      ),
      requires: about(
        z.optional(
          z
            .array(z.strictObject({ item: about(id, "Mã mục", "Id of the item"), ...boundKeys() }))
            .check(z.minLength(1)),
        ),
        "Chỉ chấm mục này khi các mục kia đạt mức (%)",
        "The item is scored only where these items reach their bounds (%)",
      ),
      items: about(
        z.optional(z.array(z.lazy(() => itemSchema)).check(z.minLength(1))),
        "Các mục con",
        "The children",
      ),
      source: about(z.optional(id), "Mã nguồn điểm (mục chấm điểm)", "Source id (leaf)"),
      rule: about(z.optional(ruleSchema), "Cách chấm điểm (mục chấm điểm)", "The rule (leaf)"),
      scoredBy: about(
        z.optional(z.enum(["unit", "appraiser"])),
        "Ai chấm trước: đơn vị hay cơ quan thẩm định",
        "Who scores it first",
      ),
      evidence: about(
        z.optional(z.enum(["required", "or-explanation", "none"])),
        "Tài liệu kiểm chứng: bắt buộc, hoặc giải trình, hoặc không cần",
        "Evidence: required, or an explanation instead, or none",
      ),
      notApplicable: about(
        z.optional(z.literal([true, "rescale", "rescale-source", "full", "zero"])),
        "Mục có thể không áp dụng; true: theo hệ quả chung ở policies.notApplicable",
        "The leaf may be not applicable; true: the consequence of policies.notApplicable",
      ),
      examples: about(
        z.optional(
          z
            .array(z.strictObject({ facts: z.record(z.string(), z.unknown()), points: decimal }))
            .check(z.minLength(1)),
        ),
        "Ví dụ: số liệu và điểm phải ra, được chạy thử",
        "Examples: facts and the points they must give; the checker runs them",
      ),
    }),
    { id: "item" },
  );
});

/** Bonus lines or penalty lines, with the cap of their sum. */
export const linesSchema = /* @__PURE__ */ built(() => {
  const { id, positive, text, words } = shape;
  const line = z.strictObject({
    id,
    number: words,
    title: text,
    rule: ruleSchema,
    cap: about(z.optional(positive), "Mức trần của dòng", "The most points that the line gives"),
    citation: z.optional(citationSchema),
  });
  return z.strictObject({
    cap: about(z.optional(positive), "Mức trần của tổng các dòng", "The most points of all lines together"),
    lines: z._default(z.array(line), []),
  });
});

/** What happens in each case that a decision has to settle. */
export const policiesSchema = /* @__PURE__ */ built(() => {
  const { count, decimal, nonNegative, positive } = shape;
  const places = noted(z.pipe(count, z.int().check(z.lte(10))), { type: "integer", minimum: 0, maximum: 10 });
  const late = z.discriminatedUnion("kind", [
    z.strictObject({ kind: z.literal("flag") }),
    z.strictObject({ kind: z.literal("refuse") }),
    z.strictObject({ kind: z.literal("flat"), points: positive }),
    z.strictObject({ kind: z.literal("per-day"), points: positive, cap: z.optional(positive) }),
  ]);
  const rounding = z.strictObject({
    places: about(z._default(places, 2), "Số chữ số thập phân được công bố", "Decimals of what is published"),
    mode: about(
      z._default(z.enum(["half-up", "half-even", "down", "up"]), "half-up"),
      "Cách làm tròn; half-up: 5 làm tròn lên",
      "How a value between two is rounded",
    ),
    items: about(
      z._default(z.boolean(), false),
      "Làm tròn từng mục trước khi cộng",
      "Each leaf and line is rounded alike before any sum",
    ),
  });
  const limits = z.strictObject({ max: z.optional(nonNegative), min: z.optional(decimal) });
  return z.strictObject({
    rounding: about(z.prefault(rounding, {}), "Làm tròn", "Rounding"),
    unanswered: about(
      z._default(z.enum(["zero", "refused"]), "zero"),
      "Mục không trả lời: 0 điểm, hoặc không nhận cả báo cáo",
      "An unanswered leaf: 0, or the whole assessment is refused",
    ),
    silence: about(
      z._default(z.enum(["accept", "pending"]), "accept"),
      "Mục Hội đồng không có ý kiến: chấp nhận, hoặc chờ",
      "Items that the council never touched",
    ),
    missing: about(
      z._default(z.enum(["unranked", "unanswered"]), "unranked"),
      "Đơn vị không nộp báo cáo: không xếp hạng, hoặc coi như không trả lời",
      "A unit without a self-assessment",
    ),
    late: about(
      z._default(late, { kind: "flag" }),
      "Nộp chậm: ghi chú, không nhận, trừ một lần, hoặc trừ theo ngày",
      "A late self-assessment: flagged, refused, or charged",
    ),
    openFindings: about(
      z._default(z.enum(["warn", "block"]), "warn"),
      "Kết quả kiểm tra chưa xử lý khi kết thúc bước: cảnh báo, hoặc không cho kết thúc",
      "A finding that nobody addressed when a stage closes",
    ),
    limits: about(
      z._default(limits, { max: "100", min: "0" }),
      "Giới hạn của chỉ số (%); {} là không giới hạn",
      "Limits of the index in percent; {}: none",
    ),
    notApplicable: about(
      z.optional(consequenceSchema),
      "Hệ quả chung của các mục ghi notApplicable: true",
      "The consequence of the leaves that write notApplicable: true",
    ),
  });
});

/** The grades, best first. */
export const gradesSchema = /* @__PURE__ */ built(() => {
  const { decimal, id, positive, text } = shape;
  const condition = z.strictObject({
    item: about(z.optional(id), "Mã mục", "Id of an item"),
    source: about(z.optional(id), "Mã nguồn điểm", "Id of a source"),
    unused: about(
      z.optional(id),
      "Mã dòng điểm trừ không được có, hoặc late",
      "Id of a penalty line that takes nothing, or late",
    ),
    ...boundKeys(),
  });
  return z.array(
    z.strictObject({
      id,
      title: text,
      from: about(z.optional(decimal), "Cận dưới, tính cả cận; loại cuối bỏ trống", "Lower bound, inclusive"),
      below: about(
        z.optional(decimal),
        "Cận trên như đã in, để đối chiếu",
        "Upper bound as printed, exclusive",
      ),
      requires: about(
        z.optional(z.array(condition).check(z.minLength(1))),
        "Điều kiện ngoài chỉ số",
        "What a unit must have beside its index",
      ),
      quota: about(
        z.optional(
          z.strictObject({ percent: about(positive, "Tỷ lệ tối đa (%)", "At most this percentage") }),
        ),
        "Tỷ lệ đơn vị tối đa của nhóm; chỉ cảnh báo",
        "The most units of a group; only warned of",
      ),
    }),
  );
});

/** How units are ranked. */
export const rankingSchema = /* @__PURE__ */ built(() => {
  const exact = about(
    z._default(z.boolean(), false),
    "So sánh giá trị chưa làm tròn",
    "Compare exact values",
  );
  const tieBreaker = z.strictObject({ by: z.enum(["item", "source"]), id: shape.id, exact });
  return z.strictObject({
    on: about(
      z._default(z.enum(["published", "exact"]), "published"),
      "Xếp theo chỉ số công bố hay giá trị chưa làm tròn",
      "On the published index, or on the exact one",
    ),
    ties: about(
      z._default(z.enum(["skip", "dense"]), "skip"),
      "Sau đồng hạng: 1, 2, 2, 4 (skip) hay 1, 2, 2, 3 (dense)",
      "After a tie: 1, 2, 2, 4 or 1, 2, 2, 3",
    ),
    tieBreakers: about(
      z._default(z.array(tieBreaker), []),
      "Tiêu chí phụ khi bằng điểm, theo thứ tự",
      "Tie-breakers, in their order",
    ),
  });
});

/** The deadlines. */
export const calendarSchema = /* @__PURE__ */ built(() => {
  const { date, id, text } = shape;
  return z.array(
    z.strictObject({
      id: about(id, "Mã; self-assessment là hạn nộp báo cáo", "Id; self-assessment is the one of late"),
      title: text,
      before: about(z.optional(date), "Trước ngày này", "The first day that is late"),
      by: about(z.optional(date), "Chậm nhất ngày này", "The last day that is on time"),
      citation: z.optional(citationSchema),
    }),
  );
});

/** The register of exemptions. */
export const exemptionsSchema = /* @__PURE__ */ built(() =>
  z.array(
    z.strictObject({
      kind: about(shape.id, "Mã loại đơn vị", "The kind of unit"),
      items: about(
        idsSchema.check(z.minLength(1)),
        "Mã các mục không áp dụng",
        "The leaves that do not apply",
      ),
      citation: z.optional(citationSchema),
    }),
  ),
);

/** The schema of the survey part. */
export const surveySchema = /* @__PURE__ */ built(() => {
  const { count, id, nonNegative, positive, text } = shape;
  const percent = about(
    z.optional(nonNegative),
    "Giá trị 0–100; bỏ trống là không có ý kiến",
    "Worth 0–100; absent: no opinion",
  );
  const scale = z.strictObject({
    id,
    options: z.array(z.strictObject({ id, title: text, percent })).check(z.minLength(1)),
  });
  const leastForms = noted(z.pipe(count, z.int().check(z.gte(1))), { type: "integer", minimum: 1 });
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
    judges: about(
      idsSchema.check(z.minLength(1)),
      "Mã các nhóm đơn vị được đánh giá",
      "Ids of the unit groups judged",
    ),
    leastForms: about(
      leastForms,
      "Số phiếu hợp lệ tối thiểu cho mỗi đơn vị",
      "Least number of valid forms for each unit",
    ),
    questions: z.array(question).check(z.minLength(1)),
  });
  const weight = about(
    z.optional(positive),
    "Trọng số của nhóm",
    "Its weight where groups combine by weights",
  );
  return z.strictObject({
    respondents: about(
      z.array(z.strictObject({ id, title: text, weight })).check(z.minLength(1)),
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
    scales: about(z.array(scale).check(z.minLength(1)), "Các thang trả lời", "The answer scales"),
    questionnaires: about(
      z.array(questionnaire).check(z.minLength(1)),
      "Các mẫu phiếu",
      "The questionnaires",
    ),
  });
});

/** The schema of a criteria file. */
export const criteriaFileSchema = /* @__PURE__ */ built(() => {
  const { count, date, id, positive, text, words } = shape;
  const edition = noted(z.pipe(count, z.int().check(z.gte(1))), { type: "integer", minimum: 1 });
  const named = z.strictObject({ id, title: text });

  const decision = z.strictObject({
    id,
    number: about(words, "Số, ký hiệu, ví dụ 4210/QĐ-UBND", "The number that it prints"),
    date: about(date, "Ngày ký", "The day on which it was signed"),
    issuer: text,
    title: z.optional(text),
    source: about(z.optional(words), "Nơi tìm thấy văn bản", "Where a reader finds it"),
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
      z.optional(positive),
      "Tổng điểm tối đa của nguồn, để đối chiếu",
      "Declared sum of its leaves, to catch slips",
    ),
    leaves: about(
      z.optional(count),
      "Số mục chấm điểm của nguồn, để đối chiếu",
      "Declared number of its leaves",
    ),
  });

  return z.strictObject({
    $schema: z.optional(z.string()),
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
    editionNote: z.optional(
      z.strictObject({
        kind: z.enum(["issued", "corrected"]),
        from: date,
        changes: z.array(text).check(z.minLength(1)),
      }),
    ),
    framework: z.optional(z.strictObject({ set: id, edition: edition })),
    isFramework: z._default(z.boolean(), false),
    decisions: z._default(z.array(decision), []),
    levels: about(
      z.array(text).check(z.minLength(1)),
      "Tên các cấp của cây, từ trên xuống",
      "Names of the tree's levels, top first",
    ),
    maxPoints: about(positive, "Tổng điểm tối đa", "The maximum of the whole"),
    totals: about(
      z._default(z.strictObject({ counts: z.optional(z.array(count)), leaves: z.optional(count) }), {}),
      "Số mục ở mỗi cấp và số mục chấm điểm, để đối chiếu",
      "Numbers of nodes at each level and of leaves, to catch slips",
    ),
    sources: about(z._default(z.array(source), []), "Các nguồn điểm", "The sources of points"),
    groups: about(
      z.array(named).check(z.minLength(1)),
      "Các nhóm đơn vị được xếp hạng riêng",
      "The groups of units ranked apart",
    ),
    kinds: z._default(z.array(named), []),
    items: about(z.array(itemSchema).check(z.minLength(1)), "Cây tiêu chí", "The tree of criteria"),
    survey: about(z.optional(surveySchema), "Điều tra xã hội học", "The survey"),
    bonus: about(z.prefault(linesSchema, {}), "Điểm thưởng", "The bonus lines"),
    penalty: about(z.prefault(linesSchema, {}), "Điểm trừ", "The penalty lines"),
    policies: about(
      z.prefault(policiesSchema, {}),
      "Cách xử lý từng trường hợp",
      "What happens in each case",
    ),
    grades: about(z._default(gradesSchema, []), "Xếp loại, từ loại tốt nhất", "The grades, best first"),
    ranking: about(z.prefault(rankingSchema, {}), "Cách xếp hạng", "How units are ranked"),
    calendar: about(z._default(calendarSchema, []), "Các thời hạn", "The deadlines"),
    exemptions: about(
      z._default(exemptionsSchema, []),
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
