/**
 * `npm run repl`: Node's REPL with the whole library and the fictional rounds as globals. Results are shown as short
 * tables; `rows(result)` gives the lines for `console.table`, and `JSON.stringify(result)` everything.
 */
import { start } from "node:repl";
import * as library from "par-index";
import * as audit from "par-index/audit";
import * as check from "par-index/check";
import * as criteria from "par-index/criteria";
import * as process_ from "par-index/process";
import { load, say } from "./print.ts";
import { show } from "./repl-writer.ts";

const set = criteria.criteriaSet("hoa-lam/department/2026");
const round = library.readRound(set, load("hoa-lam-departments-2026.json"));
const communeSet = criteria.criteriaSet("hoa-lam/commune/2026");
const communeRound = library.readRound(communeSet, load("hoa-lam-communes-2026.json"));
const result = library.assess(set, round);
const record = load("records/hoa-lam-so-y-te-2026.json");
const unit = "hoa-lam-so-y-te";
const publishedTable = load("published/moha/ministry/2023.1.table.json");

say("par-index: every name of its five entries is here; illustrative data of a fictional province in");
say("set, round, result, unit, record, communeSet, communeRound; a real table of 2023 in publishedTable.");
say('open("…") reads a file of docs/examples. Try: result.scores[0]');

const session = start({ prompt: "> ", writer: show });
Object.assign(session.context, library, audit, check, criteria, process_, {
  set,
  round,
  result,
  unit,
  record,
  communeSet,
  communeRound,
  publishedTable,
  open: load,
});
