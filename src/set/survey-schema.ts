/**
 * The form of the survey part of a criteria file: who answers, which questions, what each option is worth, and what
 * happens where answers are missing (design 3.7).
 */
import { z } from "zod";
import { shape, withoutEval } from "../shape.ts";
import { about, idsSchema } from "./item-schema.ts";

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
