/** Text from strangers stays text: on a line, on a terminal, in a cell. */
import { runInNewContext } from "node:vm";
import { describe, expect, test } from "vitest";
import { readCriteriaSet } from "../src/index.ts";
import { InvalidError, report } from "../src/issue.ts";
import { inputLimits, plainCopy } from "../src/plain.ts";
import { guardedText } from "../src/sheets/cell.ts";
import { onScreen } from "../src/words/words.ts";

const erasing = "\u001b[2J";

test.each([
  ["an escape sequence", `a${erasing}b`],
  ["a sign that turns the direction of writing", "a\u202eb"],
  ["a null sign", "a\u0000b"],
  ["a backspace", "a\bb"],
])("%s in data is an error at its place", (_, text) => {
  const found = report();
  plainCopy({ a: [text] }, inputLimits, "normalise", found);
  expect(found.issues.map(({ code, path }) => [code, path])).toEqual([["text-with-control", ["a", 0]]]);
});

test("line breaks, tabs and Vietnamese are text", () => {
  const found = report();
  const value = { a: "dòng một\nhai\r\n\tba" };
  expect(plainCopy(value, inputLimits, "normalise", found)).toEqual(value);
  expect(found.issues).toEqual([]);
});

test("what goes to a terminal keeps its lines and shows every sign that would steer it", () => {
  expect(onScreen(`một\n\thai${erasing}\r\u202e`)).toBe("một\n\thai\\u001b[2J\\u000d\\u202e");
});

describe("a cell that is given out", () => {
  test.each(["=1+1", "+cmd", "-1+2", "@SUM(A1)", "\t=1", "−x", "-1/2/2026", "+1,"])(
    "%j stands behind an apostrophe",
    (text) => {
      expect(guardedText(text)).toBe(`'${text}`);
    },
  );

  test.each(["-0.50", "+3", "-17/600", "+84912345678", "−1,5", "12 %", "-3 %", "148/150", "a=b", "", "'=1"])(
    "%j is as it is",
    (text) => {
      expect(guardedText(text)).toBe(text);
    },
  );
});

describe("the error of a reader", () => {
  const thrown = (): unknown => {
    try {
      readCriteriaSet({ format: 2, items: Array.from({ length: 5000 }, () => ({ wrong: erasing })) });
    } catch (error) {
      return error;
    }
    return undefined;
  };

  test("is at most a page, says how many there are, and holds them all", () => {
    const error = thrown();
    expect(error).toBeInstanceOf(InvalidError);
    const { message, issues } = error as InvalidError;
    expect(message.split("\n").length).toBeLessThanOrEqual(22);
    expect(message.length).toBeLessThan(4000);
    expect(message).toContain(`${issues.length} issues`);
    expect(message).not.toContain("\u001b");
  });

  test("of another copy of the package is one too; others are none", () => {
    const other = Object.assign(new Error("of another copy"), { name: "InvalidError", issues: [] });
    expect(other instanceof InvalidError).toBe(true);
    expect(new Error("InvalidError") instanceof InvalidError).toBe(false);
    expect(({ name: "InvalidError", issues: [] } as unknown) instanceof InvalidError).toBe(false);
    const foreign = runInNewContext('Object.assign(new Error("x"), { name: "InvalidError", issues: [] })');
    expect(foreign instanceof InvalidError).toBe(true);
  });
});
