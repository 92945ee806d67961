/** The words that the kinds of rule share. */
import { expect, test } from "vitest";
import { measureText } from "../../src/rules/words.ts";
import { vi } from "../../src/words/vi.ts";
import { clause } from "../../src/words/words.ts";

test("a number takes its unit from the brackets in which the words end", () => {
  expect(measureText(vi, "48090", { vi: "số thu ngân sách (triệu đồng)" })).toBe(
    "số thu ngân sách: 48.090 triệu đồng",
  );
  expect(measureText(vi, "3", { vi: "số vụ (mới) khởi kiện" })).toBe("số vụ (mới) khởi kiện: 3");
  expect(measureText(vi, "3", { vi: "số vụ (a) (vụ)" })).toBe("số vụ (a): 3 vụ");
  expect(measureText(vi, "3", { vi: "số vụ ()" })).toBe("số vụ (): 3");
  expect(measureText(vi, "3", { vi: "số người (đã làm việc trên hai năm)" })).toBe(
    "số người: 3 (đã làm việc trên hai năm)",
  );
});

test("a text of a megabyte takes a time that grows with its length", () => {
  const stops = `${". ".repeat(500_000)}x`;
  expect(clause(stops)).toBe(stops);
  expect(clause(stops.slice(0, -1))).toBe("");
  const brackets = "a (".repeat(300_000);
  expect(measureText(vi, "3", { vi: brackets })).toBe(`${brackets}: 3`);
}, 5000);
