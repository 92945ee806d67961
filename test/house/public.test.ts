/** What the package promises to programs, entry by entry: the names, their types, and that each is documented. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";
import { describe, expect, test } from "vitest";
import { checkout } from "../support/packed.ts";
import { checker, entries, publicFunctions, publicNames, publicText } from "../support/public.ts";

const dist = join(checkout, "dist");

describe.each(entries)("the entry %s", (entry) => {
  test("promises what it promised before", async () => {
    await expect(publicText(entry)).toMatchFileSnapshot(`../package/api/${entry}.txt`);
  });

  test("documents every name with a sentence", () => {
    const bare = publicNames(entry).filter(({ symbol }) => {
      const text = ts.displayPartsToString(symbol.getDocumentationComment(checker));
      return !/^[^a-z][\s\S]*\./.test(text);
    });
    expect(bare.map(({ name }) => name)).toEqual([]);
  });

  test("documents every function with its parameters, what it returns and one example", () => {
    const wanting = publicFunctions(entry).flatMap(({ name, symbol, parameters }) => {
      const tags = symbol.getJsDocTags(checker).map((it) => ({
        name: it.name,
        text: ts.displayPartsToString(it.text),
      }));
      const named = tags.filter((it) => it.name === "param").map(({ text }) => text.split(/\s/)[0]);
      const lacks = [
        // A parameter that is taken apart has no name of its own: it is documented in its place.
        ...parameters
          .filter((it, at) => !named.includes(it) && !(it.startsWith("__") && named[at] !== undefined))
          .map((it) => `@param ${it}`),
        ...["returns", "example"].filter((tag) => !tags.some((it) => it.name === tag)).map((it) => `@${it}`),
      ];
      const examples = tags.filter((it) => it.name === "example").map(({ text }) => text);
      if (examples.some((text) => !/\/\/ => /.test(text))) lacks.push("a promise in its example");
      return lacks.map((it) => `${name}: ${it}`);
    });
    expect(wanting).toEqual([]);
  });
});

test("no name is exported by two entries", () => {
  const names = entries.flatMap((entry) => publicNames(entry).map(({ name }) => name));
  expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([]);
});

test("zod and decimal.js do not appear in the public types", () => {
  const declarations = readdirSync(dist).filter((file) => /\.d\.c?ts$/.test(file));
  expect(declarations.length).toBeGreaterThanOrEqual(entries.length * 2);
  const named = declarations.filter((file) =>
    /["'](?:zod|decimal\.js)["']|\bZod[A-Z]\w+|\bz\.\w+</.test(readFileSync(join(dist, file), "utf8")),
  );
  expect(named).toEqual([]);
});
