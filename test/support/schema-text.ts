/** A generated JSON Schema as its file has it: what fits stands in one line, so that a package of many words stays small. */
const widest = 100;

/** The text of a schema, ended by a line feed. */
export const schemaText = (schema: unknown): string => `${lines(schema, "")}\n`;

function lines(value: unknown, indent: string): string {
  const whole = JSON.stringify(value);
  if (typeof value !== "object" || value === null || whole.length <= widest) return whole;
  const inner = `${indent} `;
  const isList = Array.isArray(value);
  const parts = isList
    ? value.map((part) => lines(part, inner))
    : Object.entries(value).map(([key, part]) => `${JSON.stringify(key)}: ${lines(part, inner)}`);
  const body = parts.map((part) => `${inner}${part}`).join(",\n");
  return isList ? `[\n${body}\n${indent}]` : `{\n${body}\n${indent}}`;
}
