/**
 * The JSON Schema of a criteria file, draft 2020-12, made from the schema that reads it: an editor completes and checks
 * while somebody types. What only the checker can judge (sums, references, exact digits) it does not say.
 */
import { z } from "zod";
import { criteriaFileSchema } from "./criteria-schema.ts";

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
