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

/** A schema that is described in the JSON Schema, by a name: an app that reads a set carries no description. */
const about = <S extends z.ZodMiniType>(schema: S, name: DescribedName): S => noted(schema, { about: name });

/** A list of ids. */
const idsSchema = /* @__PURE__ */ built(() => z.array(shape.id));

/** The keys of a bound in percent; that just one of them is there is checked later. */
const boundKeys = () => ({
  from: about(z.optional(shape.nonNegative), "bound.from"),
  above: about(z.optional(shape.nonNegative), "bound.above"),
});

/** What a leaf that does not apply does to the score. */
export const consequenceSchema = /* @__PURE__ */ built(() =>
  z.enum(["rescale", "rescale-source", "full", "zero"]),
);

/** Where something is written. */
export const citationSchema = /* @__PURE__ */ built(() =>
  about(
    z.strictObject({
      decision: about(shape.id, "citation.decision"),
      at: about(shape.words, "citation.at"),
    }),
    "citation.citationSchema",
  ),
);

/** The schema of a node of the tree; a node without `items` is a leaf. */
export const itemSchema: z.core.$ZodType<ItemFile> = /* @__PURE__ */ built(() => {
  const { decimal, id, positive, text, words } = shape;
  return noted(
    z.strictObject({
      id: about(z.optional(id), "item.id"),
      number: about(words, "item.number"),
      title: about(text, "item.title"),
      maxPoints: about(positive, "item.maxPoints"),
      citation: z.optional(citationSchema),
      replaces: about(z.optional(idsSchema.check(z.minLength(1))), "item.replaces"),
      requires: about(
        z.optional(
          z.array(z.strictObject({ item: about(id, "item.item"), ...boundKeys() })).check(z.minLength(1)),
        ),
        "item.requires",
      ),
      items: about(z.optional(z.array(z.lazy(() => itemSchema)).check(z.minLength(1))), "item.items"),
      source: about(z.optional(id), "item.source"),
      rule: about(z.optional(ruleSchema), "item.rule"),
      scoredBy: about(z.optional(z.enum(["unit", "appraiser"])), "item.scoredBy"),
      evidence: about(z.optional(z.enum(["required", "or-explanation", "none"])), "item.evidence"),
      notApplicable: about(
        z.optional(z.literal([true, "rescale", "rescale-source", "full", "zero"])),
        "item.notApplicable",
      ),
      examples: about(
        z.optional(
          z
            .array(z.strictObject({ facts: z.record(z.string(), z.unknown()), points: decimal }))
            .check(z.minLength(1)),
        ),
        "item.examples",
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
    cap: about(z.optional(positive), "lines.cap"),
    citation: z.optional(citationSchema),
  });
  return z.strictObject({
    cap: about(z.optional(positive), "lines.sumCap"),
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
    places: about(z._default(places, 2), "policies.places"),
    mode: about(z._default(z.enum(["half-up", "half-even", "down", "up"]), "half-up"), "policies.mode"),
    items: about(z._default(z.boolean(), false), "policies.items"),
  });
  const limits = z.strictObject({ max: z.optional(nonNegative), min: z.optional(decimal) });
  return z.strictObject({
    rounding: about(z.prefault(rounding, {}), "policies.rounding"),
    unanswered: about(z._default(z.enum(["zero", "refused"]), "zero"), "policies.unanswered"),
    silence: about(z._default(z.enum(["accept", "pending"]), "accept"), "policies.silence"),
    missing: about(z._default(z.enum(["unranked", "unanswered"]), "unranked"), "policies.missing"),
    late: about(z._default(late, { kind: "flag" }), "policies.late"),
    openFindings: about(z._default(z.enum(["warn", "block"]), "warn"), "policies.openFindings"),
    limits: about(z._default(limits, { max: "100", min: "0" }), "policies.limits"),
    notApplicable: about(z.optional(consequenceSchema), "policies.notApplicable"),
  });
});

/** The grades, best first. */
export const gradesSchema = /* @__PURE__ */ built(() => {
  const { decimal, id, positive, text } = shape;
  const condition = z.strictObject({
    item: about(z.optional(id), "grades.item"),
    source: about(z.optional(id), "grades.source"),
    unused: about(z.optional(id), "grades.unused"),
    ...boundKeys(),
  });
  return z.array(
    z.strictObject({
      id,
      title: text,
      from: about(z.optional(decimal), "grades.from"),
      below: about(z.optional(decimal), "grades.below"),
      requires: about(z.optional(z.array(condition).check(z.minLength(1))), "grades.requires"),
      quota: about(
        z.optional(z.strictObject({ percent: about(positive, "grades.percent") })),
        "grades.quota",
      ),
    }),
  );
});

/** How units are ranked. */
export const rankingSchema = /* @__PURE__ */ built(() => {
  const exact = about(z._default(z.boolean(), false), "ranking.exact");
  const tieBreaker = z.strictObject({ by: z.enum(["item", "source"]), id: shape.id, exact });
  return z.strictObject({
    on: about(z._default(z.enum(["published", "exact"]), "published"), "ranking.on"),
    ties: about(z._default(z.enum(["skip", "dense"]), "skip"), "ranking.ties"),
    tieBreakers: about(z._default(z.array(tieBreaker), []), "ranking.tieBreakers"),
  });
});

/** The deadlines. */
export const calendarSchema = /* @__PURE__ */ built(() => {
  const { date, id, text } = shape;
  return z.array(
    z.strictObject({
      id: about(id, "calendar.id"),
      title: text,
      before: about(z.optional(date), "calendar.before"),
      by: about(z.optional(date), "calendar.by"),
      citation: z.optional(citationSchema),
    }),
  );
});

/** The register of exemptions. */
export const exemptionsSchema = /* @__PURE__ */ built(() =>
  z.array(
    z.strictObject({
      kind: about(shape.id, "exemptions.kind"),
      items: about(idsSchema.check(z.minLength(1)), "exemptions.items"),
      citation: z.optional(citationSchema),
    }),
  ),
);

/** The schema of the survey part. */
export const surveySchema = /* @__PURE__ */ built(() => {
  const { count, id, nonNegative, positive, text } = shape;
  const percent = about(z.optional(nonNegative), "survey.percent");
  const scale = z.strictObject({
    id,
    options: z.array(z.strictObject({ id, title: text, percent })).check(z.minLength(1)),
  });
  const leastForms = noted(z.pipe(count, z.int().check(z.gte(1))), { type: "integer", minimum: 1 });
  const question = z.strictObject({
    id,
    text: about(text, "survey.text"),
    scale: about(id, "survey.scale"),
    item: about(id, "survey.item"),
  });
  const questionnaire = z.strictObject({
    id,
    title: text,
    respondents: about(id, "survey.respondents"),
    judges: about(idsSchema.check(z.minLength(1)), "survey.judges"),
    leastForms: about(leastForms, "survey.leastForms"),
    questions: z.array(question).check(z.minLength(1)),
  });
  const weight = about(z.optional(positive), "survey.weight");
  return z.strictObject({
    respondents: about(
      z.array(z.strictObject({ id, title: text, weight })).check(z.minLength(1)),
      "survey.groups",
    ),
    combine: about(z.enum(["weights", "pooled"]), "survey.combine"),
    emptyGroup: about(z.enum(["pending", "redistribute"]), "survey.emptyGroup"),
    belowLeast: about(z.enum(["pending", "zero"]), "survey.belowLeast"),
    notHeld: about(z.enum(["rescale", "zero", "pending"]), "survey.notHeld"),
    scales: about(z.array(scale).check(z.minLength(1)), "survey.scales"),
    questionnaires: about(z.array(questionnaire).check(z.minLength(1)), "survey.questionnaires"),
  });
});

/** The schema of a criteria file. */
export const criteriaFileSchema = /* @__PURE__ */ built(() => {
  const { count, date, id, positive, text, words } = shape;
  const edition = noted(z.pipe(count, z.int().check(z.gte(1))), { type: "integer", minimum: 1 });
  const named = z.strictObject({ id, title: text });

  const decision = z.strictObject({
    id,
    number: about(words, "criteriaFile.number"),
    date: about(date, "criteriaFile.date"),
    issuer: text,
    title: z.optional(text),
    source: about(z.optional(words), "criteriaFile.source"),
  });

  const source = z.strictObject({
    id,
    kind: about(z.enum(["appraisal", "survey", "statistic"]), "criteriaFile.kind"),
    title: text,
    maxPoints: about(z.optional(positive), "criteriaFile.maxPoints"),
    leaves: about(z.optional(count), "criteriaFile.leaves"),
  });

  return z.strictObject({
    $schema: z.optional(z.string()),
    format: z.literal(1),
    id: about(id, "criteriaFile.id"),
    edition: about(edition, "criteriaFile.edition"),
    status: about(z.enum(["official", "summary", "illustrative"]), "criteriaFile.status"),
    title: text,
    issuer: text,
    level: about(id, "criteriaFile.level"),
    period: about(z.strictObject({ from: date, to: date }), "criteriaFile.period"),
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
    levels: about(z.array(text).check(z.minLength(1)), "criteriaFile.levels"),
    maxPoints: about(positive, "criteriaFile.total"),
    totals: about(
      z._default(z.strictObject({ counts: z.optional(z.array(count)), leaves: z.optional(count) }), {}),
      "criteriaFile.totals",
    ),
    sources: about(z._default(z.array(source), []), "criteriaFile.sources"),
    groups: about(z.array(named).check(z.minLength(1)), "criteriaFile.groups"),
    kinds: z._default(z.array(named), []),
    items: about(z.array(itemSchema).check(z.minLength(1)), "criteriaFile.items"),
    survey: about(z.optional(surveySchema), "criteriaFile.survey"),
    bonus: about(z.prefault(linesSchema, {}), "criteriaFile.bonus"),
    penalty: about(z.prefault(linesSchema, {}), "criteriaFile.penalty"),
    policies: about(z.prefault(policiesSchema, {}), "criteriaFile.policies"),
    grades: about(z._default(gradesSchema, []), "criteriaFile.grades"),
    ranking: about(z.prefault(rankingSchema, {}), "criteriaFile.ranking"),
    calendar: about(z._default(calendarSchema, []), "criteriaFile.calendar"),
    exemptions: about(z._default(exemptionsSchema, []), "criteriaFile.exemptions"),
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
  const { $schema, ...rest } = z.toJSONSchema(criteriaFileSchema, {
    io: "input",
    target: "draft-2020-12",
    override: ({ jsonSchema }) => {
      const { about: name } = jsonSchema;
      delete jsonSchema["about"];
      if (isDescribed(name)) jsonSchema.description = descriptions[name];
    },
  });
  return {
    $schema,
    title: "Bộ tiêu chí xác định chỉ số cải cách hành chính — PAR index criteria set",
    description:
      "Một tệp cho một cơ quan ban hành, một cấp đơn vị, một kỳ — One file for one issuer, one level of unit and one period",
    ...rest,
  };
}

/** What the JSON Schema says of each part, in both languages. */
const descriptions = {
  "bound.from": "Từ mức này trở lên (%) — This percentage or more",
  "bound.above": "Trên mức này (%) — More than this percentage",
  "citation.citationSchema":
    "Căn cứ: mã quyết định và vị trí trong đó — Legal basis: the id of a decision and the place in it",
  "citation.decision": "Mã một quyết định trong decisions — The id of one of the decisions",
  "citation.at": "Vị trí, ví dụ Phụ lục I, mục 3.2.1 — The place in it",
  "item.id": "Mã; mặc định là số thứ tự — Id; by default the number",
  "item.number": "Số thứ tự như quyết định in — The number that the decision prints",
  "item.title": "Tên như quyết định in — The title that the decision prints",
  "item.maxPoints": "Điểm tối đa — Maximum points",
  "item.replaces": "Mã các mục mà mục này thay thế — Ids of items of an earlier set that this one replaces",
  "item.requires":
    "Chỉ chấm mục này khi các mục kia đạt mức (%) — The item is scored only where these items reach their bounds (%)",
  "item.item": "Mã mục — Id of the item",
  "item.items": "Các mục con — The children",
  "item.source": "Mã nguồn điểm (mục chấm điểm) — Source id (leaf)",
  "item.rule": "Cách chấm điểm (mục chấm điểm) — The rule (leaf)",
  "item.scoredBy": "Ai chấm trước: đơn vị hay cơ quan thẩm định — Who scores it first",
  "item.evidence":
    "Tài liệu kiểm chứng: bắt buộc, hoặc giải trình, hoặc không cần — Evidence: required, or an explanation instead, or none",
  "item.notApplicable":
    "Mục có thể không áp dụng; true: theo hệ quả chung ở policies.notApplicable — The leaf may be not applicable; true: the consequence of policies.notApplicable",
  "item.examples":
    "Ví dụ: số liệu và điểm phải ra, được chạy thử — Examples: facts and the points they must give; the checker runs them",
  "lines.cap": "Mức trần của dòng — The most points that the line gives",
  "lines.sumCap": "Mức trần của tổng các dòng — The most points of all lines together",
  "policies.places": "Số chữ số thập phân được công bố — Decimals of what is published",
  "policies.mode": "Cách làm tròn; half-up: 5 làm tròn lên — How a value between two is rounded",
  "policies.items": "Làm tròn từng mục trước khi cộng — Each leaf and line is rounded alike before any sum",
  "policies.rounding": "Làm tròn — Rounding",
  "policies.unanswered":
    "Mục không trả lời: 0 điểm, hoặc không nhận cả báo cáo — An unanswered leaf: 0, or the whole assessment is refused",
  "policies.silence":
    "Mục Hội đồng không có ý kiến: chấp nhận, hoặc chờ — Items that the council never touched",
  "policies.missing":
    "Đơn vị không nộp báo cáo: không xếp hạng, hoặc coi như không trả lời — A unit without a self-assessment",
  "policies.late":
    "Nộp chậm: ghi chú, không nhận, trừ một lần, hoặc trừ theo ngày — A late self-assessment: flagged, refused, or charged",
  "policies.openFindings":
    "Kết quả kiểm tra chưa xử lý khi kết thúc bước: cảnh báo, hoặc không cho kết thúc — A finding that nobody addressed when a stage closes",
  "policies.limits":
    "Giới hạn của chỉ số (%); {} là không giới hạn — Limits of the index in percent; {}: none",
  "policies.notApplicable":
    "Hệ quả chung của các mục ghi notApplicable: true — The consequence of the leaves that write notApplicable: true",
  "grades.item": "Mã mục — Id of an item",
  "grades.source": "Mã nguồn điểm — Id of a source",
  "grades.unused":
    "Mã dòng điểm trừ không được có, hoặc late — Id of a penalty line that takes nothing, or late",
  "grades.from": "Cận dưới, tính cả cận; loại cuối bỏ trống — Lower bound, inclusive",
  "grades.below": "Cận trên như đã in, để đối chiếu — Upper bound as printed, exclusive",
  "grades.requires": "Điều kiện ngoài chỉ số — What a unit must have beside its index",
  "grades.quota": "Tỷ lệ đơn vị tối đa của nhóm; chỉ cảnh báo — The most units of a group; only warned of",
  "grades.percent": "Tỷ lệ tối đa (%) — At most this percentage",
  "ranking.exact": "So sánh giá trị chưa làm tròn — Compare exact values",
  "ranking.on":
    "Xếp theo chỉ số công bố hay giá trị chưa làm tròn — On the published index, or on the exact one",
  "ranking.ties":
    "Sau đồng hạng: 1, 2, 2, 4 (skip) hay 1, 2, 2, 3 (dense) — After a tie: 1, 2, 2, 4 or 1, 2, 2, 3",
  "ranking.tieBreakers": "Tiêu chí phụ khi bằng điểm, theo thứ tự — Tie-breakers, in their order",
  "calendar.id": "Mã; self-assessment là hạn nộp báo cáo — Id; self-assessment is the one of late",
  "calendar.before": "Trước ngày này — The first day that is late",
  "calendar.by": "Chậm nhất ngày này — The last day that is on time",
  "exemptions.kind": "Mã loại đơn vị — The kind of unit",
  "exemptions.items": "Mã các mục không áp dụng — The leaves that do not apply",
  "survey.percent": "Giá trị 0–100; bỏ trống là không có ý kiến — Worth 0–100; absent: no opinion",
  "survey.text": "Câu hỏi như trên phiếu — The words on the form",
  "survey.scale": "Mã thang trả lời — The id of its scale",
  "survey.item": "Mã mục mà câu hỏi chấm điểm — The id of the leaf that it feeds",
  "survey.respondents": "Mã nhóm đối tượng khảo sát — Id of the respondent group",
  "survey.judges": "Mã các nhóm đơn vị được đánh giá — Ids of the unit groups judged",
  "survey.leastForms": "Số phiếu hợp lệ tối thiểu cho mỗi đơn vị — Least number of valid forms for each unit",
  "survey.weight": "Trọng số của nhóm — Its weight where groups combine by weights",
  "survey.groups": "Các nhóm đối tượng khảo sát — Who answers",
  "survey.combine":
    "Kết hợp các nhóm: theo trọng số, hoặc gộp chung số lượng — How groups combine: by weights, or as pooled counts",
  "survey.emptyGroup":
    "Nhóm có trọng số mà không có câu trả lời: chờ, hoặc chia trọng số cho nhóm khác — A weighted group without an answer: the leaf waits, or the weight goes to the others",
  "survey.belowLeast":
    "Không đủ số phiếu tối thiểu: chờ, hoặc 0 điểm — Fewer forms than the least: the leaves wait, or get 0",
  "survey.notHeld":
    "Không tổ chức khảo sát cho cả nhóm đơn vị: quy đổi, 0 điểm, hoặc chờ — No survey held for a whole group: brought to 100, 0, or pending",
  "survey.scales": "Các thang trả lời — The answer scales",
  "survey.questionnaires": "Các mẫu phiếu — The questionnaires",
  "criteriaFile.number": "Số, ký hiệu, ví dụ 4210/QĐ-UBND — The number that it prints",
  "criteriaFile.date": "Ngày ký — The day on which it was signed",
  "criteriaFile.source": "Nơi tìm thấy văn bản — Where a reader finds it",
  "criteriaFile.kind":
    "Tự chấm và thẩm định, điều tra xã hội học, hay số liệu do cơ quan khác cung cấp — Self-assessed and appraised, from questionnaires, or given by a third party",
  "criteriaFile.maxPoints":
    "Tổng điểm tối đa của nguồn, để đối chiếu — Declared sum of its leaves, to catch slips",
  "criteriaFile.leaves": "Số mục chấm điểm của nguồn, để đối chiếu — Declared number of its leaves",
  "criteriaFile.id":
    "đơn-vị-ban-hành/cấp/kỳ, ví dụ hoa-lam/department/2026; kỳ: 2026, 2025-2026, 2026-h1, 2026-q1, 2026-03 — issuer/level/period; a period: 2026, 2025-2026, 2026-h1, 2026-q1, 2026-03",
  "criteriaFile.edition": "Lần ban hành của tệp, từ 1 — The edition, from 1",
  "criteriaFile.status":
    "Chép từ phụ lục, chỉ có số tổng đã công bố, hay chỉ minh họa — Transcribed from the annex, only published totals, or illustrative",
  "criteriaFile.level":
    "Cấp đơn vị: department, commune, district, ministry, province, office … — The level of unit",
  "criteriaFile.period": "Ngày đầu và ngày cuối của kỳ — First and last day of the period",
  "criteriaFile.levels": "Tên các cấp của cây, từ trên xuống — Names of the tree's levels, top first",
  "criteriaFile.total": "Tổng điểm tối đa — The maximum of the whole",
  "criteriaFile.totals":
    "Số mục ở mỗi cấp và số mục chấm điểm, để đối chiếu — Numbers of nodes at each level and of leaves, to catch slips",
  "criteriaFile.sources": "Các nguồn điểm — The sources of points",
  "criteriaFile.groups": "Các nhóm đơn vị được xếp hạng riêng — The groups of units ranked apart",
  "criteriaFile.items": "Cây tiêu chí — The tree of criteria",
  "criteriaFile.survey": "Điều tra xã hội học — The survey",
  "criteriaFile.bonus": "Điểm thưởng — The bonus lines",
  "criteriaFile.penalty": "Điểm trừ — The penalty lines",
  "criteriaFile.policies": "Cách xử lý từng trường hợp — What happens in each case",
  "criteriaFile.grades": "Xếp loại, từ loại tốt nhất — The grades, best first",
  "criteriaFile.ranking": "Cách xếp hạng — How units are ranked",
  "criteriaFile.calendar": "Các thời hạn — The deadlines",
  "criteriaFile.exemptions":
    "Các mục không áp dụng cho từng loại đơn vị — Items that do not apply to units of a kind",
} as const;
type DescribedName = keyof typeof descriptions;
const isDescribed = (name: unknown): name is DescribedName =>
  typeof name === "string" && Object.hasOwn(descriptions, name);
