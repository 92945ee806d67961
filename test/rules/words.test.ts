/** The words that the kinds of rule share. */
import { describe, expect, test } from "vitest";
import { clause, inner, measureText } from "../../src/rules/words.ts";

describe("a free text inside a sentence", () => {
  test.each([
    ["Thiếu hồ sơ.", "Thiếu hồ sơ"],
    ["Thiếu hồ sơ. . .\n", "Thiếu hồ sơ"],
    ["Theo QĐ 1.5", "Theo QĐ 1.5"],
    ["...", ""],
    ["", ""],
  ])("%j stands without its full stop", (text, without) => {
    expect(clause(text)).toBe(without);
  });

  test("begins small where it opens with a common word, and keeps the capital of a name", () => {
    expect(inner("Thiếu hồ sơ.")).toBe("thiếu hồ sơ");
    expect(inner("Hà Nội chưa báo cáo")).toBe("Hà Nội chưa báo cáo");
    expect(inner("UBND xã")).toBe("UBND xã");
  });
});

test("a number takes its unit from the brackets in which the words end", () => {
  expect(measureText("48090", "số thu ngân sách (triệu đồng)", "vi")).toBe(
    "số thu ngân sách: 48.090 triệu đồng",
  );
  expect(measureText("3", "số vụ (mới) khởi kiện", "vi")).toBe("số vụ (mới) khởi kiện: 3");
  expect(measureText("3", "số vụ (a) (vụ)", "vi")).toBe("số vụ (a): 3 vụ");
  expect(measureText("3", "số vụ ()", "vi")).toBe("số vụ (): 3");
  expect(measureText("3", "số người (đã làm việc trên hai năm)", "vi")).toBe(
    "số người: 3 (đã làm việc trên hai năm)",
  );
});

test("a text of a megabyte takes a time that grows with its length", () => {
  const stops = `${". ".repeat(500_000)}x`;
  expect(clause(stops)).toBe(stops);
  expect(clause(stops.slice(0, -1))).toBe("");
  const brackets = "a (".repeat(300_000);
  expect(measureText("3", brackets, "vi")).toBe(`${brackets}: 3`);
}, 5000);
