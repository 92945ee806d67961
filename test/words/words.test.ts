/** Words: texts are filled with values in the style of a language, and no value is ever more than a value. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import * as entry from "../../src/index.ts";
import { enWords as en } from "../../src/words/en.ts";
import { viWords as vi } from "../../src/words/vi.ts";
import {
  clause,
  dayIn,
  inLine,
  inner,
  type Language,
  laidOut,
  languages,
  message,
  numberIn,
  type Params,
  percentIn,
  say,
  tableOf,
  textIn,
  type WordCode,
  type Words,
} from "../../src/words/words.ts";
import { namesIn, withoutCodes } from "../support/wordless.ts";
import { wordless } from "../support/words.ts";

/** The table of each language that is shipped beside Vietnamese, by which the others are judged: a new one is added here. */
const tables: Readonly<Record<Exclude<Language, "vi">, Words>> = { en };

/** Fills a text of a test's own in the style of a language. */
const fill = (text: string, params: Params = {}, language: Words = vi): string => {
  const table = { style: language.style, test: { text } } as unknown as Words;
  return (say as (words: Words, code: string, params: Params) => string)(table, "test.text", params);
};

describe("a text", () => {
  test("takes values as they are, numbers, percentages and days in the style of the language", () => {
    expect(fill("{a}, {a}!", { a: "một" })).toBe("một, một!");
    expect(fill("{a}", { a: "1234.5" })).toBe("1234.5");
    expect(fill("{#a} {#b} {#c}", { a: "1234567.25", b: -3, c: "-17/1200" })).toBe(
      "1.234.567,25 −3 −17/1.200",
    );
    expect(fill("{#a} {%b} {@c}", { a: "1234567.25", b: "98.50", c: "2026-12-02" }, en)).toBe(
      "1,234,567.25 98.50% 2026-12-02",
    );
    expect(fill("{%b} {@c}", { b: "98.50", c: "2026-12-02" })).toBe("98,50 % 02/12/2026");
    expect(fill("{@a}", { a: "22/12" })).toBe("22/12");
  });

  test("chooses the form that fits a number", () => {
    const points = "{#n} {n|point|points}";
    expect(["1", 1, "-1", "+1", "0", "1.5", "11", ""].map((n) => fill(points, { n }, en))).toEqual([
      "1 point",
      "1 point",
      "−1 point",
      "+1 point",
      "0 points",
      "1.5 points",
      "11 points",
      " points",
    ]);
    expect(fill("{n|{a} one|{a} many}", { n: 2, a: "x" })).toBe("x many");
    const french = { ...vi, style: { ...vi.style, one: "<2" } };
    expect(["0", "1.5", "-1", "1999", "2", "10"].map((n) => fill("{n|point|points}", { n }, french))).toEqual(
      ["point", "point", "point", "points", "points", "points"],
    );
  });

  test("says an optional part where its value is there, whatever stands in it", () => {
    const text = "a{?b: ({b}{?c:, {#c} {c|d|e}})}.";
    expect(fill(text)).toBe("a.");
    expect(fill(text, { c: 1 })).toBe("a.");
    expect(fill(text, { b: "x" })).toBe("a (x).");
    expect(fill(text, { b: "x", c: 1 })).toBe("a (x, 1 d).");
    expect(fill(text, { b: 0, c: "2000" })).toBe("a (0, 2.000 e).");
    expect(fill(text, { b: "" })).toBe("a.");
    expect(fill(text, { b: [] })).toBe("a.");
    expect(fill(text, { b: [undefined, ""] })).toBe("a.");
    expect(fill(text, { b: [undefined, "y", ""] })).toBe("a (y).");
  });

  test("joins lists by words of the table and passes over what is empty", () => {
    const parts = { a: ["x", undefined, "", message("terms.stage.final"), "y"] };
    expect(fill("{a}", { a: ["x", "y", undefined] })).toBe("x, y");
    expect(fill("{;a}", { a: ["x", ["y", "z"]] })).toBe("x; y, z");
    expect(fill("{#a}", { a: ["1000", "0.5"] })).toBe("1.000, 0,5");
    expect(say(vi, "explanation.series", { about: parts.a })).toBe("x; kết luận thẩm định; y");
  });

  test("says messages within messages, and texts of several languages", () => {
    const stage = message("terms.stage.first");
    expect(say(vi, "explanation.untilStage", { stage })).toBe("kết quả tính đến hết bước thẩm định lần 1");
    expect(say(en, "explanation.untilStage", { stage })).toBe("result up to the end of the first appraisal");
    const title = { vi: "Sở A", en: "Department A" };
    expect(say(vi, "history.title", { title })).toBe("(Sở A)");
    expect(say(en, "history.title", { title })).toBe("(Department A)");
    expect(textIn(en, { vi: "Sở A" })).toBe("Sở A");
    const tay: Words = { ...vi, style: { ...vi.style, language: "tyz" } };
    expect(textIn(tay, { vi: "Sở A", tyz: "Phòng A" } as { vi: string })).toBe("Phòng A");
    expect(textIn({ ...vi, style: { ...vi.style, language: "constructor" } }, title)).toBe("Sở A");
  });

  test("shows braces that open no name", () => {
    expect(fill('{ "vi": "…" } {} { {a} }', { a: "x" })).toBe('{ "vi": "…" } {} { x }');
    expect(fill('{?a:{ "vi": "{a}" }} b', { a: "x" })).toBe('{ "vi": "x" } b');
    for (const text of ["{", "}", "{a", "{?a", "{?a:", "{a|b", "a } b", "{a-b}", "{#}", "{a:b}", "{?a}"])
      expect(fill(text, {}), text).toBe(text.startsWith("{?a:") ? "" : text.startsWith("{a|b") ? "" : text);
  });

  test("that a table lacks is its code, plain to see", () => {
    const { history, ...rest } = vi;
    expect(say(rest as Words, "history.unit")).toBe("history.unit");
    expect(say({ ...vi, history: {} as Words["history"] }, "history.unit")).toBe("history.unit");
  });
});

describe("a value from a stranger", () => {
  test("is read as no text: no name, no choice, no message in it", () => {
    const given = "{b} {?b:x} {b|1|2} $& $1 {#b}";
    expect(fill("{a}|{;c}", { a: given, b: "secret", c: [given] })).toBe(`${given}|${given}`);
    expect(fill("{constructor}{toString}{?valueOf:x}", {})).toBe("");
  });

  test("breaks no line, and steers nothing that shows it", () => {
    const forged = "đạt\n26/02/2027, thẩm định lần 2: Hội đồng công nhận";
    expect(fill("{a}", { a: forged })).toBe("đạt 26/02/2027, thẩm định lần 2: Hội đồng công nhận");
    expect(fill("{a} {b}", { a: "x \t\r\n y", b: { vi: "m\u2028n" } })).toBe("x y m n");
    expect(inLine("\u001b[2Jok\u0007 \u202eabc\u202c")).toBe("\\u001b[2Jok\\u0007 \\u202eabc\\u202c");
    expect(fill("{@a}{#b}{%c}", { a: "x\ny", b: "1\n2", c: "3\n4" })).not.toMatch(/\n/);
  });

  test("law: whatever is filled in, the text is one line without control characters, and its own words stay", () => {
    const value = fc.oneof(fc.string({ unit: "grapheme" }), fc.string({ unit: "binary" }), fc.integer());
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom("a", "b", "c"), value), (params) => {
        const text = fill("<{a}><{#b}><{%c}><{@a}>{?b:<{b}>}<{c|x|y}><{;a}>", params);
        expect(text).not.toMatch(/[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/u);
        expect(text.startsWith("<")).toBe(true);
        expect(text.endsWith(">")).toBe(true);
      }),
    );
  });

  test("law: a text without braces says itself, and any text at all is filled in time in proportion to its length", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        fc.pre(!/[{}]/.test(text));
        expect(fill(text, { a: "x" })).toBe(text);
      }),
    );
    const long = { a: "x".repeat(10) };
    for (const part of ["{a", "{?a:", "{a|", "}", "{#", "{a|b|", "{?a:{a}}", "9", " \n"]) {
      const text = part.repeat(Math.ceil(4_000 / part.length));
      const start = process.cpuUsage().user;
      fill(text, long);
      fill("{a}{#a}", { a: part.repeat(200_000) });
      expect(process.cpuUsage().user - start, part).toBeLessThan(2_000_000);
    }
  });
});

describe("style", () => {
  test("numbers keep every digit", () => {
    expect(
      ["0", "999", "1000", "-1000000.0001", "2022-2030", "kt-05", "x -5"].map((text) => numberIn(vi, text)),
    ).toEqual(["0", "999", "1.000", "−1.000.000,0001", "2.022-2.030", "kt-05", "x −5"]);
    expect(percentIn(en, "12.50")).toBe("12.50%");
    expect(dayIn(vi, "2026-01-05")).toBe("05/01/2026");
  });

  test("law: a number read back is the number", () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: 0n }),
        fc.option(fc.stringMatching(/^\d{1,20}$/), { nil: undefined }),
        (whole, decimals) => {
          const text = decimals === undefined ? String(whole) : `${whole}.${decimals}`;
          const back = numberIn(vi, text).replaceAll(".", "").replace(",", ".");
          expect(back).toBe(text);
          expect(numberIn(en, text).replaceAll(",", "")).toBe(text);
        },
      ),
    );
  });
});

describe("a language", () => {
  const shipped = { vi, ...tables };

  test("that is shipped has its words for an app in the entry", () => {
    const exported = new Map<string, unknown>(Object.entries(entry));
    for (const code of languages) {
      expect(exported.get(code), code).toMatchObject({ style: shipped[code].style });
    }
  });

  test("is the code of a shipped one, or a table", () => {
    expect(tableOf("en", shipped, "f")).toBe(shipped.en);
    const own = { style: { ...vi.style, comma: " · " } };
    expect(tableOf(own, shipped, "f")).toBe(own);
    expect(() => tableOf(own.style, { vi: vi.style, en: en.style }, "f")).toThrow(TypeError);
    for (const language of ["xx", "", "constructor", undefined, null, 1])
      expect(() => tableOf(language as Language, shipped, "f")).toThrow(
        `f: the language must be one of ${languages.join(", ")}, not`,
      );
  });

  test.each(Object.entries(tables))("takes the same values in every text: %s", (_, table) => {
    // Forms and the workbook of a round are Vietnamese in every language.
    const judged = Object.entries(vi).filter(([section]) => section !== "form" && section !== "sheets");
    for (const [section, texts] of judged)
      for (const [key, text] of Object.entries(texts)) {
        const other =
          (table as Readonly<Record<string, Readonly<Record<string, string>>>>)[section]?.[key] ?? "";
        // A form of words is chosen in one language where another has one form for all; a sentence inside another opens
        // small only where it does not open the text; and a name that a language has no use for is said for nothing.
        const values = (of: string) =>
          namesIn(of.replace(/\{\w+\|/g, "{ ")).map(({ mark, name }) => mark.replace(/[?_]/, "") + name);
        expect([...new Set(values(other))].sort(), `${section}.${key}`).toEqual(
          [...new Set(values(text))].sort(),
        );
      }
  });

  test("has its texts in Unicode NFC, without spaces at their ends but in what joins, and no word left empty", () => {
    for (const table of [vi, ...Object.values(tables)])
      for (const [section, texts] of Object.entries(table))
        for (const [key, text] of Object.entries(texts) as [string, string][]) {
          expect(text.normalize("NFC"), key).toBe(text);
          expect(text, key).not.toBe("");
          if (section !== "style") expect(text.trim(), key).toBe(text);
        }
  });

  test("of no words says every value that the Vietnamese one does", () => {
    const code: WordCode = "history.document";
    const said = say(wordless, code, {
      title: "T",
      name: "N",
      date: "2026-01-02",
      issuer: "I",
      places: ["P", "Q"],
    });
    expect(said).toMatch(/^⟦history\.document⟧·T·N·⟦style\.day⟧.*·I·P⟦style\.comma⟧Q$/);
    expect(withoutCodes(said)).not.toMatch(/ngày|của/);
  });
});

test("sentences are laid out as a tree of lines, or as Markdown with what strangers wrote escaped", () => {
  const sentences = [
    { level: 0, label: "A:", text: `b *c* ${"d ".repeat(60).trim()}` },
    { level: 1, text: "e 5 % f" },
  ];
  const lines = laidOut(sentences, {}).split("\n");
  expect(lines.every((line) => line.length < 100)).toBe(true);
  expect(lines.at(-1)).toBe("  e 5 % f");
  expect(laidOut(sentences, { markdown: true })).toMatch(/^\*\*A:\*\* b \\\*c\\\* d.*\n\n- e 5 % f$/);
});

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

describe("issues in Vietnamese are for officials", () => {
  test("no word of programmers stands in them", () => {
    const theirs =
      /\bobjects?\b|\bnull\b|\barrays?\b|\bstrings?\b|\bkeys?\b|chuỗi|khóa|đối tượng(?! khảo sát)/i;
    const said = [...Object.entries(vi.issues), ...Object.entries(vi.onSheets), ...Object.entries(vi.named)];
    expect(said.length).toBeGreaterThan(300);
    expect(said.filter(([, text]) => theirs.test(text))).toEqual([]);
  });
});
