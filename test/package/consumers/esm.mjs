// Consumes the package as ECMAScript modules; writes what the job gives to its standard output.
import { readFileSync } from "node:fs";
import * as library from "par-index";
import * as audit from "par-index/audit";
import * as check from "par-index/check";
import * as criteria from "par-index/criteria";
import set from "par-index/criteria/moha/ministry/2023.1.json" with { type: "json" };
import * as process_ from "par-index/process";
import { job } from "./job.mjs";

if (library.readCriteriaSet(set).id !== "moha/ministry/2023") throw new Error("the JSON file is another set");
const file = "node_modules/par-index/docs/examples/hoa-lam-departments-2026.json";
const round = JSON.parse(readFileSync(new URL(file, import.meta.url), "utf8"));
process.stderr.write(`${process.version}\n`);
process.stdout.write(job({ ...library, ...audit, ...check, ...criteria, ...process_ }, round));
