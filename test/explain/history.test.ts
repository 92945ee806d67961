/** The history of one leaf or line: who, when, why, on which evidence and finding, and what it changed. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { stages } from "../../src/appraisal.ts";
import { explain } from "../../src/explain/explanation.ts";
import { explanationText } from "../../src/explain/explanation-text.ts";
import { type ItemHistory, itemHistory } from "../../src/explain/history.ts";
import { historyText } from "../../src/explain/history-text.ts";
import { readCriteriaSet } from "../../src/set/check.ts";
import { minus, of, plus, text } from "../support/oracle.ts";
import { anySetAndRound, leavesOf } from "../support/random-round.ts";
import { entry, type Raw, set, smallRound } from "../support/rounds.ts";

const soA = "hoa-lam/so-a";
const history = itemHistory(set, smallRound(), soA, "2.1");

describe("the history of a leaf", () => {
  test("goes from the self-score to the decision, with what stood after each entry", () => {
    expect(history.entries.map(({ kind, date, stage }) => [kind, date, stage])).toEqual([
      ["self", "2026-12-20", undefined],
      ["return", "2027-01-10", "first"],
      ["explain", "2027-01-15", "first"],
      ["accept", "2027-01-25", "second"],
    ]);
    expect(history.entries.map(({ after }) => after?.standing.kind)).toEqual([
      "facts",
      "pending",
      "pending",
      "facts",
    ]);
    expect(history.entries.map(({ change }) => change?.exact)).toEqual([undefined, "0", "0", "-1/75"]);
  });

  test("names who made each entry, why, and the whole finding behind it", () => {
    const [self, returned, explained] = history.entries;
    expect(self).toMatchObject({
      approved: { role: "Giám đốc", date: "2026-12-19" },
      claim: { points: { exact: "296/75" } },
    });
    expect(self?.evidence.map(({ number }) => number)).toEqual(["90/BC-SO", "91/BC-SO"]);
    expect(returned).toMatchObject({
      by: {
        role: "to-cong-tac",
        title: { vi: "Tổ công tác" },
        council: { vi: "Hội đồng thẩm định tỉnh Hoa Lâm" },
      },
      reason: "Số hồ sơ không khớp phần mềm một cửa",
      findings: [{ id: "kt-01", what: "16 hồ sơ quá hạn", remedied: "2026-10-01" }],
    });
    expect(explained).toMatchObject({ by: { role: "unit" }, claim: { points: { exact: "59/15" } } });
  });

  test("lists the acts that closed the stages, up to the point in the process", () => {
    expect(history.acts.map(({ stage }) => stage)).toEqual(["first", "second", "final"]);
    const first = itemHistory(set, smallRound(), soA, { item: "2.1", until: "first" });
    expect(first.acts.map(({ stage }) => stage)).toEqual(["first"]);
    expect(first.entries.map(({ kind }) => kind)).toEqual(["self", "return", "explain"]);
    expect(itemHistory(set, smallRound(), soA, { item: "2.1", until: "2027-01-12" }).acts).toHaveLength(1);
    expect(itemHistory(set, smallRound(), soA, { item: "2.1", until: "self" }).acts).toEqual([]);
  });

  test("shows a correction with the decision that orders it, and earlier entries unchanged", () => {
    const round = smallRound();
    const decision = { number: "55/QD-UBND", date: "2027-03-01" };
    round.ledger.push(
      entry({
        kind: "adjust",
        item: "2.1",
        stage: "correction",
        by: "chu-tich",
        date: "2027-03-02",
        reason: "Đính chính số liệu",
        facts: { numerator: 1200, denominator: 1200 },
        decision,
      }),
    );
    const corrected = itemHistory(set, round, soA, "2.1");
    expect(corrected.entries.slice(0, 4)).toEqual(history.entries);
    expect(corrected.entries[4]).toMatchObject({
      stage: "correction",
      decision,
      change: { exact: "1/15" },
    });
  });

  test("keeps what stands through an uphold", () => {
    const round = smallRound();
    round.ledger.push(entry({ kind: "uphold", item: "1.1.2" }));
    const [self, upheld] = itemHistory(set, round, soA, "1.1.2").entries;
    expect(upheld).toMatchObject({
      kind: "uphold",
      before: self?.after,
      after: self?.after,
      change: { exact: "0" },
    });
  });

  test("of an appraiser's own leaf begins with the first decision, of a survey leaf is empty", () => {
    const round = smallRound();
    round.ledger.push(
      entry({
        kind: "adjust",
        item: "2.3",
        facts: { numerator: 8, denominator: 10 },
        reason: "Theo hệ thống",
      }),
    );
    const own = itemHistory(set, round, soA, "2.3").entries;
    expect(own).toHaveLength(1);
    expect(own[0]?.before).toEqual({ standing: { kind: "pending", reason: "appraiser" } });
    expect(itemHistory(set, round, soA, "1.4").entries).toEqual([]);
  });

  test("of a bonus line holds the council's decisions on it", () => {
    const line = itemHistory(set, smallRound(), soA, "thuong-1").entries;
    expect(line).toMatchObject([
      { kind: "adjust", after: { points: { exact: "0.5" } }, change: { exact: "0.5" } },
    ]);
    expect(line[0]?.before).toBeUndefined();
  });

  test("of a unit, leaf or point in the process that is not there is a RangeError", () => {
    expect(() => itemHistory(set, smallRound(), "x", "2.1")).toThrow(RangeError);
    expect(() => itemHistory(set, smallRound(), soA, "2")).toThrow(RangeError);
    expect(() => itemHistory(set, smallRound(), soA, { item: "2.1", until: "later" as "first" })).toThrow(
      RangeError,
    );
  });
});

describe("laws", () => {
  const anyHistories = anySetAndRound({ units: 2 }).map(({ set: raw, round }) => {
    const read = readCriteriaSet(raw);
    const units: Raw[] = round.units;
    const items: string[] = leavesOf(raw.items).map(({ number }) => number);
    return units.flatMap(({ id }) => items.map((item) => itemHistory(read, round, id, item)));
  });
  const points = (it: ItemHistory["entries"][number]["after"]) =>
    it?.points === undefined ? undefined : of(it.points.exact);

  test("the differences of the entries add up to what stands less what stood at first", () => {
    fc.assert(
      fc.property(anyHistories, (histories) => {
        for (const { entries } of histories) {
          const [first] = entries;
          const [start, end] = [points(first?.after), points(entries.at(-1)?.after)];
          if (start === undefined || end === undefined || first?.kind !== "self") continue;
          const rest = entries.slice(1);
          if (rest.some(({ change }) => change === undefined)) continue;
          const sum = rest.reduce((so, { change }) => plus(so, of(change?.exact ?? "0")), of("0"));
          expect(text(sum)).toBe(text(minus(end, start)));
        }
      }),
      { numRuns: 15 },
    );
  });

  test("each entry begins where the one before it ended", () => {
    fc.assert(
      fc.property(anyHistories, (histories) => {
        for (const { entries } of histories)
          entries.slice(1).forEach((it, at) => {
            expect(it.before).toEqual(entries[at]?.after);
          });
      }),
      { numRuns: 15 },
    );
  });

  test("the order of the ledger in the file changes no history", () => {
    const turned = smallRound();
    turned.ledger.reverse();
    for (const stage of stages)
      expect(itemHistory(set, turned, soA, { item: "2.1", until: stage })).toEqual(
        itemHistory(set, smallRound(), soA, { item: "2.1", until: stage }),
      );
  });
});

describe("in words", () => {
  test("reads entry by entry in Vietnamese", () => {
    expect(historyText(history, "vi")).toBe(
      [
        "Sở A, mục 2.1 (Giải quyết hồ sơ đúng hạn)",
        "  20/12/2026, tự đánh giá: Đơn vị tự chấm: giải quyết đúng hạn 1.184/1.200 hồ sơ đã tiếp nhận (3,95",
        "      điểm); tài liệu: văn bản số 90/BC-SO ngày 15/12/2026 của Sở Nội vụ tỉnh Hoa Lâm; văn bản số",
        "      91/BC-SO ngày 15/12/2026 của Sở Nội vụ tỉnh Hoa Lâm, mục II, trang 4; Giám đốc phê duyệt ngày",
        "      19/12/2026.",
        "  10/01/2027, thẩm định lần 1: Tổ công tác trả lại, yêu cầu giải trình, vì số hồ sơ không khớp phần",
        "      mềm một cửa; kết quả kiểm tra: 16 hồ sơ quá hạn (Đoàn kiểm tra số 1, 01/09/2026), đã khắc",
        "      phục từ 01/10/2026.",
        "  15/01/2027, thẩm định lần 1: Đơn vị giải trình, đề nghị ghi nhận giải quyết đúng hạn 1.180/1.200",
        "      hồ sơ đã tiếp nhận (3,93 điểm), vì đã đối chiếu lại với phần mềm.",
        "  25/01/2027, thẩm định lần 2: Chủ tịch Hội đồng công nhận: giải quyết đúng hạn 1.180/1.200 hồ sơ",
        "      đã tiếp nhận (3,93 điểm), giảm 0,01 điểm.",
        "  Thẩm định lần 1: kết thúc theo văn bản số 10/QD-HD ngày 12/01/2027.",
        "  Thẩm định lần 2: kết thúc theo văn bản số 20/QD-HD ngày 30/01/2027.",
        "  Kết luận thẩm định: kết thúc theo văn bản số 30/QD-HD ngày 10/02/2027.",
      ].join("\n"),
    );
  });

  test("reads in English, and as Markdown nests below the number", () => {
    const lines = historyText(history, "en", { markdown: true }).split("\n");
    expect(lines[0]).toBe("**Sở A, item 2.1** (Dossiers handled in time)");
    expect(lines.slice(2).every((line) => line.startsWith("- "))).toBe(true);
    expect(lines[5]).toBe(
      "- **2027-01-25, second appraisal:** Chủ tịch Hội đồng accepted it: 1,180/1,200 (dossiers handled in time/dossiers received) (3.93 points), down by 0.01 points.",
    );
  });

  /** The last event of a history after further entries, in words. */
  function lastOf(item: string, entries: readonly Raw[], language: "vi" | "en" = "vi"): string {
    const round = smallRound();
    round.ledger.push(...entries.map((it) => entry({ item, reason: "Theo hồ sơ", ...it })));
    round.acts = [];
    const text = historyText(itemHistory(set, round, soA, item), language, { markdown: true });
    return (text.split("\n").at(-1) as string).replace(/^- \*\*.*?\*\* /, "");
  }
  const done = (count: number): string => `hoàn thành ${count}/20 nhiệm vụ trong kế hoạch`;
  const adjusted = { kind: "adjust", facts: { numerator: 16, denominator: 20 } };
  const second = { stage: "second", by: "chu-tich", date: "2027-01-26" };

  test("an adjustment goes from one value to another, and says by how much", () => {
    expect(lastOf("1.1.2", [adjusted])).toBe(
      `Tổ công tác điều chỉnh từ mức ${done(17)} (2,55 điểm) thành mức ${done(16)} (2,4 điểm), giảm 0,15 điểm, vì theo hồ sơ.`,
    );
    expect(lastOf("1.1.2", [adjusted], "en")).toMatch(
      / to 16\/20 .*, down by 0\.15 points, because theo hồ sơ\.$/,
    );
  });

  test("to accept again what had been changed puts it in place of that", () => {
    expect(lastOf("1.1.2", [adjusted, { kind: "accept", ...second }])).toBe(
      `Chủ tịch Hội đồng công nhận: ${done(17)} (2,55 điểm), thay cho: ${done(16)} (2,4 điểm), tăng 0,15 điểm, vì theo hồ sơ.`,
    );
    expect(lastOf("1.1.2", [adjusted, { kind: "accept", ...second }], "en")).toMatch(
      / accepted it: 17\/20 .*, in place of: 16\/20 .*, up by 0\.15 points,/,
    );
  });

  test("a decision that an item does not apply is said once", () => {
    expect(lastOf("2.1", [{ kind: "not-applicable", ...second, stage: "final", date: "2027-02-01" }])).toBe(
      "Chủ tịch Hội đồng quyết định không áp dụng, thay cho: giải quyết đúng hạn 1.180/1.200 hồ sơ đã tiếp nhận (3,93 điểm), vì theo hồ sơ.",
    );
  });

  test("a claim by 0 of 0 shows these counts, and a decision on it says just that it does not apply", () => {
    const round = smallRound();
    const [own] = round.selfAssessments.filter(({ unit }: Raw) => unit === soA);
    own.answers.find(({ item }: Raw) => item === "2.1").facts = { numerator: 0, denominator: 0 };
    round.ledger = [
      entry({ item: "2.1", kind: "not-applicable", reason: "Không phát sinh" }),
      entry({
        item: "2.1",
        kind: "explain",
        by: "unit",
        date: "2027-01-15",
        reason: "Đã đối chiếu",
        facts: { numerator: 0, denominator: 0 },
      }),
    ];
    round.acts = [];
    const claimed = itemHistory(set, round, soA, "2.1");
    expect(claimed.entries.map(({ claim }) => claim?.facts)).toEqual([
      { numerator: 0, denominator: 0 },
      undefined,
      { numerator: 0, denominator: 0 },
    ]);
    const nothing = "không áp dụng: giải quyết đúng hạn 0/0 hồ sơ đã tiếp nhận";
    const lines = historyText(claimed, "vi", { markdown: true }).split("\n").slice(2);
    expect(lines[0]).toContain(`:** Đơn vị đề nghị ${nothing}; tài liệu: `);
    expect(lines.slice(1).map((line) => line.replace(/^- \*\*.*?\*\* /, ""))).toEqual([
      "Tổ công tác quyết định không áp dụng, vì không phát sinh.",
      `Đơn vị giải trình, đề nghị ${nothing}, vì đã đối chiếu.`,
    ]);
    expect(explanationText(explain(set, round, soA, "2.1"), "vi", { markdown: true })).toContain(
      `; đơn vị đề nghị ${nothing}, Hội đồng quyết định không áp dụng vì không phát sinh.`,
    );
  });

  test("an exemption says what it means, whatever the unit had claimed", () => {
    const round = smallRound();
    for (const unit of round.units) unit.kinds = ["khong-thu-tuc"];
    const text = historyText(itemHistory(set, round, soA, "2.1"), "vi", { markdown: true });
    expect(text).toContain("- Đơn vị được miễn: không áp dụng; đơn vị thuộc loại “");
  });

  test("a title that stands in place of a number is quoted", () => {
    const round = smallRound();
    round.acts[0].number = "Thông báo kết luận";
    expect(historyText(itemHistory(set, round, soA, "2.1"), "vi")).toContain(
      "Kết luận thẩm định: kết thúc theo văn bản “Thông báo kết luận” ngày",
    );
  });

  test("of a penalty says what is taken away, more and less", () => {
    const penalty = (...counts: readonly number[]): readonly Raw[] =>
      counts.map((count, at) => ({
        kind: "adjust",
        by: "chu-tich",
        stage: "final",
        date: `2027-02-0${at + 1}`,
        facts: { count },
      }));
    expect(lastOf("phat-1", penalty(2))).toBe(
      "Chủ tịch Hội đồng chấm điểm: 2 vụ vi phạm (trừ 1 điểm), vì theo hồ sơ.",
    );
    expect(lastOf("phat-1", penalty(2, 3))).toBe(
      "Chủ tịch Hội đồng điều chỉnh từ mức 2 vụ vi phạm (trừ 1 điểm) thành mức 3 vụ vi phạm (trừ 1,5 điểm), trừ thêm 0,5 điểm, vì theo hồ sơ.",
    );
    expect(lastOf("phat-1", penalty(2, 1))).toContain(", giảm mức trừ 0,5 điểm, vì");
    expect(lastOf("phat-1", penalty(2, 3), "en")).toContain(
      "from 2 breach (1 point taken away) to 3 breach (1.5 points taken away), 0.5 more taken away, because",
    );
  });

  test("says so where nothing has happened", () => {
    expect(historyText(itemHistory(set, smallRound(), soA, "2.3"), "vi")).toContain("Chưa có diễn biến nào");
  });
});
