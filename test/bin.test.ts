/** The command, run as a person runs it: its words, its streams, and the number that it ends with. */
import { exec, execFile } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { languages } from "par-index";
import { seal } from "par-index/audit";
import { criteriaSet } from "par-index/criteria";
import { afterAll, describe, expect, test } from "vitest";
import { type Ended, install } from "./support/installed.ts";
import { smallSetText } from "./support/sets.ts";

const root = new URL("..", import.meta.url).pathname;
const { folder, bin, remove } = install();
afterAll(remove);

const run = (...words: readonly string[]): Promise<Ended> => bin(words, root);

function file(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

const good = file("good.json", smallSetText());
const broken = file(
  "broken.json",
  smallSetText().replace('"maxPoints": "20"', '"maxPoints": "21"').replace('"levels"', '"levls"'),
);
const round = "docs/examples/hoa-lam-departments-2026.json";
const departments: { readonly units: readonly { readonly id: string }[] } = JSON.parse(
  readFileSync(join(root, round), "utf8"),
);
const set = "hoa-lam/department/2026";

describe.concurrent("par-index check", () => {
  test("of a good file says so and ends with 0", async () => {
    expect(await run("check", good)).toEqual({ code: 0, out: `${good}: không có lỗi\n`, err: "" });
  });

  test("of a broken file prints each issue with its line and a caret, and ends with 1", async () => {
    const { code, out } = await run("check", good, broken);
    expect(code).toBe(1);
    const lines = out.split("\n");
    const at = lines.findIndex((line) => line.includes("misspelt-key"));
    const [, line = "", column = ""] =
      /broken\.json:(\d+):(\d+): lỗi misspelt-key: /.exec(lines[at] ?? "") ?? [];
    const source = readFileSync(broken, "utf8").split("\n")[Number(line) - 1] ?? "";
    expect(lines[at + 1]).toBe(`${line} | ${source}`);
    expect(lines[at + 2]?.indexOf("^")).toBe(`${line} | `.length + Number(column) - 1);
    expect(source.slice(Number(column) - 1)).toMatch(/^"levls"/);
  });

  test("speaks English where asked", async () => {
    const { out } = await run("check", "--en", broken);
    expect(out).toMatch(/: error misspelt-key: The key “levls” is probably/);
  });

  test("--table prints the table, and of a broken file its issues", async () => {
    const [table, none] = await Promise.all([run("check", "--table", good), run("check", "--table", broken)]);
    expect([table.code, none.code]).toEqual([0, 1]);
    expect(table.out).toMatch(/^1\.1\.2 {5}Mức độ hoàn thành kế hoạch/m);
    expect(none.out).not.toContain("Bảng tiêu chí");
    expect(none.out).toContain("misspelt-key");
  });

  test("--to writes the table as a page and as a workbook, and as nothing else", async () => {
    const [page, book] = [join(folder, "bang.html"), join(folder, "bang.xlsx")];
    const given = [
      run("check", good, "--table", "--to", page),
      run("check", good, "--to", book, "--en"),
      run("check", good, "--to", join(folder, "bang.doc")),
      run("check", broken, "--to", join(folder, "no.html")),
    ];
    expect((await Promise.all(given)).map(({ code }) => code)).toEqual([0, 0, 2, 1]);
    expect(readFileSync(page, "utf8")).toMatch(/^<!doctype html>\n<html lang="vi">/);
    expect(readFileSync(book, "latin1").slice(0, 2)).toBe("PK");
    expect(existsSync(join(folder, "no.html"))).toBe(false);
  });

  test("--set checks a round against its set", async () => {
    const { code, out } = await run("check", "--set", set, round);
    expect(code).toBe(0);
    expect(out).toMatch(/^docs\/examples\/hoa-lam-departments-2026\.json:\d+:\d+: cảnh báo /);
  });
});

test("a reader that has seen enough ends it quietly", async () => {
  const command = join(folder, "node_modules", "par-index", "bin.js");
  const table = `"${process.execPath}" "${command}" check --table "${good}"`;
  const { stderr } = await promisify(exec)(`${table} | true`);
  expect(stderr).toBe(`${good}: không có lỗi\n`);
});

describe.concurrent("par-index score and explain", () => {
  test("rank the units of each group", async () => {
    const { code, out, err } = await run("score", set, round);
    expect(code).toBe(0);
    expect(out).toMatch(
      /^Sở, cơ quan chuyên môn\n.*\n?.*; số liệu minh họa\nBảng xếp hạng chưa đầy đủ\.\n\nHạng /,
    );
    expect(err).toBe(`${round}: cảnh báo: 8; xem: par-index check --set ${set} ${round}\n`);
    expect(out).toMatch(/^ +1 {2}hoa-lam-so-tai-chinh +Sở Tài chính/m);
    for (const line of out.split("\n")) expect(line.length).toBeLessThanOrEqual(100);
    for (const { id } of departments.units) expect(out).toContain(` ${id} `);
  });

  test("give the score sheet of one unit, and the words for one item", async () => {
    const [sheet, words] = await Promise.all([
      run("score", set, round, "hoa-lam-so-noi-vu"),
      run("explain", set, round, "hoa-lam-so-noi-vu", "1.1.2", "--en"),
    ]);
    expect([sheet.code, words.code]).toEqual([0, 0]);
    expect(sheet.out).toMatch(
      /^Sở Nội vụ tỉnh Hoa Lâm \(hoa-lam-so-noi-vu\)\n.*\n?.*; số liệu minh họa\n\nMã /,
    );
    expect(sheet.out).toMatch(/^1\.1\.2 {2}Mức độ hoàn thành/m);
    expect(sheet.out).toMatch(/^2\.1\.3 .* 1,00 +0,87 +87,04$/m);
    expect(sheet.out).not.toMatch(/ \d+(,\d|,\d{3,})?$/m);
    expect(words.out).toContain("1.1.2");
  });

  test("of a round of another set print its issue and end with 1", async () => {
    const { code, out, err } = await run("score", "hoa-lam/commune/2026", round);
    expect([code, out]).toEqual([1, ""]);
    expect(err).toMatch(/:3:9: lỗi round-of-other-set: /);
  });
});

describe.concurrent("par-index report, outstanding and seal", () => {
  test("write page, score sheets, workbook and tables into a folder, for the council and for the public", async () => {
    const [council, open] = [join(folder, "council"), join(folder, "public")];
    const unit = "hoa-lam-so-noi-vu";
    const [whole, shown] = await Promise.all([
      run("report", "--to", council, set, round, unit),
      run("report", "--public", "--to", open, set, round, unit, "--en"),
    ]);
    expect([whole.code, shown.code, whole.err]).toEqual([0, 0, ""]);
    expect(whole.out).toContain(council);
    const page = (at: string, name: string): string => readFileSync(join(at, name), "utf8");
    expect(page(council, "ket-qua.html")).toMatch(/^<!doctype html>\n<html lang="vi">/);
    expect(page(open, "ket-qua.html")).toMatch(/^<!doctype html>\n<html lang="en">/);
    expect(page(council, `phieu-diem/${unit}.html`).match(/class="sheet"/g)).toHaveLength(1);
    expect(page(council, "xep-hang-general.csv")).toMatch(/^\ufeffHạng;/);
    expect(page(council, "ket-qua.xlsx").slice(0, 2)).toBe("PK");
    expect(JSON.parse(page(council, "ket-qua.json")).format).toBe(1);
    expect((await run("report", set, round, "nobody")).code).toBe(2);
  });

  test("take the folder of a gathered round in place of set and round", async () => {
    const [of, empty] = [join(folder, "dot"), join(folder, "chua")];
    for (const at of [of, empty]) {
      mkdirSync(at);
      writeFileSync(join(at, "bo-tieu-chi.json"), JSON.stringify(criteriaSet(set)));
    }
    writeFileSync(join(of, "round.json"), readFileSync(round));
    const [written, scored, early] = await Promise.all([
      run("report", of, "hoa-lam-so-noi-vu"),
      run("score", of, "hoa-lam-so-noi-vu"),
      run("report", empty),
    ]);
    expect([written.code, scored.code, early.code]).toEqual([0, 0, 2]);
    expect(existsSync(join(of, "ket-qua", "phieu-diem", "hoa-lam-so-noi-vu.html"))).toBe(true);
    expect(scored.out).toMatch(/^Sở Nội vụ/);
    expect(early.err).toContain(`par-index gather ${empty}`);
  });

  test("print what is open, and a record that verifies", async () => {
    const [open, sealed] = await Promise.all([
      run("outstanding", set, round),
      run("seal", set, round, "hoa-lam-so-noi-vu"),
    ]);
    expect([open.code, sealed.code]).toEqual([0, 0]);
    expect(open.out).toContain("Sở Ngoại vụ tỉnh Hoa Lâm");
    const { code } = await run("verify", file("sealed.json", sealed.out), set, round);
    expect(code).toBe(0);
  });
});

describe.concurrent("par-index seal --group", () => {
  const records = join(folder, "records");

  test("writes the record of the group, and of each unit with the proof that holds against the root alone", async () => {
    const { code, out, err } = await run("seal", "--group", "general", set, round, "--to", records, "--en");
    expect([code, err]).toEqual([0, ""]);
    const [, root = ""] = /\nRoot: ([0-9a-f]{64})\n$/.exec(out) ?? [];
    expect(out).toContain("and 18 records of");
    const own = join(records, "hoa-lam-so-y-te.json");
    const at = (unit: string): string => join(records, `${unit}.bang-chung.json`);
    const [holds, alone, other, whole] = await Promise.all([
      run("verify", "--root", root, "--proof", at("hoa-lam-so-y-te"), own, set, round, "--en"),
      run("verify", "--root", root, "--proof", at("hoa-lam-so-y-te"), own),
      run("verify", "--root", root, "--proof", at("hoa-lam-so-noi-vu"), own, set, round),
      run("verify", "--root", root, join(records, "nhom.json"), set, round),
    ]);
    expect([holds.code, alone.code, other.code, whole.code]).toEqual([0, 3, 1, 0]);
    expect(holds.out.split("\n").every((line) => line.length <= 100)).toBe(true);
    const sealedAlone = await run("seal", set, round, "hoa-lam-so-y-te");
    expect(JSON.parse(readFileSync(own, "utf8"))).toEqual(JSON.parse(sealedAlone.out));
  });

  test("names the group that was meant, wants one where a folder is named, and says how it is called", async () => {
    const [misspelt, without, help] = await Promise.all([
      run("seal", "--group", "generall", set, round, "--en"),
      run("seal", "--to", records, set, round, "hoa-lam-so-y-te", "--en"),
      run("seal", "--help", "--en"),
    ]);
    expect([misspelt.code, without.code, help.code]).toEqual([2, 2, 0]);
    expect(misspelt.err).toContain("no group of units “generall”; did you mean “general”?");
    expect(without.err).toContain("GROUP");
    expect(help.out).toContain("par-index seal --group GROUP SET ROUND");
  });

  test("ends with 1 where a unit of the group cannot be sealed", async () => {
    const broken = JSON.parse(readFileSync(join(root, round), "utf8"));
    broken.statistics[0].facts = { points: "x" };
    const { code } = await run("seal", "--group", "general", set, file("wrong.json", JSON.stringify(broken)));
    expect(code).toBe(1);
  });
});

describe.concurrent("par-index diff and verify", () => {
  test("tell what differs between two files", async () => {
    const other = file(
      "other.json",
      smallSetText().replace('"Ban hành kế hoạch"', '"Ban hành kế hoạch năm"'),
    );
    const { code, out } = await run("diff", good, other);
    expect(code).toBe(0);
    expect(out).toContain("Tiêu chí 1.1.1, tên: Ban hành kế hoạch → Ban hành kế hoạch năm\n");
  });

  test("verify a sealed record, and find a forged one", async () => {
    const district = criteriaSet("binh-duong/district/2017");
    const published = "docs/examples/published/binh-duong/district/2017.1.json";
    const record = seal(district, JSON.parse(readFileSync(join(root, published), "utf8")), {
      unit: "bau-bang",
    });
    const sealed = file("record.json", JSON.stringify(record));
    const forged = file(
      "forged.json",
      JSON.stringify({ ...record, result: { ...record.result, index: "99.99" } }),
    );
    const [holds, differs, other] = await Promise.all([
      run("verify", sealed, district.id, published),
      run("verify", forged, district.id),
      run("verify", sealed, district.id, round),
    ]);
    expect([holds.code, differs.code, other.code]).toEqual([0, 1, 1]);
    expect(other.err).toMatch(/:3:9: lỗi round-of-other-set: /);
    expect(holds.out).toContain("Tính lại từ số liệu gốc: khớp\n");
    expect(differs.out).toContain("Khác biệt đầu tiên: Chỉ số: ghi 99,99, đúng ra là 80,27\n");
  });
});

describe.concurrent("an auditor's questions", () => {
  const unit = "hoa-lam-so-y-te";
  const trade = "hoa-lam-so-cong-thuong";
  const communes = "docs/examples/hoa-lam-communes-";
  const widest = (text: string) => Math.max(...text.split("\n").map((line) => line.length));
  const answers = async (...words: readonly string[]): Promise<string> => {
    const { code, out, err } = await run(...words, "--en");
    expect([code, err]).toEqual([0, ""]);
    expect(widest(out)).toBeLessThanOrEqual(100);
    return out;
  };

  test("what the council changed for a unit", async () => {
    const out = await answers("changes", set, round, unit);
    expect(out).toMatch(/^Illustrative round: departments of the fictional province Hoa Lâm, 2026\. /);
    expect(out).toMatch(
      /illustrative data\.\n\nDepartment of Health of Hoa Lâm: the council changed the points of 15 items, −3\.8 /,
    );
    expect(out).toContain("9.2.1 (penalty: Criticised in writing by the provincial chairman): before the");
    expect(out).toContain("\n      end −1 (−1): final appraisal: Chair of the council gave −1.\n");
  });

  test("whose results these are, and that those of a group have no final act", async () => {
    const open = "The result is not yet approved (Special bodies).";
    for (const verb of ["outstanding", "intervals"])
      expect((await answers(verb, set, round)).replace(/\s+/g, " ")).toContain(`illustrative data. ${open}`);
    const own = await answers("changes", set, round, "hoa-lam-thanh-tra-tinh");
    expect(own.replace(/\s+/g, " ")).toContain("illustrative data. The result is not yet approved. ");
  });

  test("what stands without a correction, of all and of one unit", async () => {
    const all = await answers("compare", set, round, "--without", "498/QĐ-UBND");
    expect(all).toContain("Department of Industry and Trade of Hoa Lâm: place 7 → 7; index 84.31% → 84.42%");
    const one = await answers("compare", set, round, "--without", "498/QĐ-UBND", trade);
    expect(one).toContain("index up by 0.11 percentage points");
    const wrong = await run("compare", set, round, "--without", "499/QĐ-UBND", "--en");
    expect(wrong.code).toBe(2);
    expect(wrong.err).toContain(
      "no correction names the decision “499/QĐ-UBND”; did you mean “498/QĐ-UBND”?",
    );
  });

  test("why one unit stands above another: ten lines, the rest summed", async () => {
    const out = await answers("compare", set, round, unit, "hoa-lam-so-tu-phap");
    expect(out.match(/^- /gm)).toHaveLength(11);
    expect(out).toMatch(/\n- the other 63 parts together: −10\.39 percentage points\n$/);
  });

  test("which places depend on rounding or the sample", async () => {
    const out = await answers("intervals", set, round);
    expect(out).toContain("hoa-lam-so-chuyen-doi-so: place 3, can be 3 to 6");
    // Some seconds of work, among others that run beside it.
  }, 300_000);

  test("two years, with units that are new, gone and merged; and their sets", async () => {
    const former = `${communes}2024.set.json`;
    const years = ["hoa-lam/commune/2026", `${communes}2026.json`, "--before", `${communes}2024.json`];
    const { out } = await run("compare", ...years, "--before-set", former, "--en");
    expect(out).toMatch(/^Hoa Trach commune: new in the later list, place 1, index 91\.88%\.$/m);
    expect(out).toMatch(
      /^Suoi Vang commune: new in the later list, in place of Khe Bac commune, former Suoi/m,
    );
    expect(out).toMatch(
      /^Khe Bac commune: no longer in the later list, now Suoi Vang commune; before place 3/m,
    );
    expect(widest(out)).toBeLessThanOrEqual(100);
    const sets = await answers("diff", former, "hoa-lam/commune/2026");
    expect(sets).toContain("\nBasis of 43 items, at the same places: 1980/QĐ-UBND → 2215/QĐ-UBND\n");
  });

  test("a provisional unit: points and index say which they are", async () => {
    const { out } = await run("score", set, round, "hoa-lam-so-ngoai-vu", "--en");
    expect(out).toContain("index from 66.91%");
    const told = (await run("explain", set, round, "hoa-lam-so-ngoai-vu", "--en")).out.replace(/\n +/g, " ");
    expect(told).toContain("index provisionally from 66.91% to 90.27%; from 63.73 to 85.98 of 95.25 points");
  });

  test("the terms of an index, which recompute it", async () => {
    const out = await answers("explain", set, round, unit, "index");
    const [, terms = "", index] = /\nIndex: ≈ (.*) = (.*)%\.\n$/.exec(out) ?? [];
    expect(terms).toBe("71.216669 ÷ 100 × 100 − 1 ÷ 100 × 100 − 0.9 ÷ 100 × 100");
    expect(Math.round((71.216669 - 1 - 0.9) * 100) / 100).toBe(Number(index));
    const sheet = await run("score", set, round, unit, "--en");
    expect(sheet.out).toContain(`\nIndex: ≈ ${terms} = 69.32%.\n`);
  });

  test("whether a published table is consistent", async () => {
    const ministries = "docs/examples/published/moha/ministry/2023.1.table.json";
    const text = readFileSync(join(root, ministries), "utf8");
    expect(await answers("audit", "moha/ministry/2023", ministries)).toBe(`${ministries}: no issues\n`);
    const slip = file("slip.json", text.replace('"total": "89.95"', '"total": "88.95"'));
    const { code, out } = await run("audit", "moha/ministry/2023", slip, "--en");
    expect([code, out.includes(" error table-total-impossible: bo-tu-phap: ")]).toEqual([1, true]);
    expect((await run("audit", "moha/ministry/2023", round)).code).toBe(1);
    expect((await run("audit", "moha/ministry/2023")).code).toBe(2);
  });

  test("whether a record holds, and what that rests on: 0, 1, 2 or 3", async () => {
    const { out } = await run("seal", set, round, unit);
    const record = file("unit.json", out);
    const { digest } = JSON.parse(out);
    const other = `00${digest.slice(2)}`;
    const status = async (...words: readonly string[]) => (await run("verify", record, ...words)).code;
    expect(
      await Promise.all([
        status(set, round),
        status(set, round, "--digest", digest),
        status(),
        status(set),
        status(set, round, "--root", digest),
        status(set, round, "--digest", other),
        status(set, round, "--digest", "xyz"),
        status("none.json"),
      ]),
    ).toEqual([0, 0, 3, 3, 3, 1, 2, 2]);
    const changed = file("changed.json", out.replace('"index": "69.32"', '"index": "79.32"'));
    const twice = file("twice.json", out.replace('"format": 1,', '"format": 1,\n  "format": 1,'));
    expect([(await run("verify", changed)).code, (await run("verify", twice)).code]).toEqual([1, 1]);
    const public_ = file(
      "proof.json",
      JSON.stringify({ unit, group: "general", root: digest, index: 0, size: 1, path: [] }),
    );
    expect(await status(set, round, "--proof", public_, "--root", digest)).toBe(1);
    for (const words of [["seal", set, round], ["seal", set, round, "nobody"], ["verify"]])
      expect((await run(...words)).code).toBe(2);
  });
});

describe.concurrent("par-index repl", () => {
  const typed = (words: readonly string[], lines: string): Promise<string> =>
    new Promise((resolve) => {
      const child = execFile(
        process.execPath,
        ["--import", "tsx", join(root, "src/bin.ts"), "repl", ...words],
        { cwd: root, env: { ...process.env, NO_COLOR: "1" } },
        (_, out, err) => resolve(out + err),
      );
      child.stdin?.end(lines);
    });

  test("opens with the set and the round that are named", async () => {
    const told = await typed([set, round, "--en"], "unit\nresult.scores.length\ntypeof verify\n");
    expect(told).toBe(
      "par-index: every name of its six entries is here, and set, round, result, unit.\n" +
        `> '${departments.units.map(({ id }) => id).sort()[0]}'\n> 21\n> 'function'\n> `,
    );
  });

  test("speaks the language that somebody sets", async () => {
    const told = await typed([set, round], 'result.issues[0]\nlanguage = "en"\nresult.issues.slice(0, 1)\n');
    expect(told).toMatch(/\n> 'en'\n> ! [A-Z]/);
    const none = await typed([set, round], 'language = "tho"\nunit\n');
    const known = languages.join(", ");
    expect(none).toContain(`không có ngôn ngữ này; đặt language là một trong: ${known}.\n'hoa-lam-`);
  });

  test("opens with the illustrative data where nothing is named, and opens files", async () => {
    const told = await typed([], `communeRound.units.length > 0\nopen("${good}").format\n`);
    expect(told).toMatch(/^par-index: có sẵn mọi tên của sáu lối vào; .*\n.*\n.*\n> true\n> 1\n> $/);
  });

  test("lists what is wrong with a round that cannot be used, and does not open", async () => {
    const { code, out, err } = await run("repl", "hoa-lam/commune/2026", round);
    expect([code, out]).toEqual([1, ""]);
    expect(err).toMatch(/:3:9: lỗi round-of-other-set: /);
  });
});

describe.concurrent("wrong use ends with 2", () => {
  const missing = join(folder, "none.json");
  test.each([
    { given: "nothing", words: [], said: "thiếu LỆNH" },
    { given: "no file", words: ["check"], said: "thiếu TỆP" },
    { given: "an option without its word", words: ["check", "--set"], said: "thiếu BỘ" },
    { given: "no round", words: ["score", set], said: "thiếu ĐỢT" },
    { given: "neither round nor unit", words: ["explain", set], said: "thiếu ĐỢT, ĐƠN_VỊ" },
    { given: "the same in English", words: ["explain", set, "--en"], said: "missing: ROUND, UNIT" },
    { given: "a set without a round", words: ["repl", set], said: "thiếu ĐỢT" },
    { given: "a word too many", words: ["diff", good, good, "x"], said: "thừa “x”" },
  ])("and the ways to use it for $given", async ({ words, said }) => {
    const { code, out, err } = await run(...words);
    expect([code, out]).toEqual([2, ""]);
    expect(err.split("\n\n")[0]).toBe(`par-index: ${said}`);
    expect(err).toContain("  par-index check ");
  });

  const unit = "không có đơn vị “so-noi-vu”; có phải “hoa-lam-so-noi-vu”?";
  const unread = (path: string, reason: string) => `không mở được tệp “${path}”: ${reason}`;
  test.each([
    { given: "an unknown verb", words: ["chek", good], said: "không có lệnh “chek”; có phải “check”?" },
    {
      given: "an unknown option",
      words: ["check", "--tabel", good],
      said: "không có tùy chọn “--tabel”; có phải “--table”?",
    },
    { given: "the end of a unit's id", words: ["explain", set, round, "so-noi-vu"], said: unit },
    { given: "the same for its score", words: ["score", set, round, "so-noi-vu"], said: unit },
    {
      given: "a misspelt unit",
      words: ["score", set, round, "hoa-lam-so-noi-vụ"],
      said: "không có đơn vị “hoa-lam-so-noi-vụ”; có phải “hoa-lam-so-noi-vu”?",
    },
    { given: "a unit like no other", words: ["score", set, round, "x"], said: "không có đơn vị “x”" },
    {
      given: "a file that is not there",
      words: ["check", missing],
      said: unread(missing, "không có tệp này"),
    },
    { given: "a folder", words: ["check", folder], said: unread(folder, "đây là thư mục") },
    {
      given: "a misspelt set",
      words: ["score", "hoa-lam/deprtment/2026", round],
      said: `${unread("hoa-lam/deprtment/2026", "không có tệp này")}; có phải “${set}”?`,
    },
    {
      given: "an edition that no set has",
      words: ["score", `${set}.9`, round],
      said: `không có bộ tiêu chí “${set}.9”; có phải “${set}”?`,
    },
  ])("and one line for $given", async ({ words, said }) => {
    expect(await run(...words)).toEqual({ code: 2, out: "", err: `par-index: ${said}\n` });
  });

  test("and what may be asked for an unknown item, in lines of 100 columns", async () => {
    const { code, out, err } = await run("explain", set, round, "hoa-lam-so-noi-vu", "1.1.1.2", "--en");
    expect([code, out]).toEqual([2, ""]);
    const [first, ...names] = err.trimEnd().split("\n");
    expect(first).toBe("par-index: there is no item “1.1.1.2”; did you mean “1.1.1”?");
    expect(names.map((line) => line.trim()).join(" ")).toMatch(
      /^What may be asked: 1, 1\.1, 1\.1\.1, .* index, grade, place, .* late, /,
    );
    expect(Math.max(...names.map((line) => line.length))).toBeLessThanOrEqual(100);
  });

  test("help is no wrong use", async () => {
    for (const language of ["--en", "--vi"]) {
      const { out } = await run("--help", language);
      expect(out).toMatch(/^(?:Usage|Cách dùng):\n/);
      expect(out.split("\n").filter((line) => [...line].length > 100)).toEqual([]);
    }
    const check = await run("check", "--help");
    expect([check.code, check.out.split("\n").length]).toEqual([0, 6]);
    expect(check.out).toMatch(/^par-index check TỆP…/);
    expect((await run("gather", "--help")).out).toMatch(/^par-index gather THƯ-MỤC\n/);
    expect((await run("repl", "--help")).out).toMatch(/^par-index repl \[BỘ ĐỢT\][^\n]*\n$/);
  });
});

describe("par-index start, gather and import", () => {
  const place = (name: string): string => join(folder, name);

  test("make a folder, read it, and count a survey, each with its exit status", async () => {
    const units = file("danh-sach.csv", "Tên,Nhóm\nXã Tân Hòa,Xã\nXã B,Xã\n");
    const made = await run("start", "hoa-lam/commune/2026", units, place("dot-moi"));
    expect([made.code, made.err]).toEqual([0, ""]);
    expect(existsSync(place("dot-moi/phieu/xa-tan-hoa.xlsx"))).toBe(true);
    expect((await run("gather", place("dot-moi"))).code).toBe(0);
    const question = "Ông/Bà đánh giá thế nào về thời gian giải quyết hồ sơ?";
    const answers = file("phieu-a.csv", `Đơn vị,${question}\nXã B,Khá (hài lòng)\n`);
    const wrong = file("sai.csv", `Đơn vị,${question}\nXã C,Khá (hài lòng)\n`);
    expect((await run("import", place("dot-moi"), answers)).code).toBe(0);
    expect((await run("import", place("dot-moi"), wrong)).code).toBe(1);
    expect((await run("gather", place("dot-moi"))).code).toBe(0);
  });

  test("of what is not there, or is something else, say so in one line and end with 1", async () => {
    mkdirSync(place("trong"), { recursive: true });
    writeFileSync(join(folder, "hong.xlsx"), "x");
    const given = [
      ["gather", place("trong")],
      ["import", place("trong"), "a.csv"],
      ["start", "hoa-lam/commune/2026", place("hong.xlsx"), place("moi")],
      ["start", "hoa-lam/commune/2026", place("khong-co.xlsx"), place("moi")],
    ];
    for (const words of given) {
      const { code, out, err } = await run(...words);
      expect([code, out]).toEqual([1, ""]);
      expect(err).toMatch(/^[^\n]+\n$/);
      expect(err).not.toMatch(/ at |Error:|\.js:/);
    }
    for (const words of [["gather"], ["start"], ["import", place("trong")]])
      expect((await run(...words)).code).toBe(2);
  });
});
