/**
 * The form of a node of the tree in a criteria file, and of the citation that it and others carry. The descriptions go
 * into the JSON Schema, in both languages, and are shown by an editor while somebody types.
 */
import { z } from "zod";
import type { Citation, Consequence, Decimal, EvidenceNeed, Text } from "../criteria-set.ts";
import type { Rule } from "../rule.ts";
import { ruleSchema } from "../rule-shapes.ts";
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

/** A schema with its description in both languages. */
export const about = <S extends z.ZodType>(schema: S, vi: string, en: string): S =>
  schema.meta({ description: `${vi} — ${en}` });

/** A list of ids. */
export const idsSchema = /* @__PURE__ */ withoutEval(() => z.array(shape.id));

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
