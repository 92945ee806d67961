/**
 * The worked app of `docs/examples/app/`: its server on a port of its own, with the round in a file, and its page in
 * Chromium under the policy that the server sends. On a machine without Chromium the page is only compiled.
 */
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import type { Server } from "node:http";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "esbuild";
import sqlite from "node-sqlite3-wasm";
import { assess, blankSelfAssessment, readRound } from "par-index";
import type { Page } from "playwright-core";
import ts from "typescript";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  createApp,
  type FormAnswer,
  type RankingAnswer,
  type Refusal,
} from "../../docs/examples/app/server.ts";
import { openStore, type Store } from "../../docs/examples/app/store.ts";
import { hasBrowser, openContext } from "../support/browser.ts";

const source = "docs/examples/app";
const folder = mkdtempSync(join(tmpdir(), "par-index-app-"));
const seed = JSON.parse(readFileSync("docs/examples/hoa-lam-departments-2026.json", "utf8"));
const unit = "hoa-lam-thanh-tra-tinh";
const markup = "<img src=x onerror=alert(1)> & Sở **Mới**";

/** An app that answers, with a database of its own. */
interface Running {
  readonly store: Store;
  readonly address: string;
  readonly close: () => Promise<void>;
}

async function running(file: string, round: unknown = seed): Promise<Running> {
  const store = openStore(join(folder, file), JSON.stringify(round));
  const server: Server = createApp(store, pathToFileURL(`${folder}/public/`));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const port = typeof address === "object" ? address?.port : undefined;
  const close = async () => {
    await new Promise((resolve) => server.close(resolve).closeAllConnections());
    store.close();
  };
  return { store, address: `http://127.0.0.1:${port}`, close };
}

beforeAll(async () => {
  cpSync(join(source, "public"), join(folder, "public"), { recursive: true });
  await build({
    entryPoints: [join(source, "page.ts")],
    outfile: join(folder, "public/page.js"),
    bundle: true,
    minify: true,
    format: "esm",
    logLevel: "error",
  });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("the code", () => {
  const files = readdirSync(source).filter((name) => name.endsWith(".ts"));

  test.each(files)("%s asserts no type and uses only public names", (name) => {
    const text = readFileSync(join(source, name), "utf8");
    const tree = ts.createSourceFile(name, text, ts.ScriptTarget.ES2022, true);
    const wrong: string[] = [];
    const visit = (node: ts.Node): void => {
      const isAsserted = ts.isAsExpression(node) || ts.isNonNullExpression(node);
      if (isAsserted || node.kind === ts.SyntaxKind.AnyKeyword) wrong.push(node.getText(tree));
      if (ts.isImportDeclaration(node)) {
        const from = node.moduleSpecifier.getText(tree).slice(1, -1);
        if (!/^(?:par-index(?:\/\w+)?|node:\w+|node-sqlite3-wasm|\.\/\w+\.ts)$/.test(from)) wrong.push(from);
      }
      ts.forEachChild(node, visit);
    };
    visit(tree);
    expect(wrong).toEqual([]);
    expect(text).not.toMatch(/innerHTML|outerHTML|insertAdjacentHTML|\beval\b/);
  });

  test("the two pages differ in their words alone", () => {
    const [vi = "", en = ""] = ["vi", "en"].map((name) =>
      readFileSync(join(source, `public/${name}.html`), "utf8"),
    );
    const markupOf = (page: string): string =>
      page
        .replace(/>[^<]*</g, "><")
        .replace(/\s(?:lang|hreflang|aria-label)="[^"]*"/g, "")
        .replace(/"(?:vi|en)\.html"/, "");
    expect(markupOf(en)).toBe(markupOf(vi));
    expect(vi + en).not.toMatch(/<style|\sstyle=|<script(?! type="module" src)|\son\w+=/);
  });
});

describe("the server", () => {
  let app: Running;
  beforeAll(async () => {
    app = await running("server.sqlite");
  });
  afterAll(() => app?.close());

  const json = { "content-type": "application/json" };
  const get = async <T>(path: string): Promise<T> => (await fetch(app.address + path)).json();
  const send = (method: string, path: string, body: unknown, language = "vi"): Promise<Response> =>
    fetch(app.address + path, {
      method,
      headers: { ...json, "accept-language": language },
      body: JSON.stringify(body),
    });
  const saved = () =>
    structuredClone(seed.selfAssessments.find((own: { unit: string }) => own.unit === unit));
  const indexOf = ({ rankings }: RankingAnswer): string | undefined =>
    rankings.flatMap(({ rows }) => rows).find(([, name]) => name === "Thanh tra tỉnh Hoa Lâm")?.[2];

  test("answers a form with what was saved in it", async () => {
    const { form, unit: own } = await get<FormAnswer>(`/api/form?unit=${unit}`);
    expect(own.id).toBe(unit);
    expect(form.answers.map(({ item }) => item)).toEqual(
      blankSelfAssessment(app.store.set, own).answers.map(({ item }) => item),
    );
    const [first] = saved().answers;
    expect(form.answers.find(({ item }) => item === first.item)?.facts).toEqual(first.facts);
    expect(form.submitted).toBe(saved().submitted);
  });

  test("stores a form, and answers with the ranking", async () => {
    const before = await get<RankingAnswer>("/api/ranking");
    expect([before.version, indexOf(before)]).toEqual([1, "83,07"]);
    const form = saved();
    const options = (await get<FormAnswer>(`/api/form?unit=${unit}`)).form.answers[0]?.asks.choices;
    form.answers[0].facts.choice = options?.at(-1)?.id;
    delete form.answers[0].points;
    const response = await send("PUT", "/api/self-assessment", form);
    expect(response.status).toBe(200);
    const after: RankingAnswer = await response.json();
    expect(after.version).toBe(2);
    expect(Number(indexOf(after)?.replace(",", "."))).toBeLessThan(83.07);
  });

  test("refuses a form with its issues, in the language asked for, and stores nothing", async () => {
    const form = saved();
    const at = form.answers.findIndex(({ item }: { item: string }) => item === "1.1.2");
    form.answers[at].facts = { numerator: 52, denominator: 50 };
    const told: string[] = [];
    for (const language of ["vi", "en"]) {
      const response = await send("PUT", "/api/self-assessment", form, language);
      expect(response.status).toBe(422);
      const refusal: Refusal = await response.json();
      expect(refusal.issues.map(({ code }) => code)).toEqual(["numerator-above-denominator"]);
      expect(refusal.issues[0]?.path.slice(-4)).toEqual(["answers", at, "facts", "numerator"]);
      told.push(refusal.text);
    }
    expect(told[0]).toContain("tử số 52 lớn hơn mẫu số 50");
    expect(told[1]).toContain("52");
    expect(told[1]).not.toContain("tử số");
    for (const body of [null, [], "x", { unit: "nobody", answers: [] }])
      expect((await send("PUT", "/api/self-assessment", body)).status).toBe(422);
    expect((await get<RankingAnswer>("/api/ranking")).version).toBe(2);
  });

  const entry = {
    unit,
    item: "1.1.1",
    kind: "adjust",
    stage: "second",
    by: "deputy",
    date: "2027-02-03",
    facts: { choice: "in-time" },
    reason: "Hội đồng chấm lại theo tài liệu bổ sung.",
  };

  test("an entry of the council changes the ranking", async () => {
    expect(indexOf(await get<RankingAnswer>("/api/ranking"))).not.toBe("83,07");
    const response = await send("POST", "/api/ledger", entry);
    expect(response.status).toBe(200);
    const after: RankingAnswer = await response.json();
    expect(after.version).toBe(3);
    expect(indexOf(after)).toBe("83,07");
    expect((await send("POST", "/api/ledger", { ...entry, by: "secretary" })).status).toBe(422);
    const { markdown } = await get<{ markdown: string }>(`/api/explanation?unit=${unit}&item=1.1.1`);
    expect(markdown).toContain("chấm lại theo tài liệu bổ sung");
  });

  test("after a restart the round is what reading the whole anew gives", async () => {
    const { selfAssessments } = app.store.now().round;
    const form = selfAssessments.find((own) => own.unit === unit);
    await app.close();
    app = await running("server.sqlite", { never: "read" });
    const replaced = seed.selfAssessments.map((own: { unit: string }) => (own.unit === unit ? form : own));
    const whole = { ...seed, selfAssessments: replaced, ledger: [...seed.ledger, entry] };
    const { round, version } = app.store.now();
    expect(version).toBe(3);
    expect(round.ledger).toHaveLength(seed.ledger.length + 1);
    expect(assess(app.store.set, round)).toEqual(assess(app.store.set, readRound(app.store.set, whole)));
  });

  test("keeps a row for each part, with the change that wrote it; the database refuses to rewrite the ledger", () => {
    const db = new sqlite.Database(join(folder, "server.sqlite"));
    const count = (list: string, version: number) =>
      db.get("SELECT count(*) AS rows FROM parts WHERE list = ? AND version = ?", [list, version])?.["rows"];
    expect([count("selfAssessments", 2), count("ledger", 3), count("ledger", 2)]).toEqual([1, 1, 0]);
    expect([count("units", 1), count("acts", 1)]).toEqual([seed.units.length, seed.acts.length]);
    expect(() => db.run("UPDATE parts SET data = '{}' WHERE list = 'ledger'")).toThrow(
      "entries are only added",
    );
    expect(() => db.run("DELETE FROM parts WHERE list = 'ledger'")).toThrow("entries are only added");
    db.close();
  });

  test("reads the rows anew when another process has stored something", () => {
    const other = openStore(join(folder, "server.sqlite"), JSON.stringify(seed));
    const { version } = app.store.now();
    const [form] = seed.selfAssessments;
    expect(other.save({ selfAssessments: [{ ...form, submitted: "2026-12-17" }] }).round).toBeDefined();
    other.close();
    expect(app.store.now().version).toBe(version + 1);
    expect(app.store.now().round.selfAssessments.find((own) => own.unit === form.unit)?.submitted).toBe(
      "2026-12-17",
    );
  });

  test("what is taken out of the round is gone after a restart, too", async () => {
    const gone = seed.selfAssessments[1].unit;
    expect(app.store.save({ remove: { selfAssessments: [gone] } }).round).toBeDefined();
    await app.close();
    app = await running("server.sqlite");
    expect(app.store.now().round.selfAssessments.map((own) => own.unit)).not.toContain(gone);
    expect(app.store.now().round.selfAssessments).toHaveLength(seed.selfAssessments.length - 1);
  });

  test("answers what it cannot serve with a status, and goes on", async () => {
    const put = (body: string | Uint8Array<ArrayBuffer>, headers: Record<string, string> = json) =>
      fetch(`${app.address}/api/self-assessment`, { method: "PUT", headers, body });
    expect((await put("{")).status).toBe(400);
    expect((await put(new Uint8Array([0x22, 0xff, 0x22]))).status).toBe(400);
    expect((await put(`"${"x".repeat(1_100_000)}"`)).status).toBe(413);
    expect((await put("{}", { "content-type": "text/plain" })).status).toBe(415);
    const statusOf = async (path: string, method = "GET") =>
      (await fetch(app.address + path, { method })).status;
    for (const path of [
      "/nothing",
      "/constructor",
      "/..%2fserver.ts",
      "/api/form?unit=x",
      "/api/explanation?unit=x",
    ])
      expect([path, await statusOf(path)]).toEqual([path, 404]);
    expect(await statusOf(`/api/explanation?unit=${unit}&item=99`)).toBe(404);
    const wrong = await fetch(`${app.address}/api/ledger`, { method: "DELETE" });
    expect([wrong.status, wrong.headers.get("allow")]).toEqual([405, "POST"]);
    expect(await statusOf("/", "POST")).toBe(405);
    const raw = await new Promise<string>((resolve) => {
      const socket = connect(Number(new URL(app.address).port), "127.0.0.1");
      socket.on("data", (told) => resolve(String(told)));
      socket.end("GET // HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
    });
    expect(raw).toContain("400 Bad Request");
    const page = await fetch(`${app.address}/`);
    expect(page.headers.get("content-security-policy")).toMatch(/^default-src 'self'; (?!.*unsafe)/);
  });
});

function pageTests(): void {
  let app: Running;
  let browser: Awaited<ReturnType<typeof openContext>>;
  beforeAll(async () => {
    const units = seed.units.map((own: { id: string }) =>
      own.id === unit ? { ...own, name: { vi: markup } } : own,
    );
    app = await running("page.sqlite", { ...seed, units });
    browser = await openContext();
  });
  afterAll(async () => {
    await browser?.close();
    await app?.close();
  });

  /** Opens a page, and keeps what the browser complains about, a breach of the policy too. */
  async function opened(
    path: string,
  ): Promise<{ readonly tab: Page; readonly complaints: readonly string[] }> {
    const tab = await browser.context.newPage();
    const complaints: string[] = [];
    tab.on("console", (message) => {
      if (message.type() === "error" || message.type() === "warning") complaints.push(message.text());
    });
    tab.on("pageerror", ({ message }) => complaints.push(message));
    await tab.goto(app.address + path);
    return { tab, complaints };
  }

  /** What axe finds, and whether anything is wider than the window, at two widths. */
  async function faultsOf(tab: Page): Promise<unknown> {
    const cut: number[] = [];
    for (const width of [360, 1280]) {
      await tab.setViewportSize({ width, height: 900 });
      if (await tab.evaluate("document.documentElement.scrollWidth > innerWidth")) cut.push(width);
    }
    await tab.evaluate(readFileSync("node_modules/axe-core/axe.min.js", "utf8"));
    const found = await tab.evaluate(
      "axe.run().then(({ violations }) => violations.map(({ id, nodes }) => [id, nodes[0].html]))",
    );
    return { cut, found };
  }
  const fine = { cut: [], found: [] };

  test("scores while somebody types, says what is wrong, and stores", async () => {
    const { tab, complaints } = await opened(`/#view=form&unit=${unit}`);
    const question = tab.locator("fieldset", { hasText: "1.1.2" });
    const [numerator, denominator] = [question.locator("input").nth(0), question.locator("input").nth(1)];
    await numerator.fill("45");
    await denominator.fill("50");
    await expect.poll(() => question.locator(".points").textContent()).toBe("1,35 / 1,5");
    const bounds = await tab.locator("#bounds").textContent();
    expect(bounds).toMatch(/^\d+,\d\d – \d+,\d\d \/ \d+/);
    await numerator.fill("46");
    await expect.poll(() => question.locator(".points").textContent()).toBe("1,38 / 1,5");
    expect(await tab.locator("#bounds").textContent()).not.toBe(bounds);

    await numerator.fill("52");
    expect(await question.locator(".issues").textContent()).toContain("tử số 52 lớn hơn mẫu số 50");
    expect(await numerator.getAttribute("aria-invalid")).toBe("true");
    await tab.locator("button").click();
    expect(await tab.locator("#saved").isVisible()).toBe(false);
    expect(await numerator.evaluate((field) => field === document.activeElement)).toBe(true);
    await numerator.fill("4x");
    expect(await numerator.getAttribute("aria-invalid")).toBe("true");

    await numerator.fill("46");
    await tab.locator("button").click();
    await tab.locator("#saved").waitFor();
    const answers = app.store.now().round.selfAssessments.find((own) => own.unit === unit)?.answers;
    expect(answers?.find(({ item }) => item === "1.1.2")?.facts).toEqual({ numerator: 46, denominator: 50 });
    expect(await faultsOf(tab)).toEqual(fine);
    expect(complaints).toEqual([]);
    await tab.close();
  });

  test("every kind of field is written into the form as the library reads it", async () => {
    const { tab, complaints } = await opened("/en.html#view=form&unit=hoa-lam-so-quy-hoach-kien-truc");
    await tab.locator("fieldset").first().waitFor();
    await tab.evaluate(`for (const input of document.querySelectorAll("fieldset .facts input")) {
      if (input.type === "checkbox" || input.type === "radio") { if (!input.checked) input.click(); }
      else { input.value = "1"; input.dispatchEvent(new Event("input", { bubbles: true })); }
    }`);
    await tab.locator("#submitted").fill("2026-12-18");
    await tab.locator("button").click();
    await tab.locator("#saved").waitFor();
    const stored = app.store
      .now()
      .round.selfAssessments.find((own) => own.unit === "hoa-lam-so-quy-hoach-kien-truc");
    const { unit: own, form } = await (
      await fetch(`${app.address}/api/form?unit=hoa-lam-so-quy-hoach-kien-truc`)
    ).json();
    expect(stored?.answers.map(({ item }) => item)).toEqual(
      form.answers.map(({ item }: { item: string }) => item),
    );
    expect(own.id).toBe(stored?.unit);
    const reasons = new Set(stored?.answers.map(({ facts }) => Object.keys(facts ?? {}).join()));
    expect([...reasons].sort()).toEqual([
      "breaches",
      "choice",
      "count",
      "numerator,denominator",
      "parts",
      "percent",
      "value",
    ]);
    expect(complaints).toEqual([]);
    await tab.close();
  });

  test("shows the ranking and an explanation, and the other language at the same place", async () => {
    const { tab, complaints } = await opened("/#view=ranking");
    await tab.locator("table").first().waitFor();
    expect(await tab.locator("thead").first().textContent()).toBe("HạngĐơn vịChỉ số (%)Xếp loạiGhi chú");
    expect(await tab.locator("tbody tr").first().textContent()).toContain(
      "Sở Tài chính tỉnh Hoa Lâm96,09Xuất sắc",
    );
    expect(await tab.locator("tbody", { hasText: markup }).count()).toBe(1);
    expect(await tab.locator("img").count()).toBe(0);
    expect(await faultsOf(tab)).toEqual(fine);

    await tab.locator("nav a").nth(2).click();
    await tab.locator("#unit").selectOption("hoa-lam-so-noi-vu");
    await tab.locator("#item").selectOption("1.2");
    await tab.locator("#explained strong", { hasText: "12/01/2027, thẩm định lần 1" }).first().waitFor();
    expect(await tab.locator("#explained").textContent()).not.toContain("**");
    expect(await faultsOf(tab)).toEqual(fine);
    await tab.locator("#switch").click();
    await tab.locator("#explained strong", { hasText: "first appraisal" }).first().waitFor();
    expect(await tab.locator("#unit").inputValue()).toBe("hoa-lam-so-noi-vu");
    await tab.locator("#unit").selectOption(unit);
    await tab.locator("#item").selectOption("");
    await tab.locator("#explained p", { hasText: markup }).first().waitFor();
    expect(complaints).toEqual([]);
    await tab.close();
  });

  test("says so when the server does not answer", async () => {
    const { tab } = await opened(`/#view=form&unit=nobody`);
    await tab.locator("#failure").waitFor();
    await tab.close();
  });
}

if (hasBrowser) describe("the page in Chromium, under its Content-Security-Policy", pageTests);
else console.warn("no Chromium here: the page of the app was not tried in a browser");
