/**
 * The server of the example: a page, and a round behind a few addresses. Everything that it says comes from the library;
 * what it refuses, the library has judged. Start it with `tsx server.ts round.sqlite round.json`; without a round of its own it
 * takes that of the fictional province.
 */
import { readFileSync } from "node:fs";
import { createServer, type IncomingMessage, type Server, STATUS_CODES } from "node:http";
import { pathToFileURL } from "node:url";
import {
  assess,
  type BlankSelfAssessment,
  blankSelfAssessment,
  explain,
  explanationText,
  issueText,
  type Language,
  languages,
  namesOf,
  type Unit,
} from "par-index";
import { rankingRows, shownRows } from "par-index/check";
import { openStore, type Store } from "./store.ts";

/** The form of a unit, with what it has answered so far. */
export interface FormAnswer {
  readonly unit: Unit;
  readonly form: BlankSelfAssessment;
}

/** The rankings in words: of each group the heading row, then the units. */
export interface RankingAnswer {
  readonly version: number;
  readonly rankings: readonly { readonly title: string; readonly rows: readonly (readonly string[])[] }[];
}

/** Why something was not stored. */
export interface Refusal {
  readonly issues: readonly { readonly code: string; readonly path: readonly (string | number)[] }[];
  readonly text: string;
}

/** A request that ends with a status and no more. */
class Status extends Error {
  readonly status: number;
  constructor(status: number) {
    super(STATUS_CODES[status]);
    this.status = status;
  }
}

interface Asked {
  readonly store: Store;
  readonly language: Language;
  readonly query: URLSearchParams;
  readonly body: () => ReturnType<typeof bodyOf>;
}

type Handler = (asked: Asked) => unknown;

function unitAsked({ store, query }: Asked): Unit {
  const unit = store.now().round.units.find(({ id }) => id === query.get("unit"));
  if (unit === undefined) throw new Status(404);
  return unit;
}

function formAnswer(asked: Asked): FormAnswer {
  const unit = unitAsked(asked);
  const form = blankSelfAssessment(asked.store.set, unit);
  const saved = asked.store.now().round.selfAssessments.find((own) => own.unit === unit.id);
  if (saved === undefined) return { unit, form };
  const { answers, ...head } = structuredClone(saved);
  const given = new Map(answers.map((answer) => [answer.item, answer]));
  for (const answer of form.answers) Object.assign(answer, given.get(answer.item));
  return { unit, form: { ...head, answers: form.answers } };
}

function rankingAnswer({ store, language }: Pick<Asked, "store" | "language">): RankingAnswer {
  const { set } = store;
  const { round, version } = store.now();
  const { rankings, scores } = assess(set, round);
  const { groups } = namesOf(set, round, { language });
  const { rounding } = set.policies;
  return {
    version,
    rankings: rankings.map((ranking) => {
      const rows = rankingRows(set, ranking, { units: round.units, scores, language });
      // A page has no use for the second column, the code of the unit.
      const shown = shownRows(rows, { language, rounding }).map((row) => row.filter((_, at) => at !== 1));
      return { title: groups[ranking.group] ?? ranking.group, rows: shown };
    }),
  };
}

function explanationAnswer(asked: Asked): { readonly markdown: string } {
  const { store, query, language } = asked;
  const { round } = store.now();
  const unit = unitAsked(asked).id;
  const item = query.get("item") || undefined;
  if (item !== undefined && !Object.hasOwn(namesOf(store.set, round).numbers, item)) throw new Status(404);
  const detail = item === undefined ? "short" : "full";
  const explained = explain(store.set, round, unit, item);
  return { markdown: explanationText(explained, language, { markdown: true, detail }) };
}

/** Stores what is sent where the library finds no error in it, and answers with the new ranking. */
const storing =
  (list: "selfAssessments" | "ledger" | "acts"): Handler =>
  async (asked): Promise<RankingAnswer | Refusal> => {
    const { round, issues } = asked.store.save({ [list]: [await asked.body()] });
    if (round !== undefined) return rankingAnswer(asked);
    const errors = issues.filter(({ severity }) => severity === "error");
    const told = errors.map(({ code, path }) => ({ code, path }));
    return { issues: told, text: issueText(errors, asked.language) };
  };

const routes: Readonly<Record<string, Readonly<Record<string, Handler>>>> = {
  "/api/set": { GET: ({ store }) => store.set },
  "/api/names": { GET: ({ store, language }) => namesOf(store.set, store.now().round, { language }) },
  "/api/form": { GET: formAnswer },
  "/api/ranking": { GET: rankingAnswer },
  "/api/explanation": { GET: explanationAnswer },
  "/api/self-assessment": { PUT: storing("selfAssessments") },
  "/api/ledger": { POST: storing("ledger") },
  "/api/acts": { POST: storing("acts") },
};

const files: Readonly<Record<string, string>> = {
  "vi.html": "text/html",
  "en.html": "text/html",
  "page.css": "text/css",
  "page.js": "text/javascript",
  "icon.svg": "image/svg+xml",
};

const headers = {
  "content-security-policy":
    "default-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; object-src 'none'",
  "x-content-type-options": "nosniff",
  "referrer-policy": "no-referrer",
  "cache-control": "no-cache",
};

const utf8 = new TextDecoder("utf-8", { fatal: true });

/** The JSON that a request holds; a page of another site cannot send that type without being asked first. */
async function bodyOf(request: IncomingMessage, most = 1_000_000) {
  if (request.headers["content-type"]?.split(";")[0] !== "application/json") throw new Status(415);
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of request) {
    size += part.length;
    if (size > most) throw new Status(413);
    parts.push(part);
  }
  try {
    return JSON.parse(utf8.decode(Buffer.concat(parts)));
  } catch {
    throw new Status(400);
  }
}

/** Makes the server of a store; `folder` holds the files of the page. */
export function createApp(store: Store, folder: URL): Server {
  return createServer(async (request, response) => {
    const answer = (status: number, type: string, body: string | Uint8Array, more = {}): void => {
      response.writeHead(status, { ...headers, ...more, "content-type": `${type}; charset=utf-8` }).end(body);
    };
    try {
      if (!URL.canParse(request.url ?? "/", "http://localhost")) throw new Status(400);
      const { pathname, searchParams } = new URL(request.url ?? "/", "http://localhost");
      const method = request.method ?? "GET";
      const file = pathname === "/" ? "vi.html" : pathname.slice(1);
      const route = Object.hasOwn(routes, pathname) ? routes[pathname] : undefined;
      const type = Object.hasOwn(files, file) ? files[file] : undefined;
      if (type !== undefined && method === "GET")
        return answer(200, type, readFileSync(new URL(file, folder)));
      if (route === undefined && type === undefined) throw new Status(404);
      const handler = route !== undefined && Object.hasOwn(route, method) ? route[method] : undefined;
      if (handler === undefined)
        return answer(405, "text/plain", "", { allow: Object.keys(route ?? { GET: 0 }).join() });
      const language = languages.find((it) => request.headers["accept-language"]?.startsWith(it)) ?? "vi";
      const given = await handler({ store, language, query: searchParams, body: () => bodyOf(request) });
      const isRefused = typeof given === "object" && given !== null && "issues" in given;
      answer(isRefused ? 422 : 200, "application/json", JSON.stringify(given));
    } catch (error) {
      const status = error instanceof Status ? error.status : 500;
      if (status === 500) console.error(error);
      // What is still on its way is not read.
      const more = status === 413 ? { connection: "close" } : {};
      answer(status, "text/plain", STATUS_CODES[status] ?? "", more);
    }
  });
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  const [, , database = "round.sqlite", round] = process.argv;
  const example = new URL(import.meta.resolve("par-index/examples/hoa-lam-departments-2026.json"));
  const store = openStore(database, readFileSync(round ?? example, "utf8"));
  const port = Number(process.env["PORT"] ?? 8080);
  createApp(store, new URL("public/", import.meta.url)).listen(port, "127.0.0.1", () => {
    console.log(`http://127.0.0.1:${port}/`);
  });
}
