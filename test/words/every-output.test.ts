/**
 * The library with a language of no words in the place of its own: whatever a public function gives then holds codes,
 * values, and texts of the data that it was given, and not one Vietnamese or English word more.
 */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { inspect } from "node:util";
import { issueSentence, languages } from "par-index";
import { checkCriteriaText } from "par-index/check";
import { afterAll, describe, expect, test, vi as vitest } from "vitest";
import { viIssues } from "../../src/words/vi.ts";
import { openWorkbook } from "../../src/workbook.ts";
import { publicFunctions, rightCalls } from "../support/calls.ts";
import type { Raw } from "../support/random-round.ts";
import { foreignWords, textsIn } from "../support/wordless.ts";

vitest.mock("../../src/words/vi.ts", async (original) => {
  const { wordlessModule } = await import("../support/wordless.ts");
  return wordlessModule(await original());
});
vitest.mock("../../src/words/en.ts", async (original) => {
  const { wordlessModule } = await import("../support/wordless.ts");
  return wordlessModule(await original());
});

/** The sessions of Node's REPL that would have been opened, each with what shows a value in it. */
const { sessions } = vitest.hoisted(() => ({
  sessions: [] as {
    readonly context: Record<string, unknown>;
    readonly writer: (value: unknown) => string;
  }[],
}));
vitest.mock("node:repl", () => ({
  start: ({ writer }: { readonly writer: (value: unknown) => string }) => {
    const session = { context: {}, writer };
    sessions.push(session);
    return session;
  },
}));

/** Codes, ids and keys, as results hold them; words for people have a capital, a space or a mark. */
const isCode = (text: string): boolean => /^[A-Za-z0-9_$]+([-.:/#][A-Za-z0-9_$]+)*$/.test(text);

/** Every word of the texts and keys of a value by itself. */
const syllables = (value: unknown): readonly string[] => [
  ...new Set([...textsIn(value)].flatMap((it) => it.split(/[^\p{L}\p{N}]+/u))),
];

/** The rows of a result; nothing of what has none. */
function rowsOf(result: unknown): unknown {
  try {
    return publicFunctions.get("rows")?.(result);
  } catch {
    return undefined;
  }
}

/** The round of its first units alone: places under variation are drawn a thousand times. */
function roundOf(round: Raw, count: number): Raw {
  const own = new Set(round.units.slice(0, count).map(({ id }: Raw) => id));
  const ofOwn = ({ unit }: Raw): boolean => own.has(unit);
  const lists = ["selfAssessments", "ledger", "statistics", "targets", "findings", "extensions"];
  const councils = round.councils.map((it: Raw) => ({
    ...it,
    units: it.units.filter((unit: string) => own.has(unit)),
  }));
  return {
    ...round,
    ...Object.fromEntries(lists.map((list) => [list, (round[list] ?? []).filter(ofOwn)])),
    units: round.units.slice(0, count),
    councils: councils.filter(({ units }: Raw) => units.length > 0),
    acts: round.acts.filter((it: Raw) =>
      councils.some(({ id, units }: Raw) => id === it.council && units.length > 0),
    ),
    tally: { ...round.tally, counts: round.tally.counts.filter(ofOwn) },
  };
}

const folder = new URL("../../criteria/", import.meta.url).pathname;
const shipped = readdirSync(folder, { recursive: true, encoding: "utf8" })
  .filter((it) => it.endsWith(".json"))
  .map((file): unknown => JSON.parse(readFileSync(join(folder, file), "utf8")));

/** What has letters and is no word: digests, addresses, the library's name, marks of a page, formulas, score vectors. */
const noWords =
  /\b[0-9a-f]{64}\b|https:\S*|par-index\/\d[^ ]*|<style>[^<]*<\/style>|<[^>]*>|&\w+;|[A-Z]+(?=\()|\$?[A-Z]{1,3}\$?\d+|^PI1;.*/gu;

/** The codes of issues, which a listing has beside their words. */
const codes = Object.keys(viIssues);

/** Calls that say the same with another layout: columns that are wrapped would cut codes in two. */
const laidOut: Readonly<Record<string, object>> = { criteriaTable: { markdown: true } };

/** The schema of a record is data of its file, with words of its own in both languages. */
const described: ReadonlySet<string> = new Set(["recordJsonSchema"]);

/** Lines as a compiler prints them, and cells that are read back, are alike in every language. */
const alike: ReadonlySet<string> = new Set(["issueListing", "roundSheets"]);

const callable = [...publicFunctions.keys()].sort();

test("the table of every language that ships is put away", async () => {
  for (const code of languages) {
    const { [code]: table } = await import(`../../src/words/${code}.ts`);
    expect(table.style.comma, code).toBe("⟦style.comma⟧");
  }
});

test("the list of calls has every public function", () => {
  expect(Object.keys(rightCalls).sort()).toEqual(callable);
});

test.each(callable.filter((name) => !described.has(name)))("%s gives no word of its own", async (name) => {
  const { given, options } = rightCalls[name] ?? { given: [] };
  const result = await publicFunctions.get(name)?.(
    ...given,
    ...(options === undefined ? [] : [{ ...options, ...laidOut[name] }]),
  );
  const foreign = foreignWords(...given, options, shipped);
  const texts = typeof result === "string" ? [result] : [...textsIn(result)].filter((it) => !isCode(it));
  const words = texts.flatMap((text) => foreign(text.replace(noWords, " ")));
  expect([...new Set(words)].slice(0, 30)).toEqual([]);
  // What parts a label from what it labels is a text of the style, as a French table has it after a space.
  if (alike.has(name)) return;
  expect(texts.flatMap((text) => text.match(/^.*(?:⟧ ?:(?!\w)|: ⟦).*$/gm) ?? []).slice(0, 5)).toEqual([]);
});

const broken = new URL("../broken/", import.meta.url).pathname;

test("issues of files that are wrong in every way give no word of their own", () => {
  const files = readdirSync(broken).filter((it) => it.endsWith(".json"));
  const words = files.flatMap((file) => {
    const text = readFileSync(join(broken, file), "utf8");
    const issues = checkCriteriaText(text);
    const values = issues.map(({ params }) => [params["found"], params["expected"]]);
    const foreign = foreignWords(text, codes, values);
    return issues.flatMap((it) => foreign(issueSentence(it, "vi")).map((word) => `${it.code}: ${word}`));
  });
  expect([...new Set(words)]).toEqual([]);
});

describe("the command", () => {
  const folder = mkdtempSync(join(tmpdir(), "par-index-wordless-"));
  afterAll(() => rmSync(folder, { recursive: true }));
  const root = new URL("../../", import.meta.url).pathname;
  const set = "hoa-lam/department/2026";
  const round = join(root, "docs/examples/hoa-lam-departments-2026.json");
  const record = join(root, "docs/examples/records/hoa-lam-so-y-te-2026.json");
  const table = join(root, "docs/examples/published/moha/ministry/2023.1.table.json");
  const [one, other] = ["hoa-lam-so-noi-vu", "hoa-lam-so-y-te"];
  const wrong = join(folder, "wrong.json");
  writeFileSync(wrong, readFileSync(round, "utf8").replace('"format": 1,', '"format": 1, "fromat": 1,'));
  const few = join(folder, "few.json");
  writeFileSync(few, JSON.stringify(roundOf(JSON.parse(readFileSync(round, "utf8")), 6)));
  const office = join(folder, "office");
  const surveyed = join(folder, "survey.csv");
  writeFileSync(surveyed, "a,b\n1,2\n");

  let runs = 0;
  /** Runs the command, whose file alone is loaded anew, and gives what it prints on both streams. */
  async function run(...words: readonly string[]): Promise<string> {
    const told: string[] = [];
    const write = (text: unknown): boolean => told.push(String(text)) > 0;
    const spies = [process.stdout, process.stderr].map((it) =>
      vitest.spyOn(it, "write").mockImplementation(write),
    );
    const { argv } = process;
    const listeners = process.stdout.listeners("error");
    process.argv = [argv[0] ?? "", "par-index", ...words];
    try {
      runs += 1;
      await import(`${root}src/bin.ts?run=${runs}`);
    } finally {
      process.argv = argv;
      process.exitCode = undefined;
      for (const it of spies) it.mockRestore();
      for (const it of process.stdout.listeners("error"))
        if (!listeners.includes(it)) process.stdout.off("error", it as () => void);
    }
    return told.join("");
  }

  let syllablesOfData: readonly string[] | undefined;
  const cutData = (): readonly string[] => {
    syllablesOfData ??= syllables(data);
    return syllablesOfData;
  };

  const verbs =
    "check --table --to --framework --set score explain report outstanding seal compare start".split(" ");
  const data = [shipped, readFileSync(wrong, "utf8"), readFileSync(record, "utf8")];

  test.each<readonly string[]>([
    [],
    ["help"],
    ["--help", "--en"],
    ["chek"],
    ["score", set],
    ["score", set, round, one, other],
    ["check", "--tabel", round],
    ["check", join(root, "criteria/hoa-lam/department/2026.1.json")],
    ["check", "--set", set, round],
    ["check", "--set", set, wrong],
    ["check", round],
    ["check", join(folder, "none.json")],
    ["check", folder],
    ["score", set, round],
    ["score", set, round, one],
    ["score", set, round, "so-noi-vu"],
    ["explain", set, round, one],
    ["explain", set, round, one, "1.1.22"],
    ["report", set, round, "--to", join(folder, "report")],
    ["outstanding", set, round],
    ["seal", set, round, one],
    ["seal", set, round],
    ["repl", set, round],
    ["repl", "--en"],
    ["compare", set, round, one, other],
    ["changes", set, round, one],
    ["intervals", set, few],
    ["audit", "moha/ministry/2023", table],
    ["diff", set, "hoa-lam/commune/2026"],
    ["verify", record],
    ["verify", record, set, round],
    ["verify", "--digest", "0", record],
    ["start", set, office],
    ["gather", office],
    ["import", office, surveyed],
    ["start", "--help"],
    ["gather", "--help"],
    ["gather", folder],
  ])("par-index %s %s %s %s prints no word of its own", async (...words) => {
    const said = (await run(...words))
      .replaceAll(root, "")
      .replaceAll(folder, "")
      .replace(noWords, " ")
      // Names of files, the line of a file that an issue is about, and the end of a list that is cut.
      .replace(/[\w./-]+\.(?:json|xlsx|txt|csv)\b|\bghi-chu\b|^ *\d+ \| .*$|\p{L}+…/gmu, " ");
    // Lines and columns that are wrapped cut the texts of the data.
    const cut = ["score", "diff"].includes(words[0] ?? "") ? cutData() : [];
    const foreign = foreignWords(...data, words, codes, verbs, cut);
    expect([...new Set(foreign(said))]).toEqual([]);
  });

  /** Beside the names of members, by which somebody goes on: how the REPL heads its tables and its facts. */
  const headings = "edition step title note open incomplete scores issues sealed of vary proof goal".split(
    " ",
  );

  test("the REPL shows every result without a word of its own", async () => {
    await run("repl", set, round);
    const session = sessions.at(-1);
    if (session === undefined) throw new Error("no session was opened");
    const results = Object.values(session.context);
    for (const [name, { given, options }] of Object.entries(rightCalls)) {
      const all = options === undefined ? given : [...given, options];
      results.push(...given, described.has(name) ? undefined : await publicFunctions.get(name)?.(...all));
    }
    // Columns that are wrapped cut the texts of the data.
    const cutData = syllables(shipped);
    let shown = 0;
    const words = [...new Set(results)].flatMap((result) => {
      if (typeof result !== "object" || result === null) return [];
      const told = ["vi", "en"].map((language) => {
        Object.assign(session.context, { language });
        return session.writer(result);
      });
      // What is no result is shown as Node shows it.
      if (told[0] === inspect(result)) return [];
      shown += 1;
      const laid = rowsOf(result);
      const foreign = foreignWords(cutData, codes, headings, syllables([result, laid]));
      return told.flatMap((it) => foreign(it.replace(noWords, " ")));
    });
    expect(shown).toBeGreaterThan(30);
    expect([...new Set(words)]).toEqual([]);
  });

  test("what it writes has no word of its own", () => {
    const foreign = foreignWords(...data);
    const texts = readdirSync(folder, { recursive: true, encoding: "utf8" }).flatMap((file) => {
      if (/\.(?:html|csv|txt)$/.test(file)) return readFileSync(join(folder, file), "utf8");
      if (!file.endsWith(".xlsx")) return [];
      const opened = openWorkbook(readFileSync(join(folder, file)));
      return "fault" in opened ? file : [...textsIn(opened.sheets)].filter((it) => !isCode(it));
    });
    expect(texts.length).toBeGreaterThan(100);
    const words = texts.flatMap((text) => foreign(text.replace(noWords, " ")));
    expect([...new Set(words)]).toEqual([]);
  });
});
