// The glossary names code: what it names must be there, and no term twice.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

const root = new URL("..", import.meta.url).pathname;
const code = readdirSync(join(root, "src"), { recursive: true, encoding: "utf8" })
  .filter((file) => file.endsWith(".ts"))
  .map((file) => readFileSync(join(root, "src", file), "utf8"))
  .join("\n");
const rows = readFileSync(join(root, "docs/glossary.md"), "utf8")
  .split("\n")
  .filter((line) => line.startsWith("| ") && !/^\| (---|Tiếng Việt)/.test(line))
  .map((line) => line.split("|").map((cell) => cell.trim()));

/** The text of an interface, from its name to its closing brace. */
const shapeOf = (name: string): string =>
  new RegExp(`interface ${name}\\b[^{]*\\{[\\s\\S]*?\\n\\}`).exec(code)?.[0] ?? "";

/** True where the code has the name: a value that data writes, a property of a shape, or a word. */
function isNamed(name: string): boolean {
  if (name.startsWith('"')) return code.includes(name);
  const [shape = "", property] = name.split(".");
  if (property !== undefined) return new RegExp(`readonly ${property}\\??:`).test(shapeOf(shape));
  return new RegExp(`(export (async )?(function|const|interface|type)|readonly) ${name}\\b`).test(code);
}

test("the glossary has a line for each term of the field", () => expect(rows.length).toBeGreaterThan(80));

test.each(rows.map((cells) => [cells[1] as string, cells[3] as string] as const))(
  "%s: what it names is in the code",
  (_, cell) => {
    const names = [...cell.matchAll(/`([^`]+)`/g)].map((match) => match[1] as string);
    expect(names.length).toBeGreaterThan(0);
    expect(names.filter((name) => !isNamed(name))).toEqual([]);
  },
);

test("no term stands twice", () => {
  const terms = rows.map((cells) => cells[1]);
  expect(terms.filter((term, at) => terms.indexOf(term) !== at)).toEqual([]);
});

test("a sealed record has the one name of its row", () => {
  const pages = readdirSync(join(root, "docs"), { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".md"))
    .map((file) => readFileSync(join(root, "docs", file), "utf8"));
  const others = [code, ...pages].join("\n").match(/.*(?:hồ sơ kết quả|bản niêm phong).*/giu);
  expect(others).toBeNull();
});
